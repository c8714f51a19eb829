/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names at the right of a plot, each beside what it names, instead of a legend: with the mark of what it names, moved apart
 * where they would touch, and then joined to their place by a line.
 */
#ifndef ANALYSIS_CHART_ENDS_H
#define ANALYSIS_CHART_ENDS_H

#include "analysis/chart/canvas.h"

typedef struct {
    GArray *ends;
    double width;  /* pixels of the whole column, with its gap to the plot */
    double height; /* of all names */
} ChartEnds;

void chart_ends_init(ChartEnds *ends);
void chart_ends_clear(ChartEnds *ends);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChartEnds, chart_ends_clear)

/* In any order. The name wraps; the figure, one line below it, does not. */
void chart_ends_add_fill(ChartEnds *ends, Fill fill, const char *name, const char *figure);
void chart_ends_add_stroke(ChartEnds *ends, Stroke stroke, const char *name, const char *figure);

/* Where in sheet coordinates the thing is that a name, by its number, stands for; without, names are placed in their order. */
void chart_ends_aim(ChartEnds *ends, guint number, double y);

/* Draws all of them from `x`, in sheet coordinates, between `top` and `bottom`. The axes must stand. */
void chart_ends_draw(ChartEnds *ends, Canvas *canvas, double x, double top, double bottom);

#endif
