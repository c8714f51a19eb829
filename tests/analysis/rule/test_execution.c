/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *execution_suite(void);

static Quantity spent(Fund fund, const char *measure, const char *code)
{
    return quantity_of(DIRECTION_EXPENDITURE, fund, measure, code);
}

/* Accounts that spent 1,000.00 in all: what is less than 10.00 away from its budget does not matter. */
static Filing *accounts_of(Filing *filing)
{
    filing->kind = KIND_ACCOUNTS;
    build_figure(filing, spent(FUND_ALL, "total", ""), "1,000.00");
    return filing;
}

static Claim *say_executed(Filing *filing, const char *budget, const char *executed)
{
    return build_claim(filing, (Sentence){.subject = "图书馆", .code = "2070104", .base = budget, .amount = executed,
                                          .against = AGAINST_THIS_BUDGET, .text = "图书馆年初预算为…，支出决算为…"});
}

START_TEST(holds_sentences_against_their_budget)
{
    static const struct {
        const char *name, *budget, *executed, *expected;
    } rows[] = {
        {"as budgeted", "100.00", "100.00", ""},
        {"seven tenths", "100.00", "70.00", ""},
        {"a step less", "100.00", "69.99", "execution.low warning 2070104"},
        {"nothing of it", "100.00", "0.00", "execution.low warning 2070104"},
        {"thirteen tenths", "100.00", "130.00", ""},
        {"a step more: 130.005 of 100.005 is less", "100.00", "130.01", ""},
        {"more for sure", "100.00", "130.02", "execution.over warning 2070104"},
        {"not budgeted at all", "0.00", "40.00", "execution.over warning 2070104"},
        {"too small to matter: 9.99 of 1,000.00", "10.00", "0.01", ""},
        {"just large enough", "10.00", "0.00", "execution.low warning 2070104"},
        {"coarse figures: 70 may be 69.5 of 100.5, and 70.5 of 99.5", "100", "70", ""},
    };
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    say_executed(bench->filing, rows[_i].budget, rows[_i].executed);
    bench_run(bench, rule_execution);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(says_the_vintage)
{
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    Claim *claim = say_executed(bench->filing, "100.00", "60.00");
    build_set(&claim->reason, "项目跨年实施");
    bench_run(bench, rule_execution);
    const Finding *finding = bench_only(bench, "execution.low");
    ck_assert_ptr_nonnull(strstr(finding->message, "2024 年年初预算 100.00 万元，决算 60.00 万元，完成 60.00%，低于 70%"));
    ck_assert_ptr_nonnull(strstr(finding->message, "项目跨年实施"));
    ck_assert_ptr_nonnull(strstr(finding->question, "少支出 40.00 万元"));
    ck_assert_int_eq(finding->amount.fen, build_amount("-40.00").fen);
    g_ptr_array_set_size(bench->findings, 0);
    build_set(&claim->text, "图书馆调整预算为…，支出决算为…");
    bench_run(bench, rule_execution);
    ck_assert_ptr_nonnull(strstr(bench_only(bench, "execution.low")->message, "调整预算 100.00"));
    g_ptr_array_set_size(bench->findings, 0);
    build_set(&claim->text, "图书馆预算为…，支出决算为…");
    bench_run(bench, rule_execution);
    ck_assert_ptr_nonnull(strstr(bench_only(bench, "execution.low")->message, "2024 年预算 100.00"));
    bench_free(bench);
}
END_TEST

/* Only how much of the budget was spent is said: what fits decides, and a rate of nothing tells of no budget. */
START_TEST(reckons_a_budget_from_its_rate)
{
    static const struct {
        const char *name, *executed, *completion, *expected;
    } rows[] = {
        {"45 % of it", "45.00", "45.00", "execution.low warning 2070104"},
        {"70 %, or a little less", "70.00", "70.00", ""},
        {"whole percents", "70.00", "70", ""},
        {"200 % of it", "200.00", "200", "execution.over warning 2070104"},
        {"nothing of something", "0.00", "0", ""},
        {"too small to matter", "4.50", "45.00", ""},
    };
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    build_claim(bench->filing, (Sentence){.subject = "图书馆", .code = "2070104", .completion = rows[_i].completion,
                                          .amount = rows[_i].executed, .against = AGAINST_THIS_BUDGET, .text = "完成年初预算"});
    bench_run(bench, rule_execution);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    if (_i == 0) {
        ck_assert_ptr_nonnull(strstr(bench_only(bench, "execution.low")->message, "2024 年决算 45.00 万元，文中说完成年初预算的 45.00%，低于 70%"));
        ck_assert_int_eq(bench_only(bench, "execution.low")->amount.fen, build_amount("-55.00").fen);
    }
    bench_free(bench);
}
END_TEST

/* What is less far off is told when it is so in two of three years, and in the same vintage. */
START_TEST(looks_at_three_years)
{
    static const struct {
        const char *name, *now, *last, *before_last, *expected;
    } rows[] = {
        {"two years running", "80.00", "84.00", "99.00", "execution.low warning 2070104"},
        {"this year and two years ago", "80.00", "99.00", "20.00", "execution.low warning 2070104"},
        {"only this year", "80.00", "99.00", "98.00", ""},
        {"only the years before", "99.00", "84.00", "84.00", ""},
        {"just not", "85.00", "84.00", "84.00", ""},
        {"over, twice", "116.00", "120.00", "99.00", "execution.over warning 2070104"},
        {"under, then over", "116.00", "80.00", "80.00", ""},
    };
    Bench *bench = bench_new();
    say_executed(accounts_of(bench->filing), "100.00", rows[_i].now);
    Claim *last = say_executed(accounts_of(bench_add_filing(bench, 2023)), "100.00", rows[_i].last);
    Claim *before_last = say_executed(accounts_of(bench_add_filing(bench, 2022)), "100.00", rows[_i].before_last);
    bench_run(bench, rule_execution);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    g_ptr_array_set_size(bench->findings, 0);
    build_set(&last->text, "全年预算为…，支出决算为…");
    build_set(&before_last->text, "全年预算为…，支出决算为…");
    bench_run(bench, rule_execution);
    bench_assert(bench, "the years before compare with another vintage", "");
    bench_free(bench);
}
END_TEST

START_TEST(shows_the_other_year)
{
    Bench *bench = bench_new();
    say_executed(accounts_of(bench->filing), "100.00", "80.00");
    say_executed(accounts_of(bench_add_filing(bench, 2022)), "100.00", "75.00");
    bench_run(bench, rule_execution);
    const Finding *finding = bench_only(bench, "execution.low");
    ck_assert_int_eq(finding->base_year, 2022);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_ptr_nonnull(strstr(finding->message, "2022 年年初预算 100.00 万元，决算 75.00 万元"));
    ck_assert_ptr_nonnull(strstr(finding->message, "三年中至少两年低于 85%"));
    bench_free(bench);
}
END_TEST

START_TEST(takes_the_years_budget_filing)
{
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    build_figure(bench->filing, spent(FUND_GENERAL, "total", "2070104"), "60.00");
    Filing *budget = bench_add_filing(bench, 2024);
    build_figure(budget, spent(FUND_GENERAL, "total", "2070104"), "100.00");
    build_figure(budget, spent(FUND_ALL, "total", ""), "1,050.00");
    bench_run(bench, rule_execution);
    bench_assert(bench, "the budget of the year", "execution.low warning 2070104");
    const Finding *finding = bench_only(bench, "execution.low");
    ck_assert_ptr_nonnull(strstr(finding->message, "当年预算文件"));
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, budget->file);
    g_ptr_array_set_size(bench->findings, 0);
    say_executed(bench->filing, "61.00", "60.00");
    bench_run(bench, rule_execution);
    bench_assert(bench, "what the accounts say of their budget counts first", "");
    bench_free(bench);
}
END_TEST

