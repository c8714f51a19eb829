/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * MuPDF's device that draws a page into marks: glyphs, ruling lines, and what covers or carries them.
 *
 *     Drawing drawing = drawing_new();
 *     drawing.marks[…]->width = …                   the page as it lies in the file
 *     fz_device *device = pdf_device_new(context, &drawing);
 *     fz_run_page_contents(context, page, device, …);
 *     drawing_clear(&drawing);
 *
 * For paper_pdf.c, which loads the pages; these two are the only files that speak to MuPDF.
 */
#ifndef HISTORY_PDF_DEVICE_H
#define HISTORY_PDF_DEVICE_H

#include <mupdf/fitz.h>
#include <stdbool.h>

#include "history/marks.h"
#include "history/visible.h"

/* The four ways a page's text can be turned, as quarter turns of its reading direction. */
#define TURNS 4

/* A page as it is drawn. */
typedef struct {
    Marks *marks[TURNS]; /* by the direction of its text; strokes are all in the first */
    Visible *visible;    /* all glyphs, as they are drawn */
    GByteArray *turns;   /* for each of them in which marks it is */
    guint paths;
    bool too_many; /* glyphs: those beyond PDF_GLYPHS_MAX are left out */
} Drawing;

Drawing drawing_new(void);
void drawing_clear(Drawing *drawing);

/* Draws into the drawing, which has to outlive it. Throws where there are more than PDF_PATHS_MAX lines. */
fz_device *pdf_device_new(fz_context *context, Drawing *drawing);

/* The marks of the direction that most of the page's text reads in, with all lines seen from there; the drawing's. */
Marks *drawing_upright(Drawing *drawing);

#endif
