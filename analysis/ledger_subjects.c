/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of a ledger must not overlap, or a change would be counted twice. They are the finest subjects of the
 * general budget that both years print, and every other source of money as a whole; what is left is the rest. Where
 * nothing is printed of the general budget by subject, they are the subjects of all money together.
 */
#include <string.h>

#include "analysis/change.h"
#include "analysis/ledger_build.h"
#include "schema/language.h"
#include "schema/subject.h"

__extension__ typedef __int128 Wide;

/* What one year says of a quantity. */
typedef enum {
    STANDS,  /* a figure */
    NOTHING, /* it prints others of the kind, not this one: nothing was budgeted */
    UNREAD,  /* printed, but its place is not settled: no line can be drawn from it */
} Standing;

/* ---- codes ---- */

static GHashTable *codes_of_tables(const Figures *figures, Fund fund)
{
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < figures_quantities(figures)->len; i++) {
        const Quantity *quantity = g_ptr_array_index(figures_quantities(figures), i);
        if (quantity->direction == DIRECTION_EXPENDITURE && quantity->fund == fund && g_str_equal(quantity->measure, "total") &&
            quantity->code[0] != '\0')
            g_hash_table_add(codes, quantity->code);
    }
    return codes;
}

static GHashTable *codes_of_claims(const LedgerBuilder *builder, Fund fund)
{
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < builder->now->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(builder->now->claims, i);
        Amount base, change;
        bool of_fund = claim->fund == fund || (fund == FUND_GENERAL && g_str_equal(claim->measure, "appropriation"));
        if (claim->code[0] != '\0' && claim->direction == DIRECTION_EXPENDITURE && of_fund &&
            ledger_claim_change(claim, builder->against, &base, &change))
            g_hash_table_add(codes, claim->code);
    }
    return codes;
}

/* Those that none of the others goes on from. */
static GHashTable *finest_of(GHashTable *codes)
{
    g_autoptr(GHashTable) heads = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *finest = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer code;
    g_hash_table_iter_init(&iter, codes);
    while (g_hash_table_iter_next(&iter, &code, NULL))
        for (gsize length = strlen(code); length > 1; length--)
            g_hash_table_add(heads, g_strndup(code, length - 1));
    g_hash_table_iter_init(&iter, codes);
    while (g_hash_table_iter_next(&iter, &code, NULL))
        if (!g_hash_table_contains(heads, code))
            g_hash_table_add(finest, code);
    return finest;
}

static bool begins_with_one_of(GHashTable *codes, const char *code)
{
    g_autofree char *head = g_strdup(code);
    for (gsize length = strlen(head); codes != NULL && length > 1; length--) {
        head[length - 1] = '\0';
        if (g_hash_table_contains(codes, head))
            return true;
    }
    return false;
}

static gint compare_codes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/*
 * The level that both years have: a code that is the finest in one year stands for all that the other prints below it.
 * One year's 款 against another's 项 would be a collapse and several births.
 */
static void add_common(GHashTable *finest, GHashTable *other, GHashTable *seen, GPtrArray *common)
{
    GHashTableIter iter;
    gpointer code;
    g_hash_table_iter_init(&iter, finest);
    while (g_hash_table_iter_next(&iter, &code, NULL))
        if (!begins_with_one_of(other, code) && g_hash_table_add(seen, code))
            g_ptr_array_add(common, code);
}

static GPtrArray *common_codes(const LedgerBuilder *builder)
{
    GPtrArray *common = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    add_common(builder->finest, builder->finest_before, seen, common);
    if (builder->finest_before != NULL)
        add_common(builder->finest_before, builder->finest, seen, common);
    g_ptr_array_sort(common, compare_codes);
    return common;
}

/* ---- what stands in a year ---- */

static Standing standing(const Figures *figures, const Quantity *quantity, Amount *amount)
{
    if (figures_amount(figures, quantity, amount, NULL))
        return STANDS;
    return figures_places(figures, quantity) != NULL ? UNREAD : NOTHING;
}

