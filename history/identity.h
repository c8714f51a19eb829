/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose filing it is, of which year and kind: found in the content, by what most of its headings say. A filing's tables
 * and its text may be two files: either is enough.
 */
#ifndef HISTORY_IDENTITY_H
#define HISTORY_IDENTITY_H

#include "history/page.h"
#include "schema/filing.h"

/*
 * Sets department, fiscal_year, kind, scope and issued of the filing, keeps the evidence of each in filing->evidence, and
 * lists the names printed where the department's stands. Fails with YUSUAN_ERROR_INPUT when no department is named, when
 * no year is, or when the headings contradict each other about the year.
 */
bool identity_from_document(const Document *document, Filing *filing, GError **error);

/*
 * The same, with the file's name as the last resort for year and kind where the content says none. A name that says
 * another year than the content is told as a doubt: the content counts.
 */
bool identity_from_named_document(const Document *document, const char *file_name, Filing *filing, GError **error);

/* The doubt that a file got whose name says another year than its content; NULL for any other. */
const Doubt *identity_file_year_doubt(const Filing *filing);

/* The only year (2018, 2018年度) that a file's name has: false when it has none, or several. */
bool identity_year_from_name(const char *file_name, int *year);

#endif
