/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One series over the years. Years next to each other are joined by a line; a missing year is a gap
 * in it, never a slope. Years that are only implied are hollow. The interval stands at its year; a
 * newest figure outside of it is what the chart is about, and is set off.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum {
    TOP_GAP = 18, /* a label above the highest point */
    PLOT_HEIGHT = 280,
    TICK_HEIGHT = 28,
    TICK_GAP = 8,
    N_TICKS = 5,
    LABEL_RISE = 17,
    LABEL_GAP = 20,
    BAND_WIDTH = 34,
    FIT_SAMPLES = 24
};

typedef struct {
    const ChartPoint *points; /* borrowed */
    guint n;
    double low; /* of the axis */
    double high;
    double step;     /* between ticks */
    double band_low; /* of the interval, as far as it is drawn */
    double band_high;
    double label_width;
    ChartScale scale;
} Trend;

/* --- what the axis must show ------------------------------------------------------------------ */

static void extent_points(Trend *trend)
{
    trend->low = trend->high = trend->points[0].amount;
    for (guint i = 1; i < trend->n; i++) {
        trend->low = MIN(trend->low, trend->points[i].amount);
        trend->high = MAX(trend->high, trend->points[i].amount);
    }
}

/* Fits and intervals may reach far beyond the points; they stretch the axis only so far. */
static void extent_stretch(Trend *trend, const Chart *chart)
{
    double reach = MAX(trend->high - trend->low, 0.3 * MAX(fabs(trend->high), fabs(trend->low)));
    double least = trend->low >= 0 ? MAX(trend->low - reach, 0) : trend->low - reach;
    double most = trend->high + reach;
    for (guint i = 0; i < CHART_N_FITS; i++) {
        const ChartFit *fit = &chart->fits[i];
        if (!fit->present)
            continue;
        double first = chart_fit_at(fit, i, fit->first_year);
        double last = chart_fit_at(fit, i, fit->last_year);
        trend->low = MIN(trend->low, MAX(MIN(first, last), least));
        trend->high = MAX(trend->high, MIN(MAX(first, last), most));
    }
    if (chart->interval.present) {
        trend->band_low = CLAMP(chart->interval.low, least, most);
        trend->band_high = CLAMP(chart->interval.high, least, most);
        trend->low = MIN(trend->low, trend->band_low);
        trend->high = MAX(trend->high, trend->band_high);
    }
}

/* Zero is on the axis unless a series of several years would then be squeezed into its upper third.
 */
static void axis_choose(Trend *trend)
{
    if (trend->low > 0 && (trend->n == 1 || trend->low < trend->high * 0.65))
        trend->low = 0;
    if (trend->high < 0)
        trend->high = 0;
    double span = trend->high - trend->low;
    if (span <= 0)
        span = MAX(fabs(trend->high), 1.0);
    trend->step = chart_step_round(span, N_TICKS);
    trend->low = floor(trend->low / trend->step - (trend->low > 0 ? 0.6 : 0)) * trend->step;
    trend->high = (floor(trend->high / trend->step) + 1) * trend->step;
}

static void trend_measure(Trend *trend, const Chart *chart)
{
    trend->points = (const ChartPoint *)(void *)chart->items->data;
    trend->n = chart->items->len;
    extent_points(trend);
    extent_stretch(trend, chart);
    axis_choose(trend);
    trend->scale = chart_scale_choose(chart, MAX(fabs(trend->low), fabs(trend->high)));
    for (guint i = 0; i < trend->n; i++) {
        g_autofree char *text = chart_amount_text(trend->scale, trend->points[i].amount, false);
        trend->label_width = MAX(trend->label_width, chart_text_width(TEXT_ALARM, text));
    }
}

/* --- words ------------------------------------------------------------------------------------ */

static bool newest_is_unusual(const Trend *trend, const Chart *chart)
{
    const ChartPoint *newest = &trend->points[trend->n - 1];
    return chart->interval.present && chart->interval.year == newest->year &&
           (newest->amount < chart->interval.low || newest->amount > chart->interval.high);
}

