/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/checksum.h"

#include <openssl/sha.h>

char *sha256_from_bytes(GBytes *bytes)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    guint8 sum[SHA256_DIGEST_LENGTH];
    SHA256(data, length, sum);
    GString *text = g_string_sized_new(2 * sizeof sum + 1);
    for (gsize i = 0; i < sizeof sum; i++)
        g_string_append_printf(text, "%02x", sum[i]);
    return g_string_free(text, FALSE);
}
