/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_file.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/spelling.h"
#include "tests/schema/scratch.h"

Suite *lineage_file_suite(void);

static char *file_with(const char *text, gssize length)
{
    char *path = scratch_path("store.db.lineage.tsv");
    ck_assert(g_file_set_contents(path, text, length, NULL));
    return path;
}

/* "line: department act whose year from>to amount (note)", one row a line. */
static char *spell(const GPtrArray *rows)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        g_string_append_printf(out, "%d: %s %d %s %d %s>%s", row->line, row->department ? "department" : "subject",
                               (int)row->act, row->whose[0] != '\0' ? row->whose : "-", row->year, row->from, row->to);
        if (row->has_amount)
            g_string_append_printf(out, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, row->amount.fen, row->amount.step);
        if (row->note[0] != '\0')
            g_string_append_printf(out, " (%s)", row->note);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *why, *text, *rows;
} read_cases[] = {
    {"empty", "", ""},
    {"remarks, empty lines and a heading", "# 沿革\n\n \t\nwhat\tact\twhose\tyear\tfrom\tto\tamount\tnote\n", ""},
    {"every act",
     "department\tsame\t-\t2019\t虚构县水务局\t虚构县水利局\t-\trenamed\n"
     "department\tapart\t-\t-\t虚构县文化馆\t虚构县文化馆站\t-\ttwo\n"
     "department\tmerged\t-\t2020\t虚构县林业局\t虚构县自然局\t-\t-\n"
     "department\tsplit\t-\t2021\t虚构县建设局\t虚构县住房局\t-\t\n"
     "subject\tsame\t虚构县水利局\t2018\t30311\t30113\t-\t-\n"
     "subject\tapart\t-\t2018\t30311\t30311\t-\t-\n"
     "subject\tmove\t虚构县水利局\t2024\t2080501\t2080502\t1,011.22\t-\n"
     "subject\tkeep\t虚构县水利局\t2024\t2080501\t2080502\t-\t-\n",
     "1: department 0 - 2019 虚构县水务局>虚构县水利局 (renamed)\n2: department 1 - 0 虚构县文化馆>虚构县文化馆站 (two)\n"
     "3: department 2 - 2020 虚构县林业局>虚构县自然局\n4: department 3 - 2021 虚构县建设局>虚构县住房局\n"
     "5: subject 0 虚构县水利局 2018 30311>30113\n6: subject 1 - 2018 30311>30311\n"
     "7: subject 4 虚构县水利局 2024 2080501>2080502 1011220000/10000\n8: subject 5 虚构县水利局 2024 2080501>2080502\n"},
    {"as an editor leaves it: a mark, \\r, no note, spaces, no end of line",
     "\xef\xbb\xbf"
     "department\tsame\t-\t2019\t 虚构县水务局 \t虚构县水利局\t-\r\nsubject\tkeep\t-\t2024\t201\t208\t3\t-",
     "1: department 0 - 2019 虚构县水务局>虚构县水利局\n2: subject 5 - 2024 201>208 3000000/1000000\n"},
    {"renamed and renamed back",
     "department\tsame\t-\t2019\t虚构县水务局\t虚构县水利局\t-\t-\ndepartment\tsame\t-\t2022\t虚构县水利局\t虚构县水务局\t-\t-\n",
     "1: department 0 - 2019 虚构县水务局>虚构县水利局\n2: department 0 - 2022 虚构县水利局>虚构县水务局\n"},
    {"two ways to one end are no circle",
     "department\tsame\t-\t-\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t-\t甲局\t丙局\t-\t-\ndepartment\tsame\t-\t-\t乙局\t丁局\t-\t-\n"
     "department\tsame\t-\t-\t丙局\t丁局\t-\t-\n",
     "1: department 0 - 0 甲局>乙局\n2: department 0 - 0 甲局>丙局\n3: department 0 - 0 乙局>丁局\n4: department 0 - 0 丙局>丁局\n"},
    {"codes of a tidy CSV", "subject\tsame\t甲局\t2018\tX01\tProg-9\t-\t-\n", "1: subject 0 甲局 2018 X01>Prog-9\n"},
    {"codes that go opposite ways in two departments",
     "subject\tsame\t甲局\t2018\t201\t208\t-\t-\nsubject\tsame\t乙局\t2018\t208\t201\t-\t-\n",
     "1: subject 0 甲局 2018 201>208\n2: subject 0 乙局 2018 208>201\n"},
};

