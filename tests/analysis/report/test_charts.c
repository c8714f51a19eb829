/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/charts.h"

#include <check.h>
#include <math.h>
#include <string.h>

#include "schema/error.h"
#include "tests/analysis/report/sample.h"

Suite *charts_suite(void);

/* Figures are printed in hundredths; sums of a dozen of them in doubles stay far closer than half of one. */
static const double HALF_A_HUNDREDTH = 0.005;

static const int all_years[] = {2019, 2020, 2021, 2022, 2023, 2024, 0};
static const int two_years[] = {2023, 2024, 0};

static Chart *chart_of(const Department *department, int year, const char *name, const char *subject, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    return chart_from_department(department, year, name, subject, NULL, thresholds, error);
}

START_TEST(all_names_can_be_drawn)
{
    g_autoptr(Department) department = sample_archive(all_years);
    const char *const *names = chart_names();
    guint count = 0;
    for (; names[count] != NULL; count++) {
        if (chart_needs_peers(names[count])) /* test_charts_peers.c */
            continue;
        g_autoptr(GError) error = NULL;
        /* There are no accounts. */
        if (g_str_equal(names[count], "execution"))
            continue;
        g_autoptr(Chart) chart = chart_of(department, 0, names[count], NULL, &error);
        ck_assert_msg(chart != NULL, "%s: %s", names[count], error != NULL ? error->message : "");
        ck_assert_msg(chart_check(chart, &error), "%s", names[count]);
        ck_assert_str_eq(chart->name, names[count]);
        ck_assert_ptr_nonnull(strstr(chart->subtitle, department->name));
    }
    ck_assert_uint_eq(count, 14);
}
END_TEST

