/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/corpus/corpus.h"

#include <string.h>

enum { DIFFERENCES_SHOWN = 10 };

/* What is counted of a file, and of all of them. */
typedef struct {
    guint read, known, unknown, unread, missing; /* tables */
    guint cells, proofs[PROOF_AMBIGUOUS + 1];
    guint verdicts[IDENTITY_KINDS][VERDICT_IMPOSSIBLE + 1];
    guint claims, doubts;
    double milliseconds;
    CellScore truth_cells;
    ClaimScore truth_claims;
} Tally;

static const RowColumn columns[] = {
    {"file", ROW_TEXT, NULL, NULL, 44}, TEXT_COLUMN("form"),       NUMBER_COLUMN("read"),    NUMBER_COLUMN("known"),
    NUMBER_COLUMN("unknown"),           NUMBER_COLUMN("unread"),   NUMBER_COLUMN("missing"), NUMBER_COLUMN("cells"),
    NUMBER_COLUMN("grid%"),             NUMBER_COLUMN("unique%"),  NUMBER_COLUMN("likely%"), NUMBER_COLUMN("ambiguous%"),
    NUMBER_COLUMN("exact"),             NUMBER_COLUMN("rounding"), NUMBER_COLUMN("fail"),    NUMBER_COLUMN("claims"),
    NUMBER_COLUMN("doubts"),            NUMBER_COLUMN("ms"),       NUMBER_COLUMN("recall%"), NUMBER_COLUMN("precision%"),
    NUMBER_COLUMN("said"),              NUMBER_COLUMN("found"),    NUMBER_COLUMN("amount"),  NUMBER_COLUMN("figures"),
    NUMBER_COLUMN("reason"),
};

static void tally_table(Tally *tally, const Table *table)
{
    bool known = table->form_table[0] != '\0';
    tally->read += table->state == TABLE_READ || table->state == TABLE_EMPTY;
    tally->known += known && table->state != TABLE_MISSING;
    tally->unknown += !known;
    tally->unread += table->state == TABLE_UNREAD;
    tally->missing += table->state == TABLE_MISSING;
    tally->cells += table->cells->len;
    for (guint i = 0; i < table->cells->len; i++)
        tally->proofs[g_array_index(table->cells, Cell, i).proof]++;
}

static void tally_truth(Tally *tally, const FileReport *report)
{
    tally->truth_cells.known |= report->cells.known;
    tally->truth_cells.want += report->cells.want;
    tally->truth_cells.got += report->cells.got;
    tally->truth_cells.hit += report->cells.hit;
    tally->truth_claims.known |= report->claims.known;
    tally->truth_claims.want += report->claims.want;
    tally->truth_claims.found += report->claims.found;
    tally->truth_claims.amount += report->claims.amount;
    tally->truth_claims.figures += report->claims.figures;
    tally->truth_claims.reason += report->claims.reason;
}

static void tally_report(Tally *tally, const FileReport *report)
{
    for (guint f = 0; report->filings != NULL && f < report->filings->len; f++) {
        const Filing *filing = g_ptr_array_index(report->filings, f);
        for (guint t = 0; t < filing->tables->len; t++)
            tally_table(tally, g_ptr_array_index(filing->tables, t));
        tally->claims += filing->claims->len;
        tally->doubts += filing->doubts->len;
    }
    for (guint i = 0; i < report->identities->len; i++) {
        const Identity *identity = &g_array_index(report->identities, Identity, i);
        tally->verdicts[identity->kind][identity->verdict]++;
    }
    tally->milliseconds += report->milliseconds;
    tally_truth(tally, report);
}

/* A part in percent that says 100 only when it is all. */
static void put_percent(RowWriter *rows, bool known, guint part, guint whole, bool matters)
{
    double percent = whole > 0 ? 100.0 * part / whole : 100.0;
    g_autofree char *text = g_strdup_printf("%.1f", part < whole ? MIN(percent, 99.9) : percent);
    if (matters && known)
        rows_mean(rows, part == whole ? MEANING_GOOD : MEANING_ERROR);
    if (known)
        rows_field(rows, text, text);
    else
        rows_absent(rows);
}

static void put_count(RowWriter *rows, bool known, guint count)
{
    if (known)
        rows_integer(rows, count);
    else
        rows_absent(rows);
}

