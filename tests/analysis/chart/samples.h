/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts of an invented department, one a kind, with what real ones have: long names, a base of
 * zero, a rate far beyond the others, missing and implied years. Every suite that needs a chart
 * takes one of these.
 */
#ifndef TESTS_ANALYSIS_CHART_SAMPLES_H
#define TESTS_ANALYSIS_CHART_SAMPLES_H

#include "analysis/chart/chart.h"

/* The caller frees. Named "sample-waterfall" and so on. */
Chart *sample_chart(ChartKind kind);

/* The same kind with text that would be a command, a terminator or a markup if it were not quoted.
 */
Chart *sample_hostile(ChartKind kind);

/* The texts it uses; NULL ends them. */
extern const char *const SAMPLE_HOSTILE_TEXTS[];

/* The script's text of a chart, which must be drawable; the caller frees it. */
char *sample_script(const Chart *chart);

/* Whether the script has this line, whole. */
bool sample_script_has(const char *script, const char *line);

/* Whether the script puts this text somewhere as a label. */
bool sample_script_shows(const char *script, const char *text);

#endif
