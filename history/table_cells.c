/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/table_cells.h"

#include <string.h>

#include "schema/language.h"

static void cell_clear(gpointer data)
{
    g_free(((GridCell *)data)->text);
}

TableCells *table_cells_new(void)
{
    TableCells *cells = g_new0(TableCells, 1);
    cells->cells = g_array_new(FALSE, TRUE, sizeof(GridCell));
    g_array_set_clear_func(cells->cells, cell_clear);
    cells->row = -1;
    return cells;
}

void table_cells_free(TableCells *cells)
{
    if (cells == NULL)
        return;
    g_array_unref(cells->cells);
    g_free(cells);
}

void table_cells_next_row(TableCells *cells)
{
    cells->row++;
    cells->column = 0;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

void table_cells_add(TableCells *cells, int rows, int columns, char *text)
{
    int row = cells->row;
    while (cells->column < GRID_COLUMNS_MAX && cells->busy_until[cells->column] > row)
        cells->column++;
    int column = cells->column;
    if (row < 0 || row >= GRID_ROWS_MAX || column >= GRID_COLUMNS_MAX) {
        cells->left_out += !is_blank(text);
        g_free(text);
        return;
    }
    GridCell cell = {row, column, CLAMP(rows, 1, GRID_ROWS_MAX - row), CLAMP(columns, 1, GRID_COLUMNS_MAX - column), text};
    for (int i = 0; i < cell.columns; i++)
        cells->busy_until[column + i] = MAX(cells->busy_until[column + i], row + cell.rows);
    cells->column = column + cell.columns;
    g_array_append_val(cells->cells, cell);
}

bool text_is_note_mark(const char *before, const char *text)
{
    gsize length = strlen(before);
    bool behind_digit = length > 0 && g_ascii_isdigit(before[length - 1]);
    return behind_digit && text[0] != '\0' && text[strspn(text, "0123456789*,")] == '\0';
}

void paper_page_add_lines(PaperPage *page, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        paper_page_add_line(page, *line);
}

static void add_as_lines(PaperPage *page, const TableCells *cells)
{
    for (guint i = 0; i < cells->cells->len; i++)
        paper_page_add_lines(page, g_array_index(cells->cells, GridCell, i).text);
}

static void add_as_grid(PaperPage *page, const TableCells *cells, int columns)
{
    Grid *grid = NULL;
    for (guint i = 0; i < cells->cells->len; i++) {
        const GridCell *cell = &g_array_index(cells->cells, GridCell, i);
        if (is_blank(cell->text))
            continue;
        if (grid == NULL)
            grid = paper_page_add_grid(page, GRID_GIVEN);
        grid_add_cell(grid, cell->row, cell->column, MIN(cell->rows, cells->row + 1 - cell->row),
                      MIN(cell->columns, columns - cell->column), cell->text);
    }
}

void paper_page_add_table(PaperPage *page, TableCells *cells)
{
    int columns = 0;
    for (guint i = 0; i < cells->cells->len; i++)
        columns = MAX(columns, g_array_index(cells->cells, GridCell, i).column + 1);
    if (columns <= 1)
        add_as_lines(page, cells);
    else
        add_as_grid(page, cells, columns);
    page->left_out += cells->left_out;
    if (cells->left_out > 0) {
        g_autofree char *line = g_strdup_printf(say("（本表在第 %d 行以后、第 %d 列以外还有 %u 个单元格，没有读）",
                                                    "(beyond row %d or column %d this table has %u more cells that were not read)"),
                                                GRID_ROWS_MAX, GRID_COLUMNS_MAX, cells->left_out);
        paper_page_add_line(page, line);
    }
}
