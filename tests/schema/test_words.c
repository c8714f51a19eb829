/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/words.h"

#include <check.h>
#include <glib.h>

#include "schema/language.h"

Suite *words_suite(void);

/* The words are what exports and data files hold, the numbers what stores hold: neither may ever change. */
#define WORD_TEST(name, Type, speak, ...)                                                                       \
    START_TEST(name)                                                                                            \
    {                                                                                                           \
        static const char *const expected[] = {__VA_ARGS__};                                                    \
        for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)                                                      \
            ck_assert_str_eq(speak((Type)i), expected[i]);                                                      \
        ck_assert_msg(speak((Type)G_N_ELEMENTS(expected))[0] == '\0', "a number beyond the last has no word");  \
        ck_assert_msg(speak((Type)-1)[0] == '\0', "a number before the first has no word");                     \
    }                                                                                                           \
    END_TEST

WORD_TEST(kinds, Kind, kind_word, "budget", "accounts")
WORD_TEST(phases, Phase, phase_word, "approved", "adjusted", "executed")
WORD_TEST(scopes, Scope, scope_word, "department", "unit")
WORD_TEST(directions, Direction, direction_word, "", "revenue", "expenditure", "carryover")
WORD_TEST(funds, Fund, fund_word, "all", "general", "government-fund", "state-capital", "special-account", "own")
WORD_TEST(proofs, Proof, proof_word, "grid", "unique", "likely", "ambiguous")
WORD_TEST(againsts, Against, against_word, "", "last-budget", "last-accounts", "this-budget")
WORD_TEST(turns, Turn, turn_word, "", "up", "down", "same", "new")
WORD_TEST(table_states, TableState, table_state_word, "read", "empty", "missing", "unread")
WORD_TEST(severities, Severity, severity_word, "notice", "warning", "error")

/* Each word comes back as the value that speaks it. */
START_TEST(words_come_back)
{
    for (int i = KIND_BUDGET; i <= KIND_ACCOUNTS; i++) {
        Kind kind = (Kind)-1;
        ck_assert(kind_from_word(kind_word((Kind)i), &kind) && kind == (Kind)i);
    }
    for (int i = DIRECTION_NONE; i <= DIRECTION_CARRYOVER; i++) {
        Direction direction = (Direction)-1;
        ck_assert(direction_from_word(direction_word((Direction)i), &direction) && direction == (Direction)i);
    }
    for (int i = FUND_ALL; i <= FUND_OWN; i++) {
        Fund fund = (Fund)-1;
        ck_assert(fund_from_word(fund_word((Fund)i), &fund) && fund == (Fund)i);
    }
    for (int i = SEVERITY_NOTICE; i <= SEVERITY_ERROR; i++) {
        Severity severity = (Severity)-1;
        ck_assert(severity_from_word(severity_word((Severity)i), &severity) && severity == (Severity)i);
    }
    static const char *const rows_words[] = {"functional", "economic", "labels", "projects"};
    for (gsize i = 0; i < G_N_ELEMENTS(rows_words); i++) {
        Rows rows = (Rows)-1;
        ck_assert(rows_from_word(rows_words[i], &rows) && rows == (Rows)i);
    }
}
END_TEST

START_TEST(other_words_are_refused)
{
    static const char *const strange[] = {"Budget", " budget", "budgets", "budge", "预算", "0"};
    for (gsize i = 0; i < G_N_ELEMENTS(strange); i++) {
        Kind kind = KIND_ACCOUNTS;
        Direction direction = DIRECTION_CARRYOVER;
        Fund fund = FUND_OWN;
        Rows rows = ROWS_PROJECTS;
        Severity severity = SEVERITY_ERROR;
        ck_assert_msg(!kind_from_word(strange[i], &kind) && !direction_from_word(strange[i], &direction) &&
                          !fund_from_word(strange[i], &fund) && !rows_from_word(strange[i], &rows) &&
                          !severity_from_word(strange[i], &severity),
                      "%s", strange[i]);
        ck_assert_msg(kind == KIND_ACCOUNTS && direction == DIRECTION_CARRYOVER && fund == FUND_OWN &&
                          rows == ROWS_PROJECTS && severity == SEVERITY_ERROR,
                      "%s changed a value", strange[i]);
    }
    Kind kind;
    ck_assert_msg(!kind_from_word("", &kind), "the empty word is only a direction");
}
END_TEST

START_TEST(names_follow_the_language)
{
    language_set(LANGUAGE_ZH);
    ck_assert_str_eq(kind_name(KIND_ACCOUNTS), "决算");
    ck_assert_str_eq(fund_name(FUND_OWN), "单位资金");
    ck_assert_str_eq(severity_name(SEVERITY_ERROR), "错误");
    language_set(LANGUAGE_EN);
    ck_assert_str_eq(kind_name(KIND_ACCOUNTS), "final accounts");
    ck_assert_str_eq(fund_name(FUND_OWN), "own funds");
    ck_assert_str_eq(severity_name(SEVERITY_ERROR), "error");
    language_set(LANGUAGE_ZH);
}
END_TEST

/* Two values with one name could not be told apart. */
START_TEST(names_differ)
{
    for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++) {
        language_set((Language)language);
        for (int a = FUND_ALL; a <= FUND_OWN; a++)
            for (int b = FUND_ALL; b < a; b++)
                ck_assert_str_ne(fund_name((Fund)a), fund_name((Fund)b));
        for (int a = SEVERITY_NOTICE; a <= SEVERITY_ERROR; a++)
            for (int b = SEVERITY_NOTICE; b < a; b++)
                ck_assert_str_ne(severity_name((Severity)a), severity_name((Severity)b));
        ck_assert_str_ne(kind_name(KIND_BUDGET), kind_name(KIND_ACCOUNTS));
        ck_assert_str_ne(direction_name(DIRECTION_REVENUE), direction_name(DIRECTION_EXPENDITURE));
        ck_assert_str_eq(direction_name(DIRECTION_NONE), "");
        ck_assert_str_ne(measure_name("basic"), measure_name("project"));
        ck_assert_str_eq(measure_name("a-form's-own-word"), "a-form's-own-word");
    }
    language_set(LANGUAGE_ZH);
}
END_TEST

Suite *words_suite(void)
{
    Suite *suite = suite_create("words");
    TCase *spoken = tcase_create("spoken");
    tcase_add_test(spoken, kinds);
    tcase_add_test(spoken, phases);
    tcase_add_test(spoken, scopes);
    tcase_add_test(spoken, directions);
    tcase_add_test(spoken, funds);
    tcase_add_test(spoken, proofs);
    tcase_add_test(spoken, againsts);
    tcase_add_test(spoken, turns);
    tcase_add_test(spoken, table_states);
    tcase_add_test(spoken, severities);
    tcase_add_test(spoken, words_come_back);
    tcase_add_test(spoken, other_words_are_refused);
    suite_add_tcase(suite, spoken);
    TCase *named = tcase_create("named");
    tcase_add_test(named, names_follow_the_language);
    tcase_add_test(named, names_differ);
    suite_add_tcase(suite, named);
    return suite;
}
