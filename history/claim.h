/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences -> claims: subject, amount, share, change against what, growth, completion, reason.
 *
 * A paragraph is cut into clauses at its punctuation; each clause says one thing about the subject in hand: its
 * amount, its share, how it changed, by how much percent, why. A clause that names another subject with a figure
 * begins the next claim. Subjects are named in full, in part, or carried from the clause before.
 */
#ifndef HISTORY_CLAIM_H
#define HISTORY_CLAIM_H

#include "history/narrative.h"

/* Appends the claims of the narrative, and the sums its sentences name, to the filing. Its tables are read already. */
void claims_from_narrative(const Document *document, const Narrative *narrative, Filing *filing);

#endif
