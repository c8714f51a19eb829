/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.direction, text.sum, text.name, text.weights: what sentences say against themselves. */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "history/body_name.h"
#include "schema/language.h"

typedef enum { WORD_UP = 1, WORD_DOWN = 2, WORD_SAME = 4 } WordTurn;

static guint turn_of_word(const char *word)
{
    static const char *const down[] = {"减", "下", "降", "压", "小", "低", "少"};
    static const char *const same[] = {"持平", "一致", "相同", "相等", "无", "没有", "保持", "不变", "未", "等于"};
    static const char *const neither[] = {"增幅", "增速", "变动", "增长率"}; /* a rate's name: its sign tells */
    for (gsize i = 0; i < G_N_ELEMENTS(neither); i++)
        if (g_str_has_prefix(word, neither[i]))
            return 0;
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
        if (g_str_has_prefix(word, same[i]))
            return WORD_SAME;
    for (gsize i = 0; i < G_N_ELEMENTS(down); i++)
        if (g_str_has_prefix(word, down[i]))
            return WORD_DOWN;
    return word[0] != '\0' ? WORD_UP : 0;
}

static void check_direction(RuleContext *context, const Claim *claim)
{
    g_auto(GStrv) words = g_strsplit(claim->turn_words, "|", -1);
    guint turns = 0;
    for (char **word = words; *word != NULL; word++)
        turns |= turn_of_word(*word);
    bool moved = claim->has_change && claim->change.fen != 0;
    bool contrary = (turns & WORD_UP) != 0 && (turns & WORD_DOWN) != 0 && (moved || claim->growth.value != 0);
    bool same = (turns & WORD_SAME) != 0 && (moved || (claim->has_growth && claim->growth.value != 0));
    /* 较年初预算增加, but less than it. */
    bool against_base = claim->has_base && claim->has_amount && claim->has_change == false &&
                        ((turns == WORD_UP && claim->amount.fen < claim->base.fen) ||
                         (turns == WORD_DOWN && claim->amount.fen > claim->base.fen));
    if (!contrary && !same && !against_base && !claim_growth_opposes_change(claim))
        return;
    Finding *finding = raise_on_claim(context, "text.direction", SEVERITY_ERROR, claim);
    g_autofree char *title = claim_title(claim);
    g_autofree char *said = g_strjoinv(say("、", ", "), words);
    if (claim->has_change)
        raise_amount(finding, claim->change);
    raise_say(finding, g_strdup_printf(say("%s 的增减用词自相矛盾：%s", "%s: the words of change contradict each other or the figures: %s"), title, said),
              g_strdup_printf(say("%s到底是增加还是减少？", "Did %s rise or fall?"), title));
}

/* Measures that together are the whole: only then must parts add to it. Terms joined by | are one. */
static const char *const partitions[][5] = {
    {"basic", "project", NULL},
    {"personnel", "operating", NULL},
    {"travel-abroad", "reception", "vehicles", NULL},
    {"travel-abroad", "reception", "vehicle-purchase", "vehicle-running", NULL},
    {"procurement-goods", "procurement-works", "procurement-services", NULL},
    {"appropriation", "non-appropriation", NULL},
};

static const Claim *claim_at(const Filing *filing, int index)
{
    return index >= 0 && index < (int)filing->claims->len ? g_ptr_array_index(filing->claims, (guint)index) : NULL;
}

static bool has_part(const Filing *filing, const Sum *sum, const char *measure)
{
    for (guint i = 0; i < sum->parts->len; i++) {
        const Claim *part = claim_at(filing, g_array_index(sum->parts, int, i));
        if (part != NULL && g_str_equal(part->measure, measure))
            return true;
    }
    return false;
}

/* True when the parts are known to be all there is: a complete partition, or shares that add to about 100. */
static bool is_complete(const Filing *filing, const Sum *sum)
{
    for (gsize p = 0; p < G_N_ELEMENTS(partitions); p++) {
        bool all = true;
        guint count = 0;
        for (const char *const *measure = partitions[p]; *measure != NULL; measure++, count++)
            all &= has_part(filing, sum, *measure);
        if (all && count == sum->parts->len)
            return true;
    }
    gint64 shares = 0;
    for (guint i = 0; i < sum->parts->len; i++) {
        const Claim *part = claim_at(filing, g_array_index(sum->parts, int, i));
        if (part == NULL || !part->has_share)
            return false;
        shares += part->share.value;
    }
    return shares > 99 * RATE_PERCENT + RATE_PERCENT / 2 && shares < 100 * RATE_PERCENT + RATE_PERCENT / 2;
}

