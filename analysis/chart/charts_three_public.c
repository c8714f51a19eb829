/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three public expenses over the years: what was budgeted, and what was spent where the accounts are at hand. */
#include "analysis/chart/charts_contents.h"

#include <math.h>

#include "analysis/year_phases.h"
#include "schema/language.h"

static const struct {
    const char *measure, *zh, *en;
} parts[CHART_N_PUBLIC] = {
    [CHART_PUBLIC_TRAVEL] = {"travel-abroad", "因公出国（境）费", "travel abroad"},
    [CHART_PUBLIC_PURCHASE] = {"vehicle-purchase", "公务用车购置费", "vehicle purchase"},
    [CHART_PUBLIC_RUNNING] = {"vehicle-running", "公务用车运行费", "running vehicles"},
    [CHART_PUBLIC_VEHICLES] = {"vehicles", "公务用车购置及运行费", "official vehicles"},
    [CHART_PUBLIC_RECEPTION] = {"reception", "公务接待费", "official reception"},
};

/* Where a year's own budget is not at hand, its accounts print it beside what was spent. */
static YearFigure figure(const DepartmentYear *view, bool accounts, Fund fund, const char *measure, int year)
{
    Yardstick yardstick = {DIRECTION_EXPENDITURE, fund, measure};
    if (accounts)
        return figure_of_phase(view, KIND_ACCOUNTS, PHASE_EXECUTED, yardstick, "", year);
    YearFigure budget = figure_of_phase(view, KIND_BUDGET, PHASE_APPROVED, yardstick, "", year);
    YearFigure printed = figure_of_phase(view, KIND_ACCOUNTS, PHASE_APPROVED, yardstick, "", year);
    return printed.known && (!budget.known || budget.implied) ? printed : budget;
}

/* Vehicles in one figure only where nothing divides them. */
static bool part_is_wanted(const ChartPublic *item, guint part)
{
    return part != CHART_PUBLIC_VEHICLES ||
           (isnan(item->parts[CHART_PUBLIC_PURCHASE]) && isnan(item->parts[CHART_PUBLIC_RUNNING]));
}

/* The total that no table prints, when all of its parts are known. */
static double sum_of_parts(const ChartPublic *item)
{
    double vehicles = isnan(item->parts[CHART_PUBLIC_VEHICLES])
                          ? item->parts[CHART_PUBLIC_PURCHASE] + item->parts[CHART_PUBLIC_RUNNING]
                          : item->parts[CHART_PUBLIC_VEHICLES];
    return item->parts[CHART_PUBLIC_TRAVEL] + vehicles + item->parts[CHART_PUBLIC_RECEPTION];
}

static bool item_of_year(const DepartmentYear *view, bool accounts, Fund fund, int year, ChartPublic *item)
{
    *item = (ChartPublic){.year = year, .accounts = accounts, .total = NAN};
    bool implied = false;
    bool known = false;
    for (guint part = 0; part < CHART_N_PUBLIC; part++) {
        YearFigure found = figure(view, accounts, fund, parts[part].measure, year);
        item->parts[part] = found.known && part_is_wanted(item, part) ? amount_to_wan_yuan(found.amount) : NAN;
        implied = implied || found.implied;
        known = known || !isnan(item->parts[part]);
    }
    YearFigure total = figure(view, accounts, fund, "three-public", year);
    item->total = total.known ? amount_to_wan_yuan(total.amount) : sum_of_parts(item);
    item->implied = total.known ? total.implied : implied;
    return known || total.known;
}

/* Where only the year after names the parts and no total, there is no bar to draw: such a year is left out. */
static double chart_add_years(Chart *chart, const DepartmentYear *view, Fund fund)
{
    double largest = 0;
    for (int year = view->year - PHASES_YEARS_MOST + 1; year <= view->year; year++) {
        for (int accounts = 0; accounts < 2; accounts++) {
            ChartPublic item;
            if (!item_of_year(view, accounts != 0, fund, year, &item) || (item.implied && isnan(item.total)))
                continue;
            chart_add_public(chart, item);
            largest = fmax(largest, item.total);
            for (guint part = 0; part < CHART_N_PUBLIC; part++)
                largest = fmax(largest, item.parts[part]);
        }
    }
    return largest;
}

/* Of one kind, the first and the last with a total; NULL when there is none. */
static const ChartPublic *end_of(const Chart *chart, bool accounts, bool last)
{
    const ChartPublic *found = NULL;
    for (guint i = 0; i < chart->items->len && (found == NULL || last); i++) {
        const ChartPublic *item = &g_array_index(chart->items, ChartPublic, i);
        if (item->accounts == accounts && !isnan(item->total))
            found = item;
    }
    return found;
}

