/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/table.h"

#include <stdlib.h>
#include <string.h>

#include "history/plain.h"
#include "history/settle.h"
#include "history/token.h"
#include "schema/filing_sound.h"
#include "schema/language.h"
#include "schema/subject.h"

void table_work_free(TableWork *work)
{
    printed_table_free(work->printed);
    g_array_unref(work->levels);
    g_ptr_array_unref(work->amounts);
    g_free(work);
}

/* How deep a list mark puts a label that the form does not know: 一、 is 1, 1、 is 2, 其中： and no mark are 3. */
static int level_of_mark(const char *label)
{
    if (skip_list_number(label) == label || g_str_has_prefix(label, "其中"))
        return 3;
    return g_ascii_isdigit(label[0]) ? 2 : 1;
}

/* 本年收入合计 that the form does not know: a sum beside the others, part of none. */
static bool names_sum(const char *label)
{
    return g_str_has_suffix(label, "合计") || g_str_has_suffix(label, "总计");
}

static int level_as_printed(const FormPart *part, const PrintedRow *row)
{
    if (row->total)
        return 0;
    if (row->line != NULL)
        return row->line->level;
    if (row->depth > 0 && row->code[0] == '\0')
        return row->depth;
    if (part->rows == ROWS_LABELS && row->code[0] == '\0')
        return names_sum(row->label) ? 1 : level_of_mark(row->label);
    if (part->rows == ROWS_PROJECTS || part->rows == ROWS_CLASSES)
        return 1;
    return row->project[0] != '\0' ? 4 : MAX(1, ((int)strlen(row->code) - 1) / 2);
}

/*
 * Every row lies below its parent but for a project without a code, so that no chain of rows is longer than DEPTH_MAX,
 * whatever digits without end or names in column after column say.
 */
static int level_of_row(const FormPart *part, const PrintedRow *row)
{
    return MIN(level_as_printed(part, row), DEPTH_MAX - 2);
}

/*
 * A row with figures and without a code among coded ones names a unit, whose rows follow. Lines around its cells must say that
 * it is a row: where there are none it may be the rest of a wrapped name.
 */
static bool is_unit(const TableWork *work, guint index)
{
    const PrintedRow *row = work_row(work, index);
    bool coded = row->part->rows == ROWS_FUNCTIONAL || row->part->rows == ROWS_ECONOMIC;
    return coded && work->printed->placed && !work->printed->spaced && !row->total && row->line == NULL && row->code[0] == '\0' &&
           row->project[0] == '\0' && row->figures->len > 0 && work->form_table->id[0] != '\0';
}

/* True when a unit's name stands between two rows: they are not of one family. */
static bool unit_between(const TableWork *work, guint first, guint last)
{
    for (guint i = MIN(first, last) + 1; i < MAX(first, last); i++)
        if (is_unit(work, i))
            return true;
    return false;
}

/* Code rows belong to the longest code that begins theirs; the others to the nearest row above that lies higher. */
static int parent_of_row(const TableWork *work, const FormPart *part, guint index)
{
    const PrintedRow *row = work_row(work, index);
    int level = g_array_index(work->levels, int, index);
    int parent = -1;
    size_t longest = 0;
    if (level == 0 || is_unit(work, index))
        return -1;
    /* A project without a code of its own stands below the subject above it. */
    for (guint i = index; row->project[0] != '\0' && row->code[0] == '\0' && i > 0; i--)
        if (work_row(work, i - 1)->project[0] == '\0')
            return (int)i - 1;
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const PrintedRow *other = work_row(work, i);
        int other_level = g_array_index(work->levels, int, i);
        if (other->side != row->side || other_level >= level || i == index)
            continue;
        if (other_level == 0) {
            if (parent < 0 && other->total)
                parent = (int)i;
            continue;
        }
        bool encloses = part->rows == ROWS_LABELS
                            ? i < index
                            : other->project[0] == '\0' && g_str_has_prefix(row->code, other->code);
        bool closer = part->rows == ROWS_LABELS || strlen(other->code) > longest;
        if (encloses && closer && !is_unit(work, i) && !unit_between(work, i, index)) {
            longest = strlen(other->code);
            parent = (int)i;
        }
    }
    return parent;
}

/* A total at the foot of a table counts what stands above it, one at its head what stands below. */
static bool total_counts(const TableWork *work, guint total, guint index)
{
    const PrintedRow *row = work_row(work, total);
    if (!row->total || row->side != work_row(work, index)->side)
        return false;
    for (guint i = 0; total < index && i < total; i++)
        if (work_row(work, i)->side == row->side && g_array_index(work->levels, int, i) > 0)
            return false;
    return true;
}

/*
 * In a label table the nearest higher row may itself lie deeper than a later, higher one: walk up by level. A row of the
 * top level that is no total (上年结转) heads what follows it.
 */
