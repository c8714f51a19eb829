/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "history/vintage.h"

Suite *vintage_suite(void);

START_TEST(by_words)
{
    static const struct {
        const char *words;
        bool named;
        Phase phase;
    } rows[] = {
        {"年初预算数", true, PHASE_APPROVED},
        {"合计/年初预算数", true, PHASE_APPROVED},
        {"调整预算数", true, PHASE_ADJUSTED},
        {"全年预算数", true, PHASE_ADJUSTED},
        {"完成调整预算的95.5%", true, PHASE_ADJUSTED},
        {"预算数", false, PHASE_APPROVED},
        {"决算数", false, PHASE_APPROVED},
        {"", false, PHASE_APPROVED},
    };
    Phase phase = PHASE_APPROVED;
    ck_assert_int_eq(vintage_from_words(rows[_i].words, &phase), rows[_i].named);
    ck_assert_int_eq(phase, rows[_i].phase);
}
END_TEST

/* The heading says it, else the sentences, else it is the approved budget. */
START_TEST(by_heading_then_by_sentence)
{
    static const struct {
        const char *name, *path, *measure, *sentence;
        Kind kind;
        Phase phase;
        const char *plain;
    } rows[] = {
        {"executed", "合计/决算数", "reception", "", KIND_ACCOUNTS, PHASE_EXECUTED, "reception"},
        {"a budget's figure", "合计", "reception", "", KIND_BUDGET, PHASE_APPROVED, "reception"},
        {"预算数 alone", "合计/预算数", "reception-budgeted", "", KIND_ACCOUNTS, PHASE_APPROVED, "reception"},
        {"the heading", "全年预算数/合计", "reception-budgeted", "年初预算为1.00万元", KIND_ACCOUNTS, PHASE_ADJUSTED, "reception"},
        {"the sentence", "合计/预算数", "reception-budgeted", "全年预算为1.00万元", KIND_ACCOUNTS, PHASE_ADJUSTED, "reception"},
    };
    g_autoptr(Filing) filing = filing_new();
    filing->kind = rows[_i].kind;
    Claim *claim = claim_new();
    text_set(&claim->measure, "reception");
    text_set(&claim->text, rows[_i].sentence);
    claim->against = AGAINST_THIS_BUDGET;
    g_ptr_array_add(filing->claims, claim);
    Table *table = table_new();
    g_ptr_array_add(table->columns, column_new(rows[_i].path, 1, DIRECTION_EXPENDITURE, FUND_ALL, rows[_i].measure));
    g_ptr_array_add(filing->tables, table);
    g_autofree char *plain = NULL;
    Phase phase = vintage_of_figure(filing, table_column(table, 0), rows[_i].measure, &plain);
    ck_assert_msg(phase == rows[_i].phase, "%s", rows[_i].name);
    ck_assert_str_eq(plain, rows[_i].plain);
}
END_TEST

START_TEST(of_a_sentence)
{
    g_autoptr(Claim) claim = claim_new();
    Phase phase = PHASE_EXECUTED;
    claim->against = AGAINST_LAST_ACCOUNTS;
    ck_assert(!vintage_of_claim(claim, &phase));
    claim->against = AGAINST_THIS_BUDGET;
    text_set(&claim->text, "预算为1.00万元");
    ck_assert(vintage_of_claim(claim, &phase));
    ck_assert_int_eq(phase, PHASE_APPROVED);
    text_set(&claim->text, "调整后预算为1.00万元");
    ck_assert(vintage_of_claim(claim, &phase));
    ck_assert_int_eq(phase, PHASE_ADJUSTED);
    ck_assert_str_eq(vintage_name(PHASE_APPROVED), "年初预算");
    ck_assert_str_eq(vintage_name(PHASE_EXECUTED), "决算");
}
END_TEST

Suite *vintage_suite(void)
{
    Suite *suite = suite_create("vintage");
    TCase *tests = tcase_create("vintage");
    tcase_add_loop_test(tests, by_words, 0, 8);
    tcase_add_loop_test(tests, by_heading_then_by_sentence, 0, 5);
    tcase_add_test(tests, of_a_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
