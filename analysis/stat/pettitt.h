/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pettitt's test: did the level of the series change at some year?
 *
 * A. N. Pettitt, "A non-parametric approach to the change-point problem", Applied Statistics 28 (1979). U(t) is the sum of
 * sgn(later - earlier) over all pairs with one year up to t and one after it, K the largest |U(t)|.
 *
 * Up to PETTITT_EXACT_LONGEST years p is exact: the share of all orders of these very values (equal ones included) whose K
 * is as large. U(t) depends only on which values stand before the break, so the orders are counted over sets of values,
 * not one by one. Beyond it is Pettitt's approximation, 2 exp(-6 K² / (n³ + n²)), at most 1, which is good for p below 0.5.
 *
 * What short series cannot say: the smallest p of four and five years is 1/3, of six and seven 1/10; only from eight
 * years on (1/35) can a break be significant at 5 %.
 */
#ifndef YUSUAN_ANALYSIS_STAT_PETTITT_H
#define YUSUAN_ANALYSIS_STAT_PETTITT_H

#include <stddef.h>

#include "analysis/stat/measured.h"

enum { PETTITT_LEAST = 3, PETTITT_EXACT_LONGEST = 12 };

/*
 * `k` and `p` for n >= 3 values that are not all equal. `before` is how many values stand before the break: the first t
 * with the largest |U(t)|, 0 when there is none.
 */
typedef struct {
    Measured k;
    Measured p;
    size_t before;
} Pettitt;

/* The values in the order of their years. Gaps do not matter. Safe in several threads. */
Pettitt pettitt_from_values(const double *values, size_t n);

#endif
