/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tables of a filing already say for sure, to settle the others with: every settled cell by its quantity,
 * and which kinds of quantity a table covers, so that a line absent there is known to be nothing.
 */
#ifndef HISTORY_KNOWN_H
#define HISTORY_KNOWN_H

#include "history/solve.h"

typedef struct Known Known;

Known *known_new(void);
void known_free(Known *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Known, known_free)

/* Takes in the settled cells of a table. The table must outlive `known`. */
void known_add_table(Known *known, const Table *table);

/*
 * The amount of a quantity as other tables than `except` say it. A kind of quantity that another table covers for
 * codes of this length, without this one, is nothing: zero with step 0. False when no table tells.
 */
bool known_amount(const Known *known, const Table *except, const Quantity *quantity, Amount *amount);

/*
 * Appends to `sums` (SolveSum) all that is known about the columns of `part` in a row with this code: the same
 * quantity elsewhere, and the form's equations between quantities.
 */
void known_sums(const Known *known, const Form *form, const FormPart *part, const Table *table, const Row *row,
                GArray *sums);

#endif
