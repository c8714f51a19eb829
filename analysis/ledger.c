/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ledger.h"

#include <string.h>

#include "analysis/change.h"
#include "history/figures.h"
#include "history/moves.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/subject.h"

/*
 * The lines of a ledger must not overlap, or a change would be counted twice. They are the finest subjects of the
 * general budget, and every other source of money as a whole.
 */
typedef struct {
    const Filing *now;
    const Filing *before; /* NULL: bases are implied by claims */
    const Thresholds *thresholds;
    Figures *figures, *figures_before;
    GPtrArray *moves;
    Ledger *ledger;
} Builder;

/* Sources beside the general budget, each a line of its own. */
static const struct {
    Direction direction;
    Fund fund;
    const char *measure;
    const char *zh, *en;
} sources[] = {
    {DIRECTION_REVENUE, FUND_GOVERNMENT, "local", "政府性基金预算", "government funds"},
    {DIRECTION_REVENUE, FUND_GOVERNMENT, "transfer", "上级政府性基金安排的转移支付", "government funds from above"},
    {DIRECTION_REVENUE, FUND_STATE_CAPITAL, "local", "国有资本经营预算", "state capital"},
    {DIRECTION_REVENUE, FUND_STATE_CAPITAL, "transfer", "上级国有资本经营预算安排的转移支付", "state capital from above"},
    {DIRECTION_REVENUE, FUND_SPECIAL_ACCOUNT, "total", "财政专户", "fiscal special account"},
    {DIRECTION_REVENUE, FUND_OWN, "total", "单位资金", "own funds"},
    {DIRECTION_CARRYOVER, FUND_ALL, "appropriation", "财政拨款结转", "carried-over appropriation"},
    {DIRECTION_CARRYOVER, FUND_ALL, "non-appropriation", "非财政拨款结转结余", "other carryover"},
};

const char *ledger_verdict_word(LedgerVerdict verdict)
{
    static const char *const words[] = {"explained", "reclassified", "partly", "unexplained", "contradicted", "immaterial"};
    return words[verdict];
}

const char *ledger_verdict_name(LedgerVerdict verdict)
{
    switch (verdict) {
    case LEDGER_EXPLAINED:
        return say("已说明", "explained");
    case LEDGER_RECLASSIFIED:
        return say("科目调整", "reclassified");
    case LEDGER_PARTLY:
        return say("部分说明", "partly explained");
    case LEDGER_UNEXPLAINED:
        return say("未说明", "unexplained");
    case LEDGER_CONTRADICTED:
        return say("理由相反", "contradicted");
    case LEDGER_IMMATERIAL:
        break;
    }
    return say("不重大", "immaterial");
}

static void line_free(gpointer data)
{
    LedgerLine *line = data;
    g_free(line->code);
    g_free(line->subject);
    g_free(line->reason);
    g_free(line->text);
    g_free(line);
}

void ledger_free(Ledger *ledger)
{
    if (ledger == NULL)
        return;
    g_free(ledger->department);
    g_ptr_array_unref(ledger->lines);
    g_free(ledger);
}

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
static const Claim *claim_on(const Filing *filing, const Quantity *quantity)
{
    const Claim *found = NULL;
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        Amount base, change;
        if (!claim_is_about(claim, quantity) || !claim_implied_base(claim, &base, &change))
            continue;
        if (found == NULL || (found->reason[0] == '\0' && claim->reason[0] != '\0'))
            found = claim;
    }
    return found;
}

/* What the reason bears of the part that no move explains. */
static Amount explained_by_reason(const Builder *builder, const ReasonReading *reading, const LedgerLine *line, Amount rest,
                                  bool carried)
{
    Amount borne = {0, rest.step};
    ReasonReading checked = *reading;
    /* That carryover rose because carryover rose explains nothing. */
    if (carried)
        checked.drivers &= ~(guint)DRIVER_CARRYOVER;
    /* A move that stands in the ledger as moved does not explain the rest again. */
    if (line->reclassified.fen != 0)
        checked.drivers &= ~(guint)(DRIVER_RECLASSIFICATION | DRIVER_TRANSFER);
    if (line->reclassified.fen == 0 && change_borne_by_amounts(&checked, rest, &borne))
        return borne;
    if (checked.drivers == 0)
        return borne;
    return change_borne_by_drivers(builder->thresholds, builder->now, &checked, line->base, rest);
}

static LedgerVerdict verdict_of_line(const LedgerLine *line, bool contradicted)
{
    if (!line->material)
        return LEDGER_IMMATERIAL;
    if (contradicted)
        return LEDGER_CONTRADICTED;
    gint64 slack = line->change.step * 3 / 2;
    if (ABS(line->unexplained.fen) <= slack)
        return line->reclassified.fen != 0 && ABS(line->explained.fen) <= slack ? LEDGER_RECLASSIFIED : LEDGER_EXPLAINED;
    return line->reclassified.fen == 0 && line->explained.fen == 0 ? LEDGER_UNEXPLAINED : LEDGER_PARTLY;
}

