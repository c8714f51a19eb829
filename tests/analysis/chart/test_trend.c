/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *trend_suite(void);

static Chart *trend_new(void)
{
    return chart_new(CHART_TREND, "trend", "title");
}

START_TEST(gaps_break_the_line)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2020, 10, false);
    chart_add_point(chart, 2021, 11, false);
    chart_add_point(chart, 2023, 13, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$series << EOD\n2020 10\n2021 11\n\n2023 13\nEOD\n"));
    ck_assert(sample_script_shows(script, "2022")); /* the year keeps its place on the axis */
}
END_TEST

START_TEST(implied_years_are_hollow)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2020, 10, true);
    chart_add_point(chart, 2021, 11, false);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$filed << EOD\n2021 11 "));
    ck_assert_ptr_nonnull(strstr(script, "$implied << EOD\n2020 10 "));
}
END_TEST

static const struct {
    const char *row;
    double newest;
    int year; /* of the interval */
    bool unusual;
} NEWEST[] = {
    { "inside", 15, 2024, false },           { "at its lower end", 10, 2024, false },
    { "at its upper end", 20, 2024, false }, { "above", 20.01, 2024, true },
    { "below", 9.99, 2024, true },           { "interval of another year", 99, 2023, false },
};

START_TEST(newest_outside_is_set_off)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2022, 12, false);
    chart_add_point(chart, 2023, 14, false);
    chart_add_point(chart, 2024, NEWEST[_i].newest, false);
    chart_set_interval(chart, NEWEST[_i].year, 10, 20);
    g_autofree char *script = sample_script(chart);
    bool unusual = strstr(script, "$unusual << EOD\n2024 ") != NULL;
    ck_assert_msg(unusual == NEWEST[_i].unusual, "%s: %s", NEWEST[_i].row, script);
}
END_TEST

static const struct {
    const char *row;
    double first, second;
    const char *origin; /* of an axis that is cut; NULL: it begins at zero or below */
} AXES[] = {
    { "far apart", 10, 100, NULL }, { "close together", 1690, 1700, "1,688" },
    { "equal", 1000, 1000, "800" }, { "zero", 0, 0, NULL },
    { "negative", -10, 10, NULL },  { "all negative", -20, -10, NULL },
};

START_TEST(cut_axes_are_told)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2023, AXES[_i].first, false);
    chart_add_point(chart, 2024, AXES[_i].second, false);
    g_autofree char *script = sample_script(chart);
    bool told = strstr(script, "不从零起") != NULL;
    ck_assert_msg(told == (AXES[_i].origin != NULL), "%s: %s", AXES[_i].row, script);
    if (told)
        ck_assert_msg(sample_script_shows(script, AXES[_i].origin), "%s: %s", AXES[_i].row, script);
}
END_TEST

START_TEST(wide_intervals_do_not_flatten_the_series)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2023, 100, false);
    chart_add_point(chart, 2024, 120, false);
    chart_set_interval(chart, 2024, 1, 90000);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "预测区间超出图幅"));
    ck_assert_ptr_nonnull(strstr(script, "1.00 至 90,000.00"));
    ck_assert_ptr_null(strstr(script, "90000\n"));
}
END_TEST

START_TEST(one_point_is_enough)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2024, 1700.46, false);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "1,700.46"));
    ck_assert(sample_script_has(script, "set yrange [0:2000]"));
}
END_TEST

START_TEST(slopes_are_in_the_legend)
{
    g_autoptr(Chart) chart = trend_new();
    chart_add_point(chart, 2023, 100, false);
    chart_add_point(chart, 2024, 120, false);
    ChartFit fit = {
        .intercept = 4.6, .slope = 0.05, .origin = 2023, .first_year = 2023, .last_year = 2024
    };
    chart_set_fit(chart, CHART_FIT_LOG_LINEAR, fit);
    fit.intercept = 100;
    fit.slope = -12.5;
    chart_set_fit(chart, CHART_FIT_THEIL_SEN, fit);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "对数线性趋势 每年 +5.1%")); /* e^0.05 − 1 */
    ck_assert(sample_script_shows(script, "Theil–Sen 趋势 每年 −12.50"));
    ck_assert_ptr_nonnull(strstr(script, "$theil_sen << EOD\n2023 100\n"));
}
END_TEST

Suite *trend_suite(void)
{
    Suite *suite = suite_create("analysis/chart/trend");
    TCase *series = tcase_create("series");
    tcase_add_test(series, gaps_break_the_line);
    tcase_add_test(series, implied_years_are_hollow);
    tcase_add_loop_test(series, newest_outside_is_set_off, 0, G_N_ELEMENTS(NEWEST));
    suite_add_tcase(suite, series);
    TCase *axis = tcase_create("axis");
    tcase_add_loop_test(axis, cut_axes_are_told, 0, G_N_ELEMENTS(AXES));
    tcase_add_test(axis, wide_intervals_do_not_flatten_the_series);
    tcase_add_test(axis, one_point_is_enough);
    tcase_add_test(axis, slopes_are_in_the_legend);
    suite_add_tcase(suite, axis);
    return suite;
}
