/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/spark.h"

#include <check.h>

Suite *spark_suite(void);

#define YEARS_MOST 8

/* Amounts in fen, from 2017 on; NONE is a year without a figure. */
#define NONE G_MININT64

static const struct {
    const char *name;
    guint years;
    gint64 fen[YEARS_MOST];
    const char *spark;
} sparks[] = {
    {"empty", 0, {0}, ""},
    {"one", 1, {500}, "▅"},
    {"constant", 3, {7, 7, 7}, "▅▅▅"},
    {"all heights", 8, {0, 1, 2, 3, 4, 5, 6, 7}, "▁▂▃▄▅▆▇█"},
    {"falling to zero", 2, {9, 0}, "█▁"},
    {"gap", 4, {0, NONE, NONE, 10}, "▁  █"},
    {"negative", 3, {-10, 0, 10}, "▁▅█"},
    {"largest amounts", 2, {G_MININT64 + 1, G_MAXINT64}, "▁█"},
};

START_TEST(test_spark)
{
    int years[YEARS_MOST];
    double values[YEARS_MOST];
    size_t count = 0;
    for (guint i = 0; i < sparks[_i].years; i++) {
        if (sparks[_i].fen[i] == NONE)
            continue;
        years[count] = 2017 + (int)i;
        values[count++] = (double)sparks[_i].fen[i];
    }
    g_autofree char *spark = spark_from_values(years, values, count);
    ck_assert_msg(g_str_equal(spark, sparks[_i].spark), "%s: %s", sparks[_i].name, spark);
}
END_TEST

static const struct {
    double ratio;
    const char *bar;
} bars[] = {
    {0.0, ""},   {-1.0, ""},     {1.0, "████"},   {2.0, "████"},  {0.5, "██"},
    {0.25, "█"}, {0.03125, "▏"}, {0.28125, "█▏"}, {0.21875, "▉"}, {0.001, ""},
};

START_TEST(test_bar)
{
    g_autofree char *bar = bar_from_ratio(bars[_i].ratio, 4);
    ck_assert_msg(g_str_equal(bar, bars[_i].bar), "%g: %s", bars[_i].ratio, bar);
}
END_TEST

Suite *spark_suite(void)
{
    Suite *suite = suite_create("spark");
    TCase *tests = tcase_create("spark");
    tcase_add_loop_test(tests, test_spark, 0, G_N_ELEMENTS(sparks));
    tcase_add_loop_test(tests, test_bar, 0, G_N_ELEMENTS(bars));
    suite_add_tcase(suite, tests);
    return suite;
}