static void put_identities(RowWriter *rows, const Tally *tally)
{
    guint sums[VERDICT_IMPOSSIBLE + 1] = {0};
    for (int kind = 0; kind < IDENTITY_KINDS; kind++)
        for (int verdict = 0; verdict <= VERDICT_IMPOSSIBLE; verdict++)
            sums[verdict] += tally->verdicts[kind][verdict];
    for (int verdict = 0; verdict <= VERDICT_IMPOSSIBLE; verdict++) {
        rows_mean(rows, verdict == VERDICT_IMPOSSIBLE && sums[verdict] > 0 ? MEANING_ERROR : MEANING_NONE);
        rows_integer(rows, sums[verdict]);
    }
}

static void put_truth(RowWriter *rows, const Tally *tally)
{
    const CellScore *cells = &tally->truth_cells;
    const ClaimScore *claims = &tally->truth_claims;
    put_percent(rows, cells->known, cells->hit, cells->want, true);
    put_percent(rows, cells->known, cells->hit, MAX(cells->got, cells->hit), true);
    put_count(rows, claims->known, claims->want);
    put_count(rows, claims->known, claims->found);
    put_count(rows, claims->known, claims->amount);
    put_count(rows, claims->known, claims->figures);
    put_count(rows, claims->known, claims->reason);
}

static void put_row(RowWriter *rows, const char *name, const char *form, const Tally *tally)
{
    const guint counts[] = {tally->read, tally->known, tally->unknown, tally->unread, tally->missing, tally->cells};
    rows_text(rows, name);
    rows_text(rows, form);
    for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
        rows_integer(rows, counts[i]);
    for (int proof = 0; proof <= PROOF_AMBIGUOUS; proof++)
        put_percent(rows, tally->cells > 0, tally->proofs[proof], tally->cells, false);
    put_identities(rows, tally);
    rows_integer(rows, tally->claims);
    rows_integer(rows, tally->doubts);
    g_autofree char *time = g_strdup_printf("%.1f", tally->milliseconds);
    rows_field(rows, time, time);
    put_truth(rows, tally);
}

static char *form_of(const FileReport *report)
{
    if (report->filings == NULL)
        return g_strdup("refused");
    const Filing *first = g_ptr_array_index(report->filings, 0);
    return report->filings->len > 1 ? g_strdup_printf("%s ×%u", first->form, report->filings->len) : g_strdup(first->form);
}

/* Refused, and by its name no filing: notes and lists lie about in any folder. A filing with a truth must be read. */
static bool is_passed_over(const FileReport *report)
{
    static const char *const endings[] = {".md", ".csv", ".tsv", ".json", ".log", ".sh", ".py"};
    bool other = false;
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        other |= g_str_has_suffix(report->name, endings[i]);
    return report->filings == NULL && !report->cells.known && !report->claims.known && (other || strchr(report->name, '.') == NULL);
}

static void print_files(const GPtrArray *reports, PrintOptions options, Tally *total)
{
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), options.format, false);
    guint files = 0;
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        if (is_passed_over(report))
            continue;
        Tally tally = {0};
        tally_report(&tally, report);
        tally_report(total, report);
        g_autofree char *form = form_of(report);
        put_row(rows, report->name, form, &tally);
        files++;
    }
    g_autofree char *name = g_strdup_printf("total: %u files", files);
    put_row(rows, name, "", total);
    rows_finish(rows);
}

static void print_kinds(const Tally *total, PrintOptions options)
{
    static const RowColumn kinds[] = {TEXT_COLUMN("identity"), NUMBER_COLUMN("exact"), NUMBER_COLUMN("rounding"), NUMBER_COLUMN("fail")};
    g_print("\n");
    RowWriter *rows = rows_new(kinds, G_N_ELEMENTS(kinds), options.format, false);
    for (int kind = 0; kind < IDENTITY_KINDS; kind++) {
        rows_text(rows, identity_name(kind));
        for (int verdict = 0; verdict <= VERDICT_IMPOSSIBLE; verdict++)
            rows_integer(rows, total->verdicts[kind][verdict]);
    }
    rows_finish(rows);
}

