/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>

#include "analysis/chart/chart.h"
#include "tests/analysis/chart/samples.h"

Suite *chart_suite(void);

static Chart *trend_of(double first, double second, int first_year, int second_year)
{
    Chart *chart = chart_new(CHART_TREND, "trend", "title");
    chart_add_point(chart, first_year, first, false);
    chart_add_point(chart, second_year, second, false);
    return chart;
}

static const struct {
    const char *row;
    double first, second;
    int first_year, second_year;
    bool drawable;
} YEARS[] = {
    { "plain", 1, 2, 2023, 2024, true },
    { "gap", 1, 2, 2013, 2024, true },
    { "same year twice", 1, 2, 2024, 2024, false },
    { "descending", 1, 2, 2024, 2023, false },
    { "a year of nought", 1, 2, 0, 2024, false },
    { "not a number", NAN, 2, 2023, 2024, false },
    { "infinite", 1, INFINITY, 2023, 2024, false },
    { "beyond any budget", 1, 1e16, 2023, 2024, false },
    { "negative", -1, 2, 2023, 2024, true },
};

START_TEST(series_are_checked)
{
    g_autoptr(Chart) chart =
        trend_of(YEARS[_i].first, YEARS[_i].second, YEARS[_i].first_year, YEARS[_i].second_year);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(chart_check(chart, &error) == YEARS[_i].drawable, "%s", YEARS[_i].row);
    ck_assert(YEARS[_i].drawable == (error == NULL));
    if (error != NULL)
        ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
}
END_TEST

static const struct {
    const char *name;
    bool good;
} NAMES[] = {
    { "growth-2024", true },
    { "", false },
    { "Growth", false },
    { "a/b", false },
    { "..", false },
    { "a b", false },
    { "图", false },
    { "a'b", false },
    { NULL, false },
    { "a\nb", false },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false },
};

START_TEST(names_are_checked)
{
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, NAMES[_i].name, "title");
    chart_add_part(chart, "a", 1);
    ck_assert(chart_check(chart, NULL) == NAMES[_i].good);
}
END_TEST

START_TEST(empty_charts_are_refused)
{
    g_autoptr(Chart) chart = chart_new((ChartKind)_i, "empty", "title");
    ck_assert(!chart_check(chart, NULL));
}
END_TEST

START_TEST(untitled_charts_are_refused)
{
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, "name", "");
    chart_add_part(chart, "a", 1);
    ck_assert(!chart_check(chart, NULL));
}
END_TEST

START_TEST(samples_pass)
{
    g_autoptr(Chart) chart = sample_chart((ChartKind)_i);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(chart_check(chart, &error), "%s", error != NULL ? error->message : "");
}
END_TEST

START_TEST(unknown_carryover_is_allowed)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "name", "title");
    chart_add_carryover(chart, (ChartCarryover){ 2024, NAN, 0, 0, 5, false, false });
    ck_assert(chart_check(chart, NULL));
    chart_add_carryover(chart, (ChartCarryover){ 2025, INFINITY, 0, 0, 5, false, false });
    ck_assert(!chart_check(chart, NULL));
}
END_TEST

static const struct {
    const char *row;
    ChartCarryover item;
    bool drawable;
} AGES[] = {
    { "no age known", { 2024, 5, 0, 0, 9, false, false }, true },
    { "all of it", { 2024, 5, 3, 2, 9, false, false }, true },
    { "less than nothing", { 2024, 5, -1, 0, 9, false, false }, false },
    { "not a number", { 2024, 5, 0, NAN, 9, false, false }, false },
};

START_TEST(ages_are_checked)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "name", "title");
    chart_add_carryover(chart, AGES[_i].item);
    ck_assert_msg(chart_check(chart, NULL) == AGES[_i].drawable, "%s", AGES[_i].row);
}
END_TEST

static const struct {
    const char *row;
    ChartPublic first, second;
    bool drawable;
} PUBLICS[] = {
    { "accounts follow their budget", { .year = 2024 }, { .year = 2024, .accounts = true }, true },
    { "not the other way round", { .year = 2024, .accounts = true }, { .year = 2024 }, false },
    { "the same twice", { .year = 2024 }, { .year = 2024 }, false },
    { "a part without end", { .year = 2023 }, { .year = 2024, .parts = { INFINITY } }, false },
    { "nothing known", { .year = 2023, .total = NAN }, { .year = 2024, .parts = { NAN, NAN, NAN, NAN, NAN } }, true },
};

