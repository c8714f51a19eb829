/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks as one HTML page: style and pictures inside, nothing fetched, no script. It works from a file, at any
 * width, by keyboard, and on paper.
 */
#ifndef ANALYSIS_REPORT_HTML_H
#define ANALYSIS_REPORT_HTML_H

#include "analysis/report/block.h"

/* The page, in the language set; `title` is its name in the browser. NULL when a data file cannot be read. */
char *html_from_blocks(const Blocks *blocks, const char *title, GError **error);

#endif
