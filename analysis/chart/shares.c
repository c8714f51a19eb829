/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts' shares of a whole over the years, a line a part, named at its right end. Below the years stands how much of the
 * whole changed its place. A year without shares is a gap in every line; an implied one is hollow.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/ends.h"
#include "analysis/chart/parts.h"
#include "analysis/chart/sheet.h"
#include "analysis/chart/years.h"
#include "schema/language.h"

enum { TOP_GAP = 12, PLOT_HEIGHT = 300, TICK_GAP = 8, N_TICKS = 5, MOVED_HEIGHT = 22 };

typedef struct {
    GPtrArray *items; /* const ChartMoneyYear *, borrowed: the years that have parts */
    int first, last;  /* of all years, gaps included */
    ChartParts parts;
    ChartEnds ends;
    ChartYears years;
    double high, step;
    bool moved; /* known of some year */
} Shares;

static void shares_clear(Shares *shares)
{
    g_clear_pointer(&shares->items, g_ptr_array_unref);
    chart_parts_clear(&shares->parts);
    chart_ends_clear(&shares->ends);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shares, shares_clear)

static const ChartMoneyYear *item_at(const Shares *shares, guint i)
{
    return shares->items->pdata[i];
}

static double share_of(const Shares *shares, const ChartMoneyYear *item, guint number)
{
    return 100 * chart_parts_amount(&shares->parts, item, number) / item->whole;
}

/* STROKE_PART_1 … and DOT_PART_1 … stand in the order of the parts; the rest behind them. */
static Stroke stroke_of(const Shares *shares, guint number)
{
    return number == shares->parts.n ? STROKE_REST : STROKE_PART_1 + number;
}

static Dot dot_of(const Shares *shares, guint number)
{
    return number == shares->parts.n ? DOT_REST : DOT_PART_1 + number;
}

/* --- measuring -------------------------------------------------------------------------------- */

static char *moved_text(double moved)
{
    return isnan(moved) ? g_strdup("—") : g_strdup_printf("%.1f", moved);
}

static const char *moved_heading(void)
{
    return say("结构变动", "Moved");
}

/* "76.8 %（+5.6）": the newest share, and the points gained since the first year. */
static char *end_text(const Shares *shares, guint number)
{
    double newest = share_of(shares, item_at(shares, shares->items->len - 1), number);
    double gained = newest - share_of(shares, item_at(shares, 0), number);
    g_autofree char *share = chart_percent_text(newest, false);
    if (fabs(gained) < 0.05)
        return g_strdup_printf(say("%s（±0.0）", "%s (±0.0)"), share);
    return g_strdup_printf(say("%s（%s%.1f）", "%s (%s%.1f)"), share, gained < 0 ? "−" : "+", fabs(gained));
}

static void ends_fill(Shares *shares, const Chart *chart)
{
    chart_ends_init(&shares->ends);
    for (guint i = 0; i < chart_parts_count(&shares->parts); i++) {
        g_autofree char *text = end_text(shares, i);
        chart_ends_add_stroke(&shares->ends, stroke_of(shares, i), chart_parts_name(&shares->parts, chart, i), text);
    }
}

static void axis_choose(Shares *shares)
{
    double largest = 0;
    for (guint i = 0; i < shares->items->len; i++) {
        for (guint number = 0; number < chart_parts_count(&shares->parts); number++)
            largest = MAX(largest, share_of(shares, item_at(shares, i), number));
        shares->moved = shares->moved || !isnan(item_at(shares, i)->moved);
    }
    shares->step = chart_step_round(MAX(largest, 5), N_TICKS);
    shares->high = ceil(largest / shares->step - 1e-9) * shares->step;
}

/* Left of the plot stand the ticks, and the heading of the figures below it. */
static double left_of(const Shares *shares)
{
    double heading = shares->moved ? chart_text_width(TEXT_MUTED, moved_heading()) : 0;
    return SHEET_MARGIN + TICK_GAP + MAX(heading, chart_text_width(TEXT_MUTED, say("100%", "100 %")));
}

static void years_measure(Shares *shares)
{
    double right = SHEET_WIDTH - SHEET_MARGIN - shares->ends.width;
    shares->years = chart_years_between(shares->first, shares->last, left_of(shares), right);
    g_autofree double *moved = g_new(double, shares->items->len + 1);
    for (guint i = 0; i < shares->items->len; i++)
        moved[i] = isnan(item_at(shares, i)->moved) ? 0 : item_at(shares, i)->moved;
    ChartScale scale = {1, "%", 1};
    chart_years_fit(&shares->years, &scale, moved, shares->items->len, TEXT_LABEL);
}

static void shares_measure(Shares *shares, const Chart *chart)
{
    shares->items = g_ptr_array_new();
    for (guint i = 0; i < chart->items->len; i++) {
        ChartMoneyYear *item = &g_array_index(chart->items, ChartMoneyYear, i);
        if (item->parts != NULL)
            g_ptr_array_add(shares->items, item);
        shares->first = i == 0 ? item->year : shares->first;
        shares->last = item->year;
    }
    chart_parts_init(&shares->parts, chart);
    if (shares->items->len > 0)
        ends_fill(shares, chart);
    else
        chart_ends_init(&shares->ends);
    axis_choose(shares);
    years_measure(shares);
}

/* --- words ------------------------------------------------------------------------------------ */

static bool any_implied(const Shares *shares)
{
    for (guint i = 0; i < shares->items->len; i++)
        if (item_at(shares, i)->implied)
            return true;
    return false;
}

