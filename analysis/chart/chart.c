/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/chart.h"

#include <math.h>
#include <string.h>

#include "analysis/chart/chart_items.h"
#include "schema/language.h"

/* Of a file's stem. */
static const size_t LONGEST_NAME = 80;

G_DEFINE_QUARK(yusuan_chart_error, chart_error)

static void step_clear(void *item)
{
    g_free(((ChartStep *)item)->label);
}

static void part_clear(void *item)
{
    g_free(((ChartPart *)item)->label);
}

static void growth_clear(void *item)
{
    g_free(((ChartGrowth *)item)->label);
}

static const struct {
    guint size;
    GDestroyNotify clear;
} ITEMS[CHART_N_KINDS] = {
    [CHART_WATERFALL] = { sizeof(ChartStep), step_clear },
    [CHART_COMPOSITION] = { sizeof(ChartPart), part_clear },
    [CHART_GROWTH] = { sizeof(ChartGrowth), growth_clear },
    [CHART_CARRYOVER] = { sizeof(ChartCarryover), NULL },
    [CHART_TREND] = { sizeof(ChartPoint), NULL },
    [CHART_MULTIPLES] = { sizeof(ChartPanel), chart_panel_clear },
    [CHART_HEAT] = { sizeof(ChartHeatRow), chart_heat_row_clear },
    [CHART_PEERS] = { sizeof(ChartPeerRow), chart_peer_row_clear },
};

Chart *chart_new(ChartKind kind, const char *name, const char *title)
{
    g_assert(kind < CHART_N_KINDS);
    Chart *chart = g_new0(Chart, 1);
    chart->kind = kind;
    chart->name = g_strdup(name);
    chart->title = g_strdup(title);
    chart->items = g_array_new(FALSE, TRUE, ITEMS[kind].size);
    g_array_set_clear_func(chart->items, ITEMS[kind].clear);
    return chart;
}

void chart_free(Chart *chart)
{
    if (chart == NULL)
        return;
    g_array_unref(chart->items);
    g_free(chart->name);
    g_free(chart->title);
    g_free(chart->subtitle);
    g_free(chart->note);
    g_free(chart->unit);
    g_free(chart->start_label);
    g_free(chart->end_label);
    g_free(chart->marked);
    g_free(chart);
}

static void text_replace(char **place, const char *text)
{
    char *copy = g_strdup(text);
    g_free(*place);
    *place = copy;
}

void chart_set_subtitle(Chart *chart, const char *subtitle)
{
    text_replace(&chart->subtitle, subtitle);
}

void chart_set_note(Chart *chart, const char *note)
{
    text_replace(&chart->note, note);
}

void chart_set_unit(Chart *chart, const char *unit)
{
    text_replace(&chart->unit, unit);
}

void chart_set_marked(Chart *chart, const char *name)
{
    g_assert(chart->kind == CHART_PEERS);
    text_replace(&chart->marked, name);
}

void chart_set_start(Chart *chart, const char *label, double amount)
{
    g_assert(chart->kind == CHART_WATERFALL);
    text_replace(&chart->start_label, label);
    chart->start = amount;
}

void chart_set_end(Chart *chart, const char *label, double amount)
{
    g_assert(chart->kind == CHART_WATERFALL);
    text_replace(&chart->end_label, label);
    chart->end = amount;
}

void chart_add_step(Chart *chart, const char *label, double amount, ChartStepClass step_class)
{
    g_assert(chart->kind == CHART_WATERFALL && step_class < CHART_N_STEP_CLASSES);
    ChartStep step = { g_strdup(label), amount, step_class };
    g_array_append_val(chart->items, step);
}

void chart_add_part(Chart *chart, const char *label, double amount)
{
    g_assert(chart->kind == CHART_COMPOSITION);
    ChartPart part = { g_strdup(label), amount };
    g_array_append_val(chart->items, part);
}

void chart_add_growth(Chart *chart, const char *label, double base, double current)
{
    g_assert(chart->kind == CHART_GROWTH);
    ChartGrowth growth = { g_strdup(label), base, current };
    g_array_append_val(chart->items, growth);
}

void chart_add_carryover(Chart *chart, int year, double carryover, double budget, bool implied)
{
    g_assert(chart->kind == CHART_CARRYOVER);
    ChartCarryover item = { year, carryover, budget, implied };
    g_array_append_val(chart->items, item);
}

void chart_add_point(Chart *chart, int year, double amount, bool implied)
{
    g_assert(chart->kind == CHART_TREND);
    ChartPoint point = { year, amount, implied };
    g_array_append_val(chart->items, point);
}

void chart_set_fit(Chart *chart, ChartFitKind kind, ChartFit fit)
{
    g_assert(chart->kind == CHART_TREND && kind < CHART_N_FITS);
    chart->fits[kind] = fit;
    chart->fits[kind].present = true;
}

