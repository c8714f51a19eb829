/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/office.h"

#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

void office_free(Office *office)
{
    if (office == NULL)
        return;
    archive_free(office->archive);
    g_hash_table_unref(office->by_id);
    g_hash_table_unref(office->by_kind);
    g_free(office->main);
    g_free(office);
}

Markup *office_part(Office *office, const char *member, GError **error)
{
    int index = archive_find(office->archive, member);
    if (index < 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("文件里缺少“%s”：请用 Office 或 WPS 重新另存", "the file lacks its part “%s”: save it again with Office or WPS"), member);
        return NULL;
    }
    g_autoptr(GBytes) bytes = archive_read(office->archive, index, error);
    return bytes != NULL ? markup_from_bytes(bytes, member) : NULL;
}

const char *office_member(const Office *office, const char *kind)
{
    return g_hash_table_lookup(office->by_kind, kind);
}

/* A relationship's target as a member's name: relative to the folder of the part it belongs to, or from the root. */
static char *member_of_target(const char *folder, const char *target)
{
    g_autofree char *path = target[0] == '/' ? g_strdup(target + 1) : g_strconcat(folder, target, NULL);
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    GString *member = g_string_new("");
    for (char **step = steps; *step != NULL; step++) {
        if (g_str_equal(*step, "..")) {
            char *slash = strrchr(member->str, '/');
            g_string_truncate(member, slash != NULL ? (gsize)(slash - member->str) : 0);
        } else if (!g_str_equal(*step, ".")) {
            g_string_append_printf(member, "%s%s", member->len > 0 ? "/" : "", *step);
        }
    }
    return g_string_free(member, FALSE);
}

static bool read_relationships(Office *office, const char *member, const char *folder, GError **error)
{
    g_hash_table_remove_all(office->by_id);
    g_hash_table_remove_all(office->by_kind);
    g_autoptr(Markup) markup = office_part(office, member, error);
    if (markup == NULL)
        return false;
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;) {
        if (event != MARKUP_OPEN || !markup_is(markup, "Relationship"))
            continue;
        const char *id = markup_attribute(markup, "Id");
        const char *type = markup_attribute(markup, "Type");
        const char *target = markup_attribute(markup, "Target");
        if (id == NULL || type == NULL || target == NULL || g_strcmp0(markup_attribute(markup, "TargetMode"), "External") == 0)
            continue;
        const char *slash = strrchr(type, '/');
        g_hash_table_insert(office->by_id, g_strdup(id), member_of_target(folder, target));
        g_hash_table_insert(office->by_kind, g_strdup(slash != NULL ? slash + 1 : type), member_of_target(folder, target));
    }
    return markup_ended_well(markup, error);
}

static bool find_main(Office *office, GError **error)
{
    if (!read_relationships(office, "_rels/.rels", "", error))
        return false;
    office->main = g_strdup(office_member(office, "officeDocument"));
    if (office->main == NULL) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("文件里找不到正文：请用 Office 或 WPS 重新另存", "the file has no main part: save it again with Office or WPS"));
        return false;
    }
    const char *slash = strrchr(office->main, '/');
    g_autofree char *folder = slash != NULL ? g_strndup(office->main, (gsize)(slash + 1 - office->main)) : g_strdup("");
    g_autofree char *member = g_strdup_printf("%s_rels/%s.rels", folder, slash != NULL ? slash + 1 : office->main);
    if (archive_find(office->archive, member) >= 0)
        return read_relationships(office, member, folder, error);
    g_hash_table_remove_all(office->by_id);
    g_hash_table_remove_all(office->by_kind);
    return true;
}

Office *office_from_bytes(const guint8 *bytes, gsize length, GError **error)
{
    g_autoptr(Office) office = g_new0(Office, 1);
    office->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    office->by_kind = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    office->archive = archive_from_bytes(bytes, length, &office->use, error);
    if (office->archive == NULL || !find_main(office, error))
        return NULL;
    return g_steal_pointer(&office);
}
