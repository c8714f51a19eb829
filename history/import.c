/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/import.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "history/reader.h"
#include "schema/error.h"
#include "schema/language.h"

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_folder(const char *folder, GPtrArray *files, int depth);

/* Links are not followed into folders: a loop of them has no end. Hidden files are not filings. */
static void list_entry(const char *path, GPtrArray *files, int depth)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && depth < 32)
            list_folder(path, files, depth + 1);
    } else {
        g_ptr_array_add(files, g_strdup(path));
    }
}

static void list_folder(const char *folder, GPtrArray *files, int depth)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL) {
        g_ptr_array_add(files, g_strdup(folder)); /* it will be refused by name */
        return;
    }
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        if (name[0] != '.')
            g_ptr_array_add(entries, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(entries, compare_paths);
    for (guint i = 0; i < entries->len; i++)
        list_entry(g_ptr_array_index(entries, i), files, depth);
}

static GPtrArray *list_paths(char **paths)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (char **path = paths; *path != NULL; path++) {
        if (g_file_test(*path, G_FILE_TEST_IS_DIR))
            list_folder(*path, files, 0);
        else
            g_ptr_array_add(files, g_strdup(*path));
    }
    return files;
}

/* The bytes of a regular file of sensible size. */
static GBytes *load_file(const char *path, GError **error)
{
    GStatBuf status;
    if (g_stat(path, &status) != 0) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("打不开这个文件", "the file cannot be opened"));
        return NULL;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("不是普通文件", "not a regular file"));
        return NULL;
    }
    if (status.st_size > READER_BYTES_MAX) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("有 %" G_GINT64_FORMAT " MB，超过 %d MB，不会是公开文件", "%" G_GINT64_FORMAT " MB, more than %d MB: no filing is that large"),
                    (gint64)status.st_size / 1000000, READER_BYTES_MAX / 1000000);
        return NULL;
    }
    g_autoptr(GError) fault = NULL;
    char *contents = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &contents, &length, &fault)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("读不出来：%s", "it cannot be read: %s"), fault->message);
        return NULL;
    }
    return g_bytes_new_take(contents, length);
}

/* Reads and saves one file. True unless the store failed; a refusal is told in the result. */
static bool import_file(Store *store, const char *path, ImportResult *result, char **message, GError **error)
{
    g_autoptr(GError) fault = NULL;
    result->state = IMPORT_REFUSED;
    g_autoptr(GBytes) bytes = load_file(path, &fault);
    if (bytes != NULL) {
        g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
        if (store_knows_source(store, sha256, message, &fault)) {
            result->state = IMPORT_KNOWN;
            return true;
        }
    }
    if (fault == NULL) {
        g_autofree char *name = g_path_get_basename(path);
        result->filings = filings_from_bytes(name, bytes, &fault);
    }
    if (result->filings != NULL && store_save_filings(store, result->filings, &fault)) {
        result->state = IMPORT_READ;
        return true;
    }
    if (!g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_INPUT)) {
        g_propagate_prefixed_error(error, g_steal_pointer(&fault), "%s: ", path);
        return false;
    }
    *message = g_strdup(fault->message);
    return true;
}

bool import_paths(Store *store, char **paths, const ImportCalls *calls, guint *refused, GError **error)
{
    g_autoptr(GPtrArray) files = list_paths(paths);
    *refused = 0;
    for (guint i = 0; i < files->len; i++) {
        const char *path = g_ptr_array_index(files, i);
        if (calls->stop != NULL && *calls->stop) {
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STOPPED,
                        say("已中断：%u 个文件中完成了 %u 个，已保存的不受影响",
                            "stopped: %2$u of %1$u files are done and saved"),
                        files->len, i);
            return false;
        }
        if (calls->progress != NULL)
            calls->progress(i, files->len, path, calls->data);
        ImportResult result = {.file = path};
        g_autofree char *message = NULL;
        bool stored = import_file(store, path, &result, &message, error);
        result.message = message != NULL ? message : "";
        if (stored && calls->file_done != NULL)
            calls->file_done(&result, calls->data);
        g_clear_pointer(&result.filings, g_ptr_array_unref);
        if (!stored)
            return false;
        *refused += result.state == IMPORT_REFUSED;
    }
    if (calls->progress != NULL)
        calls->progress(files->len, files->len, "", calls->data);
    return true;
}
