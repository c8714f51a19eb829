/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filings into the store: one transaction for all that one file holds. */
#include "schema/store_statement.h"

#include "schema/error.h"
#include "schema/language.h"

bool store_knows_source(Store *store, const char *sha256, char **file, GError **error)
{
    sqlite3_stmt *find = store_statement(store, SQL_FIND_SOURCE, error);
    if (find == NULL)
        return false;
    sqlite3_bind_text(find, 1, sha256, -1, SQLITE_STATIC);
    int found = store_step(store, find, error);
    if (found == 1 && file != NULL)
        *file = store_column_text(find, 1);
    sqlite3_reset(find);
    return found == 1;
}

static bool department_id(Store *store, const char *name, gint64 *id, GError **error)
{
    sqlite3_stmt *find = store_statement(store, SQL_FIND_DEPARTMENT, error);
    if (find == NULL)
        return false;
    sqlite3_bind_text(find, 1, name, -1, SQLITE_STATIC);
    int found = store_step(store, find, error);
    if (found == 1)
        *id = sqlite3_column_int64(find, 0);
    sqlite3_reset(find);
    if (found != 0)
        return found == 1;
    if (!store_run(store, SQL_ADD_DEPARTMENT, error, "s", name))
        return false;
    *id = sqlite3_last_insert_rowid(store->db);
    return true;
}

static bool next_version(Store *store, const Filing *filing, gint64 department, int *version, GError **error)
{
    sqlite3_stmt *next = store_statement(store, SQL_NEXT_VERSION, error);
    if (next == NULL)
        return false;
    sqlite3_bind_int64(next, 1, department);
    sqlite3_bind_int(next, 2, filing->fiscal_year);
    sqlite3_bind_int(next, 3, (int)filing->kind);
    sqlite3_bind_int(next, 4, (int)filing->scope);
    sqlite3_bind_text(next, 5, filing->form, -1, SQLITE_STATIC);
    int found = store_step(store, next, error);
    if (found == 1)
        *version = sqlite3_column_int(next, 0);
    sqlite3_reset(next);
    return found == 1;
}

static bool save_table(Store *store, gint64 filing, const Table *table, GError **error)
{
    if (!store_run(store, SQL_ADD_TABLE, error, "IssiiiIs", filing, table->form_table, table->title, (int)table->state,
                   table->page, table->line, table->unit, table->note))
        return false;
    gint64 id = sqlite3_last_insert_rowid(store->db);
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = table_column(table, (int)i);
        if (!store_run(store, SQL_ADD_COLUMN, error, "Iisiis", id, (int)i, column->path, (int)column->direction,
                       (int)column->fund, column->measure))
            return false;
    }
    for (guint i = 0; i < table->rows->len; i++) {
        const Row *row = table_row(table, (int)i);
        if (!store_run(store, SQL_ADD_ROW, error, "IiiiissssiisIIs", id, (int)i, (int)row->side, row->parent, row->level,
                       row->code, row->label, row->path, row->project, (int)row->direction, (int)row->fund, row->measure,
                       (gint64)row->page, (gint64)row->line, row->subject))
            return false;
    }
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (!store_run(store, SQL_ADD_CELL, error, "IiiIIis", id, cell->row, cell->column, cell->amount.fen,
                       cell->amount.step, (int)cell->proof, cell->alternatives))
            return false;
    }
    return true;
}

/* Binds a value and its step, or leaves both NULL. */
static void bind_pair(sqlite3_stmt *statement, int at, bool known, gint64 value, gint64 step)
{
    if (!known) {
        sqlite3_bind_null(statement, at);
        sqlite3_bind_null(statement, at + 1);
        return;
    }
    sqlite3_bind_int64(statement, at, value);
    sqlite3_bind_int64(statement, at + 1, step);
}

