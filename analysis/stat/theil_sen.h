/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Theil–Sen slope: the trend that one wild year cannot bend.
 *
 * H. Theil (1950); P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau",
 * Journal of the American Statistical Association 63 (1968). The ranks that bound the interval
 * are rounded as R's trend::sens.slope() does.
 */
#ifndef YUSUAN_ANALYSIS_STAT_THEIL_SEN_H
#define YUSUAN_ANALYSIS_STAT_THEIL_SEN_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * slope  the median of the slopes between all pairs of points, in the values' unit a year. n >= 2.
 * range  95 %, from the normal approximation to Kendall's S. n >= 3. Up to n = 5 without ties it is
 *        simply the smallest and the largest of the slopes; of a constant series it is [0, 0].
 */
typedef struct {
    Measured slope;
    Interval range;
} TheilSen;

/* Years are distinct and ascending; gaps are allowed. */
TheilSen theil_sen_from_series(const int *years, const double *values, size_t n);

/*
 * Where the line with that slope stands in the first year: the median of value - slope × (year - first year)
 * (W. J. Conover, "Practical Nonparametric Statistics", 1980). n >= 2.
 */
Measured theil_sen_start(const TheilSen *fit, const int *years, const double *values, size_t n);

#endif
