/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much of the material change the filings leave unexplained: a column a year from 0 to 100 %, its amounts in a small
 * table below, whose first column is the legend. A year that cannot be compared keeps its place.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/sheet.h"
#include "analysis/chart/years.h"
#include "schema/language.h"

enum { PLOT_HEIGHT = 210, ABOVE_HEIGHT = 26, TABLE_LINE = 24, TABLE_LINES = 2, SWATCH = 16, HEADING_GAP = 8 };

static const double COLUMN_SHARE = 0.62; /* of a year's place */

typedef struct {
    const ChartUnexplained *items; /* borrowed */
    guint n;
    ChartYears years;
    ChartScale scale;
    bool calm; /* of some year: nothing material changed */
} Unexplained;

static const char *size_heading(void)
{
    return say("重大变动", "Material change");
}

static const char *unexplained_heading(void)
{
    return say("其中：未说明", "of it, unexplained");
}

static double share_of(const ChartUnexplained *item)
{
    return item->size > 0 ? MIN(100 * item->unexplained / item->size, 100) : 0;
}

static void unexplained_measure(Unexplained *all, const Chart *chart)
{
    all->items = (const ChartUnexplained *)(void *)chart->items->data;
    all->n = chart->items->len;
    g_autofree double *sizes = g_new(double, all->n);
    g_autofree double *shares = g_new(double, all->n);
    double largest = 0;
    for (guint i = 0; i < all->n; i++) {
        sizes[i] = all->items[i].size;
        largest = MAX(largest, sizes[i]);
        all->calm = all->calm || (all->items[i].known && all->items[i].size <= 0);
        shares[i] = share_of(&all->items[i]);
    }
    all->scale = chart_scale_choose(chart, largest);
    double left = SHEET_MARGIN + SWATCH + 6 + HEADING_GAP +
                  MAX(chart_text_width(TEXT_MUTED, size_heading()), chart_text_width(TEXT_MUTED, unexplained_heading()));
    all->years =
        chart_years_between(all->items[0].year, all->items[all->n - 1].year, left, SHEET_WIDTH - SHEET_MARGIN);
    chart_years_fit(&all->years, &all->scale, sizes, all->n, TEXT_STRONG);
    chart_years_fit_rates(&all->years, shares, all->n, false, TEXT_ALARM);
}

static void sheet_describe(ChartSheet *sheet, const Unexplained *all)
{
    chart_sheet_remark(sheet, "%s",
                       say("每一年与上一年相比；柱：重大变动（绝对值之和）中没有说明的比重。",
                           "Each year against the year before. Column: the unexplained part of the material changes "
                           "(sum of their absolute amounts)."));
    if (all->calm)
        chart_sheet_remark(sheet, "%s", say("“—”：该年没有重大变动。", "“—”: nothing material changed that year."));
}

/* Every column has its full height as an outline, so that the eye reads a share. */
static void columns_draw(Canvas *canvas, const Unexplained *all, bool whole)
{
    const char *name = whole ? "change" : "unexplained";
    bool any = false;
    for (guint i = 0; i < all->n; i++)
        any = any || (whole ? all->items[i].size > 0 : all->items[i].unexplained > 0);
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < all->n; i++) {
        const ChartUnexplained *item = &all->items[i];
        double share = whole ? 100 : share_of(item);
        if (item->size > 0 && share > 0)
            canvas_block_bar(canvas, item->year - COLUMN_SHARE / 2, item->year + COLUMN_SHARE / 2, 0, share);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, whole ? FILL_BUDGET : FILL_UNEXPLAINED);
}

/* Middle of a line of the table, in sheet coordinates. */
static double table_y(const Canvas *canvas, guint line)
{
    return canvas->bottom + CHART_YEARS_HEIGHT + (line + 0.5) * TABLE_LINE;
}

static void heading_draw(Canvas *canvas, guint line, Fill fill, const char *text)
{
    double y = table_y(canvas, line);
    canvas_swatch(canvas, SHEET_MARGIN, y - 6, SWATCH, 12, fill);
    canvas_text(canvas, SHEET_MARGIN + SWATCH + 6, y, ALIGN_LEFT, TEXT_MUTED, text);
}

static void figures_draw(Canvas *canvas, const Unexplained *all, const ChartUnexplained *item)
{
    double x = chart_years_middle(&all->years, item->year);
    if (item->size <= 0) {
        canvas_text(canvas, x, canvas->bottom - CHART_YEARS_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED, "—");
        return;
    }
    g_autofree char *share = chart_years_rate(&all->years, share_of(item), false);
    g_autofree char *size = chart_amount_text(all->scale, item->size, false);
    g_autofree char *left = chart_amount_text(all->scale, item->unexplained, false);
    if (chart_years_rated(&all->years, item->year))
        canvas_text(canvas, x, canvas->top - ABOVE_HEIGHT / 2.0, ALIGN_CENTER, TEXT_ALARM, share);
    if (!chart_years_told(&all->years, item->year))
        return;
    canvas_text(canvas, x, table_y(canvas, 0), ALIGN_CENTER, TEXT_LABEL, size);
    canvas_text(canvas, x, table_y(canvas, 1), ALIGN_CENTER, TEXT_STRONG, left);
}

static void years_draw(Canvas *canvas, const Unexplained *all)
{
    for (int year = all->years.first; year <= all->years.last; year++) {
        const ChartUnexplained *found = NULL;
        for (guint i = 0; i < all->n; i++)
            if (all->items[i].year == year && all->items[i].known)
                found = &all->items[i];
        chart_years_name(&all->years, canvas, year, found != NULL, false);
        if (found != NULL)
            figures_draw(canvas, all, found);
    }
}

void canvas_from_unexplained(Canvas *canvas, const Chart *chart)
{
    Unexplained all = {0};
    unexplained_measure(&all, chart);
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, all.scale.unit);
    sheet_describe(&sheet, &all);

    canvas_from_sheet(canvas, &sheet, chart,
                      ABOVE_HEIGHT + PLOT_HEIGHT + CHART_YEARS_HEIGHT + TABLE_LINES * TABLE_LINE);
    double top = canvas->body_top + ABOVE_HEIGHT;
    chart_years_place(&all.years, canvas, top, top + PLOT_HEIGHT, 0, 100);
    columns_draw(canvas, &all, true);
    columns_draw(canvas, &all, false);
    canvas_line(canvas, canvas->x_low, 0, canvas->x_high, 0, STROKE_AXIS);
    heading_draw(canvas, 0, FILL_BUDGET, size_heading());
    heading_draw(canvas, 1, FILL_UNEXPLAINED, unexplained_heading());
    years_draw(canvas, &all);
}
