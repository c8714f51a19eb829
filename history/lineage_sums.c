/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_sums.h"

#include <string.h>

/* So many subjects at most went over into one; with more, some sum always fits. */
#define SUM_PARTS_MAX 3

/* Of so many that are gone sums of several are tried; of more, some sum always fits. */
#define GONE_MAX 24

/*
 * How many fits by mere chance are borne with, for a drift: of one subject's figure, and of sums of several. A subject that
 * stands whole in the difference is likelier a move than a mistake of just that size; sums of many pairs and threes are not.
 */
#define CHANCE_OF_ONE 0.05
#define CHANCE_OF_SUMS 0.01

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
    GArray *parts; /* GonePart */
    guint chosen[SUM_PARTS_MAX]; /* of the only sum found so far */
    guint chosen_count;
    guint sums;
    double chance; /* how many of the sums looked at would fit by chance */
} Search;

static const GonePart *part_of(const Search *search, guint index)
{
    return &g_array_index(search->parts, GonePart, index);
}

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
    for (guint i = from; i < search->parts->len; i++) {
        Amount more;
        if (!amount_add(sum, part_of(search, i)->amount, &more))
            continue;
        more.step = sum.step + part_of(search, i)->amount.step;
        picked[count] = i;
        try_sums(search, drift, more, i + 1, picked, count + 1, left - 1);
    }
}

/* The subjects that are gone, of the same kind and depth, not linked to anything yet. */
static void gather_gone(const LineageStep *step, const Drift *drift, Search *search)
{
    for (guint i = 0; i < step->gone->len; i++) {
        const Quantity *gone = g_ptr_array_index(step->gone, i);
        Amount amount;
        if (gone->direction != drift->quantity.direction || gone->fund != drift->quantity.fund ||
            !g_str_equal(gone->measure, drift->quantity.measure) || strlen(gone->code) != strlen(drift->quantity.code) ||
            lineage_step_has(step, gone, gone->code, NULL) || !figures_amount(step->then, gone, &amount, NULL))
            continue;
        GonePart part = {gone, amount};
        g_array_append_val(search->parts, part);
    }
}

static void put_evidence(const LineageStep *step, Link *link, const Claim *claim)
{
    link->filing = step->now->id;
    link->page = claim->page;
    link->line = claim->line;
    text_set(&link->text, claim->text);
}

/* Money is in round figures more often than chance has it: the largest of these that divides all of them is their grain. */
static gint64 grain_of(const Search *search, const Drift *drift)
{
    static const gint64 grains[] = {100000000, 10000000, 1000000, 100000, 10000};
    for (gsize i = 0; i < G_N_ELEMENTS(grains); i++) {
        bool round = (drift->implied.fen - drift->filed.fen) % grains[i] == 0;
        for (guint k = 0; round && k < search->parts->len; k++)
            round = part_of(search, k)->amount.fen % grains[i] == 0;
        if (round)
            return grains[i];
    }
    return 1;
}

/*
 * How many of all sums of so many parts may be expected to fit a difference that has nothing to do with them: their number
 * times the width of what fits, over the width that they are spread on (taken as even).
 */
static double chance_fits(const Search *search, const Drift *drift, guint parts)
{
    gint64 largest = 0;
    gint64 step = 0;
    double sums = 1.0;
    for (guint i = 0; i < search->parts->len; i++) {
        largest = MAX(largest, ABS(part_of(search, i)->amount.fen));
        step = MAX(step, part_of(search, i)->amount.step);
    }
    for (guint i = 0; i < parts; i++)
        sums *= (double)(search->parts->len - i) / (double)(i + 1);
    double width = (double)(drift->implied.step + drift->filed.step + (gint64)parts * step);
    if (parts > 1)
        width = MAX(width, (double)grain_of(search, drift));
    return sums * width / ((double)parts * (double)MAX(largest, 1));
}

static bool is_beyond_chance(const Search *search)
{
    return search->chance <= (search->chosen_count == 1 ? CHANCE_OF_ONE : CHANCE_OF_SUMS);
}

static void add_parts(LineageStep *step, const Drift *drift, const Search *search)
{
    for (guint i = 0; i < search->chosen_count; i++) {
        const GonePart *part = part_of(search, search->chosen[i]);
        Link *link =
            lineage_step_add(step, LINK_RECODED, LINK_BY_FIGURES, &drift->quantity, part->quantity->code, drift->quantity.code);
        link->confirmed = is_beyond_chance(search);
        link->has_amount = true;
        link->amount = part->amount;
        put_evidence(step, link, drift->claim);
    }
}

/* The fewest subjects whose figures make up the difference; nothing when several sets of so many do. True when they are told. */
static bool explain_by_gone(LineageStep *step, const Drift *drift, bool certain)
{
    Search search = {.parts = g_array_new(FALSE, FALSE, sizeof(GonePart))};
    gather_gone(step, drift, &search);
    for (guint parts = 1; parts <= SUM_PARTS_MAX && parts <= search.parts->len && search.sums == 0; parts++) {
        guint picked[SUM_PARTS_MAX];
        if (parts > 1 && search.parts->len > GONE_MAX)
            break;
        search.chance += chance_fits(&search, drift, parts);
        try_sums(&search, drift, drift->filed, 0, picked, 0, parts);
    }
    bool told = search.sums == 1 && is_beyond_chance(&search) == certain;
    if (told)
        add_parts(step, drift, &search);
    g_array_unref(search.parts);
    return told;
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

void lineage_follow_sums(LineageStep *step, bool certain)
{
    g_autoptr(GArray) drifts = drifts_of_step(step);
    for (guint i = 0; i < drifts->len; i++) {
        const Drift *drift = &g_array_index(drifts, Drift, i);
        if (!explain_by_gone(step, drift, certain) && certain)
            explain_by_mirror(step, drifts, drift);
    }
}