/* A figure whose column is not settled may be the one: the row is printed, so it is no "nothing". */
static bool row_is_doubtful(const Filing *filing, Fund fund, const char *code)
{
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint i = 0; i < table->cells->len; i++) {
            const Cell *cell = &g_array_index(table->cells, Cell, i);
            Quantity quantity;
            if (cell->proof == PROOF_AMBIGUOUS && g_str_equal(table_row(table, cell->row)->code, code) &&
                table_cell_quantity(table, cell, &quantity) && quantity.fund == fund)
                return true;
        }
    }
    return false;
}

/* A subject, or where only finer ones are printed the sum of the finest below it. */
static Standing standing_of_code(const Filing *filing, const Figures *figures, GHashTable *finest, const Quantity *quantity,
                                 Amount *amount)
{
    Standing found = standing(figures, quantity, amount);
    if (found != NOTHING)
        return found;
    if (row_is_doubtful(filing, quantity->fund, quantity->code))
        return UNREAD;
    GHashTableIter iter;
    gpointer code;
    g_hash_table_iter_init(&iter, finest);
    while (g_hash_table_iter_next(&iter, &code, NULL)) {
        Amount part;
        Quantity below = quantity_of(quantity->direction, quantity->fund, quantity->measure, code);
        if (!g_str_has_prefix(code, quantity->code))
            continue;
        if (!figures_amount(figures, &below, &part, NULL) || (found == STANDS && !amount_add(*amount, part, amount)))
            return UNREAD;
        if (found == NOTHING)
            *amount = part;
        found = STANDS;
    }
    return found;
}

/* The claim's amount is the table's, as far as the table says it: else it is not clear what the change starts from. */
static bool agrees_with_table(const LedgerBuilder *builder, const Quantity *quantity, Amount amount)
{
    Amount printed;
    return !figures_amount(builder->figures, quantity, &printed, NULL) ||
           verdict_of_equality(printed, amount) != VERDICT_IMPOSSIBLE;
}

/* Base and current of a quantity: from both filings' tables, else as this year's sentence says. */
static bool figures_of(LedgerBuilder *builder, const Quantity *quantity, const Claim *claim, Amount *base, Amount *current)
{
    Amount change;
    if (builder->before == NULL) {
        if (claim == NULL || !ledger_claim_change(claim, builder->against, base, &change))
            return false;
        *current = claim->amount;
        builder->unread += agrees_with_table(builder, quantity, *current) ? 0 : 1;
        return agrees_with_table(builder, quantity, *current);
    }
    bool coded = quantity->code[0] != '\0';
    Standing now = coded ? standing_of_code(builder->now, builder->figures, builder->finest, quantity, current)
                         : standing(builder->figures, quantity, current);
    Standing before = coded ? standing_of_code(builder->before, builder->figures_before, builder->finest_before, quantity, base)
                            : standing(builder->figures_before, quantity, base);
    builder->unread += now == UNREAD || before == UNREAD ? 1 : 0;
    if (now == UNREAD || before == UNREAD || (now == NOTHING && before == NOTHING))
        return false;
    if (now == NOTHING)
        *current = (Amount){0, base->step};
    if (before == NOTHING)
        *base = (Amount){0, current->step};
    return true;
}

/* The same, where the change between them is an amount that fits. */
static bool change_of(LedgerBuilder *builder, const Quantity *quantity, const Claim *claim, Amount *base, Amount *current)
{
    Amount change;
    if (!figures_of(builder, quantity, claim, base, current))
        return false;
    bool fits = amount_subtract(*current, *base, &change);
    builder->unread += fits ? 0 : 1;
    return fits;
}

/* ---- the sentence on a line ---- */

static bool claim_is_about(const Claim *claim, const Quantity *quantity)
{
    if (claim->direction != quantity->direction || !g_str_equal(claim->code, quantity->code))
        return false;
    /* A subject's sentence in the section on all appropriation speaks of the general budget's, where it pays alone. */
    bool appropriation = claim->code[0] != '\0' && quantity->fund == FUND_GENERAL && g_str_equal(quantity->measure, "total") &&
                         claim->fund == FUND_ALL && g_str_equal(claim->measure, "appropriation");
    return appropriation || (claim->fund == quantity->fund && g_str_equal(claim->measure, quantity->measure));
}

