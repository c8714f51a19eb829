/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages. */
#include "history/paper_html.h"
#include "tests/fuzz/fuzz.h"

void fuzz_one(const guint8 *bytes, gsize length)
{
    GError *error = NULL;
    Paper *paper = paper_from_html(bytes, length, &error);
    fuzz_check_paper(paper, error);
}
