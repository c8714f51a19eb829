/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mann–Kendall test: does the series rise or fall more often than chance would have it?
 *
 * H. B. Mann, "Nonparametric tests against trend", Econometrica 13 (1945); M. G. Kendall, "Rank
 * Correlation Methods" (1955), for the exact distribution and the variance with ties. Only the
 * order of the values counts, so gaps between years do not matter.
 *
 * The usual normal approximation is wrong for three to ten points: the exact distribution of S,
 * known when no two values are equal, is used there. It also says what short series cannot: the
 * smallest p of three years is 1/3, of four 1/12, so that no series of four years or fewer can be
 * significant at 5 %.
 */
#ifndef YUSUAN_ANALYSIS_STAT_MANN_KENDALL_H
#define YUSUAN_ANALYSIS_STAT_MANN_KENDALL_H

#include <stddef.h>

#include "analysis/stat/measured.h"

typedef enum {
    MANN_KENDALL_NONE,   /* n < 3, or all values equal: no p */
    MANN_KENDALL_EXACT,  /* 3 <= n <= 10, no two values equal */
    MANN_KENDALL_NORMAL, /* any other: tie-corrected variance, continuity correction */
} MannKendallMethod;

/*
 * `s` is the number of rising pairs less that of falling ones, `tau` is s / (n(n-1)/2), both for
 * n >= 2. `p` is two-sided, and not computable with the method MANN_KENDALL_NONE. `mid_p` is what
 * enters a test of many (multiplicity.h): P(|S| > |s|) + P(|S| = |s|) / 2; of the normal
 * approximation, p without its continuity correction.
 */
typedef struct {
    Measured s;
    Measured tau;
    Measured p;
    Measured mid_p;
    MannKendallMethod method;
} MannKendall;

/*
 * The values in the order of their years. Values are equal when their doubles are: amounts come
 * from integers, and quotients of the same integers round alike.
 */
MannKendall mann_kendall_from_values(const double *values, size_t n);

/*
 * The variance of S when there is no trend, (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 over the groups
 * of t equal values; 0 when n < 2 or all values are equal.
 */
double mann_kendall_variance(const double *values, size_t n);

/* "exact", "normal" or "none", as exports spell it. Static. */
const char *mann_kendall_method_word(MannKendallMethod method);

#endif
