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
    g_autofree char *spark = spark_from_values(years, values, count, true);
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
    g_autofree char *bar = bar_from_ratio(bars[_i].ratio, 4, true);
    ck_assert_msg(g_str_equal(bar, bars[_i].bar), "%g: %s", bars[_i].ratio, bar);
}
END_TEST

START_TEST(test_ascii)
{
    static const int years[] = {2017, 2018, 2020};
    static const double values[] = {0, 7, 3.5};
    g_autofree char *spark = spark_from_values(years, values, G_N_ELEMENTS(years), false);
    g_autofree char *bar = bar_from_ratio(0.625, 4, false);
    g_autofree char *strip = strip_from_places(values, 1, 0.5, 1, 5, false);
    ck_assert_str_eq(spark, "_# =");
    ck_assert_str_eq(bar, "###");
    ck_assert_str_eq(strip, ".-|-@");
}
END_TEST

static const struct {
    const char *name;
    double ratio, parts[CHANGE_PARTS];
    const char *bar;
} changes[] = {
    {"nothing", 0, {0, 0, 0}, "    │    "},
    {"all unexplained", 1, {0, 0, 9}, "    │████"},
    {"less", -0.5, {0, 0, -9}, "  ██│    "},
    {"all three, from the axis on", 1, {1, 1, 2}, "    │░▒██"},
    {"and to the left", -1, {-1, -1, -2}, "██▒░│    "},
    {"small is not nothing", 0.001, {0, 1, 0}, "    │▒   "},
    {"parts against each other", 0.75, {0, 10, -5}, "    │▒▒█ "},
    {"no parts known", 0.5, {0, 0, 0}, "    │██  "},
    {"more than the largest", 7, {0, 0, 1}, "    │████"},
};

START_TEST(test_change)
{
    g_autofree char *bar = bar_from_change(changes[_i].ratio, changes[_i].parts, 4, true);
    ck_assert_msg(g_str_equal(bar, changes[_i].bar), "%s: [%s]", changes[_i].name, bar);
}
END_TEST

static const struct {
    const char *name;
    size_t n;
    double places[4], middle, own;
    const char *strip;
} strips[] = {
    {"empty", 0, {0}, -1, -1, "─────"},
    {"ends", 2, {0, 1}, -1, -1, "•───•"},
    {"tie", 2, {0.5, 0.5}, -1, -1, "──⁑──"},
    {"own is drawn over others", 2, {0, 1}, -1, 1, "•───●"},
    {"the middle under them", 1, {0.5}, 0.5, -1, "──•──"},
    {"beyond the end", 1, {9}, 0.5, 2, "──┼─●"},
};

START_TEST(test_strip)
{
    g_autofree char *strip = strip_from_places(strips[_i].places, strips[_i].n, strips[_i].middle, strips[_i].own, 5, true);
    ck_assert_msg(g_str_equal(strip, strips[_i].strip), "%s: %s", strips[_i].name, strip);
}
END_TEST

Suite *spark_suite(void)
{
    Suite *suite = suite_create("spark");
    TCase *tests = tcase_create("spark");
    tcase_add_loop_test(tests, test_spark, 0, G_N_ELEMENTS(sparks));
    tcase_add_loop_test(tests, test_bar, 0, G_N_ELEMENTS(bars));
    tcase_add_test(tests, test_ascii);
    tcase_add_loop_test(tests, test_change, 0, G_N_ELEMENTS(changes));
    tcase_add_loop_test(tests, test_strip, 0, G_N_ELEMENTS(strips));
    suite_add_tcase(suite, tests);
    return suite;
}