static void fits_describe(ChartSheet *sheet, const Trend *trend, const Chart *chart)
{
    const ChartFit *fit = &chart->fits[CHART_FIT_LOG_LINEAR];
    if (fit->present) {
        g_autofree char *rate = chart_percent_text(100.0 * expm1(fit->slope), true);
        g_autofree char *text =
            g_strdup_printf(say("对数线性趋势 每年 %s", "log-linear trend %s a year"), rate);
        chart_sheet_legend_stroke(sheet, STROKE_LOG_LINEAR, text);
    }
    fit = &chart->fits[CHART_FIT_THEIL_SEN];
    if (fit->present) {
        g_autofree char *slope = chart_amount_text(trend->scale, fit->slope, true);
        g_autofree char *text =
            g_strdup_printf(say("Theil–Sen 趋势 每年 %s", "Theil–Sen trend %s a year"), slope);
        chart_sheet_legend_stroke(sheet, STROKE_THEIL_SEN, text);
    }
}

static void interval_describe(ChartSheet *sheet, const Trend *trend, const ChartInterval *interval)
{
    if (!interval->present)
        return;
    g_autofree char *low = chart_amount_text(trend->scale, interval->low, false);
    g_autofree char *high = chart_amount_text(trend->scale, interval->high, false);
    g_autofree char *text = g_strdup_printf(
        say("%d 年 95%% 预测区间 %s 至 %s", "%d, 95 %% prediction interval %s to %s"),
        interval->year, low, high);
    chart_sheet_legend_fill(sheet, FILL_BAND, text);
    if (interval->low < trend->band_low || interval->high > trend->band_high)
        chart_sheet_remark(
            sheet, "%s",
            say("预测区间超出图幅，未全部画出。",
                "The prediction interval reaches beyond the picture and is not drawn in full."));
}

static void sheet_describe(ChartSheet *sheet, const Trend *trend, const Chart *chart)
{
    bool filed = false;
    bool implied = false;
    for (guint i = 0; i < trend->n; i++) {
        filed = filed || !trend->points[i].implied;
        implied = implied || trend->points[i].implied;
    }
    if (filed)
        chart_sheet_legend_dot(sheet, DOT_FILED, say("当年文件", "own filing"));
    if (implied)
        chart_sheet_legend_dot(sheet, DOT_IMPLIED,
                               say("由下一年文件推得", "implied by the next filing"));
    fits_describe(sheet, trend, chart);
    interval_describe(sheet, trend, &chart->interval);
    if (trend->low > 0) {
        g_autofree char *origin =
            chart_tick_text(trend->low / trend->scale.divisor, trend->step / trend->scale.divisor);
        chart_sheet_remark(
            sheet, say("纵轴从 %s 起，不从零起。", "The axis begins at %s, not at zero."), origin);
    }
}

/* --- drawing ---------------------------------------------------------------------------------- */

static char *level_text(const Trend *trend, double level)
{
    return chart_tick_text(level / trend->scale.divisor, trend->step / trend->scale.divisor);
}

static guint n_levels(const Trend *trend)
{
    return (guint)lround((trend->high - trend->low) / trend->step) + 1;
}

static double widest_level(const Trend *trend)
{
    double widest = 0;
    for (guint i = 0; i < n_levels(trend); i++) {
        g_autofree char *text = level_text(trend, trend->low + i * trend->step);
        widest = MAX(widest, chart_text_width(TEXT_MUTED, text));
    }
    return widest;
}

static void levels_draw(Canvas *canvas, const Trend *trend)
{
    for (guint i = 0; i < n_levels(trend); i++) {
        double level = trend->low + i * trend->step;
        g_autofree char *text = level_text(trend, level);
        bool axis = i == 0 || fabs(level) < trend->step * 1e-6;
        canvas_line(canvas, canvas->x_low, level, canvas->x_high, level,
                    axis ? STROKE_AXIS : STROKE_GRID);
        canvas_label(canvas, canvas->x_low, level, -TICK_GAP, 0, ALIGN_RIGHT, TEXT_MUTED, text);
    }
}

