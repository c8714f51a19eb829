/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A whole and its parts, a column a year, the largest part at the bottom where it can be compared. The whole and its growth
 * stand above, the parts' names beside the newest column. An implied year is hollow; a missing one keeps its place. A year
 * of which only the whole is known is one undivided column.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/ends.h"
#include "analysis/chart/parts.h"
#include "analysis/chart/sheet.h"
#include "analysis/chart/years.h"
#include "schema/language.h"

enum { PLOT_HEIGHT = 290, ABOVE_HEIGHT = 42, WHOLE_RISE = 11, GROWTH_RISE = 29 };

static const double COLUMN_SHARE = 0.68; /* of a year's place */

typedef struct {
    const ChartMoneyYear *items; /* borrowed */
    guint n;
    ChartParts parts;
    ChartScale scale;
    ChartEnds ends;
    ChartYears years;
    double low, high;
} Stack;

static void stack_clear(Stack *stack)
{
    chart_parts_clear(&stack->parts);
    chart_ends_clear(&stack->ends);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Stack, stack_clear)

static Fill fill_of(const Stack *stack, guint number, bool implied)
{
    if (number == stack->parts.n)
        return implied ? FILL_REST_IMPLIED : FILL_REST;
    return (implied ? FILL_PART_1_IMPLIED : FILL_PART_1) + number;
}

/* --- measuring -------------------------------------------------------------------------------- */

static void ends_fill(Stack *stack, const Chart *chart)
{
    chart_ends_init(&stack->ends);
    const ChartMoneyYear *newest = chart_parts_newest(chart);
    for (guint i = 0; newest != NULL && i < chart_parts_count(&stack->parts); i++) {
        double amount = chart_parts_amount(&stack->parts, newest, i);
        g_autofree char *figure = chart_amount_text(stack->scale, amount, false);
        g_autofree char *share = chart_percent_text(100 * amount / newest->whole, false);
        g_autofree char *both = g_strdup_printf(say("%s（%s）", "%s (%s)"), figure, share);
        chart_ends_add_fill(&stack->ends, fill_of(stack, i, false), chart_parts_name(&stack->parts, chart, i),
                            amount > 0 ? both : "—");
    }
}

/* In %; NAN where the year before is missing, or gives no rate. */
static double growth_of(const Stack *stack, guint i)
{
    const ChartMoneyYear *now = &stack->items[i];
    const ChartMoneyYear *before = i > 0 ? &stack->items[i - 1] : NULL;
    if (before == NULL || before->year != now->year - 1 || before->whole <= 0)
        return NAN;
    return 100 * (now->whole / before->whole - 1);
}

static void years_measure(Stack *stack)
{
    g_autofree double *wholes = g_new(double, stack->n);
    g_autofree double *growths = g_new(double, stack->n);
    for (guint i = 0; i < stack->n; i++) {
        wholes[i] = stack->items[i].whole;
        growths[i] = growth_of(stack, i);
        stack->high = MAX(stack->high, wholes[i]);
        stack->low = MIN(stack->low, wholes[i]);
    }
    if (stack->high - stack->low <= 0)
        stack->high = 1;
    double right = SHEET_WIDTH - SHEET_MARGIN - stack->ends.width;
    stack->years = chart_years_between(stack->items[0].year, stack->items[stack->n - 1].year, SHEET_MARGIN, right);
    chart_years_fit(&stack->years, &stack->scale, wholes, stack->n, TEXT_STRONG);
    chart_years_fit_rates(&stack->years, growths, stack->n, true, TEXT_MUTED);
}

/* The names need the scale, the scale needs the room that the names leave: once more when it changed. */
static void stack_measure(Stack *stack, const Chart *chart)
{
    stack->items = (const ChartMoneyYear *)(void *)chart->items->data;
    stack->n = chart->items->len;
    chart_parts_init(&stack->parts, chart);
    double largest = 0;
    for (guint i = 0; i < stack->n; i++)
        largest = MAX(largest, fabs(stack->items[i].whole));
    stack->scale = chart_scale_choose(chart, largest);
    ends_fill(stack, chart);
    years_measure(stack);
    chart_ends_clear(&stack->ends);
    ends_fill(stack, chart);
    years_measure(stack);
}

/* --- words ------------------------------------------------------------------------------------ */

static void sheet_describe(ChartSheet *sheet, const Stack *stack)
{
    bool implied = false;
    bool undivided = false;
    for (guint i = 0; i < stack->n; i++) {
        implied = implied || stack->items[i].implied;
        undivided = undivided || (stack->items[i].parts == NULL && stack->parts.n > 0);
    }
    chart_sheet_remark(sheet, "%s", say("柱顶：合计，及比上年的增长。", "Above each column: the total, and its growth."));
    if (implied)
        chart_sheet_remark(sheet, "%s",
                           say("* 空心：该年没有自己的文件或没有这个数，由下一年文件推得。",
                               "* Hollow: not from a filing of that year, but worked out from the filing of the next."));
    if (undivided)
        chart_sheet_remark(sheet, "%s",
                           say("灰色不分段的柱：只知道合计，各组成部分不全。",
                               "An undivided column: the total is known, its parts are not, or not all."));
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void column_block(Canvas *canvas, int year, double low, double high)
{
    canvas_block_bar(canvas, year - COLUMN_SHARE / 2, year + COLUMN_SHARE / 2, low, high);
}

static bool part_present(const Stack *stack, guint i, guint number, bool implied)
{
    const ChartMoneyYear *item = &stack->items[i];
    return item->parts != NULL && item->implied == implied && chart_parts_amount(&stack->parts, item, number) > 0;
}

static double amount_below(const Stack *stack, const ChartMoneyYear *item, guint number)
{
    double below = 0;
    for (guint i = 0; i < number; i++)
        below += chart_parts_amount(&stack->parts, item, i);
    return below;
}

static void part_draw(Canvas *canvas, const Stack *stack, guint number, bool implied)
{
    g_autofree char *name = g_strdup_printf("part%u%s", number + 1, implied ? "_implied" : "");
    bool any = false;
    for (guint i = 0; i < stack->n; i++)
        any = any || part_present(stack, i, number, implied);
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < stack->n; i++) {
        if (!part_present(stack, i, number, implied))
            continue;
        double low = amount_below(stack, &stack->items[i], number);
        column_block(canvas, stack->items[i].year, low,
                     low + chart_parts_amount(&stack->parts, &stack->items[i], number));
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, fill_of(stack, number, implied));
}

