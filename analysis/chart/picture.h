/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files that charts are written to: which terminal of gnuplot draws them, at which size, and
 * what a finished one looks like.
 */
#ifndef ANALYSIS_CHART_PICTURE_H
#define ANALYSIS_CHART_PICTURE_H

#include "analysis/chart/script.h"

typedef struct {
    const char *suffix;
    const char *terminal; /* without size and font; NULL for the script itself */
    const char *unit;     /* that gnuplot wants lengths in */
    double scale;         /* lengths for each pixel of the sheet */
    double fontscale;     /* 0: the terminal takes font sizes for pixels as they are */
    double linewidth;
    const char *magic; /* what a file of this format begins with */
} PictureFormat;

/* By the end of the name, whatever its case; NULL when it is none of .png .svg .pdf .gp. */
const PictureFormat *picture_format_from_path(const char *path);

/* A font's name reduced to what names of fonts are made of; "Sans" when nothing is left. The caller
 * owns it. */
char *picture_font(const char *wish);

/* The chart's script with everything before and after it that the format needs. It writes
 * <name><suffix>. */
char *picture_script(const PictureFormat *format, const ChartScript *script, const char *font,
                     const char *name);

/* The same for a reader: says how it is run, and draws an SVG. */
char *picture_script_alone(const ChartScript *script, const char *font, const char *name);

/* Whether the bytes are a picture of that format, as far as its first bytes and its size tell. */
bool picture_plausible(const PictureFormat *format, const char *bytes, gsize length);

/*
 * gnuplot's SVG names a bold face as "Family:Bold", which no browser understands, and one family
 * alone, which a reader may not have. This says both as SVG does, and circles as circles (circles.h). The caller owns
 * the result.
 */
char *picture_svg_repair(const char *svg, const char *font);

#endif
