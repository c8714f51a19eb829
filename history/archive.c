/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/archive.h"

#include <stdbool.h>
#include <string.h>
#include <zip.h>

#include "schema/clean.h"
#include "schema/error.h"
#include "schema/language.h"

/* Below this size no ratio is suspicious: blank sheets pack well. */
#define RATIO_FREE ((gsize)8 * 1024 * 1024)
#define CHUNK 65536

/* The end record of a ZIP: where it may stand, where its count of members stands. */
#define END_REACH (65536 + 22)
#define END_COUNT 10

struct Archive {
    zip_t *zip;
    ArchiveUse *use;
};

static void refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
}

static void refuse_damaged(GError **error, const char *name)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                say("压缩包损坏，“%s”解不开：请重新下载或重新另存", "the archive is damaged, “%s” cannot be unpacked: download or save it again"), name);
}

static void refuse_bomb(GError **error, const char *name)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                say("“%s”解开后大得不像公开文件，没有读", "“%s” unpacks to more than any filing holds and is not read"), name);
}

static void refuse_count(GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                say("压缩包里多于 %d 个文件：请解开后分批导入", "the archive holds more than %d members: unpack it and import the files"), ARCHIVE_MEMBERS_MAX);
}

/* Before libzip makes an entry for each: any end record that promises too many members. */
static bool promises_too_many(const guint8 *bytes, gsize length)
{
    gsize first = length > END_REACH ? length - END_REACH : 0;
    for (gsize at = first; at + END_COUNT + 2 <= length; at++)
        if (memcmp(bytes + at, "PK\5\6", 4) == 0 &&
            (bytes[at + END_COUNT] | bytes[at + END_COUNT + 1] << 8) > ARCHIVE_MEMBERS_MAX)
            return true;
    return false;
}

static zip_t *open_zip(const guint8 *bytes, gsize length)
{
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &fault);
    zip_t *zip = source != NULL ? zip_open_from_source(source, ZIP_RDONLY, &fault) : NULL;
    if (zip == NULL && source != NULL)
        zip_source_free(source);
    zip_error_fini(&fault);
    return zip;
}

Archive *archive_from_bytes(const guint8 *bytes, gsize length, ArchiveUse *use, GError **error)
{
    if (promises_too_many(bytes, length)) {
        refuse_count(error);
        return NULL;
    }
    /* To libzip no bytes at all are an archive without members. */
    zip_t *zip = length > 0 ? open_zip(bytes, length) : NULL;
    if (zip == NULL) {
        refuse(error, say("压缩包（ZIP、XLSX、DOCX）不完整或损坏：请重新下载或重新另存",
                          "the archive (ZIP, XLSX, DOCX) is incomplete or damaged: download or save it again"));
        return NULL;
    }
    Archive *archive = g_new0(Archive, 1);
    archive->zip = zip;
    archive->use = use;
    use->members += (gsize)MAX(zip_get_num_entries(zip, 0), 0);
    if (use->members > ARCHIVE_MEMBERS_MAX) {
        refuse_count(error);
        archive_free(archive);
        return NULL;
    }
    return archive;
}

void archive_free(Archive *archive)
{
    if (archive == NULL)
        return;
    zip_discard(archive->zip);
    g_free(archive);
}

int archive_count(const Archive *archive)
{
    return (int)zip_get_num_entries(archive->zip, 0);
}

/* Chinese systems write names in their own encoding without saying so; a hostile name holds line breaks. */
char *archive_name(const Archive *archive, int index)
{
    const char *raw = zip_get_name(archive->zip, (zip_uint64_t)index, ZIP_FL_ENC_RAW);
    if (raw == NULL)
        return g_strdup("");
    g_autofree char *converted =
        g_utf8_validate(raw, -1, NULL) ? NULL : g_convert(raw, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
    return text_clean(converted != NULL ? converted : raw);
}

int archive_find(const Archive *archive, const char *name)
{
    zip_int64_t index = zip_name_locate(archive->zip, name, ZIP_FL_ENC_RAW);
    return (int)(index >= 0 ? index : zip_name_locate(archive->zip, name, ZIP_FL_ENC_RAW | ZIP_FL_NOCASE));
}

/* Reads until the end or a limit; sizes that the archive states are not believed. */
static bool unpack(zip_file_t *file, const zip_stat_t *status, gsize allowed, GByteArray *out, bool *too_large)
{
    guint8 chunk[CHUNK];
    zip_int64_t read;
    while ((read = zip_fread(file, chunk, sizeof chunk)) > 0) {
        g_byte_array_append(out, chunk, (guint)read);
        bool steep = out->len > RATIO_FREE && out->len / ARCHIVE_RATIO_MAX > status->comp_size;
        if (out->len > allowed || steep) {
            *too_large = true;
            return false;
        }
    }
    return read == 0;
}

static GBytes *read_member(Archive *archive, const zip_stat_t *status, const char *name, GError **error)
{
    zip_file_t *file = zip_fopen_index(archive->zip, status->index, 0);
    if (file == NULL) {
        refuse_damaged(error, name);
        return NULL;
    }
    gsize allowed = MIN(ARCHIVE_MEMBER_BYTES_MAX, ARCHIVE_BYTES_MAX - MIN(archive->use->bytes, ARCHIVE_BYTES_MAX));
    GByteArray *out = g_byte_array_new();
    bool too_large = false;
    bool whole = unpack(file, status, allowed, out, &too_large);
    zip_fclose(file);
    archive->use->bytes += out->len;
    if (whole)
        return g_byte_array_free_to_bytes(out);
    g_byte_array_unref(out);
    if (too_large)
        refuse_bomb(error, name);
    else
        refuse_damaged(error, name);
    return NULL;
}

GBytes *archive_read(Archive *archive, int index, GError **error)
{
    g_autofree char *name = index >= 0 ? archive_name(archive, index) : g_strdup("?");
    zip_stat_t status;
    zip_stat_init(&status);
    if (index < 0 || zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) != 0) {
        refuse_damaged(error, name);
        return NULL;
    }
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("“%s”加了密：请去掉密码后再导入", "“%s” is encrypted: remove the password and import again"), name);
        return NULL;
    }
    status.index = (zip_uint64_t)index;
    return read_member(archive, &status, name, error);
}
