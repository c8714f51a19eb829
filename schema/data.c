/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/data.h"

#include <gio/gio.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

#define RESOURCE_ROOT "/yusuan/"

GBytes *data_bytes(const char *name, GError **error)
{
    const char *folder = g_getenv("YUSUAN_DATA");
    if (folder != NULL && folder[0] != '\0') {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        char *contents = NULL;
        gsize length = 0;
        if (g_file_test(path, G_FILE_TEST_EXISTS)) {
            if (!g_file_get_contents(path, &contents, &length, error))
                return NULL;
            return g_bytes_new_take(contents, length);
        }
    }
    g_autofree char *resource = g_strconcat(RESOURCE_ROOT, name, NULL);
    return g_resources_lookup_data(resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

char *data_text(const char *name, GError **error)
{
    g_autoptr(GBytes) bytes = data_bytes(name, error);
    if (bytes == NULL)
        return NULL;
    gsize length = 0;
    const char *start = g_bytes_get_data(bytes, &length);
    if (length >= 3 && memcmp(start, "\xef\xbb\xbf", 3) == 0) { /* the mark that some editors set */
        start += 3;
        length -= 3;
    }
    return length > 0 ? g_strndup(start, length) : g_strdup("");
}

char **data_names(const char *folder, GError **error)
{
    g_autofree char *resource = g_strconcat(RESOURCE_ROOT, folder, NULL);
    char **names = g_resources_enumerate_children(resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    for (char **name = names; name != NULL && *name != NULL; name++) {
        char *whole = g_strconcat(folder, *name, NULL);
        g_free(*name);
        *name = whole;
    }
    return names;
}

GPtrArray *data_rows(const char *name, guint fields, GError **error)
{
    g_autofree char *text = data_text(name, error);
    if (text == NULL)
        return NULL;
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_strchomp(lines[i]);
        if (lines[i][0] == '\0' || lines[i][0] == '#')
            continue;
        /* Editors strip tabs at the end of a line: the row is made as long as it should be. */
        char **row = g_strsplit(lines[i], "\t", -1);
        guint found = g_strv_length(row);
        if (found > fields || (found < 2 && fields > 1)) {
            g_strfreev(row);
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                        say("数据文件 %s 第 %u 行：应有 %u 列", "data file %s, line %u: %u fields expected"), name, i + 1,
                        fields);
            return NULL;
        }
        row = g_renew(char *, row, fields + 1);
        for (; found < fields; found++)
            row[found] = g_strdup("");
        row[fields] = NULL;
        g_ptr_array_add(rows, row);
    }
    return g_steal_pointer(&rows);
}
