/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables without ruling lines, or without enough of them: columns by where headings, names and figures stand.
 *
 * Figures of one column overlap from row to row, and those of two columns do not: what the figures and the names of a
 * table cover, seen from above, falls into one stretch a column. A line with a figure, a code or a list number is a row;
 * a line with neither belongs to the row nearest to it.
 */
#ifndef HISTORY_SPACING_H
#define HISTORY_SPACING_H

#include "history/marks.h"
#include "history/paper.h"

/* Lines [first, end) of a page that stand in columns. */
typedef struct {
    guint first, end;
    guint body; /* the first line below the headings */
} SpacedRange;

/* The tables (SpacedRange) among a page's lines (GArray of Glyph), from the top down. */
GArray *spaced_ranges(const GPtrArray *lines);

/* Fills the grid with the headings and rows of a range. */
void grid_from_spaced(Grid *grid, const GPtrArray *lines, const SpacedRange *range);

#endif
