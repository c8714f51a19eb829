/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/comings.h"

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
} Listing;

/* Takes the words over. */
static void list_words(Listing *listing, char *words)
{
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

char *comings_from_holdings(const Holdings *holdings)
{
    g_autoptr(GString) gone_names = g_string_new(NULL);
    g_autoptr(GString) new_names = g_string_new(NULL);
    Listing gone = {gone_names, 0};
    Listing fresh = {new_names, 0};
    Years all = years_of(holdings->filings);
    int middle = all.first + (all.last - all.first) / 2;
    for (guint i = 0; i < holdings->bodies->list->len; i++) {
        const Body *body = g_ptr_array_index(holdings->bodies->list, i);
        Years years = years_of(holdings_of_body(holdings, body));
        if (years.first == years.last)
            continue;
        if (years.last <= middle && years.last < all.last)
            list_words(&gone, g_strdup_printf(say("%s（止于 %d 年）", "%s (last in %d)"), body->name, years.last));
        else if (years.first > middle)
            list_words(&fresh, g_strdup_printf(say("%s（始于 %d 年）", "%s (first in %d)"), body->name, years.first));
    }
    GString *out = g_string_new(NULL);
    say_listing(out, &gone, say("后来没有文件的部门：", "Departments without later filings: "));
    say_listing(out, &fresh, say("后来才有文件的部门：", "Departments without earlier filings: "));
    if (gone.count > 0 && fresh.count > 0)
        g_string_append(out, say("如系更名，写进沿革文件即可连成一个部门\n", "If one is the other under a new name, the lineage file can say so\n"));
    return g_string_free(out, FALSE);
}
