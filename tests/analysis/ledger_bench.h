/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filings of several years for the suites of the ledger, and what every ledger promises. */
#ifndef TESTS_ANALYSIS_LEDGER_BENCH_H
#define TESTS_ANALYSIS_LEDGER_BENCH_H

#include "analysis/ledger.h"
#include "tests/analysis/rule/build.h"

/* The general budget of a filing: its total, and "2050201 100.00;2050202 5.00". */
void ledger_fill(Filing *filing, const char *total, const char *subjects);

/* The same in a filing of the department; the bench's own for the budget of 2024. */
Filing *ledger_filing(Bench *bench, int year, Kind kind, const char *total, const char *subjects);

/* A subject's sentence against the year before, in the filing's own vintage; reason may be NULL. */
void ledger_claim(Filing *filing, const char *code, const char *amount, const char *change, const char *reason);

/* Budgets of 2022, 2023 (unless left out) and 2024: 100 -> 130 -> 150; the first step has its reason, of the second 15 of 20. */
Bench *ledger_three_budgets(bool with_middle);

Ledger *ledger_of(Bench *bench, int year, Phase phase, int base_year, Phase base_phase);
Ledger *ledger_of_budgets(Bench *bench, int year, int base_year);

/* The line of a code, "" for what has none; NULL when there is none. */
const LedgerLine *ledger_line(const Ledger *ledger, const char *code);

/* The parts of each line add to it, and the lines to the total. */
void ledger_check(const Ledger *ledger);
void ledger_check_line(const Ledger *ledger, const char *code, const char *reclassified, const char *explained,
                       const char *unexplained);

#endif
