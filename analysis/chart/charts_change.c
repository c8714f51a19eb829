/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of one year's change: waterfall and growth. Both are read off the ledger, so that the picture and the
 * table beside it can never disagree.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>

#include "analysis/chart/scale.h"
#include "schema/language.h"

/* More rows than this are no picture any more; the rest is drawn as one. */
enum { WATERFALL_STEPS_MAX = 14, IMMATERIAL_STEPS_MAX = 3, GROWTH_ROWS_MAX = 18 };

/* A subject's change with what is unexplained, explained and moved of it: one row of the picture. */
typedef struct {
    const LedgerLine *line; /* NULL for several lines together */
    gint64 fen[CHART_N_STEP_CLASSES];
} Step;

/* What needs an answer first. */
static const ChartStepClass class_order[CHART_N_STEP_CLASSES] = {CHART_STEP_UNEXPLAINED, CHART_STEP_EXPLAINED,
                                                                 CHART_STEP_MOVED, CHART_STEP_IMMATERIAL};

/* The first in that order that the step has a part of; CHART_N_STEP_CLASSES for none. */
static guint step_rank(const Step *step)
{
    for (guint i = 0; i < CHART_N_STEP_CLASSES; i++)
        if (step->fen[class_order[i]] != 0)
            return i;
    return CHART_N_STEP_CLASSES;
}

/* By the most serious part, then by the size of that part. */
static gint step_compare(gconstpointer a, gconstpointer b)
{
    const Step *x = a;
    const Step *y = b;
    guint rank = step_rank(x);
    if (rank != step_rank(y))
        return rank < step_rank(y) ? -1 : 1;
    gint64 left = ABS(x->fen[class_order[rank]]);
    gint64 right = ABS(y->fen[class_order[rank]]);
    return (left < right) - (left > right);
}

static GArray *steps_from_ledger(const Ledger *ledger)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(Step));
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        /* A hundredth that rounding left is no step of a picture. */
        if (line->rounding)
            continue;
        Step step = {.line = line};
        if (line->verdict == LEDGER_IMMATERIAL) {
            step.fen[CHART_STEP_IMMATERIAL] = line->change.fen;
        } else {
            step.fen[CHART_STEP_UNEXPLAINED] = line->unexplained.fen;
            step.fen[CHART_STEP_EXPLAINED] = line->explained.fen;
            step.fen[CHART_STEP_MOVED] = line->reclassified.fen;
        }
        if (step_rank(&step) < CHART_N_STEP_CLASSES)
            g_array_append_val(steps, step);
    }
    g_array_sort(steps, step_compare);
    return steps;
}

/* How many steps are drawn one by one: small ones are not worth a row each when there are many. */
static guint steps_shown(const GArray *steps)
{
    guint material = 0;
    while (material < steps->len && g_array_index(steps, Step, material).fen[CHART_STEP_IMMATERIAL] == 0)
        material++;
    guint shown = steps->len - material > IMMATERIAL_STEPS_MAX ? material : steps->len;
    return shown > WATERFALL_STEPS_MAX ? WATERFALL_STEPS_MAX - 1 : shown;
}

static void chart_add_one(Chart *chart, const char *label, const Step *step)
{
    bool begun = false;
    for (guint i = 0; i < CHART_N_STEP_CLASSES; i++) {
        double amount = (double)step->fen[class_order[i]] / (double)FEN_PER_WAN_YUAN;
        if (step->fen[class_order[i]] == 0)
            continue;
        if (begun)
            chart_add_step_part(chart, amount, class_order[i]);
        else
            chart_add_step(chart, label, amount, class_order[i]);
        begun = true;
    }
}

/* The rest as one row with what is unexplained, explained and moved of all of them. */
static void chart_add_rest(Chart *chart, const GArray *steps, guint shown)
{
    Step rest = {.line = NULL};
    for (guint i = shown; i < steps->len; i++)
        for (guint k = 0; k < CHART_N_STEP_CLASSES; k++)
            rest.fen[k] += g_array_index(steps, Step, i).fen[k];
    bool immaterial = g_array_index(steps, Step, shown).fen[CHART_STEP_IMMATERIAL] != 0;
    g_autofree char *label = g_strdup_printf(immaterial ? say("%u 项不重大的变化", "%u immaterial changes")
                                                        : say("其余 %u 项", "%u others"),
                                             steps->len - shown);
    chart_add_one(chart, label, &rest);
}

