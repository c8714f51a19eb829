/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From filings to series: each quantity of a department over the years, as published. A year that no filing
 * covers is known from the next year's claims (amount - change): such a point is implied. Kinds (budget,
 * accounts), phases and scopes are never mixed in one series. A code that was given another meaning is two series.
 */
#ifndef HISTORY_SERIES_H
#define HISTORY_SERIES_H

#include "history/lineage.h"

typedef struct {
    int year;
    Amount amount;     /* as published (or implied) */
    bool has_comparable;
    Amount comparable; /* after confirmed moves between subjects; the amount where it is not known */
    bool implied;      /* from the next year's claim, not from a table of its own year */
    gint64 filing;     /* that it was read from */
    int page;
} SeriesPoint;

typedef struct {
    char *department;
    Kind kind;
    Phase phase;
    Scope scope;
    Direction direction;
    Fund fund;
    char *measure;
    char *code;  /* "" for totals and lines without code */
    char *label; /* newest name */
    GArray *points; /* SeriesPoint, by year, one a year */
    GArray *joined; /* SeriesPoint: years before, known under other codes only: they have no amount, only a comparable one */
} Series;

void series_free(Series *series);

/*
 * The series (Series) of one department's filings (Filing, latest versions), ordered by quantity; cut and made comparable
 * by the lineage, which may be NULL: then every figure is comparable.
 */
GPtrArray *series_from_filings(const GPtrArray *filings, const Lineage *lineage);

/* The same with the department's own lineage. */
GPtrArray *series_of_department(const Department *department, const Thresholds *thresholds);

static inline const SeriesPoint *series_point(const Series *series, guint index)
{
    return &g_array_index(series->points, SeriesPoint, index);
}

#endif
