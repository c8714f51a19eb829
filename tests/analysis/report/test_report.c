/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/report.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "schema/error.h"
#include "schema/language.h"
#include "tests/analysis/report/sample.h"

Suite *report_suite(void);

/* Most tests need no pictures, which cost more than all the rest. */
static void without_gnuplot(void)
{
    g_setenv("YUSUAN_GNUPLOT", "/nonexistent/gnuplot", TRUE);
}

static void with_gnuplot(void)
{
    g_unsetenv("YUSUAN_GNUPLOT");
}

static void report_into(const Department *department, const char *folder, GPtrArray *warnings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Thresholds) thresholds = thresholds_new(&error);
    ck_assert_ptr_nonnull(thresholds);
    bool written = report_write(department, 0, NULL, thresholds, folder, warnings, &error);
    ck_assert_msg(written, "%s", error != NULL ? error->message : "");
}

static guint count_of(const char *text, const char *needle)
{
    guint count = 0;
    for (const char *at = strstr(text, needle); at != NULL; at = strstr(at + 1, needle))
        count++;
    return count;
}

/* All that a regular expression's first group matches. */
static GPtrArray *matches_of(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_DOTALL, G_REGEX_MATCH_DEFAULT, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (g_regex_match(regex, text, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL))
        g_ptr_array_add(found, g_match_info_fetch(match, 1));
    return found;
}

/* ---- what is in it ---- */

/* The page without its script: the one that its policy allows by hash, and no other. Fails the test when that is not so. */
static char *page_without_script(const char *html)
{
    ck_assert_uint_eq(count_of(html, "<script"), 1);
    ck_assert_uint_eq(count_of(html, "</script"), 1);
    const char *start = strstr(html, "<script>");
    const char *end = strstr(html, "</script>");
    ck_assert(start != NULL && end > start);
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)start + strlen("<script>"), (gssize)(end - start) - (gssize)strlen("<script>"));
    g_checksum_get_digest(sum, digest, &length);
    g_autofree char *code = g_base64_encode(digest, length);
    g_autofree char *policy = g_strdup_printf(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'\"", code);
    ck_assert_ptr_nonnull(strstr(html, policy));
    ck_assert_uint_eq(count_of(html, "Content-Security-Policy"), 1);
    g_autofree char *head = g_strndup(html, (gsize)(start - html));
    return g_strconcat(head, end + strlen("</script>"), NULL);
}

static const int all_years[] = {2019, 2020, 2021, 2022, 2023, 2024, 0};

START_TEST(sections_are_there)
{
    static const char *const anchors[] = {"top",          "questions", "findings", "ledger", "structure", "carryover",
                                          "three-public", "staff",     "targets",  "trends", "unread",    "earlier",
                                          "method",       "disclosure", "places",    "sources",  "doubts", "thresholds"};
    g_autoptr(Department) department = sample_archive(all_years);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    g_autofree char *markdown = sample_file(folder, "report.md");
    for (guint i = 0; i < G_N_ELEMENTS(anchors); i++) {
        g_autofree char *id = g_strdup_printf(" id=\"%s\"", anchors[i]);
        ck_assert_msg(strstr(html, id) != NULL, "html: %s", anchors[i]);
        ck_assert_msg(strstr(markdown, id + 1) != NULL, "markdown: %s", anchors[i]);
    }
    sample_folder_remove(folder);
}
END_TEST

START_TEST(page_one_answers)
{
    /* By hand from the filing: 1,700.46 in all; 7.26 + 0.05 + 183.05 more than the year before. */
    static const char *const figures[] = {"1,700.46", "+190.36", "基本支出 517.36，项目支出 1,183.10", "1,510.10"};
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    char *page_one = strstr(html, "<nav");
    ck_assert_ptr_nonnull(page_one);
    *page_one = '\0';
    for (guint i = 0; i < G_N_ELEMENTS(figures); i++)
        ck_assert_msg(strstr(html, figures[i]) != NULL, "%s", figures[i]);
    sample_folder_remove(folder);
}
END_TEST

