/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All rules over stores of three sizes: what a filing costs must not grow with their number. Few filings are read, and saved
 * many times under other names and years: the rules have the work of ten thousand, the bench not that of reading them.
 */
#include <string.h>
#include <sys/resource.h>

#include "history/reader.h"
#include "schema/store.h"
#include "tests/bench/measure.h"

enum { READ = 200, YEARS = 5, RUNS = 3 };

static const int sizes[] = {1000, 3000, 10000};

/* A name of its own for each copy, which no other one is a longer form of: 甲乙丙丁 and the name. */
static char *copied_name(const char *name, int copy)
{
    static const char *const digits[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    return g_strconcat(digits[copy / 1000 % 10], digits[copy / 100 % 10], digits[copy / 10 % 10], digits[copy % 10], name, NULL);
}

/* The same filing as that of another body and year. */
static void make_copy(Filing *filing, const char *department, int number)
{
    g_autofree char *name = copied_name(department, number / YEARS);
    for (guint i = 0; i < filing->names->len; i++) {
        PrintedName *printed = g_ptr_array_index(filing->names, i);
        if (strstr(printed->name, department) != NULL || strstr(department, printed->name) != NULL)
            text_set(&printed->name, name);
    }
    g_autofree char *unique = g_strdup_printf("%s-%d", name, number);
    text_set(&filing->department, name);
    text_set(&filing->sha256, unique);
    text_set(&filing->file, unique);
    filing->fiscal_year = 2016 + number % YEARS;
    filing->id = 0;
}

static GPtrArray *read_filings(const Bench *bench, GError **error)
{
    g_autofree char *folder = g_build_filename(bench->folder, "rules", NULL);
    g_autofree char *count = g_strdup_printf("%d", READ);
    const char *const arguments[] = {bench->generator, "--seed", "11", "--count", count, "--out", folder, NULL};
    if (!measure_command(arguments, NULL, error))
        return NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        char *contents = NULL;
        gsize length = 0;
        if (!g_str_has_suffix(name, ".txt"))
            continue;
        if (!g_file_get_contents(path, &contents, &length, error))
            return NULL;
        g_autoptr(GBytes) bytes = g_bytes_new_take(contents, length);
        GPtrArray *filings = filings_from_bytes(name, bytes, error);
        if (filings == NULL)
            return NULL;
        g_ptr_array_add(files, filings);
    }
    return dir != NULL ? g_steal_pointer(&files) : NULL;
}

static char *store_of(const Bench *bench, const GPtrArray *files, int size, GError **error)
{
    g_autofree char *name = g_strdup_printf("rules-%d.db", size);
    g_autofree char *path = g_build_filename(bench->folder, name, NULL);
    g_autoptr(Store) store = store_open(path, STORE_WRITE, error);
    for (int i = 0; store != NULL && i < size; i++) {
        /* All years of a body come of one filing. */
        GPtrArray *filings = g_ptr_array_index(files, (guint)(i / YEARS) % files->len);
        Filing *filing = g_ptr_array_index(filings, 0);
        g_autofree char *department = g_strdup(filing->department);
        make_copy(filing, department, i);
        bool saved = store_save_filings(store, filings, error);
        text_set(&filing->department, department);
        if (!saved)
            return NULL;
    }
    return store != NULL ? g_steal_pointer(&path) : NULL;
}

/* Of the programs run so far: a run of half a minute is too long for a clock that others share. */
static double processor_seconds(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Milliseconds of processor time a filing. */
static bool check_all(const Bench *bench, const char *store, int size, double *cost, GError **error)
{
    const char *const arguments[] = {bench->program, "--db", store, "--format", "tsv", "check", NULL};
    double seconds[RUNS];
    int runs = size > sizes[0] ? 1 : RUNS;
    for (int run = 0; run < runs; run++) {
        double start = processor_seconds();
        if (!measure_command(arguments, NULL, error))
            return false;
        seconds[run] = processor_seconds() - start;
    }
    *cost = 1000.0 * measure_median(seconds, (guint)runs) / size;
    return true;
}

bool measure_rules(const Bench *bench, GError **error)
{
    g_autoptr(GPtrArray) files = read_filings(bench, error);
    if (files == NULL)
        return false;
    double first = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        double cost = 0;
        g_autofree char *store = store_of(bench, files, sizes[i], error);
        if (store == NULL || !check_all(bench, store, sizes[i], &cost, error))
            return false;
        first = i == 0 ? cost : first;
        g_autofree char *name = g_strdup_printf("all rules, a filing of %d", sizes[i]);
        g_autofree char *reference = g_strdup_printf("a filing of %d", sizes[0]);
        /* Linear: a larger index is a little slower to look things up in, and no more. */
        measure_print(name, cost, reference, first, "ms", i == 0 ? 0 : 1.3);
    }
    return true;
}