/* Above a peak, below a valley: away from the line either way. */
static bool label_below(const Trend *trend, guint i)
{
    double before = trend->points[i > 0 ? i - 1 : MIN(1, trend->n - 1)].amount;
    double after = trend->points[i + 1 < trend->n ? i + 1 : MAX(i, 1) - 1].amount;
    return trend->points[i].amount < (before + after) / 2;
}

static double pixels_above_axis(const Trend *trend, guint i)
{
    return (trend->points[i].amount - trend->low) / (trend->high - trend->low) * PLOT_HEIGHT;
}

/* A figure below a point that is near the axis would be struck through by it. */
static bool label_on_axis(const Trend *trend, guint i)
{
    return label_below(trend, i) && pixels_above_axis(trend, i) < LABEL_RISE + 10;
}

/* Pixels to move a label down from its point; from near the axis to the far side of it. */
static double label_shift(const Trend *trend, guint i)
{
    if (label_on_axis(trend, i))
        return MAX(pixels_above_axis(trend, i) + LABEL_GAP / 2.0 + 2, LABEL_RISE);
    return label_below(trend, i) ? LABEL_RISE : -LABEL_RISE;
}

/* Room between the axis and its years for such figures. */
static double axis_gap(const Trend *trend)
{
    for (guint i = 0; i < trend->n; i++)
        if (label_on_axis(trend, i))
            return LABEL_GAP;
    return 0;
}

/* Every year, or every second, fifth … where they would touch; the newest is always named. */
static void years_draw(Canvas *canvas, const Trend *trend)
{
    int first = trend->points[0].year;
    int last = trend->points[trend->n - 1].year;
    double needed = canvas_x_units(canvas, chart_text_width(TEXT_LABEL, "2024") + 10);
    int step = MAX((int)ceil(needed), 1);
    for (int year = last; year >= first; year -= step) {
        g_autofree char *text = g_strdup_printf("%d", year);
        canvas_label(canvas, year, canvas->y_low, 0, axis_gap(trend) + TICK_HEIGHT / 2.0,
                     ALIGN_CENTER, TEXT_LABEL, text);
    }
}

static void band_draw(Canvas *canvas, const Trend *trend, const ChartInterval *interval)
{
    if (!interval->present)
        return;
    double half = canvas_x_units(canvas, BAND_WIDTH / 2.0);
    canvas_block_begin(canvas, "interval");
    canvas_block_bar(canvas, interval->year - half, interval->year + half, trend->band_low,
                     trend->band_high);
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, "interval", FILL_BAND);
}

static void fit_draw(Canvas *canvas, const ChartFit *fit, ChartFitKind kind, const char *name,
                     Stroke stroke)
{
    if (!fit->present)
        return;
    double span = fit->last_year - fit->first_year;
    canvas_block_begin(canvas, name);
    for (int i = 0; i <= FIT_SAMPLES; i++) {
        double year = fit->first_year + span * i / FIT_SAMPLES;
        canvas_block_point(canvas, year, chart_fit_at(fit, kind, year));
    }
    canvas_block_end(canvas);
    canvas_plot_line(canvas, name, stroke);
}

static void series_draw(Canvas *canvas, const Trend *trend)
{
    canvas_block_begin(canvas, "series");
    for (guint i = 0; i < trend->n; i++) {
        if (i > 0 && trend->points[i].year != trend->points[i - 1].year + 1)
            canvas_block_gap(canvas);
        canvas_block_point(canvas, trend->points[i].year, trend->points[i].amount);
    }
    canvas_block_end(canvas);
    canvas_plot_line(canvas, "series", STROKE_SERIES);
}

static Dot point_dot(const Trend *trend, const Chart *chart, guint i)
{
    if (trend->points[i].implied)
        return DOT_IMPLIED;
    return i == trend->n - 1 && newest_is_unusual(trend, chart) ? DOT_ALARM : DOT_FILED;
}

