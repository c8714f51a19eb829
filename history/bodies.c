/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/bodies.h"

#include <string.h>

#include "history/body_links.h"
#include "history/body_name.h"
#include "schema/language.h"

/* Names that look alike. */
typedef struct {
    GPtrArray *uses; /* NameUse, by name */
    int newest;
} Alike;

typedef struct {
    const char *name;
    guint count;
    int first_year;
    int newest;      /* when_filed() of its newest filing */
    GArray *filed;   /* int: when_filed(), and the scope, of each */
    GPtrArray *like; /* NameUse: the names that match it */
    bool ambiguous;
    Alike *alike;
} NameUse;

/* All that goes into it. */
typedef struct {
    GPtrArray *uses; /* NameUse, by name */
    GHashTable *by_name;
    GPtrArray *alikes; /* Alike */
    GPtrArray *links;  /* SaidLink */
    const GPtrArray *lineage; /* LineageRow, NULL for none */
    GHashTable *roots;   /* names that are one */
    GHashTable *by_root; /* the root of the names -> Body */
    GHashTable *mixed;   /* the Bodies whose names do not all look alike */
} Names;

static void name_use_free(gpointer data)
{
    NameUse *use = data;
    g_array_unref(use->filed);
    g_ptr_array_unref(use->like);
    g_free(use);
}

static void alike_free(gpointer data)
{
    Alike *alike = data;
    g_ptr_array_unref(alike->uses);
    g_free(alike);
}

static void body_free(gpointer data)
{
    Body *body = data;
    g_free(body->name);
    g_ptr_array_unref(body->names);
    g_ptr_array_unref(body->links);
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

/* Filings in the order they are published: final accounts come after the next year's budget. */
static int when_filed(const FilingEntry *entry)
{
    return entry->kind == KIND_ACCOUNTS ? 2 * entry->fiscal_year + 3 : 2 * entry->fiscal_year;
}

static void add_entry(Names *names, const FilingEntry *entry)
{
    NameUse *use = g_hash_table_lookup(names->by_name, entry->department);
    if (use == NULL) {
        use = g_new0(NameUse, 1);
        use->name = entry->department;
        use->first_year = entry->fiscal_year;
        use->newest = when_filed(entry);
        use->filed = g_array_new(FALSE, FALSE, sizeof(int));
        use->like = g_ptr_array_new();
        g_ptr_array_add(names->uses, use);
        g_hash_table_insert(names->by_name, (gpointer)use->name, use);
    }
    int filed = 2 * when_filed(entry) + (entry->scope == SCOPE_UNIT);
    g_array_append_val(use->filed, filed);
    use->count++;
    use->first_year = MIN(use->first_year, entry->fiscal_year);
    use->newest = MAX(use->newest, when_filed(entry));
}

/* ---- what the user keeps apart ---- */

static const LineageRow *apart_row(const Names *names, guint index)
{
    const LineageRow *row = g_ptr_array_index(names->lineage, index);
    return row->department && row->act == LINEAGE_APART ? row : NULL;
}

static guint row_count(const Names *names)
{
    return names->lineage != NULL ? names->lineage->len : 0;
}

/* The row that keeps two names apart, or names that are one with them; NULL when none does. */
static const LineageRow *apart_by(const Names *names, GHashTable *roots, const char *a, const char *b)
{
    const char *x = names_root(roots, a);
    const char *y = names_root(roots, b);
    for (guint i = 0; i < row_count(names); i++) {
        const LineageRow *row = apart_row(names, i);
        const char *from = row != NULL ? names_root(roots, row->from) : NULL;
        const char *to = row != NULL ? names_root(roots, row->to) : NULL;
        if (from != NULL && ((strcmp(from, x) == 0 && strcmp(to, y) == 0) || (strcmp(from, y) == 0 && strcmp(to, x) == 0)))
            return row;
    }
    return NULL;
}

/* ---- names that look alike ---- */

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

static bool are_alike(const Names *names, const NameUse *a, const NameUse *b)
{
    return body_names_match(a->name, b->name) && apart_by(names, names->roots, a->name, b->name) == NULL;
}

/* Two names of one short form meet twice, and count once. */
static void match_use(const Names *names, NameUse *use, const GPtrArray *others, bool same_form)
{
    for (guint k = 0; others != NULL && k < others->len; k++) {
        NameUse *other = g_ptr_array_index(others, k);
        if (other == use || (same_form && strcmp(other->name, use->name) > 0) || !are_alike(names, use, other))
            continue;
        g_ptr_array_add(use->like, other);
        g_ptr_array_add(other->like, use);
    }
}

/*
 * A name in short ends in every name that it matches: so those that may match are found by the endings of a name, a few
 * look-ups each. To compare all that end alike (县财政局) would take hours for the counties of a nation.
 */
static void match_uses(const Names *names)
{
    const GPtrArray *uses = names->uses;
    g_autoptr(GPtrArray) shorts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) by_short = uses_by_short_form(uses, shorts);
    for (guint i = 0; i < uses->len; i++) {
        const char *text = g_ptr_array_index(shorts, i);
        for (const char *ending = text; *ending != '\0'; ending = g_utf8_next_char(ending))
            match_use(names, g_ptr_array_index(uses, i), g_hash_table_lookup(by_short, ending), ending == text);
    }
    for (guint i = 0; i < uses->len; i++)
        g_ptr_array_sort(((NameUse *)g_ptr_array_index(uses, i))->like, compare_uses);
}

