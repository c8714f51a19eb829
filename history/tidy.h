/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tidy CSV, so that any country's series can be analysed:
 *
 *     department,fiscal_year,kind,direction,measure,code,label,amount
 *
 * one figure a row, amounts in 万元 (or whatever the series' unit is: it is never converted). Each department, year
 * and kind becomes one filing of the form "tidy" with one table.
 */
#ifndef HISTORY_TIDY_H
#define HISTORY_TIDY_H

#include "schema/filing.h"

/* True when the text begins with that header line. */
bool text_is_tidy(const char *text);

/*
 * The filings (Filing) of a tidy CSV. Rows that cannot be read are told as doubts of the filing they would belong
 * to, or of the first one; a file without a readable row is refused with the first row's fault.
 */
GPtrArray *filings_from_tidy(const char *text, GError **error);

#endif
