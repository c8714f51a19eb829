/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *carryover_roll_suite(void);

static Quantity carryover(Fund fund, const char *measure)
{
    return quantity_of(DIRECTION_CARRYOVER, fund, measure, "");
}

/* Accounts of 2023 that close with one figure, accounts of 2024 that open with another. */
static Filing *accounts_of_two_years(Bench *bench, const char *closing, const char *opening)
{
    Filing *last = bench_add_filing(bench, 2023);
    last->kind = bench->filing->kind = KIND_ACCOUNTS;
    build_figure(last, carryover(FUND_ALL, "closing"), closing);
    build_figure(bench->filing, carryover(FUND_ALL, "opening"), opening);
    return last;
}

START_TEST(rolls_forward)
{
    static const struct {
        const char *name, *closing, *opening, *expected;
    } rows[] = {
        {"the same", "49.14", "49.14", ""},
        {"a last digit, which rounding explains", "49.14", "49.15", ""},
        {"two last digits", "49.14", "49.16", "year.carryover-roll error opening"},
        {"less", "49.14", "40.00", "year.carryover-roll error opening"},
        {"nothing at all is a figure", "49.14", "0.00", "year.carryover-roll error opening"},
        {"a coarser figure", "49.14", "49", ""},
        {"a blank is not a zero", "49.14", ".", ""},
        {"not settled", "49.14", "12.00?2", ""},
        {"not settled last year", "49.14?2", "12.00", ""},
    };
    Bench *bench = bench_new();
    accounts_of_two_years(bench, rows[_i].closing, rows[_i].opening);
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_years)
{
    Bench *bench = bench_new();
    Filing *last = accounts_of_two_years(bench, "50.00", "42.00");
    bench_run(bench, rule_carryover_roll);
    const Finding *finding = bench_only(bench, "year.carryover-roll");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_int_eq(finding->amount.fen, build_amount("-8.00").fen);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, last->file);
    ck_assert_ptr_nonnull(strstr(finding->message, "2023 年决算年末结转和结余 50.00"));
    ck_assert_ptr_nonnull(strstr(finding->message, "2024 年决算年初结转和结余 42.00"));
    ck_assert_ptr_nonnull(strstr(finding->message, "相差 8.00"));
    bench_free(bench);
}
END_TEST

/* One difference shows in the whole, in appropriation and in its fund: one finding. Another one is its own. */
START_TEST(tells_a_difference_once)
{
    Bench *bench = bench_new();
    Filing *last = accounts_of_two_years(bench, "50.00", "42.00");
    build_figure(last, carryover(FUND_ALL, "appropriation-closing"), "30.00");
    build_figure(bench->filing, carryover(FUND_ALL, "appropriation-opening"), "22.00");
    build_figure(last, carryover(FUND_GENERAL, "appropriation-closing"), "25.00");
    build_figure(bench->filing, carryover(FUND_GENERAL, "appropriation-opening"), "22.00");
    build_figure(last, carryover(FUND_GOVERNMENT, "appropriation-closing"), "5.00");
    build_figure(bench->filing, carryover(FUND_GOVERNMENT, "appropriation-opening"), "5.00");
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "8.00 of the whole, 3.00 of the general budget",
                 "year.carryover-roll error appropriation-opening\nyear.carryover-roll error opening");
    bench_free(bench);
}
END_TEST

/* A filing that prints two figures for one quantity has another fault (cross.table): one of them rolls forward. */
START_TEST(forgives_what_one_table_bears_out)
{
    Bench *bench = bench_new();
    accounts_of_two_years(bench, "50.00", "42.00");
    build_figure(bench->filing, carryover(FUND_ALL, "opening"), "50.00");
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "42.00 in one table, 50.00 in another", "");
    bench_free(bench);
}
END_TEST

START_TEST(asks_of_a_stated_adjustment)
{
    Bench *bench = bench_new();
    accounts_of_two_years(bench, "50.00", "42.00");
    build_claim(bench->filing, (Sentence){.subject = "年初结转和结余", .amount = "42.00", .text = "年初结转和结余42.00万元，因收回存量资金调整8.00万元"});
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "said to be adjusted", "year.carryover-roll warning opening");
    ck_assert_uint_eq(bench_only(bench, "year.carryover-roll")->evidence->len, 3);
    bench_free(bench);
}
END_TEST

START_TEST(keeps_years_kinds_and_scopes_apart)
{
    Bench *bench = bench_new();
    Filing *last = accounts_of_two_years(bench, "50.00", "42.00");
    last->fiscal_year = 2022;
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "the year between is missing", "");
    last->fiscal_year = 2023;
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "a unit's accounts", "");
    last->scope = SCOPE_DEPARTMENT;
    last->kind = KIND_BUDGET;
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "a budget's carryover is an estimate", "");
    last->kind = KIND_ACCOUNTS;
    bench->filing->kind = KIND_BUDGET;
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "and so it is in the next budget", "");
    bench_free(bench);
}
END_TEST

/* Last year's filing under this year's name is told by year.restated: nothing of it is compared. */
START_TEST(leaves_a_filing_of_the_wrong_year)
{
    Bench *bench = bench_new();
    Filing *last = accounts_of_two_years(bench, "50.00", "42.00");
    build_figure(last, carryover(FUND_ALL, "opening"), "42.00");
    build_figure(bench->filing, carryover(FUND_ALL, "closing"), "50.00");
    for (int i = 0; i < 12; i++) {
        g_autofree char *code = g_strdup_printf("20101%02d", i);
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", code);
        build_figure(last, quantity, "7.00");
        build_figure(bench->filing, quantity, "7.00");
    }
    bench_run(bench, rule_carryover_roll);
    bench_assert(bench, "all figures are last year's", "");
    bench_free(bench);
}
END_TEST

Suite *carryover_roll_suite(void)
{
    Suite *suite = suite_create("carryover_roll");
    TCase *tests = tcase_create("carryover_roll");
    tcase_add_loop_test(tests, rolls_forward, 0, 9);
    tcase_add_test(tests, shows_both_years);
    tcase_add_test(tests, tells_a_difference_once);
    tcase_add_test(tests, forgives_what_one_table_bears_out);
    tcase_add_test(tests, asks_of_a_stated_adjustment);
    tcase_add_test(tests, keeps_years_kinds_and_scopes_apart);
    tcase_add_test(tests, leaves_a_filing_of_the_wrong_year);
    suite_add_tcase(suite, tests);
    return suite;
}
