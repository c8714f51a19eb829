/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/stat/stat.h"
#include "tests/bench/measure.h"

enum { YEARS = 10, SERIES = 20000, RUNS = 7 };

/* Keeps the compiler from leaving out what nobody reads. */
static volatile double sink;

/* Positive series with a trend and some noise, the same in every run. */
static void fill_series(double *values)
{
    guint32 dice = 12345;
    for (int i = 0; i < SERIES * YEARS; i++) {
        dice = dice * 1664525u + 1013904223u;
        values[i] = 100.0 + 5.0 * (i % YEARS) + (double)(dice >> 16) / 4096.0;
    }
}

/* Mann-Kendall's S and Theil-Sen's slope: all pairs, the slopes sorted. */
static double pairs_of(const double *values)
{
    double slopes[YEARS * (YEARS - 1) / 2];
    size_t count = 0;
    int s = 0;
    for (int i = 0; i < YEARS; i++)
        for (int k = i + 1; k < YEARS; k++) {
            slopes[count++] = (values[k] - values[i]) / (k - i);
            s += (values[k] > values[i]) - (values[k] < values[i]);
        }
    gsl_sort(slopes, 1, count);
    return gsl_stats_median_from_sorted_data(slopes, 1, count) + s;
}

/* The log-linear fit with its t test. */
static double fit_of(const double *years, const double *values)
{
    double logs[YEARS], intercept, slope, var0, cov, var1, squares;
    for (int i = 0; i < YEARS; i++)
        logs[i] = log(values[i]);
    gsl_fit_linear(years, 1, logs, 1, YEARS, &intercept, &slope, &var0, &cov, &var1, &squares);
    double t = gsl_cdf_tdist_Pinv(0.975, YEARS - 2);
    return slope + t * sqrt(var1) + 2 * gsl_cdf_tdist_Q(fabs(slope) / sqrt(var1), YEARS - 2);
}

/* What a program does that calls GSL for the main statistics of each series, and has no rule for what is missing. */
static double bare_loop(const double *years, const double *values)
{
    double sorted[YEARS], work[YEARS];
    for (int i = 0; i < YEARS; i++)
        sorted[i] = values[i];
    gsl_sort(sorted, 1, YEARS);
    return gsl_stats_mean(values, 1, YEARS) + gsl_stats_sd(values, 1, YEARS) + fit_of(years, values) + pairs_of(values) +
           gsl_stats_median_from_sorted_data(sorted, 1, YEARS) + gsl_stats_mad0(values, 1, YEARS, work);
}

bool measure_statistics(const Bench *bench, GError **error)
{
    (void)bench;
    (void)error;
    g_autofree double *values = g_new(double, SERIES * YEARS);
    int years[YEARS];
    double real_years[YEARS];
    fill_series(values);
    for (int i = 0; i < YEARS; i++)
        real_years[i] = years[i] = 2015 + i;
    double own[RUNS];
    double bare[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = measure_now();
        for (int i = 0; i < SERIES; i++)
            sink = stat_row_from_series(years, values + i * YEARS, YEARS).mean.value;
        own[run] = measure_now() - start;
        start = measure_now();
        for (int i = 0; i < SERIES; i++)
            sink = bare_loop(real_years, values + i * YEARS);
        bare[run] = measure_now() - start;
    }
    measure_print("statistics, a ten-year series", 1e6 * measure_median(own, RUNS) / SERIES, "bare GSL loop",
                  1e6 * measure_median(bare, RUNS) / SERIES, "µs", 2);
    return true;
}
