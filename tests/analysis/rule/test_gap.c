/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *gap_suite(void);

/* The filing looked at is of 2024. */
START_TEST(misses_years_between)
{
    static const struct {
        const char *name;
        int others[5];
        const char *expected;
    } rows[] = {
        {"the only one", {0}, ""},
        {"the year before", {2023}, ""},
        {"all of them", {2021, 2022, 2023}, ""},
        {"one is missing", {2022}, "year.gap notice 2023年部门预算"},
        {"two are missing", {2021}, "year.gap notice 2022—2023年部门预算"},
        {"an older gap is the older filing's", {2019, 2023}, ""},
        {"only the newest gap", {2019, 2022}, "year.gap notice 2023年部门预算"},
        {"later years", {2026}, ""},
        {"in any order", {2023, 2020, 2022}, ""},
    };
    Bench *bench = bench_new();
    for (int i = 0; i < 5 && rows[_i].others[i] != 0; i++)
        bench_add_filing(bench, rows[_i].others[i]);
    bench_run(bench, rule_gap);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(names_the_years)
{
    Bench *bench = bench_new();
    Filing *before = bench_add_filing(bench, 2021);
    filing_add_evidence(bench->filing, "fiscal_year", "2024年部门预算", 1, 2);
    bench_run(bench, rule_gap);
    const Finding *finding = bench_only(bench, "year.gap");
    ck_assert_int_eq(finding->base_year, 2021);
    ck_assert_ptr_nonnull(strstr(finding->message, "2022、2023 年的部门预算"));
    ck_assert_ptr_nonnull(strstr(finding->question, "是否公开过"));
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 0))->text, "2024年部门预算");
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, before->file);
    g_ptr_array_set_size(bench->findings, 0);
    before->fiscal_year = 2010;
    bench_run(bench, rule_gap);
    ck_assert_ptr_nonnull(strstr(bench_only(bench, "year.gap")->message, "2011 至 2023 年"));
    bench_free(bench);
}
END_TEST

/* A department's budgets, its accounts and a unit's filings each go on by themselves. */
START_TEST(keeps_kinds_and_scopes_apart)
{
    Bench *bench = bench_new();
    bench_add_filing(bench, 2022);
    Filing *other = bench_add_filing(bench, 2023);
    other->kind = KIND_ACCOUNTS;
    bench_run(bench, rule_gap);
    bench_assert(bench, "accounts fill no gap", "year.gap notice 2023年部门预算");
    g_ptr_array_set_size(bench->findings, 0);
    other->kind = KIND_BUDGET;
    other->scope = SCOPE_UNIT;
    bench_run(bench, rule_gap);
    bench_assert(bench, "nor does a unit", "year.gap notice 2023年部门预算");
    bench_free(bench);
}
END_TEST

/* A printed and a tidy filing of one year: the gap is said of one of them. */
START_TEST(says_it_once)
{
    Bench *bench = bench_new();
    bench_add_filing(bench, 2022);
    build_set(&bench_add_filing(bench, 2024)->form, FORM_TIDY);
    g_autoptr(GPtrArray) findings = findings_of_department(bench->department, bench->thresholds);
    int told = 0;
    for (guint i = 0; i < findings->len; i++)
        told += g_str_equal(((const Finding *)g_ptr_array_index(findings, i))->rule, "year.gap");
    ck_assert_int_eq(told, 1);
    bench_free(bench);
}
END_TEST

Suite *gap_suite(void)
{
    Suite *suite = suite_create("gap");
    TCase *tests = tcase_create("gap");
    tcase_add_loop_test(tests, misses_years_between, 0, 9);
    tcase_add_test(tests, names_the_years);
    tcase_add_test(tests, keeps_kinds_and_scopes_apart);
    tcase_add_test(tests, says_it_once);
    suite_add_tcase(suite, tests);
    return suite;
}
