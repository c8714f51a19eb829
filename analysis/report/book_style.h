/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the cells of a workbook look, a row of a table for each look; blue and grey are those of the charts. */
#ifndef ANALYSIS_REPORT_BOOK_STYLE_H
#define ANALYSIS_REPORT_BOOK_STYLE_H

#include "analysis/report/book.h"

typedef enum { SIDE_LEFT, SIDE_CENTRE, SIDE_RIGHT } Side;

typedef struct {
    const char *number; /* format of a number; NULL: as it comes */
    const char *fine;   /* the same with more than two decimals */
    guint32 ink, fill;  /* 0xRRGGBB; fill 0: none */
    double size;        /* of the font, in points */
    Side side;
    bool bold, italic, wrapped, boxed;
} BookStyle;

extern const BookStyle book_styles[LOOKS];

#endif
