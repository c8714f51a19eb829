/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *stack_suite(void);

static Chart *stack_new(guint n_parts)
{
    static const char *const NAMES[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚" };
    Chart *chart = chart_new(CHART_STACK, "stack", "title");
    for (guint i = 0; i < n_parts; i++)
        chart_add_money_part(chart, NAMES[i]);
    return chart;
}

/* Rows of inline data of a block; 0 when there is none. */
static guint block_rows(const char *script, const char *name)
{
    g_autofree char *begin = g_strdup_printf("$%s << EOD\n", name);
    const char *at = strstr(script, begin);
    guint rows = 0;
    for (at = at != NULL ? at + strlen(begin) : "EOD"; !g_str_has_prefix(at, "EOD"); at = strchr(at, '\n') + 1)
        rows++;
    return rows;
}

START_TEST(columns_reach_their_whole)
{
    g_autoptr(Chart) chart = stack_new(2);
    chart_add_money_year(chart, 2023, 10, (const double[]){ 6, 4 }, false);
    chart_add_money_year(chart, 2024, 20, (const double[]){ 5, 15 }, false);
    g_autofree char *script = sample_script(chart);
    /* The larger share over both years, 乙 with 0.40 + 0.75, stands at the bottom. */
    ck_assert(sample_script_has(script, "2022.66 2023.34 0 4"));
    ck_assert(sample_script_has(script, "2022.66 2023.34 4 10"));
    ck_assert(sample_script_has(script, "2023.66 2024.34 0 15"));
    ck_assert(sample_script_has(script, "2023.66 2024.34 15 20"));
    ck_assert(sample_script_shows(script, "+100.0%"));
    ck_assert(sample_script_shows(script, "15.00（75.0%）"));
}
END_TEST

START_TEST(implied_years_are_hollow)
{
    g_autoptr(Chart) chart = stack_new(1);
    chart_add_money_year(chart, 2023, 10, (const double[]){ 10 }, true);
    chart_add_money_year(chart, 2024, 20, (const double[]){ 20 }, false);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "2023*") && sample_script_shows(script, "2024"));
    ck_assert_uint_eq(block_rows(script, "part1_implied"), 1);
    ck_assert_uint_eq(block_rows(script, "part1"), 1);
    ck_assert_ptr_nonnull(strstr(script, "空心"));
}
END_TEST

START_TEST(missing_years_are_gaps_without_growth)
{
    g_autoptr(Chart) chart = stack_new(1);
    chart_add_money_year(chart, 2021, 10, (const double[]){ 10 }, false);
    chart_add_money_year(chart, 2024, 20, (const double[]){ 20 }, false);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_has(script, "set xrange [2020.5:2024.5]"));
    ck_assert(sample_script_shows(script, "2022") && sample_script_shows(script, "2023"));
    ck_assert(sample_script_shows(script, "缺"));
    ck_assert(!sample_script_shows(script, "+100.0%"));
}
END_TEST

START_TEST(a_whole_alone_is_undivided)
{
    g_autoptr(Chart) chart = stack_new(1);
    chart_add_money_year(chart, 2022, -5, NULL, false);
    chart_add_money_year(chart, 2023, 0, NULL, false);
    chart_add_money_year(chart, 2024, 20, (const double[]){ 20 }, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_uint_eq(block_rows(script, "whole"), 1); /* nothing is drawn of zero */
    ck_assert(sample_script_has(script, "2021.66 2022.34 -5 0"));
    ck_assert(sample_script_shows(script, "−5.00") && sample_script_shows(script, "0.00"));
    ck_assert_ptr_nonnull(strstr(script, "不分段"));
    ck_assert_ptr_null(strstr(script, " %' at ")); /* no growth on a base of zero or less */
}
END_TEST

static const struct {
    const char *row;
    guint n_parts;
    double whole;
    const char *rest; /* NULL: none */
} RESTS[] = {
    { "all have colours", 5, 50, NULL },
    { "one too many keeps its name", 6, 60, "己" },
    { "two too many are counted", 7, 70, "其余 2 项" },
    { "the parts fall short", 2, 30, "其他" },
    { "rounding is no rest", 2, 20.005, NULL },
};

START_TEST(many_parts_are_folded)
{
    static const double PARTS[] = { 10, 10, 10, 10, 10, 10, 10 };
    g_autoptr(Chart) chart = stack_new(RESTS[_i].n_parts);
    chart_add_money_year(chart, 2023, RESTS[_i].whole, PARTS, false);
    chart_add_money_year(chart, 2024, RESTS[_i].whole, PARTS, false);
    g_autofree char *script = sample_script(chart);
    g_autofree char *rest = g_strdup_printf("part%u", MIN(RESTS[_i].n_parts, 5) + 1);
    ck_assert_msg(block_rows(script, rest) == (RESTS[_i].rest != NULL ? 2u : 0u), "%s", RESTS[_i].row);
    if (RESTS[_i].rest != NULL)
        ck_assert_msg(sample_script_shows(script, RESTS[_i].rest), "%s", RESTS[_i].row);
}
END_TEST

/* A figure of n years: decimals go first, then the unit grows, at last not every year is told. */
static const struct {
    const char *row;
    int n_years;
    double whole;
    const char *shown, *not_shown;
} DENSE[] = {
    { "room for all", 4, 13377.11, "13,377.11", "13,377" },
    { "decimals go", 9, 13377.11, "13,377", "13,377.11" },
    { "亿元 come", 15, 13377.11, "1.34", "13,377" },
    { "small figures stay small", 15, 377.11, "377", "0.04" },
    { "smaller ones keep their decimals", 15, 77.11, "77.11", "77" },
    { "亿元 by size", 4, 377110, "37.71", "377,110.00" },
};

START_TEST(figures_fit_their_years)
{
    g_autoptr(Chart) chart = stack_new(1);
    for (int i = 0; i < DENSE[_i].n_years; i++)
        chart_add_money_year(chart, 2010 + i, DENSE[_i].whole, (const double[]){ DENSE[_i].whole }, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_msg(sample_script_shows(script, DENSE[_i].shown), "%s", DENSE[_i].row);
    ck_assert_msg(!sample_script_shows(script, DENSE[_i].not_shown), "%s", DENSE[_i].row);
}
END_TEST

Suite *stack_suite(void)
{
    Suite *suite = suite_create("analysis/chart/stack");
    TCase *years = tcase_create("years");
    tcase_add_test(years, columns_reach_their_whole);
    tcase_add_test(years, implied_years_are_hollow);
    tcase_add_test(years, missing_years_are_gaps_without_growth);
    tcase_add_test(years, a_whole_alone_is_undivided);
    tcase_add_loop_test(years, many_parts_are_folded, 0, G_N_ELEMENTS(RESTS));
    tcase_add_loop_test(years, figures_fit_their_years, 0, G_N_ELEMENTS(DENSE));
    suite_add_tcase(suite, years);
    return suite;
}
