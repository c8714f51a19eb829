/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the budget to what was spent, year by year, as bullets: the approved budget is a wide pale bar, what was spent a narrow
 * dark one in it, and the adjusted budget a line across. Below, the subjects that went farthest from their budget, as figures: on
 * the axis of the whole they would be too short to see.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/year_rows.h"
#include "schema/language.h"

enum { SUBJECT_LINE = 25, NAME_GAP = 10, NOTHING = 0 };

static const double NARROW = 0.5;

typedef struct {
    const ChartExecution *items; /* borrowed: years, then subjects */
    guint n_years;
    guint n_subjects;
    bool adjusted; /* some year has an adjusted budget */
    bool implied;
} Execution;

static void execution_measure(Execution *execution, const Chart *chart, YearFrame *frame)
{
    execution->items = (const ChartExecution *)(void *)chart->items->data;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartExecution *item = &execution->items[i];
        execution->adjusted = execution->adjusted || !isnan(item->adjusted);
        execution->implied = execution->implied || item->approved_implied || item->executed_implied;
        if (item->label != NULL) {
            execution->n_subjects++;
            continue;
        }
        execution->n_years++;
        year_frame_reach(frame, item->approved);
        year_frame_reach(frame, item->adjusted);
        year_frame_reach(frame, item->executed);
    }
    frame->scale = chart_scale_choose(chart, MAX(frame->high, -frame->low));
}

static void columns_add(const Execution *execution, YearFrame *frame)
{
    chart_columns_add(&frame->columns, say("年初预算", "Approved"), TEXT_LABEL);
    if (execution->adjusted)
        chart_columns_add(&frame->columns, say("调整预算", "Adjusted"), TEXT_LABEL);
    chart_columns_add(&frame->columns, say("决算", "Executed"), TEXT_STRONG);
    chart_columns_add(&frame->columns,
                      execution->adjusted ? say("占年初预算", "of approved") : say("完成率", "Completion"), TEXT_LABEL);
    if (execution->adjusted)
        chart_columns_add(&frame->columns, say("占调整预算", "of adjusted"), TEXT_LABEL);
}

static void cells_add(const Execution *execution, YearFrame *frame, const ChartExecution *item)
{
    guint column = 0;
    year_frame_amount(frame, column++, item->approved, item->approved_implied ? "*" : "");
    if (execution->adjusted)
        year_frame_amount(frame, column++, item->adjusted, "");
    year_frame_amount(frame, column++, item->executed, item->executed_implied ? "*" : "");
    year_frame_ratio(frame, column++, item->executed, item->approved);
    if (execution->adjusted)
        year_frame_ratio(frame, column, item->executed, item->adjusted);
}

static void rows_add(const Execution *execution, YearFrame *frame)
{
    static const ChartExecution MISSING = { .approved = NAN, .adjusted = NAN, .executed = NAN };
    columns_add(execution, frame);
    guint next = 0;
    int last = execution->n_years > 0 ? execution->items[execution->n_years - 1].year : 0;
    for (int year = execution->n_years > 0 ? execution->items[0].year : 1; year <= last; year++) {
        bool known = execution->items[next].year == year;
        g_autofree char *name = g_strdup_printf("%d", year);
        chart_rows_add(&frame->rows, name);
        cells_add(execution, frame, known ? &execution->items[next++] : &MISSING);
    }
    for (guint i = 0; i < execution->n_subjects; i++)
        cells_add(execution, frame, &execution->items[execution->n_years + i]);
}

typedef enum { PHASE_BAR_APPROVED, PHASE_BAR_EXECUTED } PhaseBar;

static double bar_end(const ChartExecution *item, PhaseBar bar, bool implied)
{
    if (bar == PHASE_BAR_APPROVED)
        return item->approved_implied == implied ? item->approved : NAN;
    return item->executed_implied == implied ? item->executed : NAN;
}