START_TEST(waterfall_adds_up)
{
    g_autoptr(Department) department = sample_bureau();
    g_autoptr(Chart) chart = chart_of(department, 0, "waterfall", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    double level = chart->start;
    guint moved = 0;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartStep *step = &g_array_index(chart->items, ChartStep, i);
        level += step->amount;
        moved += step->step_class == CHART_STEP_MOVED;
    }
    /* Eleven printed changes, each off by half of its last digit, at most. */
    ck_assert_double_eq_tol(level, chart->end, 11 * HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(chart->end, 1700.46, HALF_A_HUNDREDTH);
    /* 145.00 from 2011301 to 2011308 stands on both sides. */
    ck_assert_uint_eq(moved, 2);
    ck_assert_ptr_nonnull(strstr(chart->title, "1,700.46"));
    ck_assert_ptr_nonnull(strstr(chart->title, "190.36"));
}
END_TEST

START_TEST(growth_is_comparable_and_marks_the_new)
{
    g_autoptr(Department) department = sample_bureau();
    g_autoptr(Chart) chart = chart_of(department, 0, "growth", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    bool seen_moved = false, seen_new = false;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartGrowth *growth = &g_array_index(chart->items, ChartGrowth, i);
        if (strstr(growth->label, "2011308") != NULL) {
            /* All of it came from 2011301: no growth on a comparable base, and nothing new. */
            ck_assert_double_eq_tol(growth->base, 145.00, HALF_A_HUNDREDTH);
            seen_moved = true;
        }
        if (strstr(growth->label, "单位资金") != NULL) {
            ck_assert_double_eq_tol(growth->base, 0, HALF_A_HUNDREDTH);
            seen_new = true;
        }
    }
    ck_assert(seen_moved && seen_new);
    ck_assert_ptr_nonnull(strstr(chart->title, "209.3"));
}
END_TEST

START_TEST(composition_is_of_classes)
{
    g_autoptr(Department) department = sample_bureau();
    g_autoptr(Chart) chart = chart_of(department, 0, "composition", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    ck_assert_uint_eq(chart->items->len, 5);
    ck_assert_ptr_nonnull(strstr(chart->title, "69.6"));
}
END_TEST

START_TEST(one_filing_gives_two_years_of_carryover)
{
    g_autoptr(Department) department = sample_bureau();
    g_autoptr(Chart) chart = chart_of(department, 0, "carryover", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    ck_assert_uint_eq(chart->items->len, 2);
    const ChartCarryover *before = &g_array_index(chart->items, ChartCarryover, 0);
    const ChartCarryover *now = &g_array_index(chart->items, ChartCarryover, 1);
    ck_assert(before->carryover_implied && before->budget_implied && !now->carryover_implied && !now->budget_implied);
    /* 681.05 is of 2023 by its name; the other project's name tells nothing, and there is no filing of the year before. */
    ck_assert_double_eq_tol(now->one_year, 681.05, HALF_A_HUNDREDTH);
    ck_assert_double_eq(now->two_years, 0);
    ck_assert_double_eq_tol(before->carryover, 1000.00, HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(now->carryover, 1183.05, HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(before->budget, 1510.10, HALF_A_HUNDREDTH);
}
END_TEST

START_TEST(trend_has_fit_and_interval)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Chart) chart = chart_of(department, 0, "trend", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    ck_assert_uint_ge(chart->items->len, 6);
    ck_assert(chart->fits[CHART_FIT_LOG_LINEAR].present);
    ck_assert(chart->interval.present);
    ck_assert_int_eq(chart->interval.year, 2024);
    /* A fit through the years before runs through their middle: no farther off than the series is wide. */
    double middle = chart_fit_at(&chart->fits[CHART_FIT_LOG_LINEAR], CHART_FIT_LOG_LINEAR, 2021);
    ck_assert_double_gt(middle, 500);
    ck_assert_double_lt(middle, 700);
}
END_TEST

START_TEST(trend_of_a_subject)
{
    static const char *const subjects[] = {"2012604", "公务员医疗补助"};
    g_autoptr(Department) department = sample_archive(all_years);
    for (guint i = 0; i < G_N_ELEMENTS(subjects); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Chart) chart = chart_of(department, 0, "trend", subjects[i], &error);
        ck_assert_msg(chart != NULL, "%s: %s", subjects[i], error != NULL ? error->message : "");
        ck_assert_ptr_nonnull(strstr(chart->title, subjects[i]));
    }
}
END_TEST

/* 住房公积金 is 2210201 by function and 30113 by economic class. */
START_TEST(a_name_of_two_subjects_is_refused)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(chart_of(department, 0, "trend", "住房公积金", &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    g_autoptr(Chart) chart = chart_of(department, 0, "trend", "2210201", NULL);
    ck_assert_ptr_nonnull(chart);
}
END_TEST

START_TEST(a_year_ends_the_picture)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Chart) chart = chart_of(department, 2022, "trend", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    const ChartPoint *last = &g_array_index(chart->items, ChartPoint, chart->items->len - 1);
    ck_assert_int_eq(last->year, 2022);
}
END_TEST

static const ChartMoneyYear *money_year_of(const Chart *chart, int year)
{
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartMoneyYear *item = &g_array_index(chart->items, ChartMoneyYear, i);
        if (item->year == year)
            return item;
    }
    ck_abort_msg("no year %d", year);
}

/* Every divided column is its whole, up to what rounding leaves of a dozen parts. */
static void parts_are_the_whole(const Chart *chart)
{
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartMoneyYear *item = &g_array_index(chart->items, ChartMoneyYear, i);
        double sum = 0;
        for (guint part = 0; item->parts != NULL && part < chart->parts->len; part++)
            sum += item->parts[part];
        if (item->parts != NULL)
            ck_assert_double_eq_tol(sum, item->whole, 12 * HALF_A_HUNDREDTH);
    }
}

START_TEST(totals_are_of_classes)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Chart) chart = chart_of(department, 0, "totals", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    parts_are_the_whole(chart);
    ck_assert_double_eq_tol(money_year_of(chart, 2024)->whole, 672.62, HALF_A_HUNDREDTH);
    ck_assert_ptr_nonnull(money_year_of(chart, 2024)->parts);
    ck_assert_ptr_nonnull(strstr(chart->title, "539.65"));
    ck_assert_ptr_nonnull(strstr(chart->title, "一般公共服务支出（+119.41）"));
}
END_TEST

/* 644.47 + 16.00 + 12.15 carried over = 672.62: the carryover is a source of its own here. */
START_TEST(funds_are_the_revenue)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Chart) chart = chart_of(department, 0, "funds", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    parts_are_the_whole(chart);
    ck_assert_uint_eq(chart->parts->len, 4);
    ck_assert_double_eq_tol(money_year_of(chart, 2024)->parts[3], 12.15, HALF_A_HUNDREDTH);
    ck_assert_ptr_nonnull(strstr(chart->title, "95.8%"));
}
END_TEST

