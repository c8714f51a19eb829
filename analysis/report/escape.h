/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text of documents made harmless. Filings come from the web: whatever a name holds, it is shown and does nothing.
 *
 * text_clean() (schema/clean.h) happens once, when a text enters the report; the escapes when it leaves as HTML or Markdown.
 */
#ifndef ANALYSIS_REPORT_ESCAPE_H
#define ANALYSIS_REPORT_ESCAPE_H

#include <glib.h>
#include <stdbool.h>

/* A text of a table cell that a spreadsheet would take for a formula (= + - @ first), marked as text by a leading ' .
 * A sign that stands alone or before a figure stays as it is. The caller frees it. */
char *text_guard_formula(const char *text);

/* Appends a clean text as HTML, safe between tags and in quoted attributes. */
void html_append(GString *html, const char *text);

/* Appends a clean text as Markdown (CommonMark and its tables), without any meaning as markup. */
void markdown_append(GString *markdown, const char *text);

#endif
