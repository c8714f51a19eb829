/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of any type that shows pages -> Paper: the one place that knows which reader reads what.
 *
 *     paper_readers_prepare();                     once, while files may still be opened
 *     FileType type = file_type_from_bytes(bytes, length);
 *     if (!file_type_is_refused(type, error))
 *         paper = paper_from_bytes(type, bytes, length, error);
 *
 * A text (FILE_TEXT) is read by page.h from its characters; a ZIP (FILE_ZIP) gives files by members_from_zip(), each of
 * which has a type of its own.
 */
#ifndef HISTORY_PAPER_FILE_H
#define HISTORY_PAPER_FILE_H

#include "history/file_type.h"
#include "history/paper.h"

/* Fails with YUSUAN_ERROR_INPUT, also for a type that is refused, and for FILE_TEXT and FILE_ZIP. */
Paper *paper_from_bytes(FileType type, const guint8 *bytes, gsize length, GError **error);

/*
 * Loads what the readers load once (converters of encodings, tables of a parser, the time zone): after it they open no
 * file. libzip still asks for the state (stat) of the time zone's file; that may be refused with an error.
 */
void paper_readers_prepare(void);

#endif
