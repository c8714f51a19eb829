/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML -> Paper: one page, its blocks of text as lines, its tables as given grids; also what spreadsheets save as HTML,
 * under whatever name. A table that contains tables is layout: the inner ones become grids, its other text lines. What is
 * hidden, and scripts and styles, are passed over. The title is the first line, unless the body says it too.
 */
#ifndef HISTORY_PAPER_HTML_H
#define HISTORY_PAPER_HTML_H

#include "history/paper.h"

/* No filing's page is larger; a tree of it would fill the memory. */
#define HTML_BYTES_MAX ((gsize)32 * 1024 * 1024)

/* Fails with YUSUAN_ERROR_INPUT: too large, of unknown encoding, or nested deeper than a page can be. */
Paper *paper_from_html(const guint8 *bytes, gsize length, GError **error);

#endif
