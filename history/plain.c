/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/plain.h"

#include <string.h>

/* Narrow punctuation that Chinese text prints wide, and the other way round for numbers. */
static const struct {
    gunichar from, to;
} spellings[] = {
    {'(', 0xff08},    {')', 0xff09},    {':', 0xff1a},    {';', 0xff1b},    {0xff0e, '.'},    {0xff05, '%'},
    {0xff0b, '+'},    {0xff0d, '-'},    {0x2212, '-'},    {0x2010, '-'},    {0x2011, '-'},    {0x2013, '-'},
    {0x2014, '-'},    {0x2015, '-'},    {0x301c, '~'},    {0xff5e, '~'},    {0xff1d, '='},    {0xff1c, '<'},
    {0xff1e, '>'},    {0x3008, '<'},    {0x3009, '>'},    {0xff0f, '/'},    {0xfe63, '-'},    {0x3014, 0xff08},
    {0x3015, 0xff09}, {0xff61, 0x3002}, {0xff64, 0x3001},
};

static bool is_blank_glyph(gunichar c)
{
    return c == 0x3000 || c == 0xa0 || c == '\t' || c == 0xfeff || c == 0x200b || c == 0xfffd ||
           (c >= 0x2000 && c <= 0x200f) || (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000 || c < 0x20;
}

/*
 * Radicals that printing programs write for the characters drawn with the same glyph (部⻔ for 部门). Normalisation knows
 * those of the older block (2F00) only, and takes one of them for 戶.
 */
static const struct {
    gunichar radical, character;
} radicals[] = {
    {0x2e81, 0x5382}, {0x2e87, 0x51e0}, {0x2e8c, 0x5c0f}, {0x2e8e, 0x5140}, {0x2e8f, 0x5c23}, {0x2e90, 0x5c22},
    {0x2e91, 0x5c22}, {0x2e95, 0x5f50}, {0x2e97, 0x5fc3}, {0x2e99, 0x6535}, {0x2e9d, 0x6708}, {0x2e9f, 0x6bcd},
    {0x2ea0, 0x6c11}, {0x2ea2, 0x6c34}, {0x2ea5, 0x722a}, {0x2ea6, 0x4e2c}, {0x2ea7, 0x725b}, {0x2eab, 0x76ee},
    {0x2eac, 0x793a}, {0x2ead, 0x793b}, {0x2eae, 0x7af9}, {0x2eaf, 0x7cf8}, {0x2eb0, 0x7e9f}, {0x2eb1, 0x7f53},
    {0x2eb2, 0x7f52}, {0x2eb6, 0x7f8a}, {0x2eb7, 0x7f8a}, {0x2eb8, 0x8288}, {0x2eb9, 0x8002}, {0x2ebc, 0x8089},
    {0x2ebd, 0x81fc}, {0x2ebe, 0x8279}, {0x2ec1, 0x864e}, {0x2ec2, 0x8864}, {0x2ec3, 0x8980}, {0x2ec4, 0x897f},
    {0x2ec5, 0x89c1}, {0x2ec6, 0x89d2}, {0x2ec7, 0x89d2}, {0x2ec9, 0x8d1d}, {0x2ecb, 0x8f66}, {0x2ecc, 0x8fb6},
    {0x2ecd, 0x8fb6}, {0x2ece, 0x8fb6}, {0x2ecf, 0x961d}, {0x2ed0, 0x9485}, {0x2ed1, 0x9577}, {0x2ed2, 0x9578},
    {0x2ed3, 0x957f}, {0x2ed4, 0x95e8}, {0x2ed5, 0x961d}, {0x2ed6, 0x961d}, {0x2ed7, 0x96e8}, {0x2ed8, 0x9752},
    {0x2ed9, 0x97e6}, {0x2eda, 0x9875}, {0x2edb, 0x98ce}, {0x2edc, 0x98de}, {0x2edd, 0x98df}, {0x2ede, 0x98df},
    {0x2edf, 0x98e0}, {0x2ee0, 0x9963}, {0x2ee2, 0x9a6c}, {0x2ee3, 0x9aa8}, {0x2ee4, 0x9b3c}, {0x2ee5, 0x9c7c},
    {0x2ee6, 0x9e1f}, {0x2ee7, 0x5364}, {0x2ee8, 0x9ea6}, {0x2ee9, 0x9ec4}, {0x2eea, 0x9efe}, {0x2eeb, 0x6589},
    {0x2eec, 0x9f50}, {0x2eed, 0x6b6f}, {0x2eee, 0x9f7f}, {0x2eef, 0x7adc}, {0x2ef0, 0x9f99}, {0x2ef1, 0x9f9c},
    {0x2ef2, 0x4e80}, {0x2ef3, 0x9f9f}, {0x2f3e, 0x6237},
};

static gunichar character_of_radical(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(radicals); i++)
        if (radicals[i].radical == c)
            return radicals[i].character;
    return c;
}

