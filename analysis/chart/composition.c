/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a total is made of: bars, largest first, with amount and share. Bars, because lengths
 * compare at a glance and slices of a pie do not. Many small parts are folded into one, which
 * stands last whatever its size.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/rows.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum { VALUE_GAP = 6, MOST_ROWS = 12 };

/* A part below this share of the total is small. */
static const double SMALL_SHARE = 0.01;

typedef struct {
    GPtrArray *kept; /* ChartPart *, borrowed, largest first */
    double total;
    double rest; /* folded */
    guint n_rest;
    char *rest_label;
    ChartScale scale;
} Composition;

static int part_compare(const void *left, const void *right)
{
    double a = (*(ChartPart *const *)left)->amount;
    double b = (*(ChartPart *const *)right)->amount;
    return (a < b) - (a > b);
}

/* How many of the sorted parts are shown by themselves. Folding one alone would hide a name and
 * save no row. */
static guint parts_kept(const GPtrArray *parts, double total)
{
    guint kept = MIN(parts->len, MOST_ROWS - 1);
    while (kept > 1) {
        const ChartPart *last = parts->pdata[kept - 1];
        if (fabs(last->amount) >= SMALL_SHARE * fabs(total))
            break;
        kept--;
    }
    return parts->len - kept <= 1 ? parts->len : kept;
}

static void composition_clear(Composition *composition)
{
    g_clear_pointer(&composition->kept, g_ptr_array_unref);
    g_clear_pointer(&composition->rest_label, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Composition, composition_clear)

/* A stable sort: parts of equal size keep the order of the document. */
static void parts_collect(Composition *composition, const Chart *chart)
{
    composition->kept = g_ptr_array_new();
    for (guint i = 0; i < chart->items->len; i++) {
        ChartPart *part = &g_array_index(chart->items, ChartPart, i);
        g_ptr_array_add(composition->kept, part);
        composition->total += part->amount;
    }
    g_ptr_array_sort(composition->kept, part_compare);
}

static void parts_fold(Composition *composition)
{
    guint kept = parts_kept(composition->kept, composition->total);
    for (guint i = kept; i < composition->kept->len; i++)
        composition->rest += ((ChartPart *)composition->kept->pdata[i])->amount;
    composition->n_rest = composition->kept->len - kept;
    g_ptr_array_set_size(composition->kept, (int)kept);
    if (composition->n_rest > 0)
        composition->rest_label =
            g_strdup_printf(say("其他（%u 项）", "other (%u items)"), composition->n_rest);
}

static guint composition_rows(const Composition *composition)
{
    return composition->kept->len + (composition->n_rest > 0 ? 1 : 0);
}

static bool row_is_rest(const Composition *composition, guint i)
{
    return i == composition->kept->len;
}

static double row_amount(const Composition *composition, guint i)
{
    return row_is_rest(composition, i) ? composition->rest
                                       : ((ChartPart *)composition->kept->pdata[i])->amount;
}

static const char *row_label(const Composition *composition, guint i)
{
    return row_is_rest(composition, i) ? composition->rest_label
                                       : ((ChartPart *)composition->kept->pdata[i])->label;
}

static char *row_value(const Composition *composition, guint i)
{
    double amount = row_amount(composition, i);
    g_autofree char *money = chart_amount_text(composition->scale, amount, false);
    if (composition->total <= 0)
        return g_steal_pointer(&money);
    g_autofree char *share = chart_percent_text(100.0 * amount / composition->total, false);
    return g_strdup_printf(say("%s（%s）", "%s (%s)"), money, share);
}

/* Longest bars on both sides of zero, and the room that the widest value takes. */
static void extent_measure(const Composition *composition, double *low, double *high, double *room)
{
    *low = *high = *room = 0;
    for (guint i = 0; i < composition_rows(composition); i++) {
        g_autofree char *value = row_value(composition, i);
        *low = MIN(*low, row_amount(composition, i));
        *high = MAX(*high, row_amount(composition, i));
        *room = MAX(*room, chart_text_width(TEXT_STRONG, value) + VALUE_GAP);
    }
}

static void bars_draw(Canvas *canvas, const Composition *composition, const ChartRows *rows,
                      bool rest)
{
    const char *name = rest ? "rest" : "parts";
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < composition_rows(composition); i++) {
        double amount = row_amount(composition, i);
        if (row_is_rest(composition, i) == rest)
            chart_rows_block_bar(rows, canvas, i, MIN(amount, 0), MAX(amount, 0));
    }
    canvas_block_end(canvas);
    canvas_plot_bars(canvas, name, rest ? FILL_REST : FILL_PART);
}

static void values_draw(Canvas *canvas, const Composition *composition)
{
    for (guint i = 0; i < composition_rows(composition); i++) {
        g_autofree char *value = row_value(composition, i);
        canvas_label(canvas, MAX(row_amount(composition, i), 0), i + 0.5, VALUE_GAP, 0, ALIGN_LEFT,
                     i == 0 ? TEXT_STRONG : TEXT_LABEL, value);
    }
}

void canvas_from_composition(Canvas *canvas, const Chart *chart)
{
    g_auto(Composition) composition = { 0 };
    parts_collect(&composition, chart);
    parts_fold(&composition);
    composition.scale = chart_scale_choose(chart, fabs(composition.total));

    g_auto(ChartSheet) sheet = { 0 };
    chart_sheet_init(&sheet, composition.scale.unit);
    g_auto(ChartRows) rows = { 0 };
    chart_rows_init(&rows);
    for (guint i = 0; i < composition_rows(&composition); i++)
        chart_rows_add(&rows, row_label(&composition, i));
    g_autofree char *total = chart_amount_text(composition.scale, composition.total, false);
    chart_sheet_remark(
        &sheet, say("各项相加 %s；括号内为占其中的比重。", "The parts add to %s; in brackets the share of it."),
        total);

    double low, high, room;
    extent_measure(&composition, &low, &high, &room);
    double right = SHEET_WIDTH - SHEET_MARGIN - room;
    canvas_from_sheet(canvas, &sheet, chart, chart_rows_total(&rows));
    chart_rows_place(&rows, canvas, canvas->body_top, right, low, high > low ? high : low + 1);
    bars_draw(canvas, &composition, &rows, false);
    if (composition.n_rest > 0)
        bars_draw(canvas, &composition, &rows, true);
    canvas_line(canvas, 0, canvas->y_low, 0, canvas->y_high, STROKE_AXIS);
    values_draw(canvas, &composition);
}
