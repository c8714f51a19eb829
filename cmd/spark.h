/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small charts made of characters, for the terminal.
 */
#ifndef CMD_SPARK_H
#define CMD_SPARK_H

#include <stddef.h>

#include "history/series.h"

/*
 * The course of a series, one block a year, from its smallest value to its largest. A year without
 * a figure is a blank, a constant series a line. Years ascend. The caller frees it.
 */
char *spark_from_values(const int *years, const double *values, size_t n);

/* A bar from zero, `ratio` of `width` places; nothing for 0 or less. The caller frees it. */
char *bar_from_ratio(double ratio, int width);

#endif
