/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The places in filings that a report points to: each is shown once, with the lines around it when the filing came
 * with the text of its pages, and every finding that rests on it links there.
 */
#ifndef ANALYSIS_REPORT_PLACES_H
#define ANALYSIS_REPORT_PLACES_H

#include "analysis/report/block.h"
#include "history/department.h"

typedef struct Places Places;

/* The department must outlive it. */
Places *places_new(const Department *department);
void places_free(Places *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Places, places_free)

/* The filing that evidence names, by the id or else the name of one of its files; NULL when it is none of the department's. */
const Filing *places_filing(const Places *places, gint64 id, const char *file);

/*
 * Notes a place, its page counted as in the filing, and returns its anchor, which lives as long as `places`. `text` is
 * the sentence or figure there, `where` what it is a figure of ("" for a sentence): shown when the page's own lines are
 * not at hand. NULL when the place has no page, or when there are too many to show.
 */
const char *places_cite(Places *places, const Filing *filing, int page, int line, const char *where, const char *text);

/* The same for a figure of a table of ours: they leave room for what is found. */
const char *places_cite_figure(Places *places, const Filing *filing, int page, int line, const char *where, const char *text);

/* Appends an excerpt a page, by filing and page. False when nothing was cited. */
bool blocks_from_places(const Places *places, Blocks *blocks);

#endif
