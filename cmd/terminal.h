/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal that standard output goes to, and how much room a text takes there.
 */
#ifndef CMD_TERMINAL_H
#define CMD_TERMINAL_H

#include <stdbool.h>

/*
 * Looks at standard output once, before a pager may take its place: what is asked below is answered
 * for the terminal behind the pager.
 */
void terminal_measure(void);

/* How many columns the terminal has; 0 where standard output is none: nothing is cut there. */
int terminal_width(void);

/* Whether someone looks at standard output. */
bool terminal_is_output(void);

/* Whether the locale's characters are UTF-8: else charts are drawn in ASCII. */
bool terminal_knows_blocks(void);

/*
 * Columns that a text (UTF-8) takes: two for Chinese and emoji, none for combining marks and joiners.
 * What East Asian typography sets wide or narrow (“ ” — … ×) takes one, as terminals do it.
 */
int columns_of(const char *text);

#endif
