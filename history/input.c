/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "history/checksum.h"
#include "history/reader.h"
#include "schema/error.h"
#include "schema/language.h"

#define FOLDERS_MOST 32 /* deep: real ones are year/department/file */
#define READ_MORE (64 * 1024)

/* --- what is meant --------------------------------------------------------------------------------- */

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_folder(const char *folder, GPtrArray *files, int depth);

/* Links are not followed into folders: a loop of them has no end. */
static void list_entry(const char *path, GPtrArray *files, int depth)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add(files, g_strdup(path));
    else if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        list_folder(path, files, depth + 1);
}

static void list_folder(const char *folder, GPtrArray *files, int depth)
{
    g_autoptr(GDir) dir = depth < FOLDERS_MOST ? g_dir_open(folder, 0, NULL) : NULL;
    if (dir == NULL) {
        g_ptr_array_add(files, g_strdup(folder));
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

GPtrArray *files_from_paths(char **paths)
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

/* --- what can be read ------------------------------------------------------------------------------- */

static const char *why_not_opened(const char *path, int number)
{
    switch (number) {
    case ENOENT:
        return g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? say("是链接，所指的文件不存在", "a link to a file that is not there")
                                                         : say("没有这个文件", "there is no such file");
    case EACCES:
    case EPERM:
        return say("没有读取它的权限", "no permission to read it");
    case ELOOP:
        return say("是链接，绕成了圈", "a link that leads round in a circle");
    default:
        return g_strerror(number);
    }
}

static const char *why_not_a_file(const char *path, mode_t mode)
{
    if (S_ISDIR(mode))
        return access(path, R_OK | X_OK) != 0
                   ? say("目录打不开：没有权限", "a folder that cannot be entered: no permission")
                   : say("目录层数太多，没有进入", "a folder that lies too deep to be entered");
    if (S_ISFIFO(mode))
        return say("是管道，不是普通文件", "a pipe, not a regular file");
    if (S_ISSOCK(mode))
        return say("是套接字，不是普通文件", "a socket, not a regular file");
    return say("是设备，不是普通文件", "a device, not a regular file");
}

static bool refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
    return false;
}

static bool refuse_as_large(gint64 size, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                say("有 %" G_GINT64_FORMAT " MB，超过 %d MB，不会是公开文件",
                    "%" G_GINT64_FORMAT " MB, more than %d MB: no filing is that large"),
                size / 1000000, READER_BYTES_MAX / 1000000);
    return false;
}

/* Looked at before it is opened, because opening a device may do something, and after, because it may be another by then. */
static bool open_regular(const char *path, int *file, gsize *size, GError **error)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return refuse(error, why_not_opened(path, errno));
    if (!S_ISREG(status.st_mode))
        return refuse(error, why_not_a_file(path, status.st_mode));
    *file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (*file < 0)
        return refuse(error, why_not_opened(path, errno));
    if (fstat(*file, &status) != 0 || !S_ISREG(status.st_mode))
        return refuse(error, why_not_a_file(path, status.st_mode));
    *size = (gsize)status.st_size;
    return status.st_size <= READER_BYTES_MAX || refuse_as_large(status.st_size, error);
}

/* What is there, and more at the end where the file has grown since its `size` was asked for. */
static GBytes *read_all(int file, gsize size, GError **error)
{
    gsize room = size + 1, done = 0;
    g_autofree guint8 *bytes = g_malloc(room);
    ssize_t n;
    while ((n = read(file, bytes + done, room - done)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("读不出来：%s", "it cannot be read: %s"),
                        g_strerror(errno));
            return NULL;
        }
        done += (gsize)n;
        if (done > READER_BYTES_MAX) {
            refuse_as_large((gint64)done, error);
            return NULL;
        }
        if (done == room) {
            room += READ_MORE;
            bytes = g_realloc(bytes, room);
        }
    }
    return g_bytes_new_take(g_steal_pointer(&bytes), done);
}

/* Markup, PDF and RTF tell themselves by their first character, archives and UTF-16 by their zero bytes. */
static bool is_plain(const guint8 *bytes, gsize length)
{
    gsize look = MIN(length, (gsize)4096);
    gsize at = look >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (at < look && g_ascii_isspace((char)bytes[at]))
        at++;
    return at == look || (strchr("<%{", bytes[at]) == NULL && memchr(bytes, 0, look) == NULL);
}

bool input_read(const char *path, Input *source, GError **error)
{
    *source = (Input){0};
    int file = -1;
    gsize size = 0;
    if (open_regular(path, &file, &size, error))
        source->bytes = read_all(file, size, error);
    if (file >= 0)
        close(file);
    if (source->bytes == NULL)
        return false;
    const guint8 *start = g_bytes_get_data(source->bytes, &source->length);
    source->sha256 = sha256_from_bytes(source->bytes);
    source->plain = is_plain(start, source->length);
    return true;
}

void input_clear(Input *source)
{
    g_clear_pointer(&source->bytes, g_bytes_unref);
    g_clear_pointer(&source->sha256, g_free);
}
