/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/biff.h"

#include <string.h>

/* The flags of a text. */
#define TEXT_WIDE 0x01
#define TEXT_EXTENDED 0x04
#define TEXT_RICH 0x08

Biff biff_at(const guint8 *stream, gsize length, gsize offset)
{
    return (Biff){.stream = stream, .length = length, .next = MIN(offset, length), .at = stream, .end = stream};
}

bool biff_next(Biff *biff)
{
    if (biff->length - biff->next < 4) {
        biff->bad |= biff->next < biff->length;
        return false;
    }
    const guint8 *head = biff->stream + biff->next;
    gsize size = (gsize)head[2] | (gsize)head[3] << 8;
    if (size > biff->length - biff->next - 4) {
        biff->bad = true;
        return false;
    }
    biff->type = (guint)head[0] | (guint)head[1] << 8;
    biff->at = head + 4;
    biff->end = biff->at + size;
    biff->next += 4 + size;
    return true;
}

/* Goes on into a CONTINUE record when the one at work is used up. */
static bool more(Biff *biff)
{
    while (biff->at == biff->end) {
        bool continues = biff->length - biff->next >= 4 && biff->stream[biff->next] == BIFF_CONTINUE &&
                         biff->stream[biff->next + 1] == 0;
        if (!continues || !biff_next(biff)) {
            biff->bad = true;
            return false;
        }
    }
    return true;
}

guint biff_byte(Biff *biff)
{
    return more(biff) ? *biff->at++ : 0;
}

guint biff_short(Biff *biff)
{
    guint low = biff_byte(biff);
    return low | biff_byte(biff) << 8;
}

guint32 biff_long(Biff *biff)
{
    guint32 low = biff_short(biff);
    return low | (guint32)biff_short(biff) << 16;
}

static double double_from_bits(guint64 bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

double biff_double(Biff *biff)
{
    guint64 low = biff_long(biff);
    return double_from_bits(low | (guint64)biff_long(biff) << 32);
}

/* Packed numbers: 30 bits of a whole number, or the upper 30 bits of a double; either may be in hundredths. */
double biff_rk(Biff *biff)
{
    guint32 packed = biff_long(biff);
    double value;
    if ((packed & 2) != 0)
        value = (double)((gint32)packed >> 2);
    else
        value = double_from_bits((guint64)(packed & ~3u) << 32);
    return (packed & 1) != 0 ? value / 100 : value;
}

void biff_skip(Biff *biff, gsize bytes)
{
    while (bytes > 0 && more(biff)) {
        gsize step = MIN(bytes, (gsize)(biff->end - biff->at));
        biff->at += step;
        bytes -= step;
    }
}

/* Where characters go on in the next record, a byte tells anew how wide they are there. */
static GArray *read_characters(Biff *biff, guint count, bool wide)
{
    GArray *units = g_array_sized_new(TRUE, FALSE, sizeof(guint16), count);
    while (units->len < count && !biff->bad) {
        if (biff->at == biff->end) {
            if (!more(biff))
                break;
            wide = (biff_byte(biff) & TEXT_WIDE) != 0;
        }
        guint16 unit = (guint16)(wide ? biff_short(biff) : biff_byte(biff));
        if (!biff->bad)
            g_array_append_val(units, unit);
    }
    return units;
}

char *biff_text(Biff *biff, bool long_length)
{
    guint count = long_length ? biff_short(biff) : biff_byte(biff);
    guint flags = biff_byte(biff);
    gsize runs = (flags & TEXT_RICH) != 0 ? biff_short(biff) : 0;
    gsize extension = (flags & TEXT_EXTENDED) != 0 ? biff_long(biff) : 0;
    g_autoptr(GArray) units = read_characters(biff, count, (flags & TEXT_WIDE) != 0);
    if (runs + extension > 0)
        biff_skip(biff, 4 * runs + extension);
    GString *text = g_string_sized_new(units->len);
    for (guint i = 0; i < units->len; i++) {
        gunichar c = g_array_index(units, guint16, i);
        if (c >= 0xd800 && c < 0xdc00 && i + 1 < units->len) {
            gunichar low = g_array_index(units, guint16, i + 1);
            c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
            i += c != 0xfffd;
        }
        if (c >= 0xd800 && c < 0xe000)
            c = 0xfffd;
        if (c != 0 && c != '\r')
            g_string_append_unichar(text, c);
    }
    return g_string_free(text, FALSE);
}
