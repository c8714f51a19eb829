/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list numbers that a DOCX has a word processor write: 一、 （一） 1. ① before headings, which are not in the text.
 * Known from numbering.xml (what a list's levels look like), styles.xml (which paragraph styles are in a list), and counted
 * while the paragraphs pass.
 */
#ifndef HISTORY_NUMBERING_H
#define HISTORY_NUMBERING_H

#include "history/office.h"

typedef struct Numbering Numbering;

/* Reads the two parts as far as the document has them. Fails with YUSUAN_ERROR_INPUT. */
Numbering *numbering_from_office(Office *office, GError **error);
void numbering_free(Numbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Numbering, numbering_free)

/*
 * The number before the next paragraph, "" when it has none; counts it. `list` and `level` as the paragraph states them,
 * -1 where it does not; `style` is its paragraph style or NULL. The caller frees it.
 */
char *numbering_next(Numbering *numbering, int list, int level, const char *style);

/* A number as a format of WordprocessingML writes it: 12 is "12", "十二", "xii", "⑫". The caller frees it. */
char *ordinal_text(guint number, const char *format);

#endif
