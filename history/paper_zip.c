/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_zip.h"

#include <stdbool.h>
#include <string.h>

#include "history/archive.h"
#include "history/file_type.h"

static void member_free(gpointer data)
{
    ZipMember *member = data;
    g_free(member->name);
    g_bytes_unref(member->bytes);
    g_free(member);
}

/* Any step of the path that begins with a dot, what macOS and Windows add, and the traces of open documents. */
static bool is_passed_over(const char *name)
{
    if (name[0] == '\0' || g_str_has_suffix(name, "/") || g_str_has_suffix(name, "\\"))
        return true;
    g_auto(GStrv) steps = g_strsplit_set(name, "/\\", -1);
    for (char **step = steps; *step != NULL; step++)
        if ((*step)[0] == '.' || g_str_equal(*step, "__MACOSX") || g_str_has_prefix(*step, "~$") ||
            g_ascii_strcasecmp(*step, "Thumbs.db") == 0 || g_ascii_strcasecmp(*step, "desktop.ini") == 0)
            return true;
    return false;
}

static bool add_members(GPtrArray *members, const char *folder, GBytes *zip, bool inner, ArchiveUse *use, GError **error);

/* Takes the name over. */
static bool add_member(GPtrArray *members, char *name, GBytes *bytes, bool inner, ArchiveUse *use, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    if (!inner && file_type_from_bytes(data, length) == FILE_ZIP) {
        g_autofree char *folder = g_strconcat(name, "/", NULL);
        g_free(name);
        return add_members(members, folder, bytes, true, use, error);
    }
    ZipMember *member = g_new0(ZipMember, 1);
    member->name = name;
    member->bytes = g_bytes_ref(bytes);
    g_ptr_array_add(members, member);
    return true;
}

static bool add_members(GPtrArray *members, const char *folder, GBytes *zip, bool inner, ArchiveUse *use, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(zip, &length);
    g_autoptr(Archive) archive = archive_from_bytes(data, length, use, error);
    if (archive == NULL)
        return false;
    for (int i = 0; i < archive_count(archive); i++) {
        g_autofree char *name = archive_name(archive, i);
        if (is_passed_over(name))
            continue;
        g_autoptr(GBytes) bytes = archive_read(archive, i, error);
        if (bytes == NULL || !add_member(members, g_strconcat(folder, name, NULL), bytes, inner, use, error))
            return false;
    }
    return true;
}

GPtrArray *members_from_zip(const guint8 *bytes, gsize length, GError **error)
{
    g_autoptr(GBytes) zip = g_bytes_new_static(bytes, length);
    g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func(member_free);
    ArchiveUse use = {0};
    if (!add_members(members, "", zip, false, &use, error))
        return NULL;
    return g_steal_pointer(&members);
}
