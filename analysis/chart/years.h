/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Years side by side, each with a place of equal width, gaps included; and figures at each place that never touch. Where
 * there are too many years for their figures, these first lose decimals, then turn to 亿元, and at last only every second or
 * third year has them, counted back from the newest.
 */
#ifndef ANALYSIS_CHART_YEARS_H
#define ANALYSIS_CHART_YEARS_H

#include "analysis/chart/canvas.h"
#include "analysis/chart/scale.h"

enum { CHART_YEARS_HEIGHT = 28 }; /* of the line of years */

typedef struct {
    int first, last;
    double left;  /* sheet coordinates */
    double slot;  /* pixels of one year */
    int stride;   /* every stride-th year has figures */
    int rate_stride; /* and rates */
    bool whole_rates; /* rates have no decimals */
} ChartYears;

/* From the first to the last year, between these sheet coordinates. */
ChartYears chart_years_between(int first, int last, double left, double right);

/* Makes the figures fit: changes the scale, and the stride where that is not enough. */
void chart_years_fit(ChartYears *years, ChartScale *scale, const double *figures, guint n, TextStyle style);

/* The same for rates in %: they lose their decimal first. NAN is no rate. */
void chart_years_fit_rates(ChartYears *years, const double *rates, guint n, bool sign, TextStyle style);
char *chart_years_rate(const ChartYears *years, double rate, bool sign);

/* Whether the year has figures, and rates; the middle of its place in sheet coordinates. */
bool chart_years_told(const ChartYears *years, int year);
bool chart_years_rated(const ChartYears *years, int year);
double chart_years_middle(const ChartYears *years, int year);

/* Places the plot: x in years, y as given; its bottom is y_low. */
void chart_years_place(const ChartYears *years, Canvas *canvas, double top, double bottom, double y_low, double y_high);

/* The year's name below the plot, "*" behind it when it is implied; a year without data says so, too. */
void chart_years_name(const ChartYears *years, Canvas *canvas, int year, bool known, bool implied);

#endif
