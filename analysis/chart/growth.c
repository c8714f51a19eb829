/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Growth by subject: bars left and right of zero, names at the left, figures in two columns at the
 * right. Rates say little without amounts (8 to 26 is +225 %), so the change in money stands beside
 * them.
 *
 * A subject without a base has no growth rate: it is listed as new, below the others and without a
 * bar. A rate far beyond the others is cut, so that the others can still be read; the cut is drawn
 * and said.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/rows.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum { HEADING_HEIGHT = 22, TICK_HEIGHT = 24, COLUMN_GAP = 16, TICK_ROOM = 54 };

/* Below four rates there are no "others" whose reading a cut could save. */
static const guint FEWEST_TO_CUT = 4;

/* A rate is far beyond the others at more than this many times their upper quartile. */
static const double CUT_FACTOR = 3.0;

/* And whatever the others are, this many percent go no further. */
static const double FARTHEST = 1000.0;

/* Quartiles below this are taken for this: an axis of ±1 % would make mountains of nothing. */
static const double LEAST_QUARTILE = 5.0;

typedef struct {
    GPtrArray *items; /* ChartGrowth *, borrowed, in drawing order */
    double low;       /* of the axis, in % */
    double high;
    bool cut;
    bool flat; /* not one bar */
    ChartScale scale;
    double rate_width; /* of the columns at the right, in pixels */
    double change_width;
} Growth;

static void growth_list_clear(Growth *growth)
{
    g_clear_pointer(&growth->items, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Growth, growth_list_clear)

static bool item_is_new(const ChartGrowth *item)
{
    return fpclassify(item->base) == FP_ZERO;
}

static double item_rate(const ChartGrowth *item)
{
    return item_is_new(item) ? 0.0 : 100.0 * (item->current - item->base) / fabs(item->base);
}

/* Fastest growth first; the new ones last, largest first. */
static int item_compare(const void *left, const void *right)
{
    const ChartGrowth *a = *(ChartGrowth *const *)left;
    const ChartGrowth *b = *(ChartGrowth *const *)right;
    if (item_is_new(a) != item_is_new(b))
        return item_is_new(a) ? 1 : -1;
    double of_a = item_is_new(a) ? a->current : item_rate(a);
    double of_b = item_is_new(b) ? b->current : item_rate(b);
    return (of_a < of_b) - (of_a > of_b);
}

static int size_compare(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static GArray *rates_sorted(const Growth *growth)
{
    GArray *rates = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < growth->items->len; i++) {
        const ChartGrowth *item = growth->items->pdata[i];
        double size = fabs(item_rate(item));
        if (!item_is_new(item))
            g_array_append_val(rates, size);
    }
    g_array_sort(rates, size_compare);
    return rates;
}

/* The largest rate that is drawn in full, whatever its sign. */
static double limit_choose(const Growth *growth)
{
    g_autoptr(GArray) rates = rates_sorted(growth);
    if (rates->len < FEWEST_TO_CUT)
        return FARTHEST;
    double quartile = g_array_index(rates, double, (rates->len - 1) * 3 / 4);
    double far = CUT_FACTOR * MAX(quartile, LEAST_QUARTILE);
    if (g_array_index(rates, double, rates->len - 1) <= far)
        return FARTHEST;
    double limit = LEAST_QUARTILE;
    for (guint i = 0; i < rates->len && g_array_index(rates, double, i) <= far; i++)
        limit = MAX(limit, g_array_index(rates, double, i));
    double step = chart_step_round(limit, 5);
    return MIN(ceil(limit * 1.1 / step) * step, FARTHEST);
}

static void axis_choose(Growth *growth)
{
    double limit = limit_choose(growth);
    for (guint i = 0; i < growth->items->len; i++) {
        double rate = item_rate(growth->items->pdata[i]);
        growth->cut = growth->cut || fabs(rate) > limit;
        growth->low = MIN(growth->low, MAX(rate, -limit));
        growth->high = MAX(growth->high, MIN(rate, limit));
    }
    growth->flat = growth->high - growth->low <= 0;
    if (growth->flat)
        growth->high = 1;
}

static char *rate_text(const ChartGrowth *item)
{
    return item_is_new(item) ? g_strdup(say("新增", "new"))
                             : chart_percent_text(item_rate(item), true);
}

static char *change_text(const Growth *growth, const ChartGrowth *item)
{
    return chart_amount_text(growth->scale, item->current - item->base, true);
}

static const char *rate_heading(void)
{
    return say("增长率", "Growth");
}

static const char *change_heading(void)
{
    return say("增减额", "Change");
}

static void columns_measure(Growth *growth)
{
    growth->rate_width = chart_text_width(TEXT_MUTED, rate_heading());
    growth->change_width = chart_text_width(TEXT_MUTED, change_heading());
    for (guint i = 0; i < growth->items->len; i++) {
        g_autofree char *rate = rate_text(growth->items->pdata[i]);
        g_autofree char *change = change_text(growth, growth->items->pdata[i]);
        growth->rate_width = MAX(growth->rate_width, chart_text_width(TEXT_STRONG, rate));
        growth->change_width = MAX(growth->change_width, chart_text_width(TEXT_LABEL, change));
    }
}

static void columns_draw(Canvas *canvas, const Growth *growth, const ChartRows *rows)
{
    double right = SHEET_WIDTH - SHEET_MARGIN;
    double rate_right = right - growth->change_width - COLUMN_GAP;
    double heading = canvas->top - HEADING_HEIGHT / 2.0;
    canvas_text(canvas, rate_right, heading, ALIGN_RIGHT, TEXT_MUTED, rate_heading());
    canvas_text(canvas, right, heading, ALIGN_RIGHT, TEXT_MUTED, change_heading());
    for (guint i = 0; i < growth->items->len; i++) {
        double y = canvas->top + (i + 0.5) * rows->height;
        g_autofree char *rate = rate_text(growth->items->pdata[i]);
        g_autofree char *change = change_text(growth, growth->items->pdata[i]);
        canvas_text(canvas, rate_right, y, ALIGN_RIGHT, TEXT_STRONG, rate);
        canvas_text(canvas, right, y, ALIGN_RIGHT, TEXT_LABEL, change);
    }
}

static void tick_draw(Canvas *canvas, double at, double step)
{
    g_autofree char *number = chart_tick_text(at, step);
    g_autofree char *text = g_strconcat(number, say("%", " %"), NULL);
    Stroke stroke = fpclassify(at) == FP_ZERO ? STROKE_AXIS : STROKE_GRID;
    canvas_line(canvas, at, canvas->y_low, at, canvas->y_high, stroke);
    canvas_label(canvas, at, canvas->y_low, 0, TICK_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED, text);
}

static void ticks_draw(Canvas *canvas, const Growth *growth)
{
    guint parts = (guint)CLAMP((canvas->right - canvas->left) / TICK_ROOM, 2, 8);
    double step = chart_step_round(growth->high - growth->low, parts);
    if (growth->flat) {
        tick_draw(canvas, 0, 1);
        return;
    }
    for (double i = ceil(growth->low / step - 1e-9); i * step <= growth->high + step * 1e-9; i++)
        tick_draw(canvas, i * step, step);
}

static bool rate_drawn(const ChartGrowth *item, bool up)
{
    double rate = item_rate(item);
    return up ? rate > 0 : rate < 0;
}

static bool any_drawn(const Growth *growth, bool up)
{
    for (guint i = 0; i < growth->items->len; i++)
        if (rate_drawn(growth->items->pdata[i], up))
            return true;
    return false;
}

static void bars_draw(Canvas *canvas, const Growth *growth, const ChartRows *rows, bool up)
{
    const char *name = up ? "up" : "down";
    if (!any_drawn(growth, up))
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < growth->items->len; i++) {
        double rate = CLAMP(item_rate(growth->items->pdata[i]), growth->low, growth->high);
        if (rate_drawn(growth->items->pdata[i], up))
            chart_rows_block_bar(rows, canvas, i, MIN(rate, 0), MAX(rate, 0));
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, up ? FILL_UP : FILL_DOWN);
}

