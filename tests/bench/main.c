/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench GENERATOR PROGRAM [MEASURE ...]: prints one line a measure. Run in the root of the tree, by `make bench`.
 *
 * Exit status: 0 measured (whatever came out), 2 wrong usage, 4 something could not be run.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "tests/bench/measure.h"

enum { EXIT_USAGE = 2, EXIT_SYSTEM = 4 };

static const struct {
    const char *name;
    bool (*measure)(const Bench *bench, GError **error);
} measures[] = {
    {"paper", measure_paper},
    {"import", measure_import},
    {"statistics", measure_statistics},
    {"rules", measure_rules},
    {"report", measure_report},
    {"startup", measure_startup},
};

static void remove_tree(const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
        const char *name;
        while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
            g_autofree char *entry = g_build_filename(path, name, NULL);
            remove_tree(entry);
        }
    }
    g_remove(path);
}

static int run_measures(const Bench *bench, const char *const *wanted)
{
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) {
        g_autoptr(GError) error = NULL;
        if (wanted[0] != NULL && !g_strv_contains(wanted, measures[i].name))
            continue;
        if (!measures[i].measure(bench, &error)) {
            g_printerr("%s: %s\n", measures[i].name, error != NULL ? error->message : "failed");
            return EXIT_SYSTEM;
        }
    }
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    if (argc < 3) {
        g_printerr("bench GENERATOR PROGRAM [paper|import|statistics|rules|report|startup ...]\n");
        return EXIT_USAGE;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("yusuan-bench-XXXXXX", &error);
    if (folder == NULL) {
        g_printerr("%s\n", error->message);
        return EXIT_SYSTEM;
    }
    Bench bench = {.generator = argv[1], .program = argv[2], .folder = folder};
    int status = run_measures(&bench, (const char *const *)argv + 3);
    remove_tree(folder);
    return status;
}
