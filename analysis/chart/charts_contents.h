/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the chart contents only: one function a chart, and what they share.
 */
#ifndef ANALYSIS_CHART_CHARTS_CONTENTS_H
#define ANALYSIS_CHART_CHARTS_CONTENTS_H

#include "analysis/chart/charts.h"

/* NULL with CHART_ERROR_CONTENT when the year has nothing for it. `subject` may be NULL. */
Chart *waterfall_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *composition_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *growth_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *carryover_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *trend_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *totals_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *funds_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *shares_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *unexplained_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *three_public_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *execution_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *multiples_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *heat_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *peers_from_year(const DepartmentYear *view, const char *subject, GError **error);

/* Sets CHART_ERROR_CONTENT and returns NULL, so that a maker can return it. */
Chart *chart_content_missing(GError **error, const char *why);

/* A chart with its title, and with subtitle and source note said alike in all of them. Takes the title. */
Chart *chart_of_year(const DepartmentYear *view, ChartKind kind, const char *name, char *title);

/* The source of a picture of several years: they rest on several filings. Nothing for 0, and for one year. */
void chart_note_years(Chart *chart, int first_filed, int last_filed);

/* An amount (万元) for a title, in the unit that the picture of such a largest amount has: 1,183.05 万元, 12.35 亿元. */
char *chart_amount_say(double amount, double largest);

#endif
