/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables on their way from printed rows to cells: what table.c prepares, this settles. All tables of a filing are
 * settled together, for what one says decides where another one's figures stand (known.h, solve.h).
 */
#ifndef HISTORY_SETTLE_H
#define HISTORY_SETTLE_H

#include "history/rows.h"

/* A table at work: its printed rows beside the rows that are made of them (same order, same length). */
typedef struct {
    const FormTable *form_table;
    PrintedTable *printed;
    Table *table;
    GArray *levels; /* int: how deep each row lies */
    GPtrArray *amounts; /* Amount*: the figures of each row as amounts, NULL where one is none */
    guint solved, changed; /* when the table was last solved, and when its cells last changed */
} TableWork;

static inline const PrintedRow *work_row(const TableWork *work, guint index)
{
    return g_ptr_array_index(work->printed->rows, index);
}

/*
 * Fills the cells of all tables (TableWork) whose rows are made. A figure that is no amount is told to the filing as a
 * doubt, and left out with its row.
 */
void settle_tables(GPtrArray *works, const Form *form, Filing *filing);

#endif
