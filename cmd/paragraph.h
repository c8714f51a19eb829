/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Running text for a terminal: wrapped by display width, and harmless. Names, sentences and pages
 * come from documents of the web: what would steer a terminal (escape sequences, controls,
 * overrides of the writing direction) is made visible as a replacement character.
 */
#ifndef CMD_PARAGRAPH_H
#define CMD_PARAGRAPH_H

#include <glib.h>
#include <stdbool.h>

/* The text without control characters; newlines stay with `lines`. The caller frees it. */
char *harmless(const char *text, bool lines);

/* How wide the terminal of standard output is; 100 where there is none. */
int paper_width(void);

/*
 * Prints text on standard output, wrapped at `width`: the first line begins after `lead`, the
 * others are indented as wide as that. Chinese may break anywhere but before closing punctuation,
 * other words only at spaces.
 */
void paragraph_print(const char *lead, const char *text, int width);

/* The same on a line of which `used` columns are printed already; the other lines are indented. */
void paragraph_continue(int used, int indent, const char *text, int width);

/* Prints a sentence (several: with newlines between them): wrapped on a terminal, one line each elsewhere. */
void sentence_print(const char *text);
void sentence_printf(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Prints what stands above a table or a list, bold with `color`. */
void heading_print(const char *text, bool color);

/* Where the next line of a text ends: at the last place that allows it, or at the width where none does. */
const char *paragraph_line_end(const char *text, int width);

#endif
