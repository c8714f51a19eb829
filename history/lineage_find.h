/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the links of one step, from last year's filing to this one (history/lineage.h). */
#ifndef HISTORY_LINEAGE_FIND_H
#define HISTORY_LINEAGE_FIND_H

#include "history/lineage.h"

void link_free(Link *link);

/*
 * Appends the links (Link) of the step. `before` is the filing of the year before, of the same kind and scope, NULL when there
 * is none: then only what the text states is found. `rows`: the user's (LineageRow), may be NULL.
 */
void lineage_find(GPtrArray *links, const Filing *before, const Filing *now, const GPtrArray *rows, const Thresholds *thresholds);

/*
 * True when two printed names of one code may mean the same: one holds the other, the dictionary has both for the code
 * without a change of meaning, or they share a word beyond those that any subject's name holds (支出, 其他).
 */
bool names_may_be_one(const char *code, const char *earlier, const char *later);

#endif
