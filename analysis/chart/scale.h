/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as a picture shows them: the unit that suits their size, their printed form, and the
 * round values an axis is divided at. Printed forms never depend on the locale.
 */
#ifndef ANALYSIS_CHART_SCALE_H
#define ANALYSIS_CHART_SCALE_H

#include "analysis/chart/chart.h"

typedef struct {
    double divisor;   /* a chart's figure over this is the figure shown */
    const char *unit; /* owned by the chart or static */
    int decimals;     /* 2, until a drawing short of room says 0 */
} ChartScale;

/* 万元, or 亿元 where the largest figure reaches 100,000 万元; the chart's own unit is left as it
 * is. */
ChartScale chart_scale_choose(const Chart *chart, double largest);

/* 亿元, whatever the size; and whether a scale is 万元, which a drawing short of room may turn to 亿元. */
ChartScale chart_scale_large(void);
bool chart_scale_is_small(ChartScale scale);

/* "1,510.00"; with `sign` also "+183.05". Minus is U+2212. A figure too small for its decimals is
 * "≈0". */
char *chart_amount_text(ChartScale scale, double amount, bool sign);

/*
 * For titles: "1,700.46 万元", or in 亿元 where the chart is, whose largest figure (万元) is given. In English without a unit where
 * that is 万元, as the chart's corner has it.
 */
char *chart_wan_yuan_said(double amount, double largest, bool sign);

/* "+20.8 %", one decimal; from 1,000 % none; beyond ±99,999 % only that. */
char *chart_percent_text(double percent, bool sign);

/* The same without decimals. */
char *chart_percent_whole(double percent, bool sign);

/* The smallest round step (1, 2, 2.5 or 5 times a power of ten) of which `parts` cover a span. Span
 * > 0. */
double chart_step_round(double span, guint parts);

/* The tick's text: thousands separated, as many decimals as its step needs. */
char *chart_tick_text(double value, double step);

#endif
