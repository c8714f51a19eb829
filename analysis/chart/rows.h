/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Horizontal bars come in rows with a name at the left. The names are measured first: they decide
 * how much is left for the bars and how tall the rows, and with them the sheet, must be.
 */
#ifndef ANALYSIS_CHART_ROWS_H
#define ANALYSIS_CHART_ROWS_H

#include "analysis/chart/canvas.h"

typedef struct {
    GPtrArray *names; /* char **: the lines of each row's name */
    double width;     /* pixels of the widest line */
    double height;    /* pixels of each row */
} ChartRows;

void chart_rows_init(ChartRows *rows);
void chart_rows_clear(ChartRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChartRows, chart_rows_clear)

void chart_rows_add(ChartRows *rows, const char *name);

/* Pixels of all rows together; of the bar in a row; where the bars may begin. */
double chart_rows_total(const ChartRows *rows);
double chart_rows_bar(const ChartRows *rows);
double chart_rows_left(const ChartRows *rows);

/*
 * Places the plot right of the names: row i of the data runs from y = i to i + 1, from `top` down,
 * and x from `x_low` to `x_high` at the sheet coordinate `right`. Then writes the names.
 */
void chart_rows_place(const ChartRows *rows, Canvas *canvas, double top, double right, double x_low,
                      double x_high);

/* The bar of row i as a row of inline data. */
void chart_rows_block_bar(const ChartRows *rows, Canvas *canvas, guint i, double x_low,
                          double x_high);

#endif
