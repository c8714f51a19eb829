/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a filing says beside money by subject: head counts, what is owned, performance targets with their weights.
 */
#ifndef HISTORY_PARTICULARS_H
#define HISTORY_PARTICULARS_H

#include "history/narrative.h"

/* Fills filing->staff, ->items and ->targets. */
void particulars_from_narrative(const Document *document, const Narrative *narrative, Filing *filing);

#endif
