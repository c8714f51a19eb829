/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of files of any type, by the way every file takes. */
#include "history/paper_zip.h"
#include "history/reader.h"
#include "tests/fuzz/fuzz.h"

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GPtrArray) members = members_from_zip(bytes, length, NULL);
    for (guint i = 0; members != NULL && i < members->len; i++) {
        const ZipMember *member = g_ptr_array_index(members, i);
        PROMISE(member->name != NULL && member->bytes != NULL);
    }
    g_autoptr(GBytes) file = g_bytes_new(bytes, length);
    GError *error = NULL;
    GPtrArray *filings = filings_from_bytes("虚构县2024年.zip", file, &error);
    fuzz_check_filings(filings, error);
}
