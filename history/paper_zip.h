/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files in a ZIP, as a department puts its tables and texts into one. A ZIP in it is unpacked too, what lies in that
 * one is not. Folders, hidden files and what systems add of their own are passed over.
 */
#ifndef HISTORY_PAPER_ZIP_H
#define HISTORY_PAPER_ZIP_H

#include <glib.h>

typedef struct {
    char *name;    /* with its folders: "2024/预算.zip/表1.xlsx" */
    GBytes *bytes;
} ZipMember;

/* ZipMember, in the archive's order. Fails with YUSUAN_ERROR_INPUT: damaged, encrypted, or beyond archive.h's limits. */
GPtrArray *members_from_zip(const guint8 *bytes, gsize length, GError **error);

#endif
