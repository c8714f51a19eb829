/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tests/bench/measure.h"

enum { RUNS = 7 };

static const char department[] = "虚构市档案数据中心";
static const char *const years[] = {"2019", "2020", "2021", "2022", "2023", "2024"};

static bool import_shipped(const Bench *bench, const char *store, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(years); i++) {
        g_autofree char *file = g_strdup_printf("tests/filings/%s-%s-预算.txt", department, years[i]);
        const char *const arguments[] = {bench->program, "--db", store, "import", file, NULL};
        if (!measure_command(arguments, NULL, error))
            return false;
    }
    return true;
}

/* A script that draws SVG, made to draw PNG too, as the report does: each chart in both. */
static bool both_formats(const char *path, GString *all, GError **error)
{
    g_autofree char *script = NULL;
    if (!g_file_get_contents(path, &script, NULL, error))
        return false;
    g_autoptr(GRegex) terminal =
        g_regex_new("set terminal svg( background '[^']*') size (\\d+),(\\d+) name '[^']*'", 0, 0, error);
    g_autoptr(GRegex) output = g_regex_new("\\.svg'", 0, 0, error);
    if (terminal == NULL || output == NULL)
        return false;
    g_autofree char *drawn = g_regex_replace(
        terminal, script, -1, 0, "set terminal pngcairo\\1 size 1.5*\\2,1.5*\\3 fontscale 1.125 linewidth 1.5", 0, error);
    g_autofree char *png = drawn != NULL ? g_regex_replace(output, drawn, -1, 0, ".png'", 0, error) : NULL;
    if (png == NULL)
        return false;
    g_string_append_printf(all, "%s\n%s\n", script, png);
    return true;
}

/* All charts of the report as one script for one gnuplot. */
static char *charts_script(const char *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    if (dir == NULL)
        return NULL;
    GString *all = g_string_new(NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".gp") && !both_formats(path, all, error)) {
            g_string_free(all, TRUE);
            return NULL;
        }
    }
    return g_string_free(all, FALSE);
}

bool measure_report(const Bench *bench, GError **error)
{
    g_autofree char *store = g_build_filename(bench->folder, "report.db", NULL);
    g_autofree char *folder = g_build_filename(bench->folder, "report", NULL);
    g_autofree char *charts = g_build_filename(folder, "charts", NULL);
    const char *const report[] = {bench->program, "--db", store, "report", department, "-o", folder, NULL};
    if (!import_shipped(bench, store, error) || !measure_command(report, NULL, error))
        return false;
    g_autofree char *script = charts_script(charts, error);
    g_autofree char *alone = g_build_filename(charts, "all.gnuplot", NULL);
    if (script == NULL || !g_file_set_contents(alone, script, -1, error))
        return false;
    const char *const gnuplot[] = {"gnuplot", "all.gnuplot", NULL};
    double whole[RUNS];
    double drawing[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = measure_now();
        if (!measure_command(report, NULL, error))
            return false;
        whole[run] = measure_now() - start;
        start = measure_now();
        if (!measure_command(gnuplot, charts, error))
            return false;
        drawing[run] = measure_now() - start;
    }
    measure_print("report with its charts", 1000.0 * measure_median(whole, RUNS), "gnuplot alone, the same charts",
                  1000.0 * measure_median(drawing, RUNS), "ms", 1.5);
    return true;
}
