/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "history/numbering.h"

Suite *ordinal_suite(void);

static const struct {
    guint number;
    const char *format, *text;
} ordinals[] = {
    {1, "decimal", "1"},
    {0, "decimal", "0"},
    {1, "chineseCounting", "一"},
    {10, "chineseCounting", "十"},
    {11, "chineseCountingThousand", "十一"},
    {20, "japaneseCounting", "二十"},
    {23, "japaneseCounting", "二十三"},
    {100, "chineseCounting", "一百"},
    {101, "chineseCounting", "一百零一"},
    {110, "chineseCounting", "一百一十"},
    {1001, "chineseCounting", "一千零一"},
    {1010, "chineseCounting", "一千零一十"},
    {9999, "chineseCounting", "九千九百九十九"},
    {10000, "chineseCounting", "10000"},
    {0, "chineseCounting", "0"},
    {12, "ideographDigital", "一二"},
    {20, "ideographDigital", "二〇"},
    {1, "decimalEnclosedCircle", "①"},
    {20, "decimalEnclosedCircleChinese", "⑳"},
    {21, "decimalEnclosedCircle", "21"},
    {4, "lowerRoman", "iv"},
    {1999, "upperRoman", "MCMXCIX"},
    {1, "lowerLetter", "a"},
    {27, "upperLetter", "AA"},
    {9999, "lowerLetter", "ooooooooo"},
    {7, "decimalZero", "07"},
    {7, "somethingElse", "7"},
    {4294967295u, "upperRoman", "4294967295"},
};

START_TEST(written)
{
    g_autofree char *text = ordinal_text(ordinals[_i].number, ordinals[_i].format);
    ck_assert_msg(g_str_equal(text, ordinals[_i].text), "%u %s: %s", ordinals[_i].number, ordinals[_i].format, text);
}
END_TEST

Suite *ordinal_suite(void)
{
    Suite *suite = suite_create("ordinal");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, written, 0, G_N_ELEMENTS(ordinals));
    suite_add_tcase(suite, all);
    return suite;
}