static void chart_add_steps(Chart *chart, const GArray *steps)
{
    guint shown = steps_shown(steps);
    for (guint i = 0; i < shown; i++) {
        const Step *step = &g_array_index(steps, Step, i);
        g_autofree char *label = subject_title(step->line->code, step->line->subject);
        chart_add_one(chart, label, step);
    }
    if (shown < steps->len)
        chart_add_rest(chart, steps, shown);
}

static char *waterfall_title(const DepartmentYear *view)
{
    const Ledger *ledger = view->ledger;
    double whole = amount_to_wan_yuan(ledger->current_total);
    double changed = amount_to_wan_yuan(ledger->change_total);
    double largest = MAX(whole, amount_to_wan_yuan(ledger->base_total));
    g_autofree char *total = chart_wan_yuan_said(whole, largest, false);
    g_autofree char *change = chart_wan_yuan_said(fabs(changed), largest, false);
    g_autofree char *known = chart_wan_yuan_said(changed, largest, true);
    g_autofree char *unexplained = chart_wan_yuan_said(amount_to_wan_yuan(ledger->unexplained_total), largest, false);
    bool rise = ledger->change_total.fen > 0;
    bool still = ledger->change_total.fen == 0;
    g_autoptr(GString) title = g_string_new(NULL);
    g_string_printf(title, say("%d 年支出%s %s，", "%d expenditure (%s): %s, "), view->year, kind_name(view->filing->kind), total);
    if (still)
        g_string_append(title, ledger->base_known ? say("与上年持平", "as the year before") : say("没有已知的变化", "no known change"));
    else if (!ledger->base_known)
        g_string_append_printf(title, say("已知的变化合计 %s", "known changes of %s"), known);
    else
        g_string_append_printf(title, rise ? say("比上年增加 %s", "up by %s") : say("比上年减少 %s", "down by %s"), change);
    if (ledger->unexplained_total.fen != 0)
        g_string_append_printf(title, say("；%s的变化没有说明", "; %s of change is unexplained"), unexplained);
    else if (ledger->change_size.fen != 0)
        g_string_append(title, say("；重大变化都有说明", "; all material change is explained"));
    else if (!still)
        g_string_append(title, say("；没有重大变化", "; no change is material"));
    return g_string_free(g_steal_pointer(&title), FALSE);
}

Chart *waterfall_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    if (view->ledger == NULL)
        return chart_content_missing(error, view->no_ledger);
    if (!view->ledger->has_total)
        return chart_content_missing(error, say("没有上年或本年的支出总额，画不出变化图",
                                                "without both years' totals there is no change to draw"));
    g_autoptr(GArray) steps = steps_from_ledger(view->ledger);
    if (steps->len == 0)
        return chart_content_missing(error, say("没有一个科目的变化可画", "no subject changed"));
    Chart *chart = chart_of_year(view, CHART_WATERFALL, "waterfall", waterfall_title(view));
    g_autofree char *start =
        g_strdup_printf(view->ledger->base_known ? say("%d 年", "%d") : say("%d 年（只按已知的变化推算）", "%d (by the known changes alone)"),
                        view->ledger->base_year);
    g_autofree char *end = g_strdup_printf(say("%d 年", "%d"), view->ledger->fiscal_year);
    chart_set_start(chart, start, amount_to_wan_yuan(view->ledger->base_total));
    chart_set_end(chart, end, amount_to_wan_yuan(view->ledger->current_total));
    chart_add_steps(chart, steps);
    return chart;
}

/* ---- growth ---- */

typedef struct {
    const LedgerLine *line;
    double base; /* comparable: with what was moved here, without what was moved away */
    double current;
} Growth;

static gint growth_compare(gconstpointer a, gconstpointer b)
{
    const Growth *x = a;
    const Growth *y = b;
    double left = fabs(x->current - x->base);
    double right = fabs(y->current - y->base);
    return (left < right) - (left > right);
}

typedef struct {
    GArray *rows;    /* Growth, the largest change first */
    guint unchanged; /* subjects that are not among them: with the same amount as the year before, */
    guint small;     /* and those for which there is no room */
    bool general;    /* some are the general budget's alone, beside lines of other money: charts of all funds show more */
} Growths;

