/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.amount: the narrative's amount against the tables'. */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

/*
 * Words that tables divide further than sentences do: either figure makes the sentence right. 一般公共预算 in the section
 * on revenue is this level's own money in some filings, all of it in others.
 */
static const struct {
    Direction direction;
    const char *measure;
    Direction other_direction;
    const char *other;
} same_words[] = {
    {DIRECTION_REVENUE, "local", DIRECTION_REVENUE, "total"},
    {DIRECTION_REVENUE, "total", DIRECTION_REVENUE, "local"},
    {DIRECTION_REVENUE, "appropriation", DIRECTION_REVENUE, "appropriation-balanced"},
    {DIRECTION_REVENUE, "appropriation", DIRECTION_EXPENDITURE, "appropriation"},
    {DIRECTION_REVENUE, "total", DIRECTION_REVENUE, "current"},
    {DIRECTION_EXPENDITURE, "total", DIRECTION_REVENUE, "total"},
};

/* What is known of a claim's quantity in the tables. */
typedef struct {
    bool known;    /* a table tells, by a figure or by having none */
    bool agrees;
    bool printed;
    Amount amount; /* the first figure that disagrees */
    Place place;
} Comparison;

static void compare(const Figures *figures, Amount stated, const Quantity *quantity, Comparison *result)
{
    const GArray *places = figures_places(figures, quantity);
    for (guint i = 0; places != NULL && i < places->len; i++) {
        Place place = g_array_index(places, Place, i);
        /* A figure whose column is not certain can bear the sentence out, not contradict it. */
        bool agrees = verdict_of_equality(stated, place.cell->amount) != VERDICT_IMPOSSIBLE;
        result->agrees |= agrees;
        if (place.cell->proof == PROOF_AMBIGUOUS)
            continue;
        if (!result->printed) {
            result->printed = true;
            result->amount = place.cell->amount;
            result->place = place;
        }
        result->known = true;
    }
    if (places == NULL && figures_cover(figures, quantity)) {
        result->known = true;
        result->agrees |= stated.fen == 0;
    }
}

/* The whole of all money is never one fund's, whether or not its own table is there. */
static bool is_whole(const Claim *claim)
{
    static const char *const measures[] = {"total", "basic", "project", "current", "personnel", "operating"};
    bool whole = false;
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
        whole |= g_str_equal(claim->measure, measures[i]);
    return whole && claim->code[0] == '\0';
}

static Comparison compare_claim(const Figures *figures, const Claim *claim, Amount stated)
{
    Comparison result = {0};
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    compare(figures, stated, &quantity, &result);
    /* A part of a fund stands in the tables by that fund where the words name none. */
    for (int fund = FUND_ALL; fund <= FUND_OWN && claim->fund == FUND_ALL && !result.printed && !is_whole(claim); fund++) {
        quantity.fund = (Fund)fund;
        if (fund != FUND_ALL && figures_places(figures, &quantity) != NULL && !result.known)
            compare(figures, stated, &quantity, &result);
    }
    quantity.fund = claim->fund;
    for (gsize i = 0; i < G_N_ELEMENTS(same_words); i++) {
        if (same_words[i].direction != claim->direction || !g_str_equal(same_words[i].measure, claim->measure) ||
            claim->code[0] != '\0')
            continue;
        Comparison other = {0};
        Quantity alternative = quantity_of(same_words[i].other_direction, claim->fund, same_words[i].other, "");
        compare(figures, stated, &alternative, &other);
        result.agrees |= other.agrees;
    }
    return result;
}

/* What to ask: of a blank, of what looks cut off, of two figures. */
static char *question(const char *title, const char *stated, const char *number, bool cut)
{
    if (number == NULL)
        return g_strdup_printf(say("%s应为 %s 万元，还是如表中空白？", "Is %s %s (万元), or blank as in the table?"), title, stated);
    if (cut)
        return g_strdup_printf(say("%s：文字的 %s 万元是不是由表中 %s 万元截去末位得来？",
                                   "%s: was %s in the text cut off from %s in the table (万元) instead of rounded?"),
                               title, stated, number);
    return g_strdup_printf(say("%s应为 %s 万元还是 %s 万元？", "Is %s %s or %s (万元)?"), title, stated, number);
}

/* `said` is how the text comes to the amount. */
static void tell(RuleContext *context, const Claim *claim, Amount amount, const char *said, const Comparison *result)
{
    bool cut = result->printed && verdict_is_cut_off(amount, result->amount);
    Finding *finding = raise_on_claim(context, "text.amount", cut ? SEVERITY_NOTICE : SEVERITY_ERROR, claim);
    g_autofree char *title = claim_title(claim);
    g_autofree char *stated = amount_to_display(amount);
    g_autofree char *number = result->printed ? amount_to_display(result->amount) : NULL;
    g_autofree char *printed = number != NULL ? g_strdup_printf(say("%s 万元", "%s"), number) : g_strdup(say("空白", "blank"));
    Amount difference = amount;
    if (result->printed) {
        amount_subtract(amount, result->amount, &difference);
        raise_add_place(context, finding, result->place);
    }
    raise_amount(finding, difference);
    const char *table = result->printed ? result->place.table->title : say("表", "the table");
    raise_say(finding,
              g_strdup_printf(say("%s：文字%s %s 万元，%s为%s%s%s", "%s: the text %s %s, %s says%s%s%s"), title, said, stated, table,
                              number != NULL ? " " : say("", " "), printed,
                              cut ? say("（未四舍五入而是截去末位）", " (cut off instead of rounded)") : ""),
              question(title, stated, number, cut));
}

