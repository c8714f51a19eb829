/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/data.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#include "schema/error.h"

Suite *data_suite(void);

/* A folder that takes the place of built-in files, for the length of a test. */
static char *folder;

static void set_up(void)
{
    folder = g_dir_make_tmp("yusuan-test-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
    g_setenv("YUSUAN_DATA", folder, TRUE);
}

static void tear_down(void)
{
    g_unsetenv("YUSUAN_DATA");
    g_autofree char *below = g_build_filename(folder, "data", NULL);
    g_autofree char *file = g_build_filename(below, "deflator.tsv", NULL);
    g_remove(file);
    g_rmdir(below);
    g_rmdir(folder);
    g_clear_pointer(&folder, g_free);
}

static void override_deflator(const char *text)
{
    g_autofree char *below = g_build_filename(folder, "data", NULL);
    g_autofree char *file = g_build_filename(below, "deflator.tsv", NULL);
    ck_assert_int_eq(g_mkdir_with_parents(below, 0700), 0);
    ck_assert(g_file_set_contents(file, text, -1, NULL));
}

START_TEST(built_in)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = data_text("data/deflator.tsv", &error);
    ck_assert_ptr_nonnull(text);
    g_autoptr(GBytes) bytes = data_bytes("data/deflator.tsv", &error);
    ck_assert_uint_eq(g_bytes_get_size(bytes), strlen(text));
    g_autofree char *sql = data_text("sql/001.sql", &error);
    ck_assert_msg(strstr(sql, "CREATE TABLE filing") != NULL, "the migrations are built in too");
}
END_TEST

START_TEST(no_such_file)
{
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(data_text("data/none.tsv", &error));
    ck_assert_ptr_nonnull(error);
    ck_assert_ptr_nonnull(strstr(error->message, "data/none.tsv"));
    g_clear_error(&error);
    ck_assert_ptr_null(data_rows("data/none.tsv", 2, &error));
    ck_assert_ptr_nonnull(error);
    g_clear_error(&error);
    ck_assert_ptr_null(data_names("data/none/", &error));
    ck_assert_ptr_nonnull(error);
}
END_TEST

START_TEST(names_of_a_folder)
{
    g_auto(GStrv) names = data_names("data/forms/", NULL);
    ck_assert_ptr_nonnull(names);
    ck_assert(g_strv_contains((const char *const *)names, "data/forms/xinjiang-budget.form"));
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *text = data_text(names[i], NULL);
        ck_assert_msg(text != NULL, "%s", names[i]);
    }
}
END_TEST

START_TEST(override_takes_the_place)
{
    override_deflator("2099\t123.4\n");
    g_autofree char *text = data_text("data/deflator.tsv", NULL);
    ck_assert_str_eq(text, "2099\t123.4\n");
    g_autofree char *other = data_text("data/economic.tsv", NULL);
    ck_assert_msg(other != NULL, "what is not there stays built in");
    g_setenv("YUSUAN_DATA", "", TRUE);
    g_autofree char *built_in_text = data_text("data/deflator.tsv", NULL);
    ck_assert_str_ne(built_in_text, text);
}
END_TEST

static const struct {
    const char *why;
    const char *text;
    guint fields;
    guint rows;           /* 0 with `line`: refused */
    const char *first[4]; /* fields of the first row */
    const char *line;     /* of the message */
} tables[] = {
    {"rows", "2015\t101.4\n2016\t102.0\n", 2, 2, {"2015", "101.4"}, NULL},
    {"no newline at the end", "2015\t101.4", 2, 1, {"2015", "101.4"}, NULL},
    {"comments and empty lines", "# year\tindex\n\n2015\t101.4\n   \n", 2, 1, {"2015", "101.4"}, NULL},
    {"DOS line ends", "2015\t101.4\r\n2016\t102.0\r\n", 2, 2, {"2015", "101.4"}, NULL},
    {"a byte order mark", "\xef\xbb\xbf# year\n2015\t101.4\n", 2, 1, {"2015", "101.4"}, NULL},
    {"empty fields at the end, with tabs", "2015\t101.4\t\t\n", 4, 1, {"2015", "101.4", "", ""}, NULL},
    {"empty fields at the end, left out", "2015\t101.4\n", 4, 1, {"2015", "101.4", "", ""}, NULL},
    {"an empty field inside", "2015\t\tnote\n", 3, 1, {"2015", "", "note"}, NULL},
    {"nothing", "", 2, 0, {NULL}, NULL},
    {"only comments", "# nothing\n", 2, 0, {NULL}, NULL},
    {"a field too many", "2015\t101.4\n2016\t102.0\tx\n", 2, 0, {NULL}, "2"},
    {"spaces for tabs", "# year\n2015 101.4\n", 2, 0, {NULL}, "2"},
    {"one field where one is wanted", "word\n", 1, 1, {"word"}, NULL},
};

START_TEST(rows_of_fields)
{
    override_deflator(tables[_i].text);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = data_rows("data/deflator.tsv", tables[_i].fields, &error);
    if (tables[_i].line != NULL) {
        ck_assert_msg(rows == NULL, "%s", tables[_i].why);
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
        ck_assert_ptr_nonnull(strstr(error->message, "data/deflator.tsv"));
        ck_assert_ptr_nonnull(strstr(error->message, tables[_i].line));
        return;
    }
    ck_assert_msg(rows != NULL && rows->len == tables[_i].rows, "%s", tables[_i].why);
    for (guint i = 0; i < rows->len; i++)
        ck_assert_uint_eq(g_strv_length(g_ptr_array_index(rows, i)), tables[_i].fields);
    for (guint k = 0; rows->len > 0 && k < tables[_i].fields; k++)
        ck_assert_str_eq(((char **)g_ptr_array_index(rows, 0))[k], tables[_i].first[k]);
}
END_TEST

/* The files that come with the program, with as many fields as their headers explain. */
START_TEST(own_files_are_sound)
{
    static const struct {
        const char *name;
        guint fields;
    } own[] = {{"data/functional.tsv", 5}, {"data/economic.tsv", 5}, {"data/reasons.tsv", 4}, {"data/deflator.tsv", 2}};
    for (gsize i = 0; i < G_N_ELEMENTS(own); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *text = data_text(own[i].name, &error);
        ck_assert_msg(text != NULL && g_utf8_validate(text, -1, NULL), "%s", own[i].name);
        g_autoptr(GPtrArray) rows = data_rows(own[i].name, own[i].fields, &error);
        ck_assert_msg(rows != NULL && rows->len > 5, "%s", own[i].name);
    }
}
END_TEST

Suite *data_suite(void)
{
    Suite *suite = suite_create("data");
    TCase *files = tcase_create("files");
    tcase_add_test(files, built_in);
    tcase_add_test(files, no_such_file);
    tcase_add_test(files, names_of_a_folder);
    tcase_add_test(files, own_files_are_sound);
    suite_add_tcase(suite, files);
    TCase *overrides = tcase_create("overrides");
    tcase_add_checked_fixture(overrides, set_up, tear_down);
    tcase_add_test(overrides, override_takes_the_place);
    tcase_add_loop_test(overrides, rows_of_fields, 0, G_N_ELEMENTS(tables));
    suite_add_tcase(suite, overrides);
    return suite;
}
