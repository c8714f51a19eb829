/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/settle.h"

#include <string.h>

#include "history/known.h"
#include "history/solve.h"

/* How often the tables are gone over: what one settles may settle another. */
#define PASSES 4

/* One half of a table prepared for the solver. */
typedef struct {
    SolveTask task;
    GArray *order; /* int: row of the table for each solver row; parents first */
    GPtrArray *nearest, *sums, *places;
} Puzzle;

static void puzzle_clear(Puzzle *puzzle)
{
    g_free(puzzle->task.rows);
    g_array_unref(puzzle->order);
    g_ptr_array_unref(puzzle->nearest);
    g_ptr_array_unref(puzzle->sums);
    g_ptr_array_unref(puzzle->places);
}

/* Rows of one half from the top level down, so that every parent stands before its children. */
static GArray *rows_from_top(const TableWork *work, Direction side)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
    for (int level = 0; level <= 4; level++)
        for (guint i = 0; i < work->table->rows->len; i++)
            if (g_array_index(work->levels, int, i) == level && work_row(work, i)->side == side) {
                int row = (int)i;
                g_array_append_val(order, row);
            }
    return order;
}

/* The columns that layout gives to a row's figures, -1 where it gives none; NULL when it contradicts their order. */
static int *nearest_columns(const PrintedRow *row)
{
    int *nearest = g_new(int, row->figures->len + 1);
    int last = -1;
    bool any = false;
    for (guint i = 0; i < row->figures->len; i++) {
        nearest[i] = g_array_index(row->figures, Figure, i).column;
        if (nearest[i] < 0)
            continue;
        any = true;
        if (nearest[i] <= last) {
            g_free(nearest);
            return NULL;
        }
        last = nearest[i];
    }
    if (!any)
        g_clear_pointer(&nearest, g_free);
    return nearest;
}

/* The amounts of a row's figures, once. A figure that is no amount leaves the row out, with a doubt. */
static Amount *row_amounts(TableWork *work, guint index, Filing *filing)
{
    const PrintedRow *row = work_row(work, index);
    Amount *amounts = g_new0(Amount, row->figures->len + 1);
    for (guint i = 0; i < row->figures->len; i++) {
        const char *text = g_array_index(row->figures, Figure, i).text;
        g_autoptr(GError) error = NULL;
        if (text[strspn(text, "-")] == '\0')
            continue;
        if (!amount_from_text(text, work->table->unit, &amounts[i], &error)) {
            filing_add_doubt(filing, row->page, row->at_line, work->table->title, text, error->message);
            g_free(amounts);
            return NULL;
        }
    }
    return amounts;
}

static void read_amounts(TableWork *work, Filing *filing)
{
    for (guint i = 0; i < work->table->rows->len; i++)
        g_ptr_array_add(work->amounts, row_amounts(work, i, filing));
}

static void puzzle_add_row(Puzzle *puzzle, const TableWork *work, const Form *form, const FormPart *part,
                           const Known *known, int index)
{
    const PrintedRow *printed = work_row(work, (guint)index);
    const Row *row = table_row(work->table, index);
    int *nearest = nearest_columns(printed);
    GArray *sums = g_array_new(FALSE, FALSE, sizeof(SolveSum));
    const Amount *amounts = g_ptr_array_index(work->amounts, (guint)index);
    bool read = amounts != NULL;
    if (printed->figures->len > 0 && read)
        known_sums(known, form, part, work->table, row, sums);
    SolvePlace *places = g_new0(SolvePlace, printed->figures->len + 1);
    g_ptr_array_add(puzzle->nearest, nearest);
    g_ptr_array_add(puzzle->sums, sums);
    g_ptr_array_add(puzzle->places, places);
    int parent = -1;
    for (guint i = 0; i < puzzle->order->len; i++)
        if (g_array_index(puzzle->order, int, i) == row->parent)
            parent = (int)i;
    puzzle->task.rows[puzzle->task.row_count++] = (SolveRow){.parent = parent,
                                                             .count = read ? (int)printed->figures->len : 0,
                                                             .figures = amounts,
                                                             .nearest = nearest,
                                                             .sums = (const SolveSum *)(void *)sums->data,
                                                             .sum_count = (int)sums->len,
                                                             .places = places};
}

static void put_cells(TableWork *work, const FormPart *part, const Puzzle *puzzle)
{
    int first = form_table_first_column(work->form_table, part);
    for (int i = 0; i < puzzle->task.row_count; i++) {
        const SolveRow *row = &puzzle->task.rows[i];
        for (int figure = 0; row->readable && figure < row->count; figure++) {
            const SolvePlace *place = &row->places[figure];
            if (row->figures[figure].step == 0)
                continue; /* a dash: its column is taken, nothing is printed */
            GString *others = g_string_new(NULL);
            for (guint32 rest = place->alternatives; rest != 0; rest &= rest - 1)
                g_string_append_printf(others, "%s%s", others->len > 0 ? "|" : "",
                                       table_column(work->table, first + __builtin_ctz(rest))->path);
            Cell cell = {.row = g_array_index(puzzle->order, int, i),
                         .column = first + place->column,
                         .amount = row->figures[figure],
                         .proof = place->proof,
                         .alternatives = g_string_free(others, FALSE)};
            g_array_append_val(work->table->cells, cell);
        }
    }
}

