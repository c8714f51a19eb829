/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text of documents made harmless. Filings come from the web: whatever a name holds, it is shown and does nothing.
 *
 * text_clean() happens once, when a text enters the report; the escapes when it leaves as HTML or Markdown.
 */
#ifndef ANALYSIS_REPORT_ESCAPE_H
#define ANALYSIS_REPORT_ESCAPE_H

#include <glib.h>
#include <stdbool.h>

/*
 * One line of valid UTF-8: line breaks and other control characters become spaces, marks that turn the direction
 * of writing or have no width are left out, bytes that are no UTF-8 become U+FFFD. The caller frees it.
 */
char *text_clean(const char *text);

/* A text of a table cell that a spreadsheet would take for a formula (= + - @ first), marked as text by a leading ' .
 * A sign that stands alone or before a figure stays as it is. The caller frees it. */
char *text_guard_formula(const char *text);

/* Appends a clean text as HTML, safe between tags and in quoted attributes. */
void html_append(GString *html, const char *text);

/* Appends a clean text as Markdown (CommonMark and its tables), without any meaning as markup. */
void markdown_append(GString *markdown, const char *text);

#endif