/* The sentence on a quantity's change: one with a reason rather than one without. */
static const Claim *claim_on(const LedgerBuilder *builder, const Quantity *quantity)
{
    const Claim *found = NULL;
    for (guint i = 0; i < builder->now->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(builder->now->claims, i);
        Amount base, change;
        if (!claim_is_about(claim, quantity) || !ledger_claim_change(claim, builder->against, &base, &change))
            continue;
        if (found == NULL || (found->reason[0] == '\0' && claim->reason[0] != '\0'))
            found = claim;
    }
    return found;
}

/* The general budget as a whole: a sentence without a reason, and one on all appropriation with one, of the same figures. */
static const Claim *claim_on_general(const LedgerBuilder *builder, const Quantity *quantity)
{
    const Claim *claim = claim_on(builder, quantity);
    Quantity all = quantity_of(quantity->direction, FUND_ALL, "appropriation", "");
    const Claim *wider = claim == NULL || claim->reason[0] != '\0' ? NULL : claim_on(builder, &all);
    bool same = wider != NULL && wider->has_change && claim->has_change && wider->amount.fen == claim->amount.fen &&
                wider->change.fen == claim->change.fen;
    return same ? wider : claim;
}

/* ---- lines ---- */

static LedgerLine *add_line(LedgerBuilder *builder, const Quantity *quantity, const char *subject, Amount base, Amount current,
                            const Claim *claim)
{
    Ledger *ledger = builder->ledger;
    LedgerLine *line = g_new0(LedgerLine, 1);
    line->code = g_strdup(quantity->code);
    line->subject = g_strdup(subject);
    line->direction = quantity->direction;
    line->fund = quantity->fund;
    line->measure = g_strdup(quantity->measure);
    line->base = base;
    line->current = current;
    line->reason = g_strdup(claim != NULL ? claim->reason : "");
    line->note = g_strdup("");
    line->text = g_strdup(claim != NULL ? claim->text : "");
    line->page = claim != NULL ? claim->page : 0;
    line->line = claim != NULL ? claim->line : 0;
    g_ptr_array_add(ledger->lines, line);
    if (!amount_subtract(current, base, &line->change))
        line->change = (Amount){0, current.step};
    line->has_growth = base.fen > 0;
    line->growth = line->has_growth ? 100.0 * (double)line->change.fen / (double)base.fen : 0;
    Amount whole = ledger->has_total ? ledger->current_total : (Amount){0, 1};
    line->contribution = ledger->base_total.fen > 0 ? 100.0 * (double)line->change.fen / (double)ledger->base_total.fen : 0;
    line->material = ledger->has_total && change_is_material(builder->thresholds, whole, base, line->change);
    return line;
}

static char *name_of_code(const LedgerBuilder *builder, const Quantity *quantity, const Claim *claim)
{
    Amount amount;
    Place place;
    if (claim != NULL)
        return g_strdup(claim->subject);
    if (figures_amount(builder->figures, quantity, &amount, &place) ||
        (builder->before != NULL && figures_amount(builder->figures_before, quantity, &amount, &place)))
        return g_strdup(table_row(place.table, place.cell->row)->label);
    const char *name = subject_name(ROWS_FUNCTIONAL, quantity->code, builder->now->fiscal_year);
    return g_strdup(name != NULL ? name : quantity->code);
}

/* A subject without a reason of its own: what the filing says of the nearest one above it. Told, and counted for nothing. */
static void note_wider_reason(const LedgerBuilder *builder, LedgerLine *line)
{
    const Claim *found = NULL;
    for (guint i = 0; i < builder->now->claims->len && line->reason[0] == '\0'; i++) {
        const Claim *claim = g_ptr_array_index(builder->now->claims, i);
        if (claim->reason[0] != '\0' && claim->code[0] != '\0' && claim->against == builder->against &&
            claim->direction == line->direction && strlen(claim->code) < strlen(line->code) &&
            g_str_has_prefix(line->code, claim->code) && (found == NULL || strlen(claim->code) > strlen(found->code)))
            found = claim;
    }
    if (found == NULL || line->change.fen == 0)
        return;
    line->wider = true;
    g_free(line->note);
    line->note = g_strdup_printf(say("没有单独的理由，所属 %s 的说明是“%s”", "It has no reason of its own; of %s, which it belongs to, the filing says “%s”"), found->code, found->reason);
}

