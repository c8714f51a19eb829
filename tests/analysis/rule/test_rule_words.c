/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *rule_words_suite(void);

static const struct {
    const char *name;
    Sentence sentence;
    const char *expected;
} directions[] = {
    {"up and up",
     {.subject = "甲",
      .code = "201",
      .amount = "12.00",
      .change = "2.00",
      .growth = "20.00",
      .turn_words = "增加|增长"},
     ""},
    {"up and down",
     {.subject = "甲",
      .code = "201",
      .amount = "12.00",
      .change = "2.00",
      .growth = "-20.00",
      .turn_words = "增加|下降"},
     "text.direction error 201"},
    {"down and up",
     {.subject = "甲",
      .code = "201",
      .amount = "8.00",
      .change = "-2.00",
      .growth = "20.00",
      .turn_words = "减少|增长"},
     "text.direction error 201"},
    {"压减 is down",
     {.subject = "甲",
      .code = "201",
      .amount = "8.00",
      .change = "-2.00",
      .growth = "20.00",
      .turn_words = "压减|提高"},
     "text.direction error 201"},
    {"a rate's name with its sign",
     {.subject = "甲",
      .code = "201",
      .amount = "8.00",
      .change = "-2.00",
      .growth = "-20.00",
      .turn_words = "减少|增幅"},
     ""},
    {"a rate's name without it",
     {.subject = "甲",
      .code = "201",
      .amount = "8.00",
      .change = "-2.00",
      .growth = "20.00",
      .turn_words = "减少|增幅"},
     "text.direction error 201"},
    {"a rate's name that has no direction",
     {.subject = "甲",
      .code = "201",
      .amount = "8.00",
      .change = "-2.00",
      .growth = "20.00",
      .turn_words = "减少|变动率"},
     ""},
    {"same, and nothing changed",
     {.subject = "甲", .code = "201", .amount = "8.00", .change = "0.00", .turn_words = "增加|持平"},
     ""},
    {"same, but it changed",
     {.subject = "甲", .code = "201", .amount = "8.00", .change = "1.00", .turn_words = "增加|持平"},
     "text.direction error 201"},
    {"up and down by nothing",
     {.subject = "甲", .code = "201", .amount = "8.00", .change = "0.00", .growth = "0.00", .turn_words = "增加|下降"},
     ""},
    {"up on a base that is more",
     {.subject = "甲", .code = "201", .amount = "8.00", .base = "9.00", .turn_words = "增加"},
     "text.direction error 201"},
    {"down on a base that is less",
     {.subject = "甲", .code = "201", .amount = "9.00", .base = "8.00", .turn_words = "减少"},
     "text.direction error 201"},
    {"down on a base that is more",
     {.subject = "甲", .code = "201", .amount = "8.00", .base = "9.00", .turn_words = "减少"},
     ""},
    {"no words", {.subject = "甲", .code = "201", .amount = "8.00"}, ""},
};

START_TEST(reads_directions)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, directions[_i].sentence);
    bench_run(bench, rule_words);
    bench_assert(bench, directions[_i].name, directions[_i].expected);
    bench_free(bench);
}
END_TEST

/* A whole, then up to four parts: measure, amount, share. */
static const struct {
    const char *name;
    const char *whole;
    const char *parts[4][3];
    const char *expected;
} sums[] = {
    {"a complete list adds up",
     "2.62",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}, {"travel-abroad", "0.00", NULL}},
     ""},
    {"a complete list is less",
     "3.62",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}, {"travel-abroad", "0.00", NULL}},
     "text.sum error 合计"},
    {"a complete list is more",
     "1.62",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}, {"travel-abroad", "0.00", NULL}},
     "text.sum error 合计"},
    /* Four figures of half a cent each. */
    {"a complete list at the border of rounding",
     "2.64",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}, {"travel-abroad", "0.00", NULL}},
     ""},
    {"a complete list one step beyond",
     "2.65",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}, {"travel-abroad", "0.00", NULL}},
     "text.sum error 合计"},
    {"examples may be less", "9.00", {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}}, ""},
    {"examples may not be more",
     "2.00",
     {{"reception", "0.12", NULL}, {"vehicles", "2.50", NULL}},
     "text.sum error 合计"},
    {"a complete list and one part more is none",
     "9.00",
     {{"basic", "4.00", NULL}, {"project", "4.00", NULL}, {"reception", "0.12", NULL}},
     ""},
    {"basic and project are all", "9.00", {{"basic", "4.00", NULL}, {"project", "4.00", NULL}}, "text.sum error 合计"},
    {"procurement is goods, works and services",
     "9.00",
     {{"procurement-goods", "4.00", NULL}, {"procurement-works", "4.00", NULL}, {"procurement-services", "0.50", NULL}},
     "text.sum error 合计"},
    {"shares that add to 100 make the list complete",
     "9.00",
     {{"x", "4.00", "50.00"}, {"y", "4.00", "50.01"}},
     "text.sum error 合计"},
    {"shares that do not", "9.00", {{"x", "4.00", "44.44"}, {"y", "4.00", "44.44"}}, ""},
    {"one part has no share", "9.00", {{"x", "4.00", "99.90"}, {"y", "4.00", NULL}}, ""},
    {"one part has no amount", "2.00", {{"x", "4.00", NULL}, {"y", NULL, NULL}}, ""},
};

