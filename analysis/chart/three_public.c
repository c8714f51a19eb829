/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The three public expenses: a row for each year's budget and one for its accounts, where both are known, the parts end to
 * end and the total at the right. Accounts are told from budgets by the weight of their bars, too.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/year_rows.h"
#include "schema/language.h"

static const double BUDGET_WEIGHT = 0.6;

typedef struct {
    const ChartPublic *items; /* borrowed */
    guint n;
    GPtrArray *rows; /* const ChartPublic *: of each row, NULL for a year without any */
    bool both;       /* budgets and accounts */
    bool implied;
    bool any[CHART_N_PUBLIC];   /* some year has an amount for the part */
    bool known[CHART_N_PUBLIC]; /* some year has a figure for it, 0 included */
    bool undivided;
} Public;

static void public_clear(Public *public)
{
    g_clear_pointer(&public->rows, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Public, public_clear)

static const Fill PART_FILLS[CHART_N_PUBLIC] = {
    [CHART_PUBLIC_TRAVEL] = FILL_TRAVEL,     [CHART_PUBLIC_PURCHASE] = FILL_PURCHASE,
    [CHART_PUBLIC_RUNNING] = FILL_RUNNING,   [CHART_PUBLIC_VEHICLES] = FILL_VEHICLES,
    [CHART_PUBLIC_RECEPTION] = FILL_RECEPTION,
};

static const struct {
    const char *zh, *en;             /* in the legend */
    const char *column_zh, *column_en;
} PART_NAMES[CHART_N_PUBLIC] = {
    [CHART_PUBLIC_TRAVEL] = { "因公出国（境）费", "travel abroad", "出国（境）", "Abroad" },
    [CHART_PUBLIC_PURCHASE] = { "公务用车购置费", "vehicle purchase", "用车购置", "Car purchase" },
    [CHART_PUBLIC_RUNNING] = { "公务用车运行费", "vehicle running", "用车运行", "Car running" },
    [CHART_PUBLIC_VEHICLES] = { "公务用车购置及运行费", "official vehicles", "公务用车", "Cars" },
    [CHART_PUBLIC_RECEPTION] = { "公务接待费", "official reception", "公务接待", "Reception" },
};

/* Where the known parts end. */
static double parts_end(const ChartPublic *item, guint n_parts)
{
    double end = 0;
    for (guint i = 0; i < n_parts; i++)
        end += isnan(item->parts[i]) ? 0 : item->parts[i];
    return end;
}

/* Five parts, each off by half of a hundredth at most. */
static bool has_undivided(const ChartPublic *item)
{
    return !item->implied && item->total > parts_end(item, CHART_N_PUBLIC) + 0.03; /* false for NAN */
}

static void public_measure(Public *public, const Chart *chart, YearFrame *frame)
{
    public->items = (const ChartPublic *)(void *)chart->items->data;
    public->n = chart->items->len;
    bool seen[2] = { false, false };
    for (guint i = 0; i < public->n; i++) {
        const ChartPublic *item = &public->items[i];
        seen[item->accounts] = true;
        public->implied = public->implied || item->implied;
        public->undivided = public->undivided || has_undivided(item);
        year_frame_reach(frame, item->total);
        year_frame_reach(frame, parts_end(item, CHART_N_PUBLIC));
        for (guint part = 0; part < CHART_N_PUBLIC; part++) {
            public->known[part] = public->known[part] || !isnan(item->parts[part]);
            public->any[part] = public->any[part] || fabs(item->parts[part]) > 0.005;
        }
    }
    public->both = seen[0] && seen[1];
    frame->scale = chart_scale_choose(chart, frame->high);
    public->rows = g_ptr_array_new();
}

static char *row_name(const Public *public, int year, const ChartPublic *item, bool first)
{
    if (item == NULL || !public->both)
        return g_strdup_printf("%d", year);
    const char *kind = item->accounts ? say("决算", "accounts") : say("预算", "budget");
    return first ? g_strdup_printf("%d %s", year, kind) : g_strdup(kind);
}

static void row_add(Public *public, YearFrame *frame, int year, const ChartPublic *item, bool first)
{
    g_autofree char *name = row_name(public, year, item, first);
    const char *mark = item != NULL && item->implied ? "*" : "";
    chart_rows_add(&frame->rows, name);
    g_ptr_array_add(public->rows, (gpointer)item);
    guint column = 0;
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        if (public->any[part])
            year_frame_amount(frame, column++, item != NULL ? item->parts[part] : NAN, mark);
    year_frame_amount(frame, column, item != NULL ? item->total : NAN, mark);
}

static void rows_add(Public *public, YearFrame *frame)
{
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        if (public->any[part])
            chart_columns_add(&frame->columns, say(PART_NAMES[part].column_zh, PART_NAMES[part].column_en), TEXT_LABEL);
    chart_columns_add(&frame->columns, say("合计", "Total"), TEXT_STRONG);
    guint next = 0;
    for (int year = public->items[0].year; year <= public->items[public->n - 1].year; year++) {
        if (public->items[next].year != year)
            row_add(public, frame, year, NULL, true);
        for (bool first = true; next < public->n && public->items[next].year == year; next++, first = false)
            row_add(public, frame, year, &public->items[next], first);
    }
}

/* The bars of one fill: `part` of the parts, CHART_N_PUBLIC for what no part accounts for, and one more for implied totals. */
static bool bar_of(const ChartPublic *item, guint part, double *from, double *to)
{
    if (item == NULL)
        return false;
    *from = part > CHART_N_PUBLIC ? 0 : parts_end(item, MIN(part, CHART_N_PUBLIC));
    if (part > CHART_N_PUBLIC)
        *to = isnan(item->total) ? parts_end(item, CHART_N_PUBLIC) : item->total;
    else
        *to = part == CHART_N_PUBLIC ? item->total : parts_end(item, part + 1);
    if (part == CHART_N_PUBLIC && !has_undivided(item))
        return false;
    return item->implied == (part > CHART_N_PUBLIC) && fabs(*to - *from) > 0.005;
}

static void bars_draw(Canvas *canvas, const Public *public, const YearFrame *frame, guint part, const char *name, Fill fill)
{
    double from, to;
    bool any = false;
    for (guint i = 0; i < public->rows->len; i++)
        any = any || bar_of(g_ptr_array_index(public->rows, i), part, &from, &to);
    if (!any)
        return;
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < public->rows->len; i++) {
        const ChartPublic *item = g_ptr_array_index(public->rows, i);
        if (bar_of(item, part, &from, &to))
            year_frame_bar(frame, canvas, i, from, to, public->both && !item->accounts ? BUDGET_WEIGHT : 1.0);
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, fill);
}

