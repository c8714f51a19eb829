/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Papers made of a text that stands in a test: a line each; lines with '|' are the rows of a grid, their cells parted by
 * it; "<" belongs to the cell on its left, "^" to the one above; "--" begins a page, an empty line ends a grid.
 *
 *     收支总表
 *     项目|预算数|<
 *     ^|合计|基本支出
 *     收入|5.00|2.00
 */
#ifndef TESTS_HISTORY_PAPER_BUILD_H
#define TESTS_HISTORY_PAPER_BUILD_H

#include "history/paper.h"

/* The caller frees it. */
Paper *paper_of_text(GridKind kind, const char *text);

#endif
