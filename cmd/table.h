/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table for people. Texts stand to the left, figures to the right, one decimal point below the
 * other. Where standard output is no terminal nothing is ever cut: a text longer than its column is
 * meant to be (RowColumn.most) shifts what follows it in its own row. On a terminal that is too
 * narrow, headings are wrapped first, then the widest texts; what still finds no room is printed
 * below as a table of its own, with the leading texts again.
 */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

#include "cmd/rows.h"

typedef struct {
    char *text; /* harmless, owned */
    Meaning meaning;
} TableField;

/* Prints rows of `count` fields each (TableField), the first of them the headings; `width` 0: as wide as it gets. */
void table_print(const RowColumn *columns, gsize count, const GArray *fields, int width, bool color);

#endif