/* The same cells, in the same order, in both: neither writer may drop or change a figure. */
START_TEST(figures_are_the_same_in_both)
{
    g_autoptr(Department) department = sample_archive(all_years);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    g_autofree char *markdown = sample_file(folder, "report.md");
    g_autoptr(GPtrArray) cells = matches_of(html, "<td class=\"number\">(?:<(?:span|a)[^>]*>)?([^<]+)<");
    ck_assert_uint_gt(cells->len, 300);
    const char *at = markdown;
    for (guint i = 0; i < cells->len; i++) {
        const char *figure = g_ptr_array_index(cells, i);
        if (strchr("*&", figure[strlen(figure) - 1]) != NULL || strchr(figure, '&') != NULL)
            continue; /* escaped differently on purpose: the tests of the escapes have them */
        const char *found = strstr(at, figure);
        ck_assert_msg(found != NULL, "cell %u: %s", i, figure);
        at = found + strlen(figure);
    }
    sample_folder_remove(folder);
}
END_TEST

START_TEST(english_on_request)
{
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    language_set(LANGUAGE_EN);
    report_into(department, folder, NULL);
    language_set(LANGUAGE_ZH);
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "<html lang=\"en\">"));
    ck_assert_ptr_nonnull(strstr(html, "Questions to the department"));
    ck_assert_ptr_null(strstr(html, "要问部门的问题"));
    sample_folder_remove(folder);
}
END_TEST

/* ---- how it is built ---- */

START_TEST(html_is_sound)
{
    g_autoptr(Department) department = sample_archive(all_years);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "<html lang=\"zh-CN\">"));
    ck_assert_uint_eq(count_of(html, "<table"), count_of(html, "<caption"));
    ck_assert_uint_eq(count_of(html, "<th "), count_of(html, "<th scope=\"col\"") + count_of(html, "scope=\"row\""));
    ck_assert_uint_eq(count_of(html, "<section"), count_of(html, "</section>"));
    ck_assert_uint_eq(count_of(html, "<h1"), 1);
    g_autofree char *bare = page_without_script(html);
    ck_assert_uint_eq(count_of(bare, "<button"), 0); /* controls are the script's: without it there are none that do nothing */

    g_autoptr(GPtrArray) ids = matches_of(html, " id=\"([^\"]*)\"");
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < ids->len; i++)
        ck_assert_msg(g_hash_table_add(known, g_ptr_array_index(ids, i)), "twice: %s",
                      (char *)g_ptr_array_index(ids, i));
    g_autoptr(GPtrArray) links = matches_of(html, "href=\"#([^\"]*)\"");
    ck_assert_uint_gt(links->len, 20);
    for (guint i = 0; i < links->len; i++)
        ck_assert_msg(g_hash_table_contains(known, g_ptr_array_index(links, i)), "leads nowhere: %s",
                      (char *)g_ptr_array_index(links, i));

    g_autoptr(GPtrArray) levels = matches_of(html, "<h([1-6])");
    int last = 0;
    for (guint i = 0; i < levels->len; i++) {
        int level = ((char *)g_ptr_array_index(levels, i))[0] - '0';
        ck_assert_msg(level <= last + 1, "h%d after h%d", level, last);
        last = level;
    }
    sample_folder_remove(folder);
}
END_TEST

/* Budgets alone are not executed, and a department alone has no peers. */
static bool is_for_others(const char *name)
{
    return g_str_equal(name, "execution") || g_str_equal(name, "peers");
}

START_TEST(pictures_are_inside)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const char *const *name = chart_names(); *name != NULL; name++)
        if (!is_for_others(*name))
            g_ptr_array_add(names, (gpointer)*name);
    ck_assert_uint_eq(names->len, g_strv_length((char **)chart_names()) - 2);
    with_gnuplot();
    g_autoptr(Department) department = sample_archive(all_years);
    char *folder = sample_folder();
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    report_into(department, folder, warnings);
    without_gnuplot();
    ck_assert_uint_eq(warnings->len, 0);
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_uint_eq(count_of(html, "<svg "), names->len);
    ck_assert_ptr_null(strstr(html, "<img"));
    ck_assert_ptr_null(strstr(html, "src="));
    g_autoptr(GPtrArray) ids = matches_of(html, "\\bid=['\"]([^'\"]*)['\"]");
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < ids->len; i++)
        ck_assert_msg(g_hash_table_add(known, g_ptr_array_index(ids, i)), "twice: %s",
                      (char *)g_ptr_array_index(ids, i));
    g_autoptr(GPtrArray) used = matches_of(html, "(?:url\\(|href=')#([^)']*)[)']");
    for (guint i = 0; i < used->len; i++)
        ck_assert_msg(g_hash_table_contains(known, g_ptr_array_index(used, i)), "%s",
                      (char *)g_ptr_array_index(used, i));
    for (guint i = 0; i < names->len; i++) {
        static const char *const endings[] = {"svg", "png", "gp"};
        for (guint j = 0; j < G_N_ELEMENTS(endings); j++) {
            g_autofree char *name = g_strdup_printf("charts/%s.%s", (char *)g_ptr_array_index(names, i), endings[j]);
            g_autofree char *contents = sample_file(folder, name);
            ck_assert_msg(contents[0] != '\0', "%s is empty", name);
        }
    }
    sample_folder_remove(folder);
}
END_TEST