static void settle_line(Builder *builder, LedgerLine *line, const Claim *claim, bool carried)
{
    Amount rest = line->change;
    bool contradicted = false;
    line->reclassified = line->explained = (Amount){0, line->change.step};
    if (claim != NULL) {
        line->reclassified = moved_part(builder->moves, claim);
        amount_subtract(line->change, line->reclassified, &rest);
    }
    if (claim != NULL && claim->reason[0] != '\0') {
        g_autoptr(ReasonReading) reading = reason_read(claim->reason);
        Direction direction = carried ? DIRECTION_CARRYOVER : claim->direction;
        contradicted = line->reclassified.fen == 0 && reason_argues_against(reading, direction, line->change);
        if (!contradicted)
            line->explained = explained_by_reason(builder, reading, line, rest, carried);
    }
    amount_subtract(rest, line->explained, &line->unexplained);
    line->verdict = verdict_of_line(line, contradicted);
}

static void add_line(Builder *builder, const Quantity *quantity, const char *subject, Amount base, Amount current,
                     const Claim *claim)
{
    Ledger *ledger = builder->ledger;
    LedgerLine *line = g_new0(LedgerLine, 1);
    line->code = g_strdup(quantity->code);
    line->subject = g_strdup(subject);
    line->fund = quantity->fund;
    line->base = base;
    line->current = current;
    line->reason = g_strdup(claim != NULL ? claim->reason : "");
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
    settle_line(builder, line, claim, quantity->direction == DIRECTION_CARRYOVER);
}

/* Base and current of a quantity: from both filings' tables, else as this year's sentence implies. */
static bool change_of(const Builder *builder, const Quantity *quantity, const Claim *claim, Amount *base, Amount *current)
{
    Amount change;
    if (builder->before == NULL)
        return claim != NULL && claim_implied_base(claim, base, &change) && (*current = claim->amount, true);
    bool now = figures_amount(builder->figures, quantity, current, NULL);
    bool before = figures_amount(builder->figures_before, quantity, base, NULL);
    if (!now && !before)
        return false;
    if (!now)
        *current = (Amount){0, base->step};
    if (!before)
        *base = (Amount){0, current->step};
    return true;
}

/* The finest codes of the general budget that either year speaks of: nothing longer begins with them. */
static GPtrArray *finest_codes(const Builder *builder)
{
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    const Figures *both[] = {builder->figures, builder->before != NULL ? builder->figures_before : NULL};
    for (gsize f = 0; f < G_N_ELEMENTS(both) && builder->before != NULL; f++)
        for (guint i = 0; i < figures_quantities(both[f])->len; i++) {
            const Quantity *quantity = g_ptr_array_index(figures_quantities(both[f]), i);
            if (quantity->direction == DIRECTION_EXPENDITURE && quantity->fund == FUND_GENERAL &&
                g_str_equal(quantity->measure, "total") && quantity->code[0] != '\0')
                g_hash_table_add(codes, quantity->code);
        }
    for (guint i = 0; i < builder->now->claims->len && builder->before == NULL; i++) {
        const Claim *claim = g_ptr_array_index(builder->now->claims, i);
        Amount base, change;
        bool general = claim->fund == FUND_GENERAL || g_str_equal(claim->measure, "appropriation");
        if (claim->code[0] != '\0' && general && claim_implied_base(claim, &base, &change))
            g_hash_table_add(codes, claim->code);
    }
    guint count = 0;
    g_autofree gpointer *all = g_hash_table_get_keys_as_array(codes, &count);
    GPtrArray *finest = g_ptr_array_new();
    for (guint i = 0; i < count; i++) {
        bool has_child = false;
        for (guint k = 0; k < count; k++)
            has_child |= k != i && g_str_has_prefix(all[k], all[i]);
        if (!has_child)
            g_ptr_array_add(finest, all[i]);
    }
    return finest;
}

static char *name_of_code(const Builder *builder, const Quantity *quantity, const Claim *claim)
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

static void add_codes(Builder *builder)
{
    g_autoptr(GPtrArray) codes = finest_codes(builder);
    for (guint i = 0; i < codes->len; i++) {
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total", g_ptr_array_index(codes, i));
        const Claim *claim = claim_on(builder->now, &quantity);
        Amount base, current;
        if (!change_of(builder, &quantity, claim, &base, &current))
            continue;
        g_autofree char *name = name_of_code(builder, &quantity, claim);
        add_line(builder, &quantity, name, base, current, claim);
    }
}

static void add_sources(Builder *builder)
{
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        Quantity quantity = quantity_of(sources[i].direction, sources[i].fund, sources[i].measure, "");
        const Claim *claim = claim_on(builder->now, &quantity);
        Amount base, current;
        if (change_of(builder, &quantity, claim, &base, &current) && (base.fen != 0 || current.fen != 0))
            add_line(builder, &quantity, say(sources[i].zh, sources[i].en), base, current, claim);
    }
}

