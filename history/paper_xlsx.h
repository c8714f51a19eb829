/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XLSX -> Paper: a page for each sheet that is shown, named like it, in the workbook's order; one given grid over its used
 * area. Numbers are as displayed, by the number format of their cell; of a formula the value that was computed last.
 * Hidden sheets are left out; hidden rows and columns are read, since they carry figures that totals contain.
 */
#ifndef HISTORY_PAPER_XLSX_H
#define HISTORY_PAPER_XLSX_H

#include "history/paper.h"

/* Fails with YUSUAN_ERROR_INPUT: damaged, encrypted, unpacking to too much; the message says what to do. */
Paper *paper_from_xlsx(const guint8 *bytes, gsize length, GError **error);

#endif
