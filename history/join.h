/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One filing from its files: tables of one, the narrative of another. Its pages are numbered through in the order of
 * the files; filing_place() leads back to the file and its page.
 */
#ifndef HISTORY_JOIN_H
#define HISTORY_JOIN_H

#include "history/holdings.h"

/* Loads its files and joins them. The filing bears the department's name as all its files have it together. */
Filing *filing_from_holdings(Store *store, const HeldFiling *held, GError **error);

/* The same from what the files say (Filing, in the order of held->parts), which it takes over. */
Filing *filing_from_parts(const HeldFiling *held, GPtrArray *files);

/* Loads the text of all its pages. */
bool filing_load_pages(Filing *filing, Store *store, GError **error);

#endif
