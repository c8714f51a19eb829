/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/known.h"

#include <string.h>

/* One table's statement of a quantity. */
typedef struct {
    const Table *table;
    Amount amount;
} Statement;

/* A kind of quantity at one depth of one classification: codes of the same first digit and length. */
typedef struct {
    Direction direction;
    Fund fund;
    const char *measure; /* the column's or the quantity's */
    char first;
    gsize length;
} Coverage;

struct Known {
    GHashTable *amounts; /* Quantity -> GArray of Statement */
    GHashTable *covered; /* Coverage -> GPtrArray of Table */
    GHashTable *open;    /* Quantity -> GPtrArray of Table: a figure there may be it, its column is not certain */
};

static guint coverage_hash(gconstpointer key)
{
    const Coverage *coverage = key;
    guint place = (guint)coverage->direction * 31u + (guint)coverage->fund;
    return g_str_hash(coverage->measure) ^ (place * 131u + (guint)(guchar)coverage->first * 8u + (guint)coverage->length);
}

static gboolean coverage_equal(gconstpointer a, gconstpointer b)
{
    const Coverage *x = a;
    const Coverage *y = b;
    return x->direction == y->direction && x->fund == y->fund && x->first == y->first && x->length == y->length &&
           g_str_equal(x->measure, y->measure);
}

Known *known_new(void)
{
    Known *known = g_new0(Known, 1);
    known->amounts = quantity_table_new(g_free, (GDestroyNotify)g_array_unref);
    known->covered = g_hash_table_new_full(coverage_hash, coverage_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    known->open = quantity_table_new(g_free, (GDestroyNotify)g_ptr_array_unref);
    return known;
}

void known_free(Known *known)
{
    if (known == NULL)
        return;
    g_hash_table_unref(known->amounts);
    g_hash_table_unref(known->covered);
    g_hash_table_unref(known->open);
    g_free(known);
}

static void cover(Known *known, const Table *table, const Column *column, const char *code)
{
    Coverage key = {column->direction, column->fund, column->measure, code[0], strlen(code)};
    GPtrArray *tables = g_hash_table_lookup(known->covered, &key);
    if (tables == NULL) {
        tables = g_ptr_array_new();
        g_hash_table_insert(known->covered, g_memdup2(&key, sizeof key), tables);
    }
    if (tables->len == 0 || g_ptr_array_index(tables, tables->len - 1) != table)
        g_ptr_array_add(tables, (gpointer)table);
}

/*
 * A table that was read covers, for each of its columns, the depths of code it prints; an empty one covers all depths
 * of the functional classification, and the total.
 */
static void cover_columns(Known *known, const Table *table)
{
    static const char *const every_depth[] = {"", "200", "20000", "2000000"};
    for (guint c = 0; c < table->columns->len; c++) {
        const Column *column = table_column(table, (int)c);
        if (table->state == TABLE_EMPTY)
            for (gsize i = 0; i < G_N_ELEMENTS(every_depth); i++)
                cover(known, table, column, every_depth[i]);
        for (guint i = 0; i < table->rows->len; i++) {
            const Row *row = table_row(table, (int)i);
            bool its_side = row->side == DIRECTION_NONE || row->side == column->direction;
            if (row->measure[0] == '\0' && row->project[0] == '\0' && its_side)
                cover(known, table, column, row->code);
        }
    }
}

/* A figure whose column is not certain leaves open what else its row holds: that is not nothing. */
static void leave_row_open(Known *known, const Table *table, const Row *row)
{
    for (guint c = 0; c < table->columns->len; c++) {
        Quantity quantity;
        if (!quantity_of_place(row, table_column(table, (int)c), &quantity))
            continue;
        GPtrArray *tables = g_hash_table_lookup(known->open, &quantity);
        if (tables == NULL) {
            tables = g_ptr_array_new();
            g_hash_table_insert(known->open, g_memdup2(&quantity, sizeof quantity), tables);
        }
        if (tables->len == 0 || g_ptr_array_index(tables, tables->len - 1) != table)
            g_ptr_array_add(tables, (gpointer)table);
    }
}

void known_add_table(Known *known, const Table *table)
{
    /* A table whose figures have no columns yet tells nothing, not even what is absent. */
    bool solved = table->state == TABLE_READ && table->cells->len > 0;
    if (!solved && table->state != TABLE_EMPTY)
        return;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        Quantity quantity;
        if (cell->proof == PROOF_AMBIGUOUS)
            leave_row_open(known, table, table_row(table, cell->row));
        if (cell->proof == PROOF_AMBIGUOUS || !table_cell_quantity(table, cell, &quantity))
            continue;
        GArray *statements = g_hash_table_lookup(known->amounts, &quantity);
        if (statements == NULL) {
            statements = g_array_new(FALSE, FALSE, sizeof(Statement));
            g_hash_table_insert(known->amounts, g_memdup2(&quantity, sizeof quantity), statements);
        }
        Statement statement = {table, cell->amount};
        g_array_append_val(statements, statement);
    }
    cover_columns(known, table);
}

