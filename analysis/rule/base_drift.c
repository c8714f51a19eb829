/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.base-drift: last year's figure as this year's sentence implies it, against last year's own filing. */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/lexicon.h"
#include "history/lineage_sums.h"
#include "schema/language.h"

typedef struct {
    RuleContext *context;
    const Filing *last;
    const Figures *before;
} Drift;

/* The measures that sentences and tables give one name: either is the figure compared with. */
static const char *const same_measures[][2] = {{"local", "total"}, {"total", "local"}, {"appropriation", "appropriation-balanced"}};

static bool agrees(const Drift *drift, Quantity quantity, Amount base)
{
    Amount amount;
    return figures_amount(drift->before, &quantity, &amount, NULL) &&
           verdict_of_equality(amount, base) != VERDICT_IMPOSSIBLE;
}

static bool agrees_by_another_name(const Drift *drift, const Claim *claim, Amount base)
{
    for (gsize i = 0; i < G_N_ELEMENTS(same_measures); i++)
        if (g_str_equal(claim->measure, same_measures[i][0]) &&
            agrees(drift, quantity_of(claim->direction, claim->fund, same_measures[i][1], claim->code), base))
            return true;
    return false;
}

/* With what confirmed moves brought into the subject, or took out of it, the figures agree: rule_subjects() tells of those. */
static bool agrees_after_moves(const Drift *drift, const Quantity *quantity, Amount filed, Amount base)
{
    const Filing *filing = drift->context->filing;
    Amount sum, moved = lineage_moved(drift->context->lineage, filing->kind, filing->scope, quantity, drift->last->fiscal_year,
                                      filing->fiscal_year);
    if (moved.fen == 0 || !amount_add(filed, moved, &sum))
        return false;
    sum.step = filed.step + moved.step;
    return verdict_of_equality(sum, base) != VERDICT_IMPOSSIBLE;
}

/* Where the code means another thing than last year, last year's figure is another subject's. */
static bool is_cut(const Drift *drift, const Quantity *quantity)
{
    const Filing *filing = drift->context->filing;
    const GPtrArray *links = drift->context->lineage->links;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = g_ptr_array_index(links, i);
        int sign = 0;
        if (link->kind == LINK_CUT && link->year == filing->fiscal_year && g_str_equal(link->to, quantity->code) &&
            link_touches(link, filing->kind, filing->scope, quantity, &sign))
            return true;
    }
    return false;
}

static bool told_before(const GPtrArray *claims, guint index, const Claim *claim)
{
    for (guint i = 0; i < index; i++) {
        const Claim *other = g_ptr_array_index(claims, i);
        if (other->direction == claim->direction && other->fund == claim->fund && other->has_change &&
            g_str_equal(other->measure, claim->measure) && g_str_equal(other->code, claim->code) &&
            other->change.fen == claim->change.fen)
            return true;
    }
    return false;
}

/* Last year's sentence that prints the figure: its author was copied, and last year's text and table disagree. */
static const Claim *copied_from(const Drift *drift, const Claim *claim, Amount base)
{
    for (guint i = 0; i < drift->last->claims->len; i++) {
        const Claim *other = g_ptr_array_index(drift->last->claims, i);
        if (other->has_amount && other->direction == claim->direction && other->fund == claim->fund &&
            g_str_equal(other->measure, claim->measure) && g_str_equal(other->code, claim->code) &&
            verdict_of_equality(other->amount, base) != VERDICT_IMPOSSIBLE)
            return other;
    }
    return NULL;
}

/* Amounts in the sentence that are cut off where last year's table is finer (元 against 万元) make the base this far off. */
static bool may_be_cut_off(const Claim *claim, Amount base, Amount filed)
{
    gint64 reach = claim->amount.step + (claim->has_change ? claim->change.step : 0);
    return filed.step < claim->amount.step && ABS(base.fen - filed.fen) < reach;
}

