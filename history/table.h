/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From printed rows to cells: hierarchy, amounts, and the columns found for every figure, each with its proof.
 */
#ifndef HISTORY_TABLE_H
#define HISTORY_TABLE_H

#include "history/outline.h"

/*
 * Reads all tables of the outline into filing->tables, in the form's order, with those that are missing. What could
 * not be read goes to filing->doubts. `narrative` is the filing's running text without spaces.
 */
void tables_from_outline(const Document *document, const Outline *outline, const char *narrative, Filing *filing);

#endif
