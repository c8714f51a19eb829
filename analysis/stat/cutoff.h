/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far out a modified z must be before it says anything, for few values.
 *
 * The cut-off of 3.5 (Iglewicz and Hoaglin, 1993) is made for ten values or more: of ten, a figure picked beforehand (the
 * newest) passes it by chance alone in one case of sixty, but of five in one of nineteen, and of three in one of ten, since
 * the median absolute deviation of so few is often next to nothing. So cut-offs are simulated: of n independent normal
 * values, the size of the modified z (robust.h; the value itself is among the n) that a given one of them passes with a
 * stated probability. The table, its levels and the command that makes it are in cutoff_table.h; tests/simulate/cutoffs.c
 * is the program.
 *
 * They hold for values that differ. Where more than half are the same, the fallback of modified_z() has another distribution,
 * and no level is stated: modified_z_level() wants to be told so by `mad`.
 */
#ifndef YUSUAN_ANALYSIS_STAT_CUTOFF_H
#define YUSUAN_ANALYSIS_STAT_CUTOFF_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/* The rows of the table: n from 3 to 30. A longer series has the cut-offs of 30, which are a little too strict for it. */
enum { CUTOFF_LEAST = 3, CUTOFF_MOST = 30 };

/* The levels of the table, largest first: 0.2 … 0.0001. */
extern const double cutoff_levels[];
extern const size_t cutoff_levels_count;

/*
 * The size of modified z that one of `n` values passes with probability `level`, which is one of cutoff_levels. Not
 * computable for n < 3 or another level.
 */
Measured modified_z_cutoff(size_t n, double level);

/*
 * The level that |z| reaches among n values: the smallest of cutoff_levels whose cut-off it passes, 1 when it passes none.
 * As a p-value it is never too small, so it may enter a test of many (multiplicity.h). Not computable for n < 3, and where
 * the `mad` behind z is not above `rounding` (>= 0).
 */
Measured modified_z_level(double z, size_t n, double mad, double rounding);

#endif