/* The earlier issue of last year's filing that prints the base; NULL when none does. */
static const Filing *issue_before(const Drift *drift, const Quantity *quantity, Amount base)
{
    const GPtrArray *restated = drift->context->department->restated;
    for (guint i = 0; i < restated->len; i++) {
        const Filing *earlier = g_ptr_array_index(restated, i);
        if (earlier->fiscal_year != drift->last->fiscal_year || earlier->kind != drift->last->kind ||
            earlier->scope != drift->last->scope)
            continue;
        g_autoptr(Figures) figures = figures_new(earlier);
        Amount amount;
        if (figures_amount(figures, quantity, &amount, NULL) && verdict_of_equality(amount, base) != VERDICT_IMPOSSIBLE)
            return earlier;
    }
    return NULL;
}

/* The subjects that are gone and would make up the difference, were it not that some sum of so many always does; or NULL. */
static char *doubtful_parts(const Drift *drift, const Claim *claim)
{
    GString *names = NULL;
    const Filing *filing = drift->context->filing;
    const GPtrArray *links = drift->context->lineage->links;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = g_ptr_array_index(links, i);
        if (link->confirmed || link->origin != LINK_BY_FIGURES || link->year != filing->fiscal_year ||
            link->filing_kind != filing->kind || link->scope != filing->scope || link->direction != claim->direction ||
            link->fund != claim->fund || !g_str_equal(link->measure, claim->measure) || !g_str_equal(link->to, claim->code))
            continue;
        if (names == NULL)
            names = g_string_new(NULL);
        g_autofree char *amount = amount_to_display(link->amount);
        g_string_append_printf(names, "%s%s %s %s", names->len > 0 ? say("、", ", ") : "", link->from, link->from_name, amount);
    }
    return names != NULL ? g_string_free(names, FALSE) : NULL;
}

/*
 * What else may explain the difference, in words; "" for nothing. Then it is a question and no error: the base is that of an
 * issue of last year's filing that was replaced, or subjects that are gone would make it up.
 */
static char *mitigation(const Drift *drift, const Claim *claim, const Quantity *quantity, Amount base)
{
    const Filing *earlier = issue_before(drift, quantity, base);
    if (earlier != NULL)
        return g_strdup_printf(say("（与重新公开以前的文件相符：%s）", " (that of the issue before the re-issue: %s)"), earlier->file);
    g_autofree char *parts = doubtful_parts(drift, claim);
    if (parts != NULL)
        return g_strdup_printf(say("（差额可能是本年不再列的 %s，未能确认）",
                                   " (the difference may be what is not listed any more: %s; not confirmed)"), parts);
    return g_strdup("");
}

