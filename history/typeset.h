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

/* Appends the baselines (float) of the lines that are one figure with decimals or separators; returns how many. */
guint figure_bases(const GArray *glyphs, GArray *bases);

/* Sorts baselines and joins those of one line. */
void bases_join(GArray *bases);

/*
 * The runs (GArray of Glyph) that a single line falls into by its wide gaps, when two of them or more are figures;
 * NULL otherwise.
 */
GPtrArray *runs_of_figures(const GArray *glyphs);

/* Where the middle of a run is. */
float run_middle(const GArray *run);

#endif
