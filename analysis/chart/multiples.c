/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small multiples: a panel a subject, all over the same years, each on an amount axis of its own that begins at zero.
 *
 * What is to be read stands above the plot as text: the newest amount, its growth, the range that the past lets
 * expect. The plot holds no text but the amount of its top line, so that nothing can overlap however the series runs.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum {
    WIDE_COLUMNS = 2,
    MOST_WIDE = 4, /* as many panels stand in two columns */
    MOST_COLUMNS = 3,
    COLUMN_GAP = 24,
    ROW_GAP = 18,
    TITLE_LINES = 2,
    TITLE_GAP = 2,
    FIGURES_LINE = 20,
    RANGE_LINE = 18,
    LEVEL_LINE = 17,
    PLOT_HEIGHT = 92,
    YEARS_LINE = 20,
    BAND_WIDTH = 16,
    EDGE = 12, /* from the panel's edge to the first and the last year */
    N_LEVELS = 2
};

static const double SMALL_DOT = 3.5;

typedef struct {
    const ChartPanel *item; /* borrowed */
    char **title;
    CanvasFrame frame;
    double step;     /* of the amount axis */
    double band_low; /* of the interval, as far as it is drawn */
    double band_high;
} Panel;

typedef struct {
    Panel *panels;
    guint n;
    guint columns;
    double width; /* of a panel */
    int first_year;
    int last_year;
    bool ranges; /* some panel has an interval: all keep a line for it */
    ChartScale scale;
} Multiples;

