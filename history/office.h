/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The package that XLSX and DOCX share: a ZIP whose parts point to one another by relationships. From its root to the main
 * part (workbook, document), and from there to sheets, styles, texts, numbering.
 */
#ifndef HISTORY_OFFICE_H
#define HISTORY_OFFICE_H

#include <glib.h>

#include "history/archive.h"
#include "history/markup.h"

typedef struct {
    ArchiveUse use;
    Archive *archive;
    char *main;          /* the member that is the main part */
    GHashTable *by_id;   /* relationship of the main part -> member */
    GHashTable *by_kind; /* last word of its type (styles, sharedStrings, numbering) -> member */
} Office;

/* `bytes` must stay as long as the result. Fails with YUSUAN_ERROR_INPUT. */
Office *office_from_bytes(const guint8 *bytes, gsize length, GError **error);
void office_free(Office *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Office, office_free)

/* A part, ready to be read; NULL with an error when it is missing or cannot be unpacked. */
Markup *office_part(Office *office, const char *member, GError **error);

/* The member of a kind ("styles"), NULL when the main part points to none. */
const char *office_member(const Office *office, const char *kind);

#endif
