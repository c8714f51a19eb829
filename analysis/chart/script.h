/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a chart to the text of a gnuplot script: the same chart in the same language always gives
 * the same text.
 */
#ifndef ANALYSIS_CHART_SCRIPT_H
#define ANALYSIS_CHART_SCRIPT_H

#include "analysis/chart/chart.h"

typedef struct {
    char *text; /* commands up to and with `plot`; no terminal, no output, no font (see canvas.h) */
    int width;  /* of the sheet, in pixels */
    int height;
} ChartScript;

/* NULL with CHART_ERROR_CONTENT when there is nothing to draw. The caller frees with
 * chart_script_free().
 */
ChartScript *script_from_chart(const Chart *chart, GError **error);

void chart_script_free(ChartScript *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ChartScript, chart_script_free)

#endif
