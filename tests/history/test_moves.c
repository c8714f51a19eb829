/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/moves.h"

#include <check.h>

#include "tests/analysis/rule/build.h"

Suite *moves_suite(void);

/* A subject of the section on items: name, code, amount, change, reason. */
static const Claim *add(Bench *bench, const char *subject, const char *code, const char *change, const char *reason)
{
    return build_claim(
        bench->filing,
        (Sentence){.subject = subject, .code = code, .amount = "300.00", .change = change, .reason = reason});
}

/* The only move of the filing. */
static const Move *only(GPtrArray *moves)
{
    ck_assert_uint_eq(moves->len, 1);
    return g_ptr_array_index(moves, 0);
}

START_TEST(states_an_amount)
{
    Bench *bench = bench_new();
    const Claim *from =
        add(bench, "行政运行", "2011301", "-135.47", "招商引资经费145.00万元调整至商贸事务（款）招商引资（项）科目");
    const Claim *to = add(bench, "招商引资", "2011308", "145.00", "");
    const Claim *third = add(bench, "住房公积金", "2210201", "5.00", "");
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    const Move *move = only(moves);
    ck_assert(move->teller == from && move->other == to && move->stated && move->balanced);
    ck_assert_int_eq(move->moved.fen, build_amount("145.00").fen);
    /* Out of the side that fell, into the side that rose; nothing for anybody else. */
    ck_assert_int_eq(moved_part(moves, from).fen, build_amount("-145.00").fen);
    ck_assert_int_eq(moved_part(moves, to).fen, build_amount("145.00").fen);
    ck_assert_int_eq(moved_part(moves, third).fen, 0);
    bench_free(bench);
}
END_TEST

START_TEST(states_none)
{
    Bench *bench = bench_new();
    const Claim *from = add(bench, "行政运行", "2011301", "-135.47", "部分经费调整至商贸事务（款）招商引资（项）科目");
    add(bench, "招商引资", "2011308", "145.00", "");
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    /* The smaller of the two changes is what can have moved. */
    ck_assert(!only(moves)->stated && only(moves)->balanced);
    ck_assert_int_eq(only(moves)->moved.fen, build_amount("135.47").fen);
    ck_assert_int_eq(moved_part(moves, from).fen, build_amount("-135.47").fen);
    bench_free(bench);
}
END_TEST

/* A base on the new footing holds the move: its side's change does not, and need not. */
START_TEST(finds_the_move_in_a_restated_base)
{
    Bench *bench = bench_new();
    const Claim *to = build_claim(bench->filing, (Sentence){.subject = "招商引资", .code = "2011308", .fund = FUND_GENERAL, .amount = "112.00",
                                                            .change = "2.00", .reason = "上年行政运行（项）40.00万元调整至本科目，上年数已按同口径调整"});
    const Claim *from = build_claim(bench->filing, (Sentence){.subject = "行政运行", .code = "2011301", .fund = FUND_GENERAL, .amount = "60.00",
                                                              .change = "-40.00", .reason = ""});
    Filing *before = bench_add_filing(bench, 2023);
    Table *table = build_table(before, "general");
    build_row(table, "2011308", "招商引资", "70.00");
    build_row(table, "2011301", "行政运行", "100.00");
    g_autoptr(GPtrArray) alone = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert(!only(alone)->balanced);
    g_autoptr(Figures) then = figures_new(before);
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, then, bench->thresholds);
    const Move *move = only(moves);
    ck_assert(move->teller == to && move->balanced && move->teller_restated && !move->other_restated && !move->out);
    ck_assert_int_eq(moved_part(moves, to).fen, 0);
    ck_assert_int_eq(moved_part(moves, from).fen, build_amount("-40.00").fen);
    bench_free(bench);
}
END_TEST

START_TEST(is_told_by_the_side_that_rose)
{
    Bench *bench = bench_new();
    const Claim *from = add(bench, "行政运行", "2011301", "-145.00", "");
    const Claim *to =
        add(bench, "招商引资", "2011308", "145.00", "上年列在商贸事务（款）行政运行（项）科目，本年调整至本科目");
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert(only(moves)->teller == to && only(moves)->other == from && only(moves)->balanced);
    ck_assert_int_eq(moved_part(moves, from).fen, build_amount("-145.00").fen);
    ck_assert_int_eq(moved_part(moves, to).fen, build_amount("145.00").fen);
    bench_free(bench);
}
END_TEST

