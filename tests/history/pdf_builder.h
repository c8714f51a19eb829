/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small PDFs for tests, written as the text they are: objects one after the other and the table of where they begin.
 *
 *     PdfBuilder *pdf = pdf_new();
 *     g_autoptr(GString) page = g_string_new(NULL);
 *     pdf_text(page, 50, 60, 10, "单位：万元");        x from the left and y (of the baseline) from the top, in points
 *     pdf_line(page, 50, 80, 300, 80);
 *     pdf_put_page(pdf, page->str);
 *     g_autoptr(GBytes) bytes = pdf_finish(pdf);
 *
 * Pages are PDF_WIDTH by PDF_HEIGHT points. Chinese is set in a font that every reader of PDF knows and that is not in
 * the file (STSong-Light), a character as wide as its size; what is ASCII in Courier, 0.6 of its size wide.
 */
#ifndef TESTS_HISTORY_PDF_BUILDER_H
#define TESTS_HISTORY_PDF_BUILDER_H

#include <glib.h>
#include <stdbool.h>

#define PDF_WIDTH 595
#define PDF_HEIGHT 842

typedef struct PdfBuilder PdfBuilder;

PdfBuilder *pdf_new(void);

/* Adds an object and returns its number; `body` is what stands between obj and endobj. */
int pdf_object(PdfBuilder *pdf, const char *body);

/* Adds a stream; `entries` stand in its dictionary beside its length. Deflated streams are small where they repeat. */
int pdf_stream(PdfBuilder *pdf, const char *entries, const char *bytes, gsize length, bool deflated);

/* Adds a page with this content. */
void pdf_put_page(PdfBuilder *pdf, const char *content);

/* Adds a page that shows a stream; `entries` stand in its dictionary ("/Rotate 90"), `named` in its resources beside the fonts. */
void pdf_page_of_stream(PdfBuilder *pdf, int stream, const char *entries, const char *named);

/* Adds the catalogue and the table of objects, and frees the builder. */
GBytes *pdf_finish(PdfBuilder *pdf);

/* The file of one page with this content. */
GBytes *pdf_of_page(const char *content);

/* Content: a text, the same by its own matrix (a b c d as in PDF, before its place), a line. */
void pdf_text(GString *content, double x, double y, double size, const char *text);
void pdf_text_turned(GString *content, const double matrix[4], double x, double y, double size, const char *text);
void pdf_line(GString *content, double x0, double y0, double x1, double y1);

/*
 * A table with all its lines: its left top corner, how wide its columns are (up to a width of 0), how high its rows, and
 * its texts, a row a line, '|' between cells. A cell "<" belongs to the one on its left, one "^" to the one above: the
 * line between them is left out.
 */
void pdf_table(GString *content, double x, double y, const double *widths, double height, const char *texts);

#endif
