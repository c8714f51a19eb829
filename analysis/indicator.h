/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The indicators of a department's year: what `compare` and `score` show and peers are ranked by (const table in indicator.c).
 *
 * To add one: its row in the table, its function, and `weight.ID` in schema/data/thresholds.ini if it may enter the
 * composite. What the filings do not say is not computable, never 0.
 */
#ifndef ANALYSIS_INDICATOR_H
#define ANALYSIS_INDICATOR_H

#include "history/figures.h"
#include "analysis/stat/measured.h"
#include "schema/thresholds.h"
#include "history/department.h"

/* Which way an indicator is better, where one can say so of it alone. */
typedef enum { BETTER_NEITHER, BETTER_HIGH, BETTER_LOW, BETTER_NEAR_100 } Better;

/* A filing and what it is measured with; made by indicator_year_new(). */
typedef struct {
    const Department *department;
    const Filing *filing;
    const Filing *last;         /* of the year before, kind and scope alike; NULL when there is none */
    const GPtrArray *findings;  /* Finding of the department, NULL when they were not made */
    const Thresholds *thresholds;
    Figures *now, *before;      /* before is NULL without `last` */
} IndicatorYear;

IndicatorYear *indicator_year_new(const Department *department, const Filing *filing, const GPtrArray *findings,
                                  const Thresholds *thresholds);
void indicator_year_free(IndicatorYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IndicatorYear, indicator_year_free)

typedef struct {
    const char *id; /* carryover-ratio */
    const char *zh, *en;
    const char *unit_zh, *unit_en;
    const char *means_zh, *means_en; /* how it is reckoned, in one sentence */
    int decimals;
    Better better;
    bool weighted; /* has a weight.ID among the thresholds */
    Measured (*measure)(const IndicatorYear *year);
} Indicator;

extern const Indicator indicators[];
extern const gsize indicators_count;

/* As many as there may be: for arrays with a place for each. */
enum { INDICATORS_MOST = 24 };

/* The place of an identifier in the table; indicators_count when it is none. */
gsize indicator_find(const char *id);

/* Its weight in the composite, 0 for one that does not enter it. */
double indicator_weight(const Indicator *indicator, const Thresholds *thresholds);

/* How good a value is among its peers, 0 to 100, from its percentile there; not computable where neither way is better. */
Measured indicator_merit(const Indicator *indicator, const double *values, gsize n, double value);

#endif
