/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many sums a filing's tables must hold by their form (columns of a row, children of a row, revenue = expenditure),
 * and how they came out: counted by the very checks that raise sum.columns, sum.children, sum.total and balance. What
 * cannot be judged for certain is not counted.
 */
#ifndef ANALYSIS_RULE_SUMS_H
#define ANALYSIS_RULE_SUMS_H

#include "schema/filing.h"

/* By Verdict: proved, rounding, impossible. */
typedef struct {
    guint by_verdict[3];
} SumsChecked;

SumsChecked sums_checked(const Filing *filing);

#endif
