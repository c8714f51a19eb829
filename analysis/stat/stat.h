/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statistics of a yearly series, all in one row.
 *
 * This folder takes plain doubles and returns plain structs; it knows neither amounts nor
 * subjects nor the store, and is the only one that speaks to GSL. One file a family of
 * statistics:
 *
 *     measured.h       a result, or "not computable"
 *     level.h          mean, spread, growth
 *     ols.h            exponential trend, prediction interval of the newest year
 *     theil_sen.h      robust slope
 *     mann_kendall.h   test for a trend
 *     robust.h         median, MAD, outlyingness of the newest growth
 *     cutoff.h         how far out that must be, for few values (simulated)
 *     pettitt.h        test for a break
 *     structure.h      shares: concentration, structural change, distance
 *     multiplicity.h   many tests at once
 *     position.h       place in a group of peers
 *     size_line.h      what a department of its size would have
 *     stat.h           the row that exports and reports show
 *
 * To add a statistic: write its pair of files (doubles in, struct of Measured out, its source in
 * the header, its outside authority in its test); if it belongs to the row, add a field to
 * StatRow, a line to stat_columns and one to stat_row_from_series(), and a column to
 * tests/analysis/stat/reference.R.
 */
#ifndef YUSUAN_ANALYSIS_STAT_STAT_H
#define YUSUAN_ANALYSIS_STAT_STAT_H

#include <stddef.h>

#include "analysis/stat/level.h"
#include "analysis/stat/mann_kendall.h"
#include "analysis/stat/measured.h"
#include "analysis/stat/ols.h"
#include "analysis/stat/pettitt.h"
#include "analysis/stat/robust.h"
#include "analysis/stat/theil_sen.h"

/*
 * Over the years that are there; what is not computable is not known (see measured.h). Plain
 * value, nothing to free. Units: `value` is that of the series (万元), % is per cent, `log` is the
 * natural logarithm.
 */
typedef struct {
    size_t n;             /* years present */
    int first_year;       /* 0 when n is 0 */
    int last_year;
    Measured first;       /* value of the first year; n >= 1 */
    Measured last;        /* value of the newest year; n >= 1 */
    Measured mean;        /* value; n >= 1 */
    Measured sd;          /* value, divisor n - 1; n >= 2 */
    Measured cv;          /* ratio sd / mean; mean > 0 */
    Measured last_growth; /* %; from the year just before the newest, if present and > 0 */
    Measured cagr;        /* % a year over the real span; first > 0, last >= 0, n >= 2 */
    Measured ols_slope;   /* log a year; n >= 2, all values > 0 */
    Measured ols_lo;      /* its 95 % interval; n >= 3 */
    Measured ols_hi;
    Measured ols_p;       /* two-sided, Student's t; n >= 3, not constant */
    Measured r2;          /* of the log-linear fit; n >= 3, not constant */
    Measured sen_slope;   /* value a year; n >= 2 */
    Measured sen_lo;      /* its 95 % interval; n >= 3 */
    Measured sen_hi;
    Measured mk_s;        /* whole number; n >= 2 */
    Measured mk_tau;      /* mk_s / (n(n-1)/2) */
    Measured mk_p;        /* two-sided; see mk_method */
    MannKendallMethod mk_method;
    Measured median;      /* value; n >= 1 */
    Measured mad;         /* value, unscaled; n >= 1 */
    Measured last_z;      /* of the newest log growth; all values > 0, 2 growths or more */
    Measured pi_lo;       /* value; 95 % prediction interval of the newest year; n >= 4, all > 0 */
    Measured pi_hi;
    Measured mk_mid_p;     /* of Mann-Kendall, for tests of many */
    Measured last_z_level; /* how unusual last_z is among so many growths (cutoff.h); 3 or more */
    Measured pi_p;         /* two-sided p of the newest year on the trend of those before */
    Measured pettitt_k;    /* whole number; n >= 3, not constant */
    Measured pettitt_year; /* the first year after the break */
    Measured pettitt_p;    /* exact for n <= 12 */
} StatRow;

/* A Measured field of the row: its name in exports and its place in the struct. */
typedef struct {
    const char *name;
    size_t offset;
} StatColumn;

/*
 * All of them, in the order of the `stats` export, which puts mk_method after mk_p, and the shares after pi_hi.
 */
extern const StatColumn stat_columns[];
extern const size_t stat_columns_count;

/* The field of `row` that `column` names; lives in the row. */
const Measured *stat_row_field(const StatRow *row, const StatColumn *column);

/*
 * Switches GSL's own error handler off, which would abort the program; errors come back as "not
 * computable". Once at the start, before anything of this folder; more often does no harm.
 * stat_row_from_series() calls it.
 */
void stat_init(void);

/*
 * All statistics of `n` years (n may be 0). The caller guarantees distinct, ascending years,
 * which may have gaps, and finite values; a series that breaks this is a mistake of ours,
 * reported as GLib does, and gives an empty row. No memory is allocated for up to 64 years. Safe
 * in several threads.
 */
StatRow stat_row_from_series(const int *years, const double *values, size_t n);

/*
 * Whether a prediction interval (of the same unit at both ends) is so wide that lying within it says nothing: it ends at more
 * than four times where it starts, which is half to double of its middle. Three years before the newest give such intervals.
 */
bool interval_says_little(double low, double high);

#endif