/* Both sides tell it: one move, told by the side that gives the amount. */
START_TEST(is_told_once)
{
    Bench *bench = bench_new();
    const Claim *from = add(bench, "行政运行", "2011301", "-150.00", "部分经费调整至商贸事务（款）招商引资（项）科目");
    const Claim *to =
        add(bench, "招商引资", "2011308", "150.00", "上年列在商贸事务（款）行政运行（项）科目的145.00万元调整至本科目");
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert(only(moves)->teller == to && only(moves)->other == from);
    ck_assert_int_eq(only(moves)->moved.fen, build_amount("145.00").fen);
    bench_free(bench);
}
END_TEST

/* 商贸事务 stands in 其他商贸事务支出: the longer name is the one that is meant. */
START_TEST(takes_the_longest_name)
{
    Bench *bench = bench_new();
    add(bench, "行政运行", "2011301", "-50.00", "部分经费50.00万元调整至其他商贸事务支出科目");
    add(bench, "商贸事务", "20113", "10.00", "");
    const Claim *other = add(bench, "其他商贸事务支出", "2011399", "50.00", "");
    add(bench, "商贸事务支出", "2011398", "9.00", "");
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert_ptr_eq(only(moves)->other, other);
    ck_assert_str_eq(only(moves)->other_name, "其他商贸事务支出");
    bench_free(bench);
}
END_TEST

START_TEST(names_nobody)
{
    static const struct {
        const char *name, *reason;
        guint moves;
    } rows[] = {
        {"an item that the filing does not speak of", "经费50.00万元调整至商贸事务（款）国内贸易管理（项）科目", 1},
        {"itself", "上年列在其他科目，本年调整至商贸事务（款）行政运行（项）科目", 0},
        {"no item at all", "科目调整", 0},
        {"no move", "任务减少", 0},
        {"no reason", "", 0},
    };
    Bench *bench = bench_new();
    const Claim *from = add(bench, "行政运行", "2011301", "-50.00", rows[_i].reason);
    g_autoptr(GPtrArray) moves = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert_msg(moves->len == rows[_i].moves, "%s: %u", rows[_i].name, moves->len);
    if (moves->len > 0) {
        ck_assert(only(moves)->other == NULL && !only(moves)->balanced);
        ck_assert_str_eq(only(moves)->other_name, "国内贸易管理");
    }
    ck_assert_int_eq(moved_part(moves, from).fen, 0);
    bench_free(bench);
}
END_TEST

START_TEST(keeps_to_its_own)
{
    Bench *bench = bench_new();
    add(bench, "行政运行", "2011301", "-50.00", "经费50.00万元调整至商贸事务（款）招商引资（项）科目");
    Claim *other = build_claim(
        bench->filing,
        (Sentence){
            .subject = "招商引资", .code = "2011308", .amount = "50.00", .change = "50.00", .fund = FUND_GOVERNMENT});
    g_autoptr(GPtrArray) another_fund = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert_ptr_null(only(another_fund)->other);
    other->fund = FUND_GENERAL;
    build_set(&other->section, "八");
    g_autoptr(GPtrArray) another_section = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert_ptr_null(only(another_section)->other);
    build_set(&other->section, "五（三）");
    g_autoptr(GPtrArray) same = moves_from_filing(bench->filing, NULL, bench->thresholds);
    ck_assert_ptr_eq(only(same)->other, other);
    bench_free(bench);
}
END_TEST

Suite *moves_suite(void)
{
    Suite *suite = suite_create("moves");
    TCase *moves = tcase_create("moves");
    tcase_add_test(moves, states_an_amount);
    tcase_add_test(moves, states_none);
    tcase_add_test(moves, finds_the_move_in_a_restated_base);
    tcase_add_test(moves, is_told_by_the_side_that_rose);
    tcase_add_test(moves, is_told_once);
    tcase_add_test(moves, takes_the_longest_name);
    tcase_add_loop_test(moves, names_nobody, 0, 5);
    tcase_add_test(moves, keeps_to_its_own);
    suite_add_tcase(suite, moves);
    return suite;
}
