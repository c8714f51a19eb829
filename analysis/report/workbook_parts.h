/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the sheets of the workbook know of each other, for its own files only. They are filled in this order, each noting
 * where its figures stand for those that refer to them: ledger, series, cells, findings (which lead to cells), summary
 * (whose formulas sum up the others), method (which tells what was cut off).
 */
#ifndef ANALYSIS_REPORT_WORKBOOK_PARTS_H
#define ANALYSIS_REPORT_WORKBOOK_PARTS_H

#include "analysis/report/book.h"
#include "analysis/report/sections.h"

typedef struct {
    const Report *report;
    ReportBook *book;
    ReportSheet *summary, *ledger, *series, *findings, *cells, *method;
    GStringChunk *texts; /* headings made at run time */

    /* Rows of the ledger's lines (last < first: none), of their sums, and of the totals as published. */
    int ledger_first, ledger_last, ledger_sum, ledger_published;

    /* Years that the series cover, the column of the first one, the rows of headings and of the department's total (-1: none). */
    int first_year, last_year, year_column, year_heading, total_row;

    int findings_first, findings_last;
    GHashTable *finding_rows; /* Finding -> row + 1 */

    GHashTable *cell_rows; /* workbook_cell_key() -> row + 1 */
} Workbook;

/* Columns that formulas on other sheets refer to. */
enum { LEDGER_BASE = 3, LEDGER_CURRENT, LEDGER_CHANGE, LEDGER_GROWTH, LEDGER_CONTRIBUTION, LEDGER_MATERIAL, LEDGER_MOVED,
       LEDGER_SAID, LEDGER_REST, LEDGER_VERDICT };
enum { FINDING_SEVERITY = 1, FINDING_YEAR = 3, FINDING_QUESTION = 8, FINDING_STATUS = 10 };

void workbook_add_ledger(Workbook *workbook);
void workbook_add_series(Workbook *workbook);
void workbook_add_cells(Workbook *workbook);
void workbook_add_findings(Workbook *workbook);
void workbook_add_summary(Workbook *workbook);
void workbook_add_method(Workbook *workbook);

/* The word in the ledger's column of material changes. */
const char *workbook_yes(void);

/* What tells a cell from all others: the file, its page, table, row and column. The caller frees it. */
char *workbook_cell_key(const char *file, int page, const char *table, const char *row, const char *column);

#endif
