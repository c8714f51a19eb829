/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/claim.h"

#include "tests/generate/figures.h"

/* How a change is put: before the amount, and before the rate; up and down. */
typedef struct {
    const char *amount[2];
    const char *rate[2];
} Wording;

static const Wording WORDINGS[] = {
    {{"比上年预算增加", "比上年预算减少"}, {"增长", "下降"}},
    {{"较上年增加", "较上年减少"}, {"增长", "下降"}},
    {{"与上年预算相比增加", "与上年预算相比减少"}, {"同比增长", "同比下降"}},
    {{"比上年预算数增加", "比上年预算数减少"}, {"增幅", "降幅"}},
    {{"较上年预算增长", "较上年预算下降"}, {"增长率为", "下降率为"}},
};
static const char *const UNCHANGED[] = {"与上年相比持平", "与上年数一致", "与上年预算持平",
                                        "与上年相比无变化"};
static const char *const NEW[] = {"今年新增支出%s万元，上年未安排",
                                  "比上年预算增加%s万元，上年无此项预算"};
static const char *const BECAUSE[] = {"，主要原因是", "。主要原因是", "，主要是", "。主要原因："};

char *amount_in_text(gint64 yuan, const Style *style)
{
    if (style->integer_amounts && yuan % 10000 == 0)
        return g_strdup_printf("%" G_GINT64_FORMAT, yuan / 10000);
    return figure_text(yuan, style->separators_in_text);
}

/* Truth files hold amounts without separators. */
static char *without_separators(const char *text)
{
    GString *plain = g_string_new(text);
    g_string_replace(plain, ",", "", 0);
    return g_string_free(plain, FALSE);
}

static char *signed_text(const char *text, bool negative)
{
    return g_strconcat(negative ? "-" : "", text, NULL);
}

typedef struct {
    char *delta;
    char *growth;
} Stated;

/* A new subject: an amount, and a percentage only when that is the fault. */
static Stated print_new(const Claim *claim, const Style *style, GString *sentence)
{
    g_autofree char *amount = amount_in_text(claim->now, style);
    Stated stated = {without_separators(amount), g_strdup("")};
    if (claim->percent_on_zero) {
        g_string_append_printf(sentence, "，比上年预算增加%s万元，增长100.00%%", amount);
        g_free(stated.growth);
        stated.growth = g_strdup("100.00");
        return stated;
    }
    g_autoptr(GString) words = g_string_new(NEW[claim->wording % 2]);
    g_string_replace(words, "%s", amount, 1);
    g_string_append_printf(sentence, "，%s", words->str);
    return stated;
}

static Stated print_change(const Claim *claim, const Style *style, GString *sentence)
{
    const Wording *wording = &WORDINGS[claim->wording % (int)G_N_ELEMENTS(WORDINGS)];
    gint64 change = claim->now - claim->base;
    bool down = change < 0, rate_down = down != claim->growth_reversed;
    g_autofree char *amount = amount_in_text(ABS(change), style);
    g_autofree char *plain = without_separators(amount);
    g_autofree char *right = rate_text(ABS(change), ABS(claim->base));
    const char *rate = claim->growth ? claim->growth : right;
    g_string_append_printf(sentence, "，%s%s万元，%s%s%s", wording->amount[down], amount,
                           wording->rate[rate_down], rate, claim->no_percent_sign ? "" : "%");
    return (Stated){signed_text(plain, down), signed_text(rate, rate_down)};
}

static Stated print_comparison(const Claim *claim, const Style *style, GString *sentence)
{
    if (figure_from_yuan(claim->now - claim->base) == 0) {
        g_string_append_printf(sentence, "，%s",
                               UNCHANGED[claim->wording % (int)G_N_ELEMENTS(UNCHANGED)]);
        return (Stated){g_strdup("0.00"), g_strdup("")};
    }
    return figure_from_yuan(claim->base) == 0 ? print_new(claim, style, sentence)
                                              : print_change(claim, style, sentence);
}

char *claim_print(const Claim *claim, const Style *style, Truth *truth)
{
    GString *sentence = g_string_new(claim->lead);
    g_autofree char *amount = amount_in_text(claim->now, style);
    g_autofree char *plain = without_separators(amount);
    g_autofree char *right = claim->whole ? rate_text(claim->now, claim->whole) : g_strdup("");
    const char *share = claim->share ? claim->share : right;
    g_string_append_printf(sentence, "%s万元", amount);
    if (*share)
        g_string_append_printf(sentence, "，占%s%%", share);
    Stated stated = claim->states_change ? print_comparison(claim, style, sentence)
                                         : (Stated){g_strdup(""), g_strdup("")};
    const char *because = BECAUSE[claim->wording % (int)G_N_ELEMENTS(BECAUSE)];
    if (*claim->reason)
        g_string_append_printf(sentence, "%s%s", claim->joined ? BECAUSE[0] : because,
                               claim->reason);
    truth_claim(truth, claim->section, claim->subject, plain, share, stated.delta, stated.growth,
                claim->reason);
    g_free(stated.delta);
    g_free(stated.growth);
    return g_string_free(sentence, FALSE);
}
