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

/* As the file of a page names it, else as the first file does. A filing that was not saved has its name only. */
static const char *printed_department(const Filing *filing, int page)
{
    const Source *source = filing_source(filing, page);
    if (source == NULL && filing->sources->len > 0)
        source = g_ptr_array_index(filing->sources, 0);
    return source != NULL && source->department[0] != '\0' ? source->department : filing->department;
}

Finding *finding_new(const char *rule, Severity severity, const Filing *filing, const char *subject, const char *code)
{
    Finding *finding = g_new0(Finding, 1);
    finding->id = g_strdup("");
    finding->rule = rule;
    finding->severity = severity;
    finding->department = g_strdup(filing->department);
    finding->printed = g_strdup(printed_department(filing, 0));
    finding->kind = filing->kind;
    finding->scope = filing->scope;
    finding->fiscal_year = filing->fiscal_year;
    finding->subject = g_strdup(subject);
    finding->code = g_strdup(code);
    finding->message = g_strdup("");
    finding->question = g_strdup("");
    finding->evidence = g_ptr_array_new_with_free_func(evidence_free);
    finding->status = "open";
    return finding;
}

void finding_free(Finding *finding)
{
    if (finding == NULL)
        return;
    g_free(finding->id);
    g_free(finding->department);
    g_free(finding->printed);
    g_free(finding->subject);
    g_free(finding->code);
    g_free(finding->message);
    g_free(finding->question);
    g_ptr_array_unref(finding->evidence);
    g_free(finding);
}

static char *copy_or_empty(const char *text)
{
    return g_strdup(text != NULL ? text : "");
}

static bool evidence_equal(gconstpointer a, gconstpointer b)
{
    const Evidence *x = a, *y = b;
    return x->filing == y->filing && x->page == y->page && x->line == y->line && g_str_equal(x->file, y->file) &&
           g_str_equal(x->table, y->table) && g_str_equal(x->row, y->row) && g_str_equal(x->column, y->column) &&
           g_str_equal(x->text, y->text);
}

void finding_add_evidence(Finding *finding, const Filing *filing, int page, int line, const char *table,
                          const char *row, const char *column, const char *text)
{
    if (finding->evidence->len == 0)
        text_set(&finding->printed, printed_department(filing, page));
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
    /* Two sentences held against one cell name it twice. */
    for (guint i = 0; i < finding->evidence->len; i++)
        if (evidence_equal(g_ptr_array_index(finding->evidence, i), evidence)) {
            evidence_free(evidence);
            return;
        }
    g_ptr_array_add(finding->evidence, evidence);
}

/* ---- what makes it itself ---- */

/* Words without figures, or figures without words: letters and all else that is no part of a number, or the numbers. */
static void append_part(GString *out, const char *text, bool figures)
{
    g_autofree char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    bool within = false;
    for (const char *at = plain; at != NULL && *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        bool number = g_ascii_isdigit(*at) || (within && *at == '.' && g_ascii_isdigit(at[1]));
        if (number == figures && g_unichar_isgraph(letter) && *at != ',')
            g_string_append_unichar(out, letter);
        /* Separators of thousands are no end of a number, and line breaks none of a word. */
        if (figures && within && !number && *at != ',')
            g_string_append_c(out, ' ');
        within = number || (within && *at == ',');
    }
}

static char *key_of(const Finding *finding)
{
    GString *key = g_string_new(finding->rule);
    g_string_append_printf(key, "|%s|%d|%d|%d|%d|%s|%s", finding->printed, (int)finding->kind, (int)finding->scope,
                           finding->fiscal_year, finding->base_year, finding->subject, finding->code);
    if (finding->evidence->len > 0) {
        const Evidence *first = g_ptr_array_index(finding->evidence, 0);
        g_string_append_printf(key, "|%s|%s|%s|", first->table, first->row, first->column);
        append_part(key, first->text, false);
    }
    return g_string_free(key, FALSE);
}

static void set_id(Finding *finding, const char *key, guint number)
{
    g_autofree char *numbered = number > 1 ? g_strdup_printf("%s|%u", key, number) : g_strdup(key);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, numbered, -1);
    g_free(finding->id);
    finding->id = g_strndup(sum, FINDING_ID_LENGTH);
}

void finding_settle_id(Finding *finding)
{
    g_autofree char *key = key_of(finding);
    set_id(finding, key, 1);
}

static int compare_places(const Finding *x, const Finding *y);

/* What stands first has the first number. */
static gint compare_twins(gconstpointer a, gconstpointer b)
{
    const Finding *x = *(Finding *const *)a;
    const Finding *y = *(Finding *const *)b;
    int order = compare_places(x, y);
    return order != 0 ? order : strcmp(x->message, y->message);
}

void findings_settle_ids(GPtrArray *findings)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_extend(sorted, findings, NULL, NULL);
    g_ptr_array_sort(sorted, compare_twins);
    for (guint i = 0; i < sorted->len; i++) {
        g_autofree char *key = key_of(g_ptr_array_index(sorted, i));
        guint number = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
        set_id(g_ptr_array_index(sorted, i), key, number);
        g_hash_table_insert(counts, g_steal_pointer(&key), GUINT_TO_POINTER(number));
    }
}

static gint compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The numbers of a message, one a text: another language names them in another order. */
static void add_message(GPtrArray *places, const char *message)
{
    g_autoptr(GString) figures = g_string_new(NULL);
    append_part(figures, message, true);
    g_auto(GStrv) numbers = g_strsplit(figures->str, " ", -1);
    for (char **number = numbers; *number != NULL; number++)
        if (**number != '\0')
            g_ptr_array_add(places, g_strdup(*number));
}

/* A sentence that is printed once more changes nothing, nor does the order of the places. */
char *finding_figures(const Finding *finding)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < finding->evidence->len; i++) {
        const Evidence *evidence = g_ptr_array_index(finding->evidence, i);
        GString *place = g_string_new(NULL);
        g_string_append_printf(place, "|%s|%s|%s|", evidence->table, evidence->row, evidence->column);
        append_part(place, evidence->text, true);
        g_ptr_array_add(places, g_string_free(place, FALSE));
    }
    add_message(places, finding->message);
    g_ptr_array_sort(places, compare_texts);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *amount = finding->has_amount ? g_strdup_printf("%" G_GINT64_FORMAT, finding->amount.fen) : g_strdup("-");
    g_checksum_update(sum, (const guchar *)amount, -1);
    for (guint i = 0; i < places->len; i++) {
        const char *place = g_ptr_array_index(places, i);
        if (i == 0 || strcmp(place, g_ptr_array_index(places, i - 1)) != 0)
            g_checksum_update(sum, (const guchar *)place, (gssize)strlen(place) + 1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

/* ---- order ---- */

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
