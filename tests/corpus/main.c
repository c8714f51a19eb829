/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * corpus [-v] [--format table|tsv|csv|json] [--lang zh|en] FOLDER: reads all filings below a folder and prints what must
 * hold and does not, with what differs from the truth files found there. A truth is STEM.cells.tsv or STEM.claims.tsv
 * of the file STEM.pdf (or .txt, .xlsx ...), anywhere below the folder.
 *
 * Exit status: 0 all cells of all truth files are right, 1 not so, 2 wrong usage, 4 something could not be run.
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "history/input.h"
#include "history/worker.h"
#include "schema/language.h"
#include "tests/corpus/corpus.h"

enum { EXIT_DIFFERS = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 4 };

static const char *const truth_endings[] = {".cells.tsv", ".claims.tsv", ".findings.tsv", ".findings.md"};

typedef struct {
    PrintOptions print;
    const char *folder;
} Options;

/* The name without its ending, for a truth without both of them; the caller frees it. */
static char *stem_of(const char *path, bool *is_truth)
{
    char *name = g_path_get_basename(path);
    *is_truth = true;
    for (gsize i = 0; i < G_N_ELEMENTS(truth_endings); i++)
        if (g_str_has_suffix(name, truth_endings[i])) {
            name[strlen(name) - strlen(truth_endings[i])] = '\0';
            return name;
        }
    *is_truth = false;
    char *dot = strrchr(name, '.');
    if (dot != NULL)
        *dot = '\0';
    return name;
}

/* The truth of this kind for a stem, NULL when there is none; a stem that was asked for is no longer missed. */
static const char *truth_of(GPtrArray *truths, GHashTable *asked, const char *stem, const char *ending)
{
    g_autofree char *wanted = g_strconcat(stem, ending, NULL);
    for (guint i = 0; i < truths->len; i++) {
        const char *path = g_ptr_array_index(truths, i);
        g_autofree char *name = g_path_get_basename(path);
        if (g_str_equal(name, wanted)) {
            g_hash_table_add(asked, (gpointer)path);
            return path;
        }
    }
    return NULL;
}

static bool compare(FileReport *report, GPtrArray *truths, GHashTable *asked, GError **error)
{
    bool is_truth;
    g_autofree char *stem = stem_of(report->path, &is_truth);
    const char *cells = truth_of(truths, asked, stem, ".cells.tsv");
    const char *claims = truth_of(truths, asked, stem, ".claims.tsv");
    return (cells == NULL || cells_compare(report->filings, cells, &report->cells, error)) &&
           (claims == NULL || claims_compare(report->filings, claims, &report->claims, error));
}

/* Truth files that were held against nothing; findings are for people. */
static GPtrArray *missed_of(const GPtrArray *truths, GHashTable *asked)
{
    GPtrArray *missed = g_ptr_array_new();
    for (guint i = 0; i < truths->len; i++) {
        char *path = g_ptr_array_index(truths, i);
        if (strstr(path, ".findings.") == NULL && !g_hash_table_contains(asked, path))
            g_ptr_array_add(missed, path);
    }
    return missed;
}

/* Reads each file that is no truth, and sets the truths apart. NULL when a truth file is wrong. */
static GPtrArray *read_folder(const char *folder, GPtrArray *truths, GHashTable *asked, GError **error)
{
    char *paths[] = {(char *)folder, NULL};
    g_autoptr(GPtrArray) files = files_from_paths(paths);
    g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func((GDestroyNotify)file_report_free);
    gsize prefix = g_file_test(folder, G_FILE_TEST_IS_DIR) ? strlen(folder) : 0;
    for (guint i = 0; i < files->len; i++) {
        const char *path = g_ptr_array_index(files, i);
        bool is_truth;
        g_autofree char *stem = stem_of(path, &is_truth);
        const char *name = path + prefix + strspn(path + prefix, "/");
        g_ptr_array_add(is_truth ? truths : reports, is_truth ? (gpointer)g_strdup(path) : (gpointer)file_report_read(path, name));
    }
    for (guint i = 0; i < reports->len; i++)
        if (!compare(g_ptr_array_index(reports, i), truths, asked, error))
            return NULL;
    return g_steal_pointer(&reports);
}

static bool all_cells_right(const GPtrArray *reports, const GPtrArray *missed)
{
    bool right = missed->len == 0;
    for (guint i = 0; i < reports->len; i++) {
        const CellScore *cells = &((const FileReport *)g_ptr_array_index(reports, i))->cells;
        right = right && cells->hit == cells->want && cells->hit == cells->got;
    }
    return right;
}

static int run(const Options *options, GError **error)
{
    if (!worker_prepare(error))
        return EXIT_SYSTEM;
    g_autoptr(GPtrArray) truths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) asked = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) reports = read_folder(options->folder, truths, asked, error);
    if (reports == NULL)
        return EXIT_SYSTEM;
    g_autoptr(GPtrArray) missed = missed_of(truths, asked);
    corpus_print(reports, missed, options->print);
    return all_cells_right(reports, missed) ? EXIT_SUCCESS : EXIT_DIFFERS;
}

static bool options_read(int argc, char **argv, Options *options)
{
    *options = (Options){.print = {.format = ROWS_TABLE}};
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (g_str_equal(argv[i], "-v"))
            options->print.verbose = true;
        else if (g_str_equal(argv[i], "--format") && row_format_from_word(value, &options->print.format))
            i++;
        else if (g_str_equal(argv[i], "--lang") && (g_str_equal(value, "zh") || g_str_equal(value, "en")))
            language_set(g_str_equal(argv[++i], "en") ? LANGUAGE_EN : LANGUAGE_ZH);
        else if (argv[i][0] != '-' && options->folder == NULL)
            options->folder = argv[i];
        else
            return false;
    }
    return options->folder != NULL;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    Options options;
    if (!options_read(argc, argv, &options)) {
        g_printerr("corpus [-v] [--format table|tsv|csv|json] [--lang zh|en] FOLDER\n");
        return EXIT_USAGE;
    }
    g_autoptr(GError) error = NULL;
    int status = run(&options, &error);
    if (error != NULL)
        g_printerr("%s\n", error->message);
    return status;
}
