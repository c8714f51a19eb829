/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Growth by subject and year: a cell each, coloured by steps and with the figure in it, so that it can be read without
 * colour. Steps are taken of the whole percent that is printed: a cell never contradicts its colour.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/rows.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum { HEADING_HEIGHT = 22, BOTTOM_GAP = 6, WIDEST_CELL = 76, MARK_INSET = 6 };

static const double MARK_RADIUS = 2.5;

/* No cell has room for a larger figure, nor a reader use for one. */
static const double BEYOND = 999;

/* From its lower end (or, above zero, from its smallest figure) to the next step. */
static const struct {
    Fill fill;
    double most; /* whole %, inclusive */
    const char *text;
    bool dark;
} STEPS[] = {
    {FILL_HEAT_DOWN_MOST, -50, "≤ −50", true}, {FILL_HEAT_DOWN_MORE, -20, "−49…−20", false},
    {FILL_HEAT_DOWN, -5, "−19…−5", false},     {FILL_HEAT_FLAT, 4, "±4", false},
    {FILL_HEAT_UP, 19, "+5…+19", false},       {FILL_HEAT_UP_MORE, 49, "+20…+49", false},
    {FILL_HEAT_UP_MOST, INFINITY, "≥ +50", true},
};

static const ChartHeatRow *row_at(const Chart *chart, guint i)
{
    return &g_array_index(chart->items, ChartHeatRow, i);
}

static guint n_years(const Chart *chart)
{
    return row_at(chart, 0)->cells->len;
}

static const ChartCell *cell_at(const Chart *chart, guint row, guint year)
{
    return &g_array_index(row_at(chart, row)->cells, ChartCell, year);
}

static guint step_of(const ChartCell *cell)
{
    guint i = 0;
    while (round(cell->growth) > STEPS[i].most)
        i++;
    return i;
}

static Fill cell_fill(const ChartCell *cell)
{
    return cell->state == CHART_CELL_NEW    ? FILL_HEAT_NEW
           : cell->state == CHART_CELL_GONE ? FILL_HEAT_GONE
                                            : STEPS[step_of(cell)].fill;
}

static char *cell_text(const ChartCell *cell)
{
    if (cell->state == CHART_CELL_NEW)
        return g_strdup(say("新", "new"));
    if (cell->state == CHART_CELL_GONE)
        return g_strdup(say("无", "—"));
    if (round(cell->growth) > BEYOND)
        return g_strdup(">999");
    /* Rounding must not print "−0". */
    const int percent = (int)round(cell->growth);
    return percent == 0 ? g_strdup("0") : g_strdup_printf(percent > 0 ? "+%d" : "−%d", ABS(percent));
}

static void legend_describe(ChartSheet *sheet, const Chart *chart)
{
    bool seen[CHART_N_CELL_STATES] = {false};
    bool implied = false;
    for (guint row = 0; row < chart->items->len; row++)
        for (guint year = 0; year < n_years(chart); year++) {
            seen[cell_at(chart, row, year)->state] = true;
            implied = implied || cell_at(chart, row, year)->implied;
        }
    for (guint i = 0; i < G_N_ELEMENTS(STEPS); i++)
        chart_sheet_legend_fill(sheet, STEPS[i].fill, STEPS[i].text);
    if (seen[CHART_CELL_NEW])
        chart_sheet_legend_fill(sheet, FILL_HEAT_NEW, say("新：上年没有", "new: nothing the year before"));
    if (seen[CHART_CELL_GONE])
        chart_sheet_legend_fill(sheet, FILL_HEAT_GONE, say("无：本年没有了", "—: nothing any more"));
    if (implied)
        chart_sheet_legend_dot(sheet, DOT_IMPLIED, say("有一年由下一年文件推得", "one year implied by the next filing"));
    if (seen[CHART_CELL_UNKNOWN])
        chart_sheet_remark(sheet, "%s", say("空格：两年中有一年没有数据，或两年都没有金额。",
                                            "Empty: one of the two years is not known, or neither has an amount."));
}

static void sheet_describe(ChartSheet *sheet, const Chart *chart)
{
    legend_describe(sheet, chart);
    chart_sheet_remark(sheet, "%s", say("格中为比上年可比数的增幅（%），取整；科目调整已按确认的对应关系折算。",
                                        "Growth on the comparable figure of the year before, in whole %; confirmed moves "
                                        "between subjects are accounted for."));
    if (chart->n_left_out > 0)
        chart_sheet_remark(sheet, say("另有 %u 个金额较小的科目没有画出，标题已计入。", "%u smaller subjects are not drawn; the title counts them."),
                           chart->n_left_out);
}

