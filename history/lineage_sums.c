/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_sums.h"

#include <string.h>

/* So many subjects at most went over into one; with more, some sum always fits. */
#define SUM_PARTS_MAX 3

/* So many that are gone are tried; more are a filing of another depth, not a recoding. */
#define GONE_MAX 24

typedef struct {
    const Claim *claim;
    Quantity quantity;
    Amount implied, filed;
} Drift;

typedef struct {
    const Quantity *quantity;
    Amount amount;
} GonePart;

typedef struct {
    GonePart parts[GONE_MAX];
    guint count;
    guint chosen[SUM_PARTS_MAX]; /* of the only sum found so far */
    guint chosen_count;
    guint sums;
} Search;

bool lineage_base(const Claim *claim, Against against, Amount *implied)
{
    bool same = claim->turn == TURN_SAME && !claim->has_change && !claim->has_growth;
    if (claim->against != against || !claim->has_amount || (!claim->has_change && !same))
        return false;
    *implied = claim->amount;
    if (claim->has_change && !amount_subtract(claim->amount, claim->change, implied))
        return false;
    implied->step = claim->amount.step + (claim->has_change ? claim->change.step : 0);
    return true;
}

bool lineage_bases(const Figures *then, const Claim *claim, Against against, Amount *implied, Amount *filed)
{
    if (claim->measure[0] == '\0' || !lineage_base(claim, against, implied))
        return false;
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    if (figures_amount(then, &quantity, filed, NULL))
        return true;
    *filed = (Amount){0, 1};
    return claim->code[0] != '\0' && figures_places(then, &quantity) == NULL && figures_cover(then, &quantity);
}

static bool are_equal(Amount a, Amount b)
{
    return verdict_of_equality(a, b) != VERDICT_IMPOSSIBLE;
}

/* Tries all sums of `left` more parts from `from` on; keeps the first that fits, and counts them. */
static void try_sums(Search *search, const Drift *drift, Amount sum, guint from, guint picked[], guint count, guint left)
{
    if (left == 0) {
        if (!are_equal(sum, drift->implied))
            return;
        if (search->sums++ == 0) {
            memcpy(search->chosen, picked, count * sizeof picked[0]);
            search->chosen_count = count;
        }
        return;
    }
    for (guint i = from; i < search->count; i++) {
        Amount more;
        if (!amount_add(sum, search->parts[i].amount, &more))
            continue;
        more.step = sum.step + search->parts[i].amount.step;
        picked[count] = i;
        try_sums(search, drift, more, i + 1, picked, count + 1, left - 1);
    }
}

/* The subjects that are gone, of the same kind and depth, not linked to anything yet. */
static void gather_gone(const LineageStep *step, const Drift *drift, Search *search)
{
    for (guint i = 0; i < step->gone->len && search->count < GONE_MAX; i++) {
        const Quantity *gone = g_ptr_array_index(step->gone, i);
        Amount amount;
        if (gone->direction != drift->quantity.direction || gone->fund != drift->quantity.fund ||
            !g_str_equal(gone->measure, drift->quantity.measure) || strlen(gone->code) != strlen(drift->quantity.code) ||
            lineage_step_has(step, gone, gone->code, NULL) || !figures_amount(step->then, gone, &amount, NULL))
            continue;
        search->parts[search->count++] = (GonePart){gone, amount};
    }
}

static void put_evidence(const LineageStep *step, Link *link, const Claim *claim)
{
    link->filing = step->now->id;
    link->page = claim->page;
    link->line = claim->line;
    text_set(&link->text, claim->text);
}

/* The fewest subjects whose figures make up the difference; nothing when several sets of so many do. */
static bool explain_by_gone(LineageStep *step, const Drift *drift)
{
    Search search = {.count = 0};
    gather_gone(step, drift, &search);
    for (guint parts = 1; parts <= SUM_PARTS_MAX && parts <= search.count && search.sums == 0; parts++) {
        guint picked[SUM_PARTS_MAX];
        try_sums(&search, drift, drift->filed, 0, picked, 0, parts);
    }
    if (search.sums != 1)
        return false;
    for (guint i = 0; i < search.chosen_count; i++) {
        const GonePart *part = &search.parts[search.chosen[i]];
        Link *link =
            lineage_step_add(step, LINK_RECODED, LINK_BY_FIGURES, &drift->quantity, part->quantity->code, drift->quantity.code);
        link->confirmed = true;
        link->has_amount = true;
        link->amount = part->amount;
        put_evidence(step, link, drift->claim);
    }
    return true;
}

