/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --chart adds below the tables of variance, compare and score: the same figures, drawn with characters.
 */
#ifndef CMD_DRAWING_H
#define CMD_DRAWING_H

#include "analysis/comparison.h"
#include "analysis/ledger.h"
#include "analysis/score.h"

/* The changes of `lines` (LedgerLine) left and right of an axis, moved, explained and unexplained parts told apart. */
void draw_changes(const GPtrArray *lines, bool color);

/* Each indicator's span among the departments, and where `department` stands in it. */
void draw_comparison(const Comparison *comparison, const char *department, bool color);

/* The percentile of each indicator that has one. */
void draw_score(const Score *score, bool color);

#endif
