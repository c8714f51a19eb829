/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every statistic returns: a number, or the plain fact that there is none.
 *
 * Annual series are short and full of gaps and zeros, so most statistics cannot be computed for
 * some series. "Not computable" is a value of its own here: it is never 0, and NaN and infinities
 * never leave this folder. Who prints a Measured prints an empty field when it is not known.
 *
 * Invariants: when `known` is false, `value` is 0 and means nothing; when it is true, `value` is
 * finite. A zeroed struct is therefore "not computable" in all its parts, and every result struct
 * of this folder starts out as `{0}`. Plain values: nothing to free.
 */
#ifndef YUSUAN_ANALYSIS_STAT_MEASURED_H
#define YUSUAN_ANALYSIS_STAT_MEASURED_H

#include <math.h>
#include <stdbool.h>

typedef struct {
    bool known;
    double value;
} Measured;

/* A range with both ends, or with neither. */
typedef struct {
    Measured low;
    Measured high;
} Interval;

/* Not computable. */
static inline Measured measured_none(void)
{
    return (Measured){.known = false, .value = 0.0};
}

/* `value` as a result; not computable when it is NaN or infinite. */
static inline Measured measured(double value)
{
    return isfinite(value) ? (Measured){.known = true, .value = value} : measured_none();
}

/* Both ends as a result; not computable when either of them is NaN or infinite. */
static inline Interval interval(double low, double high)
{
    if (!isfinite(low) || !isfinite(high))
        return (Interval){.low = measured_none(), .high = measured_none()};
    return (Interval){.low = measured(low), .high = measured(high)};
}

#endif
