/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/decode.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"

Suite *decode_suite(void);

/* An invented page of a filing: Chinese, figures, an ideographic space, a wide bracket, U+4E00 (一) in many places. */
#define SAMPLE                                                                                      \
    "表 1\n\n部门收支总体情况表\n\n编制部门：虚构县图书馆　单位：万元\n\n一、本年收入 116.58 201 一般公共服务支出\n" \
    "1、一般公共预算拨款 115.33 202 外交支出\n其中：一般财力（含转移支付） 1,115.33\n二、上年结转结余 –\n"

static const char *const texts[] = {
    SAMPLE,
    "一一一一一\n一一一一一\n",
    "department,fiscal_year,amount\n甲局,2024,1.00\n",
    "department,fiscal_year,amount\nLibrary,2024,1.00\n",
    "短",
    "a",
    "ab",
    "（一）\n",
};

/* A text in another encoding, with a mark in front when there is one. */
static GBytes *encoded(const char *text, const char *encoding, const char *mark, gsize mark_length)
{
    gsize length = 0;
    g_autofree char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, &length, NULL);
    ck_assert_msg(bytes != NULL, "%s", encoding);
    GByteArray *all = g_byte_array_new();
    g_byte_array_append(all, (const guint8 *)mark, (guint)mark_length);
    g_byte_array_append(all, (const guint8 *)bytes, (guint)length);
    return g_byte_array_free_to_bytes(all);
}

static char *decode(GBytes *bytes, const char **encoding, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    return text_from_bytes(data, length, encoding, error);
}

static const struct {
    const char *why;
    const char *encoding; /* as converted to, and as it must be recognised */
    const char *name;
    const char *mark;
    gsize mark_length;
    guint32 texts; /* bits of texts[] that can be told in this encoding */
} encodings[] = {
    {"UTF-8", "UTF-8", "UTF-8", "", 0, 0xff},
    {"UTF-8 with a mark", "UTF-8", "UTF-8", "\xef\xbb\xbf", 3, 0xff},
    {"UTF-16LE with a mark", "UTF-16LE", "UTF-16LE", "\xff\xfe", 2, 0xff},
    {"UTF-16BE with a mark", "UTF-16BE", "UTF-16BE", "\xfe\xff", 2, 0xff},
    /* Without a mark a text needs some ASCII: text 4 has none. */
    {"UTF-16LE", "UTF-16LE", "UTF-16LE", "", 0, 0xef},
    {"UTF-16BE", "UTF-16BE", "UTF-16BE", "", 0, 0xef},
    /* Texts 3, 5 and 6 are ASCII, and the bytes of 1 happen to be sound UTF-8: a text of nothing but U+04BB. */
    {"GB18030", "GB18030", "GB18030", "", 0, 0x95},
};

START_TEST(recognised)
{
    for (gsize t = 0; t < G_N_ELEMENTS(texts); t++) {
        if ((encodings[_i].texts & 1u << t) == 0)
            continue;
        g_autoptr(GBytes) bytes =
            encoded(texts[t], encodings[_i].encoding, encodings[_i].mark, encodings[_i].mark_length);
        const char *encoding = NULL;
        g_autoptr(GError) error = NULL;
        g_autofree char *text = decode(bytes, &encoding, &error);
        ck_assert_msg(text != NULL, "%s, text %" G_GSIZE_FORMAT ": %s", encodings[_i].why, t, error->message);
        ck_assert_msg(g_str_equal(text, texts[t]), "%s, text %" G_GSIZE_FORMAT ": %s", encodings[_i].why, t, text);
        ck_assert_msg(g_str_equal(encoding, encodings[_i].name), "%s, text %" G_GSIZE_FORMAT ": %s", encodings[_i].why, t,
                      encoding);
    }
}
END_TEST