/* Where the columns are narrow: 2011 12 13 … 2024. */
static void years_draw(Canvas *canvas, const Chart *chart)
{
    const guint last = n_years(chart) - 1;
    bool room = canvas_x_units(canvas, chart_text_width(TEXT_STRONG, "2024") + 8) <= 1;
    for (guint i = 0; i <= last; i++) {
        int year = chart->first_year + (int)i;
        bool whole = room || i == 0 || i == last;
        g_autofree char *text = whole ? g_strdup_printf("%d", year) : g_strdup_printf("%02d", year % 100);
        canvas_label(canvas, i + 0.5, 0, 0, -HEADING_HEIGHT / 2.0, ALIGN_CENTER, i == last ? TEXT_STRONG : TEXT_MUTED,
                     text);
    }
}

/* One block a colour: gnuplot draws them in no time, and the script stays readable. */
static void cells_draw(Canvas *canvas, const Chart *chart, Fill fill)
{
    guint count = 0;
    g_autofree char *name = g_strdup_printf("cells%d", (int)(fill - FILL_HEAT_DOWN_MOST));
    double inset_x = fill == FILL_HEAT_NEW || fill == FILL_HEAT_GONE ? canvas_x_units(canvas, 2) : 0;
    double inset_y = inset_x > 0 ? fabs(canvas_y_units(canvas, 2)) : 0;
    for (guint row = 0; row < chart->items->len; row++)
        for (guint year = 0; year < n_years(chart); year++) {
            const ChartCell *cell = cell_at(chart, row, year);
            if (cell->state == CHART_CELL_UNKNOWN || cell_fill(cell) != fill)
                continue;
            if (count++ == 0)
                canvas_block_begin(canvas, name);
            canvas_block_bar(canvas, year + inset_x, year + 1 - inset_x, row + inset_y, row + 1 - inset_y);
        }
    if (count == 0)
        return;
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, fill);
}

static void figures_draw(Canvas *canvas, const Chart *chart)
{
    for (guint row = 0; row < chart->items->len; row++)
        for (guint year = 0; year < n_years(chart); year++) {
            const ChartCell *cell = cell_at(chart, row, year);
            if (cell->state == CHART_CELL_UNKNOWN)
                continue;
            bool dark = cell->state == CHART_CELL_GROWTH && STEPS[step_of(cell)].dark;
            g_autofree char *text = cell_text(cell);
            canvas_label(canvas, year + 0.5, row + 0.5, 0, 0, ALIGN_CENTER, dark ? TEXT_CELL_DARK : TEXT_CELL, text);
        }
}

/* A small hollow dot in the corner: implied years are hollow in all charts. */
static void marks_draw(Canvas *canvas, const Chart *chart)
{
    guint count = 0;
    for (guint row = 0; row < chart->items->len; row++)
        for (guint year = 0; year < n_years(chart); year++) {
            if (!cell_at(chart, row, year)->implied)
                continue;
            if (count++ == 0)
                canvas_block_begin(canvas, "implied");
            canvas_block_circle(canvas, year + 1 - canvas_x_units(canvas, MARK_INSET),
                                row + fabs(canvas_y_units(canvas, MARK_INSET)), MARK_RADIUS);
        }
    if (count == 0)
        return;
    canvas_block_end(canvas);
    canvas_plot_dots(canvas, "implied", DOT_IMPLIED);
}

void canvas_from_heat(Canvas *canvas, const Chart *chart)
{
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, "%");
    sheet_describe(&sheet, chart);
    g_auto(ChartRows) rows = {0};
    chart_rows_init(&rows);
    for (guint i = 0; i < chart->items->len; i++)
        chart_rows_add(&rows, row_at(chart, i)->label);
    const guint n = n_years(chart);
    double right = MIN(SHEET_WIDTH - SHEET_MARGIN, chart_rows_left(&rows) + n * (double)WIDEST_CELL);
    canvas_from_sheet(canvas, &sheet, chart, HEADING_HEIGHT + chart_rows_total(&rows) + BOTTOM_GAP);
    chart_rows_place(&rows, canvas, canvas->body_top + HEADING_HEIGHT, right, 0, n);
    years_draw(canvas, chart);
    for (Fill fill = FILL_HEAT_DOWN_MOST; fill <= FILL_HEAT_GONE; fill++)
        cells_draw(canvas, chart, fill);
    marks_draw(canvas, chart);
    figures_draw(canvas, chart);
    if (row_at(chart, 0)->whole && chart->items->len > 1)
        canvas_line(canvas, 0, 1, n, 1, STROKE_AXIS);
}
