/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From marks to a page: lines of text and grids of cells, from the top down.
 *
 * Ruling lines that cross make a grid (ruling.h); text inside goes to its cells, by where the middle of each glyph
 * stands; the rest is set in lines by its baselines. A row of a grid whose figures stand on several baselines has lost
 * the lines between them and is cut there. Text that stands in columns without lines around it becomes a grid by
 * where its figures stand (spacing.h).
 */
#ifndef HISTORY_LAYOUT_H
#define HISTORY_LAYOUT_H

#include "history/marks.h"
#include "history/paper.h"

/* False when its lines are too many to be looked at: what they rule is read as if there were none. */
bool page_from_marks(const Marks *marks, PaperPage *page);

#endif
