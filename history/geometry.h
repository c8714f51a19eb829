/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns by where figures stand, for texts that keep the page's layout (pdftotext -layout).
 *
 * On each page of a table the heading tells where its columns are: by the line of column numbers, else by the names
 * it prints. The figures of the page fall into bands, one a column that is used; bands go to columns in order, at the
 * least distance; a band that is not clearly nearest to its column is left open, for arithmetic to settle. A text
 * whose figures are all one space apart keeps no layout, and is left alone.
 */
#ifndef HISTORY_GEOMETRY_H
#define HISTORY_GEOMETRY_H

#include "history/rows.h"

/* Sets the column of the figures of every row of the part that can be placed so; the others keep -1. */
void geometry_place_figures(const Document *document, const TableRange *range, const FormPart *part, PrintedTable *table);

#endif
