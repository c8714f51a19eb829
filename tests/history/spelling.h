/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers read, as text that a test can hold beside the paper: one line a thing, and only what is said.
 *
 *     rows    expenditure 201 一般公共服务支出: 5.00 2.00 3.00        (total; project 某项目)
 *     cells   2011301 合计=279.47 unique
 *     claims  基本支出 expenditure/all/basic amount=84.33 change=2.21 growth=2.69 against=last-budget turn=up
 *     doubts  行政运行 5.00: 说明
 *
 * Every text is the caller's to free.
 */
#ifndef TESTS_HISTORY_SPELLING_H
#define TESTS_HISTORY_SPELLING_H

#include "history/rows.h"

char *spell_lines(const Document *document);
char *spell_outline(const Document *document, const Outline *outline);
char *spell_printed_rows(const PrintedTable *table);
char *spell_cells(const Table *table);
char *spell_claims(const Filing *filing);
char *spell_sums(const Filing *filing);
char *spell_doubts(const Filing *filing);

/* The built-in form that the tests' invented filings use. */
const Form *sample_form(void);

/* The filing that a text is read as; the test fails when it is refused. The caller frees it. */
Filing *filing_of_text(const char *text);

/*
 * Reads a narrative alone, as that of 虚构县图书馆 in 2024: its claims, sums and particulars. The caller frees it.
 */
Filing *filing_of_narrative(const char *text, Kind kind);

/* Fails with both texts when they differ. `why` names the row of the test. */
void check_spelling(const char *why, const char *read, const char *expected);

#endif
