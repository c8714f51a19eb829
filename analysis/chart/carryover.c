/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Carryover within the total budget: a narrow column inside a wide one for each year, the ratio
 * above, the figures in a small table below, whose first column is the legend. One year works as
 * well as ten.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum {
    PLOT_HEIGHT = 230,
    TABLE_LINE = 24,
    TABLE_LINES = 3, /* year, budget, carryover */
    SWATCH = 16,
    HEADING_GAP = 14,
    CELL_GAP = 12,
    RATIO_HEIGHT = 26,
    WIDEST_COLUMN = 110,
    WIDEST_SLOT = 230
};

/* Amounts of this size lose little with their decimals. */
static const double WHOLE_ENOUGH = 1000.0;

typedef struct {
    const ChartCarryover *items; /* borrowed; those shown */
    guint n;
    guint n_hidden; /* earlier years that found no room */
    int slots;      /* years from the first shown to the last, gaps included */
    double slot;    /* pixels of one */
    double left;
    double low;
    double high;
    bool any_implied;
    ChartScale scale;
} Carryover;

static const char *budget_heading(void)
{
    return say("预算总额", "Total budget");
}

static const char *carryover_heading(void)
{
    return say("其中：结转结余", "of it, carryover");
}

/* The larger of some amounts, of which any may be unknown. */
static double larger(double a, double b)
{
    return fmax(a, b); /* ignores NAN */
}

static char *cell_text(const Carryover *carryover, double amount)
{
    return isnan(amount) ? g_strdup("—") : chart_amount_text(carryover->scale, amount, false);
}

static double widest_cell(const Carryover *carryover)
{
    double widest = chart_text_width(TEXT_LABEL, "2024*");
    for (guint i = 0; i < carryover->n; i++) {
        g_autofree char *budget = cell_text(carryover, carryover->items[i].budget);
        g_autofree char *amount = cell_text(carryover, carryover->items[i].carryover);
        widest = MAX(widest, chart_text_width(TEXT_LABEL, budget));
        widest = MAX(widest, chart_text_width(TEXT_STRONG, amount));
    }
    return widest;
}

static void extent_measure(Carryover *carryover)
{
    double largest = 0;
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        carryover->high = larger(larger(carryover->high, item->budget), item->carryover);
        carryover->low = fmin(fmin(carryover->low, item->budget), item->carryover);
        carryover->any_implied = carryover->any_implied || item->implied;
    }
    largest = MAX(carryover->high, -carryover->low);
    if (largest <= 0)
        carryover->high = 1;
}

static int most_slots(const Carryover *carryover, double pixels)
{
    return MAX((int)(pixels / (widest_cell(carryover) + CELL_GAP)), 1);
}

/* When the table has no room for all years, it first does without decimals, then without the
 * earliest years. */
static void slots_choose(Carryover *carryover)
{
    double pixels = SHEET_WIDTH - SHEET_MARGIN - carryover->left;
    int last = carryover->items[carryover->n - 1].year;
    int most = most_slots(carryover, pixels);
    if (last - carryover->items[0].year + 1 > most &&
        carryover->high >= carryover->scale.divisor * WHOLE_ENOUGH) {
        carryover->scale.decimals = 0;
        most = most_slots(carryover, pixels);
    }
    while (last - carryover->items[0].year + 1 > most) {
        carryover->items++;
        carryover->n--;
        carryover->n_hidden++;
    }
    carryover->slots = last - carryover->items[0].year + 1;
    carryover->slot = MIN(pixels / carryover->slots, WIDEST_SLOT);
}

static void carryover_measure(Carryover *carryover, const Chart *chart)
{
    carryover->items = (const ChartCarryover *)(void *)chart->items->data;
    carryover->n = chart->items->len;
    extent_measure(carryover);
    carryover->scale = chart_scale_choose(chart, MAX(carryover->high, -carryover->low));
    carryover->left = SHEET_MARGIN + SWATCH + 6 + HEADING_GAP +
                      MAX(chart_text_width(TEXT_MUTED, budget_heading()),
                          chart_text_width(TEXT_MUTED, carryover_heading()));
    slots_choose(carryover);
}

static bool column_present(const ChartCarryover *item, bool budget, bool implied)
{
    return item->implied == implied && !isnan(budget ? item->budget : item->carryover);
}