/* Without any subject's change, the general budget as a whole is a line. */
static void add_general(Builder *builder)
{
    static const char *const measures[] = {"local", "transfer"};
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) {
        Quantity quantity = quantity_of(DIRECTION_REVENUE, FUND_GENERAL, measures[i], "");
        const Claim *claim = claim_on(builder->now, &quantity);
        Amount base, current;
        if (change_of(builder, &quantity, claim, &base, &current) && (base.fen != 0 || current.fen != 0))
            add_line(builder, &quantity, claim != NULL ? claim->subject : fund_name(FUND_GENERAL), base, current, claim);
    }
}

/* The department's whole before: its own filing's, the sentence on the whole, or this year's less all lines' changes. */
static void settle_total(Builder *builder)
{
    Ledger *ledger = builder->ledger;
    ledger->has_total = figures_total(builder->figures, &ledger->current_total);
    ledger->base_total = ledger->current_total;
    if (builder->before != NULL && figures_total(builder->figures_before, &ledger->base_total))
        return;
    Quantity whole = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "");
    const Claim *claim = claim_on(builder->now, &whole);
    Amount base, change;
    if (claim != NULL && claim_implied_base(claim, &base, &change)) {
        ledger->base_total = base;
        return;
    }
    Quantity basic = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "basic", "");
    Quantity project = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "project", "");
    const Claim *a = claim_on(builder->now, &basic);
    const Claim *b = claim_on(builder->now, &project);
    Amount base_a, base_b, change_a, change_b;
    if (a != NULL && b != NULL && claim_implied_base(a, &base_a, &change_a) && claim_implied_base(b, &base_b, &change_b))
        amount_add(base_a, base_b, &ledger->base_total);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
    const LedgerLine *x = *(LedgerLine *const *)a;
    const LedgerLine *y = *(LedgerLine *const *)b;
    if (x->material != y->material)
        return x->material ? -1 : 1;
    if (ABS(x->unexplained.fen) != ABS(y->unexplained.fen))
        return ABS(x->unexplained.fen) > ABS(y->unexplained.fen) ? -1 : 1;
    if (ABS(x->change.fen) != ABS(y->change.fen))
        return ABS(x->change.fen) > ABS(y->change.fen) ? -1 : 1;
    return strcmp(x->code, y->code) != 0 ? strcmp(x->code, y->code) : strcmp(x->subject, y->subject);
}

static void add_up(Ledger *ledger)
{
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (!line->material)
            continue;
        Amount change = {ABS(line->change.fen), line->change.step};
        Amount unexplained = {ABS(line->unexplained.fen), line->unexplained.step};
        amount_add(ledger->change_size, change, &ledger->change_size);
        amount_add(ledger->unexplained_total, unexplained, &ledger->unexplained_total);
    }
    double whole = (double)ledger->change_size.fen;
    double part = (double)ledger->unexplained_total.fen;
    ledger->explained_share = whole > 0 ? CLAMP(100.0 * (whole - part) / whole, 0.0, 100.0) : 100.0;
    amount_subtract(ledger->current_total, ledger->base_total, &ledger->change_total);
}

static const Filing *filing_of_year(const Department *department, int year)
{
    const Filing *filing = department_filing(department, year, KIND_BUDGET);
    return filing != NULL ? filing : department_filing(department, year, KIND_ACCOUNTS);
}

Ledger *ledger_from_department(const Department *department, int year, int base_year, const Thresholds *thresholds,
                               GError **error)
{
    const Filing *now = filing_of_year(department, year);
    if (now == NULL) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s 没有 %d 年的文件", "%s has no filing of %d"), department->name, year);
        return NULL;
    }
    const Filing *before = department_filing(department, base_year, now->kind);
    if (before == NULL && base_year != year - 1) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s 没有 %d 年的文件可比", "%s has no filing of %d to compare with"), department->name, base_year);
        return NULL;
    }
    g_autoptr(Ledger) ledger = g_new0(Ledger, 1);
    ledger->department = g_strdup(department->name);
    ledger->fiscal_year = year;
    ledger->base_year = base_year;
    ledger->filing = now;
    ledger->lines = g_ptr_array_new_with_free_func(line_free);
    Builder builder = {.now = now, .before = before, .thresholds = thresholds, .ledger = ledger};
    builder.figures = figures_new(now);
    builder.figures_before = before != NULL ? figures_new(before) : NULL;
    builder.moves = moves_from_filing(now, thresholds);
    settle_total(&builder);
    add_codes(&builder);
    if (ledger->lines->len == 0)
        add_general(&builder);
    add_sources(&builder);
    figures_free(builder.figures);
    figures_free(builder.figures_before);
    g_ptr_array_unref(builder.moves);
    if (ledger->lines->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s %d 年没有可与上年比较的数字", "%s says nothing in %d that compares with the year before"), department->name, year);
        return NULL;
    }
    g_ptr_array_sort(ledger->lines, compare_lines);
    add_up(ledger);
    return g_steal_pointer(&ledger);
}
