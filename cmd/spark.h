/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small charts made of characters, for the terminal: blocks (U+2580 and on), or ASCII without `blocks`.
 * The caller frees what is returned.
 */
#ifndef CMD_SPARK_H
#define CMD_SPARK_H

#include <stdbool.h>
#include <stddef.h>

#include "history/series.h"

/*
 * The course of a series, one block a year, from its smallest value to its largest. A year without
 * a figure is a blank, a constant series a line. Years ascend.
 */
char *spark_from_values(const int *years, const double *values, size_t n, bool blocks);

/* A bar from zero, `ratio` of `width` places; nothing for 0 or less. */
char *bar_from_ratio(double ratio, int width, bool blocks);

/* The parts of a change, in the order in which they are drawn from the axis on. */
enum { CHANGE_RECLASSIFIED, CHANGE_EXPLAINED, CHANGE_UNEXPLAINED, CHANGE_PARTS };

/*
 * A change left or right of an axis, `half` places on either side: `ratio` (−1 to 1) of them, divided
 * between its parts by their sizes. A change that is not nothing is one place at least.
 */
char *bar_from_change(double ratio, const double parts[CHANGE_PARTS], int half, bool blocks);

/* What the parts are drawn with: ░ ▒ █. Not owned. */
const char *change_part_sign(int part, bool blocks);

/*
 * A strip from the least to the most: a dot for each of `n` places (0 to 1), a bar for the middle, a
 * disc for the one that is spoken of, drawn last; a negative place is not drawn.
 */
char *strip_from_places(const double *places, size_t n, double middle, double own, int width, bool blocks);

#endif
