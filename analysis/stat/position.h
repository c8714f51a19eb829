/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A figure's place in a group of its likes: departments of one year, of which it is one.
 */
#ifndef YUSUAN_ANALYSIS_STAT_POSITION_H
#define YUSUAN_ANALYSIS_STAT_POSITION_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 *   n           how many have the figure, the one asked about included
 *   rank        1 for the largest; equal ones share the mean of their places; n >= 1
 *   percentile  of those in the group, the share below it and half of those equal to it (itself included), in %: the
 *               mid-distribution function (E. Parzen, "Quantile probability and statistical data modeling", 2004); n >= 2
 *   median      of the group; n >= 1
 *   z           modified z among the group (robust.h); n >= 3, not all the same
 *   level       how unusual that is: the level that |z| reaches (cutoff.h)
 */
typedef struct {
    size_t n;
    Measured rank;
    Measured percentile;
    Measured median;
    Measured z;
    Measured level;
} Position;

/* `value` is one of the n values: it counts among those equal to it. Nothing is known of no values. */
Position position_in_group(const double *values, size_t n, double value);

/*
 * The values that a quarter, half and three quarters of the group lie below: type 7 of R. J. Hyndman and Y. Fan, "Sample
 * quantiles in statistical packages" (1996), which is what R's quantile() gives. n >= 1.
 */
typedef struct {
    Measured lower;
    Measured median;
    Measured upper;
} Quartiles;

Quartiles quartiles_of_group(const double *values, size_t n);

#endif
