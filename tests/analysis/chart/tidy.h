/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Departments from a few lines of a tidy CSV, for charts that take more years or departments than there are filings.
 */
#ifndef TESTS_ANALYSIS_CHART_TIDY_H
#define TESTS_ANALYSIS_CHART_TIDY_H

#include "history/department.h"

/* A department's budgets from rows "year,code,label,amount"; the caller frees it. */
Department *tidy_department(const char *name, const char *rows);

#endif
