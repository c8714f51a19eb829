/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files as an office suite really writes them: one workbook with invented figures, saved as XLSX, XLS and HTML, and a
 * document, saved as DOCX and HTML (tests/filings/README.md). What is read of each must be the same.
 */
#include "history/paper_file.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/paper_spelling.h"

Suite *paper_file_suite(void);

#define WORKBOOK "tests/filings/other/虚构县园林所-决算."
#define DOCUMENT "tests/filings/other/虚构县园林所-说明."

#define TABLE                                                                                                       \
    "0,0:1x5=收入支出决算总表 1,0:1x3=编制单位：虚构县园林所 1,3=2024年8月5日 1,4=单位：万元 2,0:2x1=项目 2,1:1x3=决算数 2,4:2x1=占比 " \
    "3,1=合计 3,2=基本/支出 3,3=项目支出 4,0=一、城乡社区支出 4,1=9,066.79 4,2=9,000.01 4,3=66.79 4,4=98.7% "             \
    "5,0=二、住房保障支出 5,1=-0.30 5,2=-0.30 6,0=编码 6,1=2120501 6,2=021205 6,3=同上 6,4=TRUE\n"
#define SMALL_TABLE "0,0:2x1=项目 0,1:1x2=预算数 1,1=合计 1,2=其中：/基本支出 2,0=收入 2,1=1,183.05\n"

static const struct {
    const char *path;
    FileType type;
    const char *spelled;
} files[] = {
    {WORKBOOK "xlsx", FILE_XLSX, "--收支总表\n" TABLE "--空表\n--说明\n0,0=本表为空。\n"},
    {WORKBOOK "xls", FILE_XLS, "--收支总表\n" TABLE "--空表\n--说明\n0,0=本表为空。\n"},
    {WORKBOOK "html", FILE_HTML, "--\nOverview\n收支总表\n说明\nSheet 1: 收支总表\n" TABLE "Sheet 2: 说明\n本表为空。\n"},
    {DOCUMENT "docx", FILE_DOCX,
     "--\n虚构县园林所2024年度部门决算\n1. 部门概况\na. 主要职责\nb. 机构设置\n2. 部门决算表\n收入总计1,183.05万元，\n比上年增加。\n" SMALL_TABLE
     "--\n第二页\n末段\n"},
    {DOCUMENT "html", FILE_HTML,
     "--\n虚构县园林所2024年度部门决算\n部门概况\n主要职责\n机构设置\n部门决算表\n收入总计1,183.05万元，\n比上年增加。\n" SMALL_TABLE "第二页\n末段\n"},
};

static Paper *read_any(const guint8 *bytes, gsize length, GError **error)
{
    return paper_from_bytes(file_type_from_bytes(bytes, length), bytes, length, error);
}

static GBytes *load(const char *path)
{
    char *contents = NULL;
    gsize length = 0;
    ck_assert_msg(g_file_get_contents(path, &contents, &length, NULL), "%s", path);
    return g_bytes_new_take(contents, length);
}

START_TEST(saved_by_an_office_suite)
{
    g_autoptr(GBytes) bytes = load(files[_i].path);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    ck_assert_int_eq(file_type_from_bytes(data, length), files[_i].type);
    check_paper(files[_i].path, read_any, bytes, files[_i].spelled);
}
END_TEST

START_TEST(damaged)
{
    g_autoptr(GBytes) bytes = load(files[_i].path);
    check_damaged(read_any, bytes, 97);
}
END_TEST

START_TEST(types_without_pages)
{
    static const FileType types[] = {FILE_TEXT, FILE_ZIP, FILE_PICTURE, FILE_DOC};
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autoptr(GError) error = NULL;
        ck_assert_ptr_null(paper_from_bytes(types[i], (const guint8 *)"x", 1, &error));
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    }
}
END_TEST

/* Twice is once. */
START_TEST(prepared)
{
    paper_readers_prepare();
    paper_readers_prepare();
    g_autoptr(GBytes) bytes = load(files[0].path);
    check_paper("prepared", read_any, bytes, files[0].spelled);
}
END_TEST

Suite *paper_file_suite(void)
{
    Suite *suite = suite_create("paper_file");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 20);
    tcase_add_loop_test(all, saved_by_an_office_suite, 0, G_N_ELEMENTS(files));
    tcase_add_loop_test(all, damaged, 0, G_N_ELEMENTS(files));
    tcase_add_test(all, types_without_pages);
    tcase_add_test(all, prepared);
    suite_add_tcase(suite, all);
    return suite;
}
