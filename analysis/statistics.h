/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statistics of each series: stat/ computes them from plain doubles, this brings series
 * there and adds the share of the department's total.
 */
#ifndef ANALYSIS_STATISTICS_H
#define ANALYSIS_STATISTICS_H

#include "analysis/deflator.h"
#include "analysis/stat/stat.h"
#include "history/series.h"

typedef struct {
    const Series *series; /* not owned */
    StatRow row;
    Measured share_first, share_last; /* in % of the total of the same department, kind, fund and measure */
} StatLine;

/* "= 0.0123"; what four decimals would show as nothing is small, and not nothing: "< 0.0001". The caller frees it. */
char *p_value_text(double p);

/* True for a series without a code whose label is that of a total (合计, 支出总计), and not of a named line. */
bool series_is_total(const Series *series);

/*
 * The published figures of a series in 万元, in prices of the year `base` where a deflator is given: a year that it does
 * not reach is left out. Both arrays are as long as the series; gives how many were filled.
 */
size_t series_values(const Series *series, const Deflator *deflator, int base, int *years, double *values);

/* One line a series (StatLine by value), in the order of the series, which must outlive it. */
GArray *statistics_from_series(const GPtrArray *series);

/* The same in prices of the year `base`. Shares are the same in any prices. */
GArray *statistics_in_real_terms(const GPtrArray *series, const Deflator *deflator, int base);

#endif
