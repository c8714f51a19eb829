/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/figures.h"

#include <string.h>

#include "history/form.h"
#include "history/sheet_form.h"

struct Figures {
    const Filing *filing;
    GHashTable *places;    /* Quantity -> GArray of Place */
    GPtrArray *quantities; /* in order; the table's keys */
};

static void add_place(Figures *figures, const Table *table, const Cell *cell)
{
    Quantity quantity;
    if (!table_cell_quantity(table, cell, &quantity))
        return;
    GArray *places = g_hash_table_lookup(figures->places, &quantity);
    if (places == NULL) {
        Quantity *key = g_memdup2(&quantity, sizeof quantity);
        places = g_array_new(FALSE, FALSE, sizeof(Place));
        g_hash_table_insert(figures->places, key, places);
        g_ptr_array_add(figures->quantities, key);
    }
    Place place = {table, cell};
    g_array_append_val(places, place);
}

Figures *figures_new(const Filing *filing)
{
    Figures *figures = g_new0(Figures, 1);
    figures->filing = filing;
    figures->places = quantity_table_new(g_free, (GDestroyNotify)g_array_unref);
    figures->quantities = g_ptr_array_new();
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint i = 0; i < table->cells->len; i++)
            add_place(figures, table, &g_array_index(table->cells, Cell, i));
    }
    return figures;
}

void figures_free(Figures *figures)
{
    if (figures == NULL)
        return;
    g_ptr_array_unref(figures->quantities);
    g_hash_table_unref(figures->places);
    g_free(figures);
}

const GArray *figures_places(const Figures *figures, const Quantity *quantity)
{
    return g_hash_table_lookup(figures->places, quantity);
}

const GPtrArray *figures_quantities(const Figures *figures)
{
    return figures->quantities;
}

bool figures_amount(const Figures *figures, const Quantity *quantity, Amount *amount, Place *place)
{
    const GArray *places = figures_places(figures, quantity);
    for (guint i = 0; places != NULL && i < places->len; i++) {
        const Place *found = &g_array_index(places, Place, i);
        if (found->cell->proof == PROOF_AMBIGUOUS)
            continue;
        *amount = found->cell->amount;
        if (place != NULL)
            *place = *found;
        return true;
    }
    return false;
}

bool label_is_total(const char *label)
{
    static const char *const labels[] = {"", "总计", "合计", "收入总计", "支出总计", "收入合计", "支出合计", "total", "Total", "TOTAL"};
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++)
        if (g_str_equal(label, labels[i]))
            return true;
    return false;
}

/* True for the kind of quantity, whatever its code. */
static bool is_kind(const Quantity *quantity, Direction direction, Fund fund, const char *measure)
{
    return quantity->direction == direction && quantity->fund == fund && g_str_equal(quantity->measure, measure);
}

bool figures_whole(const Figures *figures, const Quantity *quantity, Amount *amount, Place *place)
{
    if (figures_amount(figures, quantity, amount, place))
        return true;
    const GPtrArray *quantities = figures_quantities(figures);
    for (guint i = 0; quantity->code[0] == '\0' && i < quantities->len; i++) {
        const Quantity *other = g_ptr_array_index(quantities, i);
        if (is_kind(quantity, other->direction, other->fund, other->measure) && other->code[0] == '\0' &&
            label_is_total(other->label))
            return figures_amount(figures, other, amount, place);
    }
    return false;
}

static bool has_column(const Table *table, const Quantity *quantity)
{
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = table_column(table, (int)i);
        if (is_kind(quantity, column->direction, column->fund, column->measure))
            return true;
    }
    return false;
}

/* A row of its own for the quantity (单位资金 in the summary), whether figures stand in it or not, is a cell when printed. */
static bool prints_depth(const Table *table, const Quantity *quantity)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const Row *row = table_row(table, (int)i);
        bool same_side = row->side == DIRECTION_NONE || row->side == quantity->direction;
        bool same_kind = quantity->code[0] == '\0' || row->code[0] == quantity->code[0];
        if (same_side && same_kind && row->measure[0] == '\0' && strlen(row->code) == strlen(quantity->code))
            return true;
    }
    return false;
}

