/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/comparable.h"

#include <string.h>

#include "schema/verdict.h"

/* So many recodings in a row are followed; a circle of them ends here. */
#define CHAIN_MAX 16

/* A confirmed link, and the code that its subject ends under, through later recodings. */
typedef struct {
    const Link *link;
    const char *last;
} Route;

/* The links and the series of one quantity: a recoding of hundreds of subjects is looked through for its own only. */
typedef struct {
    GArray *routes;     /* Route, in the order of the lineage */
    GHashTable *series; /* code -> GPtrArray of Series, in order */
} Group;

typedef struct {
    GHashTable *groups; /* what is measured -> Group; only those with links */
} Context;

static void group_free(gpointer data)
{
    Group *group = data;
    g_array_unref(group->routes);
    g_hash_table_unref(group->series);
    g_free(group);
}

static char *group_key(Kind kind, Scope scope, Direction direction, Fund fund, const char *measure)
{
    return g_strdup_printf("%d %d %d %d %s", (int)kind, (int)scope, (int)direction, (int)fund, measure);
}

static Group *group_of_series(const Context *context, const Series *series)
{
    g_autofree char *key = group_key(series->kind, series->scope, series->direction, series->fund, series->measure);
    return g_hash_table_lookup(context->groups, key);
}

static void add_link(Context *context, const Link *link)
{
    char *key = group_key(link->filing_kind, link->scope, link->direction, link->fund, link->measure);
    Group *group = g_hash_table_lookup(context->groups, key);
    Route route = {link, link->to};
    if (group == NULL) {
        group = g_new0(Group, 1);
        group->routes = g_array_new(FALSE, FALSE, sizeof(Route));
        group->series = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
        g_hash_table_insert(context->groups, key, group);
    } else {
        g_free(key);
    }
    g_array_append_val(group->routes, route);
}

static bool is_whole(const Link *link)
{
    return link->confirmed && link->kind == LINK_RECODED;
}

static const char *last_code(const Group *group, const Link *link)
{
    const char *code = link->to;
    int year = link->year;
    for (int step = 0; step < CHAIN_MAX; step++) {
        const Link *next = NULL;
        for (guint i = 0; i < group->routes->len && next == NULL; i++) {
            const Link *other = g_array_index(group->routes, Route, i).link;
            if (is_whole(other) && other->year > year && g_str_equal(other->from, code))
                next = other;
        }
        if (next == NULL)
            break;
        code = next->to;
        year = next->year;
    }
    return code;
}

static void add_series(const Context *context, Series *series)
{
    Group *group = group_of_series(context, series);
    if (group == NULL)
        return;
    GPtrArray *alike = g_hash_table_lookup(group->series, series->code);
    if (alike == NULL) {
        alike = g_ptr_array_new();
        g_hash_table_insert(group->series, series->code, alike);
    }
    g_ptr_array_add(alike, series);
}

static void context_fill(Context *context, const GPtrArray *all, const Lineage *lineage)
{
    GHashTableIter iter;
    gpointer value;
    context->groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, group_free);
    for (guint i = 0; i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        if (link->confirmed)
            add_link(context, link);
    }
    g_hash_table_iter_init(&iter, context->groups);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Group *group = value;
        for (guint i = 0; i < group->routes->len; i++) {
            Route *route = &g_array_index(group->routes, Route, i);
            route->last = last_code(group, route->link);
        }
    }
    for (guint i = 0; i < all->len; i++)
        add_series(context, g_ptr_array_index(all, i));
}

static const SeriesPoint *point_of(const Series *series, int year)
{
    for (guint i = 0; i < series->points->len; i++)
        if (series_point(series, i)->year == year)
            return series_point(series, i);
    return NULL;
}

/* The figure of a year under a code, in the same vintage, NULL when none is known. */
static const SeriesPoint *figure_of(const Group *group, const char *code, Phase phase, int year)
{
    const GPtrArray *alike = g_hash_table_lookup(group->series, code);
    for (guint i = 0; alike != NULL && i < alike->len; i++) {
        const Series *series = g_ptr_array_index(alike, i);
        const SeriesPoint *point = series->phase == phase ? point_of(series, year) : NULL;
        if (point != NULL)
            return point;
    }
    return NULL;
}

typedef struct {
    bool known;
    bool touched; /* something came or went */
    bool gone;    /* the subject itself went over whole after that year */
    bool known_before; /* something came in the step after that year that no sentence states: both years' tables tell */
    Amount delta;
    const SeriesPoint *from; /* of what came: the figure under another code */
} Shift;

