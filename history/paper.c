/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper.h"

#include <string.h>

static void cell_free(gpointer data)
{
    GridCell *cell = data;
    g_free(cell->text);
    g_free(cell);
}

static void block_clear(gpointer data)
{
    PaperBlock *block = data;
    g_free(block->line);
    if (block->grid != NULL) {
        g_ptr_array_unref(block->grid->cells);
        g_free(block->grid);
    }
}

static void page_free(gpointer data)
{
    PaperPage *page = data;
    g_free(page->name);
    g_array_unref(page->blocks);
    g_free(page);
}

static void fault_clear(gpointer data)
{
    g_free(((PaperFault *)data)->text);
}

Paper *paper_new(void)
{
    Paper *paper = g_new0(Paper, 1);
    paper->faults = g_array_new(FALSE, FALSE, sizeof(PaperFault));
    g_array_set_clear_func(paper->faults, fault_clear);
    paper->pages = g_ptr_array_new_with_free_func(page_free);
    return paper;
}

void paper_free(Paper *paper)
{
    if (paper == NULL)
        return;
    g_ptr_array_unref(paper->pages);
    g_array_unref(paper->faults);
    g_free(paper);
}

void paper_add_fault(Paper *paper, int page, const char *text)
{
    PaperFault fault = {page, g_strdup(text)};
    g_array_append_val(paper->faults, fault);
}

PaperPage *paper_add_page(Paper *paper)
{
    PaperPage *page = g_new0(PaperPage, 1);
    page->name = g_strdup("");
    page->blocks = g_array_new(FALSE, TRUE, sizeof(PaperBlock));
    g_array_set_clear_func(page->blocks, block_clear);
    g_ptr_array_add(paper->pages, page);
    return page;
}

void paper_page_add_line(PaperPage *page, const char *text)
{
    if (text[strspn(text, " \t\r\n")] == '\0')
        return;
    PaperBlock block = {.line = g_strdup(text)};
    g_array_append_val(page->blocks, block);
}

Grid *paper_page_add_grid(PaperPage *page, GridKind kind)
{
    Grid *grid = g_new0(Grid, 1);
    grid->kind = kind;
    grid->cells = g_ptr_array_new_with_free_func(cell_free);
    PaperBlock block = {.grid = grid};
    g_array_append_val(page->blocks, block);
    return grid;
}

bool grid_add_cell(Grid *grid, int row, int column, int rows, int columns, const char *text)
{
    if (row < 0 || column < 0 || row >= GRID_ROWS_MAX || column >= GRID_COLUMNS_MAX)
        return false;
    GridCell *cell = g_new0(GridCell, 1);
    cell->row = row;
    cell->column = column;
    cell->rows = CLAMP(rows, 1, GRID_ROWS_MAX - row);
    cell->columns = CLAMP(columns, 1, GRID_COLUMNS_MAX - column);
    cell->text = g_strdup(text);
    grid->row_count = MAX(grid->row_count, row + cell->rows);
    grid->column_count = MAX(grid->column_count, column + cell->columns);
    g_ptr_array_add(grid->cells, cell);
    return cell->rows == rows && cell->columns == columns;
}
