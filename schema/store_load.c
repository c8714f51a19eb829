/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filings out of the store: the same values that went in. */
#include "schema/error.h"
#include "schema/filing_sound.h"
#include "schema/language.h"
#include "schema/store_statement.h"

void filing_entry_free(FilingEntry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->department);
    g_free(entry->form);
    g_free(entry->issued);
    g_free(entry->file);
    g_free(entry->sha256);
    g_free(entry->came);
    g_strfreev(entry->read_tables);
    g_free(entry);
}

/*
 * A store may be damaged in ways that SQLite cannot see. Texts must be UTF-8 without zero bytes (the loops over
 * characters rely on it), enumerations and indices within their range.
 */
bool store_result_is_sound(sqlite3_stmt *result)
{
    for (int i = 0; i < sqlite3_column_count(result); i++) {
        if (sqlite3_column_type(result, i) == SQLITE_BLOB)
            return false;
        if (sqlite3_column_type(result, i) != SQLITE_TEXT)
            continue;
        const char *text = (const char *)sqlite3_column_text(result, i);
        if (text == NULL || !g_utf8_validate(text, sqlite3_column_bytes(result, i), NULL))
            return false;
    }
    return true;
}

static bool within(sqlite3_stmt *result, int column, gint64 low, gint64 high)
{
    gint64 value = sqlite3_column_int64(result, column);
    return sqlite3_column_type(result, column) == SQLITE_INTEGER && low <= value && value <= high;
}

static bool is_place(sqlite3_stmt *statement, int page, int line)
{
    return within(statement, page, 0, PAGES_MAX) && within(statement, line, 0, G_MAXINT);
}

void store_damaged(Store *store, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                say("库文件 %s 的内容已损坏：请从备份恢复，或重新导入到新库",
                    "store %s: its contents are damaged; restore a copy, or import into a new store"),
                store->path);
}

static void fail_as_damaged(Store *store, sqlite3_stmt *result, GError **error)
{
    sqlite3_reset(result);
    store_damaged(store, error);
}

GPtrArray *store_filings(Store *store, GError **error)
{
    sqlite3_stmt *list = store_statement(store, SQL_LIST_FILINGS, error);
    if (list == NULL)
        return NULL;
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func((GDestroyNotify)filing_entry_free);
    int more;
    while ((more = store_step(store, list, error)) == 1) {
        if (!store_result_is_sound(list) || !within(list, 3, 0, KIND_ACCOUNTS) || !within(list, 4, 0, SCOPE_UNIT)) {
            fail_as_damaged(store, list, error);
            return NULL;
        }
        FilingEntry *entry = g_new0(FilingEntry, 1);
        entry->id = sqlite3_column_int64(list, 0);
        entry->department = store_column_text(list, 1);
        entry->fiscal_year = sqlite3_column_int(list, 2);
        entry->kind = (Kind)sqlite3_column_int(list, 3);
        entry->scope = (Scope)sqlite3_column_int(list, 4);
        entry->form = store_column_text(list, 5);
        entry->issued = store_column_text(list, 6);
        entry->file = store_column_text(list, 7);
        entry->sha256 = store_column_text(list, 8);
        entry->version = sqlite3_column_int(list, 9);
        entry->tables = sqlite3_column_int(list, 10);
        entry->cells = sqlite3_column_int(list, 11);
        entry->claims = sqlite3_column_int(list, 12);
        entry->doubts = sqlite3_column_int(list, 13);
        g_autofree char *read = store_column_text(list, 14);
        entry->read_tables = g_strsplit(read, "\n", -1);
        entry->came = store_column_text(list, 15);
        g_ptr_array_add(entries, entry);
    }
    return more == 0 ? g_steal_pointer(&entries) : NULL;
}

void name_statement_free(NameStatement *statement)
{
    if (statement == NULL)
        return;
    g_free(statement->text);
    g_free(statement);
}