/* Files of one reason in one line, and a line for each that should have been a filing. */
static void print_refused(const GPtrArray *reports)
{
    g_autoptr(GHashTable) reasons = g_hash_table_new(g_str_hash, g_str_equal);
    guint passed = 0;
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        if (!is_passed_over(report))
            continue;
        passed++;
        g_hash_table_insert(reasons, report->message, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(reasons, report->message)) + 1));
    }
    g_print("\npassed over: %u files that are no filings", passed);
    GHashTableIter iter;
    gpointer reason, count;
    g_hash_table_iter_init(&iter, reasons);
    while (g_hash_table_iter_next(&iter, &reason, &count))
        g_print("; %u: %s", GPOINTER_TO_UINT(count), (const char *)reason);
    g_print("\n");
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        if (report->filings == NULL && !is_passed_over(report))
            g_print("refused: %s: %s\n", report->name, report->message);
    }
}

static void print_lines(const char *name, const char *what, const GPtrArray *lines, guint most)
{
    if (lines->len == 0)
        return;
    g_print("\n%s: %s: %u\n", name, what, lines->len);
    for (guint i = 0; i < MIN(lines->len, most); i++)
        g_print("  %s\n", (const char *)g_ptr_array_index(lines, i));
    if (lines->len > most)
        g_print("  … and %u more (-v)\n", lines->len - most);
}

static void print_differences(const GPtrArray *reports, PrintOptions options)
{
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        guint most = options.verbose ? G_MAXUINT : DIFFERENCES_SHOWN;
        print_lines(report->name, "cells that differ from the truth", report->cells.differences, most);
        print_lines(report->name, "tables and columns to look at", report->cells.notes, most);
        print_lines(report->name, "claims that differ from the truth", report->claims.differences, options.verbose ? most : 3);
    }
}

static void print_doubts(const GPtrArray *reports, PrintOptions options)
{
    static const RowColumn doubts[] = {{"file", ROW_TEXT, NULL, NULL, 44}, NUMBER_COLUMN("page"), TEXT_COLUMN("table"),
                                       {"text", ROW_TEXT, NULL, NULL, 60}, TEXT_COLUMN("why")};
    g_print("\ndoubts\n");
    RowWriter *rows = rows_new(doubts, G_N_ELEMENTS(doubts), options.format, false);
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        for (guint f = 0; report->filings != NULL && f < report->filings->len; f++) {
            const Filing *filing = g_ptr_array_index(report->filings, f);
            for (guint d = 0; d < filing->doubts->len; d++) {
                const Doubt *doubt = g_ptr_array_index(filing->doubts, d);
                rows_text(rows, report->name);
                rows_positive(rows, doubt->page);
                rows_text(rows, doubt->table);
                rows_text(rows, doubt->text);
                rows_text(rows, doubt->why);
            }
        }
    }
    rows_finish(rows);
}

static void print_failures(const GPtrArray *reports, PrintOptions options)
{
    static const RowColumn failures[] = {{"file", ROW_TEXT, NULL, NULL, 44}, NUMBER_COLUMN("page"), TEXT_COLUMN("table"), TEXT_COLUMN("row"),
                                         TEXT_COLUMN("column"), TEXT_COLUMN("identity"), TEXT_COLUMN("figures")};
    g_print("\nidentities that fail\n");
    RowWriter *rows = rows_new(failures, G_N_ELEMENTS(failures), options.format, false);
    for (guint i = 0; i < reports->len; i++) {
        const FileReport *report = g_ptr_array_index(reports, i);
        for (guint k = 0; k < report->identities->len; k++) {
            const Identity *identity = &g_array_index(report->identities, Identity, k);
            if (identity->verdict != VERDICT_IMPOSSIBLE)
                continue;
            rows_text(rows, report->name);
            rows_positive(rows, identity->page);
            rows_text(rows, identity->table);
            rows_text(rows, identity->row);
            rows_text(rows, identity->column);
            rows_text(rows, identity_name(identity->kind));
            rows_text(rows, identity->figures);
        }
    }
    rows_finish(rows);
}

void corpus_print(const GPtrArray *reports, const GPtrArray *missed, PrintOptions options)
{
    Tally total = {0};
    print_files(reports, options, &total);
    print_kinds(&total, options);
    print_refused(reports);
    for (guint i = 0; i < missed->len; i++)
        g_print("no file for the truth in %s\n", (const char *)g_ptr_array_index(missed, i));
    print_differences(reports, options);
    print_doubts(reports, options);
    print_failures(reports, options);
}
