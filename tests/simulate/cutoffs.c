/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Simulates the cut-offs of the modified z for few values and prints analysis/stat/cutoff_table.h. Two to three minutes:
 *
 *     make cutoffs
 *
 * For each n, samples of n independent normal values are drawn; the modified z of every one of them is kept, since each
 * stands as well for "the newest", VALUES of them in all; the cut-off of a level is the quantile of their sizes that leaves
 * that share above it. The generator is GSL's mt19937 with the seed below, started anew for each n: the output is the same
 * on every machine with the same GSL, but for the last digits of a logarithm.
 */
#include <float.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_version.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/stat/robust.h"

enum { SEED = 20240731, VALUES = 12000000, FIRST = 3, LAST = 30 };

static const double levels[] = {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001};

enum { LEVELS = sizeof levels / sizeof levels[0] };

static size_t fill_sizes(double *sizes, size_t n)
{
    double sample[LAST];
    gsl_rng *dice = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(dice, SEED + n);
    size_t count = 0;
    while (count + n <= VALUES) {
        for (size_t i = 0; i < n; i++)
            sample[i] = gsl_ran_gaussian_ziggurat(dice, 1.0);
        const Spread spread = spread_from_values(sample, n);
        for (size_t i = 0; i < n; i++)
            sizes[count++] = fabs(modified_z(sample[i], &spread, 0.0).value);
    }
    gsl_rng_free(dice);
    return count;
}

static void print_row(const double *sorted, size_t count, size_t n)
{
    printf("    /* %2zu */ {", n);
    for (size_t i = 0; i < LEVELS; i++) {
        const size_t above = (size_t)(levels[i] * (double)count);
        printf("%s%.4g", i > 0 ? ", " : "", sorted[count - 1 - above]);
    }
    printf("}, \\\n");
}

int main(void)
{
    double *sizes = malloc(VALUES * sizeof *sizes);
    if (sizes == NULL)
        return EXIT_FAILURE;
    printf("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
           "/*\n"
           " * Made by `make cutoffs` (tests/simulate/cutoffs.c, seed %d, %d values for each n, GSL %s): do not edit.\n"
           " * Rows: n from %d to %d; columns: the levels. At the level 0.0001 the share above is known to some 5 %%.\n"
           " */\n"
           "#ifndef YUSUAN_ANALYSIS_STAT_CUTOFF_TABLE_H\n"
           "#define YUSUAN_ANALYSIS_STAT_CUTOFF_TABLE_H\n\n"
           "#define CUTOFF_LEVELS_COUNT %d\n\n"
           "#define CUTOFF_LEVELS {",
           SEED, VALUES, gsl_version, FIRST, LAST, LEVELS);
    for (size_t i = 0; i < LEVELS; i++)
        printf("%s%g", i > 0 ? ", " : "", levels[i]);
    printf("}\n\n#define CUTOFF_TABLE { \\\n");
    for (size_t n = FIRST; n <= LAST; n++) {
        const size_t count = fill_sizes(sizes, n);
        gsl_sort(sizes, 1, count);
        print_row(sizes, count, n);
    }
    printf("}\n\n#endif\n");
    free(sizes);
    return EXIT_SUCCESS;
}
