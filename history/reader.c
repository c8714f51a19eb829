/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/reader.h"

#include <string.h>
#include <time.h>

#include "history/checksum.h"
#include "history/claim.h"
#include "history/decode.h"
#include "history/identity.h"
#include "history/narrative.h"
#include "history/paper_file.h"
#include "history/paper_zip.h"
#include "history/particulars.h"
#include "history/phrase.h"
#include "history/sheet_form.h"
#include "history/sheet_table.h"
#include "history/table.h"
#include "history/tidy.h"
#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/subject.h"

/* No text of a filing has as many lines; one of nothing but lines would be work without end. */
#define LINES_MAX 500000

static bool has_cells(const Filing *filing)
{
    for (guint i = 0; i < filing->tables->len; i++)
        if (((const Table *)g_ptr_array_index(filing->tables, i))->cells->len > 0)
            return true;
    return false;
}

/* A filing has a title or two and some figures; less is no filing, or the beginning of one. */
static bool is_worth_keeping(const Filing *filing, GError **error)
{
    if (has_cells(filing))
        return true;
    g_set_error_literal(
        error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
        say("认得表名，但一个数字也没有读出", "its tables are recognised but hold no figure that can be read"));
    return false;
}

/* The form of a file whose tables no form has. */
#define FORM_UNKNOWN "unknown"

/* Sentences with amounts that make a file without tables the narrative of a filing. */
#define CLAIMS_LEAST 3

static bool has_claims(const Filing *filing)
{
    int amounts = 0;
    for (guint i = 0; i < filing->claims->len; i++)
        amounts += ((const Claim *)g_ptr_array_index(filing->claims, i))->has_amount;
    return amounts >= CLAIMS_LEAST;
}

static Filing *filing_begin(const Document *document, const char *form)
{
    Filing *filing = filing_new();
    text_set(&filing->form, form);
    for (guint i = 0; i < document->pages->len; i++)
        g_ptr_array_add(filing->pages, g_strdup(g_ptr_array_index(document->pages, i)));
    return filing;
}

/* What the running text says, once the tables are there. */
static void read_narrative(const Document *document, const Narrative *narrative, Filing *filing)
{
    claims_from_narrative(document, narrative, filing);
    particulars_from_narrative(document, narrative, filing);
}

/* Text without a table of a known form: the narrative of a filing whose tables are published apart. */
static Filing *filing_from_narrative(const Document *document, const char *name, GError **error)
{
    g_autoptr(Filing) filing = filing_begin(document, FORM_NARRATIVE);
    g_autoptr(GError) fault = NULL;
    if (identity_from_named_document(document, name, filing, &fault)) {
        g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
        read_narrative(document, narrative, filing);
        if (has_claims(filing))
            return g_steal_pointer(&filing);
    }
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                        say("不是已知表式的预算或决算公开文件（没有找到两张以上的表）",
                            "not a filing of a known form (no two of its tables were found)"));
    return NULL;
}

/* Lines of text: where the tables of a form stand is found by their titles. */
static Filing *filing_from_lines(const Document *document, const char *name, GError **error)
{
    const GPtrArray *forms = forms_all(error);
    if (forms == NULL)
        return NULL;
    g_autoptr(Outline) outline = outline_from_document(document, forms);
    if (outline == NULL)
        return filing_from_narrative(document, name, error);
    g_autoptr(Filing) filing = filing_begin(document, outline->form->id);
    if (!identity_from_named_document(document, name, filing, error))
        return NULL;
    g_autoptr(Narrative) narrative = narrative_from_document(document, outline);
    tables_from_outline(document, outline, narrative->all, filing);
    read_narrative(document, narrative, filing);
    return is_worth_keeping(filing, error) ? g_steal_pointer(&filing) : NULL;
}

static Filing *filing_from_text(const char *text, const char *name, GError **error)
{
    g_autoptr(Document) document = document_from_text(text);
    return filing_from_lines(document, name, error);
}

