/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/script.h"

#include "analysis/chart/kinds.h"

static void (*const DRAWINGS[CHART_N_KINDS])(Canvas *canvas, const Chart *chart) = {
    [CHART_WATERFALL] = canvas_from_waterfall, [CHART_COMPOSITION] = canvas_from_composition,
    [CHART_GROWTH] = canvas_from_growth,       [CHART_CARRYOVER] = canvas_from_carryover,
    [CHART_TREND] = canvas_from_trend,
    [CHART_STACK] = canvas_from_stack,         [CHART_SHARES] = canvas_from_shares,
    [CHART_UNEXPLAINED] = canvas_from_unexplained,
    [CHART_THREE_PUBLIC] = canvas_from_three_public,
    [CHART_EXECUTION] = canvas_from_execution,
    [CHART_MULTIPLES] = canvas_from_multiples, [CHART_HEAT] = canvas_from_heat, [CHART_PEERS] = canvas_from_peers,
};

ChartScript *script_from_chart(const Chart *chart, GError **error)
{
    if (!chart_check(chart, error))
        return NULL;
    g_auto(Canvas) canvas = { 0 };
    DRAWINGS[chart->kind](&canvas, chart);
    ChartScript *script = g_new(ChartScript, 1);
    script->text = canvas_finish(&canvas);
    script->width = SHEET_WIDTH;
    script->height = (int)canvas.height;
    return script;
}

void chart_script_free(ChartScript *script)
{
    if (script == NULL)
        return;
    g_free(script->text);
    g_free(script);
}
