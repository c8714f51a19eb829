/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a page's text its reader sees. A file also holds text that is covered by a box, white on white paper, transparent,
 * clipped away or beside the page: a figure nobody can see is none that was published.
 *
 * Glyphs, filled areas and pictures are told in the order they are drawn, by their places on the page as it lies in the
 * file; after visible_settle() each glyph is known by its number, counted from 0.
 */
#ifndef HISTORY_VISIBLE_H
#define HISTORY_VISIBLE_H

#include <glib.h>
#include <stdbool.h>

#include "history/marks.h"

typedef struct {
    float left, top, right, bottom;
} Box;

/* How a glyph is drawn. */
typedef enum {
    INK_DARK,
    INK_LIGHT, /* as light as paper: seen on something darker, or on a picture */
    INK_NONE,  /* not at all: the text layer of a picture; without one, seen where a page shows no other text */
    INK_LOST,  /* transparent, clipped away, beside the page */
} Ink;

typedef struct Visible Visible;

Visible *visible_new(void);
void visible_free(Visible *visible);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Visible, visible_free)

void visible_add_glyph(Visible *visible, float x, float y, Ink ink);

/* `covers`: nothing below its box is seen; false also where the area is less than its box. */
void visible_add_fill(Visible *visible, Box box, bool light, bool covers);
void visible_add_picture(Visible *visible, Box box);

/* False when so much lies over one another that it was not looked at to the end: what was not is held to be seen. */
bool visible_settle(Visible *visible);
bool visible_sees(const Visible *visible, guint glyph);

/* True when a picture takes a good part of the page and no text that is seen stands on it: it was scanned, or is a chart. */
bool visible_has_silent_picture(const Visible *visible, float width, float height);

/* What no reader can read stands as this in a text: no amount holds it. */
#define BLOT 0x25a0

/*
 * Makes blots of figures that are printed over other figures. Those that are drawn twice to look bold are none. Returns how
 * many glyphs, and appends the figures, as they were drawn, to `what`.
 */
guint marks_blot_overprinted(Marks *marks, GString *what);

#endif
