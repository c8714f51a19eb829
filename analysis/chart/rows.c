/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/rows.h"

#include "analysis/chart/caption.h"

enum { WIDEST_NAME = 230, MOST_LINES = 2, LOW_ROW = 28, TALL_ROW = 38, NAME_GAP = 10 };

static void name_free(void *name)
{
    g_strfreev(name);
}

void chart_rows_init(ChartRows *rows)
{
    rows->names = g_ptr_array_new_with_free_func(name_free);
    rows->width = 0;
    rows->height = LOW_ROW;
}

void chart_rows_clear(ChartRows *rows)
{
    g_clear_pointer(&rows->names, g_ptr_array_unref);
}

void chart_rows_add(ChartRows *rows, const char *name)
{
    g_autofree char *clean = caption_clean(name);
    char **lines = caption_wrap(*clean != '\0' ? clean : "—",
                                chart_text_ems(TEXT_LABEL, WIDEST_NAME), MOST_LINES);
    for (char **line = lines; *line != NULL; line++)
        rows->width = MAX(rows->width, chart_text_width(TEXT_LABEL, *line));
    if (lines[1] != NULL)
        rows->height = TALL_ROW;
    g_ptr_array_add(rows->names, lines);
}

double chart_rows_total(const ChartRows *rows)
{
    return rows->names->len * rows->height;
}

double chart_rows_bar(const ChartRows *rows)
{
    return rows->height == TALL_ROW ? 20 : 17;
}

double chart_rows_left(const ChartRows *rows)
{
    return SHEET_MARGIN + rows->width + NAME_GAP;
}

void chart_rows_place(const ChartRows *rows, Canvas *canvas, double top, double right, double x_low,
                      double x_high)
{
    canvas_place(canvas, chart_rows_left(rows), top, right, top + chart_rows_total(rows));
    canvas_axes(canvas, x_low, x_high, rows->names->len, 0);
    for (guint i = 0; i < rows->names->len; i++)
        canvas_lines(canvas, chart_rows_left(rows) - NAME_GAP, top + (i + 0.5) * rows->height,
                     ALIGN_RIGHT, TEXT_LABEL, rows->names->pdata[i]);
}

void chart_rows_block_bar(const ChartRows *rows, Canvas *canvas, guint i, double x_low,
                          double x_high)
{
    double half = chart_rows_bar(rows) / rows->height / 2;
    canvas_block_bar(canvas, x_low, x_high, i + 0.5 - half, i + 0.5 + half);
}
