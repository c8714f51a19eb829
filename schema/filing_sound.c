/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/filing_sound.h"

static bool is_place(int page, int line)
{
    return page >= 0 && page <= PAGES_MAX && line >= 0;
}

static bool is_index(int index, guint length)
{
    return index >= 0 && (guint)index < length;
}

/* Amounts known from words alone (持平) have a step of nothing; what is absent may be anything. */
static bool amount_is_sound(bool known, Amount amount)
{
    return !known || amount.step >= 0;
}

/* A rate is divided by its step. */
static bool rate_is_sound(bool known, Rate rate)
{
    return !known || (rate.step >= 1 && rate.step <= 100 * RATE_PERCENT);
}

static bool row_is_sound(const Row *row)
{
    return row->side <= DIRECTION_CARRYOVER && row->direction <= DIRECTION_CARRYOVER && row->fund <= FUND_OWN &&
           row->parent >= -1 && row->level >= 0 && row->level <= DEPTH_MAX && is_place(row->page, row->line);
}

/* Every row's enclosing rows exist and end at the top. */
static bool rows_are_nested(const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        int depth = 0;
        for (int row = (int)i; row >= 0; row = table_row(table, row)->parent)
            if (!is_index(row, table->rows->len) || ++depth > DEPTH_MAX)
                return false;
    }
    return true;
}

static bool cell_is_sound(const Table *table, const Cell *cell)
{
    return is_index(cell->row, table->rows->len) && is_index(cell->column, table->columns->len) &&
           cell->amount.step >= 1 && cell->proof <= PROOF_AMBIGUOUS;
}

/* One figure a place: the store's key says so, too. */
static bool cells_are_apart(const Table *table)
{
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, NULL);
    g_autofree gint64 *keys = g_new(gint64, table->cells->len);
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        keys[i] = (gint64)cell->row << 32 | cell->column;
        if (!g_hash_table_add(places, &keys[i]))
            return false;
    }
    return true;
}

static bool table_is_sound(const Table *table)
{
    if (table->state > TABLE_UNREAD || !is_place(table->page, table->line) || table->unit < 1)
        return false;
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = table_column(table, (int)i);
        if (column->number < 0 || column->direction > DIRECTION_CARRYOVER || column->fund > FUND_OWN)
            return false;
    }
    for (guint i = 0; i < table->rows->len; i++)
        if (!row_is_sound(table_row(table, (int)i)))
            return false;
    for (guint i = 0; i < table->cells->len; i++)
        if (!cell_is_sound(table, &g_array_index(table->cells, Cell, i)))
            return false;
    return rows_are_nested(table) && cells_are_apart(table);
}

static bool claim_is_sound(const Claim *claim)
{
    return is_place(claim->page, claim->line) && claim->direction <= DIRECTION_CARRYOVER && claim->fund <= FUND_OWN &&
           claim->against <= AGAINST_THIS_BUDGET && claim->turn <= TURN_NEW &&
           amount_is_sound(claim->has_amount, claim->amount) && amount_is_sound(claim->has_change, claim->change) &&
           amount_is_sound(claim->has_base, claim->base) && rate_is_sound(claim->has_share, claim->share) &&
           rate_is_sound(claim->has_growth, claim->growth) && rate_is_sound(claim->has_completion, claim->completion);
}

static bool sum_is_sound(const Filing *filing, const Sum *sum)
{
    for (guint i = 0; i < sum->parts->len; i++)
        if (!is_index(g_array_index(sum->parts, int, i), filing->claims->len))
            return false;
    return is_index(sum->whole, filing->claims->len);
}

/* Claims and the sums of them. */
static bool claims_are_sound(const Filing *filing)
{
    for (guint i = 0; i < filing->claims->len; i++)
        if (!claim_is_sound(g_ptr_array_index(filing->claims, i)))
            return false;
    for (guint i = 0; i < filing->sums->len; i++)
        if (!sum_is_sound(filing, g_ptr_array_index(filing->sums, i)))
            return false;
    return true;
}

/* All that has a place and little else. */
static bool particulars_are_sound(const Filing *filing)
{
    bool sound = true;
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        sound &= is_place(staff->page, staff->line);
    }
    for (guint i = 0; i < filing->items->len; i++) {
        const Item *item = g_ptr_array_index(filing->items, i);
        sound &= is_place(item->page, item->line) && amount_is_sound(true, item->amount);
    }
    for (guint i = 0; i < filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(filing->targets, i);
        sound &= is_place(target->page, target->line);
    }
    for (guint i = 0; i < filing->names->len; i++) {
        const PrintedName *name = g_ptr_array_index(filing->names, i);
        sound &= is_place(name->page, name->line);
    }
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        sound &= is_place(doubt->page, doubt->line);
    }
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        sound &= is_place(evidence->page, evidence->line);
    }
    return sound;
}

bool filing_is_sound(const Filing *filing)
{
    if (filing->department[0] == '\0' || filing->fiscal_year < 0 || filing->kind > KIND_ACCOUNTS ||
        filing->scope > SCOPE_UNIT || filing->bytes < 0)
        return false;
    for (guint i = 0; i < filing->tables->len; i++)
        if (!table_is_sound(g_ptr_array_index(filing->tables, i)))
            return false;
    return claims_are_sound(filing) && particulars_are_sound(filing);
}