static void columns_draw(Canvas *canvas, const Carryover *carryover, bool budget, bool implied)
{
    static const Fill FILLS[2][2] = { { FILL_CARRYOVER, FILL_CARRYOVER_IMPLIED },
                                      { FILL_BUDGET, FILL_BUDGET_IMPLIED } };
    static const char *const NAMES[2][2] = { { "carryover", "carryover_implied" },
                                             { "budget", "budget_implied" } };
    double half =
        MIN(carryover->slot * 0.66, WIDEST_COLUMN) / carryover->slot / 2 * (budget ? 1.0 : 0.5);
    bool any = false;
    for (guint i = 0; i < carryover->n; i++)
        any = any || column_present(&carryover->items[i], budget, implied);
    if (!any)
        return;
    canvas_block_begin(canvas, NAMES[budget][implied]);
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        double amount = budget ? item->budget : item->carryover;
        if (column_present(item, budget, implied))
            canvas_block_bar(canvas, item->year - half, item->year + half, MIN(amount, 0),
                             MAX(amount, 0));
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, NAMES[budget][implied], FILLS[budget][implied]);
}

static void ratio_draw(Canvas *canvas, const ChartCarryover *item)
{
    if (isnan(item->budget) || isnan(item->carryover) || item->budget <= 0)
        return;
    g_autofree char *ratio = chart_percent_text(100.0 * item->carryover / item->budget, false);
    canvas_label(canvas, item->year, larger(item->budget, item->carryover), 0, -RATIO_HEIGHT / 2.0,
                 ALIGN_CENTER, TEXT_ALARM, ratio);
}

/* Middle of a line of the table, in sheet coordinates. */
static double table_y(const Canvas *canvas, guint line)
{
    return canvas->bottom + 4 + (line + 0.5) * TABLE_LINE;
}

static void cells_draw(Canvas *canvas, const Carryover *carryover, const ChartCarryover *item)
{
    double x = canvas->left + (item->year - canvas->x_low) / canvas_x_units(canvas, 1);
    g_autofree char *year = g_strdup_printf("%d%s", item->year, item->implied ? "*" : "");
    g_autofree char *budget = cell_text(carryover, item->budget);
    g_autofree char *amount = cell_text(carryover, item->carryover);
    canvas_text(canvas, x, table_y(canvas, 0), ALIGN_CENTER, TEXT_LABEL, year);
    canvas_text(canvas, x, table_y(canvas, 1), ALIGN_CENTER, TEXT_LABEL, budget);
    canvas_text(canvas, x, table_y(canvas, 2), ALIGN_CENTER, TEXT_STRONG, amount);
}

static void heading_draw(Canvas *canvas, guint line, Fill fill, const char *text)
{
    double y = table_y(canvas, line);
    canvas_swatch(canvas, SHEET_MARGIN, y - 6, SWATCH, 12, fill);
    canvas_text(canvas, SHEET_MARGIN + SWATCH + 6, y, ALIGN_LEFT, TEXT_MUTED, text);
}

static void sheet_describe(ChartSheet *sheet, const Carryover *carryover)
{
    chart_sheet_remark(sheet, "%s",
                       say("柱顶：结转结余占预算总额的比重。",
                           "Above each column: carryover as a share of the total budget."));
    if (carryover->any_implied)
        chart_sheet_remark(
            sheet, "%s",
            say("* 空心：该年文件未收录，由下一年文件推得。",
                "* Hollow: that year's filing is not at hand; worked out from the next year's."));
    if (carryover->n_hidden > 0)
        chart_sheet_remark(sheet, say("更早的 %u 年未画出。", "%u earlier years are not shown."),
                           carryover->n_hidden);
}

void canvas_from_carryover(Canvas *canvas, const Chart *chart)
{
    Carryover carryover = { 0 };
    carryover_measure(&carryover, chart);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, carryover.scale.unit);
    sheet_describe(&sheet, &carryover);

    canvas_from_sheet(canvas, &sheet, chart,
                      RATIO_HEIGHT + PLOT_HEIGHT + 4 + TABLE_LINES * TABLE_LINE);
    double top = canvas->body_top + RATIO_HEIGHT;
    double width = carryover.slot * carryover.slots;
    canvas_place(canvas, carryover.left, top, carryover.left + width, top + PLOT_HEIGHT);
    int first = carryover.items[0].year;
    canvas_axes(canvas, first - 0.5, first + carryover.slots - 0.5, carryover.low, carryover.high);
    for (guint i = 0; i < 4; i++)
        columns_draw(canvas, &carryover, i < 2, i % 2 == 1);
    canvas_line(canvas, canvas->x_low, 0, canvas->x_high, 0, STROKE_AXIS);
    heading_draw(canvas, 1, FILL_BUDGET, budget_heading());
    heading_draw(canvas, 2, FILL_CARRYOVER, carryover_heading());
    for (guint i = 0; i < carryover.n; i++) {
        ratio_draw(canvas, &carryover.items[i]);
        cells_draw(canvas, &carryover, &carryover.items[i]);
    }
}
