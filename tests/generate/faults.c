/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of error, one a row of the table at the end of this file. A fault asks for a department
 * that has what it needs (wishes), changes sentences that are no claims (twists), and is planted in
 * the finished tables and claims. What is planted lies beyond anything that rounding explains.
 */
#include <string.h>

#include "tests/generate/figures.h"
#include "tests/generate/filing.h"
#include "tests/generate/reasons.h"

#define EXTRA_TOTAL 370000       /* yuan, text.amount */
#define EXTRA_PROCUREMENT 120000 /* yuan, text.sum */
#define WEIGHT_MISSING 5

static Sheet *table(Filing *filing, guint number)
{
    return filing->tables->pdata[number - 1];
}

/* 10 to 90 万元, in odd yuan. */
static gint64 wrong_by(Filing *filing)
{
    return (gint64)between(filing->rand, 100000, 900000);
}

static char *by_text(gint64 yuan)
{
    g_autofree char *amount = figure_text(yuan, false);
    return g_strconcat("printed ", amount, " too high", NULL);
}

static void add_to_row(const Sheet *sheet, SheetRow *row, gint64 yuan)
{
    for (gsize i = 0; i < sheet->column_count; i++)
        if (row->cells[i].key)
            row->cells[i].yuan += yuan;
}

/* One part of an item's row in table 3. */
static bool plant_sum_columns(Filing *filing)
{
    const char *code = filing->model->family->running;
    SheetRow *row = sheet_find_row(table(filing, 3), code);
    gint64 extra = wrong_by(filing);
    g_autofree char *what = by_text(extra), *where = g_strconcat("表3 ", code, NULL);
    g_autofree char *parent = g_strndup(where, sizeof "表3 " - 1 + 5);
    if (!row || !row->cells[5].key)
        return false;
    row->cells[5].yuan += extra;
    truth_finding(filing->truth, "sum.columns", where, what, "error");
    truth_finding_follows(filing->truth, "sum.children", parent, what, "error");
    return true;
}

/* A line of 302 in table 6, in all its columns, so that only the sum above it is wrong. */
static bool plant_sum_children(Filing *filing)
{
    SheetRow *row = sheet_find_row(table(filing, 6), "30201");
    gint64 extra = wrong_by(filing);
    g_autofree char *what = by_text(extra);
    if (!row)
        return false;
    add_to_row(table(filing, 6), row, extra);
    truth_finding(filing->truth, "sum.children", "表6 302", what, "error");
    return true;
}

/* A project of table 11 in all its columns; the narrative names no amounts then. */
static bool plant_sum_total(Filing *filing)
{
    Sheet *sheet = table(filing, 11);
    gint64 extra = wrong_by(filing);
    g_autofree char *what = by_text(extra);
    add_to_row(sheet, sheet->rows->pdata[sheet->rows->len - 1], extra);
    truth_finding(filing->truth, "sum.total", "表11 总计", what, "error");
    return true;
}

static bool plant_balance(Filing *filing)
{
    SheetRow *row = sheet_find_row(table(filing, 1), "支出总计");
    gint64 extra = wrong_by(filing);
    g_autofree char *what = by_text(extra);
    row->cells[3].yuan += extra;
    truth_finding(filing->truth, "balance", "表1 支出总计", what, "error");
    truth_finding_follows(filing->truth, "sum.total", "表1 支出总计", what, "error");
    truth_finding_follows(filing->truth, "cross.table", "表1 支出总计", what, "error");
    return true;
}

/* Projects may pay for reception too (the department is given some): the difference is a question, no error. */
static bool plant_cross_reception(Filing *filing)
{
    g_autofree char *what = by_text(filing->model->reception_printed_extra);
    truth_finding(filing->truth, "cross.table", "表10 公务接待费", what, "warning");
    return true;
}