START_TEST(rows_of_a_file)
{
    g_autofree char *path = file_with(read_cases[_i].text, -1);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = lineage_file_read(path, &error);
    ck_assert_msg(rows != NULL, "%s: %s", read_cases[_i].why, error != NULL ? error->message : "");
    g_autofree char *spelt = spell(rows);
    check_spelling(read_cases[_i].why, spelt, read_cases[_i].rows);
}
END_TEST

/* What is wrong with a file, the line that is named, and words of the message. */
static const struct {
    const char *why, *text;
    int line;
    const char *words;
} wrong_cases[] = {
    {"spaces for tabs", "# 一\ndepartment same - 2019 甲局 乙局 -\n", 2, "制表符"},
    {"too many columns", "department\tsame\t-\t2019\t甲局\t乙局\t-\t-\t-\n", 1, "有 9 列"},
    {"too few", "department\tsame\t-\t2019\t甲局\t乙局\n", 1, "有 6 列"},
    {"neither department nor subject", "unit\tsame\t-\t2019\t甲局\t乙局\t-\t-\n", 1, "“unit”"},
    {"an act that is none", "department\trenamed\t-\t2019\t甲局\t乙局\t-\t-\n", 1, "merged 或 split，不是“renamed”"},
    {"an act of subjects alone", "department\tmove\t-\t2019\t甲局\t乙局\t1.00\t-\n", 1, "“move”"},
    {"an act of departments alone", "subject\tmerged\t-\t2019\t201\t208\t-\t-\n", 1, "move 或 keep"},
    {"a day for a year", "department\tsame\t-\t2019-03-01\t甲局\t乙局\t-\t-\n", 1, "“2019-03-01”"},
    {"a year of two digits", "department\tsame\t-\t19\t甲局\t乙局\t-\t-\n", 1, "“19”"},
    {"a year that never was", "department\tsame\t-\t9999\t甲局\t乙局\t-\t-\n", 1, "“9999”"},
    {"a year with a sign", "department\tsame\t-\t-201\t甲局\t乙局\t-\t-\n", 1, "“-201”"},
    {"no year for a subject", "subject\tsame\t-\t-\t201\t208\t-\t-\n", 1, "第 4 列是年度"},
    {"no name", "department\tsame\t-\t2019\t甲局\t-\t-\t-\n", 1, "第 6 列没有部门的名称"},
    {"a department's line for a department", "department\tsame\t丙局\t2019\t甲局\t乙局\t-\t-\n", 1, "第 3 列写 -"},
    {"a code with letters", "subject\tsame\t-\t2019\t2o1\t208\t-\t-\n", 1, "“2o1”"},
    {"a code of four digits", "subject\tsame\t-\t2019\t201\t2080\t-\t-\n", 1, "第 6 列是 3、5 或 7 位"},
    {"a code by its name", "subject\tsame\t-\t2019\t行政运行\t208\t-\t-\n", 1, "“行政运行”"},
    {"an amount that is none", "subject\tmove\t-\t2019\t201\t208\t1.2.3\t-\n", 1, "“1.2.3”"},
    {"an amount with its unit", "subject\tmove\t-\t2019\t201\t208\t11.22万元\t-\n", 1, "“11.22万元”"},
    {"an amount beyond all", "subject\tmove\t-\t2019\t201\t208\t99999999999999999999\t-\n", 1, "第 7 列"},
    {"a negative amount", "subject\tmove\t-\t2019\t201\t208\t-5.00\t-\n", 1, "“-5.00”"},
    {"a move of nothing", "subject\tmove\t-\t2019\t201\t208\t0.00\t-\n", 1, "“0.00”"},
    {"a move without an amount", "subject\tmove\t-\t2019\t201\t208\t-\t-\n", 1, "不是“-”"},
    {"an amount where none belongs", "subject\tsame\t-\t2019\t201\t208\t5.00\t-\n", 1, "只有 move 和 keep"},
    {"a department that is itself", "department\tsame\t-\t2019\t甲局\t甲局\t-\t-\n", 1, "到它自己"},
    {"a subject that is itself", "subject\tsame\t-\t2019\t201\t201\t-\t-\n", 1, "到它自己"},
    {"each the other's new name", "department\tsame\t-\t2019\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t2019\t乙局\t甲局\t-\t-\n", 2,
     "甲局 →（第 1 行）乙局 →（第 2 行）甲局"},
    {"each the other's, without years", "department\tsame\t-\t-\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t-\t乙局\t甲局\t-\t-\n", 2, "绕成一圈"},
    {"a circle that one step enters before its time",
     "department\tsame\t-\t2019\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t2022\t乙局\t丙局\t-\t-\ndepartment\tsame\t-\t2021\t丙局\t甲局\t-\t-\n"
     "department\tsame\t-\t2018\t甲局\t丁局\t-\t-\n", 3, "绕成一圈"},
    {"a circle behind a way that leads into it",
     "department\tsame\t-\t-\t子局\t甲局\t-\t-\ndepartment\tsame\t-\t-\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t-\t乙局\t甲局\t-\t-\n", 3,
     "：甲局 →（第 2 行）乙局 →（第 3 行）甲局"},
    {"codes in a circle", "subject\tsame\t甲局\t2018\t30311\t30113\t-\t-\nsubject\tsame\t-\t2018\t30113\t30311\t-\t-\n", 2, "绕成一圈"},
    {"one and two", "department\tsame\t-\t2019\t甲局\t乙局\t-\t-\ndepartment\tsame\t-\t2021\t乙局\t丙局\t-\t-\n"
     "department\tapart\t-\t-\t丙局\t甲局\t-\t-\n", 3, "按其他行是同一部门"},
};

