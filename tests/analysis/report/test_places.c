/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "analysis/report/places.h"

Suite *places_suite(void);

static const char page[] = "一、收入\n"                  /* 1 */
                           "\n"                          /* 2 */
                           "中心收入预算\n"              /* 3 */
                           "\n"                          /* 4 */
                           "单位资金 16.00 万元，比上\n" /* 5 */
                           "\n"                          /* 6 */
                           "17\n"                        /* 7: a page number in the middle of the sentence */
                           "\n"                          /* 8 */
                           "年增加 0.20 万元。其他\n"    /* 9 */
                           "\n"                          /* 10 */
                           "未安排。\n"                  /* 11 */
                           "以下空白\n"                  /* 12 */
                           "尾行\n"                      /* 13 */
                           "末行\n";                     /* 14 */

static Department *department_with_page(const char *text)
{
    Department *department = g_new0(Department, 1);
    department->name = g_strdup("示例");
    department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    for (int version = 0; version < 2; version++) {
        Filing *filing = filing_new();
        filing->id = version + 1;
        filing->fiscal_year = 2024;
        g_free(filing->file);
        filing->file = g_strdup_printf("v%d.txt", version);
        if (text != NULL)
            g_ptr_array_add(filing->pages, g_strdup(text));
        g_ptr_array_add(version == 0 ? department->filings : department->restated, filing);
    }
    return department;
}

/* "5>" for a marked line 5, "3" for one around it, "…" for a gap before it. */
static char *outline(const Block *excerpt)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < excerpt->lines->len; i++) {
        const ExcerptLine *line = &g_array_index(excerpt->lines, ExcerptLine, i);
        g_string_append_printf(out, "%s%s%d%s", i > 0 ? " " : "", line->skipped ? "… " : "", line->number,
                               line->marked ? ">" : "");
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *row;
    int line;
    const char *text;
    const char *outline;
} excerpts[] = {
    {"a figure marks its line alone", 5, "16.00", "1 3 5> 7 9"},
    {"a sentence marks all its lines, over a page number", 5, "单位资金16.00万元，比上年增加0.20万元。",
     "1 3 5> 7> 9> 11 12"},
    {"the first line", 1, "一、收入", "1> 3 5"},
    {"the last line", 14, "末行", "12 13 14>"},
    {"a line that the page has not", 99, "16.00", "99>"},
    {"no line", 0, "16.00", "0>"},
};

START_TEST(excerpt_marks_lines)
{
    g_autoptr(Department) department = department_with_page(page);
    g_autoptr(Places) places = places_new(department);
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    ck_assert_ptr_nonnull(places_cite(places, filing, 1, excerpts[_i].line, "", excerpts[_i].text));
    g_autoptr(Blocks) blocks = blocks_new();
    ck_assert(blocks_from_places(places, blocks));
    ck_assert_uint_eq(blocks->blocks->len, 1);
    g_autofree char *found = outline(blocks_at(blocks, 0));
    ck_assert_msg(g_str_equal(found, excerpts[_i].outline), "%s: %s", excerpts[_i].row, found);
}
END_TEST

START_TEST(a_page_is_shown_once)
{
    g_autoptr(Department) department = department_with_page(page);
    g_autoptr(Places) places = places_new(department);
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    const char *first = places_cite(places, filing, 1, 1, "", "一");
    const char *last = places_cite(places, filing, 1, 14, "", "末行");
    ck_assert_str_ne(first, last);
    ck_assert_str_eq(places_cite(places, filing, 1, 1, "", "一、"), first);
    g_autoptr(Blocks) blocks = blocks_new();
    blocks_from_places(places, blocks);
    ck_assert_uint_eq(blocks->blocks->len, 1);
    g_autofree char *found = outline(blocks_at(blocks, 0));
    ck_assert_str_eq(found, "1> 3 5 … 12 13 14>");
}
END_TEST

