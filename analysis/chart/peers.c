/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A department among its peers: a strip an indicator, each with a scale of its own, a dot a department, the middle half
 * of them on a bar. The figures of the marked department stand at the right, where no dot can cover them.
 */
#include "analysis/chart/kinds.h"

#include <math.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/scale.h"
#include "analysis/chart/sheet.h"
#include "schema/language.h"

enum {
    HEADING_HEIGHT = 22,
    ROW_HEIGHT = 66,
    STRIP_HEIGHT = 36,
    ENDS_LINE = 16,
    WIDEST_NAME = 150,
    WIDEST_UNIT = 60,
    NAME_GAP = 14,
    COLUMN_GAP = 18,
    LANE = 7,      /* between dots that would cover each other */
    LANES_MOST = 5,
    STRIP_DOTS_MOST = 300, /* of more, as many are drawn that stand for them */
    NAME_EMS = 26
};

static const double PEER_RADIUS = 2.8;
static const double OWN_RADIUS = 6;

/* Quartile ranges that a strip reaches beyond the quartiles: farther dots stand at its end (J. W. Tukey's outer fence). */
static const double FENCE = 3;

typedef struct {
    const ChartPeerRow *item; /* borrowed */
    char **name;
    char *own;
    char *rank;
    GArray *values; /* sorted, without the department's own */
    CanvasFrame frame;
    bool cut_low;
    bool cut_high;
} Strip;

typedef struct {
    Strip *strips;
    guint n;
    double name_width, own_width, rank_width;
} Strips;

static void strips_clear(Strips *strips)
{
    for (guint i = 0; i < strips->n; i++) {
        g_strfreev(strips->strips[i].name);
        g_free(strips->strips[i].own);
        g_free(strips->strips[i].rank);
        g_array_unref(strips->strips[i].values);
    }
    g_clear_pointer(&strips->strips, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Strips, strips_clear)

static gint value_compare(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The others in order, and of very many some, evenly. */
static GArray *others_sorted(const ChartPeerRow *row)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(double));
    g_array_append_vals(all, row->values->data, row->values->len);
    g_array_sort(all, value_compare);
    for (guint i = 0; i < all->len; i++)
        if (g_array_index(all, double, i) >= row->own) {
            g_array_remove_index(all, i);
            break;
        }
    GArray *drawn = g_array_new(FALSE, FALSE, sizeof(double));
    guint n = MIN(all->len, (guint)STRIP_DOTS_MOST);
    for (guint i = 0; i < n; i++) {
        guint at = n < 2 ? 0 : (guint)((guint64)i * (all->len - 1) / (n - 1));
        g_array_append_val(drawn, g_array_index(all, double, at));
    }
    return drawn;
}

static void range_choose(Strip *strip)
{
    const ChartPeerRow *row = strip->item;
    double low = row->own, high = row->own;
    for (guint i = 0; i < row->values->len; i++) {
        low = MIN(low, g_array_index(row->values, double, i));
        high = MAX(high, g_array_index(row->values, double, i));
    }
    double reach = FENCE * (row->upper - row->lower);
    if (reach > 0) {
        strip->cut_low = low < row->lower - reach;
        strip->cut_high = high > row->upper + reach;
        low = MAX(low, row->lower - reach);
        high = MIN(high, row->upper + reach);
    }
    if (high - low <= 0) {
        low -= 1;
        high += 1;
    }
    strip->frame.x_low = low;
    strip->frame.x_high = high;
    strip->frame.y_low = -STRIP_HEIGHT / 2.0;
    strip->frame.y_high = STRIP_HEIGHT / 2.0;
}

static char *value_text(const ChartPeerRow *row, double value)
{
    return chart_amount_text((ChartScale){.divisor = 1, .unit = "", .decimals = row->decimals}, value, false);
}

static void strip_measure(Strip *strip, const ChartPeerRow *row)
{
    strip->item = row;
    g_autofree char *clean = caption_clean(row->label);
    strip->name = caption_wrap(*clean != '\0' ? clean : "—", chart_text_ems(TEXT_LABEL, WIDEST_NAME), 2);
    g_autofree char *value = value_text(row, row->own);
    g_auto(GStrv) unit = caption_wrap(row->unit, chart_text_ems(TEXT_STRONG, WIDEST_UNIT), 1);
    strip->own = g_strconcat(value, *unit[0] == '\0' || g_str_equal(unit[0], say("%", "")) ? "" : " ", unit[0], NULL);
    char rank[G_ASCII_DTOSTR_BUF_SIZE];
    strip->rank =
        g_strdup_printf("%s / %u", g_ascii_formatd(rank, sizeof rank, "%g", row->rank), row->values->len);
    strip->values = others_sorted(row);
    range_choose(strip);
}

static const char *own_heading(void)
{
    return say("本部门", "This one");
}

