/* SPDX-License-Identifier: GPL-3.0-or-later */
/* three-public.increase: the three public expenses, or a part of them, rose. A policy test: it can be switched off. */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "schema/language.h"

static const char *const measures[] = {"three-public", "travel-abroad", "reception", "vehicles", "vehicle-purchase", "vehicle-running"};

static bool is_three_public(const char *measure)
{
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        if (g_str_equal(measures[i], measure))
            return true;
    return false;
}

static void tell_rise(Finding *finding, const char *subject, Amount base, Amount now, Amount change)
{
    raise_amount(finding, change);
    g_autofree char *before = amount_to_display(base);
    g_autofree char *after = amount_to_display(now);
    g_autofree char *rise = amount_to_display(change);
    raise_say(finding, g_strdup_printf(say("%s 由 %s 增加到 %s 万元，增加 %s", "%s rose from %s to %s, by %s"), subject, before, after, rise),
              g_strdup_printf(say("在压减“三公”经费的要求下，%s 为何增加 %s 万元？", "With the three public expenses to be cut, why does %s rise by %s (万元)?"), subject, rise));
}

/* Where last year's filing is there and the text says nothing, its table tells. */
static void check_table(RuleContext *context, const char *measure, const Figures *now, const Figures *before)
{
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, measure, "");
    Amount amount, base, change;
    Place place;
    if (!figures_amount(now, &quantity, &amount, &place) || !figures_amount(before, &quantity, &base, NULL) ||
        !amount_subtract(amount, base, &change) || change.fen <= 0 ||
        verdict_of_equality(amount, base) != VERDICT_IMPOSSIBLE)
        return;
    Finding *finding = raise_on_place(context, "three-public.increase", SEVERITY_WARNING, place);
    finding->base_year = context->filing->fiscal_year - 1;
    tell_rise(finding, finding->subject, base, amount, change);
}

void rule_three_public(RuleContext *context)
{
    if (threshold(context->thresholds, "rule.three-public") == 0)
        return;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < context->filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(context->filing->claims, i);
        Amount base, change;
        if (!is_three_public(claim->measure) || !claim_implied_base(claim, &base, &change))
            continue;
        bool first = g_hash_table_add(told, claim->measure);
        if (change.fen > 0 && first)
            tell_rise(raise_on_claim(context, "three-public.increase", SEVERITY_WARNING, claim), claim->subject, base, claim->amount, change);
    }
    const Filing *last = department_filing(context->department, context->filing->fiscal_year - 1, context->filing->kind);
    if (last == NULL)
        return;
    g_autoptr(Figures) now = figures_new(context->filing);
    g_autoptr(Figures) before = figures_new(last);
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        if (!g_hash_table_contains(told, measures[i]))
            check_table(context, measures[i], now, before);
}