static void multiples_clear(Multiples *multiples)
{
    for (guint i = 0; i < multiples->n; i++)
        g_strfreev(multiples->panels[i].title);
    g_clear_pointer(&multiples->panels, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Multiples, multiples_clear)

static const ChartPoint *point_at(const Panel *panel, guint index)
{
    return &g_array_index(panel->item->points, ChartPoint, index);
}

static const ChartPoint *newest_point(const Panel *panel)
{
    return point_at(panel, panel->item->points->len - 1);
}

static bool newest_is_unusual(const Panel *panel)
{
    const ChartInterval *interval = &panel->item->interval;
    const ChartPoint *newest = newest_point(panel);
    return interval->present && interval->year == newest->year &&
           (newest->amount < interval->low || newest->amount > interval->high);
}

/* ---- what must be shown ---- */

/* An interval of few years may reach anywhere; it stretches the axis to twice the figures at most. */
static void axis_choose(Panel *panel)
{
    double low = 0, high = 0;
    for (guint i = 0; i < panel->item->points->len; i++) {
        low = MIN(low, point_at(panel, i)->amount);
        high = MAX(high, point_at(panel, i)->amount);
    }
    const ChartInterval *interval = &panel->item->interval;
    double reach = MAX(high - low, 1e-6);
    if (interval->present) {
        panel->band_low = CLAMP(interval->low, low, high + reach);
        panel->band_high = CLAMP(interval->high, low, high + reach);
        high = MAX(high, panel->band_high);
    }
    double span = high - low > 0 ? high - low : 1;
    panel->step = chart_step_round(span, N_LEVELS);
    panel->frame.y_low = low < 0 ? floor(low / panel->step - 1e-9) * panel->step : 0;
    panel->frame.y_high = MAX(ceil(high / panel->step - 1e-9), 1) * panel->step;
    /* The top line is near the highest figure: half a step more is enough where a whole one would be empty. */
    if (panel->frame.y_high - panel->step / 2 >= high && high > 0)
        panel->frame.y_high -= panel->step / 2;
}

static gint amount_compare(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* By the subject in the middle: the largest alone would leave the others nothing but decimals. */
static ChartScale scale_choose(const Multiples *multiples, const Chart *chart)
{
    g_autoptr(GArray) newest = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < multiples->n; i++) {
        double amount = fabs(newest_point(&multiples->panels[i])->amount);
        g_array_append_val(newest, amount);
    }
    g_array_sort(newest, amount_compare);
    return chart_scale_choose(chart, g_array_index(newest, double, newest->len / 2));
}

static void multiples_measure(Multiples *multiples, const Chart *chart)
{
    multiples->n = chart->items->len;
    multiples->panels = g_new0(Panel, multiples->n);
    multiples->columns = multiples->n <= MOST_WIDE ? MIN(multiples->n, WIDE_COLUMNS) : MOST_COLUMNS;
    multiples->width =
        (SHEET_WIDTH - 2.0 * SHEET_MARGIN - (multiples->columns - 1.0) * COLUMN_GAP) / multiples->columns;
    multiples->first_year = G_MAXINT;
    multiples->last_year = G_MININT;
    for (guint i = 0; i < multiples->n; i++) {
        Panel *panel = &multiples->panels[i];
        panel->item = &g_array_index(chart->items, ChartPanel, i);
        g_autofree char *clean = caption_clean(panel->item->label);
        panel->title = caption_wrap(*clean != '\0' ? clean : "—", chart_text_ems(TEXT_STRONG, multiples->width),
                                    TITLE_LINES);
        axis_choose(panel);
        multiples->first_year = MIN(multiples->first_year, point_at(panel, 0)->year);
        multiples->last_year = MAX(multiples->last_year, newest_point(panel)->year);
        multiples->ranges = multiples->ranges || panel->item->interval.present;
    }
    multiples->scale = scale_choose(multiples, chart);
}

/* ---- layout ---- */

/* The tallest title of a row of panels, in lines. */
static guint title_lines(const Multiples *multiples, guint row)
{
    guint most = 1;
    for (guint i = row * multiples->columns; i < MIN(multiples->n, (row + 1) * multiples->columns); i++)
        most = MAX(most, g_strv_length(multiples->panels[i].title));
    return most;
}

static double row_height(const Multiples *multiples, guint row)
{
    return title_lines(multiples, row) * TEXT_LOOKS[TEXT_STRONG].line + TITLE_GAP + FIGURES_LINE +
           (multiples->ranges ? RANGE_LINE : 0) + LEVEL_LINE + PLOT_HEIGHT + YEARS_LINE;
}

static guint n_rows(const Multiples *multiples)
{
    return (multiples->n + multiples->columns - 1) / multiples->columns;
}

static double body_height(const Multiples *multiples)
{
    double height = (n_rows(multiples) - 1.0) * ROW_GAP;
    for (guint row = 0; row < n_rows(multiples); row++)
        height += row_height(multiples, row);
    return height;
}

static void panels_place(Multiples *multiples, double top)
{
    for (guint i = 0; i < multiples->n; i++) {
        guint row = i / multiples->columns, column = i % multiples->columns;
        if (i > 0 && column == 0)
            top += row_height(multiples, row - 1) + ROW_GAP;
        CanvasFrame *frame = &multiples->panels[i].frame;
        double span = MAX(multiples->last_year - multiples->first_year, 1);
        double edge = span * EDGE / (multiples->width - 2 * EDGE);
        frame->left = SHEET_MARGIN + column * (multiples->width + COLUMN_GAP);
        frame->right = frame->left + multiples->width;
        frame->bottom = top + row_height(multiples, row) - YEARS_LINE;
        frame->top = frame->bottom - PLOT_HEIGHT;
        frame->x_low = multiples->last_year - span - edge;
        frame->x_high = multiples->last_year + edge;
    }
}

/* ---- drawing ---- */

/* Titles stand on the figures below them, so that a short one beside a long one leaves no hole. */
static void heading_draw(Canvas *canvas, const Multiples *multiples, const Panel *panel)
{
    const CanvasFrame *frame = &panel->frame;
    double range = frame->top - LEVEL_LINE - RANGE_LINE / 2.0;
    double figures = frame->top - LEVEL_LINE - (multiples->ranges ? RANGE_LINE : 0) - FIGURES_LINE / 2.0;
    double line = TEXT_LOOKS[TEXT_STRONG].line;
    guint n = g_strv_length(panel->title);
    for (guint i = 0; i < n; i++)
        canvas_text(canvas, frame->left, figures - FIGURES_LINE / 2.0 - TITLE_GAP - (n - i - 0.5) * line, ALIGN_LEFT,
                    TEXT_STRONG, panel->title[i]);
    g_autofree char *amount = chart_amount_text(multiples->scale, newest_point(panel)->amount, false);
    TextStyle style = newest_is_unusual(panel) ? TEXT_ALARM : TEXT_LABEL;
    canvas_text(canvas, frame->left, figures, ALIGN_LEFT, style, amount);
    if (isfinite(panel->item->growth)) {
        g_autofree char *growth = chart_percent_text(panel->item->growth, true);
        canvas_text(canvas, frame->right, figures, ALIGN_RIGHT, style, growth);
    }
    if (panel->item->interval.present) {
        g_autofree char *low = chart_amount_text(multiples->scale, panel->item->interval.low, false);
        g_autofree char *high = chart_amount_text(multiples->scale, panel->item->interval.high, false);
        g_autofree char *text = g_strdup_printf(say("应在 %s–%s", "expected %s–%s"), low, high);
        g_auto(GStrv) lines = caption_wrap(text, chart_text_ems(TEXT_MUTED, multiples->width), 1);
        canvas_text(canvas, frame->left, range, ALIGN_LEFT, TEXT_MUTED, lines[0]);
    } else if (multiples->ranges) {
        canvas_text(canvas, frame->left, range, ALIGN_LEFT, TEXT_MUTED, say("往年不足以推算", "too little to expect from"));
    }
}

static void level_draw(Canvas *canvas, const CanvasFrame *frame, double level, Stroke stroke)
{
    double y = canvas_frame_y(frame, level);
    canvas_line(canvas, frame->left, y, frame->right, y, stroke);
}

static void axis_draw(Canvas *canvas, const Multiples *multiples, const Panel *panel)
{
    const CanvasFrame *frame = &panel->frame;
    double divisor = multiples->scale.divisor;
    g_autofree char *text = chart_tick_text(frame->y_high / divisor, frame->y_high / divisor);
    level_draw(canvas, frame, frame->y_high, STROKE_GRID);
    canvas_text(canvas, frame->left, frame->top - LEVEL_LINE / 2.0 + 1, ALIGN_LEFT, TEXT_MUTED, text);
    level_draw(canvas, frame, 0, STROKE_AXIS);
    if (frame->y_low < 0)
        level_draw(canvas, frame, frame->y_low, STROKE_GRID);
}

/* Every year, or every second, third … where they would touch; the newest is always named. */
static void years_draw(Canvas *canvas, const Multiples *multiples, const CanvasFrame *frame)
{
    double width = chart_text_width(TEXT_MUTED, "2024");
    double pixels = canvas_frame_x(frame, multiples->last_year) - canvas_frame_x(frame, multiples->last_year - 1);
    int step = MAX((int)ceil((width + 12) / pixels), 1);
    for (int year = multiples->last_year; year >= multiples->first_year; year -= step) {
        g_autofree char *text = g_strdup_printf("%d", year);
        double x = CLAMP(canvas_frame_x(frame, year), frame->left + width / 2, frame->right - width / 2);
        canvas_text(canvas, x, frame->bottom + YEARS_LINE / 2.0 + 1, ALIGN_CENTER, TEXT_MUTED, text);
    }
}

static char *block_name(const char *what, guint index)
{
    return g_strdup_printf("%s%u", what, index + 1);
}

static void band_draw(Canvas *canvas, const Panel *panel, guint index)
{
    const ChartInterval *interval = &panel->item->interval;
    if (!interval->present)
        return;
    const CanvasFrame *frame = &panel->frame;
    double half = BAND_WIDTH / 2.0 / (canvas_frame_x(frame, 1) - canvas_frame_x(frame, 0));
    g_autofree char *name = block_name("expected", index);
    canvas_block_begin(canvas, name);
    canvas_block_bar(canvas, interval->year - half, interval->year + half, panel->band_low, panel->band_high);
    canvas_block_end(canvas);
    canvas_plot_bars_within(canvas, frame, name, FILL_BAND);
}

/* The line as far as the axis goes: a falling one ends where it meets zero. */
static bool fit_clip(const Panel *panel, double years[2], double amounts[2])
{
    const ChartFit *fit = &panel->item->fit;
    const double low = panel->frame.y_low, high = panel->frame.y_high;
    years[0] = fit->first_year;
    years[1] = fit->last_year;
    for (int end = 0; end < 2; end++) {
        amounts[end] = chart_fit_at(fit, CHART_FIT_THEIL_SEN, years[end]);
        double meets = CLAMP(amounts[end], low, high);
        if (fabs(amounts[end] - meets) <= 0)
            continue;
        if (fpclassify(fit->slope) == FP_ZERO)
            return false;
        years[end] = fit->origin + (meets - fit->intercept) / fit->slope;
        amounts[end] = meets;
    }
    return years[0] < years[1] && years[0] >= fit->first_year - 1e-9 && years[1] <= fit->last_year + 1e-9;
}

static void fit_draw(Canvas *canvas, const Panel *panel, guint index)
{
    double years[2], amounts[2];
    if (!panel->item->fit.present || !fit_clip(panel, years, amounts))
        return;
    g_autofree char *name = block_name("trend", index);
    canvas_block_begin(canvas, name);
    for (int end = 0; end < 2; end++)
        canvas_block_point(canvas, years[end], amounts[end]);
    canvas_block_end(canvas);
    canvas_plot_line_within(canvas, &panel->frame, name, STROKE_THEIL_SEN);
}

static void series_draw(Canvas *canvas, const Panel *panel, guint index)
{
    g_autofree char *name = block_name("series", index);
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < panel->item->points->len; i++) {
        if (i > 0 && point_at(panel, i)->year != point_at(panel, i - 1)->year + 1)
            canvas_block_gap(canvas);
        canvas_block_point(canvas, point_at(panel, i)->year, point_at(panel, i)->amount);
    }
    canvas_block_end(canvas);
    canvas_plot_line_within(canvas, &panel->frame, name, STROKE_SERIES);
}