START_TEST(a_wrong_line)
{
    g_autofree char *path = file_with(wrong_cases[_i].text, -1);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(lineage_file_read(path, &error) == NULL, "%s", wrong_cases[_i].why);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    g_autofree char *line = g_strdup_printf("%s 第 %d 行：", path, wrong_cases[_i].line);
    ck_assert_msg(strstr(error->message, line) != NULL, "%s: %s", wrong_cases[_i].why, error->message);
    ck_assert_msg(strstr(error->message, wrong_cases[_i].words) != NULL, "%s: %s", wrong_cases[_i].why, error->message);
    ck_assert_msg(strstr(error->message, "YUSUAN_LINEAGE=/dev/null") != NULL, "%s: %s", wrong_cases[_i].why, error->message);
}
END_TEST

START_TEST(no_text)
{
    static const char odd[] = "# 甲\n\xc4\xe3\xba\xc3\n";
    static const char zero[] = "# a\n# b\n\0\n";
    g_autoptr(GError) error = NULL;
    g_autofree char *path = file_with(odd, sizeof odd - 1);
    ck_assert_ptr_null(lineage_file_read(path, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert(strstr(error->message, "第 2 行：不是 UTF-8") != NULL);
    g_clear_error(&error);
    g_free(file_with(zero, sizeof zero - 1));
    ck_assert_ptr_null(lineage_file_read(path, &error));
    ck_assert(strstr(error->message, "第 3 行：不是 UTF-8") != NULL);
}
END_TEST

START_TEST(too_large)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strnfill(LINEAGE_FILE_BYTES_MOST + 1, '#');
    g_autofree char *path = file_with(text, LINEAGE_FILE_BYTES_MOST);
    g_autoptr(GPtrArray) rows = lineage_file_read(path, &error);
    ck_assert_ptr_nonnull(rows);
    ck_assert_uint_eq(rows->len, 0);
    g_free(file_with(text, LINEAGE_FILE_BYTES_MOST + 1));
    ck_assert_ptr_null(lineage_file_read(path, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert(strstr(error->message, "1048576") != NULL);
    g_clear_error(&error);
    ck_assert_ptr_null(lineage_file_read("/dev/zero", &error));
    ck_assert(strstr(error->message, "/dev/zero") != NULL);
}
END_TEST

START_TEST(no_file)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = scratch_path("none.tsv");
    g_autoptr(GPtrArray) rows = lineage_file_read(path, &error);
    ck_assert_ptr_nonnull(rows);
    ck_assert_uint_eq(rows->len, 0);
    g_autoptr(GPtrArray) nothing = lineage_file_read("/dev/null", &error);
    ck_assert_ptr_nonnull(nothing);
    ck_assert_ptr_null(lineage_file_read(scratch, &error)); /* a folder */
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert(strstr(error->message, scratch) != NULL);
}
END_TEST

START_TEST(where_it_is)
{
    g_unsetenv("YUSUAN_LINEAGE");
    g_autofree char *beside = lineage_file_path("/tmp/a.db");
    ck_assert_str_eq(beside, "/tmp/a.db.lineage.tsv");
    ck_assert(g_setenv("YUSUAN_LINEAGE", "mine.tsv", TRUE));
    g_autofree char *named = lineage_file_path("/tmp/a.db");
    ck_assert_str_eq(named, "mine.tsv");
    ck_assert(g_setenv("YUSUAN_LINEAGE", "", TRUE));
    g_autofree char *unnamed = lineage_file_path("/tmp/a.db");
    ck_assert_str_eq(unnamed, "/tmp/a.db.lineage.tsv");
    g_unsetenv("YUSUAN_LINEAGE");
}
END_TEST

/* A chain as long as a file can hold is walked, not recursed into. */
START_TEST(a_long_chain)
{
    g_autoptr(GString) text = g_string_new(NULL);
    int rows_wanted = 20000;
    for (int i = rows_wanted; i > 0; i--)
        g_string_append_printf(text, "department\tsame\t-\t-\t局%d\t局%d\t-\n", i, i + 1);
    g_autofree char *path = file_with(text->str, -1);
    g_autoptr(GPtrArray) rows = lineage_file_read(path, NULL);
    ck_assert_ptr_nonnull(rows);
    ck_assert_uint_eq(rows->len, (guint)rows_wanted);
    g_string_append_printf(text, "department\tsame\t-\t-\t局%d\t局1\t-\n", rows_wanted + 1);
    g_free(file_with(text->str, -1));
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(lineage_file_read(path, &error));
    ck_assert(strstr(error->message, "第 20001 行") != NULL);
}
END_TEST

static const struct {
    const char *why, *text, *words; /* NULL for nothing wrong */
} name_cases[] = {
    {"known ones", "department\tsame\t-\t2019\t虚构县水务局\t虚构县水利局\t-\t-\nsubject\tkeep\t虚构县水利局\t2024\t201\t208\t-\t-\n", NULL},
    {"subjects of all", "subject\tkeep\t-\t2024\t201\t208\t-\t-\n", NULL},
    {"a slip of the pen", "# 注\ndepartment\tsame\t-\t2019\t虚构县水务厅\t虚构县水利局\t-\t-\n",
     "第 2 行：库里没有部门“虚构县水务厅”，相近的有：虚构县水务局、虚构县水利局、虚构县图书馆"},
    {"the new name", "department\tapart\t-\t-\t虚构县水务局\t示例镇\t-\t-\n", "第 1 行：库里没有部门“示例镇”。"},
    {"whose", "subject\tkeep\t图书馆\t2024\t201\t208\t-\t-\n", "“图书馆”，相近的有：虚构县图书馆。"},
};

START_TEST(names_of_the_store)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *path = file_with(name_cases[_i].text, -1);
    g_autoptr(GPtrArray) rows = lineage_file_read(path, NULL);
    ck_assert_ptr_nonnull(rows);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(lineage_file_check_names(rows, names, path, &error), "an empty store knows none");
    static const char *const known[] = {"虚构县水务局", "虚构县水利局", "虚构县图书馆", "虚构县档案馆"};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
        g_hash_table_add(names, (gpointer)known[i]);
    bool fine = lineage_file_check_names(rows, names, path, &error);
    ck_assert_msg(fine == (name_cases[_i].words == NULL), "%s", name_cases[_i].why);
    if (fine)
        return;
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_msg(strstr(error->message, name_cases[_i].words) != NULL, "%s: %s", name_cases[_i].why, error->message);
}
END_TEST

START_TEST(rows_of_a_department)
{
    g_autofree char *path = file_with("subject\tkeep\t-\t2024\t201\t208\t-\t所有\nsubject\tkeep\t甲局\t2024\t201\t208\t-\t甲\n"
                                      "subject\tkeep\t乙局\t2024\t201\t208\t-\t乙\ndepartment\tsame\t-\t-\t甲局\t丙局\t-\t名\n", -1);
    g_autoptr(GPtrArray) rows = lineage_file_read(path, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_ptr_array_add(names, (gpointer)"甲局");
    g_ptr_array_add(names, (gpointer)"丙局");
    g_autoptr(GPtrArray) own = lineage_rows_of(rows, names);
    g_autofree char *spelt = spell(own);
    check_spelling("its own and all's", spelt, "1: subject 5 - 2024 201>208 (所有)\n2: subject 5 甲局 2024 201>208 (甲)\n");
    lineage_row_free(NULL);
}
END_TEST

Suite *lineage_file_suite(void)
{
    Suite *suite = suite_create("lineage_file");
    TCase *tests = tcase_create("file");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_loop_test(tests, rows_of_a_file, 0, G_N_ELEMENTS(read_cases));
    tcase_add_loop_test(tests, a_wrong_line, 0, G_N_ELEMENTS(wrong_cases));
    tcase_add_test(tests, no_text);
    tcase_add_test(tests, too_large);
    tcase_add_test(tests, no_file);
    tcase_add_test(tests, where_it_is);
    tcase_add_test(tests, a_long_chain);
    tcase_add_loop_test(tests, names_of_the_store, 0, G_N_ELEMENTS(name_cases));
    tcase_add_test(tests, rows_of_a_department);
    suite_add_tcase(suite, tests);
    return suite;
}
