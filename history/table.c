/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/table.h"

#include <stdlib.h>
#include <string.h>

#include "history/known.h"
#include "history/plain.h"
#include "history/rows.h"
#include "history/token.h"
#include "schema/language.h"

/* How often the tables are gone over: what one settles may settle another. */
#define PASSES 4

/* A table at work: its printed rows beside the rows that are made of them (same order, same length). */
typedef struct {
    const FormTable *form_table;
    PrintedTable *printed;
    Table *table;
    GArray *levels; /* int: how deep each row lies */
    GPtrArray *amounts; /* Amount*: the figures of each row as amounts, NULL where one is none */
    guint solved, changed; /* when the table was last solved, and when its cells last changed */
} Work;

static void work_free(gpointer data)
{
    Work *work = data;
    printed_table_free(work->printed);
    g_array_unref(work->levels);
    g_ptr_array_unref(work->amounts);
    g_free(work);
}

static const PrintedRow *printed_row(const Work *work, guint index)
{
    return g_ptr_array_index(work->printed->rows, index);
}

/* How deep a list mark puts a label that the form does not know: 一、 is 1, 1、 is 2, 其中： and no mark are 3. */
static int level_of_mark(const char *label)
{
    if (skip_list_number(label) == label || g_str_has_prefix(label, "其中"))
        return 3;
    return g_ascii_isdigit(label[0]) ? 2 : 1;
}

static int level_of_row(const FormPart *part, const PrintedRow *row)
{
    if (row->total)
        return 0;
    if (row->line != NULL)
        return row->line->level;
    if (part->rows == ROWS_LABELS)
        return level_of_mark(row->label);
    if (part->rows == ROWS_PROJECTS)
        return 1;
    return row->project[0] != '\0' ? 4 : ((int)strlen(row->code) - 1) / 2;
}

/* Code rows belong to the longest code that begins theirs; the others to the nearest row above that lies higher. */
static int parent_of_row(const Work *work, const FormPart *part, guint index)
{
    const PrintedRow *row = printed_row(work, index);
    int level = g_array_index(work->levels, int, index);
    int parent = -1;
    size_t longest = 0;
    if (level == 0)
        return -1;
    /* A project without a code of its own stands below the subject above it. */
    for (guint i = index; row->project[0] != '\0' && row->code[0] == '\0' && i > 0; i--)
        if (printed_row(work, i - 1)->project[0] == '\0')
            return (int)i - 1;
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const PrintedRow *other = printed_row(work, i);
        int other_level = g_array_index(work->levels, int, i);
        if (other->side != row->side || other_level >= level || i == index)
            continue;
        if (other_level == 0) {
            if (parent < 0)
                parent = (int)i;
            continue;
        }
        bool encloses = part->rows == ROWS_LABELS
                            ? i < index
                            : other->project[0] == '\0' && g_str_has_prefix(row->code, other->code);
        bool closer = part->rows == ROWS_LABELS || strlen(other->code) > longest;
        if (encloses && closer) {
            longest = strlen(other->code);
            parent = (int)i;
        }
    }
    return parent;
}

/* In a label table the nearest higher row may itself lie deeper than a later, higher one: walk up by level. */
static int label_parent(const Work *work, guint index)
{
    const PrintedRow *row = printed_row(work, index);
    int level = g_array_index(work->levels, int, index);
    for (guint i = index; i > 0; i--) {
        const PrintedRow *above = printed_row(work, i - 1);
        int above_level = g_array_index(work->levels, int, i - 1);
        if (above->side == row->side && above_level > 0 && above_level < level)
            return (int)i - 1;
    }
    for (guint i = 0; i < work->printed->rows->len; i++)
        if (level > 0 && printed_row(work, i)->side == row->side && g_array_index(work->levels, int, i) == 0)
            return (int)i;
    return -1;
}

static char *path_of_row(const Table *table, const Row *row)
{
    g_autofree char *above = NULL;
    const Row *parent = row->parent >= 0 ? table_row(table, row->parent) : NULL;
    const char *own = row->project[0] != '\0' ? row->project : row->label;
    if (parent == NULL || parent->level == 0)
        return g_strdup(own);
    above = path_of_row(table, parent);
    return g_strconcat(above, "/", own, NULL);
}

static void make_row(Work *work, guint index)
{
    const PrintedRow *printed = printed_row(work, index);
    Row *row = row_new();
    row->side = printed->side;
    row->level = g_array_index(work->levels, int, index);
    g_free(row->code);
    row->code = g_strdup(printed->code);
    g_free(row->label);
    row->label = g_strdup(printed->code[0] != '\0' ? printed->label : skip_list_number(printed->label));
    g_free(row->project);
    row->project = g_strdup(printed->project);
    if (printed->line != NULL) {
        g_free(row->measure);
        row->measure = g_strdup(printed->line->measure);
        row->direction = printed->line->direction;
        row->fund = printed->line->fund;
    }
    row->page = printed->page;
    row->line = printed->at_line;
    g_ptr_array_add(work->table->rows, row);
}

