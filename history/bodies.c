/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/bodies.h"

#include <string.h>

#include "history/body_name.h"
#include "schema/language.h"

typedef struct {
    const char *name;
    guint count;
    GPtrArray *like; /* NameUse: the names that match it */
    bool ambiguous;
    Body *body;
} NameUse;

static void name_use_free(gpointer data)
{
    NameUse *use = data;
    g_ptr_array_unref(use->like);
    g_free(use);
}

static void body_free(gpointer data)
{
    Body *body = data;
    g_free(body->name);
    g_ptr_array_unref(body->names);
    g_ptr_array_unref(body->notes);
    g_free(body);
}

static gint compare_uses(gconstpointer a, gconstpointer b)
{
    return strcmp((*(NameUse *const *)a)->name, (*(NameUse *const *)b)->name);
}

static gint compare_bodies(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Body *const *)a)->name, (*(Body *const *)b)->name);
}

static GPtrArray *uses_from_counts(GHashTable *counts)
{
    GPtrArray *uses = g_ptr_array_new_with_free_func(name_use_free);
    GHashTableIter iter;
    gpointer name;
    gpointer count;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &name, &count)) {
        NameUse *use = g_new0(NameUse, 1);
        use->name = name;
        use->count = GPOINTER_TO_UINT(count);
        use->like = g_ptr_array_new();
        g_ptr_array_add(uses, use);
    }
    g_ptr_array_sort(uses, compare_uses);
    return uses;
}

/* The names by what they are in short: short form -> GPtrArray of NameUse. */
static GHashTable *uses_by_short_form(const GPtrArray *uses, GPtrArray *shorts)
{
    GHashTable *by_short = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < uses->len; i++) {
        char *text = body_name_in_short(((NameUse *)g_ptr_array_index(uses, i))->name);
        g_ptr_array_add(shorts, text);
        GPtrArray *same = g_hash_table_lookup(by_short, text);
        if (same == NULL) {
            same = g_ptr_array_new();
            g_hash_table_insert(by_short, text, same);
        }
        g_ptr_array_add(same, g_ptr_array_index(uses, i));
    }
    return by_short;
}

/* Two names of one short form meet twice, and count once. */
static void match_use(NameUse *use, const GPtrArray *others, bool same_form)
{
    for (guint k = 0; others != NULL && k < others->len; k++) {
        NameUse *other = g_ptr_array_index(others, k);
        if (other == use || (same_form && strcmp(other->name, use->name) > 0) || !body_names_match(use->name, other->name))
            continue;
        g_ptr_array_add(use->like, other);
        g_ptr_array_add(other->like, use);
    }
}

/*
 * A name in short ends in every name that it matches: so those that may match are found by the endings of a name, a few
 * look-ups each. To compare all that end alike (县财政局) would take hours for the counties of a nation.
 */
static void match_uses(const GPtrArray *uses)
{
    g_autoptr(GPtrArray) shorts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) by_short = uses_by_short_form(uses, shorts);
    for (guint i = 0; i < uses->len; i++) {
        const char *text = g_ptr_array_index(shorts, i);
        for (const char *ending = text; *ending != '\0'; ending = g_utf8_next_char(ending))
            match_use(g_ptr_array_index(uses, i), g_hash_table_lookup(by_short, ending), ending == text);
    }
    for (guint i = 0; i < uses->len; i++)
        g_ptr_array_sort(((NameUse *)g_ptr_array_index(uses, i))->like, compare_uses);
}

/* A name is ambiguous when two that match it do not match each other. */
static void find_ambiguous(const GPtrArray *uses)
{
    for (guint i = 0; i < uses->len; i++) {
        NameUse *use = g_ptr_array_index(uses, i);
        for (guint a = 0; a < use->like->len && !use->ambiguous; a++)
            for (guint b = a + 1; b < use->like->len && !use->ambiguous; b++)
                use->ambiguous = !body_names_match(((NameUse *)g_ptr_array_index(use->like, a))->name,
                                                   ((NameUse *)g_ptr_array_index(use->like, b))->name);
    }
}

