/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a filing: columns with their headers, rows of cells, and how it is printed. What is
 * printed goes into the truth at the same moment.
 */
#ifndef TESTS_GENERATE_SHEET_H
#define TESTS_GENERATE_SHEET_H

#include "tests/generate/model.h"
#include "tests/generate/paper.h"
#include "tests/generate/truth.h"

#define SHEET_COLUMNS 18

typedef struct {
    const char *group; /* header above, shared by neighbours; NULL: none */
    const char *label; /* header, as on paper without line breaks */
    const char *truth; /* name in the truth file; NULL: a column of text */
    int width;         /* places in LAYOUT_COLUMNS */
} SheetColumn;

typedef struct {
    char *text; /* of a text cell; NULL: blank */
    const char *key; /* of an amount: its row in the truth file, owned by the sheet; else NULL */
    gint64 yuan;
} SheetCell;

typedef struct {
    SheetCell cells[SHEET_COLUMNS];
} SheetRow;

typedef struct {
    int number;
    char *title;
    const SheetColumn *columns;
    gsize column_count;
    gsize name_column; /* its text may wrap around the row's figures */
    GPtrArray *rows;   /* SheetRow */
    GStringChunk *keys;
    char *note;  /* printed below; NULL: none */
    bool absent; /* fault table.missing */
} Sheet;

Sheet *sheet_new(int number, const char *title, const SheetColumn *columns, gsize column_count,
                 gsize name_column);
void sheet_free(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

SheetRow *sheet_add_row(Sheet *sheet);
void sheet_set_text(SheetRow *row, gsize column, const char *text);
void sheet_set_amount(Sheet *sheet, SheetRow *row, gsize column, const char *key, gint64 yuan);

/* The row whose amounts have this key, NULL when there is none. */
SheetRow *sheet_find_row(const Sheet *sheet, const char *key);

/* Prints the table on pages of its own and records its cells. */
void sheet_print(const Sheet *sheet, const Model *model, Paper *paper, Truth *truth);

#endif
