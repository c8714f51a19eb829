/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reason.missing, .vague, .contradicts, .other-subject, .reused, .insufficient: is the change explained? */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/moves.h"
#include "schema/language.h"

/* Reasons shorter than this many characters (未安排预算) are shared by nature. */
#define REUSED_LENGTH 8

/* A question quotes no more of a reason than this many characters. */
#define QUOTED_LENGTH 28

typedef struct {
    RuleContext *context;
    Amount total;
    bool has_total;
    const GPtrArray *moves;
    const Filing *before; /* last year's, NULL when there is none to compare with */
} Reasons;

static bool same_quantity(const Claim *a, const Claim *b)
{
    return a->direction == b->direction && a->fund == b->fund && g_str_equal(a->measure, b->measure) &&
           g_str_equal(a->code, b->code) && g_str_equal(a->subject, b->subject);
}

/* The same change may be told in several sections: a reason in one of them is a reason. */
static bool explained_elsewhere(const Reasons *reasons, const Claim *claim)
{
    const GPtrArray *claims = reasons->context->filing->claims;
    for (guint i = 0; i < claims->len; i++) {
        const Claim *other = g_ptr_array_index(claims, i);
        bool same_words = same_quantity(claim, other) ||
                          (g_str_equal(claim->subject, other->subject) && g_str_equal(claim->code, other->code));
        if (other != claim && other->reason[0] != '\0' && same_words && other->has_change &&
            verdict_of_equality(other->change, claim->change) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

/* A whole whose parts are named in the same sentence is explained by them. */
static bool explained_by_parts(const Reasons *reasons, const Claim *claim)
{
    const Filing *filing = reasons->context->filing;
    for (guint s = 0; s < filing->sums->len; s++) {
        const Sum *sum = g_ptr_array_index(filing->sums, s);
        if (sum->whole < 0 || sum->whole >= (int)filing->claims->len ||
            g_ptr_array_index(filing->claims, (guint)sum->whole) != claim)
            continue;
        bool all = sum->parts->len > 0;
        for (guint i = 0; i < sum->parts->len; i++) {
            int index = g_array_index(sum->parts, int, i);
            bool there = index >= 0 && index < (int)filing->claims->len;
            const Claim *part = there ? g_ptr_array_index(filing->claims, (guint)index) : NULL;
            all &= part != NULL && (part->reason[0] != '\0' || part->change.fen == 0) && part->turn != TURN_NONE;
        }
        if (all)
            return true;
    }
    return false;
}

/* 2010202 一般行政管理事务增加 1,379.56 万元（77.49%）. The caller frees it. */
static char *change_words(const Claim *claim)
{
    g_autofree char *title = claim_title(claim);
    Amount size = claim->change;
    size.fen = size.fen < 0 ? -size.fen : size.fen;
    g_autofree char *change = amount_to_display(size);
    Rate rate = claim->growth;
    /* A growth of the other sign is a fault of its own (text.direction): it is quoted as it stands. */
    rate.value = claim_growth_opposes_change(claim) || rate.value > 0 ? rate.value : -rate.value;
    g_autofree char *growth = claim->has_growth ? rate_to_text(rate) : NULL;
    const char *verb = claim->change.fen < 0 ? say("减少", "fell") : say("增加", "rose");
    if (claim->change.fen == 0)
        return g_strdup_printf(say("%s没有变化", "%s did not change"), title);
    return growth != NULL ? g_strdup_printf(say("%s%s %s 万元（%s%%）", "%s %s by %s (%s %%)"), title, verb, change, growth)
                          : g_strdup_printf(say("%s%s %s 万元", "%s %s by %s"), title, verb, change);
}

/* A reason for a question: whole where it is short. The caller frees it. */
static char *reason_in_short(const char *reason)
{
    if (g_utf8_strlen(reason, -1) <= QUOTED_LENGTH)
        return g_strdup(reason);
    g_autofree char *head = g_utf8_substring(reason, 0, QUOTED_LENGTH - 1);
    return g_strconcat(head, "…", NULL);
}

static Finding *raise_reason(Reasons *reasons, const char *rule, Severity severity, const Claim *claim, const char *what,
                             const char *ask)
{
    Finding *finding = raise_on_claim(reasons->context, rule, severity, claim);
    raise_amount(finding, claim->change);
    g_autofree char *words = change_words(claim);
    g_autofree char *quote = claim->reason[0] != '\0' ? g_strdup_printf(say("：“%s”", ": \"%s\""), claim->reason) : g_strdup("");
    g_autofree char *reason = reason_in_short(claim->reason);
    g_autofree char *said = reason[0] != '\0' ? g_strdup_printf(say("，理由是“%s”", " (\"%s\")"), reason) : g_strdup("");
    raise_say(finding, g_strdup_printf(say("%s，%s%s", "%s; %s%s"), words, what, quote),
              ask != NULL ? g_strdup_printf(say("%s%s。%s", "%s%s: %s"), words, said, ask) : NULL);
    return finding;
}

static void check_missing(Reasons *reasons, const Claim *claim, bool material)
{
    if (!material || claim->reason[0] != '\0' || explained_elsewhere(reasons, claim) || explained_by_parts(reasons, claim))
        return;
    raise_reason(reasons, "reason.missing", SEVERITY_WARNING, claim, say("没有说明原因", "no reason is given"),
                 say("材料没有说明原因，原因是什么？", "what is the reason?"));
}

/* A fund's change explained with another fund, and not with its own. */
static bool speaks_of_other_fund(const Claim *claim, const ReasonReading *reading)
{
    guint own = 1u << claim->fund;
    guint named = reading->funds & ~(1u << FUND_ALL);
    bool moved = (reading->drivers & (DRIVER_RECLASSIFICATION | DRIVER_TRANSFER)) != 0;
    return claim->fund != FUND_ALL && named != 0 && (named & own) == 0 && !moved;
}

static void check_vague(Reasons *reasons, const Claim *claim, const ReasonReading *reading, bool material)
{
    if (!material || reading->drivers != 0 || reading->none || reading->amounts->len > 0 ||
        speaks_of_other_fund(claim, reading))
        return;
    raise_reason(reasons, "reason.vague", SEVERITY_NOTICE, claim, say("所说原因没有指出任何具体因素", "the reason names no driver"),
                 say("具体是哪些因素、各多少金额？", "which drivers, and how much each?"));
}

static void check_contradicts(Reasons *reasons, const Claim *claim, const ReasonReading *reading)
{
    if (!reason_argues_against(reading, claim->direction, claim->change))
        return;
    raise_reason(reasons, "reason.contradicts", SEVERITY_WARNING, claim,
                 claim->change.fen > 0 ? say("金额增加，理由说的却是减少", "it rose, but the reason argues a fall")
                                       : say("金额减少，理由说的却是增加", "it fell, but the reason argues a rise"),
                 say("理由与增减方向相反，真正的原因是什么？", "the reason argues the other way: what is the real one?"));
}

static void check_other_fund(Reasons *reasons, const Claim *claim, const ReasonReading *reading)
{
    if (!speaks_of_other_fund(claim, reading))
        return;
    Fund other = (Fund)__builtin_ctz(reading->funds & ~(1u << FUND_ALL));
    /* What is called by its fund need not be told which fund it is of; what did not change has no reason to be asked for. */
    bool by_name = strstr(claim->subject, fund_name(claim->fund)) != NULL;
    g_autofree char *what = by_name ? g_strdup_printf(say("理由说的却是%s", "the reason speaks of %s"), fund_name(other))
                                    : g_strdup_printf(say("属%s，理由说的却是%s", "it belongs to %s, the reason speaks of %s"),
                                                      fund_name(claim->fund), fund_name(other));
    raise_reason(reasons, "reason.other-subject", SEVERITY_WARNING, claim, what,
                 claim->change.fen == 0
                     ? say("那是另一项资金的理由，是不是抄错了？应如何更正？", "the reason is another fund's: was it copied by mistake?")
                     : say("那是另一项资金的理由，本项增减的原因是什么？", "the reason is another fund's: what is this one's?"));
}

static char *size_of(Amount amount)
{
    amount.fen = ABS(amount.fen);
    return amount_to_display(amount);
}

/* The part of the change that moves do not carry, and what amounts and drivers bear of it. */
static void check_insufficient(Reasons *reasons, const Claim *claim, const ReasonReading *reading, bool material)
{
    Amount base, change, borne, rest;
    Amount moved = moved_part(reasons->moves, claim);
    if (!material || moved.fen != 0 || reading->none || !claim_implied_base(claim, &base, &change) || base.fen == 0)
        return;
    bool quoted = change_borne_by_amounts(reading, change, &borne);
    /* Amounts beside drivers that have none of their own: the drivers may carry the rest. */
    if (!quoted && reading->drivers == 0)
        return;
    Amount by_drivers = change_borne_by_drivers(reasons->context->thresholds, reasons->context->filing, reading, base, change);
    if (!quoted)
        borne = by_drivers;
    gint64 cover = threshold(reasons->context->thresholds, "reason.cover");
    if ((double)ABS(borne.fen) * 1000.0 >= (double)ABS(change.fen) * (double)cover || !amount_subtract(change, borne, &rest))
        return;
    g_autofree char *bears = amount_to_display(borne);
    g_autofree char *left = amount_to_display(rest);
    g_autofree char *part = size_of(borne);
    g_autofree char *size = size_of(rest);
    g_autofree char *names = driver_names(reading->drivers);
    g_autofree char *what =
        quoted ? g_strdup_printf(say("理由列出的金额只有 %s 万元，其余 %s 万元没有着落", "the amounts that the reason gives come to %s; %s is left"), bears, left)
               : g_strdup_printf(say("按一般幅度估算，所说的因素（%s）最多能解释 %s 万元，其余 %s 万元没有着落",
                               "by the usual measure the drivers named (%s) carry %s at the most; %s is left"), names, bears, left);
    g_autofree char *ask =
        borne.fen == 0
            ? g_strdup_printf(say("这个理由支持不了其中任何一部分，%s 万元是什么？", "that carries none of it: what are the %s?"), size)
        : quoted
            ? g_strdup_printf(say("理由列出的金额只有 %s 万元，其余 %s 万元是什么？", "its amounts come to %s: what are the other %s?"), part, size)
            : g_strdup_printf(say("按一般幅度估算，这个理由最多能解释 %s 万元，其余 %s 万元是什么？",
                                  "by the usual measure that carries %s at the most: what are the other %s?"),
                              part, size);
    Finding *finding = raise_reason(reasons, "reason.insufficient", SEVERITY_WARNING, claim, what, ask);
    raise_amount(finding, rest);
}

static int kind_of_change(const Claim *claim)
{
    return claim->change.fen > 0 ? 1 : claim->change.fen < 0 ? -1 : 0;
}

/* Word for word the reason of an earlier subject whose change differs in kind. */
static void check_reused(Reasons *reasons, const Claim *claim, guint index)
{
    if (g_utf8_strlen(claim->reason, -1) < REUSED_LENGTH || !claim->has_change)
        return;
    for (guint i = 0; i < index; i++) {
        const Claim *other = g_ptr_array_index(reasons->context->filing->claims, i);
        if (!g_str_equal(other->reason, claim->reason) || same_quantity(other, claim) || !other->has_change ||
            kind_of_change(other) == kind_of_change(claim))
            continue;
        g_autofree char *what = g_strdup_printf(say("理由与“%s”逐字相同，而两者变动方向不同", "its reason is word for word that of \"%s\", whose change differs in kind"), other->subject);
        Finding *finding = raise_reason(reasons, "reason.reused", SEVERITY_NOTICE, claim, what, NULL);
        raise_add_claim(reasons->context, finding, other);
        return;
    }
}

/* What happens once: the same of it cannot make two years' changes. */
#define ONCE (DRIVER_PROJECT_NEW | DRIVER_PROJECT_FINISHED | DRIVER_ONE_OFF | DRIVER_TRANSFER | DRIVER_RECLASSIFICATION)

/* What goes the same way for years, and no further in one year than the thresholds say. */
#define LASTING (DRIVER_PAY | DRIVER_BASE | DRIVER_PRICE | DRIVER_WORK_LOAD | DRIVER_OTHER)

/* The staff numbers changed, and by the persons that the reason counts, if it counts any. */
static bool staff_bears_out(const Filing *filing, const ReasonReading *reading)
{
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        if (staff->has_change && g_str_equal(staff->kind, reading->retired ? "retired" : "in-post"))
            return reading->persons > 0 ? ABS(staff->change) == reading->persons : staff->change != 0;
    }
    return false;
}

/* The drivers named can each be checked, and together carry as much of this year's change as a reason must. */
static bool drivers_bear_out(const Reasons *reasons, const Claim *claim, const ReasonReading *reading)
{
    Amount base, change;
    bool counts_heads = (reading->drivers & DRIVER_HEAD_COUNT) != 0;
    if (reading->drivers == 0 || (reading->drivers & ~(guint)(LASTING | DRIVER_HEAD_COUNT)) != 0 ||
        (counts_heads && !staff_bears_out(reasons->context->filing, reading)) || !claim_implied_base(claim, &base, &change))
        return false;
    const Thresholds *thresholds = reasons->context->thresholds;
    Amount borne = change_borne_by_drivers(thresholds, reasons->context->filing, reading, base, change);
    return (double)ABS(borne.fen) * 1000.0 >= (double)ABS(change.fen) * (double)threshold(thresholds, "reason.cover");
}

/* What is wrong with a reason in last year's words; NULL where it is still true: the same way, by what can be checked. */
static const char *objection_to_copy(const Reasons *reasons, const Claim *claim, const Claim *other, const ReasonReading *reading)
{
    if (kind_of_change(other) != kind_of_change(claim))
        return say("而两年的变动方向不同", ", but the two years' changes differ in kind");
    if (reading->amounts->len > 0)
        return verdict_of_equality(claim->change, other->change) != VERDICT_IMPOSSIBLE
                   ? NULL
                   : say("连所列金额也一样，而变动额不同", ", amounts and all, but the changes differ");
    if (drivers_bear_out(reasons, claim, reading))
        return NULL;
    if ((reading->drivers & DRIVER_HEAD_COUNT) != 0 && reading->persons > 0)
        return say("而所说的人数与今年人员的增减对不上", ", but the persons it counts are not this year's change of staff");
    if ((reading->drivers & ONCE) != 0)
        return say("而所说的是一次性的事项", ", but it names what happens only once");
    return say("没有可以核对的新情况", ", and names nothing new that could be checked");
}

/* Word for word last year's reason for the same subject, unless it is borne out this year, too. */
static void check_copied(Reasons *reasons, const Claim *claim, const ReasonReading *reading, bool material)
{
    const Filing *before = reasons->before;
    if (before == NULL || !material || g_utf8_strlen(claim->reason, -1) < REUSED_LENGTH)
        return;
    for (guint i = 0; i < before->claims->len; i++) {
        const Claim *other = g_ptr_array_index(before->claims, i);
        if (!g_str_equal(other->reason, claim->reason) || !same_quantity(other, claim) || other->change.fen == 0)
            continue;
        const char *objection = objection_to_copy(reasons, claim, other, reading);
        if (objection == NULL)
            continue;
        g_autofree char *was = amount_to_display(other->change);
        g_autofree char *what = g_strdup_printf(say("理由与 %d 年（变动 %s 万元）逐字相同，%s",
                                                    "the reason is word for word that of %d (a change of %s)%s"),
                                                before->fiscal_year, was, objection);
        Finding *finding = raise_reason(reasons, "reason.reused", SEVERITY_NOTICE, claim, what,
                                        say("今年的原因果真与去年一样？", "is this year's reason really last year's?"));
        finding->base_year = before->fiscal_year;
        finding_add_evidence(finding, before, other->page, other->line, NULL, NULL, NULL, other->text);
        return;
    }
}

static void check_claim(Reasons *reasons, const Claim *claim, guint index)
{
    Amount base, change;
    if (!claim_implied_base(claim, &base, &change))
        return;
    bool material = reasons->has_total && change_is_material(reasons->context->thresholds, reasons->total, base, change);
    check_missing(reasons, claim, material);
    if (claim->reason[0] == '\0')
        return;
    g_autoptr(ReasonReading) reading = reason_read(claim->reason);
    check_vague(reasons, claim, reading, material);
    check_contradicts(reasons, claim, reading);
    check_other_fund(reasons, claim, reading);
    check_insufficient(reasons, claim, reading, material);
    check_reused(reasons, claim, index);
    check_copied(reasons, claim, reading, material);
}

void rule_reasons(RuleContext *context)
{
    Reasons reasons = {.context = context, .moves = moves_now(context)};
    reasons.has_total = figures_total(figures_now(context), &reasons.total);
    reasons.before = filing_compared(context);
    for (guint i = 0; i < context->filing->claims->len; i++)
        check_claim(&reasons, g_ptr_array_index(context->filing->claims, i), i);
}
