/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.share, text.growth, text.zero-base: stated rates against the stated amounts, by interval arithmetic. */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/phrase.h"
#include "history/plain.h"
#include "schema/language.h"

/* A whole that a share may be of, and where it is said. */
typedef struct {
    Amount amount;
    char *name;
    bool named; /* the sentence, or its section, says that it splits this one */
} Whole;

static void whole_clear(gpointer data)
{
    g_free(((Whole *)data)->name);
}

static void add_whole(GArray *wholes, Amount amount, const char *name, bool named)
{
    Whole whole = {amount, g_strdup(name), named};
    g_array_append_val(wholes, whole);
}

static void add_table_whole(GArray *wholes, const Figures *figures, Direction direction, Fund fund, const char *measure,
                            const char *name)
{
    Quantity quantity = quantity_of(direction, fund, measure, "");
    Amount amount;
    if (figures_amount(figures, &quantity, &amount, NULL))
        add_whole(wholes, amount, name, false);
}

/* The shares of a fund's subjects are of that fund: its section says so, if not the sentence. */
static bool add_fund(GArray *wholes, const Figures *figures, Fund fund)
{
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, fund, "total", "");
    Amount amount;
    bool known = figures_amount(figures, &quantity, &amount, NULL);
    if (known)
        add_whole(wholes, amount, fund_name(fund), true);
    return known;
}

/* 占“三公”经费的…: the whole by its own name, as the tables state it. */
static bool add_named_whole(GArray *wholes, const Filing *filing, const Figures *figures, const Claim *claim)
{
    Phrase phrase;
    g_autofree char *name = label_key(claim->share_of);
    if (name[0] == '\0' || !phrase_from_subject(filing->kind, "", name, &phrase))
        return false;
    Quantity quantity = quantity_of(phrase.direction, phrase.fund, phrase.measure, "");
    Amount amount;
    bool known = figures_amount(figures, &quantity, &amount, NULL);
    if (known)
        add_whole(wholes, amount, phrase.name, true);
    return known;
}

/*
 * The claim's amount as finely as it is printed anywhere: 8 万元 in the text is 8.00 where the table says so. A rate
 * was reckoned with the table's figure, not with the rounder one of the sentence.
 */
static Amount finest_amount(const Figures *figures, const Claim *claim)
{
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    Amount printed;
    bool finer = claim->measure[0] != '\0' && figures_amount(figures, &quantity, &printed, NULL) &&
                 printed.fen == claim->amount.fen && printed.step < claim->amount.step;
    return finer ? printed : claim->amount;
}

/* The same top section: 五（二） belongs with 五（一）. */
static bool same_section(const char *a, const char *b)
{
    size_t length = strcspn(a, "\xef"); /* the first byte of （ */
    return strcspn(b, "\xef") == length && strncmp(a, b, length) == 0;
}

/*
 * What the share may be of, the most likely one first: the whole that the sentence splits, as the text states it; then
 * the totals of the tables. A share is wrong only when it is so for all of them.
 */
