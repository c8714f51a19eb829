/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a ledger is built, for its own files only: ledger.c chooses the filings and adds up, ledger_subjects.c says which
 * lines there are and what stands in them, ledger_settle.c splits a line's change.
 */
#ifndef ANALYSIS_LEDGER_BUILD_H
#define ANALYSIS_LEDGER_BUILD_H

#include "analysis/ledger.h"
#include "history/figures.h"
#include "history/lineage.h"

typedef struct {
    const Filing *now;
    const Filing *before; /* NULL: bases are implied by claims */
    const Thresholds *thresholds;
    const Lineage *lineage;
    Figures *figures, *figures_before; /* the second NULL without `before` */
    Against against; /* what sentences of `now` that speak of this base compare with */
    const GPtrArray *steps; /* Ledger of each step of a chain, NULL for a missing one; NULL between neighbours */
    const GArray *way;      /* LedgerTerms of those steps */
    Fund code_fund;         /* of the lines by subject: the general budget's, else of all funds together */
    GHashTable *finest, *finest_before; /* codes that nothing goes on from, of each year; while subjects are added */
    guint unread;    /* subjects left out because a figure is not settled */
    Ledger *ledger;
} LedgerBuilder;

/* The change that a claim states against this base. False when it states none, or against something else. */
bool ledger_claim_change(const Claim *claim, Against against, Amount *base, Amount *change);

/* All lines but the rest, settled. */
void ledger_add_subjects(LedgerBuilder *builder);

/* A line of what the lines do not cover, where there is any. Totals must be known. */
void ledger_add_rest(LedgerBuilder *builder);

/* Splits the line's change by what the claim says (NULL: nothing), or by the steps of the chain. */
void ledger_settle_line(const LedgerBuilder *builder, LedgerLine *line, const Claim *claim);

#endif
