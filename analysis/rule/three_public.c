/* SPDX-License-Identifier: GPL-3.0-or-later */
/* three-public.increase: the three public expenses, or a part of them, rose. A policy test: it can be switched off. */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/form.h"
#include "schema/language.h"

/* The names make the findings' ids: they stay in the filings' language. */
static const struct {
    const char *measure, *name;
} measures[] = {
    {"three-public", "“三公”经费"},        {"travel-abroad", "因公出国（境）费"},   {"reception", "公务接待费"},
    {"vehicles", "公务用车购置及运行费"}, {"vehicle-purchase", "公务用车购置费"}, {"vehicle-running", "公务用车运行费"},
};

static bool is_three_public(const char *measure)
{
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        if (g_str_equal(measures[i].measure, measure))
            return true;
    return false;
}

static void tell_rise(Finding *finding, const char *subject, Amount base, Amount now, Amount change)
{
    raise_amount(finding, change);
    g_autofree char *before = amount_to_display(base);
    g_autofree char *after = amount_to_display(now);
    g_autofree char *rise = amount_to_display(change);
    raise_say(finding, g_strdup_printf(say("%s由 %s 万元增加到 %s 万元，增加 %s 万元", "%s rose from %s to %s, by %s"), subject, before, after, rise),
              g_strdup_printf(say("在压减“三公”经费的要求下，%s为何增加 %s 万元？", "With the three public expenses to be cut, why does %s rise by %s (万元)?"), subject, rise));
}

/* The two forms count the same as three public expenses: with what projects pay, or without. */
static bool forms_agree(const Filing *now, const Filing *before)
{
    const Form *mine = form_by_id(now->form);
    const Form *theirs = form_by_id(before->form);
    return g_str_equal(now->form, before->form) || mine == NULL || theirs == NULL || mine->projects_pay == theirs->projects_pay;
}

/* A column pair (公务接待费/预算数, 决算数) is named by what it is of. */
static void name_pair(Finding *finding, const char *measure, Place place)
{
    if (!g_str_has_suffix(table_column(place.table, place.cell->column)->path, "决算数"))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        if (g_str_equal(measures[i].measure, measure))
            text_set(&finding->subject, measures[i].name);
}

/*
 * Where last year's filing is there and the text tells no rise, the two tables tell. A sentence that tells of no rise
 * (持平, 减少) is shown beside them.
 */
static void check_table(RuleContext *context, const char *measure, const Claim *denies, const Figures *now,
                        const Filing *last, const Figures *before)
{
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, measure, "");
    Amount amount, base, change;
    Place place, old_place;
    Verdict verdict;
    if (!figures_compare(now, &quantity, before, &quantity, &verdict, &place, &old_place) || verdict != VERDICT_IMPOSSIBLE)
        return;
    amount = place.cell->amount;
    base = old_place.cell->amount;
    if (!amount_subtract(amount, base, &change) || change.fen <= 0)
        return;
    Finding *finding = raise_on_place(context, "three-public.increase", SEVERITY_WARNING, place);
    finding->base_year = last->fiscal_year;
    name_pair(finding, measure, place);
    raise_add_place_of(finding, last, old_place);
    tell_rise(finding, finding->subject, base, amount, change);
    if (denies == NULL)
        return;
    raise_add_claim(context, finding, denies);
    raise_say(finding,
              g_strdup_printf(say("%s（%d、%d 两年文件的表）；文中却说没有增加",
                                  "%s (tables of %d and %d); but the text tells of no rise"),
                              finding->message, last->fiscal_year, context->filing->fiscal_year),
              NULL);
}

void rule_three_public(RuleContext *context)
{
    if (threshold(context->thresholds, "rule.three-public") == 0)
        return;
    g_autoptr(GHashTable) risen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) denied = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < context->filing->claims->len; i++) {
        Claim *claim = g_ptr_array_index(context->filing->claims, i);
        Amount base, change;
        if (!is_three_public(claim->measure) || !claim_implied_base(claim, &base, &change))
            continue;
        if (change.fen <= 0)
            g_hash_table_insert(denied, claim->measure, claim);
        else if (g_hash_table_add(risen, claim->measure))
            tell_rise(raise_on_claim(context, "three-public.increase", SEVERITY_WARNING, claim), claim->subject, base, claim->amount, change);
    }
    const Filing *last = filing_compared(context);
    if (last == NULL || !forms_agree(context->filing, last))
        return;
    const Figures *now = figures_now(context);
    const Figures *before = figures_last(context);
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        if (!g_hash_table_contains(risen, measures[i].measure))
            check_table(context, measures[i].measure, g_hash_table_lookup(denied, measures[i].measure), now, last, before);
}
