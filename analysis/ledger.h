/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The unexplained-variance ledger: for each subject whose change between two years is known,
 *
 *   change = reclassified + explained + unexplained
 *
 * reclassified: moved from or to another subject, confirmed on both sides; explained: carried by reasons whose
 * amounts or drivers bear it; unexplained: the rest. Amounts are signed like the change.
 */
#ifndef ANALYSIS_LEDGER_H
#define ANALYSIS_LEDGER_H

#include "history/department.h"
#include "schema/thresholds.h"

typedef enum {
    LEDGER_EXPLAINED,
    LEDGER_RECLASSIFIED,
    LEDGER_PARTLY,
    LEDGER_UNEXPLAINED,
    LEDGER_CONTRADICTED,
    LEDGER_IMMATERIAL,
} LedgerVerdict;

const char *ledger_verdict_word(LedgerVerdict verdict);
const char *ledger_verdict_name(LedgerVerdict verdict); /* for people, in the language set */

typedef struct {
    char *code, *subject;
    Fund fund;
    Amount base, current, change;
    bool has_growth; /* false on a zero base: the subject is new */
    double growth;       /* in %, for show */
    double contribution; /* of the department's whole change, in points of % of the base total; for show */
    bool material;
    Amount reclassified, explained, unexplained;
    LedgerVerdict verdict;
    char *reason;
    int page, line; /* of the sentence */
    char *text;
} LedgerLine;

typedef struct {
    char *department;
    int fiscal_year, base_year;
    const Filing *filing; /* of the year: the department's, which must outlive it where this is asked */
    Amount base_total, current_total, change_total; /* of the department's expenditure */
    bool has_total;
    GPtrArray *lines; /* LedgerLine, by |unexplained|, then |change| */
    Amount unexplained_total; /* sum of |unexplained| over material lines */
    Amount change_size;       /* sum of |change| over material lines */
    double explained_share;   /* in % of change_size that is reclassified or explained; NaN-free: 100 when nothing changed */
} Ledger;

void ledger_free(Ledger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ledger, ledger_free)

/*
 * The ledger of a year's budget against the year before: its own filing where there is one, else the bases that
 * the year's claims imply. NULL with an error when the year has no filing, or nothing to compare with.
 */
Ledger *ledger_from_department(const Department *department, int year, int base_year, const Thresholds *thresholds,
                               GError **error);

#endif