static void check_sum(RuleContext *context, const Sum *sum)
{
    const Filing *filing = context->filing;
    const Claim *whole = claim_at(filing, sum->whole);
    if (whole == NULL || !whole->has_amount)
        return;
    g_autoptr(GArray) amounts = g_array_new(FALSE, FALSE, sizeof(Amount));
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < sum->parts->len; i++) {
        const Claim *part = claim_at(filing, g_array_index(sum->parts, int, i));
        if (part == NULL || !part->has_amount)
            return;
        g_array_append_val(amounts, part->amount);
        g_autofree char *figure = amount_to_display(part->amount);
        g_string_append_printf(words, "%s%s %s", i > 0 ? " + " : "", part->subject, figure);
    }
    gint64 gap = 0;
    if (verdict_of_sum((const Amount *)(void *)amounts->data, amounts->len, whole->amount, &gap) != VERDICT_IMPOSSIBLE)
        return;
    /* Parts that are only examples may add to less, never to more. */
    if (gap > 0 && !is_complete(filing, sum))
        return;
    Finding *finding = raise_on_claim(context, "text.sum", SEVERITY_ERROR, whole);
    for (guint i = 0; i < sum->parts->len; i++)
        raise_add_claim(context, finding, claim_at(filing, g_array_index(sum->parts, int, i)));
    Amount difference = {gap, whole->amount.step};
    raise_amount(finding, difference);
    g_autofree char *title = claim_title(whole);
    g_autofree char *total = amount_to_display(whole->amount);
    g_autofree char *gap_text = amount_to_display(difference);
    raise_say(finding, g_strdup_printf(say("%s 为 %s，所列各项：%s，相差 %s", "%s is %s; the parts named: %s; they differ by %s"), title, total, words->str, gap_text),
              g_strdup_printf(say("%s的各项与合计为何相差 %s 万元？", "Why do the parts of %s differ from it by %s (万元)?"), title, gap_text));
}

/* 某某县某某局 and 某某局 are one body. */
static bool same_body(const char *a, const char *b)
{
    return strstr(a, b) != NULL || strstr(b, a) != NULL || body_names_match(a, b);
}

static void check_names(RuleContext *context)
{
    const Filing *filing = context->filing;
    for (guint i = 0; i < filing->names->len; i++) {
        const PrintedName *name = g_ptr_array_index(filing->names, i);
        /* Renamed since: the name of its time is no other's. */
        const char *printed = filing->printed_department[0] != '\0' ? filing->printed_department : filing->department;
        if (same_body(name->name, filing->department) || same_body(name->name, printed))
            continue;
        Finding *finding = finding_new("text.name", SEVERITY_WARNING, filing, name->name, "");
        g_ptr_array_add(context->findings, finding);
        finding_add_evidence(finding, filing, name->page, name->line, NULL, NULL, NULL, name->name);
        raise_say(finding, g_strdup_printf(say("%s处印的是“%s”，而本文件是“%s”的", "under %s stands \"%s\", but the filing is that of \"%s\""), name->where, name->name, filing->department),
                  g_strdup_printf(say("“%s”是旧名，还是抄自别的单位的文件？", "Is \"%s\" an old name, or copied from another body's filing?"), name->name));
    }
}

static void check_weights(RuleContext *context)
{
    const Filing *filing = context->filing;
    gint64 sum = 0;
    int count = 0;
    const Target *first = NULL;
    for (guint i = 0; i < filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(filing->targets, i);
        if (!target->has_weight)
            return; /* a weight that was not read would be blamed on the department */
        first = first != NULL ? first : target;
        sum += target->weight;
        count++;
    }
    gint64 reserve = 0;
    for (guint i = 0; i < filing->items->len; i++) {
        const Item *item = g_ptr_array_index(filing->items, i);
        if (g_str_equal(item->kind, "target.reserve"))
            reserve += item->amount.fen;
    }
    if (count == 0 || sum == 100000 || sum + reserve == 100000)
        return;
    Finding *finding = finding_new("text.weights", SEVERITY_WARNING, filing, "绩效目标权重", "");
    g_ptr_array_add(context->findings, finding);
    finding_add_evidence(finding, filing, first->page, first->line, NULL, NULL, NULL, first->name);
    Rate total = {sum * 1000, sum % 1000 == 0 ? RATE_PERCENT : RATE_PERCENT / 1000};
    g_autofree char *text = rate_to_text(total);
    raise_say(finding, g_strdup_printf(say("%d 项绩效指标的权重合计 %s，不是 100", "the weights of %d targets add to %s, not to 100"), count, text),
              /* Ten points are commonly kept for the rate of execution, which is no target of the list. */
              sum == 90000 ? g_strdup_printf(say("绩效指标权重合计 %s，其余 10 是不是预算执行率的分值？请写明。",
                                                 "The weights add to %s: are the other 10 for the rate of execution? Please say so."), text)
                           : g_strdup_printf(say("绩效指标权重合计 %s，为什么不是 100？", "The weights add to %s: why not to 100?"), text));
}

void rule_words(RuleContext *context)
{
    for (guint i = 0; i < context->filing->claims->len; i++)
        check_direction(context, g_ptr_array_index(context->filing->claims, i));
    for (guint i = 0; i < context->filing->sums->len; i++)
        check_sum(context, g_ptr_array_index(context->filing->sums, i));
    check_names(context);
    check_weights(context);
}
