/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "analysis/change.h"
#include "analysis/head_count.h"
#include "analysis/ledger_build.h"
#include "analysis/moves.h"
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

/* The lines by code are of the general budget: what the lineage counts of them. */
static Amount moved_of_code(const Lineage *lineage, const Filing *filing, const char *code, const LedgerTerms *terms)
{
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total", code);
    return lineage_moved(lineage, filing->kind, filing->scope, &quantity, terms->base_year, terms->year);
}

static bool link_joins(const Link *link, const char *one, const char *other)
{
    return link->confirmed && ((g_str_equal(link->from, one) && g_str_equal(link->to, other)) ||
                               (g_str_equal(link->from, other) && g_str_equal(link->to, one)));
}

static bool lineage_tells(const Lineage *lineage, const Filing *filing, const Move *move, const LedgerTerms *terms)
{
    if (terms->phase != terms->base_phase || move->other == NULL)
        return false;
    for (guint i = 0; i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        if (link->filing_kind == filing->kind && link->scope == filing->scope && link->year == terms->year &&
            link->base_year == terms->base_year && link_joins(link, move->teller->code, move->other->code))
            return moved_of_code(lineage, filing, move->teller->code, terms).fen != 0;
    }
    return false;
}

GPtrArray *ledger_moves(const Filing *filing, const Lineage *lineage, const LedgerTerms *terms, const Thresholds *thresholds)
{
    GPtrArray *moves = moves_from_filing(filing, thresholds);
    for (guint i = moves->len; i > 0; i--)
        if (lineage_tells(lineage, filing, g_ptr_array_index(moves, i - 1), terms))
            g_ptr_array_remove_index(moves, i - 1);
    return moves;
}

static void add_to(Amount *sum, Amount part)
{
    if (part.fen != 0)
        amount_add(*sum, part, sum);
}

/* Links speak of the codes as printed: below a line at a higher level all of them count, and inner moves cancel out. */
static void add_links_below(const LedgerBuilder *builder, const Quantity *line, const Figures *figures, GHashTable *seen,
                            Amount *sum)
{
    const Ledger *ledger = builder->ledger;
    for (guint i = 0; figures != NULL && i < figures_quantities(figures)->len; i++) {
        const Quantity *quantity = g_ptr_array_index(figures_quantities(figures), i);
        if (quantity->direction != line->direction || quantity->fund != line->fund ||
            !g_str_equal(quantity->measure, line->measure) || !g_str_has_prefix(quantity->code, line->code) ||
            !g_hash_table_add(seen, quantity->code))
            continue;
        add_to(sum, lineage_moved(builder->lineage, builder->now->kind, builder->now->scope, quantity, ledger->base_year,
                                  ledger->fiscal_year));
    }
}

static Amount moved_by_lineage(const LedgerBuilder *builder, const LedgerLine *line)
{
    const Ledger *ledger = builder->ledger;
    Amount sum = {0, line->change.step};
    if (ledger->phase != ledger->base_phase || line->rest)
        return sum;
    Quantity quantity = quantity_of(line->direction, line->fund, line->measure, line->code);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(seen, quantity.code);
    add_to(&sum, lineage_moved(builder->lineage, builder->now->kind, builder->now->scope, &quantity, ledger->base_year,
                               ledger->fiscal_year));
    if (line->code[0] != '\0') {
        add_links_below(builder, &quantity, builder->figures, seen, &sum);
        add_links_below(builder, &quantity, builder->figures_before, seen, &sum);
    }
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
static Amount explained_by_reason(const LedgerBuilder *builder, LedgerLine *line, ReasonReading *reading, Amount rest, bool carried)
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
    borne = change_borne_with_head_count(builder->thresholds, head_count, reading, line->base, rest);
    line->bounded = borne.fen != rest.fen;
    return borne;
}

/*
 * The sentence speaks of another change than the tables show when its sign is another one: its reason is not this
 * change's, neither for it nor against it.
 */
static bool speaks_of_this_change(const LedgerBuilder *builder, LedgerLine *line, const Claim *claim)
{
    Amount base, stated;
    if (!ledger_claim_change(claim, builder->against, &base, &stated) || line->change.fen == 0 ||
        (stated.fen > 0) == (line->change.fen > 0) || verdict_of_equality(stated, line->change) != VERDICT_IMPOSSIBLE)
        return true;
    g_autofree char *said = amount_to_display(stated);
    g_autofree char *found = amount_to_display(line->change);
    note_on(line, g_strdup_printf(say("材料说变动 %s，两年表列之差是 %s，理由说的不是这个变动", "the filing states a change of %s, the tables give %s: the reason is not this change's"), said, found));
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
    line->reclassified = moved_by_lineage(builder, line);
    if (claim != NULL)
        add_to(&line->reclassified, moved_part(builder->moves, claim));
    Amount rest = line->change;
    amount_subtract(line->change, line->reclassified, &rest);
    bool speaks = claim != NULL && speaks_of_this_change(builder, line, claim);
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
    if (step->rest || step->direction != line->direction || step->fund != line->fund || !g_str_equal(step->measure, line->measure))
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

/* Each year's reasons for its own year's part of the change. */
static void settle_by_steps(const LedgerBuilder *builder, LedgerLine *line)
{
    bool contradicted = false;
    g_autoptr(GString) reasons = g_string_new(NULL);
    for (guint s = 0; s < builder->steps->len; s++) {
        const Ledger *step = g_ptr_array_index(builder->steps, s);
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
}
