/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_check.h"

#include <string.h>

#include "schema/language.h"

/* Names like an unknown one that are offered, the most. */
#define NEAR_NAMES 3

/* ---- circles ---- */

typedef struct {
    const char *name;
    const LineageRow *row; /* the step taken from it */
    guint next;            /* of the steps from it */
} Step;

typedef enum { PLACE_NEW, PLACE_ON_WAY, PLACE_DONE } PlaceState;

typedef struct {
    GHashTable *steps;  /* name or code -> GPtrArray of LineageRow: the `same` rows from it */
    GHashTable *states; /* name or code -> PlaceState */
    GArray *way;        /* Step */
} Walk;

static GHashTable *steps_from_rows(const GPtrArray *rows, bool department, const char *whose)
{
    GHashTable *steps = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < rows->len; i++) {
        LineageRow *row = g_ptr_array_index(rows, i);
        bool holds = row->whose[0] == '\0' || strcmp(row->whose, whose) == 0;
        if (row->act != LINEAGE_SAME || row->department != department || !holds)
            continue;
        GPtrArray *from = g_hash_table_lookup(steps, row->from);
        if (from == NULL) {
            from = g_ptr_array_new();
            g_hash_table_insert(steps, row->from, from);
        }
        g_ptr_array_add(from, row);
    }
    return steps;
}

/* Renamed and renamed back is no contradiction: the years go forward all around but once, where the circle closes. */
static bool circle_goes_forward(const GArray *way, guint first)
{
    int backward = 0;
    for (guint i = first; i < way->len; i++) {
        const LineageRow *row = g_array_index(way, Step, i).row;
        const LineageRow *next = g_array_index(way, Step, i + 1 < way->len ? i + 1 : first).row;
        backward += row->year == 0 || next->year <= row->year;
    }
    return backward == 1;
}

static bool check_circle(const GArray *way, const char *path, GError **error)
{
    const char *closing = g_array_index(way, Step, way->len - 1).row->to;
    guint first = 0;
    while (strcmp(g_array_index(way, Step, first).name, closing) != 0)
        first++;
    if (circle_goes_forward(way, first))
        return true;
    int line = 0;
    g_autoptr(GString) circle = g_string_new(NULL);
    for (guint i = first; i < way->len; i++) {
        const LineageRow *row = g_array_index(way, Step, i).row;
        line = MAX(line, row->line);
        g_string_append_printf(circle, say("%s →（第 %d 行）", "%s → (line %d) "), row->from, row->line);
    }
    g_string_append(circle, closing);
    lineage_fail(error, path, line,
                 g_strdup_printf(say("绕成一圈：%s", "goes in a circle: %s"), circle->str));
    return false;
}

static PlaceState state_of(const Walk *walk, const char *name)
{
    return (PlaceState)GPOINTER_TO_INT(g_hash_table_lookup(walk->states, name));
}

static void step_onto(Walk *walk, const char *name)
{
    Step step = {name, NULL, 0};
    g_array_append_val(walk->way, step);
    g_hash_table_insert(walk->states, (gpointer)name, GINT_TO_POINTER(PLACE_ON_WAY));
}

/* Depth first, without recursion: a file may be one long chain. */
static bool walk_from(Walk *walk, const char *name, const char *path, GError **error)
{
    step_onto(walk, name);
    while (walk->way->len > 0) {
        Step *last = &g_array_index(walk->way, Step, walk->way->len - 1);
        const GPtrArray *steps = g_hash_table_lookup(walk->steps, last->name);
        if (steps == NULL || last->next == steps->len) {
            g_hash_table_insert(walk->states, (gpointer)last->name, GINT_TO_POINTER(PLACE_DONE));
            g_array_set_size(walk->way, walk->way->len - 1);
            continue;
        }
        last->row = g_ptr_array_index(steps, last->next++);
        PlaceState state = state_of(walk, last->row->to);
        if (state == PLACE_ON_WAY && !check_circle(walk->way, path, error))
            return false;
        if (state == PLACE_NEW)
            step_onto(walk, last->row->to);
    }
    return true;
}

