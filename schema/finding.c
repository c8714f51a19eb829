/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/finding.h"

#include <string.h>

static void evidence_free(gpointer data)
{
    Evidence *evidence = data;
    g_free(evidence->file);
    g_free(evidence->table);
    g_free(evidence->row);
    g_free(evidence->column);
    g_free(evidence->text);
    g_free(evidence);
}

Finding *finding_new(const char *rule, Severity severity, const Filing *filing, const char *subject, const char *code)
{
    Finding *finding = g_new0(Finding, 1);
    finding->id = g_strdup("");
    finding->rule = rule;
    finding->severity = severity;
    finding->department = g_strdup(filing->department);
    finding->fiscal_year = filing->fiscal_year;
    finding->subject = g_strdup(subject);
    finding->code = g_strdup(code);
    finding->message = g_strdup("");
    finding->question = g_strdup("");
    finding->evidence = g_ptr_array_new_with_free_func(evidence_free);
    finding->status = g_strdup("open");
    return finding;
}

void finding_free(Finding *finding)
{
    if (finding == NULL)
        return;
    g_free(finding->id);
    g_free(finding->department);
    g_free(finding->subject);
    g_free(finding->code);
    g_free(finding->message);
    g_free(finding->question);
    g_ptr_array_unref(finding->evidence);
    g_free(finding->status);
    g_free(finding);
}

static char *copy_or_empty(const char *text)
{
    return g_strdup(text != NULL ? text : "");
}

void finding_add_evidence(Finding *finding, const Filing *filing, int page, int line, const char *table,
                          const char *row, const char *column, const char *text)
{
    Evidence *evidence = g_new0(Evidence, 1);
    const Source *source = filing_source(filing, page);
    const char *file = NULL;
    filing_place(filing, page, &file, &evidence->page);
    evidence->file = g_strdup(file);
    evidence->filing = source != NULL && source->id != 0 ? source->id : filing->id;
    evidence->line = line;
    evidence->table = copy_or_empty(table);
    evidence->row = copy_or_empty(row);
    evidence->column = copy_or_empty(column);
    evidence->text = copy_or_empty(text);
    g_ptr_array_add(finding->evidence, evidence);
}

void finding_settle_id(Finding *finding)
{
    GString *key = g_string_new(finding->rule);
    g_string_append_printf(key, "|%s|%d|%s|%s", finding->department, finding->fiscal_year, finding->subject, finding->code);
    if (finding->evidence->len > 0) {
        const Evidence *first = g_ptr_array_index(finding->evidence, 0);
        g_string_append_printf(key, "|%s|%s|%s|%s|%d|%d", first->table, first->row, first->column, first->text,
                               first->page, first->line);
    }
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key->str, (gssize)key->len);
    g_free(finding->id);
    finding->id = g_strndup(sum, 8);
    g_string_free(key, TRUE);
}

static guint64 size_at_issue(const Finding *finding)
{
    if (!finding->has_amount)
        return 0;
    return finding->amount.fen < 0 ? -(guint64)finding->amount.fen : (guint64)finding->amount.fen;
}

/* By page and line of the first place; a finding without one comes first. */
static int compare_places(const Finding *x, const Finding *y)
{
    if (x->evidence->len == 0 || y->evidence->len == 0)
        return (x->evidence->len > 0) - (y->evidence->len > 0);
    const Evidence *a = g_ptr_array_index(x->evidence, 0);
    const Evidence *b = g_ptr_array_index(y->evidence, 0);
    if (a->page != b->page)
        return a->page < b->page ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

gint finding_compare(gconstpointer a, gconstpointer b)
{
    const Finding *x = *(Finding *const *)a;
    const Finding *y = *(Finding *const *)b;
    int order = strcmp(x->department, y->department);
    if (order != 0)
        return order;
    if (x->fiscal_year != y->fiscal_year)
        return y->fiscal_year - x->fiscal_year;
    if (x->severity != y->severity)
        return (int)y->severity - (int)x->severity;
    if (size_at_issue(x) != size_at_issue(y))
        return size_at_issue(x) > size_at_issue(y) ? -1 : 1;
    order = compare_places(x, y);
    if (order == 0)
        order = strcmp(x->rule, y->rule);
    return order != 0 ? order : strcmp(x->id, y->id);
}
