/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report as a workbook to go on working in: what page one says as formulas over the other sheets, the ledger, the
 * series, the findings, and every cell that was read.
 *
 *     概要 Summary    key figures, first questions, two charts, totals over the years, changes by verdict
 *     变动台账 Ledger    a row a line; change, growth, contribution and what is unexplained are formulas, and so are the sums
 *     序列 Series      a row a series, a column a year, and growth by formula
 *     发现 Findings    a row a finding, with room for the answer; each leads to its cell
 *     单元格 Cells     every cell of the filings of the year and of the year before
 *     说明 Method      what the sheets hold, what the words mean, thresholds, files
 *
 * Its figures are those of `yusuan export`.
 */
#ifndef ANALYSIS_REPORT_WORKBOOK_H
#define ANALYSIS_REPORT_WORKBOOK_H

#include "analysis/report/book.h"
#include "analysis/report/sections.h"

/*
 * Writes it in the language set. What was at the path is replaced whole or, with YUSUAN_ERROR_SYSTEM, not at all. `limits`:
 * NULL for the format's own.
 */
bool workbook_from_report(const Report *report, const char *path, const BookLimits *limits, GError **error);

#endif
