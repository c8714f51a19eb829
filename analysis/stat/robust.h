/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Robust position: the median, the spread around it, and how far out a figure stands.
 *
 * B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers" (ASQC, 1993) for the
 * modified z. Their cut-off of 3.5 is made for n >= 10; cutoff.h has those of shorter series.
 */
#ifndef YUSUAN_ANALYSIS_STAT_ROBUST_H
#define YUSUAN_ANALYSIS_STAT_ROBUST_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * All in the values' unit, n >= 1. `mad` is the median, `mean_deviation` the mean, of the
 * absolute deviations from the median; neither is scaled to a normal distribution.
 */
typedef struct {
    Measured median;
    Measured mad;
    Measured mean_deviation;
} Spread;

Spread spread_from_values(const double *values, size_t n);

/*
 * The modified z of `value`: 0.6745 (value - median) / mad, or, where more than half of the
 * values are the same and the mad is 0, (value - median) / (1.253314 mean_deviation). A spread up
 * to `rounding` (>= 0, in the values' unit) counts as 0; with no spread at all z is not
 * computable.
 */
Measured modified_z(double value, const Spread *spread, double rounding);

/*
 * How unusual the newest year's growth is: its modified z among the log growths of all
 * consecutive years, itself included, how many these are, and the level that z reaches among so
 * many (cutoff.h). z is not computable with a value of 0 or less, with fewer than two growths,
 * when the year before the newest is missing, or when all growths are the same; the level neither
 * with fewer than three growths, nor when more than half of them are the same.
 * Years are distinct and ascending.
 */
typedef struct {
    size_t growths; /* 0 when z is not computable */
    Measured z;
    Measured level;
} NewestGrowth;

NewestGrowth newest_growth_from_series(const int *years, const double *values, size_t n);

#endif
