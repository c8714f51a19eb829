/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * DOCX -> Paper: paragraphs as lines, with the list numbers a word processor would write before them; tables as given
 * grids; text boxes as lines. Page breaks that the file holds, outside of tables, begin a page; a paragraph stays whole on
 * the page it begins on. Deleted and hidden text is left out, as are headers, footers and footnotes.
 */
#ifndef HISTORY_PAPER_DOCX_H
#define HISTORY_PAPER_DOCX_H

#include "history/paper.h"

/* Fails with YUSUAN_ERROR_INPUT: damaged, encrypted, unpacking to too much; the message says what to do. */
Paper *paper_from_docx(const guint8 *bytes, gsize length, GError **error);

#endif