/* An item in table 3 with all that it is part of, so that the table adds up and only the others disagree. */
static bool plant_cross_item(Filing *filing)
{
    const char *code = filing->model->family->running;
    static const glong LENGTHS[] = {7, 5, 3};
    gint64 extra = wrong_by(filing);
    g_autofree char *what = by_text(extra), *where = g_strconcat("表3 ", code, NULL);
    truth_finding(filing->truth, "cross.table", where, what, "error");
    truth_finding_follows(filing->truth, "text.amount", "基本支出", what, "error");
    for (gsize i = 0; i <= G_N_ELEMENTS(LENGTHS); i++) {
        bool total = i == G_N_ELEMENTS(LENGTHS);
        g_autofree char *key = total ? g_strdup("总计") : g_strndup(code, (gsize)LENGTHS[i]);
        /* A class stands in table 1 too, which is where the finding begins. */
        g_autofree char *above = g_strconcat(strlen(key) == 3 ? "表1 " : "表3 ", key, NULL);
        SheetRow *row = sheet_find_row(table(filing, 3), key);
        if (!row || !row->cells[4].key || !row->cells[5].key)
            return false;
        row->cells[4].yuan += extra;
        row->cells[5].yuan += extra;
        if (i > 0)
            truth_finding_follows(filing->truth, "cross.table", total ? "表1 支出总计" : above, what, "error");
    }
    return true;
}

static bool plant_table_missing(Filing *filing)
{
    static const guint OFTEN_FORGOTTEN[] = {2, 8, 9, 10, 11};
    Sheet *sheet = table(filing, OFTEN_FORGOTTEN[between(filing->rand, 0, 4)]);
    sheet->absent = true;
    truth_finding(filing->truth, "table.missing", sheet->title, "the table is not there",
                  "warning");
    return true;
}

/* A table with figures that is declared empty, or an empty one that is not. */
static bool plant_empty_note(Filing *filing)
{
    Sheet *sheet = table(filing, (guint)between(filing->rand, 7, 9));
    bool filled = sheet->rows->len > 0;
    g_free(sheet->note);
    sheet->note = filled ? g_strdup_printf("%s为空表。", sheet->title) : NULL;
    truth_finding(filing->truth, "table.empty-note", sheet->title,
                  filled ? "declared empty, with figures" : "empty without saying so", "warning");
    return true;
}

static bool plant_text_amount(Filing *filing)
{
    g_autofree char *what = by_text(EXTRA_TOTAL);
    truth_finding(filing->truth, "text.amount", "收支总预算", what, "error");
    return true;
}

/* The first claim, from a random one on, that the test accepts and changes. */
static Claim *first_claim(Filing *filing, bool (*accept)(Filing *filing, Claim *claim))
{
    g_autoptr(GPtrArray) claims = g_ptr_array_new();
    for (guint i = 0; i < filing->narrative->paragraphs->len; i++) {
        Claim *claim = ((Paragraph *)filing->narrative->paragraphs->pdata[i])->claim;
        if (claim)
            g_ptr_array_add(claims, claim);
    }
    guint start = (guint)between(filing->rand, 0, (int)claims->len - 1);
    for (guint i = 0; i < claims->len; i++) {
        Claim *claim = claims->pdata[(start + i) % claims->len];
        if (accept(filing, claim))
            return claim;
    }
    return NULL;
}

static bool plant_in_claim(Filing *filing, const char *rule,
                           bool (*accept)(Filing *filing, Claim *claim), const char *severity)
{
    Claim *claim = first_claim(filing, accept);
    if (!claim)
        return false;
    const char *printed = claim->share ? claim->share : claim->growth;
    g_autofree char *what = g_strdup_printf("section %s%s%s", claim->section,
                                            printed ? ", stated " : "", printed ? printed : "");
    truth_finding(filing->truth, rule, claim->subject, what, severity);
    return true;
}

static bool set_wrong_share(Claim *claim, gint64 rate)
{
    gint64 part = figure_from_yuan(claim->now), whole = figure_from_yuan(claim->whole);
    if (rate < 0 || rate_is_possible(part, whole, 1, rate))
        return false;
    claim->share = hundredths_text(rate);
    return true;
}

