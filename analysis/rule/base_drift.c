/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.base-drift: last year's figure as this year's sentence implies it, against last year's own filing. */
#include <string.h>

#include "analysis/change.h"
#include "analysis/moves.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

typedef struct {
    RuleContext *context;
    const Filing *last;
    Figures *now, *before;
    GPtrArray *moves;
} Drift;

/* The measures that sentences and tables give one name: either is the figure compared with. */
static const char *const same_measures[][2] = {{"local", "total"}, {"total", "local"}, {"appropriation", "appropriation-balanced"}};

static bool agrees(const Drift *drift, Quantity quantity, Amount base)
{
    Amount amount;
    return figures_amount(drift->before, &quantity, &amount, NULL) &&
           verdict_of_equality(amount, base) != VERDICT_IMPOSSIBLE;
}

static bool agrees_by_another_name(const Drift *drift, const Claim *claim, Amount base)
{
    for (gsize i = 0; i < G_N_ELEMENTS(same_measures); i++)
        if (g_str_equal(claim->measure, same_measures[i][0]) &&
            agrees(drift, quantity_of(claim->direction, claim->fund, same_measures[i][1], claim->code), base))
            return true;
    return false;
}

/*
 * A recoding that nobody mentions: the base is last year's figure and that of another subject of the same depth which
 * is gone this year. Then the base has not drifted.
 */
static bool agrees_with_a_vanished_one(const Drift *drift, const Claim *claim, Amount own, Amount base)
{
    const GPtrArray *quantities = figures_quantities(drift->before);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *other = g_ptr_array_index(quantities, i);
        Amount amount, sum;
        if (other->direction != claim->direction || other->fund != claim->fund ||
            !g_str_equal(other->measure, claim->measure) || strlen(other->code) != strlen(claim->code) ||
            g_str_equal(other->code, claim->code) || figures_places(drift->now, other) != NULL ||
            !figures_amount(drift->before, other, &amount, NULL) || !amount_add(own, amount, &sum))
            continue;
        sum.step = own.step + amount.step;
        if (verdict_of_equality(sum, base) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

static bool told_before(const GPtrArray *claims, guint index, const Claim *claim)
{
    for (guint i = 0; i < index; i++) {
        const Claim *other = g_ptr_array_index(claims, i);
        if (other->direction == claim->direction && other->fund == claim->fund && other->has_change &&
            g_str_equal(other->measure, claim->measure) && g_str_equal(other->code, claim->code) &&
            other->change.fen == claim->change.fen)
            return true;
    }
    return false;
}

static void check_claim(Drift *drift, const Claim *claim, guint index)
{
    Amount base, change, filed;
    Place place;
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    Against expected = drift->last->kind == KIND_BUDGET ? AGAINST_LAST_BUDGET : AGAINST_LAST_ACCOUNTS;
    if (claim->measure[0] == '\0' || claim->against != expected || !claim_implied_base(claim, &base, &change) ||
        !figures_amount(drift->before, &quantity, &filed, &place))
        return;
    base.step = claim->amount.step + change.step;
    if (verdict_of_equality(filed, base) != VERDICT_IMPOSSIBLE || moved_part(drift->moves, claim).fen != 0 ||
        agrees_by_another_name(drift, claim, base) || agrees_with_a_vanished_one(drift, claim, filed, base) ||
        told_before(drift->context->filing->claims, index, claim))
        return;
    Finding *finding = raise_on_claim(drift->context, "year.base-drift", SEVERITY_ERROR, claim);
    finding->base_year = drift->last->fiscal_year;
    const Row *row = table_row(place.table, place.cell->row);
    g_autofree char *printed = amount_to_display(filed);
    finding_add_evidence(finding, drift->last, row->page, row->line, place.table->title,
                         row->code[0] != '\0' ? row->code : row->label,
                         table_column(place.table, place.cell->column)->path, printed);
    Amount difference;
    if (amount_subtract(base, filed, &difference))
        raise_amount(finding, (Amount){difference.fen, filed.step});
    g_autofree char *title = claim_title(claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    g_autofree char *by = amount_to_display(change);
    g_autofree char *implied = amount_to_display((Amount){base.fen, claim->amount.step});
    raise_say(finding,
              g_strdup_printf(say("%s 本年 %s、变动 %s，推算 %d 年为 %s；而 %d 年文件的表中是 %s",
                                  "%s is %s after a change of %s, so %d was %s; but the tables of %d say %s"),
                              title, amount, by, drift->last->fiscal_year, implied, drift->last->fiscal_year, printed),
              g_strdup_printf(say("%s 的上年数是 %s 还是 %s 万元？", "Was %s %s or %s (万元) last year?"), title, implied, printed));
}

void rule_base_drift(RuleContext *context)
{
    const Filing *filing = context->filing;
    Drift drift = {.context = context, .last = filing_compared(context)};
    if (drift.last == NULL)
        return;
    drift.now = figures_new(filing);
    drift.before = figures_new(drift.last);
    drift.moves = moves_from_filing(filing, context->thresholds);
    for (guint i = 0; i < filing->claims->len; i++)
        check_claim(&drift, g_ptr_array_index(filing->claims, i), i);
    g_ptr_array_unref(drift.moves);
    figures_free(drift.before);
    figures_free(drift.now);
}
