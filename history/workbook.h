/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheets of an XLSX share: its list of sheets, its texts, and the number formats of its cell styles. */
#ifndef HISTORY_WORKBOOK_H
#define HISTORY_WORKBOOK_H

#include <stdbool.h>

#include "history/office.h"

typedef struct {
    char *name;
    char *member; /* of the package */
} WorkbookSheet;

typedef struct {
    GPtrArray *sheets;  /* WorkbookSheet: those that are shown, in the workbook's order */
    GPtrArray *texts;   /* char *, the shared strings */
    GPtrArray *formats; /* const char *, a style each */
    GArray *struck;     /* bool, a style each: whether its font is struck out */
    GHashTable *codes;  /* number of a format of the workbook's own -> its code */
    bool from_1904;
    guint missing; /* sheets that are named, and are not in the file */
} Workbook;

/* Fails with YUSUAN_ERROR_INPUT. */
Workbook *workbook_from_office(Office *office, GError **error);
void workbook_free(Workbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Workbook, workbook_free)

/* The format of a style; General for one that is not there. */
const char *workbook_format(const Workbook *workbook, int style);

/* True when what has this style is struck out. */
bool workbook_strikes(const Workbook *workbook, int style);

/* The text of a <si> or <is> element that opened, its runs joined, without phonetic hints and what is struck out. It is
 * passed over. */
char *workbook_text(Markup *markup);

#endif
