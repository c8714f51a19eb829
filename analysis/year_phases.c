/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/year_phases.h"

#include <string.h>

#include "analysis/rule/executions.h"

static bool is_whole(const DepartmentYear *view, const Series *series)
{
    return series->code[0] != '\0' || !g_hash_table_contains(view->named, series->label);
}

static bool series_is(const DepartmentYear *view, const Series *series, Kind kind, Phase phase, Yardstick yardstick)
{
    return series->kind == kind && series->phase == phase && series->scope == view->filing->scope &&
           series->direction == yardstick.direction && series->fund == yardstick.fund &&
           g_str_equal(series->measure, yardstick.measure) && is_whole(view, series);
}

YearFigure figure_of_phase(const DepartmentYear *view, Kind kind, Phase phase, Yardstick yardstick, const char *code, int year)
{
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        const SeriesPoint *point = NULL;
        if (g_str_equal(series->code, code) && series_is(view, series, kind, phase, yardstick))
            point = series_point_of_year(series, year);
        if (point != NULL)
            return (YearFigure){true, point->implied, point->amount};
    }
    return (YearFigure){0};
}

/* The accounts of a year, with the budgets that their sentences give. */
static GArray *executions_of_year(const DepartmentYear *view, int year)
{
    const Filing *accounts = department_filing_of(view->department, year, KIND_ACCOUNTS, view->filing->scope);
    if (accounts == NULL)
        return NULL;
    g_autoptr(Figures) figures = figures_new(accounts);
    return executions_of(view->department, accounts, figures);
}

/* What the accounts' own sentence calls the budget. One reckoned back from a rate has no digits of its own: it is left out. */
static YearFigure stated_budget(const GArray *executions, Yardstick yardstick, const char *code, Phase phase)
{
    Execution wanted = {.fund = yardstick.fund, .measure = yardstick.measure, .code = code};
    const Execution *found = executions != NULL ? execution_find(executions, &wanted) : NULL;
    if (found == NULL || found->vintage != phase || found->rate_only)
        return (YearFigure){0};
    return (YearFigure){true, false, found->budget};
}

static YearPhases phases_of(const DepartmentYear *view, const GArray *executions, Yardstick yardstick, const char *code,
                            int year)
{
    YearPhases phases = {.year = year};
    phases.approved = figure_of_phase(view, KIND_BUDGET, PHASE_APPROVED, yardstick, code, year);
    if (!phases.approved.known)
        phases.approved = figure_of_phase(view, KIND_ACCOUNTS, PHASE_APPROVED, yardstick, code, year);
    YearFigure stated = stated_budget(executions, yardstick, code, PHASE_APPROVED);
    if (stated.known && (!phases.approved.known || phases.approved.implied))
        phases.approved = stated;
    phases.adjusted = figure_of_phase(view, KIND_ACCOUNTS, PHASE_ADJUSTED, yardstick, code, year);
    if (!phases.adjusted.known)
        phases.adjusted = stated_budget(executions, yardstick, code, PHASE_ADJUSTED);
    phases.executed = figure_of_phase(view, KIND_ACCOUNTS, PHASE_EXECUTED, yardstick, code, year);
    return phases;
}

YearFigure phases_budget(const YearPhases *phases)
{
    return phases->adjusted.known ? phases->adjusted : phases->approved;
}

bool completion_of(YearFigure executed, YearFigure budget, Rate *completion)
{
    return executed.known && budget.known && share_of_amounts(executed.amount, budget.amount, completion);
}

static bool has_both(const YearPhases *phases)
{
    return phases->executed.known && phases_budget(phases).known;
}

const YearPhases *phases_newest(const GArray *years)
{
    for (guint i = years->len; i > 0; i--) {
        const YearPhases *phases = &g_array_index(years, YearPhases, i - 1);
        if (has_both(phases))
            return phases;
    }
    return NULL;
}

static GArray *years_of_fund(const DepartmentYear *view, Fund fund)
{
    Yardstick yardstick = {DIRECTION_EXPENDITURE, fund, "total"};
    GArray *years = g_array_new(FALSE, FALSE, sizeof(YearPhases));
    for (int year = view->year - PHASES_YEARS_MOST + 1; year <= view->year; year++) {
        g_autoptr(GArray) executions = executions_of_year(view, year);
        YearPhases phases = phases_of(view, executions, yardstick, "", year);
        if (phases.approved.known || phases.adjusted.known || phases.executed.known)
            g_array_append_val(years, phases);
    }
    if (phases_newest(years) == NULL)
        g_array_set_size(years, 0);
    return years;
}

GArray *phases_of_years(const DepartmentYear *view, Fund *fund)
{
    *fund = FUND_ALL;
    GArray *years = years_of_fund(view, FUND_ALL);
    if (years->len > 0)
        return years;
    g_array_unref(years);
    *fund = FUND_GENERAL;
    return years_of_fund(view, FUND_GENERAL);
}

static gint compare_codes(gconstpointer a, gconstpointer b)
{
    return strcmp(((const SubjectPhases *)a)->code, ((const SubjectPhases *)b)->code);
}

/* Groups between class and item (20113) say nothing that their items do not. */
static bool is_class_or_item(const char *code)
{
    return code[0] == '2' && (strlen(code) == 3 || strlen(code) == 7);
}

GArray *phases_of_subjects(const DepartmentYear *view, Fund fund, int year)
{
    Yardstick yardstick = {DIRECTION_EXPENDITURE, fund, "total"};
    GArray *subjects = g_array_new(FALSE, FALSE, sizeof(SubjectPhases));
    g_autoptr(GArray) executions = executions_of_year(view, year);
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        if (!is_class_or_item(series->code) || !series_is(view, series, KIND_ACCOUNTS, PHASE_EXECUTED, yardstick))
            continue;
        SubjectPhases subject = {series->code, series->label, phases_of(view, executions, yardstick, series->code, year)};
        bool known = subjects->len > 0 &&
                     g_str_equal(g_array_index(subjects, SubjectPhases, subjects->len - 1).code, series->code);
        if (has_both(&subject.phases) && !known)
            g_array_append_val(subjects, subject);
    }
    g_array_sort(subjects, compare_codes);
    return subjects;
}