static const char *rank_heading(void)
{
    return say("由大到小", "From the top");
}

static void strips_measure(Strips *strips, const Chart *chart)
{
    strips->n = chart->items->len;
    strips->strips = g_new0(Strip, strips->n);
    strips->own_width = chart_text_width(TEXT_MUTED, own_heading());
    strips->rank_width = chart_text_width(TEXT_MUTED, rank_heading());
    for (guint i = 0; i < strips->n; i++) {
        Strip *strip = &strips->strips[i];
        strip_measure(strip, &g_array_index(chart->items, ChartPeerRow, i));
        strips->name_width = MAX(strips->name_width, caption_widest(strip->name) * TEXT_LOOKS[TEXT_LABEL].size);
        strips->own_width = MAX(strips->own_width, chart_text_width(TEXT_STRONG, strip->own));
        strips->rank_width = MAX(strips->rank_width, chart_text_width(TEXT_LABEL, strip->rank));
    }
}

static void strips_place(Strips *strips, double top)
{
    for (guint i = 0; i < strips->n; i++) {
        CanvasFrame *frame = &strips->strips[i].frame;
        double middle = top + i * (double)ROW_HEIGHT + STRIP_HEIGHT / 2.0;
        frame->left = SHEET_MARGIN + strips->name_width + NAME_GAP;
        frame->right = SHEET_WIDTH - SHEET_MARGIN - strips->rank_width - strips->own_width - 2.0 * COLUMN_GAP;
        frame->top = middle - STRIP_HEIGHT / 2.0;
        frame->bottom = middle + STRIP_HEIGHT / 2.0;
    }
}

/* ---- drawing ---- */

static double strip_clamp(const Strip *strip, double value)
{
    return CLAMP(value, strip->frame.x_low, strip->frame.x_high);
}

static char *block_name(const char *what, guint index)
{
    return g_strdup_printf("%s%u", what, index + 1);
}

static void quartiles_draw(Canvas *canvas, const Strip *strip, guint index)
{
    const CanvasFrame *frame = &strip->frame;
    g_autofree char *name = block_name("quartiles", index);
    double middle = (frame->top + frame->bottom) / 2;
    canvas_line(canvas, frame->left, middle, frame->right, middle, STROKE_GRID);
    canvas_block_begin(canvas, name);
    canvas_block_bar(canvas, strip_clamp(strip, strip->item->lower), strip_clamp(strip, strip->item->upper), frame->y_low,
                     frame->y_high);
    canvas_block_end(canvas);
    canvas_plot_bars_within(canvas, frame, name, FILL_QUARTILES);
    g_autofree char *median = block_name("median", index);
    canvas_block_begin(canvas, median);
    canvas_block_point(canvas, strip_clamp(strip, strip->item->median), frame->y_low);
    canvas_block_point(canvas, strip_clamp(strip, strip->item->median), frame->y_high);
    canvas_block_end(canvas);
    canvas_plot_line_within(canvas, frame, median, STROKE_MEDIAN);
}

/* Dots that would cover each other go to the next lane, from the middle outwards. */
static void dots_draw(Canvas *canvas, const Strip *strip, guint index)
{
    double taken[LANES_MOST];
    if (strip->values->len == 0)
        return;
    for (guint lane = 0; lane < LANES_MOST; lane++)
        taken[lane] = -INFINITY;
    g_autofree char *name = block_name("peers", index);
    canvas_block_begin(canvas, name);
    for (guint i = 0; i < strip->values->len; i++) {
        double value = strip_clamp(strip, g_array_index(strip->values, double, i));
        double x = canvas_frame_x(&strip->frame, value);
        guint lane = 0;
        while (lane + 1 < LANES_MOST && x - taken[lane] < LANE)
            lane++;
        taken[lane] = x;
        double side = lane % 2 == 1 ? 1 : -1;
        canvas_block_point(canvas, value, side * ((lane + 1) / 2) * LANE);
    }
    canvas_block_end(canvas);
    canvas_plot_dots_within(canvas, &strip->frame, name, DOT_PEER, PEER_RADIUS);
}

static void own_draw(Canvas *canvas, const Strip *strip, guint index)
{
    g_autofree char *name = block_name("own", index);
    canvas_block_begin(canvas, name);
    canvas_block_point(canvas, strip_clamp(strip, strip->item->own), 0);
    canvas_block_end(canvas);
    canvas_plot_dots_within(canvas, &strip->frame, name, DOT_OWN, OWN_RADIUS);
}

