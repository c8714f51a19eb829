/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small XLS files for tests: records put one after the other, and the container around them.
 *
 *     GByteArray *stream = g_byte_array_new();
 *     record(stream, BIFF_BOF, "s s", 0x0600, 0x0005);
 *
 * The pattern says how the numbers are written: b a byte, s two bytes, l four, d a double, t a text (two bytes of length,
 * wide), n a name (one byte of length, wide).
 */
#ifndef TESTS_HISTORY_BIFF_BUILD_H
#define TESTS_HISTORY_BIFF_BUILD_H

#include <glib.h>

#include "history/biff.h"

/* Appends a record. */
void record(GByteArray *stream, guint type, const char *pattern, ...);

/* The globals (styles: General, #,##0.00, one that hides zeros; texts 项目, 合计) and a sheet 表一 around its records. */
GByteArray *workbook_stream(const GByteArray *sheet);

/* An OLE2 file that holds the stream by that name. */
GBytes *ole_file(const char *name, const GByteArray *stream);

#endif
