/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables whose rows are codes: 2, 3, 5, 8 and 9 by function, 6 by economic class, 7 by project.
 */
#ifndef TESTS_GENERATE_TABLES_CODES_H
#define TESTS_GENERATE_TABLES_CODES_H

#include "tests/generate/sheet.h"

/* Table number 2, 3, 5, 8 or 9. The caller owns the sheet. */
Sheet *code_table(int number, const Model *model);
Sheet *economic_table(const Model *model);
Sheet *project_table(const Model *model);

#endif
