/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/parts.h"

#include <string.h>

GBytes *package_of_parts(const guint8 *bytes, gsize length, const Zipped *members, gsize count, gsize own)
{
    if (length >= 2 && memcmp(bytes, "PK", 2) == 0)
        return g_bytes_new(bytes, length);
    g_autofree Zipped *filled = g_memdup2(members, count * sizeof *members);
    const char *at = (const char *)bytes;
    const char *end = at + length;
    for (gsize i = 0; i < own && at < end; i++) {
        const char *stop = memmem(at, (gsize)(end - at), PART_BREAK, strlen(PART_BREAK));
        filled[i].text = at;
        filled[i].length = (gsize)((stop != NULL ? stop : end) - at);
        if (filled[i].length == 0)
            filled[i].text = "";
        at = stop != NULL ? stop + strlen(PART_BREAK) : end;
    }
    for (gsize i = 0; i < count; i++)
        filled[i].stored = true;
    return zipped(filled, count);
}
