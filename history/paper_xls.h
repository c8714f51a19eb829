/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XLS (Excel 97-2003, BIFF8) -> Paper, in the same way as paper_xlsx.h: a page a sheet that is shown, numbers as displayed,
 * of a formula the value that was computed last.
 */
#ifndef HISTORY_PAPER_XLS_H
#define HISTORY_PAPER_XLS_H

#include "history/paper.h"

/* Fails with YUSUAN_ERROR_INPUT: damaged, encrypted, or of Excel 5/95; the message says what to do. */
Paper *paper_from_xls(const guint8 *bytes, gsize length, GError **error);

#endif
