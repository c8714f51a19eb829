/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The drawings, one function a kind and one file a function. Each measures, begins the canvas, and
 * puts everything on it; the chart has passed chart_check(). To add a kind: its items in chart.h,
 * its file here, its row in script.c.
 */
#ifndef ANALYSIS_CHART_KINDS_H
#define ANALYSIS_CHART_KINDS_H

#include "analysis/chart/canvas.h"
#include "analysis/chart/chart.h"

void canvas_from_waterfall(Canvas *canvas, const Chart *chart);
void canvas_from_composition(Canvas *canvas, const Chart *chart);
void canvas_from_growth(Canvas *canvas, const Chart *chart);
void canvas_from_carryover(Canvas *canvas, const Chart *chart);
void canvas_from_trend(Canvas *canvas, const Chart *chart);
void canvas_from_stack(Canvas *canvas, const Chart *chart);
void canvas_from_shares(Canvas *canvas, const Chart *chart);
void canvas_from_unexplained(Canvas *canvas, const Chart *chart);
void canvas_from_three_public(Canvas *canvas, const Chart *chart);
void canvas_from_execution(Canvas *canvas, const Chart *chart);
void canvas_from_multiples(Canvas *canvas, const Chart *chart);
void canvas_from_heat(Canvas *canvas, const Chart *chart);
void canvas_from_peers(Canvas *canvas, const Chart *chart);

#endif
