/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/files.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "analysis/report/html.h"
#include "analysis/report/markdown.h"
#include "schema/error.h"
#include "schema/language.h"

bool report_folder_make(const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能建立文件夹 %s：%s", "cannot make the folder %s: %s"),
                folder, g_strerror(errno));
    return false;
}

static bool write_file(const char *folder, const char *name, const char *contents, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) cause = NULL;
    if (g_file_set_contents(path, contents, -1, &cause))
        return true;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能写 %s：%s", "cannot write %s: %s"), path,
                cause->message);
    return false;
}

bool report_files_write(const Blocks *blocks, const char *title, const char *folder, GError **error)
{
    g_autofree char *html = html_from_blocks(blocks, title, error);
    if (html == NULL || !write_file(folder, "index.html", html, error))
        return false;
    g_autofree char *markdown = markdown_from_blocks(blocks);
    return write_file(folder, "report.md", markdown, error);
}