static void title_add_change(GString *title, const ChartPublic *first, const ChartPublic *last)
{
    double percent = first->total > 0 ? 100 * (last->total / first->total - 1) : NAN;
    if (first == last || isnan(percent))
        return;
    if (fabs(percent) < 0.05)
        g_string_append_printf(title, say("，与 %d 年持平", ", as in %d"), first->year);
    else
        g_string_append_printf(title, percent > 0 ? say("，比 %d 年增加 %.1f%%", ", %2$.1f %% more than in %1$d")
                                                  : say("，比 %d 年减少 %.1f%%", ", %2$.1f %% less than in %1$d"),
                               first->year, fabs(percent));
}

static void title_add_part(GString *title, const ChartPublic *item)
{
    guint largest = CHART_N_PUBLIC;
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        if (item->parts[part] > (largest < CHART_N_PUBLIC ? item->parts[largest] : 0))
            largest = part;
    bool alone = largest < CHART_N_PUBLIC && !(fabs(item->parts[largest] - item->total) > 1e-9 * fabs(item->total));
    if (alone && item->total > 0)
        g_string_append_printf(title, say("，全部是%s", ", all of it %s"), say(parts[largest].zh, parts[largest].en));
    else if (largest < CHART_N_PUBLIC && item->total > 0)
        g_string_append_printf(title, say("；%.1f%% 是%s", "; %.1f %% of it is %s"), 100 * item->parts[largest] / item->total,
                               say(parts[largest].zh, parts[largest].en));
}

/* Of what was spent, when the newest year has accounts; else of the budget. */
static char *three_public_title(const Chart *chart, double largest)
{
    const ChartPublic *budget = end_of(chart, false, true);
    const ChartPublic *spent = end_of(chart, true, true);
    bool accounts = spent != NULL && (budget == NULL || spent->year >= budget->year);
    const ChartPublic *last = accounts ? spent : budget;
    if (last == NULL)
        return g_strdup(say("“三公”经费各项", "The three public expenses, part by part"));
    g_autofree char *amount = chart_amount_say(last->total, largest);
    g_autoptr(GString) title = g_string_new(NULL);
    g_string_printf(title, accounts ? say("%d 年“三公”经费决算 %s", "%d: three public expenses of %s")
                                    : say("%d 年“三公”经费预算 %s", "%d: three public expenses budgeted at %s"),
                    last->year, amount);
    if (accounts && budget != NULL && budget->year == last->year && budget->total > 0)
        g_string_append_printf(title, say("，是预算的 %.1f%%", ", %.1f %% of the budget"), 100 * last->total / budget->total);
    else
        title_add_change(title, end_of(chart, accounts, false), last);
    title_add_part(title, last);
    return g_string_free(g_steal_pointer(&title), FALSE);
}

static int first_filed(const Chart *chart)
{
    for (guint i = 0; i < chart->items->len; i++)
        if (!g_array_index(chart->items, ChartPublic, i).implied)
            return g_array_index(chart->items, ChartPublic, i).year;
    return 0;
}

Chart *three_public_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_autoptr(Chart) chart = chart_of_year(view, CHART_THREE_PUBLIC, "three-public", g_strdup(""));
    Fund fund = FUND_ALL;
    double largest = chart_add_years(chart, view, fund);
    if (chart->items->len == 0)
        largest = chart_add_years(chart, view, fund = FUND_GENERAL);
    if (chart->items->len == 0)
        return chart_content_missing(error, say("材料没有列出“三公”经费", "the filings state no three public expenses"));
    if (largest <= 0)
        return chart_content_missing(error, say("各年“三公”经费都是零", "the three public expenses are zero in every year"));
    int first_year = g_array_index(chart->items, ChartPublic, 0).year;
    int last_year = g_array_index(chart->items, ChartPublic, chart->items->len - 1).year;
    g_free(chart->title);
    chart->title = three_public_title(chart, largest);
    g_autofree char *subtitle =
        first_year == last_year
            ? g_strdup_printf(say("%s，“三公”经费，%d 年", "%s, the three public expenses, %d"), view->department->name, first_year)
            : g_strdup_printf(say("%s，“三公”经费，%d 至 %d 年", "%s, the three public expenses, %d to %d"),
                              view->department->name, first_year, last_year);
    chart_set_subtitle(chart, subtitle);
    chart_note_years(chart, first_filed(chart), last_year);
    return g_steal_pointer(&chart);
}
