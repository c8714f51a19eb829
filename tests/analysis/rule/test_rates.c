/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *rates_suite(void);

typedef struct {
    const char *name;
    Sentence sentence;
    const char *expected;
    const char *cause; /* words that the message must hold */
} RateCase;

/* Shares of 支出预算 1700.46, which the text and table 3 state. */
static const RateCase shares[] = {
    {"right",
     {.subject = "基本支出", .measure = "basic", .amount = "517.35", .share = "30.42", .share_of = "支出预算"},
     "",
     ""},
    /* 1183.10/1700.46 lies in [69.5748, 69.5757]; a printed 69.57 stands for up to 69.575. */
    {"rounding touches",
     {.subject = "项目支出", .measure = "project", .amount = "1183.10", .share = "69.57", .share_of = "支出预算"},
     "",
     ""},
    {"last digit",
     {.subject = "财政拨款结转",
      .measure = "appropriation",
      .amount = "1183.05",
      .share = "69.58",
      .share_of = "支出预算"},
     "text.share notice 财政拨款结转",
     "末位误差"},
    {"cut off instead of rounded",
     {.subject = "项目支出", .measure = "project", .amount = "1183.15", .share = "69.57", .share_of = "支出预算"},
     "text.share notice 项目支出",
     "截去末位"},
    /* 69.5812: cut off it would be 69.58. */
    {"one unit off, and not by cutting",
     {.subject = "项目支出", .measure = "project", .amount = "1183.20", .share = "69.57", .share_of = "支出预算"},
     "text.share notice 项目支出",
     "末位误差"},
    {"two digits",
     {.subject = "项目支出", .measure = "project", .amount = "1183.05", .share = "69.59", .share_of = "支出预算"},
     "text.share error 项目支出",
     ""},
    {"far off",
     {.subject = "项目支出", .measure = "project", .amount = "1183.05", .share = "59.57", .share_of = "支出预算"},
     "text.share error 项目支出",
     ""},
    {"nothing of it",
     {.subject = "项目支出", .measure = "project", .amount = "0.00", .share = "0.00", .share_of = "支出预算"},
     "",
     ""},
    {"all of it",
     {.subject = "基本支出", .measure = "basic", .amount = "1700.46", .share = "100", .share_of = "支出预算"},
     "",
     ""},
    {"of another whole that a table has",
     {.subject = "工会经费", .measure = "operating", .fund = FUND_GENERAL, .amount = "80.00", .share = "40.00"},
     "",
     ""},
    {"no amount", {.subject = "项目支出", .share = "59.57", .share_of = "支出预算"}, "", ""},
};

static void add_wholes(Filing *filing)
{
    build_row(build_table(filing, "expenditure"), "", "总计", "1,700.46 517.35 1,183.11");
    build_row(build_table(filing, "basic"), "", "总计", "200.00 120.00 80.00");
    build_claim(filing, (Sentence){.subject = "支出预算", .measure = "total", .amount = "1700.46"});
}

START_TEST(judges_shares)
{
    const RateCase *row = &shares[_i];
    Bench *bench = bench_new();
    add_wholes(bench->filing);
    build_claim(bench->filing, row->sentence);
    bench_run(bench, rule_rates);
    bench_assert(bench, row->name, row->expected);
    if (row->cause[0] != '\0')
        ck_assert_ptr_nonnull(strstr(bench_only(bench, "text.share")->message, row->cause));
    bench_free(bench);
}
END_TEST

/* The worked example: 30.42 + 0.00 + 69.58 make 100.00, so the last one was given what was left. */
START_TEST(names_shares_made_to_add)
{
    Bench *bench = bench_new();
    add_wholes(bench->filing);
    build_claim(bench->filing, (Sentence){.subject = "一般公共预算",
                                          .measure = "local",
                                          .amount = "517.36",
                                          .share = "30.42",
                                          .share_of = "支出预算"});
    build_claim(
        bench->filing,
        (Sentence){.subject = "单位资金", .measure = "own", .amount = "0.05", .share = "0.00", .share_of = "支出预算"});
    build_claim(bench->filing, (Sentence){.subject = "财政拨款结转",
                                          .measure = "appropriation",
                                          .amount = "1183.05",
                                          .share = "69.58",
                                          .share_of = "支出预算"});
    bench_run(bench, rule_rates);
    bench_assert(bench, "made to add to 100", "text.share notice 财政拨款结转");
    ck_assert_ptr_nonnull(strstr(bench_only(bench, "text.share")->message, "凑成合计 100%"));
    bench_free(bench);
}
END_TEST

/*
 * A last digit is wrong for the whole that the sentence names, though another table's total would give it; what is
 * further off is only wrong when no total gives it.
 */