/* The ends of the scale, and the median where it has room between them. */
static void ends_draw(Canvas *canvas, const Strip *strip)
{
    const CanvasFrame *frame = &strip->frame;
    double y = frame->bottom + ENDS_LINE / 2.0 + 2;
    g_autofree char *low = value_text(strip->item, frame->x_low);
    g_autofree char *high = value_text(strip->item, frame->x_high);
    g_autofree char *median = value_text(strip->item, strip->item->median);
    g_autofree char *from = g_strconcat(strip->cut_low ? "≤ " : "", low, NULL);
    g_autofree char *to = g_strconcat(strip->cut_high ? "≥ " : "", high, NULL);
    canvas_text(canvas, frame->left, y, ALIGN_LEFT, TEXT_MUTED, from);
    canvas_text(canvas, frame->right, y, ALIGN_RIGHT, TEXT_MUTED, to);
    double x = canvas_frame_x(frame, strip_clamp(strip, strip->item->median));
    double half = chart_text_width(TEXT_MUTED, median) / 2 + 8;
    if (x - half > frame->left + chart_text_width(TEXT_MUTED, from) &&
        x + half < frame->right - chart_text_width(TEXT_MUTED, to))
        canvas_text(canvas, x, y, ALIGN_CENTER, TEXT_MUTED, median);
}

static void figures_draw(Canvas *canvas, const Strips *strips, const Strip *strip)
{
    double middle = (strip->frame.top + strip->frame.bottom) / 2;
    double right = SHEET_WIDTH - SHEET_MARGIN;
    canvas_lines(canvas, SHEET_MARGIN + strips->name_width, middle, ALIGN_RIGHT, TEXT_LABEL, strip->name);
    canvas_text(canvas, right - strips->rank_width - COLUMN_GAP, middle, ALIGN_RIGHT, TEXT_ALARM, strip->own);
    canvas_text(canvas, right, middle, ALIGN_RIGHT, TEXT_LABEL, strip->rank);
}

static void headings_draw(Canvas *canvas, const Strips *strips)
{
    double y = canvas->body_top + HEADING_HEIGHT / 2.0 - 2;
    double right = SHEET_WIDTH - SHEET_MARGIN;
    canvas_text(canvas, right - strips->rank_width - COLUMN_GAP, y, ALIGN_RIGHT, TEXT_MUTED, own_heading());
    canvas_text(canvas, right, y, ALIGN_RIGHT, TEXT_MUTED, rank_heading());
}

static void sheet_describe(ChartSheet *sheet, const Strips *strips, const Chart *chart)
{
    bool cut = false, thinned = false;
    for (guint i = 0; i < strips->n; i++) {
        cut = cut || strips->strips[i].cut_low || strips->strips[i].cut_high;
        thinned = thinned || strips->strips[i].item->values->len > STRIP_DOTS_MOST + 1;
    }
    g_auto(GStrv) name = caption_wrap(chart->marked != NULL ? chart->marked : own_heading(), NAME_EMS, 1);
    chart_sheet_legend_dot(sheet, DOT_OWN, name[0]);
    chart_sheet_legend_dot(sheet, DOT_PEER, say("其他同类部门", "the other departments"));
    chart_sheet_legend_fill(sheet, FILL_QUARTILES, say("居中的一半", "the middle half"));
    chart_sheet_legend_stroke(sheet, STROKE_MEDIAN, say("中位数", "median"));
    chart_sheet_remark(sheet, "%s", say("每行刻度各自独立，下方是两端和中位数的数值。右列：本部门数值、由大到小的位次 / 有此数的部门数。",
                                        "Each row has a scale of its own, with its ends and the median below. At the right: the "
                                        "figure of the department, and its rank among those that have one."));
    if (cut)
        chart_sheet_remark(sheet, "%s", say("标 ≤、≥ 的一端：更远的部门都画在端点上。",
                                            "At an end marked ≤ or ≥ stand all departments that lie farther out."));
    if (thinned)
        chart_sheet_remark(sheet, say("部门很多，每行均匀取 %d 个画出；四分位数和位次按全部部门计算。",
                                      "There are very many departments: %d of them, evenly chosen, are drawn; quartiles and ranks are those of all."),
                           STRIP_DOTS_MOST);
}

void canvas_from_peers(Canvas *canvas, const Chart *chart)
{
    g_auto(Strips) strips = {0};
    strips_measure(&strips, chart);
    g_auto(ChartSheet) sheet = {0};
    chart_sheet_init(&sheet, say("见各行", "by row"));
    sheet_describe(&sheet, &strips, chart);
    canvas_from_sheet(canvas, &sheet, chart, HEADING_HEIGHT + strips.n * (double)ROW_HEIGHT);
    canvas_sheet_axes(canvas);
    strips_place(&strips, canvas->body_top + HEADING_HEIGHT);
    headings_draw(canvas, &strips);
    for (guint i = 0; i < strips.n; i++) {
        const Strip *strip = &strips.strips[i];
        quartiles_draw(canvas, strip, i);
        dots_draw(canvas, strip, i);
        own_draw(canvas, strip, i);
        ends_draw(canvas, strip);
        figures_draw(canvas, &strips, strip);
    }
}
