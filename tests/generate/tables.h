/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eleven tables of the form, filled from a model. */
#ifndef TESTS_GENERATE_TABLES_H
#define TESTS_GENERATE_TABLES_H

#include "tests/generate/sheet.h"

#define TABLE_COUNT 11

/* An array of TABLE_COUNT sheets, table n at n − 1; the caller frees it. */
GPtrArray *tables_from_model(const Model *model);

#endif
