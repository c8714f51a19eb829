/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet_cells.h"

#include <string.h>

#include "history/number_format.h"
#include "schema/language.h"

/* How many rows the merged areas of a sheet may cover together: areas that lie over one another are work without end. */
#define MERGED_ROWS_MAX (64 * GRID_ROWS_MAX)

#define WORDS (GRID_COLUMNS_MAX / 64)

typedef struct {
    int row, column;
    guint order; /* as they came: the last one at a place counts */
    bool zero;
    char *text;
} SheetCell;

typedef struct {
    int row, column, last_row, last_column;
} Merge;

struct SheetCells {
    GArray *cells;  /* SheetCell */
    GArray *merges; /* Merge */
    guint left_out;
    bool hides_zeros;
};

/* A bit a column: what a merged area covers in a row. */
typedef struct {
    guint64 words[WORDS];
} RowMask;

static void cell_clear(gpointer data)
{
    g_free(((SheetCell *)data)->text);
}

SheetCells *sheet_cells_new(void)
{
    SheetCells *cells = g_new0(SheetCells, 1);
    cells->cells = g_array_new(FALSE, TRUE, sizeof(SheetCell));
    g_array_set_clear_func(cells->cells, cell_clear);
    cells->merges = g_array_new(FALSE, TRUE, sizeof(Merge));
    return cells;
}

void sheet_cells_free(SheetCells *cells)
{
    if (cells == NULL)
        return;
    g_array_unref(cells->cells);
    g_array_unref(cells->merges);
    g_free(cells);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void add(SheetCells *cells, int row, int column, bool zero, char *text)
{
    SheetCell cell = {row, column, cells->cells->len, zero, text};
    if (!is_blank(text) && row >= 0 && column >= 0 && row < GRID_ROWS_MAX && column < GRID_COLUMNS_MAX) {
        g_array_append_val(cells->cells, cell);
        return;
    }
    cells->left_out += !is_blank(text);
    g_free(text);
}

void sheet_cells_add_text(SheetCells *cells, int row, int column, const char *text)
{
    if (!is_blank(text))
        add(cells, row, column, false, g_strdup(text));
}

void sheet_cells_add_number(SheetCells *cells, int row, int column, double value, const char *format, bool from_1904)
{
    bool zero = !(value > 0 || value < 0);
    add(cells, row, column, zero, number_display(value, format, from_1904));
}

void sheet_cells_merge(SheetCells *cells, int first_row, int first_column, int last_row, int last_column)
{
    Merge merge = {first_row, first_column, last_row, last_column};
    bool inside = first_row >= 0 && first_column >= 0 && first_row < GRID_ROWS_MAX && first_column < GRID_COLUMNS_MAX;
    if (inside && last_row >= first_row && last_column >= first_column)
        g_array_append_val(cells->merges, merge);
}

void sheet_cells_hide_zeros(SheetCells *cells)
{
    cells->hides_zeros = true;
}

static gint compare_cells(gconstpointer a, gconstpointer b)
{
    const SheetCell *left = a, *right = b;
    if (left->row != right->row)
        return left->row - right->row;
    if (left->column != right->column)
        return left->column - right->column;
    return left->order < right->order ? 1 : -1;
}

/* Covers a merged area; false when another one lies there already. */
static bool cover(RowMask *masks, const Merge *merge)
{
    RowMask area = {{0}};
    for (int column = merge->column; column <= merge->last_column; column++)
        area.words[column / 64] |= G_GUINT64_CONSTANT(1) << column % 64;
    for (int row = merge->row; row <= merge->last_row; row++)
        for (int i = 0; i < WORDS; i++)
            if ((masks[row].words[i] & area.words[i]) != 0)
                return false;
    for (int row = merge->row; row <= merge->last_row; row++)
        for (int i = 0; i < WORDS; i++)
            masks[row].words[i] |= area.words[i];
    return true;
}

static bool is_covered(const RowMask *masks, const SheetCell *cell)
{
    return (masks[cell->row].words[cell->column / 64] >> cell->column % 64 & 1) != 0;
}

static gpointer place(int row, int column)
{
    return GINT_TO_POINTER(row * GRID_COLUMNS_MAX + column + 1);
}

/* The merged areas that hold, cut at the used area, by the place of their first cell. */
static GHashTable *merges_by_place(SheetCells *cells, RowMask *masks, int rows, int columns)
{
    GHashTable *by_place = g_hash_table_new(g_direct_hash, g_direct_equal);
    int covered = 0;
    for (guint i = 0; i < cells->merges->len; i++) {
        Merge *merge = &g_array_index(cells->merges, Merge, i);
        merge->last_row = MIN(merge->last_row, rows - 1);
        merge->last_column = MIN(merge->last_column, columns - 1);
        if (merge->last_row < merge->row || merge->last_column < merge->column)
            continue;
        covered += merge->last_row - merge->row + 1;
        if (covered > MERGED_ROWS_MAX)
            break;
        if (cover(masks, merge))
            g_hash_table_insert(by_place, place(merge->row, merge->column), merge);
    }
    return by_place;
}

static void add_grid(PaperPage *page, SheetCells *cells)
{
    g_array_sort(cells->cells, compare_cells);
    const SheetCell *all = (const SheetCell *)(gpointer)cells->cells->data;
    int rows = all[cells->cells->len - 1].row + 1, columns = 0;
    for (guint i = 0; i < cells->cells->len; i++)
        columns = MAX(columns, all[i].column + 1);
    g_autofree RowMask *masks = g_new0(RowMask, (gsize)rows);
    g_autoptr(GHashTable) merges = merges_by_place(cells, masks, rows, columns);
    Grid *grid = NULL;
    for (guint i = 0; i < cells->cells->len; i++) {
        const SheetCell *cell = &all[i];
        const Merge *merge = g_hash_table_lookup(merges, place(cell->row, cell->column));
        bool again = i > 0 && all[i - 1].row == cell->row && all[i - 1].column == cell->column;
        if (again || (cell->zero && cells->hides_zeros) || (merge == NULL && is_covered(masks, cell)))
            continue;
        if (grid == NULL)
            grid = paper_page_add_grid(page, GRID_GIVEN);
        grid_add_cell(grid, cell->row, cell->column, merge != NULL ? merge->last_row - merge->row + 1 : 1,
                      merge != NULL ? merge->last_column - merge->column + 1 : 1, cell->text);
    }
}

PaperPage *paper_page_from_sheet(Paper *paper, const char *name, SheetCells *cells)
{
    PaperPage *page = paper_add_page(paper);
    g_free(page->name);
    page->name = g_strdup(name);
    if (cells->cells->len > 0)
        add_grid(page, cells);
    page->left_out += cells->left_out;
    if (cells->left_out > 0) {
        g_autofree char *line =
            g_strdup_printf(say("（本表在第 %d 行以后、第 %d 列以外还有 %u 个单元格，没有读）",
                                "(beyond row %d or column %d this sheet has %u more cells that were not read)"),
                            GRID_ROWS_MAX, GRID_COLUMNS_MAX, cells->left_out);
        paper_page_add_line(page, line);
    }
    return page;
}
