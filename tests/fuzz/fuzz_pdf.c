/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: whole files, and what is drawn on a page, of which the file around it is made. */
#include <string.h>

#include "history/paper_pdf.h"
#include "tests/fuzz/fuzz.h"
#include "tests/history/pdf_builder.h"

static GBytes *file_of(const guint8 *bytes, gsize length)
{
    if (length >= 4 && memcmp(bytes, "%PDF", 4) == 0)
        return g_bytes_new(bytes, length);
    PdfBuilder *pdf = pdf_new();
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", (const char *)bytes, length, false), "", "");
    return pdf_finish(pdf);
}

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GBytes) file = file_of(bytes, length);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(file, &size);
    GError *error = NULL;
    Paper *paper = paper_from_pdf(data, size, &error);
    fuzz_check_paper(paper, error);
}