static bool is_same_kind(const Quantity *a, const Quantity *b)
{
    return a->direction == b->direction && a->fund == b->fund && g_str_equal(a->measure, b->measure);
}

/* One subject inside the other: what one gained is not what the other lost. */
static bool is_within(const char *code, const char *other)
{
    return g_str_has_prefix(code, other) || g_str_has_prefix(other, code);
}

/* The only other drift that mirrors this one; NULL when there is none or several. */
static const Drift *mirror_of(const GArray *drifts, const Drift *drift, Amount gain)
{
    const Drift *found = NULL;
    for (guint i = 0; i < drifts->len; i++) {
        const Drift *other = &g_array_index(drifts, Drift, i);
        Amount loss;
        if (other->claim == NULL || !is_same_kind(&other->quantity, &drift->quantity) ||
            is_within(other->quantity.code, drift->quantity.code) ||
            strlen(other->quantity.code) != strlen(drift->quantity.code) ||
            !amount_subtract(other->filed, other->implied, &loss) || loss.fen <= 0)
            continue;
        loss.step = other->filed.step + other->implied.step;
        if (!are_equal(loss, gain))
            continue;
        if (found != NULL)
            return NULL;
        found = other;
    }
    return found;
}

static void explain_by_mirror(LineageStep *step, const GArray *drifts, const Drift *drift)
{
    Amount gain;
    if (!amount_subtract(drift->implied, drift->filed, &gain) || gain.fen <= 0)
        return;
    Amount exact = gain;
    gain.step = drift->implied.step + drift->filed.step;
    const Drift *other = mirror_of(drifts, drift, gain);
    if (other == NULL || lineage_step_has(step, &drift->quantity, other->quantity.code, drift->quantity.code))
        return;
    Link *link = lineage_step_add(step, LINK_MOVED, LINK_BY_FIGURES, &drift->quantity, other->quantity.code,
                                  drift->quantity.code);
    link->confirmed = true;
    link->has_amount = true;
    link->amount = exact;
    link->amount.step = drift->claim->amount.step;
    put_evidence(step, link, drift->claim);
}

static bool is_known(const GArray *drifts, const Quantity *quantity)
{
    for (guint i = 0; i < drifts->len; i++)
        if (quantity_equal(&g_array_index(drifts, Drift, i).quantity, quantity))
            return true;
    return false;
}

/* The bases of subjects that differ from last year's own figures, each subject once, those linked already left out. */
static GArray *drifts_of_step(const LineageStep *step)
{
    GArray *drifts = g_array_new(FALSE, FALSE, sizeof(Drift));
    Against against = step->now->kind == KIND_BUDGET ? AGAINST_LAST_BUDGET : AGAINST_LAST_ACCOUNTS;
    for (guint i = 0; i < step->now->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(step->now->claims, i);
        Drift drift = {.claim = claim, .quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code)};
        if (claim->code[0] == '\0' || !lineage_bases(step->then, claim, against, &drift.implied, &drift.filed) ||
            are_equal(drift.implied, drift.filed) || is_known(drifts, &drift.quantity) ||
            lineage_step_has(step, &drift.quantity, NULL, claim->code))
            continue;
        g_array_append_val(drifts, drift);
    }
    return drifts;
}

void lineage_follow_sums(LineageStep *step)
{
    g_autoptr(GArray) drifts = drifts_of_step(step);
    for (guint i = 0; i < drifts->len; i++) {
        const Drift *drift = &g_array_index(drifts, Drift, i);
        if (!explain_by_gone(step, drift))
            explain_by_mirror(step, drifts, drift);
    }
}
