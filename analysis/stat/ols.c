/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/ols.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_statistics_double.h>

#include "analysis/stat/level.h"
#include "analysis/stat/scratch.h"

/* What has to be covered on one side for a two-sided interval of 95 %. */
static const double one_sided = 0.975;

/* The quantile is found by iteration, dearer than the whole fit, and asked for the same few n. */
static double student_quantile(size_t freedom)
{
    static double quantiles[SHORT_SERIES];
    static gsize ready = 0;

    if (freedom >= G_N_ELEMENTS(quantiles))
        return gsl_cdf_tdist_Pinv(one_sided, (double)freedom);
    if (g_once_init_enter(&ready)) {
        for (size_t i = 1; i < G_N_ELEMENTS(quantiles); i++)
            quantiles[i] = gsl_cdf_tdist_Pinv(one_sided, (double)i);
        g_once_init_leave(&ready, 1);
    }
    return quantiles[freedom];
}

static bool all_equal(const double *y, size_t n, double rounding)
{
    const double mean = gsl_stats_mean(y, 1, n);

    for (size_t i = 0; i < n; i++)
        if (!(fabs(y[i] - mean) <= rounding))
            return false;
    return true;
}

/* Fills in what the n - 2 degrees of freedom left over can say; the standard errors are there. */
static void fit_infer(OlsFit *fit)
{
    const double slope = fit->slope.value;
    const double error = fit->slope_error.value;
    const double reach = student_quantile(fit->freedom) * error;

    fit->slope_range = interval(slope - reach, slope + reach);
    if (error > 0.0)
        fit->p = measured(2.0 * gsl_cdf_tdist_Q(fabs(slope) / error, (double)fit->freedom));
    else if (fabs(slope) > 0.0)
        fit->p = measured(0.0); /* t is infinite; with slope 0 it is 0/0 */
}

/* The fit of y that are all the same, where least squares would find noise. */
static OlsFit fit_of_constant(const double *y, size_t n)
{
    OlsFit fit = {.slope = measured(0.0), .intercept = measured(gsl_stats_mean(y, 1, n))};

    if (n >= 3) {
        fit.freedom = n - 2;
        fit.slope_error = fit.intercept_error = fit.residual_sd = measured(0.0);
        fit_infer(&fit);
    }
    return fit;
}

OlsFit ols_fit(const double *x, const double *y, size_t n, double rounding)
{
    OlsFit fit = {0};
    double intercept, slope, cov00, cov01, cov11, residual_squares;

    if (n < 2 || gsl_fit_linear(x, 1, y, 1, n, &intercept, &slope, &cov00, &cov01, &cov11,
                                &residual_squares) != GSL_SUCCESS)
        return fit;
    if (!isfinite(slope) || !isfinite(intercept) || !isfinite(residual_squares))
        return fit; /* one x only, or an overflow */
    if (all_equal(y, n, rounding))
        return fit_of_constant(y, n);
    fit.slope = measured(slope);
    fit.intercept = measured(intercept);
    if (n == 2)
        return fit;

    const bool perfect = residual_squares <= (double)n * rounding * rounding;
    fit.freedom = n - 2;
    fit.slope_error = measured(perfect ? 0.0 : sqrt(cov11));
    fit.intercept_error = measured(perfect ? 0.0 : sqrt(cov00));
    fit.residual_sd = measured(perfect ? 0.0 : sqrt(residual_squares / (double)fit.freedom));
    fit.r_squared =
        measured(perfect ? 1.0 : fmax(0.0, 1.0 - residual_squares / gsl_stats_tss(y, 1, n)));
    if (fit.slope_error.known)
        fit_infer(&fit);
    return fit;
}

Interval ols_prediction_at_zero(const OlsFit *fit)
{
    if (!fit->residual_sd.known || !fit->intercept_error.known)
        return (Interval){0};
    const double error = hypot(fit->residual_sd.value, fit->intercept_error.value);
    const double reach = student_quantile(fit->freedom) * error;
    return interval(fit->intercept.value - reach, fit->intercept.value + reach);
}

Measured ols_prediction_p_at_zero(const OlsFit *fit, double y)
{
    if (!fit->residual_sd.known || !fit->intercept_error.known)
        return measured_none();
    const double error = hypot(fit->residual_sd.value, fit->intercept_error.value);
    if (!(error > 0.0))
        return measured_none();
    return measured(2.0 * gsl_cdf_tdist_Q(fabs(y - fit->intercept.value) / error, (double)fit->freedom));
}

LogTrend log_trend_from_series(const int *years, const double *values, size_t n)
{
    LogTrend trend = {0};
    double stack[2 * SHORT_SERIES];
    g_autofree double *heap = NULL;

    if (!values_all_positive(values, n))
        return trend;
    double *x = scratch(stack, G_N_ELEMENTS(stack), 2 * n, &heap);
    double *y = x + n;
    for (size_t i = 0; i < n; i++) {
        x[i] = (double)years[i] - (double)years[n - 1];
        /* Relative to the first value: a constant series is exactly 0 and comes back exactly. */
        const Measured growth = log_growth(values[0], values[i]);
        if (!growth.known)
            return trend; /* so far apart that the quotient overflows */
        y[i] = growth.value;
    }
    const double rounding = log_rounding(y, n);
    trend.fit = ols_fit(x, y, n, rounding);
    if (n >= 4) {
        const OlsFit before = ols_fit(x, y, n - 1, rounding);
        const Interval logs = ols_prediction_at_zero(&before);
        const double scale = values[0];
        if (logs.low.known)
            trend.newest = interval(scale * exp(logs.low.value), scale * exp(logs.high.value));
        trend.newest_p = ols_prediction_p_at_zero(&before, y[n - 1]);
    }
    return trend;
}
