/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts: decoded, cut into pages and tables, read as a filing. */
#include "history/reader.h"
#include "tests/fuzz/fuzz.h"

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GBytes) file = g_bytes_new(bytes, length);
    GError *error = NULL;
    GPtrArray *filings = filings_from_bytes("虚构县.txt", file, &error);
    fuzz_check_filings(filings, error);
}
