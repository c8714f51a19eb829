/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/measure.h"

enum { RUNS = 51 };

bool measure_startup(const Bench *bench, GError **error)
{
    const char *const idle[] = {bench->program, "--version", NULL};
    const char *const nothing[] = {"/bin/true", NULL};
    double own[RUNS];
    double bare[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = measure_now();
        if (!measure_command(idle, NULL, error))
            return false;
        own[run] = measure_now() - start;
        start = measure_now();
        if (!measure_command(nothing, NULL, error))
            return false;
        bare[run] = measure_now() - start;
    }
    measure_print("start-up, --version", 1000.0 * measure_median(own, RUNS), "/bin/true",
                  1000.0 * measure_median(bare, RUNS), "ms", 0);
    return true;
}
