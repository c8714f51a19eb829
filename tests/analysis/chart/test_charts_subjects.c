/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "tests/analysis/chart/tidy.h"
#include "tests/analysis/report/sample.h"

Suite *charts_subjects_suite(void);

static const double HALF_A_HUNDREDTH = 0.005;

static Chart *chart_of(const Department *department, int year, const char *name, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    return chart_from_department(department, year, name, NULL, NULL, thresholds, error);
}

/* Steady but for 2024; 2010102 of three years; 2010103 new in 2023; 2010104 gone in 2024; 2018 was not filed. */
static const char ROWS[] = "2016,2010101,行政运行,100\n2017,2010101,行政运行,102\n2019,2010101,行政运行,103\n"
                           "2020,2010101,行政运行,105\n2021,2010101,行政运行,106\n2022,2010101,行政运行,108\n"
                           "2023,2010101,行政运行,110\n2024,2010101,行政运行,220\n"
                           "2022,2010102,一般行政管理事务,50\n2023,2010102,一般行政管理事务,50\n"
                           "2024,2010102,一般行政管理事务,45\n"
                           "2023,2010103,机关服务,10\n2024,2010103,机关服务,10\n"
                           "2022,2010104,专项服务,7\n2023,2010104,专项服务,8\n";

static const ChartPanel *panel_at(const Chart *chart, guint i)
{
    return &g_array_index(chart->items, ChartPanel, i);
}

START_TEST(what_leaves_its_course_comes_first)
{
    g_autoptr(Department) department = tidy_department("虚构市小图局", ROWS);
    g_autoptr(GError) error = NULL;
    g_autoptr(Chart) chart = chart_of(department, 0, "multiples", &error);
    ck_assert_msg(chart != NULL, "%s", error != NULL ? error->message : "");
    /* Two years are no course, and a subject that is gone has no newest figure. */
    ck_assert_uint_eq(chart->items->len, 2);
    const ChartPanel *first = panel_at(chart, 0);
    ck_assert_str_eq(first->label, "2010101 行政运行");
    ck_assert_uint_eq(first->points->len, 8);
    ck_assert(first->interval.present && first->interval.year == 2024);
    ck_assert_double_gt(first->interval.low, 108);
    ck_assert_double_lt(first->interval.high, 120);
    ck_assert_double_eq_tol(first->growth, 100, HALF_A_HUNDREDTH);
    ck_assert(!panel_at(chart, 1)->interval.present);
    ck_assert_ptr_nonnull(strstr(chart->title, "1 个科目中 1 个超出"));
    ck_assert_ptr_nonnull(strstr(chart->title, "行政运行"));
}
END_TEST

/* R: x <- c(2016,2017,2019:2023); y <- c(100,102,103,105,106,108,110);
 * s <- median(outer(y,y,"-")[lower.tri(diag(7))] / outer(x,x,"-")[lower.tri(diag(7))]); median(y - s * (x - 2016)) */
START_TEST(the_trend_ends_before_the_newest_year)
{
    g_autoptr(Department) department = tidy_department("虚构市小图局", ROWS);
    g_autoptr(Chart) chart = chart_of(department, 0, "multiples", NULL);
    ck_assert_ptr_nonnull(chart);
    const ChartFit *fit = &panel_at(chart, 0)->fit;
    ck_assert(fit->present && fit->origin == 2016 && fit->last_year == 2024);
    ck_assert_double_gt(fit->slope, 1);
    ck_assert_double_lt(fit->slope, 2); /* with 2024 in it, it would be steeper than any step but the last */
    ck_assert_double_eq_tol(chart_fit_at(fit, CHART_FIT_THEIL_SEN, 2016), 100, 1);
}
END_TEST

static const ChartCell *cell(const Chart *chart, const char *code, int year)
{
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartHeatRow *row = &g_array_index(chart->items, ChartHeatRow, i);
        if (strstr(row->label, code) != NULL)
            return &g_array_index(row->cells, ChartCell, (guint)(year - chart->first_year));
    }
    ck_abort_msg("no row of %s", code);
    return NULL;
}

