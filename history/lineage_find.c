/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_find.h"

#include <string.h>

#include "history/figures.h"
#include "history/lineage_file.h"
#include "history/lineage_sums.h"
#include "history/moves.h"
#include "schema/language.h"
#include "schema/subject.h"

/* How many years after a revision a filing may still go over to the new codes, and how many before (the year is "about"). */
#define REVISION_LATE 3
#define REVISION_EARLY 1

/* A subject that goes on under another code keeps its size within this factor, or the link is not confirmed. */
#define SIZE_FACTOR 2

/* What may be one or the other year's name of anything. */
static const char *const common_words[] = {"支出", "经费", "其他", "费用", "补助", "补贴", "事务", "管理", "预算", "收入", "资金"};

/* The name without common words. */
static char *telling_part(const char *name)
{
    GString *part = g_string_new(name);
    for (gsize i = 0; i < G_N_ELEMENTS(common_words); i++)
        g_string_replace(part, common_words[i], "", 0);
    return g_string_free(part, FALSE);
}

/* Two characters in a row of one stand in the other. */
static bool shares_a_word(const char *a, const char *b)
{
    for (const char *at = a; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *next = g_utf8_next_char(at);
        if (*next == '\0')
            return false;
        g_autofree char *pair = g_strndup(at, (gsize)(g_utf8_next_char(next) - at));
        if (strstr(b, pair) != NULL)
            return true;
    }
    return false;
}

bool names_may_be_one(const char *code, const char *earlier, const char *later)
{
    if (strstr(earlier, later) != NULL || strstr(later, earlier) != NULL)
        return true;
    Rows rows = subject_rows(code);
    if (subject_is_named(rows, code, earlier) && subject_is_named(rows, code, later))
        return !subject_was_reused(rows, code, earlier, later);
    /* The code's own name gave way to the name of another code. */
    if (subject_is_named(rows, code, earlier) != subject_is_named(rows, code, later) &&
        subject_has_name(rows, subject_is_named(rows, code, earlier) ? later : earlier))
        return false;
    g_autofree char *a = telling_part(earlier);
    g_autofree char *b = telling_part(later);
    return a[0] == '\0' || b[0] == '\0' || shares_a_word(a, b);
}

Link *lineage_step_add(LineageStep *step, LinkKind kind, LinkOrigin origin, const Quantity *quantity, const char *from,
                       const char *to)
{
    Link *link = g_new0(Link, 1);
    link->kind = kind;
    link->origin = origin;
    link->year = step->now->fiscal_year;
    link->base_year = link->year - 1;
    link->filing_kind = step->now->kind;
    link->scope = step->now->scope;
    link->direction = quantity->direction;
    link->fund = quantity->fund;
    link->measure = g_strdup(quantity->measure);
    link->from = g_strdup(from);
    link->to = g_strdup(to);
    link->from_name = lineage_step_name(step, step->then, quantity, from, link->base_year);
    link->to_name = lineage_step_name(step, step->today, quantity, to, link->year);
    link->text = g_strdup("");
    link->filing = step->now->id;
    g_ptr_array_add(step->links, link);
    return link;
}

/* As printed for this quantity, else as the dictionary has it. */
char *lineage_step_name(const LineageStep *step, const Figures *figures, const Quantity *quantity, const char *code, int year)
{
    (void)step;
    Amount amount;
    Place place;
    Quantity other = quantity_of(quantity->direction, quantity->fund, quantity->measure, code);
    if (figures != NULL && figures_amount(figures, &other, &amount, &place)) {
        const Row *row = table_row(place.table, place.cell->row);
        if (row->label[0] != '\0')
            return g_strdup(row->label);
    }
    const char *name = subject_name(subject_rows(code), code, year);
    return g_strdup(name != NULL ? name : code);
}

/* A link of this kind of quantity that ends in, or begins at, the code is there already. */
bool lineage_step_has(const LineageStep *step, const Quantity *quantity, const char *from, const char *to)
{
    for (guint i = step->first; i < step->links->len; i++) {
        const Link *link = g_ptr_array_index(step->links, i);
        if (link->direction == quantity->direction && link->fund == quantity->fund &&
            g_str_equal(link->measure, quantity->measure) && (from == NULL || g_str_equal(link->from, from)) &&
            (to == NULL || g_str_equal(link->to, to)))
            return true;
    }
    return false;
}

static void collect_changes(LineageStep *step)
{
    const GPtrArray *then = figures_quantities(step->then);
    const GPtrArray *today = figures_quantities(step->today);
    Amount amount;
    for (guint i = 0; i < then->len; i++) {
        Quantity *quantity = g_ptr_array_index(then, i);
        if (quantity->code[0] != '\0' && figures_only_here(step->then, step->today, quantity, &amount))
            g_ptr_array_add(step->gone, quantity);
    }
    for (guint i = 0; i < today->len; i++) {
        Quantity *quantity = g_ptr_array_index(today, i);
        if (quantity->code[0] != '\0' && figures_only_here(step->today, step->then, quantity, &amount))
            g_ptr_array_add(step->come, quantity);
    }
}