static GArray *wholes_of_claim(RuleContext *context, const Figures *figures, const Claim *claim)
{
    GArray *wholes = g_array_new(FALSE, FALSE, sizeof(Whole));
    g_array_set_clear_func(wholes, whole_clear);
    for (guint i = 0; i < context->filing->claims->len; i++) {
        const Claim *other = g_ptr_array_index(context->filing->claims, i);
        if (other == claim)
            break;
        if (other->has_amount && claim->share_of[0] != '\0' && strstr(claim->share_of, other->subject) != NULL &&
            other->subject[0] != '\0' && same_section(other->section, claim->section))
            add_whole(wholes, finest_amount(figures, other), other->subject, g_str_equal(claim->share_of, other->subject));
    }
    bool named = wholes->len > 0 || add_named_whole(wholes, context->filing, figures, claim);
    /* A whole that neither the text nor a table tells the amount of cannot be judged with another one. */
    if (claim->share_of[0] != '\0' && !named)
        return wholes;
    bool money_in = claim->direction == DIRECTION_REVENUE || claim->direction == DIRECTION_CARRYOVER;
    if (claim->code[0] != '\0' && claim->fund != FUND_ALL && !add_fund(wholes, figures, claim->fund))
        return wholes;
    if (money_in)
        add_table_whole(wholes, figures, DIRECTION_REVENUE, FUND_ALL, "total", say("收入总计", "total revenue"));
    add_table_whole(wholes, figures, DIRECTION_EXPENDITURE, FUND_ALL, "total", say("支出总计", "total expenditure"));
    add_table_whole(wholes, figures, DIRECTION_EXPENDITURE, FUND_GENERAL, "total", say("一般公共预算支出", "general public expenditure"));
    add_table_whole(wholes, figures, DIRECTION_EXPENDITURE, FUND_ALL, "appropriation", say("财政拨款支出", "appropriation"));
    add_table_whole(wholes, figures, DIRECTION_REVENUE, FUND_ALL, "current", say("本年收入", "revenue of the year"));
    if (g_str_equal(claim->measure, "personnel") || g_str_equal(claim->measure, "operating"))
        add_table_whole(wholes, figures, DIRECTION_EXPENDITURE, claim->fund, "basic", say("基本支出", "basic expenditure"));
    if (claim->direction == DIRECTION_CARRYOVER)
        add_table_whole(wholes, figures, DIRECTION_CARRYOVER, FUND_ALL, "total", say("上年结转结余", "carryover"));
    return wholes;
}

/* True when the shares stated beside this one, of the same whole, add to 100 to the last digit. */
static bool shares_add_to_hundred(RuleContext *context, const Claim *claim)
{
    gint64 sum = 0;
    int count = 0;
    for (guint i = 0; i < context->filing->claims->len; i++) {
        const Claim *other = g_ptr_array_index(context->filing->claims, i);
        if (other->has_share && g_str_equal(other->section, claim->section) &&
            g_str_equal(other->share_of, claim->share_of)) {
            sum += other->share.value;
            count++;
        }
    }
    return count > 1 && sum == 100 * RATE_PERCENT;
}

/* Half a unit and more below what rounding gives, but above the figure cut off. */
static bool is_cut_off(Rate stated, double low, double high)
{
    double value = (double)stated.value / (double)RATE_PERCENT;
    double step = (double)stated.step / (double)RATE_PERCENT;
    double size = value < 0 ? -value : value;
    double least = low < 0 && high < 0 ? -high : low;
    return least > size && least < size + step;
}

static const char *last_digit_cause(bool hundred, bool cut)
{
    if (hundred)
        return say("各项占比被凑成合计 100%", "the shares were made to add to 100");
    return cut ? say("未四舍五入而是截去末位", "the last digit was cut off instead of rounded")
               : say("末位误差", "the last digit");
}

/* A rate without its sign is wrong by the sign, whatever its digits. */
static void say_bare_rate(Finding *finding, const char *title, const char *rate, const char *arithmetic,
                          const RateVerdict *verdict)
{
    raise_say(finding,
              g_strdup_printf(say("%s增幅写 %s，漏印百分号；按 %s 应在 [%.4f%%, %.4f%%] 之间", "%s: growth is stated as %s without a percent sign; %s lies in [%.4f %%, %.4f %%]"),
                              title, rate, arithmetic, verdict->low, verdict->high),
              g_strdup_printf(say("%s的增幅 %s 是不是漏印了百分号？", "Is a percent sign missing from %s's growth of %s?"), title, rate));
}

