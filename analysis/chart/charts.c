/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/charts.h"

#include "analysis/chart/charts_contents.h"
#include "analysis/chart/scale.h"
#include "schema/error.h"
#include "schema/language.h"

typedef Chart *(*ChartMaker)(const DepartmentYear *view, const char *subject, GError **error);

static const struct {
    const char *name;
    ChartMaker make;
    bool has_subject;
    bool needs_peers;
} makers[] = {
    {"waterfall", waterfall_from_year, false, false}, {"composition", composition_from_year, false, false},
    {"growth", growth_from_year, false, false},       {"carryover", carryover_from_year, false, false},
    {"trend", trend_from_year, true, false},
    {"totals", totals_from_year, false, false},       {"funds", funds_from_year, false, false},
    {"shares", shares_from_year, false, false},       {"unexplained", unexplained_from_year, false, false},
    {"three-public", three_public_from_year, false, false},
    {"execution", execution_from_year, false, false},
    {"multiples", multiples_from_year, false, false}, {"heat", heat_from_year, false, false},
    {"peers", peers_from_year, false, true},
};

const char *const *chart_names(void)
{
    static const char *names[G_N_ELEMENTS(makers) + 1];
    for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
        names[i] = makers[i].name;
    return names;
}

bool chart_needs_peers(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
        if (g_str_equal(makers[i].name, name))
            return makers[i].needs_peers;
    return false;
}

Chart *chart_content_missing(GError **error, const char *why)
{
    g_set_error_literal(error, CHART_ERROR, CHART_ERROR_CONTENT, why);
    return NULL;
}

Chart *chart_of_year(const DepartmentYear *view, ChartKind kind, const char *name, char *title)
{
    Chart *chart = chart_new(kind, name, title);
    g_free(title);
    const char *document = kind_name(view->filing->kind);
    g_autofree char *subtitle =
        g_strdup_printf(say("%s，%d 年%s", "%s, %d %s"), view->department->name, view->year, document);
    g_autofree char *files = filing_files(view->filing, say("、", ", "));
    g_autofree char *note = g_strdup_printf(say("来源：%s", "Source: %s"), files);
    chart_set_subtitle(chart, subtitle);
    chart_set_note(chart, note);
    return chart;
}

/* What is implied is from the year after. */
void chart_note_years(Chart *chart, int first_filed, int last_filed)
{
    if (first_filed == 0 || first_filed == last_filed)
        return;
    g_autofree char *note =
        g_strdup_printf(say("来源：%d 至 %d 年公开材料", "Source: filings of %d to %d"), first_filed, last_filed);
    chart_set_note(chart, note);
}

char *chart_amount_say(double amount, double largest)
{
    const Chart any = {0};
    ChartScale scale = chart_scale_choose(&any, largest);
    g_autofree char *text = chart_amount_text(scale, amount, false);
    return language_get() == LANGUAGE_ZH ? g_strdup_printf("%s %s", text, scale.unit) : g_steal_pointer(&text);
}

static Chart *fail_usage(GError **error, const char *format, const char *name)
{
    g_autofree char *known = g_strjoinv(" ", (char **)chart_names());
    g_autofree char *message = g_strdup_printf("%s: %s; %s", format, name, known);
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, message);
    return NULL;
}

Chart *chart_from_department_year(const DepartmentYear *view, const char *name, const char *subject, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(makers); i++) {
        if (!g_str_equal(makers[i].name, name))
            continue;
        if (subject != NULL && !makers[i].has_subject)
            return fail_usage(error, say("只有 trend 图可以指定科目", "only the trend chart takes a subject"), name);
        return makers[i].make(view, subject, error);
    }
    return fail_usage(error, say("没有这种图", "there is no such chart"), name);
}

Chart *chart_from_department(const Department *department, int year, const char *name, const char *subject,
                             const Peers *peers, const Thresholds *thresholds, GError **error)
{
    g_autoptr(DepartmentYear) view = department_year_new(department, year, thresholds, error);
    if (view == NULL)
        return NULL;
    view->peers = peers;
    return chart_from_department_year(view, name, subject, error);
}
