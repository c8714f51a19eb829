/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From one year's total to the next, as rows: down the page in the order given, each bar beginning
 * where the one above it ended. Rows instead of columns, because subjects have long names.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/rows.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum { VALUE_GAP = 6, TICK_HEIGHT = 24, N_TICKS = 4 };

/* A total, or a part of a step, from `from` to `to`. */
typedef struct {
    double from;
    double to;
    bool total;
    Fill fill;
} Stage;

/* One row: a total, or the parts of one step. */
typedef struct {
    const char *label;
    guint first; /* index into the stages */
    guint n;
    bool opposed; /* not all of its parts have one sign */
} Row;

typedef struct {
    GArray *stages; /* Stage */
    GArray *steps;  /* Row, from the first total to the last */
    double low;     /* of all levels */
    double high;
    double origin; /* where the axis begins: 0, or further on when it is cut */
    bool cut;
    ChartScale scale;
} Waterfall;

static const Fill STEP_FILLS[CHART_N_STEP_CLASSES] = {
    [CHART_STEP_EXPLAINED] = FILL_EXPLAINED,
    [CHART_STEP_MOVED] = FILL_MOVED,
    [CHART_STEP_UNEXPLAINED] = FILL_UNEXPLAINED,
    [CHART_STEP_IMMATERIAL] = FILL_IMMATERIAL,
};

static const char *step_class_name(ChartStepClass step_class)
{
    switch (step_class) {
    case CHART_STEP_EXPLAINED:
        return say("已说明", "explained");
    case CHART_STEP_MOVED:
        return say("科目间调整", "moved between subjects");
    case CHART_STEP_UNEXPLAINED:
        return say("未说明", "unexplained");
    default:
        return say("不重大", "immaterial");
    }
}

static const Stage *stage_of(const Waterfall *waterfall, const Row *row, guint part)
{
    return &g_array_index(waterfall->stages, Stage, row->first + part);
}

static const Stage *last_of(const Waterfall *waterfall, const Row *row)
{
    return stage_of(waterfall, row, row->n - 1);
}

static void part_add(Waterfall *waterfall, Stage stage)
{
    Row *row = &g_array_index(waterfall->steps, Row, waterfall->steps->len - 1);
    g_array_append_val(waterfall->stages, stage);
    row->n++;
    const Stage *first = stage_of(waterfall, row, 0);
    row->opposed = row->opposed || (stage.to - stage.from) * (first->to - first->from) < 0;
    waterfall->low = MIN(waterfall->low, stage.to);
    waterfall->high = MAX(waterfall->high, stage.to);
}

static void row_add(Waterfall *waterfall, const char *label, Stage stage)
{
    Row row = { .label = label, .first = waterfall->stages->len };
    g_array_append_val(waterfall->steps, row);
    part_add(waterfall, stage);
}

static void total_add(Waterfall *waterfall, const char *label, const char *instead, double amount)
{
    row_add(waterfall, label != NULL ? label : instead, (Stage){ 0, amount, true, FILL_TOTAL });
}

/* Every figure may be off by half of its last printed digit, 0.01; what exceeds that was left out
 * by the caller. */
static void rest_add(Waterfall *waterfall, const Chart *chart, double level)
{
    double rest = chart->end - level;
    if (fabs(rest) > 0.005 * (chart->items->len + 2) + 1e-9 * fabs(chart->end))
        row_add(waterfall, say("未列出的科目", "not listed"), (Stage){ level, chart->end, false, FILL_IMMATERIAL });
}

static void stages_collect(Waterfall *waterfall, const Chart *chart)
{
    waterfall->low = waterfall->high = chart->start;
    total_add(waterfall, chart->start_label, say("基期", "base"), chart->start);
    double level = chart->start;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartStep *step = &g_array_index(chart->items, ChartStep, i);
        Stage stage = { level, level + step->amount, false, STEP_FILLS[step->step_class] };
        if (step->continues && i > 0)
            part_add(waterfall, stage);
        else
            row_add(waterfall, step->label, stage);
        level += step->amount;
    }
    rest_add(waterfall, chart, level);
    total_add(waterfall, chart->end_label, say("本期", "current"), chart->end);
}

/* Steps that fill less than a quarter of an axis from zero are hard to read: then it begins nearer
 * to them. Only then, because bars that begin at zero need no explaining. */
