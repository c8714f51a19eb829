/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clause says, put into the open claim. */
#include <string.h>

#include "history/claim_scanner.h"

static void add_turn(Claim *claim, const char *turn)
{
    if (turn[0] == '\0')
        return;
    g_autofree char *joined = claim->turn_words[0] != '\0' ? g_strconcat(claim->turn_words, "|", turn, NULL)
                                                           : g_strdup(turn);
    text_set(&claim->turn_words, joined);
}

/* 比上年决算数100.00万元增加: the comparison gives the amount it compares with. */
static void put_compared(Claim *claim, const char *words)
{
    Clause compared;
    if (claim->has_base || strpbrk(words, "0123456789") == NULL || strstr(words, "元") == NULL)
        return;
    clause_from_text(words, &compared);
    if (compared.kind == CLAUSE_AMOUNT || compared.kind == CLAUSE_BASE) {
        claim->has_base = compared.has_amount;
        claim->base = compared.amount;
    }
    clause_clear(&compared);
}

void put_change(Scanner *scanner, const Clause *clause, Against against)
{
    Claim *claim = scanner->open;
    claim->has_change = true;
    claim->change = clause->amount;
    if (clause->down)
        claim->change.fen = -claim->change.fen;
    claim->against = against;
    if (scanner->has_base && !claim->has_base) {
        claim->has_base = true;
        claim->base = scanner->base;
    }
    scanner->has_base = false;
    put_compared(claim, clause->words);
    add_turn(claim, clause->turn);
    bool from_nothing = claim->has_amount && claim->amount.fen > 0 && claim->amount.fen == claim->change.fen;
    if (claim->change.fen == 0)
        claim->turn = TURN_SAME;
    else if (clause->fresh || from_nothing)
        claim->turn = TURN_NEW;
    else
        claim->turn = claim->change.fen < 0 ? TURN_DOWN : TURN_UP;
}

void put_growth(Scanner *scanner, const Clause *clause, Against against)
{
    Claim *claim = scanner->open;
    claim->has_growth = true;
    claim->growth = clause->rate;
    /* 增幅-5%: the sign is printed; 下降5%: the word gives it. */
    if (clause->down && claim->growth.value > 0)
        claim->growth.value = -claim->growth.value;
    claim->growth_is_times = clause->times;
    claim->growth_bare = clause->bare;
    add_turn(claim, clause->turn);
    if (claim->against == AGAINST_NOTHING)
        claim->against = against;
    if (claim->turn == TURN_NONE)
        claim->turn = claim->growth.value == 0 ? TURN_SAME : claim->growth.value < 0 ? TURN_DOWN : TURN_UP;
}

void put_same(Scanner *scanner, const Clause *clause, Against against)
{
    Claim *claim = scanner->open;
    claim->against = against;
    claim->turn = TURN_SAME;
    add_turn(claim, clause->turn);
}

/* 决算数小于预算数: which way the year's spending went from its budget. */
void put_turn(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    if (claim->turn != TURN_NONE)
        return;
    claim->against = AGAINST_THIS_BUDGET;
    claim->turn = clause->down ? TURN_DOWN : g_str_equal(clause->turn, "等于") ? TURN_SAME : TURN_UP;
    add_turn(claim, clause->turn);
}

/* 占总额的…%: the whole that the sentence splits, whatever it is. */
static bool names_no_whole(const char *words)
{
    static const char *const any[] = {"", "总额", "总数", "总量", "总和", "总计", "合计", "全部"};
    for (gsize i = 0; i < G_N_ELEMENTS(any); i++)
        if (g_str_equal(words, any[i]))
            return true;
    return false;
}

void put_share(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    claim->has_share = true;
    claim->share = clause->rate;
    if (!names_no_whole(clause->words)) {
        text_set(&claim->share_of, clause->words);
    } else if (scanner->sum != NULL && scanner->whole >= 0 && scanner->whole != scanner->open_index) {
        const Claim *whole = g_ptr_array_index(scanner->filing->claims, (guint)scanner->whole);
        text_set(&claim->share_of, whole->subject);
    }
}

void put_planned(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    if (clause->kind == CLAUSE_COMPLETION) {
        claim->has_completion = true;
        claim->completion = clause->rate;
        claim->against = AGAINST_THIS_BUDGET;
    } else if (clause->has_amount) {
        claim->has_base = true;
        claim->base = clause->amount;
        if (claim->against == AGAINST_NOTHING)
            claim->against = AGAINST_THIS_BUDGET;
    }
}
