/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/stat.h"

#include <glib.h>
#include <gsl/gsl_errno.h>

#define COLUMN(field) {#field, offsetof(StatRow, field)}

const StatColumn stat_columns[] = {
    COLUMN(first),     COLUMN(last),   COLUMN(mean),   COLUMN(sd),        COLUMN(cv),
    COLUMN(last_growth), COLUMN(cagr), COLUMN(ols_slope), COLUMN(ols_lo), COLUMN(ols_hi),
    COLUMN(ols_p),     COLUMN(r2),     COLUMN(sen_slope), COLUMN(sen_lo), COLUMN(sen_hi),
    COLUMN(mk_s),      COLUMN(mk_tau), COLUMN(mk_p),   COLUMN(median),    COLUMN(mad),
    COLUMN(last_z),    COLUMN(pi_lo),  COLUMN(pi_hi),  COLUMN(mk_mid_p),  COLUMN(last_z_level),
    COLUMN(pi_p),      COLUMN(pettitt_k), COLUMN(pettitt_year), COLUMN(pettitt_p),
};

const size_t stat_columns_count = G_N_ELEMENTS(stat_columns);

const Measured *stat_row_field(const StatRow *row, const StatColumn *column)
{
    return (const Measured *)(const void *)((const char *)row + column->offset);
}

void stat_init(void)
{
    static gsize ready = 0;

    if (g_once_init_enter(&ready)) {
        gsl_set_error_handler_off();
        g_once_init_leave(&ready, 1);
    }
}

static bool series_is_proper(const int *years, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]) || (i > 0 && years[i] <= years[i - 1]))
            return false;
    return true;
}

static void row_take_growth(StatRow *row, const int *years, const double *values, size_t n)
{
    if (n < 2)
        return;
    const double span = (double)row->last_year - (double)row->first_year;
    row->cagr = compound_growth_percent(values[0], values[n - 1], span);
    if ((gint64)years[n - 1] - years[n - 2] == 1)
        row->last_growth = growth_percent(values[n - 2], values[n - 1]);
    const NewestGrowth newest = newest_growth_from_series(years, values, n);
    row->last_z = newest.z;
    row->last_z_level = newest.level;
}

static void row_take_position(StatRow *row, const double *values, size_t n)
{
    const Level level = level_from_values(values, n);
    const Spread spread = spread_from_values(values, n);

    row->mean = level.mean;
    row->sd = level.sd;
    row->cv = level.cv;
    row->median = spread.median;
    row->mad = spread.mad;
}

static void row_take_trend(StatRow *row, const int *years, const double *values, size_t n)
{
    const LogTrend trend = log_trend_from_series(years, values, n);
    const TheilSen robust = theil_sen_from_series(years, values, n);
    const MannKendall test = mann_kendall_from_values(values, n);
    const Pettitt step = pettitt_from_values(values, n);

    row->ols_slope = trend.fit.slope;
    row->ols_lo = trend.fit.slope_range.low;
    row->ols_hi = trend.fit.slope_range.high;
    row->ols_p = trend.fit.p;
    row->r2 = trend.fit.r_squared;
    row->pi_lo = trend.newest.low;
    row->pi_hi = trend.newest.high;
    row->pi_p = trend.newest_p;
    row->sen_slope = robust.slope;
    row->sen_lo = robust.range.low;
    row->sen_hi = robust.range.high;
    row->mk_s = test.s;
    row->mk_tau = test.tau;
    row->mk_p = test.p;
    row->mk_method = test.method;
    row->mk_mid_p = test.mid_p;
    row->pettitt_k = step.k;
    row->pettitt_p = step.p;
    if (step.before > 0)
        row->pettitt_year = measured(years[step.before]);
}

StatRow stat_row_from_series(const int *years, const double *values, size_t n)
{
    StatRow row = {0};

    g_return_val_if_fail(series_is_proper(years, values, n), row);
    stat_init();
    if (n == 0)
        return row;
    row.n = n;
    row.first_year = years[0];
    row.last_year = years[n - 1];
    row.first = measured(values[0]);
    row.last = measured(values[n - 1]);
    row_take_position(&row, values, n);
    row_take_growth(&row, years, values, n);
    row_take_trend(&row, years, values, n);
    return row;
}

bool interval_says_little(double low, double high)
{
    const double widest = 4.0;
    return !(high <= widest * low);
}
