/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of a filing by what they measure: every cell that states a quantity, in the order of the tables.
 */
#ifndef HISTORY_FIGURES_H
#define HISTORY_FIGURES_H

#include <stdbool.h>

#include "schema/filing.h"

typedef struct {
    const Table *table;
    const Cell *cell;
} Place;

typedef struct Figures Figures;

/* The filing must outlive the index. */
Figures *figures_new(const Filing *filing);
void figures_free(Figures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Figures, figures_free)

/* All places (Place) that state the quantity, NULL when none does. */
const GArray *figures_places(const Figures *figures, const Quantity *quantity);

/* The first settled figure (not ambiguous) of the quantity; place may be NULL. */
bool figures_amount(const Figures *figures, const Quantity *quantity, Amount *amount, Place *place);

/* The same for a quantity without a code: a line that is labelled as a total states it too, as in a tidy file. */
bool figures_whole(const Figures *figures, const Quantity *quantity, Amount *amount, Place *place);

/* True for what a total is called (合计, 支出总计, total), and for no label. */
bool label_is_total(const char *label);

/*
 * True when a table with a column for this kind of quantity was read, or declared empty, and prints codes of this depth:
 * a figure absent there is then nothing, not unknown.
 */
bool figures_cover(const Figures *figures, const Quantity *quantity);

/*
 * True when a table that has a line for this quantity (使用非财政拨款结余) was read, and prints no figure in it or not the
 * line: the figure is then nothing. Not where the table holds a figure whose line is unknown, or a doubt.
 */
bool figures_line_is_blank(const Figures *figures, const Quantity *quantity);

/*
 * True when the quantity is printed here for sure and is not nothing, while there it is nothing: printed as 0, or absent
 * from tables that cover it.
 */
bool figures_only_here(const Figures *here, const Figures *there, const Quantity *quantity, Amount *amount);

/* The quantities (Quantity*, owned by the index) that are stated, in reading order of their first place. */
const GPtrArray *figures_quantities(const Figures *figures);

/* The department's whole expenditure, else revenue; false when neither is printed for sure. */
bool figures_total(const Figures *figures, Amount *total);

/* A quantity of no code and label, on the stack. */
static inline Quantity quantity_of(Direction direction, Fund fund, const char *measure, const char *code)
{
    return (Quantity){direction, fund, (char *)measure, (char *)code, (char *)""};
}

#endif
