/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Carryover by age within the total budget: a row a year, a narrow bar inside a wide one. What has been carried for two years or
 * more lies nearest to zero, and the line that closes it is the one the rules draw: what is left of it is to be returned.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/year_rows.h"
#include "schema/language.h"

/* Inside the bar of the budget. */
static const double NARROW = 0.56;

/* Carryover that fills less of the axis than this is hard to read: then the budgets' bars are cut. */
static const double LEAST_SHARE = 0.3;

typedef struct {
    const ChartCarryover *items; /* borrowed */
    guint n;
    int first;     /* year of the first row */
    double limit;  /* budgets are drawn up to here */
    bool cut;
    bool any[3];   /* two years, one year, not known: is there any */
    bool implied;
} Carryover;

typedef enum { AGE_TWO_YEARS, AGE_ONE_YEAR, AGE_UNKNOWN, N_AGES } Age;

static const Fill AGE_FILLS[N_AGES] = { FILL_TWO_YEARS, FILL_ONE_YEAR, FILL_AGE_UNKNOWN };

static const char *age_name(Age age)
{
    switch (age) {
    case AGE_TWO_YEARS:
        return say("结转两年以上", "carried for two years or more");
    case AGE_ONE_YEAR:
        return say("结转一年", "carried for one year");
    default:
        return say("结转年限不明", "age not known");
    }
}

/* Where a part of the carryover ends on the axis; it begins where the one before ends. */
static double age_end(const ChartCarryover *item, Age age)
{
    double known = item->two_years + (age == AGE_TWO_YEARS ? 0 : item->one_year);
    return age == AGE_UNKNOWN ? item->carryover : MIN(known, fmax(item->carryover, 0));
}

static double age_begin(const ChartCarryover *item, Age age)
{
    return age == AGE_TWO_YEARS ? 0 : age_end(item, age - 1);
}

/* Half of a hundredth is rounding, no age. */
static bool age_present(const ChartCarryover *item, Age age)
{
    return !isnan(item->carryover) && !item->carryover_implied && fabs(age_end(item, age) - age_begin(item, age)) > 0.005;
}

static void carryover_measure(Carryover *carryover, const Chart *chart, YearFrame *frame)
{
    carryover->items = (const ChartCarryover *)(void *)chart->items->data;
    carryover->n = chart->items->len;
    carryover->first = carryover->items[0].year;
    double largest = 0;
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        year_frame_reach(frame, item->budget);
        year_frame_reach(frame, item->carryover);
        largest = fmax(largest, item->carryover);
        carryover->implied = carryover->implied || item->carryover_implied || item->budget_implied;
        for (Age age = 0; age < N_AGES; age++)
            carryover->any[age] = carryover->any[age] || age_present(item, age);
    }
    frame->scale = chart_scale_choose(chart, MAX(frame->high, -frame->low));
    carryover->cut = largest > 0 && largest < LEAST_SHARE * frame->high;
    if (carryover->cut)
        frame->high = largest / 0.7;
    carryover->limit = frame->high;
}

static const ChartCarryover *item_of_year(const Carryover *carryover, int year)
{
    for (guint i = 0; i < carryover->n; i++)
        if (carryover->items[i].year == year)
            return &carryover->items[i];
    return NULL;
}

/* "Not known" where nothing of it has a known age, and no alarm for nothing. */
static void old_cell(YearFrame *frame, guint column, const ChartCarryover *item)
{
    bool known = !isnan(item->carryover) && !item->carryover_implied;
    if (known && item->two_years > 0)
        year_frame_amount(frame, column, item->two_years, "");
    else
        chart_columns_quiet(&frame->columns, column,
                            !known ? "—" : age_present(item, AGE_UNKNOWN) ? say("不明", "unknown") : "0");
}

static void rows_add(const Carryover *carryover, YearFrame *frame)
{
    static const ChartCarryover NOTHING = { .carryover = NAN, .budget = NAN };
    bool divided = carryover->any[AGE_TWO_YEARS];
    guint carried = chart_columns_add(&frame->columns, say("结转结余", "Carryover"), TEXT_STRONG);
    guint old = divided ? chart_columns_add(&frame->columns, say("其中两年以上", "Two years +"), TEXT_ALARM) : 0;
    guint budget = chart_columns_add(&frame->columns, say("预算总额", "Budget"), TEXT_LABEL);
    guint share = chart_columns_add(&frame->columns, say("占比", "Share"), TEXT_LABEL);
    for (int year = carryover->first; year <= carryover->items[carryover->n - 1].year; year++) {
        const ChartCarryover *known = item_of_year(carryover, year);
        const ChartCarryover *item = known != NULL ? known : &NOTHING;
        g_autofree char *name = g_strdup_printf("%d", year);
        chart_rows_add(&frame->rows, name);
        year_frame_amount(frame, carried, item->carryover, item->carryover_implied ? "*" : "");
        if (divided)
            old_cell(frame, old, item);
        year_frame_amount(frame, budget, item->budget, item->budget_implied ? "*" : "");
        year_frame_ratio(frame, share, item->carryover, item->budget);
    }
}