static void say_rate(Finding *finding, const Claim *claim, const char *what, Rate stated, const RateVerdict *verdict,
                     const char *arithmetic, const char *cause)
{
    g_autofree char *title = claim_title(claim);
    g_autofree char *rate = rate_to_text(stated);
    g_autofree char *units = verdict->units == G_MAXINT64 ? g_strdup("?") : g_strdup_printf("%" G_GINT64_FORMAT, verdict->units);
    if (claim->growth_bare && g_str_equal(what, say("增幅", "growth"))) {
        say_bare_rate(finding, title, rate, arithmetic, verdict);
        return;
    }
    g_autofree char *message =
        g_strdup_printf(say("%s%s写 %s%%，按 %s 应在 [%.4f%%, %.4f%%] 之间，差末位 %s 个单位", "%s: %s is stated as %s %%; %s lies in [%.4f %%, %.4f %%], %s units of the last digit away"),
                        title, what, rate, arithmetic, verdict->low, verdict->high, units);
    raise_say(finding, cause[0] != '\0' ? g_strdup_printf(say("%s（%s）", "%s (%s)"), message, cause) : g_strdup(message),
              g_strdup_printf(say("%s的%s %s%% 是如何计算的？", "How was %s's %s of %s %% computed?"), title, what, rate));
}

/*
 * The whole that comes nearest to the stated share without giving it; NULL when one gives it. A last digit that is
 * wrong for the whole that the sentence names stays wrong, though some other total, a little off, would give it.
 */
static const Whole *nearest_whole(const GArray *wholes, Amount part, Rate stated, RateVerdict *best)
{
    const Whole *of = NULL;
    bool given = false;
    for (guint i = 0; i < wholes->len; i++) {
        const Whole *whole = &g_array_index(wholes, Whole, i);
        RateVerdict verdict = verdict_of_share(part, whole->amount, stated);
        if (!verdict.defined)
            continue;
        bool gives = verdict.verdict != VERDICT_IMPOSSIBLE;
        if (gives && whole->named)
            return NULL;
        given |= gives;
        /* The first whole is the likeliest; another one only counts when it brings the share to its last digit. */
        if (!gives && (of == NULL || (verdict.units == 1 && best->units > 1))) {
            of = whole;
            *best = verdict;
        }
    }
    bool stands = of != NULL && (!given || (of->named && best->units == 1));
    return stands ? of : NULL;
}

static void check_share(RuleContext *context, const Figures *figures, const Claim *claim)
{
    if (!claim->has_share || !claim->has_amount)
        return;
    g_autoptr(GArray) wholes = wholes_of_claim(context, figures, claim);
    RateVerdict best = {.units = 0};
    const Whole *of = nearest_whole(wholes, finest_amount(figures, claim), claim->share, &best);
    if (of == NULL)
        return;
    bool digit = best.units == 1;
    Finding *finding = raise_on_claim(context, "text.share", digit ? SEVERITY_NOTICE : SEVERITY_ERROR, claim);
    finding->base_year = 0; /* a share compares with no other year, though its sentence may */
    raise_amount(finding, claim->amount);
    g_autofree char *part = amount_to_display(claim->amount);
    g_autofree char *all = amount_to_display(of->amount);
    g_autofree char *arithmetic = g_strdup_printf("%s/%s（%s）", part, all, of->name);
    const char *cause = "";
    if (digit)
        cause = last_digit_cause(shares_add_to_hundred(context, claim), is_cut_off(claim->share, best.low, best.high));
    say_rate(finding, claim, say("占比", "share"), claim->share, &best, arithmetic, cause);
}

/* What else the stated rate would be right as: a slipped point, a sign left out, a number of times. */
static const char *slip_of(const Claim *claim, RateVerdict (*judge)(Amount, Amount, Rate), Amount a, Amount b, Rate stated)
{
    if (claim->growth_bare)
        return say("漏印百分号", "the percent sign is left out");
    static const gint64 factors[] = {10, 100, 1000};
    for (gsize i = 0; i < G_N_ELEMENTS(factors); i++) {
        Rate up = {stated.value * factors[i], stated.step * factors[i]};
        Rate down = {stated.value / factors[i], MAX(stated.step / factors[i], 1)};
        if (judge(a, b, up).verdict != VERDICT_IMPOSSIBLE || judge(a, b, down).verdict != VERDICT_IMPOSSIBLE)
            return say("小数点错位", "the decimal point has slipped");
    }
    /* On a base without a stated change the sign is all there is of a direction. */
    Rate negative = {-stated.value, stated.step};
    if (judge(a, b, negative).verdict != VERDICT_IMPOSSIBLE)
        return say("增减方向写反", "the direction is reversed");
    Rate whole = {stated.value + (stated.value < 0 ? -100 : 100) * RATE_PERCENT, stated.step};
    Rate rest = {stated.value - 100 * RATE_PERCENT, stated.step};
    if (judge(a, b, rest).verdict != VERDICT_IMPOSSIBLE || judge(a, b, whole).verdict != VERDICT_IMPOSSIBLE)
        return say("把“为上年的百分之几”与“增长百分之几”混淆", "growth by and growth to are confused");
    return "";
}