static void dots_draw(Canvas *canvas, const Trend *trend, const Chart *chart)
{
    static const char *const NAMES[] = { "filed", "implied", "unusual" };
    for (Dot dot = 0; dot < G_N_ELEMENTS(NAMES); dot++) {
        bool any = false;
        for (guint i = 0; i < trend->n; i++)
            any = any || point_dot(trend, chart, i) == dot;
        if (!any)
            continue;
        canvas_block_begin(canvas, NAMES[dot]);
        for (guint i = 0; i < trend->n; i++)
            if (point_dot(trend, chart, i) == dot)
                canvas_block_dot(canvas, trend->points[i].year, trend->points[i].amount);
        canvas_block_end(canvas);
        canvas_plot_dots(canvas, NAMES[dot], dot);
    }
}

/* Where there is no room for every figure: the ends and the extremes. */
static bool point_notable(const Trend *trend, guint i)
{
    double amount = trend->points[i].amount;
    bool lowest = true;
    bool highest = true;
    for (guint other = 0; other < trend->n; other++) {
        lowest = lowest && amount <= trend->points[other].amount;
        highest = highest && amount >= trend->points[other].amount;
    }
    return i == 0 || i == trend->n - 1 || lowest || highest;
}

static void labels_draw(Canvas *canvas, const Trend *trend, const Chart *chart)
{
    bool room = canvas_x_units(canvas, trend->label_width + 4) <= 1.0;
    double taken_to = -INFINITY;
    for (guint i = 0; i < trend->n; i++) {
        const ChartPoint *point = &trend->points[i];
        double half = canvas_x_units(canvas, trend->label_width / 2 + 2);
        bool newest = i == trend->n - 1;
        if (!newest && !room &&
            (!point_notable(trend, i) || point->year - half < taken_to ||
             point->year + 3 * half > trend->points[trend->n - 1].year))
            continue;
        taken_to = point->year + half;
        g_autofree char *text = chart_amount_text(trend->scale, point->amount, false);
        TextStyle style = point_dot(trend, chart, i) == DOT_ALARM ? TEXT_ALARM
                          : newest                                ? TEXT_STRONG
                                                                  : TEXT_LABEL;
        canvas_label(canvas, point->year, point->amount, 0, label_shift(trend, i), ALIGN_CENTER,
                     style, text);
    }
}

/* The years across the plot, with half a label's room at both ends. */
static void axes_place(Canvas *canvas, const Trend *trend, const Chart *chart)
{
    double left = SHEET_MARGIN + widest_level(trend) + TICK_GAP;
    double right = SHEET_WIDTH - SHEET_MARGIN;
    int first = trend->points[0].year;
    int last = trend->points[trend->n - 1].year;
    if (chart->interval.present) {
        first = MIN(first, chart->interval.year);
        last = MAX(last, chart->interval.year);
    }
    double room = trend->label_width / 2 + 12;
    double padding = MAX(last - first, 1) * room / (right - left - 2 * room);
    if (first == last)
        padding = 1;
    canvas_place(canvas, left, canvas->body_top + TOP_GAP, right,
                 canvas->body_top + TOP_GAP + PLOT_HEIGHT);
    canvas_axes(canvas, first - padding, last + padding, trend->low, trend->high);
}

void canvas_from_trend(Canvas *canvas, const Chart *chart)
{
    Trend trend = { 0 };
    trend_measure(&trend, chart);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, trend.scale.unit);
    sheet_describe(&sheet, &trend, chart);

    canvas_from_sheet(canvas, &sheet, chart,
                      TOP_GAP + PLOT_HEIGHT + axis_gap(&trend) + TICK_HEIGHT);
    axes_place(canvas, &trend, chart);
    levels_draw(canvas, &trend);
    years_draw(canvas, &trend);
    band_draw(canvas, &trend, &chart->interval);
    fit_draw(canvas, &chart->fits[CHART_FIT_LOG_LINEAR], CHART_FIT_LOG_LINEAR, "log_linear",
             STROKE_LOG_LINEAR);
    fit_draw(canvas, &chart->fits[CHART_FIT_THEIL_SEN], CHART_FIT_THEIL_SEN, "theil_sen",
             STROKE_THEIL_SEN);
    series_draw(canvas, &trend);
    dots_draw(canvas, &trend, chart);
    labels_draw(canvas, &trend, chart);
}
