/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The container of Word, Excel and PowerPoint 97-2003 (OLE2, compound file): streams found by name, in memory. Nothing in
 * it is believed: chains are followed no longer than the file has sectors.
 */
#ifndef HISTORY_OLE_H
#define HISTORY_OLE_H

#include <glib.h>
#include <stdbool.h>

/* True for bytes that begin as such a container does. */
bool is_ole(const guint8 *bytes, gsize length);

/* True when it holds a stream or a folder of that name (ASCII). */
bool ole_has(const guint8 *bytes, gsize length, const char *name);

/* The content of a stream; NULL when there is none of that name, or the chain of its sectors is broken. */
GBytes *ole_stream(const guint8 *bytes, gsize length, const char *name);

#endif