/* Finds the columns of one half with what is known by now. */
static void solve_part(TableWork *work, const Form *form, const FormPart *part, const Known *known)
{
    Puzzle puzzle = {.order = rows_from_top(work, part->side),
                     .nearest = g_ptr_array_new_with_free_func(g_free),
                     .sums = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
                     .places = g_ptr_array_new_with_free_func(g_free)};
    puzzle.task = (SolveTask){.rows = g_new0(SolveRow, puzzle.order->len + 1),
                              .column_count = (int)part->columns->len,
                              .identities = (const RowIdentity *)(void *)part->identities->data,
                              .identity_count = (int)part->identities->len,
                              .usual = part->usual};
    for (guint i = 0; i < puzzle.order->len; i++)
        puzzle_add_row(&puzzle, work, form, part, known, g_array_index(puzzle.order, int, i));
    /* A layout that breaks the form's own identities in row after row is misread: arithmetic is better alone. */
    if (!solve_layout_holds(&puzzle.task))
        for (int i = 0; i < puzzle.task.row_count; i++)
            puzzle.task.rows[i].nearest = NULL;
    solve_places(&puzzle.task);
    put_cells(work, part, &puzzle);
    puzzle_clear(&puzzle);
}

static gint compare_cells(gconstpointer a, gconstpointer b)
{
    const Cell *x = a;
    const Cell *y = b;
    return x->row != y->row ? x->row - y->row : x->column - y->column;
}

static bool table_is_settled(const Table *table)
{
    for (guint i = 0; i < table->cells->len; i++) {
        Proof proof = g_array_index(table->cells, Cell, i).proof;
        if (proof != PROOF_UNIQUE && proof != PROOF_GRID)
            return false;
    }
    return true;
}

static bool cells_equal(const GArray *before, const GArray *after)
{
    bool equal = before->len == after->len;
    for (guint i = 0; equal && i < after->len; i++) {
        const Cell *a = &g_array_index(before, Cell, i);
        const Cell *b = &g_array_index(after, Cell, i);
        equal = a->row == b->row && a->column == b->column && a->amount.fen == b->amount.fen &&
                a->amount.step == b->amount.step && a->proof == b->proof &&
                g_str_equal(a->alternatives, b->alternatives);
    }
    return equal;
}

/* What all tables say by now; those without cells yet say nothing, empty ones that there is nothing. */
static Known *known_of_tables(const GPtrArray *works)
{
    Known *known = known_new();
    for (guint i = 0; i < works->len; i++)
        known_add_table(known, ((TableWork *)g_ptr_array_index(works, i))->table);
    return known;
}

/* Solves one table with what the others say; true when its cells are not what they were. */
static bool solve_table(TableWork *work, const Form *form, const Known *known)
{
    g_autoptr(GArray) before = work->table->cells;
    work->table->cells = cells_new();
    for (int side = 0; side < work->form_table->part_count; side++)
        solve_part(work, form, work->form_table->parts[side], known);
    g_array_sort(work->table->cells, compare_cells);
    return !cells_equal(before, work->table->cells);
}

/* True when another table's cells changed after this one was solved. */
static bool has_news(const GPtrArray *works, const TableWork *work)
{
    for (guint i = 0; i < works->len; i++) {
        const TableWork *other = g_ptr_array_index(works, i);
        if (other != work && other->changed > work->solved)
            return true;
    }
    return false;
}

/* True when some row of the table has a figure in one of a block's columns. */
static bool prints_columns(const TableWork *work, int first, guint32 columns)
{
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const PrintedRow *row = work_row(work, i);
        for (guint k = 0; k < row->figures->len; k++) {
            int column = g_array_index(row->figures, Figure, k).column - first;
            if (column >= 0 && column < FORM_COLUMNS_MAX && (columns & 1u << column) != 0)
                return true;
        }
    }
    return false;
}

/* True when a row's figures, placed by a grid of positions, keep all identities of its block. */
static bool row_adds_up(const TableWork *work, guint index, const Amount *amounts)
{
    const PrintedRow *row = work_row(work, index);
    int first = form_table_first_column(work->form_table, row->part);
    for (guint i = 0; i < row->part->identities->len; i++) {
        const RowIdentity *identity = &g_array_index(row->part->identities, RowIdentity, i);
        g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Amount));
        const Amount *total = NULL;
        if (!prints_columns(work, first, identity->parts))
            continue; /* columns of the form that this filing leaves out */
        for (guint k = 0; k < row->figures->len; k++) {
            int column = g_array_index(row->figures, Figure, k).column - first;
            if (column == identity->total)
                total = &amounts[k];
            else if (column >= 0 && column < FORM_COLUMNS_MAX && (identity->parts & 1u << column) != 0)
                g_array_append_val(parts, amounts[k]);
        }
        gint64 gap = 0;
        /* A total without parts, or parts without their total, proves nothing of where they stand. */
        if ((total == NULL) != (parts->len == 0) && (total == NULL || total->fen != 0))
            return false;
        if (total != NULL && parts->len > 0 &&
            verdict_of_sum((const Amount *)(void *)parts->data, parts->len, *total, &gap) == VERDICT_IMPOSSIBLE)
            return false;
    }
    return true;
}

