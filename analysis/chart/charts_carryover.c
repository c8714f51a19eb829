/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Carried-over money over the years, and how long it has been carried: what the carryover tables' projects tell of it. The total
 * is the one printed; where the projects come to less, the rest is of no known age.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>

#include "analysis/rule/carried.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

enum { CARRYOVER_YEARS_MAX = 15 };

/* A filing that only repeats last year's tells nothing of what stayed over. */
static const Filing *year_before(const DepartmentYear *view, const Filing *filing)
{
    const Filing *last = department_filing_like(view->department, filing, filing->fiscal_year - 1);
    if (last == NULL)
        return NULL;
    g_autoptr(Figures) now = figures_new(filing);
    g_autoptr(Figures) before = figures_new(last);
    return figures_repeat(now, before) ? NULL : last;
}

/* In 万元, of no more than is carried over: where the parts come to more, the table contradicts itself, which rules tell. */
static void ages_add(ChartCarryover *item, const DepartmentYear *view)
{
    const Filing *filing =
        item->year == view->year ? view->filing : department_filing_like(view->department, view->filing, item->year);
    if (filing == NULL || item->carryover_implied)
        return;
    gint64 fen[CARRIED_N_TIMES] = {0};
    g_autoptr(GArray) projects = carried_projects(filing, year_before(view, filing));
    for (guint i = 0; i < projects->len; i++) {
        const CarriedProject *project = &g_array_index(projects, CarriedProject, i);
        fen[carried_time(&project->age, item->year)] += project->place.cell->amount.fen;
    }
    double whole = fmax(item->carryover, 0);
    item->two_years = MIN((double)fen[CARRIED_TWO_YEARS] / (double)FEN_PER_WAN_YUAN, whole);
    item->one_year = MIN((double)fen[CARRIED_ONE_YEAR] / (double)FEN_PER_WAN_YUAN, whole - item->two_years);
    /* Each printed figure may be off by half of its last digit: so small a rest is of no age of its own. */
    double rest = whole - item->two_years - item->one_year;
    if (fen[CARRIED_UNKNOWN] == 0 && projects->len > 0 && rest < 0.005 * (projects->len + 1) + 1e-9)
        *(item->one_year > 0 ? &item->one_year : &item->two_years) += rest;
}

static void carryover_add_years(Chart *chart, const DepartmentYear *view)
{
    int first_filed = 0;
    for (int year = view->year - CARRYOVER_YEARS_MAX + 1; year <= view->year; year++) {
        YearFigure carried = department_year_figure(view, total_carryover, "", year);
        YearFigure budget = department_year_figure(view, total_expenditure, "", year);
        if (!carried.known)
            continue;
        ChartCarryover item = {.year = year,
                               .carryover = amount_to_wan_yuan(carried.amount),
                               .budget = budget.known ? amount_to_wan_yuan(budget.amount) : NAN,
                               .carryover_implied = carried.implied,
                               .budget_implied = budget.implied};
        ages_add(&item, view);
        chart_add_carryover(chart, item);
        if (!carried.implied && first_filed == 0)
            first_filed = year;
    }
    chart_note_years(chart, first_filed, view->year);
}

static bool all_zero(const Chart *chart)
{
    for (guint i = 0; i < chart->items->len; i++)
        if (fabs(g_array_index(chart->items, ChartCarryover, i).carryover) > 0)
            return false;
    return true;
}

static double largest_of(const Chart *chart)
{
    double largest = 0;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartCarryover *item = &g_array_index(chart->items, ChartCarryover, i);
        largest = fmax(largest, fmax(item->carryover, item->budget));
    }
    return largest;
}

static double ratio_of(const ChartCarryover *item)
{
    return item->budget > 0 ? 100 * item->carryover / item->budget : NAN;
}

/* What is too old, where there is any; else how the ratio moved. */
static char *carryover_title(const Chart *chart)
{
    const ChartCarryover *first = &g_array_index(chart->items, ChartCarryover, 0);
    const ChartCarryover *now = &g_array_index(chart->items, ChartCarryover, chart->items->len - 1);
    double largest = largest_of(chart);
    g_autofree char *amount = chart_amount_say(now->carryover, largest);
    g_autofree char *old = chart_amount_say(now->two_years, largest);
    g_autoptr(GString) title = g_string_new(NULL);
    if (isnan(ratio_of(now)))
        g_string_printf(title, say("%d 年上年结转结余 %s", "%d: carryover of %s"), now->year, amount);
    else
        g_string_printf(title, say("%d 年结转结余 %s，占预算 %.1f%%", "%d: carryover of %s is %.1f %% of the budget"), now->year,
                        amount, ratio_of(now));
    if (now->two_years > 0 && now->two_years >= now->carryover)
        g_string_append(title, say("；全部已结转两年以上", "; all of it has been carried for two years or more"));
    else if (now->two_years > 0)
        g_string_append_printf(title, say("；其中 %s已结转两年以上", "; %s of it has been carried for two years or more"), old);
    else if (now != first && !isnan(ratio_of(now)) && !isnan(ratio_of(first)))
        g_string_append_printf(title, say("（%d 年 %.1f%%）", " (%d: %.1f %%)"), first->year, ratio_of(first));
    return g_string_free(g_steal_pointer(&title), FALSE);
}

Chart *carryover_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    if (!department_year_figure(view, total_carryover, "", view->year).known)
        return chart_content_missing(
            error, say("本年材料没有列出上年结转结余", "this year's filing states no carryover from the year before"));
    g_autoptr(Chart) chart = chart_of_year(view, CHART_CARRYOVER, "carryover", g_strdup(""));
    carryover_add_years(chart, view);
    if (all_zero(chart))
        return chart_content_missing(error, say("各年都没有上年结转结余", "no year has any carryover"));
    g_free(chart->title);
    chart->title = carryover_title(chart);
    return g_steal_pointer(&chart);
}
