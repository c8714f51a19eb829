/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which font the charts are set in.
 */
#ifndef ANALYSIS_CHART_FONT_H
#define ANALYSIS_CHART_FONT_H

#include <glib.h>

/*
 * The family name of a font that covers Chinese: $YUSUAN_FONT when it is set, else the best of
 * those that fontconfig knows (`fc-list`; some 6 ms). NULL with CHART_ERROR_FONT, whose message
 * tells the user what to install; charts can be drawn without, their Chinese then depends on what
 * the viewer substitutes. The caller owns the result.
 */
char *chart_font_find(GError **error);

/* The best of a list as fc-list prints it, one face a line, its names divided by commas; NULL when
 * it has none. */
char *chart_font_from_list(const char *list);

#endif
