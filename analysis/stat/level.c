/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/level.h"

#include <float.h>
#include <gsl/gsl_statistics_double.h>

/*
 * A figure that went through a deflator chain of ten years carries at most some twelve roundings
 * of half an epsilon; the quotient, the logarithm and the comparison with another one double
 * that. What is kept apart is finer than what can be printed: two figures of 10^12 万元 that differ
 * in the last of two decimals are 1e-14 apart, and this is 4e-15.
 */
static const double log_rounding_unit = 16.0 * DBL_EPSILON;

Level level_from_values(const double *values, size_t n)
{
    Level level = {0};

    if (n == 0)
        return level;
    const double mean = gsl_stats_mean(values, 1, n);
    level.mean = measured(mean);
    if (n == 1 || !level.mean.known)
        return level;
    const double sd = gsl_stats_sd_m(values, 1, n, mean);
    level.sd = measured(sd);
    if (mean > 0.0)
        level.cv = measured(sd / mean);
    return level;
}

Measured growth_percent(double before, double after)
{
    return before > 0.0 ? measured((after - before) / before * 100.0) : measured_none();
}

Measured log_growth(double before, double after)
{
    if (!(before > 0.0 && after > 0.0))
        return measured_none();
    const double growth = (after - before) / before;
    /* The quotient would lose the digits of a small change, the difference those of a large one. */
    return measured(fabs(growth) < 0.5 ? log1p(growth) : log(after / before));
}

Measured compound_growth_percent(double first, double last, double years)
{
    if (!(first > 0.0 && last >= 0.0 && years >= 1.0))
        return measured_none();
    if (!(last > 0.0))
        return measured(-100.0);
    const Measured whole = log_growth(first, last);
    return whole.known ? measured(expm1(whole.value / years) * 100.0) : measured_none();
}

bool values_all_positive(const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(values[i] > 0.0))
            return false;
    return n > 0;
}

double log_rounding(const double *logarithms, size_t n)
{
    double scale = 1.0;

    for (size_t i = 0; i < n; i++)
        scale = fmax(scale, fabs(logarithms[i]));
    return log_rounding_unit * scale;
}
