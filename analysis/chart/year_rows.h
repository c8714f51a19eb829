/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frame of charts that show years as rows: a name at the left of each, bars from zero, figures in columns at the right.
 * Ten to fifteen years fit as well as one, and no figure is ever short of room.
 *
 * Life: year_frame_init(), a row for each year (gaps included) with its cells, year_frame_place(), the bars, and
 * year_frame_clear().
 */
#ifndef ANALYSIS_CHART_YEAR_ROWS_H
#define ANALYSIS_CHART_YEAR_ROWS_H

#include "analysis/chart/columns.h"
#include "analysis/chart/rows.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"

typedef struct {
    ChartRows rows;
    ChartColumns columns;
    ChartScale scale;
    double low; /* of the axis; 0 unless an amount is below it */
    double high;
} YearFrame;

void year_frame_init(YearFrame *frame);
void year_frame_clear(YearFrame *frame);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(YearFrame, year_frame_clear)

/* The axis reaches this amount, too; NAN reaches nothing. */
void year_frame_reach(YearFrame *frame, double amount);

/* A cell with an amount; "—" for NAN. */
void year_frame_amount(YearFrame *frame, guint column, double amount, const char *mark);

/* "69.6 %" of part in whole; "—" where one of them is not known or the whole is nothing. */
void year_frame_ratio(YearFrame *frame, guint column, double part, double whole);

/* Begins the canvas, places rows, columns, grid and axis; leaves `below` pixels under the axis. Returns where they begin. */
double year_frame_place(YearFrame *frame, Canvas *canvas, const ChartSheet *sheet, const Chart *chart, double below);

/* One bar of row i; `part` of its row's bar is its height. */
void year_frame_bar(const YearFrame *frame, Canvas *canvas, guint row, double from, double to, double part);

#endif
