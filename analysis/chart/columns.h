/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures in columns at the right edge of the sheet, beside bars in rows: what a reader wants to quote stands there in full,
 * however short its bar.
 */
#ifndef ANALYSIS_CHART_COLUMNS_H
#define ANALYSIS_CHART_COLUMNS_H

#include "analysis/chart/canvas.h"

typedef struct {
    GPtrArray *columns; /* of what columns.c knows */
} ChartColumns;

void chart_columns_init(ChartColumns *columns);
void chart_columns_clear(ChartColumns *columns);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChartColumns, chart_columns_clear)

/* Columns from left to right, then their cells from the top down. Returns the column's number. */
guint chart_columns_add(ChartColumns *columns, const char *heading, TextStyle style);
void chart_columns_cell(ChartColumns *columns, guint column, const char *text);

/* The same for a figure that nobody need look at, in a column of figures that are to be looked at. */
void chart_columns_quiet(ChartColumns *columns, guint column, const char *text);

/* Pixels of all columns with a gap before each. Known when all cells are there. */
double chart_columns_width(const ChartColumns *columns);

/* The headings at one height of the sheet; the cells of a row (from 0) at another. */
void chart_columns_heading(const ChartColumns *columns, Canvas *canvas, double y);
void chart_columns_row(const ChartColumns *columns, Canvas *canvas, guint row, double y);

#endif
