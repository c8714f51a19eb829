/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *heat_suite(void);

static Chart *heat_of(ChartCell cell)
{
    Chart *chart = chart_new(CHART_HEAT, "heat", "title");
    chart->first_year = 2024;
    g_array_append_val(chart_add_heat_row(chart, "a")->cells, cell);
    return chart;
}

/* The block's number is its step, from 0 for the deepest fall; its figure is the one printed. */
static const struct {
    double growth;
    const char *block, *text;
} STEPS[] = {
    {-100, "cells0", "−100"}, {-49.5, "cells0", "−50"}, {-49.4, "cells1", "−49"}, {-19.5, "cells1", "−20"},
    {-19.4, "cells2", "−19"}, {-4.5, "cells2", "−5"},   {-4.4, "cells3", "−4"},   {-0.4, "cells3", "0"},
    {0, "cells3", "0"},       {4.4, "cells3", "+4"},    {4.5, "cells4", "+5"},    {19.4, "cells4", "+19"},
    {19.5, "cells5", "+20"},  {49.4, "cells5", "+49"},  {49.5, "cells6", "+50"},  {999.4, "cells6", "+999"},
    {999.5, "cells6", ">999"}, {1e12, "cells6", ">999"},
};

START_TEST(colour_and_figure_agree)
{
    g_autoptr(Chart) chart = heat_of((ChartCell){CHART_CELL_GROWTH, STEPS[_i].growth, false});
    g_autofree char *script = sample_script(chart);
    g_autofree char *block = g_strdup_printf("$%s << EOD\n0 1 0 1\nEOD\n", STEPS[_i].block);
    ck_assert_msg(strstr(script, block) != NULL, "%g: %s", STEPS[_i].growth, script);
    ck_assert_msg(sample_script_shows(script, STEPS[_i].text), "%g", STEPS[_i].growth);
}
END_TEST

START_TEST(new_gone_and_unknown)
{
    g_autoptr(Chart) appears = heat_of((ChartCell){CHART_CELL_NEW, 0, false});
    g_autoptr(Chart) gone = heat_of((ChartCell){CHART_CELL_GONE, 0, true});
    g_autoptr(Chart) unknown = heat_of((ChartCell){CHART_CELL_UNKNOWN, 0, false});
    g_autofree char *first = sample_script(appears);
    g_autofree char *second = sample_script(gone);
    g_autofree char *third = sample_script(unknown);
    ck_assert(sample_script_shows(first, "新") && strstr(first, "$cells7") != NULL);
    ck_assert(sample_script_shows(second, "无") && strstr(second, "$cells8") != NULL);
    ck_assert_ptr_nonnull(strstr(second, "$implied << EOD\n"));
    ck_assert_ptr_null(strstr(first, "$implied"));
    ck_assert_ptr_null(strstr(third, "$cells"));
    ck_assert_ptr_nonnull(strstr(third, "空格"));
}
END_TEST

/* Fourteen columns leave no room for four digits each. */
START_TEST(narrow_years_are_shortened)
{
    g_autoptr(Chart) chart = chart_new(CHART_HEAT, "heat", "title");
    chart->first_year = 2011;
    g_array_set_size(chart_add_heat_row(chart, "2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金")->cells, 14);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "2011") && sample_script_shows(script, "12"));
    ck_assert(sample_script_shows(script, "2024") && !sample_script_shows(script, "2012"));
}
END_TEST

START_TEST(broken_rows_are_refused)
{
    g_autoptr(Chart) empty = chart_new(CHART_HEAT, "heat", "title");
    g_autoptr(Chart) infinite = heat_of((ChartCell){CHART_CELL_GROWTH, INFINITY, false});
    g_autoptr(Chart) ragged = heat_of((ChartCell){CHART_CELL_NEW, 0, false});
    g_array_set_size(chart_add_heat_row(ragged, "b")->cells, 2);
    ck_assert(!chart_check(empty, NULL));
    ck_assert(!chart_check(infinite, NULL));
    ck_assert(!chart_check(ragged, NULL));
    chart_add_heat_row(empty, "without a year");
    ck_assert(!chart_check(empty, NULL));
}
END_TEST

Suite *heat_suite(void)
{
    Suite *suite = suite_create("analysis/chart/heat");
    TCase *tests = tcase_create("heat");
    tcase_add_loop_test(tests, colour_and_figure_agree, 0, G_N_ELEMENTS(STEPS));
    tcase_add_test(tests, new_gone_and_unknown);
    tcase_add_test(tests, narrow_years_are_shortened);
    tcase_add_test(tests, broken_rows_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