START_TEST(keeps_scopes_apart)
{
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    build_figure(bench->filing, spent(FUND_GENERAL, "total", "2070104"), "60.00");
    Filing *budget = bench_add_filing(bench, 2024);
    build_figure(budget, spent(FUND_GENERAL, "total", "2070104"), "100.00");
    budget->scope = SCOPE_UNIT;
    bench_run(bench, rule_execution);
    bench_assert(bench, "a unit's budget", "");
    budget->scope = SCOPE_DEPARTMENT;
    budget->fiscal_year = 2023;
    bench_run(bench, rule_execution);
    bench_assert(bench, "another year's budget", "");
    bench_free(bench);
}
END_TEST

/* A class, its group and its only item have the same figures: one finding, of the item. */
START_TEST(tells_it_once)
{
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    static const char *const codes[] = {"207", "20701", "2070104"};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        build_claim(bench->filing, (Sentence){.subject = "文化", .code = codes[i], .base = "100.00", .amount = "60.00",
                                              .against = AGAINST_THIS_BUDGET});
    bench_run(bench, rule_execution);
    bench_assert(bench, "three levels", "execution.low warning 2070104");
    bench_free(bench);
}
END_TEST

/* Saving on the three public expenses is wanted; any excess is not. */
START_TEST(minds_the_three_public_expenses)
{
    static const struct {
        const char *name, *budget, *executed, *expected;
    } rows[] = {
        {"nothing spent", "0.95", "0.00", ""},
        {"all of it", "0.95", "0.95", ""},
        {"a last digit more, which rounding explains", "0.95", "0.96", ""},
        {"more", "0.95", "0.97", "execution.over warning “三公”经费"},
        {"without a budget", "0.00", "0.50", "execution.over warning “三公”经费"},
        {"not settled", "0.95", "3.00?2", ""},
    };
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    build_figure(bench->filing, spent(FUND_ALL, "three-public-budgeted", ""), rows[_i].budget);
    build_figure(bench->filing, spent(FUND_ALL, "three-public", ""), rows[_i].executed);
    bench_run(bench, rule_execution);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    g_ptr_array_set_size(bench->findings, 0);
    ck_assert(thresholds_override(bench->thresholds, "rule.three-public=0", NULL));
    bench_run(bench, rule_execution);
    bench_assert(bench, "switched off", "");
    bench_free(bench);
}
END_TEST

START_TEST(leaves_budgets_alone)
{
    Bench *bench = bench_new();
    accounts_of(bench->filing);
    say_executed(bench->filing, "100.00", "10.00");
    bench->filing->kind = KIND_BUDGET;
    bench_run(bench, rule_execution);
    bench_assert(bench, "a budget executes nothing", "");
    bench_free(bench);
}
END_TEST

Suite *execution_suite(void)
{
    Suite *suite = suite_create("execution");
    TCase *tests = tcase_create("execution");
    tcase_add_loop_test(tests, holds_sentences_against_their_budget, 0, 11);
    tcase_add_loop_test(tests, reckons_a_budget_from_its_rate, 0, 6);
    tcase_add_test(tests, says_the_vintage);
    tcase_add_loop_test(tests, looks_at_three_years, 0, 7);
    tcase_add_test(tests, shows_the_other_year);
    tcase_add_test(tests, takes_the_years_budget_filing);
    tcase_add_test(tests, keeps_scopes_apart);
    tcase_add_test(tests, tells_it_once);
    tcase_add_loop_test(tests, minds_the_three_public_expenses, 0, 6);
    tcase_add_test(tests, leaves_budgets_alone);
    suite_add_tcase(suite, tests);
    return suite;
}
