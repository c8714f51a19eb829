/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/position.h"

#include "analysis/stat/cutoff.h"
#include "analysis/stat/level.h"
#include "analysis/stat/robust.h"

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
