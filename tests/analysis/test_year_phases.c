/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/year_phases.h"

#include <check.h>
#include <string.h>

#include "tests/analysis/report/sample.h"
#include "tests/analysis/rule/build.h"

Suite *year_phases_suite(void);

static const char BOTH[] = "2021,budget,expenditure,total,,,90.00\n"
                           "2022,budget,expenditure,total,,,100.00\n2022,accounts,expenditure,total,,,95.00\n"
                           "2023,accounts,expenditure,total,,,97.00\n"
                           "2024,budget,expenditure,total,,合计,110.00\n2024,accounts,expenditure,total,,合计,121.00\n"
                           "2024,budget,expenditure,total,201,一般公共服务支出,60.00\n"
                           "2024,accounts,expenditure,total,201,一般公共服务支出,71.00\n"
                           "2024,accounts,expenditure,total,208,社会保障和就业支出,50.00\n"
                           "2025,budget,expenditure,total,,,120.00\n";

static DepartmentYear *view_of(const Department *department, const Thresholds *thresholds)
{
    g_autoptr(GError) error = NULL;
    DepartmentYear *view = department_year_new(department, 0, thresholds, &error);
    ck_assert_msg(view != NULL, "%s", error != NULL ? error->message : "");
    return view;
}

static bool figure_is(YearFigure figure, const char *amount)
{
    return amount == NULL ? !figure.known : figure.known && figure.amount.fen == build_amount(amount).fen;
}

/* NULL for what is not known. */
static void phases_are(const YearPhases *phases, int year, const char *approved, const char *executed)
{
    ck_assert_int_eq(phases->year, year);
    ck_assert_msg(figure_is(phases->approved, approved) && figure_is(phases->executed, executed), "%d", year);
    ck_assert(!phases->adjusted.known);
}

START_TEST(years_keep_what_they_lack)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) department = sample_tidy(BOTH);
    g_autoptr(DepartmentYear) view = view_of(department, thresholds);
    Fund fund;
    g_autoptr(GArray) years = phases_of_years(view, &fund);
    ck_assert_int_eq(fund, FUND_ALL);
    ck_assert_uint_eq(years->len, 5);
    phases_are(&g_array_index(years, YearPhases, 0), 2021, "90.00", NULL);
    phases_are(&g_array_index(years, YearPhases, 1), 2022, "100.00", "95.00");
    phases_are(&g_array_index(years, YearPhases, 2), 2023, NULL, "97.00");
    phases_are(&g_array_index(years, YearPhases, 3), 2024, "110.00", "121.00");
    phases_are(&g_array_index(years, YearPhases, 4), 2025, "120.00", NULL);
    const YearPhases *newest = phases_newest(years);
    ck_assert_int_eq(newest->year, 2024);
    Rate rate;
    ck_assert(completion_of(newest->executed, phases_budget(newest), &rate));
    g_autofree char *text = rate_to_text(rate);
    ck_assert_str_eq(text, "110.00");
    ck_assert(!completion_of(newest->executed, newest->adjusted, &rate));
}
END_TEST

START_TEST(subjects_have_both)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) department = sample_tidy(BOTH);
    g_autoptr(DepartmentYear) view = view_of(department, thresholds);
    g_autoptr(GArray) subjects = phases_of_subjects(view, FUND_ALL, 2024);
    ck_assert_uint_eq(subjects->len, 1);
    const SubjectPhases *subject = &g_array_index(subjects, SubjectPhases, 0);
    ck_assert_str_eq(subject->code, "201");
    phases_are(&subject->phases, 2024, "60.00", "71.00");
    g_autoptr(GArray) none = phases_of_subjects(view, FUND_ALL, 2023);
    ck_assert_uint_eq(none->len, 0);
}
END_TEST

static const struct {
    const char *row, *csv;
} LACKS[] = {
    {"budgets alone", "2023,budget,expenditure,total,,,1.00\n2024,budget,expenditure,total,,,1.00\n"},
    {"accounts alone", "2023,accounts,expenditure,total,,,1.00\n2024,accounts,expenditure,total,,,1.00\n"},
    {"never in the same year", "2023,accounts,expenditure,total,,,1.00\n2024,budget,expenditure,total,,,1.00\n"},
};

START_TEST(nothing_comes_of_one_side)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) department = sample_tidy(LACKS[_i].csv);
    g_autoptr(DepartmentYear) view = view_of(department, thresholds);
    Fund fund;
    g_autoptr(GArray) years = phases_of_years(view, &fund);
    ck_assert_msg(years->len == 0 && phases_newest(years) == NULL, "%s", LACKS[_i].row);
}
END_TEST

static const struct {
    const char *row, *text, *base, *completion;
    bool approved, adjusted;
} SENTENCES[] = {
    {"approved", "图书馆年初预算为…，支出决算为…", "100.00", NULL, true, false},
    {"adjusted", "图书馆调整预算为…，支出决算为…", "100.00", NULL, false, true},
    {"only a rate", "图书馆支出决算为…，完成年初预算的 95%", NULL, "95.00", false, false},
};

/* Where no budget filing is at hand, the accounts' own sentence gives the budget. */
START_TEST(sentences_give_the_budget)
{
    Bench *bench = bench_new();
    bench->filing->kind = KIND_ACCOUNTS;
    build_figure(bench->filing, quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total", ""), "95.00");
    build_claim(bench->filing, (Sentence){.subject = "支出", .measure = "total", .fund = FUND_GENERAL,
                                          .base = SENTENCES[_i].base, .completion = SENTENCES[_i].completion,
                                          .amount = "95.00", .against = AGAINST_THIS_BUDGET, .text = SENTENCES[_i].text});
    g_autoptr(DepartmentYear) view = view_of(bench->department, bench->thresholds);
    Fund fund;
    g_autoptr(GArray) years = phases_of_years(view, &fund);
    ck_assert_int_eq(fund, FUND_GENERAL);
    bool any = SENTENCES[_i].approved || SENTENCES[_i].adjusted;
    ck_assert_msg(years->len == (any ? 1 : 0), "%s: %u", SENTENCES[_i].row, years->len);
    if (any) {
        const YearPhases *phases = &g_array_index(years, YearPhases, 0);
        ck_assert_msg(phases->approved.known == SENTENCES[_i].approved, "%s", SENTENCES[_i].row);
        ck_assert_msg(phases->adjusted.known == SENTENCES[_i].adjusted, "%s", SENTENCES[_i].row);
        ck_assert_int_eq(phases_budget(phases).amount.fen, build_amount("100.00").fen);
    }
    view = (department_year_free(view), NULL);
    bench_free(bench);
}
END_TEST

Suite *year_phases_suite(void)
{
    Suite *suite = suite_create("year_phases");
    TCase *tests = tcase_create("year_phases");
    tcase_add_test(tests, years_keep_what_they_lack);
    tcase_add_test(tests, subjects_have_both);
    tcase_add_loop_test(tests, nothing_comes_of_one_side, 0, G_N_ELEMENTS(LACKS));
    tcase_add_loop_test(tests, sentences_give_the_budget, 0, G_N_ELEMENTS(SENTENCES));
    suite_add_tcase(suite, tests);
    return suite;
}
