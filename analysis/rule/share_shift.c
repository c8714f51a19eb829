/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * share.shift: a larger share of spending changed its class than is usual, for this department or among its peers. Without
 * enough of either there is nothing usual to go by, and nothing is said.
 */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/stat/cutoff.h"
#include "analysis/stat/level.h"
#include "analysis/stat/robust.h"
#include "analysis/structure_years.h"
#include "schema/language.h"

enum { YEARS_BACK = 30 };

/* The level that this year's index reaches among the department's own of all years up to this one; only a rise counts. */
static Measured level_in_history(const RuleContext *context, double index, size_t *n)
{
    double logs[YEARS_BACK + 1];
    *n = 0;
    for (int back = 1; back <= YEARS_BACK; back++) {
        g_auto(StructureYear) structure = structure_of_year(context->series, context->filing->kind, context->filing->scope,
                                                            context->filing->fiscal_year - back);
        if (structure.change.known && structure.change.value > 0)
            logs[(*n)++] = log(structure.change.value);
    }
    logs[(*n)++] = log(index);
    const Spread spread = spread_from_values(logs, *n);
    const double rounding = log_rounding(logs, *n);
    const Measured z = modified_z(log(index), &spread, rounding);
    if ((gint64)*n * 1000 < threshold(context->thresholds, "unusual.history") || !z.known || z.value <= 0)
        return measured_none();
    return modified_z_level(z.value, *n, spread.mad.value, rounding);
}

static Measured level_among_peers(const RuleContext *context, double index, size_t *n)
{
    if (context->peers == NULL)
        return measured_none();
    const Standing standing = peers_standing(context->peers, context->filing, PEER_SHIFT, "", log(index));
    const double least = (double)threshold(context->thresholds, "peers.z") / 1000.0;
    *n = standing.n;
    bool enough = (gint64)standing.n * 1000 >= threshold(context->thresholds, "peers.least");
    const double most = (double)threshold(context->thresholds, "unusual.level") / 1000.0;
    return enough && standing.z.known && standing.z.value >= least && standing.share <= most ? standing.level : measured_none();
}

/* The class whose share rose (sign 1) or fell (-1) most, and its shares in %. */
static const ClassShare *largest_move(const StructureYear *structure, double sign, double *before, double *now)
{
    double whole_before = 0, whole_now = 0, most = 0;
    const ClassShare *found = NULL;
    for (guint i = 0; i < structure->classes->len; i++) {
        whole_before += g_array_index(structure->classes, ClassShare, i).before;
        whole_now += g_array_index(structure->classes, ClassShare, i).now;
    }
    for (guint i = 0; i < structure->classes->len; i++) {
        const ClassShare *one = &g_array_index(structure->classes, ClassShare, i);
        const double move = sign * (one->now / whole_now - one->before / whole_before);
        if (move <= most)
            continue;
        most = move;
        found = one;
        *before = 100.0 * one->before / whole_before;
        *now = 100.0 * one->now / whole_now;
    }
    return found;
}

static const char *name_of(const ClassShare *one)
{
    return one->series->label[0] != '\0' ? one->series->label : one->series->code;
}

static void tell(RuleContext *context, const StructureYear *structure, size_t history, size_t peers)
{
    double from_before = 0, from_now = 0, to_before = 0, to_now = 0;
    const ClassShare *to = largest_move(structure, 1, &to_before, &to_now);
    const ClassShare *from = largest_move(structure, -1, &from_before, &from_now);
    if (to == NULL || from == NULL)
        return;
    Finding *finding = raise_on_series(context, "share.shift", SEVERITY_NOTICE, to->now > 0 ? to->series : from->series);
    if (finding == NULL)
        return;
    finding->base_year = structure->year - 1;
    g_autofree char *usual = history > 0 ? g_strdup_printf(say("本部门 %zu 年中少有", "rare in the department's %zu years"), history)
                                         : g_strdup_printf(say("同类 %zu 个部门中少有", "rare among %zu peers"), peers);
    raise_say(finding,
              g_strdup_printf(say("支出结构比上年变动 %.1f%%（½Σ|占比之差|），%s：%s 由 %.1f%% 升至 %.1f%%，%s 由 %.1f%% 降至 %.1f%%",
                                  "%.1f %% of spending changed its class (½Σ|difference of shares|), %s: %s from %.1f %% up to %.1f %%, %s "
                                  "from %.1f %% down to %.1f %%"),
                              100.0 * structure->change.value, usual, name_of(to), to_before, to_now, name_of(from), from_before,
                              from_now),
              g_strdup_printf(say("支出结构为何有这样大的变动：职能、科目还是重点变了？",
                                  "Why did the structure of spending move so much: tasks, subjects, or priorities?")));
}

void rule_share_shift(RuleContext *context)
{
    const Filing *filing = context->filing;
    g_auto(StructureYear) structure = structure_of_year(context->series, filing->kind, filing->scope, filing->fiscal_year);
    const double least = (double)threshold(context->thresholds, "share.shift") / 1000.0;
    const double level = (double)threshold(context->thresholds, "unusual.level") / 1000.0;
    if (!structure.change.known || structure.change.value <= least)
        return;
    size_t history = 0, peers = 0;
    const Measured own = level_in_history(context, structure.change.value, &history);
    const Measured among = level_among_peers(context, structure.change.value, &peers);
    /* Two chances to be called unusual: each has half the level. */
    const double tests = own.known && among.known ? 2.0 : 1.0;
    if (own.known && own.value * tests <= level)
        tell(context, &structure, history, 0);
    else if (among.known && among.value * tests <= level)
        tell(context, &structure, 0, peers);
}
