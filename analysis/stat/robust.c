/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/robust.h"

#include <gsl/gsl_statistics_double.h>
#include <string.h>

#include "analysis/stat/cutoff.h"
#include "analysis/stat/level.h"
#include "analysis/stat/scratch.h"

/* Of a normal distribution, mad / sd rounded as usual in this formula, and sd / mean deviation. */
static const double mad_to_sd = 0.6745;
static const double sd_to_mean_deviation = 1.253314;

Spread spread_from_values(const double *values, size_t n)
{
    Spread spread = {0};
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;

    if (n == 0)
        return spread;
    double *work = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    memcpy(work, values, n * sizeof *work);
    const double median = gsl_stats_median(work, 1, n);
    spread.median = measured(median);
    if (!spread.median.known)
        return spread;
    for (size_t i = 0; i < n; i++)
        work[i] = fabs(work[i] - median);
    spread.mad = measured(gsl_stats_median(work, 1, n));
    spread.mean_deviation = measured(gsl_stats_mean(work, 1, n));
    return spread;
}

Measured modified_z(double value, const Spread *spread, double rounding)
{
    if (!spread->median.known)
        return measured_none();
    const double distance = value - spread->median.value;
    if (spread->mad.value > rounding)
        return measured(mad_to_sd * distance / spread->mad.value);
    if (spread->mean_deviation.value > rounding)
        return measured(distance / (sd_to_mean_deviation * spread->mean_deviation.value));
    return measured_none();
}

static bool years_adjoin(const int *years, size_t i)
{
    return (gint64)years[i] - years[i - 1] == 1;
}

NewestGrowth newest_growth_from_series(const int *years, const double *values, size_t n)
{
    NewestGrowth newest = {0};
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;

    if (n < 3 || !years_adjoin(years, n - 1) || !values_all_positive(values, n))
        return newest;
    double *growths = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    size_t count = 0;
    for (size_t i = 1; i < n; i++)
        if (years_adjoin(years, i)) {
            const Measured growth = log_growth(values[i - 1], values[i]);
            if (!growth.known)
                return newest;
            growths[count++] = growth.value;
        }
    if (count < 2)
        return newest;
    const Spread spread = spread_from_values(growths, count);
    const double rounding = log_rounding(growths, count);
    newest.z = modified_z(growths[count - 1], &spread, rounding);
    if (!newest.z.known)
        return newest;
    newest.growths = count;
    newest.level = modified_z_level(newest.z.value, count, spread.mad.value, rounding);
    return newest;
}