START_TEST(weighs_the_named_whole)
{
    static const struct {
        const char *name, *share, *expected;
    } rows[] = {
        {"the last digit of the named whole", "39.99", "text.share notice 人员经费"},
        {"right for the total of another table", "60.00", ""},
    };
    Bench *bench = bench_new();
    build_row(build_table(bench->filing, "expenditure"), "", "总计", "300.07");
    build_row(build_table(bench->filing, "general"), "", "总计", "200.00");
    build_claim(bench->filing, (Sentence){.subject = "支出预算", .measure = "total", .amount = "300.00"});
    build_claim(bench->filing, (Sentence){.subject = "人员经费",
                                          .measure = "x",
                                          .amount = "120.00",
                                          .share = rows[_i].share,
                                          .share_of = "支出预算"});
    bench_run(bench, rule_rates);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

#define UP .turn_words = "增加|增长"
#define DOWN .turn_words = "减少|下降"

static const RateCase growths[] = {
    {"right",
     {.subject = "行政运行", .code = "2011301", .amount = "279.47", .change = "-135.47", .growth = "-32.65", DOWN},
     "",
     ""},
    /* 183.05/1000.00 is just 18.305 %: either rounding is right. */
    {"the half, rounded up",
     {.subject = "甲", .code = "201", .amount = "1183.05", .change = "183.05", .growth = "18.31", UP},
     "",
     ""},
    {"the half, rounded down",
     {.subject = "甲", .code = "201", .amount = "1183.05", .change = "183.05", .growth = "18.30", UP},
     "",
     ""},
    {"last digit",
     {.subject = "甲", .code = "201", .amount = "1200.00", .change = "200.00", .growth = "20.01", UP},
     "text.growth notice 201",
     "末位误差"},
    {"cut off",
     {.subject = "甲", .code = "201", .amount = "1183.09", .change = "183.09", .growth = "18.30", UP},
     "text.growth notice 201",
     "截去末位"},
    {"a fall is added to find what it fell from",
     {.subject = "甲", .code = "201", .amount = "150.00", .change = "-50.00", .growth = "-25.01", DOWN},
     "text.growth notice 201",
     "按 -50.00/(150.00+50.00) = -50.00/200.00 应在"},
    {"two digits",
     {.subject = "甲", .code = "201", .amount = "1200.00", .change = "200.00", .growth = "20.02", UP},
     "text.growth error 201",
     ""},
    {"no amount: the change on its base", {.subject = "支出预算", .change = "498.72", .base = "8648.07", .growth = "5.77", UP}, "", ""},
    {"no amount, and another growth",
     {.subject = "支出预算", .change = "502.72", .base = "8648.07", .growth = "5.77", UP},
     "text.growth error 支出预算",
     "502.72/8,648.07"},
    {"no amount, a fall that fits", {.subject = "支出预算", .change = "-100.00", .base = "1000.00", .growth = "-10.00", DOWN}, "", ""},
    {"more added than there is",
     {.subject = "甲", .code = "201", .amount = "0.05", .change = "3.05", .growth = "100.00", UP},
     "text.growth error 201",
     "上年就成了 -3.00 万元"},
    {"more added than there is, no rate stated",
     {.subject = "甲", .code = "201", .amount = "5.00", .change = "8.00", UP},
     "text.growth error 201",
     "上年就成了 -3.00 万元"},
    {"all of it added, as printed", {.subject = "甲", .code = "201", .amount = "5.00", .change = "5.01", UP}, "", ""},
    {"a balance may have been below zero", {.subject = "事业结余", .amount = "5.00", .change = "8.00", UP}, "", ""},
    {"slipped point, one place",
     {.subject = "甲", .code = "201", .amount = "204.08", .change = "16.95", .growth = "90.58", UP},
     "text.growth error 201",
     "小数点错位"},
    {"slipped point, the other way",
     {.subject = "甲", .code = "201", .amount = "204.08", .change = "16.95", .growth = "0.9058", UP},
     "text.growth error 201",
     "小数点错位"},
    {"percent sign left out",
     {.subject = "甲", .code = "201", .amount = "1200.00", .change = "200.00", .growth = "20.00", .bare = true, UP},
     "text.growth error 201",
     "漏印百分号"},
    {"times: 1.08 倍 is 108 %",
     {.subject = "甲", .code = "201", .amount = "208.00", .change = "108.00", .growth = "1.08", .times = true, UP},
     "",
     ""},
    {"times, wrong",
     {.subject = "甲", .code = "201", .amount = "208.00", .change = "108.00", .growth = "2.08", .times = true, UP},
     "text.growth error 201",
     "混淆"},
    {"growth to instead of growth by",
     {.subject = "甲", .code = "201", .amount = "120.00", .change = "20.00", .growth = "120.00", UP},
     "text.growth error 201",
     "混淆"},
    /* The words contradict: text.direction says so, once. */
    {"reversed words",
     {.subject = "甲",
      .code = "201",
      .amount = "120.00",
      .change = "20.00",
      .growth = "-20.00",
      .turn_words = "增加|下降"},
     "",
     ""},
    {"reversed, and wrong as well",
     {.subject = "甲",
      .code = "201",
      .amount = "120.00",
      .change = "20.00",
      .growth = "-30.00",
      .turn_words = "增加|下降"},
     "text.growth error 201",
     ""},
    {"zero base",
     {.subject = "甲", .code = "201", .amount = "145.00", .change = "145.00", .growth = "100.00", UP},
     "text.zero-base notice 201",
     ""},
    {"zero base, and no rate is stated for it",
     {.subject = "甲", .code = "201", .amount = "145.00", .change = "145.00", .growth = "0.00", UP},
     "",
     ""},
    {"a base that may be zero has no rate",
     {.subject = "甲", .code = "201", .amount = "0.01", .change = "0.005", .growth = "77.00", UP},
     "",
     ""},
    {"a negative base has no rate, and cannot be",
     {.subject = "甲", .code = "201", .amount = "5.00", .change = "9.00", .growth = "77.00", UP},
     "text.growth error 201",
     "上年就成了 -4.00 万元"},
    {"on a stated base",
     {.subject = "甲", .code = "201", .amount = "120.00", .base = "100.00", .growth = "20.00", UP},
     "",
     ""},
    {"on a stated base, wrong",
     {.subject = "甲", .code = "201", .amount = "120.00", .base = "100.00", .growth = "25.00", UP},
     "text.growth error 201",
     ""},
    {"on a stated base, reversed",
     {.subject = "甲", .code = "201", .amount = "120.00", .base = "100.00", .growth = "-20.00"},
     "text.growth error 201",
     "方向写反"},
    {"completion",
     {.subject = "甲",
      .code = "201",
      .amount = "95.00",
      .base = "100.00",
      .completion = "95.00",
      .against = AGAINST_THIS_BUDGET},
     "",
     ""},
    {"completion, wrong",
     {.subject = "甲",
      .code = "201",
      .amount = "95.00",
      .base = "100.00",
      .completion = "105.26",
      .against = AGAINST_THIS_BUDGET},
     "text.growth error 201",
     ""},
    {"completion, last digit",
     {.subject = "甲",
      .code = "201",
      .amount = "95.00",
      .base = "100.00",
      .completion = "95.02",
      .against = AGAINST_THIS_BUDGET},
     "text.growth notice 201",
     ""},
    {"completion of nothing",
     {.subject = "甲",
      .code = "201",
      .amount = "95.00",
      .base = "0.00",
      .completion = "95.00",
      .against = AGAINST_THIS_BUDGET},
     "",
     ""},
};

START_TEST(judges_growth)
{
    const RateCase *row = &growths[_i];
    Bench *bench = bench_new();
    build_claim(bench->filing, row->sentence);
    bench_run(bench, rule_rates);
    bench_assert(bench, row->name, row->expected);
    if (row->cause[0] != '\0')
        ck_assert_ptr_nonnull(strstr(bench_only(bench, "text.growth")->message, row->cause));
    bench_free(bench);
}
END_TEST

/*
 * 减少62万元，变动率30%: the rate's name has no direction. 161 万元 in the text is 161.00 where the table says so, and
 * the rate was reckoned with that.
 */
START_TEST(reads_as_people_do)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence){.subject = "甲",
                                          .code = "201",
                                          .amount = "70.00",
                                          .change = "-30.00",
                                          .growth = "30.00",
                                          .turn_words = "减少|变动率"});
    bench_run(bench, rule_rates);
    bench_assert(bench, "a rate without direction", "");
    Table *table = build_table(bench->filing, "general");
    build_row(table, "201", "科目", "161.00");
    build_claim(
        bench->filing,
        (Sentence){.subject = "乙", .code = "201", .amount = "161", .change = "-172.13", .growth = "-51.68", DOWN});
    bench_run(bench, rule_rates);
    bench_assert(bench, "the table is finer than the text", "text.growth notice 201");
    table_row(table, 0)->code[2] = '8';
    g_ptr_array_set_size(bench->findings, 0);
    bench_run(bench, rule_rates);
    bench_assert(bench, "no table: the text's rounding counts", "");
    bench_free(bench);
}
END_TEST

Suite *rates_suite(void)
{
    Suite *suite = suite_create("rates");
    TCase *share = tcase_create("share");
    tcase_add_loop_test(share, judges_shares, 0, (int)G_N_ELEMENTS(shares));
    tcase_add_test(share, names_shares_made_to_add);
    tcase_add_loop_test(share, weighs_the_named_whole, 0, 2);
    suite_add_tcase(suite, share);
    TCase *growth = tcase_create("growth");
    tcase_add_loop_test(growth, judges_growth, 0, (int)G_N_ELEMENTS(growths));
    tcase_add_test(growth, reads_as_people_do);
    suite_add_tcase(suite, growth);
    return suite;
}
