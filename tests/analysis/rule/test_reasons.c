/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *reasons_suite(void);

/* A change in a department of 1,000.00 in all; material from 10.00 with 10 %, or from 1.00 with 50 %. */
static const struct {
    const char *name;
    Sentence sentence;
    const char *expected;
} cases[] = {
    {"material, no reason",
     {.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00"},
     "reason.missing warning 2011301"},
    {"just material",
     {.subject = "行政运行", .code = "2011301", .amount = "110.00", .change = "10.00"},
     "reason.missing warning 2011301"},
    {"one step less than material",
     {.subject = "行政运行", .code = "2011301", .amount = "109.99", .change = "9.99"},
     ""},
    {"large, but little growth", {.subject = "行政运行", .code = "2011301", .amount = "220.00", .change = "19.00"}, ""},
    {"small, but fast",
     {.subject = "行政运行", .code = "2011301", .amount = "3.00", .change = "1.00"},
     "reason.missing warning 2011301"},
    {"too small to matter", {.subject = "行政运行", .code = "2011301", .amount = "1.98", .change = "0.99"}, ""},
    {"new: growth without bound",
     {.subject = "行政运行", .code = "2011301", .amount = "20.00", .change = "20.00"},
     "reason.missing warning 2011301"},
    {"nothing changed", {.subject = "行政运行", .code = "2011301", .amount = "20.00", .change = "0.00"}, ""},
    {"no comparison with last year",
     {.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00", .against = AGAINST_THIS_BUDGET},
     ""},

    {"vague",
     {.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = "根据工作需要安排"},
     "reason.vague notice 2011301"},
    {"vague, and not material",
     {.subject = "行政运行", .code = "2011301", .amount = "101.00", .change = "1.00", .reason = "根据工作需要安排"},
     ""},
    {"a driver",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "新增信息化建设专项支出"},
     ""},
    {"an amount is no vague word",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "根据工作需要增加经费20.00万元"},
     ""},

    {"argues a fall",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "压减信息化项目，任务减少"},
     "reason.contradicts warning 2011301"},
    {"argues a rise",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "80.00",
      .change = "-20.00",
      .reason = "培训班次增加，补助标准提高"},
     "reason.contradicts warning 2011301"},
    {"argues both ways",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "调入人员增加，部分补助标准下降，新增信息化项目"},
     ""},
    {"a move argues neither",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "80.00",
      .change = "-20.00",
      .reason = "招商引资经费调整至其他商贸事务支出科目，任务增加"},
     ""},
    {"carryover rises because nothing was spent",
     {.subject = "财政拨款结转",
      .measure = "appropriation",
      .direction = DIRECTION_CARRYOVER,
      .amount = "120.00",
      .change = "20.00",
      .reason = "馆舍维修项目进场推迟，合同款未能支付，形成结转"},
     ""},

    {"another fund",
     {.subject = "政府性基金预算",
      .measure = "local",
      .direction = DIRECTION_REVENUE,
      .fund = FUND_GOVERNMENT,
      .amount = "0.00",
      .change = "0.00",
      .reason = "没有国有资本经营预算支出任务"},
     "reason.other-subject warning 政府性基金预算"},
    {"its own fund",
     {.subject = "政府性基金预算",
      .measure = "local",
      .direction = DIRECTION_REVENUE,
      .fund = FUND_GOVERNMENT,
      .amount = "0.00",
      .change = "0.00",
      .reason = "没有政府性基金预算安排"},
     ""},
    {"its own fund and another",
     {.subject = "政府性基金预算",
      .measure = "local",
      .direction = DIRECTION_REVENUE,
      .fund = FUND_GOVERNMENT,
      .amount = "0.00",
      .change = "0.00",
      .reason = "没有政府性基金和国有资本经营预算安排"},
     ""},
    {"another fund is no vague reason too",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "国有资本经营预算安排的支出增加"},
     "reason.other-subject warning 2011301"},
    {"the whole has no other fund",
     {.subject = "支出预算",
      .measure = "total",
      .amount = "120.00",
      .change = "20.00",
      .reason = "新增国有资本经营预算项目"},
     ""},

    /* 22 retired now, 20 before: two persons are 10 % of 4.72. */
    {"head count cannot carry it",
     {.subject = "行政单位离退休", .code = "2080501", .amount = "14.60", .change = "9.88", .reason = "增加2名退休人员"},
     "reason.insufficient warning 2080501"},
    {"head count carries half",
     {.subject = "行政单位离退休", .code = "2080501", .amount = "24.00", .change = "4.00", .reason = "增加2名退休人员"},
     ""},
    {"amounts carry it",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "职级晋升增加20.00万元"},
     ""},
    {"amounts carry half",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "职级晋升增加10.00万元"},
     ""},
    {"amounts carry less than half",
     {.subject = "行政运行",
      .code = "2011301",
      .amount = "120.00",
      .change = "20.00",
      .reason = "职级晋升增加9.99万元"},
     "reason.insufficient warning 2011301"},
    {"pay cannot double an amount",
     {.subject = "行政运行", .code = "2011301", .amount = "200.00", .change = "100.00", .reason = "职工晋级晋档"},
     "reason.insufficient warning 2011301"},
    {"a new project has no bound",
     {.subject = "行政运行", .code = "2011301", .amount = "200.00", .change = "100.00", .reason = "新增信息化建设专项"},
     ""},
};

