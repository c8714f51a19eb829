/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *restated_suite(void);

static Filing *issue_again(Bench *bench, const char *now, const char *before)
{
    build_row(build_table(bench->filing, "expenditure"), "", "总计", now);
    Filing *earlier = bench_add_restated(bench);
    build_row(build_table(earlier, "expenditure"), "", "总计", before);
    return earlier;
}

START_TEST(compares_issues)
{
    static const struct {
        const char *name, *now, *before, *expected;
    } rows[] = {
        {"the same figures", "10.00 4.00 6.00", "10.00 4.00 6.00", ""},
        {"one other figure", "10.00 4.00 6.00", "10.00 5.00 6.00", "year.restated warning 总计"},
        {"all other figures: one finding", "10.00 4.00 6.00", "12.00 5.00 7.00", "year.restated warning 总计"},
        {"a last digit counts: both are printed by the same hand", "10.00", "10.01", "year.restated warning 总计"},
        {"a figure more", "10.00 4.00", "10.00", ""},
        {"not settled", "10.00?2", "12.00", ""},
    };
    Bench *bench = bench_new();
    issue_again(bench, rows[_i].now, rows[_i].before);
    bench_run(bench, rule_restated);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_issues)
{
    Bench *bench = bench_new();
    issue_again(bench, "10.00 4.00 6.00", "12.00 5.00 7.00");
    bench_run(bench, rule_restated);
    const Finding *finding = bench_only(bench, "year.restated");
    ck_assert_ptr_nonnull(strstr(finding->message, "3 个数字不同"));
    ck_assert_ptr_nonnull(strstr(finding->message, "12.00 → 10.00"));
    ck_assert_uint_eq(finding->evidence->len, 6);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, "虚构县图书馆-先前.txt");
    bench_free(bench);
}
END_TEST

/* Another kind, scope or form is another filing, not another issue. */
START_TEST(keeps_to_the_same_filing)
{
    Bench *bench = bench_new();
    Filing *earlier = issue_again(bench, "10.00", "12.00");
    earlier->kind = KIND_ACCOUNTS;
    bench_run(bench, rule_restated);
    bench_assert(bench, "final accounts", "");
    earlier->kind = KIND_BUDGET;
    earlier->scope = SCOPE_UNIT;
    bench_run(bench, rule_restated);
    bench_assert(bench, "a unit's", "");
    earlier->scope = SCOPE_DEPARTMENT;
    earlier->fiscal_year = 2023;
    bench_run(bench, rule_restated);
    bench_assert(bench, "another year", "");
    bench_free(bench);
}
END_TEST

/* Fourteen figures of a year; the last one is as given. */
static void fill(Filing *filing, const char *last)
{
    build_total(filing, "91.00");
    for (int i = 0; i < 13; i++) {
        g_autofree char *code = g_strdup_printf("20101%02d", i);
        build_figure(filing, quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total", code), i < 12 ? "7.00" : last);
    }
}

/* A filing of the wrong year under the right name: every figure is last year's. One that differs makes it another one. */
START_TEST(knows_last_years_filing_again)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    fill(bench->filing, "7.00");
    fill(last, "7.00");
    bench_run(bench, rule_restated);
    bench_assert(bench, "all the same", "year.restated warning 总计");
    const Finding *finding = bench_only(bench, "year.restated");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_ptr_nonnull(strstr(finding->message, "2024 年的文件与 2023 年的文件数字都相同（共 14 个）"));
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, last->file);
    g_ptr_array_set_size(bench->findings, 0);
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_restated);
    bench_assert(bench, "a unit that is the whole department", "");
    bench_free(bench);
}
END_TEST

START_TEST(takes_few_equal_figures_for_chance)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, "91.00");
    build_total(last, "91.00");
    bench_run(bench, rule_restated);
    bench_assert(bench, "one figure", "");
    fill(bench->filing, "7.00");
    fill(last, "7.01");
    bench_run(bench, rule_restated);
    bench_assert(bench, "one of fourteen is another", "");
    bench_free(bench);
}
END_TEST

Suite *restated_suite(void)
{
    Suite *suite = suite_create("restated");
    TCase *issues = tcase_create("issues");
    tcase_add_loop_test(issues, compares_issues, 0, 6);
    tcase_add_test(issues, shows_both_issues);
    tcase_add_test(issues, keeps_to_the_same_filing);
    tcase_add_test(issues, knows_last_years_filing_again);
    tcase_add_test(issues, takes_few_equal_figures_for_chance);
    suite_add_tcase(suite, issues);
    return suite;
}
