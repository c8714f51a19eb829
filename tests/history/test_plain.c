/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/plain.h"

#include <check.h>
#include <string.h>

Suite *plain_suite(void);

static const struct {
    const char *why;
    const char *text, *plain;
} spellings[] = {
    {"nothing", "", ""},
    {"plain already", "合计 1183.05", "合计 1183.05"},
    {"wide digits and letters", "２０２４年ＡＢｃ", "2024年ABc"},
    {"wide signs", "－１．５％＋", "-1.5%+"},
    {"kinds of minus and dash", "−‐‑–—―﹣", "-------"},
    {"narrow brackets and colons", "(一)其中:基本;", "（一）其中：基本；"},
    {"other brackets", "〔2018〕63号", "（2018）63号"},
    {"half-wide Chinese points", "完｡甲､乙", "完。甲、乙"},
    {"wide space, tab, hard space, mark, zero width", "甲　乙\t丙\xc2\xa0丁\xef\xbb\xbf戊\xe2\x80\x8b己", "甲 乙 丙 丁 戊 己"},
    {"control characters", "甲\x01乙\x0b丙", "甲 乙 丙"},
    {"private-use and replacement glyphs", "甲\xee\x80\x80乙\xef\xa3\xbf丙\xf3\xb0\x80\x80丁\xef\xbf\xbd", "甲 乙 丙 丁 "},
    {"radicals printed for characters", "⼀⽀⾦", "一支金"},
    {"radicals of the newer block", "部⻔公务用⻋", "部门公务用车"},
    {"a radical that normalisation takes for another character", "财政专⼾", "财政专户"},
    {"compatibility ideographs", "金立", "金立"},
    {"what has no other spelling stays", "①※“三公”《》·", "①※“三公”《》·"},
    {"separator of thousands, narrow", "1,183.05", "1,183.05"},
    {"separator of thousands, wide", "1，183.05", "1,183.05"},
    {"separator among wide digits", "１，１８３．０５", "1,183.05"},
    {"two separators", "1,234,567", "1,234,567"},
    {"comma of a sentence", "基本,项目", "基本，项目"},
    {"comma behind a figure", "1183.05,比上年", "1183.05，比上年"},
    {"comma before four digits", "1,1830", "1，1830"},
    {"comma before two digits", "1,18", "1，18"},
    {"comma without a digit before it", "，183", "，183"},
    {"comma at the end", "183,", "183，"},
};

START_TEST(plain_spelling)
{
    g_autofree char *plain = plain_from_text(spellings[_i].text);
    ck_assert_msg(g_str_equal(plain, spellings[_i].plain), "%s: %s", spellings[_i].why, plain);
    ck_assert_msg(g_utf8_strlen(plain, -1) == g_utf8_strlen(spellings[_i].text, -1),
                  "%s: one character stays one character", spellings[_i].why);
    g_autofree char *again = plain_from_text(plain);
    ck_assert_msg(g_str_equal(again, plain), "%s: twice is once", spellings[_i].why);
}
END_TEST

/* Every character of Unicode: one for one, valid, and settled after one pass. */
START_TEST(every_character)
{
    for (gunichar c = 1; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        char text[7] = {0};
        g_unichar_to_utf8(c, text);
        g_autofree char *plain = plain_from_text(text);
        ck_assert_msg(g_utf8_validate(plain, -1, NULL) && g_utf8_strlen(plain, -1) == 1, "U+%04X", c);
        ck_assert_msg((guchar)plain[0] >= ' ', "U+%04X becomes a control character", c);
    }
}
END_TEST

