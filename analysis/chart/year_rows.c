/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/year_rows.h"

#include <math.h>

enum { HEADING_HEIGHT = 24, TICK_HEIGHT = 24, TICK_ROOM = 70, MANY_ROWS = 12, DENSE_ROW = 23 };

void year_frame_init(YearFrame *frame)
{
    chart_rows_init(&frame->rows);
    chart_columns_init(&frame->columns);
}

void year_frame_clear(YearFrame *frame)
{
    chart_rows_clear(&frame->rows);
    chart_columns_clear(&frame->columns);
}

void year_frame_reach(YearFrame *frame, double amount)
{
    frame->low = fmin(frame->low, amount); /* both ignore NAN */
    frame->high = fmax(frame->high, amount);
}

void year_frame_amount(YearFrame *frame, guint column, double amount, const char *mark)
{
    g_autofree char *number = isnan(amount) ? g_strdup("—") : chart_amount_text(frame->scale, amount, false);
    g_autofree char *text = g_strconcat(number, isnan(amount) ? "" : mark, NULL);
    chart_columns_cell(&frame->columns, column, text);
}

void year_frame_ratio(YearFrame *frame, guint column, double part, double whole)
{
    bool known = !isnan(part) && whole > 0; /* false for NAN */
    g_autofree char *text = known ? chart_percent_text(100.0 * part / whole, false) : g_strdup("—");
    chart_columns_cell(&frame->columns, column, text);
}

static void ticks_draw(Canvas *canvas, const YearFrame *frame)
{
    double width = canvas->right - canvas->left;
    double step = chart_step_round(frame->high - frame->low, (guint)CLAMP(width / TICK_ROOM, 1, 6));
    for (double i = ceil(frame->low / step - 1e-9); i * step <= frame->high + step * 1e-9; i++) {
        double tick = i * step;
        g_autofree char *text = chart_tick_text(tick / frame->scale.divisor, step / frame->scale.divisor);
        Stroke stroke = fabs(tick) < step * 1e-6 ? STROKE_AXIS : STROKE_GRID;
        canvas_line(canvas, tick, canvas->y_low, tick, canvas->y_high, stroke);
        canvas_label(canvas, tick, canvas->y_low, 0, TICK_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED, text);
    }
}

double year_frame_place(YearFrame *frame, Canvas *canvas, const ChartSheet *sheet, const Chart *chart, double below)
{
    guint n = frame->rows.names->len;
    if (n > MANY_ROWS)
        frame->rows.height = DENSE_ROW;
    if (frame->high <= frame->low)
        frame->high = frame->low + 1;
    canvas_from_sheet(canvas, sheet, chart, HEADING_HEIGHT + chart_rows_total(&frame->rows) + TICK_HEIGHT + below);
    double top = canvas->body_top + HEADING_HEIGHT;
    double right = SHEET_WIDTH - SHEET_MARGIN - chart_columns_width(&frame->columns);
    chart_rows_place(&frame->rows, canvas, top, right, frame->low, frame->high);
    ticks_draw(canvas, frame);
    chart_columns_heading(&frame->columns, canvas, top - HEADING_HEIGHT / 2.0);
    for (guint i = 0; i < n; i++)
        chart_columns_row(&frame->columns, canvas, i, top + (i + 0.5) * frame->rows.height);
    return top + chart_rows_total(&frame->rows) + TICK_HEIGHT;
}

void year_frame_bar(const YearFrame *frame, Canvas *canvas, guint row, double from, double to, double part)
{
    double half = part * chart_rows_bar(&frame->rows) / frame->rows.height / 2;
    canvas_block_bar(canvas, MIN(from, to), MAX(from, to), row + 0.5 - half, row + 0.5 + half);
}
