/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colour by meaning. What a colour says is always said by a word, a sign or a mark as well: a reader
 * without colours loses nothing.
 */
#ifndef CMD_MEANING_H
#define CMD_MEANING_H

#include <stdbool.h>

typedef enum {
    MEANING_NONE,
    MEANING_GOOD,    /* explained, accepted */
    MEANING_NOTICE,  /* worth a look; the row that is spoken of */
    MEANING_WARNING, /* in part explained, not beyond doubt */
    MEANING_ERROR,   /* cannot be right, unexplained */
    MEANING_WORST,   /* contradicted by what the filing itself says */
    MEANING_UP,      /* growth; neither good nor bad */
    MEANING_DOWN,
    MEANING_FAINT,
    MEANING_HEADING,
} Meaning;

/* What to print before and after a text, "" without colour. */
const char *meaning_begin(Meaning meaning, bool color);
const char *meaning_end(Meaning meaning, bool color);

/* The sign of a figure. */
Meaning meaning_of_change(double change);

#endif
