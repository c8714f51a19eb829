/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chart of how much change the filings leave unexplained, year by year: the figures of `variance --years`.
 */
#include "analysis/chart/charts_contents.h"

#include "analysis/explained.h"
#include "schema/language.h"

enum { EXPLAINED_YEARS_MAX = 15, YEARS_NEEDED = 2 };

/* The years up to the one looked at whose change is known, and has something material in it. */
static bool year_counts(const DepartmentYear *view, const ExplainedYear *year)
{
    return year->known && year->year <= view->year && year->year > view->year - EXPLAINED_YEARS_MAX;
}

static double percent_unexplained(const ExplainedYear *year)
{
    return 100 - year->share;
}

static char *unexplained_title(const ExplainedYear *newest, const ExplainedYear *before)
{
    if (newest->change_size.fen == 0)
        return g_strdup_printf(say("%d 年没有重大变动", "Nothing material changed in %d"), newest->year);
    g_autoptr(GString) title = g_string_new(NULL);
    bool all = newest->unexplained.fen == 0;
    if (all)
        g_string_printf(title, say("%d 年的重大变动都有说明", "All material change of %d is explained"), newest->year);
    else
        g_string_printf(title, say("%d 年重大变动的 %.1f%% 没有说明", "%d: %.1f %% of material change is unexplained"),
                        newest->year, percent_unexplained(newest));
    if (before->change_size.fen != 0 && all && before->unexplained.fen == 0)
        g_string_append_printf(title, say("（%d 年也是）", " (that of %d, too)"), before->year);
    else if (before->change_size.fen != 0 && all)
        g_string_append_printf(title, say("（%d 年 %.1f%% 没有说明）", " (%d: %.1f %% of it is not)"), before->year,
                               percent_unexplained(before));
    else if (before->change_size.fen != 0)
        g_string_append_printf(title, say("（%d 年 %.1f%%）", " (%d: %.1f %%)"), before->year, percent_unexplained(before));
    return g_string_free(g_steal_pointer(&title), FALSE);
}

/* From the first year that is known; a gap before it says nothing. */
static void years_fill(Chart *chart, const DepartmentYear *view, const GPtrArray *years)
{
    for (guint i = 0; i < years->len; i++) {
        const ExplainedYear *year = g_ptr_array_index(years, i);
        bool counts = year_counts(view, year);
        if (counts)
            chart_add_unexplained(chart, year->year, true, amount_to_wan_yuan(year->change_size),
                                  amount_to_wan_yuan(year->unexplained));
        else if (chart->items->len > 0 && year->year <= view->year)
            chart_add_unexplained(chart, year->year, false, 0, 0);
    }
}

Chart *unexplained_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    Phase phase = view->filing->kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
    g_autoptr(GPtrArray) years = explained_from_department(view->department, phase, view->thresholds);
    const ExplainedYear *first = NULL;
    const ExplainedYear *newest = NULL;
    const ExplainedYear *before = NULL;
    guint known = 0;
    bool material = false;
    for (guint i = 0; i < years->len; i++) {
        const ExplainedYear *year = g_ptr_array_index(years, i);
        if (!year_counts(view, year))
            continue;
        known++;
        material |= year->change_size.fen != 0;
        first = first == NULL ? year : first;
        before = newest;
        newest = year;
    }
    if (known < YEARS_NEEDED) {
        g_autofree char *why = g_strdup_printf(say("只有 %u 年可以同上年比；两年以上才画历年的图",
                                                   "%u years can be compared with the one before; the chart takes two"),
                                               known);
        return chart_content_missing(error, why);
    }
    if (!material)
        return chart_content_missing(error, say("各年都没有重大变动", "nothing material changed in any year"));
    Chart *chart = chart_of_year(view, CHART_UNEXPLAINED, "unexplained", unexplained_title(newest, before));
    years_fill(chart, view, years);
    g_autofree char *subtitle =
        g_strdup_printf(say("%s，%d 至 %d 年%s，未说明的变动", "%s, %d to %d %s, unexplained change"), view->department->name,
                        first->year, newest->year, kind_name(view->filing->kind));
    chart_set_subtitle(chart, subtitle);
    chart_note_years(chart, first->year, newest->year);
    return chart;
}
