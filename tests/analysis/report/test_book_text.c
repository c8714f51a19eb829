/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/book_text.h"

#include <check.h>

Suite *book_text_suite(void);

static const struct {
    const char *why, *text;
    int most;
    const char *written;
    bool cut;
} texts[] = {
    {"empty", "", 20, "", false},
    {"as it is", "行政运行 <b>&\"'", 20, "行政运行 <b>&\"'", false},
    {"a formula stays a text", "=HYPERLINK(\"x\")", 20, "=HYPERLINK(\"x\")", false},
    {"one line, no marks of direction", "甲\n乙\x01\xE2\x80\xAE丙", 20, "甲 乙 丙", false},
    {"an escape is its letters", "a_x000D_b", 20, "a_x005F_x000D_b", false},
    {"two escapes that share a sign", "_x000D_x000A_", 40, "_x005F_x000D_x005F_x000A_", false},
    {"not quite an escape", "_x00D_ _x000G_ _X000D_", 40, "_x00D_ _x000G_ _X000D_", false},
    {"no characters of XML", "a\xEF\xBF\xBF", 20, "a\xEF\xBF\xBD", false},
    {"just as long as allowed", "一二三四五六七八九十", 10, "一二三四五六七八九十", false},
    {"one too long", "一二三四五六七八九十甲", 10, "一二……（以下略去）", true},
    {"an emoji counts as two", "一二三四五六七八九😀", 10, "一二……（以下略去）", true},
    {"and is not cut through", "一😀三四五六七八九十", 10, "一……（以下略去）", true},
};

START_TEST(text)
{
    bool cut = !texts[_i].cut;
    g_autofree char *written = cell_text_from_text(texts[_i].text, texts[_i].most, &cut);
    ck_assert_msg(g_strcmp0(written, texts[_i].written) == 0, "%s: “%s”", texts[_i].why, written);
    ck_assert_msg(cut == texts[_i].cut, "%s", texts[_i].why);
}
END_TEST

START_TEST(formulas)
{
    static const char *const some[] = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "'=1"};
    static const char *const others[] = {"", "1", "a=b", "（=1）", "'a"};
    for (gsize i = 0; i < G_N_ELEMENTS(some); i++)
        ck_assert_msg(text_looks_like_formula(some[i]), "%s", some[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        ck_assert_msg(!text_looks_like_formula(others[i]), "%s", others[i]);
}
END_TEST

START_TEST(page_headers)
{
    g_autofree char *plain = page_header_from_text("甲 & 乙 &P");
    ck_assert_str_eq(plain, "甲 && 乙 &&P");
    g_autofree char *many = g_strnfill(300, '&');
    g_autofree char *cut = page_header_from_text(many);
    /* Whole pairs, and room for the layout. */
    ck_assert_int_eq(g_utf8_strlen(cut, -1), 121);
}
END_TEST

START_TEST(places)
{
    static const struct {
        int column;
        const char *name;
    } names[] = {{0, "A1"}, {25, "Z1"}, {26, "AA1"}, {51, "AZ1"}, {52, "BA1"}, {701, "ZZ1"}, {702, "AAA1"}, {16383, "XFD1"}};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *name = cell_name(0, names[i].column);
        ck_assert_str_eq(name, names[i].name);
    }
    g_autofree char *fixed = place_name("$", 11, 3);
    ck_assert_str_eq(fixed, "$D$12");
}
END_TEST

START_TEST(widths)
{
    ck_assert_double_eq(text_width("ab行政"), 6);
    ck_assert_double_eq(text_width(""), 0);
}
END_TEST

Suite *book_text_suite(void)
{
    Suite *suite = suite_create("book_text");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, text, 0, G_N_ELEMENTS(texts));
    tcase_add_test(all, formulas);
    tcase_add_test(all, page_headers);
    tcase_add_test(all, places);
    tcase_add_test(all, widths);
    suite_add_tcase(suite, all);
    return suite;
}