static bool is_in_time(const LineageStep *step, const Succession *succession)
{
    int year = step->now->fiscal_year;
    return year >= succession->year - REVISION_EARLY && year <= succession->year + REVISION_LATE;
}

static bool is_listed(const GPtrArray *quantities, const Quantity *like, const char *code)
{
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        if (g_str_equal(quantity->code, code) && quantity->direction == like->direction && quantity->fund == like->fund &&
            g_str_equal(quantity->measure, like->measure))
            return true;
    }
    return false;
}

static bool is_printed_today(const LineageStep *step, const Quantity *like, const char *code)
{
    Amount amount;
    Quantity quantity = quantity_of(like->direction, like->fund, like->measure, code);
    return figures_amount(step->today, &quantity, &amount, NULL) && amount.fen != 0;
}

/* Where a subject that is gone went by the dictionary: confirmed when only one of its successors is there. */
static void follow_revision(LineageStep *step, const Quantity *gone)
{
    const GArray *successions = subject_successions(subject_rows(gone->code));
    const Succession *only = NULL;
    guint count = 0;
    if (lineage_step_has(step, gone, gone->code, NULL))
        return;
    for (guint i = 0; i < successions->len; i++) {
        const Succession *succession = &g_array_index(successions, Succession, i);
        if (!g_str_equal(succession->from, gone->code) || !is_in_time(step, succession) ||
            !is_printed_today(step, gone, succession->to))
            continue;
        only = succession;
        count++;
    }
    for (guint i = 0; count > 0 && i < successions->len; i++) {
        const Succession *succession = &g_array_index(successions, Succession, i);
        if (!g_str_equal(succession->from, gone->code) || !is_in_time(step, succession) ||
            !is_printed_today(step, gone, succession->to))
            continue;
        Link *link = lineage_step_add(step, LINK_RECODED, LINK_BY_REVISION, gone, gone->code, succession->to);
        bool whole = count == 1 && (!only->part || is_listed(step->come, gone, only->to));
        link->confirmed = whole && figures_amount(step->then, gone, &link->amount, NULL);
        link->has_amount = link->confirmed;
    }
}

/* A part of a subject that is still there: the new code is not a birth, but how much went over nobody says. */
static void follow_part(LineageStep *step, const Quantity *come)
{
    const GArray *successions = subject_successions(subject_rows(come->code));
    for (guint i = 0; i < successions->len; i++) {
        const Succession *succession = &g_array_index(successions, Succession, i);
        Quantity from = quantity_of(come->direction, come->fund, come->measure, succession->from);
        if (g_str_equal(succession->to, come->code) && is_in_time(step, succession) &&
            figures_places(step->then, &from) != NULL && !lineage_step_has(step, come, succession->from, come->code))
            lineage_step_add(step, LINK_RECODED, LINK_BY_REVISION, come, succession->from, come->code);
    }
}

/* The only one of these quantities that has this name, kind and depth; NULL when there is none or several. */
static const Quantity *only_named(const LineageStep *step, const GPtrArray *quantities, const Figures *figures,
                                  const Quantity *like, const char *name)
{
    const Quantity *found = NULL;
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        if (quantity->direction != like->direction || quantity->fund != like->fund ||
            !g_str_equal(quantity->measure, like->measure) || quantity->code[0] != like->code[0] ||
            strlen(quantity->code) != strlen(like->code))
            continue;
        g_autofree char *other = lineage_step_name(step, figures, quantity, quantity->code, 0);
        if (!g_str_equal(other, name))
            continue;
        if (found != NULL)
            return NULL;
        found = quantity;
    }
    return found;
}

static bool is_of_one_size(Amount a, Amount b)
{
    return ABS(a.fen) <= ABS(b.fen) * SIZE_FACTOR && ABS(b.fen) <= ABS(a.fen) * SIZE_FACTOR;
}

/* One subject went, one of the same name came. */
static void follow_name(LineageStep *step, const Quantity *gone)
{
    if (lineage_step_has(step, gone, gone->code, NULL))
        return;
    g_autofree char *name = lineage_step_name(step, step->then, gone, gone->code, step->now->fiscal_year - 1);
    const Quantity *come = only_named(step, step->come, step->today, gone, name);
    if (come == NULL || only_named(step, step->gone, step->then, gone, name) != gone ||
        lineage_step_has(step, come, NULL, come->code))
        return;
    Amount then, now;
    if (!figures_amount(step->then, gone, &then, NULL) || !figures_amount(step->today, come, &now, NULL))
        return;
    Link *link = lineage_step_add(step, LINK_RECODED, LINK_BY_NAME, gone, gone->code, come->code);
    link->confirmed = is_of_one_size(then, now);
    link->has_amount = link->confirmed;
    link->amount = then;
}