static bool save_claim(Store *store, gint64 filing, int number, const Claim *claim, GError **error)
{
    sqlite3_stmt *add = store_statement(store, SQL_ADD_CLAIM, error);
    if (add == NULL)
        return false;
    int at = 0;
    sqlite3_bind_int64(add, ++at, filing);
    sqlite3_bind_int(add, ++at, number);
    sqlite3_bind_int(add, ++at, claim->page);
    sqlite3_bind_int(add, ++at, claim->line);
    sqlite3_bind_text(add, ++at, claim->section, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, ++at, claim->subject, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, ++at, claim->code, -1, SQLITE_STATIC);
    sqlite3_bind_int(add, ++at, (int)claim->direction);
    sqlite3_bind_int(add, ++at, (int)claim->fund);
    sqlite3_bind_text(add, ++at, claim->measure, -1, SQLITE_STATIC);
    bind_pair(add, ++at, claim->has_amount, claim->amount.fen, claim->amount.step);
    at += 2;
    bind_pair(add, at, claim->has_share, claim->share.value, claim->share.step);
    at += 1;
    sqlite3_bind_text(add, ++at, claim->share_of, -1, SQLITE_STATIC);
    bind_pair(add, ++at, claim->has_change, claim->change.fen, claim->change.step);
    at += 2;
    bind_pair(add, at, claim->has_growth, claim->growth.value, claim->growth.step);
    at += 1;
    sqlite3_bind_int(add, ++at, claim->growth_is_times ? 1 : claim->growth_bare ? 2 : 0);
    bind_pair(add, ++at, claim->has_base, claim->base.fen, claim->base.step);
    at += 2;
    bind_pair(add, at, claim->has_completion, claim->completion.value, claim->completion.step);
    at += 1;
    sqlite3_bind_int(add, ++at, (int)claim->against);
    sqlite3_bind_int(add, ++at, (int)claim->turn);
    sqlite3_bind_text(add, ++at, claim->turn_words, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, ++at, claim->reason, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, ++at, claim->text, -1, SQLITE_STATIC);
    return store_step(store, add, error) >= 0;
}

static bool save_claims(Store *store, gint64 id, const Filing *filing, GError **error)
{
    for (guint i = 0; i < filing->claims->len; i++)
        if (!save_claim(store, id, (int)i, g_ptr_array_index(filing->claims, i), error))
            return false;
    for (guint i = 0; i < filing->sums->len; i++) {
        const Sum *sum = g_ptr_array_index(filing->sums, i);
        if (!store_run(store, SQL_ADD_PART, error, "Iiii", id, (int)i, 0, sum->whole))
            return false;
        for (guint k = 0; k < sum->parts->len; k++)
            if (!store_run(store, SQL_ADD_PART, error, "Iiii", id, (int)i, (int)k + 1,
                           g_array_index(sum->parts, int, k)))
                return false;
    }
    return true;
}

static bool save_staff(Store *store, gint64 id, const Filing *filing, GError **error)
{
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        sqlite3_stmt *add = store_statement(store, SQL_ADD_STAFF, error);
        if (add == NULL)
            return false;
        sqlite3_bind_int64(add, 1, id);
        sqlite3_bind_int(add, 2, (int)i);
        sqlite3_bind_text(add, 3, staff->kind, -1, SQLITE_STATIC);
        sqlite3_bind_int64(add, 4, staff->count);
        if (staff->has_change)
            sqlite3_bind_int64(add, 5, staff->change);
        else
            sqlite3_bind_null(add, 5);
        sqlite3_bind_int(add, 6, staff->page);
        sqlite3_bind_int(add, 7, staff->line);
        sqlite3_bind_text(add, 8, staff->text, -1, SQLITE_STATIC);
        if (store_step(store, add, error) < 0)
            return false;
    }
    return true;
}

static bool save_particulars(Store *store, gint64 id, const Filing *filing, GError **error)
{
    for (guint i = 0; i < filing->items->len; i++) {
        const Item *item = g_ptr_array_index(filing->items, i);
        if (!store_run(store, SQL_ADD_ITEM, error, "IissiIIiis", id, (int)i, item->kind, item->label,
                       (int)item->is_money, item->amount.fen, item->amount.step, item->page, item->line, item->text))
            return false;
    }
    for (guint i = 0; i < filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(filing->targets, i);
        sqlite3_stmt *add = store_statement(store, SQL_ADD_TARGET, error);
        if (add == NULL)
            return false;
        sqlite3_bind_int64(add, 1, id);
        sqlite3_bind_int(add, 2, (int)i);
        sqlite3_bind_text(add, 3, target->kind, -1, SQLITE_STATIC);
        sqlite3_bind_text(add, 4, target->name, -1, SQLITE_STATIC);
        sqlite3_bind_text(add, 5, target->value, -1, SQLITE_STATIC);
        if (target->has_weight)
            sqlite3_bind_int64(add, 6, target->weight);
        else
            sqlite3_bind_null(add, 6);
        sqlite3_bind_int(add, 7, target->page);
        sqlite3_bind_int(add, 8, target->line);
        if (store_step(store, add, error) < 0)
            return false;
    }
    for (guint i = 0; i < filing->names->len; i++) {
        const PrintedName *name = g_ptr_array_index(filing->names, i);
        if (!store_run(store, SQL_ADD_NAME, error, "Iissii", id, (int)i, name->name, name->where, name->page,
                       name->line))
            return false;
    }
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        if (!store_run(store, SQL_ADD_DOUBT, error, "Iiiisss", id, (int)i, doubt->page, doubt->line, doubt->table,
                       doubt->text, doubt->why))
            return false;
    }
    return true;
}

