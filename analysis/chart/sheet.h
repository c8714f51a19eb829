/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every chart has around its plot: title, subtitle, legend and unit above; remarks and source
 * below.
 */
#ifndef ANALYSIS_CHART_SHEET_H
#define ANALYSIS_CHART_SHEET_H

#include "analysis/chart/canvas.h"
#include "analysis/chart/chart.h"

/* What the kinds tell the sheet before it can be measured. */
typedef struct {
    const char *unit;   /* borrowed */
    GArray *legend;     /* in order of drawing */
    GPtrArray *remarks; /* char *: what a reader must know to read the picture right (an axis that
                           is cut) */
} ChartSheet;

void chart_sheet_init(ChartSheet *sheet, const char *unit);
void chart_sheet_clear(ChartSheet *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChartSheet, chart_sheet_clear)

void chart_sheet_legend_fill(ChartSheet *sheet, Fill fill, const char *text);
void chart_sheet_legend_stroke(ChartSheet *sheet, Stroke stroke, const char *text);
void chart_sheet_legend_dot(ChartSheet *sheet, Dot dot, const char *text);
void chart_sheet_remark(ChartSheet *sheet, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Begins a canvas with all of it, and leaves `body_height` pixels between its body_top and
 * body_bottom. */
void canvas_from_sheet(Canvas *canvas, const ChartSheet *sheet, const Chart *chart,
                       double body_height);

#endif
