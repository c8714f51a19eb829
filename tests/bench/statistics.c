/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/stat/stat.h"
#include "tests/bench/measure.h"

/* The ratio is measured on SERIES of them; how the time grows, on up to a million, each size RUNS_GROWING times. */
enum { YEARS = 10, SERIES = 20000, RUNS = 7, MILLION = 1000000, RUNS_GROWING = 3, SERIES_IN_R = 400 };

/* Keeps the compiler from leaving out what nobody reads. */
static volatile double sink;

/* Positive series with a trend and some noise, the same in every run. */
static void fill_series(double *values, int count)
{
    guint32 dice = 12345;
    for (int i = 0; i < count * YEARS; i++) {
        dice = dice * 1664525u + 1013904223u;
        values[i] = 100.0 + 5.0 * (i % YEARS) + (double)(dice >> 16) / 4096.0;
    }
}

/* Mann-Kendall's S with its normal p, Theil-Sen's slope with Sen's ranks: all pairs, the slopes sorted. */
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
    const double variance = YEARS * (YEARS - 1) * (2 * YEARS + 5) / 18.0;
    return gsl_stats_median_from_sorted_data(slopes, 1, count) + slopes[10] + slopes[35] +
           2 * gsl_cdf_ugaussian_Q(ABS(s) / sqrt(variance));
}

/* A log-linear fit of the first n years, with its interval and its t test. */
static double fit_of(const double *years, const double *logs, size_t n)
{
    double intercept, slope, var0, cov, var1, squares;
    gsl_fit_linear(years, 1, logs, 1, n, &intercept, &slope, &var0, &cov, &var1, &squares);
    double t = gsl_cdf_tdist_Pinv(0.975, (double)n - 2);
    return slope + t * sqrt(var1) + 2 * gsl_cdf_tdist_Q(fabs(slope) / sqrt(var1), (double)n - 2) + squares;
}

static double z_of_newest(const double *logs)
{
    double growths[YEARS - 1], work[YEARS - 1];
    for (int i = 1; i < YEARS; i++)
        growths[i - 1] = logs[i] - logs[i - 1];
    double newest = growths[YEARS - 2];
    double mad = gsl_stats_mad0(growths, 1, YEARS - 1, work);
    return (newest - gsl_stats_median(growths, 1, YEARS - 1)) / mad;
}

/* Pettitt's K and its approximate p. */
static double step_of(const double *values)
{
    int u = 0, k = 0;
    for (int t = 0; t + 1 < YEARS; t++) {
        for (int i = 0; i < YEARS; i++)
            u += (values[i] > values[t]) - (values[i] < values[t]);
        k = MAX(k, ABS(u));
    }
    return 2 * exp(-6.0 * k * k / (YEARS * YEARS * (YEARS + 1)));
}

/* What a program does that calls GSL for the same statistics of each series, and has no rule for what is missing. */
static double bare_loop(const double *years, const double *values)
{
    double sorted[YEARS], work[YEARS], logs[YEARS];
    for (int i = 0; i < YEARS; i++) {
        sorted[i] = values[i];
        logs[i] = log(values[i]);
    }
    gsl_sort(sorted, 1, YEARS);
    return gsl_stats_mean(values, 1, YEARS) + gsl_stats_sd(values, 1, YEARS) + fit_of(years, logs, YEARS) +
           fit_of(years, logs, YEARS - 1) + pairs_of(values) + gsl_stats_median_from_sorted_data(sorted, 1, YEARS) +
           gsl_stats_mad0(values, 1, YEARS, work) + z_of_newest(logs) + step_of(values);
}

static double seconds_of_own(const int *years, const double *values, int count)
{
    double start = measure_now();
    for (int i = 0; i < count; i++)
        sink = stat_row_from_series(years, values + (gsize)i * YEARS, YEARS).mean.value;
    return measure_now() - start;
}

static double seconds_of_bare(const double *years, const double *values, int count)
{
    double start = measure_now();
    for (int i = 0; i < count; i++)
        sink = bare_loop(years, values + (gsize)i * YEARS);
    return measure_now() - start;
}

/* The time a series takes does not depend on how many there are: ten thousand, a hundred thousand, a million. */
static void measure_growing(const int *years, const double *values)
{
    double first = 0;
    for (int count = MILLION / 100; count <= MILLION; count *= 10) {
        double runs[RUNS_GROWING];
        for (int run = 0; run < RUNS_GROWING; run++)
            runs[run] = 1e6 * seconds_of_own(years, values, count) / count;
        double each = measure_median(runs, RUNS_GROWING);
        first = first > 0 ? first : each;
        g_autofree char *name = g_strdup_printf("statistics, %d series", count);
        measure_print(name, each, "a series among 10000", first, "µs", 1.5);
    }
}

/* Seconds a series in R; 0 with a line that says so where there is no R. */
static bool seconds_in_r(double *seconds, GError **error)
{
    g_autofree char *program = g_find_program_in_path("Rscript");
    g_autofree char *count = g_strdup_printf("%d", SERIES_IN_R);
    *seconds = 0;
    if (program == NULL) {
        g_print("statistics against R: Rscript is not installed (Debian: r-base-core), left out\n");
        return true;
    }
    const char *const arguments[] = {program, "tests/bench/statistics.R", count, NULL};
    g_autoptr(GSubprocess) process = g_subprocess_newv(arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, error);
    g_autofree char *output = NULL;
    if (process == NULL || !g_subprocess_communicate_utf8(process, NULL, NULL, &output, NULL, error) ||
        !g_subprocess_wait_check(process, NULL, error))
        return false;
    *seconds = g_ascii_strtod(output, NULL);
    return true;
}

bool measure_statistics(const Bench *bench, GError **error)
{
    (void)bench;
    g_autofree double *values = g_new(double, MILLION * YEARS);
    int years[YEARS];
    double real_years[YEARS];
    double own[RUNS], bare[RUNS], in_r = 0;
    fill_series(values, MILLION);
    for (int i = 0; i < YEARS; i++)
        real_years[i] = years[i] = 2015 + i;
    for (int run = 0; run < RUNS; run++) {
        own[run] = seconds_of_own(years, values, SERIES);
        bare[run] = seconds_of_bare(real_years, values, SERIES);
    }
    const double each = 1e6 * measure_median(own, RUNS) / SERIES;
    measure_print("statistics, a ten-year series", each, "bare GSL loop", 1e6 * measure_median(bare, RUNS) / SERIES, "µs", 2);
    measure_growing(years, values);
    if (!seconds_in_r(&in_r, error))
        return false;
    if (in_r > 0)
        measure_print("the same in R, series by series", 1e6 * in_r, "statistics, a ten-year series", each, "µs", 0);
    return true;
}
