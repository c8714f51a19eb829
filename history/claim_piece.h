/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph cut into clauses at its punctuation. */
#ifndef HISTORY_CLAIM_PIECE_H
#define HISTORY_CLAIM_PIECE_H

#include <glib.h>

/* The marks that end clauses. */
#define MARK_COMMA 0xff0c
#define MARK_STOP 0x3002
#define MARK_SEMICOLON 0xff1b
#define MARK_COLON 0xff1a

/* A clause of a paragraph and the mark that ends it (0 at the end of the paragraph). */
typedef struct {
    char *text;
    gsize start, end; /* bytes of the paragraph, the mark included */
    gunichar mark;
} Piece;

/* Cuts at ，。；： outside brackets, and at 、 after an amount (a list of parts). An array of Piece that frees them. */
GArray *pieces_of_paragraph(const char *text);

/* The text up to its first full stop, or its beginning where that is far away. The caller frees it. */
char *rest_of_sentence(const char *text);

#endif
