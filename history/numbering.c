/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/numbering.h"

#include <string.h>

#define LEVELS 9
#define BASED_ON_MAX 16

typedef struct {
    guint start;
    bool legal;     /* all its numbers are written in digits */
    char *format;   /* NULL: this level is not defined */
    char *text;     /* "%1、" */
    char *style;    /* the paragraph style that stands for this level, or NULL */
} Level;

/* The look of a list, and where its counting is. */
typedef struct {
    Level levels[LEVELS];
    guint counts[LEVELS]; /* 0: not begun */
} ListLook;

/* A list of a document: one of the looks, or one that begins anew with it. */
typedef struct {
    int look;
    bool own_count; /* it restarts: it counts by itself */
    guint starts[LEVELS]; /* 0: as its look says */
    guint counts[LEVELS];
} List;

typedef struct {
    int list, level; /* -1: not stated */
    char *based_on;
} Style;

struct Numbering {
    GHashTable *looks;  /* number -> ListLook */
    GHashTable *lists;  /* number -> List */
    GHashTable *styles; /* name -> Style */
};

static void look_free(gpointer data)
{
    ListLook *look = data;
    for (int i = 0; i < LEVELS; i++) {
        g_free(look->levels[i].format);
        g_free(look->levels[i].text);
        g_free(look->levels[i].style);
    }
    g_free(look);
}

static void style_free(gpointer data)
{
    Style *style = data;
    g_free(style->based_on);
    g_free(style);
}

void numbering_free(Numbering *numbering)
{
    if (numbering == NULL)
        return;
    g_hash_table_unref(numbering->looks);
    g_hash_table_unref(numbering->lists);
    g_hash_table_unref(numbering->styles);
    g_free(numbering);
}

static int value(const Markup *markup, int otherwise)
{
    return markup_number(markup, "val", otherwise);
}

static void set_text(char **text, const Markup *markup)
{
    const char *given = markup_attribute(markup, "val");
    g_free(*text);
    *text = g_strdup(given != NULL ? given : "");
}

/* An element inside <w:lvl>. */
static void read_level(Level *level, const Markup *markup)
{
    if (markup_is(markup, "start"))
        level->start = (guint)MAX(value(markup, 1), 0);
    else if (markup_is(markup, "numFmt"))
        set_text(&level->format, markup);
    else if (markup_is(markup, "lvlText"))
        set_text(&level->text, markup);
    else if (markup_is(markup, "pStyle"))
        set_text(&level->style, markup);
    else if (markup_is(markup, "isLgl"))
        level->legal = true;
}

/* What of numbering.xml is at work. */
typedef struct {
    ListLook *look;
    Level *level;
    List *list;
    int override; /* the level that is overridden, or -1 */
} Place;

static int level_number(const Markup *markup)
{
    int level = markup_number(markup, "ilvl", -1);
    return level >= 0 && level < LEVELS ? level : -1;
}

static void open_look(Numbering *numbering, const Markup *markup, Place *place)
{
    *place = (Place){.look = g_new0(ListLook, 1), .override = -1};
    g_hash_table_insert(numbering->looks, GINT_TO_POINTER(markup_number(markup, "abstractNumId", -1)), place->look);
}

static void open_list(Numbering *numbering, const Markup *markup, Place *place)
{
    *place = (Place){.list = g_new0(List, 1), .override = -1};
    place->list->look = -1;
    g_hash_table_insert(numbering->lists, GINT_TO_POINTER(markup_number(markup, "numId", -1)), place->list);
}

static void open_in_numbering(Numbering *numbering, const Markup *markup, Place *place)
{
    if (markup_is(markup, "abstractNum")) {
        open_look(numbering, markup, place);
    } else if (markup_is(markup, "num")) {
        open_list(numbering, markup, place);
    } else if (place->look != NULL && markup_is(markup, "lvl")) {
        int level = level_number(markup);
        place->level = level >= 0 ? &place->look->levels[level] : NULL;
        if (place->level != NULL)
            place->level->start = 1;
    } else if (place->look != NULL && place->level != NULL) {
        read_level(place->level, markup);
    } else if (place->list != NULL && markup_is(markup, "abstractNumId")) {
        place->list->look = value(markup, -1);
    } else if (place->list != NULL && markup_is(markup, "lvlOverride")) {
        place->override = level_number(markup);
    } else if (place->list != NULL && markup_is(markup, "startOverride") && place->override >= 0) {
        place->list->own_count = true;
        place->list->starts[place->override] = (guint)MAX(value(markup, 1), 0);
    }
}

static bool read_numbering(Numbering *numbering, Office *office, const char *member, GError **error)
{
    g_autoptr(Markup) markup = office_part(office, member, error);
    if (markup == NULL)
        return false;
    Place place = {.override = -1};
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;) {
        if (event == MARKUP_OPEN)
            open_in_numbering(numbering, markup, &place);
        else if (event == MARKUP_CLOSE && markup_is(markup, "lvl"))
            place.level = NULL;
    }
    return markup_ended_well(markup, error);
}

