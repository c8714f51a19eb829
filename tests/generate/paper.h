/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages as a PDF's text comes out of an extractor:
 *   LAYOUT_RAW       one line a visual line, an empty line after each, and a space at the start of
 *                    a page's first line;
 *   LAYOUT_FORMFEED  the same words, no empty lines, form feeds between pages;
 *   LAYOUT_COLUMNS   columns kept apart by spaces, a character a place whatever its width, form
 *                    feeds between pages.
 */
#ifndef TESTS_GENERATE_PAPER_H
#define TESTS_GENERATE_PAPER_H

#include <glib.h>
#include <stdbool.h>

typedef enum { LAYOUT_RAW, LAYOUT_FORMFEED, LAYOUT_COLUMNS } Layout;

typedef struct {
    Layout layout;
    GString *text;
    int page;           /* counted from 1 */
    int line_on_page;   /* lines printed on it so far */
    int lines_per_page; /* when full, paper_line goes on to the next page by itself */
    bool page_numbers;  /* printed at the foot of some pages of running text */
    bool spaced_digits; /* a space between digits and Chinese characters */
    int paragraphs;
} Paper;

Paper *paper_new(Layout layout);
void paper_free(Paper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paper, paper_free)

void paper_new_page(Paper *paper);

/* One visual line, as it is. */
void paper_line(Paper *paper, const char *line);

/*
 * Running text, broken into lines as a page would: not within a number, no closing mark at a line's
 * start.
 */
void paper_paragraph(Paper *paper, const char *text);

/* Like paper_paragraph, without the indent of a paragraph: headings. */
void paper_heading(Paper *paper, const char *text);

/*
 * The text with a space wherever a digit or letter meets a Chinese character. The caller owns it.
 */
char *text_with_spaced_digits(const char *text);

#endif
