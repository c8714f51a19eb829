/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/structure.h"

#include <glib.h>

/* The whole; not known when a part is below 0 or nothing is there. */
static Measured whole_of(const double *parts, size_t n)
{
    double whole = 0.0;

    for (size_t i = 0; i < n; i++) {
        if (!(parts[i] >= 0.0))
            return measured_none();
        whole += parts[i];
    }
    return whole > 0.0 ? measured(whole) : measured_none();
}

Concentration concentration_from_parts(const double *parts, size_t n)
{
    Concentration result = {0};
    const Measured whole = whole_of(parts, n);
    double sum = 0.0;

    if (!whole.known)
        return result;
    for (size_t i = 0; i < n; i++) {
        const double share = parts[i] / whole.value;
        sum += share * share;
    }
    result.herfindahl = measured(sum);
    result.effective = measured(1.0 / sum);
    return result;
}

Measured structural_change(const double *before, const double *after, size_t n)
{
    const Measured old_whole = whole_of(before, n);
    const Measured new_whole = whole_of(after, n);
    double moved = 0.0;

    if (!old_whole.known || !new_whole.known)
        return measured_none();
    for (size_t i = 0; i < n; i++)
        moved += fabs(after[i] / new_whole.value - before[i] / old_whole.value);
    return measured(fmin(1.0, moved / 2.0));
}

Measured aitchison_distance(const double *before, const double *after, size_t n)
{
    double mean = 0.0;
    double sum = 0.0;

    if (n < 2)
        return measured_none();
    for (size_t i = 0; i < n; i++) {
        if (!(before[i] > 0.0 && after[i] > 0.0))
            return measured_none();
        mean += (log(after[i]) - log(before[i])) / (double)n;
    }
    /* The difference of two centred log-ratios is the centred difference of the logarithms. */
    for (size_t i = 0; i < n; i++) {
        const double distance = log(after[i]) - log(before[i]) - mean;
        sum += distance * distance;
    }
    return measured(sqrt(sum));
}