/* Lines around cells prove a place; positions make it likely, where nothing speaks against it. */
static Proof proof_of_row(const TableWork *work, guint index, const Amount *amounts)
{
    if (!work->printed->spaced)
        return PROOF_GRID;
    return work->printed->complete && row_adds_up(work, index, amounts) ? PROOF_LIKELY : PROOF_AMBIGUOUS;
}

/* The other columns of a row's block, where a figure that is out of place may belong. */
static char *other_columns(const TableWork *work, guint index, int column)
{
    const FormPart *part = work_row(work, index)->part;
    int first = form_table_first_column(work->form_table, part);
    GString *others = g_string_new(NULL);
    for (int i = first; i < first + (int)part->columns->len; i++)
        if (i != column)
            g_string_append_printf(others, "%s%s", others->len > 0 ? "|" : "", table_column(work->table, i)->path);
    return g_string_free(others, FALSE);
}

static void make_ambiguous(const TableWork *work, Cell *cell)
{
    cell->proof = PROOF_AMBIGUOUS;
    g_free(cell->alternatives);
    cell->alternatives = other_columns(work, (guint)cell->row, cell->column);
}

/* A parent that is not the sum of its children, in a table of positions, may be a row or a place misread. */
static void doubt_broken_families(TableWork *work)
{
    GArray *cells = work->table->cells;
    for (guint i = 0; i < cells->len; i++) {
        Cell *total = &g_array_index(cells, Cell, i);
        if (total->column >= form_table_columns(work->form_table))
            continue; /* rates of change do not add up */
        g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Amount));
        for (guint k = 0; k < cells->len; k++) {
            const Cell *part = &g_array_index(cells, Cell, k);
            if (part->column == total->column && table_row(work->table, part->row)->parent == total->row)
                g_array_append_val(parts, part->amount);
        }
        gint64 gap = 0;
        if (parts->len == 0 ||
            verdict_of_sum((const Amount *)(void *)parts->data, parts->len, total->amount, &gap) != VERDICT_IMPOSSIBLE)
            continue;
        make_ambiguous(work, total);
        for (guint k = 0; k < cells->len; k++) {
            Cell *part = &g_array_index(cells, Cell, k);
            if (part->column == total->column && table_row(work->table, part->row)->parent == total->row)
                make_ambiguous(work, part);
        }
    }
}

/* Where a grid tells the columns there is nothing to solve. */
static void place_cells(TableWork *work)
{
    for (guint i = 0; i < work->table->rows->len; i++) {
        const PrintedRow *row = work_row(work, i);
        const Amount *amounts = g_ptr_array_index(work->amounts, i);
        for (guint k = 0; amounts != NULL && k < row->figures->len; k++) {
            int column = g_array_index(row->figures, Figure, k).column;
            if (amounts[k].step == 0 || column < 0 || table_cell(work->table, (int)i, column) != NULL)
                continue;
            Proof proof = proof_of_row(work, i, amounts);
            Cell cell = {.row = (int)i,
                         .column = column,
                         .amount = amounts[k],
                         .proof = proof,
                         .alternatives = proof == PROOF_AMBIGUOUS ? other_columns(work, i, column) : g_strdup("")};
            g_array_append_val(work->table->cells, cell);
        }
    }
    if (work->printed->spaced)
        doubt_broken_families(work);
    g_array_sort(work->table->cells, compare_cells);
}

/* Solves all tables, again and again while one still learns from another. */
void settle_tables(GPtrArray *works, const Form *form, Filing *filing)
{
    for (guint i = 0; i < works->len; i++) {
        TableWork *work = g_ptr_array_index(works, i);
        read_amounts(work, filing);
        if (work->printed->placed && work->table->state == TABLE_READ)
            place_cells(work);
    }
    Known *known = known_of_tables(works);
    guint solved = 0; /* counts the tables solved: the clock of `solved` and `changed` */
    for (int pass = 0; pass < PASSES; pass++)
        for (guint i = 0; i < works->len; i++) {
            TableWork *work = g_ptr_array_index(works, i);
            bool again = pass == 0 || (!table_is_settled(work->table) && has_news(works, work));
            if (work->table->state != TABLE_READ || work->printed->placed || !again)
                continue;
            work->solved = ++solved;
            if (!solve_table(work, form, known))
                continue;
            work->changed = solved;
            /* What a table says for the first time is added; what it takes back makes the rest be said anew. */
            if (pass == 0) {
                known_add_table(known, work->table);
            } else {
                known_free(known);
                known = known_of_tables(works);
            }
        }
    known_free(known);
}
