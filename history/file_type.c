/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/file_type.h"

#include <string.h>

#include "history/archive.h"
#include "history/ole.h"
#include "schema/error.h"
#include "schema/language.h"

/* How far in a PDF's mark may stand, and how much of a text is looked at. */
#define PDF_REACH 1024
#define LOOK 4096

static const struct {
    const char *magic;
    gsize length;
    FileType type;
} magics[] = {
    {"{\\rtf", 5, FILE_RTF},          {"\x89PNG\r\n", 6, FILE_PICTURE}, {"\xff\xd8\xff", 3, FILE_PICTURE}, {"GIF8", 4, FILE_PICTURE},
    {"II*\0", 4, FILE_PICTURE},       {"MM\0*", 4, FILE_PICTURE},       {"Rar!\x1a\x07", 6, FILE_RAR},     {"7z\xbc\xaf\x27\x1c", 6, FILE_7Z},
    {"\x1f\x8b\x08", 3, FILE_GZIP},
};

/* A member that only one kind of ZIP has. A document has its own kind of [Content_Types] beside it. */
static const struct {
    const char *member;
    FileType type;
} members[] = {
    {"OFD.xml", FILE_OFD},         {"xl/workbook.bin", FILE_XLSB},   {"xl/workbook.xml", FILE_XLSX},
    {"word/document.xml", FILE_DOCX}, {"ppt/presentation.xml", FILE_PRESENTATION}, {"META-INF/manifest.xml", FILE_ODF},
};

static const struct {
    const char *stream;
    FileType type;
} streams[] = {
    {"EncryptedPackage", FILE_ENCRYPTED},
    {"WordDocument", FILE_DOC},
    {"Workbook", FILE_XLS},
    {"Book", FILE_XLS},
    {"PowerPoint Document", FILE_PRESENTATION},
};

/* A package whose main part has another name than usual: its content types say what it is. */
static FileType type_of_content(Archive *archive)
{
    int index = archive_find(archive, "[Content_Types].xml");
    g_autoptr(GBytes) bytes = index >= 0 ? archive_read(archive, index, NULL) : NULL;
    gsize length = 0;
    const char *text = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
    if (text == NULL || length == 0)
        return FILE_ZIP;
    if (g_strstr_len(text, (gssize)length, "spreadsheetml.sheet.main+xml") != NULL)
        return FILE_XLSX;
    if (g_strstr_len(text, (gssize)length, "wordprocessingml.document.main+xml") != NULL)
        return FILE_DOCX;
    return FILE_ZIP;
}

static FileType type_of_zip(const guint8 *bytes, gsize length)
{
    ArchiveUse use = {0};
    g_autoptr(Archive) archive = archive_from_bytes(bytes, length, &use, NULL);
    if (archive == NULL)
        return FILE_ZIP;
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
        if (archive_find(archive, members[i].member) >= 0)
            return members[i].type;
    return type_of_content(archive);
}

static FileType type_of_ole(const guint8 *bytes, gsize length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(streams); i++)
        if (ole_has(bytes, length, streams[i].stream))
            return streams[i].type;
    return FILE_OLE;
}

/* The start of a text in small letters, without marks and the zeros of UTF-16, from its first character on. */
static char *start_of_text(const guint8 *bytes, gsize length)
{
    GString *start = g_string_new("");
    for (gsize i = 0; i < MIN(length, (gsize)LOOK); i++) {
        bool mark = i < 3 && (bytes[i] >= 0xfe || bytes[i] == 0xef || bytes[i] == 0xbb || bytes[i] == 0xbf);
        bool space = start->len == 0 && g_ascii_isspace((char)bytes[i]);
        if (bytes[i] != 0 && !mark && !space)
            g_string_append_c(start, g_ascii_tolower((char)bytes[i]));
    }
    return g_string_free(start, FALSE);
}

static bool is_html(const char *start)
{
    static const char *const tags[] = {"<html", "<!doctype html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p "};
    for (gsize i = 0; start[0] == '<' && i < G_N_ELEMENTS(tags); i++)
        if (strstr(start, tags[i]) != NULL)
            return true;
    return false;
}