static bool accept_share_far(Filing *filing, Claim *claim)
{
    if (claim->whole == 0 || claim->now <= 0)
        return false;
    gint64 right = rate_nearest(claim->now, claim->whole), off = between(filing->rand, 150, 900);
    return set_wrong_share(claim, right > 5000 ? right - off : right + off);
}

/* 145 万元 for 145.00: a rounder figure on paper than the one reckoned with leaves room for the last digit. */
static bool prints_rounder(const Filing *filing, gint64 yuan)
{
    return filing->model->style.integer_amounts && figure_from_yuan(yuan) % 100 == 0;
}

static bool accept_share_last(Filing *filing, Claim *claim)
{
    return claim->whole != 0 && claim->now > 0 && !prints_rounder(filing, claim->now) &&
           set_wrong_share(claim, rate_other_side(claim->now, claim->whole));
}

static bool plant_share_far(Filing *filing)
{
    return plant_in_claim(filing, "text.share", accept_share_far, "error");
}

static bool plant_share_last(Filing *filing)
{
    return plant_in_claim(filing, "text.share", accept_share_last, "notice");
}

static bool has_growth(const Claim *claim)
{
    return claim->states_change && figure_from_yuan(claim->base) > 0 &&
           figure_from_yuan(claim->now - claim->base) != 0;
}

/*
 * The rate must not fit the printed amount and change, with a base that is only known as their
 * difference.
 */
static bool set_wrong_growth(Claim *claim, gint64 rate)
{
    gint64 change = figure_from_yuan(claim->now - claim->base),
           base = figure_from_yuan(claim->now) - change;
    if (base <= 0 || rate_is_possible(change, base, 2, rate))
        return false;
    claim->growth = hundredths_text(ABS(rate));
    return true;
}

static bool accept_growth_far(Filing *filing, Claim *claim)
{
    gint64 off = between(filing->rand, 500, 3000);
    return has_growth(claim) &&
           set_wrong_growth(claim, ABS(rate_nearest(claim->now - claim->base, claim->base)) + off);
}

static bool accept_growth_last(Filing *filing, Claim *claim)
{
    return has_growth(claim) && !prints_rounder(filing, claim->now) &&
           !prints_rounder(filing, claim->now - claim->base) &&
           set_wrong_growth(claim, rate_other_side(claim->now - claim->base, claim->base));
}

static bool accept_growth_slipped(Filing *filing, Claim *claim)
{
    (void)filing;
    gint64 rate = has_growth(claim) ? ABS(rate_nearest(claim->now - claim->base, claim->base)) : 0;
    return rate > 50 && set_wrong_growth(claim, rate * 10);
}

static bool accept_no_percent_sign(Filing *filing, Claim *claim)
{
    (void)filing;
    if (!has_growth(claim) || ABS(rate_nearest(claim->now - claim->base, claim->base)) < 100)
        return false;
    claim->no_percent_sign = true;
    return true;
}

static bool accept_reversed(Filing *filing, Claim *claim)
{
    (void)filing;
    if (!has_growth(claim) || rate_nearest(claim->now - claim->base, claim->base) == 0)
        return false;
    claim->growth_reversed = true;
    return true;
}

static bool plant_growth_far(Filing *filing)
{
    return plant_in_claim(filing, "text.growth", accept_growth_far, "error");
}

static bool plant_growth_last(Filing *filing)
{
    return plant_in_claim(filing, "text.growth", accept_growth_last, "notice");
}

static bool plant_growth_slipped(Filing *filing)
{
    return plant_in_claim(filing, "text.growth", accept_growth_slipped, "error");
}

static bool plant_no_percent_sign(Filing *filing)
{
    return plant_in_claim(filing, "text.growth", accept_no_percent_sign, "error");
}

static bool plant_direction(Filing *filing)
{
    return plant_in_claim(filing, "text.direction", accept_reversed, "error");
}