static void bars_draw(Canvas *canvas, const Execution *execution, const YearFrame *frame, PhaseBar bar, bool implied)
{
    static const char *const NAMES[2][2] = { { "approved", "approved_implied" }, { "executed", "executed_implied" } };
    static const Fill FILLS[2][2] = { { FILL_BUDGET, FILL_BUDGET_IMPLIED }, { FILL_EXECUTED, FILL_EXECUTED_IMPLIED } };
    bool any = false;
    for (guint i = 0; i < execution->n_years; i++)
        any = any || !isnan(bar_end(&execution->items[i], bar, implied));
    if (!any)
        return;
    canvas_block_begin(canvas, NAMES[bar][implied]);
    for (guint i = 0; i < execution->n_years; i++) {
        const ChartExecution *item = &execution->items[i];
        double end = bar_end(item, bar, implied);
        if (!isnan(end))
            year_frame_bar(frame, canvas, (guint)(item->year - execution->items[0].year), NOTHING, end,
                           bar == PHASE_BAR_APPROVED ? 1.0 : NARROW);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, NAMES[bar][implied], FILLS[bar][implied]);
}

static void adjusted_draw(Canvas *canvas, const Execution *execution, const YearFrame *frame)
{
    double half = chart_rows_bar(&frame->rows) / frame->rows.height / 2;
    for (guint i = 0; i < execution->n_years; i++) {
        const ChartExecution *item = &execution->items[i];
        double y = item->year - execution->items[0].year + 0.5;
        if (!isnan(item->adjusted))
            canvas_line(canvas, item->adjusted, y - half, item->adjusted, y + half, STROKE_LIMIT);
    }
}

static double subjects_height(const Execution *execution)
{
    return execution->n_subjects > 0 ? (execution->n_subjects + 1.4) * SUBJECT_LINE : 0;
}

static void subjects_draw(Canvas *canvas, const Execution *execution, const YearFrame *frame, double top)
{
    if (execution->n_subjects == 0)
        return;
    const ChartExecution *subjects = execution->items + execution->n_years;
    double width = SHEET_WIDTH - 2.0 * SHEET_MARGIN - chart_columns_width(&frame->columns) - NAME_GAP;
    g_autofree char *heading =
        g_strdup_printf(say("%d 年偏离预算最大的科目（按金额）", "%d: subjects farthest from their budget, by amount"), subjects[0].year);
    double y = top + SUBJECT_LINE * 0.9;
    canvas_text(canvas, SHEET_MARGIN, y, ALIGN_LEFT, TEXT_STRONG, heading);
    for (guint i = 0; i < execution->n_subjects; i++) {
        y += SUBJECT_LINE;
        g_auto(GStrv) name = caption_wrap(subjects[i].label, chart_text_ems(TEXT_LABEL, width), 1);
        canvas_text(canvas, SHEET_MARGIN, y, ALIGN_LEFT, TEXT_LABEL, name[0]);
        chart_columns_row(&frame->columns, canvas, frame->rows.names->len + i, y);
    }
}

static void sheet_describe(ChartSheet *sheet, const Execution *execution)
{
    chart_sheet_legend_fill(sheet, FILL_BUDGET, say("年初预算", "approved budget"));
    if (execution->adjusted)
        chart_sheet_legend_stroke(sheet, STROKE_LIMIT, say("调整预算", "adjusted budget"));
    chart_sheet_legend_fill(sheet, FILL_EXECUTED, say("决算", "executed"));
    if (execution->implied)
        chart_sheet_remark(sheet, "%s",
                           say("* 空心：当年的表里没有这个数，由下一年文件推得。",
                               "* Hollow: no table of that year has it; worked out from the filing of the year after."));
}

void canvas_from_execution(Canvas *canvas, const Chart *chart)
{
    Execution execution = { 0 };
    g_auto(YearFrame) frame = { 0 };
    year_frame_init(&frame);
    execution_measure(&execution, chart, &frame);
    rows_add(&execution, &frame);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, frame.scale.unit);
    sheet_describe(&sheet, &execution);

    double below = year_frame_place(&frame, canvas, &sheet, chart, subjects_height(&execution));
    for (int bar = PHASE_BAR_APPROVED; bar <= PHASE_BAR_EXECUTED; bar++)
        for (int implied = 0; implied < 2; implied++)
            bars_draw(canvas, &execution, &frame, (PhaseBar)bar, implied != 0);
    adjusted_draw(canvas, &execution, &frame);
    subjects_draw(canvas, &execution, &frame, below);
}
