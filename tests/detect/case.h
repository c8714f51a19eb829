/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of fault, each at several sizes, and what must and must not be said of them. A case shapes a history's figures, then
 * changes what is printed. A size that lies on the innocent side of its limit is a case of its own: it only says what must not be raised.
 */
#ifndef TESTS_DETECT_CASE_H
#define TESTS_DETECT_CASE_H

#include "tests/detect/history.h"

/*
 * What is true of the histories, as rows: case, size, department, year, rule, subject, severity, kind.
 * subject: codes or names, one of which the finding's subject, code, table or row must be, joined by |; * for any.
 * severity: the one that must (or must not) be met, empty for any.
 * kind: must; may (follows from what was planted); not.
 */
typedef struct {
    GString *rows;
    const char *rule, *size; /* of the case at work */
} Answers;

void answers_add(Answers *answers, const History *history, int year, const char *rule, const char *subject, const char *severity,
                 const char *kind);
/* The same for the year of the case, of any severity. */
void must(Answers *answers, const History *history, const char *rule, const char *subject, const char *severity);
void may(Answers *answers, const History *history, const char *rules, const char *subject); /* several rules, joined by spaces */
void must_not(Answers *answers, const History *history, const char *rules, const char *subject);

typedef struct {
    const char *rule; /* a rule, or what the case is about: hard.recoded */
    const char *size; /* its name in the table */
    int amount;       /* what shape and plant make of it: said where they stand */
    Needs needs;
    Shape shape;
    bool (*plant)(History *history, Answers *answers, int amount); /* false: no place for it here, another history is tried */
} Case;

extern const Case cases_printed[]; /* sums, tables, sentences; each list ends with a NULL rule */
extern const Case cases_reasons[];
extern const Case cases_years[];
extern const Case cases_series[];

#endif