static Claim *changed_claim(const Filing *filing, const char *code)
{
    return code ? narrative_find(filing->narrative, "五（三）", code) : NULL;
}

static bool plant_zero_base(Filing *filing)
{
    Claim *claim = changed_claim(filing, filing->model->changed);
    if (!claim || claim->base != 0)
        return false;
    claim->percent_on_zero = true;
    truth_finding(filing->truth, "text.zero-base", claim->subject, "100.00 % on a base of zero",
                  "notice");
    return true;
}

static bool plant_text_sum(Filing *filing)
{
    g_autofree char *what = by_text(EXTRA_PROCUREMENT);
    truth_finding(filing->truth, "text.sum", "政府采购预算", what, "error");
    return true;
}

static bool plant_name(Filing *filing)
{
    truth_finding(filing->truth, "text.name", "部门整体绩效目标表", "another body's name",
                  "warning");
    return true;
}

static bool plant_weights(Filing *filing)
{
    truth_finding(filing->truth, "text.weights", "部门整体绩效目标表", "weights add to 95",
                  "warning");
    return true;
}

/*
 * The reason of the item that was given a material change; up and down are the words by its
 * direction.
 */
static bool plant_reason(Filing *filing, const char *rule, const char *up, const char *down,
                         const char *severity)
{
    Claim *claim = changed_claim(filing, filing->model->changed);
    if (!claim || !change_is_material(filing->model, claim->now, claim->base))
        return false;
    g_free(claim->reason);
    claim->reason = g_strdup(claim->now > claim->base ? up : down);
    truth_finding(filing->truth, rule, claim->subject, *claim->reason ? claim->reason : "no reason",
                  severity);
    return true;
}

static bool plant_reason_missing(Filing *filing)
{
    return plant_reason(filing, "reason.missing", "", "", "warning");
}

static bool plant_reason_vague(Filing *filing)
{
    return plant_reason(filing, "reason.vague", "根据工作实际需要安排", "按照实际情况安排",
                        "notice");
}

static bool plant_reason_contradicts(Filing *filing)
{
    return plant_reason(filing, "reason.contradicts", "任务减少，压减相关费用",
                        "任务增加，补助标准提高，费用上升", "warning");
}

static bool plant_reason_other_subject(Filing *filing)
{
    return plant_reason(filing, "reason.other-subject", "国有资本经营预算安排的支出增加",
                        "国有资本经营预算安排的支出减少", "warning");
}

static bool plant_reason_insufficient(Filing *filing)
{
    return plant_reason(filing, "reason.insufficient", "退休人员增加1人", "退休人员减少1人",
                        "warning");
}

static bool plant_reason_reused(Filing *filing)
{
    static const char *const SAME = "人员变动和政策调整";
    Claim *other = changed_claim(filing, filing->model->changed_too);
    if (!other || !change_is_material(filing->model, other->now, other->base) ||
        !plant_reason(filing, "reason.reused", SAME, SAME, "notice"))
        return false;
    g_free(other->reason);
    other->reason = g_strdup(SAME);
    truth_finding_follows(filing->truth, "reason.reused", other->subject,
                          "the same words for the other direction", "notice");
    return true;
}

static bool plant_move(Filing *filing, const char *rule, const char *severity)
{
    const Model *model = filing->model;
    g_autofree char *amount = figure_text(model->moved, false);
    g_autofree char *what = g_strconcat(amount, " said to move", NULL);
    g_autofree char *where = g_strconcat(model->moved_from, "→", model->moved_to, NULL);
    truth_finding(filing->truth, rule, where, what, severity);
    return true;
}

static bool plant_move_balanced(Filing *filing)
{
    return plant_move(filing, "reclass.balanced", "notice");
}

static bool plant_move_unbalanced(Filing *filing)
{
    return plant_move(filing, "reclass.unbalanced", "warning");
}

