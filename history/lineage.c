/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage.h"

#include <string.h>

#include "history/lineage_find.h"
#include "history/lineage_file.h"

void link_free(Link *link)
{
    if (link == NULL)
        return;
    g_free(link->measure);
    g_free(link->from);
    g_free(link->from_name);
    g_free(link->to);
    g_free(link->to_name);
    g_free(link->text);
    g_free(link);
}

void lineage_free(Lineage *lineage)
{
    if (lineage == NULL)
        return;
    g_ptr_array_unref(lineage->links);
    g_free(lineage);
}

bool link_touches(const Link *link, Kind kind, Scope scope, const Quantity *quantity, int *sign)
{
    if (link->filing_kind != kind || link->scope != scope || link->direction != quantity->direction ||
        link->fund != quantity->fund || !g_str_equal(link->measure, quantity->measure) || quantity->code[0] == '\0')
        return false;
    int in = g_str_has_prefix(link->to, quantity->code) ? 1 : 0;
    int out = g_str_has_prefix(link->from, quantity->code) ? 1 : 0;
    *sign = in - out;
    return in != 0 || out != 0;
}

static bool is_between(const Link *link, int base_year, int year)
{
    return link->base_year >= base_year && link->year <= year;
}

Amount lineage_moved(const Lineage *lineage, Kind kind, Scope scope, const Quantity *quantity, int base_year, int year)
{
    Amount moved = {0, 1};
    for (guint i = 0; i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        int sign = 0;
        if (!link->confirmed || !link->has_amount || !is_between(link, base_year, year) ||
            !link_touches(link, kind, scope, quantity, &sign) || sign == 0)
            continue;
        Amount part = {sign * link->amount.fen, link->amount.step};
        amount_add(moved, part, &moved);
    }
    return moved;
}

const Link *lineage_link(const Lineage *lineage, Kind kind, Scope scope, const Quantity *quantity, int base_year, int year)
{
    const Link *found = NULL;
    for (guint i = 0; i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        int sign = 0;
        if (is_between(link, base_year, year) && link_touches(link, kind, scope, quantity, &sign) && sign != 0 &&
            (found == NULL || (link->confirmed && !found->confirmed)))
            found = link;
    }
    return found;
}

/* A user's word on this very step; year 0 in the file holds for every year. */
static bool row_speaks_of(const LineageRow *row, const Link *link)
{
    return (row->year == 0 || row->year == link->year) && g_str_equal(row->from, link->from) && g_str_equal(row->to, link->to);
}

/* What the user says is no move, or not the same subject, is left out whatever was found. */
static bool is_denied(const GPtrArray *rows, const Link *link)
{
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        bool denies = row->act == LINEAGE_KEEP || (row->act == LINEAGE_APART && link->kind != LINK_CUT) ||
                      (row->act == LINEAGE_SAME && link->kind == LINK_CUT);
        if (link->origin != LINK_BY_USER && denies && row_speaks_of(row, link))
            return true;
    }
    return false;
}

static gint compare_links(gconstpointer a, gconstpointer b)
{
    const Link *x = *(Link *const *)a;
    const Link *y = *(Link *const *)b;
    int order = (x->year > y->year) - (x->year < y->year);
    order = order != 0 ? order : strcmp(x->from, y->from);
    order = order != 0 ? order : strcmp(x->to, y->to);
    order = order != 0 ? order : (int)x->direction - (int)y->direction;
    order = order != 0 ? order : (int)x->fund - (int)y->fund;
    return order != 0 ? order : strcmp(x->measure, y->measure);
}

Lineage *lineage_from_department(const Department *department, const Thresholds *thresholds)
{
    Lineage *lineage = g_new0(Lineage, 1);
    lineage->links = g_ptr_array_new_with_free_func((GDestroyNotify)link_free);
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *now = g_ptr_array_index(department->filings, i);
        const Filing *before = department_filing_like(department, now, now->fiscal_year - 1);
        lineage_find(lineage->links, before, now, department->lineage, thresholds);
    }
    for (guint i = lineage->links->len; i > 0; i--)
        if (is_denied(department->lineage, g_ptr_array_index(lineage->links, i - 1)))
            g_ptr_array_remove_index(lineage->links, i - 1);
    g_ptr_array_sort(lineage->links, compare_links);
    return lineage;
}
