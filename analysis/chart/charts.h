/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the charts of a department say: from the ledger and the series to a Chart.
 *
 *   waterfall    from the year before to the year: explained, moved and unexplained change told apart
 *   composition  what the year's expenditure is made of, by class
 *   growth       growth by subject, on comparable bases; new subjects marked
 *   carryover    carried-over money within the budget, by year and by how long it has been carried
 *   trend        total expenditure, or one subject, over three years or more, with the interval expected
 *   totals       total expenditure over two years or more, stacked by class
 *   funds        revenue over two years or more, stacked by fund
 *   shares       the classes' shares over two years or more, and how far the structure moved
 *   unexplained  the unexplained share of material change, over two years or more
 *   three-public the three public expenses, by year, budget and accounts
 *   execution    approved, adjusted, executed, by year; the subjects farthest from their budget
 *   multiples    the course of each subject, a small panel each, with the interval expected of the newest year
 *   heat         growth of each subject in each year, on comparable bases
 *   peers        the department among those of the same kind, scope and year, indicator by indicator
 *
 * A title states the one thing to know, computed from the same figures as the picture, in the language set. To add
 * a chart: write its function in a charts_….c, declare it in charts_contents.h, and add its
 * row to the table in charts.c.
 */
#ifndef ANALYSIS_CHART_CHARTS_H
#define ANALYSIS_CHART_CHARTS_H

#include "analysis/chart/chart.h"
#include "analysis/department_year.h"

/* The names, in the order of the report, closed by NULL. */
const char *const *chart_names(void);

/*
 * The chart `name` of a year (0: the newest). `subject` is a code or a label (or a part of one that fits a single
 * subject) for the trend, NULL for the total; the other charts have no subject. The caller frees it with
 * chart_free(). `peers` may be NULL: then charts that need them have nothing to show. Fails with YUSUAN_ERROR_USAGE
 * for a name, year or subject that does not exist, and with CHART_ERROR_CONTENT, in a sentence that can be shown as it
 * is, when there is nothing such a chart could show.
 */
Chart *chart_from_department(const Department *department, int year, const char *name, const char *subject,
                             const Peers *peers, const Thresholds *thresholds, GError **error);

/* Whether a chart is drawn among peers, whose gathering reads the whole store: the others need none. */
bool chart_needs_peers(const char *name);

/* The same for whoever has the year at hand, with its peers in it. */
Chart *chart_from_department_year(const DepartmentYear *view, const char *name, const char *subject, GError **error);

#endif
