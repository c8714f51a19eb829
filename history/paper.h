/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file shows, before anything is understood of it: pages, on each of them lines of text and grids of cells, in
 * the order they are read. Every reader that has geometry or structure (PDF, HTML, XLSX, XLS, DOCX) makes a Paper;
 * page.h turns it into the Document that the rest of history/ works on.
 *
 *     Paper *paper = paper_new();
 *     PaperPage *page = paper_add_page(paper);
 *     paper_page_add_line(page, "收入支出决算总表");
 *     Grid *grid = paper_page_add_grid(page, GRID_GIVEN);
 *     grid_add_cell(grid, 0, 0, 1, 2, "收入");       row, column, rows spanned, columns spanned
 *     grid_add_cell(grid, 1, 0, 1, 1, "其他收入");
 *     grid_add_cell(grid, 1, 1, 1, 1, "6.20");
 *
 * A page is what the file itself calls one: a page of a PDF, a sheet of a workbook; an HTML or DOCX file is one page.
 * Texts are as the file has them (plain_from_text() comes later); a line of a cell that is printed on a line of its own
 * is separated by '\n'. Blank cells may be added with "" or left out: both are "not printed".
 */
#ifndef HISTORY_PAPER_H
#define HISTORY_PAPER_H

#include <glib.h>
#include <stdbool.h>

/* How the places of a grid's cells are known. */
typedef enum {
    GRID_GIVEN,  /* the file says so: table cells of HTML, a sheet, a word processor */
    GRID_RULED,  /* ruling lines around the cells */
    GRID_SPACED, /* no lines, or not enough of them: by where the headings and the figures stand */
} GridKind;

/* A cell that something is printed in. Rows and columns count from 0. */
typedef struct {
    int row, column;
    int rows, columns; /* how many it spans, at least 1 */
    char *text;        /* its lines joined by '\n'; never NULL */
} GridCell;

typedef struct {
    GridKind kind;
    int row_count, column_count; /* grow with the cells added */
    GPtrArray *cells;            /* GridCell, in the order they were added */
} Grid;

/* A line of text, or a grid (the other one is NULL). */
typedef struct {
    char *line;
    Grid *grid;
} PaperBlock;

typedef struct {
    char *name;        /* of a sheet; "" where pages have none */
    GArray *blocks;    /* PaperBlock */
    bool has_pictures; /* a page without text that shows pictures has no text layer */
    guint left_out;          /* cells beyond what a grid may hold */
    bool has_silent_picture; /* a large one, with next to no text on it */
} PaperPage;

/* What a reader could not read for sure, to become a doubt of the filing. */
typedef struct {
    int page; /* from 1; 0 for the file as a whole */
    char *text;
} PaperFault;

typedef struct {
    GPtrArray *pages; /* PaperPage, the first is page 1 */
    GArray *faults;   /* PaperFault */
} Paper;

/* What a grid may hold at most: more is no table of a filing, and spans must not be able to make work without end. */
#define GRID_ROWS_MAX 20000
#define GRID_COLUMNS_MAX 256

Paper *paper_new(void);
void paper_free(Paper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paper, paper_free)

PaperPage *paper_add_page(Paper *paper);

/* Adds a line; one of white space only is left out. */
void paper_page_add_line(PaperPage *page, const char *text);
Grid *paper_page_add_grid(PaperPage *page, GridKind kind);

/* Notes that something on a page (from 1; 0: in the file) may not have been read. Takes a copy of the text. */
void paper_add_fault(Paper *paper, int page, const char *text);

/* Adds a cell; one beyond GRID_ROWS_MAX or GRID_COLUMNS_MAX is left out, its spans are cut there. False then. */
bool grid_add_cell(Grid *grid, int row, int column, int rows, int columns, const char *text);

static inline PaperPage *paper_page(const Paper *paper, guint index)
{
    return g_ptr_array_index(paper->pages, index);
}

static inline const GridCell *grid_cell(const Grid *grid, guint index)
{
    return g_ptr_array_index(grid->cells, index);
}

#endif
