/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chart of a department among its peers: the figures of the scorecard (score.h), with all departments behind them.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>

#include "analysis/chart/scale.h"
#include "analysis/score.h"
#include "schema/language.h"

/* Fewer departments are no distribution. Judging one takes peers.least, which is more. */
enum { PICTURE_LEAST = 5 };

/* Of all indicators those that compare departments of different size, in the order of the picture. */
static const char *const shown[] = {
    "growth", "project-share", "carryover-ratio", "carryover-again", "execution",
    "three-public", "operating-per-head", "personnel-per-head", "reasons",
};

static bool values_differ(const double *values, gsize n)
{
    for (gsize i = 1; i < n; i++)
        if (values[i] > values[0] || values[i] < values[0])
            return true;
    return false;
}

static void chart_add_indicator(Chart *chart, const Indicator *what, const ScoreLine *line, const double *values)
{
    ChartPeerRow *row = chart_add_peer_row(chart, say(what->zh, what->en), say(what->unit_zh, what->unit_en), what->decimals);
    const Quartiles quartiles = quartiles_of_group(values, line->position.n);
    g_array_append_vals(row->values, values, (guint)line->position.n);
    row->own = line->value.value;
    row->rank = line->position.rank.value;
    row->lower = quartiles.lower.value;
    row->median = quartiles.median.value;
    row->upper = quartiles.upper.value;
}

/* How far out a place is: by z where there is one, for it tells the last from the last by far. */
static double remoteness(const Position *position)
{
    double end = position->percentile.known ? fabs(position->percentile.value - 50) / 50 : 0;
    return position->z.known ? fabs(position->z.value) + end : end;
}

/* "−1.19%", in English "−1.19 %" */
static char *value_said(const Indicator *what, double value)
{
    g_autofree char *number = chart_amount_text((ChartScale){.divisor = 1, .unit = "", .decimals = what->decimals}, value, false);
    const char *unit = say(what->unit_zh, what->unit_en);
    return g_strconcat(number, *unit == '\0' || g_str_equal(unit, say("%", "")) ? "" : " ", unit, NULL);
}

static char *peers_title(const Indicator *what, const ScoreLine *line)
{
    char rank[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *value = value_said(what, line->value.value);
    g_autofree char *median = value_said(what, line->position.median.value);
    g_ascii_formatd(rank, sizeof rank, "%g", line->position.rank.value);
    return g_strdup_printf(say("与同类部门相比，离中位数最远的是%s：%s，%zu 个部门中由大到小第 %s（中位数 %s）",
                               "Farthest from the median of its peers: %s, %s; of %zu departments number %s from the top (median %s)"),
                           say(what->zh, what->en), value, line->position.n, rank, median);
}

static void chart_say_group(Chart *chart, const DepartmentYear *view, const Score *score)
{
    gint64 least = threshold(view->thresholds, "peers.least") / 1000;
    g_autoptr(GString) note = g_string_new(NULL);
    g_string_printf(note, say("同类：库里 %d 年同类别、同口径的 %zu 个部门（含本部门）。",
                              "Peers: the %2$zu departments in the store of the same kind and scope in %1$d, this one included."),
                    view->year, score->peers);
    if ((gint64)score->peers < least)
        g_string_append_printf(note, say("不足 %" G_GINT64_FORMAT " 个，只看分布，不作判断。",
                                         " Fewer than %" G_GINT64_FORMAT ": a picture, not a judgement."), least);
    chart_set_note(chart, note->str);
    chart_set_marked(chart, view->department->name);
}

static void chart_add_indicators(Chart *chart, const DepartmentYear *view, const Score *score)
{
    const GPtrArray *entries = peers_of_filing(view->peers, view->filing);
    g_autofree double *values = g_new(double, entries->len);
    const Indicator *remotest = NULL;
    const ScoreLine *place = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(shown); i++) {
        gsize indicator = indicator_find(shown[i]);
        const ScoreLine *line = &score->lines[indicator];
        if (!line->value.known || line->position.n < PICTURE_LEAST ||
            !values_differ(values, peers_indicator(entries, indicator, values)))
            continue;
        chart_add_indicator(chart, &indicators[indicator], line, values);
        if (place == NULL || remoteness(&line->position) > remoteness(&place->position)) {
            remotest = &indicators[indicator];
            place = line;
        }
    }
    if (place == NULL)
        return;
    g_free(chart->title);
    chart->title = peers_title(remotest, place);
}

Chart *peers_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    Score score = {0};
    if (view->peers != NULL)
        score = score_of_filing(view->peers, view->department, view->filing, view->thresholds);
    if (score.peers < PICTURE_LEAST) {
        g_autofree char *why =
            g_strdup_printf(say("同年同类的部门（含本部门）只有 %zu 个，至少 %d 个才画得出分布",
                                "only %zu departments of the same kind, scope and year are known, itself included; a distribution takes %d"),
                            MAX(score.peers, 1), PICTURE_LEAST);
        return chart_content_missing(error, why);
    }
    g_autoptr(Chart) chart = chart_of_year(view, CHART_PEERS, "peers", g_strdup(""));
    chart_say_group(chart, view, &score);
    chart_add_indicators(chart, view, &score);
    if (chart->items->len == 0)
        return chart_content_missing(error, say("没有一项指标是本部门和其他四个以上部门都有的",
                                                "there is no indicator that this department and four others have"));
    return g_steal_pointer(&chart);
}
