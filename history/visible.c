/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/visible.h"

#include <math.h>
#include <string.h>

/* How often a glyph may be found in an area, all together: areas that lie over one another are work without end. */
#define LOOKS_MOST 20000000

/* A picture of this part of the page is more than an ornament; with this many glyphs on it, it has its text layer. */
#define LARGE_PICTURE 0.3f
#define LAYER_LEAST 8

/* Baselines that differ by less than this part of the size are one line; digits that share more than this are printed over. */
#define ONE_LINE 0.35f
#define OVERLAP 0.4f

/* As in typeset.c: the same character this near is drawn once more to look bold. */
#define DRAWN_TWICE 0.18f

typedef struct {
    float x, y;
    Ink ink;
    bool on_dark, on_picture, covered;
} Spot;

typedef enum { AREA_FILL, AREA_PICTURE } AreaKind;

typedef struct {
    Box box;
    AreaKind kind;
    bool light, covers;
    guint before; /* as many glyphs were drawn before it */
} Area;

struct Visible {
    GArray *spots; /* Spot */
    GArray *areas; /* Area */
    GArray *order; /* guint: the spots from the top down */
    bool has_seen; /* some glyph is seen by its ink */
};

Visible *visible_new(void)
{
    Visible *visible = g_new0(Visible, 1);
    visible->spots = g_array_new(FALSE, FALSE, sizeof(Spot));
    visible->areas = g_array_new(FALSE, FALSE, sizeof(Area));
    visible->order = g_array_new(FALSE, FALSE, sizeof(guint));
    return visible;
}

void visible_free(Visible *visible)
{
    if (visible == NULL)
        return;
    g_array_unref(visible->spots);
    g_array_unref(visible->areas);
    g_array_unref(visible->order);
    g_free(visible);
}

static Spot *spot_at(const Visible *visible, guint index)
{
    return &g_array_index(visible->spots, Spot, index);
}

void visible_add_glyph(Visible *visible, float x, float y, Ink ink)
{
    Spot spot = {.x = x, .y = y, .ink = ink};
    g_array_append_val(visible->spots, spot);
}

void visible_add_fill(Visible *visible, Box box, bool light, bool covers)
{
    Area area = {box, AREA_FILL, light, covers, visible->spots->len};
    g_array_append_val(visible->areas, area);
}

void visible_add_picture(Visible *visible, Box box)
{
    Area area = {.box = box, .kind = AREA_PICTURE, .before = visible->spots->len};
    g_array_append_val(visible->areas, area);
}

/* --- which glyphs are seen --------------------------------------------------------------------------- */

static gint compare_heights(gconstpointer a, gconstpointer b, gpointer data)
{
    const Visible *visible = data;
    float x = spot_at(visible, *(const guint *)a)->y;
    float y = spot_at(visible, *(const guint *)b)->y;
    return x < y ? -1 : x > y;
}

