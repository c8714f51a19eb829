/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside chart.c only: the items that hold more than a label and a figure, and what makes one drawable.
 */
#ifndef ANALYSIS_CHART_CHART_ITEMS_H
#define ANALYSIS_CHART_CHART_ITEMS_H

#include "analysis/chart/chart.h"

/* More years than this on one axis is a mistake of the caller's (a year 0 among years 2020). */
enum { CHART_LONGEST_SPAN = 200 };

/* Finite, and far from where doubles overflow in the arithmetic of a drawing. */
bool chart_amount_drawable(double amount);
bool chart_amount_drawable_or_unknown(double amount);

void chart_panel_clear(void *panel);
void chart_heat_row_clear(void *row);
void chart_peer_row_clear(void *row);

/* Figures alone; the years are looked at across all items. */
bool chart_panel_drawable(const ChartPanel *panel);
bool chart_heat_row_drawable(const ChartHeatRow *row);
bool chart_peer_row_drawable(const ChartPeerRow *row);

/* Ascending, and near enough to each other for one axis. */
bool chart_panels_share_years(const Chart *chart);
bool chart_heat_rows_share_years(const Chart *chart);

#endif
