/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/pettitt.h"

#include <glib.h>
#include <gsl/gsl_sort_double.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/stat/scratch.h"

enum {
    SETS = 1 << PETTITT_EXACT_LONGEST,
    LARGEST_K = PETTITT_EXACT_LONGEST * PETTITT_EXACT_LONGEST / 4,
};

/*
 * The share of the orders of n things in which |U| never passes `limit`. The things have the doubled midranks `ranks`, and
 * U of a set of t of them standing first is t (n + 1) less the sum of these. A set is a number, its things the bits of it.
 */
static double share_within(const int *ranks, size_t n, int limit)
{
    double orders[SETS]; /* as a share of the orders of the set */
    int sums[SETS];

    orders[0] = 1.0;
    sums[0] = 0;
    for (unsigned set = 1; set < 1u << n; set++) {
        const unsigned lowest = set & (~set + 1);
        const int size = __builtin_popcount(set);
        sums[set] = sums[set ^ lowest] + ranks[__builtin_ctz(set)];
        orders[set] = 0.0;
        if (abs(size * ((int)n + 1) - sums[set]) > limit)
            continue;
        for (unsigned left = set; left != 0; left &= left - 1)
            orders[set] += orders[set ^ (left & (~left + 1))];
        orders[set] /= size;
    }
    return orders[(1u << n) - 1];
}

/* P(K >= k) for n different values, by n and k. */
typedef double Tails[PETTITT_EXACT_LONGEST + 1][LARGEST_K + 1];

static void tails_fill(Tails tails, size_t n)
{
    int ranks[PETTITT_EXACT_LONGEST];

    for (size_t i = 0; i < n; i++)
        ranks[i] = 2 * (int)(i + 1);
    for (int k = 1; k <= LARGEST_K; k++)
        tails[n][k] = fmax(0.0, 1.0 - share_within(ranks, n, k - 1));
}

/* Of different values it is the same for every series: made once for each n. */
static double tail_of_different(size_t n, int k)
{
    static Tails tails;
    static gsize ready[PETTITT_EXACT_LONGEST + 1];

    if (g_once_init_enter(&ready[n])) {
        tails_fill(tails, n);
        g_once_init_leave(&ready[n], 1);
    }
    return tails[n][k];
}

/* Twice the rank of each of the sorted values, the mean rank for equal ones. True when all are different. */
static bool double_ranks(const double *sorted, size_t n, int *ranks)
{
    bool different = true;

    for (size_t start = 0, end; start < n; start = end) {
        for (end = start + 1; end < n && !(sorted[end] > sorted[start]); end++)
            different = false;
        for (size_t i = start; i < end; i++)
            ranks[i] = (int)(start + 1 + end);
    }
    return different;
}

static double exact_p(const double *sorted, size_t n, int k)
{
    int ranks[PETTITT_EXACT_LONGEST];

    if (k == 0)
        return 1.0;
    if (double_ranks(sorted, n, ranks))
        return tail_of_different(n, k);
    return fmax(0.0, 1.0 - share_within(ranks, n, k - 1));
}

static double approximate_p(double k, double n)
{
    return fmin(1.0, 2.0 * exp(-6.0 * k * k / (n * n * n + n * n)));
}

/* U(t) = U(t - 1) + the sum of sgn(other - value t) over all others. */
static gint64 largest_u(const double *values, size_t n, size_t *before)
{
    gint64 u = 0, largest = 0;

    for (size_t t = 0; t + 1 < n; t++) {
        for (size_t other = 0; other < n; other++)
            u += (gint64)(values[other] > values[t]) - (gint64)(values[other] < values[t]);
        if (ABS(u) > largest) {
            largest = ABS(u);
            *before = t + 1;
        }
    }
    return largest;
}

Pettitt pettitt_from_values(const double *values, size_t n)
{
    Pettitt test = {.before = 0};
    double stack[SHORT_SERIES];
    g_autofree double *heap = NULL;

    if (n < PETTITT_LEAST)
        return test;
    double *sorted = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
    memcpy(sorted, values, n * sizeof *sorted);
    gsl_sort(sorted, 1, n);
    if (!(sorted[n - 1] > sorted[0]))
        return test;
    const gint64 k = largest_u(values, n, &test.before);
    test.k = measured((double)k);
    test.p = measured(n <= PETTITT_EXACT_LONGEST ? exact_p(sorted, n, (int)k) : approximate_p((double)k, (double)n));
    return test;
}
