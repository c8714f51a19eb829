/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/change.h"

#include <check.h>

#include "tests/analysis/rule/build.h"

Suite *change_suite(void);

/* In a department of 1,000.00: 1 % with 10 %, or 0.1 % with 50 %. */
START_TEST(is_material)
{
    static const struct {
        const char *base, *change;
        bool material;
    } rows[] = {
        {"100.00", "10.00", true}, {"100.00", "9.99", false}, {"100.00", "-10.00", true}, {"100.01", "10.00", false},
        {"2.00", "1.00", true},    {"2.01", "1.00", false},   {"1.00", "0.99", false},    {"0.00", "1.00", true},
        {"0.00", "0.99", false},   {"100.00", "0.00", false}, {"0.00", "0.00", false},    {"-5.00", "10.00", true},
    };
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    ck_assert_msg(change_is_material(thresholds, build_amount("1000.00"), build_amount(rows[_i].base),
                                     build_amount(rows[_i].change)) == rows[_i].material,
                  "%s on %s", rows[_i].change, rows[_i].base);
}
END_TEST

START_TEST(implies_a_base)
{
    static const struct {
        const char *name;
        Sentence sentence;
        const char *base, *change; /* NULL: none */
    } rows[] = {
        {"rose", {.subject = "甲", .amount = "12.00", .change = "2.00"}, "10.00", "2.00"},
        {"fell", {.subject = "甲", .amount = "12.00", .change = "-2.00"}, "14.00", "-2.00"},
        {"new", {.subject = "甲", .amount = "12.00", .change = "12.00"}, "0.00", "12.00"},
        {"持平", {.subject = "甲", .amount = "12.00", .turn = TURN_SAME}, "12.00", "0.00"},
        {"持平, but a growth is stated",
         {.subject = "甲", .amount = "12.00", .turn = TURN_SAME, .growth = "3.00"},
         NULL,
         NULL},
        {"last year's accounts",
         {.subject = "甲", .amount = "12.00", .change = "2.00", .against = AGAINST_LAST_ACCOUNTS},
         "10.00",
         "2.00"},
        {"this year's budget is no last year",
         {.subject = "甲", .amount = "12.00", .change = "2.00", .against = AGAINST_THIS_BUDGET},
         NULL,
         NULL},
        {"only a growth", {.subject = "甲", .amount = "12.00", .growth = "3.00"}, NULL, NULL},
        {"no amount", {.subject = "甲", .change = "2.00"}, NULL, NULL},
    };
    Bench *bench = bench_new();
    const Claim *claim = build_claim(bench->filing, rows[_i].sentence);
    Amount base, change;
    bool implied = claim_implied_base(claim, &base, &change);
    ck_assert_msg(implied == (rows[_i].base != NULL), "%s", rows[_i].name);
    if (implied) {
        ck_assert_int_eq(base.fen, build_amount(rows[_i].base).fen);
        ck_assert_int_eq(change.fen, build_amount(rows[_i].change).fen);
    }
    bench_free(bench);
}
END_TEST

START_TEST(growth_opposes)
{
    static const struct {
        const char *change, *growth, *words;
        bool opposes;
    } rows[] = {
        {"2.00", "20.00", "增加|增长", false}, {"2.00", "-20.00", "增加|下降", true},
        {"-2.00", "20.00", "减少|增幅", true}, {"-2.00", "20.00", "减少|变动率", false},
        {"-2.00", "20.00", "变动率", false},   {"0.00", "20.00", "增长", false},
        {"2.00", "0.00", "增加", false},       {NULL, "20.00", "下降", false},
        {"2.00", NULL, "增加", false},
    };
    Bench *bench = bench_new();
    Sentence sentence = {.subject = "甲", .amount = "9.00"};
    sentence.change = rows[_i].change;
    sentence.growth = rows[_i].growth;
    sentence.turn_words = rows[_i].words;
    const Claim *claim = build_claim(bench->filing, sentence);
    ck_assert_int_eq(claim_growth_opposes_change(claim), rows[_i].opposes);
    bench_free(bench);
}
END_TEST