/* The name that a filing prints for the quantity's row, "" when it prints none; the dictionary's does not count. */
static const char *printed_name(const Figures *figures, const Quantity *quantity)
{
    const GArray *places = figures_places(figures, quantity);
    for (guint i = 0; places != NULL && i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        const Row *row = table_row(place->table, place->cell->row);
        if (row->label[0] != '\0' && place->cell->proof != PROOF_AMBIGUOUS)
            return row->label;
    }
    return "";
}

/* One name inside the other: it may only be printed shorter, unless the shorter one is all of the code's own name. */
static bool is_cut_short(const char *code, const char *earlier, const char *later)
{
    bool shorter = strlen(earlier) < strlen(later);
    if (strstr(earlier, later) == NULL && strstr(later, earlier) == NULL)
        return false;
    return !subject_is_named(subject_rows(code), code, shorter ? earlier : later);
}

/* The names that both years print for one code, compared. */
static void compare_names(LineageStep *step)
{
    const GPtrArray *quantities = figures_quantities(step->today);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        if (quantity->code[0] == '\0')
            continue;
        const char *earlier = printed_name(step->then, quantity);
        const char *later = printed_name(step->today, quantity);
        if (earlier[0] == '\0' || later[0] == '\0' || g_str_equal(earlier, later))
            continue;
        Rows rows = subject_rows(quantity->code);
        bool official = subject_is_named(rows, quantity->code, earlier) && subject_is_named(rows, quantity->code, later);
        bool one = names_may_be_one(quantity->code, earlier, later);
        if (one && !official && is_cut_short(quantity->code, earlier, later))
            continue;
        Link *link = lineage_step_add(step, one ? LINK_RENAMED : LINK_CUT, official ? LINK_BY_REVISION : LINK_BY_NAME, quantity,
                                      quantity->code, quantity->code);
        link->confirmed = true;
        text_set(&link->from_name, earlier);
        text_set(&link->to_name, later);
    }
}

/* What the text states, mirrored on the other side or not. The side that fell is where it came from. */
static void follow_text(LineageStep *step, const Thresholds *thresholds)
{
    g_autoptr(GPtrArray) moves = moves_from_filing(step->now, step->then, thresholds);
    for (guint i = 0; i < moves->len; i++) {
        const Move *move = g_ptr_array_index(moves, i);
        const Claim *teller = move->teller;
        if (move->other == NULL)
            continue;
        Quantity quantity = quantity_of(teller->direction, teller->fund, teller->measure, "");
        bool out = move->out;
        /* Two sections may tell the same move of the same money. */
        if (lineage_step_has(step, &quantity, out ? teller->code : move->other->code, out ? move->other->code : teller->code))
            continue;
        Link *link = lineage_step_add(step, LINK_MOVED, LINK_BY_TEXT, &quantity, out ? teller->code : move->other->code,
                                      out ? move->other->code : teller->code);
        text_set(&link->from_name, out ? teller->subject : move->other->subject);
        text_set(&link->to_name, out ? move->other->subject : teller->subject);
        link->confirmed = move->balanced;
        link->stated = true;
        link->has_amount = true;
        link->amount = move->moved;
        link->page = teller->page;
        link->line = teller->line;
        text_set(&link->text, teller->text);
    }
}

/* The user's word is taken for every quantity that has both codes' figures, or the first one's. */
static void follow_row(LineageStep *step, const LineageRow *row)
{
    const GPtrArray *quantities = figures_quantities(step->then);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        Amount amount;
        if (!g_str_equal(quantity->code, row->from) || !figures_amount(step->then, quantity, &amount, NULL))
            continue;
        LinkKind kind = row->act == LINEAGE_MOVE ? LINK_MOVED : row->act == LINEAGE_APART ? LINK_CUT : LINK_RECODED;
        bool whole_measure = g_str_equal(quantity->measure, "total") || g_str_equal(quantity->measure, "appropriation");
        if ((kind == LINK_MOVED && (!whole_measure || !row->has_amount)) || lineage_step_has(step, quantity, row->from, row->to))
            continue;
        Link *link = lineage_step_add(step, kind, LINK_BY_USER, quantity, row->from, row->to);
        link->confirmed = true;
        link->stated = true;
        link->has_amount = kind != LINK_CUT;
        link->amount = kind == LINK_MOVED ? row->amount : amount;
        text_set(&link->text, row->note);
    }
}

