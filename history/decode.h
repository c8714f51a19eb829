/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a text file -> UTF-8, the encoding found by content: UTF-8, UTF-16 (either order, with or without
 * mark), GB18030 and what uchardet recognises. Never a guess that leaves replacement characters behind.
 */
#ifndef HISTORY_DECODE_H
#define HISTORY_DECODE_H

#include <glib.h>

/*
 * Returns zero-terminated UTF-8 (the caller frees it) and the encoding's name in *encoding (a static string).
 * Fails with YUSUAN_ERROR_INPUT for an empty file, binary data, and for a text that mixes encodings, naming the
 * first line that is wrong.
 */
char *text_from_bytes(const guint8 *bytes, gsize length, const char **encoding, GError **error);

/* The same when the encoding is known: NULL when the bytes are not text in it. The caller frees it. */
char *text_from_encoding(const guint8 *bytes, gsize length, const char *encoding);

/* Loads the converters: for a process that later may open no file. */
void text_prepare(void);

#endif