static const struct {
    const char *row, *code;
    int year;
    ChartCellState state;
    double growth;
} CELLS[] = {
    {"growth", "2010101", 2017, CHART_CELL_GROWTH, 2},
    {"doubled", "2010101", 2024, CHART_CELL_GROWTH, 100},
    {"a year not filed", "2010101", 2018, CHART_CELL_UNKNOWN, 0},
    {"the year after it", "2010101", 2019, CHART_CELL_UNKNOWN, 0},
    {"new", "2010103", 2023, CHART_CELL_NEW, 0},
    {"before it was", "2010103", 2022, CHART_CELL_UNKNOWN, 0},
    {"as before", "2010103", 2024, CHART_CELL_GROWTH, 0},
    {"gone", "2010104", 2024, CHART_CELL_GONE, 0},
    {"new in a filed year", "2010102", 2022, CHART_CELL_NEW, 0},
};

START_TEST(cells_tell_growth_new_gone_and_gaps)
{
    g_autoptr(Department) department = tidy_department("虚构市热力局", ROWS);
    g_autoptr(Chart) chart = chart_of(department, 0, "heat", NULL);
    ck_assert_ptr_nonnull(chart);
    ck_assert_int_eq(chart->first_year, 2017);
    const ChartCell *found = cell(chart, CELLS[_i].code, CELLS[_i].year);
    ck_assert_msg(found->state == CELLS[_i].state, "%s: %d", CELLS[_i].row, (int)found->state);
    if (found->state == CHART_CELL_GROWTH)
        ck_assert_double_eq_tol(found->growth, CELLS[_i].growth, HALF_A_HUNDREDTH);
}
END_TEST

START_TEST(the_title_counts_what_can_be_compared)
{
    g_autoptr(Department) department = tidy_department("虚构市热力局", ROWS);
    g_autoptr(Chart) chart = chart_of(department, 0, "heat", NULL);
    ck_assert_ptr_nonnull(chart);
    ck_assert_ptr_nonnull(strstr(chart->title, "3 个科目中 1 个"));
    ck_assert_ptr_nonnull(strstr(chart->title, "行政运行（+100.0%）"));
}
END_TEST

/* 30 subjects: the largest are drawn, by code, and the rest counted. */
START_TEST(of_many_subjects_the_largest)
{
    g_autoptr(GString) rows = g_string_new(NULL);
    for (int i = 0; i < 30; i++)
        for (int year = 2020; year <= 2024; year++)
            g_string_append_printf(rows, "%d,20101%02d,科目%d,%d.00\n", year, i + 1, i + 1, 1000 - 10 * i + year % 7);
    g_autoptr(Department) department = tidy_department("虚构市多科局", rows->str);
    g_autoptr(Chart) heat = chart_of(department, 0, "heat", NULL);
    g_autoptr(Chart) multiples = chart_of(department, 0, "multiples", NULL);
    ck_assert_uint_eq(heat->items->len, 25);
    ck_assert_uint_eq(heat->n_left_out, 5);
    ck_assert_str_eq(g_array_index(heat->items, ChartHeatRow, 24).label, "2010125 科目25");
    ck_assert_uint_eq(multiples->items->len, 12);
    ck_assert_uint_eq(multiples->n_left_out, 18);
}
END_TEST

/* A class and its only item are the same money: once is enough. */
START_TEST(items_stand_for_their_class)
{
    static const int all_years[] = {2019, 2020, 2021, 2022, 2023, 2024, 0};
    static const char *const names[] = {"multiples", "heat"};
    g_autoptr(Department) department = sample_archive(all_years);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(Chart) chart = chart_of(department, 0, names[i], NULL);
        ck_assert_ptr_nonnull(chart);
        for (guint at = 0; at < chart->items->len; at++) {
            const char *label = i == 0 ? panel_at(chart, at)->label : g_array_index(chart->items, ChartHeatRow, at).label;
            ck_assert_msg(!g_str_has_prefix(label, "208 ") && !g_str_has_prefix(label, "20805 "), "%s", label);
        }
    }
}
END_TEST

