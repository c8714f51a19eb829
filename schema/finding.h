/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A finding: what a careful reviewer would point at, with everything needed to defend it. Rules make findings
 * (analysis/rule/), the report and the commands show them; they are derived and can be made again at any time.
 */
#ifndef SCHEMA_FINDING_H
#define SCHEMA_FINDING_H

#include "schema/filing.h"

/* A place that bears a finding out: a cell of a table, or a sentence (text). Fields that do not apply are "". */
typedef struct {
    char *file;    /* the file it stands in: one of the filing's */
    gint64 filing; /* its id in the store */
    int page, line; /* of that file */
    char *table, *row, *column;
    char *text; /* the sentence, or the figure as printed */
} Evidence;

typedef struct {
    char *id;         /* FINDING_ID_LENGTH hexadecimal digits, the same in every store for the same fact */
    const char *rule; /* identifier of the rule's table row: sum.columns */
    Severity severity;
    char *department;
    char *printed; /* the department as the file of the first place names it: spellings joined later do not change it */
    Kind kind;     /* with scope: of the filing */
    Scope scope;
    int fiscal_year;
    int base_year; /* 0 when the finding compares with no other year */
    char *subject;    /* in the paper's language, whatever the language set: it is part of the id */
    char *code;
    bool has_amount;
    Amount amount;    /* the amount at issue */
    char *message;    /* what is found, with the arithmetic in words */
    char *question;   /* the question to put to the department, "" when there is none */
    GPtrArray *evidence; /* Evidence; the first one is the place that `trace` and the export name */
    const char *status; /* open, accepted, expired, changed: what its review says (schema/review.h) */
} Finding;

#define FINDING_ID_LENGTH 12

Finding *finding_new(const char *rule, Severity severity, const Filing *filing, const char *subject, const char *code);
void finding_free(Finding *finding);

/* Adds a place, `page` counted as in the filing, if it is not there yet; NULL texts are empty ones. */
void finding_add_evidence(Finding *finding, const Filing *filing, int page, int line, const char *table,
                          const char *row, const char *column, const char *text);

/*
 * Sets the ids from what makes the findings themselves: rule, department, kind, scope, years, subject, and the first place:
 * its table, row and column, or the words of its sentence. Figures, pages and file names are not part of it: a filing
 * that is re-issued with other figures, or read from another file, has the same findings, changed. Those that all of this
 * does not tell apart are numbered in the order of their places. The array's own order does not matter and stays.
 */
void findings_settle_ids(GPtrArray *findings);

/* The same for one finding, as if it were the only one. */
void finding_settle_id(Finding *finding);

/*
 * SHA-256 of the figures that a finding rests on: the amount at issue, the numbers at its places and those that its message
 * names, in no language and no order. The caller frees it.
 */
char *finding_figures(const Finding *finding);

/*
 * By department, year (newest first), severity (errors first), amount at issue (largest first), then place. For
 * g_ptr_array_sort().
 */
gint finding_compare(gconstpointer a, gconstpointer b);

#endif
