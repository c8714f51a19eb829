/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A Paper as a text that stands in a test: pages after "--", a line each block; of a grid its cells as "row,column=text",
 * with ":ROWSxCOLUMNS" where one spans, and '/' for a line's end in it.
 *
 *     --收支总表
 *     0,0:1x5=收入支出决算总表 1,0=项目 1,1=决算/数
 *     单位：万元
 */
#ifndef TESTS_HISTORY_PAPER_SPELLING_H
#define TESTS_HISTORY_PAPER_SPELLING_H

#include "history/paper.h"

/* The caller frees it. */
char *spell_paper(const Paper *paper);

typedef Paper *(*PaperReader)(const guint8 *bytes, gsize length, GError **error);

/* Reads, and compares with the text; the test fails naming `why`. */
void check_paper(const char *why, PaperReader reader, GBytes *bytes, const char *expected);

/* Reading must fail with an error that says `message`. */
void check_refused(const char *why, PaperReader reader, GBytes *bytes, const char *message);

/* Every beginning of the file, and every file with one byte changed (in steps), is read or refused, and nothing worse. */
void check_damaged(PaperReader reader, GBytes *bytes, gsize step);

#endif
