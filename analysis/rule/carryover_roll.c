/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * year.carryover-roll: what last year's accounts closed with against what this year's accounts begin with, for all
 * money, for appropriation, and for each fund that they print.
 *
 * Accounts only. A budget's carryover (上年结转) is an estimate, made before the year's accounts were closed, and forms
 * differ in how much of it they budget: a difference between it and the accounts is no fault, and nothing is said.
 */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

typedef struct {
    Fund fund;
    const char *closing, *opening;
} Pair;

static const Pair pairs[] = {
    {FUND_ALL, "closing", "opening"},
    {FUND_ALL, "appropriation-closing", "appropriation-opening"},
    {FUND_GENERAL, "appropriation-closing", "appropriation-opening"},
    {FUND_GOVERNMENT, "appropriation-closing", "appropriation-opening"},
    {FUND_STATE_CAPITAL, "appropriation-closing", "appropriation-opening"},
};

/* Accounts may begin with an adjusted figure (corrections, money taken back), if they say so: then it is a question. */
static const Claim *stated_adjustment(const Filing *filing)
{
    static GRegex *adjusted = NULL;
    if (adjusted == NULL)
        adjusted = g_regex_new("(?:年初|上年|期初)[^，；。]{0,8}(?:结转|结余)[^；。]{0,30}(?:调整|更正|收回|上缴|调增|调减)"
                               "|(?:调整|更正|收回|上缴|调增|调减)[^；。]{0,20}(?:年初|期初)[^，；。]{0,8}(?:结转|结余)",
                               G_REGEX_OPTIMIZE, 0, NULL);
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        if (g_regex_match(adjusted, claim->text, 0, NULL))
            return claim;
    }
    return NULL;
}

static char *name_of_pair(const Pair *pair)
{
    if (g_str_equal(pair->opening, "opening"))
        return g_strdup(say("结转和结余", "carryover"));
    if (pair->fund == FUND_ALL)
        return g_strdup(say("财政拨款结转和结余", "carryover of appropriation"));
    return g_strdup_printf(say("%s财政拨款结转和结余", "carryover of appropriation, %s"), fund_name(pair->fund));
}

static Finding *tell(RuleContext *context, const Filing *last, const Pair *pair, Place opening, Place closing, Amount difference)
{
    const Claim *adjustment = stated_adjustment(context->filing);
    Severity severity = adjustment != NULL ? SEVERITY_WARNING : SEVERITY_ERROR;
    Finding *finding = raise_on_place(context, "year.carryover-roll", severity, opening);
    finding->base_year = last->fiscal_year;
    raise_add_place_of(finding, last, closing);
    if (adjustment != NULL)
        raise_add_claim(context, finding, adjustment);
    raise_amount(finding, difference);
    g_autofree char *name = name_of_pair(pair);
    g_autofree char *began = amount_to_display(opening.cell->amount);
    g_autofree char *closed = amount_to_display(closing.cell->amount);
    g_autofree char *apart = amount_to_display((Amount){ABS(difference.fen), difference.step});
    raise_say(finding,
              g_strdup_printf(say("%d 年决算年末%s %s 万元，%d 年决算年初%s %s 万元，相差 %s，超出四舍五入的范围%s",
                                  "the accounts of %d close with %s of %s, those of %d begin with %s of %s: %s apart, "
                                  "more than rounding allows%s"),
                              last->fiscal_year, name, closed, context->filing->fiscal_year, name, began, apart,
                              adjustment != NULL ? say("（文中说有调整）", " (the text speaks of an adjustment)") : ""),
              g_strdup_printf(say("%d 年年末%s %s 万元，到 %d 年年初成了 %s 万元，差额 %s 万元是调整、收回还是有误？",
                                  "At the end of %d the %s was %s, at the beginning of %d %s (万元): is the difference of %s "
                                  "an adjustment, money taken back, or an error?"),
                              last->fiscal_year, name, closed, context->filing->fiscal_year, began, apart));
    return finding;
}

void rule_carryover_roll(RuleContext *context)
{
    const Filing *last = context->filing->kind == KIND_ACCOUNTS ? filing_compared(context) : NULL;
    if (last == NULL)
        return;
    const Figures *now = figures_now(context);
    const Figures *before = figures_last(context);
    Finding *told[G_N_ELEMENTS(pairs)] = {NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        Quantity opens = quantity_of(DIRECTION_CARRYOVER, pairs[i].fund, pairs[i].opening, "");
        Quantity closes = quantity_of(DIRECTION_CARRYOVER, pairs[i].fund, pairs[i].closing, "");
        Place opening, closing;
        Verdict verdict;
        Amount difference;
        if (!figures_compare(now, &opens, before, &closes, &verdict, &opening, &closing) ||
            verdict != VERDICT_IMPOSSIBLE ||
            !amount_subtract(opening.cell->amount, closing.cell->amount, &difference))
            continue;
        /* One difference shows in the whole and in the part it comes from: a further place of the same finding. */
        Finding *same = NULL;
        for (gsize k = 0; k < i && same == NULL; k++)
            if (told[k] != NULL && told[k]->amount.fen == difference.fen)
                same = told[k];
        if (same == NULL) {
            told[i] = tell(context, last, &pairs[i], opening, closing, difference);
        } else {
            raise_add_place(context, same, opening);
            raise_add_place_of(same, last, closing);
        }
    }
}
