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
Chart *multiples_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *heat_from_year(const DepartmentYear *view, const char *subject, GError **error);
Chart *peers_from_year(const DepartmentYear *view, const char *subject, GError **error);

/* Sets CHART_ERROR_CONTENT and returns NULL, so that a maker can return it. */
Chart *chart_content_missing(GError **error, const char *why);

/* A chart with its title, and with subtitle and source note said alike in all of them. Takes the title. */
Chart *chart_of_year(const DepartmentYear *view, ChartKind kind, const char *name, char *title);

#endif
