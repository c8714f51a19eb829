/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *amounts_suite(void);

/* What the sentences speak of; 项目支出 of the state capital budget is not settled, government funds are none. */
static void add_tables(Filing *filing)
{
    Table *expenditure = build_table(filing, "expenditure");
    build_row(expenditure, "", "总计", "100.00 60.00 40.00");
    Table *general = build_table(filing, "general");
    build_row(general, "", "总计", "90.00 60.00 30.00");
    build_row(general, "201", "一般公共服务支出", "90.00");
    build_table(filing, "government-fund")->state = TABLE_EMPTY;
    build_row(build_table(filing, "state-capital"), "", "总计", "30.00 . . 30.00?2");
    Table *revenue = build_table(filing, "revenue");
    build_row(revenue, "", "总计", "100.00 90.00 70.00 20.00");
}

static const struct {
    const char *name;
    Sentence sentence;
    const char *expected;
} cases[] = {
    {"as in the table", {.subject = "支出预算", .measure = "total", .amount = "100.00"}, ""},
    {"not as in the table",
     {.subject = "支出预算", .measure = "total", .amount = "102.00"},
     "text.amount error 支出预算"},
    {"rounded to whole 万元", {.subject = "支出预算", .measure = "total", .amount = "100"}, ""},
    /* 100.5 ± 0.05 and 100.00 ± 0.005 do not meet. */
    {"rounded wrongly", {.subject = "支出预算", .measure = "total", .amount = "100.5"}, "text.amount error 支出预算"},
    {"a subject by its code", {.subject = "一般公共服务支出", .code = "201", .amount = "90.00"}, ""},
    {"a subject by its code, wrong",
     {.subject = "一般公共服务支出", .code = "201", .amount = "9.00"},
     "text.amount error 201"},
    {"a code that the table does not print, though it prints its kind",
     {.subject = "教育支出", .code = "205", .amount = "9.00"},
     "text.amount error 205"},
    {"the same, and the sentence says nothing was spent", {.subject = "教育支出", .code = "205", .amount = "0.00"}, ""},
    {"a depth that no table prints", {.subject = "行政运行", .code = "2011301", .amount = "9.00"}, ""},
    {"an empty table tells too",
     {.subject = "政府性基金预算", .measure = "total", .fund = FUND_GOVERNMENT, .amount = "5.00"},
     "text.amount error 政府性基金预算"},
    {"an ambiguous figure bears the sentence out",
     {.subject = "项目支出", .measure = "project", .fund = FUND_STATE_CAPITAL, .amount = "30.00"},
     ""},
    {"an ambiguous figure contradicts nothing",
     {.subject = "项目支出", .measure = "project", .fund = FUND_STATE_CAPITAL, .amount = "31.00"},
     ""},
    {"last year and the change, no amount", {.subject = "支出预算", .measure = "total", .base = "90.00", .change = "10.01"}, ""},
    {"last year and the change make another amount",
     {.subject = "支出预算", .measure = "total", .base = "90.00", .change = "14.00"},
     "text.amount error 支出预算"},
    {"the same, of what no table prints", {.subject = "行政运行", .code = "2011301", .base = "90.00", .change = "14.00"}, ""},
    {"the same, of what the tables leave out", {.subject = "教育支出", .code = "205", .base = "90.00", .change = "14.00"}, ""},
    {"words for which tables have two figures: local money",
     {.subject = "一般公共预算",
      .measure = "local",
      .direction = DIRECTION_REVENUE,
      .fund = FUND_GENERAL,
      .amount = "70.00"},
     ""},
    {"a measure that no table has", {.subject = "政府采购", .measure = "procurement", .amount = "7.00"}, ""},
    {"words that mean no quantity", {.subject = "某某事项", .amount = "7.00"}, ""},
    {"no amount", {.subject = "支出预算", .measure = "total", .change = "7.00"}, ""},
};

START_TEST(compares)
{
    Bench *bench = bench_new();
    add_tables(bench->filing);
    build_claim(bench->filing, cases[_i].sentence);
    bench_run(bench, rule_amounts);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    bench_free(bench);
}
END_TEST

/* Where the table of all money is not there, one fund's total says nothing of the whole. */
START_TEST(a_fund_is_not_the_whole)
{
    Bench *bench = bench_new();
    build_row(build_table(bench->filing, "general"), "", "总计", "90.00 60.00 30.00");
    Sentence whole = {.subject = "支出预算", .measure = "total", .amount = "100.00"};
    Sentence fund = {.subject = "一般公共预算支出", .measure = "total", .fund = FUND_GENERAL, .amount = "100.00"};
    build_claim(bench->filing, whole);
    bench_run(bench, rule_amounts);
    bench_assert(bench, "the whole", "");
    build_claim(bench->filing, fund);
    bench_run(bench, rule_amounts);
    bench_assert(bench, "the fund", "text.amount error 一般公共预算支出");
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_figures)
{
    Bench *bench = bench_new();
    add_tables(bench->filing);
    build_claim(
        bench->filing,
        (Sentence){.subject = "支出预算", .measure = "total", .amount = "1,100.00", .text = "支出预算1,100.00万元。"});
    bench_run(bench, rule_amounts);
    const Finding *finding = bench_only(bench, "text.amount");
    ck_assert(strstr(finding->message, "1,100.00") != NULL && strstr(finding->message, "100.00") != NULL);
    ck_assert_int_eq(finding->amount.fen, build_amount("1,000.00").fen);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 0))->text, "支出预算1,100.00万元。");
    bench_free(bench);
}
END_TEST

/* Carried-over projects are named in the text and in the table. */
START_TEST(compares_carried_projects)
{
    static const struct {
        const char *name, *subject, *amount, *expected;
    } rows[] = {
        {"one of two lines of that name", "设备购置", "1.20", ""},
        {"neither of two lines of that name", "设备购置", "12.00", "text.amount error 设备购置"},
        {"as in the table", "馆舍维修尾款", "3.00", ""},
        {"not as in the table", "馆舍维修尾款", "30.00", "text.amount error 馆舍维修尾款"},
        {"not in the table", "图书采购", "30.00", ""},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "carryover");
    int total = build_row(table, "", "总计", "5.50");
    build_project(table, total, "馆舍维修尾款", "3.00");
    build_project(table, total, "设备购置", "1.30");
    build_project(table, total, "设备购置", "1.20");
    build_claim(bench->filing, (Sentence){.subject = rows[_i].subject, .amount = rows[_i].amount});
    bench_run(bench, rule_amounts);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(compares_the_money_behind_targets)
{
    static const struct {
        const char *name, *own, *expected;
    } rows[] = {
        {"adds to the budget", "70.00", ""},
        {"does not", "60.00", "text.amount error 绩效目标表资金总额"},
        {"one source is not known", NULL, ""},
    };
    Bench *bench = bench_new();
    add_tables(bench->filing);
    build_item(bench->filing, "target.money", "25.00");
    build_item(bench->filing, "target.money", "5.00");
    if (rows[_i].own != NULL)
        build_item(bench->filing, "target.money", rows[_i].own);
    bench_run(bench, rule_amounts);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *amounts_suite(void)
{
    Suite *suite = suite_create("amounts");
    TCase *amounts = tcase_create("amounts");
    tcase_add_loop_test(amounts, compares, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(amounts, a_fund_is_not_the_whole);
    tcase_add_test(amounts, shows_both_figures);
    tcase_add_loop_test(amounts, compares_carried_projects, 0, 5);
    tcase_add_loop_test(amounts, compares_the_money_behind_targets, 0, 3);
    suite_add_tcase(suite, amounts);
    return suite;
}