/* Workbooks of 2003 are XML with tables in it, but no HTML. */
static FileType type_of_text(const guint8 *bytes, gsize length)
{
    g_autofree char *start = start_of_text(bytes, length);
    if (g_str_has_prefix(start, "mime-version:") || strstr(start, "content-type: multipart/related") != NULL)
        return FILE_MHTML;
    if (g_str_has_prefix(start, "<?xml") && strstr(start, "<html") == NULL && strstr(start, "<!doctype html") == NULL)
        return FILE_XML;
    return is_html(start) ? FILE_HTML : FILE_TEXT;
}

FileType file_type_from_bytes(const guint8 *bytes, gsize length)
{
    if (length == 0)
        return FILE_TEXT;
    if (g_strstr_len((const char *)bytes, (gssize)MIN(length, (gsize)PDF_REACH), "%PDF-") != NULL)
        return FILE_PDF;
    for (gsize i = 0; i < G_N_ELEMENTS(magics); i++)
        if (length >= magics[i].length && memcmp(bytes, magics[i].magic, magics[i].length) == 0)
            return magics[i].type;
    /* "BM" alone may begin a text: four zeros follow in a bitmap. */
    if (length >= 10 && memcmp(bytes, "BM", 2) == 0 && memcmp(bytes + 6, "\0\0\0\0", 4) == 0)
        return FILE_PICTURE;
    if (length >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
        return type_of_zip(bytes, length);
    if (is_ole(bytes, length))
        return type_of_ole(bytes, length);
    return type_of_text(bytes, length);
}

/* Why a type is not read, and what to do; NULL for one that is. */
static const char *why_refused(FileType type)
{
    switch (type) {
    case FILE_DOC:
        return say("是 Word 97-2003 文档（.doc）：请用 Word 或 WPS 另存为 .docx 或 PDF", "a document of Word 97-2003 (.doc): save it as .docx or PDF");
    case FILE_PRESENTATION:
        return say("是演示文稿：请另存为 PDF", "a presentation: save it as PDF");
    case FILE_ENCRYPTED:
        return say("加了密：请去掉密码后再导入", "encrypted: remove the password and import again");
    case FILE_OLE:
        return say("是旧版 Office 容器，里面没有工作簿：请另存为 .xlsx、.docx 或 PDF", "an old Office file without a workbook: save it as .xlsx, .docx or PDF");
    case FILE_XLSB:
        return say("是二进制工作簿（.xlsb）：请另存为 .xlsx", "a binary workbook (.xlsb): save it as .xlsx");
    case FILE_ODF:
        return say("是 OpenDocument 文件：请另存为 .xlsx、.docx 或 PDF", "an OpenDocument file: save it as .xlsx, .docx or PDF");
    case FILE_OFD:
        return say("是 OFD 版式文件：请用 OFD 阅读器另存为 PDF", "an OFD document: save it as PDF with an OFD reader");
    case FILE_XML:
        return say("是 XML 文件：如是 2003 版 XML 表格，请另存为 .xlsx", "an XML file: if it is a spreadsheet of 2003, save it as .xlsx");
    case FILE_MHTML:
        return say("是网页归档（MHTML）：请另存为 HTML 或 PDF", "a web archive (MHTML): save it as HTML or PDF");
    case FILE_RTF:
        return say("是 RTF 文档：请另存为 .docx 或 PDF", "an RTF document: save it as .docx or PDF");
    case FILE_PICTURE:
        return say("是图片，没有文字层：请先做文字识别（OCR），存为带文字的 PDF", "a picture without text: recognise its text (OCR) and save it as PDF");
    case FILE_RAR:
        return say("是 RAR 压缩包：请先解开", "a RAR archive: unpack it first");
    case FILE_7Z:
        return say("是 7z 压缩包：请先解开", "a 7z archive: unpack it first");
    case FILE_GZIP:
        return say("是 gzip 压缩包：请先解开", "a gzip archive: unpack it first");
    default:
        return NULL;
    }
}

bool file_type_is_refused(FileType type, GError **error)
{
    const char *why = why_refused(type);
    if (why != NULL)
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
    return why != NULL;
}