/* Grids understood as tables, and the text around them. */
static Filing *filing_from_sheets(const Document *document, const GPtrArray *sheets, const char *name, GError **error)
{
    const GPtrArray *forms = forms_all(error);
    if (forms == NULL)
        return NULL;
    const Form *form = form_of_sheets(sheets, forms);
    g_autoptr(Outline) outline = outline_from_sheets(document, sheets, form);
    g_autoptr(Filing) filing = filing_begin(document, form != NULL ? form->id : FORM_UNKNOWN);
    if (!identity_from_named_document(document, name, filing, error))
        return NULL;
    g_autoptr(Narrative) narrative = narrative_from_document(document, outline);
    tables_from_works(works_from_sheets(sheets, form, filing), form, filing);
    read_narrative(document, narrative, filing);
    /* A narrative may hold small tables of its own; those of the filing are in another file then. */
    if (form == NULL && has_claims(filing) && !has_cells(filing)) {
        text_set(&filing->form, FORM_NARRATIVE);
        return g_steal_pointer(&filing);
    }
    return is_worth_keeping(filing, error) ? g_steal_pointer(&filing) : NULL;
}

/* What a reader could not read for sure is a doubt of the filing. */
static void tell_faults(const Document *document, Filing *filing)
{
    for (guint i = 0; i < document->paper->faults->len; i++) {
        const PaperFault *fault = &g_array_index(document->paper->faults, PaperFault, i);
        filing_add_doubt(filing, MAX(fault->page, 1), 1, "", "", fault->text);
    }
    for (guint i = 0; i < document->paper->pages->len; i++) {
        guint left_out = paper_page(document->paper, i)->left_out;
        g_autofree char *text = g_strdup_printf(say("有 %u 个单元格在表外太远的行或栏里，没有读",
                                                    "%u cells in rows or columns too far off were not read"), left_out);
        if (left_out > 0)
            filing_add_doubt(filing, (int)i + 1, 1, "", "", text);
    }
}

/* Where something of the file could not be read, that may be why it looks like no filing. */
static void tell_fault_of_refusal(const Document *document, GError **error)
{
    const GArray *faults = document->paper->faults;
    if (faults->len == 0 || error == NULL || *error == NULL)
        return;
    const PaperFault *fault = &g_array_index(faults, PaperFault, 0);
    g_autofree char *whole =
        fault->page > 0
            ? g_strdup_printf(say("%s；第 %d 页：%s", "%s; page %d: %s"), (*error)->message, fault->page, fault->text)
            : g_strdup_printf(say("%s；%s", "%s; %s"), (*error)->message, fault->text);
    g_free((*error)->message);
    (*error)->message = g_steal_pointer(&whole);
}

static Filing *filing_from_paper(Paper *paper, const char *name, GError **error)
{
    g_autoptr(Document) document = document_from_paper(paper);
    g_autoptr(GPtrArray) sheets = sheets_from_document(document);
    Filing *filing =
        sheets->len > 0 ? filing_from_sheets(document, sheets, name, error) : filing_from_lines(document, name, error);
    if (filing != NULL)
        tell_faults(document, filing);
    else
        tell_fault_of_refusal(document, error);
    return filing;
}

static GPtrArray *one_filing(Filing *filing)
{
    if (filing == NULL)
        return NULL;
    GPtrArray *filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_ptr_array_add(filings, filing);
    return filings;
}

/* Old programs end lines by a carriage return alone. */
static void end_lines_alike(char *text)
{
    if (strchr(text, '\n') == NULL)
        g_strdelimit(text, "\r", '\n');
}

static bool has_too_many_lines(const char *text, GError **error)
{
    guint lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')) != NULL && lines <= LINES_MAX; at++)
        lines++;
    if (lines > LINES_MAX)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("超过 %d 行，不会是公开文件", "more than %d lines: no filing is that long"), LINES_MAX);
    return lines > LINES_MAX;
}

static GPtrArray *filings_from_text(const char *name, const guint8 *data, gsize length, const char **encoding,
                                    GError **error)
{
    g_autofree char *text = text_from_bytes(data, length, encoding, error);
    if (text == NULL)
        return NULL;
    end_lines_alike(text);
    if (text_is_tidy(text))
        return filings_from_tidy(text, error);
    if (has_too_many_lines(text, error))
        return NULL;
    return one_filing(filing_from_text(text, name, error));
}

static void set_source(Filing *filing, const char *name, const char *encoding, gsize bytes)
{
    g_free(filing->file);
    filing->file = g_utf8_make_valid(name, -1);
    text_set(&filing->encoding, encoding);
    filing->bytes = (gint64)bytes;
}

