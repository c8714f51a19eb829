/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing charts with gnuplot: one process for all charts of a report, since starting it costs more
 * than drawing.
 *
 *     g_autoptr(Gnuplot) gnuplot = gnuplot_start(&error);
 *     gnuplot_draw(gnuplot, chart, "charts/variance.svg", &error);
 *     …
 *     gnuplot_finish(g_steal_pointer(&gnuplot), &error);
 *
 * A chart that fails never takes the others with it: its error says why (CHART_ERROR_FAILED,
 * CHART_ERROR_HUNG) and where its script was kept, and the next chart gets a fresh process, but for
 * a hang: what made gnuplot hang would cost every other chart the time limit, too. Without
 * gnuplot, gnuplot_start() fails with CHART_ERROR_MISSING and the report goes on without pictures.
 *
 * gnuplot never sees a path of the user's: it draws inside a temporary folder of its own, and the
 * finished picture is then put in its place whole, or not at all. It reads no start-up file, has no
 * terminal, and its environment names no other terminal type. Not for use from two threads at once.
 */
#ifndef ANALYSIS_CHART_GNUPLOT_H
#define ANALYSIS_CHART_GNUPLOT_H

#include "analysis/chart/chart.h"

typedef struct Gnuplot Gnuplot;

/* The program is $YUSUAN_GNUPLOT, else "gnuplot" in the path. NULL with CHART_ERROR_MISSING or
 * CHART_ERROR_FAILED. */
Gnuplot *gnuplot_start(GError **error);

/* Font family of all following charts (chart_font_find()); NULL or none: "Sans". */
void gnuplot_set_font(Gnuplot *gnuplot, const char *family);

/* Milliseconds without progress after which gnuplot is killed; 30,000 at first. */
void gnuplot_set_limit(Gnuplot *gnuplot, guint milliseconds);

/*
 * Draws a chart into a file: .png, .svg or .pdf by the end of its name, or .gp for the script alone
 * (for which `gnuplot` may be NULL). The folder must exist; a file in the way is replaced. False
 * with any of CHART_ERROR.
 */
bool gnuplot_draw(Gnuplot *gnuplot, const Chart *chart, const char *path, GError **error);

/*
 * Ends the process and frees all. False with CHART_ERROR_FAILED or CHART_ERROR_HUNG when it did not
 * end well, which does not touch the pictures already drawn. NULL is no error.
 */
bool gnuplot_finish(Gnuplot *gnuplot, GError **error);

void gnuplot_free(Gnuplot *gnuplot); /* gnuplot_finish() for those who do not ask how it ended */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Gnuplot, gnuplot_free)

#endif
