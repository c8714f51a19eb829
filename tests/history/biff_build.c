/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/biff_build.h"

#include <stdarg.h>
#include <string.h>

#define SECTOR 512
#define SMALL_LIMIT 4096
#define CHAIN_END 0xfffffffeu
#define TABLE 0xfffffffdu
#define FREE 0xffffffffu

static void put(GByteArray *out, guint64 value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        guint8 byte = (guint8)(value >> 8 * i);
        g_byte_array_append(out, &byte, 1);
    }
}

static void put_text(GByteArray *out, const char *text, int length_bytes)
{
    glong units = 0;
    g_autofree gunichar2 *wide = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
    put(out, (guint64)units, length_bytes);
    put(out, 1, 1);
    for (glong i = 0; i < units; i++)
        put(out, wide[i], 2);
}

void record(GByteArray *stream, guint type, const char *pattern, ...)
{
    g_autoptr(GByteArray) data = g_byte_array_new();
    va_list values;
    va_start(values, pattern);
    for (const char *at = pattern; *at != '\0'; at++) {
        if (*at == 'd') {
            double number = va_arg(values, double);
            guint64 bits;
            memcpy(&bits, &number, sizeof bits);
            put(data, bits, 8);
        } else if (*at == 't' || *at == 'n') {
            put_text(data, va_arg(values, const char *), *at == 't' ? 2 : 1);
        } else if (*at == 'b' || *at == 's' || *at == 'l') {
            put(data, va_arg(values, guint), *at == 'b' ? 1 : *at == 's' ? 2 : 4);
        }
    }
    va_end(values);
    put(stream, type, 2);
    put(stream, data->len, 2);
    g_byte_array_append(stream, data->data, data->len);
}

static void put_globals(GByteArray *stream, guint sheet_offset)
{
    record(stream, BIFF_BOF, "ssll", 0x0600u, 0x0005u, 0u, 0u);
    record(stream, BIFF_FORMAT, "st", 176u, "#,##0.00;-#,##0.00;;");
    record(stream, BIFF_XF, "ss", 0u, 0u);
    record(stream, BIFF_XF, "ss", 0u, 4u);
    record(stream, BIFF_XF, "ss", 0u, 176u);
    record(stream, BIFF_BOUND_SHEET, "lbbn", sheet_offset, 0u, 0u, "表一");
    record(stream, BIFF_SST, "lltt", 2u, 2u, "项目", "合计");
    record(stream, BIFF_EOF, "");
}

GByteArray *workbook_stream(const GByteArray *sheet)
{
    GByteArray *stream = g_byte_array_new();
    put_globals(stream, 0);
    guint offset = stream->len;
    g_byte_array_set_size(stream, 0);
    put_globals(stream, offset);
    record(stream, BIFF_BOF, "ssll", 0x0600u, 0x0010u, 0u, 0u);
    g_byte_array_append(stream, sheet->data, sheet->len);
    record(stream, BIFF_EOF, "");
    return stream;
}

static void put_entry(GByteArray *out, const char *name, guint kind, guint first, guint length)
{
    guint start = out->len;
    for (gsize i = 0; i < 32; i++)
        put(out, i < strlen(name) ? (guchar)name[i] : 0, 2);
    put(out, 2 * strlen(name) + 2, 2);
    put(out, kind, 1);
    g_byte_array_set_size(out, start + 116);
    memset(out->data + start + 67, 0xff, 116 - 67);
    put(out, first, 4);
    put(out, length, 8);
}

/* Sector 0 is the table, 1 the directory, the stream follows; it is padded so that it is no small one. */
GBytes *ole_file(const char *name, const GByteArray *stream)
{
    guint length = MAX(stream->len, SMALL_LIMIT);
    guint sectors = (length + SECTOR - 1) / SECTOR;
    g_assert(sectors + 2 <= SECTOR / 4);
    GByteArray *out = g_byte_array_new();
    g_byte_array_append(out, (const guint8 *)"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    for (int i = 0; i < 16; i++)
        put(out, 0, 1);
    put(out, 0x003e, 2);
    put(out, 3, 2);
    put(out, 0xfffe, 2);
    put(out, 9, 2);
    put(out, 6, 2);
    put(out, 0, 2);
    put(out, 0, 8);
    put(out, 1, 4);           /* tables */
    put(out, 1, 4);           /* the directory's first sector */
    put(out, 0, 4);
    put(out, SMALL_LIMIT, 4);
    put(out, CHAIN_END, 4);
    put(out, 0, 4);
    put(out, CHAIN_END, 4);
    put(out, 0, 4);
    put(out, 0, 4);           /* the first table's sector */
    while (out->len < SECTOR)
        put(out, FREE, 4);
    put(out, TABLE, 4);
    put(out, CHAIN_END, 4);
    for (guint i = 0; i < sectors; i++)
        put(out, i + 1 < sectors ? i + 3 : CHAIN_END, 4);
    while (out->len < 2 * SECTOR)
        put(out, FREE, 4);
    put_entry(out, "Root Entry", 5, CHAIN_END, 0);
    put_entry(out, name, 2, 2, length);
    g_byte_array_set_size(out, 3 * SECTOR);
    memset(out->data + 2 * SECTOR + 256, 0, SECTOR - 256);
    g_byte_array_append(out, stream->data, stream->len);
    while (out->len < (3 + sectors) * SECTOR)
        put(out, 0, 1);
    return g_byte_array_free_to_bytes(out);
}
