/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *staff_roll_suite(void);

START_TEST(rolls_forward)
{
    static const struct {
        const char *name, *kind;
        gint64 count, change, before;
        const char *expected;
    } rows[] = {
        {"fewer", "in-post", 20, -3, 23, ""},
        {"more", "retired", 22, 2, 20, ""},
        {"no change", "veterans", 0, 0, 0, ""},
        {"one too many", "in-post", 20, -3, 24, "year.staff-roll error 在职"},
        {"the other way", "retired", 22, 2, 24, "year.staff-roll error 退休"},
        {"said to be the same", "posts", 23, 0, 22, "year.staff-roll error 编制"},
        {"all of them", "present", 42, -1, 40, "year.staff-roll error 实有人数"},
        {"no veterans left", "veterans", 0, -1, 0, "year.staff-roll error 离休"},
    };
    Bench *bench = bench_new();
    build_staff(bench->filing, rows[_i].kind, rows[_i].count, rows[_i].change);
    build_staff(bench_add_filing(bench, 2023), rows[_i].kind, rows[_i].before, 5);
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_years)
{
    Bench *bench = bench_new();
    build_staff(bench->filing, "in-post", 20, -3);
    Filing *last = bench_add_filing(bench, 2023);
    build_staff(last, "in-post", 24, 0);
    bench_run(bench, rule_staff_roll);
    const Finding *finding = bench_only(bench, "year.staff-roll");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, last->file);
    ck_assert_ptr_nonnull(strstr(finding->message, "在职 20 人、减少 3 人，推算 2023 年为 23 人"));
    ck_assert_ptr_nonnull(strstr(finding->message, "2023 年文件写 24 人"));
    bench_free(bench);
}
END_TEST

START_TEST(needs_one_count_in_each_year)
{
    Bench *bench = bench_new();
    build_staff(bench->filing, "posts", 23, 0);
    Filing *last = bench_add_filing(bench, 2023);
    build_staff(last, "posts", 12, 0);
    build_staff(last, "posts", 10, 0);
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, "two kinds of posts last year", "");
    build_staff(bench->filing, "in-post", 20, -3);
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, "not counted last year", "");
    ((Staff *)g_ptr_array_index(bench->filing->staff, 1))->has_change = false;
    build_staff(last, "in-post", 24, 0);
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, "no change is stated", "");
    bench_free(bench);
}
END_TEST

START_TEST(keeps_years_kinds_and_scopes_apart)
{
    Bench *bench = bench_new();
    build_staff(bench->filing, "in-post", 20, -3);
    Filing *last = bench_add_filing(bench, 2022);
    build_staff(last, "in-post", 24, 0);
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, "the year between is missing", "");
    last->fiscal_year = 2023;
    last->kind = KIND_ACCOUNTS;
    bench_run(bench, rule_staff_roll);
    last->kind = KIND_BUDGET;
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_staff_roll);
    bench_assert(bench, "accounts, a unit", "");
    bench_free(bench);
}
END_TEST

Suite *staff_roll_suite(void)
{
    Suite *suite = suite_create("staff_roll");
    TCase *tests = tcase_create("staff_roll");
    tcase_add_loop_test(tests, rolls_forward, 0, 8);
    tcase_add_test(tests, shows_both_years);
    tcase_add_test(tests, needs_one_count_in_each_year);
    tcase_add_test(tests, keeps_years_kinds_and_scopes_apart);
    suite_add_tcase(suite, tests);
    return suite;
}
