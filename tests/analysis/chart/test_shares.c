/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *shares_suite(void);

static Chart *shares_new(void)
{
    Chart *chart = chart_new(CHART_SHARES, "shares", "title");
    chart_add_money_part(chart, "甲");
    chart_add_money_part(chart, "乙");
    return chart;
}

START_TEST(lines_are_shares)
{
    g_autoptr(Chart) chart = shares_new();
    chart_add_money_year(chart, 2023, 10, (const double[]){ 6, 4 }, false);
    chart_add_money_year(chart, 2024, 200, (const double[]){ 150, 50 }, false);
    chart_set_moved(chart, 15);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$line1 << EOD\n2023 60\n2024 75\nEOD"));
    ck_assert_ptr_nonnull(strstr(script, "$line2 << EOD\n2023 40\n2024 25\nEOD"));
    ck_assert(sample_script_shows(script, "75.0%（+15.0）"));
    ck_assert(sample_script_shows(script, "25.0%（−15.0）"));
    ck_assert(sample_script_shows(script, "15.0") && sample_script_shows(script, "结构变动"));
}
END_TEST

START_TEST(years_without_parts_are_gaps)
{
    g_autoptr(Chart) chart = shares_new();
    chart_add_money_year(chart, 2022, 10, (const double[]){ 6, 4 }, true);
    chart_add_money_year(chart, 2023, 10, NULL, false);
    chart_add_money_year(chart, 2024, 10, (const double[]){ 6, 4 }, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$line1 << EOD\n2022 60\n\n2024 60\nEOD"));
    ck_assert(sample_script_shows(script, "2022*") && sample_script_shows(script, "缺"));
    ck_assert(sample_script_shows(script, "60.0%（±0.0）"));
    /* No neighbours, no change of structure. */
    ck_assert(!sample_script_shows(script, "结构变动"));
    ck_assert_ptr_nonnull(strstr(script, "空心"));
}
END_TEST

START_TEST(nothing_divided_is_an_empty_plot)
{
    g_autoptr(Chart) chart = shares_new();
    chart_add_money_year(chart, 2023, 10, NULL, false);
    chart_add_money_year(chart, 2024, 10, NULL, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_null(strstr(script, "$line1"));
    ck_assert(sample_script_shows(script, "缺"));
}
END_TEST

Suite *shares_suite(void)
{
    Suite *suite = suite_create("analysis/chart/shares");
    TCase *years = tcase_create("years");
    tcase_add_test(years, lines_are_shares);
    tcase_add_test(years, years_without_parts_are_gaps);
    tcase_add_test(years, nothing_divided_is_an_empty_plot);
    suite_add_tcase(suite, years);
    return suite;
}
