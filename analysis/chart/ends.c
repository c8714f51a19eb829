/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/ends.h"

#include <math.h>

#include "analysis/chart/caption.h"

enum { WIDEST_NAME = 140, MOST_LINES = 2, MARK = 16, MARK_GAP = 6, LINK = 18, BETWEEN = 5 };

typedef struct {
    bool filled;
    union {
        Fill fill;
        Stroke stroke;
    };
    char **lines; /* of the name */
    char *figure;
    double height;
    double aim; /* NAN: nowhere */
    double y;   /* middle, once placed */
} End;

static void end_clear(void *item)
{
    End *end = item;
    g_strfreev(end->lines);
    g_free(end->figure);
}

void chart_ends_init(ChartEnds *ends)
{
    *ends = (ChartEnds){.ends = g_array_new(FALSE, TRUE, sizeof(End))};
    g_array_set_clear_func(ends->ends, end_clear);
}

void chart_ends_clear(ChartEnds *ends)
{
    g_clear_pointer(&ends->ends, g_array_unref);
}

static void end_add(ChartEnds *ends, End end, const char *name, const char *figure)
{
    g_autofree char *clean = caption_clean(name);
    end.lines = caption_wrap(*clean != '\0' ? clean : "—", chart_text_ems(TEXT_LABEL, WIDEST_NAME), MOST_LINES);
    end.figure = g_strdup(figure);
    end.aim = NAN;
    end.height = g_strv_length(end.lines) * TEXT_LOOKS[TEXT_LABEL].line + TEXT_LOOKS[TEXT_MUTED].line;
    double text = MAX(caption_widest(end.lines) * TEXT_LOOKS[TEXT_LABEL].size, chart_text_width(TEXT_MUTED, figure));
    ends->width = MAX(ends->width, LINK + MARK + MARK_GAP + text);
    ends->height += end.height + BETWEEN;
    g_array_append_val(ends->ends, end);
}

void chart_ends_add_fill(ChartEnds *ends, Fill fill, const char *name, const char *figure)
{
    end_add(ends, (End){.filled = true, .fill = fill}, name, figure);
}

void chart_ends_add_stroke(ChartEnds *ends, Stroke stroke, const char *name, const char *figure)
{
    end_add(ends, (End){.filled = false, .stroke = stroke}, name, figure);
}

void chart_ends_aim(ChartEnds *ends, guint number, double y)
{
    g_array_index(ends->ends, End, number).aim = y;
}

static gint end_compare(gconstpointer left, gconstpointer right)
{
    double a = (*(End *const *)left)->aim;
    double b = (*(End *const *)right)->aim;
    return (a > b) - (a < b);
}

/* Down from the top, each no higher than it aims; then up from the bottom, as far as they would leave it. */
static void ends_place(GPtrArray *sorted, double top, double bottom)
{
    double free_from = top;
    for (guint i = 0; i < sorted->len; i++) {
        End *end = sorted->pdata[i];
        end->y = MAX(end->aim, free_from + end->height / 2);
        free_from = end->y + end->height / 2 + BETWEEN;
    }
    double free_to = bottom;
    for (guint i = sorted->len; i > 0; i--) {
        End *end = sorted->pdata[i - 1];
        end->y = MIN(end->y, free_to - end->height / 2);
        free_to = end->y - end->height / 2 - BETWEEN;
    }
}

/* Names without a place of their own are spread over the height. */
static void ends_aim_all(GPtrArray *sorted, double top, double bottom)
{
    for (guint i = 0; i < sorted->len; i++) {
        End *end = sorted->pdata[i];
        if (isnan(end->aim))
            end->aim = top + (bottom - top) * (i + 0.5) / sorted->len;
    }
}

static void link_draw(Canvas *canvas, double x, const End *end)
{
    double from = canvas->x_low + canvas_x_units(canvas, x + 3 - canvas->left);
    double to = canvas->x_low + canvas_x_units(canvas, x + LINK - 4 - canvas->left);
    double y_from = canvas->y_low + canvas_y_units(canvas, canvas->bottom - end->aim);
    double y_to = canvas->y_low + canvas_y_units(canvas, canvas->bottom - end->y);
    canvas_line(canvas, from, y_from, to, y_to, STROKE_LINK);
}

static void end_draw(Canvas *canvas, double x, const End *end)
{
    guint n_lines = g_strv_length(end->lines);
    double name_height = n_lines * TEXT_LOOKS[TEXT_LABEL].line;
    double name_y = end->y - end->height / 2 + name_height / 2;
    double figure_y = end->y + end->height / 2 - TEXT_LOOKS[TEXT_MUTED].line / 2;
    if (end->filled)
        canvas_swatch(canvas, x + LINK, name_y - 7, MARK, 14, end->fill);
    else
        canvas_dash(canvas, x + LINK, x + LINK + MARK, name_y, end->stroke);
    canvas_lines(canvas, x + LINK + MARK + MARK_GAP, name_y, ALIGN_LEFT, TEXT_LABEL, end->lines);
    canvas_text(canvas, x + LINK + MARK + MARK_GAP, figure_y, ALIGN_LEFT, TEXT_MUTED, end->figure);
}

void chart_ends_draw(ChartEnds *ends, Canvas *canvas, double x, double top, double bottom)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    bool aimed = true;
    for (guint i = 0; i < ends->ends->len; i++) {
        End *end = &g_array_index(ends->ends, End, i);
        aimed = aimed && !isnan(end->aim);
        g_ptr_array_add(sorted, end);
    }
    ends_aim_all(sorted, top, bottom);
    g_ptr_array_sort(sorted, end_compare);
    ends_place(sorted, top, bottom);
    for (guint i = 0; i < sorted->len; i++) {
        if (aimed)
            link_draw(canvas, x, sorted->pdata[i]);
        end_draw(canvas, x, sorted->pdata[i]);
    }
}
