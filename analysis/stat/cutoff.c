/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/cutoff.h"

#include "analysis/stat/cutoff_table.h"

const double cutoff_levels[] = CUTOFF_LEVELS;
const size_t cutoff_levels_count = CUTOFF_LEVELS_COUNT;

static const double cutoffs[][CUTOFF_LEVELS_COUNT] = CUTOFF_TABLE;

_Static_assert(sizeof cutoffs / sizeof cutoffs[0] == CUTOFF_MOST - CUTOFF_LEAST + 1, "a row of the table for each n");

static const double *cutoffs_of(size_t n)
{
    return cutoffs[(n < CUTOFF_MOST ? n : CUTOFF_MOST) - CUTOFF_LEAST];
}

Measured modified_z_cutoff(size_t n, double level)
{
    if (n < CUTOFF_LEAST)
        return measured_none();
    for (size_t i = 0; i < cutoff_levels_count; i++)
        if (!(cutoff_levels[i] < level || cutoff_levels[i] > level))
            return measured(cutoffs_of(n)[i]);
    return measured_none();
}

Measured modified_z_level(double z, size_t n, double mad, double rounding)
{
    if (n < CUTOFF_LEAST || !(mad > rounding))
        return measured_none();
    double level = 1.0;
    for (size_t i = 0; i < cutoff_levels_count && fabs(z) > cutoffs_of(n)[i]; i++)
        level = cutoff_levels[i];
    return measured(level);
}
