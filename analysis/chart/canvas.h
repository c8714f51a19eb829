/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet a chart is laid out on, and the gnuplot commands that put things there.
 *
 * Two systems of coordinates. *Sheet* coordinates are pixels from the top left corner of a
 * sheet 720 pixels wide, as tall as its rows need. *Data* coordinates are the chart's own, valid
 * once canvas_axes() has placed the plot. Nothing leaves the sheet: callers measure text (style.h,
 * caption.h) before they place it.
 *
 * The script names no terminal, no output file and no font; it reads the font's name from the
 * gnuplot variable `face`, which whoever runs the script sets. Text of documents reaches it through
 * caption_quote() alone, numbers as inline data.
 */
#ifndef ANALYSIS_CHART_CANVAS_H
#define ANALYSIS_CHART_CANVAS_H

#include <glib.h>

#include "analysis/chart/style.h"

enum { SHEET_WIDTH = 720, SHEET_MARGIN = 24 };

typedef enum { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } Align;

typedef struct {
    GString *script; /* settings, then inline data */
    GString *plots;  /* the elements of the one plot command */
    double height;
    double body_top;    /* first pixel below title and legend (sheet.h) */
    double body_bottom; /* first pixel of the footer (sheet.h) */
    /* The plot, in sheet coordinates and in data coordinates; y_low stands at its bottom. */
    double left, right, top, bottom;
    double x_low, x_high, y_low, y_high;
    guint n_labels;
    guint n_objects;
    guint n_arrows;
} Canvas;

void canvas_init(Canvas *canvas, double height);
void canvas_clear(Canvas *canvas);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Canvas, canvas_clear)

/* The whole script, with the plot command at its end; the caller owns it. */
char *canvas_finish(Canvas *canvas);

/* Places the plot on the sheet, and says which data coordinates its edges have. */
void canvas_place(Canvas *canvas, double left, double top, double right, double bottom);
void canvas_axes(Canvas *canvas, double x_low, double x_high, double y_low, double y_high);

/* Pixels as data units of the axes. */
double canvas_x_units(const Canvas *canvas, double pixels);
double canvas_y_units(const Canvas *canvas, double pixels);

/* Text at sheet coordinates, or at data coordinates moved by pixels to the right and down;
 * vertically centred. */
void canvas_text(Canvas *canvas, double x, double y, Align align, TextStyle style,
                 const char *text);
void canvas_label(Canvas *canvas, double x, double y, double right, double down, Align align,
                  TextStyle style, const char *text);

/* Lines of text at sheet coordinates, as one block vertically centred on y. */
void canvas_lines(Canvas *canvas, double x, double y, Align align, TextStyle style,
                  char *const *lines);

/* A straight line between data coordinates. */
void canvas_line(Canvas *canvas, double x1, double y1, double x2, double y2, Stroke stroke);

/* Two slanted gaps across a horizontal bar at data coordinates: "this bar is cut". `height`: of the
 * bar, in pixels. */
void canvas_cut(Canvas *canvas, double x, double y, double height);

/* Marks at sheet coordinates, for legends. */
void canvas_swatch(Canvas *canvas, double x, double y, double width, double height, Fill fill);
void canvas_dash(Canvas *canvas, double x1, double x2, double y, Stroke stroke);
void canvas_dot(Canvas *canvas, double x, double y, Dot dot);

/*
 * Inline data: begin, rows, end; then one of the plots draws the block. Names are C identifiers of
 * ours, never text of a document. A block without rows may not be plotted.
 */
void canvas_block_begin(Canvas *canvas, const char *name);
void canvas_block_end(Canvas *canvas);
void canvas_block_bar(Canvas *canvas, double x_low, double x_high, double y_low, double y_high);
void canvas_block_point(Canvas *canvas, double x, double y);
void canvas_block_dot(Canvas *canvas, double x, double y); /* after canvas_axes() */
void canvas_block_circle(Canvas *canvas, double x, double y, double radius); /* in pixels; likewise */
void canvas_block_gap(Canvas *canvas); /* ends a line; the next point begins another */
void canvas_plot_bars(Canvas *canvas, const char *name, Fill fill);
void canvas_plot_line(Canvas *canvas, const char *name, Stroke stroke);
void canvas_plot_dots(Canvas *canvas, const char *name, Dot dot);

/*
 * A small plot among others: a part of the sheet with data coordinates of its own. The canvas's data coordinates are
 * those of the sheet then (canvas_sheet_axes()); inline data stays in the frame's, so that the script shows figures
 * and not pixels, and the plot command maps them. y_low stands at `bottom`.
 */
typedef struct {
    double left, right, top, bottom;
    double x_low, x_high, y_low, y_high;
} CanvasFrame;

void canvas_sheet_axes(Canvas *canvas);
double canvas_frame_x(const CanvasFrame *frame, double x); /* in sheet coordinates */
double canvas_frame_y(const CanvasFrame *frame, double y);
void canvas_plot_bars_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Fill fill);
void canvas_plot_line_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Stroke stroke);
void canvas_plot_dots_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Dot dot, double radius);

#endif