/* A file that is no archive. */
static GPtrArray *filings_from_file(const char *name, FileType type, const guint8 *data, gsize length,
                                    const char **encoding, GError **error)
{
    if (type == FILE_TEXT)
        return filings_from_text(name, data, length, encoding, error);
    if (file_type_is_refused(type, error))
        return NULL;
    Paper *paper = paper_from_bytes(type, data, length, error);
    return paper != NULL ? one_filing(filing_from_paper(paper, name, error)) : NULL;
}

/* What a file of the archive was refused for is a doubt of what the others say. */
static void tell_refused(const GPtrArray *filings, const ZipMember *member, const char *why)
{
    Filing *first = g_ptr_array_index(filings, 0);
    g_autofree char *name = g_utf8_make_valid(member->name, -1);
    filing_add_doubt(first, 1, 1, "", name, why);
}

/* The filings of all files in an archive; refused when none of them is one. */
static GPtrArray *filings_from_archive(const guint8 *data, gsize length, GError **error)
{
    g_autoptr(GPtrArray) members = members_from_zip(data, length, error);
    if (members == NULL)
        return NULL;
    g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < members->len; i++) {
        const ZipMember *member = g_ptr_array_index(members, i);
        const char *encoding = "";
        gsize size = 0;
        const guint8 *bytes = g_bytes_get_data(member->bytes, &size);
        g_autoptr(GError) fault = NULL;
        g_autoptr(GPtrArray) own =
            filings_from_file(member->name, file_type_from_bytes(bytes, size), bytes, size, &encoding, &fault);
        g_ptr_array_add(faults, own == NULL ? g_strdup(fault->message) : NULL);
        for (guint k = 0; own != NULL && k < own->len; k++) {
            Filing *filing = g_ptr_array_index(own, k);
            g_autofree char *name = g_utf8_make_valid(member->name, -1);
            text_set(&filing->member, name);
            g_ptr_array_index(own, k) = NULL;
            g_ptr_array_add(filings, filing);
        }
    }
    if (filings->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("压缩包里 %u 个文件都不是公开文件%s%s", "none of the archive's %u files is a filing%s%s"),
                    members->len, members->len > 0 ? say("：", ": ") : "",
                    members->len > 0 ? (const char *)g_ptr_array_index(faults, 0) : "");
        return NULL;
    }
    for (guint i = 0; i < members->len; i++)
        if (g_ptr_array_index(faults, i) != NULL)
            tell_refused(filings, g_ptr_array_index(members, i), g_ptr_array_index(faults, i));
    return g_steal_pointer(&filings);
}

GPtrArray *filings_from_content(const char *name, GBytes *bytes, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    const char *encoding = "";
    FileType type = file_type_from_bytes(data, length);
    g_autoptr(GPtrArray) filings = type == FILE_ZIP ? filings_from_archive(data, length, error)
                                                    : filings_from_file(name, type, data, length, &encoding, error);
    if (filings == NULL)
        return NULL;
    for (guint i = 0; i < filings->len; i++)
        set_source(g_ptr_array_index(filings, i), name, encoding, length);
    return g_steal_pointer(&filings);
}

GPtrArray *filings_from_bytes(const char *name, GBytes *bytes, GError **error)
{
    GPtrArray *filings = filings_from_content(name, bytes, error);
    g_autofree char *sha256 = filings != NULL ? sha256_from_bytes(bytes) : NULL;
    for (guint i = 0; filings != NULL && i < filings->len; i++) {
        Filing *filing = g_ptr_array_index(filings, i);
        text_set(&filing->sha256, sha256);
    }
    return filings;
}

/*
 * A small filing is read and forgotten: patterns are translated to machine code when they are first used, which a
 * process that may make no code cannot do. Without it everything works, only slower.
 */
static void warm_up(void)
{
    g_autoptr(GBytes) bytes = data_bytes("data/warmup.txt", NULL);
    g_autoptr(GPtrArray) filings = bytes != NULL ? filings_from_bytes("warmup.txt", bytes, NULL) : NULL;
    (void)filings;
}

bool reader_prepare(GError **error)
{
    static bool prepared = false;
    if (prepared)
        return true;
    if (forms_all(error) == NULL)
        return false;
    text_prepare();
    paper_readers_prepare();
    /* Each loads what it needs when it is first asked. */
    Phrase phrase;
    subject_name(ROWS_FUNCTIONAL, "201", 0);
    subject_name(ROWS_ECONOMIC, "301", 0);
    phrase_from_subject(KIND_BUDGET, "", "", &phrase);
    warm_up();
    prepared = true;
    return true;
}
