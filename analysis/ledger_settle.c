/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "analysis/change.h"
#include "analysis/head_count.h"
#include "analysis/ledger_build.h"
#include "schema/language.h"

bool ledger_claim_change(const Claim *claim, Against against, Amount *base, Amount *change)
{
    if (claim->against != against || !claim->has_amount)
        return false;
    /* 年初预算为…，支出决算为… gives both sides; a subject that is new this year was nothing before. */
    if (against == AGAINST_THIS_BUDGET) {
        *base = claim->base;
        return claim->has_base && amount_subtract(claim->amount, *base, change);
    }
    if (claim->turn == TURN_NEW && !claim->has_change && !claim->has_growth) {
        *base = (Amount){0, claim->amount.step};
        *change = claim->amount;
        return true;
    }
    return claim_implied_base(claim, base, change);
}

/* ---- reclassified ---- */

static void add_to(Amount *sum, Amount part)
{
    if (part.fen != 0)
        amount_add(*sum, part, sum);
}

static bool joins_pair(const Link *link, const Link *other)
{
    return (g_str_equal(link->from, other->from) && g_str_equal(link->to, other->to)) ||
           (g_str_equal(link->from, other->to) && g_str_equal(link->to, other->from));
}

static bool is_of_general(const Link *link)
{
    return link->fund == FUND_GENERAL && g_str_equal(link->measure, "total");
}

/* A link of this very step that the ledger may count. */
static bool counts_here(const LedgerBuilder *builder, const Link *link)
{
    return link->confirmed && link->has_amount && link->filing_kind == builder->now->kind && link->scope == builder->now->scope &&
           link->direction == DIRECTION_EXPENDITURE && link->year == builder->ledger->fiscal_year &&
           link->base_year == builder->ledger->base_year;
}

static bool general_has_pair(const LedgerBuilder *builder, const Link *link)
{
    for (guint i = 0; i < builder->lineage->links->len; i++) {
        const Link *other = g_ptr_array_index(builder->lineage->links, i);
        if (is_of_general(other) && counts_here(builder, other) && joins_pair(link, other))
            return true;
    }
    return false;
}

/*
 * Moves told in the section on all appropriation are the general budget's, as its sentences are: counted where the
 * section on the general budget does not tell them again.
 */
static Amount moved_by_appropriation(const LedgerBuilder *builder, const char *code)
{
    Amount sum = {0, 1};
    for (guint i = 0; i < builder->lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(builder->lineage->links, i);
        int sign = (g_str_has_prefix(link->to, code) ? 1 : 0) - (g_str_has_prefix(link->from, code) ? 1 : 0);
        if (sign == 0 || link->origin != LINK_BY_TEXT || link->fund != FUND_ALL || !g_str_equal(link->measure, "appropriation") ||
            !counts_here(builder, link) || general_has_pair(builder, link))
            continue;
        add_to(&sum, (Amount){sign * link->amount.fen, link->amount.step});
    }
    return sum;
}

static Amount moved_of_line(const LedgerBuilder *builder, const LedgerLine *line)
{
    const Ledger *ledger = builder->ledger;
    Amount sum = {0, line->change.step};
    /* Links go from year to year within one kind of filing. */
    if (ledger->phase != ledger->base_phase || line->code[0] == '\0')
        return sum;
    Quantity quantity = quantity_of(line->direction, line->fund, line->measure, line->code);
    add_to(&sum, lineage_moved(builder->lineage, builder->now->kind, builder->now->scope, &quantity, ledger->base_year,
                               ledger->fiscal_year));
    add_to(&sum, moved_by_appropriation(builder, line->code));
    return sum;
}

/* ---- explained ---- */

static void note_on(LedgerLine *line, char *text)
{
    g_autofree char *one = text;
    g_autofree char *before = line->note;
    line->note = before[0] == '\0' ? g_strdup(one) : g_strconcat(before, say("；", "; "), one, NULL);
}