/* Short pieces of a GB18030 text, as small files are: by their letters alone they look Greek or Arabic. */
START_TEST(short_gb18030)
{
    static const char *const pieces[] = {"编制部门", "单位：万元", "基本支出 12.00", "合计", "项目\n基本支出\n项目支出\n",
                                         "公务接待费 0.50\n", "虚构县图书馆", "无", "三公经费"};
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GBytes) bytes = encoded(pieces[i], "GB18030", "", 0);
        const char *encoding = NULL;
        g_autofree char *text = decode(bytes, &encoding, NULL);
        ck_assert_msg(text != NULL && g_str_equal(text, pieces[i]), "%s: %s in %s", pieces[i], text, encoding);
    }
}
END_TEST

/* Characters beyond GBK take four bytes: rare names, and characters outside the basic plane. */
START_TEST(four_byte_gb18030)
{
    const char *sample = SAMPLE "负责人：㑇𠮷䶮\n";
    g_autoptr(GBytes) bytes = encoded(sample, "GB18030", "", 0);
    const char *encoding = NULL;
    g_autofree char *text = decode(bytes, &encoding, NULL);
    ck_assert_str_eq(text, sample);
    ck_assert_str_eq(encoding, "GB18030");
}
END_TEST

START_TEST(big5)
{
    const char *sample = "一、本年收入合計為新臺幣壹仟貳佰萬元整，較上年度預算數增加，主要係因人事費調整所致。\n"
                         "二、業務費用包括水電費、郵電費、旅運費、印刷裝訂與廣告費、修理保養及保固費。\n";
    g_autoptr(GBytes) bytes = encoded(sample, "BIG5", "", 0);
    const char *encoding = NULL;
    g_autofree char *text = decode(bytes, &encoding, NULL);
    ck_assert_str_eq(text, sample);
    ck_assert_str_eq(encoding, "BIG5");
}
END_TEST

#define BYTES(text) text, sizeof(text) - 1

static const struct {
    const char *why;
    const char *bytes;
    gsize length;
    const char *said; /* in the message */
} refusals[] = {
    {"nothing", "", 0, "空"},
    {"a mark of UTF-8 alone", BYTES("\xef\xbb\xbf"), "空"},
    {"a mark of UTF-16 alone", BYTES("\xff\xfe"), "空"},
    {"PDF", BYTES("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "PDF"},
    {"ZIP and what is made of it", BYTES("PK\x03\x04\x14\0\6\0"), "DOCX"},
    {"old Office", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "DOC"},
    {"PNG", BYTES("\x89PNG\r\n\x1a\n"), "PNG"},
    {"JPEG", BYTES("\xff\xd8\xff\xe0\0\x10JFIF"), "JPEG"},
    {"a store", BYTES("SQLite format 3\0\x10\0"), "SQLite"},
    {"RTF is text, but no text to read", BYTES("{\\rtf1\\ansi\\ansicpg936 hello}"), "RTF"},
    {"gzip", BYTES("\x1f\x8b\x08\0\0\0\0\0"), "gzip"},
    {"a program", BYTES("\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0"), "二进制"},
    {"control characters", BYTES("a\1b\2c\3d\4e\5f\6g\7"), "二进制"},
    {"a zero byte in a text: it would end there", BYTES("本年收入\n\0本年支出\n"), "二进制"},
    {"half a character of UTF-16", BYTES("\xff\xfe\x00\x4e\x2d"), "UTF-16"},
    {"half a pair of UTF-16", BYTES("\xff\xfe\x42\xd8\n\0"), "UTF-16"},
    {"UTF-8 that breaks off", BYTES("第一行是完整的文字\n第二行也是完整的文字\n第三行断\xe4\xb8"), "第 3 行"},
    {"a stray byte in UTF-8", BYTES("第一行是完整的文字\n第二行有一\xff个坏字节\n第三行\n"), "第 2 行"},
};

START_TEST(refused)
{
    const char *encoding = NULL;
    g_autoptr(GError) error = NULL;
    /* A copy of just this length, so that reading beyond it is seen. */
    g_autofree guint8 *bytes = g_memdup2(refusals[_i].bytes, refusals[_i].length);
    g_autofree char *text = text_from_bytes(bytes, refusals[_i].length, &encoding, &error);
    ck_assert_msg(text == NULL, "%s: %s", refusals[_i].why, text);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT), "%s", refusals[_i].why);
    ck_assert_msg(strstr(error->message, refusals[_i].said) != NULL, "%s: %s", refusals[_i].why, error->message);
}
END_TEST

