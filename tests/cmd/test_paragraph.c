/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/paragraph.h"

#include "tests/cmd/captured.h"

Suite *paragraph_suite(void);

static const struct {
    const char *name, *text, *clean, *clean_lines;
} texts[] = {
    {"plain", "预算 2024", "预算 2024", "预算 2024"},
    {"empty", "", "", ""},
    {"newline", "a\nb", "a b", "a\nb"},
    {"tab and carriage return", "a\tb\r", "a b ", "a b "},
    {"escape sequence", "\033[31mred", "�[31mred", "�[31mred"},
    {"bell and delete", "\007\177", "��", "��"},
    {"C1 control",
     "\xc2\x9b"
     "31m",
     "�31m", "�31m"},
    {"right-to-left override",
     "a\xe2\x80\xae"
     "b",
     "a�b", "a�b"},
    {"right-to-left marks", "a\xe2\x80\x8f\xe2\x80\x8e\xd8\x9c", "a���", "a���"},
    {"isolates", "\xe2\x81\xa6x\xe2\x81\xa9", "�x�", "�x�"},
    {"no UTF-8",
     "a\xff"
     "b",
     "a�b", "a�b"},
};

START_TEST(test_harmless)
{
    g_autofree char *clean = harmless(texts[_i].text, false);
    g_autofree char *lines = harmless(texts[_i].text, true);
    ck_assert_msg(g_str_equal(clean, texts[_i].clean), "%s: %s", texts[_i].name, clean);
    ck_assert_msg(g_str_equal(lines, texts[_i].clean_lines), "%s: %s", texts[_i].name, lines);
}
END_TEST

/* Widths below 20 beside the lead are widened to it, so that a long lead leaves some room. */
static const struct {
    const char *name, *lead, *text;
    int width;
    const char *printed;
} paragraphs[] = {
    {"empty", "- ", "", 40, "- \n"},
    {"blank", "- ", "   ", 40, "- \n"},
    {"short", "- ", "abc", 40, "- abc\n"},
    {"exact", "", "aaaa bbbb cccc dddd!", 20, "aaaa bbbb cccc dddd!\n"},
    {"at spaces", "- ", "aaaa bbbb cccc dddd eeee ffff", 22,
     "- aaaa bbbb cccc dddd\n  eeee ffff\n"},
    {"a word too long", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20,
     "aaaaaaaaaaaaaaaaaaaa\naaaaaaaaaa\n"},
    {"Chinese counts two", "问：", "一二三四五六七八九十十一", 24,
     "问：一二三四五六七八九十\n    十一\n"},
    {"no mark begins a line", "", "一二三四五六七八九十，十一", 20,
     "一二三四五六七八九\n十，十一\n"},
    {"no bracket ends a line", "", "一二三四五六七八九（十）十一", 20,
     "一二三四五六七八九\n（十）十一\n"},
    {"figures stay whole", "", "一二三四五六七八 1,183.05 万元", 20,
     "一二三四五六七八\n1,183.05 万元\n"},
    {"controls", "", "a\033b", 20, "a�b\n"},
};

START_TEST(test_paragraph)
{
    Capture capture = capture_begin();
    paragraph_print(paragraphs[_i].lead, paragraphs[_i].text, paragraphs[_i].width);
    g_autofree char *printed = capture_end(capture);
    ck_assert_msg(g_str_equal(printed, paragraphs[_i].printed), "%s:\n%s", paragraphs[_i].name,
                  printed);
}
END_TEST

Suite *paragraph_suite(void)
{
    Suite *suite = suite_create("paragraph");
    TCase *tests = tcase_create("paragraph");
    tcase_add_loop_test(tests, test_harmless, 0, G_N_ELEMENTS(texts));
    tcase_add_loop_test(tests, test_paragraph, 0, G_N_ELEMENTS(paragraphs));
    suite_add_tcase(suite, tests);
    return suite;
}