/* Head count as the staff numbers bear it out: what it can carry, or that it can carry nothing. */
static gint64 head_count_capacity(const LedgerBuilder *builder, LedgerLine *line, ReasonReading *reading, bool rise)
{
    if ((reading->drivers & DRIVER_HEAD_COUNT) == 0)
        return 0;
    HeadCount count = head_count_check(builder->now, builder->before, reading, line->reason, rise);
    if (count.verdict == HEAD_COUNT_BORNE_OUT)
        return count.capacity;
    if (count.verdict == HEAD_COUNT_UNKNOWN)
        return threshold(builder->thresholds, "driver.head-count");
    reading->drivers &= ~(guint)DRIVER_HEAD_COUNT;
    g_autofree char *numbers = head_count_text(&count);
    note_on(line, g_strdup_printf(say("理由说人员增减，人员数却是%s，不支持", "the reason names head count, but the staff numbers are %s: not borne out"), numbers));
    return 0;
}

/* What the reason bears of the part that no move explains. */
static Amount explained_by_reason(const LedgerBuilder *builder, LedgerLine *line, ReasonReading *reading, Amount rest,
                                  bool carried)
{
    Amount borne = {0, rest.step};
    /* That carryover rose because carryover rose explains nothing. */
    if (carried)
        reading->drivers &= ~(guint)DRIVER_CARRYOVER;
    /* A move that stands in the ledger as moved does not explain the rest again. */
    if (line->reclassified.fen != 0)
        reading->drivers &= ~(guint)(DRIVER_RECLASSIFICATION | DRIVER_TRANSFER);
    bool only_head_count = reading->drivers == DRIVER_HEAD_COUNT;
    gint64 head_count = head_count_capacity(builder, line, reading, line->change.fen > 0);
    if (only_head_count && reading->drivers == 0)
        return borne;
    line->quantified = line->reclassified.fen == 0 && change_borne_by_amounts(reading, rest, &borne);
    if (line->quantified || reading->drivers == 0)
        return borne;
    /* What is left is a change of what the subject holds after the move: 20 % of nothing carries nothing. */
    Amount base = line->base;
    amount_add(line->base, line->reclassified, &base);
    borne = change_borne_with_head_count(builder->thresholds, head_count, reading, base, rest);
    line->bounded = borne.fen != rest.fen;
    return borne;
}

/*
 * The sentence speaks of another change than the tables show when its sign is another one: its reason is not this
 * change's, neither for it nor against it. An author who compares like with like speaks of the rest after the move.
 */
static bool speaks_of_this_change(const LedgerBuilder *builder, LedgerLine *line, const Claim *claim, Amount rest)
{
    Amount base, stated;
    if (!ledger_claim_change(claim, builder->against, &base, &stated) || line->change.fen == 0 ||
        (stated.fen > 0) == (line->change.fen > 0) || verdict_of_equality(stated, line->change) != VERDICT_IMPOSSIBLE ||
        verdict_of_equality(stated, rest) != VERDICT_IMPOSSIBLE)
        return true;
    g_autofree char *said = amount_to_display(stated);
    g_autofree char *found = amount_to_display(line->change);
    note_on(line, g_strdup_printf(say("材料说变动 %s，两年表列之差却是 %s，所说理由不计", "the filing states a change of %s, the tables give %s: what it says of it is not counted"), said, found));
    return false;
}

static LedgerVerdict verdict_of_line(const LedgerLine *line, bool contradicted)
{
    if (!line->material)
        return LEDGER_IMMATERIAL;
    gint64 slack = line->change.step * 3 / 2;
    bool moved = line->reclassified.fen != 0;
    if (contradicted && line->explained.fen == 0 && !moved)
        return LEDGER_CONTRADICTED;
    if (ABS(line->unexplained.fen) <= slack)
        return moved && ABS(line->explained.fen) <= slack ? LEDGER_RECLASSIFIED : LEDGER_EXPLAINED;
    return !moved && line->explained.fen == 0 ? LEDGER_UNEXPLAINED : LEDGER_PARTLY;
}

