/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reclass.balanced, reclass.unbalanced: moves between subjects, confirmed on both sides or not. */
#include "history/moves.h"

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

static void tell_balanced(RuleContext *context, const GPtrArray *moves, const Move *move)
{
    Finding *finding = raise_on_claim(context, "reclass.balanced", SEVERITY_NOTICE, move->teller);
    raise_add_claim(context, finding, move->other);
    raise_amount(finding, move->moved);
    g_autofree char *moved = amount_to_display(move->moved);
    g_autofree char *here = amount_to_display(move->teller->change);
    g_autofree char *there = amount_to_display(move->other->change);
    Amount rest_here = {0, 0};
    Amount rest_there = {0, 0};
    amount_subtract(move->teller->change, moved_part(moves, move->teller), &rest_here);
    amount_subtract(move->other->change, moved_part(moves, move->other), &rest_there);
    g_autofree char *left_here = amount_to_display(rest_here);
    g_autofree char *left_there = amount_to_display(rest_there);
    raise_say(finding,
              g_strdup_printf(say("%s（%s）与%s（%s）之间调整 %s 万元，两边对应；扣除后分别变动 %s 和 %s",
                                  "%s (%s) and %s (%s): a move of %s, confirmed on both sides; without it they change by %s and %s"),
                              move->teller->subject, here, move->other->subject, there, moved, left_here, left_there),
              NULL);
}

static void tell_unbalanced(RuleContext *context, const Move *move)
{
    Finding *finding = raise_on_claim(context, "reclass.unbalanced", SEVERITY_WARNING, move->teller);
    raise_amount(finding, move->moved);
    g_autofree char *moved = amount_to_display(move->moved);
    g_autofree char *here = amount_to_display(move->teller->change);
    g_autofree char *there = move->other != NULL ? amount_to_display(move->other->change) : g_strdup(say("未说明", "not stated"));
    if (move->other != NULL)
        raise_add_claim(context, finding, move->other);
    raise_say(finding,
              g_strdup_printf(say("%s（变动 %s）称与%s之间调整 %s 万元，但后者的变动为 %s，两边不对应",
                                  "%s (change %s) states a move with %s of %s, but the other side's change is %s: it does not mirror it"),
                              move->teller->subject, here, move->other_name, moved, there),
              g_strdup_printf(say("%s与%s之间调整的 %s 万元，另一边记在哪里？", "Where is the other side of the move between %s and %s of %s (万元)?"),
                              move->teller->subject, move->other_name, moved));
}

void rule_moves(RuleContext *context)
{
    const GPtrArray *moves = moves_now(context);
    for (guint i = 0; i < moves->len; i++) {
        const Move *move = g_ptr_array_index(moves, i);
        if (move->balanced)
            tell_balanced(context, moves, move);
        else
            tell_unbalanced(context, move);
    }
}
