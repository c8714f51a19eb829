/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/theil_sen.h"

#include <gsl/gsl_statistics_double.h>

#include "analysis/stat/mann_kendall.h"
#include "analysis/stat/scratch.h"

/* The standard normal quantile of 0.975. */
static const double normal_quantile = 1.959963984540054;

static void slopes_fill(double *slopes, const int *years, const double *values, size_t n)
{
    for (size_t later = 1; later < n; later++)
        for (size_t earlier = 0; earlier < later; earlier++)
            *slopes++ = (values[later] - values[earlier]) /
                        ((double)years[later] - (double)years[earlier]);
}

/* The rank-th smallest, counted from 1, or the nearest there is. Moves the slopes around. */
static double slope_at(double *slopes, size_t pairs, double rank)
{
    const double inside = fmin(fmax(rank, 1.0), (double)pairs);

    return gsl_stats_select(slopes, 1, pairs, (size_t)inside - 1);
}

TheilSen theil_sen_from_series(const int *years, const double *values, size_t n)
{
    TheilSen trend = {0};
    double stack[SHORT_SERIES_PAIRS];
    g_autofree double *heap = NULL;

    if (n < 2)
        return trend;
    /* Years are distinct ints, so the number of pairs stays below 2^63. */
    const size_t pairs = n * (n - 1) / 2;
    double *slopes = scratch(stack, G_N_ELEMENTS(stack), pairs, &heap);
    slopes_fill(slopes, years, values, n);
    trend.slope = measured(gsl_stats_median(slopes, 1, pairs));
    if (n >= 3) {
        const double width = normal_quantile * sqrt(mann_kendall_variance(values, n));
        /* nearbyint() rounds halves to even, as R's round() does. */
        const double low = nearbyint(((double)pairs - width) / 2.0);
        const double high = nearbyint(((double)pairs + width) / 2.0 + 1.0);
        trend.range = interval(slope_at(slopes, pairs, low), slope_at(slopes, pairs, high));
    }
    return trend;
}

Measured theil_sen_start(const TheilSen *fit, const int *years, const double *values, size_t n)
{
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;
    if (!fit->slope.known || n < 2)
        return measured_none();
    double *left = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    for (size_t i = 0; i < n; i++)
        left[i] = values[i] - fit->slope.value * ((double)years[i] - years[0]);
    return measured(gsl_stats_median(left, 1, n));
}
