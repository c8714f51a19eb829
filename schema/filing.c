/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/filing.h"

#include <string.h>

static void row_free(gpointer data)
{
    Row *row = data;
    g_free(row->code);
    g_free(row->subject);
    g_free(row->label);
    g_free(row->path);
    g_free(row->project);
    g_free(row->measure);
    g_free(row);
}

static void column_free(gpointer data)
{
    Column *column = data;
    g_free(column->path);
    g_free(column->measure);
    g_free(column);
}

static void cell_clear(gpointer data)
{
    g_free(((Cell *)data)->alternatives);
}

static void sum_free(gpointer data)
{
    Sum *sum = data;
    g_array_unref(sum->parts);
    g_free(sum);
}

static void staff_free(gpointer data)
{
    Staff *staff = data;
    g_free(staff->kind);
    g_free(staff->text);
    g_free(staff);
}

static void item_free(gpointer data)
{
    Item *item = data;
    g_free(item->kind);
    g_free(item->label);
    g_free(item->text);
    g_free(item);
}

static void target_free(gpointer data)
{
    Target *target = data;
    g_free(target->kind);
    g_free(target->name);
    g_free(target->value);
    g_free(target);
}

static void name_free(gpointer data)
{
    PrintedName *name = data;
    g_free(name->name);
    g_free(name->where);
    g_free(name);
}

static void doubt_free(gpointer data)
{
    Doubt *doubt = data;
    g_free(doubt->table);
    g_free(doubt->text);
    g_free(doubt->why);
    g_free(doubt);
}

static void evidence_free(gpointer data)
{
    IdentityEvidence *evidence = data;
    g_free(evidence->what);
    g_free(evidence->text);
    g_free(evidence);
}

static void source_free(gpointer data)
{
    Source *source = data;
    g_free(source->file);
    g_free(source->sha256);
    g_free(source->encoding);
    g_free(source->department);
    g_free(source);
}

void text_set(char **field, const char *text)
{
    char *copy = g_strdup(text);
    g_free(*field);
    *field = copy;
}

Filing *filing_new(void)
{
    Filing *filing = g_new0(Filing, 1);
    filing->file = g_strdup("");
    filing->member = g_strdup("");
    filing->sha256 = g_strdup("");
    filing->encoding = g_strdup("");
    filing->department = g_strdup("");
    filing->printed_department = g_strdup("");
    filing->form = g_strdup("");
    filing->issued = g_strdup("");
    filing->pages = g_ptr_array_new_with_free_func(g_free);
    filing->tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    filing->claims = g_ptr_array_new_with_free_func((GDestroyNotify)claim_free);
    filing->sums = g_ptr_array_new_with_free_func(sum_free);
    filing->staff = g_ptr_array_new_with_free_func(staff_free);
    filing->items = g_ptr_array_new_with_free_func(item_free);
    filing->targets = g_ptr_array_new_with_free_func(target_free);
    filing->names = g_ptr_array_new_with_free_func(name_free);
    filing->doubts = g_ptr_array_new_with_free_func(doubt_free);
    filing->evidence = g_ptr_array_new_with_free_func(evidence_free);
    filing->sources = g_ptr_array_new_with_free_func(source_free);
    return filing;
}

void filing_free(Filing *filing)
{
    if (filing == NULL)
        return;
    g_free(filing->file);
    g_free(filing->member);
    g_free(filing->sha256);
    g_free(filing->encoding);
    g_free(filing->department);
    g_free(filing->printed_department);
    g_free(filing->form);
    g_free(filing->issued);
    g_ptr_array_unref(filing->pages);
    g_ptr_array_unref(filing->tables);
    g_ptr_array_unref(filing->claims);
    g_ptr_array_unref(filing->sums);
    g_ptr_array_unref(filing->staff);
    g_ptr_array_unref(filing->items);
    g_ptr_array_unref(filing->targets);
    g_ptr_array_unref(filing->names);
    g_ptr_array_unref(filing->doubts);
    g_ptr_array_unref(filing->evidence);
    g_ptr_array_unref(filing->sources);
    g_free(filing);
}

GArray *cells_new(void)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    g_array_set_clear_func(cells, cell_clear);
    return cells;
}

Table *table_new(void)
{
    Table *table = g_new0(Table, 1);
    table->form_table = g_strdup("");
    table->title = g_strdup("");
    table->note = g_strdup("");
    table->unit = FEN_PER_WAN_YUAN;
    table->columns = g_ptr_array_new_with_free_func(column_free);
    table->rows = g_ptr_array_new_with_free_func(row_free);
    table->cells = cells_new();
    return table;
}

void table_free(Table *table)
{
    if (table == NULL)
        return;
    g_free(table->form_table);
    g_free(table->title);
    g_free(table->note);
    g_ptr_array_unref(table->columns);
    g_ptr_array_unref(table->rows);
    g_array_unref(table->cells);
    g_free(table);
}

Column *column_new(const char *path, int number, Direction direction, Fund fund, const char *measure)
{
    Column *column = g_new0(Column, 1);
    column->path = g_strdup(path);
    column->number = number;
    column->direction = direction;
    column->fund = fund;
    column->measure = g_strdup(measure);
    return column;
}

Row *row_new(void)
{
    Row *row = g_new0(Row, 1);
    row->parent = -1;
    row->code = g_strdup("");
    row->subject = g_strdup("");
    row->label = g_strdup("");
    row->path = g_strdup("");
    row->project = g_strdup("");
    row->measure = g_strdup("");
    return row;
}