static void take_name(Body *body, NameUse *use)
{
    use->body = body;
    g_ptr_array_add(body->names, g_strdup(use->name));
}

/* The first of the most printed, longest names. */
static bool is_better(const NameUse *use, const NameUse *best)
{
    if (use->count != best->count)
        return use->count > best->count;
    return strlen(use->name) > strlen(best->name);
}

/* The names that match a name without ambiguity match each other: with it they are one body. */
static Body *body_from_use(NameUse *use)
{
    Body *body = g_new0(Body, 1);
    body->names = g_ptr_array_new_with_free_func(g_free);
    body->notes = g_ptr_array_new();
    const NameUse *best = use;
    take_name(body, use);
    for (guint i = 0; i < use->like->len && !use->ambiguous; i++) {
        NameUse *other = g_ptr_array_index(use->like, i);
        if (other->ambiguous)
            continue;
        take_name(body, other);
        if (is_better(other, best))
            best = other;
    }
    body->name = g_strdup(best->name);
    return body;
}

static char *join_quoted(const GPtrArray *names, const char *between)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(out, say("%s“%s”", "%s\"%s\""), i > 0 ? between : "",
                               (const char *)g_ptr_array_index(names, i));
    return g_string_free(out, FALSE);
}

static void note_joined(Bodies *bodies, Body *body)
{
    if (body->names->len < 2)
        return;
    g_autofree char *names = join_quoted(body->names, say("与", " and "));
    char *note = g_strdup_printf(say("%s按同一部门处理", "%s are taken for one department"), names);
    g_ptr_array_add(bodies->notes, note);
    g_ptr_array_add(body->notes, note);
}

static void note_ambiguous(Bodies *bodies, const NameUse *use)
{
    if (!use->ambiguous)
        return;
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < use->like->len; i++)
        g_ptr_array_add(others, (gpointer)((NameUse *)g_ptr_array_index(use->like, i))->name);
    g_autofree char *names = join_quoted(others, say("或", " or "));
    char *note = g_strdup_printf(say("“%s”可能是%s，没有合并", "\"%s\" may be %s: it was joined with none"), use->name, names);
    g_ptr_array_add(bodies->notes, note);
    g_ptr_array_add(use->body->notes, note);
    for (guint i = 0; i < use->like->len; i++) {
        GPtrArray *notes = ((NameUse *)g_ptr_array_index(use->like, i))->body->notes;
        if (!g_ptr_array_find(notes, note, NULL))
            g_ptr_array_add(notes, note);
    }
}

Bodies *bodies_from_names(GHashTable *counts)
{
    Bodies *bodies = g_new0(Bodies, 1);
    bodies->list = g_ptr_array_new_with_free_func(body_free);
    bodies->notes = g_ptr_array_new_with_free_func(g_free);
    bodies->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) uses = uses_from_counts(counts);
    match_uses(uses);
    find_ambiguous(uses);
    for (guint i = 0; i < uses->len; i++) {
        NameUse *use = g_ptr_array_index(uses, i);
        if (use->body == NULL)
            g_ptr_array_add(bodies->list, body_from_use(use));
        g_hash_table_insert(bodies->of, g_strdup(use->name), use->body);
    }
    g_ptr_array_sort(bodies->list, compare_bodies);
    for (guint i = 0; i < bodies->list->len; i++)
        note_joined(bodies, g_ptr_array_index(bodies->list, i));
    for (guint i = 0; i < uses->len; i++)
        note_ambiguous(bodies, g_ptr_array_index(uses, i));
    return bodies;
}

void bodies_free(Bodies *bodies)
{
    if (bodies == NULL)
        return;
    g_hash_table_unref(bodies->of);
    g_ptr_array_unref(bodies->list);
    g_ptr_array_unref(bodies->notes);
    g_free(bodies);
}

const Body *bodies_find(const Bodies *bodies, const char *name)
{
    return g_hash_table_lookup(bodies->of, name);
}