/* Compatibility characters that WPS and Word print for ordinary ones (radicals, compatibility ideographs). */
static gunichar compatible(gunichar c)
{
    if (!((c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff)))
        return c;
    gunichar drawn = character_of_radical(c);
    if (c < 0x2f00 || drawn != c)
        return drawn;
    char bytes[7] = {0};
    g_unichar_to_utf8(c, bytes);
    g_autofree char *normal = g_utf8_normalize(bytes, -1, G_NORMALIZE_NFKC);
    return normal != NULL && g_utf8_strlen(normal, -1) == 1 ? g_utf8_get_char(normal) : c;
}

static gunichar plain_character(gunichar c)
{
    if (c >= 0x20 && c < 0x7f && strchr("():;", (int)c) == NULL)
        return c;
    if (is_blank_glyph(c))
        return ' ';
    if (c >= 0x4e00 && c <= 0x9fff)
        return c;
    if ((c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a))
        return c - 0xfee0;
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        if (spellings[i].from == c)
            return spellings[i].to;
    return compatible(c);
}

/* A comma between digits, three of which follow, separates thousands; any other one separates clauses. */
static bool separates_thousands(const GString *before, const char *after)
{
    if (before->len == 0 || !g_ascii_isdigit(before->str[before->len - 1]))
        return false;
    int digits = 0;
    while (digits < 4 && *after != '\0') {
        gunichar c = plain_character(g_utf8_get_char(after));
        if (c < '0' || c > '9')
            break;
        digits++;
        after = g_utf8_next_char(after);
    }
    return digits == 3;
}

char *plain_from_text(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 8);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == ',' || c == 0xff0c)
            c = separates_thousands(out, g_utf8_next_char(at)) ? ',' : 0xff0c;
        else
            c = plain_character(c);
        if (c < 0x80)
            g_string_append_c(out, (char)c);
        else
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

char *squeeze(const char *plain)
{
    char *out = g_malloc(strlen(plain) + 1);
    char *to = out;
    for (const char *at = plain; *at != '\0'; at++)
        if (*at != ' ' && *at != '\n' && *at != '\r')
            *to++ = *at;
    *to = '\0';
    return out;
}

char *label_key(const char *plain)
{
    GString *out = g_string_sized_new(strlen(plain));
    for (const char *at = plain; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool quote = c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201f) || (c >= 0x300a && c <= 0x300f);
        if (!quote && c != ' ' && c != '\n' && c != '\r')
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

static const char *skip_one_number(const char *label)
{
    static const char *const among[] = {"其中：", "其中", "减：", "加："};
    for (gsize i = 0; i < G_N_ELEMENTS(among); i++)
        if (g_str_has_prefix(label, among[i]))
            return label + strlen(among[i]);
    gunichar first = g_utf8_get_char(label);
    if (first >= 0x2460 && first <= 0x2473) /* circled numbers */
        return g_utf8_next_char(label);
    bool bracket = first == 0xff08;
    const char *at = bracket ? g_utf8_next_char(label) : label;
    const char *digits = at;
    while (*at != '\0' && (g_ascii_isdigit(*at) || g_utf8_strchr("一二三四五六七八九十", -1, g_utf8_get_char(at)) != NULL))
        at = g_utf8_next_char(at);
    if (at == digits || *at == '\0')
        return label;
    gunichar mark = g_utf8_get_char(at);
    if (bracket)
        return mark == 0xff09 ? g_utf8_next_char(at) : label;
    /* "1.5" is a number, "1.房屋" and "1.2023年项目" begin with a list number. */
    if (mark == '.' && g_ascii_isdigit(at[1])) {
        bool year = strspn(at + 1, "0123456789") == 4 && g_str_has_prefix(at + 5, "年");
        return year ? at + 1 : label;
    }
    return mark == 0x3001 || mark == '.' || mark == 0xff0e ? g_utf8_next_char(at) : label;
}

const char *skip_list_number(const char *label)
{
    for (;;) {
        const char *rest = skip_one_number(label);
        if (rest == label || *rest == '\0')
            return label;
        label = rest;
    }
}

int year_of_label(const char *label)
{
    static const char *const ends[] = {"", "度", "预算", "预算数", "度预算", "度预算数", "决算", "决算数", "度决算", "度决算数"};
    bool dated = (label[0] == '1' || label[0] == '2') && strspn(label, "0123456789") == 4 && g_str_has_prefix(label + 4, "年");
    for (gsize i = 0; i < G_N_ELEMENTS(ends) && dated; i++)
        if (g_str_equal(label + 4 + strlen("年"), ends[i]))
            return (int)g_ascii_strtoll(label, NULL, 10);
    return 0;
}

/* Nearly all are ideographs or ASCII, whose width need not be looked up; quotation marks are as wide in Chinese type. */
static int character_width(gunichar c)
{
    if (c >= 0x4e00 && c <= 0x9fff)
        return 2;
    if (c >= ' ' && c < 0x7f)
        return 1;
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) || (c >= 0x2018 && c <= 0x201f) ? 2 : 1;
}

int display_width(const char *text)
{
    int width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        width += character_width(g_utf8_get_char(at));
    return width;
}

bool has_chinese(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c >= 0x4e00 && c <= 0x9fff)
            return true;
    }
    return false;
}