/* A name is ambiguous when two that match it do not match each other. */
static void find_ambiguous(const Names *names)
{
    for (guint i = 0; i < names->uses->len; i++) {
        NameUse *use = g_ptr_array_index(names->uses, i);
        for (guint a = 0; a < use->like->len && !use->ambiguous; a++)
            for (guint b = a + 1; b < use->like->len && !use->ambiguous; b++)
                use->ambiguous = !are_alike(names, g_ptr_array_index(use->like, a), g_ptr_array_index(use->like, b));
    }
}

static void take_name(Alike *alike, NameUse *use)
{
    use->alike = alike;
    g_ptr_array_add(alike->uses, use);
    alike->newest = MAX(alike->newest, use->newest);
}

/* The names that match a name without ambiguity match each other: with it they are one body. */
static void find_alikes(Names *names)
{
    for (guint i = 0; i < names->uses->len; i++) {
        NameUse *use = g_ptr_array_index(names->uses, i);
        if (use->alike != NULL)
            continue;
        Alike *alike = g_new0(Alike, 1);
        alike->uses = g_ptr_array_new();
        g_ptr_array_add(names->alikes, alike);
        take_name(alike, use);
        for (guint k = 0; k < use->like->len && !use->ambiguous; k++) {
            NameUse *other = g_ptr_array_index(use->like, k);
            if (other->ambiguous || apart_by(names, names->roots, use->name, other->name) != NULL)
                continue;
            take_name(alike, other);
            names_unite(names->roots, use->name, other->name);
        }
    }
}

/* ---- names that are said to be one ---- */

static bool joins(const SaidLink *said, bool user)
{
    return said->kind == CHANGE_RENAMED && !said->refused && (said->link->row > 0) == user;
}

static void unite_links(const Names *names, GHashTable *roots, bool user)
{
    for (guint i = 0; i < names->links->len; i++) {
        const SaidLink *said = g_ptr_array_index(names->links, i);
        if (joins(said, user))
            names_unite(roots, said->link->from, said->link->to);
    }
}

static GHashTable *roots_copy(GHashTable *roots)
{
    GHashTable *copy = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer name, above;
    g_hash_table_iter_init(&iter, roots);
    while (g_hash_table_iter_next(&iter, &name, &above))
        g_hash_table_insert(copy, name, above);
    return copy;
}

