/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/series.h"

#include <string.h>

#include "history/comparable.h"
#include "history/vintage.h"

void series_free(Series *series)
{
    if (series == NULL)
        return;
    g_free(series->department);
    g_free(series->measure);
    g_free(series->code);
    g_free(series->label);
    g_array_unref(series->points);
    g_clear_pointer(&series->joined, g_array_unref);
    g_free(series);
}

typedef struct {
    GHashTable *index; /* key -> Series */
    GPtrArray *all;
    const Lineage *lineage; /* may be NULL */
} Collection;

/* How often the code was given another meaning from a year on, up to the filing's. */
static int meanings_since(const Lineage *lineage, const Filing *filing, const Quantity *quantity, int year)
{
    int meanings = 0;
    for (guint i = 0; lineage != NULL && quantity->code[0] != '\0' && i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        int sign = 0;
        if (link->kind == LINK_CUT && link->confirmed && link->year >= year && link->year <= filing->fiscal_year &&
            g_str_equal(link->to, quantity->code) && link_touches(link, filing->kind, filing->scope, quantity, &sign))
            meanings++;
    }
    return meanings;
}

static int meaning_of(const Lineage *lineage, const Filing *filing, const Quantity *quantity)
{
    return meanings_since(lineage, filing, quantity, 0);
}

static bool is_cut_in(const Lineage *lineage, const Filing *filing, const Quantity *quantity)
{
    return meanings_since(lineage, filing, quantity, filing->fiscal_year) > 0;
}

/* What makes two figures points of one series. */
static char *series_key(const Collection *collection, const Filing *filing, const Quantity *quantity, Phase phase)
{
    return g_strdup_printf("%d\n%d\n%d\n%d\n%d\n%s\n%s\n%s\n%d", (int)filing->kind, (int)phase, (int)filing->scope,
                           (int)quantity->direction, (int)quantity->fund, quantity->measure, quantity->code,
                           quantity->label, meaning_of(collection->lineage, filing, quantity));
}

static Series *series_of(Collection *collection, const Filing *filing, const Quantity *quantity, Phase phase)
{
    g_autofree char *key = series_key(collection, filing, quantity, phase);
    Series *series = g_hash_table_lookup(collection->index, key);
    if (series != NULL)
        return series;
    series = g_new0(Series, 1);
    series->department = g_strdup(filing->department);
    series->kind = filing->kind;
    series->phase = phase;
    series->scope = filing->scope;
    series->direction = quantity->direction;
    series->fund = quantity->fund;
    series->measure = g_strdup(quantity->measure);
    series->code = g_strdup(quantity->code);
    series->label = g_strdup(quantity->label);
    series->points = g_array_new(FALSE, FALSE, sizeof(SeriesPoint));
    series->joined = g_array_new(FALSE, FALSE, sizeof(SeriesPoint));
    g_hash_table_insert(collection->index, g_steal_pointer(&key), series);
    g_ptr_array_add(collection->all, series);
    return series;
}

/*
 * One point a year: what the first table of the latest file says; a filed figure takes the place of an implied one,
 * never the reverse.
 */
static void series_add(Series *series, SeriesPoint point)
{
    for (guint i = 0; i < series->points->len; i++) {
        SeriesPoint *known = &g_array_index(series->points, SeriesPoint, i);
        if (known->year != point.year)
            continue;
        if (!point.implied && (known->implied || known->filing != point.filing))
            *known = point;
        return;
    }
    g_array_append_val(series->points, point);
}

/* Cells whose column is not certain enter no series. */
static void add_cells(Collection *collection, const Filing *filing)
{
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint i = 0; i < table->cells->len; i++) {
            const Cell *cell = &g_array_index(table->cells, Cell, i);
            const Row *row = table_row(table, cell->row);
            Quantity quantity;
            if (cell->proof == PROOF_AMBIGUOUS || !table_cell_quantity(table, cell, &quantity))
                continue;
            g_autofree char *measure = NULL;
            Phase phase = vintage_of_figure(filing, table_column(table, cell->column), quantity.measure, &measure);
            quantity.measure = measure;
            Series *series = series_of(collection, filing, &quantity, phase);
            if (row->label[0] != '\0' && quantity.label[0] == '\0') {
                text_set(&series->label, row->label);
            }
            series_add(series, (SeriesPoint){.year = filing->fiscal_year,
                                             .amount = cell->amount,
                                             .has_comparable = true,
                                             .comparable = cell->amount,
                                             .filing = filing->id,
                                             .page = row->page});
        }
    }
}

