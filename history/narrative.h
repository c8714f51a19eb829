/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The running text of a filing as paragraphs, each with the section it stands in. Lines are joined over line ends,
 * pages and page numbers; spaces go. A paragraph remembers which line each of its characters came from.
 */
#ifndef HISTORY_NARRATIVE_H
#define HISTORY_NARRATIVE_H

#include "history/outline.h"

typedef struct {
    char *text;      /* squeezed */
    char *section;   /* 五（三）; "" before the first */
    char *heading;   /* of the section (一、…), squeezed */
    char *subheading; /* of the （一） below it, "" without one */
    bool is_heading;
    int part; /* of the filing: 第三部分 is 3, 0 before the first */
    GArray *starts; /* ParagraphStart: where each line begins */
} Paragraph;

typedef struct {
    gsize offset; /* byte of text */
    guint line;   /* of the document */
} ParagraphStart;

/* Paragraph elements; `targets_from` is the line where the performance target table begins (G_MAXUINT without one). */
typedef struct {
    GPtrArray *paragraphs;
    guint targets_from, targets_to;
    char *all; /* every paragraph, one after the other: to look names up in */
} Narrative;

Narrative *narrative_from_document(const Document *document, const Outline *outline);
void narrative_free(Narrative *narrative);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Narrative, narrative_free)

/* The document's line that a byte of the paragraph came from. */
guint paragraph_line(const Paragraph *paragraph, gsize offset);

/* The line that a match in the paragraph's text begins on. */
const Line *line_of_match(const Document *document, const Paragraph *paragraph, const GMatchInfo *match);

#endif
