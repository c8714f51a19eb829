/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/clean.h"

#include <check.h>

Suite *clean_suite(void);

static const struct {
    const char *row, *text, *clean;
} cleanings[] = {
    {"nothing", "", ""},
    {"plain", "行政运行 12.50", "行政运行 12.50"},
    {"line breaks become spaces", "a\nb\r\nc\td", "a b  c d"},
    {"control characters", "bell\a escape\033[31m", "bell  escape [31m"},
    {"line and paragraph separators", "a\u2028b\u2029c", "a b c"},
    {"right to left override", "abc\u202Egpj.exe", "abcgpj.exe"},
    {"isolates and marks", "\u2066a\u2069\u200Fb\u061C", "ab"},
    {"zero width", "预\u200B算\uFEFF", "预算"},
    {"no UTF-8", "a\xFFz", "a\uFFFDz"},
};

START_TEST(cleans)
{
    g_autofree char *clean = text_clean(cleanings[_i].text);
    ck_assert_msg(g_str_equal(clean, cleanings[_i].clean), "%s: %s", cleanings[_i].row, clean);
}
END_TEST

Suite *clean_suite(void)
{
    Suite *suite = suite_create("clean");
    TCase *tests = tcase_create("clean");
    tcase_add_loop_test(tests, cleans, 0, G_N_ELEMENTS(cleanings));
    suite_add_tcase(suite, tests);
    return suite;
}
