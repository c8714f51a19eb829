/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/raise.h"

#include <string.h>

#include "analysis/rule/years.h"
#include "schema/language.h"

/* What a figure is called: its row, or its column where a table of one row names none. */
static const char *name_of_place(Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    if (row->project[0] != '\0' || row->label[0] != '\0')
        return row->project[0] != '\0' ? row->project : row->label;
    const char *path = table_column(place.table, place.cell->column)->path;
    const char *slash = strrchr(path, '/');
    return slash != NULL && !g_str_has_suffix(path, "/小计") && !g_str_has_suffix(path, "/合计") ? slash + 1 : path;
}

static Finding *begin(RuleContext *context, const char *rule, Severity severity, const char *subject, const char *code)
{
    Finding *finding = finding_new(rule, severity, context->filing, subject, code);
    g_ptr_array_add(context->findings, finding);
    return finding;
}

Finding *raise_on_claim(RuleContext *context, const char *rule, Severity severity, const Claim *claim)
{
    Finding *finding = begin(context, rule, severity, claim->subject, claim->code);
    if (claim->against == AGAINST_LAST_BUDGET || claim->against == AGAINST_LAST_ACCOUNTS)
        finding->base_year = context->filing->fiscal_year - 1;
    raise_add_claim(context, finding, claim);
    return finding;
}

Finding *raise_on_place(RuleContext *context, const char *rule, Severity severity, Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    Finding *finding = begin(context, rule, severity, name_of_place(place), row->code);
    raise_add_place(context, finding, place);
    return finding;
}

Finding *raise_on_table(RuleContext *context, const char *rule, Severity severity, const Table *table)
{
    Finding *finding = begin(context, rule, severity, table->title, "");
    finding_add_evidence(finding, context->filing, table->page, table->line, table->title, NULL, NULL, table->note);
    return finding;
}

static bool place_of_series(const Figures *figures, const Series *series, Place *place)
{
    Quantity quantity = quantity_of(series->direction, series->fund, series->measure, series->code);
    Amount amount;
    return figures_whole(figures, &quantity, &amount, place);
}

void raise_add_place_of(Finding *finding, const Filing *filing, Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    g_autofree char *figure = amount_to_display(place.cell->amount);
    finding_add_evidence(finding, filing, row->page, row->line, place.table->title,
                         row->code[0] != '\0' ? row->code : row->label,
                         table_column(place.table, place.cell->column)->path, figure);
}

Finding *raise_on_series(RuleContext *context, const char *rule, Severity severity, const Series *series)
{
    Place place;
    if (!place_of_series(figures_now(context), series, &place))
        return NULL;
    Finding *finding = begin(context, rule, severity, name_of_place(place), series->code);
    raise_add_place(context, finding, place);
    const Filing *last = filing_last(context);
    if (last != NULL && place_of_series(figures_last(context), series, &place))
        raise_add_place_of(finding, last, place);
    return finding;
}

void raise_add_place(RuleContext *context, Finding *finding, Place place)
{
    raise_add_place_of(finding, context->filing, place);
}

void raise_add_claim(RuleContext *context, Finding *finding, const Claim *claim)
{
    finding_add_evidence(finding, context->filing, claim->page, claim->line, NULL, NULL, NULL, claim->text);
}

void raise_say(Finding *finding, char *message, char *question)
{
    if (message != NULL) {
        g_free(finding->message);
        finding->message = message;
    }
    if (question != NULL) {
        g_free(finding->question);
        finding->question = question;
    }
}

void raise_amount(Finding *finding, Amount amount)
{
    finding->has_amount = true;
    finding->amount = amount;
}

char *claim_title(const Claim *claim)
{
    return claim->code[0] != '\0' ? g_strdup_printf("%s %s", claim->code, claim->subject) : g_strdup(claim->subject);
}

char *place_subject(Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    const char *name = name_of_place(place);
    return row->code[0] != '\0' ? g_strdup_printf("%s %s", row->code, name) : g_strdup(name);
}

char *place_title(Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    const char *path = table_column(place.table, place.cell->column)->path;
    if (row->label[0] == '\0' && row->project[0] == '\0' && row->code[0] == '\0')
        return g_strdup(path);
    g_autofree char *subject = place_subject(place);
    return g_strdup_printf("%s%s%s", subject, say("·", " / "), path);
}
