/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Grids understood as tables, whatever form they belong to: what stands above them, which rows are headings, what each
 * column is, which columns stand side by side as blocks of their own, and the rows that go on over pages.
 *
 *   grid → caption, headings, body → columns with their paths and roles → blocks → rows
 */
#ifndef HISTORY_SHEET_H
#define HISTORY_SHEET_H

#include "history/page.h"

typedef enum {
    ROLE_VALUE, /* holds figures */
    ROLE_CODE,  /* holds a code, or a part of one */
    ROLE_LABEL, /* holds names */
    ROLE_NONE,  /* line numbers, remarks: holds neither */
} SheetRole;

typedef struct {
    char *path; /* headings from the top down, joined by '/', without one that spans the whole table */
    char *leaf; /* the lowest heading */
    SheetRole role;
    int block; /* from 0, -1 where it belongs to none */
} SheetColumn;

/* What covers a place of a row. */
typedef struct {
    const char *text; /* plain, without spaces; "" when nothing is printed. Owned by the sheet */
    int cell;         /* the same number for the places of one cell, -1 for none */
    bool begins;      /* the cell begins in this row */
    bool tall;        /* and goes on below it: it heads a group */
} SheetPlace;

typedef struct {
    int page, line;
    SheetPlace *places; /* one a column */
} SheetRow;

typedef struct {
    GPtrArray *columns; /* SheetColumn */
    GPtrArray *rows;    /* SheetRow: the body */
    int block_count;
    char *caption;      /* all that stands above the body, without spaces: the unit is in it */
    char *note;         /* the sentence below or inside, "" without one */
    GPtrArray *titles;  /* char*: lines above that may be its title, nearest first, plain, spaces kept */
    guint first, end;   /* lines of the document that belong to it: its caption, its grids, its note */
    int page, line;     /* of its title, or of its first row */
    GridKind kind;
    int *column_of;     /* of its first grid, for each of its columns */
    int grid_columns;   /* how many that grid has */
    GStringChunk *texts;
} Sheet;

void sheet_free(Sheet *sheet);

/*
 * The tables (Sheet) of the document's grids, in reading order. Grids that go on with the one before are part of it;
 * a grid whose places hold no more than running text is none.
 */
GPtrArray *sheets_from_document(const Document *document);

/* True for a figure as tables print amounts: 1,183.05 -0.30 12. The text is plain and without spaces. */
bool text_is_amount(const char *text);

static inline SheetColumn *sheet_column(const Sheet *sheet, guint index)
{
    return g_ptr_array_index(sheet->columns, index);
}

static inline SheetRow *sheet_row(const Sheet *sheet, guint index)
{
    return g_ptr_array_index(sheet->rows, index);
}

#endif
