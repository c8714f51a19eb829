/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "history/numbering.h"

/* A list with more entries is no list; all formats can write up to here. */
#define ORDINAL_MAX 9999

static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/* 12 -> 十二, 105 -> 一百零五, 120 -> 一百二十. */
static void append_chinese(GString *out, guint number)
{
    static const char *const units[] = {"千", "百", "十", ""};
    guint size = 1000;
    bool begun = false, gap = false;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++, size /= 10) {
        guint digit = number / size % 10;
        if (digit == 0) {
            gap = begun;
            continue;
        }
        if (gap)
            g_string_append(out, "零");
        if (begun || size != 10 || digit > 1)
            g_string_append(out, digits[digit]);
        g_string_append(out, units[i]);
        begun = true;
        gap = false;
    }
}

/* 12 -> 一二. */
static void append_digits(GString *out, guint number)
{
    g_autofree char *decimal = g_strdup_printf("%u", number);
    for (const char *at = decimal; *at != '\0'; at++)
        g_string_append(out, digits[*at - '0']);
}

static void append_roman(GString *out, guint number, bool upper)
{
    static const struct {
        guint value;
        const char *text;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    gsize start = out->len;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            g_string_append(out, parts[i].text);
    for (gsize i = start; upper && i < out->len; i++)
        out->str[i] = g_ascii_toupper(out->str[i]);
}

/* 1 -> a, 26 -> z, 27 -> aa, as word processors go on. */
static void append_letter(GString *out, guint number, char first)
{
    guint times = MIN((number - 1) / 26, 8) + 1;
    for (guint i = 0; i < times; i++)
        g_string_append_c(out, (char)(first + (int)((number - 1) % 26)));
}

char *ordinal_text(guint number, const char *format)
{
    static const char *const chinese[] = {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
                                          "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional", NULL};
    GString *out = g_string_new("");
    if (number == 0 || number > ORDINAL_MAX)
        g_string_append_printf(out, "%u", number);
    else if (g_strv_contains(chinese, format))
        append_chinese(out, number);
    else if (g_str_equal(format, "ideographDigital") || g_str_equal(format, "japaneseDigitalTenThousand") ||
             g_str_equal(format, "taiwaneseDigital"))
        append_digits(out, number);
    else if (g_str_has_prefix(format, "decimalEnclosedCircle") && number <= 20)
        g_string_append_unichar(out, 0x2460 + number - 1);
    else if (g_str_equal(format, "lowerRoman") || g_str_equal(format, "upperRoman"))
        append_roman(out, number, format[0] == 'u');
    else if (g_str_equal(format, "lowerLetter") || g_str_equal(format, "upperLetter"))
        append_letter(out, number, format[0] == 'u' ? 'A' : 'a');
    else if (g_str_equal(format, "decimalZero"))
        g_string_append_printf(out, "%02u", number);
    else
        g_string_append_printf(out, "%u", number);
    return g_string_free(out, FALSE);
}