static void follow_rows(LineageStep *step, const GPtrArray *rows)
{
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        bool same = row->act == LINEAGE_SAME && !g_str_equal(row->from, row->to);
        bool cut = row->act == LINEAGE_APART && g_str_equal(row->from, row->to);
        if (!row->department && row->year == step->now->fiscal_year && (same || cut || row->act == LINEAGE_MOVE))
            follow_row(step, row);
    }
}

static void repeat_link(LineageStep *step, guint index, const Quantity *quantity, Amount amount)
{
    const Link *link = g_ptr_array_index(step->links, index);
    Link *copy = lineage_step_add(step, link->kind, link->origin, quantity, link->from, link->to);
    copy->confirmed = true;
    copy->stated = link->stated;
    copy->has_amount = true;
    copy->amount = amount;
    copy->filing = link->filing;
    copy->page = link->page;
    copy->line = link->line;
    text_set(&copy->text, link->text);
}

/* A subject that went over whole is gone in every table: its other money went the same way. */
static void repeat_whole(LineageStep *step, guint index)
{
    const Link *link = g_ptr_array_index(step->links, index);
    for (guint i = 0; i < step->gone->len; i++) {
        const Quantity *gone = g_ptr_array_index(step->gone, i);
        Amount amount;
        if (g_str_equal(gone->code, link->from) && !lineage_step_has(step, gone, link->from, NULL) &&
            is_printed_today(step, gone, link->to) && figures_amount(step->then, gone, &amount, NULL))
            repeat_link(step, index, gone, amount);
    }
}

static bool is_printed_alike(const Figures *figures, const Quantity *one, const Quantity *other, const char *code)
{
    Amount a, b;
    Quantity x = quantity_of(one->direction, one->fund, one->measure, code);
    Quantity y = quantity_of(other->direction, other->fund, other->measure, code);
    return figures_amount(figures, &x, &a, NULL) && figures_amount(figures, &y, &b, NULL) && a.fen == b.fen;
}

/* Of an amount that moved nobody knows what fund it was of, unless the other table prints the same figures of both subjects. */
static void repeat_amount(LineageStep *step, guint index)
{
    const Link *link = g_ptr_array_index(step->links, index);
    Quantity moved = quantity_of(link->direction, link->fund, link->measure, "");
    const GPtrArray *quantities = figures_quantities(step->today);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *other = g_ptr_array_index(quantities, i);
        if (!g_str_equal(other->code, link->to) || lineage_step_has(step, other, link->from, link->to) ||
            !is_printed_alike(step->today, &moved, other, link->to))
            continue;
        bool comes = !is_listed(step->come, &moved, link->to);
        bool alike = is_printed_alike(step->then, &moved, other, link->from) &&
                     is_printed_alike(step->today, &moved, other, link->from) &&
                     (!comes || is_printed_alike(step->then, &moved, other, link->to));
        if (alike)
            repeat_link(step, index, other, link->amount);
    }
}

/* What was found of one table's quantity holds for the same subjects in the others. */
static void repeat_links(LineageStep *step)
{
    guint found = step->links->len;
    for (guint i = step->first; i < found; i++) {
        const Link *link = g_ptr_array_index(step->links, i);
        if (link->confirmed && link->kind == LINK_RECODED && link->origin != LINK_BY_REVISION)
            repeat_whole(step, i);
        else if (link->confirmed && link->kind == LINK_MOVED && link->has_amount && link->origin != LINK_BY_USER)
            repeat_amount(step, i);
    }
}

void lineage_find(GPtrArray *links, const Filing *before, const Filing *now, const GPtrArray *rows, const Thresholds *thresholds)
{
    LineageStep step = {.links = links, .first = links->len, .before = before, .now = now};
    if (before == NULL) {
        follow_text(&step, thresholds);
        return;
    }
    step.then = figures_new(before);
    step.today = figures_new(now);
    step.gone = g_ptr_array_new();
    step.come = g_ptr_array_new();
    collect_changes(&step);
    follow_rows(&step, rows);
    follow_text(&step, thresholds);
    for (guint i = 0; i < step.gone->len; i++)
        follow_revision(&step, g_ptr_array_index(step.gone, i));
    lineage_follow_sums(&step, true);
    for (guint i = 0; i < step.gone->len; i++)
        follow_name(&step, g_ptr_array_index(step.gone, i));
    repeat_links(&step);
    lineage_follow_sums(&step, false);
    for (guint i = 0; i < step.come->len; i++)
        follow_part(&step, g_ptr_array_index(step.come, i));
    compare_names(&step);
    g_ptr_array_unref(step.gone);
    g_ptr_array_unref(step.come);
    figures_free(step.then);
    figures_free(step.today);
}