GPtrArray *store_name_statements(Store *store, GError **error)
{
    sqlite3_stmt *list = store_statement(store, SQL_LIST_STATEMENTS, error);
    if (list == NULL)
        return NULL;
    g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func((GDestroyNotify)name_statement_free);
    int more;
    while ((more = store_step(store, list, error)) == 1) {
        if (!store_result_is_sound(list) || !is_place(list, 1, 2)) {
            fail_as_damaged(store, list, error);
            return NULL;
        }
        NameStatement *statement = g_new0(NameStatement, 1);
        statement->filing = sqlite3_column_int64(list, 0);
        statement->page = sqlite3_column_int(list, 1);
        statement->line = sqlite3_column_int(list, 2);
        statement->text = store_column_text(list, 3);
        g_ptr_array_add(statements, statement);
    }
    return more == 0 ? g_steal_pointer(&statements) : NULL;
}

/* Puts a text result where a value owned a text before. */
static void take_text(char **field, sqlite3_stmt *statement, int column)
{
    g_free(*field);
    *field = store_column_text(statement, column);
}

/* A value and its step. *sound is cleared when the step is not within its bounds. */
static bool read_pair(sqlite3_stmt *statement, int at, gint64 least, gint64 most, gint64 *value, gint64 *step,
                      bool *sound)
{
    if (sqlite3_column_type(statement, at) == SQLITE_NULL)
        return false;
    *value = sqlite3_column_int64(statement, at);
    *step = sqlite3_column_int64(statement, at + 1);
    *sound &= within(statement, at, G_MININT64, G_MAXINT64) && within(statement, at + 1, least, most);
    return true;
}

/* Amounts known from words alone (持平) have a step of nothing; a rate is divided by its step. */
static bool read_amount(sqlite3_stmt *statement, int at, Amount *amount, bool *sound)
{
    return read_pair(statement, at, 0, G_MAXINT64, &amount->fen, &amount->step, sound);
}

static bool read_rate(sqlite3_stmt *statement, int at, Rate *rate, bool *sound)
{
    return read_pair(statement, at, 1, 100 * RATE_PERCENT, &rate->value, &rate->step, sound);
}

static bool read_column(sqlite3_stmt *get, Table *table)
{
    if (!within(get, 0, table->columns->len, table->columns->len) || !within(get, 2, 0, DIRECTION_CARRYOVER) ||
        !within(get, 3, 0, FUND_OWN))
        return false;
    g_autofree char *path = store_column_text(get, 1);
    g_autofree char *measure = store_column_text(get, 4);
    g_ptr_array_add(table->columns,
                    column_new(path, sqlite3_column_int(get, 0) + 1, (Direction)sqlite3_column_int(get, 2),
                               (Fund)sqlite3_column_int(get, 3), measure));
    return true;
}

static bool read_row(sqlite3_stmt *get, Table *table)
{
    if (!within(get, 12, table->rows->len, table->rows->len) || !within(get, 0, 0, DIRECTION_CARRYOVER) ||
        !within(get, 1, -1, G_MAXINT) || !within(get, 2, 0, DEPTH_MAX) || !within(get, 7, 0, DIRECTION_CARRYOVER) ||
        !within(get, 8, 0, FUND_OWN) || !is_place(get, 10, 11))
        return false;
    Row *row = row_new();
    row->side = (Direction)sqlite3_column_int(get, 0);
    row->parent = sqlite3_column_int(get, 1);
    row->level = sqlite3_column_int(get, 2);
    take_text(&row->code, get, 3);
    take_text(&row->label, get, 4);
    take_text(&row->path, get, 5);
    take_text(&row->project, get, 6);
    row->direction = (Direction)sqlite3_column_int(get, 7);
    row->fund = (Fund)sqlite3_column_int(get, 8);
    take_text(&row->measure, get, 9);
    row->page = sqlite3_column_int(get, 10);
    row->line = sqlite3_column_int(get, 11);
    take_text(&row->subject, get, 13);
    g_ptr_array_add(table->rows, row);
    return true;
}

static bool read_cell(sqlite3_stmt *get, Table *table)
{
    if (!within(get, 0, 0, (gint64)table->rows->len - 1) || !within(get, 1, 0, (gint64)table->columns->len - 1) ||
        !within(get, 3, 1, G_MAXINT64) || !within(get, 4, 0, PROOF_AMBIGUOUS))
        return false;
    Cell cell = {.row = sqlite3_column_int(get, 0),
                 .column = sqlite3_column_int(get, 1),
                 .amount = {sqlite3_column_int64(get, 2), sqlite3_column_int64(get, 3)},
                 .proof = (Proof)sqlite3_column_int(get, 4),
                 .alternatives = store_column_text(get, 5)};
    g_array_append_val(table->cells, cell);
    return true;
}

