/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for the files of one test: made before it, removed with all that is in it after it. */
#ifndef TESTS_SCHEMA_SCRATCH_H
#define TESTS_SCHEMA_SCRATCH_H

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>

static char *scratch;

static inline void scratch_set_up(void)
{
    scratch = g_dir_make_tmp("yusuan-test-XXXXXX", NULL);
    ck_assert_ptr_nonnull(scratch);
}

static inline void scratch_tear_down(void)
{
    g_autoptr(GDir) folder = g_dir_open(scratch, 0, NULL);
    const char *name;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *path = g_build_filename(scratch, name, NULL);
        if (g_remove(path) != 0)
            g_rmdir(path);
    }
    g_rmdir(scratch);
    g_clear_pointer(&scratch, g_free);
}

/* The path of a file in the folder; the caller frees it. */
static inline char *scratch_path(const char *name)
{
    return g_build_filename(scratch, name, NULL);
}

#endif
