/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/department_year.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/analysis/report/sample.h"

Suite *department_year_suite(void);

#define WAN(hundredths) ((Amount){(hundredths)*10000, 10000})

static const struct {
    const char *row;
    gint64 before, after; /* in 0.01 万元 */
    const char *growth;   /* NULL: there is none */
} growths[] = {
    {"18.305 goes up, as people reckon", 100000, 118305, "18.31"},
    {"down, half away from zero", 100000, 81695, "-18.31"},
    {"nothing", 100000, 100000, "0.00"},
    {"to zero", 100000, 0, "-100.00"},
    {"from zero", 0, 5, NULL},
    {"from less than zero", -5, 5, NULL},
    {"a third", 3, 4, "33.33"},
    {"two thirds", 3, 5, "66.67"},
    {"small on large", 10000000, 10000001, "0.00"},
};

START_TEST(growth_is_exact)
{
    Rate rate = {0};
    bool known = growth_of_amounts(WAN(growths[_i].before), WAN(growths[_i].after), &rate);
    ck_assert_msg(known == (growths[_i].growth != NULL), "%s", growths[_i].row);
    if (!known)
        return;
    g_autofree char *text = rate_to_text(rate);
    ck_assert_msg(g_str_equal(text, growths[_i].growth), "%s: %s", growths[_i].row, text);
}
END_TEST

START_TEST(share_is_exact)
{
    Rate rate = {0};
    ck_assert(share_of_amounts(WAN(118305), WAN(170046), &rate));
    g_autofree char *text = rate_to_text(rate);
    ck_assert_str_eq(text, "69.57");
    ck_assert(!share_of_amounts(WAN(1), WAN(0), &rate));
    /* 1 fen of nothing much, of which G_MAXINT64 is more than a Rate can say. */
    ck_assert(!share_of_amounts((Amount){G_MAXINT64, 1}, (Amount){1, 1}, &rate));
}
END_TEST

static DepartmentYear *view_of(const Department *department, const Thresholds *thresholds, int year)
{
    g_autoptr(GError) error = NULL;
    DepartmentYear *view = department_year_new(department, year, thresholds, &error);
    ck_assert_msg(view != NULL, "%s", error != NULL ? error->message : "");
    return view;
}

START_TEST(the_newest_year_is_taken)
{
    static const int years[] = {2019, 2020, 2021, 0};
    g_autoptr(Department) department = sample_archive(years);
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(DepartmentYear) newest = view_of(department, thresholds, 0);
    g_autoptr(DepartmentYear) asked = view_of(department, thresholds, 2020);
    ck_assert_int_eq(newest->year, 2021);
    ck_assert_int_eq(asked->filing->fiscal_year, 2020);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(department_year_new(department, 2022, thresholds, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_ptr_nonnull(strstr(error->message, "2019 2020 2021"));
}
END_TEST

static const struct {
    const char *row;
    Yardstick yardstick;
    int year;
    bool known, implied;
    gint64 hundredths;
} figures[] = {
    {"printed", {DIRECTION_EXPENDITURE, FUND_ALL, "total"}, 2024, true, false, 170046},
    {"a whole, not one of the projects it is for", {DIRECTION_CARRYOVER, FUND_ALL, "total"}, 2024, true, false, 118305},
    {"stated by its change", {DIRECTION_EXPENDITURE, FUND_ALL, "basic"}, 2023, true, true, 51010},
    {"the ledger's base", {DIRECTION_EXPENDITURE, FUND_ALL, "total"}, 2023, true, true, 151010},
    {"all carryover is appropriation", {DIRECTION_CARRYOVER, FUND_ALL, "total"}, 2023, true, true, 100000},
    {"a year nobody tells of", {DIRECTION_EXPENDITURE, FUND_ALL, "total"}, 2022, false, false, 0},
    {"a measure that no form has", {DIRECTION_EXPENDITURE, FUND_ALL, "none"}, 2024, false, false, 0},
};

START_TEST(figures_of_years)
{
    g_autoptr(Department) department = sample_bureau();
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(DepartmentYear) view = view_of(department, thresholds, 0);
    YearFigure figure = department_year_figure(view, figures[_i].yardstick, "", figures[_i].year);
    ck_assert_msg(figure.known == figures[_i].known, "%s", figures[_i].row);
    ck_assert_msg(figure.implied == figures[_i].implied, "%s", figures[_i].row);
    ck_assert_msg(figure.amount.fen == figures[_i].hundredths * 10000, "%s: %" G_GINT64_FORMAT, figures[_i].row,
                  figure.amount.fen);
}
END_TEST

Suite *department_year_suite(void)
{
    Suite *suite = suite_create("department_year");
    TCase *tests = tcase_create("department_year");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, growth_is_exact, 0, G_N_ELEMENTS(growths));
    tcase_add_test(tests, share_is_exact);
    tcase_add_test(tests, the_newest_year_is_taken);
    tcase_add_loop_test(tests, figures_of_years, 0, G_N_ELEMENTS(figures));
    suite_add_tcase(suite, tests);
    return suite;
}
