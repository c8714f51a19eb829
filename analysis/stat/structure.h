/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shares of a whole: how concentrated they are, and how far they moved.
 *
 * Parts are amounts or shares of one whole, 0 or more, in any unit: only their proportions count. Nothing is computable of
 * no parts, with a part below 0, or where all are 0.
 */
#ifndef YUSUAN_ANALYSIS_STAT_STRUCTURE_H
#define YUSUAN_ANALYSIS_STAT_STRUCTURE_H

#include <stddef.h>

#include "analysis/stat/measured.h"

/*
 * A. O. Hirschman (1945) and O. C. Herfindahl (1950): the sum of the squared shares, from 1/n to 1; and its inverse, the
 * number of equal parts that would be as concentrated (M. A. Adelman, Review of Economics and Statistics 51, 1969).
 */
typedef struct {
    Measured herfindahl;
    Measured effective; /* 1 / herfindahl, from 1 to n */
} Concentration;

Concentration concentration_from_parts(const double *parts, size_t n);

/*
 * The structural change index ½ Σ |share after - share before|, also called Michaely's or Stoikov's (M. Michaely,
 * "Concentration in International Trade", 1962): the share of the whole that changed its place, from 0 to 1. A part that
 * appears or goes is 0 on the other side; parts are paired by their places.
 */
Measured structural_change(const double *before, const double *after, size_t n);

/*
 * Aitchison's distance between two compositions: the Euclidean one between their centred log-ratios clr(x) = ln x - mean
 * ln x (J. Aitchison, "The Statistical Analysis of Compositional Data", 1986). It weighs relative moves: a small part that
 * doubles counts as much as a large one. Not computable where a part is 0, nor of fewer than two parts.
 */
Measured aitchison_distance(const double *before, const double *after, size_t n);

#endif
