/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/sheet.h"

#include <math.h>

#include "analysis/chart/caption.h"
#include "schema/language.h"

enum {
    TITLE_TOP = 18,
    SWATCH_WIDTH = 26,
    SWATCH_HEIGHT = 13,
    SWATCH_GAP = 6,
    LEGEND_LINE = 24,
    LEGEND_GAP = 20,
    BLOCK_GAP = 8,
    BOTTOM_MARGIN = 12,
    FULL_WIDTH = SHEET_WIDTH - 2 * SHEET_MARGIN,
    WIDEST_UNIT = 240
};

typedef struct {
    enum { MARK_FILL, MARK_STROKE, MARK_DOT } mark;
    union {
        Fill fill;
        Stroke stroke;
        Dot dot;
    };
    char *text;
} LegendItem;

static void legend_item_clear(void *item)
{
    g_free(((LegendItem *)item)->text);
}

void chart_sheet_init(ChartSheet *sheet, const char *unit)
{
    sheet->unit = unit;
    sheet->legend = g_array_new(FALSE, TRUE, sizeof(LegendItem));
    g_array_set_clear_func(sheet->legend, legend_item_clear);
    sheet->remarks = g_ptr_array_new_with_free_func(g_free);
}

void chart_sheet_clear(ChartSheet *sheet)
{
    g_clear_pointer(&sheet->legend, g_array_unref);
    g_clear_pointer(&sheet->remarks, g_ptr_array_unref);
}

void chart_sheet_legend_fill(ChartSheet *sheet, Fill fill, const char *text)
{
    LegendItem item = { .mark = MARK_FILL, .fill = fill, .text = g_strdup(text) };
    g_array_append_val(sheet->legend, item);
}

void chart_sheet_legend_stroke(ChartSheet *sheet, Stroke stroke, const char *text)
{
    LegendItem item = { .mark = MARK_STROKE, .stroke = stroke, .text = g_strdup(text) };
    g_array_append_val(sheet->legend, item);
}

void chart_sheet_legend_dot(ChartSheet *sheet, Dot dot, const char *text)
{
    LegendItem item = { .mark = MARK_DOT, .dot = dot, .text = g_strdup(text) };
    g_array_append_val(sheet->legend, item);
}

