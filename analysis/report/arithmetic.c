/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arithmetic of a question in words: what stands in the sentence, and what follows from it.
 */
#include "analysis/change.h"
#include "analysis/report/sections.h"
#include "history/lexicon.h"
#include "schema/language.h"

/* The sentence of the year's filing that the finding rests on first; NULL where it rests on a table. */
static const Claim *claim_of_finding(const Report *report, const Finding *finding)
{
    const Filing *filing = report->view->filing;
    if (finding->evidence->len == 0)
        return NULL;
    const Evidence *evidence = g_ptr_array_index(finding->evidence, 0);
    if (places_filing(report->places, evidence->filing, evidence->file) != filing)
        return NULL;
    int page = filing_page(filing, evidence->filing, evidence->file, evidence->page);
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        if (claim->page == page && claim->line == evidence->line && g_str_equal(claim->subject, finding->subject) &&
            g_str_equal(claim->code, finding->code) && g_str_equal(claim->text, evidence->text))
            return claim;
    }
    return NULL;
}

static char *signed_off(Amount amount)
{
    amount.fen = ABS(amount.fen);
    return amount_to_display(amount);
}

/* 本年 3,159.78 − 上年 1,780.22 = 1,379.56，增长 77.49% */
static void add_difference(Prose *prose, const Claim *claim, Amount base, Amount change)
{
    Amount now = claim->amount;
    if (!claim->has_amount)
        amount_add(base, change, &now);
    g_autofree char *current = amount_to_display(now);
    g_autofree char *before = amount_to_display(base);
    g_autofree char *difference = amount_to_display(change);
    prose_addf(prose, TONE_PLAIN, say("本期 %s − 对比期 %s = %s", "%s now − %s before = %s"), current, before, difference);
    Rate growth = {0};
    if (!growth_of_amounts(base, now, &growth))
        return;
    bool rose = growth.value >= 0;
    growth.value = ABS(growth.value);
    g_autofree char *percent = percent_from_rate(growth, false);
    prose_addf(prose, TONE_PLAIN, say("，%s %s", ", %s %s"), rose ? say("增长", "up") : say("下降", "down"), percent);
}

/* 按一般幅度估算，所说的因素（工作量）最多可解释 534.06（对比期的 30.00%）；1,379.56 − 534.06 = 845.50 没有着落 */
static void add_what_is_borne(Prose *prose, const Finding *finding, const Claim *claim, Amount base, Amount change)
{
    Amount borne = {0};
    Rate share = {0};
    if (!amount_subtract(change, finding->amount, &borne))
        return;
    g_autoptr(ReasonReading) reading = reason_read(claim->reason);
    g_autofree char *names = driver_names(reading->drivers);
    g_autofree char *whole = signed_off(change);
    g_autofree char *part = signed_off(borne);
    g_autofree char *rest = signed_off(finding->amount);
    if (reading->drivers != 0 && names[0] != '\0') {
        prose_add(prose, TONE_PLAIN, say("；按", "; by "));
        prose_link(prose, TONE_PLAIN, "thresholds", say("一般幅度", "the usual measure"));
        prose_addf(prose, TONE_PLAIN, say("估算，所说的因素（%s）最多可解释 %s", " what it names (%s) carries %s at the most"), names, part);
    } else {
        prose_addf(prose, TONE_PLAIN, say("；理由所列金额可解释 %s", "; the amounts it gives carry %s"), part);
    }
    Amount size = borne;
    size.fen = ABS(size.fen);
    if (size.fen != 0 && share_of_amounts(size, base, &share)) {
        g_autofree char *percent = percent_from_rate(share, false);
        prose_addf(prose, TONE_PLAIN, say("（对比期的 %s）", " (%s of the base)"), percent);
    }
    prose_addf(prose, TONE_PLAIN, say("；%s − %s = ", "; %s − %s = "), whole, part);
    prose_add(prose, TONE_STRONG, rest);
    prose_add(prose, TONE_PLAIN, say("，没有着落", ", unexplained"));
}

Prose *arithmetic_of_finding(const Report *report, const Finding *finding)
{
    Amount base, change;
    const Claim *claim = claim_of_finding(report, finding);
    if (claim == NULL || !claim_implied_base(claim, &base, &change) || change.fen == 0)
        return NULL;
    Prose *prose = prose_new(say("算式：", "Reckoned: "));
    add_difference(prose, claim, base, change);
    if (g_str_equal(finding->rule, "reason.insufficient") && finding->has_amount)
        add_what_is_borne(prose, finding, claim, base, change);
    prose_add(prose, TONE_PLAIN, say("（万元）。", " (10,000 yuan)."));
    return prose;
}
