/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures that lead to where they are printed: the cell of a table, else the sentence that states or implies them. A
 * figure is linked only where the very same amount stands.
 */
#ifndef ANALYSIS_REPORT_CITED_H
#define ANALYSIS_REPORT_CITED_H

#include "analysis/report/sections.h"

/* The place of a year's figure (department_year_figure()); NULL when none is found or too many are shown already. */
const char *cite_year_figure(const Report *report, Yardstick yardstick, const char *code, int year, YearFigure figure);

/* The places of a ledger line's amounts, or NULL: its cell in the year's table and in the base's, the sentence on the change. */
const char *cite_line_current(const Report *report, const LedgerLine *line);
const char *cite_line_base(const Report *report, const LedgerLine *line);
const char *cite_line_change(const Report *report, const LedgerLine *line);

/* The amount as a cell, linked to the anchor unless that is NULL. */
void cited_amount_cell(ReportTable *table, Amount amount, const char *anchor);
void cited_change_cell(ReportTable *table, Amount change, const char *anchor);

#endif
