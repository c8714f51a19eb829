/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which form's table a sheet is: by its title, and by how its columns' headings agree with the form's. A title that
 * drifted a little is forgiven where the headings agree; a column that the form does not know is kept as it is printed.
 */
#ifndef HISTORY_SHEET_FORM_H
#define HISTORY_SHEET_FORM_H

#include "history/form.h"
#include "history/sheet.h"

/* Which of the table's columns each column of a sheet is: an index into the form's part, -1 for none. */
typedef struct {
    const FormPart **parts; /* one a block of the sheet; NULL for a block that no part is left for */
    int *columns;           /* one a column of the sheet */
    int known, unknown;     /* value columns that were found, and that were not */
} SheetMap;

/*
 * True when a column holds another year's figures, or a change against them: 上年预算数, 2023年决算数 beside 2024年, 增减%. The
 * newest year that the sheet's headings name is `year`, 0 when they name none.
 */
bool heading_is_of_other_year(const char *path, int year);

/* The newest year that the headings of a sheet's columns name, 0 for none. */
int sheet_heading_year(const Sheet *sheet);

/* How well a heading's path names a form's column (FormPart.headings), from 0 to 1. */
double heading_likeness(const char *path, char **headings);

SheetMap *sheet_map_new(const Sheet *sheet, const FormTable *table);
void sheet_map_free(SheetMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SheetMap, sheet_map_free)

/* What a sheet is in a form. */
typedef struct {
    const FormTable *table; /* NULL when the form has no such table */
    char *title;            /* as printed, without what stands before it */
    bool titled;            /* by its very title; false where only words and headings resemble */
    double score;           /* how sure: 1 for the title, and up to 1 for the headings */
} SheetMatch;

void sheet_match_clear(SheetMatch *match);
SheetMatch sheet_match(const Sheet *sheet, const Form *form);

/* The form that most of the sheets belong to; NULL when none has a table among them. */
const Form *form_of_sheets(const GPtrArray *sheets, const GPtrArray *forms);

#endif