/* Runs a query of one key and hands each result to a reader, which says false when it makes no sense. */
#define READ_ALL(store, sql, key, reader, target, error)               \
    G_STMT_START                                                       \
    {                                                                  \
        sqlite3_stmt *get_ = store_statement((store), (sql), (error)); \
        if (get_ == NULL)                                              \
            return false;                                              \
        sqlite3_bind_int64(get_, 1, (key));                            \
        int more_;                                                     \
        while ((more_ = store_step((store), get_, (error))) == 1)      \
            if (!store_result_is_sound(get_) || !reader(get_, (target))) {   \
                fail_as_damaged((store), get_, (error));               \
                return false;                                          \
            }                                                          \
        if (more_ < 0)                                                 \
            return false;                                              \
    }                                                                  \
    G_STMT_END

typedef struct {
    Filing *filing;
    GArray *ids; /* gint64 of each table */
} TableReading;

static bool read_table(sqlite3_stmt *get, TableReading *reading)
{
    if (!within(get, 3, 0, TABLE_UNREAD) || !is_place(get, 4, 5) || !within(get, 6, 1, G_MAXINT64))
        return false;
    Table *table = table_new();
    gint64 id = sqlite3_column_int64(get, 0);
    take_text(&table->form_table, get, 1);
    take_text(&table->title, get, 2);
    table->state = (TableState)sqlite3_column_int(get, 3);
    table->page = sqlite3_column_int(get, 4);
    table->line = sqlite3_column_int(get, 5);
    table->unit = sqlite3_column_int64(get, 6);
    take_text(&table->note, get, 7);
    g_ptr_array_add(reading->filing->tables, table);
    g_array_append_val(reading->ids, id);
    return true;
}

static bool load_tables(Store *store, Filing *filing, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    TableReading reading = {filing, ids};
    READ_ALL(store, SQL_GET_TABLES, filing->id, read_table, &reading, error);
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        Table *table = g_ptr_array_index(filing->tables, i);
        READ_ALL(store, SQL_GET_COLUMNS, id, read_column, table, error);
        READ_ALL(store, SQL_GET_ROWS, id, read_row, table, error);
        READ_ALL(store, SQL_GET_CELLS, id, read_cell, table, error);
    }
    return true;
}

static bool read_claim(sqlite3_stmt *get, Filing *filing)
{
    if (!within(get, 27, filing->claims->len, filing->claims->len) || !is_place(get, 0, 1) ||
        !within(get, 5, 0, DIRECTION_CARRYOVER) || !within(get, 6, 0, FUND_OWN) || !within(get, 17, 0, 2) ||
        !within(get, 22, 0, AGAINST_THIS_BUDGET) || !within(get, 23, 0, TURN_NEW))
        return false;
    bool sound = true;
    Claim *claim = claim_new();
    claim->page = sqlite3_column_int(get, 0);
    claim->line = sqlite3_column_int(get, 1);
    take_text(&claim->section, get, 2);
    take_text(&claim->subject, get, 3);
    take_text(&claim->code, get, 4);
    claim->direction = (Direction)sqlite3_column_int(get, 5);
    claim->fund = (Fund)sqlite3_column_int(get, 6);
    take_text(&claim->measure, get, 7);
    claim->has_amount = read_amount(get, 8, &claim->amount, &sound);
    claim->has_share = read_rate(get, 10, &claim->share, &sound);
    take_text(&claim->share_of, get, 12);
    claim->has_change = read_amount(get, 13, &claim->change, &sound);
    claim->has_growth = read_rate(get, 15, &claim->growth, &sound);
    claim->growth_is_times = sqlite3_column_int(get, 17) == 1;
    claim->growth_bare = sqlite3_column_int(get, 17) == 2;
    claim->has_base = read_amount(get, 18, &claim->base, &sound);
    claim->has_completion = read_rate(get, 20, &claim->completion, &sound);
    claim->against = (Against)sqlite3_column_int(get, 22);
    claim->turn = (Turn)sqlite3_column_int(get, 23);
    take_text(&claim->turn_words, get, 24);
    take_text(&claim->reason, get, 25);
    take_text(&claim->text, get, 26);
    g_ptr_array_add(filing->claims, claim);
    return sound;
}

