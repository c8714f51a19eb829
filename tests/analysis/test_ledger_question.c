/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ledger.h"

#include <check.h>
#include <string.h>

#include "schema/language.h"
#include "tests/analysis/ledger_bench.h"

Suite *ledger_question_suite(void);

static const struct {
    const char *name, *amount, *change, *reason;
    const char *asked[4]; /* what the question holds; none: nothing is asked */
} questions[] = {
    {"no reason", "140.00", "40.00", NULL, {"比 2023 年预算的 100.00 万元增加 40.00 万元（40.00%）", "没有说明原因", "40.00 万元全部没有说明", "测算依据"}},
    {"a part", "140.00", "40.00", "在职人员工资标准调整", {"“在职人员工资标准调整”", "最多支持 20.00 万元", "尚有 20.00 万元没有说明", "调资文件"}},
    {"amounts", "140.00", "40.00", "信息化增加15.00万元", {"所列金额支持 15.00 万元", "尚有 25.00 万元", NULL, NULL}},
    {"vague", "140.00", "40.00", "根据工作需要", {"没有指明具体事项", NULL, NULL, NULL}},
    {"the other way", "60.00", "-40.00", "培训班次增加，费用上升", {"减少 40.00 万元（40.00%）", "相反的方向", "真正的原因", NULL}},
    {"explained, but no figure", "140.00", "40.00", "政策性增支", {"没有列金额", "文号", NULL, NULL}},
    {"explained with figures", "140.00", "40.00", "信息化增加40.00万元", {NULL, NULL, NULL, NULL}},
    {"not material", "105.00", "5.00", NULL, {NULL, NULL, NULL, NULL}},
};

START_TEST(asks_what_is_left)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    g_autofree char *row = g_strdup_printf("2050201 %s", questions[_i].amount);
    ledger_filing(bench, 2024, KIND_BUDGET, questions[_i].amount, row);
    ledger_claim(bench->filing, "2050201", questions[_i].amount, questions[_i].change, questions[_i].reason);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    g_autofree char *question = ledger_question(ledger, ledger_line(ledger, "2050201"));
    ck_assert_msg((question[0] == '\0') == (questions[_i].asked[0] == NULL), "%s: %s", questions[_i].name, question);
    for (gsize i = 0; i < G_N_ELEMENTS(questions[_i].asked) && questions[_i].asked[i] != NULL; i++)
        ck_assert_msg(strstr(question, questions[_i].asked[i]) != NULL, "%s: %s", questions[_i].name, question);
    bench_free(bench);
}
END_TEST

START_TEST(asks_in_english_too)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    ledger_filing(bench, 2024, KIND_BUDGET, "40.00", "2050202 40.00");
    language_set(LANGUAGE_EN);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    g_autofree char *gone = ledger_question(ledger, ledger_line(ledger, "2050201"));
    g_autofree char *come = ledger_question(ledger, ledger_line(ledger, "2050202"));
    language_set(LANGUAGE_ZH);
    ck_assert_ptr_nonnull(strstr(gone, "Was it dropped, finished, or put elsewhere?"));
    ck_assert_ptr_nonnull(strstr(come, "where was it paid from before?"));
    bench_free(bench);
}
END_TEST

/* A subject without a reason of its own: the class's is quoted and explains nothing. */
START_TEST(quotes_the_wider_reason)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "205 100.00;20502 100.00;2050201 100.00");
    ledger_filing(bench, 2024, KIND_BUDGET, "140.00", "205 140.00;20502 140.00;2050201 140.00");
    ledger_claim(bench->filing, "205", "140.00", "40.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check_line(ledger, "2050201", "0.00", "0.00", "40.00");
    g_autofree char *question = ledger_question(ledger, ledger_line(ledger, "2050201"));
    ck_assert_ptr_nonnull(strstr(question, "所属 205 的说明是“新增信息化建设项目”"));
    bench_free(bench);
}
END_TEST

Suite *ledger_question_suite(void)
{
    Suite *suite = suite_create("ledger_question");
    TCase *tests = tcase_create("ledger_question");
    tcase_add_loop_test(tests, asks_what_is_left, 0, (int)G_N_ELEMENTS(questions));
    tcase_add_test(tests, asks_in_english_too);
    tcase_add_test(tests, quotes_the_wider_reason);
    suite_add_tcase(suite, tests);
    return suite;
}
