/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its content and never by its name: an .xls may be HTML, a .doc a picture. */
#ifndef HISTORY_FILE_TYPE_H
#define HISTORY_FILE_TYPE_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    FILE_TEXT, /* whatever is none of the others: decode.h says whether it is a text */
    FILE_PDF,
    FILE_HTML,
    FILE_XLSX,
    FILE_DOCX,
    FILE_XLS,
    FILE_ZIP, /* of files: paper_zip.h */
    /* What is refused, each with what to do instead. */
    FILE_DOC,
    FILE_PRESENTATION,
    FILE_ENCRYPTED, /* an Office document with a password */
    FILE_OLE,       /* something else in the old Office container */
    FILE_XLSB,
    FILE_ODF,
    FILE_OFD,
    FILE_XML,
    FILE_MHTML,
    FILE_RTF,
    FILE_PICTURE,
    FILE_RAR,
    FILE_7Z,
    FILE_GZIP,
    FILE_TYPES
} FileType;

FileType file_type_from_bytes(const guint8 *bytes, gsize length);

/* True with YUSUAN_ERROR_INPUT, and what to do, for a type that is not read. */
bool file_type_is_refused(FileType type, GError **error);

#endif
