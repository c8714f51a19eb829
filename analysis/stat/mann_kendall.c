/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/mann_kendall.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_double.h>
#include <string.h>

#include "analysis/stat/multiplicity.h"
#include "analysis/stat/scratch.h"

enum {
    EXACT_LONGEST = 10,
    EXACT_INVERSIONS = EXACT_LONGEST * (EXACT_LONGEST - 1) / 2,
};

/* The share of all orders of n values that have at most so many inversions. */
typedef double InversionShares[EXACT_LONGEST + 1][EXACT_INVERSIONS + 1];

/*
 * Orders of n values arise from those of n - 1 by putting the n-th value before 0 to n - 1 of
 * them, which adds as many inversions: each row is a running mean over n places of the row above.
 * As shares of 1, not as counts, each step is a division by n.
 */
static void inversion_shares_fill(InversionShares shares)
{
    double density[EXACT_LONGEST + 1][EXACT_INVERSIONS + 1] = {{0}};

    density[1][0] = 1.0;
    for (size_t n = 2; n <= EXACT_LONGEST; n++) {
        double total = 0.0;
        for (size_t inversions = 0; inversions <= EXACT_INVERSIONS; inversions++) {
            for (size_t added = 0; added < n && added <= inversions; added++)
                density[n][inversions] += density[n - 1][inversions - added] / (double)n;
            total += density[n][inversions];
            shares[n][inversions] = total;
        }
    }
}

/* P(|S| >= |s|) for n distinct values in random order. */
static double exact_p(double s, size_t n)
{
    static InversionShares shares;
    static gsize ready = 0;

    if (g_once_init_enter(&ready)) {
        inversion_shares_fill(shares);
        g_once_init_leave(&ready, 1);
    }
    /* S = pairs - 2 × inversions, and its distribution is symmetric. */
    const double pairs = (double)n * (double)(n - 1) / 2.0;
    if (fabs(s) > pairs)
        return 0.0;
    return fmin(1.0, 2.0 * shares[n][(size_t)((pairs - fabs(s)) / 2.0)]);
}

/* The step between neighbouring S is 2, so half of it is taken off before comparing: `correction` is 1, or 0 for mid-p. */
static double normal_p(double s, double variance, double correction)
{
    const double corrected = fmax(0.0, fabs(s) - correction);

    return 2.0 * gsl_cdf_ugaussian_Q(corrected / sqrt(variance));
}

static double score(const double *values, size_t n, size_t *equal_pairs)
{
    gint64 s = 0;

    *equal_pairs = 0;
    for (size_t later = 1; later < n; later++)
        for (size_t earlier = 0; earlier < later; earlier++) {
            const bool rises = values[later] > values[earlier];
            const bool falls = values[later] < values[earlier];
            s += (gint64)rises - (gint64)falls;
            *equal_pairs += !rises && !falls;
        }
    return (double)s;
}

static double variance_term(double t)
{
    return t * (t - 1.0) * (2.0 * t + 5.0);
}

double mann_kendall_variance(const double *values, size_t n)
{
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;

    if (n < 2)
        return 0.0;
    double *sorted = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    double sum = variance_term((double)n);
    size_t start = 0;
    for (size_t i = 1; i <= n; i++)
        if (i == n || sorted[i] > sorted[start]) {
            sum -= variance_term((double)(i - start));
            start = i;
        }
    return sum / 18.0;
}

MannKendall mann_kendall_from_values(const double *values, size_t n)
{
    MannKendall test = {.method = MANN_KENDALL_NONE};

    if (n < 2)
        return test;
    size_t equal_pairs;
    const double s = score(values, n, &equal_pairs);
    const double pairs = (double)n * (double)(n - 1) / 2.0;
    test.s = measured(s);
    test.tau = measured(s / pairs);
    if (n < 3)
        return test;
    if (n <= EXACT_LONGEST && equal_pairs == 0) {
        test.method = MANN_KENDALL_EXACT;
        test.p = measured(exact_p(s, n));
        test.mid_p = mid_p(test.p.value, test.p.value - exact_p(fabs(s) + 2.0, n));
        return test;
    }
    const double variance = mann_kendall_variance(values, n);
    if (variance > 0.0) {
        test.method = MANN_KENDALL_NORMAL;
        test.p = measured(normal_p(s, variance, 1.0));
        test.mid_p = measured(normal_p(s, variance, 0.0));
    }
    return test;
}

const char *mann_kendall_method_word(MannKendallMethod method)
{
    static const char *const words[] = {
        [MANN_KENDALL_NONE] = "none",
        [MANN_KENDALL_EXACT] = "exact",
        [MANN_KENDALL_NORMAL] = "normal",
    };

    return words[method];
}