/*
 * True when a table prints nothing in the quantity's columns, but figures under headings that no form knows: it may be printed
 * there.
 */
static bool may_be_under_another_heading(const Figures *figures, const Table *table, const Quantity *quantity)
{
    bool unknown = false;
    for (guint i = 0; i < table->cells->len; i++) {
        const Column *column = table_column(table, g_array_index(table->cells, Cell, i).column);
        if (is_kind(quantity, column->direction, column->fund, column->measure))
            return false;
        unknown |= column->measure[0] == '\0' && !heading_is_of_other_year(column->path, figures->filing->fiscal_year);
    }
    return unknown;
}

static bool table_is_doubted(const Filing *filing, const Table *table)
{
    for (guint i = 0; i < filing->doubts->len; i++)
        if (g_str_equal(((const Doubt *)g_ptr_array_index(filing->doubts, i))->table, table->title))
            return true;
    return false;
}

/* A figure of the table that could not be read may be any of those that are missing. */
static bool misses_figures(const Filing *filing, const Table *table)
{
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        const char *point = g_str_equal(doubt->table, table->title) ? strchr(doubt->text, '.') : NULL;
        if (point != NULL && point > doubt->text && g_ascii_isdigit(point[-1]) && g_ascii_isdigit(point[1]))
            return true;
    }
    return false;
}

static bool is_ambiguous(const Table *table)
{
    for (guint i = 0; i < table->cells->len; i++)
        if (g_array_index(table->cells, Cell, i).proof == PROOF_AMBIGUOUS)
            return true;
    return false;
}

bool figures_cover(const Figures *figures, const Quantity *quantity)
{
    for (guint t = 0; t < figures->filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(figures->filing->tables, t);
        bool says = has_column(table, quantity) &&
                    (table->state == TABLE_EMPTY || (table->state == TABLE_READ && prints_depth(table, quantity)));
        if (says && !may_be_under_another_heading(figures, table, quantity) && !is_ambiguous(table) &&
            !misses_figures(figures->filing, table))
            return true;
    }
    return false;
}

static bool part_has_line(const FormPart *part, const Quantity *quantity)
{
    for (guint i = 0; i < part->lines->len; i++) {
        const FormLine *line = g_ptr_array_index(part->lines, i);
        if (is_kind(quantity, line->direction, line->fund, line->measure))
            return true;
    }
    return false;
}

/* Every figure of these sides stands for sure in a line that is known, and none in the quantity's own. */
static bool side_is_known_without(const Table *table, Direction side, const Quantity *quantity)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        bool own = is_kind(quantity, row->direction, row->fund, row->measure);
        bool known = row->measure[0] != '\0' || row->code[0] != '\0' || row->subject[0] != '\0';
        if (row->side == side && (own || !known || cell->proof == PROOF_AMBIGUOUS))
            return false;
    }
    return true;
}

bool figures_line_is_blank(const Figures *figures, const Quantity *quantity)
{
    const Form *form = form_by_id(figures->filing->form);
    for (guint t = 0; form != NULL && t < figures->filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(figures->filing->tables, t);
        const FormTable *form_table = form_table_by_id(form, table->form_table);
        if (form_table == NULL || table->state != TABLE_READ || table_is_doubted(figures->filing, table))
            continue;
        for (int i = 0; i < form_table->part_count; i++)
            if (part_has_line(form_table->parts[i], quantity) &&
                side_is_known_without(table, form_table->parts[i]->side, quantity))
                return true;
    }
    return false;
}

bool figures_only_here(const Figures *here, const Figures *there, const Quantity *quantity, Amount *amount)
{
    Amount other;
    if (!figures_amount(here, quantity, amount, NULL) || amount->fen == 0)
        return false;
    if (figures_places(there, quantity) == NULL)
        return figures_cover(there, quantity);
    return figures_amount(there, quantity, &other, NULL) && other.fen == 0;
}

bool figures_total(const Figures *figures, Amount *total)
{
    Quantity expenditure = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "");
    Quantity revenue = quantity_of(DIRECTION_REVENUE, FUND_ALL, "total", "");
    return figures_amount(figures, &expenditure, total, NULL) || figures_amount(figures, &revenue, total, NULL);
}
