/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members of a ZIP that lies in memory, unpacked one by one and within limits. XLSX and DOCX are such files too. The
 * only code that speaks to libzip; it opens no file.
 *
 *     ArchiveUse use = {0};
 *     g_autoptr(Archive) archive = archive_from_bytes(bytes, length, &use, error);
 *     g_autoptr(GBytes) part = archive_read(archive, archive_find(archive, "xl/workbook.xml"), error);
 *
 * Errors are YUSUAN_ERROR_INPUT: no ZIP, a damaged, an encrypted one, or one that unpacks to more than any filing has.
 */
#ifndef HISTORY_ARCHIVE_H
#define HISTORY_ARCHIVE_H

#include <glib.h>

#define ARCHIVE_MEMBERS_MAX 2000
#define ARCHIVE_MEMBER_BYTES_MAX ((gsize)64 * 1024 * 1024)
#define ARCHIVE_BYTES_MAX ((gsize)256 * 1024 * 1024)

/* More than this many bytes out of one, where it is no small member, are packed to do harm. */
#define ARCHIVE_RATIO_MAX 400

/* What has been unpacked so far; archives that lie in one another share one. */
typedef struct {
    gsize bytes;
    gsize members;
} ArchiveUse;

typedef struct Archive Archive;

/* `bytes` and `use` must stay as long as the archive. */
Archive *archive_from_bytes(const guint8 *bytes, gsize length, ArchiveUse *use, GError **error);
void archive_free(Archive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Archive, archive_free)

int archive_count(const Archive *archive);

/* The name of a member, in UTF-8 whatever it was written in; folders end with '/'. The caller frees it. */
char *archive_name(const Archive *archive, int index);

/* The member of that name, as it is written, else in other letters' case; or -1. */
int archive_find(const Archive *archive, const char *name);

/* The content of a member, unpacked. */
GBytes *archive_read(Archive *archive, int index, GError **error);

#endif