/*
 * Rose where it says fell: the rate is right for the change the other way round. Then one word is wrong, which
 * text.direction tells, and the rate is not.
 */
static bool turned_change_fits(const Claim *claim, Amount amount, Amount change, bool on_base)
{
    Amount turned = {-change.fen, change.step};
    return !on_base && verdict_of_growth(amount, turned, claim->growth).verdict != VERDICT_IMPOSSIBLE;
}

static void judge_growth(RuleContext *context, const Claim *claim, Amount amount, Amount b, bool on_base, const char *arithmetic)
{
    RateVerdict (*judge)(Amount, Amount, Rate) = on_base ? verdict_of_growth_on_base : verdict_of_growth;
    /* A reversed direction is text.direction's; here the size of the rate counts. */
    Rate stated = claim->growth;
    bool reversed = claim->has_change && stated.value != 0 && (claim->change.fen > 0) != (stated.value > 0);
    if (reversed)
        stated.value = -stated.value;
    RateVerdict verdict = judge(amount, b, stated);
    bool wrong = verdict.verdict == VERDICT_IMPOSSIBLE || (claim->growth_bare && claim->growth.value != 0);
    if (!verdict.defined || !wrong || (reversed && turned_change_fits(claim, amount, b, on_base)))
        return;
    bool digit = verdict.units == 1 && !claim->growth_bare;
    const char *cause = digit ? last_digit_cause(false, is_cut_off(stated, verdict.low, verdict.high))
                              : slip_of(claim, judge, amount, b, stated);
    Finding *finding = raise_on_claim(context, "text.growth", digit ? SEVERITY_NOTICE : SEVERITY_ERROR, claim);
    raise_amount(finding, claim->has_change ? claim->change : claim->amount);
    say_rate(finding, claim, say("增幅", "growth"), stated, &verdict, arithmetic, cause);
}

static void tell_zero_base(RuleContext *context, const Claim *claim)
{
    Finding *finding = raise_on_claim(context, "text.zero-base", SEVERITY_NOTICE, claim);
    raise_amount(finding, claim->amount);
    g_autofree char *title = claim_title(claim);
    g_autofree char *rate = rate_to_text(claim->growth);
    g_autofree char *amount = amount_to_display(claim->amount);
    raise_say(finding,
              g_strdup_printf(say("%s上年为 0，本年 %s 万元：写增长 %s%%，零基数没有增幅，应作新增", "%s was 0 last year and is %s now: growth of %s %% has no meaning on a zero base; it is new"),
                              title, amount, rate),
              NULL);
}

/* What may be below zero: balances. Revenue and expenditure are not. */
static bool is_balance(const Claim *claim)
{
    static const char *const words[] = {"结余", "结转", "差额", "余额", "赤字"};
    bool balance = claim->direction == DIRECTION_CARRYOVER;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        balance |= strstr(claim->subject, words[i]) != NULL;
    return balance;
}

