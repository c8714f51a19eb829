/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/decode.h"

#include <stdbool.h>
#include <string.h>
#include <uchardet/uchardet.h>

#include "schema/error.h"
#include "schema/language.h"

/* File types that are told from text by their first bytes, so that the message can name them. */
static const struct {
    const char *magic;
    gsize length;
    const char *name;
} known_types[] = {
    {"%PDF", 4, "PDF"},
    {"PK\x03\x04", 4, "ZIP/DOCX/XLSX"},
    {"\xd0\xcf\x11\xe0", 4, "DOC/XLS"},
    {"\x89PNG", 4, "PNG"},
    {"\xff\xd8\xff", 3, "JPEG"},
    {"SQLite format 3", 15, "SQLite"},
    {"{\\rtf", 5, "RTF"},
    {"GIF8", 4, "GIF"},
    {"Rar!", 4, "RAR"},
    {"7z\xbc\xaf", 4, "7z"},
    {"\x1f\x8b", 2, "gzip"},
};

static void refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
}

static bool is_named_type(const guint8 *bytes, gsize length, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(known_types); i++)
        if (length >= known_types[i].length && memcmp(bytes, known_types[i].magic, known_types[i].length) == 0) {
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                        say("是 %s 文件，不是公开文件的类型", "a %s file: no type that filings are published in"),
                        known_types[i].name);
            return true;
        }
    return false;
}

/* What Chinese filings are made of: ASCII, punctuation, drawn lines, Chinese characters, wide forms. */
static bool is_familiar(guint unit)
{
    return unit == '\t' || unit == '\n' || unit == '\f' || unit == '\r' || (unit >= 0x20 && unit < 0x7f) ||
           (unit >= 0xa0 && unit <= 0xff) || (unit >= 0x2000 && unit <= 0x26ff) || (unit >= 0x3000 && unit <= 0x30ff) ||
           (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}

/*
 * UTF-16 without a mark shows as zero bytes, one for every ASCII character and line end; but a zero may also be
 * half of a Chinese one (U+4E00), so the order is the one that gives the more familiar text.
 */
static const char *utf16_order(const guint8 *bytes, gsize length)
{
    if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
        return "UTF-16LE";
    if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
        return "UTF-16BE";
    gsize look = MIN(length, (gsize)4096);
    if (length % 2 != 0 || memchr(bytes, 0, look) == NULL)
        return NULL;
    gsize familiar[2] = {0, 0}; /* little end first, big end first */
    gsize ascii[2] = {0, 0};
    for (gsize i = 0; i + 1 < look; i += 2) {
        familiar[0] += is_familiar(bytes[i] | (guint)bytes[i + 1] << 8);
        familiar[1] += is_familiar((guint)bytes[i] << 8 | bytes[i + 1]);
        ascii[0] += bytes[i + 1] == 0;
        ascii[1] += bytes[i] == 0;
    }
    bool big = familiar[1] != familiar[0] ? familiar[1] > familiar[0] : ascii[1] > ascii[0];
    if (familiar[big] * 4 < look / 2 * 3)
        return NULL;
    return big ? "UTF-16BE" : "UTF-16LE";
}

char *text_from_encoding(const guint8 *bytes, gsize length, const char *encoding)
{
    gsize written = 0;
    char *text = g_convert((const char *)bytes, (gssize)length, "UTF-8", encoding, NULL, &written, NULL);
    if (text != NULL && memchr(text, '\0', written) == NULL)
        return text;
    g_free(text);
    return NULL;
}

/*
 * A text has no control characters but white space; a stray one or two do not make it binary, but a zero byte
 * does: a text would end there.
 */
static bool looks_binary(const guint8 *bytes, gsize length)
{
    gsize controls = 0;
    for (gsize i = 0; i < length; i++) {
        if (bytes[i] == 0)
            return true;
        controls += bytes[i] < 0x20 && strchr("\t\n\r\f\v\x1a", bytes[i]) == NULL;
    }
    return controls > length / 200 + 2;
}

/*
 * The share, in percent, of the non-ASCII bytes that stand in sound UTF-8 sequences. A file that is nearly all
 * UTF-8 and still not valid mixes encodings, or is damaged: reading it as GB18030 would give letter salad.
 */
static guint utf8_share(const guint8 *bytes, gsize length, gsize *first_bad)
{
    gsize sound = 0;
    gsize high = 0;
    *first_bad = length;
    for (gsize i = 0; i < length;) {
        if (bytes[i] < 0x80) {
            i++;
            continue;
        }
        gunichar c = g_utf8_get_char_validated((const char *)bytes + i, (gssize)(length - i));
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            *first_bad = MIN(*first_bad, i);
            high++;
            i++;
            continue;
        }
        gsize size = (gsize)g_unichar_to_utf8(c, NULL);
        sound += size;
        high += size;
        i += size;
    }
    return high == 0 ? 100 : (guint)(sound * 100 / high);
}

/*
 * Finds a line that is UTF-8 in a text that is not. Three Chinese characters in a row of sound sequences, and
 * nothing else beyond ASCII, are what GB18030 does not give by chance.
 */