static void add_codes(LedgerBuilder *builder)
{
    g_autoptr(GPtrArray) codes = common_codes(builder);
    for (guint i = 0; i < codes->len; i++) {
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, builder->code_fund, "total", g_ptr_array_index(codes, i));
        const Claim *claim = claim_on(builder, &quantity);
        Amount base, current;
        if (!change_of(builder, &quantity, claim, &base, &current))
            continue;
        g_autofree char *name = name_of_code(builder, &quantity, claim);
        LedgerLine *line = add_line(builder, &quantity, name, base, current, claim);
        if (builder->steps == NULL)
            note_wider_reason(builder, line);
        ledger_settle_line(builder, line, claim);
    }
}

/*
 * The sources of money, each in the ways that forms print it: of a group the first way that gives a line is taken. The
 * general budget as a whole stands only where no subject of it does.
 */
typedef struct {
    int group, way;
    bool budgets_only; /* what came in, and what was brought forward, is what is spent in a budget only */
    Direction direction;
    Fund fund;
    const char *measure;
    const char *zh, *en;
} MoneySource;

enum { GENERAL_GROUP = 0 };

static const MoneySource sources[] = {
    {GENERAL_GROUP, 0, true, DIRECTION_REVENUE, FUND_GENERAL, "local", "一般公共预算", "general public budget"},
    {GENERAL_GROUP, 0, true, DIRECTION_REVENUE, FUND_GENERAL, "transfer", "上级一般公共预算安排的转移支付", "general budget from above"},
    {GENERAL_GROUP, 1, false, DIRECTION_EXPENDITURE, FUND_GENERAL, "total", "一般公共预算", "general public budget"},
    {GENERAL_GROUP, 2, true, DIRECTION_REVENUE, FUND_GENERAL, "total", "一般公共预算", "general public budget"},
    {1, 0, true, DIRECTION_REVENUE, FUND_GOVERNMENT, "local", "政府性基金预算", "government funds"},
    {1, 0, true, DIRECTION_REVENUE, FUND_GOVERNMENT, "transfer", "上级政府性基金安排的转移支付", "government funds from above"},
    {1, 1, true, DIRECTION_REVENUE, FUND_GOVERNMENT, "total", "政府性基金预算", "government funds"},
    {1, 2, false, DIRECTION_EXPENDITURE, FUND_GOVERNMENT, "total", "政府性基金预算", "government funds"},
    {2, 0, true, DIRECTION_REVENUE, FUND_STATE_CAPITAL, "local", "国有资本经营预算", "state capital"},
    {2, 0, true, DIRECTION_REVENUE, FUND_STATE_CAPITAL, "transfer", "上级国有资本经营预算安排的转移支付", "state capital from above"},
    {2, 1, true, DIRECTION_REVENUE, FUND_STATE_CAPITAL, "total", "国有资本经营预算", "state capital"},
    {2, 2, false, DIRECTION_EXPENDITURE, FUND_STATE_CAPITAL, "total", "国有资本经营预算", "state capital"},
    {3, 0, true, DIRECTION_REVENUE, FUND_SPECIAL_ACCOUNT, "total", "财政专户", "fiscal special account"},
    {4, 0, true, DIRECTION_REVENUE, FUND_OWN, "total", "单位资金", "own funds"},
    {4, 1, true, DIRECTION_REVENUE, FUND_OWN, "operations", "事业收入", "operating revenue"},
    {4, 1, true, DIRECTION_REVENUE, FUND_OWN, "subsidy", "上级补助收入", "subsidies from above"},
    {4, 1, true, DIRECTION_REVENUE, FUND_OWN, "remitted", "附属单位上缴收入", "remitted by subordinates"},
    {4, 1, true, DIRECTION_REVENUE, FUND_OWN, "business", "经营收入", "business revenue"},
    {4, 1, true, DIRECTION_REVENUE, FUND_OWN, "other", "其他收入", "other revenue"},
    {5, 0, true, DIRECTION_CARRYOVER, FUND_ALL, "appropriation", "财政拨款结转", "carried-over appropriation"},
    {5, 0, true, DIRECTION_CARRYOVER, FUND_ALL, "non-appropriation", "非财政拨款结转结余", "other carryover"},
    {5, 1, true, DIRECTION_CARRYOVER, FUND_ALL, "total", "上年结转", "carryover"},
};

