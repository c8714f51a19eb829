/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ordinary least squares: the straight line through points, and the exponential trend of a
 * series.
 *
 * The fit is that of GSL (gsl_fit_linear); intervals and p are those of Student's t with n - 2
 * degrees of freedom, as in any textbook and in R's lm(), confint() and predict(). The tests hold
 * the core against the certified values of NIST's Statistical Reference Datasets.
 */
#ifndef YUSUAN_ANALYSIS_STAT_OLS_H
#define YUSUAN_ANALYSIS_STAT_OLS_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * The line y = intercept + slope x.
 *   n = 2 (distinct x): slope and intercept only; two points say nothing of the line's error.
 *   n >= 3: everything, but
 *     - all y equal: slope 0 with the interval [0, 0]; p and R² are 0/0 and so not computable;
 *     - all points on a sloping line: standard errors 0, the interval is the slope, p 0, R² 1.
 */
typedef struct {
    Measured slope;
    Measured intercept;
    Measured slope_error;     /* standard errors */
    Measured intercept_error;
    Measured residual_sd;     /* sqrt(residual sum of squares / (n - 2)) */
    Measured r_squared;
    Interval slope_range;     /* 95 % */
    Measured p;               /* two-sided, of slope = 0 */
    size_t freedom;           /* degrees of freedom: n - 2, or 0 when n < 3 */
} OlsFit;

/*
 * Fits n points. `rounding` (>= 0, in the unit of y) is the size up to which deviations are noise
 * of floating point: y that deviate by no more from their mean are equal, points that deviate by
 * no more from the line lie on it. Nothing is computable with fewer than two distinct x.
 */
OlsFit ols_fit(const double *x, const double *y, size_t n, double rounding);

/*
 * The 95 % prediction interval for one more observation at x = 0: who wants it elsewhere measures
 * x from there, which also keeps the arithmetic free of cancellation. n >= 3.
 */
Interval ols_prediction_at_zero(const OlsFit *fit);

/* The two-sided p of an observation `y` at x = 0 under that prediction; the fit must not be perfect. */
Measured ols_prediction_p_at_zero(const OlsFit *fit, double y);

/*
 * The log-linear trend of a series, ln(value) = a + slope × year, on the real years.
 *   fit     n >= 2. x is the year less the newest year, y is ln(value / first value): the trend's
 *           value in year t is first × exp(intercept + slope (t - newest)).
 *   newest  where the newest value would be expected, in the unit of the values: the 95 %
 *           prediction interval of the same fit to the years before it. n >= 4.
 *   newest_p  how likely a value as far out as the newest is on the trend of the years before:
 *           two-sided, Student's t with n - 3 degrees of freedom; below 0.05 exactly when the
 *           newest value lies outside the interval. Not computable where the years before lie on
 *           their line without any deviation.
 * Not computable unless all values are above 0. Years are distinct and ascending; gaps are
 * allowed.
 */
typedef struct {
    OlsFit fit;
    Interval newest;
    Measured newest_p;
} LogTrend;

LogTrend log_trend_from_series(const int *years, const double *values, size_t n);

#endif
