/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/file_type.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/biff_build.h"
#include "tests/history/zipped.h"

Suite *file_type_suite(void);

#define BYTES(text) text, sizeof text - 1

static const struct {
    const char *why;
    const char *bytes;
    gsize length;
    FileType type;
} files[] = {
    {"nothing", BYTES(""), FILE_TEXT},
    {"one byte", BYTES("P"), FILE_TEXT},
    {"a filing's text", BYTES("表1 收支预算总表\n编制单位：虚构县档案馆\n"), FILE_TEXT},
    {"figures", BYTES("1,183.05"), FILE_TEXT},
    {"a text that speaks of PDF", BYTES("PDF-1.4"), FILE_TEXT},
    {"PDF", BYTES("%PDF-1.7\n"), FILE_PDF},
    {"PDF behind something", BYTES("\xef\xbb\xbf\r\n%PDF-1.4"), FILE_PDF},
    {"HTML", BYTES("<!DOCTYPE html><html>"), FILE_HTML},
    {"HTML behind a mark and space", BYTES("\xef\xbb\xbf \r\n<HTML>"), FILE_HTML},
    {"HTML in UTF-16", BYTES("\xff\xfe<\0h\0t\0m\0l\0>\0"), FILE_HTML},
    {"XHTML", BYTES("<?xml version='1.0'?><!DOCTYPE html PUBLIC ''><html xmlns=''>"), FILE_HTML},
    {"a page's comment first", BYTES("<!-- x --><table><tr><td>1</table>"), FILE_HTML},
    {"a piece of a page", BYTES("<div><p>收入</p></div>"), FILE_HTML},
    {"a text that begins with an angle", BYTES("<表一> 收入"), FILE_TEXT},
    {"a text that names an element", BYTES("元素 <table>"), FILE_TEXT},
    {"a workbook of 2003", BYTES("<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook><Table>"), FILE_XML},
    {"MHTML", BYTES("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x"), FILE_MHTML},
    {"RTF", BYTES("{\\rtf1\\ansi"), FILE_RTF},
    {"PNG", BYTES("\x89PNG\r\n\x1a\n"), FILE_PICTURE},
    {"JPEG", BYTES("\xff\xd8\xff\xe0"), FILE_PICTURE},
    {"GIF", BYTES("GIF89a"), FILE_PICTURE},
    {"TIFF, little end first", BYTES("II*\0"), FILE_PICTURE},
    {"TIFF, big end first", BYTES("MM\0*"), FILE_PICTURE},
    {"BMP", BYTES("BM\x36\x10\0\0\0\0\0\0\x36"), FILE_PICTURE},
    {"a text that begins with BM", BYTES("BM 项目支出明细表"), FILE_TEXT},
    {"RAR", BYTES("Rar!\x1a\x07\x01"), FILE_RAR},
    {"7z", BYTES("7z\xbc\xaf\x27\x1c"), FILE_7Z},
    {"gzip", BYTES("\x1f\x8b\x08\0"), FILE_GZIP},
    {"a ZIP cut off", BYTES("PK\3\4"), FILE_ZIP},
    {"an empty ZIP", BYTES("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), FILE_ZIP},
};

START_TEST(by_first_bytes)
{
    /* A copy of its size, so that the sanitizers see what is read behind the end. */
    g_autofree guint8 *bytes = g_memdup2(files[_i].bytes, files[_i].length);
    FileType type = file_type_from_bytes(bytes, files[_i].length);
    ck_assert_msg(type == files[_i].type, "%s: %d", files[_i].why, type);
}
END_TEST

static const struct {
    const char *member, *text;
    FileType type;
} archives[] = {
    {"a.xlsx", "x", FILE_ZIP},
    {"xl/workbook.xml", "x", FILE_XLSX},
    {"word/document.xml", "x", FILE_DOCX},
    {"xl/workbook.bin", "x", FILE_XLSB},
    {"ppt/presentation.xml", "x", FILE_PRESENTATION},
    {"META-INF/manifest.xml", "x", FILE_ODF},
    {"OFD.xml", "x", FILE_OFD},
    {"[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FILE_XLSX},
    {"[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FILE_DOCX},
    {"[Content_Types].xml", "<Types/>", FILE_ZIP},
};

START_TEST(by_members)
{
    const Zipped member = {.name = archives[_i].member, .text = archives[_i].text};
    g_autoptr(GBytes) bytes = zipped(&member, 1);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    FileType type = file_type_from_bytes(data, length);
    ck_assert_msg(type == archives[_i].type, "%s: %d", archives[_i].member, type);
}
END_TEST

static const struct {
    const char *stream;
    FileType type;
} containers[] = {
    {"Workbook", FILE_XLS}, {"Book", FILE_XLS}, {"WordDocument", FILE_DOC}, {"PowerPoint Document", FILE_PRESENTATION},
    {"EncryptedPackage", FILE_ENCRYPTED}, {"Other", FILE_OLE},
};

START_TEST(by_streams)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    g_autoptr(GBytes) bytes = ole_file(containers[_i].stream, stream);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    FileType type = file_type_from_bytes(data, length);
    ck_assert_msg(type == containers[_i].type, "%s: %d", containers[_i].stream, type);
}
END_TEST

START_TEST(refusals_say_what_to_do)
{
    for (int type = 0; type < FILE_TYPES; type++) {
        g_autoptr(GError) error = NULL;
        bool refused = file_type_is_refused((FileType)type, &error);
        ck_assert_msg(refused == (type >= FILE_DOC), "%d", type);
        ck_assert(refused == (error != NULL));
        ck_assert(error == NULL || g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
        ck_assert(error == NULL || strstr(error->message, "请") != NULL);
    }
}
END_TEST

Suite *file_type_suite(void)
{
    Suite *suite = suite_create("file_type");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, by_first_bytes, 0, G_N_ELEMENTS(files));
    tcase_add_loop_test(all, by_members, 0, G_N_ELEMENTS(archives));
    tcase_add_loop_test(all, by_streams, 0, G_N_ELEMENTS(containers));
    tcase_add_test(all, refusals_say_what_to_do);
    suite_add_tcase(suite, all);
    return suite;
}
