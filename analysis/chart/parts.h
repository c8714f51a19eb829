/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which parts of a whole get a colour of their own: the largest over all years together. The others are folded into one,
 * together with what the parts leave of a whole, so that every column reaches its whole.
 */
#ifndef ANALYSIS_CHART_PARTS_H
#define ANALYSIS_CHART_PARTS_H

#include "analysis/chart/chart.h"

enum { CHART_PARTS_MAX = 5 };

typedef struct {
    guint shown[CHART_PARTS_MAX]; /* indexes among the chart's parts, largest first */
    guint n;                      /* of them */
    bool rest;                    /* there are others: they come last, as number n */
    char *rest_name;
} ChartParts;

void chart_parts_init(ChartParts *parts, const Chart *chart);
void chart_parts_clear(ChartParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ChartParts, chart_parts_clear)

/* How many are drawn, the others among them; the name of one (borrowed); its amount in a year that has parts. */
guint chart_parts_count(const ChartParts *parts);
const char *chart_parts_name(const ChartParts *parts, const Chart *chart, guint number);
double chart_parts_amount(const ChartParts *parts, const ChartMoneyYear *year, guint number);

/* The newest year that has parts; NULL when none has. Borrowed. */
const ChartMoneyYear *chart_parts_newest(const Chart *chart);

#endif
