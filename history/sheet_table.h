/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From sheets to printed rows whose figures stand in columns of the form: the way of what has a grid, beside rows.h,
 * the way of mere text.
 */
#ifndef HISTORY_SHEET_TABLE_H
#define HISTORY_SHEET_TABLE_H

#include "history/settle.h"
#include "history/sheet.h"

/*
 * The tables (TableWork) of the sheets, to be settled. What the form does not know is read too, with an empty
 * identifier, its columns named as printed. What stands in a table and is no cell is told to the filing as a doubt.
 */
GPtrArray *works_from_sheets(const GPtrArray *sheets, const Form *form, Filing *filing);

#endif
