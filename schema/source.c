/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a filing, and which page of which file a page of the filing is. */
#include <string.h>

#include "schema/filing.h"

Source *source_new(const char *file, const char *sha256, const char *encoding, gint64 bytes)
{
    Source *source = g_new0(Source, 1);
    source->file = g_strdup(file);
    source->sha256 = g_strdup(sha256);
    source->encoding = g_strdup(encoding);
    source->department = g_strdup("");
    source->bytes = bytes;
    source->first_page = 1;
    return source;
}

const Source *filing_source(const Filing *filing, int page)
{
    for (guint i = filing->sources->len; i > 0 && page > 0; i--) {
        const Source *source = g_ptr_array_index(filing->sources, i - 1);
        if (page >= source->first_page)
            return source;
    }
    return NULL;
}

bool filing_place(const Filing *filing, int page, const char **file, int *file_page)
{
    const Source *source = filing_source(filing, page);
    *file = source != NULL ? source->file : filing->file;
    *file_page = source != NULL ? page - source->first_page + 1 : page;
    return source != NULL;
}

int filing_page(const Filing *filing, gint64 id, const char *file, int file_page)
{
    for (guint i = 0; i < filing->sources->len && file_page > 0; i++) {
        const Source *source = g_ptr_array_index(filing->sources, i);
        if (id != 0 ? source->id == id : strcmp(source->file, file) == 0)
            return source->first_page + file_page - 1;
    }
    return file_page;
}

char *filing_files(const Filing *filing, const char *separator)
{
    if (filing->sources->len == 0)
        return g_strdup(filing->file);
    GString *files = g_string_new(NULL);
    for (guint i = 0; i < filing->sources->len; i++)
        g_string_append_printf(files, "%s%s", i > 0 ? separator : "",
                               ((const Source *)g_ptr_array_index(filing->sources, i))->file);
    return g_string_free(files, FALSE);
}

bool filing_has_id(const Filing *filing, gint64 id)
{
    bool has = filing->id == id;
    for (guint i = 0; i < filing->sources->len; i++)
        has = has || ((const Source *)g_ptr_array_index(filing->sources, i))->id == id;
    return has;
}

bool filing_has_file(const Filing *filing, const char *file)
{
    bool has = strcmp(filing->file, file) == 0;
    for (guint i = 0; i < filing->sources->len; i++)
        has = has || strcmp(((const Source *)g_ptr_array_index(filing->sources, i))->file, file) == 0;
    return has;
}
