/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/structure_years.h"

#include <string.h>

/* Codes of this length are classes. */
#define CLASS_DIGITS 3

static bool is_class(const Series *series, Kind kind, Scope scope, Fund fund)
{
    const Phase phase = kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
    return series->kind == kind && series->phase == phase && series->scope == scope && series->fund == fund &&
           series->direction == DIRECTION_EXPENDITURE && g_str_equal(series->measure, "total") &&
           series->code[0] == '2' && strlen(series->code) == CLASS_DIGITS;
}

static double filed_amount(const Series *series, int year)
{
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        if (point->year == year && !point->implied)
            return amount_to_wan_yuan(point->amount);
    }
    return 0;
}

static GArray *classes_of_fund(const GPtrArray *series, Kind kind, Scope scope, Fund fund, int year)
{
    GArray *classes = g_array_new(FALSE, FALSE, sizeof(ClassShare));
    bool any = false;
    for (guint i = 0; i < series->len; i++) {
        const Series *one = g_ptr_array_index(series, i);
        if (!is_class(one, kind, scope, fund))
            continue;
        ClassShare share = {one, filed_amount(one, year - 1), filed_amount(one, year)};
        any = any || share.now > 0;
        if (share.now > 0 || share.before > 0)
            g_array_append_val(classes, share);
    }
    if (!any)
        g_array_set_size(classes, 0);
    return classes;
}

static Measured distance_of_kept(const double *before, const double *now, guint count)
{
    g_autofree double *kept = g_new(double, 2 * (gsize)count + 1);
    gsize n = 0;
    for (guint i = 0; i < count; i++)
        if (before[i] > 0 && now[i] > 0) {
            kept[n] = before[i];
            kept[count + n++] = now[i];
        }
    return aitchison_distance(kept, kept + count, n);
}

StructureYear structure_of_year(const GPtrArray *series, Kind kind, Scope scope, int year)
{
    StructureYear structure = {.year = year, .classes = classes_of_fund(series, kind, scope, FUND_ALL, year)};
    if (structure.classes->len == 0) {
        g_array_unref(structure.classes);
        structure.classes = classes_of_fund(series, kind, scope, FUND_GENERAL, year);
    }
    guint count = structure.classes->len;
    g_autofree double *before = g_new(double, count + 1);
    g_autofree double *now = g_new(double, count + 1);
    for (guint i = 0; i < count; i++) {
        before[i] = g_array_index(structure.classes, ClassShare, i).before;
        now[i] = g_array_index(structure.classes, ClassShare, i).now;
    }
    structure.concentration = concentration_from_parts(now, count);
    structure.change = structural_change(before, now, count);
    structure.distance = distance_of_kept(before, now, count);
    return structure;
}

void structure_year_clear(StructureYear *structure)
{
    g_clear_pointer(&structure->classes, g_array_unref);
}