/* A report of one year is not littered with what it would take several for. */
START_TEST(charts_over_years_are_not_missed)
{
    static const char *const of_years[] = {"totals", "funds", "shares", "unexplained"};
    with_gnuplot();
    g_autoptr(Department) department = sample_archive((const int[]){2024, 0});
    /* What it says of the year before would be a second year. */
    Filing *only = g_ptr_array_index(department->filings, 0);
    g_ptr_array_set_size(only->sums, 0);
    g_ptr_array_set_size(only->claims, 0);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    without_gnuplot();
    g_autofree char *markdown = sample_file(folder, "report.md");
    for (guint i = 0; i < G_N_ELEMENTS(of_years); i++) {
        g_autofree char *name = g_strdup_printf("charts/%s", of_years[i]);
        ck_assert_msg(strstr(markdown, name) == NULL, "%s", name);
    }
    ck_assert_ptr_null(strstr(markdown, "才画历年的图"));
    ck_assert_ptr_nonnull(strstr(markdown, "charts/composition"));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(without_gnuplot_it_is_written_and_says_so)
{
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    /* What an earlier run drew must not stand beside a report of today. */
    g_autofree char *charts = g_build_filename(folder, "charts", NULL);
    g_autofree char *stale = g_build_filename(charts, "waterfall.svg", NULL);
    g_mkdir(charts, 0777);
    ck_assert(g_file_set_contents(stale, "stale", -1, NULL));
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    report_into(department, folder, warnings);
    ck_assert_uint_ge(warnings->len, 1);
    ck_assert(!g_file_test(stale, G_FILE_TEST_EXISTS));
    g_autofree char *html = sample_file(folder, "index.html");
    g_autofree char *script = sample_file(folder, "charts/waterfall.gp");
    ck_assert_ptr_nonnull(strstr(script, "plot"));
    ck_assert_ptr_null(strstr(html, "<svg"));
    ck_assert_ptr_nonnull(strstr(html, "<p class=\"warning\">报告中没有图"));
    ck_assert_ptr_nonnull(strstr(html, "1,700.46"));
    sample_folder_remove(folder);
}
END_TEST

/* ---- hostile documents ---- */

static const char *const hostile_texts[] = {
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "`touch pwned` $(touch pwned)",
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "a|b|c\n| d | e |",
    "line\nfeed\n\n# heading\n\n- list\n\n```\ncode",
    "\u202Egpj.exe\u2066 right to left",
    "]] --> <!-- ]]> &lt;b&gt;",
    "\\0 %s %n %d @BODY@ @STYLE@",
    "bad \xFF\xFE utf8 \x01\x02\x7F",
    "",
};

static const char *const forbidden[] = {"<script",  "<img",        "<svg onload",  "</style><",   "\u202E", "\u2066",
                                        "<!-- ]]>", ">=HYPERLINK", "| =HYPERLINK", "\n# heading", "\n```"};

START_TEST(hostile_text_is_harmless)
{
    g_autoptr(Department) department = sample_of_text(hostile_texts[_i]);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *page = sample_file(folder, "index.html");
    g_autofree char *html = page_without_script(page);
    g_autofree char *markdown = sample_file(folder, "report.md");
    ck_assert(g_utf8_validate(page, -1, NULL));
    ck_assert(g_utf8_validate(markdown, -1, NULL));
    for (guint i = 0; i < G_N_ELEMENTS(forbidden); i++) {
        ck_assert_msg(strstr(html, forbidden[i]) == NULL, "html: %s", forbidden[i]);
        ck_assert_msg(strstr(markdown, forbidden[i]) == NULL, "markdown: %s", forbidden[i]);
    }
    /* The one style sheet and the one document: nothing a name holds opened or closed another. */
    ck_assert_uint_eq(count_of(html, "<style"), 1);
    ck_assert_uint_eq(count_of(html, "</html>"), 1);
    g_autoptr(GPtrArray) handlers = matches_of(html, "<[a-z0-9]+[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\\s(on[a-z]+)=");
    ck_assert_uint_eq(handlers->len, 0);
    sample_folder_remove(folder);
}
END_TEST

/* A row of a Markdown table has as many cells as its heading, whatever the names hold. */
START_TEST(markdown_tables_keep_their_shape)
{
    g_autoptr(Department) department = sample_of_text(hostile_texts[_i]);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *markdown = sample_file(folder, "report.md");
    g_auto(GStrv) lines = g_strsplit(markdown, "\n", -1);
    guint expected = 0, rows = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] != '|') {
            expected = 0;
            continue;
        }
        guint bars = 0;
        for (const char *at = lines[i]; *at != '\0'; at++) {
            if (*at == '\\' && at[1] != '\0')
                at++;
            else
                bars += *at == '|';
        }
        expected = expected == 0 ? bars : expected;
        ck_assert_msg(bars == expected, "%s", lines[i]);
        rows++;
    }
    ck_assert_uint_gt(rows, 20);
    sample_folder_remove(folder);
}
END_TEST