/* What is zero in every year takes no column; it is said. */
static void zeros_describe(ChartSheet *sheet, const Public *public)
{
    g_autoptr(GString) zeros = g_string_new(NULL);
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        if (public->known[part] && !public->any[part])
            g_string_append_printf(zeros, "%s%s", zeros->len > 0 ? say("、", ", ") : "",
                                   say(PART_NAMES[part].zh, PART_NAMES[part].en));
    if (zeros->len > 0)
        chart_sheet_remark(sheet, say("各年都是零：%s。", "Zero in every year: %s."), zeros->str);
}

static void sheet_describe(ChartSheet *sheet, const Public *public)
{
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        if (public->any[part])
            chart_sheet_legend_fill(sheet, PART_FILLS[part], say(PART_NAMES[part].zh, PART_NAMES[part].en));
    if (public->undivided)
        chart_sheet_legend_fill(sheet, FILL_UNDIVIDED, say("未分项", "not broken down"));
    zeros_describe(sheet, public);
    if (public->both)
        chart_sheet_remark(sheet, "%s", say("细条为预算，粗条为决算。", "Thin bars: budget; thick bars: accounts."));
    if (public->implied)
        chart_sheet_remark(sheet, "%s",
                           say("* 空心：当年的表里没有这个数，由下一年文件推得。",
                               "* Hollow: no table of that year has it; worked out from the filing of the year after."));
}

void canvas_from_three_public(Canvas *canvas, const Chart *chart)
{
    static const char *const NAMES[CHART_N_PUBLIC] = { "travel", "purchase", "running", "vehicles", "reception" };
    g_auto(Public) public = { 0 };
    g_auto(YearFrame) frame = { 0 };
    year_frame_init(&frame);
    public_measure(&public, chart, &frame);
    rows_add(&public, &frame);
    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, frame.scale.unit);
    sheet_describe(&sheet, &public);

    year_frame_place(&frame, canvas, &sheet, chart, 0);
    for (guint part = 0; part < CHART_N_PUBLIC; part++)
        bars_draw(canvas, &public, &frame, part, NAMES[part], PART_FILLS[part]);
    bars_draw(canvas, &public, &frame, CHART_N_PUBLIC, "undivided", FILL_UNDIVIDED);
    bars_draw(canvas, &public, &frame, CHART_N_PUBLIC + 1, "implied", FILL_BUDGET_IMPLIED);
}