static Dot point_dot(const Panel *panel, guint i)
{
    if (point_at(panel, i)->implied)
        return DOT_IMPLIED;
    return i == panel->item->points->len - 1 && newest_is_unusual(panel) ? DOT_ALARM : DOT_FILED;
}

static void dots_draw(Canvas *canvas, const Panel *panel, guint index)
{
    static const char *const NAMES[DOT_N] = {[DOT_FILED] = "filed", [DOT_IMPLIED] = "implied", [DOT_ALARM] = "unusual"};
    static const Dot DRAWN[] = {DOT_FILED, DOT_IMPLIED, DOT_ALARM};
    for (guint d = 0; d < G_N_ELEMENTS(DRAWN); d++) {
        guint count = 0;
        g_autofree char *name = block_name(NAMES[DRAWN[d]], index);
        for (guint i = 0; i < panel->item->points->len; i++) {
            if (point_dot(panel, i) != DRAWN[d])
                continue;
            if (count++ == 0)
                canvas_block_begin(canvas, name);
            canvas_block_point(canvas, point_at(panel, i)->year, point_at(panel, i)->amount);
        }
        if (count == 0)
            continue;
        canvas_block_end(canvas);
        canvas_plot_dots_within(canvas, &panel->frame, name, DRAWN[d],
                                DRAWN[d] == DOT_ALARM ? DOT_RADIUS : SMALL_DOT);
    }
}