START_TEST(long_names_stay_whole)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append(name, "长");
    g_autoptr(Department) department = sample_of_text(name->str);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, name->str));
    sample_folder_remove(folder);
}
END_TEST

/* ---- what goes wrong ---- */

START_TEST(folder_in_the_way_is_an_error)
{
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    g_autofree char *file = g_build_filename(folder, "file", NULL);
    g_autofree char *below = g_build_filename(file, "report", NULL);
    ck_assert(g_file_set_contents(file, "x", -1, NULL));
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert(!report_write(department, 0, NULL, thresholds, below, NULL, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM));
    ck_assert_ptr_nonnull(strstr(error->message, below));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(unwritable_file_is_an_error)
{
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    /* A folder of the file's name cannot be replaced, not even by root. */
    g_autofree char *path = g_build_filename(folder, "index.html", NULL);
    g_autofree char *inside = g_build_filename(path, "x", NULL);
    ck_assert_int_eq(g_mkdir_with_parents(inside, 0777), 0);
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert(!report_write(department, 0, NULL, thresholds, folder, NULL, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(year_without_filing_is_an_error)
{
    g_autoptr(Department) department = sample_bureau();
    char *folder = sample_folder();
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert(!report_write(department, 1999, NULL, thresholds, folder, NULL, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_ptr_nonnull(strstr(error->message, "2024"));
    sample_folder_remove(folder);
}
END_TEST

START_TEST(filing_with_nothing_in_it_is_reported)
{
    Department *department = sample_bureau();
    Filing *filing = g_ptr_array_index(department->filings, 0);
    g_ptr_array_set_size(filing->tables, 0);
    g_ptr_array_set_size(filing->sums, 0);
    g_ptr_array_set_size(filing->claims, 0);
    g_ptr_array_set_size(filing->staff, 0);
    g_ptr_array_set_size(filing->items, 0);
    g_ptr_array_set_size(filing->targets, 0);
    g_ptr_array_set_size(filing->pages, 0);
    char *folder = sample_folder();
    report_into(department, folder, NULL);
    g_autofree char *html = sample_file(folder, "index.html");
    ck_assert_ptr_nonnull(strstr(html, "没有读到支出总额"));
    sample_folder_remove(folder);
    department_free(department);
}
END_TEST

Suite *report_suite(void)
{
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("report");
    tcase_add_checked_fixture(tests, without_gnuplot, with_gnuplot);
    /* A whole report with its pictures takes a second or two under the sanitizers. */
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, sections_are_there);
    tcase_add_test(tests, page_one_answers);
    tcase_add_test(tests, figures_are_the_same_in_both);
    tcase_add_test(tests, english_on_request);
    tcase_add_test(tests, html_is_sound);
    tcase_add_test(tests, pictures_are_inside);
    tcase_add_test(tests, charts_over_years_are_not_missed);
    tcase_add_test(tests, without_gnuplot_it_is_written_and_says_so);
    tcase_add_loop_test(tests, hostile_text_is_harmless, 0, G_N_ELEMENTS(hostile_texts));
    tcase_add_loop_test(tests, markdown_tables_keep_their_shape, 0, G_N_ELEMENTS(hostile_texts));
    tcase_add_test(tests, long_names_stay_whole);
    tcase_add_test(tests, folder_in_the_way_is_an_error);
    tcase_add_test(tests, unwritable_file_is_an_error);
    tcase_add_test(tests, year_without_filing_is_an_error);
    tcase_add_test(tests, filing_with_nothing_in_it_is_reported);
    suite_add_tcase(suite, tests);
    return suite;
}
