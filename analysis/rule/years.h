/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filing that a rule looks at and its other years. Years are compared only within one kind and one scope: a
 * department's figures are never held against a unit's.
 *
 * What is asked of a context is made when the first rule asks, and kept for the others: rule_context_clear() frees it.
 */
#ifndef ANALYSIS_RULE_YEARS_H
#define ANALYSIS_RULE_YEARS_H

#include "analysis/rule/rule.h"
#include "history/figures.h"

/* The filing of the year before, of the same kind and scope; NULL when there is none. */
const Filing *filing_last(RuleContext *context);

/* The figures of the context's filing, and of filing_last(): NULL where that is. */
const Figures *figures_now(RuleContext *context);
const Figures *figures_last(RuleContext *context);

/* The moves (Move, history/moves.h) that the filing states, seen against filing_compared(). */
const GPtrArray *moves_now(RuleContext *context);

/*
 * True when the later filing prints the earlier one's figures again: then it is last year's filing under this year's
 * name, and comparing the two says nothing. None may differ, a tenth may be new (lines whose name holds the year); and as
 * a few figures alike prove nothing, at least FIGURES_REPEATED_LEAST that are not zero must be there.
 */
bool figures_repeat(const Figures *now, const Figures *before);
#define FIGURES_REPEATED_LEAST 12

/*
 * What this year is compared with: filing_last(), with figures_last(). NULL when there is none, and when the context's
 * filing only repeats it.
 */
const Filing *filing_compared(RuleContext *context);

/*
 * Two quantities, each in a filing of its own, that must be the same: the verdict that is best for any two of their
 * settled places, as two tables of one filing may disagree. False when one of them is nowhere printed for sure; the
 * places of the first ones are given then (either may be NULL).
 */
bool figures_compare(const Figures *a, const Quantity *quantity_a, const Figures *b, const Quantity *quantity_b,
                     Verdict *verdict, Place *place_a, Place *place_b);

#endif