/* The first in order that is not above a height. */
static guint first_from(const Visible *visible, float top)
{
    guint low = 0;
    for (guint high = visible->order->len; low < high;) {
        guint middle = low + (high - low) / 2;
        if (spot_at(visible, g_array_index(visible->order, guint, middle))->y < top)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void lay_over(Spot *spot, const Area *area, bool later)
{
    if (area->kind == AREA_PICTURE)
        spot->on_picture = true; /* above or below: a scanned page may be laid over its text */
    else if (later)
        spot->covered |= area->covers;
    else
        spot->on_dark = !area->light || (spot->on_dark && !area->covers);
}

/* True when it was looked at to the end. */
static bool lay_area(const Visible *visible, const Area *area, guint *looks)
{
    for (guint i = first_from(visible, area->box.top); i < visible->order->len; i++) {
        guint index = g_array_index(visible->order, guint, i);
        Spot *spot = spot_at(visible, index);
        if (spot->y > area->box.bottom)
            break;
        if (++*looks > LOOKS_MOST)
            return false;
        if (spot->x >= area->box.left && spot->x <= area->box.right)
            lay_over(spot, area, index < area->before);
    }
    return true;
}

/* Dark text with nothing laid over it is seen, whatever it stands on: most pages have no other. */
static bool areas_matter(const Visible *visible)
{
    bool faint = false;
    for (guint i = 0; i < visible->spots->len && !faint; i++)
        faint = spot_at(visible, i)->ink != INK_DARK;
    for (guint i = 0; i < visible->areas->len; i++) {
        const Area *area = &g_array_index(visible->areas, Area, i);
        if (faint || area->kind == AREA_PICTURE || (area->covers && area->before > 0))
            return true;
    }
    return false;
}

bool visible_settle(Visible *visible)
{
    guint looks = 0;
    bool all = true;
    bool matter = areas_matter(visible);
    for (guint i = 0; matter && i < visible->spots->len; i++)
        if (isfinite(spot_at(visible, i)->y))
            g_array_append_val(visible->order, i);
    g_array_sort_with_data(visible->order, compare_heights, visible);
    for (guint i = 0; matter && i < visible->areas->len && all; i++)
        all = lay_area(visible, &g_array_index(visible->areas, Area, i), &looks);
    for (guint i = 0; i < visible->spots->len && !visible->has_seen; i++)
        visible->has_seen = spot_at(visible, i)->ink != INK_NONE && visible_sees(visible, i);
    return all;
}

bool visible_sees(const Visible *visible, guint glyph)
{
    const Spot *spot = spot_at(visible, glyph);
    switch (spot->ink) {
    case INK_DARK:
        return !spot->covered || spot->on_picture;
    case INK_LIGHT:
        return spot->on_picture || (spot->on_dark && !spot->covered);
    case INK_NONE:
        return spot->on_picture || !visible->has_seen;
    default:
        return false;
    }
}

bool visible_has_silent_picture(const Visible *visible, float width, float height)
{
    for (guint i = 0; i < visible->areas->len; i++) {
        const Area *area = &g_array_index(visible->areas, Area, i);
        float across = fminf(area->box.right, width) - fmaxf(area->box.left, 0);
        float down = fminf(area->box.bottom, height) - fmaxf(area->box.top, 0);
        if (area->kind != AREA_PICTURE || across <= 0 || down <= 0 || across * down < LARGE_PICTURE * width * height)
            continue;
        guint on_it = 0;
        for (guint k = 0; k < visible->spots->len && on_it < LAYER_LEAST; k++)
            on_it += spot_at(visible, k)->on_picture && visible_sees(visible, k);
        if (on_it < LAYER_LEAST)
            return true;
    }
    return false;
}

/* --- what is printed over other figures -------------------------------------------------------------- */

static gint compare_lefts(gconstpointer a, gconstpointer b, gpointer data)
{
    const Marks *marks = data;
    float x = marks_glyph(marks, *(const guint *)a)->left;
    float y = marks_glyph(marks, *(const guint *)b)->left;
    return x < y ? -1 : x > y;
}

static GArray *digits_from_left(Marks *marks)
{
    GArray *digits = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < marks->glyphs->len; i++)
        if (character_is_digit(marks_glyph(marks, i)->character) && isfinite(marks_glyph(marks, i)->left))
            g_array_append_val(digits, i);
    g_array_sort_with_data(digits, compare_lefts, marks);
    return digits;
}

static bool is_printed_over(const Glyph *a, const Glyph *b)
{
    float size = fminf(a->size, b->size);
    if (fabsf(a->base - b->base) > ONE_LINE * size)
        return false;
    if (a->character == b->character && fabsf(a->left - b->left) <= DRAWN_TWICE * size &&
        fabsf(a->base - b->base) <= DRAWN_TWICE * size)
        return false;
    float narrower = fminf(a->right - a->left, b->right - b->left);
    return fminf(a->right, b->right) - fmaxf(a->left, b->left) > OVERLAP * narrower && narrower > 0;
}

static bool is_of_figure(const Glyph *glyph)
{
    return character_is_digit(glyph->character) || glyph->character == '.' || glyph->character == ',';
}

/* True when two glyphs drawn one after the other belong to one figure. */
static bool is_one_figure(const Glyph *before, const Glyph *glyph)
{
    return is_of_figure(before) && is_of_figure(glyph) && fabsf(glyph->base - before->base) < ONE_LINE * glyph->size &&
           fabsf(glyph->left - before->right) < ONE_LINE * glyph->size;
}

static void mark_whole_figures(const Marks *marks, bool *blotted)
{
    guint count = marks->glyphs->len;
    for (guint i = 1; i < count; i++)
        blotted[i] |= blotted[i - 1] && is_one_figure(marks_glyph(marks, i - 1), marks_glyph(marks, i));
    for (guint i = count; i-- > 1;)
        blotted[i - 1] |= blotted[i] && is_one_figure(marks_glyph(marks, i - 1), marks_glyph(marks, i));
}

guint marks_blot_overprinted(Marks *marks, GString *what)
{
    g_autoptr(GArray) digits = digits_from_left(marks);
    g_autofree bool *blotted = g_new0(bool, marks->glyphs->len + 1);
    guint looks = 0, count = 0;
    for (guint i = 0; i < digits->len; i++) {
        guint at = g_array_index(digits, guint, i);
        const Glyph *glyph = marks_glyph(marks, at);
        for (guint k = i + 1; k < digits->len && ++looks < LOOKS_MOST; k++) {
            guint other = g_array_index(digits, guint, k);
            if (marks_glyph(marks, other)->left >= glyph->right)
                break;
            if (is_printed_over(glyph, marks_glyph(marks, other)))
                blotted[at] = blotted[other] = true;
        }
    }
    mark_whole_figures(marks, blotted);
    for (guint i = 0; i < marks->glyphs->len; i++) {
        if (!blotted[i])
            continue;
        Glyph *glyph = &g_array_index(marks->glyphs, Glyph, i);
        if (what->len > 0 && (!blotted[i - (i > 0)] || fabsf(glyph->left - marks_glyph(marks, i - 1)->right) > glyph->size))
            g_string_append_c(what, ' ');
        g_string_append_unichar(what, glyph->character);
        glyph->character = BLOT;
        count++;
    }
    return count;
}