/* 2022 to 2023, from 536.68 54.52 21.98 25.58 8.00 to 557.55 55.96 22.73 26.45 0: R, with x the first and y the second,
 * sum(abs(y/sum(y) - x/sum(x))) / 2 = 0.01237; 8.00 / 646.76 of it is the class that goes. */
START_TEST(shares_know_what_moved)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Chart) chart = chart_of(department, 0, "shares", NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    parts_are_the_whole(chart);
    ck_assert_double_eq_tol(money_year_of(chart, 2023)->moved, 1.237, 0.0005);
    ck_assert(isnan(money_year_of(chart, 2019)->moved));
}
END_TEST

START_TEST(unexplained_is_of_the_ledgers)
{
    g_autoptr(Department) department = sample_archive(all_years);
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Chart) chart = chart_of(department, 0, "unexplained", NULL, NULL);
    g_autoptr(Ledger) ledger = ledger_from_department(department, 2024, 2023, thresholds, NULL);
    ck_assert(chart != NULL && ledger != NULL);
    const ChartUnexplained *last = &g_array_index(chart->items, ChartUnexplained, chart->items->len - 1);
    ck_assert_int_eq(last->year, 2024);
    ck_assert_double_eq_tol(last->size, amount_to_wan_yuan(ledger->change_size), HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(last->unexplained, amount_to_wan_yuan(ledger->unexplained_total), HALF_A_HUNDREDTH);
}
END_TEST

static const struct {
    const char *row, *name, *subject;
    int year;
    bool content; /* CHART_ERROR_CONTENT, which a report goes on without; else a wrong question */
} refusals[] = {
    {"two years are no trend", "trend", NULL, 0, true},
    {"budgets alone are not executed", "execution", NULL, 0, true},
    {"the first year's total is alone", "totals", NULL, 2023, true},
    {"so are its funds", "funds", NULL, 2023, true},
    {"and its shares", "shares", NULL, 2023, true},
    {"one ledger at most", "unexplained", NULL, 0, true},
    {"no such chart", "pie", NULL, 0, false},
    {"no such year", "growth", NULL, 1999, false},
    {"no such subject", "trend", "9999999", 0, false},
    {"a subject where none is taken", "growth", "2012604", 0, false},
};

START_TEST(refuses)
{
    g_autoptr(Department) department = sample_archive(two_years);
    g_autoptr(GError) error = NULL;
    /* The year before the first filing is implied: take it away, so that two are left. */
    Filing *first = g_ptr_array_index(department->filings, 0);
    g_ptr_array_set_size(first->sums, 0);
    g_ptr_array_set_size(first->claims, 0);
    ck_assert_ptr_null(chart_of(department, refusals[_i].year, refusals[_i].name, refusals[_i].subject, &error));
    ck_assert_ptr_nonnull(error);
    bool content = g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT);
    bool usage = g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE);
    ck_assert_msg(refusals[_i].content ? content : usage, "%s: %s", refusals[_i].row, error->message);
}
END_TEST

Suite *charts_suite(void)
{
    Suite *suite = suite_create("charts");
    TCase *tests = tcase_create("charts");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, all_names_can_be_drawn);
    tcase_add_test(tests, waterfall_adds_up);
    tcase_add_test(tests, growth_is_comparable_and_marks_the_new);
    tcase_add_test(tests, composition_is_of_classes);
    tcase_add_test(tests, one_filing_gives_two_years_of_carryover);
    tcase_add_test(tests, trend_has_fit_and_interval);
    tcase_add_test(tests, trend_of_a_subject);
    tcase_add_test(tests, a_name_of_two_subjects_is_refused);
    tcase_add_test(tests, a_year_ends_the_picture);
    tcase_add_test(tests, totals_are_of_classes);
    tcase_add_test(tests, funds_are_the_revenue);
    tcase_add_test(tests, shares_know_what_moved);
    tcase_add_test(tests, unexplained_is_of_the_ledgers);
    tcase_add_loop_test(tests, refuses, 0, G_N_ELEMENTS(refusals));
    suite_add_tcase(suite, tests);
    return suite;
}
