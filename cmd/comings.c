/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/comings.h"

#include "history/body_name.h"
#include "schema/language.h"

/* So many are named; the rest is counted. */
#define NAMED_MOST 8

typedef struct {
    int first, last;
} Years;

static Years years_of(const GPtrArray *filings)
{
    Years years = {G_MAXINT, 0};
    for (guint i = 0; i < filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(filings, i);
        years.first = MIN(years.first, held->fiscal_year);
        years.last = MAX(years.last, held->fiscal_year);
    }
    return years;
}

typedef struct {
    GString *names;
    guint count;
    GHashTable *places; /* that their names begin with */
} Listing;

/* Takes the words over. */
static void list_body(Listing *listing, const Body *body, char *words)
{
    g_hash_table_add(listing->places, body_name_places(body->name));
    if (listing->count++ < NAMED_MOST)
        g_string_append_printf(listing->names, "%s%s", listing->count > 1 ? say("、", ", ") : "", words);
    g_free(words);
}

static void say_listing(GString *out, const Listing *listing, const char *title)
{
    if (listing->count == 0)
        return;
    g_string_append_printf(out, "%s%s", title, listing->names->str);
    if (listing->count > NAMED_MOST)
        g_string_append_printf(out, say("，共 %u 个", ", %u in all"), listing->count);
    g_string_append_c(out, '\n');
}

/* One of the new ones may be one of the gone ones: it is of the same place. */
static bool may_be_renamed(const Listing *gone, const Listing *fresh)
{
    GHashTableIter iter;
    gpointer place;
    g_hash_table_iter_init(&iter, fresh->places);
    while (g_hash_table_iter_next(&iter, &place, NULL))
        if (((const char *)place)[0] != '\0' && g_hash_table_contains(gone->places, place))
            return true;
    return false;
}

char *comings_from_holdings(const Holdings *holdings)
{
    g_autoptr(GString) gone_names = g_string_new(NULL);
    g_autoptr(GString) new_names = g_string_new(NULL);
    g_autoptr(GHashTable) gone_places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) new_places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Listing gone = {gone_names, 0, gone_places};
    Listing fresh = {new_names, 0, new_places};
    Years all = years_of(holdings->filings);
    int middle = all.first + (all.last - all.first) / 2;
    for (guint i = 0; i < holdings->bodies->list->len; i++) {
        const Body *body = g_ptr_array_index(holdings->bodies->list, i);
        Years years = years_of(holdings_of_body(holdings, body));
        if (years.first == years.last)
            continue;
        if (years.last <= middle && years.last < all.last)
            list_body(&gone, body, g_strdup_printf(say("%s（止于 %d 年）", "%s (last in %d)"), body->name, years.last));
        else if (years.first > middle)
            list_body(&fresh, body, g_strdup_printf(say("%s（始于 %d 年）", "%s (first in %d)"), body->name, years.first));
    }
    GString *out = g_string_new(NULL);
    say_listing(out, &gone, say("后来没有文件的部门：", "Departments without later filings: "));
    say_listing(out, &fresh, say("后来才有文件的部门：", "Departments without earlier filings: "));
    if (may_be_renamed(&gone, &fresh))
        g_string_append(out, say("如系更名，写进沿革文件即可连成一个部门\n", "If one is the other under a new name, the lineage file can say so\n"));
    return g_string_free(out, FALSE);
}
