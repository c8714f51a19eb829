/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/years.h"

#include <string.h>

const Filing *filing_of_scope(const Department *department, int year, Kind kind, Scope scope)
{
    const Filing *found = NULL;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->fiscal_year == year && filing->kind == kind && filing->scope == scope &&
            (found == NULL || strcmp(found->form, FORM_TIDY) == 0))
            found = filing;
    }
    return found;
}

bool figures_repeat(const Figures *now, const Figures *before)
{
    guint repeated = 0;
    guint absent = 0;
    const GPtrArray *quantities = figures_quantities(now);
    for (guint i = 0; i < quantities->len; i++) {
        Amount amount, old;
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        if (!figures_amount(now, quantity, &amount, NULL))
            continue;
        if (!figures_amount(before, quantity, &old, NULL))
            absent++;
        else if (amount.fen != old.fen)
            return false;
        else
            repeated += amount.fen != 0;
    }
    return repeated >= FIGURES_REPEATED_LEAST && absent * 10 <= repeated;
}

const Filing *filing_compared(RuleContext *context)
{
    if (context->looked)
        return context->compared;
    context->looked = true;
    const Filing *before = department_filing_like(context->department, context->filing, context->filing->fiscal_year - 1);
    if (before == NULL)
        return NULL;
    g_autoptr(Figures) mine = figures_new(context->filing);
    g_autoptr(Figures) theirs = figures_new(before);
    context->compared = figures_repeat(mine, theirs) ? NULL : before;
    return context->compared;
}

bool figures_compare(const Figures *a, const Quantity *quantity_a, const Figures *b, const Quantity *quantity_b,
                     Verdict *verdict, Place *place_a, Place *place_b)
{
    Amount amount;
    if (!figures_amount(a, quantity_a, &amount, place_a) || !figures_amount(b, quantity_b, &amount, place_b))
        return false;
    const GArray *mine = figures_places(a, quantity_a);
    const GArray *theirs = figures_places(b, quantity_b);
    *verdict = VERDICT_IMPOSSIBLE;
    for (guint i = 0; i < mine->len; i++)
        for (guint k = 0; k < theirs->len; k++) {
            const Cell *one = g_array_index(mine, Place, i).cell;
            const Cell *other = g_array_index(theirs, Place, k).cell;
            if (one->proof != PROOF_AMBIGUOUS && other->proof != PROOF_AMBIGUOUS)
                *verdict = MIN(*verdict, verdict_of_equality(one->amount, other->amount));
        }
    return true;
}
