/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data files (forms, dictionaries, lexicon, thresholds, deflator, SQL, report parts). They are built into
 * the program, so that it works from any folder; a file of the same relative name in the folder named by
 * $YUSUAN_DATA takes their place.
 */
#ifndef SCHEMA_DATA_H
#define SCHEMA_DATA_H

#include <glib.h>

/* The bytes of a data file such as "data/functional.tsv". The caller unrefs them. */
GBytes *data_bytes(const char *name, GError **error);

/* The same as a zero-terminated text. The caller frees it. */
char *data_text(const char *name, GError **error);

/* The names of all built-in files below a folder such as "data/forms/". Free with g_strfreev(). */
char **data_names(const char *folder, GError **error);

/*
 * The rows of a tab-separated data file: each a char** of fields, lines beginning with # and empty ones left out.
 * Empty fields at the end of a row may be left out; a row with more than `fields`, or without any tab, is refused
 * with the file's name and line (YUSUAN_ERROR_USAGE). The array frees its rows.
 */
GPtrArray *data_rows(const char *name, guint fields, GError **error);

#endif