START_TEST(judges)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_staff(bench->filing, "in-post", 20, 0);
    build_staff(bench->filing, "retired", 22, 2);
    build_claim(bench->filing, cases[_i].sentence);
    bench_run(bench, rule_reasons);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(needs_a_total_to_weigh_with)
{
    Bench *bench = bench_new();
    build_claim(bench->filing,
                (Sentence){.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00"});
    bench_run(bench, rule_reasons);
    bench_assert(bench, "no total is known", "");
    bench_free(bench);
}
END_TEST

/* A reason once given for a change is given, wherever it stands; and a sum is explained by its parts. */
START_TEST(finds_reasons_elsewhere)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(
        bench->filing,
        (Sentence){.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00", .section = "二"});
    build_claim(bench->filing, (Sentence){.subject = "行政运行",
                                          .code = "2011301",
                                          .amount = "120.00",
                                          .change = "20.00",
                                          .reason = "新增信息化项目"});
    bench_run(bench, rule_reasons);
    bench_assert(bench, "given in another section", "");
    build_claim(bench->filing,
                (Sentence){.subject = "行政运行", .code = "2011301", .amount = "130.00", .change = "30.00"});
    bench_run(bench, rule_reasons);
    bench_assert(bench, "given for another change", "reason.missing warning 2011301");
    bench_free(bench);
}
END_TEST

START_TEST(finds_reasons_in_the_parts)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(bench->filing,
                (Sentence){.subject = "三公经费", .measure = "three-public", .amount = "60.00", .change = "20.00"});
    build_claim(bench->filing,
                (Sentence){.subject = "公务接待费", .measure = "reception", .amount = "10.00", .turn = TURN_SAME});
    Claim *part = build_claim(bench->filing, (Sentence){.subject = "公务用车购置费",
                                                        .measure = "vehicle-purchase",
                                                        .amount = "50.00",
                                                        .change = "20.00",
                                                        .reason = "新购置公务用车1辆"});
    build_sum(bench->filing, 0, 2);
    bench_run(bench, rule_reasons);
    bench_assert(bench, "each part that changed has one", "");
    build_set(&part->reason, "");
    bench_run(bench, rule_reasons);
    bench_assert(bench, "the part has none", "reason.missing warning 三公经费\nreason.missing warning 公务用车购置费");
    bench_free(bench);
}
END_TEST

#define SAME_REASON "人员变动和有关政策调整"

START_TEST(knows_reasons_again)
{
    static const struct {
        const char *name, *change, *reason, *expected;
    } rows[] = {
        {"the same words for a rise and a fall", "-20.00", SAME_REASON, "reason.reused notice 2011308"},
        {"the same words for two rises", "20.00", SAME_REASON, ""},
        {"other words", "-20.00", "退休减员和政策调整", ""},
        {"words that are shared by nature", "0.00", "未安排", ""},
    };
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    const char *first = rows[_i].reason[0] == '\0' ? "" : _i == 3 ? "未安排" : SAME_REASON;
    build_claim(
        bench->filing,
        (Sentence){.subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = first});
    build_claim(bench->filing, (Sentence){.subject = "招商引资",
                                          .code = "2011308",
                                          .amount = "120.00",
                                          .change = rows[_i].change,
                                          .reason = rows[_i].reason});
    bench_run(bench, rule_reasons);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(knows_last_years_reason)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(
        bench->filing,
        (Sentence){
            .subject = "行政运行", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = SAME_REASON});
    Filing *last = bench_add_filing(bench, 2022);
    Claim *before = build_claim(
        last,
        (Sentence){
            .subject = "行政运行", .code = "2011301", .amount = "100.00", .change = "15.00", .reason = SAME_REASON});
    bench_run(bench, rule_reasons);
    bench_assert(bench, "two years ago is not last year", "");
    last->fiscal_year = 2023;
    bench_run(bench, rule_reasons);
    bench_assert(bench, "last year's words", "reason.reused notice 2011301");
    const Finding *finding = bench_only(bench, "reason.reused");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_uint_eq(finding->evidence->len, 2);
    g_ptr_array_set_size(bench->findings, 0);
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_reasons);
    bench_assert(bench, "a unit's words", "");
    last->scope = SCOPE_DEPARTMENT;
    build_set(&before->reason, "另有原因的变动和政策");
    bench_run(bench, rule_reasons);
    bench_assert(bench, "other words last year", "");
    bench_free(bench);
}
END_TEST

/* Last year's words: where the two years' changes differ in kind, or what they name cannot have made this year's change. */
START_TEST(checks_a_copied_reason)
{
    static const struct {
        const char *name, *reason, *change, *last_change;
        gint64 in_post, retired; /* this year's changes of staff; 99: not stated */
        bool told;
    } rows[] = {
        {"a fall, and a rise before", "人员变动和有关政策调整", "20.00", "-15.00", 99, 99, true},
        {"contribution bases go up each year", "社会保险缴费基数提高", "12.00", "11.00", 99, 99, false},
        {"but not so far", "社会保险缴费基数提高", "60.00", "11.00", 99, 99, true},
        {"persons that came", "增加2名退休人员相应增加经费", "11.00", "11.50", 99, 2, false},
        {"persons that did not", "增加2名退休人员相应增加经费", "11.00", "11.50", 99, 0, true},
        {"staff did change", "在职人员增加，经费相应增加", "12.00", "11.00", 1, 99, false},
        {"staff did not", "在职人员增加，经费相应增加", "12.00", "11.00", 0, 99, true},
        {"a new project cannot be new twice", "新增馆舍信息化建设项目", "20.00", "15.00", 99, 99, true},
        {"an amount that fits both", "职级晋升增加20.00万元", "20.00", "20.00", 99, 99, false},
        {"an amount that fits one", "职级晋升增加20.00万元", "20.00", "35.00", 99, 99, true},
        {"too short to be a copy", "政策调整", "20.00", "-15.00", 99, 99, false},
        {"not material", "人员变动和有关政策调整", "0.50", "-15.00", 99, 99, false},
    };
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    if (rows[_i].in_post != 99)
        build_staff(bench->filing, "in-post", 20, rows[_i].in_post);
    if (rows[_i].retired != 99)
        build_staff(bench->filing, "retired", 22, rows[_i].retired);
    Sentence sentence = {.subject = "行政运行", .code = "2011301", .amount = "112.00", .reason = rows[_i].reason};
    sentence.change = rows[_i].change;
    build_claim(bench->filing, sentence);
    sentence.change = rows[_i].last_change;
    build_claim(bench_add_filing(bench, 2023), sentence);
    bench_run(bench, rule_reasons);
    int told = 0;
    for (guint i = 0; i < bench->findings->len; i++)
        told += g_str_equal(((const Finding *)g_ptr_array_index(bench->findings, i))->rule, "reason.reused");
    ck_assert_msg(told == rows[_i].told, "%s: found %d", rows[_i].name, told);
    bench_free(bench);
}
END_TEST

START_TEST(says_what_is_left)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_staff(bench->filing, "retired", 22, 2);
    build_claim(bench->filing, (Sentence){.subject = "行政单位离退休",
                                          .code = "2080501",
                                          .amount = "14.60",
                                          .change = "9.88",
                                          .growth = "209.32",
                                          .reason = "增加2名退休人员"});
    bench_run(bench, rule_reasons);
    const Finding *finding = bench_only(bench, "reason.insufficient");
    /* 2 of 20 persons carry a tenth of 4.72: 0.47 of 9.88. */
    ck_assert_ptr_nonnull(strstr(finding->message, "最多能解释 0.47 万元，其余 9.41 万元"));
    /* A department that is asked must hear that the part is an estimate. */
    ck_assert_ptr_nonnull(strstr(finding->question, "按一般幅度估算，这个理由最多能解释 0.47 万元，其余 9.41 万元是什么？"));
    ck_assert_int_eq(finding->amount.fen, build_amount("9.41").fen);
    ck_assert_int_eq(finding->base_year, 2023);
    bench_free(bench);
}
END_TEST

Suite *reasons_suite(void)
{
    Suite *suite = suite_create("reasons");
    TCase *reasons = tcase_create("reasons");
    tcase_add_loop_test(reasons, judges, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(reasons, needs_a_total_to_weigh_with);
    tcase_add_test(reasons, finds_reasons_elsewhere);
    tcase_add_test(reasons, finds_reasons_in_the_parts);
    tcase_add_loop_test(reasons, knows_reasons_again, 0, 4);
    tcase_add_test(reasons, knows_last_years_reason);
    tcase_add_loop_test(reasons, checks_a_copied_reason, 0, 12);
    tcase_add_test(reasons, says_what_is_left);
    suite_add_tcase(suite, reasons);
    return suite;
}
