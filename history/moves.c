/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/moves.h"

#include <string.h>

#include "history/lexicon.h"

__extension__ typedef __int128 Wide;

/* Names shorter than this many bytes (two characters) turn up in any sentence. */
#define NAME_BYTES_MIN 9

static void move_free(gpointer data)
{
    Move *move = data;
    g_free(move->other_name);
    g_free(move);
}

static bool is_changed_subject(const Claim *claim)
{
    return claim->code[0] != '\0' && claim->has_amount && claim->has_change && claim->change.fen != 0;
}

/*
 * The other subject that a reason names: by its name right before （项）, else by a name that stands in it. The longest
 * name wins: 其他商贸事务支出 is not 商贸事务.
 */
static const Claim *named_subject(const Filing *filing, const Claim *teller)
{
    const Claim *best = NULL;
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *other = g_ptr_array_index(filing->claims, i);
        if (!is_changed_subject(other) || g_str_equal(other->code, teller->code) || other->fund != teller->fund ||
            strlen(other->subject) < NAME_BYTES_MIN || strstr(teller->reason, other->subject) == NULL ||
            !g_str_equal(other->section, teller->section))
            continue;
        g_autofree char *item = g_strconcat(other->subject, "（项）", NULL);
        bool exact = strstr(teller->reason, item) != NULL;
        if (best == NULL || exact || strlen(other->subject) > strlen(best->subject))
            best = other;
        if (exact)
            break;
    }
    return best;
}

/* A name before （项） that is none of the filing's changed subjects. NULL when the reason names no item. */
static char *named_item(const char *reason)
{
    const char *end = strstr(reason, "（项）");
    if (end == NULL)
        return NULL;
    g_autofree char *head = g_strndup(reason, (gsize)(end - reason));
    const char *begin = g_strrstr(head, "）");
    return g_strdup(begin != NULL ? begin + strlen("）") : head);
}

/* Whether a change alone is large enough to hold the move. */
static bool holds(const Claim *claim, Amount moved, gint64 share)
{
    return (Wide)ABS(claim->change.fen) * 1000 >= (Wide)moved.fen * share;
}

/* How much more (1) or less (-1) than last year's own figure the base is, when it is just by the moved amount; else 0. */
static int restated_by(const Figures *then, const Claim *claim, Amount moved)
{
    Amount base, filed, difference;
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    if (then == NULL || moved.fen == 0 || !figures_amount(then, &quantity, &filed, NULL) ||
        !amount_subtract(claim->amount, claim->change, &base) || !amount_subtract(base, filed, &difference))
        return 0;
    Amount size = {ABS(difference.fen), claim->amount.step + claim->change.step + filed.step};
    if (verdict_of_equality(size, moved) == VERDICT_IMPOSSIBLE)
        return 0;
    return difference.fen > 0 ? 1 : -1;
}

/* Which way the money went, and whether both sides bear it out. */
static void settle_move(Move *move, const Figures *then, gint64 share)
{
    const Claim *a = move->teller;
    const Claim *b = move->other;
    move->out = a->change.fen < 0;
    if (b == NULL)
        return;
    int sign_a = restated_by(then, a, move->moved);
    int sign_b = restated_by(then, b, move->moved);
    move->teller_restated = sign_a != 0;
    move->other_restated = sign_b != 0;
    if (sign_a == 0 && sign_b == 0) {
        bool opposed = (a->change.fen > 0) != (b->change.fen > 0);
        move->balanced = opposed && holds(a, move->moved, share) && holds(b, move->moved, share);
        return;
    }
    move->out = sign_a != 0 ? sign_a < 0 : sign_b > 0;
    bool a_bears = sign_a != 0 || ((a->change.fen < 0) == move->out && holds(a, move->moved, share));
    bool b_bears = sign_b != 0 ? (sign_b > 0) == move->out : (b->change.fen > 0) == move->out && holds(b, move->moved, share);
    move->balanced = a_bears && b_bears;
}

static bool already_told(const GPtrArray *moves, const Claim *teller, const Claim *other)
{
    for (guint i = 0; i < moves->len; i++) {
        const Move *move = g_ptr_array_index(moves, i);
        if (other != NULL && move->teller == other && move->other == teller)
            return true;
    }
    return false;
}

static void add_move(GPtrArray *moves, const Filing *filing, const Figures *then, const Claim *teller, gint64 share)
{
    g_autoptr(ReasonReading) reading = reason_read(teller->reason);
    if ((reading->drivers & (DRIVER_RECLASSIFICATION | DRIVER_TRANSFER)) == 0)
        return;
    const Claim *other = named_subject(filing, teller);
    g_autofree char *item = named_item(teller->reason);
    if ((other == NULL && item == NULL) || (item != NULL && g_str_equal(item, teller->subject)) ||
        already_told(moves, teller, other))
        return;
    Move *move = g_new0(Move, 1);
    move->teller = teller;
    move->other = other;
    move->other_name = g_strdup(other != NULL ? other->subject : item);
    move->stated = reading->amounts->len > 0;
    gint64 smaller = other != NULL ? MIN(ABS(teller->change.fen), ABS(other->change.fen)) : ABS(teller->change.fen);
    move->moved = move->stated ? g_array_index(reading->amounts, Amount, 0) : (Amount){smaller, teller->change.step};
    settle_move(move, then, share);
    g_ptr_array_add(moves, move);
}

GPtrArray *moves_from_filing(const Filing *filing, const Figures *then, const Thresholds *thresholds)
{
    GPtrArray *moves = g_ptr_array_new_with_free_func(move_free);
    gint64 share = threshold(thresholds, "reclass.mirror");
    /* Those that state the amount first: the other side then only confirms it. */
    for (int stated = 1; stated >= 0; stated--)
        for (guint i = 0; i < filing->claims->len; i++) {
            const Claim *claim = g_ptr_array_index(filing->claims, i);
            bool gives_amount = strstr(claim->reason, "元") != NULL;
            if (is_changed_subject(claim) && claim->reason[0] != '\0' && gives_amount == (stated == 1))
                add_move(moves, filing, then, claim, share);
        }
    return moves;
}

Amount moved_part(const GPtrArray *moves, const Claim *claim)
{
    Amount part = {0, claim->change.step};
    for (guint i = 0; i < moves->len; i++) {
        const Move *move = g_ptr_array_index(moves, i);
        if (!move->balanced || (move->teller != claim && move->other != claim))
            continue;
        /* What the base holds already is no part of the change. */
        if (move->teller == claim ? move->teller_restated : move->other_restated)
            continue;
        bool out = (move->teller == claim) == move->out;
        part.fen += out ? -move->moved.fen : move->moved.fen;
    }
    return part;
}