START_TEST(versions_have_anchors_of_their_own)
{
    g_autoptr(Department) department = department_with_page(page);
    g_autoptr(Places) places = places_new(department);
    const char *newest = places_cite(places, places_filing(places, 1, "x"), 1, 1, "", "一");
    const char *earlier = places_cite(places, places_filing(places, 2, "x"), 1, 1, "", "一");
    ck_assert_str_ne(newest, earlier);
    ck_assert_ptr_eq(places_filing(places, 0, "v1.txt"), g_ptr_array_index(department->restated, 0));
    ck_assert_ptr_null(places_filing(places, 77, "v1.txt"));
}
END_TEST

START_TEST(without_pages_the_words_are_shown)
{
    g_autoptr(Department) department = department_with_page(NULL);
    g_autoptr(Places) places = places_new(department);
    places_cite(places, g_ptr_array_index(department->filings, 0), 3, 4, "表 · 合计", "16.00");
    g_autoptr(Blocks) blocks = blocks_new();
    ck_assert(blocks_from_places(places, blocks));
    const ExcerptLine *line = &g_array_index(blocks_at(blocks, 0)->lines, ExcerptLine, 0);
    ck_assert_str_eq(line->text, "表 · 合计：16.00");
    ck_assert_int_eq(line->number, 4);
}
END_TEST

START_TEST(what_has_no_page_is_not_cited)
{
    g_autoptr(Department) department = department_with_page(page);
    g_autoptr(Places) places = places_new(department);
    g_autoptr(Blocks) blocks = blocks_new();
    ck_assert_ptr_null(places_cite(places, g_ptr_array_index(department->filings, 0), 0, 1, "", "x"));
    ck_assert_ptr_null(places_cite(places, NULL, 1, 1, "", "x"));
    ck_assert(!blocks_from_places(places, blocks));
}
END_TEST

START_TEST(their_number_is_limited)
{
    g_autoptr(Department) department = department_with_page(NULL);
    g_autoptr(Places) places = places_new(department);
    int cited = 0;
    for (int line = 1; line <= 5000; line++)
        cited += places_cite(places, g_ptr_array_index(department->filings, 0), 1, line, "", "x") != NULL;
    ck_assert_int_gt(cited, 100);
    ck_assert_int_lt(cited, 5000);
}
END_TEST

/* A page of the second file is shown as that file's, by its own number. */
START_TEST(pages_of_several_files)
{
    g_autoptr(Department) department = department_with_page(page);
    Filing *filing = g_ptr_array_index(department->filings, 0);
    g_ptr_array_add(filing->pages, g_strdup("说明\n支出 5.00 万元\n"));
    for (int i = 0; i < 2; i++) {
        Source *source = source_new(i == 0 ? "v0.txt" : "说明.txt", "", "", 0);
        source->id = i == 0 ? 1 : 9;
        source->first_page = i + 1;
        g_ptr_array_add(filing->sources, source);
    }
    g_autoptr(Places) places = places_new(department);
    ck_assert_ptr_eq(places_filing(places, 9, "x"), filing);
    ck_assert_ptr_eq(places_filing(places, 0, "说明.txt"), filing);
    places_cite(places, filing, filing_page(filing, 9, "说明.txt", 1), 2, "", "5.00");
    g_autoptr(Blocks) blocks = blocks_new();
    ck_assert(blocks_from_places(places, blocks));
    const Block *excerpt = blocks_at(blocks, 0);
    g_autofree char *title = prose_text(excerpt->prose);
    ck_assert_str_eq(title, "第 1 页 · 说明.txt");
    g_autofree char *found = outline(excerpt);
    ck_assert_str_eq(found, "1 2>");
}
END_TEST

Suite *places_suite(void)
{
    Suite *suite = suite_create("places");
    TCase *tests = tcase_create("places");
    tcase_add_loop_test(tests, excerpt_marks_lines, 0, G_N_ELEMENTS(excerpts));
    tcase_add_test(tests, a_page_is_shown_once);
    tcase_add_test(tests, versions_have_anchors_of_their_own);
    tcase_add_test(tests, without_pages_the_words_are_shown);
    tcase_add_test(tests, what_has_no_page_is_not_cited);
    tcase_add_test(tests, their_number_is_limited);
    tcase_add_test(tests, pages_of_several_files);
    suite_add_tcase(suite, tests);
    return suite;
}
