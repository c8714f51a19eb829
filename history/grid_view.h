/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid looked at place by place: which cell covers each, its text in plain spelling, and how far its caption and its
 * headings reach. Sheets of workbooks hold their captions, and several tables one below the other, in one grid: each of
 * those is a view of its own.
 */
#ifndef HISTORY_GRID_VIEW_H
#define HISTORY_GRID_VIEW_H

#include "history/paper.h"

typedef struct {
    const Grid *grid;
    int first_row;      /* of the grid; rows of the view count from here */
    int rows, columns;
    int caption_rows;   /* rows at the top with the title and the unit */
    int body_top;       /* the first row below caption and headings */
    int heading_words;  /* cells of the headings that read like ones */
    int *cell_at;       /* for each place of the view: index of the grid's covering cell, -1 for none */
    int *column_of;     /* the grid's column of each of the view's */
    char **texts;       /* of the whole grid's cells, plain and without spaces */
    bool owns_texts;
} GridView;

/* The views (GridView) of a grid, from the top down; all of them die with the array. */
GPtrArray *views_from_grid(const Grid *grid);

/*
 * Looks at the same rows with these columns of the grid: those of the table that the rows go on with, which they alone, where
 * columns are blank, do not show.
 */
void view_take_columns(GridView *view, const int *column_of, int columns);

int view_cell(const GridView *view, int row, int column);
const char *view_text(const GridView *view, int row, int column);
bool view_begins(const GridView *view, int row, int column);
bool view_is_tall(const GridView *view, int row, int column);

/* The texts of a row, two spaces apart. The caller frees it. */
char *view_row_text(const GridView *view, int row);

/* The headings above a column, joined by '/', without one that spans the whole table. The caller frees it. */
char *view_path(const GridView *view, int column);

/* The sentence that a row is, when it is one across the table; NULL otherwise. The caller frees it. */
char *view_note(const GridView *view, int row);

/* True when the view begins with the headings that these columns (SheetColumn) have. */
bool view_headings_equal(const GridView *view, const GPtrArray *columns);

#endif