static void rows_annotate(Canvas *canvas, const Growth *growth, const ChartRows *rows)
{
    double inset = canvas_x_units(canvas, 16);
    for (guint i = 0; i < growth->items->len; i++) {
        const ChartGrowth *item = growth->items->pdata[i];
        double rate = item_rate(item);
        if (item_is_new(item))
            canvas_label(canvas, 0, i + 0.5, 6, 0, ALIGN_LEFT, TEXT_MUTED,
                         say("上年为零", "zero last year"));
        else if (rate > growth->high)
            canvas_cut(canvas, growth->high - inset, i + 0.5, chart_rows_bar(rows));
        else if (rate < growth->low)
            canvas_cut(canvas, growth->low + inset, i + 0.5, chart_rows_bar(rows));
    }
}

static void sheet_describe(ChartSheet *sheet, const Growth *growth)
{
    if (any_drawn(growth, true))
        chart_sheet_legend_fill(sheet, FILL_UP, say("增加", "up"));
    if (any_drawn(growth, false))
        chart_sheet_legend_fill(sheet, FILL_DOWN, say("减少", "down"));
    if (growth->cut)
        chart_sheet_remark(sheet, "%s",
                           say("带断口的条超出横轴，未按比例画出；增长率以右侧数字为准。",
                               "A bar with a gap is not to scale; its rate stands at the right."));
}

static double largest_amount(const Growth *growth)
{
    double largest = 0;
    for (guint i = 0; i < growth->items->len; i++) {
        const ChartGrowth *item = growth->items->pdata[i];
        largest = MAX(largest, fabs(item->current - item->base));
    }
    return largest;
}

static void growth_collect(Growth *growth, const Chart *chart)
{
    growth->items = g_ptr_array_new();
    for (guint i = 0; i < chart->items->len; i++)
        g_ptr_array_add(growth->items, &g_array_index(chart->items, ChartGrowth, i));
    g_ptr_array_sort(growth->items, item_compare);
    growth->scale = chart_scale_choose(chart, largest_amount(growth));
    axis_choose(growth);
    columns_measure(growth);
}

void canvas_from_growth(Canvas *canvas, const Chart *chart)
{
    g_auto(Growth) growth = { 0 };
    growth_collect(&growth, chart);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, growth.scale.unit);
    sheet_describe(&sheet, &growth);
    g_auto(ChartRows) rows = { 0 };
    chart_rows_init(&rows);
    for (guint i = 0; i < growth.items->len; i++)
        chart_rows_add(&rows, ((ChartGrowth *)growth.items->pdata[i])->label);

    double right =
        SHEET_WIDTH - SHEET_MARGIN - growth.change_width - growth.rate_width - 2.0 * COLUMN_GAP;
    canvas_from_sheet(canvas, &sheet, chart,
                      HEADING_HEIGHT + chart_rows_total(&rows) + TICK_HEIGHT);
    chart_rows_place(&rows, canvas, canvas->body_top + HEADING_HEIGHT, right, growth.low,
                     growth.high);
    ticks_draw(canvas, &growth);
    bars_draw(canvas, &growth, &rows, true);
    bars_draw(canvas, &growth, &rows, false);
    rows_annotate(canvas, &growth, &rows);
    columns_draw(canvas, &growth, &rows);
}