START_TEST(argues_against)
{
    static const struct {
        const char *reason, *change;
        Direction direction;
        bool against;
    } rows[] = {
        {"任务减少", "2.00", DIRECTION_EXPENDITURE, true},
        {"任务减少", "-2.00", DIRECTION_EXPENDITURE, false},
        {"任务增加", "-2.00", DIRECTION_EXPENDITURE, true},
        {"任务减少", "0.00", DIRECTION_EXPENDITURE, false},
        {"任务减少，补助标准提高", "2.00", DIRECTION_EXPENDITURE, false},
        {"任务减少，业务划转至其他单位", "2.00", DIRECTION_EXPENDITURE, false},
        {"未安排预算", "2.00", DIRECTION_EXPENDITURE, false},
        {"合同款未能支付", "2.00", DIRECTION_CARRYOVER, false},
        {"", "2.00", DIRECTION_EXPENDITURE, false},
    };
    ReasonReading *reading = reason_read(rows[_i].reason);
    ck_assert_msg(reason_argues_against(reading, rows[_i].direction, build_amount(rows[_i].change)) == rows[_i].against,
                  "%s", rows[_i].reason);
    reason_reading_free(reading);
}
END_TEST

/* 20 in post and 20 retired a year before. */
START_TEST(drivers_bear)
{
    static const struct {
        const char *reason, *base, *change, *borne;
    } rows[] = {
        {"增加2名退休人员", "4.72", "9.88", "0.47"},   /* a tenth, cut to the printed step */
        {"增加2名退休人员", "4.72", "0.40", "0.40"},   /* never more than the change */
        {"减少2名退休人员", "4.72", "-9.88", "-0.47"}, /* signed like it */
        {"在职人员增加", "100.00", "90.00", "30.00"},  /* no number of persons: the threshold */
        {"职工晋级晋档", "100.00", "90.00", "20.00"},       {"职工晋级晋档，在职人员增加", "100.00", "90.00", "50.00"},
        {"新增信息化建设项目", "1.00", "900.00", "900.00"}, /* a project has no bound */
        {"根据工作需要", "100.00", "90.00", "0.00"},        /* no driver bears nothing */
        {"职工晋级晋档", "0.00", "90.00", "0.00"},          /* a fifth of nothing */
    };
    Bench *bench = bench_new();
    build_staff(bench->filing, "in-post", 25, 5);
    build_staff(bench->filing, "retired", 22, 2);
    ReasonReading *reading = reason_read(rows[_i].reason);
    Amount borne = change_borne_by_drivers(bench->thresholds, bench->filing, reading, build_amount(rows[_i].base),
                                           build_amount(rows[_i].change));
    ck_assert_msg(borne.fen == build_amount(rows[_i].borne).fen, "%s on %s: %d", rows[_i].reason, rows[_i].base,
                  (int)borne.fen);
    reason_reading_free(reading);
    bench_free(bench);
}
END_TEST

START_TEST(amounts_bear)
{
    static const struct {
        const char *reason, *change, *borne; /* NULL: quotes none */
    } rows[] = {
        {"增加经费10万元", "20.00", "10.00"},
        {"增加经费10万元，培训5万元", "20.00", "15.00"},
        {"增加经费10万元，其中培训6万元、会议4万元", "20.00", "10.00"}, /* the parts say the whole again */
        {"增加经费30万元", "20.00", "20.00"},
        {"减少经费10万元", "-20.00", "-10.00"},
        {"增加经费0万元", "20.00", "0.00"},
        {"经费增加", "20.00", NULL},
    };
    ReasonReading *reading = reason_read(rows[_i].reason);
    Amount borne;
    bool quotes = change_borne_by_amounts(reading, build_amount(rows[_i].change), &borne);
    ck_assert_msg(quotes == (rows[_i].borne != NULL), "%s", rows[_i].reason);
    if (quotes)
        ck_assert_int_eq(borne.fen, build_amount(rows[_i].borne).fen);
    reason_reading_free(reading);
}
END_TEST

Suite *change_suite(void)
{
    Suite *suite = suite_create("change");
    TCase *change = tcase_create("change");
    tcase_add_loop_test(change, is_material, 0, 12);
    tcase_add_loop_test(change, implies_a_base, 0, 9);
    tcase_add_loop_test(change, growth_opposes, 0, 9);
    suite_add_tcase(suite, change);
    TCase *reason = tcase_create("reason");
    tcase_add_loop_test(reason, argues_against, 0, 9);
    tcase_add_loop_test(reason, drivers_bear, 0, 9);
    tcase_add_loop_test(reason, amounts_bear, 0, 7);
    suite_add_tcase(suite, reason);
    return suite;
}
