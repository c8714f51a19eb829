/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/ledger_bench.h"

#include <check.h>

void ledger_fill(Filing *filing, const char *total, const char *subjects)
{
    build_total(filing, total);
    Table *table = build_table(filing, "general");
    g_auto(GStrv) lines = g_strsplit(subjects, ";", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) words = g_strsplit(g_strstrip(*line), " ", 2);
        build_row(table, words[0], words[0], words[1]);
    }
}

Filing *ledger_filing(Bench *bench, int year, Kind kind, const char *total, const char *subjects)
{
    Filing *filing = year == 2024 && kind == KIND_BUDGET ? bench->filing : bench_add_filing(bench, year);
    filing->kind = kind;
    filing->id = year * 10 + (int)kind;
    ledger_fill(filing, total, subjects);
    return filing;
}

void ledger_claim(Filing *filing, const char *code, const char *amount, const char *change, const char *reason)
{
    build_claim(filing, (Sentence){.subject = "甲",
                                   .code = code,
                                   .amount = amount,
                                   .change = change,
                                   .reason = reason,
                                   .against = filing->kind == KIND_ACCOUNTS ? AGAINST_LAST_ACCOUNTS : AGAINST_LAST_BUDGET});
}

Ledger *ledger_of(Bench *bench, int year, Phase phase, int base_year, Phase base_phase)
{
    g_autoptr(GError) error = NULL;
    LedgerTerms terms = {year, base_year, phase, base_phase};
    Ledger *ledger = ledger_from_terms(bench->department, &terms, bench->thresholds, &error);
    ck_assert_msg(ledger != NULL, "%s", error != NULL ? error->message : "");
    return ledger;
}

Ledger *ledger_of_budgets(Bench *bench, int year, int base_year)
{
    return ledger_of(bench, year, PHASE_APPROVED, base_year, PHASE_APPROVED);
}

const LedgerLine *ledger_line(const Ledger *ledger, const char *code)
{
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (g_str_equal(line->code, code))
            return line;
    }
    return NULL;
}

void ledger_check(const Ledger *ledger)
{
    gint64 change = 0, base = 0, current = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        ck_assert_int_eq(line->current.fen - line->base.fen, line->change.fen);
        ck_assert_int_eq(line->reclassified.fen + line->explained.fen + line->unexplained.fen, line->change.fen);
        change += line->change.fen;
        base += line->base.fen;
        current += line->current.fen;
    }
    ck_assert_int_eq(change, ledger->change_total.fen);
    if (!ledger->base_known)
        return;
    ck_assert_int_eq(base, ledger->base_total.fen);
    ck_assert_int_eq(current, ledger->current_total.fen);
}

void ledger_check_line(const Ledger *ledger, const char *code, const char *reclassified, const char *explained,
                       const char *unexplained)
{
    const LedgerLine *line = ledger_line(ledger, code);
    ck_assert_msg(line != NULL, "no line %s", code);
    ck_assert_int_eq(line->reclassified.fen, build_amount(reclassified).fen);
    ck_assert_int_eq(line->explained.fen, build_amount(explained).fen);
    ck_assert_int_eq(line->unexplained.fen, build_amount(unexplained).fen);
}


Bench *ledger_three_budgets(bool with_middle)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2022, KIND_BUDGET, "100.00", "2050201 100.00");
    if (with_middle)
        ledger_claim(ledger_filing(bench, 2023, KIND_BUDGET, "130.00", "2050201 130.00"), "2050201", "130.00", "30.00", "新增信息化建设项目");
    ledger_claim(ledger_filing(bench, 2024, KIND_BUDGET, "150.00", "2050201 150.00"), "2050201", "150.00", "20.00", "信息化增加15.00万元");
    return bench;
}
