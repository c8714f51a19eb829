/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which claim a reason is given for. */
#include "history/claim_scanner.h"

/* How many claims back a reason may speak of one. */
#define REACH 300u

void start_reason(Scanner *scanner, const char *words)
{
    if (scanner->open == NULL || scanner->open->reason[0] != '\0')
        return;
    scanner->in_reason = true;
    scanner->reason_is_bare = false;
    g_string_assign(scanner->reason, words);
}

/* 财政拨款收、支: a reason given once for both sides. */
static bool is_side_of(const Claim *claim, const Claim *both)
{
    bool appropriated = g_str_equal(both->measure, "appropriation-balanced") && g_str_equal(claim->measure, "appropriation");
    bool whole = (g_str_equal(both->measure, "balanced") || g_str_equal(both->subject, "收支总预算")) &&
                 g_str_equal(claim->measure, "total") && claim->fund == FUND_ALL && claim->code[0] == '\0';
    return (appropriated || whole) && claim->has_change && claim->reason[0] == '\0';
}

static bool says_same(const Claim *a, const Claim *b)
{
    if (b->measure[0] == '\0')
        return g_str_equal(a->subject, b->subject);
    return g_str_equal(a->measure, b->measure) && a->fund == b->fund && a->direction == b->direction &&
           g_str_equal(a->code, b->code);
}

/* 主要原因是… as a paragraph of its own: the reason of the section's last claim, when that has a change and none. */
static void aim_at_last(Scanner *scanner, const Piece *piece)
{
    guint count = scanner->filing->claims->len;
    if (scanner->open != NULL || count <= scanner->section_from || piece->start > 0)
        return;
    const Claim *last = g_ptr_array_index(scanner->filing->claims, count - 1);
    if (last->turn != TURN_NONE && last->reason[0] == '\0' && g_str_equal(last->section, scanner->paragraph->section))
        go_on_with(scanner, count - 1, piece->start);
}

/* The claims of the section that a reason with a subject of its own speaks of: the last one is opened. */
void aim_reason(Scanner *scanner, const char *words, const Piece *piece)
{
    g_autofree char *clean = subject_clean(&scanner->context, words);
    if (subject_is_empty(clean, false)) {
        aim_at_last(scanner, piece);
        return;
    }
    g_autoptr(Claim) wanted = claim_new();
    claim_set_subject(&scanner->context, wanted, clean);
    Claim *found = NULL;
    guint count = scanner->filing->claims->len;
    for (guint i = count; i > scanner->section_from && i + REACH > count; i--) {
        Claim *claim = g_ptr_array_index(scanner->filing->claims, i - 1);
        bool same = says_same(claim, wanted);
        if (claim == scanner->open && same)
            return;
        if ((!same && !is_side_of(claim, wanted)) || claim->reason[0] != '\0' || claim->turn == TURN_NONE)
            continue;
        if (found != NULL)
            g_ptr_array_add(scanner->shared, claim);
        else
            go_on_with(scanner, i - 1, piece->start);
        found = claim;
        if (same)
            return;
    }
}
