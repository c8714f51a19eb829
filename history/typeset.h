/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Glyphs as text: in lines by their baselines, from left to right, with spaces where the paper has gaps. A glyph that is
 * drawn twice in one place, to look bold, is one character.
 */
#ifndef HISTORY_TYPESET_H
#define HISTORY_TYPESET_H

#include "history/marks.h"

/* The lines (GArray of Glyph, from left to right) of glyphs, from the top down. White space is left out. */
GPtrArray *lines_from_glyphs(const GArray *glyphs);

/* A line's text; what it stands away from the margin and its gaps are spaces of half a character. The caller frees it. */
char *text_from_line(const GArray *line, float margin);

/* All lines' texts joined by '\n', without what stands around them; "" for no glyphs. The caller frees it. */
char *text_from_glyphs(const GArray *glyphs);

/* Where the leftmost line begins; 0 without lines. */
float lines_margin(const GPtrArray *lines);

/* How high a line stands. */
float line_middle(const GArray *line);

/* The runs (GArray of Glyph) that a line falls into by its wide gaps. */
GPtrArray *runs_of_line(const GArray *line);

/* The same; `narrow` parts at every space: headings of narrow columns nearly touch. */
GPtrArray *pieces_of_line(const GArray *line, bool narrow);

/* True for a figure as tables print amounts: with decimals or separators. */
bool run_is_figure(const GArray *run);

/* True for a code, or a name with a list number or a code in front. */
bool run_begins_row(const GArray *run);

/* Appends the baselines (float) of the lines that hold a figure or begin a row; returns how many hold a figure. */
guint figure_bases(const GArray *glyphs, GArray *bases);

/* Sorts baselines and joins those of one line. */
void bases_join(GArray *bases);

/* The runs (GArray of Glyph) of a single line that has several, a figure among them; NULL otherwise. */
GPtrArray *runs_of_figures(const GArray *glyphs);

/* Where the middle of a run is. */
float run_middle(const GArray *run);

#endif
