/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as a spreadsheet file takes them, and the names of its cells. */
#ifndef ANALYSIS_REPORT_BOOK_TEXT_H
#define ANALYSIS_REPORT_BOOK_TEXT_H

#include <glib.h>
#include <stdbool.h>

/*
 * A text for a cell: clean (schema/clean.h), without characters that XML has not, its _x000D_ and the like written so that
 * they are read as those letters. One of more than `most` UTF-16 units is cut, says so, and sets *cut. The caller frees it.
 */
char *cell_text_from_text(const char *text, int most, bool *cut);

/*
 * For the header of a printed page: no sign of it is one of the layout's (&P), and it leaves room for the rest. The caller
 * frees it.
 */
char *page_header_from_text(const char *text);

/* What becomes a formula when somebody opens the cell and leaves it again. */
bool text_looks_like_formula(const char *text);

/* In digits: a Chinese character is two. */
double text_width(const char *text);

/* "C4"; with the sign "$" $C$4. Row and column count from 0. The caller frees it. */
char *place_name(const char *sign, int row, int column);
char *cell_name(int row, int column);

#endif
