/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "schema/filing.h"

Suite *source_suite(void);

/* A filing of three pages of tables and two of text. */
static Filing *filing_of_two(void)
{
    Filing *filing = filing_new();
    filing->id = 5;
    text_set(&filing->file, "表.pdf");
    Source *tables = source_new("表.pdf", "aa", "PDF", 10);
    tables->id = 5;
    tables->page_count = 3;
    Source *text = source_new("说明.pdf", "bb", "PDF", 20);
    text->id = 9;
    text->first_page = 4;
    text->page_count = 2;
    g_ptr_array_add(filing->sources, tables);
    g_ptr_array_add(filing->sources, text);
    return filing;
}

static const struct {
    const char *why;
    int page;
    bool known;
    const char *file;
    int file_page;
} places[] = {
    {"the first page", 1, true, "表.pdf", 1},
    {"the last page of the first file", 3, true, "表.pdf", 3},
    {"the first page of the second file", 4, true, "说明.pdf", 1},
    {"the last page", 5, true, "说明.pdf", 2},
    {"beyond it: still the last file's", 6, true, "说明.pdf", 3},
    {"what has no page", 0, false, "表.pdf", 0},
};

START_TEST(place_of_a_page)
{
    g_autoptr(Filing) filing = filing_of_two();
    const char *file = NULL;
    int page = -1;
    ck_assert_msg(filing_place(filing, places[_i].page, &file, &page) == places[_i].known, "%s", places[_i].why);
    ck_assert_msg(g_str_equal(file, places[_i].file) && page == places[_i].file_page, "%s: %s %d", places[_i].why, file, page);
    ck_assert_int_eq(filing_page(filing, 0, file, page), places[_i].page);
}
END_TEST

START_TEST(the_way_back)
{
    g_autoptr(Filing) filing = filing_of_two();
    ck_assert_int_eq(filing_page(filing, 9, "", 2), 5);
    ck_assert_int_eq(filing_page(filing, 5, "说明.pdf", 2), 2);
    ck_assert_msg(filing_page(filing, 0, "别的.pdf", 2) == 2, "a file that is none of them");
    ck_assert(filing_has_id(filing, 5) && filing_has_id(filing, 9) && !filing_has_id(filing, 6));
    ck_assert(filing_has_file(filing, "说明.pdf") && !filing_has_file(filing, "说明"));
    g_autofree char *files = filing_files(filing, "、");
    ck_assert_str_eq(files, "表.pdf、说明.pdf");
}
END_TEST

/* As it comes from the reader: one file, which has not been saved. */
START_TEST(not_saved_yet)
{
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->file, "a.txt");
    const char *file = NULL;
    int page = 0;
    ck_assert(!filing_place(filing, 7, &file, &page));
    ck_assert_str_eq(file, "a.txt");
    ck_assert_int_eq(page, 7);
    ck_assert_int_eq(filing_page(filing, 0, "a.txt", 7), 7);
    ck_assert_ptr_null(filing_source(filing, 7));
    g_autofree char *files = filing_files(filing, "|");
    ck_assert_str_eq(files, "a.txt");
}
END_TEST

Suite *source_suite(void)
{
    Suite *suite = suite_create("source");
    TCase *tests = tcase_create("places");
    tcase_add_loop_test(tests, place_of_a_page, 0, G_N_ELEMENTS(places));
    tcase_add_test(tests, the_way_back);
    tcase_add_test(tests, not_saved_yet);
    suite_add_tcase(suite, tests);
    return suite;
}
