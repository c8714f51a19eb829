/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/spelling.h"

#include <check.h>
#include <string.h>

#include "history/claim.h"
#include "history/particulars.h"
#include "history/reader.h"

static void add_word(GString *out, const char *name, const char *value)
{
    if (value[0] != '\0')
        g_string_append_printf(out, " %s=%s", name, value);
}

static void add_amount(GString *out, const char *name, bool has, Amount amount)
{
    g_autofree char *text = amount_to_text(amount);
    if (has)
        add_word(out, name, text);
}

static void add_rate(GString *out, const char *name, bool has, Rate rate)
{
    g_autofree char *text = rate_to_text(rate);
    if (has)
        add_word(out, name, text);
}

char *spell_lines(const Document *document)
{
    GString *out = g_string_new("page\tline\tfurniture\ttext\n");
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        g_string_append_printf(out, "%d\t%d\t%s\t%s\n", line->page, line->line, line->furniture ? "furniture" : "", line->text);
    }
    return g_string_free(out, FALSE);
}

char *spell_outline(const Document *document, const Outline *outline)
{
    GString *out = g_string_new("table\ttitle\tpage\ttitle_line\tfirst_line\tlast_line\n");
    for (guint i = 0; i < outline->tables->len; i++) {
        const TableRange *range = &g_array_index(outline->tables, TableRange, i);
        const Line *title = document_line(document, range->title);
        g_string_append_printf(out, "%s\t%s\t%d\t%d\t", range->table->id, range->printed_title, title->page, title->line);
        if (range->first < range->end)
            g_string_append_printf(out, "%d\t%d\n", document_line(document, range->first)->line,
                                   document_line(document, range->end - 1)->line);
        else
            g_string_append(out, "\t\n");
    }
    return g_string_free(out, FALSE);
}

char *spell_printed_rows(const PrintedTable *table)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < table->rows->len; i++) {
        const PrintedRow *row = g_ptr_array_index(table->rows, i);
        g_string_append(out, row->total ? "total " : "");
        g_string_append_printf(out, "%s%s", direction_word(row->side), row->side != DIRECTION_NONE ? " " : "");
        g_string_append_printf(out, "%s%s%s", row->code, row->code[0] != '\0' ? " " : "", row->label);
        if (row->project[0] != '\0')
            g_string_append_printf(out, " project %s", row->project);
        g_string_append_c(out, ':');
        for (guint k = 0; k < row->figures->len; k++)
            g_string_append_printf(out, " %s", g_array_index(row->figures, Figure, k).text);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

char *spell_cells(const Table *table)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        g_autofree char *amount = amount_to_text(cell->amount);
        const char *name = row->project[0] != '\0' ? row->project : row->code[0] != '\0' ? row->code : row->label;
        g_string_append_printf(out, "%s %s=%s %s%s%s\n", name, table_column(table, cell->column)->path, amount,
                               proof_word(cell->proof), cell->alternatives[0] != '\0' ? " or " : "", cell->alternatives);
    }
    return g_string_free(out, FALSE);
}

static void add_claim(GString *out, const Claim *claim)
{
    g_string_append(out, claim->subject[0] != '\0' ? claim->subject : "?");
    if (claim->code[0] != '\0')
        g_string_append_printf(out, " %s", claim->code);
    if (claim->measure[0] != '\0')
        g_string_append_printf(out, " %s/%s/%s", direction_word(claim->direction), fund_word(claim->fund), claim->measure);
    add_amount(out, "amount", claim->has_amount, claim->amount);
    add_rate(out, "share", claim->has_share, claim->share);
    add_word(out, "of", claim->share_of);
    add_amount(out, "base", claim->has_base, claim->base);
    add_amount(out, "change", claim->has_change, claim->change);
    add_rate(out, claim->growth_is_times ? "times" : claim->growth_bare ? "bare" : "growth", claim->has_growth, claim->growth);
    add_rate(out, "completion", claim->has_completion, claim->completion);
    add_word(out, "against", against_word(claim->against));
    add_word(out, "turn", turn_word(claim->turn));
    add_word(out, "words", claim->turn_words);
    add_word(out, "reason", claim->reason);
    g_string_append_c(out, '\n');
}

char *spell_claims(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->claims->len; i++)
        add_claim(out, g_ptr_array_index(filing->claims, i));
    return g_string_free(out, FALSE);
}

static const char *subject_of(const Filing *filing, int claim)
{
    return ((const Claim *)g_ptr_array_index(filing->claims, (guint)claim))->subject;
}

char *spell_sums(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->sums->len; i++) {
        const Sum *sum = g_ptr_array_index(filing->sums, i);
        g_string_append_printf(out, "%s =", subject_of(filing, sum->whole));
        for (guint k = 0; k < sum->parts->len; k++)
            g_string_append_printf(out, "%s %s", k > 0 ? " +" : "", subject_of(filing, g_array_index(sum->parts, int, k)));
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

char *spell_doubts(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        g_string_append_printf(out, "%s: %s\n", doubt->text, doubt->why);
    }
    return g_string_free(out, FALSE);
}

const Form *sample_form(void)
{
    const Form *form = form_by_id("xinjiang-budget");
    ck_assert_ptr_nonnull(form);
    return form;
}

Filing *filing_of_text(const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GPtrArray) filings = filings_from_bytes("filing.txt", bytes, &error);
    ck_assert_msg(filings != NULL, "refused: %s", error != NULL ? error->message : "");
    ck_assert_uint_eq(filings->len, 1);
    return g_ptr_array_steal_index(filings, 0);
}

Filing *filing_of_narrative(const char *text, Kind kind)
{
    g_autoptr(Document) document = document_from_text(text);
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    Filing *filing = filing_new();
    g_free(filing->department);
    filing->department = g_strdup("虚构县图书馆");
    filing->fiscal_year = 2024;
    filing->kind = kind;
    claims_from_narrative(document, narrative, filing);
    particulars_from_narrative(document, narrative, filing);
    return filing;
}

void check_spelling(const char *why, const char *read, const char *expected)
{
    ck_assert_msg(g_str_equal(read, expected), "%s:\n%s\nexpected\n%s", why, read, expected);
}
