/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/comparison.h"

#include <string.h>

static const char *const compared[COMPARED] = {
    "total", "growth", "project-share", "carryover-ratio", "operating-per-head", "personnel-per-head",
};

gsize compared_indicator(gsize place)
{
    return indicator_find(compared[place]);
}

static Measured value_of(const PeerEntry *entry, const char *indicator)
{
    return entry->values[indicator_find(indicator)];
}

/* The entries that have both, as points; gives how many. */
static gsize points_of(const GPtrArray *entries, const char *size, double *x, double *y)
{
    gsize count = 0;
    for (guint i = 0; i < entries->len; i++) {
        const PeerEntry *entry = g_ptr_array_index(entries, i);
        const Measured at = value_of(entry, size);
        const Measured cost = value_of(entry, "operating");
        if (!at.known || !cost.known || !(at.value > 0 && cost.value > 0))
            continue;
        x[count] = at.value;
        y[count++] = cost.value;
    }
    return count;
}

static void fit_line(Comparison *comparison, const GPtrArray *entries, double *x)
{
    double *y = x + entries->len;
    gsize count = points_of(entries, "staff", x, y);
    comparison->by_staff = count >= SIZE_LINE_LEAST;
    if (!comparison->by_staff)
        count = points_of(entries, "total", x, y);
    comparison->line = size_line_from_points(x, y, count);
}

static CompareRow row_of(const Comparison *comparison, const GPtrArray *entries, const PeerEntry *entry, double *values)
{
    CompareRow row = {.entry = entry};
    for (gsize i = 0; i < COMPARED; i++) {
        const Measured value = value_of(entry, compared[i]);
        if (value.known)
            row.positions[i] = position_in_group(values, peers_indicator(entries, compared_indicator(i), values), value.value);
    }
    const Measured size = value_of(entry, comparison->by_staff ? "staff" : "total");
    const Measured cost = value_of(entry, "operating");
    if (size.known && cost.known) {
        row.excess = size_line_excess(&comparison->line, size.value, cost.value);
        row.excess_z = size_line_z(&comparison->line, size.value, cost.value);
    }
    return row;
}

static gint compare_rows(gconstpointer a, gconstpointer b)
{
    const PeerEntry *x = ((const CompareRow *)a)->entry;
    const PeerEntry *y = ((const CompareRow *)b)->entry;
    const Measured one = value_of(x, "total");
    const Measured other = value_of(y, "total");
    if (one.known != other.known)
        return one.known ? -1 : 1;
    if (one.value > other.value || one.value < other.value)
        return one.value > other.value ? -1 : 1;
    return strcmp(x->department, y->department);
}

Comparison comparison_of_entries(const GPtrArray *entries)
{
    Comparison comparison = {.rows = g_array_new(FALSE, FALSE, sizeof(CompareRow))};
    g_autofree double *work = g_new(double, 2 * (gsize)entries->len + 1);
    fit_line(&comparison, entries, work);
    for (guint i = 0; i < entries->len; i++) {
        const CompareRow row = row_of(&comparison, entries, g_ptr_array_index(entries, i), work);
        g_array_append_val(comparison.rows, row);
    }
    g_array_sort(comparison.rows, compare_rows);
    return comparison;
}

void comparison_clear(Comparison *comparison)
{
    g_clear_pointer(&comparison->rows, g_array_unref);
}
