/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small charts made of characters, for the terminal.
 */
#ifndef CMD_SPARK_H
#define CMD_SPARK_H

#include "history/series.h"

/*
 * The course of a series, one block a year, from its smallest comparable amount to its largest. A
 * year without a figure is a blank, a constant series a line. The caller frees it.
 */
char *spark_from_series(const Series *series);

/* A bar from zero, `ratio` of `width` places; nothing for 0 or less. The caller frees it. */
char *bar_from_ratio(double ratio, int width);

#endif
