/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/years.h"

#include "history/moves.h"

struct RuleCache {
    const Filing *last;
    const Filing *compared;
    bool has_compared; /* it was looked whether the filing repeats the last one */
    Figures *figures, *figures_last;
    GPtrArray *moves;
};

static struct RuleCache *cache_of(RuleContext *context)
{
    if (context->cache == NULL) {
        context->cache = g_new0(struct RuleCache, 1);
        context->cache->last = department_filing_like(context->department, context->filing, context->filing->fiscal_year - 1);
    }
    return context->cache;
}

void rule_context_clear(RuleContext *context)
{
    if (context->cache == NULL)
        return;
    figures_free(context->cache->figures);
    figures_free(context->cache->figures_last);
    g_clear_pointer(&context->cache->moves, g_ptr_array_unref);
    g_clear_pointer(&context->cache, g_free);
}

const Filing *filing_last(RuleContext *context)
{
    return cache_of(context)->last;
}

const Figures *figures_now(RuleContext *context)
{
    struct RuleCache *cache = cache_of(context);
    if (cache->figures == NULL)
        cache->figures = figures_new(context->filing);
    return cache->figures;
}

const Figures *figures_last(RuleContext *context)
{
    struct RuleCache *cache = cache_of(context);
    if (cache->figures_last == NULL && cache->last != NULL)
        cache->figures_last = figures_new(cache->last);
    return cache->figures_last;
}

const GPtrArray *moves_now(RuleContext *context)
{
    struct RuleCache *cache = cache_of(context);
    if (cache->moves == NULL)
        cache->moves = moves_from_filing(context->filing, filing_compared(context) != NULL ? figures_last(context) : NULL,
                                         context->thresholds);
    return cache->moves;
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
    struct RuleCache *cache = cache_of(context);
    if (!cache->has_compared && cache->last != NULL && !figures_repeat(figures_now(context), figures_last(context)))
        cache->compared = cache->last;
    cache->has_compared = true;
    return cache->compared;
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
