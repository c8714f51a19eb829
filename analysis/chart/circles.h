/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gnuplot writes a circle into an SVG as a polygon and a path of some 120 corners each, 4 kB a dot. A report with the
 * dots of a hundred departments would be a megabyte of corners.
 */
#ifndef ANALYSIS_CHART_CIRCLES_H
#define ANALYSIS_CHART_CIRCLES_H

/* The same picture with <circle> for each of them; everything else as it was. The caller owns it. */
char *svg_with_circles(const char *svg);

#endif
