/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One year of a department, as charts and the report look at it: the filing of that year, the series of all years
 * and the ledger against the year before, each made once.
 *
 * Life: department_year_new() -> the questions below -> department_year_free(). The department and the thresholds
 * are not owned and must outlive it. Amounts are the published ones (Amount, in fen with their printed step).
 */
#ifndef ANALYSIS_DEPARTMENT_YEAR_H
#define ANALYSIS_DEPARTMENT_YEAR_H

#include "analysis/ledger.h"
#include "analysis/peers.h"
#include "history/series.h"

typedef struct {
    const Department *department;
    const Thresholds *thresholds;
    const Peers *peers;   /* that it is seen among; set by whoever has them, not owned; NULL: alone */
    const Filing *filing; /* of the year: its budget, else its final accounts */
    int year;
    int base_year;     /* what it is compared with: the year before */
    GPtrArray *series; /* Series of all kinds, up to the year */
    GHashTable *named; /* labels of lines without a code: the projects of a table, which measure what its total does */
    Ledger *ledger;    /* NULL when there is nothing to compare with, */
    char *no_ledger;   /* and then why; "" otherwise */
} DepartmentYear;

/*
 * year 0 is the newest year that has a budget, else that has any filing. NULL with YUSUAN_ERROR_USAGE when the
 * department has no filing of the year; the message names the years it has.
 */
DepartmentYear *department_year_new(const Department *department, int year, const Thresholds *thresholds,
                                    GError **error);
void department_year_free(DepartmentYear *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DepartmentYear, department_year_free)

/* What a series measures, without the code of a subject. */
typedef struct {
    Direction direction;
    Fund fund;
    const char *measure;
} Yardstick;

extern const Yardstick total_expenditure; /* expenditure/all/total */
extern const Yardstick total_carryover;   /* carryover/all/total */

/*
 * The series of the filing's kind and scope that measures this for a code ("" for the whole department, or a named
 * line); NULL when there is none.
 */
const Series *department_year_series(const DepartmentYear *view, Yardstick yardstick, const char *code);

/* A figure of a year. implied: not printed in a table of that year, but worked out from what the next year says. */
typedef struct {
    bool known;
    bool implied;
    Amount amount;
} YearFigure;

/*
 * What a year's figure is. For the year compared with, whole-department figures that no series has are taken from
 * the ledger's base, or from the only part that the whole has this year (all carryover is appropriation).
 */
YearFigure department_year_figure(const DepartmentYear *view, Yardstick yardstick, const char *code, int year);

/* True for a series of the filing's kind, scope and phase: the others are not compared with this filing. */
bool department_year_compares(const DepartmentYear *view, const Series *series);

/* The point of a year, NULL when there is none or the series is NULL. */
const SeriesPoint *series_point_of_year(const Series *series, int year);

/* The subject as people name it: "2011301 行政运行"; the name alone when it has no code. The caller frees it. */
char *subject_title(const char *code, const char *name);

/*
 * (after - before) / before, and part / whole: in % with two decimals, exactly and half up, as people reckon it.
 * 183.05 / 1000.00 is 18.31 and not whatever a double makes of 18.305. False on a base of zero or less, and for
 * rates beyond what a Rate holds.
 */
bool growth_of_amounts(Amount before, Amount after, Rate *growth);
bool share_of_amounts(Amount part, Amount whole, Rate *share);

#endif
