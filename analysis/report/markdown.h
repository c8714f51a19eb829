/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks as Markdown: CommonMark with tables, to be kept, compared between runs and pasted into papers.
 */
#ifndef ANALYSIS_REPORT_MARKDOWN_H
#define ANALYSIS_REPORT_MARKDOWN_H

#include "analysis/report/block.h"

/* The caller frees it. Pictures are named as they stand in charts/ beside it. */
char *markdown_from_blocks(const Blocks *blocks);

#endif
