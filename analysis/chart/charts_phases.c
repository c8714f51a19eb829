/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the budget to what was spent, over the years, and the subjects that went farthest from their budget. */
#include "analysis/chart/charts_contents.h"

#include <math.h>
#include <string.h>

#include "analysis/year_phases.h"
#include "history/vintage.h"
#include "schema/language.h"

enum { SUBJECTS_SHOWN = 5, ITEM_CODE_LENGTH = 7 };

static double wan_or_nan(YearFigure figure)
{
    return figure.known ? amount_to_wan_yuan(figure.amount) : NAN;
}

static ChartExecution item_of_phases(const YearPhases *phases)
{
    return (ChartExecution){.year = phases->year,
                            .approved = wan_or_nan(phases->approved),
                            .adjusted = wan_or_nan(phases->adjusted),
                            .executed = wan_or_nan(phases->executed),
                            .approved_implied = phases->approved.implied,
                            .executed_implied = phases->executed.implied};
}

/* How far what was spent is from the budget: the approved one, where it is known. */
static gint64 distance(const YearPhases *phases)
{
    gint64 budget = phases->approved.known ? phases->approved.amount.fen : phases_budget(phases).amount.fen;
    return ABS(phases->executed.amount.fen - budget);
}

static gint compare_distance(gconstpointer a, gconstpointer b)
{
    gint64 left = distance(&((const SubjectPhases *)a)->phases);
    gint64 right = distance(&((const SubjectPhases *)b)->phases);
    return (left < right) - (left > right);
}

/* Items where there are any: what is said of them is not said again of their class. */
static void chart_add_subjects(Chart *chart, const DepartmentYear *view, Fund fund, int year)
{
    g_autoptr(GArray) subjects = phases_of_subjects(view, fund, year);
    bool items = false;
    for (guint i = 0; i < subjects->len; i++)
        items = items || strlen(g_array_index(subjects, SubjectPhases, i).code) == ITEM_CODE_LENGTH;
    g_array_sort(subjects, compare_distance);
    guint shown = 0;
    for (guint i = 0; i < subjects->len && shown < SUBJECTS_SHOWN; i++) {
        const SubjectPhases *subject = &g_array_index(subjects, SubjectPhases, i);
        if ((strlen(subject->code) == ITEM_CODE_LENGTH) != items || distance(&subject->phases) == 0)
            continue;
        ChartExecution item = item_of_phases(&subject->phases);
        g_autofree char *label = subject_title(subject->code, subject->label);
        item.label = label;
        chart_add_execution(chart, item);
        shown++;
    }
}

static double largest_of(const GArray *years)
{
    double largest = 0;
    for (guint i = 0; i < years->len; i++) {
        ChartExecution item = item_of_phases(&g_array_index(years, YearPhases, i));
        largest = fmax(largest, fmax(item.approved, fmax(item.adjusted, item.executed)));
    }
    return largest;
}

static void title_add_rate(GString *title, YearFigure executed, YearFigure budget, Phase phase)
{
    Rate rate;
    if (!completion_of(executed, budget, &rate))
        return;
    double percent = 100.0 * (double)executed.amount.fen / (double)budget.amount.fen;
    g_string_append_printf(title, say("，完成%s的 %.1f%%", ", %2$.1f %% of the %1$s"), vintage_name(phase), percent);
}

static char *execution_title(const YearPhases *newest, double largest)
{
    g_autofree char *executed = chart_amount_say(wan_or_nan(newest->executed), largest);
    g_autoptr(GString) title = g_string_new(NULL);
    g_string_printf(title, say("%d 年支出决算 %s", "%d: %s spent"), newest->year, executed);
    title_add_rate(title, newest->executed, newest->approved, PHASE_APPROVED);
    title_add_rate(title, newest->executed, newest->adjusted, PHASE_ADJUSTED);
    return g_string_free(g_steal_pointer(&title), FALSE);
}

static bool is_filed(YearFigure figure)
{
    return figure.known && !figure.implied;
}

static int first_filed(const GArray *years)
{
    for (guint i = 0; i < years->len; i++) {
        const YearPhases *phases = &g_array_index(years, YearPhases, i);
        if (is_filed(phases->approved) || is_filed(phases->adjusted) || is_filed(phases->executed))
            return phases->year;
    }
    return 0;
}

static Chart *execution_missing(const DepartmentYear *view, GError **error)
{
    for (guint i = 0; i < view->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(view->department->filings, i);
        if (filing->kind == KIND_ACCOUNTS && filing->fiscal_year <= view->year)
            return chart_content_missing(error, say("有决算的年份没有同年的预算，看不出执行情况",
                                                    "no year with accounts has a budget to hold them against"));
    }
    return chart_content_missing(error, say("只有预算，没有决算，看不出执行情况",
                                            "there are budgets only: without accounts nothing is known to be executed"));
}

Chart *execution_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    Fund fund;
    g_autoptr(GArray) years = phases_of_years(view, &fund);
    const YearPhases *newest = phases_newest(years);
    if (newest == NULL)
        return execution_missing(view, error);
    Chart *chart = chart_of_year(view, CHART_EXECUTION, "execution", execution_title(newest, largest_of(years)));
    for (guint i = 0; i < years->len; i++)
        chart_add_execution(chart, item_of_phases(&g_array_index(years, YearPhases, i)));
    chart_add_subjects(chart, view, fund, newest->year);
    int first = g_array_index(years, YearPhases, 0).year;
    int last = g_array_index(years, YearPhases, years->len - 1).year;
    g_autofree char *subtitle =
        first == last ? g_strdup_printf(say("%s，支出，%s，%d 年", "%s, expenditure, %s, %d"), view->department->name,
                                        fund_name(fund), first)
                      : g_strdup_printf(say("%s，支出，%s，%d 至 %d 年", "%s, expenditure, %s, %d to %d"),
                                        view->department->name, fund_name(fund), first, last);
    chart_set_subtitle(chart, subtitle);
    chart_note_years(chart, first_filed(years), last);
    return chart;
}
