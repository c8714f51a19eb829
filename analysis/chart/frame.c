/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small plots on one canvas. gnuplot's own multiplot would cost a plot command a panel, and lay them out by itself.
 */
#include "analysis/chart/canvas.h"

void canvas_sheet_axes(Canvas *canvas)
{
    canvas_place(canvas, 0, 0, SHEET_WIDTH, canvas->height);
    canvas_axes(canvas, 0, SHEET_WIDTH, canvas->height, 0);
}

static double x_scale(const CanvasFrame *frame)
{
    return (frame->right - frame->left) / (frame->x_high - frame->x_low);
}

static double y_scale(const CanvasFrame *frame)
{
    return (frame->bottom - frame->top) / (frame->y_high - frame->y_low);
}

double canvas_frame_x(const CanvasFrame *frame, double x)
{
    return frame->left + (x - frame->x_low) * x_scale(frame);
}

double canvas_frame_y(const CanvasFrame *frame, double y)
{
    return frame->bottom - (y - frame->y_low) * y_scale(frame);
}

static char *number(double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(text, sizeof text, "%.8g", value));
}

/* The columns of a block as gnuplot expressions in sheet coordinates. */
static char *x_of(const CanvasFrame *frame, const char *column)
{
    g_autofree char *at = number(frame->left);
    g_autofree char *scale = number(x_scale(frame));
    g_autofree char *low = number(frame->x_low);
    return g_strdup_printf("(%s+%s*(%s-(%s)))", at, scale, column, low);
}

static char *y_of(const CanvasFrame *frame, const char *column)
{
    g_autofree char *at = number(frame->bottom);
    g_autofree char *scale = number(y_scale(frame));
    g_autofree char *low = number(frame->y_low);
    return g_strdup_printf("(%s-%s*(%s-(%s)))", at, scale, column, low);
}

static void plot_begin(Canvas *canvas, const char *name)
{
    g_string_append_printf(canvas->plots, "%s$%s using ", canvas->plots->len > 0 ? ", \\\n     " : "", name);
}

void canvas_plot_bars_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Fill fill)
{
    g_autofree char *x = x_of(frame, "($1+$2)/2");
    g_autofree char *y = y_of(frame, "($3+$4)/2");
    g_autofree char *x_low = x_of(frame, "$1");
    g_autofree char *x_high = x_of(frame, "$2");
    g_autofree char *y_low = y_of(frame, "$3");
    g_autofree char *y_high = y_of(frame, "$4");
    plot_begin(canvas, name);
    g_string_append_printf(canvas->plots, "%s:%s:%s:%s:%s:%s with boxxyerror fc rgb '%s' fs %s", x, y, x_low, x_high,
                           y_low, y_high, FILL_LOOKS[fill].colour, FILL_LOOKS[fill].style);
}

void canvas_plot_line_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Stroke stroke)
{
    const StrokeLook *look = &STROKE_LOOKS[stroke];
    g_autofree char *x = x_of(frame, "$1");
    g_autofree char *y = y_of(frame, "$2");
    g_autofree char *width = number(look->width);
    plot_begin(canvas, name);
    g_string_append_printf(canvas->plots, "%s:%s with lines lw %s dt %s lc rgb '%s'", x, y, width, look->dash,
                           look->colour);
}

void canvas_plot_dots_within(Canvas *canvas, const CanvasFrame *frame, const char *name, Dot dot, double radius)
{
    g_autofree char *x = x_of(frame, "$1");
    g_autofree char *y = y_of(frame, "$2");
    g_autofree char *size = number(radius);
    plot_begin(canvas, name);
    g_string_append_printf(canvas->plots, "%s:%s:(%s) with circles lw 2 fc rgb '%s' fs solid border lc rgb '%s'", x, y,
                           size, DOT_LOOKS[dot].heart, DOT_LOOKS[dot].ring);
}
