/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_file.h"

#include <time.h>

#include "history/markup.h"
#include "history/paper_docx.h"
#include "history/paper_html.h"
#include "history/paper_pdf.h"
#include "history/paper_xls.h"
#include "history/paper_xlsx.h"
#include "schema/error.h"
#include "schema/language.h"

static void refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
}

Paper *paper_from_bytes(FileType type, const guint8 *bytes, gsize length, GError **error)
{
    switch (type) {
    case FILE_HTML:
        return paper_from_html(bytes, length, error);
    case FILE_XLSX:
        return paper_from_xlsx(bytes, length, error);
    case FILE_DOCX:
        return paper_from_docx(bytes, length, error);
    case FILE_XLS:
        return paper_from_xls(bytes, length, error);
    case FILE_PDF:
        return paper_from_pdf(bytes, length, error);
    case FILE_TEXT:
        refuse(error, say("是文本，没有版面", "a text: it shows no pages"));
        return NULL;
    case FILE_ZIP:
        refuse(error, say("压缩包套了多层：请解开后再导入", "an archive within archives: unpack it first"));
        return NULL;
    default:
        file_type_is_refused(type, error);
        return NULL;
    }
}

/*
 * The C library keeps the code of a converter for as long as one is open, so these stay open until the end: there is
 * nothing to close them for. The time zone is what libzip dates members by.
 */
void paper_readers_prepare(void)
{
    static const char *const encodings[] = {"GB18030", "BIG5", "UTF-16LE", "UTF-16BE"};
    static GIConv kept[G_N_ELEMENTS(encodings)];
    if (kept[0] != NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(encodings); i++)
        kept[i] = g_iconv_open("UTF-8", encodings[i]);
    tzset();
    markup_prepare();
}