static void origin_choose(Waterfall *waterfall)
{
    double span = waterfall->high - waterfall->low;
    waterfall->origin = MIN(waterfall->low, 0.0);
    waterfall->cut = span > 0 && waterfall->low > 0 && span < waterfall->high / 4;
    if (waterfall->cut) {
        double step = chart_step_round(span, N_TICKS);
        waterfall->origin = MAX(0.0, floor((waterfall->low - span * 0.12) / step) * step);
        waterfall->cut = waterfall->origin > 0;
    }
}

static const Stage *part_unexplained(const Waterfall *waterfall, const Row *row)
{
    for (guint i = 0; i < row->n; i++)
        if (stage_of(waterfall, row, i)->fill == FILL_UNEXPLAINED)
            return stage_of(waterfall, row, i);
    return NULL;
}

/* The whole change; of one in parts also what is unexplained of it. */
static char *row_value(const Waterfall *waterfall, const Row *row)
{
    const Stage *first = stage_of(waterfall, row, 0);
    const Stage *open = part_unexplained(waterfall, row);
    double amount = first->total ? first->to : last_of(waterfall, row)->to - first->from;
    g_autofree char *whole = chart_amount_text(waterfall->scale, amount, !first->total);
    if (row->n < 2 || open == NULL)
        return g_steal_pointer(&whole);
    g_autofree char *part = chart_amount_text(waterfall->scale, open->to - open->from, true);
    return g_strdup_printf(say("%s（未说明 %s）", "%s (%s unexplained)"), whole, part);
}

static TextStyle row_style(const Waterfall *waterfall, const Row *row)
{
    if (stage_of(waterfall, row, 0)->total)
        return TEXT_STRONG;
    return part_unexplained(waterfall, row) != NULL ? TEXT_ALARM : TEXT_LABEL;
}

static double rightmost_of(const Waterfall *waterfall, const Row *row)
{
    double rightmost = stage_of(waterfall, row, 0)->from;
    for (guint part = 0; part < row->n; part++)
        rightmost = MAX(rightmost, stage_of(waterfall, row, part)->to);
    return rightmost;
}

/* Room for each row's value right of its bar: the row that needs most decides how long an amount may be. */
static double axis_end(const Waterfall *waterfall, const ChartRows *rows)
{
    double pixels = SHEET_WIDTH - SHEET_MARGIN - chart_rows_left(rows);
    double span = MAX(waterfall->high, 0.0) - waterfall->origin;
    for (guint i = 0; i < waterfall->steps->len; i++) {
        const Row *row = &g_array_index(waterfall->steps, Row, i);
        g_autofree char *value = row_value(waterfall, row);
        double room = pixels - VALUE_GAP - chart_text_width(row_style(waterfall, row), value);
        span = MAX(span, (rightmost_of(waterfall, row) - waterfall->origin) * pixels / MAX(room, pixels / 4));
    }
    return waterfall->origin + (span > 0 ? span : 1.0);
}

static void ticks_draw(Canvas *canvas, const Waterfall *waterfall)
{
    double high = MAX(waterfall->high, 0.0);
    double span = high - waterfall->origin;
    if (span <= 0)
        return;
    double step = chart_step_round(span, N_TICKS);
    for (double tick = ceil(waterfall->origin / step - 1e-9) * step; tick <= high + step * 1e-9;
         tick += step) {
        double shown = tick / waterfall->scale.divisor;
        g_autofree char *text = chart_tick_text(shown, step / waterfall->scale.divisor);
        canvas_line(canvas, tick, canvas->y_low, tick, canvas->y_high, STROKE_GRID);
        canvas_label(canvas, tick, canvas->y_low, 0, TICK_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED,
                     text);
    }
}

static bool fill_used(const Waterfall *waterfall, Fill fill)
{
    for (guint i = 0; i < waterfall->stages->len; i++)
        if (g_array_index(waterfall->stages, Stage, i).fill == fill)
            return true;
    return false;
}

/* Parts that go in opposite directions would hide each other: each gets a lane of its own in the row. */
static void bar_draw(Canvas *canvas, const Waterfall *waterfall, const ChartRows *rows, guint i, guint part)
{
    const Row *row = &g_array_index(waterfall->steps, Row, i);
    const Stage *stage = stage_of(waterfall, row, part);
    double from = stage->total ? MAX(waterfall->origin, 0.0) : stage->from;
    double low = MIN(from, stage->to);
    double high = MAX(from, stage->to);
    if (!row->opposed) {
        chart_rows_block_bar(rows, canvas, i, low, high);
        return;
    }
    double height = chart_rows_bar(rows) / rows->height;
    double top = i + 0.5 - height / 2 + height * part / row->n;
    canvas_block_bar(canvas, low, high, top, top + height / row->n);
}

