/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/chart_items.h"

#include <math.h>

/* Far beyond any budget. */
static const double LARGEST_AMOUNT = 1e15;

bool chart_amount_drawable(double amount)
{
    return isfinite(amount) && fabs(amount) <= LARGEST_AMOUNT;
}

bool chart_amount_drawable_or_unknown(double amount)
{
    return isnan(amount) || chart_amount_drawable(amount);
}

/* ---- panels ---- */

void chart_panel_clear(void *panel)
{
    g_free(((ChartPanel *)panel)->label);
    g_array_unref(((ChartPanel *)panel)->points);
}

ChartPanel *chart_add_panel(Chart *chart, const char *label)
{
    g_assert(chart->kind == CHART_MULTIPLES);
    ChartPanel panel = {.label = g_strdup(label), .points = g_array_new(FALSE, FALSE, sizeof(ChartPoint)), .growth = NAN};
    g_array_append_val(chart->items, panel);
    return &g_array_index(chart->items, ChartPanel, chart->items->len - 1);
}

void chart_panel_add_point(ChartPanel *panel, int year, double amount, bool implied)
{
    ChartPoint point = {year, amount, implied};
    g_array_append_val(panel->points, point);
}

static bool fit_drawable(const ChartFit *fit, ChartFitKind kind)
{
    return !fit->present || (fit->first_year <= fit->last_year &&
                             chart_amount_drawable(chart_fit_at(fit, kind, fit->first_year)) &&
                             chart_amount_drawable(chart_fit_at(fit, kind, fit->last_year)));
}

bool chart_panel_drawable(const ChartPanel *panel)
{
    const ChartInterval *interval = &panel->interval;
    for (guint i = 0; i < panel->points->len; i++)
        if (!chart_amount_drawable(g_array_index(panel->points, ChartPoint, i).amount))
            return false;
    if (interval->present && !(chart_amount_drawable(interval->low) && chart_amount_drawable(interval->high) &&
                               interval->low <= interval->high))
        return false;
    return panel->points->len > 0 && chart_amount_drawable_or_unknown(panel->growth) &&
           fit_drawable(&panel->fit, CHART_FIT_THEIL_SEN);
}

bool chart_panels_share_years(const Chart *chart)
{
    int first = G_MAXINT, last = G_MININT;
    for (guint i = 0; i < chart->items->len; i++) {
        const GArray *points = g_array_index(chart->items, ChartPanel, i).points;
        for (guint at = 0; at < points->len; at++) {
            int year = g_array_index(points, ChartPoint, at).year;
            if (at > 0 && year <= g_array_index(points, ChartPoint, at - 1).year)
                return false;
            first = MIN(first, year);
            last = MAX(last, year);
        }
    }
    return last - first <= CHART_LONGEST_SPAN;
}

/* ---- rows of a heat map ---- */

void chart_heat_row_clear(void *row)
{
    g_free(((ChartHeatRow *)row)->label);
    g_array_unref(((ChartHeatRow *)row)->cells);
}

ChartHeatRow *chart_add_heat_row(Chart *chart, const char *label)
{
    g_assert(chart->kind == CHART_HEAT);
    ChartHeatRow row = {.label = g_strdup(label), .cells = g_array_new(FALSE, TRUE, sizeof(ChartCell))};
    g_array_append_val(chart->items, row);
    return &g_array_index(chart->items, ChartHeatRow, chart->items->len - 1);
}

bool chart_heat_row_drawable(const ChartHeatRow *row)
{
    for (guint i = 0; i < row->cells->len; i++) {
        const ChartCell *cell = &g_array_index(row->cells, ChartCell, i);
        if (cell->state >= CHART_N_CELL_STATES ||
            (cell->state == CHART_CELL_GROWTH && !chart_amount_drawable(cell->growth)))
            return false;
    }
    return row->cells->len > 0;
}

bool chart_heat_rows_share_years(const Chart *chart)
{
    guint n = chart->items->len > 0 ? g_array_index(chart->items, ChartHeatRow, 0).cells->len : 0;
    for (guint i = 1; i < chart->items->len; i++)
        if (g_array_index(chart->items, ChartHeatRow, i).cells->len != n)
            return false;
    return n <= CHART_LONGEST_SPAN;
}

/* ---- indicators of a group ---- */

void chart_peer_row_clear(void *row)
{
    g_free(((ChartPeerRow *)row)->label);
    g_free(((ChartPeerRow *)row)->unit);
    g_array_unref(((ChartPeerRow *)row)->values);
}

ChartPeerRow *chart_add_peer_row(Chart *chart, const char *label, const char *unit, int decimals)
{
    g_assert(chart->kind == CHART_PEERS);
    ChartPeerRow row = {.label = g_strdup(label),
                        .unit = g_strdup(unit),
                        .decimals = decimals,
                        .values = g_array_new(FALSE, TRUE, sizeof(double))};
    g_array_append_val(chart->items, row);
    return &g_array_index(chart->items, ChartPeerRow, chart->items->len - 1);
}

bool chart_peer_row_drawable(const ChartPeerRow *row)
{
    for (guint i = 0; i < row->values->len; i++)
        if (!chart_amount_drawable(g_array_index(row->values, double, i)))
            return false;
    return row->values->len > 0 && chart_amount_drawable(row->own) && chart_amount_drawable(row->lower) &&
           chart_amount_drawable(row->median) && chart_amount_drawable(row->upper) && row->lower <= row->upper &&
           isfinite(row->rank);
}
