/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The spending of a department by subject, as a filing sees it: each subject's figures up to that filing's year, after
 * confirmed moves (the published ones where there are none), ready for statistics. What rules and peers judge unusual is
 * judged on these.
 */
#ifndef ANALYSIS_SUBJECT_YEARS_H
#define ANALYSIS_SUBJECT_YEARS_H

#include "history/series.h"

enum { SUBJECT_YEARS_MOST = 64 };

/* Years ascending, values in 万元; the last year is the filing's and was filed, an earlier one may be implied. */
typedef struct {
    const Series *series; /* not owned */
    bool moved;           /* a figure differs from the published one by a confirmed move */
    size_t n;
    int years[SUBJECT_YEARS_MOST];
    double values[SUBJECT_YEARS_MOST];
} SubjectYears;

/*
 * Of the department's series: total expenditure by functional code, and as a whole (code ""), of the filing's kind and
 * scope, each subject once: of all funds together, or where no table has that, of the general budget. The array
 * (SubjectYears) frees its elements; the series must outlive it.
 */
GPtrArray *subject_years_from_series(const GPtrArray *series, const Filing *filing);

/* The subject of a code, NULL when there is none. */
const SubjectYears *subject_years_find(const GPtrArray *subjects, const char *code);

/* The filing's own point, the last one of the subject, and that of the year before, NULL where that is missing. */
const SeriesPoint *subject_years_newest(const SubjectYears *subject);
const SeriesPoint *subject_years_before(const SubjectYears *subject);

/* The figure of a year; false when there is none. */
bool subject_years_value(const SubjectYears *subject, int year, double *value);

#endif
