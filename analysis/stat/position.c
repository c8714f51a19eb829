/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/position.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <string.h>

#include "analysis/stat/cutoff.h"
#include "analysis/stat/level.h"
#include "analysis/stat/robust.h"
#include "analysis/stat/scratch.h"

Position position_in_group(const double *values, size_t n, double value)
{
    Position position = {.n = n};
    size_t below = 0;
    size_t above = 0;

    if (n == 0)
        return (Position){0};
    for (size_t i = 0; i < n; i++) {
        below += values[i] < value;
        above += values[i] > value;
    }
    const double equal = (double)(n - below - above);
    position.rank = measured((double)above + (equal + 1.0) / 2.0);
    const Spread spread = spread_from_values(values, n);
    position.median = spread.median;
    if (n < 2)
        return position;
    position.percentile = measured(100.0 * ((double)below + equal / 2.0) / (double)n);
    if (n < CUTOFF_LEAST)
        return position;
    const double rounding = log_rounding(values, n);
    position.z = modified_z(value, &spread, rounding);
    if (position.z.known)
        position.level = modified_z_level(position.z.value, n, spread.mad.value, rounding);
    return position;
}

Quartiles quartiles_of_group(const double *values, size_t n)
{
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;
    if (n == 0)
        return (Quartiles){0};
    double *sorted = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    return (Quartiles){
        .lower = measured(gsl_stats_quantile_from_sorted_data(sorted, 1, n, 0.25)),
        .median = measured(gsl_stats_median_from_sorted_data(sorted, 1, n)),
        .upper = measured(gsl_stats_quantile_from_sorted_data(sorted, 1, n, 0.75)),
    };
}
