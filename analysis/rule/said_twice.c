/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.amount: two sentences on one quantity that give its change against last year differently. */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "schema/language.h"

/* Of one quantity, against the same thing, with a change. */
static bool same_matter(const Claim *a, const Claim *b)
{
    return a->has_change && b->has_change && a->against == b->against && a->direction == b->direction && a->fund == b->fund &&
           g_str_equal(a->measure, b->measure) && g_str_equal(a->code, b->code) &&
           (a->code[0] != '\0' || g_str_equal(a->subject, b->subject));
}

/* The same words may speak of money counted otherwise in another section: the same amount shows that they do not. */
static bool same_amount(const Claim *a, const Claim *b)
{
    return a->has_amount && b->has_amount && a->amount.fen != 0 &&
           verdict_of_equality(a->amount, b->amount) != VERDICT_IMPOSSIBLE;
}

/* A subject whose amount only one of the two names is likely counted alike. */
static bool likely_same(const Claim *a, const Claim *b)
{
    return a->code[0] != '\0' && a->has_amount != b->has_amount;
}

static Amount size_of(Amount change)
{
    return (Amount){ABS(change.fen), change.step};
}

/* The coarser of two changes may be the finer one cut off. */
static bool same_change(const Claim *a, const Claim *b)
{
    if (verdict_of_equality(a->change, b->change) != VERDICT_IMPOSSIBLE)
        return true;
    Amount x = size_of(a->change);
    Amount y = size_of(b->change);
    return (a->change.fen < 0) == (b->change.fen < 0) && (verdict_is_cut_off(x, y) || verdict_is_cut_off(y, x));
}

static void tell(RuleContext *context, const Claim *first, const Claim *second)
{
    Severity severity = same_amount(first, second) ? SEVERITY_ERROR : SEVERITY_WARNING;
    Finding *finding = raise_on_claim(context, "text.amount", severity, second);
    raise_add_claim(context, finding, first);
    Amount difference;
    if (amount_subtract(second->change, first->change, &difference))
        raise_amount(finding, difference);
    g_autofree char *title = claim_title(second);
    g_autofree char *before = amount_to_display(first->change);
    g_autofree char *after = amount_to_display(second->change);
    g_autofree char *amount = amount_to_display(second->has_amount ? second->amount : first->amount);
    raise_say(finding,
              g_strdup_printf(say("%s %s 万元的增减额两处不同：第 %d 页写 %s 万元，第 %d 页写 %s 万元",
                                  "%s of %s: page %d states its change as %s, page %d as %s"),
                              title, amount, first->page, before, second->page, after),
              g_strdup_printf(say("%s的增减额是 %s 万元还是 %s 万元？", "Did %s change by %s or %s (万元)?"), title, before, after));
}

void rule_said_twice(RuleContext *context)
{
    const GPtrArray *claims = context->filing->claims;
    for (guint i = 0; i < claims->len; i++)
        for (guint k = 0; k < i; k++) {
            const Claim *first = g_ptr_array_index(claims, k);
            const Claim *second = g_ptr_array_index(claims, i);
            if (!same_matter(first, second) || !(same_amount(first, second) || likely_same(first, second)))
                continue;
            if (!same_change(first, second))
                tell(context, first, second);
            break; /* held against the first that says it */
        }
}