static bool whole_present(const ChartMoneyYear *item, bool implied)
{
    return item->parts == NULL && item->implied == implied && fpclassify(item->whole) != FP_ZERO;
}

static void wholes_draw(Canvas *canvas, const Stack *stack, bool implied)
{
    const char *name = implied ? "whole_implied" : "whole";
    bool any = false;
    for (guint i = 0; i < stack->n; i++)
        any = any || whole_present(&stack->items[i], implied);
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < stack->n; i++)
        if (whole_present(&stack->items[i], implied))
            column_block(canvas, stack->items[i].year, MIN(stack->items[i].whole, 0),
                         MAX(stack->items[i].whole, 0));
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, implied ? FILL_WHOLE_IMPLIED : FILL_WHOLE);
}

static void whole_draw(Canvas *canvas, const Stack *stack, const ChartMoneyYear *item)
{
    g_autofree char *whole = chart_amount_text(stack->scale, item->whole, false);
    canvas_label(canvas, item->year, MAX(item->whole, 0), 0, -WHOLE_RISE, ALIGN_CENTER, TEXT_STRONG, whole);
}

static void growth_draw(Canvas *canvas, const Stack *stack, guint i)
{
    const ChartMoneyYear *item = &stack->items[i];
    double growth = growth_of(stack, i);
    if (isnan(growth))
        return;
    g_autofree char *text = chart_years_rate(&stack->years, growth, true);
    double rise = chart_years_told(&stack->years, item->year) ? GROWTH_RISE : WHOLE_RISE;
    canvas_label(canvas, item->year, MAX(item->whole, 0), 0, -rise, ALIGN_CENTER, TEXT_MUTED, text);
}

static void figures_draw(Canvas *canvas, const Stack *stack)
{
    for (guint i = 0; i < stack->n; i++) {
        if (chart_years_told(&stack->years, stack->items[i].year))
            whole_draw(canvas, stack, &stack->items[i]);
        if (chart_years_rated(&stack->years, stack->items[i].year))
            growth_draw(canvas, stack, i);
    }
}

static void years_draw(Canvas *canvas, const Stack *stack)
{
    for (int year = stack->years.first; year <= stack->years.last; year++) {
        const ChartMoneyYear *found = NULL;
        for (guint i = 0; i < stack->n; i++)
            if (stack->items[i].year == year)
                found = &stack->items[i];
        chart_years_name(&stack->years, canvas, year, found != NULL, found != NULL && found->implied);
    }
}

static void names_draw(Canvas *canvas, Stack *stack, double top)
{
    const ChartMoneyYear *newest = &stack->items[stack->n - 1];
    for (guint i = 0; newest->parts != NULL && i < chart_parts_count(&stack->parts); i++) {
        double middle =
            amount_below(stack, newest, i) + chart_parts_amount(&stack->parts, newest, i) / 2 - canvas->y_low;
        chart_ends_aim(&stack->ends, i, canvas->bottom - middle / canvas_y_units(canvas, 1));
    }
    chart_ends_draw(&stack->ends, canvas, canvas->right - stack->years.slot * (1 - COLUMN_SHARE) / 2, top,
                    canvas->body_bottom);
}

void canvas_from_stack(Canvas *canvas, const Chart *chart)
{
    g_auto(Stack) stack = {0};
    stack_measure(&stack, chart);
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, stack.scale.unit);
    sheet_describe(&sheet, &stack);

    double plot = MAX(PLOT_HEIGHT, stack.ends.height - ABOVE_HEIGHT - CHART_YEARS_HEIGHT);
    canvas_from_sheet(canvas, &sheet, chart, ABOVE_HEIGHT + plot + CHART_YEARS_HEIGHT);
    double top = canvas->body_top + ABOVE_HEIGHT;
    chart_years_place(&stack.years, canvas, top, top + plot, stack.low, stack.high);
    for (guint i = 0; i < chart_parts_count(&stack.parts); i++) {
        part_draw(canvas, &stack, i, false);
        part_draw(canvas, &stack, i, true);
    }
    wholes_draw(canvas, &stack, false);
    wholes_draw(canvas, &stack, true);
    canvas_line(canvas, canvas->x_low, 0, canvas->x_high, 0, STROKE_AXIS);
    figures_draw(canvas, &stack);
    years_draw(canvas, &stack);
    names_draw(canvas, &stack, canvas->body_top);
}
