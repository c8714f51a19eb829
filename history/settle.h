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

/*
 * A table at work for what was printed; takes `printed` over. The form's columns are there, rows and cells are not.
 * `title` is as printed, page and line are where it stands.
 */
TableWork *table_work_new(const FormTable *form_table, PrintedTable *printed, const char *title, int page, int line,
                          Filing *filing);

/* Makes the table's rows of the printed ones, with their levels, parents and paths. */
void table_work_make_rows(TableWork *work);

void table_work_free(TableWork *work);

static inline const PrintedRow *work_row(const TableWork *work, guint index)
{
    return g_ptr_array_index(work->printed->rows, index);
}

/*
 * Settles the tables (TableWork) of a filing and puts them into it, in the form's order, with those that are missing and
 * then those that the form does not know. What could not be read is told as doubts. Takes the works over; `form` may
 * be NULL.
 */
void tables_from_works(GPtrArray *works, const Form *form, Filing *filing);

/*
 * Fills the cells of all tables (TableWork) whose rows are made. A figure that is no amount is told to the filing as a
 * doubt, and left out with its row.
 */
void settle_tables(GPtrArray *works, const Form *form, Filing *filing);

#endif
