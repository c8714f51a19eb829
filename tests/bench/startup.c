/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/measure.h"

enum { RUNS = 51 };

/* A command that does hardly anything, against /bin/true. */
static bool measure_idle(const char *name, const char *const *command, GError **error)
{
    const char *const nothing[] = {"/bin/true", NULL};
    double own[RUNS];
    double bare[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = measure_now();
        if (!measure_command(command, NULL, error))
            return false;
        own[run] = measure_now() - start;
        start = measure_now();
        if (!measure_command(nothing, NULL, error))
            return false;
        bare[run] = measure_now() - start;
    }
    measure_print(name, 1000.0 * measure_median(own, RUNS), "/bin/true", 1000.0 * measure_median(bare, RUNS), "ms", 0);
    return true;
}

bool measure_startup(const Bench *bench, GError **error)
{
    g_autofree char *store = g_build_filename(bench->folder, "startup.db", NULL);
    const char *const import[] = {bench->program, "--db", store, "import", "-q", "tests/filings/tidy.csv", NULL};
    const char *const version[] = {bench->program, "--version", NULL};
    const char *const complete[] = {bench->program, "--db", store, "help", "--complete", "show", "虚", NULL};
    return measure_command(import, NULL, error) && measure_idle("start-up, --version", version, error) &&
           measure_idle("completion of a department", complete, error);
}
