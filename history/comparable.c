/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/comparable.h"

#include <string.h>

/* So many recodings in a row are followed; a circle of them ends here. */
#define CHAIN_MAX 16

typedef struct {
    const GPtrArray *all;
    const Lineage *lineage;
} Context;

static bool is_whole(const Link *link)
{
    return link->confirmed && link->kind == LINK_RECODED;
}

static bool is_of_one_kind(const Link *a, const Link *b)
{
    return a->filing_kind == b->filing_kind && a->scope == b->scope && a->direction == b->direction && a->fund == b->fund &&
           g_str_equal(a->measure, b->measure);
}

/* The code that a subject ends under, through later recodings. */
static const char *last_code(const Context *context, const Link *link)
{
    const char *code = link->to;
    int year = link->year;
    for (int step = 0; step < CHAIN_MAX; step++) {
        const Link *next = NULL;
        for (guint i = 0; i < context->lineage->links->len && next == NULL; i++) {
            const Link *other = g_ptr_array_index(context->lineage->links, i);
            if (is_whole(other) && other->year > year && g_str_equal(other->from, code) && is_of_one_kind(other, link))
                next = other;
        }
        if (next == NULL)
            break;
        code = next->to;
        year = next->year;
    }
    return code;
}

static bool is_measured_alike(const Series *series, const Link *link)
{
    return series->kind == link->filing_kind && series->scope == link->scope && series->direction == link->direction &&
           series->fund == link->fund && g_str_equal(series->measure, link->measure);
}

static bool has_code(const Series *series, const Link *link, const char *code)
{
    return is_measured_alike(series, link) && g_str_equal(series->code, code);
}

static const SeriesPoint *point_of(const Series *series, int year)
{
    for (guint i = 0; i < series->points->len; i++)
        if (series_point(series, i)->year == year)
            return series_point(series, i);
    return NULL;
}

/* The figure of a year under a code, NULL when none is known. */
static const SeriesPoint *figure_of(const Context *context, const Link *link, const char *code, int year)
{
    for (guint i = 0; i < context->all->len; i++) {
        const Series *series = g_ptr_array_index(context->all, i);
        const SeriesPoint *point = has_code(series, link, code) ? point_of(series, year) : NULL;
        if (point != NULL)
            return point;
    }
    return NULL;
}

typedef struct {
    bool known;
    bool touched; /* something came or went */
    bool gone;    /* the subject itself went over whole after that year */
    Amount delta;
    const SeriesPoint *from; /* of what came: the figure under another code */
} Shift;

static void add_whole(const Context *context, const Series *series, const Link *link, int year, Shift *shift)
{
    const char *to = last_code(context, link);
    int sign = (g_str_has_prefix(to, series->code) ? 1 : 0) - (g_str_has_prefix(link->from, series->code) ? 1 : 0);
    if (g_str_equal(link->from, series->code)) {
        shift->gone = true;
        return;
    }
    const SeriesPoint *point = sign != 0 ? figure_of(context, link, link->from, year) : NULL;
    if (point == NULL)
        return;
    shift->touched = true;
    shift->from = point;
    shift->known &= amount_add(shift->delta, (Amount){sign * point->amount.fen, point->amount.step}, &shift->delta);
}

static void add_move(const Link *link, int year, int sign, Shift *shift)
{
    if (sign == 0)
        return;
    shift->touched = true;
    Amount part = {sign * link->amount.fen, link->amount.step};
    shift->known &= year == link->base_year && amount_add(shift->delta, part, &shift->delta);
}

/* What came to, or left, a series after a year. */
static Shift shift_of(const Context *context, const Series *series, int year)
{
    Shift shift = {.known = true, .delta = {0, 1}};
    Quantity quantity = {series->direction, series->fund, series->measure, series->code, (char *)""};
    for (guint i = 0; i < context->lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(context->lineage->links, i);
        int sign = 0;
        if (!link->confirmed || year > link->base_year)
            continue;
        if (link->kind == LINK_RECODED && is_measured_alike(series, link))
            add_whole(context, series, link, year, &shift);
        else if (link->kind == LINK_MOVED && link->has_amount &&
                 link_touches(link, series->kind, series->scope, &quantity, &sign))
            add_move(link, year, sign, &shift);
    }
    return shift;
}

static void settle_points(const Context *context, Series *series)
{
    for (guint i = 0; i < series->points->len; i++) {
        SeriesPoint *point = &g_array_index(series->points, SeriesPoint, i);
        Shift shift = shift_of(context, series, point->year);
        Amount sum = point->amount;
        point->has_comparable = !shift.gone && shift.known && (!shift.touched || amount_add(point->amount, shift.delta, &sum));
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
static void join_years(const Context *context, Series *series, const Link *link)
{
    if (!is_whole(link) || !has_code(series, link, last_code(context, link)) || series_point(series, 0)->year > link->year)
        return;
    for (guint i = 0; i < context->all->len; i++) {
        const Series *earlier = g_ptr_array_index(context->all, i);
        for (guint k = 0; has_code(earlier, link, link->from) && k < earlier->points->len; k++) {
            SeriesPoint point = *series_point(earlier, k);
            if (point.year > link->base_year || has_year(series->points, point.year) || has_year(series->joined, point.year))
                continue;
            Shift shift = shift_of(context, series, point.year);
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
    Context context = {all, lineage};
    if (lineage->links->len == 0)
        return;
    for (guint i = 0; i < all->len; i++) {
        Series *series = g_ptr_array_index(all, i);
        if (series->code[0] == '\0')
            continue;
        settle_points(&context, series);
        for (guint k = 0; k < lineage->links->len; k++)
            join_years(&context, series, g_ptr_array_index(lineage->links, k));
        g_array_sort(series->joined, compare_years);
    }
}