static void check_claim(RuleContext *context, const Figures *figures, const Claim *claim)
{
    if (!claim->has_amount || claim->measure[0] == '\0')
        return;
    Comparison result = compare_claim(figures, claim, claim->amount);
    if (result.known && !result.agrees)
        tell(context, claim, claim->amount, say("写", "says"), &result);
}

/* 上年为 90.00 万元，增加 10.00 万元 without this year's amount: the two make it. */
static void check_implied_amount(RuleContext *context, const Figures *figures, const Claim *claim)
{
    Amount implied;
    if (claim->has_amount || !claim->has_base || !claim->has_change || claim->measure[0] == '\0' ||
        (claim->against != AGAINST_LAST_BUDGET && claim->against != AGAINST_LAST_ACCOUNTS) ||
        !amount_add(claim->base, claim->change, &implied))
        return;
    implied.step = claim->base.step + claim->change.step;
    Comparison result = compare_claim(figures, claim, implied);
    if (result.printed && !result.agrees && !verdict_is_cut_off(implied, result.amount))
        tell(context, claim, (Amount){implied.fen, claim->base.step}, say("所写上年数与增减额合计", "makes last year and the change"), &result);
}

/* Two lines may bear one name: the sentence may be about either. */
static bool a_namesake_agrees(const Table *table, const Claim *claim)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->column == 0 && g_str_equal(table_row(table, cell->row)->label, claim->subject) &&
            verdict_of_equality(cell->amount, claim->amount) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

/* Projects carried over are named in the text and in the table. */
static void check_carried_projects(RuleContext *context, const Claim *claim)
{
    const Table *table = filing_table(context->filing, "carryover");
    if (table == NULL || !claim->has_amount || claim->measure[0] != '\0' || a_namesake_agrees(table, claim))
        return;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        if (cell->column != 0 || row->level == 0 || cell->proof == PROOF_AMBIGUOUS ||
            !g_str_equal(row->label, claim->subject) ||
            verdict_of_equality(cell->amount, claim->amount) != VERDICT_IMPOSSIBLE)
            continue;
        Finding *finding = raise_on_claim(context, "text.amount", SEVERITY_ERROR, claim);
        raise_add_place(context, finding, (Place){table, cell});
        g_autofree char *stated = amount_to_display(claim->amount);
        g_autofree char *printed = amount_to_display(cell->amount);
        Amount difference;
        if (amount_subtract(claim->amount, cell->amount, &difference))
            raise_amount(finding, difference);
        raise_say(finding, g_strdup_printf(say("%s：文字写 %s 万元，%s为 %s 万元", "%s: the text says %s, %s says %s"), claim->subject, stated, table->title, printed),
                  g_strdup_printf(say("%s应为 %s 万元还是 %s 万元？", "Is %s %s or %s (万元)?"), claim->subject, stated, printed));
        return;
    }
}

/* 上级安排 + 本级安排 + 其他: the money behind the targets is the department's budget. */
static void check_target_money(RuleContext *context, const Figures *figures)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Amount));
    const Item *last = NULL;
    for (guint i = 0; i < context->filing->items->len; i++) {
        const Item *item = g_ptr_array_index(context->filing->items, i);
        if (g_str_equal(item->kind, "target.money")) {
            g_array_append_val(parts, item->amount);
            last = item;
        }
    }
    Amount total;
    gint64 gap = 0;
    if (parts->len < 3 || !figures_total(figures, &total) ||
        verdict_of_sum((const Amount *)(void *)parts->data, parts->len, total, &gap) != VERDICT_IMPOSSIBLE)
        return;
    Finding *finding = finding_new("text.amount", SEVERITY_ERROR, context->filing, "绩效目标表资金总额", "");
    g_ptr_array_add(context->findings, finding);
    finding_add_evidence(finding, context->filing, last->page, last->line, NULL, NULL, NULL, last->text);
    Amount difference = {gap, total.step};
    raise_amount(finding, difference);
    g_autofree char *whole = amount_to_display(total);
    g_autofree char *text = amount_to_display(difference);
    raise_say(finding, g_strdup_printf(say("绩效目标表各项资金之和与支出总额 %s 相差 %s", "the money named in the target table differs from the total of %s by %s"), whole, text),
              g_strdup_printf(say("绩效目标表的资金与部门预算为何相差 %s 万元？", "Why does the money in the target table differ from the budget by %s (万元)?"), text));
}

void rule_amounts(RuleContext *context)
{
    const Figures *figures = figures_now(context);
    for (guint i = 0; i < context->filing->claims->len; i++) {
        check_claim(context, figures, g_ptr_array_index(context->filing->claims, i));
        check_implied_amount(context, figures, g_ptr_array_index(context->filing->claims, i));
        check_carried_projects(context, g_ptr_array_index(context->filing->claims, i));
    }
    check_target_money(context, figures);
}
