/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/reader.h"

#include <string.h>
#include <time.h>

#include "history/claim.h"
#include "history/decode.h"
#include "history/identity.h"
#include "history/narrative.h"
#include "history/particulars.h"
#include "history/phrase.h"
#include "history/table.h"
#include "history/tidy.h"
#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/subject.h"

/* A filing has a title or two and some figures; less is no filing, or the beginning of one. */
static bool is_worth_keeping(const Filing *filing, GError **error)
{
    guint cells = 0;
    for (guint i = 0; i < filing->tables->len; i++)
        cells += ((const Table *)g_ptr_array_index(filing->tables, i))->cells->len;
    if (cells > 0)
        return true;
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                        say("认得表名，但一个数字也没有读出", "its tables are recognised but hold no figure that can be read"));
    return false;
}

static Filing *filing_from_text(const char *text, GError **error)
{
    const GPtrArray *forms = forms_all(error);
    if (forms == NULL)
        return NULL;
    g_autoptr(Document) document = document_from_text(text);
    g_autoptr(Outline) outline = outline_from_document(document, forms);
    if (outline == NULL) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("不是已知表式的预算或决算公开文件（没有找到两张以上的表）",
                                "not a filing of a known form (no two of its tables were found)"));
        return NULL;
    }
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->form, outline->form->id);
    for (guint i = 0; i < document->pages->len; i++)
        g_ptr_array_add(filing->pages, g_strdup(g_ptr_array_index(document->pages, i)));
    if (!identity_from_document(document, filing, error))
        return NULL;
    g_autoptr(Narrative) narrative = narrative_from_document(document, outline);
    tables_from_outline(document, outline, narrative->all, filing);
    claims_from_narrative(document, narrative, filing);
    particulars_from_narrative(document, narrative, filing);
    return is_worth_keeping(filing, error) ? g_steal_pointer(&filing) : NULL;
}

static void set_source(Filing *filing, const char *name, const char *sha256, const char *encoding, gsize bytes)
{
    g_free(filing->file);
    filing->file = g_utf8_make_valid(name, -1);
    text_set(&filing->sha256, sha256);
    text_set(&filing->encoding, encoding);
    filing->bytes = (gint64)bytes;
}

GPtrArray *filings_from_bytes(const char *name, GBytes *bytes, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    const char *encoding = "";
    g_autofree char *text = text_from_bytes(data, length, &encoding, error);
    if (text == NULL)
        return NULL;
    g_autoptr(GPtrArray) filings = NULL;
    if (text_is_tidy(text)) {
        filings = filings_from_tidy(text, error);
    } else {
        Filing *filing = filing_from_text(text, error);
        if (filing != NULL) {
            filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
            g_ptr_array_add(filings, filing);
        }
    }
    if (filings == NULL)
        return NULL;
    g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    for (guint i = 0; i < filings->len; i++)
        set_source(g_ptr_array_index(filings, i), name, sha256, encoding, length);
    return g_steal_pointer(&filings);
}

/*
 * A small filing is read and forgotten: patterns are translated to machine code when they are first used, which a process
 * that may make no code cannot do. Without it everything works, only slower.
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
    tzset();
    /* Each loads what it needs when it is first asked. */
    Phrase phrase;
    subject_name(ROWS_FUNCTIONAL, "201", 0);
    subject_name(ROWS_ECONOMIC, "301", 0);
    phrase_from_subject("", "", &phrase);
    warm_up();
    prepared = true;
    return true;
}