static const struct {
    const char *row, *name, *rows;
} EMPTY[] = {
    {"no course of two years", "multiples", "2023,2010101,行政运行,1\n2024,2010101,行政运行,2\n"},
    {"no map of one growth", "heat", "2023,2010101,行政运行,1\n2024,2010101,行政运行,2\n"},
    {"no map of nothing", "heat", "2024,2010101,行政运行,2\n"},
    {"no course of zero years", "multiples", "2024,2010101,行政运行,2\n"},
};

START_TEST(says_when_there_is_nothing)
{
    g_autoptr(Department) department = tidy_department("虚构市新局", EMPTY[_i].rows);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(chart_of(department, 0, EMPTY[_i].name, &error));
    ck_assert_msg(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT), "%s", EMPTY[_i].row);
}
END_TEST

/* Zero and unchanging years have logarithms neither, or no spread: neither may end in a figure that cannot be drawn. */
START_TEST(odd_figures_can_be_drawn)
{
    static const char *const odd[] = {"0,0,0,0,0", "5,5,5,5,5", "0,1,2,3,4", "5,5,5,5,6", "0.01,99999999,0.01,1,2"};
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++) {
        g_autoptr(GString) rows = g_string_new(NULL);
        g_auto(GStrv) amounts = g_strsplit(odd[i], ",", -1);
        for (int at = 0; amounts[at] != NULL; at++)
            g_string_append_printf(rows, "%d,2010101,行政运行,%s\n%d,2010102,其他,1\n", 2020 + at, amounts[at], 2020 + at);
        g_autoptr(Department) department = tidy_department("虚构市怪局", rows->str);
        for (guint name = 0; name < 2; name++) {
            g_autoptr(GError) error = NULL;
            g_autoptr(Chart) chart = chart_of(department, 0, name == 0 ? "multiples" : "heat", &error);
            ck_assert_msg(chart != NULL && chart_check(chart, &error), "%s: %s", odd[i], error != NULL ? error->message : "");
        }
    }
}
END_TEST

/* Years without any deviation, and three years from which anything might follow, let expect nothing. */
START_TEST(nothing_is_expected_of_nothing)
{
    static const char *const pasts[] = {"2020,2010101,行政运行,5\n2021,2010101,行政运行,5\n2022,2010101,行政运行,5\n"
                                        "2023,2010101,行政运行,5\n2024,2010101,行政运行,5.01\n",
                                        "2021,2010101,行政运行,5\n2022,2010101,行政运行,500\n2023,2010101,行政运行,7\n"
                                        "2024,2010101,行政运行,9\n"};
    for (guint i = 0; i < G_N_ELEMENTS(pasts); i++) {
        g_autoptr(Department) department = tidy_department("虚构市平局", pasts[i]);
        g_autoptr(Chart) chart = chart_of(department, 0, "multiples", NULL);
        ck_assert_ptr_nonnull(chart);
        ck_assert(!panel_at(chart, 0)->interval.present);
    }
}
END_TEST

Suite *charts_subjects_suite(void)
{
    Suite *suite = suite_create("analysis/chart/charts_subjects");
    TCase *tests = tcase_create("charts of many subjects");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, what_leaves_its_course_comes_first);
    tcase_add_test(tests, the_trend_ends_before_the_newest_year);
    tcase_add_loop_test(tests, cells_tell_growth_new_gone_and_gaps, 0, G_N_ELEMENTS(CELLS));
    tcase_add_test(tests, the_title_counts_what_can_be_compared);
    tcase_add_test(tests, of_many_subjects_the_largest);
    tcase_add_test(tests, items_stand_for_their_class);
    tcase_add_loop_test(tests, says_when_there_is_nothing, 0, G_N_ELEMENTS(EMPTY));
    tcase_add_test(tests, odd_figures_can_be_drawn);
    tcase_add_test(tests, nothing_is_expected_of_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
