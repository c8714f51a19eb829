/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold inside a table: a row and its columns, a subject and those below it, the two sides. */
#include "history/form.h"
#include "tests/corpus/corpus.h"

/* The parts of a sum that are printed. */
typedef struct {
    GArray *amounts; /* Amount */
    bool open;
} Parts;

static void parts_take(Parts *parts, const Table *table, int row, int column)
{
    const Cell *cell = table_cell(table, row, column);
    parts->open |= !table_place_is_certain(table, row, column);
    if (cell != NULL)
        g_array_append_val(parts->amounts, cell->amount);
}

/* "3.00 = 1.00 + 1.50 (2.50)" */
static char *sum_text(Amount total, const GArray *amounts)
{
    g_autofree char *whole = amount_to_display(total);
    GString *text = g_string_new(whole);
    Amount sum = {0, 1};
    for (guint i = 0; i < amounts->len; i++) {
        Amount part = g_array_index(amounts, Amount, i);
        g_autofree char *figure = amount_to_display(part);
        g_string_append_printf(text, " %s %s", i > 0 ? "+" : "=", figure);
        sum = (Amount){sum.fen + part.fen, MAX(sum.step, part.step)};
    }
    g_autofree char *all = amount_to_display(sum);
    if (amounts->len != 1)
        g_string_append_printf(text, "%s (%s)", amounts->len == 0 ? " = nothing printed" : "", all);
    return g_string_free(text, FALSE);
}

static void add_sum(GArray *identities, IdentityKind kind, const Table *table, const Cell *total, const GArray *amounts)
{
    const Row *row = table_row(table, total->row);
    gint64 gap = 0;
    Verdict verdict = verdict_of_sum((const Amount *)(void *)amounts->data, amounts->len, total->amount, &gap);
    identity_add(identities, (Identity){kind, verdict, row->page, g_strdup(table->title), g_strdup(row_name(row)),
                                        g_strdup(table_column(table, total->column)->path), sum_text(total->amount, amounts)});
}

static void add_columns(GArray *identities, const Table *table, int row, int first, const RowIdentity *identity)
{
    int at = first + identity->total;
    const Cell *total = at < (int)table->columns->len ? table_cell(table, row, at) : NULL;
    if (total == NULL || !table_place_is_certain(table, row, at))
        return;
    g_autoptr(GArray) amounts = g_array_new(FALSE, FALSE, sizeof(Amount));
    Parts parts = {amounts, false};
    for (int i = 0; i < FORM_COLUMNS_MAX && first + i < (int)table->columns->len; i++)
        if (identity->parts & (1u << i))
            parts_take(&parts, table, row, first + i);
    if (!parts.open)
        add_sum(identities, IDENTITY_COLUMNS, table, total, amounts);
}

static void add_row(GArray *identities, const Table *table, const FormTable *form_table, int row)
{
    const FormPart *part = form_table_part(form_table, table_row(table, row)->side);
    int first = form_table_first_column(form_table, part);
    for (guint i = 0; i < part->identities->len; i++)
        add_columns(identities, table, row, first, &g_array_index(part->identities, RowIdentity, i));
}

/* 其中 need not be filled in; coded children and the top level must be. */
static bool children_owed(const FormPart *part, const Cell *total, bool any_row, guint printed)
{
    return any_row && (printed > 0 || (part->rows != ROWS_LABELS && total->amount.fen != 0));
}

static void add_children(GArray *identities, const Table *table, const FormTable *form_table, int row, int column)
{
    const Cell *total = table_cell(table, row, column);
    if (total == NULL || !table_place_is_certain(table, row, column))
        return;
    g_autoptr(GArray) amounts = g_array_new(FALSE, FALSE, sizeof(Amount));
    Parts parts = {amounts, false};
    bool any_row = false;
    for (guint i = 0; i < table->rows->len; i++)
        if (table_row(table, (int)i)->parent == row) {
            any_row = true;
            parts_take(&parts, table, (int)i, column);
        }
    const Row *parent = table_row(table, row);
    if (!parts.open && children_owed(form_table_part(form_table, parent->side), total, any_row, amounts->len))
        add_sum(identities, parent->level == 0 ? IDENTITY_TOTAL : IDENTITY_CHILDREN, table, total, amounts);
}

/* The first figure of a side's last row of the top level; NULL when it is not settled. */
static const Cell *foot_of(const Table *table, Direction side)
{
    int row = (int)table->rows->len - 1;
    while (row >= 0 && (table_row(table, row)->level != 0 || table_row(table, row)->side != side))
        row--;
    for (guint i = 0; row >= 0 && i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->row == row)
            return cell->proof != PROOF_AMBIGUOUS ? cell : NULL;
    }
    return NULL;
}

static void add_balance(GArray *identities, const Table *table)
{
    const Cell *revenue = foot_of(table, DIRECTION_REVENUE);
    const Cell *expenditure = foot_of(table, DIRECTION_EXPENDITURE);
    if (revenue == NULL || expenditure == NULL)
        return;
    g_autoptr(GArray) other = g_array_new(FALSE, FALSE, sizeof(Amount));
    g_array_append_val(other, expenditure->amount);
    add_sum(identities, IDENTITY_BALANCE, table, revenue, other);
}

static void add_table(GArray *identities, const Table *table, const FormTable *form_table)
{
    for (int row = 0; row < (int)table->rows->len; row++) {
        add_row(identities, table, form_table, row);
        for (int column = 0; column < (int)table->columns->len; column++)
            add_children(identities, table, form_table, row, column);
    }
    if (form_table->balance)
        add_balance(identities, table);
}

void identities_add_sums(const Filing *filing, GArray *identities)
{
    const Form *form = form_by_id(filing->form);
    for (guint t = 0; form != NULL && t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        const FormTable *form_table = form_table_by_id(form, table->form_table);
        if (form_table != NULL && table->state == TABLE_READ)
            add_table(identities, table, form_table);
    }
}