typedef Amount (*SideOfLine)(const LedgerLine *line);

static Amount base_of(const LedgerLine *line)
{
    return line->base;
}

static Amount current_of(const LedgerLine *line)
{
    return line->current;
}

static bool reach_beyond(const GPtrArray *lines, SideOfLine side, Amount whole)
{
    Wide sum = 0;
    Wide slack = whole.step;
    for (guint i = 0; i < lines->len; i++) {
        Amount part = side(g_ptr_array_index(lines, i));
        sum += part.fen;
        slack += part.step;
    }
    return sum > whole.fen + slack;
}

/* Parts of the whole cannot be more than it: a source that would make them so is in the lines already. */
static bool exceeds_whole(const Ledger *ledger)
{
    return (ledger->has_total && reach_beyond(ledger->lines, current_of, ledger->current_total)) ||
           (ledger->base_known && reach_beyond(ledger->lines, base_of, ledger->base_total));
}

static bool may_stand(const LedgerBuilder *builder, const MoneySource *source)
{
    bool budgets = builder->now->kind == KIND_BUDGET && (builder->before == NULL || builder->before->kind == KIND_BUDGET);
    return budgets || !source->budgets_only;
}

/* The lines of a group in one way; false when it gives none. */
static bool add_way(LedgerBuilder *builder, int group, int way)
{
    guint before = builder->ledger->lines->len;
    bool known = false;
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        const MoneySource *source = &sources[i];
        if (source->group != group || source->way != way || !may_stand(builder, source))
            continue;
        Quantity quantity = quantity_of(source->direction, source->fund, source->measure, "");
        const Claim *claim = group == GENERAL_GROUP ? claim_on_general(builder, &quantity) : claim_on(builder, &quantity);
        Amount base, current;
        if (!change_of(builder, &quantity, claim, &base, &current))
            continue;
        known = true;
        if (base.fen != 0 || current.fen != 0)
            ledger_settle_line(builder, add_line(builder, &quantity, say(source->zh, source->en), base, current, claim), claim);
    }
    if (exceeds_whole(builder->ledger))
        g_ptr_array_set_size(builder->ledger->lines, (gint)before);
    return known;
}

static void add_group(LedgerBuilder *builder, int group)
{
    for (int way = 0; way <= 2; way++)
        if (add_way(builder, group, way))
            return;
}

/*
 * The finest codes of both years in a fund; false when one of them has none: a year whose table by subject was not read
 * would make every subject appear or vanish.
 */
static bool take_codes(LedgerBuilder *builder, Fund fund)
{
    bool filed = builder->before != NULL;
    g_autoptr(GHashTable) now = filed ? codes_of_tables(builder->figures, fund) : codes_of_claims(builder, fund);
    g_autoptr(GHashTable) before = filed ? codes_of_tables(builder->figures_before, fund) : NULL;
    if (g_hash_table_size(now) == 0 || (filed && g_hash_table_size(before) == 0))
        return false;
    builder->code_fund = fund;
    builder->finest = finest_of(now);
    builder->finest_before = filed ? finest_of(before) : NULL;
    return true;
}

