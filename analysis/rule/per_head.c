/* SPDX-License-Identifier: GPL-3.0-or-later */
/* perhead.outlier: personnel or operating cost per head far from the peers'. */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/stat/multiplicity.h"
#include "schema/language.h"

static const struct {
    const char *indicator;
    PeerFigure figure;
} costs[] = {
    {"personnel-per-head", PEER_PERSONNEL},
    {"operating-per-head", PEER_OPERATING},
};

enum { COSTS = G_N_ELEMENTS(costs) };

/* The sentence that counts the staff is where the finding stands: the figure it divides has its own rules. */
static const Staff *in_post(const Filing *filing)
{
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        if (g_str_equal(staff->kind, "in-post") && staff->count > 0)
            return staff;
    }
    return NULL;
}

static void tell(RuleContext *context, const Indicator *indicator, double value, const Standing *standing)
{
    const Staff *staff = in_post(context->filing);
    const char *name = say(indicator->zh, indicator->en);
    Finding *finding = finding_new("perhead.outlier", SEVERITY_NOTICE, context->filing, name, "");
    g_ptr_array_add(context->findings, finding);
    finding_add_evidence(finding, context->filing, staff->page, staff->line, NULL, NULL, NULL, staff->text);
    g_autofree char *own = wan_yuan_to_display(value);
    g_autofree char *middle = wan_yuan_to_display(exp(standing->median.value));
    raise_say(finding,
              g_strdup_printf(say("%s %s 万元（在职 %" G_GINT64_FORMAT " 人）；同类 %zu 个部门的中位数是 %s 万元，稳健 z = %.1f（按对数）",
                                  "%s is %s 万元 (%" G_GINT64_FORMAT " in post); the median of %zu peers is %s 万元, robust z = %.1f "
                                  "(of logarithms)"),
                              name, own, staff->count, standing->n, middle, standing->z.value),
              g_strdup_printf(say("%s为何明显%s同类部门？", "Why is %s so far %s that of its peers?"), name,
                              standing->z.value > 0 ? say("高于", "above") : say("低于", "below")));
}

void rule_per_head(RuleContext *context)
{
    if (context->peers == NULL || in_post(context->filing) == NULL)
        return;
    g_autoptr(IndicatorYear) year = indicator_year_new(context->department, context->filing, NULL, context->thresholds);
    Measured values[COSTS], p[COSTS] = {{0}}, adjusted[COSTS];
    Standing standings[COSTS] = {{0}};
    for (gsize i = 0; i < COSTS; i++) {
        values[i] = indicators[indicator_find(costs[i].indicator)].measure(year);
        if (!values[i].known || !(values[i].value > 0))
            continue;
        standings[i] = peers_standing(context->peers, context->filing, costs[i].figure, "", log(values[i].value));
        if ((gint64)standings[i].n * 1000 >= threshold(context->thresholds, "peers.least"))
            p[i] = standings[i].level;
    }
    adjust_for_many(p, adjusted, COSTS);
    const double level = (double)threshold(context->thresholds, "unusual.level") / 1000.0;
    const double least = (double)threshold(context->thresholds, "peers.z") / 1000.0;
    for (gsize i = 0; i < COSTS; i++)
        if (adjusted[i].known && adjusted[i].value <= level && fabs(standings[i].z.value) >= least && standings[i].share <= level)
            tell(context, &indicators[indicator_find(costs[i].indicator)], values[i].value, &standings[i]);
}