/* Of those that statements would join: the roots that hold two which go on side by side, or which the user keeps apart. */
static GHashTable *impossible_roots(const Names *names, GHashTable *tried)
{
    GHashTable *bad = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) filed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < names->uses->len; i++) {
        const NameUse *use = g_ptr_array_index(names->uses, i);
        const char *root = names_root(tried, use->name);
        const char *whole = names_root(names->roots, use->name);
        for (guint k = 0; k < use->filed->len; k++) {
            char *key = g_strdup_printf("%d %s", g_array_index(use->filed, int, k), root);
            const char *there = g_hash_table_lookup(filed, key);
            if (there != NULL && strcmp(there, whole) != 0)
                g_hash_table_add(bad, (gpointer)root);
            g_hash_table_insert(filed, key, (gpointer)whole);
        }
    }
    for (guint i = 0; i < row_count(names); i++) {
        const LineageRow *row = apart_row(names, i);
        if (row != NULL && strcmp(names_root(tried, row->from), names_root(tried, row->to)) == 0)
            g_hash_table_add(bad, (gpointer)names_root(tried, row->from));
    }
    return bad;
}

/* All statements are tried at once: which of them is refused does not depend on which is seen first. */
static void follow_statements(const Names *names)
{
    for (guint i = 0; i < names->links->len; i++) {
        SaidLink *said = g_ptr_array_index(names->links, i);
        said->refused = joins(said, false) && apart_by(names, names->roots, said->link->from, said->link->to) != NULL;
    }
    g_autoptr(GHashTable) tried = roots_copy(names->roots);
    unite_links(names, tried, false);
    if (g_hash_table_size(tried) == g_hash_table_size(names->roots))
        return;
    g_autoptr(GHashTable) bad = impossible_roots(names, tried);
    for (guint i = 0; i < names->links->len; i++) {
        SaidLink *said = g_ptr_array_index(names->links, i);
        if (joins(said, false) && g_hash_table_contains(bad, names_root(tried, said->link->from)))
            said->refused = true;
    }
    unite_links(names, names->roots, false);
}

/* ---- the bodies ---- */

/* The first of the most printed, longest names. */
static bool is_better(const NameUse *use, const NameUse *best)
{
    if (use->count != best->count)
        return use->count > best->count;
    return strlen(use->name) > strlen(best->name);
}

/* Said to be a new name, and to be no older one: a name that comes back is both. */
static bool is_last_name(const Names *names, const Alike *alike)
{
    bool is_new = false;
    for (guint i = 0; i < names->links->len; i++) {
        const SaidLink *said = g_ptr_array_index(names->links, i);
        if (said->kind != CHANGE_RENAMED || said->refused)
            continue;
        const NameUse *from = g_hash_table_lookup(names->by_name, said->link->from);
        const NameUse *to = g_hash_table_lookup(names->by_name, said->link->to);
        if (from != NULL && from->alike == alike)
            return false;
        is_new |= to != NULL && to->alike == alike;
    }
    return is_new;
}

/* What is said goes first: final accounts may still print the old name. Else it is the name in use last. */
static bool is_newer(const Names *names, const NameUse *use, const NameUse *best)
{
    if (use->alike == best->alike)
        return is_better(use, best);
    bool one = is_last_name(names, use->alike);
    bool other = is_last_name(names, best->alike);
    if (one != other)
        return one;
    if (use->alike->newest != best->alike->newest)
        return use->alike->newest > best->alike->newest;
    return is_better(use, best);
}

static Body *body_new(void)
{
    Body *body = g_new0(Body, 1);
    body->names = g_ptr_array_new_with_free_func(g_free);
    body->links = g_ptr_array_new_with_free_func((GDestroyNotify)name_link_free);
    body->notes = g_ptr_array_new();
    return body;
}

