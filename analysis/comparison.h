/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Departments side by side: the same few indicators of each, where it stands among all of them, and whether its operating
 * cost is what one expects of its size.
 */
#ifndef ANALYSIS_COMPARISON_H
#define ANALYSIS_COMPARISON_H

#include "analysis/peers.h"
#include "analysis/stat/position.h"
#include "analysis/stat/size_line.h"

/* The indicators that are compared, by their places in indicators[]. */
enum { COMPARED = 6 };
gsize compared_indicator(gsize place); /* place < COMPARED */

typedef struct {
    const PeerEntry *entry;       /* not owned */
    Position positions[COMPARED]; /* n is 0 where the indicator is not known */
    Measured excess;              /* operating cost above what the line expects at this size, in % */
    Measured excess_z;
} CompareRow;

/*
 * The line is that of operating cost on staff in post, where enough departments state both, else on total expenditure
 * (by_staff tells which); not computable with fewer than SIZE_LINE_LEAST departments.
 */
typedef struct {
    GArray *rows; /* CompareRow, largest expenditure first, those without one last */
    SizeLine line;
    bool by_staff;
} Comparison;

/* Of the entries of one kind, scope and year, which must outlive it. */
Comparison comparison_of_entries(const GPtrArray *entries);
void comparison_clear(Comparison *comparison);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Comparison, comparison_clear)

#endif
