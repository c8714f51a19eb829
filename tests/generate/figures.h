/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printed figures from integers of yuan, as a careful clerk would print them: each one rounded by
 * itself, half away from zero. Nothing here is shared with the program under test, so that a
 * mistake there cannot hide here.
 */
#ifndef TESTS_GENERATE_FIGURES_H
#define TESTS_GENERATE_FIGURES_H

#include <glib.h>
#include <stdbool.h>

/* Hundredths of 万元 (that is, hundreds of yuan), rounded half away from zero. */
gint64 figure_from_yuan(gint64 yuan);

/* "1,234.50" or "1234.50", in 万元 with two decimals. The caller owns the text. */
char *figure_text(gint64 yuan, bool separators);

/*
 * part / whole in %, two decimals, rounded half up in size: "30.42". whole must not be 0. The
 * caller owns the text.
 */
char *rate_text(gint64 part, gint64 whole);

/*
 * "12.34" from 1234 hundredths: for rates that are printed wrong on purpose. The caller owns the
 * text.
 */
char *hundredths_text(gint64 hundredths);

/*
 * Hundredths of a % nearest to part / whole; and its neighbour on the other side of the true value.
 */
gint64 rate_nearest(gint64 part, gint64 whole);
gint64 rate_other_side(gint64 part, gint64 whole);

/*
 * Can the printed rate (hundredths of %) be the rate of two printed amounts (hundredths of 万元),
 * each standing for any value within half a step of it? Half steps of the amounts are given, as a
 * base got by subtraction has a wider one.
 */
bool rate_is_possible(gint64 part, gint64 whole, gint64 whole_half_steps, gint64 rate);

#endif
