/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The unexplained-variance ledger: for each subject whose change between two years is known,
 *
 *   change = reclassified + explained + unexplained        exactly, in integers of fen
 *
 * reclassified: moved from or to another subject by a confirmed link of the lineage (a revision, a move that both sides
 * state, the user's word), each move once; explained: carried by reasons whose amounts or drivers bear it; unexplained:
 * the rest. Amounts are signed like the change.
 *
 * The lines do not overlap, and what they leave of the department's change is a line of its own: with both totals known
 * the changes of all lines add to the change of the total.
 *
 * Any two years can be compared, and any two of approved (a budget) and executed (final accounts), within one scope of
 * filing. Between years that are not neighbours each year's reasons speak for their own year's part: the ledgers of the
 * steps on the way are chained, and a step whose filing is missing explains nothing and is told.
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

/* What is compared with what. Phases are PHASE_APPROVED or PHASE_EXECUTED; nothing else has filings of its own. */
typedef struct {
    int year, base_year;
    Phase phase, base_phase;
} LedgerTerms;

typedef struct {
    char *code, *subject;
    Direction direction; /* with fund and measure: what the line measures; DIRECTION_NONE for the rest */
    Fund fund;
    char *measure;
    bool rest;     /* what the other lines do not cover of the department's change */
    bool rounding; /* of the rest: rounding alone may be the cause */
    Amount base, current, change;
    bool has_growth; /* false on a zero base: the subject is new */
    double growth;       /* in %, for show */
    double contribution; /* of the department's whole change, in points of % of the base total; for show */
    bool material;
    Amount reclassified, explained, unexplained;
    LedgerVerdict verdict;
    char *reason;  /* between distant years those of each step, with their year */
    guint drivers; /* Driver bits that the reasons name */
    bool bounded;  /* they carry no more than their thresholds or the staff numbers allow */
    bool quantified; /* the reason's own amounts were counted */
    bool wider;    /* it has no reason of its own, and the note quotes that of a subject that it belongs to */
    char *note;    /* what stands against the reason, in the language set: staff numbers, another change; "" for nothing */
    int page, line; /* of the sentence; 0 when there is none */
    char *text;
} LedgerLine;

typedef struct {
    char *department;
    int fiscal_year, base_year;
    Phase phase, base_phase;
    Scope scope;
    const Filing *filing; /* of the year: the department's, which must outlive it where this is asked */
    bool base_filed;  /* the base is read from its own filing; false: implied by what this filing's sentences say */
    Amount base_total, current_total, change_total; /* of the department's expenditure */
    bool has_total;   /* the current total is known */
    bool base_known;  /* and the base's, too; false: base_total only takes the lines' changes off the current one */
    GPtrArray *lines; /* LedgerLine, by |unexplained|, then |change|; material ones first */
    GPtrArray *notes; /* char*: what the reader must know of the comparison, in the language set */
    Amount change_size;        /* sum of |change| over material lines; the next three likewise */
    Amount reclassified_total; /* parts of a line may oppose each other, so that they add to more than its change */
    Amount explained_total;
    Amount unexplained_total;
    double explained_share;   /* in % of change_size that is not unexplained; 100 when nothing changed, never NaN */
} Ledger;

void ledger_free(Ledger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ledger, ledger_free)

/*
 * The ledger of two years. The base is read from its own filing where there is one; for the step just before the year it
 * may be implied by the year's sentences (2.00 more than last year; 年初预算为…). NULL with YUSUAN_ERROR_USAGE when a
 * filing is missing, the base is not earlier, the scopes differ or nothing can be compared; the message says what there is.
 */
Ledger *ledger_from_terms(const Department *department, const LedgerTerms *terms, const Thresholds *thresholds, GError **error);

/*
 * The same in the usual vintages: the year's budget against the base's budget, or final accounts against final accounts
 * for a year without a budget. A budget whose sentences only compare with last year's accounts is compared with them.
 */
Ledger *ledger_from_department(const Department *department, int year, int base_year, const Thresholds *thresholds,
                               GError **error);

/* The phase that a year is compared in unless it is said: approved where there is a budget. */
Phase ledger_usual_phase(const Department *department, int year);

/* 2024 年预算. The caller frees it. */
char *ledger_year_name(int year, Phase phase);

/*
 * The question to put to the department on a line: what changed and by how much, what the filing says of it, what is
 * left, what to supply; "" when there is nothing to ask. In the language set. The caller frees it.
 */
char *ledger_question(const Ledger *ledger, const LedgerLine *line);

/* What the department must supply to bear a line's change out, by the drivers that its reason names. The caller frees it. */
char *ledger_papers(const LedgerLine *line);

#endif
