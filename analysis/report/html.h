/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks as one HTML page: style, pictures and the one script inside, nothing fetched. It works from a file, at any
 * width, by keyboard, without the script, and on paper. The page's own policy allows that script by its hash, no other.
 */
#ifndef ANALYSIS_REPORT_HTML_H
#define ANALYSIS_REPORT_HTML_H

#include "analysis/report/block.h"

/* The page, in the language set; `title` is its name in the browser. NULL when a data file cannot be read. */
char *html_from_blocks(const Blocks *blocks, const char *title, GError **error);

#endif