static void add_whole(const Group *group, const Series *series, const Route *route, int year, Shift *shift)
{
    const Link *link = route->link;
    int sign = (g_str_has_prefix(route->last, series->code) ? 1 : 0) - (g_str_has_prefix(link->from, series->code) ? 1 : 0);
    if (g_str_equal(link->from, series->code)) {
        shift->gone = true;
        return;
    }
    const SeriesPoint *point = sign != 0 ? figure_of(group, link->from, series->phase, year) : NULL;
    if (point == NULL)
        return;
    shift->touched = true;
    shift->known_before |= year == link->base_year;
    shift->from = point;
    shift->known &= amount_add(shift->delta, (Amount){sign * point->amount.fen, point->amount.step}, &shift->delta);
}

static void add_move(const Link *link, int year, int sign, Shift *shift)
{
    if (sign == 0)
        return;
    shift->touched = true;
    shift->known_before |= year == link->base_year && link->origin != LINK_BY_TEXT;
    Amount part = {sign * link->amount.fen, link->amount.step};
    shift->known &= year == link->base_year && amount_add(shift->delta, part, &shift->delta);
}

/* What came to, or left, a series after a year. */
static Shift shift_of(const Group *group, const Series *series, int year)
{
    Shift shift = {.known = true, .delta = {0, 1}};
    Quantity quantity = {series->direction, series->fund, series->measure, series->code, (char *)""};
    for (guint i = 0; i < group->routes->len; i++) {
        const Route *route = &g_array_index(group->routes, Route, i);
        const Link *link = route->link;
        int sign = 0;
        if (year > link->base_year)
            continue;
        if (link->kind == LINK_RECODED)
            add_whole(group, series, route, year, &shift);
        else if (link->kind == LINK_MOVED && link->has_amount &&
                 link_touches(link, series->kind, series->scope, &quantity, &sign))
            add_move(link, year, sign, &shift);
    }
    return shift;
}

/*
 * An implied figure of a year whose own tables print none for the subject is what the author compares with: it holds what
 * came from other subjects already, and is not added to it.
 */
static bool holds_what_came(const SeriesPoint *point, const Shift *shift)
{
    return point->implied && shift->touched &&
           (shift->known_before || verdict_of_equality(point->amount, shift->delta) != VERDICT_IMPOSSIBLE);
}

static void settle_points(const Group *group, Series *series)
{
    for (guint i = 0; i < series->points->len; i++) {
        SeriesPoint *point = &g_array_index(series->points, SeriesPoint, i);
        Shift shift = shift_of(group, series, point->year);
        Amount sum = point->amount;
        bool held = holds_what_came(point, &shift);
        if (held)
            sum = shift.delta;
        point->has_comparable =
            !shift.gone && shift.known && (!shift.touched || held || amount_add(point->amount, shift.delta, &sum));
        point->comparable = sum;
    }
}

static gint compare_years(gconstpointer a, gconstpointer b)
{
    return ((const SeriesPoint *)a)->year - ((const SeriesPoint *)b)->year;
}

static bool has_year(const GArray *points, int year)
{
    for (guint i = 0; i < points->len; i++)
        if (g_array_index(points, SeriesPoint, i).year == year)
            return true;
    return false;
}

/* The years that only the codes know which went over into this series' code. */
static void join_years(const Group *group, Series *series, const Route *route)
{
    const Link *link = route->link;
    if (!is_whole(link) || !g_str_equal(series->code, route->last) || series_point(series, 0)->year > link->year)
        return;
    const GPtrArray *alike = g_hash_table_lookup(group->series, link->from);
    for (guint i = 0; alike != NULL && i < alike->len; i++) {
        const Series *earlier = g_ptr_array_index(alike, i);
        for (guint k = 0; earlier->phase == series->phase && k < earlier->points->len; k++) {
            SeriesPoint point = *series_point(earlier, k);
            if (point.year > link->base_year || has_year(series->points, point.year) || has_year(series->joined, point.year))
                continue;
            Shift shift = shift_of(group, series, point.year);
            if (!shift.known || !shift.touched)
                continue;
            point.comparable = shift.delta;
            point.has_comparable = true;
            g_array_append_val(series->joined, point);
        }
    }
}

void series_make_comparable(GPtrArray *all, const Lineage *lineage)
{
    Context context;
    if (lineage->links->len == 0)
        return;
    context_fill(&context, all, lineage);
    for (guint i = 0; i < all->len; i++) {
        Series *series = g_ptr_array_index(all, i);
        const Group *group = series->code[0] != '\0' ? group_of_series(&context, series) : NULL;
        if (group == NULL)
            continue;
        settle_points(group, series);
        for (guint k = 0; k < group->routes->len; k++)
            join_years(group, series, &g_array_index(group->routes, Route, k));
        g_array_sort(series->joined, compare_years);
    }
    g_hash_table_unref(context.groups);
}