void chart_set_interval(Chart *chart, int year, double low, double high)
{
    g_assert(chart->kind == CHART_TREND);
    chart->interval = (ChartInterval){ true, year, low, high };
}

double chart_fit_at(const ChartFit *fit, ChartFitKind kind, double year)
{
    double line = fit->intercept + fit->slope * (year - fit->origin);
    return kind == CHART_FIT_LOG_LINEAR ? exp(line) : line;
}

static bool name_well_formed(const char *name)
{
    return name != NULL && name[0] != '\0' && strlen(name) <= LONGEST_NAME &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static bool item_drawable(const Chart *chart, guint i)
{
    switch (chart->kind) {
    case CHART_WATERFALL:
        return chart_amount_drawable(g_array_index(chart->items, ChartStep, i).amount);
    case CHART_COMPOSITION:
        return chart_amount_drawable(g_array_index(chart->items, ChartPart, i).amount);
    case CHART_GROWTH: {
        const ChartGrowth *growth = &g_array_index(chart->items, ChartGrowth, i);
        return chart_amount_drawable(growth->base) && chart_amount_drawable(growth->current);
    }
    case CHART_CARRYOVER: {
        const ChartCarryover *item = &g_array_index(chart->items, ChartCarryover, i);
        return chart_amount_drawable_or_unknown(item->carryover) &&
               chart_amount_drawable_or_unknown(item->budget);
    }
    case CHART_TREND:
        return chart_amount_drawable(g_array_index(chart->items, ChartPoint, i).amount);
    case CHART_MULTIPLES:
        return chart_panel_drawable(&g_array_index(chart->items, ChartPanel, i));
    case CHART_HEAT:
        return chart_heat_row_drawable(&g_array_index(chart->items, ChartHeatRow, i));
    case CHART_PEERS:
        return chart_peer_row_drawable(&g_array_index(chart->items, ChartPeerRow, i));
    case CHART_N_KINDS:
        break;
    }
    return false;
}

static bool figures_drawable(const Chart *chart)
{
    for (guint i = 0; i < chart->items->len; i++)
        if (!item_drawable(chart, i))
            return false;
    if (!chart_amount_drawable(chart->start) || !chart_amount_drawable(chart->end))
        return false;
    if (!chart->interval.present)
        return true;
    return chart_amount_drawable(chart->interval.low) && chart_amount_drawable(chart->interval.high) &&
           chart->interval.low <= chart->interval.high;
}

static int item_year(const Chart *chart, guint i)
{
    if (chart->kind == CHART_CARRYOVER)
        return g_array_index(chart->items, ChartCarryover, i).year;
    return g_array_index(chart->items, ChartPoint, i).year;
}

static bool years_ascend(const Chart *chart)
{
    if (chart->kind == CHART_MULTIPLES)
        return chart_panels_share_years(chart);
    if (chart->kind == CHART_HEAT)
        return chart_heat_rows_share_years(chart);
    if (chart->kind != CHART_CARRYOVER && chart->kind != CHART_TREND)
        return true;
    for (guint i = 1; i < chart->items->len; i++)
        if (item_year(chart, i) <= item_year(chart, i - 1))
            return false;
    int span = item_year(chart, chart->items->len - 1) - item_year(chart, 0);
    return span <= CHART_LONGEST_SPAN;
}

/* Both ends suffice: between two years a fit is monotone. */
static bool fits_drawable(const Chart *chart)
{
    for (guint i = 0; i < CHART_N_FITS; i++) {
        const ChartFit *fit = &chart->fits[i];
        if (fit->present && !(fit->first_year <= fit->last_year &&
                              chart_amount_drawable(chart_fit_at(fit, i, fit->first_year)) &&
                              chart_amount_drawable(chart_fit_at(fit, i, fit->last_year))))
            return false;
    }
    return true;
}

bool chart_check(const Chart *chart, GError **error)
{
    const char *fault = NULL;
    if (!name_well_formed(chart->name))
        fault = say("名称只能用 a-z、0-9 和 -，至多 80 个",
                    "its name may hold only a-z, 0-9 and -, at most 80 of them");
    else if (chart->title == NULL || chart->title[0] == '\0')
        fault = say("没有标题", "it has no title");
    else if (chart->items->len == 0)
        fault = say("没有数据", "it has no data");
    else if (!figures_drawable(chart))
        fault = say("有无法画出的数值", "it holds a figure that cannot be drawn");
    else if (!years_ascend(chart))
        fault =
            say("年份没有依次递增，或相隔过远", "its years do not ascend, or lie too far apart");
    else if (!fits_drawable(chart))
        fault = say("趋势线无法画出", "its trend line cannot be drawn");
    if (fault == NULL)
        return true;
    g_set_error(error, CHART_ERROR, CHART_ERROR_CONTENT, say("图 %s：%s", "chart %s: %s"),
                chart->name != NULL ? chart->name : "?", fault);
    return false;
}
