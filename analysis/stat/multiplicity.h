/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many tests at once: of a hundred subjects without any trend, five have a p below 0.05.
 *
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995).
 * The adjusted p of a test is the smallest rate of false discoveries at which it is still found: min over j >= i of
 * p(j) m / j, at most 1, as R's p.adjust(method = "BH") gives it. It holds for independent tests and for those that rise
 * and fall together, as a subject and the class above it do.
 *
 * The p of a short series is discrete, and larger than it need be: with so few possible values the rate is controlled far
 * below what was asked. The mid-p (H. O. Lancaster, "Significance tests in discrete distributions", Journal of the American
 * Statistical Association 56, 1961), P(more extreme) + ½ P(as extreme), takes half of that back; R. Heller and H. Gur
 * ("False discovery rate controlling procedures for discrete tests", 2011) recommend the same procedure on it. It stands
 * beside p (mann_kendall.h), never in its place.
 */
#ifndef YUSUAN_ANALYSIS_STAT_MULTIPLICITY_H
#define YUSUAN_ANALYSIS_STAT_MULTIPLICITY_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * Puts the adjusted p of each of `count` tests into `adjusted` (as long as `p`, and not the same memory). Tests that are
 * not computable stay so, and are not counted among the m.
 */
void adjust_for_many(const Measured *p, Measured *adjusted, size_t count);

/* The mid-p of a discrete test from P(at least as extreme) and P(just as extreme). */
Measured mid_p(double at_least, double just);

#endif