START_TEST(public_years_are_checked)
{
    g_autoptr(Chart) chart = chart_new(CHART_THREE_PUBLIC, "name", "title");
    chart_add_public(chart, PUBLICS[_i].first);
    chart_add_public(chart, PUBLICS[_i].second);
    ck_assert_msg(chart_check(chart, NULL) == PUBLICS[_i].drawable, "%s", PUBLICS[_i].row);
}
END_TEST

START_TEST(subjects_follow_the_years_of_an_execution)
{
    g_autoptr(Chart) chart = chart_new(CHART_EXECUTION, "name", "title");
    chart_add_execution(chart, (ChartExecution){ .year = 2023, .approved = 1 });
    chart_add_execution(chart, (ChartExecution){ .year = 2024, .adjusted = NAN });
    chart_add_execution(chart, (ChartExecution){ .label = (char *)"a", .year = 2024 });
    chart_add_execution(chart, (ChartExecution){ .label = (char *)"b", .year = 2024 });
    ck_assert(chart_check(chart, NULL));
    chart_add_execution(chart, (ChartExecution){ .label = (char *)"c", .executed = INFINITY });
    ck_assert(!chart_check(chart, NULL));
    g_autoptr(Chart) twice = chart_new(CHART_EXECUTION, "name", "title");
    chart_add_execution(twice, (ChartExecution){ .year = 2024 });
    chart_add_execution(twice, (ChartExecution){ .year = 2024 });
    ck_assert(!chart_check(twice, NULL));
}
END_TEST

START_TEST(intervals_and_fits_are_checked)
{
    g_autoptr(Chart) upside_down = trend_of(1, 2, 2023, 2024);
    chart_set_interval(upside_down, 2024, 2, 1);
    ck_assert(!chart_check(upside_down, NULL));
    g_autoptr(Chart) explosive = trend_of(1, 2, 2023, 2024);
    chart_set_fit(
        explosive, CHART_FIT_LOG_LINEAR,
        (ChartFit){ .intercept = 900, .origin = 2023, .first_year = 2023, .last_year = 2024 });
    ck_assert(!chart_check(explosive, NULL));
}
END_TEST

START_TEST(fits_are_evaluated)
{
    ChartFit fit = { .intercept = 2, .slope = 0.5, .origin = 2020 };
    /* exp() may differ in its last bit between libraries. */
    ck_assert_double_eq_tol(chart_fit_at(&fit, CHART_FIT_LOG_LINEAR, 2022), 20.0855369231877,
                            1e-12);
    ck_assert_double_eq(chart_fit_at(&fit, CHART_FIT_THEIL_SEN, 2022), 3.0);
}
END_TEST

START_TEST(texts_are_copied)
{
    char label[] = "abc";
    g_autoptr(Chart) chart = chart_new(CHART_COMPOSITION, label, label);
    chart_add_part(chart, label, 1);
    chart_set_note(chart, label);
    chart_set_note(chart, chart->note);
    label[0] = 'x';
    ck_assert_str_eq(g_array_index(chart->items, ChartPart, 0).label, "abc");
    ck_assert_str_eq(chart->title, "abc");
    ck_assert_str_eq(chart->note, "abc");
}
END_TEST

Suite *chart_suite(void)
{
    Suite *suite = suite_create("analysis/chart/chart");
    TCase *check = tcase_create("check");
    tcase_add_loop_test(check, series_are_checked, 0, G_N_ELEMENTS(YEARS));
    tcase_add_loop_test(check, names_are_checked, 0, G_N_ELEMENTS(NAMES));
    tcase_add_loop_test(check, empty_charts_are_refused, 0, CHART_N_KINDS);
    tcase_add_test(check, untitled_charts_are_refused);
    tcase_add_loop_test(check, samples_pass, 0, CHART_N_KINDS);
    tcase_add_test(check, unknown_carryover_is_allowed);
    tcase_add_loop_test(check, ages_are_checked, 0, G_N_ELEMENTS(AGES));
    tcase_add_loop_test(check, public_years_are_checked, 0, G_N_ELEMENTS(PUBLICS));
    tcase_add_test(check, subjects_follow_the_years_of_an_execution);
    tcase_add_test(check, intervals_and_fits_are_checked);
    suite_add_tcase(suite, check);
    TCase *model = tcase_create("model");
    tcase_add_test(model, fits_are_evaluated);
    tcase_add_test(model, texts_are_copied);
    suite_add_tcase(suite, model);
    return suite;
}
