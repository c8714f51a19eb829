/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *composition_suite(void);

static const struct {
    const char *row;
    guint n_large;    /* of 100 each */
    guint n_small;    /* of 0.1 each */
    const char *rest; /* NULL: nothing is folded */
} FOLDS[] = {
    { "one part", 1, 0, NULL },
    { "no small part", 5, 0, NULL },
    { "one small part keeps its name", 5, 1, NULL },
    { "two small parts", 5, 2, "其他（2 项）" },
    { "twelve fit", 12, 0, NULL },
    { "thirteen do not", 13, 0, "其他（2 项）" },
    { "many of both", 20, 20, "其他（29 项）" },
    { "all small", 0, 3, NULL },
};

START_TEST(small_parts_are_folded)
{
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, "parts", "title");
    for (guint i = 0; i < FOLDS[_i].n_small; i++)
        chart_add_part(chart, "小", 0.1);
    for (guint i = 0; i < FOLDS[_i].n_large; i++)
        chart_add_part(chart, "大", 100);
    g_autofree char *script = sample_script(chart);
    bool folded = strstr(script, "其他（") != NULL;
    ck_assert_msg(folded == (FOLDS[_i].rest != NULL), "%s: %s", FOLDS[_i].row, script);
    ck_assert_msg(!folded || sample_script_shows(script, FOLDS[_i].rest), "%s: %s", FOLDS[_i].row,
                  script);
}
END_TEST

START_TEST(largest_stands_first)
{
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, "parts", "title");
    chart_add_part(chart, "小", 10);
    chart_add_part(chart, "大", 30);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "\n0 30 0."));
    ck_assert_ptr_nonnull(strstr(script, "\n0 10 1."));
    ck_assert(sample_script_shows(script, "30.00（75.0%）"));
    ck_assert(sample_script_shows(script, "10.00（25.0%）"));
}
END_TEST

/* A share of nothing, or of less, is no share. */
START_TEST(no_shares_without_a_total)
{
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, "parts", "title");
    chart_add_part(chart, "甲", 10);
    chart_add_part(chart, "乙", -10);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "10.00"));
    ck_assert(sample_script_shows(script, "−10.00"));
    ck_assert_ptr_nonnull(strstr(script, "\n-10 0 1."));
    ck_assert_ptr_null(strstr(script, " %）"));
}
END_TEST

Suite *composition_suite(void)
{
    Suite *suite = suite_create("analysis/chart/composition");
    TCase *parts = tcase_create("parts");
    tcase_add_loop_test(parts, small_parts_are_folded, 0, G_N_ELEMENTS(FOLDS));
    tcase_add_test(parts, largest_stands_first);
    tcase_add_test(parts, no_shares_without_a_total);
    suite_add_tcase(suite, parts);
    return suite;
}