/* Files put together from pieces: lines, and which of them are in the other encoding. */
static const struct {
    const char *why;
    int count;
    guint32 in_gb18030; /* bit i: line i + 1 */
    const char *said;
} mixtures[] = {
    {"one line of GB18030 in UTF-8", 12, 1u << 6, "第 7 行"},
    {"the last line in GB18030", 12, 1u << 11, "第 12 行"},
    {"half and half, UTF-8 behind", 12, 0x3f, "第 7 行"},
    {"one line of UTF-8 in GB18030", 12, 0xfff & ~(1u << 3), "第 4 行"},
    {"one line of UTF-8 at the end", 12, 0x7ff, "第 12 行"},
};

START_TEST(mixed_encodings)
{
    g_autoptr(GString) file = g_string_new(NULL);
    for (int line = 0; line < mixtures[_i].count; line++) {
        const char *text = "本年支出包括基本支出和项目支出\n";
        gsize length = 0;
        g_autofree char *gb = g_convert(text, -1, "GB18030", "UTF-8", NULL, &length, NULL);
        if ((mixtures[_i].in_gb18030 & 1u << line) != 0)
            g_string_append_len(file, gb, (gssize)length);
        else
            g_string_append(file, text);
    }
    const char *encoding = NULL;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = text_from_bytes((const guint8 *)file->str, file->len, &encoding, &error);
    ck_assert_msg(text == NULL, "%s: read as %s", mixtures[_i].why, encoding);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert_msg(strstr(error->message, mixtures[_i].said) != NULL, "%s: %s", mixtures[_i].why, error->message);
}
END_TEST

/* Any bytes end in a valid text or in an error, and never beyond their end (the sanitizers watch). */
START_TEST(noise)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(8);
    int read = 0;
    int turned_away = 0;
    for (int round = 0; round < 20000; round++) {
        gsize length = (gsize)g_rand_int_range(rand, 1, 64);
        guint32 low = round % 3 == 0 ? 0 : round % 3 == 1 ? 0x20 : 0x80;
        g_autofree guint8 *bytes = g_malloc(length);
        for (gsize i = 0; i < length; i++)
            bytes[i] = (guint8)g_rand_int_range(rand, (gint32)low, 256);
        const char *encoding = NULL;
        g_autoptr(GError) error = NULL;
        g_autofree char *text = text_from_bytes(bytes, length, &encoding, &error);
        ck_assert((text == NULL) == (error != NULL));
        if (text == NULL) {
            ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
            turned_away++;
            continue;
        }
        ck_assert(g_utf8_validate(text, -1, NULL) && text[0] != '\0' && encoding != NULL);
        read++;
    }
    ck_assert_msg(read > 100 && turned_away > 100, "%d read, %d turned away", read, turned_away);
}
END_TEST

Suite *decode_suite(void)
{
    Suite *suite = suite_create("decode");
    TCase *found = tcase_create("found");
    tcase_add_loop_test(found, recognised, 0, G_N_ELEMENTS(encodings));
    tcase_add_test(found, short_gb18030);
    tcase_add_test(found, four_byte_gb18030);
    tcase_add_test(found, big5);
    suite_add_tcase(suite, found);
    TCase *turned_away = tcase_create("turned away");
    tcase_add_loop_test(turned_away, refused, 0, G_N_ELEMENTS(refusals));
    tcase_add_loop_test(turned_away, mixed_encodings, 0, G_N_ELEMENTS(mixtures));
    suite_add_tcase(suite, turned_away);
    TCase *random = tcase_create("noise");
    tcase_set_timeout(random, 60);
    tcase_add_test(random, noise);
    suite_add_tcase(suite, random);
    return suite;
}