static void tell_drift(Drift *drift, const Claim *claim, Amount base, Amount change, Amount filed, Place place)
{
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    g_autofree char *may_be = mitigation(drift, claim, &quantity, base);
    Severity severity = may_be[0] != '\0' ? SEVERITY_WARNING : SEVERITY_ERROR;
    Finding *finding = raise_on_claim(drift->context, "year.base-drift", severity, claim);
    int year = drift->last->fiscal_year;
    finding->base_year = year;
    raise_add_place_of(finding, drift->last, place);
    Amount difference;
    if (amount_subtract(base, filed, &difference))
        raise_amount(finding, (Amount){difference.fen, filed.step});
    const Claim *copied = copied_from(drift, claim, base);
    if (copied != NULL)
        finding_add_evidence(finding, drift->last, copied->page, copied->line, NULL, NULL, NULL, copied->text);
    g_autofree char *title = claim_title(claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    g_autofree char *by = amount_to_display(change);
    g_autofree char *implied = amount_to_display((Amount){base.fen, claim->amount.step});
    g_autofree char *printed = amount_to_display(filed);
    g_autofree char *message =
        g_strdup_printf(say("%s 本年 %s、变动 %s，推算 %d 年为 %s；而 %d 年文件的表中是 %s",
                            "%s is %s after a change of %s, so %d was %s; but the tables of %d say %s"),
                        title, amount, by, year, implied, year, printed);
    raise_say(finding,
              g_strconcat(message, copied != NULL ? say("（那一年的文字也写作前者：文字与表不一致）", " (that year's text has the former, too: it is not what its table says)") : "",
                          may_be, NULL),
              g_strdup_printf(say("%s的上年数是 %s 还是 %s 万元？", "Was %s %s or %s (万元) last year?"), title, implied, printed));
}

/* No last year's figure under any of its names, moved or not, gives the stated growth. */
static bool growth_is_impossible(const Drift *drift, const Claim *claim, const Quantity *quantity, Amount filed)
{
    const Filing *filing = drift->context->filing;
    int last = drift->last->fiscal_year;
    Amount moved = lineage_moved(drift->context->lineage, filing->kind, filing->scope, quantity, last, filing->fiscal_year);
    Amount bases[4] = {filed};
    gsize count = 1;
    if (moved.fen != 0 && amount_add(filed, moved, &bases[count]))
        count++;
    for (gsize i = 0; i < G_N_ELEMENTS(same_measures) && count < G_N_ELEMENTS(bases); i++) {
        Quantity other = quantity_of(claim->direction, claim->fund, same_measures[i][1], claim->code);
        if (g_str_equal(claim->measure, same_measures[i][0]) && figures_amount(drift->before, &other, &bases[count], NULL))
            count++;
    }
    for (gsize i = 0; i < count; i++) {
        RateVerdict verdict = verdict_of_growth_on_base(claim->amount, bases[i], claim->growth);
        /* One unit of the last digit is how growth is often cut off. */
        if (!verdict.defined || verdict.verdict != VERDICT_IMPOSSIBLE || verdict.units <= 1)
            return false;
    }
    return true;
}

/* A sentence that gives a growth and no change: with last year's own figure it can be reckoned. */
static void check_growth(Drift *drift, const Claim *claim, Against expected, const Quantity *quantity)
{
    Amount filed;
    Place place;
    if (!claim->has_amount || claim->has_change || !claim->has_growth || claim->has_base || claim->against != expected ||
        claim->measure[0] == '\0' || !figures_amount(drift->before, quantity, &filed, &place) || filed.fen <= 0 ||
        is_cut(drift, quantity) || !growth_is_impossible(drift, claim, quantity, filed))
        return;
    Finding *finding = raise_on_claim(drift->context, "year.base-drift", SEVERITY_ERROR, claim);
    int year = drift->last->fiscal_year;
    finding->base_year = year;
    raise_add_place_of(finding, drift->last, place);
    RateVerdict verdict = verdict_of_growth_on_base(claim->amount, filed, claim->growth);
    g_autofree char *title = claim_title(claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    g_autofree char *printed = amount_to_display(filed);
    g_autofree char *stated = rate_to_text(claim->growth);
    raise_say(finding,
              g_strdup_printf(say("%s 本年 %s，文中说比上年变动 %s%%；而 %d 年文件的表中是 %s，按此变动应在 %.2f%% 至 %.2f%% 之间",
                                  "%s is %s, a stated growth of %s %%; but the tables of %d say %s, which makes it %.2f to %.2f %%"),
                              title, amount, stated, year, printed, verdict.low, verdict.high),
              g_strdup_printf(say("%s的上年数是多少，%s%% 是怎样算出的？", "What was %s last year, and how was %s %% reckoned?"), title, stated));
}

/* Last year's sentence on the quantity, where all its sentences give one figure; NULL otherwise. */
static const Claim *last_sentence(const Drift *drift, const Claim *claim)
{
    const Claim *found = NULL;
    for (guint i = 0; i < drift->last->claims->len; i++) {
        const Claim *other = g_ptr_array_index(drift->last->claims, i);
        if (!other->has_amount || other->direction != claim->direction || other->fund != claim->fund ||
            !g_str_equal(other->measure, claim->measure) || !g_str_equal(other->code, claim->code) ||
            (claim->code[0] == '\0' && !g_str_equal(other->subject, claim->subject)))
            continue;
        if (found != NULL && verdict_of_equality(found->amount, other->amount) == VERDICT_IMPOSSIBLE)
            return NULL;
        found = other;
    }
    return found;
}

/* The sentence says that what is counted changed, or that something came from elsewhere: then the years may well differ. */
static bool tells_of_another_footing(const Claim *claim)
{
    g_autoptr(ReasonReading) reading = reason_read(claim->reason);
    return strstr(claim->text, "口径") != NULL || (reading->drivers & (DRIVER_RECLASSIFICATION | DRIVER_TRANSFER)) != 0;
}

/* What no table of last year prints can only be held against its text. */
static void check_sentence(Drift *drift, const Claim *claim, guint index, Amount base, const Quantity *quantity)
{
    const Claim *last = last_sentence(drift, claim);
    Amount difference;
    if (last == NULL || verdict_of_equality(last->amount, base) != VERDICT_IMPOSSIBLE ||
        agrees_after_moves(drift, quantity, last->amount, base) || agrees_by_another_name(drift, claim, base) ||
        is_cut(drift, quantity) || told_before(drift->context->filing->claims, index, claim))
        return;
    Severity severity = tells_of_another_footing(claim) ? SEVERITY_WARNING : SEVERITY_ERROR;
    Finding *finding = raise_on_claim(drift->context, "year.base-drift", severity, claim);
    int year = drift->last->fiscal_year;
    finding->base_year = year;
    finding_add_evidence(finding, drift->last, last->page, last->line, NULL, NULL, NULL, last->text);
    if (amount_subtract(base, last->amount, &difference))
        raise_amount(finding, difference);
    g_autofree char *title = claim_title(claim);
    g_autofree char *amount = amount_to_display(claim->amount);
    g_autofree char *implied = amount_to_display((Amount){base.fen, claim->amount.step});
    g_autofree char *printed = amount_to_display(last->amount);
    raise_say(finding,
              g_strdup_printf(say("%s 本年 %s，按所说的变动推算 %d 年为 %s；而 %d 年的文字是 %s（那一年的表没有这一项）",
                                  "%s is %s, its stated change makes %d %s; but the text of %d says %s (its tables do not print it)"),
                              title, amount, year, implied, year, printed),
              g_strdup_printf(say("%s的上年数是 %s 还是 %s 万元，口径是否变了？", "Was %s %s or %s (万元) last year, and is it still counted alike?"),
                              title, implied, printed));
}

static void check_claim(Drift *drift, const Claim *claim, guint index)
{
    Amount base, filed, change = claim->change;
    Place place;
    Quantity quantity = quantity_of(claim->direction, claim->fund, claim->measure, claim->code);
    Against expected = drift->last->kind == KIND_BUDGET ? AGAINST_LAST_BUDGET : AGAINST_LAST_ACCOUNTS;
    check_growth(drift, claim, expected, &quantity);
    if (claim->measure[0] == '\0' || !lineage_base(claim, expected, &base))
        return;
    if (!figures_amount(drift->before, &quantity, &filed, &place)) {
        if (figures_places(drift->before, &quantity) == NULL && !figures_cover(drift->before, &quantity))
            check_sentence(drift, claim, index, base, &quantity);
        return;
    }
    if (!claim->has_change)
        change = (Amount){0, claim->amount.step};
    if (verdict_of_equality(filed, base) != VERDICT_IMPOSSIBLE || agrees_after_moves(drift, &quantity, filed, base) ||
        agrees_by_another_name(drift, claim, base) || is_cut(drift, &quantity) || may_be_cut_off(claim, base, filed) ||
        told_before(drift->context->filing->claims, index, claim))
        return;
    tell_drift(drift, claim, base, change, filed, place);
}

void rule_base_drift(RuleContext *context)
{
    const Filing *filing = context->filing;
    Drift drift = {.context = context, .last = filing_compared(context)};
    if (drift.last == NULL)
        return;
    drift.before = figures_last(context);
    for (guint i = 0; i < filing->claims->len; i++)
        check_claim(&drift, g_ptr_array_index(filing->claims, i), i);
}