static bool plant_carried_large(Filing *filing)
{
    const Model *model = filing->model;
    gint64 all = model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
    g_autofree char *share =
        rate_text(model_sum(model, THIS_YEAR, "", FUNDS_CARRIED, USES_ALL), all);
    g_autofree char *what = g_strconcat(share, " % of the budget", NULL);
    truth_finding(filing->truth, "carryover.large", "上年结转结余", what, "warning");
    return true;
}

static bool plant_carried_opaque(Filing *filing)
{
    const Carried *carried = filing->model->carried->pdata[0];
    truth_finding(filing->truth, "carryover.opaque", carried->name, "withheld in the text",
                  "notice");
    return true;
}

static bool plant_public_up(Filing *filing)
{
    truth_finding(filing->truth, "three-public.increase", "公务接待费", "rose", "warning");
    if (model_public_sum(filing->model, THIS_YEAR) > model_public_sum(filing->model, LAST_YEAR))
        truth_finding_follows(filing->truth, "three-public.increase", "三公经费", "rose", "warning");
    return true;
}

static const Fault FAULTS[] = {
    {"sum.columns", {0}, {0}, plant_sum_columns},
    {"sum.children", {0}, {0}, plant_sum_children},
    {"sum.total", {.carried_some = true}, {.carried_unnamed = true}, plant_sum_total},
    {"balance", {0}, {0}, plant_balance},
    {"cross.table", {0}, {0}, plant_cross_item},
    {"cross.table:reception", {.reception_extra = true, .projects = true}, {0}, plant_cross_reception},
    {"table.missing", {0}, {0}, plant_table_missing},
    {"table.empty-note", {0}, {0}, plant_empty_note},
    {"text.amount", {0}, {.total_extra = EXTRA_TOTAL}, plant_text_amount},
    {"text.share", {0}, {0}, plant_share_far},
    {"text.share:last-digit", {0}, {0}, plant_share_last},
    {"text.growth", {0}, {0}, plant_growth_far},
    {"text.growth:last-digit", {0}, {0}, plant_growth_last},
    {"text.growth:slipped-point", {0}, {0}, plant_growth_slipped},
    {"text.growth:no-percent-sign", {0}, {0}, plant_no_percent_sign},
    {"text.direction", {0}, {0}, plant_direction},
    {"text.zero-base", {.no_base = true}, {0}, plant_zero_base},
    {"text.sum", {0}, {.procurement_extra = EXTRA_PROCUREMENT}, plant_text_sum},
    {"text.name", {0}, {.other_body = true}, plant_name},
    {"text.weights", {0}, {.weight_missing = WEIGHT_MISSING}, plant_weights},
    {"reason.missing", {.one_change = true}, {0}, plant_reason_missing},
    {"reason.vague", {.one_change = true}, {0}, plant_reason_vague},
    {"reason.contradicts", {.one_change = true}, {0}, plant_reason_contradicts},
    {"reason.other-subject", {.one_change = true}, {0}, plant_reason_other_subject},
    {"reason.reused", {.two_changes = true}, {0}, plant_reason_reused},
    {"reason.insufficient", {.retirees_change = true}, {0}, plant_reason_insufficient},
    {"reclass.balanced", {.move_balanced = true}, {0}, plant_move_balanced},
    {"reclass.unbalanced", {.move_unbalanced = true}, {0}, plant_move_unbalanced},
    {"carryover.large", {.carried_large = true}, {0}, plant_carried_large},
    {"carryover.opaque", {.carried_opaque = true}, {0}, plant_carried_opaque},
    {"three-public.increase", {.public_up = true}, {0}, plant_public_up},
};

const Fault *fault_find(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(FAULTS); i++)
        if (g_str_equal(FAULTS[i].name, name))
            return &FAULTS[i];
    return NULL;
}

char *fault_names(void)
{
    GString *names = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(FAULTS); i++)
        g_string_append_printf(names, "%s\n", FAULTS[i].name);
    return g_string_free(names, FALSE);
}