static bool read_part(sqlite3_stmt *get, Filing *filing)
{
    if (!within(get, 2, 0, (gint64)filing->claims->len - 1))
        return false;
    int claim = sqlite3_column_int(get, 2);
    if (sqlite3_column_int(get, 1) == 0) {
        g_ptr_array_add(filing->sums, sum_new(claim));
        return true;
    }
    /* Sums count from 0 and begin with their whole: a part without it belongs to nothing. */
    if (!within(get, 0, (gint64)filing->sums->len - 1, (gint64)filing->sums->len - 1))
        return false;
    Sum *sum = g_ptr_array_index(filing->sums, filing->sums->len - 1);
    g_array_append_val(sum->parts, claim);
    return true;
}

static bool read_staff(sqlite3_stmt *get, Filing *filing)
{
    if (!is_place(get, 3, 4))
        return false;
    Staff *staff = g_new0(Staff, 1);
    staff->kind = store_column_text(get, 0);
    staff->count = sqlite3_column_int64(get, 1);
    staff->has_change = sqlite3_column_type(get, 2) != SQLITE_NULL;
    staff->change = sqlite3_column_int64(get, 2);
    staff->page = sqlite3_column_int(get, 3);
    staff->line = sqlite3_column_int(get, 4);
    staff->text = store_column_text(get, 5);
    g_ptr_array_add(filing->staff, staff);
    return true;
}

static bool read_item(sqlite3_stmt *get, Filing *filing)
{
    if (!within(get, 4, 0, G_MAXINT64) || !is_place(get, 5, 6))
        return false;
    Item *item = g_new0(Item, 1);
    item->kind = store_column_text(get, 0);
    item->label = store_column_text(get, 1);
    item->is_money = sqlite3_column_int(get, 2) != 0;
    item->amount = (Amount){sqlite3_column_int64(get, 3), sqlite3_column_int64(get, 4)};
    item->page = sqlite3_column_int(get, 5);
    item->line = sqlite3_column_int(get, 6);
    item->text = store_column_text(get, 7);
    g_ptr_array_add(filing->items, item);
    return true;
}

static bool read_target(sqlite3_stmt *get, Filing *filing)
{
    if (!is_place(get, 4, 5))
        return false;
    Target *target = g_new0(Target, 1);
    target->kind = store_column_text(get, 0);
    target->name = store_column_text(get, 1);
    target->value = store_column_text(get, 2);
    target->has_weight = sqlite3_column_type(get, 3) != SQLITE_NULL;
    target->weight = sqlite3_column_int64(get, 3);
    target->page = sqlite3_column_int(get, 4);
    target->line = sqlite3_column_int(get, 5);
    g_ptr_array_add(filing->targets, target);
    return true;
}

static bool read_name(sqlite3_stmt *get, Filing *filing)
{
    if (!is_place(get, 2, 3))
        return false;
    PrintedName *name = g_new0(PrintedName, 1);
    name->name = store_column_text(get, 0);
    name->where = store_column_text(get, 1);
    name->page = sqlite3_column_int(get, 2);
    name->line = sqlite3_column_int(get, 3);
    g_ptr_array_add(filing->names, name);
    return true;
}

static bool read_doubt(sqlite3_stmt *get, Filing *filing)
{
    if (!is_place(get, 0, 1))
        return false;
    g_autofree char *table = store_column_text(get, 2);
    g_autofree char *text = store_column_text(get, 3);
    g_autofree char *why = store_column_text(get, 4);
    filing_add_doubt(filing, sqlite3_column_int(get, 0), sqlite3_column_int(get, 1), table, text, why);
    return true;
}