static void growths_clear(Growths *growths)
{
    g_clear_pointer(&growths->rows, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Growths, growths_clear)

/* What was moved here or away is shown even where its comparable base did not change: its published one did. */
static bool growth_is_shown(const LedgerLine *line, Amount base)
{
    return line->current.fen != base.fen || line->reclassified.fen != 0;
}

static void growths_from_ledger(Growths *growths, const Ledger *ledger)
{
    growths->rows = g_array_new(FALSE, FALSE, sizeof(Growth));
    bool coded = false, other = false;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        Amount base = line->base;
        coded |= line->code[0] != '\0' && line->fund == FUND_GENERAL;
        other |= !line->rest && line->fund != FUND_GENERAL && line->fund != FUND_ALL;
        if (line->rest || !amount_add(line->base, line->reclassified, &base) || base.fen < 0)
            continue;
        if (base.fen == 0 && line->current.fen == 0)
            continue;
        Growth growth = {line, amount_to_wan_yuan(base), amount_to_wan_yuan(line->current)};
        if (growth_is_shown(line, base))
            g_array_append_val(growths->rows, growth);
        else
            growths->unchanged++;
    }
    growths->general = coded && other;
    g_array_sort(growths->rows, growth_compare);
    guint shown = MIN(growths->rows->len, (guint)GROWTH_ROWS_MAX);
    growths->small = growths->rows->len - shown;
    g_array_set_size(growths->rows, shown);
}

static bool growth_is_new(const Growth *growth)
{
    return fpclassify(growth->base) == FP_ZERO;
}

/* The fastest of the material lines; of all when none is material. */
static const Growth *fastest(const GArray *growths, bool material)
{
    const Growth *found = NULL;
    for (guint i = 0; i < growths->len; i++) {
        const Growth *growth = &g_array_index(growths, Growth, i);
        if (growth_is_new(growth) || (material && !growth->line->material))
            continue;
        if (found == NULL || fabs(growth->current / growth->base - 1) > fabs(found->current / found->base - 1))
            found = growth;
    }
    return found != NULL || !material ? found : fastest(growths, false);
}

static char *growth_title(const GArray *growths)
{
    const Growth *top = fastest(growths, true);
    if (top == NULL)
        return g_strdup_printf(say("%u 个科目都是新出现的", "all %u subjects are new"), growths->len);
    double percent = 100 * (top->current / top->base - 1);
    if (fabs(percent) < 0.05)
        return g_strdup(say("各科目与上年可比数持平", "no subject changed against its comparable base"));
    double largest = 0;
    for (guint i = 0; i < growths->len; i++)
        largest = MAX(largest, fabs(g_array_index(growths, Growth, i).current - g_array_index(growths, Growth, i).base));
    g_autofree char *change = chart_wan_yuan_said(top->current - top->base, largest, true);
    return g_strdup_printf(percent > 0 ? say("增幅最大的是%s，增长 %.1f%%（%s）", "Fastest: %s, up %.1f %% (%s)")
                                       : say("降幅最大的是%s，下降 %.1f%%（%s）", "Fastest: %s, down %.1f %% (%s)"),
                           top->line->subject, fabs(percent), change);
}

/* What is not in the picture is said beside it. */
static char *growth_subtitle(const DepartmentYear *view, const Growths *growths)
{
    g_autoptr(GString) subtitle = g_string_new(NULL);
    g_string_printf(subtitle, say("%s，%d 年%s，对 %d 年可比数", "%s, %d %s, against the comparable figures of %d"),
                    view->department->name, view->year, kind_name(view->filing->kind), view->ledger->base_year);
    if (growths->general)
        g_string_append(subtitle, say("；科目为一般公共预算的数", "; subjects of the general budget"));
    if (growths->small > 0)
        g_string_append_printf(subtitle, say("；%u 项变化较小的未画", "; %u smaller changes not shown"), growths->small);
    if (growths->unchanged > 0)
        g_string_append_printf(subtitle, say("；%u 项没有变化", "; %u unchanged"), growths->unchanged);
    return g_string_free(g_steal_pointer(&subtitle), FALSE);
}

Chart *growth_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    if (view->ledger == NULL)
        return chart_content_missing(error, view->no_ledger);
    g_auto(Growths) growths = {0};
    growths_from_ledger(&growths, view->ledger);
    if (growths.rows->len == 0)
        return chart_content_missing(error, growths.unchanged > 0
                                                ? say("各科目与上年可比数持平", "no subject changed")
                                                : say("没有可比的科目", "no subject can be compared"));
    Chart *chart = chart_of_year(view, CHART_GROWTH, "growth", growth_title(growths.rows));
    g_autofree char *subtitle = growth_subtitle(view, &growths);
    chart_set_subtitle(chart, subtitle);
    for (guint i = 0; i < growths.rows->len; i++) {
        const Growth *growth = &g_array_index(growths.rows, Growth, i);
        g_autofree char *label = subject_title(growth->line->code, growth->line->subject);
        chart_add_growth(chart, label, growth->base, growth->current);
    }
    return chart;
}
