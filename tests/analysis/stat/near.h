/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of a Measured for the suites of this folder; `label` names the table row on failure. */
#ifndef YUSUAN_TESTS_ANALYSIS_STAT_NEAR_H
#define YUSUAN_TESTS_ANALYSIS_STAT_NEAR_H

#include <check.h>
#include <math.h>

#include "analysis/stat/measured.h"

/* `actual` is known and within `tolerance` × |expected| of `expected`. */
static inline void assert_near(const char *label, Measured actual, double expected,
                               double tolerance)
{
    ck_assert_msg(actual.known, "%s: not computable, expected %.17g", label, expected);
    ck_assert_msg(fabs(actual.value - expected) <= tolerance * fabs(expected),
                  "%s: %.17g, expected %.17g", label, actual.value, expected);
}

/* `actual` is known and exactly `expected`. */
static inline void assert_exact(const char *label, Measured actual, double expected)
{
    assert_near(label, actual, expected, 0.0);
}

/* `actual` is not computable, and does not look like a figure either. */
static inline void assert_none(const char *label, Measured actual)
{
    ck_assert_msg(!actual.known && !(fabs(actual.value) > 0.0), "%s: %.17g, expected none", label,
                  actual.value);
}

#endif