static bool read_evidence(sqlite3_stmt *get, Filing *filing)
{
    if (!is_place(get, 2, 3))
        return false;
    g_autofree char *what = store_column_text(get, 0);
    g_autofree char *text = store_column_text(get, 1);
    filing_add_evidence(filing, what, text, sqlite3_column_int(get, 2), sqlite3_column_int(get, 3));
    return true;
}

static bool read_page(sqlite3_stmt *get, GPtrArray *pages)
{
    g_ptr_array_add(pages, store_column_text(get, 0));
    return true;
}

static bool read_filing(sqlite3_stmt *get, Filing *filing)
{
    if (!within(get, 1, 0, G_MAXINT) || !within(get, 2, 0, KIND_ACCOUNTS) || !within(get, 3, 0, SCOPE_UNIT) ||
        !within(get, 10, 0, PAGES_MAX))
        return false;
    take_text(&filing->department, get, 0);
    filing->fiscal_year = sqlite3_column_int(get, 1);
    filing->kind = (Kind)sqlite3_column_int(get, 2);
    filing->scope = (Scope)sqlite3_column_int(get, 3);
    take_text(&filing->form, get, 4);
    take_text(&filing->issued, get, 5);
    take_text(&filing->file, get, 6);
    take_text(&filing->sha256, get, 7);
    take_text(&filing->encoding, get, 8);
    filing->bytes = sqlite3_column_int64(get, 9);
    Source *source = source_new(filing->file, filing->sha256, filing->encoding, filing->bytes);
    source->id = filing->id;
    text_set(&source->department, filing->department);
    source->page_count = sqlite3_column_int(get, 10);
    g_ptr_array_add(filing->sources, source);
    return true;
}

bool store_load_pages(Store *store, gint64 filing, GPtrArray *pages, GError **error)
{
    READ_ALL(store, SQL_GET_PAGES, filing, read_page, pages, error);
    return true;
}

static bool load_filing(Store *store, Filing *filing, bool with_pages, GError **error)
{
    gint64 id = filing->id;
    READ_ALL(store, SQL_GET_FILING, id, read_filing, filing, error);
    if ((with_pages && !store_load_pages(store, id, filing->pages, error)) || !load_tables(store, filing, error))
        return false;
    READ_ALL(store, SQL_GET_CLAIMS, id, read_claim, filing, error);
    READ_ALL(store, SQL_GET_PARTS, id, read_part, filing, error);
    READ_ALL(store, SQL_GET_STAFF, id, read_staff, filing, error);
    READ_ALL(store, SQL_GET_ITEMS, id, read_item, filing, error);
    READ_ALL(store, SQL_GET_TARGETS, id, read_target, filing, error);
    READ_ALL(store, SQL_GET_NAMES, id, read_name, filing, error);
    READ_ALL(store, SQL_GET_DOUBTS, id, read_doubt, filing, error);
    READ_ALL(store, SQL_GET_EVIDENCE, id, read_evidence, filing, error);
    return true;
}

Filing *store_filing(Store *store, gint64 id, bool with_pages, GError **error)
{
    g_autoptr(Filing) filing = filing_new();
    filing->id = id;
    if (!load_filing(store, filing, with_pages, error))
        return NULL;
    if (filing->department[0] == '\0') {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("库文件 %s 里没有编号 %" G_GINT64_FORMAT " 的文件", "store %s holds no filing %" G_GINT64_FORMAT),
                    store->path, id);
        return NULL;
    }
    if (!filing_is_sound(filing)) {
        fail_as_damaged(store, store->statements[SQL_GET_FILING], error);
        return NULL;
    }
    return g_steal_pointer(&filing);
}

char *store_page(Store *store, gint64 filing, int number, GError **error)
{
    sqlite3_stmt *get = store_statement(store, SQL_GET_PAGE, error);
    if (get == NULL)
        return NULL;
    sqlite3_bind_int64(get, 1, filing);
    sqlite3_bind_int(get, 2, number);
    int found = store_step(store, get, error);
    if (found == 1 && !store_result_is_sound(get)) {
        fail_as_damaged(store, get, error);
        return NULL;
    }
    char *text = found == 1 ? store_column_text(get, 0) : NULL;
    sqlite3_reset(get);
    if (found == 0)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("该文件没有第 %d 页", "the filing has no page %d"),
                    number);
    return text;
}
