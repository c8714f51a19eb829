/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/parts.h"

#include <math.h>

#include "schema/language.h"

/* What rounding may leave of a whole, as a share of it. */
static const double ROUNDING = 0.0005;

static const ChartMoneyYear *year_at(const Chart *chart, guint i)
{
    return &g_array_index(chart->items, ChartMoneyYear, i);
}

/* By shares and not by amounts: a part that was large in a small year is worth its name, too. */
static double weight_of(const Chart *chart, guint part)
{
    double weight = 0;
    for (guint i = 0; i < chart->items->len; i++)
        if (year_at(chart, i)->parts != NULL)
            weight += year_at(chart, i)->parts[part] / year_at(chart, i)->whole;
    return weight;
}

static void part_insert(ChartParts *parts, const double *weights, guint part)
{
    guint at = parts->n;
    while (at > 0 && weights[part] > weights[parts->shown[at - 1]])
        at--;
    if (at == CHART_PARTS_MAX)
        return;
    parts->n = MIN(parts->n + 1, CHART_PARTS_MAX);
    for (guint i = parts->n - 1; i > at; i--)
        parts->shown[i] = parts->shown[i - 1];
    parts->shown[at] = part;
}

static bool part_shown(const ChartParts *parts, guint part)
{
    for (guint i = 0; i < parts->n; i++)
        if (parts->shown[i] == part)
            return true;
    return false;
}

static bool rest_anywhere(const ChartParts *parts, const Chart *chart)
{
    for (guint i = 0; i < chart->items->len; i++)
        if (year_at(chart, i)->parts != NULL && chart_parts_amount(parts, year_at(chart, i), parts->n) > 0)
            return true;
    return false;
}

/* Folding one alone would hide its name and save nothing. */
static char *rest_name_of(const ChartParts *parts, const Chart *chart, const double *weights)
{
    guint folded = 0;
    guint last = 0;
    for (guint i = 0; i < chart->parts->len; i++)
        if (weights[i] > 0 && !part_shown(parts, i)) {
            folded++;
            last = i;
        }
    if (folded == 1)
        return g_strdup(chart->parts->pdata[last]);
    return folded > 1 ? g_strdup_printf(say("其余 %u 项", "%u others"), folded) : g_strdup(say("其他", "other"));
}

void chart_parts_init(ChartParts *parts, const Chart *chart)
{
    *parts = (ChartParts){0};
    g_autofree double *weights = g_new0(double, chart->parts->len + 1);
    for (guint i = 0; i < chart->parts->len; i++) {
        weights[i] = weight_of(chart, i);
        if (weights[i] > 0)
            part_insert(parts, weights, i);
    }
    parts->rest = rest_anywhere(parts, chart);
    parts->rest_name = rest_name_of(parts, chart, weights);
}

void chart_parts_clear(ChartParts *parts)
{
    g_clear_pointer(&parts->rest_name, g_free);
}

guint chart_parts_count(const ChartParts *parts)
{
    return parts->n + (parts->rest ? 1 : 0);
}

const char *chart_parts_name(const ChartParts *parts, const Chart *chart, guint number)
{
    return number < parts->n ? chart->parts->pdata[parts->shown[number]] : parts->rest_name;
}

double chart_parts_amount(const ChartParts *parts, const ChartMoneyYear *year, guint number)
{
    if (number < parts->n)
        return year->parts[parts->shown[number]];
    double rest = year->whole;
    for (guint i = 0; i < parts->n; i++)
        rest -= year->parts[parts->shown[i]];
    return rest > ROUNDING * fabs(year->whole) ? rest : 0;
}

const ChartMoneyYear *chart_parts_newest(const Chart *chart)
{
    for (guint i = chart->items->len; i > 0; i--)
        if (year_at(chart, i - 1)->parts != NULL)
            return year_at(chart, i - 1);
    return NULL;
}
