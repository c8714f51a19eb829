/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a spreadsheet shows of a number, by the number format of its cell: XLSX and XLS share the codes.
 *
 *     9066.790000000001 by "#,##0.00"       9,066.79
 *     0 by "#,##0.00;-#,##0.00;;"           nothing
 *     0.1234 by "0.0%"                      12.3%
 *     45352 by "yyyy\"年\"m\"月\""            2024年3月
 *
 * The padding of accounting formats is left out; fractions and engineering powers are shown as plain decimals.
 */
#ifndef HISTORY_NUMBER_FORMAT_H
#define HISTORY_NUMBER_FORMAT_H

#include <stdbool.h>

/* The code of a format that files know by number only; "General" for those that have none. */
const char *number_format_builtin(int id);

/* The text shown, trimmed; "" when nothing is. `from_1904`: dates count from that year. The caller frees it. */
char *number_display(double value, const char *format, bool from_1904);

#endif
