/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subjects of sentences mean: the words of schema/data/phrases.tsv. */
#ifndef HISTORY_PHRASE_H
#define HISTORY_PHRASE_H

#include "schema/filing.h"

typedef struct {
    Direction direction;
    Fund fund;
    const char *measure;
    const char *name;
} Phrase;

/*
 * The quantity that a subject without quotes and spaces means in a filing of this kind, in a section with this heading
 * (heading and subheading joined). Endings such as 预算数为 are taken off one by one until a phrase fits. False when none does.
 */
bool phrase_from_subject(Kind kind, const char *heading, const char *subject, Phrase *phrase);

#endif
