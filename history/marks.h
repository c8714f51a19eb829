/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is drawn on a page that has geometry: glyphs and ruling lines, in points, the origin at the top left, upright as
 * a reader holds the page. A reader of pages (paper_pdf.c) makes Marks, layout.h makes lines and grids of them.
 */
#ifndef HISTORY_MARKS_H
#define HISTORY_MARKS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    float left, right; /* of its advance */
    float base;        /* of its baseline */
    float size;        /* of its font */
    gunichar character;
} Glyph;

/* A straight line: at y = `at` from x = `from` to `to` when level, else at x = `at` from y. */
typedef struct {
    float at, from, to;
    bool level;
} Stroke;

typedef struct {
    float width, height;
    GArray *glyphs;  /* Glyph, in the order they are drawn */
    GArray *strokes; /* Stroke */
    GArray *clips;   /* Stroke: edges of clipping rectangles; where nothing else is drawn they may be a table's cells */
    bool has_pictures;
} Marks;

Marks *marks_new(float width, float height);
void marks_free(Marks *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Marks, marks_free)

static inline const Glyph *marks_glyph(const Marks *marks, guint index)
{
    return &g_array_index(marks->glyphs, Glyph, index);
}

/* As g_unichar_isdigit(), which looks every character up: ASCII is most figures, and no ideograph is a digit. */
static inline bool character_is_digit(gunichar character)
{
    if (character < 0x80)
        return g_ascii_isdigit((char)character);
    return (character < 0x2e80 || character > 0x9fff) && g_unichar_isdigit(character);
}

/* Places in order, for g_array_sort(). */
static inline gint compare_floats(gconstpointer a, gconstpointer b)
{
    float x = *(const float *)a;
    float y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* How high the middle of a glyph stands: Chinese type fills the square above and a little below its baseline. */
static inline float glyph_middle(const Glyph *glyph)
{
    return glyph->base - 0.36f * glyph->size;
}

#endif
