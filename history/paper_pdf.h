/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PDF by MuPDF, whose only home this is: one pass over each page hands over its glyphs and its ruling lines
 * (marks.h), layout.h makes lines and grids of them.
 */
#ifndef HISTORY_PAPER_PDF_H
#define HISTORY_PAPER_PDF_H

#include "history/paper.h"

/* More pages than any filing has, and more characters and lines than any page of one. */
#define PDF_PAGES_MAX 2000
#define PDF_GLYPHS_MAX 200000
#define PDF_PATHS_MAX 300000

/*
 * The pages of a PDF. Fails with YUSUAN_ERROR_INPUT on a file that is encrypted, damaged beyond repair, too long, or
 * has no text layer. What was damaged and could be repaired is said in paper->faults.
 */
Paper *paper_from_pdf(const guint8 *bytes, gsize length, GError **error);

#endif