/* ---- words ---- */

static void legend_describe(ChartSheet *sheet, const Multiples *multiples)
{
    bool seen[DOT_N] = {false};
    bool fit = false;
    for (guint i = 0; i < multiples->n; i++) {
        fit = fit || multiples->panels[i].item->fit.present;
        for (guint at = 0; at < multiples->panels[i].item->points->len; at++)
            seen[point_dot(&multiples->panels[i], at)] = true;
    }
    if (seen[DOT_FILED])
        chart_sheet_legend_dot(sheet, DOT_FILED, say("当年文件", "own filing"));
    if (seen[DOT_IMPLIED])
        chart_sheet_legend_dot(sheet, DOT_IMPLIED, say("由下一年文件推得", "implied by the next filing"));
    if (seen[DOT_ALARM])
        chart_sheet_legend_dot(sheet, DOT_ALARM, say("超出往年推算", "outside of what was expected"));
    if (fit)
        chart_sheet_legend_stroke(sheet, STROKE_THEIL_SEN, say("Theil–Sen 趋势", "Theil–Sen trend"));
    if (multiples->ranges)
        chart_sheet_legend_fill(sheet, FILL_BAND, say("95 % 预测区间", "95 % prediction interval"));
}

static bool ranges_are_cut(const Multiples *multiples)
{
    for (guint i = 0; i < multiples->n; i++) {
        const Panel *panel = &multiples->panels[i];
        const ChartInterval *interval = &panel->item->interval;
        if (interval->present && (interval->low < panel->band_low || interval->high > panel->band_high))
            return true;
    }
    return false;
}

