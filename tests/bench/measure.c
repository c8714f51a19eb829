/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/measure.h"

#include <gio/gio.h>
#include <stdlib.h>

double measure_now(void)
{
    return (double)g_get_monotonic_time() / 1e6;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

double measure_median(double *values, guint count)
{
    g_assert(count >= 1 && count <= MEASURE_RUNS_MAX);
    qsort(values, count, sizeof *values, compare_doubles);
    return values[(count - 1) / 2];
}

void measure_print(const char *name, double value, const char *reference_name, double reference, const char *unit,
                   double most)
{
    double ratio = value / reference;
    g_autofree char *aim = most > 0 ? g_strdup_printf("  %s %.4g", ratio <= most ? "within" : "OVER", most) : NULL;
    g_print("%-34s %10.4g %-3s  %-34s %10.4g %-3s  ratio %6.2f%s\n", name, value, unit, reference_name, reference, unit,
            ratio, aim != NULL ? aim : "");
}

bool measure_command(const char *const *arguments, const char *folder, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
    if (folder != NULL)
        g_subprocess_launcher_set_cwd(launcher, folder);
    g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, arguments, error);
    return process != NULL && g_subprocess_wait_check(process, NULL, error);
}
