/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *rule_moves_suite(void);

#define TO_OTHER "招商引资经费145.00万元调整至商贸事务（款）招商引资（项）科目"

static const struct {
    const char *name;
    const char *change, *reason, *other_change, *other_reason;
    const char *expected;
} cases[] = {
    {"both sides, equal", "-145.00", TO_OTHER, "145.00", "", "reclass.balanced notice 2011301"},
    {"the residual stays", "-135.47", TO_OTHER, "145.00", "", "reclass.balanced notice 2011301"},
    {"the other side mirrors half", "-145.00", TO_OTHER, "72.50", "", "reclass.balanced notice 2011301"},
    {"the other side mirrors less than half", "-145.00", TO_OTHER, "72.49", "", "reclass.unbalanced warning 2011301"},
    {"both rise", "145.00", TO_OTHER, "145.00", "", "reclass.unbalanced warning 2011301"},
    {"the other side is not told", "-145.00", TO_OTHER, NULL, "", "reclass.unbalanced warning 2011301"},
    {"both sides name each other: told once", "-145.00", TO_OTHER, "145.00",
     "上年列在商贸事务（款）行政运行（项）科目，本年调整至本科目", "reclass.balanced notice 2011301"},
    {"no move is stated", "-145.00", "任务减少", "145.00", "任务增加", ""},
    {"a move that names no subject", "-145.00", "科目调整", "145.00", "", ""},
};

START_TEST(tells)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence){.subject = "行政运行",
                                          .code = "2011301",
                                          .amount = "279.47",
                                          .change = cases[_i].change,
                                          .reason = cases[_i].reason});
    if (cases[_i].other_change != NULL)
        build_claim(bench->filing, (Sentence){.subject = "招商引资",
                                              .code = "2011308",
                                              .amount = "145.00",
                                              .change = cases[_i].other_change,
                                              .reason = cases[_i].other_reason});
    bench_run(bench, rule_moves);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_the_residual)
{
    Bench *bench = bench_new();
    build_claim(
        bench->filing,
        (Sentence){
            .subject = "行政运行", .code = "2011301", .amount = "279.47", .change = "-135.47", .reason = TO_OTHER});
    build_claim(bench->filing,
                (Sentence){.subject = "招商引资", .code = "2011308", .amount = "145.00", .change = "145.00"});
    bench_run(bench, rule_moves);
    const Finding *finding = bench_only(bench, "reclass.balanced");
    ck_assert_ptr_nonnull(strstr(finding->message, "扣除后分别变动 9.53 和 0.00"));
    ck_assert_int_eq(finding->amount.fen, build_amount("145.00").fen);
    ck_assert_uint_eq(finding->evidence->len, 2);
    bench_free(bench);
}
END_TEST

Suite *rule_moves_suite(void)
{
    Suite *suite = suite_create("rule_moves");
    TCase *moves = tcase_create("moves");
    tcase_add_loop_test(moves, tells, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(moves, shows_the_residual);
    suite_add_tcase(suite, moves);
    return suite;
}
