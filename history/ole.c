/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/ole.h"

#include <string.h>

/* [MS-CFB]: the header, its fields, and what a sector number beyond the sectors means. */
#define MAGIC "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define HEADER_SIZE 512
#define HEADER_SECTOR_SHIFT 30
#define HEADER_DIRECTORY 48
#define HEADER_SMALL_LIMIT 56
#define HEADER_SMALL_TABLE 60
#define HEADER_TABLES_MORE 68
#define HEADER_TABLES 76
#define HEADER_TABLES_COUNT 109
#define SECTOR_LAST 0xfffffffau
#define SMALL_SIZE 64

#define ENTRY_SIZE 128
#define ENTRY_NAME_LENGTH 64
#define ENTRY_KIND 66
#define ENTRY_FIRST 116
#define ENTRY_LENGTH 120
#define NAME_BYTES_MAX 64
#define KIND_ROOT 5

typedef struct {
    const guint8 *bytes;
    gsize length;
    gsize sector_size;
    gsize sectors;   /* how many the file has */
    GArray *next;    /* guint32: the sector that follows each */
} Ole;

static guint32 number_at(const guint8 *bytes)
{
    return (guint32)bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 | (guint32)bytes[3] << 24;
}

bool is_ole(const guint8 *bytes, gsize length)
{
    return length >= HEADER_SIZE && memcmp(bytes, MAGIC, 8) == 0;
}

/* The bytes of a sector, fewer at the end of a cut file; NULL when it lies beyond. */
static const guint8 *sector(const Ole *ole, guint32 index, gsize *size)
{
    gsize start = ((gsize)index + 1) * ole->sector_size;
    if (index >= SECTOR_LAST || start >= ole->length)
        return NULL;
    *size = MIN(ole->sector_size, ole->length - start);
    return ole->bytes + start;
}

/* Appends the table that a sector holds. */
static void append_table(const Ole *ole, guint32 index)
{
    gsize size = 0;
    const guint8 *table = sector(ole, index, &size);
    for (gsize at = 0; table != NULL && at + 4 <= size && ole->next->len < ole->sectors; at += 4) {
        guint32 next = number_at(table + at);
        g_array_append_val(ole->next, next);
    }
}

/* The table of sectors: the first parts are listed in the header, further ones in a chain of sectors. */
static void read_tables(Ole *ole)
{
    for (gsize i = 0; i < HEADER_TABLES_COUNT; i++)
        append_table(ole, number_at(ole->bytes + HEADER_TABLES + 4 * i));
    guint32 more = number_at(ole->bytes + HEADER_TABLES_MORE);
    for (gsize steps = 0; steps < ole->sectors && ole->next->len < ole->sectors; steps++) {
        gsize size = 0;
        const guint8 *list = sector(ole, more, &size);
        if (list == NULL || size < ole->sector_size)
            return;
        for (gsize at = 0; at + 8 <= size; at += 4)
            append_table(ole, number_at(list + at));
        more = number_at(list + size - 4);
    }
}

/* The sectors of a chain, one after the other, until `most` bytes. A loop ends there, or where the sectors end. */
static GByteArray *read_chain(const Ole *ole, guint32 first, gsize most)
{
    GByteArray *out = g_byte_array_new();
    for (gsize steps = 0; steps < ole->sectors && out->len < most; steps++) {
        gsize size = 0;
        const guint8 *bytes = sector(ole, first, &size);
        if (bytes == NULL)
            break;
        g_byte_array_append(out, bytes, (guint)MIN(size, most - out->len));
        if (first >= ole->next->len)
            break;
        first = g_array_index(ole->next, guint32, first);
    }
    return out;
}

static bool ole_open(Ole *ole, const guint8 *bytes, gsize length)
{
    guint shift = is_ole(bytes, length) ? bytes[HEADER_SECTOR_SHIFT] : 0;
    if (shift != 9 && shift != 12)
        return false;
    *ole = (Ole){.bytes = bytes, .length = length, .sector_size = (gsize)1 << shift};
    ole->sectors = length / ole->sector_size + 1;
    ole->next = g_array_new(FALSE, FALSE, sizeof(guint32));
    read_tables(ole);
    return true;
}

static bool entry_is(const guint8 *entry, const char *name)
{
    gsize size = (gsize)entry[ENTRY_NAME_LENGTH] | (gsize)entry[ENTRY_NAME_LENGTH + 1] << 8;
    gsize length = strlen(name);
    if (size > NAME_BYTES_MAX || size != 2 * length + 2)
        return false;
    for (gsize i = 0; i < length; i++)
        if (entry[2 * i] != (guint8)name[i] || entry[2 * i + 1] != 0)
            return false;
    return entry[ENTRY_KIND] != 0;
}

/* The entries are searched in the order they are stored in: their tree is only an index. */
static const guint8 *find_entry(const GByteArray *directory, const char *name)
{
    for (gsize at = 0; at + ENTRY_SIZE <= directory->len; at += ENTRY_SIZE)
        if (entry_is(directory->data + at, name))
            return directory->data + at;
    return NULL;
}

/* Small streams lie in sectors of 64 bytes within a stream of the root entry's. */
static GByteArray *read_small(const Ole *ole, const GByteArray *directory, guint32 first, gsize most)
{
    GByteArray *out = g_byte_array_new();
    const guint8 *root = directory->data;
    if (directory->len < ENTRY_SIZE || root[ENTRY_KIND] != KIND_ROOT)
        return out;
    g_autoptr(GByteArray) content = read_chain(ole, number_at(root + ENTRY_FIRST), ole->length);
    g_autoptr(GByteArray) table = read_chain(ole, number_at(ole->bytes + HEADER_SMALL_TABLE), ole->length);
    while (out->len < most && (gsize)first * SMALL_SIZE < content->len) {
        gsize start = (gsize)first * SMALL_SIZE;
        g_byte_array_append(out, content->data + start, (guint)MIN(MIN(SMALL_SIZE, content->len - start), most - out->len));
        if (((gsize)first + 1) * 4 > table->len)
            break;
        first = number_at(table->data + (gsize)first * 4);
    }
    return out;
}

bool ole_has(const guint8 *bytes, gsize length, const char *name)
{
    Ole ole;
    if (!ole_open(&ole, bytes, length))
        return false;
    g_autoptr(GByteArray) directory = read_chain(&ole, number_at(bytes + HEADER_DIRECTORY), length);
    g_array_unref(ole.next);
    return find_entry(directory, name) != NULL;
}

GBytes *ole_stream(const guint8 *bytes, gsize length, const char *name)
{
    Ole ole;
    if (!ole_open(&ole, bytes, length))
        return NULL;
    g_autoptr(GByteArray) directory = read_chain(&ole, number_at(bytes + HEADER_DIRECTORY), length);
    const guint8 *entry = find_entry(directory, name);
    GByteArray *stream = NULL;
    gsize size = entry != NULL ? number_at(entry + ENTRY_LENGTH) : 0;
    if (entry != NULL && size <= length) {
        guint32 first = number_at(entry + ENTRY_FIRST);
        bool small = size < number_at(bytes + HEADER_SMALL_LIMIT);
        stream = small ? read_small(&ole, directory, first, size) : read_chain(&ole, first, size);
    }
    g_array_unref(ole.next);
    if (stream != NULL && stream->len == size)
        return g_byte_array_free_to_bytes(stream);
    if (stream != NULL)
        g_byte_array_unref(stream);
    return NULL;
}
