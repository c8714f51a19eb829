/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "history/import.h"
#include "history/reader.h"
#include "history/worker.h"
#include "schema/filing_packet.h"
#include "tests/bench/measure.h"

enum { FILINGS = 200, RUNS = 5 };

/* The paths of the generated filings, without the truth files beside them. */
static GPtrArray *filing_paths(const char *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    if (dir == NULL)
        return NULL;
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL)
        if (g_str_has_suffix(name, ".txt"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_add(paths, NULL);
    return paths;
}

static Store *fresh_store(const Bench *bench, const char *name, int run, GError **error)
{
    g_autofree char *file = g_strdup_printf("%s-%d.db", name, run);
    g_autofree char *path = g_build_filename(bench->folder, file, NULL);
    return store_open(path, STORE_WRITE, error);
}

/* The filings of all files, read and kept; *seconds is the time the reader took, without the disk. */
static GPtrArray *read_filings(const GPtrArray *paths, double *seconds, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    *seconds = 0;
    for (guint i = 0; i + 1 < paths->len; i++) {
        char *contents = NULL;
        gsize length = 0;
        if (!g_file_get_contents(g_ptr_array_index(paths, i), &contents, &length, error))
            return NULL;
        g_autoptr(GBytes) bytes = g_bytes_new_take(contents, length);
        double start = measure_now();
        GPtrArray *filings = filings_from_bytes(g_ptr_array_index(paths, i), bytes, error);
        *seconds += measure_now() - start;
        if (filings == NULL)
            return NULL;
        g_ptr_array_add(files, filings);
    }
    return g_steal_pointer(&files);
}

/* Nothing but the rows: what is already read goes into a fresh store, one transaction a file as in an import. */
static bool insert_rows(const Bench *bench, int run, const GPtrArray *files, double *seconds, GError **error)
{
    double start = measure_now();
    g_autoptr(Store) store = fresh_store(bench, "rows", run, error);
    for (guint i = 0; store != NULL && i < files->len; i++)
        if (!store_save_filings(store, g_ptr_array_index(files, i), error))
            return false;
    g_clear_pointer(&store, store_close);
    *seconds = measure_now() - start;
    return error == NULL || *error == NULL;
}

static bool import_files(const Bench *bench, int run, const GPtrArray *paths, guint jobs, double *seconds, GError **error)
{
    g_autofree char *name = g_strdup_printf("import-%u", jobs);
    double start = measure_now();
    g_autoptr(Store) store = fresh_store(bench, name, run, error);
    guint refused = 0;
    ImportCalls calls = {.jobs = jobs};
    if (store == NULL || !import_paths(store, (char **)paths->pdata, &calls, &refused, error))
        return false;
    g_clear_pointer(&store, store_close);
    *seconds = measure_now() - start;
    if (refused > 0)
        g_printerr("import: %u filings were refused\n", refused);
    return true;
}

/* Asks a worker for each file, one after the other; with `fresh` each file has a process of its own. */
static bool read_apart(const GPtrArray *paths, bool fresh, double *seconds, GError **error)
{
    g_autoptr(Worker) worker = NULL;
    *seconds = 0;
    for (guint i = 0; i + 1 < paths->len; i++) {
        char *contents = NULL;
        gsize length = 0;
        if (!g_file_get_contents(g_ptr_array_index(paths, i), &contents, &length, error))
            return false;
        g_autoptr(GBytes) bytes = g_bytes_new_take(contents, length);
        double start = measure_now();
        if (fresh)
            g_clear_pointer(&worker, worker_free);
        if (worker == NULL && (worker = worker_start(error)) == NULL)
            return false;
        worker_ask(worker, g_ptr_array_index(paths, i), bytes);
        while (!worker_is_done(worker))
            workers_wait(&worker, 1, 1000);
        g_autoptr(GPtrArray) filings = worker_answer(worker, error);
        *seconds += measure_now() - start;
        if (filings == NULL)
            return false;
    }
    return true;
}

/* Into a packet and out of it again: what goes through the pipe. */
static bool pack_filings(const GPtrArray *files, double *seconds)
{
    double start = measure_now();
    for (guint i = 0; i < files->len; i++) {
        g_autoptr(GBytes) packet = packet_from_filings(g_ptr_array_index(files, i));
        gsize length = 0;
        const guint8 *bytes = g_bytes_get_data(packet, &length);
        g_autoptr(GPtrArray) back = filings_from_packet(bytes, length);
        if (back == NULL)
            return false;
    }
    *seconds = measure_now() - start;
    return true;
}

static double milliseconds(double *seconds)
{
    return 1000.0 * measure_median(seconds, RUNS) / FILINGS;
}

bool measure_import(const Bench *bench, GError **error)
{
    g_autofree char *folder = g_build_filename(bench->folder, "filings", NULL);
    g_autofree char *count = g_strdup_printf("%d", FILINGS);
    const char *const arguments[] = {bench->generator, "--seed", "5", "--count", count, "--out", folder, NULL};
    if (!measure_command(arguments, NULL, error))
        return false;
    g_autoptr(GPtrArray) paths = filing_paths(folder, error);
    if (paths == NULL)
        return false;
    double one[RUNS], two[RUNS], inserted[RUNS], read[RUNS], apart[RUNS], fresh[RUNS], packed[RUNS];
    if (!worker_prepare(error))
        return false;
    for (int run = 0; run < RUNS; run++) {
        g_autoptr(GPtrArray) files = read_filings(paths, &read[run], error);
        if (files == NULL || !insert_rows(bench, run, files, &inserted[run], error) ||
            !pack_filings(files, &packed[run]) || !read_apart(paths, false, &apart[run], error) ||
            !read_apart(paths, true, &fresh[run], error) || !import_files(bench, run, paths, 1, &one[run], error) ||
            !import_files(bench, run, paths, 2, &two[run], error))
            return false;
    }
    double rows = milliseconds(inserted);
    double alone = milliseconds(read);
    measure_print("import, a filing", milliseconds(one), "its rows alone", rows, "ms", 3);
    measure_print("reading alone, a filing", alone, "its rows alone", rows, "ms", 0);
    measure_print("into a packet and out of it", milliseconds(packed), "reading alone", alone, "ms", 0.2);
    measure_print("reading in another process", milliseconds(apart), "reading alone", alone, "ms", 1.3);
    measure_print("reading in a process for each file", milliseconds(fresh), "reading alone", alone, "ms", 0);
    measure_print("import, two files at a time", milliseconds(two), "one at a time", milliseconds(one), "ms", 0.6);
    return true;
}
