/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The share of change that is explained, year by year: a series of its own, one figure a year from that year's ledger
 * against the year before. A year whose ledger cannot be made stays in the series as a gap.
 */
#ifndef ANALYSIS_EXPLAINED_H
#define ANALYSIS_EXPLAINED_H

#include "analysis/ledger.h"

typedef struct {
    int year, base_year;
    Phase phase, base_phase;
    bool known;
    char *why;           /* the ledger is missing; "" where it is known */
    bool has_change;     /* both totals are known */
    Amount change;       /* of the department's expenditure */
    Amount change_size;  /* the rest: sums of absolute amounts over material lines, as in Ledger */
    Amount reclassified, explained, unexplained;
    double share; /* explained or reclassified, in % of change_size; 100 when nothing material changed */
} ExplainedYear;

/*
 * One (ExplainedYear) for each year from the first to the last filing of the phase (PHASE_APPROVED or PHASE_EXECUTED).
 * The first year is known where its sentences imply the year before. Empty when the department has no such filing.
 */
GPtrArray *explained_from_department(const Department *department, Phase phase, const Thresholds *thresholds);

#endif