static bool find_utf8_line(const guint8 *bytes, gsize length, gsize *found)
{
    for (gsize start = 0; start < length;) {
        const guint8 *newline = memchr(bytes + start, '\n', length - start);
        gsize end = newline != NULL ? (gsize)(newline - bytes) : length;
        gsize chinese = 0;
        gsize at = start;
        while (at < end) {
            gunichar c = g_utf8_get_char_validated((const char *)bytes + at, (gssize)(end - at));
            if (c == (gunichar)-1 || c == (gunichar)-2 || (c >= 0x80 && c < 0x800))
                break;
            chinese += c >= 0x4e00 && c <= 0x9fff;
            at += (gsize)g_unichar_to_utf8(c, NULL);
        }
        if (at == end && chinese >= 3) {
            *found = start;
            return true;
        }
        start = end + 1;
    }
    return false;
}

/*
 * True for a text of the common characters of GB2312 (both bytes high, the first one of a row that is in daily
 * use). Detectors that go by letter statistics call short texts of this kind Greek or Arabic.
 */
static bool is_common_chinese(const guint8 *bytes, gsize length)
{
    gsize high = 0;
    gsize common = 0;
    for (gsize i = 0; i < length; i++) {
        if (bytes[i] < 0x80)
            continue;
        high++;
        bool row = (bytes[i] >= 0xa1 && bytes[i] <= 0xa3) || (bytes[i] >= 0xb0 && bytes[i] <= 0xd7);
        if (row && i + 1 < length && bytes[i + 1] >= 0xa1) {
            common += 2;
            high++;
            i++;
        }
    }
    return common * 5 >= high * 4;
}

static guint line_of(const guint8 *bytes, gsize at)
{
    guint line = 1;
    for (gsize i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

static char *guess(const guint8 *bytes, gsize length, const char **encoding)
{
    *encoding = "GB18030";
    char *common = is_common_chinese(bytes, length) ? text_from_encoding(bytes, length, *encoding) : NULL;
    if (common != NULL)
        return common;
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, (const char *)bytes, MIN(length, (gsize)65536));
    uchardet_data_end(detector);
    const char *name = g_intern_string(uchardet_get_charset(detector));
    uchardet_delete(detector);
    /* GB2312 and GBK are parts of GB18030; reading them as the whole loses nothing. */
    bool chinese = name[0] == '\0' || g_str_has_prefix(name, "GB") || g_str_equal(name, "ASCII");
    *encoding = chinese ? "GB18030" : name;
    char *text = text_from_encoding(bytes, length, *encoding);
    if (text == NULL && !chinese) {
        *encoding = "GB18030";
        text = text_from_encoding(bytes, length, *encoding);
    }
    return text;
}

/* A mark alone is no text. */
static char *refuse_empty(char *text, GError **error)
{
    if (text == NULL || text[0] != '\0')
        return text;
    refuse(error, say("文件是空的", "the file is empty"));
    g_free(text);
    return NULL;
}

char *text_from_bytes(const guint8 *bytes, gsize length, const char **encoding, GError **error)
{
    if (length == 0) {
        refuse(error, say("文件是空的", "the file is empty"));
        return NULL;
    }
    if (is_named_type(bytes, length, error))
        return NULL;
    const char *wide = utf16_order(bytes, length);
    if (wide != NULL) {
        bool marked = MIN(bytes[0], bytes[1]) == 0xfe && MAX(bytes[0], bytes[1]) == 0xff;
        *encoding = wide;
        char *text = text_from_encoding(bytes + (marked ? 2 : 0), length - (marked ? 2 : 0), wide);
        if (text == NULL)
            refuse(error, say("不是完整的 UTF-16 文本", "not a complete UTF-16 text"));
        return refuse_empty(text, error);
    }
    if (looks_binary(bytes, length)) {
        refuse(error, say("是二进制文件，不是文本", "binary data, not a text"));
        return NULL;
    }
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    gsize bad = 0;
    guint share = utf8_share(bytes, length, &bad);
    if (bad == length) {
        *encoding = "UTF-8";
        return refuse_empty(g_strndup((const char *)bytes, length), error);
    }
    /* Where the text leaves the encoding it began in: the first byte that is no UTF-8, or the first line that is. */
    gsize utf8_line = 0;
    bool mixed = share >= 80 || find_utf8_line(bytes, length, &utf8_line);
    bad = MAX(bad, utf8_line);
    char *text = !mixed ? guess(bytes, length, encoding) : NULL;
    if (text == NULL)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("第 %u 行起编码混杂或损坏：请统一转成 UTF-8 后再导入",
                        "from line %u on its encoding is mixed or damaged: convert it to UTF-8 and import again"),
                    line_of(bytes, bad));
    return text;
}

/*
 * The C library loads a converter as a module when it is opened, and forgets it some time after it is closed: these stay
 * open. They are what Chinese texts come in; what else the detector may name is a guess that fails either way.
 */
void text_prepare(void)
{
    static const char *const encodings[] = {"GB18030", "BIG5", "BIG5-HKSCS", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32",
                                            "WINDOWS-1252", "ISO-8859-1"};
    static GIConv kept[G_N_ELEMENTS(encodings)];
    static bool prepared = false;
    for (gsize i = 0; i < G_N_ELEMENTS(encodings) && !prepared; i++)
        kept[i] = g_iconv_open("UTF-8", encodings[i]);
    prepared = true;
    (void)kept;
}
