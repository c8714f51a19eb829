/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Levels and growth: what a series is worth, and how fast it moved between two years.
 *
 * Values are plain doubles in whatever unit the caller uses (万元 throughout this program); results
 * in the same unit, or in the unit said below.
 */
#ifndef YUSUAN_ANALYSIS_STAT_LEVEL_H
#define YUSUAN_ANALYSIS_STAT_LEVEL_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * `mean` needs one value, `sd` (divisor n - 1) two; `cv` is the ratio sd / mean, for means above 0.
 */
typedef struct {
    Measured mean;
    Measured sd;
    Measured cv;
} Level;

Level level_from_values(const double *values, size_t n);

/* Growth from `before` to `after` in %. Not computable on a base of 0 or less. */
Measured growth_percent(double before, double after);

/* ln(after / before), exact for small changes too. Not computable unless both are above 0. */
Measured log_growth(double before, double after);

/*
 * Compound growth in % a year, 100 ((last / first)^(1 / years) - 1), over the `years` that really
 * lie between the two figures. Needs first > 0, last >= 0 and years >= 1; falling to 0 is -100.
 */
Measured compound_growth_percent(double first, double last, double years);

/* Whether logarithms can be taken of the whole series: n >= 1 and every value above 0. */
bool values_all_positive(const double *values, size_t n);

/*
 * The size up to which differences between logarithms are rounding of the doubles behind them and
 * not data. Without it, a series growing by exactly 10 % would have a "spread" of 1e-17 and
 * figures in units of that. See level.c for the bound.
 */
double log_rounding(const double *logarithms, size_t n);

#endif
