/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/size_line.h"

#include <glib.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>

#include "analysis/stat/level.h"
#include "analysis/stat/stat.h"

/* What one fit works with; GSL allocates all of it. */
typedef struct {
    gsl_matrix *design;
    gsl_vector *logs, *line;
    gsl_matrix *covariance;
    gsl_multifit_robust_workspace *work;
} Fit;

static void fit_clear(Fit *fit)
{
    g_clear_pointer(&fit->work, gsl_multifit_robust_free);
    g_clear_pointer(&fit->covariance, gsl_matrix_free);
    g_clear_pointer(&fit->line, gsl_vector_free);
    g_clear_pointer(&fit->logs, gsl_vector_free);
    g_clear_pointer(&fit->design, gsl_matrix_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Fit, fit_clear)

static bool fit_allocate(Fit *fit, size_t n)
{
    fit->design = gsl_matrix_alloc(n, 2);
    fit->logs = gsl_vector_alloc(n);
    fit->line = gsl_vector_alloc(2);
    fit->covariance = gsl_matrix_alloc(2, 2);
    fit->work = gsl_multifit_robust_alloc(gsl_multifit_robust_bisquare, n, 2);
    return fit->design != NULL && fit->logs != NULL && fit->line != NULL && fit->covariance != NULL && fit->work != NULL;
}

/* Sizes are measured from their mean, so that the two coefficients do not hang together. */
static double mean_log(const double *x, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += log(x[i]);
    return sum / (double)n;
}

static bool one_size_only(const double *x, size_t n, double centre)
{
    for (size_t i = 0; i < n; i++)
        if (fabs(log(x[i]) - centre) > 1e-9)
            return false;
    return true;
}

SizeLine size_line_from_points(const double *x, const double *y, size_t n)
{
    SizeLine result = {0};
    g_auto(Fit) fit = {0};

    stat_init();
    if (n < SIZE_LINE_LEAST || !values_all_positive(x, n) || !values_all_positive(y, n))
        return result;
    const double centre = mean_log(x, n);
    if (one_size_only(x, n, centre) || !fit_allocate(&fit, n))
        return result;
    for (size_t i = 0; i < n; i++) {
        gsl_matrix_set(fit.design, i, 0, 1.0);
        gsl_matrix_set(fit.design, i, 1, log(x[i]) - centre);
        gsl_vector_set(fit.logs, i, log(y[i]));
    }
    if (gsl_multifit_robust(fit.design, fit.logs, fit.line, fit.covariance, fit.work) != GSL_SUCCESS)
        return result;
    const gsl_multifit_robust_stats statistics = gsl_multifit_robust_statistics(fit.work);
    result.slope = measured(gsl_vector_get(fit.line, 1));
    result.intercept = measured(gsl_vector_get(fit.line, 0) - result.slope.value * centre);
    result.scale = measured(statistics.sigma_mad);
    return result;
}

static Measured log_excess(const SizeLine *line, double x, double y)
{
    if (!line->slope.known || !line->intercept.known || !(x > 0.0 && y > 0.0))
        return measured_none();
    return measured(log(y) - line->intercept.value - line->slope.value * log(x));
}

Measured size_line_excess(const SizeLine *line, double x, double y)
{
    const Measured excess = log_excess(line, x, y);
    return excess.known ? measured(100.0 * expm1(excess.value)) : excess;
}

Measured size_line_z(const SizeLine *line, double x, double y)
{
    const Measured excess = log_excess(line, x, y);
    /* On a perfect line the scale is the rounding of logarithms. */
    if (!excess.known || !line->scale.known || !(line->scale.value > 1e-12))
        return measured_none();
    return measured(excess.value / line->scale.value);
}
