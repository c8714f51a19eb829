/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step that links are found in, and the links that only figures show (history/lineage_find.h). */
#ifndef HISTORY_LINEAGE_SUMS_H
#define HISTORY_LINEAGE_SUMS_H

#include "history/figures.h"
#include "history/lineage.h"

/* One step from last year's filing to this one, while its links are found. */
typedef struct {
    GPtrArray *links; /* Link; those of this step from index `first` on */
    guint first;
    const Filing *before, *now;
    Figures *then, *today; /* of both; NULL without a filing before */
    GPtrArray *gone, *come; /* Quantity of theirs with a code: printed in one of them for sure, not in the other */
} LineageStep;

/* A new link of the step; its names are found, its amount and evidence are set by the caller. */
Link *lineage_step_add(LineageStep *step, LinkKind kind, LinkOrigin origin, const Quantity *quantity, const char *from,
                       const char *to);

/* The name of a code as the figures' tables print it for this kind of quantity, else the dictionary's. The caller frees it. */
char *lineage_step_name(const LineageStep *step, const Figures *figures, const Quantity *quantity, const char *code, int year);

/* True when the step has a link of this kind of quantity from and to these codes (NULL: any). */
bool lineage_step_has(const LineageStep *step, const Quantity *quantity, const char *from, const char *to);

/*
 * Last year's figure, as this year's sentence implies it (amount - change), that is not last year's own:
 *   - but is the sum of it and of subjects that are gone: these went over into it, whole;
 *   - or differs by just as much as another subject's differs the other way: so much moved between the two.
 * Only where one such explanation fits, within what the printed digits allow. With many subjects gone some sum fits any
 * difference: such links are not confirmed. `certain`: those that are; else, of what is left then, those that are not.
 */
void lineage_follow_sums(LineageStep *step, bool certain);

/* The base that a claim implies, with the step of both figures together; false when it gives no change from that. */
bool lineage_base(const Claim *claim, Against against, Amount *implied);

/*
 * The base that a claim implies, with the step of both figures together, and the figure filed a year before: nothing where
 * its tables cover the subject and print none. False when either is not known.
 */
bool lineage_bases(const Figures *then, const Claim *claim, Against against, Amount *implied, Amount *filed);

#endif