static void sheet_describe(ChartSheet *sheet, const Multiples *multiples, const Chart *chart)
{
    legend_describe(sheet, multiples);
    chart_sheet_remark(sheet, "%s",
                       say("各小图年份轴相同；金额轴各自从零起，左上角是顶线的金额，不可跨图比高低。图上方：末年金额、比上年增幅。",
                           "All panels share their years. Each has an amount axis of its own from zero, whose top line is "
                           "labelled: compare shapes, not heights. Above each: the newest amount, its growth on the year before."));
    if (multiples->ranges)
        chart_sheet_remark(sheet, "%s",
                           say("趋势线和区间只用末年之前的各年推算，至少三年。即使一切如常，每 20 个科目也约有 1 个落在区间之外。",
                               "Trend and interval are worked out from the years before the newest, three at least. Even when all "
                               "is as usual, about one subject in twenty lies outside."));
    if (ranges_are_cut(multiples))
        chart_sheet_remark(sheet, "%s", say("有的区间超出图幅，未全部画出，以文字为准。",
                                            "Some intervals reach beyond their panel and are not drawn in full: see the text."));
    if (chart->n_left_out > 0)
        chart_sheet_remark(sheet, say("另有 %u 个科目没有画出。", "%u more subjects are not drawn."), chart->n_left_out);
}

void canvas_from_multiples(Canvas *canvas, const Chart *chart)
{
    g_auto(Multiples) multiples = {0};
    multiples_measure(&multiples, chart);
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, multiples.scale.unit);
    sheet_describe(&sheet, &multiples, chart);
    canvas_from_sheet(canvas, &sheet, chart, body_height(&multiples));
    canvas_sheet_axes(canvas);
    panels_place(&multiples, canvas->body_top);
    for (guint i = 0; i < multiples.n; i++) {
        const Panel *panel = &multiples.panels[i];
        heading_draw(canvas, &multiples, panel);
        axis_draw(canvas, &multiples, panel);
        years_draw(canvas, &multiples, &panel->frame);
        band_draw(canvas, panel, i);
        fit_draw(canvas, panel, i);
        series_draw(canvas, panel, i);
        dots_draw(canvas, panel, i);
    }
}