static bool save_evidence(Store *store, gint64 id, const Filing *filing, GError **error)
{
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        if (!store_run(store, SQL_ADD_EVIDENCE, error, "Iissii", id, (int)i, evidence->what, evidence->text,
                       evidence->page, evidence->line))
            return false;
    }
    return true;
}

static bool save_filing(Store *store, gint64 source, Filing *filing, GError **error)
{
    gint64 department = 0;
    int version = 0;
    if (!department_id(store, filing->department, &department, error) ||
        !next_version(store, filing, department, &version, error) ||
        !store_run(store, SQL_ADD_FILING, error, "IIiiissis", source, department, filing->fiscal_year,
                   (int)filing->kind, (int)filing->scope, filing->form, filing->issued, version, filing->member))
        return false;
    gint64 id = sqlite3_last_insert_rowid(store->db);
    for (guint i = 0; i < filing->pages->len; i++)
        if (!store_run(store, SQL_ADD_PAGE, error, "Iis", id, (int)i + 1,
                       (const char *)g_ptr_array_index(filing->pages, i)))
            return false;
    for (guint i = 0; i < filing->tables->len; i++)
        if (!save_table(store, id, g_ptr_array_index(filing->tables, i), error))
            return false;
    if (!save_claims(store, id, filing, error) || !save_staff(store, id, filing, error) ||
        !save_particulars(store, id, filing, error) || !save_evidence(store, id, filing, error))
        return false;
    filing->id = id;
    return true;
}

bool store_add_file(Store *store, const Arrival *arrival, GPtrArray *filings, GError **error)
{
    if (!store_run(store, SQL_ADD_SOURCE, error, "ssIsII", arrival->sha256, arrival->name, arrival->bytes, arrival->encoding,
                   arrival->imported, arrival->arrived))
        return false;
    gint64 source = sqlite3_last_insert_rowid(store->db);
    for (guint i = 0; i < filings->len; i++)
        if (!save_filing(store, source, g_ptr_array_index(filings, i), error))
            return false;
    return true;
}

/* The moment of this run: later than that of every run before it, should the clock have been set back. */
static bool settle_moment(Store *store, GError **error)
{
    if (store->moment != 0)
        return true;
    sqlite3_stmt *ask = store_statement(store, SQL_LAST_ARRIVAL, error);
    if (ask == NULL || store_step(store, ask, error) != 1)
        return false;
    gint64 last = CLAMP(sqlite3_column_int64(ask, 0), 0, G_MAXINT64 - 1);
    sqlite3_reset(ask);
    store->moment = MAX(g_get_real_time(), last + 1);
    return true;
}

static bool save_all(Store *store, GPtrArray *filings, GError **error)
{
    if (!settle_moment(store, error))
        return false;
    const Filing *first = g_ptr_array_index(filings, 0);
    Arrival arrival = {first->sha256, first->file, first->encoding, first->bytes, store->moment / G_USEC_PER_SEC, store->moment};
    return store_add_file(store, &arrival, filings, error) && store_run(store, SQL_COMMIT, error, "");
}

bool store_note_twin(Store *store, const char *sha256, const char *name, GError **error)
{
    /* Nothing was saved in this run: what is known came in earlier, and its name stays. */
    if (store->moment == 0)
        return true;
    return store_run(store, SQL_KEEP_FIRST, error, "sIIs", sha256, store->moment / G_USEC_PER_SEC, store->moment, name);
}

bool store_save_filings(Store *store, GPtrArray *filings, GError **error)
{
    g_assert(filings->len > 0);
    if (!store_run(store, SQL_BEGIN, error, ""))
        return false;
    if (save_all(store, filings, error))
        return true;
    /* What failed has been said already; the rollback leaves the store as it was. */
    store_run(store, SQL_ROLLBACK, NULL, "");
    for (guint i = 0; i < filings->len; i++)
        ((Filing *)g_ptr_array_index(filings, i))->id = 0;
    return false;
}
