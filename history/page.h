/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A filing's text as pages and lines, before anything is understood of it.
 *
 * Where the file has structure (paper.h), its pages, lines and grids are known. In mere text pages are separated by form
 * feeds. Text that was copied page after page without them shows a new page as a line that begins with one space, where
 * all others begin at the margin. Page numbers and running headers are marked, so that sentences can be joined over them.
 */
#ifndef HISTORY_PAGE_H
#define HISTORY_PAGE_H

#include <glib.h>
#include <stdbool.h>

#include "history/paper.h"

typedef struct {
    int page; /* from 1 */
    int line; /* of the page, from 1 */
    char *text; /* plain spelling, spaces kept: character positions are the paper's where the text has a layout */
    bool furniture; /* a page number or running header: belongs to no sentence and no table */
    bool first_of_page; /* first printed line of its page */
    int grid;           /* index of the grid that it is a row of, -1 for a line of text */
} Line;

/* A grid among the lines: each of its printed rows is a line too, so that every figure has a place in its page. */
typedef struct {
    const Grid *grid;
    int page;
    guint first, end; /* its lines */
    int *line_of_row; /* line number in the page of each of the grid's rows, 0 for a blank one */
} DocumentGrid;

typedef struct {
    GPtrArray *pages; /* char*: text of each page as it was decoded */
    GPtrArray *lines; /* Line: printed ones only, blank lines left out */
    GArray *grids;    /* DocumentGrid, in reading order; none in a document of mere text */
    Paper *paper;     /* that the grids belong to; NULL for a document of mere text */
} Document;

/* Never fails: any text is some pages of lines. The caller frees it. */
Document *document_from_text(const char *text);

/* The same for a file that shows lines and grids. Takes the paper over. */
Document *document_from_paper(Paper *paper);
void document_free(Document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Document, document_free)

static inline const DocumentGrid *document_grid(const Document *document, guint index)
{
    return &g_array_index(document->grids, DocumentGrid, index);
}

static inline const Line *document_line(const Document *document, guint index)
{
    return g_ptr_array_index(document->lines, index);
}

#endif
