/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/cited.h"

#include "analysis/change.h"
#include "history/figures.h"

static const Figures *figures_of(const Report *report, const Filing *filing)
{
    Figures *figures = g_hash_table_lookup(report->figures, filing);
    if (figures == NULL) {
        figures = figures_new(filing);
        g_hash_table_insert(report->figures, (gpointer)filing, figures);
    }
    return figures;
}

static const char *cite_place(const Report *report, const Filing *filing, Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    g_autofree char *amount = amount_to_display(place.cell->amount);
    g_autofree char *where = g_strconcat(place.table->title, " · ", row->path, " · ",
                                         table_column(place.table, place.cell->column)->path, NULL);
    return places_cite_figure(report->places, filing, row->page, row->line, where, amount);
}

static const char *cite_cell(const Report *report, const Filing *filing, const Quantity *quantity, Amount amount)
{
    Place place;
    Amount printed;
    if (filing == NULL || !figures_whole(figures_of(report, filing), quantity, &printed, &place) || printed.fen != amount.fen)
        return NULL;
    return cite_place(report, filing, place);
}

static bool claim_measures(const Claim *claim, const Quantity *quantity)
{
    return claim->direction == quantity->direction && claim->fund == quantity->fund &&
           g_str_equal(claim->measure, quantity->measure) && g_str_equal(claim->code, quantity->code);
}

/* The sentence that states the amount; with `implied`, the one from which it follows as last year's. */
static const char *cite_sentence(const Report *report, const Filing *filing, const Quantity *quantity, Amount amount, bool implied)
{
    for (guint i = 0; filing != NULL && i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        Amount base, change;
        bool says = implied ? claim_implied_base(claim, &base, &change) && base.fen == amount.fen
                            : claim->has_amount && claim->amount.fen == amount.fen;
        if (says && claim_measures(claim, quantity))
            return places_cite_figure(report->places, filing, claim->page, claim->line, "", claim->text);
    }
    return NULL;
}

const char *cite_year_figure(const Report *report, Yardstick yardstick, const char *code, int year, YearFigure figure)
{
    const DepartmentYear *view = report->view;
    Quantity quantity = quantity_of(yardstick.direction, yardstick.fund, yardstick.measure, code);
    const Filing *filing = year == view->year ? view->filing : department_filing_like(view->department, view->filing, year);
    if (!figure.known)
        return NULL;
    const char *anchor = cite_cell(report, filing, &quantity, figure.amount);
    if (anchor == NULL)
        anchor = cite_sentence(report, filing, &quantity, figure.amount, false);
    if (anchor == NULL && figure.implied)
        anchor = cite_sentence(report,
                               year + 1 == view->year ? view->filing
                                                      : department_filing_like(view->department, view->filing, year + 1),
                               &quantity, figure.amount, true);
    return anchor;
}

static const char *cite_line_amount(const Report *report, const Filing *filing, const LedgerLine *line, Amount amount)
{
    Quantity quantity = quantity_of(line->direction, line->fund, line->measure, line->code);
    if (line->code[0] == '\0')
        quantity.label = line->subject;
    const char *anchor = cite_cell(report, filing, &quantity, amount);
    quantity.label = (char *)"";
    return anchor != NULL || line->code[0] != '\0' ? anchor : cite_cell(report, filing, &quantity, amount);
}

const char *cite_line_change(const Report *report, const LedgerLine *line)
{
    return line->page > 0 ? places_cite(report->places, report->view->filing, line->page, line->line, "", line->text) : NULL;
}

const char *cite_line_current(const Report *report, const LedgerLine *line)
{
    if (line->rest)
        return NULL;
    const char *anchor = cite_line_amount(report, report->view->filing, line, line->current);
    return anchor != NULL ? anchor : cite_line_change(report, line);
}

const char *cite_line_base(const Report *report, const LedgerLine *line)
{
    const DepartmentYear *view = report->view;
    if (line->rest)
        return NULL;
    if (!view->ledger->base_filed)
        return cite_line_change(report, line);
    return cite_line_amount(report, department_filing_like(view->department, view->filing, view->base_year), line, line->base);
}

static void cited_cell(ReportTable *table, const char *text, const char *anchor)
{
    Prose *cell = prose_new(NULL);
    prose_link(cell, TONE_PLAIN, anchor, text);
    report_table_prose(table, cell);
}

void cited_amount_cell(ReportTable *table, Amount amount, const char *anchor)
{
    g_autofree char *text = amount_to_display(amount);
    cited_cell(table, text, anchor);
}

void cited_change_cell(ReportTable *table, Amount change, const char *anchor)
{
    g_autofree char *text = amount_to_change(change);
    cited_cell(table, text, anchor);
}
