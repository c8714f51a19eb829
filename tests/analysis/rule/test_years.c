/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "analysis/rule/years.h"
#include "tests/analysis/rule/build.h"

Suite *years_suite(void);

static Quantity total(const char *code)
{
    return quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", code);
}

START_TEST(finds_the_filing_of_a_scope)
{
    Bench *bench = bench_new();
    Filing *unit = bench_add_filing(bench, 2023);
    unit->scope = SCOPE_UNIT;
    ck_assert_ptr_null(department_filing_of(bench->department, 2023, KIND_BUDGET, SCOPE_DEPARTMENT));
    ck_assert_ptr_eq(department_filing_of(bench->department, 2023, KIND_BUDGET, SCOPE_UNIT), unit);
    ck_assert_ptr_null(department_filing_of(bench->department, 2023, KIND_ACCOUNTS, SCOPE_UNIT));
    Filing *tidy = bench_add_filing(bench, 2023);
    build_set(&tidy->form, FORM_TIDY);
    Filing *printed = bench_add_filing(bench, 2023);
    ck_assert_ptr_eq(department_filing_of(bench->department, 2023, KIND_BUDGET, SCOPE_DEPARTMENT), printed);
    g_ptr_array_remove(bench->department->filings, printed);
    ck_assert_ptr_eq(department_filing_of(bench->department, 2023, KIND_BUDGET, SCOPE_DEPARTMENT), tidy);
    bench_free(bench);
}
END_TEST

/* Two tables of one filing may disagree: the best verdict of any two settled places counts. */
START_TEST(compares_all_places)
{
    static const struct {
        const char *name, *now[2], *before[2];
        bool known;
        Verdict verdict;
    } rows[] = {
        {"equal", {"5.00", NULL}, {"5.00", NULL}, true, VERDICT_PROVED},
        {"rounding", {"5.00", NULL}, {"5.01", NULL}, true, VERDICT_ROUNDING},
        {"apart", {"5.00", NULL}, {"6.00", NULL}, true, VERDICT_IMPOSSIBLE},
        {"one of two fits", {"5.00", "6.00"}, {"6.00", NULL}, true, VERDICT_PROVED},
        {"one of two, last year", {"6.00", NULL}, {"5.00", "6.01"}, true, VERDICT_ROUNDING},
        {"what fits is not settled", {"5.00", "6.00?2"}, {"6.00", NULL}, true, VERDICT_IMPOSSIBLE},
        {"nothing is settled", {"5.00?2", NULL}, {"5.00", NULL}, false, VERDICT_PROVED},
        {"not printed", {"5.00", NULL}, {".", NULL}, false, VERDICT_PROVED},
    };
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    for (int i = 0; i < 2; i++) {
        if (rows[_i].now[i] != NULL)
            build_figure(bench->filing, total("201"), rows[_i].now[i]);
        if (rows[_i].before[i] != NULL)
            build_figure(last, total("201"), rows[_i].before[i]);
    }
    g_autoptr(Figures) now = figures_new(bench->filing);
    g_autoptr(Figures) before = figures_new(last);
    Quantity quantity = total("201");
    Verdict verdict;
    bool known = figures_compare(now, &quantity, before, &quantity, &verdict, NULL, NULL);
    ck_assert_msg(known == rows[_i].known, "%s", rows[_i].name);
    if (rows[_i].known)
        ck_assert_msg(verdict == rows[_i].verdict, "%s: %s", rows[_i].name, verdict_word(verdict));
    bench_free(bench);
}
END_TEST

START_TEST(knows_a_filing_again)
{
    static const struct {
        const char *name;
        int count, zeros;
        const char *last_now, *last_before;
        bool repeats;
    } rows[] = {
        {"twelve figures", 11, 0, "7.00", "7.00", true},
        {"eleven", 10, 0, "7.00", "7.00", false},
        {"zeros prove nothing", 10, 5, "7.00", "7.00", false},
        {"one differs", 20, 0, "7.00", "7.01", false},
        {"one of twenty-one is new: a line with the year in its name", 20, 0, "7.00", ".", true},
        {"a tenth is not passed: 1 beside 12", 12, 0, "7.00", ".", true},
        {"one is gone", 20, 0, ".", "7.00", true},
    };
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    for (int i = 0; i < rows[_i].count + rows[_i].zeros; i++) {
        g_autofree char *code = g_strdup_printf("20101%02d", i);
        build_figure(bench->filing, total(code), i < rows[_i].count ? "7.00" : "0.00");
        build_figure(last, total(code), i < rows[_i].count ? "7.00" : "0.00");
    }
    build_figure(bench->filing, total("201"), rows[_i].last_now);
    build_figure(last, total("201"), rows[_i].last_before);
    RuleContext context = {.department = bench->department, .filing = bench->filing, .thresholds = bench->thresholds,
                           .findings = bench->findings};
    ck_assert_msg((filing_compared(&context) == NULL) == rows[_i].repeats, "%s", rows[_i].name);
    bench_free(bench);
}
END_TEST

Suite *years_suite(void)
{
    Suite *suite = suite_create("years");
    TCase *tests = tcase_create("years");
    tcase_add_test(tests, finds_the_filing_of_a_scope);
    tcase_add_loop_test(tests, compares_all_places, 0, 8);
    tcase_add_loop_test(tests, knows_a_filing_again, 0, 7);
    suite_add_tcase(suite, tests);
    return suite;
}