static void make_bodies(Names *names, Bodies *bodies)
{
    g_autoptr(GHashTable) best = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < names->uses->len; i++) {
        NameUse *use = g_ptr_array_index(names->uses, i);
        const char *root = names_root(names->roots, use->name);
        Body *body = g_hash_table_lookup(names->by_root, root);
        if (body == NULL) {
            body = body_new();
            g_hash_table_insert(names->by_root, (gpointer)root, body);
            g_ptr_array_add(bodies->list, body);
        }
        g_ptr_array_add(body->names, g_strdup(use->name));
        g_hash_table_insert(bodies->of, g_strdup(use->name), body);
        const NameUse *before = g_hash_table_lookup(best, body);
        if (before != NULL && before->alike != use->alike)
            g_hash_table_add(names->mixed, body);
        if (before == NULL || is_newer(names, use, before))
            g_hash_table_insert(best, body, use);
    }
    for (guint i = 0; i < bodies->list->len; i++) {
        Body *body = g_ptr_array_index(bodies->list, i);
        body->name = g_strdup(((const NameUse *)g_hash_table_lookup(best, body))->name);
    }
    g_ptr_array_sort(bodies->list, compare_bodies);
}

/* ---- notes ---- */

/* Takes the note over: it is said of all bodies that have one of the names. */
static void add_note(Bodies *bodies, char *note, const char *const *names, gsize count)
{
    g_ptr_array_add(bodies->notes, note);
    for (gsize i = 0; i < count; i++) {
        Body *body = g_hash_table_lookup(bodies->of, names[i]);
        if (body != NULL && !g_ptr_array_find(body->notes, note, NULL))
            g_ptr_array_add(body->notes, note);
    }
}

static char *join_quoted(const GPtrArray *uses, const char *between)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < uses->len; i++)
        g_string_append_printf(out, say("%s“%s”", "%s\"%s\""), i > 0 ? between : "",
                               ((const NameUse *)g_ptr_array_index(uses, i))->name);
    return g_string_free(out, FALSE);
}

static void note_alike(Bodies *bodies, const Alike *alike)
{
    if (alike->uses->len < 2)
        return;
    g_ptr_array_sort(alike->uses, compare_uses);
    g_autofree char *names = join_quoted(alike->uses, say("与", " and "));
    add_note(bodies, g_strdup_printf(say("%s按同一部门处理", "%s are taken for one department"), names),
             &((const NameUse *)g_ptr_array_index(alike->uses, 0))->name, 1);
}

/* By the user's word: a name that may mean one of several was said to mean one of them. */
static bool is_settled(const Bodies *bodies, const NameUse *use)
{
    for (guint i = 0; i < use->like->len; i++)
        if (bodies_find(bodies, ((const NameUse *)g_ptr_array_index(use->like, i))->name) == bodies_find(bodies, use->name))
            return true;
    return false;
}

static void note_ambiguous(Bodies *bodies, const NameUse *use)
{
    if (!use->ambiguous || is_settled(bodies, use))
        return;
    g_autofree char *names = join_quoted(use->like, say("或", " or "));
    char *note = g_strdup_printf(say("“%s”可能是%s，没有合并", "\"%s\" may be %s: it was joined with none"), use->name, names);
    add_note(bodies, note, &use->name, 1);
    for (guint i = 0; i < use->like->len; i++) {
        GPtrArray *notes = ((Body *)g_hash_table_lookup(bodies->of, ((NameUse *)g_ptr_array_index(use->like, i))->name))->notes;
        if (!g_ptr_array_find(notes, note, NULL))
            g_ptr_array_add(notes, note);
    }
}

static void note_apart(Bodies *bodies, const LineageRow *row)
{
    const char *const names[] = {row->from, row->to};
    add_note(bodies,
             g_strdup_printf(say("“%s”与“%s”不是同一部门（沿革文件第 %d 行）", "\"%s\" and \"%s\" are two departments (the lineage file, line %d)"),
                             row->from, row->to, row->line),
             names, G_N_ELEMENTS(names));
}