static int label_parent(const TableWork *work, guint index)
{
    const PrintedRow *row = work_row(work, index);
    int level = g_array_index(work->levels, int, index);
    for (guint i = index; i > 0 && level > 0; i--) {
        const PrintedRow *above = work_row(work, i - 1);
        int above_level = g_array_index(work->levels, int, i - 1);
        if (above->part != row->part)
            continue;
        if (above->total || (above->line == NULL && names_sum(above->label)))
            break;
        if (above_level < level)
            return (int)i - 1;
    }
    for (guint i = 0; i < work->printed->rows->len; i++)
        if (level > 0 && total_counts(work, i, index))
            return (int)i;
    return -1;
}

/* What encloses a row in the cells beside it stands before its own name. */
static char *path_of_row(const TableWork *work, guint index)
{
    const Row *row = table_row(work->table, (int)index);
    const char *own = row->project[0] != '\0' ? row->project : row->label;
    const char *group = work_row(work, index)->group;
    g_autofree char *name = group[0] != '\0' ? g_strconcat(group, "/", own, NULL) : g_strdup(own);
    bool enclosed = row->parent >= 0 && !work_row(work, (guint)row->parent)->total;
    if (!enclosed)
        return g_steal_pointer(&name);
    g_autofree char *above = path_of_row(work, (guint)row->parent);
    return g_strconcat(above, "/", name, NULL);
}

static void make_row(TableWork *work, guint index)
{
    const PrintedRow *printed = work_row(work, index);
    Row *row = row_new();
    row->side = printed->side;
    row->level = g_array_index(work->levels, int, index);
    text_set(&row->code, printed->code);
    text_set(&row->label, printed->code[0] != '\0' ? printed->label : skip_list_number(printed->label));
    text_set(&row->project, printed->project);
    const char *class = printed->part->rows == ROWS_CLASSES && printed->line == NULL && row->code[0] == '\0'
                            ? subject_code(ROWS_FUNCTIONAL, "", row->label)
                            : NULL;
    if (class != NULL)
        text_set(&row->subject, class);
    if (printed->line != NULL) {
        text_set(&row->measure, printed->line->measure);
        row->direction = printed->line->direction;
        row->fund = printed->line->fund;
    }
    row->page = printed->page;
    row->line = printed->at_line;
    g_ptr_array_add(work->table->rows, row);
}

void table_work_make_rows(TableWork *work)
{
    for (guint i = 0; i < work->printed->rows->len; i++) {
        int level = level_of_row(work_row(work, i)->part, work_row(work, i));
        g_array_append_val(work->levels, level);
        make_row(work, i);
    }
    for (guint i = 0; i < work->printed->rows->len; i++) {
        const FormPart *part = work_row(work, i)->part;
        bool labels = part->rows == ROWS_LABELS && work_row(work, i)->code[0] == '\0';
        bool dated = year_of_label(work_row(work, i)->label) != 0; /* a year is no part of another one */
        table_row(work->table, (int)i)->parent = dated ? -1 : labels ? label_parent(work, i) : parent_of_row(work, part, i);
    }
    for (guint i = 0; i < work->table->rows->len; i++) {
        Row *row = table_row(work->table, (int)i);
        g_free(row->path);
        row->path = path_of_row(work, i);
    }
}

static void make_columns(TableWork *work)
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