static bool check_circles(const GPtrArray *rows, bool department, const char *whose, const char *path, GError **error)
{
    g_autoptr(GHashTable) steps = steps_from_rows(rows, department, whose);
    g_autoptr(GHashTable) states = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(Step));
    Walk walk = {steps, states, way};
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        if (row->department == department && g_hash_table_contains(steps, row->from) && state_of(&walk, row->from) == PLACE_NEW &&
            !walk_from(&walk, row->from, path, error))
            return false;
    }
    return true;
}

/* ---- one and two at once ---- */

/* The name that stands for all that are said to be the same department; a name of its own for any other. */
static const char *root_of(GHashTable *roots, const char *name)
{
    const char *above = g_hash_table_lookup(roots, name);
    for (; above != NULL; above = g_hash_table_lookup(roots, name))
        name = above;
    return name;
}

static bool check_apart(const GPtrArray *rows, const char *path, GError **error)
{
    g_autoptr(GHashTable) roots = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        const char *from = root_of(roots, row->from);
        const char *to = root_of(roots, row->to);
        if (row->department && row->act == LINEAGE_SAME && strcmp(from, to) != 0)
            g_hash_table_insert(roots, (gpointer)from, (gpointer)to);
    }
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        if (!row->department || row->act != LINEAGE_APART || strcmp(root_of(roots, row->from), root_of(roots, row->to)) != 0)
            continue;
        lineage_fail(error, path, row->line,
                     g_strdup_printf(say("“%s”与“%s”按其他行是同一部门，按这一行不是", "by other lines \"%s\" and \"%s\" are one department, by this one they are not"),
                                     row->from, row->to));
        return false;
    }
    return true;
}

bool lineage_rows_agree(const GPtrArray *rows, const char *path, GError **error)
{
    g_autoptr(GHashTable) whose = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        if (!row->department && row->act == LINEAGE_SAME && g_hash_table_add(whose, row->whose) &&
            !check_circles(rows, false, row->whose, path, error))
            return false;
    }
    return check_circles(rows, true, "", path, error) && check_apart(rows, path, error);
}

/* ---- names that no filing has ---- */

typedef struct {
    const char *name;
    double likeness;
} Near;

static gint compare_near(gconstpointer a, gconstpointer b)
{
    const Near *x = a;
    const Near *y = b;
    if (x->likeness != y->likeness)
        return x->likeness > y->likeness ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* Pairs of neighbouring characters that two names share, as a part of all they have (Dice's coefficient). */
static double likeness_of(const char *a, const char *b)
{
    glong pairs = g_utf8_strlen(a, -1) + g_utf8_strlen(b, -1) - 2;
    int shared = 0;
    for (const char *at = a; *at != '\0' && *g_utf8_next_char(at) != '\0'; at = g_utf8_next_char(at)) {
        g_autofree char *pair = g_strndup(at, (gsize)(g_utf8_next_char(g_utf8_next_char(at)) - at));
        shared += strstr(b, pair) != NULL;
    }
    return pairs > 0 ? 2.0 * shared / (double)pairs : 0;
}

static char *near_names(GHashTable *names, const char *name)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Near));
    GHashTableIter iter;
    gpointer known;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &known, NULL)) {
        Near near = {known, likeness_of(name, known)};
        if (near.likeness > 0)
            g_array_append_val(all, near);
    }
    g_array_sort(all, compare_near);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < all->len && i < NEAR_NAMES; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? say("、", ", ") : say("，相近的有：", "; names like it: "),
                               g_array_index(all, Near, i).name);
    return g_string_free(out, FALSE);
}

bool lineage_file_check_names(const GPtrArray *rows, GHashTable *names, const char *path, GError **error)
{
    if (g_hash_table_size(names) == 0)
        return true;
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        const char *const used[] = {row->whose, row->department ? row->from : "", row->department ? row->to : ""};
        for (gsize k = 0; k < G_N_ELEMENTS(used); k++) {
            if (used[k][0] == '\0' || g_hash_table_contains(names, used[k]))
                continue;
            g_autofree char *near = near_names(names, used[k]);
            lineage_fail(error, path, row->line,
                         g_strdup_printf(say("库里没有部门“%s”%s", "no department \"%s\" in the store%s"), used[k], near));
            return false;
        }
    }
    return true;
}