static bool sum_of_codes(const Figures *figures, GHashTable *finest, Fund fund, Amount *sum)
{
    GHashTableIter iter;
    gpointer code;
    *sum = (Amount){0, 1};
    g_hash_table_iter_init(&iter, finest);
    while (g_hash_table_iter_next(&iter, &code, NULL)) {
        Amount part;
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, fund, "total", code);
        if (!figures_amount(figures, &quantity, &part, NULL) || !amount_add(*sum, part, sum))
            return false;
    }
    return true;
}

/* Series by subject that come without a total: all money by subject is the whole. */
static void sum_totals(LedgerBuilder *builder)
{
    Ledger *ledger = builder->ledger;
    Amount base, current;
    if (ledger->has_total || builder->before == NULL || builder->code_fund != FUND_ALL ||
        !sum_of_codes(builder->figures, builder->finest, FUND_ALL, &current) ||
        !sum_of_codes(builder->figures_before, builder->finest_before, FUND_ALL, &base))
        return;
    ledger->has_total = ledger->base_known = true;
    ledger->current_total = current;
    ledger->base_total = base;
    g_ptr_array_add(ledger->notes, g_strdup(say("材料没有总额，按各科目合计", "no total is given: it is the sum of the subjects")));
}

void ledger_add_subjects(LedgerBuilder *builder)
{
    if (take_codes(builder, FUND_GENERAL) || take_codes(builder, FUND_ALL)) {
        sum_totals(builder);
        add_codes(builder);
        g_clear_pointer(&builder->finest, g_hash_table_unref);
        g_clear_pointer(&builder->finest_before, g_hash_table_unref);
        /* All money by subject leaves nothing for its sources. */
        if (builder->code_fund == FUND_ALL && builder->ledger->lines->len > 0)
            return;
    }
    if (builder->ledger->lines->len == 0)
        add_group(builder, GENERAL_GROUP);
    for (int group = GENERAL_GROUP + 1; group <= sources[G_N_ELEMENTS(sources) - 1].group; group++)
        add_group(builder, group);
}

/* ---- the rest ---- */

/* The whole less all lines; false when that does not fit. *rounding: nothing else need be the cause of it. */
static bool rest_of(const GPtrArray *lines, SideOfLine side, Amount whole, Amount *rest, bool *rounding)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Amount));
    *rest = whole;
    for (guint i = 0; i < lines->len; i++) {
        Amount part = side(g_ptr_array_index(lines, i));
        g_array_append_val(parts, part);
        if (!amount_subtract(*rest, part, rest))
            return false;
    }
    *rounding = verdict_of_sum((const Amount *)(const void *)parts->data, parts->len, whole, NULL) != VERDICT_IMPOSSIBLE;
    return true;
}

void ledger_add_rest(LedgerBuilder *builder)
{
    Ledger *ledger = builder->ledger;
    Amount base, current;
    bool base_rounds = false, current_rounds = false;
    if (!ledger->has_total || !ledger->base_known ||
        !rest_of(ledger->lines, base_of, ledger->base_total, &base, &base_rounds) ||
        !rest_of(ledger->lines, current_of, ledger->current_total, &current, &current_rounds) ||
        (base.fen == 0 && current.fen == 0))
        return;
    bool rounding = base_rounds && current_rounds;
    Quantity none = quantity_of(DIRECTION_NONE, FUND_ALL, "", "");
    LedgerLine *line = add_line(builder, &none, rounding ? say("四舍五入尾差", "rounding") : say("各行之外（与合计的差额）", "beyond the lines (to the total)"),
                                base, current, NULL);
    line->rest = true;
    line->rounding = rounding;
    line->material = line->material && !rounding;
    line->reclassified = line->explained = (Amount){0, line->change.step};
    line->unexplained = line->change;
    line->verdict = line->material ? LEDGER_UNEXPLAINED : LEDGER_IMMATERIAL;
    if (builder->unread > 0 && !rounding) {
        g_free(line->note);
        line->note = g_strdup_printf(say("有 %u 项的数字没有读准或与表不符，包含在内，须先看原件", "%u subjects whose figures are not settled are in it: look at the pages first"), builder->unread);
    }
}
