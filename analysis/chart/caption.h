/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text in a picture: made harmless, measured, wrapped and shortened.
 *
 * gnuplot tells nobody how wide a text will be, so widths are estimated in em (the width of one
 * Chinese character; multiply by the font size). The estimates lean to the wide side for the
 * sans-serif fonts that charts use.
 */
#ifndef ANALYSIS_CHART_CAPTION_H
#define ANALYSIS_CHART_CAPTION_H

#include <glib.h>

/*
 * One line of valid UTF-8 without control, direction or zero-width characters. Runs of white space
 * become one space, ends are trimmed, private-use characters and emoji become a visible box. NULL gives "".
 * The caller owns the result.
 */
char *caption_clean(const char *text);

/*
 * The text as a single-quoted gnuplot string, cleaned first. Inside those quotes gnuplot interprets
 * nothing; a quote in the text becomes the typographic ’, because gnuplot reads three in a row
 * (''') wrongly.
 */
char *caption_quote(const char *text);

/* Estimated width in em of cleaned text. */
double caption_width(const char *text);

/*
 * The text in at most `max_lines` lines of at most `max_width` em, cleaned. What does not fit ends
 * in "…". No line begins with a closing mark or ends with an opening one; words and numbers stay
 * whole where that costs less than half a line. At least one line, perhaps empty. The caller frees
 * with g_strfreev().
 */
char **caption_wrap(const char *text, double max_width, guint max_lines);

/* Width in em of the widest of some lines. */
double caption_widest(char *const *lines);

#endif
