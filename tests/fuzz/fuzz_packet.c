/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process that was taken over may answer. */
#include "schema/filing_packet.h"
#include "schema/filing_sound.h"
#include "tests/fuzz/fuzz.h"

void fuzz_one(const guint8 *bytes, gsize length)
{
    GPtrArray *filings = filings_from_packet(bytes, length);
    if (filings != NULL)
        fuzz_check_filings(filings, NULL);
}
