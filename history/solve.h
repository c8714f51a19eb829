/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cell solver: which columns do a row's figures stand in, when the blanks between them are lost?
 *
 * A row of k figures in a table of n columns can be placed in as many ways as there are k-subsets of the columns.
 * What decides is arithmetic, with the rounding slack of printed digits:
 *
 *   - a row is the sum of its columns (the form's identities);
 *   - a parent is the sum of its children, column by column; a blank is nothing;
 *   - the same quantity is printed elsewhere in the filing (given as SolveSum);
 *   - where the text keeps a layout, the figure stands near its column.
 *
 * Every placement is charged for what it breaks; the cheapest ones are kept, all of them. A figure that stands in
 * the same column in every cheapest placement is settled; how it was settled is its proof. A fault of
 * the document is so read as it stands: it breaks the same rule however the blanks are placed.
 *
 * Families (a parent and its children) are solved from the top down, each exactly, by branch and bound.
 */
#ifndef HISTORY_SOLVE_H
#define HISTORY_SOLVE_H

#include "history/form.h"

#define SOLVE_READINGS_MAX 4

/* What is known from elsewhere: the figures in some columns add up to an amount (or to no more than it). */
typedef struct {
    struct {
        guint32 columns;
        Amount value; /* step 0: exactly this, which for 0 means nothing is printed */
    } readings[SOLVE_READINGS_MAX]; /* any of them may hold */
    int reading_count;
    bool at_most;
    bool soft; /* breaks ties only: what it settles is likely, not proved */
} SolveSum;

/* Where one figure ended up. */
typedef struct {
    int column;
    Proof proof;
    guint32 alternatives; /* other columns it may stand in */
} SolvePlace;

typedef struct {
    int parent;            /* index of the parent row, -1 for none; parents stand before their children */
    int count;             /* figures */
    const Amount *figures; /* in printed order; a dash is a zero with step 0 */
    const int *nearest;    /* column of each figure by layout, -1 where it gives none; NULL without a layout */
    const SolveSum *sums;
    int sum_count;
    SolvePlace *places; /* out: one a figure */
    bool readable;      /* out: false when there are more figures than columns, or too many ways to try */
} SolveRow;

typedef struct {
    SolveRow *rows;
    int row_count;
    int column_count;
    const RowIdentity *identities;
    int identity_count;
    guint32 usual; /* columns named first where several placements fit: the figure stays ambiguous */
} SolveTask;

void solve_places(SolveTask *task);

/* False when the columns that layout gives break the identities of more than a quarter of the rows it places whole. */
bool solve_layout_holds(const SolveTask *task);

#endif
