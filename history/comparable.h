/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The comparable figures of series: what each year's figure would have been with the subjects of later years, after
 * confirmed moves (history/lineage.h).
 *
 *   - A subject that went over whole is added, in every year before, to the one it went into; under its own code nothing is
 *     left to compare.
 *   - Of a move of an amount only that amount is known: it is added, and taken off, in the year before the move; the years
 *     before that have no comparable figure.
 *   - A class gains or loses what crossed its border; what moved inside it changes nothing.
 */
#ifndef HISTORY_COMPARABLE_H
#define HISTORY_COMPARABLE_H

#include "history/series.h"

/* Sets the comparable figures of all series of one department, and their joined points. */
void series_make_comparable(GPtrArray *all, const Lineage *lineage);

#endif
