/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the tables of a form stand in a document, and where its running text does.
 *
 * A title counts when it stands alone on a line (a number, year or department before it) and is followed by what
 * begins a table (its unit, 编制部门, headings, column numbers) before the next title: so a table of contents, or a
 * sentence that ends with a title, is no table.
 */
#ifndef HISTORY_OUTLINE_H
#define HISTORY_OUTLINE_H

#include "history/form.h"
#include "history/page.h"
#include "history/sheet.h"

/* Lines [first, end) of the document hold one table; `title` is the line of its title, `top` that of its number. */
typedef struct {
    const FormTable *table;
    char *printed_title; /* without spaces, year and department */
    guint top, title, first, end;
} TableRange;

/* Lines [first, end) of a table that the form does not know. */
typedef struct {
    guint first, end;
} LineRange;

typedef struct {
    const Form *form;
    GArray *tables;  /* TableRange in reading order */
    GArray *unknown; /* LineRange: numbered tables whose title no table of the form has */
    GArray *in_table; /* bool a line: it belongs to a table (or its title) */
} Outline;

/* The outline by the form that has most of its tables in the document; NULL when no form has two. */
Outline *outline_from_document(const Document *document, const GPtrArray *forms);
/* The outline of a document whose tables are sheets: what is left is running text. `form` may be NULL. */
Outline *outline_from_sheets(const Document *document, const GPtrArray *sheets, const Form *form);
void outline_free(Outline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outline, outline_free)

/*
 * The form's table with the longest title that a key (label_key() of a line) ends with, and that title's length in
 * bytes; NULL when none fits. What stands before it may be a number, a year or a body, not words that make it
 * another table's.
 */
const FormTable *form_table_titled(const Form *form, const char *key, gsize *length);

/* The title at the end of a line with its own quotation marks, `length` bytes of its label_key(). The caller frees it. */
char *title_as_printed(const char *line, gsize length);

/* True when the line begins a part of the filing (第三部分 …) or a section of its text (一、关于…). */
bool line_begins_section(const char *text);

#endif
