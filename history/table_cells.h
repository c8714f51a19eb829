/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a table of a text (HTML, DOCX) while it is read: placed around those that span rows, and put on the page
 * when all are known.
 *
 * A table of one column is layout, a frame around text: it becomes lines. A span ends with the last row, and with the last
 * column that a cell begins in: what only spans have is no column. A table without any text is left out.
 */
#ifndef HISTORY_TABLE_CELLS_H
#define HISTORY_TABLE_CELLS_H

#include "history/paper.h"

typedef struct {
    GArray *cells; /* GridCell; the texts are owned */
    int row;       /* the row at work, -1 before the first */
    int column;    /* where its next cell may stand */
    int busy_until[GRID_COLUMNS_MAX];  /* the first row that is free again, a column each */
    guint left_out;                    /* cells with text beyond what a grid holds */
} TableCells;

TableCells *table_cells_new(void);
void table_cells_free(TableCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableCells, table_cells_free)

void table_cells_next_row(TableCells *cells);

/* Adds a cell at the next free place of the row, or behind what is skipped. Takes the text over. */
void table_cells_add(TableCells *cells, int rows, int columns, char *text);

/* Puts the table on the page, as a grid or as lines. */
void paper_page_add_table(PaperPage *page, TableCells *cells);

/* Adds each line of a text as a line of the page. */
void paper_page_add_lines(PaperPage *page, const char *text);

/* True when a raised text is the mark of a note behind a figure, and none of its digits. */
bool text_is_note_mark(const char *before, const char *text);

#endif
