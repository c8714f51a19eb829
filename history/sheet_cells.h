/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a sheet as a workbook gives them (XLSX and XLS: one by one, merged areas at the end), and the page they
 * make: one given grid over the whole used area, rows and columns counted as in the sheet.
 *
 * What is merged away is not shown and left out; so are blank cells, however they are formatted. A merged area ends where
 * the used area ends. Cells beyond what a grid holds are counted in a last line of the page, never dropped in silence.
 */
#ifndef HISTORY_SHEET_CELLS_H
#define HISTORY_SHEET_CELLS_H

#include "history/paper.h"

typedef struct SheetCells SheetCells;

SheetCells *sheet_cells_new(void);
void sheet_cells_free(SheetCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SheetCells, sheet_cells_free)

/* A text; a blank one is left out. Rows and columns count from 0. */
void sheet_cells_add_text(SheetCells *cells, int row, int column, const char *text);

/* A number, shown by its format. */
void sheet_cells_add_number(SheetCells *cells, int row, int column, double value, const char *format, bool from_1904);

/* A merged area; the last row and column belong to it. */
void sheet_cells_merge(SheetCells *cells, int first_row, int first_column, int last_row, int last_column);

/* The sheet is set to show no zeros. */
void sheet_cells_hide_zeros(SheetCells *cells);

/* Adds the page of the sheet; one without any text has no blocks. */
PaperPage *paper_page_from_sheet(Paper *paper, const char *name, SheetCells *cells);

#endif
