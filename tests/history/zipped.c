/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/zipped.h"

#include <string.h>
#include <zip.h>

/* Fuzzing makes archives too, where there is no test that could fail. */
static void must(bool done, zip_t *zip)
{
    if (!done)
        g_error("no archive: %s", zip != NULL ? zip_strerror(zip) : "");
}

static void add_member(zip_t *zip, const Zipped *member)
{
    gsize length = member->length > 0 ? member->length : strlen(member->text);
    zip_source_t *source = zip_source_buffer(zip, member->text, length, 0);
    /* Raw names: what is no UTF-8 must come through as it is. */
    zip_int64_t index = zip_file_add(zip, member->name, source, ZIP_FL_ENC_GUESS);
    must(index >= 0, zip);
    zip_set_file_compression(zip, (zip_uint64_t)index, member->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1);
    if (member->encrypted)
        must(zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_256, "secret") == 0, zip);
}

GBytes *zipped(const Zipped *members, gsize count)
{
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(target);
    zip_t *zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    must(zip != NULL, NULL);
    for (gsize i = 0; i < count; i++)
        add_member(zip, &members[i]);
    must(zip_close(zip) == 0, zip);
    zip_stat_t status;
    must(zip_source_stat(target, &status) == 0, NULL);
    guint8 *bytes = g_malloc(status.size + 1);
    must(zip_source_open(target) == 0, NULL);
    must(zip_source_read(target, bytes, status.size) == (zip_int64_t)status.size, NULL);
    zip_source_close(target);
    zip_source_free(target);
    return g_bytes_new_take(bytes, status.size);
}