/* Every figure that became no cell is a doubt, and so is every cell with alternatives. */
static void tell_doubts(const TableWork *work, Filing *filing)
{
    const Table *table = work->table;
    for (guint i = 0; i < table->rows->len; i++) {
        const PrintedRow *printed = work_row(work, i);
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
static void drop_blank_rows(const TableWork *work)
{
    Table *table = work->table;
    guint count = table->rows->len;
    g_autofree bool *keep = g_new0(bool, count + 1);
    g_autofree int *moved = g_new0(int, count + 1);
    for (guint i = 0; i < table->cells->len; i++)
        for (int row = g_array_index(table->cells, Cell, i).row; row >= 0; row = table_row(table, row)->parent)
            keep[row] = true;
    /* A grid tells for sure that nothing is printed in a line that the form knows: that is worth keeping. */
    for (guint i = 0; i < count && work->printed->placed && table->state == TABLE_READ; i++)
        keep[i] |= table_row(table, (int)i)->measure[0] != '\0';
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
static bool columns_match(const TableWork *work)
{
    int expected = form_table_columns(work->form_table);
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

TableWork *table_work_new(const FormTable *form_table, PrintedTable *printed, const char *title, int page, int line,
                          Filing *filing)
{
    TableWork *work = g_new0(TableWork, 1);
    work->form_table = form_table;
    work->printed = printed;
    work->levels = g_array_new(FALSE, FALSE, sizeof(int));
    work->amounts = g_ptr_array_new_with_free_func(g_free);
    work->table = table_new();
    Table *table = work->table;
    text_set(&table->form_table, form_table->id);
    text_set(&table->title, title);
    text_set(&table->note, printed->note);
    table->page = page;
    table->line = line;
    if (printed->unit > 0)
        table->unit = printed->unit;
    else
        filing_add_doubt(filing, page, line, title, title, say("没有印金额单位，按万元读", "no unit is printed: read as 万元"));
    table->state = has_figures(printed) ? TABLE_READ : printed->strange_figures ? TABLE_UNREAD : TABLE_EMPTY;
    make_columns(work);
    return work;
}

/* A text without a grid cannot tell apart blocks whose rows have names only. */
static bool needs_grid(const FormTable *form_table)
{
    return form_table->part_count > 2 || (form_table->two_sided && form_table->parts[1]->rows != ROWS_FUNCTIONAL);
}

static TableWork *work_from_range(const Document *document, const TableRange *range, const char *narrative, Filing *filing)
{
    const Line *title = document_line(document, range->title);
    PrintedTable *printed = printed_table_from_range(document, range, narrative, filing);
    TableWork *work = table_work_new(range->table, printed, range->printed_title, title->page, title->line, filing);
    Table *table = work->table;
    const char *why = NULL;
    g_autofree char *count = NULL;
    if (!columns_match(work))
        why = count = g_strdup_printf(say("栏数 %d 与表式不符，未读", "%d columns are not what the form has: not read"), printed->column_count);
    else if (table->state == TABLE_READ && needs_grid(range->table))
        why = say("文本丢失了并排各栏的位置，未读：请导入原 PDF 或表格文件", "the text has lost which columns stand side by side: not read; import the PDF or the spreadsheet itself");
    if (why != NULL) {
        table->state = TABLE_UNREAD;
        filing_add_doubt(filing, title->page, title->line, table->title, table->title, why);
    }
    table_work_make_rows(work);
    return work;
}

static gint compare_by_form(gconstpointer a, gconstpointer b)
{
    const TableWork *x = *(TableWork *const *)a;
    const TableWork *y = *(TableWork *const *)b;
    return x->form_table->number - y->form_table->number;
}

static Table *missing_table(const FormTable *form_table)
{
    Table *table = table_new();
    text_set(&table->form_table, form_table->id);
    text_set(&table->title, form_table->titles[0]);
    table->state = TABLE_MISSING;
    return table;
}

static TableWork *work_of_table(const GPtrArray *works, const FormTable *form_table)
{
    for (guint i = 0; i < works->len; i++) {
        TableWork *work = g_ptr_array_index(works, i);
        if (work->form_table == form_table)
            return work;
    }
    return NULL;
}

/* True when the table is there with its columns as lines. */
static bool stands_upright(const GPtrArray *works, const FormTable *form_table)
{
    for (guint i = 0; i < works->len; i++)
        if (form_table_is(((TableWork *)g_ptr_array_index(works, i))->form_table, form_table))
            return true;
    return false;
}

static void put_table(const TableWork *work, Filing *filing)
{
    if (work->table->state == TABLE_READ)
        tell_doubts(work, filing);
    drop_blank_rows(work);
    g_ptr_array_add(filing->tables, work->table);
}

/* The same table printed twice: the first one with figures counts. Returns the one left out, NULL when there is none. */
static TableWork *left_out(GPtrArray *works, TableWork *work, Filing *filing)
{
    for (guint i = 0; i < works->len; i++) {
        TableWork *out = work;
        TableWork *other = g_ptr_array_index(works, i);
        if (other->form_table != work->form_table || work->form_table->id[0] == '\0')
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

void tables_from_works(GPtrArray *works, const Form *form, Filing *filing)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)table_work_free);
    for (guint i = 0; i < works->len; i++) {
        TableWork *out = left_out(kept, g_ptr_array_index(works, i), filing);
        if (out != NULL) {
            table_free(out->table);
            table_work_free(out);
        }
    }
    g_ptr_array_unref(works);
    g_ptr_array_sort(kept, compare_by_form);
    settle_tables(kept, form, filing);
    for (guint i = 0; form != NULL && i < form->tables->len; i++) {
        const FormTable *form_table = g_ptr_array_index(form->tables, i);
        TableWork *work = work_of_table(kept, form_table);
        if (work != NULL)
            put_table(work, filing);
        else if (!form_table->optional && !stands_upright(kept, form_table))
            g_ptr_array_add(filing->tables, missing_table(form_table));
    }
    for (guint i = 0; i < kept->len; i++) {
        TableWork *work = g_ptr_array_index(kept, i);
        if (work->form_table->id[0] == '\0')
            put_table(work, filing);
    }
}

void tables_from_outline(const Document *document, const Outline *outline, const char *narrative, Filing *filing)
{
    GPtrArray *works = g_ptr_array_new();
    for (guint i = 0; i < outline->tables->len; i++)
        g_ptr_array_add(works, work_from_range(document, &g_array_index(outline->tables, TableRange, i), narrative, filing));
    for (guint i = 0; i < outline->unknown->len; i++)
        tell_unknown(document, &g_array_index(outline->unknown, LineRange, i), filing);
    tables_from_works(works, outline->form, filing);
}
