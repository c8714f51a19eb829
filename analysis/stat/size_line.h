/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a department of its size would have: robust regression of one figure on another.
 *
 * ln y = a + b ln x over the group, by iteratively reweighted least squares with Tukey's bisquare (tuning 4.685), as GSL's
 * gsl_multifit_robust does it: while it iterates, residuals are divided by sqrt(1 - leverage), and their scale is the median of
 * the absolute ones over 0.6745, the smallest left out. P. W. Holland and R. E. Welsch, "Robust regression using iteratively reweighted least-squares",
 * Communications in Statistics A6 (1977); J. W. Tukey's weights. A few departments that are far off do not bend the line.
 */
#ifndef YUSUAN_ANALYSIS_STAT_SIZE_LINE_H
#define YUSUAN_ANALYSIS_STAT_SIZE_LINE_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/* Fewer points say too little of a line and its outliers. */
enum { SIZE_LINE_LEAST = 6 };

/*
 *   slope      b: 1 when the figure grows in proportion to the size
 *   intercept  a, of ln y at ln x = 0
 *   scale      the robust standard deviation around the line, of ln y: that median of the residuals as they are
 * Not computable with fewer than SIZE_LINE_LEAST points, values not above 0, one size only, or when GSL does not converge.
 */
typedef struct {
    Measured slope;
    Measured intercept;
    Measured scale;
} SizeLine;

SizeLine size_line_from_points(const double *x, const double *y, size_t n);

/* How far `y` is from what the line expects at `x`, in %: 100 (y / expected - 1). Both above 0. */
Measured size_line_excess(const SizeLine *line, double x, double y);

/* The same as ln(y / expected) / scale. Not computable when all points lie on the line. */
Measured size_line_z(const SizeLine *line, double x, double y);

#endif
