/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/overview.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"
#include "tests/analysis/report/sample.h"

Suite *overview_suite(void);

static void without_gnuplot(void)
{
    g_setenv("YUSUAN_GNUPLOT", "/no/such/gnuplot", TRUE);
}

static void with_gnuplot(void)
{
    g_unsetenv("YUSUAN_GNUPLOT");
    language_set(LANGUAGE_ZH);
}

/* The overview of the sample departments, in a new folder. */
static char *sample_overview(GPtrArray *warnings)
{
    static const int years[] = {2021, 2023, 2024, 0};
    g_autoptr(GError) error = NULL;
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) bureau = sample_bureau();
    g_autoptr(Department) archive = sample_archive(years);
    char *folder = sample_folder();
    g_autoptr(Overview) overview = overview_new(folder);
    overview_add(overview, bureau, 0, NULL, thresholds, warnings);
    overview_add(overview, archive, 0, NULL, thresholds, warnings);
    ck_assert(overview_write(overview, &error));
    return folder;
}

START_TEST(every_link_lands)
{
    char *folder = sample_overview(NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    g_autoptr(GRegex) links = g_regex_new("href=\"([^\"#]*)(?:#([^\"]*))?\"", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    guint outward = 0;
    for (g_regex_match(links, html, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *path = g_match_info_fetch(match, 1);
        g_autofree char *anchor = g_match_info_fetch(match, 2);
        g_autofree char *plain = g_uri_unescape_string(path, NULL);
        for (const char *at = path; *at != '\0'; at++)
            ck_assert_msg(g_ascii_isalnum(*at) || strchr("%-./", *at) != NULL, "not encoded: %s", path);
        g_autofree char *page = path[0] != '\0' ? sample_file(folder, plain) : g_strdup(html);
        g_autofree char *id = g_strdup_printf(" id=\"%s\"", anchor != NULL ? anchor : "");
        ck_assert_msg(anchor == NULL || anchor[0] == '\0' || strstr(page, id) != NULL, "leads nowhere: %s#%s", path, anchor);
        outward += path[0] != '\0';
    }
    ck_assert_uint_gt(outward, 10);
    sample_folder_remove(folder);
}
END_TEST

START_TEST(markdown_leads_to_markdown)
{
    char *folder = sample_overview(NULL);
    g_autofree char *markdown = sample_file(folder, "report.md");
    g_autofree char *name = overview_folder_name("示例县商务和工业信息化局");
    g_autofree char *path = g_uri_escape_string(name, NULL, FALSE);
    g_autofree char *link = g_strdup_printf("[示例县商务和工业信息化局](%s/report.md)", path);
    ck_assert_msg(strstr(markdown, link) != NULL, "%s", link);
    ck_assert_ptr_null(strstr(markdown, "index.html"));
    sample_folder_remove(folder);
}
END_TEST

/* The row has the figures of the department's own page one, and the gap in its years. */
START_TEST(rows_have_the_reports_figures)
{
    char *folder = sample_overview(NULL);
    g_autofree char *markdown = sample_file(folder, "report.md");
    ck_assert_ptr_nonnull(strstr(markdown, "| 2024 预算 | 1,700.46 | +190.36 | +12.61% |"));
    ck_assert_ptr_nonnull(strstr(markdown, "2021–2024，缺 2022"));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(what_is_missing_is_said_once)
{
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    char *folder = sample_overview(warnings);
    ck_assert_uint_eq(warnings->len, 1); /* gnuplot, for both departments */
    sample_folder_remove(folder);
}
END_TEST

START_TEST(nothing_to_report_on)
{
    g_autoptr(GError) error = NULL;
    char *folder = sample_folder();
    g_autoptr(Overview) overview = overview_new(folder);
    ck_assert(overview_write(overview, &error));
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "没有一个部门有报告"));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(one_that_fails_is_named_and_the_rest_is_written)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) bureau = sample_bureau();
    char *folder = sample_folder();
    g_autoptr(Overview) overview = overview_new(folder);
    overview_add_failure(overview, "<b>坏局", g_error_new_literal(YUSUAN_ERROR, YUSUAN_ERROR_STORE, "damaged"));
    overview_add(overview, bureau, 0, NULL, thresholds, NULL);
    ck_assert(!overview_write(overview, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "&lt;b&gt;坏局"));
    ck_assert_ptr_nonnull(strstr(html, "damaged"));
    ck_assert_ptr_nonnull(strstr(html, "1,700.46"));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(year_that_is_not_there_is_no_failure)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) bureau = sample_bureau();
    char *folder = sample_folder();
    g_autoptr(Overview) overview = overview_new(folder);
    overview_add(overview, bureau, 1999, NULL, thresholds, NULL);
    ck_assert(overview_write(overview, &error));
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "1999"));
    sample_folder_remove(folder);
}
END_TEST

static const char *const hostile_names[] = {"../../etc/passwd", "..", ".", "", "/", "a/b\\c:d*e?f\"g<h>i|j", "CON", "\u202Etxt.exe",
                                            "=HYPERLINK(\"x\")", "`touch x` $(touch x)", "<script>alert(1)</script>", "名\n字",
                                            "🙂局", "bad \xFF\xFE", "-rf"};

START_TEST(folder_names_are_safe)
{
    g_autofree char *name = overview_folder_name(hostile_names[_i]);
    g_autofree char *again = overview_folder_name(hostile_names[_i]);
    ck_assert_str_eq(name, again);
    ck_assert(g_utf8_validate(name, -1, NULL));
    ck_assert_uint_le(strlen(name), 140);
    ck_assert(g_unichar_isalnum(g_utf8_get_char(name)));
    ck_assert_uint_ge(strlen(name), 10);
    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at))
        ck_assert_msg(*at == '-' || g_unichar_isalnum(g_utf8_get_char(at)), "%s", name);
}
END_TEST

START_TEST(folder_names_differ)
{
    g_autoptr(GString) one = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append(one, "局");
    g_autofree char *two = g_strconcat(one->str, "甲", NULL);
    g_autofree char *first = overview_folder_name(one->str);
    g_autofree char *second = overview_folder_name(two);
    g_autofree char *slash = overview_folder_name("甲/乙");
    g_autofree char *plain = overview_folder_name("甲乙");
    ck_assert_str_ne(first, second); /* alike as far as they are kept */
    ck_assert_str_ne(slash, plain);
}
END_TEST

Suite *overview_suite(void)
{
    Suite *suite = suite_create("overview");
    TCase *tests = tcase_create("overview");
    tcase_add_checked_fixture(tests, without_gnuplot, with_gnuplot);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, every_link_lands);
    tcase_add_test(tests, markdown_leads_to_markdown);
    tcase_add_test(tests, rows_have_the_reports_figures);
    tcase_add_test(tests, what_is_missing_is_said_once);
    tcase_add_test(tests, nothing_to_report_on);
    tcase_add_test(tests, one_that_fails_is_named_and_the_rest_is_written);
    tcase_add_test(tests, year_that_is_not_there_is_no_failure);
    tcase_add_loop_test(tests, folder_names_are_safe, 0, G_N_ELEMENTS(hostile_names));
    tcase_add_test(tests, folder_names_differ);
    suite_add_tcase(suite, tests);
    return suite;
}