void chart_sheet_remark(ChartSheet *sheet, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_ptr_array_add(sheet->remarks, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

/* --- legend ----------------------------------------------------------------------------------- */

static void legend_mark_draw(Canvas *canvas, double x, double y, const LegendItem *item)
{
    switch (item->mark) {
    case MARK_FILL:
        canvas_swatch(canvas, x, y - SWATCH_HEIGHT / 2.0, SWATCH_WIDTH, SWATCH_HEIGHT, item->fill);
        break;
    case MARK_STROKE:
        canvas_dash(canvas, x, x + SWATCH_WIDTH, y, item->stroke);
        break;
    case MARK_DOT:
        canvas_dot(canvas, x + SWATCH_WIDTH - DOT_RADIUS - 2, y, item->dot);
        break;
    }
}

/* Lays the legend out in lines, and draws it when there is a canvas. Returns its height. */
static double legend_flow(Canvas *canvas, const GArray *legend, double top)
{
    double x = 0;
    double y = top + LEGEND_LINE / 2.0;
    for (guint i = 0; i < legend->len; i++) {
        const LegendItem *item = &g_array_index(legend, LegendItem, i);
        double needed = SWATCH_WIDTH + SWATCH_GAP + chart_text_width(TEXT_MUTED, item->text);
        if (x > 0 && x + needed > FULL_WIDTH) {
            x = 0;
            y += LEGEND_LINE;
        }
        if (canvas != NULL) {
            legend_mark_draw(canvas, SHEET_MARGIN + x, y, item);
            canvas_text(canvas, SHEET_MARGIN + x + SWATCH_WIDTH + SWATCH_GAP, y, ALIGN_LEFT,
                        TEXT_MUTED, item->text);
        }
        x += needed + LEGEND_GAP;
    }
    return legend->len > 0 ? y + LEGEND_LINE / 2.0 - top : 0.0;
}

/* --- sheet ------------------------------------------------------------------------------------ */

static char **lines_from_text(TextStyle style, const char *text, double width, guint max_lines)
{
    return caption_wrap(text, chart_text_ems(style, width), max_lines);
}

static void footer_add(GPtrArray *footer, const char *text)
{
    g_auto(GStrv) lines = lines_from_text(TEXT_NOTE, text, FULL_WIDTH, 3);
    for (char **line = lines; *line != NULL; line++)
        g_ptr_array_add(footer, g_strdup(*line));
}

static GPtrArray *footer_lines(const ChartSheet *sheet, const Chart *chart)
{
    GPtrArray *footer = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < sheet->remarks->len; i++)
        footer_add(footer, sheet->remarks->pdata[i]);
    if (chart->note != NULL)
        footer_add(footer, chart->note);
    return footer;
}

static double block_height(TextStyle style, guint n_lines)
{
    return n_lines * TEXT_LOOKS[style].line;
}

/* Lines from `top` down. */
static void block_draw(Canvas *canvas, double top, TextStyle style, guint n_lines,
                       char *const *lines)
{
    for (guint i = 0; i < n_lines; i++)
        canvas_text(canvas, SHEET_MARGIN, top + (i + 0.5) * TEXT_LOOKS[style].line, ALIGN_LEFT,
                    style, lines[i]);
}

/* "Unit: …" in one line. */
static char *unit_line(const ChartSheet *sheet)
{
    g_autofree char *text = g_strconcat(say("单位：", "Unit: "), sheet->unit, NULL);
    g_auto(GStrv) lines = lines_from_text(TEXT_SUBTITLE, text, WIDEST_UNIT, 1);
    return g_strdup(lines[0]);
}

/* The unit stands right of the subtitle, whose first line is there even when it is empty. */
void canvas_from_sheet(Canvas *canvas, const ChartSheet *sheet, const Chart *chart,
                       double body_height)
{
    g_autofree char *unit = unit_line(sheet);
    double beside_unit = FULL_WIDTH - LEGEND_GAP - chart_text_width(TEXT_SUBTITLE, unit);
    g_auto(GStrv) title = lines_from_text(TEXT_TITLE, chart->title, FULL_WIDTH, 2);
    g_auto(GStrv) subtitle = lines_from_text(TEXT_SUBTITLE, chart->subtitle, beside_unit, 2);
    g_autoptr(GPtrArray) footer = footer_lines(sheet, chart);
    double subtitle_top = TITLE_TOP + block_height(TEXT_TITLE, g_strv_length(title));
    double legend_top =
        subtitle_top + block_height(TEXT_SUBTITLE, g_strv_length(subtitle)) + BLOCK_GAP;
    double body_top = legend_top + legend_flow(NULL, sheet->legend, 0) + BLOCK_GAP;
    double body_bottom = body_top + body_height;

    canvas_init(canvas, ceil(body_bottom + BLOCK_GAP + block_height(TEXT_NOTE, footer->len) +
                             BOTTOM_MARGIN));
    canvas->body_top = body_top;
    canvas->body_bottom = body_bottom;
    block_draw(canvas, TITLE_TOP, TEXT_TITLE, g_strv_length(title), title);
    block_draw(canvas, subtitle_top, TEXT_SUBTITLE, g_strv_length(subtitle), subtitle);
    canvas_text(canvas, SHEET_WIDTH - SHEET_MARGIN,
                subtitle_top + TEXT_LOOKS[TEXT_SUBTITLE].line / 2, ALIGN_RIGHT, TEXT_SUBTITLE,
                unit);
    legend_flow(canvas, sheet->legend, legend_top);
    block_draw(canvas, body_bottom + BLOCK_GAP, TEXT_NOTE, footer->len, (char **)footer->pdata);
}
