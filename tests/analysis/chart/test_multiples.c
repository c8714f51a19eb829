/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *multiples_suite(void);

static Chart *multiples_new(void)
{
    return chart_new(CHART_MULTIPLES, "multiples", "title");
}

static ChartPanel *panel_of(Chart *chart, const double *amounts, guint n)
{
    ChartPanel *panel = chart_add_panel(chart, "2011301 行政运行");
    for (guint i = 0; i < n; i++)
        chart_panel_add_point(panel, 2020 + (int)i, amounts[i], false);
    return panel;
}

START_TEST(gaps_break_the_line)
{
    g_autoptr(Chart) chart = multiples_new();
    ChartPanel *panel = chart_add_panel(chart, "a");
    chart_panel_add_point(panel, 2020, 10, true);
    chart_panel_add_point(panel, 2022, 12, false);
    chart_panel_add_point(panel, 2023, 13, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$series1 << EOD\n2020 10\n\n2022 12\n2023 13\nEOD\n"));
    ck_assert_ptr_nonnull(strstr(script, "$implied1 << EOD\n2020 10\nEOD\n"));
    ck_assert_ptr_nonnull(strstr(script, "$filed1 << EOD\n2022 12\n2023 13\nEOD\n"));
}
END_TEST

static const struct {
    const char *row;
    double newest;
    int year; /* of the interval */
    bool unusual;
} NEWEST[] = {
    {"inside", 15, 2022, false}, {"at its end", 20, 2022, false},       {"above", 20.01, 2022, true},
    {"below", 9.99, 2022, true}, {"of another year", 99, 2021, false},
};

START_TEST(newest_outside_is_set_off)
{
    g_autoptr(Chart) chart = multiples_new();
    ChartPanel *panel = panel_of(chart, (const double[]){12, 14, NEWEST[_i].newest}, 3);
    panel->interval = (ChartInterval){true, NEWEST[_i].year, 10, 20};
    g_autofree char *script = sample_script(chart);
    ck_assert_msg((strstr(script, "$unusual1 << EOD\n2022 ") != NULL) == NEWEST[_i].unusual, "%s", NEWEST[_i].row);
    ck_assert(sample_script_shows(script, "应在 10.00–20.00"));
}
END_TEST

/* A line that falls below zero ends where it meets the axis. */
START_TEST(falling_lines_end_at_zero)
{
    g_autoptr(Chart) chart = multiples_new();
    ChartPanel *panel = panel_of(chart, (const double[]){40, 20, 1, 1}, 4);
    panel->fit = (ChartFit){true, 40, -20, 2020, 2020, 2023};
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$trend1 << EOD\n2020 40\n2022 0\nEOD\n"));
}
END_TEST

START_TEST(wide_intervals_are_cut_and_told)
{
    g_autoptr(Chart) chart = multiples_new();
    ChartPanel *panel = panel_of(chart, (const double[]){10, 10, 10, 10}, 4);
    panel->interval = (ChartInterval){true, 2023, 0.1, 1e9};
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "未全部画出"));
    ck_assert_ptr_null(strstr(script, "2023.5 0.1 1e+09"));
}
END_TEST

static const struct {
    guint panels;
    const char *unit;
    double amount;
} SHEETS[] = {{1, "万元", 10}, {2, "万元", 10}, {4, "万元", 99999}, {5, "亿元", 100000}, {12, "亿元", 2e9}};

START_TEST(any_number_of_panels)
{
    g_autoptr(Chart) chart = multiples_new();
    for (guint i = 0; i < SHEETS[_i].panels; i++)
        panel_of(chart, (const double[]){SHEETS[_i].amount, SHEETS[_i].amount}, 2);
    g_autofree char *script = sample_script(chart);
    g_autofree char *unit = g_strconcat("单位：", SHEETS[_i].unit, NULL);
    ck_assert(sample_script_shows(script, unit));
    ck_assert_ptr_nonnull(strstr(script, "各自从零起"));
}
END_TEST

static const struct {
    const char *row;
    int years[2];
    double amounts[2];
    ChartInterval interval;
    double growth;
} BROKEN[] = {
    {"years descend", {2021, 2020}, {1, 2}, {.present = false}, 0},
    {"a year twice", {2021, 2021}, {1, 2}, {.present = false}, 0},
    {"years apart", {20, 2021}, {1, 2}, {.present = false}, 0},
    {"infinite", {2020, 2021}, {1, INFINITY}, {.present = false}, 0},
    {"not a number", {2020, 2021}, {1, NAN}, {.present = false}, 0},
    {"interval upside down", {2020, 2021}, {1, 2}, {true, 2021, 5, 4}, 0},
    {"infinite growth", {2020, 2021}, {1, 2}, {.present = false}, INFINITY},
};

START_TEST(broken_panels_are_refused)
{
    g_autoptr(Chart) chart = multiples_new();
    g_autoptr(GError) error = NULL;
    ChartPanel *panel = chart_add_panel(chart, "a");
    for (guint i = 0; i < 2; i++)
        chart_panel_add_point(panel, BROKEN[_i].years[i], BROKEN[_i].amounts[i], false);
    panel->interval = BROKEN[_i].interval;
    panel->growth = BROKEN[_i].growth;
    ck_assert_msg(!chart_check(chart, &error), "%s", BROKEN[_i].row);
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
}
END_TEST

START_TEST(empty_panels_are_refused)
{
    g_autoptr(Chart) chart = multiples_new();
    ck_assert(!chart_check(chart, NULL));
    chart_add_panel(chart, "a");
    ck_assert(!chart_check(chart, NULL));
}
END_TEST

Suite *multiples_suite(void)
{
    Suite *suite = suite_create("analysis/chart/multiples");
    TCase *tests = tcase_create("multiples");
    tcase_add_test(tests, gaps_break_the_line);
    tcase_add_loop_test(tests, newest_outside_is_set_off, 0, G_N_ELEMENTS(NEWEST));
    tcase_add_test(tests, falling_lines_end_at_zero);
    tcase_add_test(tests, wide_intervals_are_cut_and_told);
    tcase_add_loop_test(tests, any_number_of_panels, 0, G_N_ELEMENTS(SHEETS));
    tcase_add_loop_test(tests, broken_panels_are_refused, 0, G_N_ELEMENTS(BROKEN));
    tcase_add_test(tests, empty_panels_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