static void make_rows(Work *work)
{
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const FormPart *part = form_table_part(work->form_table, printed_row(work, i)->side);
        int level = level_of_row(part, printed_row(work, i));
        g_array_append_val(work->levels, level);
        make_row(work, i);
    }
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const FormPart *part = form_table_part(work->form_table, printed_row(work, i)->side);
        table_row(work->table, (int)i)->parent =
            part->rows == ROWS_LABELS ? label_parent(work, i) : parent_of_row(work, part, i);
    }
    for (guint i = 0; i < work->table->rows->len; i++) {
        Row *row = table_row(work->table, (int)i);
        g_free(row->path);
        row->path = path_of_row(work->table, row);
    }
}

/* The columns of both halves stand one after the other in the table; this is where a half's begin. */
static int first_column(const FormTable *form_table, const FormPart *part)
{
    return form_table->two_sided && part == form_table->parts[1] ? (int)form_table->parts[0]->columns->len : 0;
}

static void make_columns(Work *work)
{
    for (int side = 0; side < work->form_table->part_count; side++) {
        const FormPart *part = work->form_table->parts[side];
        for (guint i = 0; i < part->columns->len; i++) {
            const Column *column = g_ptr_array_index(part->columns, i);
            g_ptr_array_add(work->table->columns, column_new(column->path, (int)work->table->columns->len + 1,
                                                             column->direction, column->fund, column->measure));
        }
    }
}

/* One half of a table prepared for the solver. */
typedef struct {
    SolveTask task;
    GArray *order; /* int: row of the table for each solver row; parents first */
    GPtrArray *figures, *nearest, *sums, *places;
} Puzzle;

static void puzzle_clear(Puzzle *puzzle)
{
    g_free(puzzle->task.rows);
    g_array_unref(puzzle->order);
    g_ptr_array_unref(puzzle->figures);
    g_ptr_array_unref(puzzle->nearest);
    g_ptr_array_unref(puzzle->sums);
    g_ptr_array_unref(puzzle->places);
}