static bool read_styles(Numbering *numbering, Office *office, const char *member, GError **error)
{
    g_autoptr(Markup) markup = office_part(office, member, error);
    if (markup == NULL)
        return false;
    Style *style = NULL;
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;) {
        if (event == MARKUP_CLOSE && markup_is(markup, "style"))
            style = NULL;
        if (event != MARKUP_OPEN)
            continue;
        const char *name = markup_is(markup, "style") ? markup_attribute(markup, "styleId") : NULL;
        if (name != NULL) {
            style = g_new0(Style, 1);
            style->list = style->level = -1;
            g_hash_table_insert(numbering->styles, g_strdup(name), style);
        } else if (style != NULL && markup_is(markup, "basedOn")) {
            set_text(&style->based_on, markup);
        } else if (style != NULL && markup_is(markup, "numId")) {
            style->list = value(markup, -1);
        } else if (style != NULL && markup_is(markup, "ilvl")) {
            style->level = value(markup, -1);
        }
    }
    return markup_ended_well(markup, error);
}

Numbering *numbering_from_office(Office *office, GError **error)
{
    g_autoptr(Numbering) numbering = g_new0(Numbering, 1);
    numbering->looks = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, look_free);
    numbering->lists = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    numbering->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
    const char *lists = office_member(office, "numbering");
    const char *styles = office_member(office, "styles");
    if (lists == NULL)
        return g_steal_pointer(&numbering);
    if (!read_numbering(numbering, office, lists, error) ||
        (styles != NULL && !read_styles(numbering, office, styles, error)))
        return NULL;
    return g_steal_pointer(&numbering);
}

/* The list that a style, or one it is based on, puts its paragraphs in; *owner is the style that says so. */
static const Style *style_in_list(const Numbering *numbering, const char *name, const char **owner)
{
    for (int steps = 0; name != NULL && steps < BASED_ON_MAX; steps++) {
        const Style *style = g_hash_table_lookup(numbering->styles, name);
        if (style == NULL)
            return NULL;
        *owner = name;
        if (style->list >= 0)
            return style;
        name = style->based_on;
    }
    return NULL;
}

/* A style in a list stands for the level that names it. */
static int level_of_style(const ListLook *look, const char *style)
{
    for (int i = 0; style != NULL && i < LEVELS; i++)
        if (look->levels[i].style != NULL && g_str_equal(look->levels[i].style, style))
            return i;
    return 0;
}

static guint start_of(const List *list, const ListLook *look, int level)
{
    return list->starts[level] > 0 ? list->starts[level] : look->levels[level].start;
}

/* Counts one more at a level; deeper levels begin again, higher ones that were passed over have begun. */
static void count(const List *list, const ListLook *look, guint *counts, int level)
{
    for (int i = 0; i < level; i++)
        if (counts[i] == 0)
            counts[i] = start_of(list, look, i);
    counts[level] = counts[level] == 0 ? start_of(list, look, level) : counts[level] + 1;
    for (int i = level + 1; i < LEVELS; i++)
        counts[i] = 0;
}

/* "第%1条" and the counts -> "第三条". */
static char *write_number(const ListLook *look, const guint *counts, int level)
{
    const Level *own = &look->levels[level];
    if (own->format == NULL || own->text == NULL || g_str_equal(own->format, "bullet") || g_str_equal(own->format, "none"))
        return g_strdup("");
    GString *out = g_string_new("");
    for (const char *at = own->text; *at != '\0'; at++) {
        int of = at[0] == '%' && at[1] >= '1' && at[1] <= '9' ? at[1] - '1' : -1;
        if (of < 0) {
            g_string_append_c(out, *at);
            continue;
        }
        const char *format = look->levels[of].format;
        g_autofree char *ordinal = ordinal_text(counts[of], own->legal || format == NULL ? "decimal" : format);
        g_string_append(out, ordinal);
        at++;
    }
    return g_string_free(out, FALSE);
}

char *numbering_next(Numbering *numbering, int list, int level, const char *style)
{
    const char *owner = NULL;
    const Style *in_list = list < 0 ? style_in_list(numbering, style, &owner) : NULL;
    if (in_list != NULL) {
        list = in_list->list;
        level = level < 0 ? in_list->level : level;
    }
    List *of = g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(list));
    ListLook *look = of != NULL ? g_hash_table_lookup(numbering->looks, GINT_TO_POINTER(of->look)) : NULL;
    if (look == NULL || list <= 0)
        return g_strdup("");
    if (level < 0)
        level = level_of_style(look, owner != NULL ? owner : style);
    level = CLAMP(level, 0, LEVELS - 1);
    guint *counts = of->own_count ? of->counts : look->counts;
    count(of, look, counts, level);
    return write_number(look, counts, level);
}
