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

static void money_year_clear(void *item)
{
    g_free(((ChartMoneyYear *)item)->parts);
}

static void execution_clear(void *item)
{
    g_free(((ChartExecution *)item)->label);
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
    [CHART_STACK] = { sizeof(ChartMoneyYear), money_year_clear },
    [CHART_SHARES] = { sizeof(ChartMoneyYear), money_year_clear },
    [CHART_UNEXPLAINED] = { sizeof(ChartUnexplained), NULL },
    [CHART_THREE_PUBLIC] = { sizeof(ChartPublic), NULL },
    [CHART_EXECUTION] = { sizeof(ChartExecution), execution_clear },
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
    chart->parts = g_ptr_array_new_with_free_func(g_free);
    return chart;
}

void chart_free(Chart *chart)
{
    if (chart == NULL)
        return;
    g_array_unref(chart->items);
    g_ptr_array_unref(chart->parts);
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
    ChartStep step = { g_strdup(label), amount, step_class, false };
    g_array_append_val(chart->items, step);
}

void chart_add_step_part(Chart *chart, double amount, ChartStepClass step_class)
{
    g_assert(chart->kind == CHART_WATERFALL && chart->items->len > 0 && step_class < CHART_N_STEP_CLASSES);
    const ChartStep *before = &g_array_index(chart->items, ChartStep, chart->items->len - 1);
    ChartStep step = { g_strdup(before->label), amount, step_class, true };
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

void chart_add_carryover(Chart *chart, ChartCarryover item)
{
    g_assert(chart->kind == CHART_CARRYOVER);
    g_array_append_val(chart->items, item);
}

void chart_add_public(Chart *chart, ChartPublic item)
{
    g_assert(chart->kind == CHART_THREE_PUBLIC);
    g_array_append_val(chart->items, item);
}

void chart_add_execution(Chart *chart, ChartExecution item)
{
    g_assert(chart->kind == CHART_EXECUTION);
    item.label = g_strdup(item.label);
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

static bool kind_has_parts(ChartKind kind)
{
    return kind == CHART_STACK || kind == CHART_SHARES;
}

void chart_add_money_part(Chart *chart, const char *label)
{
    g_assert(kind_has_parts(chart->kind) && chart->items->len == 0);
    g_ptr_array_add(chart->parts, g_strdup(label));
}

void chart_add_money_year(Chart *chart, int year, double whole, const double *parts, bool implied)
{
    g_assert(kind_has_parts(chart->kind));
    double *copy = parts != NULL ? g_memdup2(parts, chart->parts->len * sizeof *parts) : NULL;
    ChartMoneyYear item = { year, whole, copy, implied, NAN };
    g_array_append_val(chart->items, item);
}

void chart_set_moved(Chart *chart, double percent)
{
    g_assert(kind_has_parts(chart->kind) && chart->items->len > 0);
    g_array_index(chart->items, ChartMoneyYear, chart->items->len - 1).moved = percent;
}

void chart_add_unexplained(Chart *chart, int year, bool known, double size, double unexplained)
{
    g_assert(chart->kind == CHART_UNEXPLAINED);
    ChartUnexplained item = { year, known, size, unexplained };
    g_array_append_val(chart->items, item);
}

double chart_fit_at(const ChartFit *fit, ChartFitKind kind, double year)
{
    double line = fit->intercept + fit->slope * (year - fit->origin);
    return kind == CHART_FIT_LOG_LINEAR ? exp(line) : line;
}

static bool carryover_drawable(const ChartCarryover *item)
{
    return chart_amount_drawable_or_unknown(item->carryover) && chart_amount_drawable_or_unknown(item->budget) &&
           chart_amount_drawable(item->one_year) && chart_amount_drawable(item->two_years) && item->one_year >= 0 &&
           item->two_years >= 0;
}

static bool public_drawable(const ChartPublic *item)
{
    for (guint i = 0; i < CHART_N_PUBLIC; i++)
        if (!chart_amount_drawable_or_unknown(item->parts[i]))
            return false;
    return chart_amount_drawable_or_unknown(item->total);
}

static bool execution_drawable(const ChartExecution *item)
{
    return chart_amount_drawable_or_unknown(item->approved) && chart_amount_drawable_or_unknown(item->adjusted) &&
           chart_amount_drawable_or_unknown(item->executed);
}

static bool name_well_formed(const char *name)
{
    return name != NULL && name[0] != '\0' && strlen(name) <= LONGEST_NAME &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static bool money_year_drawable(const Chart *chart, const ChartMoneyYear *item)
{
    if (!chart_amount_drawable(item->whole) || !chart_amount_drawable_or_unknown(item->moved))
        return false;
    for (guint i = 0; item->parts != NULL && i < chart->parts->len; i++)
        if (!chart_amount_drawable(item->parts[i]) || item->parts[i] < 0)
            return false;
    return item->parts == NULL || item->whole > 0;
}

static bool unexplained_drawable(const ChartUnexplained *item)
{
    return chart_amount_drawable(item->size) && chart_amount_drawable(item->unexplained) && item->size >= 0 &&
           item->unexplained >= 0;
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
    case CHART_CARRYOVER:
        return carryover_drawable(&g_array_index(chart->items, ChartCarryover, i));
    case CHART_THREE_PUBLIC:
        return public_drawable(&g_array_index(chart->items, ChartPublic, i));
    case CHART_EXECUTION:
        return execution_drawable(&g_array_index(chart->items, ChartExecution, i));
    case CHART_TREND:
        return chart_amount_drawable(g_array_index(chart->items, ChartPoint, i).amount);
    case CHART_STACK:
    case CHART_SHARES:
        return money_year_drawable(chart, &g_array_index(chart->items, ChartMoneyYear, i));
    case CHART_UNEXPLAINED:
        return unexplained_drawable(&g_array_index(chart->items, ChartUnexplained, i));
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

/* Where an item stands in time: its year, the accounts of a year after its budget. False for what has no year. */
static bool item_time(const Chart *chart, guint i, double *time)
{
    if (chart->kind == CHART_CARRYOVER)
        *time = g_array_index(chart->items, ChartCarryover, i).year;
    else if (chart->kind == CHART_TREND)
        *time = g_array_index(chart->items, ChartPoint, i).year;
    else if (chart->kind == CHART_THREE_PUBLIC)
        *time = g_array_index(chart->items, ChartPublic, i).year +
                (g_array_index(chart->items, ChartPublic, i).accounts ? 0.5 : 0.0);
    else if (chart->kind == CHART_EXECUTION && g_array_index(chart->items, ChartExecution, i).label == NULL)
        *time = g_array_index(chart->items, ChartExecution, i).year;
    else if (kind_has_parts(chart->kind))
        *time = g_array_index(chart->items, ChartMoneyYear, i).year;
    else if (chart->kind == CHART_UNEXPLAINED)
        *time = g_array_index(chart->items, ChartUnexplained, i).year;
    else
        return false;
    return true;
}

static bool years_ascend(const Chart *chart)
{
    double first, last, time;
    if (chart->kind == CHART_MULTIPLES)
        return chart_panels_share_years(chart);
    if (chart->kind == CHART_HEAT)
        return chart_heat_rows_share_years(chart);
    if (!item_time(chart, 0, &first))
        return true;
    last = first;
    for (guint i = 1; i < chart->items->len && item_time(chart, i, &time); i++) {
        if (time <= last)
            return false;
        last = time;
    }
    return last - first <= CHART_LONGEST_SPAN;
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