Claim *claim_new(void)
{
    Claim *claim = g_new0(Claim, 1);
    claim->section = g_strdup("");
    claim->subject = g_strdup("");
    claim->code = g_strdup("");
    claim->measure = g_strdup("");
    claim->share_of = g_strdup("");
    claim->turn_words = g_strdup("");
    claim->reason = g_strdup("");
    claim->text = g_strdup("");
    return claim;
}

void claim_free(Claim *claim)
{
    if (claim == NULL)
        return;
    g_free(claim->section);
    g_free(claim->subject);
    g_free(claim->code);
    g_free(claim->measure);
    g_free(claim->share_of);
    g_free(claim->turn_words);
    g_free(claim->reason);
    g_free(claim->text);
    g_free(claim);
}

Sum *sum_new(int whole)
{
    Sum *sum = g_new0(Sum, 1);
    sum->whole = whole;
    sum->parts = g_array_new(FALSE, FALSE, sizeof(int));
    return sum;
}

Table *filing_table(const Filing *filing, const char *form_table)
{
    for (guint i = 0; i < filing->tables->len; i++) {
        Table *table = g_ptr_array_index(filing->tables, i);
        if (g_str_equal(table->form_table, form_table))
            return table;
    }
    return NULL;
}

Column *table_column(const Table *table, int index)
{
    return g_ptr_array_index(table->columns, index);
}

Row *table_row(const Table *table, int index)
{
    return g_ptr_array_index(table->rows, index);
}

bool table_place_is_certain(const Table *table, int row, int column)
{
    const char *path = table_column(table, column)->path;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->row != row || cell->proof != PROOF_AMBIGUOUS)
            continue;
        g_auto(GStrv) others = g_strsplit(cell->alternatives, "|", -1);
        if (cell->column == column || g_strv_contains((const char *const *)others, path))
            return false;
    }
    return true;
}

const Cell *table_cell(const Table *table, int row, int column)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->row == row && cell->column == column)
            return cell;
    }
    return NULL;
}

/* A named line (接待费) is measured whole: a column that holds a part of it is another quantity. */
static bool line_measures(const char *line, const char *column)
{
    static const char *const parts_of_basic[] = {"basic", "personnel", "operating", NULL};
    return g_str_equal(column, "total") || (g_str_equal(column, "basic") && g_strv_contains(parts_of_basic, line));
}

bool quantity_of_place(const Row *row, const Column *column, Quantity *quantity)
{
    bool named = row->measure[0] != '\0';
    bool special = named && !g_str_equal(row->measure, "total");
    if (column->measure[0] == '\0' || (special && !line_measures(row->measure, column->measure)))
        return false;
    const char *code = row->code[0] != '\0' ? row->code : row->subject;
    bool coded = code[0] != '\0' && row->project[0] == '\0';
    const char *label = row->project[0] != '\0' ? row->project : row->label;
    quantity->measure = special ? row->measure : column->measure;
    quantity->direction = row->direction != DIRECTION_NONE ? row->direction : column->direction;
    quantity->fund = column->fund != FUND_ALL ? column->fund : row->fund;
    quantity->code = (char *)code;
    quantity->label = named || coded || row->level == 0 ? (char *)"" : (char *)label;
    return true;
}

bool table_cell_quantity(const Table *table, const Cell *cell, Quantity *quantity)
{
    return quantity_of_place(table_row(table, cell->row), table_column(table, cell->column), quantity);
}

bool quantity_equal(const Quantity *a, const Quantity *b)
{
    return a->direction == b->direction && a->fund == b->fund && g_str_equal(a->measure, b->measure) &&
           g_str_equal(a->code, b->code) && g_str_equal(a->label, b->label);
}

guint quantity_hash(const Quantity *quantity)
{
    guint hash = (guint)quantity->direction * 31 + (guint)quantity->fund;
    hash = hash * 31 + g_str_hash(quantity->measure);
    hash = hash * 31 + g_str_hash(quantity->code);
    return hash * 31 + g_str_hash(quantity->label);
}

static guint hash_of_key(gconstpointer key)
{
    return quantity_hash(key);
}

static gboolean keys_equal(gconstpointer a, gconstpointer b)
{
    return quantity_equal(a, b);
}

GHashTable *quantity_table_new(GDestroyNotify free_key, GDestroyNotify free_value)
{
    return g_hash_table_new_full(hash_of_key, keys_equal, free_key, free_value);
}

void filing_add_doubt(Filing *filing, int page, int line, const char *table, const char *text, const char *why)
{
    Doubt *doubt = g_new0(Doubt, 1);
    doubt->page = page;
    doubt->line = line;
    doubt->table = g_strdup(table);
    doubt->text = g_strdup(text);
    doubt->why = g_strdup(why);
    g_ptr_array_add(filing->doubts, doubt);
}

void filing_add_item(Filing *filing, const char *kind, const char *label, bool is_money, Amount amount, int page, int line,
                     const char *text)
{
    Item *item = g_new0(Item, 1);
    item->kind = g_strdup(kind);
    item->label = g_strdup(label);
    item->is_money = is_money;
    item->amount = amount;
    item->page = page;
    item->line = line;
    item->text = g_strdup(text);
    g_ptr_array_add(filing->items, item);
}

void filing_add_evidence(Filing *filing, const char *what, const char *text, int page, int line)
{
    IdentityEvidence *evidence = g_new0(IdentityEvidence, 1);
    *evidence = (IdentityEvidence){g_strdup(what), g_strdup(text), page, line};
    g_ptr_array_add(filing->evidence, evidence);
}
