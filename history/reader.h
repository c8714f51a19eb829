/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole way from a file's bytes to what it says:
 *
 *   bytes -> text -> document -> outline -> tables -> narrative -> claims
 */
#ifndef HISTORY_READER_H
#define HISTORY_READER_H

#include "schema/filing.h"

/* Larger files are no filings; refused before they are read. */
#define READER_BYTES_MAX (64 * 1024 * 1024)

/*
 * The filings (Filing) that a file holds: one for a filing's text, as many as departments and years for a tidy CSV.
 * `name` is kept as the file's name. Fails with YUSUAN_ERROR_INPUT and what to do.
 */
GPtrArray *filings_from_bytes(const char *name, GBytes *bytes, GError **error);

/* The same without their sha256, for a caller that knows it. */
GPtrArray *filings_from_content(const char *name, GBytes *bytes, GError **error);

/*
 * Loads all that reading needs from elsewhere: forms, dictionaries, phrases, converters. After it filings_from_bytes()
 * opens no file, so that it may run in a process that cannot. Whatever a reader loads on first use belongs here. Fails when
 * a data file is wrong.
 */
bool reader_prepare(GError **error);

#endif