static bool budget_present(const ChartCarryover *item, bool implied)
{
    return !isnan(item->budget) && item->budget_implied == implied;
}

static void budgets_draw(Canvas *canvas, const Carryover *carryover, const YearFrame *frame, bool implied)
{
    const char *name = implied ? "budget_implied" : "budget";
    bool any = false;
    for (guint i = 0; i < carryover->n; i++)
        any = any || budget_present(&carryover->items[i], implied);
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        if (budget_present(item, implied))
            year_frame_bar(frame, canvas, (guint)(item->year - carryover->first), 0, MIN(item->budget, carryover->limit), 1);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, implied ? FILL_BUDGET_IMPLIED : FILL_BUDGET);
}

static void ages_draw(Canvas *canvas, const Carryover *carryover, const YearFrame *frame, Age age)
{
    static const char *const NAMES[N_AGES] = { "two_years", "one_year", "age_unknown" };
    if (!carryover->any[age])
        return;
    canvas_block_begin(canvas, NAMES[age]);
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        if (age_present(item, age))
            year_frame_bar(frame, canvas, (guint)(item->year - carryover->first), age_begin(item, age), age_end(item, age),
                           NARROW);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, NAMES[age], AGE_FILLS[age]);
}

static bool implied_present(const ChartCarryover *item)
{
    return item->carryover_implied && !isnan(item->carryover) && fabs(item->carryover) > 0.005;
}

static void implied_draw(Canvas *canvas, const Carryover *carryover, const YearFrame *frame)
{
    bool any = false;
    for (guint i = 0; i < carryover->n; i++)
        any = any || implied_present(&carryover->items[i]);
    if (!any)
        return;
    canvas_block_begin(canvas, "carryover_implied");
    for (guint i = 0; i < carryover->n; i++) {
        const ChartCarryover *item = &carryover->items[i];
        if (implied_present(item))
            year_frame_bar(frame, canvas, (guint)(item->year - carryover->first), 0, item->carryover, NARROW);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, "carryover_implied", FILL_CARRYOVER_IMPLIED);
}

static void row_annotate(Canvas *canvas, const Carryover *carryover, const YearFrame *frame, const ChartCarryover *item)
{
    double y = item->year - carryover->first + 0.5;
    double half = chart_rows_bar(&frame->rows) / frame->rows.height / 2;
    if (age_present(item, AGE_TWO_YEARS)) {
        double end = age_end(item, AGE_TWO_YEARS);
        canvas_line(canvas, end, y - half, end, y + half, STROKE_LIMIT);
    }
    if (item->budget > carryover->limit) /* false for NAN */
        canvas_cut(canvas, carryover->limit - canvas_x_units(canvas, 16), y, chart_rows_bar(&frame->rows));
}

static void sheet_describe(ChartSheet *sheet, const Carryover *carryover)
{
    for (Age age = 0; age < N_AGES; age++) {
        if (carryover->any[age])
            chart_sheet_legend_fill(sheet, AGE_FILLS[age], age_name(age));
        if (carryover->any[age] && age == AGE_TWO_YEARS)
            chart_sheet_legend_stroke(sheet, STROKE_LIMIT, say("两年线", "two-year line"));
    }
    chart_sheet_legend_fill(sheet, FILL_BUDGET, say("预算总额", "total budget"));
    if (carryover->any[AGE_TWO_YEARS])
        chart_sheet_remark(sheet, "%s",
                           say("两年线以左：连续两年未用完的资金，按规定应作为结余收回。",
                               "Left of the two-year line: money that two years did not use up, to be returned by rule."));
    if (carryover->any[AGE_UNKNOWN])
        chart_sheet_remark(sheet, "%s",
                           say("年限不明：材料没有列出结转项目，或从名称、说明和上年结转看不出是哪一年的钱。",
                               "Age not known: neither names nor text nor the carryover of the year before tell it."));
    if (carryover->cut)
        chart_sheet_remark(sheet, "%s",
                           say("带断口的条超出横轴，未按比例画出；预算总额以右侧数字为准。",
                               "A bar with a gap is not to scale; the budget stands at the right."));
    if (carryover->implied)
        chart_sheet_remark(sheet, "%s",
                           say("* 空心：当年的表里没有这个数，由下一年文件推得。",
                               "* Hollow: no table of that year has it; worked out from the filing of the year after."));
}

void canvas_from_carryover(Canvas *canvas, const Chart *chart)
{
    Carryover carryover = { 0 };
    g_auto(YearFrame) frame = { 0 };
    year_frame_init(&frame);
    carryover_measure(&carryover, chart, &frame);
    rows_add(&carryover, &frame);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, frame.scale.unit);
    sheet_describe(&sheet, &carryover);

    year_frame_place(&frame, canvas, &sheet, chart, 0);
    budgets_draw(canvas, &carryover, &frame, false);
    budgets_draw(canvas, &carryover, &frame, true);
    for (Age age = 0; age < N_AGES; age++)
        ages_draw(canvas, &carryover, &frame, age);
    implied_draw(canvas, &carryover, &frame);
    for (guint i = 0; i < carryover.n; i++)
        row_annotate(canvas, &carryover, &frame, &carryover.items[i]);
}
