/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Excel 97: whole containers, and the stream of records that one is made of. */
#include <string.h>

#include "history/paper_xls.h"
#include "tests/fuzz/fuzz.h"
#include "tests/history/biff_build.h"

static GBytes *file_of(const guint8 *bytes, gsize length)
{
    if (length >= 4 && memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0)
        return g_bytes_new(bytes, length);
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    g_byte_array_append(sheet, bytes, (guint)length);
    g_autoptr(GByteArray) stream = workbook_stream(sheet);
    return ole_file("Workbook", stream);
}

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GBytes) file = file_of(bytes, length);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(file, &size);
    GError *error = NULL;
    Paper *paper = paper_from_xls(data, size, &error);
    fuzz_check_paper(paper, error);
}