static void bars_draw(Canvas *canvas, const Waterfall *waterfall, const ChartRows *rows)
{
    for (Fill fill = 0; fill < FILL_N; fill++) {
        if (!fill_used(waterfall, fill))
            continue;
        g_autofree char *name = g_strdup_printf("bars%u", (guint)fill);
        canvas_block_begin(canvas, name);
        for (guint i = 0; i < waterfall->steps->len; i++)
            for (guint part = 0; part < g_array_index(waterfall->steps, Row, i).n; part++)
                if (stage_of(waterfall, &g_array_index(waterfall->steps, Row, i), part)->fill == fill)
                    bar_draw(canvas, waterfall, rows, i, part);
        canvas_block_end(canvas);
        canvas_plot_bars(canvas, name, fill);
    }
}

static void row_annotate(Canvas *canvas, const Waterfall *waterfall, const ChartRows *rows, guint i)
{
    const Row *row = &g_array_index(waterfall->steps, Row, i);
    double end = last_of(waterfall, row)->to;
    double half = chart_rows_bar(rows) / rows->height / 2;
    g_autofree char *value = row_value(waterfall, row);
    canvas_label(canvas, rightmost_of(waterfall, row), i + 0.5, VALUE_GAP, 0, ALIGN_LEFT, row_style(waterfall, row), value);
    if (i + 1 < waterfall->steps->len)
        canvas_line(canvas, end, i + 0.5 + half, end, i + 1.5 - half, STROKE_LINK);
    if (stage_of(waterfall, row, 0)->total && waterfall->cut)
        canvas_cut(canvas, waterfall->origin + canvas_x_units(canvas, 14), i + 0.5, chart_rows_bar(rows));
}

static void sheet_describe(ChartSheet *sheet, const Waterfall *waterfall)
{
    static const ChartStepClass ORDER[] = { CHART_STEP_UNEXPLAINED, CHART_STEP_EXPLAINED,
                                            CHART_STEP_MOVED, CHART_STEP_IMMATERIAL };
    for (guint i = 0; i < G_N_ELEMENTS(ORDER); i++)
        if (fill_used(waterfall, STEP_FILLS[ORDER[i]]))
            chart_sheet_legend_fill(sheet, STEP_FILLS[ORDER[i]], step_class_name(ORDER[i]));
    if (!waterfall->cut)
        return;
    double shown = waterfall->origin / waterfall->scale.divisor;
    g_autofree char *origin = chart_amount_text(waterfall->scale, waterfall->origin, false);
    g_autofree char *round = chart_tick_text(shown, 1.0);
    chart_sheet_remark(
        sheet,
        say("横轴从 %s 起，不从零起；首尾两条因此截短。",
            "The axis begins at %s, not at zero; the first and the last bar are cut."),
        fabs(shown - floor(shown)) > 0 ? origin : round);
}

void canvas_from_waterfall(Canvas *canvas, const Chart *chart)
{
    g_autoptr(GArray) stages = g_array_new(FALSE, FALSE, sizeof(Stage));
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Row));
    Waterfall waterfall = { .stages = stages, .steps = steps };
    stages_collect(&waterfall, chart);
    origin_choose(&waterfall);
    waterfall.scale = chart_scale_choose(chart, MAX(fabs(waterfall.low), fabs(waterfall.high)));

    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, waterfall.scale.unit);
    sheet_describe(&sheet, &waterfall);
    g_auto(ChartRows) rows = { 0 };
    chart_rows_init(&rows);
    for (guint i = 0; i < steps->len; i++)
        chart_rows_add(&rows, g_array_index(steps, Row, i).label);

    canvas_from_sheet(canvas, &sheet, chart, chart_rows_total(&rows) + TICK_HEIGHT);
    chart_rows_place(&rows, canvas, canvas->body_top, SHEET_WIDTH - SHEET_MARGIN, waterfall.origin,
                     axis_end(&waterfall, &rows));
    ticks_draw(canvas, &waterfall);
    bars_draw(canvas, &waterfall, &rows);
    for (guint i = 0; i < steps->len; i++)
        row_annotate(canvas, &waterfall, &rows, i);
}