/* More is added than there is: last year would have been below zero. */
static void check_base(RuleContext *context, const Claim *claim)
{
    Amount base;
    if (!claim->has_amount || !claim->has_change || claim->amount.fen < 0 || claim->change.fen <= claim->amount.fen ||
        is_balance(claim) || verdict_of_equality(claim->amount, claim->change) != VERDICT_IMPOSSIBLE ||
        !amount_subtract(claim->amount, claim->change, &base))
        return;
    Finding *finding = raise_on_claim(context, "text.growth", SEVERITY_ERROR, claim);
    raise_amount(finding, claim->change);
    g_autofree char *title = claim_title(claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    g_autofree char *change = amount_to_display(claim->change);
    g_autofree char *before = amount_to_display(base);
    raise_say(finding,
              g_strdup_printf(say("%s 为 %s 万元，增加额却写 %s 万元：上年就成了 %s 万元",
                                  "%s is %s, yet its increase is stated as %s: last year would have been %s"),
                              title, amount, change, before),
              g_strdup_printf(say("%s上年是多少？增加的 %s 万元是如何计算的？",
                                  "What was %s last year, and how was the increase of %s computed?"),
                              title, change));
}

/*
 * A stated rate that is one amount's part of another. `part` is the finest figure there is of what the sentence prints as
 * `printed`.
 */
static void judge_part(RuleContext *context, const Claim *claim, const char *what, Rate stated, Amount part, Amount printed,
                       Amount whole)
{
    RateVerdict verdict = verdict_of_share(part, whole, stated);
    if (!verdict.defined || verdict.verdict != VERDICT_IMPOSSIBLE)
        return;
    bool digit = verdict.units == 1;
    Finding *finding = raise_on_claim(context, "text.growth", digit ? SEVERITY_NOTICE : SEVERITY_ERROR, claim);
    raise_amount(finding, printed);
    g_autofree char *above = amount_to_display(printed);
    g_autofree char *below = amount_to_display(whole);
    g_autofree char *arithmetic = g_strdup_printf("%s/%s", above, below);
    const char *cause = digit ? last_digit_cause(false, is_cut_off(stated, verdict.low, verdict.high)) : "";
    say_rate(finding, claim, what, stated, &verdict, arithmetic, cause);
}

/* A sentence that names no amount (上年为…，增加…，增长…): its growth is the change's part of the base. */
static void check_growth_of_change(RuleContext *context, const Claim *claim)
{
    if (claim->has_change && claim->has_base && claim->base.fen > 0 && (claim->change.fen > 0) == (claim->growth.value > 0))
        judge_part(context, claim, say("增幅", "growth"), claim->growth, claim->change, claim->change, claim->base);
}

static void check_growth(RuleContext *context, const Figures *figures, const Claim *claim)
{
    if (!claim->has_growth)
        return;
    if (!claim->has_amount) {
        check_growth_of_change(context, claim);
        return;
    }
    Amount now = finest_amount(figures, claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    if (claim->has_change) {
        Amount base;
        if (!amount_subtract(claim->amount, claim->change, &base))
            return;
        if (base.fen == 0) {
            if (claim->growth.value != 0)
                tell_zero_base(context, claim);
            return;
        }
        g_autofree char *change = amount_to_display(claim->change);
        g_autofree char *before = amount_to_display(base);
        Amount fall = {-claim->change.fen, claim->change.step};
        g_autofree char *part = amount_to_display(claim->change.fen < 0 ? fall : claim->change);
        const char *sign = claim->change.fen < 0 ? "+" : "−";
        g_autofree char *arithmetic = g_strdup_printf("%s/(%s%s%s) = %s/%s", change, amount, sign, part, change, before);
        judge_growth(context, claim, now, claim->change, false, arithmetic);
    } else if (claim->has_base && claim->base.fen != 0) {
        g_autofree char *base = amount_to_display(claim->base);
        g_autofree char *arithmetic = g_strdup_printf("%s/%s−1", amount, base);
        judge_growth(context, claim, now, claim->base, true, arithmetic);
    }
}

static void check_completion(RuleContext *context, const Figures *figures, const Claim *claim)
{
    if (claim->has_completion && claim->has_base && claim->has_amount && claim->base.fen != 0)
        judge_part(context, claim, say("完成率", "completion"), claim->completion, finest_amount(figures, claim), claim->amount,
                   claim->base);
}

void rule_rates(RuleContext *context)
{
    const Figures *figures = figures_now(context);
    for (guint i = 0; i < context->filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(context->filing->claims, i);
        check_share(context, figures, claim);
        check_base(context, claim);
        check_growth(context, figures, claim);
        check_completion(context, figures, claim);
    }
}
