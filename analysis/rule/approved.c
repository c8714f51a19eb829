/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.base-drift: the year's budget as the sentences of its final accounts give it, against the budget that was published. */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "history/vintage.h"
#include "schema/language.h"

/* The budget of the same year and scope as these final accounts; NULL when it is not there. */
static const Filing *budget_of_accounts(const RuleContext *context)
{
    const Filing *accounts = context->filing;
    for (guint i = 0; accounts->kind == KIND_ACCOUNTS && i < context->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(context->department->filings, i);
        if (filing->kind == KIND_BUDGET && filing->fiscal_year == accounts->fiscal_year && filing->scope == accounts->scope)
            return filing;
    }
    return NULL;
}

/* Every settled figure that the budget prints for the quantity differs from what the accounts call the budget. */
static bool differs(const Figures *budget, const Quantity *quantity, Amount stated, Place *place)
{
    const GArray *places = figures_places(budget, quantity);
    const Place *first = NULL;
    for (guint i = 0; places != NULL && i < places->len; i++) {
        const Place *printed = &g_array_index(places, Place, i);
        Amount filed = printed->cell->amount;
        if (verdict_of_equality(filed, stated) != VERDICT_IMPOSSIBLE || verdict_is_cut_off(stated, filed))
            return false;
        if (first == NULL && printed->cell->proof != PROOF_AMBIGUOUS)
            first = printed;
    }
    if (first != NULL)
        *place = *first;
    return first != NULL;
}

/* Only what the sentence calls the approved budget; where it says 预算数 alone, it may be the adjusted one. */
static void check_claim(RuleContext *context, const Filing *budget, const Figures *figures, const Claim *claim)
{
    Phase phase = PHASE_ADJUSTED;
    Place place;
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    if (!claim->has_base || claim->against != AGAINST_THIS_BUDGET || claim->code[0] == '\0' ||
        !vintage_from_words(claim->text, &phase) || phase != PHASE_APPROVED || !differs(figures, &quantity, claim->base, &place))
        return;
    Finding *finding = raise_on_claim(context, "year.base-drift", SEVERITY_ERROR, claim);
    finding->base_year = budget->fiscal_year;
    raise_add_place_of(finding, budget, place);
    Amount difference;
    if (amount_subtract(claim->base, place.cell->amount, &difference))
        raise_amount(finding, difference);
    g_autofree char *title = claim_title(claim);
    g_autofree char *stated = amount_to_display(claim->base);
    g_autofree char *filed = amount_to_display(place.cell->amount);
    raise_say(finding,
              g_strdup_printf(say("%s：决算写年初预算 %s 万元，而 %d 年公开的预算中是 %s 万元",
                                  "%s: the final accounts say that %s was approved; the published budget of %d says %s"),
                              title, stated, budget->fiscal_year, filed),
              g_strdup_printf(say("%s的年初预算是 %s 万元还是 %s 万元？", "Was the approved budget of %s %s or %s (万元)?"), title, stated, filed));
}

void rule_approved(RuleContext *context)
{
    const Filing *budget = budget_of_accounts(context);
    if (budget == NULL)
        return;
    g_autoptr(Figures) figures = figures_new(budget);
    for (guint i = 0; i < context->filing->claims->len; i++)
        check_claim(context, budget, figures, g_ptr_array_index(context->filing->claims, i));
}
