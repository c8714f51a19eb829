/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose filing it is, of which year and kind: found in the content, by what most of its headings say.
 */
#ifndef HISTORY_IDENTITY_H
#define HISTORY_IDENTITY_H

#include "history/page.h"
#include "schema/filing.h"

/*
 * Sets department, fiscal_year, kind, scope and issued of the filing, and lists the names printed where the
 * department's stands. Fails with YUSUAN_ERROR_INPUT when no department is named, when no year is, or when the headings
 * contradict each other about the year.
 */
bool identity_from_document(const Document *document, Filing *filing, GError **error);

#endif