START_TEST(squeezed)
{
    static const struct {
        const char *text, *squeezed, *key;
    } rows[] = {
        {"", "", ""},
        {"   ", "", ""},
        {" 合 计 ", "合计", "合计"},
        {"一般\n公共\r\n预算", "一般公共预算", "一般公共预算"},
        {"“三公”经费", "“三公”经费", "三公经费"},
        {"《办法》\"甲\" '乙' 「丙」", "《办法》\"甲\"'乙'「丙」", "办法甲乙丙"},
        {"1.5 万 元", "1.5万元", "1.5万元"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *squeezed_text = squeeze(rows[i].text);
        g_autofree char *key = label_key(rows[i].text);
        ck_assert_str_eq(squeezed_text, rows[i].squeezed);
        ck_assert_str_eq(key, rows[i].key);
    }
}
END_TEST

static const struct {
    const char *label, *rest;
} list_numbers[] = {
    {"", ""},
    {"一、本年收入", "本年收入"},
    {"十二、其他", "其他"},
    {"（一）行政运行", "行政运行"},
    {"（12）行政运行", "行政运行"},
    {"1、一般公共预算拨款", "一般公共预算拨款"},
    {"1.房屋", "房屋"},
    {"4.财政专户核拨", "财政专户核拨"},
    {"①办公费", "办公费"},
    {"其中：一般财力", "一般财力"},
    {"减：上解", "上解"},
    {"其中：1、车辆购置", "车辆购置"}, /* several, one after the other */
    {"一、（一）①甲", "甲"},
    /* What looks like one and is none. */
    {"一般公共预算", "一般公共预算"},
    {"三公经费", "三公经费"},
    {"1.5万元", "1.5万元"},
    {"2024年", "2024年"},
    {"201一般公共服务支出", "201一般公共服务支出"},
    {"（款）", "（款）"},
    {"（一", "（一"},
    {"（一般）", "（一般）"},
    /* A number alone is the whole label: nothing would be left. */
    {"一、", "一、"},
    {"（一）", "（一）"},
    {"其中：", "其中："},
    {"12", "12"},
};

START_TEST(list_number)
{
    ck_assert_str_eq(skip_list_number(list_numbers[_i].label), list_numbers[_i].rest);
}
END_TEST

START_TEST(widths)
{
    ck_assert_int_eq(display_width(""), 0);
    ck_assert_int_eq(display_width("abc 1.5"), 7);
    ck_assert_int_eq(display_width("合计"), 4);
    ck_assert_int_eq(display_width("合计1,183.05"), 12);
    ck_assert_int_eq(display_width("“三公”"), 8);
    ck_assert_int_eq(display_width("（一）"), 6);
    ck_assert_int_eq(display_width("a\xcc\x81"), 1); /* an accent of its own takes no room */
}
END_TEST

START_TEST(years_as_labels)
{
    ck_assert_int_eq(year_of_label("2024年"), 2024);
    ck_assert_int_eq(year_of_label("2023年度预算数"), 2023);
    ck_assert_int_eq(year_of_label("2024年图书采购"), 0);
    ck_assert_int_eq(year_of_label("20241年"), 0);
    ck_assert_int_eq(year_of_label("年"), 0);
    ck_assert_int_eq(year_of_label(""), 0);
}
END_TEST

START_TEST(chinese)
{
    ck_assert(has_chinese("表1"));
    ck_assert(has_chinese("1.00一"));
    ck_assert(!has_chinese(""));
    ck_assert(!has_chinese("Table 1: 1,183.05"));
    ck_assert(!has_chinese("（※）"));
}
END_TEST

Suite *plain_suite(void)
{
    Suite *suite = suite_create("plain");
    TCase *spelling = tcase_create("spelling");
    tcase_set_timeout(spelling, 60);
    tcase_add_loop_test(spelling, plain_spelling, 0, G_N_ELEMENTS(spellings));
    tcase_add_test(spelling, every_character);
    tcase_add_test(spelling, squeezed);
    suite_add_tcase(suite, spelling);
    TCase *labels = tcase_create("labels");
    tcase_add_loop_test(labels, list_number, 0, G_N_ELEMENTS(list_numbers));
    tcase_add_test(labels, widths);
    tcase_add_test(labels, years_as_labels);
    tcase_add_test(labels, chinese);
    suite_add_tcase(suite, labels);
    return suite;
}