static gint compare_links(gconstpointer a, gconstpointer b)
{
    const NameLink *x = *(NameLink *const *)a;
    const NameLink *y = *(NameLink *const *)b;
    if (x->year != y->year)
        return x->year == 0 ? 1 : y->year == 0 ? -1 : x->year - y->year;
    int order = strcmp(x->from, y->from);
    return order != 0 ? order : strcmp(x->to, y->to);
}

/* The first year that the new name is printed, where nobody gave one. */
static void settle_year(const Names *names, NameLink *link)
{
    const NameUse *to = g_hash_table_lookup(names->by_name, link->to);
    for (guint i = 0; link->year == 0 && to != NULL && i < to->alike->uses->len; i++) {
        int year = ((const NameUse *)g_ptr_array_index(to->alike->uses, i))->first_year;
        link->year = link->year == 0 ? year : MIN(link->year, year);
    }
}

static void tell_link(const Names *names, Bodies *bodies, const SaidLink *said)
{
    NameLink *link = said->link;
    const char *const ends[] = {link->from, link->to};
    const char *root = names_root(names->roots, link->from);
    Body *body = strcmp(root, names_root(names->roots, link->to)) == 0 ? g_hash_table_lookup(names->by_root, root) : NULL;
    if (body != NULL && said->kind != CHANGE_RENAMED)
        return; /* told to be two, and one by another word */
    bool joined = body != NULL && g_hash_table_contains(names->mixed, body);
    settle_year(names, link);
    char *note = link_note(said, joined, said->refused);
    add_note(bodies, note, ends, G_N_ELEMENTS(ends));
    if (!joined)
        return;
    g_ptr_array_add(body->links, name_link_copy(link));
    if (!g_ptr_array_find(body->notes, note, NULL)) /* both names of a step between others may be printed nowhere */
        g_ptr_array_add(body->notes, note);
}

static void tell(const Names *names, Bodies *bodies)
{
    for (guint i = 0; i < names->alikes->len; i++)
        note_alike(bodies, g_ptr_array_index(names->alikes, i));
    for (guint i = 0; i < names->links->len; i++)
        tell_link(names, bodies, g_ptr_array_index(names->links, i));
    for (guint i = 0; i < bodies->list->len; i++)
        g_ptr_array_sort(((Body *)g_ptr_array_index(bodies->list, i))->links, compare_links);
    for (guint i = 0; i < names->uses->len; i++)
        note_ambiguous(bodies, g_ptr_array_index(names->uses, i));
    for (guint i = 0; i < row_count(names); i++)
        if (apart_row(names, i) != NULL)
            note_apart(bodies, apart_row(names, i));
}

Bodies *bodies_from_entries(const GPtrArray *entries, const GPtrArray *lineage, const GPtrArray *statements)
{
    Bodies *bodies = g_new0(Bodies, 1);
    bodies->list = g_ptr_array_new_with_free_func(body_free);
    bodies->notes = g_ptr_array_new_with_free_func(g_free);
    bodies->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) uses = g_ptr_array_new_with_free_func(name_use_free);
    g_autoptr(GPtrArray) alikes = g_ptr_array_new_with_free_func(alike_free);
    g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) roots = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) by_root = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) mixed = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) links = links_from_said(entries, lineage, statements);
    Names names = {uses, by_name, alikes, links, lineage, roots, by_root, mixed};
    for (guint i = 0; i < entries->len; i++)
        add_entry(&names, g_ptr_array_index(entries, i));
    g_ptr_array_sort(uses, compare_uses);
    unite_links(&names, roots, true);
    match_uses(&names);
    find_ambiguous(&names);
    find_alikes(&names);
    follow_statements(&names);
    make_bodies(&names, bodies);
    tell(&names, bodies);
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