bool known_amount(const Known *known, const Table *except, const Quantity *quantity, Amount *amount)
{
    const GArray *statements = g_hash_table_lookup(known->amounts, quantity);
    for (guint i = 0; statements != NULL && i < statements->len; i++) {
        const Statement *statement = &g_array_index(statements, Statement, i);
        if (statement->table != except) {
            *amount = statement->amount;
            return true;
        }
    }
    if (quantity->label[0] != '\0')
        return false;
    Coverage key = {quantity->direction, quantity->fund, quantity->measure, quantity->code[0], strlen(quantity->code)};
    const GPtrArray *tables = g_hash_table_lookup(known->covered, &key);
    GPtrArray *open = g_hash_table_lookup(known->open, quantity);
    for (guint i = 0; tables != NULL && i < tables->len; i++) {
        const Table *table = g_ptr_array_index(tables, i);
        if (table != except && (open == NULL || !g_ptr_array_find(open, table, NULL))) {
            *amount = (Amount){0, 0};
            return true;
        }
    }
    return false;
}

/*
 * What a term is in this row. A project's own line has no code: an equation speaks of the same project elsewhere; what
 * a project is at most, is at most that of all of them together.
 */
static Quantity term_quantity(const Term *term, const Row *row, bool at_most)
{
    bool own = row->code[0] == '\0' && row->level > 0 && !at_most;
    const char *label = row->project[0] != '\0' ? row->project : row->label;
    return (Quantity){term->direction, term->fund, term->measure, row->code, own ? (char *)label : (char *)""};
}

/* The column of the part that a term is, -1 when it is none. */
static int term_column(const FormPart *part, const Term *term)
{
    for (guint i = 0; i < part->columns->len; i++) {
        const Column *column = g_ptr_array_index(part->columns, i);
        if (column->direction == term->direction && column->fund == term->fund &&
            g_str_equal(column->measure, term->measure))
            return (int)i;
    }
    return -1;
}

/* Splits a side of an equation into columns of this table and an amount known from others. */
static bool side_split(const Known *known, const FormPart *part, const Table *table, const Row *row, bool at_most,
                       const GArray *terms, guint32 *columns, Amount *rest)
{
    *columns = 0;
    *rest = (Amount){0, 0};
    for (guint i = 0; i < terms->len; i++) {
        const Term *term = &g_array_index(terms, Term, i);
        int column = term_column(part, term);
        if (column >= 0 && term->sign > 0) {
            *columns |= 1u << column;
            continue;
        }
        Quantity quantity = term_quantity(term, row, at_most);
        Amount amount;
        if (column >= 0 || !known_amount(known, table, &quantity, &amount))
            return false;
        rest->fen += term->sign * amount.fen;
        rest->step += amount.step;
    }
    return true;
}

static bool within_printed(Amount a, Amount b)
{
    return verdict_of_equality(a, b) != VERDICT_IMPOSSIBLE;
}

/* left = right, with the columns of this table on one side only: what do they add up to? */
static void add_equation(const Known *known, const FormPart *part, const Table *table, const Row *row,
                         const Equation *equation, bool at_most, GArray *sums)
{
    SolveSum sum = {.at_most = at_most, .soft = at_most};
    guint32 left = 0;
    Amount left_rest;
    if (!side_split(known, part, table, row, at_most, equation->left, &left, &left_rest))
        return;
    for (guint i = 0; i < equation->rights->len && sum.reading_count < SOLVE_READINGS_MAX; i++) {
        guint32 right = 0;
        Amount right_rest;
        const GArray *terms = g_ptr_array_index(equation->rights, i);
        if (!side_split(known, part, table, row, at_most, terms, &right, &right_rest))
            continue;
        if (left == 0 && right == 0 && within_printed(left_rest, right_rest))
            return; /* it holds without this table: nothing is learnt about it */
        if ((left != 0) == (right != 0) || (at_most && right != 0))
            continue;
        int sign = left != 0 ? 1 : -1;
        sum.readings[sum.reading_count].columns = left | right;
        sum.readings[sum.reading_count].value =
            (Amount){sign * (right_rest.fen - left_rest.fen), right_rest.step + left_rest.step};
        sum.reading_count++;
    }
    if (sum.reading_count > 0)
        g_array_append_val(sums, sum);
}

/* A named line of a fund (公务接待费 of 政府性基金) is never more than all that the fund spends. */
static void add_fund_bounds(const Known *known, const FormPart *part, const Table *table, const Row *row, GArray *sums)
{
    for (guint i = 0; i < part->columns->len; i++) {
        const Column *column = g_ptr_array_index(part->columns, i);
        Quantity whole = {row->direction, column->fund, (char *)"total", (char *)"", (char *)""};
        SolveSum sum = {.reading_count = 1, .at_most = true};
        if (column->fund == FUND_ALL || !known_amount(known, table, &whole, &sum.readings[0].value))
            continue;
        sum.readings[0].columns = 1u << i;
        g_array_append_val(sums, sum);
    }
}

void known_sums(const Known *known, const Form *form, const FormPart *part, const Table *table, const Row *row,
                GArray *sums)
{
    for (guint i = 0; i < part->columns->len; i++) {
        Quantity quantity;
        Amount amount;
        if (!quantity_of_place(row, g_ptr_array_index(part->columns, i), &quantity) ||
            !known_amount(known, table, &quantity, &amount))
            continue;
        SolveSum sum = {.reading_count = 1};
        sum.readings[0].columns = 1u << i;
        sum.readings[0].value = amount;
        g_array_append_val(sums, sum);
    }
    if (row->measure[0] != '\0') {
        add_fund_bounds(known, part, table, row, sums);
        return;
    }
    for (guint i = 0; i < form->equal->len; i++)
        add_equation(known, part, table, row, g_ptr_array_index(form->equal, i), false, sums);
    for (guint i = 0; i < form->within->len; i++)
        add_equation(known, part, table, row, g_ptr_array_index(form->within, i), true, sums);
}