/* amount - change: last year's figure, in the kind of filing the claim compares with. */
static void add_implied(Collection *collection, const Filing *filing)
{
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        bool same_kind = (claim->against == AGAINST_LAST_BUDGET && filing->kind == KIND_BUDGET) ||
                         (claim->against == AGAINST_LAST_ACCOUNTS && filing->kind == KIND_ACCOUNTS);
        bool change = claim->has_change || claim->turn == TURN_SAME;
        if (!claim->has_amount || !change || !same_kind || claim->measure[0] == '\0')
            continue;
        Amount base = claim->amount;
        if (claim->has_change && !amount_subtract(claim->amount, claim->change, &base))
            continue;
        Quantity quantity = {claim->direction, claim->fund, claim->measure, claim->code, (char *)""};
        Phase phase = filing->kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
        Series *series = series_of(collection, filing, &quantity, phase);
        if (series->label[0] == '\0') {
            text_set(&series->label, claim->subject);
        }
        /* Where the code means another thing since this year, the base is the other thing's. */
        if (!is_cut_in(collection->lineage, filing, &quantity))
            series_add(series, (SeriesPoint){.year = filing->fiscal_year - 1,
                                             .amount = base,
                                             .has_comparable = true,
                                             .comparable = base,
                                             .implied = true,
                                             .filing = filing->id,
                                             .page = claim->page});
        /* A quantity that only the text states has this year's figure from there too. */
        series_add(series, (SeriesPoint){.year = filing->fiscal_year,
                                         .amount = claim->amount,
                                         .has_comparable = true,
                                         .comparable = claim->amount,
                                         .filing = filing->id,
                                         .page = claim->page});
    }
}

static gint compare_points(gconstpointer a, gconstpointer b)
{
    return ((const SeriesPoint *)a)->year - ((const SeriesPoint *)b)->year;
}

static gint compare_series(gconstpointer a, gconstpointer b)
{
    const Series *x = *(Series *const *)a;
    const Series *y = *(Series *const *)b;
    if (x->kind != y->kind)
        return (int)x->kind - (int)y->kind;
    if (x->scope != y->scope)
        return (int)x->scope - (int)y->scope;
    if (x->direction != y->direction)
        return (int)x->direction - (int)y->direction;
    if (x->fund != y->fund)
        return (int)x->fund - (int)y->fund;
    int order = strcmp(x->measure, y->measure);
    if (order == 0)
        order = strcmp(x->code, y->code);
    if (order == 0)
        order = (int)x->phase - (int)y->phase;
    if (order == 0)
        order = series_point(x, 0)->year - series_point(y, 0)->year;
    return order != 0 ? order : strcmp(x->label, y->label);
}

GPtrArray *series_from_filings(const GPtrArray *filings, const Lineage *lineage)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)series_free);
    g_autoptr(GHashTable) index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Collection collection = {index, all, lineage};
    for (guint i = 0; i < filings->len; i++)
        add_cells(&collection, g_ptr_array_index(filings, i));
    for (guint i = 0; i < filings->len; i++)
        add_implied(&collection, g_ptr_array_index(filings, i));
    for (guint i = 0; i < all->len; i++)
        g_array_sort(((Series *)g_ptr_array_index(all, i))->points, compare_points);
    g_ptr_array_sort(all, compare_series);
    if (lineage != NULL)
        series_make_comparable(all, lineage);
    return all;
}

GPtrArray *series_of_department(const Department *department, const Thresholds *thresholds)
{
    g_autoptr(Lineage) lineage = lineage_from_department(department, thresholds);
    return series_from_filings(department->filings, lineage);
}