static void settle_by_claim(const LedgerBuilder *builder, LedgerLine *line, const Claim *claim)
{
    bool contradicted = false;
    line->reclassified = moved_of_line(builder, line);
    Amount rest = line->change;
    amount_subtract(line->change, line->reclassified, &rest);
    bool speaks = claim != NULL && speaks_of_this_change(builder, line, claim, rest);
    if (speaks && claim->reason[0] != '\0') {
        g_autoptr(ReasonReading) reading = reason_read(claim->reason);
        line->drivers = reading->drivers;
        contradicted = line->reclassified.fen == 0 && reason_argues_against(reading, line->direction, line->change);
        if (!contradicted)
            line->explained = explained_by_reason(builder, line, reading, rest, line->direction == DIRECTION_CARRYOVER);
    }
    amount_subtract(rest, line->explained, &line->unexplained);
    line->verdict = verdict_of_line(line, contradicted);
}

/* ---- a chain of years ---- */

typedef enum { OTHER_SUBJECT, SAME_SUBJECT, WIDER_SUBJECT } Match;

static Match match_lines(const LedgerLine *line, const LedgerLine *step)
{
    if (step->rest || step->direction != line->direction || step->fund != line->fund ||
        !g_str_equal(step->measure, line->measure))
        return OTHER_SUBJECT;
    if (line->code[0] == '\0' || step->code[0] == '\0')
        return g_str_equal(line->code, step->code) ? SAME_SUBJECT : OTHER_SUBJECT;
    if (g_str_has_prefix(step->code, line->code))
        return SAME_SUBJECT;
    return g_str_has_prefix(line->code, step->code) ? WIDER_SUBJECT : OTHER_SUBJECT;
}

static void take_step(LedgerLine *line, const Ledger *step, const LedgerLine *part, GString *reasons)
{
    add_to(&line->reclassified, part->reclassified);
    add_to(&line->explained, part->explained);
    line->drivers |= part->drivers;
    line->bounded |= part->bounded;
    if (part->reason[0] != '\0')
        g_string_append_printf(reasons, say("%s%d 年：%s", "%s%d: %s"), reasons->len > 0 ? say("；", "; ") : "", step->fiscal_year, part->reason);
    if (part->note[0] != '\0')
        note_on(line, g_strdup_printf(say("%d 年：%s", "%d: %s"), step->fiscal_year, part->note));
}

static void note_missing_step(LedgerLine *line, const LedgerTerms *step)
{
    if (line->change.fen == 0)
        return;
    g_autofree char *now = ledger_year_name(step->year, step->phase);
    g_autofree char *base = ledger_year_name(step->base_year, step->base_phase);
    note_on(line, g_strdup_printf(say("%s对 %s的理由不知道", "the reasons for %s against %s are not known"), now, base));
}

/* Each year's reasons for its own year's part of the change. */
static void settle_by_steps(const LedgerBuilder *builder, LedgerLine *line)
{
    bool contradicted = false;
    g_autoptr(GString) reasons = g_string_new(NULL);
    for (guint s = 0; s < builder->steps->len; s++) {
        const Ledger *step = g_ptr_array_index(builder->steps, s);
        if (step == NULL)
            note_missing_step(line, &g_array_index(builder->way, LedgerTerms, s));
        for (guint i = 0; step != NULL && i < step->lines->len; i++) {
            const LedgerLine *part = g_ptr_array_index(step->lines, i);
            Match match = match_lines(line, part);
            if (match == SAME_SUBJECT) {
                take_step(line, step, part, reasons);
                contradicted |= part->verdict == LEDGER_CONTRADICTED;
            } else if (match == WIDER_SUBJECT) {
                note_on(line, g_strdup_printf(say("%d 年只能按 %s 比较，该年的理由没有计入", "%d compares at the level of %s only: its reasons are not counted"), step->fiscal_year, part->code));
            }
        }
    }
    g_free(line->reason);
    line->reason = g_strdup(reasons->str);
    Amount rest = line->change;
    amount_subtract(line->change, line->reclassified, &rest);
    amount_subtract(rest, line->explained, &line->unexplained);
    line->verdict = verdict_of_line(line, contradicted);
}

void ledger_settle_line(const LedgerBuilder *builder, LedgerLine *line, const Claim *claim)
{
    line->reclassified = line->explained = (Amount){0, line->change.step};
    if (builder->steps != NULL)
        settle_by_steps(builder, line);
    else
        settle_by_claim(builder, line, claim);
    /* The parts are shown as the change was printed, also where a reason quotes a round amount. */
    line->reclassified.step = line->explained.step = line->unexplained.step = line->change.step;
}
