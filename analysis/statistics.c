/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/statistics.h"

#include <string.h>

#include "history/figures.h"

/* Series whose shares are of the same whole. */
static bool same_family(const Series *a, const Series *b)
{
    return g_str_equal(a->department, b->department) && a->kind == b->kind && a->phase == b->phase &&
           a->scope == b->scope && a->direction == b->direction && a->fund == b->fund &&
           g_str_equal(a->measure, b->measure);
}

char *p_value_text(double p)
{
    return p < 0.0001 ? g_strdup("< 0.0001") : g_strdup_printf("= %.4f", p);
}

bool series_is_total(const Series *series)
{
    return series->code[0] == '\0' && label_is_total(series->label);
}

static bool value_in_year(const Series *series, int year, double *value)
{
    for (guint i = 0; i < series->points->len; i++)
        if (series_point(series, i)->year == year) {
            *value = amount_to_wan_yuan(series_point(series, i)->amount);
            return true;
        }
    return false;
}

/*
 * The whole of a family in a year: its total where one is given, else the sum of its top level (the shortest codes; or
 * all lines where none has a code). Nothing for a series that is the only one of its family.
 */
static bool whole_in_year(const GPtrArray *all, const Series *series, int year, double *whole)
{
    size_t shortest = G_MAXSIZE;
    guint members = 0;
    for (guint i = 0; i < all->len; i++) {
        const Series *other = g_ptr_array_index(all, i);
        if (!same_family(series, other))
            continue;
        if (series_is_total(other))
            return value_in_year(other, year, whole);
        members++;
        if (other->code[0] != '\0')
            shortest = MIN(shortest, strlen(other->code));
    }
    if (members < 2)
        return false;
    *whole = 0;
    bool found = false;
    for (guint i = 0; i < all->len; i++) {
        const Series *other = g_ptr_array_index(all, i);
        double value;
        bool top = shortest == G_MAXSIZE || strlen(other->code) == shortest;
        if (same_family(series, other) && top && value_in_year(other, year, &value)) {
            *whole += value;
            found = true;
        }
    }
    return found;
}

static Measured share_in_year(const GPtrArray *all, const Series *series, const SeriesPoint *point)
{
    double whole = 0;
    if (!whole_in_year(all, series, point->year, &whole) || !(whole > 0))
        return (Measured){0};
    return (Measured){.known = true, .value = 100.0 * amount_to_wan_yuan(point->amount) / whole};
}

size_t series_values(const Series *series, const Deflator *deflator, int base, int *years, double *values)
{
    size_t count = 0;
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        const Measured factor = deflator != NULL ? deflator_factor(deflator, point->year, base) : measured(1.0);
        if (!factor.known)
            continue;
        years[count] = point->year;
        values[count++] = factor.value * amount_to_wan_yuan(point->amount);
    }
    return count;
}

GArray *statistics_in_real_terms(const GPtrArray *series, const Deflator *deflator, int base)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(StatLine));
    g_autoptr(GArray) years = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < series->len; i++) {
        const Series *one = g_ptr_array_index(series, i);
        g_array_set_size(years, one->points->len);
        g_array_set_size(values, one->points->len);
        int *at = (int *)(void *)years->data;
        double *value = (double *)(void *)values->data;
        StatLine line = {.series = one};
        line.row = stat_row_from_series(at, value, series_values(one, deflator, base, at, value));
        if (one->points->len > 0) {
            line.share_first = share_in_year(series, one, series_point(one, 0));
            line.share_last = share_in_year(series, one, series_point(one, one->points->len - 1));
        }
        g_array_append_val(lines, line);
    }
    return lines;
}

GArray *statistics_from_series(const GPtrArray *series)
{
    return statistics_in_real_terms(series, NULL, 0);
}
