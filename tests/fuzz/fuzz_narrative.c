/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running text: paragraphs, claims, particulars and whose filing it is. A text that begins with 决 is one of final accounts. */
#include <string.h>

#include "history/claim.h"
#include "history/identity.h"
#include "history/particulars.h"
#include "schema/error.h"
#include "tests/fuzz/fuzz.h"

static void check_narrative(const Document *document, const Narrative *narrative)
{
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        gsize length = strlen(paragraph->text);
        PROMISE(g_utf8_validate(paragraph->text, -1, NULL));
        PROMISE(paragraph_line(paragraph, 0) < document->lines->len);
        PROMISE(paragraph_line(paragraph, length) < document->lines->len);
    }
}

static void check_claims(const Filing *filing)
{
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        PROMISE(claim->page >= 1 && claim->page <= (int)filing->pages->len && claim->line >= 1);
    }
}

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autofree char *raw = g_strndup((const char *)bytes, length);
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    g_autoptr(Document) document = document_from_text(text);
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    check_narrative(document, narrative);
    g_autoptr(Filing) filing = filing_new();
    for (guint i = 0; i < document->pages->len; i++)
        g_ptr_array_add(filing->pages, g_strdup(g_ptr_array_index(document->pages, i)));
    g_autoptr(GError) error = NULL;
    bool known = identity_from_named_document(document, "2024年预算.txt", filing, &error);
    PROMISE(known == (error == NULL));
    PROMISE(known || g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    PROMISE(!known || (filing->department[0] != '\0' && filing->fiscal_year > 0));
    if (!known)
        filing->kind = g_str_has_prefix(text, "决") ? KIND_ACCOUNTS : KIND_BUDGET;
    claims_from_narrative(document, narrative, filing);
    particulars_from_narrative(document, narrative, filing);
    check_claims(filing);
    fuzz_check_filing(g_steal_pointer(&filing));
}
