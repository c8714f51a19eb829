/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML as the parts of XLSX and DOCX are written in, read from start to end: elements, attributes and texts by their local
 * names. No entities, no document type, no network, nothing opened; nesting is bounded by the parser.
 *
 *     g_autoptr(Markup) markup = markup_from_bytes(bytes, "xl/workbook.xml");
 *     for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;)
 *         if (event == MARKUP_OPEN && markup_is(markup, "sheet"))
 *             … markup_attribute(markup, "name") …
 *     return markup_ended_well(markup, error);
 *
 * Every element that opens also closes, an empty one too.
 */
#ifndef HISTORY_MARKUP_H
#define HISTORY_MARKUP_H

#include <glib.h>
#include <stdbool.h>

typedef enum { MARKUP_OPEN, MARKUP_CLOSE, MARKUP_TEXT, MARKUP_END } MarkupEvent;

typedef struct Markup Markup;

/* Takes a reference of the bytes; `name` is said in errors. Never NULL: what is wrong shows at the end. */
Markup *markup_from_bytes(GBytes *bytes, const char *name);
void markup_free(Markup *markup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Markup, markup_free)

/* The next event; MARKUP_END at the end and at the first fault, and from then on. */
MarkupEvent markup_next(Markup *markup);

/* The local name of the element that opened or closed; the text. Both until the next markup_next(). */
bool markup_is(const Markup *markup, const char *name);
const char *markup_text(const Markup *markup);

/* An attribute of the element that opened, by its local name; NULL when it has none. Until the next markup_next(). */
const char *markup_attribute(const Markup *markup, const char *name);

/* The same as a whole number, or `otherwise` when it is absent or none. */
int markup_number(const Markup *markup, const char *name, int otherwise);

/* How many elements are open; right after one opened it counts too. */
int markup_depth(const Markup *markup);

/*
 * The next element that opens inside another, at any depth, unless it was passed over already; false when that one has
 * closed, and at the end. `depth` is markup_depth() right after the outer one opened:
 *
 *     for (int depth = markup_depth(markup); markup_next_inside(markup, depth);)
 *         if (markup_is(markup, "cell"))
 *             … reads the cell up to its close, or skips it …
 */
bool markup_next_inside(Markup *markup, int depth);

/* Of an element that opened: passes over all of it. */
void markup_skip(Markup *markup);

/* Of an element that opened: appends all text in it, and passes over it. */
void markup_collect(Markup *markup, GString *out);

/* False with YUSUAN_ERROR_INPUT when the end came by a fault: not well-formed, or it has a document type. */
bool markup_ended_well(const Markup *markup, GError **error);

/* Does what the parser must do once, before threads, and before files may no longer be opened. */
void markup_prepare(void);

#endif