START_TEST(adds_parts)
{
    Bench *bench = bench_new();
    int count = 0;
    build_claim(bench->filing, (Sentence){.subject = "合计", .measure = "total", .amount = sums[_i].whole});
    for (; count < 4 && sums[_i].parts[count][0] != NULL; count++)
        build_claim(bench->filing, (Sentence){.subject = "一项",
                                              .measure = sums[_i].parts[count][0],
                                              .amount = sums[_i].parts[count][1],
                                              .share = sums[_i].parts[count][2]});
    build_sum(bench->filing, 0, count);
    bench_run(bench, rule_words);
    bench_assert(bench, sums[_i].name, sums[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(survives_a_sum_of_nothing)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence){.subject = "合计", .amount = "2.00"});
    build_sum(bench->filing, 7, 2);
    build_sum(bench->filing, 0, 2);
    bench_run(bench, rule_words);
    bench_assert(bench, "indices that lead nowhere", "");
    bench_free(bench);
}
END_TEST

START_TEST(compares_names)
{
    static const struct {
        const char *name, *expected;
    } rows[] = {
        {"虚构县图书馆", ""},
        {"县图书馆", ""},         /* shorter: contained in the department's name */
        {"某省虚构县图书馆", ""}, /* longer: contains it */
        {"虚构县文化馆", "text.name warning 虚构县文化馆"},
        {"虚构县图书管", "text.name warning 虚构县图书管"},
    };
    Bench *bench = bench_new();
    build_name(bench->filing, "部门名称", rows[_i].name);
    bench_run(bench, rule_words);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(adds_weights)
{
    static const struct {
        const char *name, *weights[4], *reserve, *expected;
    } rows[] = {
        {"100", {"50", "50"}, NULL, ""},
        {"95", {"50", "45"}, NULL, "text.weights warning 绩效目标权重"},
        {"105", {"50", "55"}, NULL, "text.weights warning 绩效目标权重"},
        {"decimals", {"33.3", "33.3", "33.4"}, NULL, ""},
        {"decimals, one step off", {"33.3", "33.3", "33.3"}, NULL, "text.weights warning 绩效目标权重"},
        {"90 and 10 kept for execution", {"50", "40"}, "10", ""},
        {"100 beside a reserve", {"50", "50"}, "10", ""},
        {"85 and 10 kept for execution", {"50", "35"}, "10", "text.weights warning 绩效目标权重"},
        {"a weight that was not read: a doubt of ours", {"50", "-"}, NULL, ""},
        {"no targets", {NULL}, NULL, ""},
    };
    Bench *bench = bench_new();
    for (int i = 0; i < 4 && rows[_i].weights[i] != NULL; i++)
        build_target(bench->filing, "完成任务数", g_str_equal(rows[_i].weights[i], "-") ? NULL : rows[_i].weights[i]);
    if (rows[_i].reserve != NULL)
        build_item(bench->filing, "target.reserve", rows[_i].reserve);
    bench_run(bench, rule_words);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *rule_words_suite(void)
{
    Suite *suite = suite_create("rule_words");
    TCase *words = tcase_create("words");
    tcase_add_loop_test(words, reads_directions, 0, (int)G_N_ELEMENTS(directions));
    tcase_add_loop_test(words, adds_parts, 0, (int)G_N_ELEMENTS(sums));
    tcase_add_test(words, survives_a_sum_of_nothing);
    tcase_add_loop_test(words, compares_names, 0, 5);
    tcase_add_loop_test(words, adds_weights, 0, 10);
    suite_add_tcase(suite, words);
    return suite;
}