/* Rows of one half from the top level down, so that every parent stands before its children. */
static GArray *rows_from_top(const Work *work, Direction side)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
    for (int level = 0; level <= 4; level++)
        for (guint i = 0; i < work->table->rows->len; i++)
            if (g_array_index(work->levels, int, i) == level && printed_row(work, i)->side == side) {
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
static Amount *row_amounts(Work *work, guint index, Filing *filing)
{
    const PrintedRow *row = printed_row(work, index);
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

static void read_amounts(Work *work, Filing *filing)
{
    for (guint i = 0; i < work->table->rows->len; i++)
        g_ptr_array_add(work->amounts, row_amounts(work, i, filing));
}

static void puzzle_add_row(Puzzle *puzzle, const Work *work, const Form *form, const FormPart *part,
                           const Known *known, int index)
{
    const PrintedRow *printed = printed_row(work, (guint)index);
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

static void put_cells(Work *work, const FormPart *part, const Puzzle *puzzle)
{
    int first = first_column(work->form_table, part);
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
static void solve_part(Work *work, const Form *form, const FormPart *part, const Known *known)
{
    Puzzle puzzle = {.order = rows_from_top(work, part->side),
                     .figures = g_ptr_array_new(),
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

/* Solves one table with what the others say by now; true when its cells are not what they were. */
static bool solve_table(const GPtrArray *works, Work *work, const Form *form)
{
    g_autoptr(Known) known = known_new();
    for (guint i = 0; i < works->len; i++)
        if (g_ptr_array_index(works, i) != work)
            known_add_table(known, ((Work *)g_ptr_array_index(works, i))->table);
    g_autoptr(GArray) before = work->table->cells;
    work->table->cells = cells_new();
    for (int side = 0; side < work->form_table->part_count; side++)
        solve_part(work, form, work->form_table->parts[side], known);
    g_array_sort(work->table->cells, compare_cells);
    return !cells_equal(before, work->table->cells);
}

/* True when another table's cells changed after this one was solved. */
static bool has_news(const GPtrArray *works, const Work *work)
{
    for (guint i = 0; i < works->len; i++) {
        const Work *other = g_ptr_array_index(works, i);
        if (other != work && other->changed > work->solved)
            return true;
    }
    return false;
}

/* Solves all tables, again and again while one still learns from another. */
static void solve_tables(GPtrArray *works, const Form *form, Filing *filing)
{
    for (guint i = 0; i < works->len; i++)
        read_amounts(g_ptr_array_index(works, i), filing);
    guint solved = 0; /* counts the tables solved: the clock of `solved` and `changed` */
    for (int pass = 0; pass < PASSES; pass++)
        for (guint i = 0; i < works->len; i++) {
            Work *work = g_ptr_array_index(works, i);
            bool again = pass == 0 || (!table_is_settled(work->table) && has_news(works, work));
            if (work->table->state != TABLE_READ || !again)
                continue;
            work->solved = ++solved;
            if (solve_table(works, work, form))
                work->changed = solved;
        }
}

/* Every figure that became no cell is a doubt, and so is every cell with alternatives. */
static void tell_doubts(const Work *work, Filing *filing)
{
    const Table *table = work->table;
    for (guint i = 0; i < table->rows->len; i++) {
        const PrintedRow *printed = printed_row(work, i);
        guint figures = 0;
        for (guint k = 0; k < printed->figures->len; k++) {
            const char *text = g_array_index(printed->figures, Figure, k).text;
            figures += text[strspn(text, "-")] != '\0';
        }
        guint cells = 0;
        for (guint k = 0; k < table->cells->len; k++)
            cells += g_array_index(table->cells, Cell, k).row == (int)i;
        if (cells == figures)
            continue;
        g_autofree char *text = g_strdup_printf("%s%s", printed->code, printed->label);
        filing_add_doubt(filing, printed->page, printed->at_line, table->title, text,
                         say("这一行的数字多于栏目，或无法归栏", "more figures than columns, or no way to place them"));
    }
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->proof != PROOF_AMBIGUOUS)
            continue;
        const Row *row = table_row(table, cell->row);
        g_autofree char *amount = amount_to_text(cell->amount);
        g_autofree char *text = g_strdup_printf("%s%s %s", row->code, row->label, amount);
        g_autofree char *why = g_strdup_printf(say("栏目不能确定：%s，也可能是 %s", "column not certain: %s, or %s"),
                                               table_column(table, cell->column)->path, cell->alternatives);
        filing_add_doubt(filing, row->page, row->line, table->title, text, why);
    }
}

/* A row without figures that encloses none with figures says nothing: it is left out, and the indices follow. */
static void drop_blank_rows(Table *table)
{
    guint count = table->rows->len;
    g_autofree bool *keep = g_new0(bool, count + 1);
    g_autofree int *moved = g_new0(int, count + 1);
    for (guint i = 0; i < table->cells->len; i++)
        for (int row = g_array_index(table->cells, Cell, i).row; row >= 0; row = table_row(table, row)->parent)
            keep[row] = true;
    int next = 0;
    for (guint i = 0; i < count; i++)
        moved[i] = keep[i] ? next++ : -1;
    for (guint i = 0; i < count; i++) {
        Row *row = table_row(table, (int)i);
        row->parent = row->parent >= 0 ? moved[row->parent] : -1;
    }
    for (guint i = 0; i < table->cells->len; i++) {
        Cell *cell = &g_array_index(table->cells, Cell, i);
        cell->row = moved[cell->row];
    }
    for (guint i = count; i > 0; i--)
        if (!keep[i - 1])
            g_ptr_array_remove_index(table->rows, i - 1);
}

/* The line of column numbers must count what the form says, else no figure's column is known. */
static bool columns_match(const Work *work)
{
    int expected = 0;
    for (int side = 0; side < work->form_table->part_count; side++)
        expected += (int)work->form_table->parts[side]->columns->len;
    return work->printed->column_count == 0 || work->form_table->two_sided ||
           work->printed->column_count == expected;
}

static bool has_figures(const PrintedTable *printed)
{
    for (guint i = 0; i < printed->rows->len; i++)
        if (((const PrintedRow *)g_ptr_array_index(printed->rows, i))->figures->len > 0)
            return true;
    return false;
}

static Work *work_from_range(const Document *document, const TableRange *range, const char *narrative, Filing *filing)
{
    Work *work = g_new0(Work, 1);
    work->form_table = range->table;
    work->printed = printed_table_from_range(document, range, narrative, filing);
    work->levels = g_array_new(FALSE, FALSE, sizeof(int));
    work->amounts = g_ptr_array_new_with_free_func(g_free);
    work->table = table_new();
    Table *table = work->table;
    const Line *title = document_line(document, range->title);
    g_free(table->form_table);
    table->form_table = g_strdup(range->table->id);
    g_free(table->title);
    table->title = g_strdup(range->printed_title);
    g_free(table->note);
    table->note = g_strdup(work->printed->note);
    table->page = title->page;
    table->line = title->line;
    if (work->printed->unit > 0)
        table->unit = work->printed->unit;
    else
        filing_add_doubt(filing, title->page, title->line, table->title, table->title,
                         say("没有印金额单位，按万元读", "no unit is printed: read as 万元"));
    table->state = has_figures(work->printed)        ? TABLE_READ
                   : work->printed->strange_figures ? TABLE_UNREAD
                                                    : TABLE_EMPTY;
    make_columns(work);
    if (!columns_match(work)) {
        table->state = TABLE_UNREAD;
        g_autofree char *why = g_strdup_printf(say("栏数 %d 与表式不符，未读", "%d columns are not what the form has: not read"),
                                               work->printed->column_count);
        filing_add_doubt(filing, title->page, title->line, table->title, table->title, why);
    }
    make_rows(work);
    return work;
}

static gint compare_by_form(gconstpointer a, gconstpointer b)
{
    const Work *x = *(Work *const *)a;
    const Work *y = *(Work *const *)b;
    return x->form_table->number - y->form_table->number;
}

static Table *missing_table(const FormTable *form_table)
{
    Table *table = table_new();
    g_free(table->form_table);
    table->form_table = g_strdup(form_table->id);
    g_free(table->title);
    table->title = g_strdup(form_table->titles[0]);
    table->state = TABLE_MISSING;
    return table;
}

/* The same table printed twice: the first one with figures counts. Returns the one left out, NULL when there is none. */
static Work *left_out(GPtrArray *works, Work *work, Filing *filing)
{
    for (guint i = 0; i < works->len; i++) {
        Work *out = work;
        Work *other = g_ptr_array_index(works, i);
        if (other->form_table != work->form_table)
            continue;
        if (other->table->state == TABLE_EMPTY && work->table->state == TABLE_READ) {
            g_ptr_array_index(works, i) = work;
            out = other;
        }
        filing_add_doubt(filing, out->table->page, out->table->line, out->table->title, out->table->title,
                         say("同一张表出现两次，只读先有数字的一次", "the same table stands twice: the first with figures is read"));
        return out;
    }
    g_ptr_array_add(works, work);
    return NULL;
}

/* A table that the form does not know is said to be there, with how many figures it holds: none is dropped in silence. */
static void tell_unknown(const Document *document, const LineRange *range, Filing *filing)
{
    guint figures = 0;
    const Line *first = document_line(document, range->first);
    GString *title = g_string_new(NULL);
    for (guint i = range->first; i < range->end; i++) {
        const char *text = document_line(document, i)->text;
        g_autoptr(GArray) tokens = tokens_from_line(text);
        for (guint k = 0; k < tokens->len; k++)
            figures += token_at(tokens, k)->kind == TOKEN_DECIMAL;
        if (i < range->first + 2)
            g_string_append_printf(title, "%s%s", title->len > 0 ? " " : "", text + strspn(text, " "));
    }
    g_autofree char *why = g_strdup_printf(say("表式里没有这张表，其中 %u 个数字未读", "the form has no such table: its %u figures are not read"), figures);
    filing_add_doubt(filing, first->page, first->line, title->str, title->str, why);
    g_string_free(title, TRUE);
}

void tables_from_outline(const Document *document, const Outline *outline, const char *narrative, Filing *filing)
{
    g_autoptr(GPtrArray) works = g_ptr_array_new_with_free_func(work_free);
    for (guint i = 0; i < outline->tables->len; i++) {
        Work *work = work_from_range(document, &g_array_index(outline->tables, TableRange, i), narrative, filing);
        Work *out = left_out(works, work, filing);
        if (out != NULL) {
            table_free(out->table);
            work_free(out);
        }
    }
    for (guint i = 0; i < outline->unknown->len; i++)
        tell_unknown(document, &g_array_index(outline->unknown, LineRange, i), filing);
    g_ptr_array_sort(works, compare_by_form);
    solve_tables(works, outline->form, filing);
    for (guint i = 0; i < outline->form->tables->len; i++) {
        const FormTable *form_table = g_ptr_array_index(outline->form->tables, i);
        Work *work = NULL;
        for (guint k = 0; k < works->len && work == NULL; k++) {
            Work *candidate = g_ptr_array_index(works, k);
            work = candidate->form_table == form_table ? candidate : NULL;
        }
        if (work == NULL) {
            g_ptr_array_add(filing->tables, missing_table(form_table));
            continue;
        }
        if (work->table->state == TABLE_READ)
            tell_doubts(work, filing);
        drop_blank_rows(work->table);
        g_ptr_array_add(filing->tables, work->table);
    }
}
