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
    char *id;         /* eight hexadecimal digits, the same on every run for the same fact */
    const char *rule; /* identifier of the rule's table row: sum.columns */
    Severity severity;
    char *department;
    int fiscal_year;
    int base_year; /* 0 when the finding compares with no other year */
    char *subject;
    char *code;
    bool has_amount;
    Amount amount;    /* the amount at issue */
    char *message;    /* what is found, with the arithmetic in words */
    char *question;   /* the question to put to the department, "" when there is none */
    GPtrArray *evidence; /* Evidence; the first one is the place that `trace` and the export name */
    char *status;     /* open */
} Finding;

Finding *finding_new(const char *rule, Severity severity, const Filing *filing, const char *subject, const char *code);
void finding_free(Finding *finding);

/* Adds a place, `page` counted as in the filing; NULL texts are empty ones. */
void finding_add_evidence(Finding *finding, const Filing *filing, int page, int line, const char *table,
                          const char *row, const char *column, const char *text);

/* Sets the id from what makes the finding itself: rule, department, year, subject, and its first place. */
void finding_settle_id(Finding *finding);

/*
 * By department, year (newest first), severity (errors first), amount at issue (largest first), then place. For
 * g_ptr_array_sort().
 */
gint finding_compare(gconstpointer a, gconstpointer b);

#endif