static void sheet_describe(ChartSheet *sheet, const Shares *shares)
{
    if (shares->items->len > 0) {
        int first = item_at(shares, 0)->year;
        int newest = item_at(shares, shares->items->len - 1)->year;
        chart_sheet_remark(sheet,
                           say("线末：%d 年的比重；括号内是比 %d 年增减的百分点。",
                               "At the right end: the share of %d, and the points gained since %d."),
                           newest, first);
    }
    if (shares->moved)
        chart_sheet_remark(sheet, "%s",
                           say("结构变动：各类比重比上年增减的绝对值之和的一半，即换了类别的那一部分支出（%）。",
                               "Moved: half the sum of the absolute changes of all shares, in %: the part of the "
                               "whole that changed its class."));
    if (any_implied(shares))
        chart_sheet_remark(sheet, "%s",
                           say("* 空心：该年没有自己的文件，由下一年文件推得。",
                               "* Hollow: not from a filing of that year, but worked out from the filing of the next."));
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void levels_draw(Canvas *canvas, const Shares *shares)
{
    for (guint i = 0; i * shares->step <= shares->high * (1 + 1e-9); i++) {
        g_autofree char *number = chart_tick_text(i * shares->step, shares->step);
        g_autofree char *text = g_strconcat(number, say("%", " %"), NULL);
        canvas_line(canvas, canvas->x_low, i * shares->step, canvas->x_high, i * shares->step,
                    i == 0 ? STROKE_AXIS : STROKE_GRID);
        canvas_label(canvas, canvas->x_low, i * shares->step, -TICK_GAP, 0, ALIGN_RIGHT, TEXT_MUTED, text);
    }
}

static void line_draw(Canvas *canvas, const Shares *shares, guint number)
{
    g_autofree char *name = g_strdup_printf("line%u", number + 1);
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < shares->items->len; i++) {
        if (i > 0 && item_at(shares, i)->year != item_at(shares, i - 1)->year + 1)
            canvas_block_gap(canvas);
        canvas_block_point(canvas, item_at(shares, i)->year, share_of(shares, item_at(shares, i), number));
    }
    canvas_block_end(canvas);
    canvas_plot_line(canvas, name, stroke_of(shares, number));
}

static void dots_draw(Canvas *canvas, const Shares *shares, guint number, bool implied)
{
    g_autofree char *name = g_strdup_printf("dots%u%s", number + 1, implied ? "_implied" : "");
    bool any = false;
    for (guint i = 0; i < shares->items->len; i++)
        any = any || item_at(shares, i)->implied == implied;
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < shares->items->len; i++)
        if (item_at(shares, i)->implied == implied)
            canvas_block_dot(canvas, item_at(shares, i)->year, share_of(shares, item_at(shares, i), number));
    canvas_block_end(canvas);
    canvas_plot_dots(canvas, name, implied ? DOT_PART_IMPLIED : dot_of(shares, number));
}

static const ChartMoneyYear *item_of_year(const Shares *shares, int year)
{
    for (guint i = 0; i < shares->items->len; i++)
        if (item_at(shares, i)->year == year)
            return item_at(shares, i);
    return NULL;
}

static void years_draw(Canvas *canvas, const Shares *shares)
{
    double y = canvas->bottom + CHART_YEARS_HEIGHT + MOVED_HEIGHT / 2.0;
    if (shares->moved)
        canvas_text(canvas, SHEET_MARGIN, y, ALIGN_LEFT, TEXT_MUTED, moved_heading());
    for (int year = shares->first; year <= shares->last; year++) {
        const ChartMoneyYear *item = item_of_year(shares, year);
        chart_years_name(&shares->years, canvas, year, item != NULL, item != NULL && item->implied);
        if (!shares->moved || item == NULL || !chart_years_told(&shares->years, year))
            continue;
        g_autofree char *text = moved_text(item->moved);
        canvas_text(canvas, chart_years_middle(&shares->years, year), y, ALIGN_CENTER, TEXT_LABEL, text);
    }
}

static void names_draw(Canvas *canvas, Shares *shares, double top)
{
    const ChartMoneyYear *newest = item_at(shares, shares->items->len - 1);
    for (guint i = 0; i < chart_parts_count(&shares->parts); i++)
        chart_ends_aim(&shares->ends, i,
                       canvas->bottom - share_of(shares, newest, i) / canvas_y_units(canvas, 1));
    double x = chart_years_middle(&shares->years, newest->year) + DOT_RADIUS;
    double end = canvas->right - shares->years.slot / 2 + DOT_RADIUS;
    chart_ends_draw(&shares->ends, canvas, MAX(x, end), top, canvas->body_bottom);
}

void canvas_from_shares(Canvas *canvas, const Chart *chart)
{
    g_auto(Shares) shares = {0};
    shares_measure(&shares, chart);
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, "%");
    sheet_describe(&sheet, &shares);

    double plot = MAX(PLOT_HEIGHT, shares.ends.height - TOP_GAP - CHART_YEARS_HEIGHT);
    canvas_from_sheet(canvas, &sheet, chart,
                      TOP_GAP + plot + CHART_YEARS_HEIGHT + (shares.moved ? MOVED_HEIGHT : 0));
    double top = canvas->body_top + TOP_GAP;
    chart_years_place(&shares.years, canvas, top, top + plot, 0, MAX(shares.high, shares.step));
    levels_draw(canvas, &shares);
    years_draw(canvas, &shares);
    if (shares.items->len == 0)
        return;
    for (guint i = 0; i < chart_parts_count(&shares.parts); i++) {
        line_draw(canvas, &shares, i);
        dots_draw(canvas, &shares, i, false);
        dots_draw(canvas, &shares, i, true);
    }
    names_draw(canvas, &shares, canvas->body_top);
}
