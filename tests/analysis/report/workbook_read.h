/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in a workbook, cell by cell, as the file has it: formulas and their stored results apart. */
#ifndef TESTS_ANALYSIS_REPORT_WORKBOOK_READ_H
#define TESTS_ANALYSIS_REPORT_WORKBOOK_READ_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *formula; /* without '='; NULL for none */
    char *text;    /* a text, its escapes as they stand; NULL for a number or a formula */
    double number; /* or the stored result of a formula */
    bool has_number;
} WrittenCell;

typedef struct {
    GHashTable *cells; /* "B12" -> WrittenCell */
    int rows;
} WrittenSheet;

/* The sheet with that number, from 1. Fails the test when there is none or it is damaged. */
WrittenSheet *written_sheet(const char *path, int number);
void written_sheet_free(WrittenSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WrittenSheet, written_sheet_free)

/* NULL for a cell without content. */
const WrittenCell *written_cell(const WrittenSheet *sheet, int row, int column);

/* Its text, "" for none. */
const char *written_text(const WrittenSheet *sheet, int row, int column);

/* The first row (from 0) that has the text in its first column, -1 without. */
int written_row(const WrittenSheet *sheet, const char *text);

/* A part of the file; fails the test when there is none. The caller frees it. */
char *written_part(const char *path, const char *name);

#endif
