/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/drawing.h"

#include <math.h>
#include <stdio.h>

#include "analysis/indicator.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/spark.h"
#include "cmd/terminal.h"
#include "schema/language.h"

/* A drawing is a column of figures, so that the table leaves it whole and shortens texts. */
static const RowColumn change_columns[] = {
    {"subject", ROW_TEXT, "科目", "subject", 36},
    {"change", ROW_NUMBER, "变动", "change", 0},
    {"bar", ROW_NUMBER, "", "", 0},
    {"verdict", ROW_TEXT, "判断", "verdict", 0},
};

static const RowColumn place_columns[] = {
    {"indicator", ROW_TEXT, "指标", "indicator", 24},
    {"value", ROW_NUMBER, "数值", "value", 0},
    {"least", ROW_NUMBER, "最低", "least", 0},
    {"strip", ROW_NUMBER, "", "", 0},
    {"most", ROW_NUMBER, "最高", "most", 0},
};

static const RowColumn percentile_columns[] = {
    {"indicator", ROW_TEXT, "指标", "indicator", 24},
    {"strip", ROW_NUMBER, "", "", 0},
    {"percentile", ROW_NUMBER, "百分位", "percentile", 0},
};

/* What the other columns leave, odd so that there is a middle. */
static int drawing_width(int others)
{
    return CLAMP(paper_width() - others, 17, 49) | 1;
}

static double size_of(const LedgerLine *line)
{
    return fabs(amount_to_wan_yuan(line->change));
}

void draw_changes(const GPtrArray *lines, bool color)
{
    bool blocks = terminal_knows_blocks();
    double most = 0;
    int half = drawing_width(54) / 2;
    for (guint i = 0; i < lines->len; i++)
        most = MAX(most, size_of(g_ptr_array_index(lines, i)));
    if (most <= 0)
        return;
    RowWriter *rows = rows_new(change_columns, G_N_ELEMENTS(change_columns), ROWS_TABLE, color);
    for (guint i = 0; i < lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(lines, i);
        const double parts[CHANGE_PARTS] = {amount_to_wan_yuan(line->reclassified), amount_to_wan_yuan(line->explained),
                                            amount_to_wan_yuan(line->unexplained)};
        g_autofree char *bar = bar_from_change(amount_to_wan_yuan(line->change) / most, parts, half, blocks);
        rows_text(rows, line->subject);
        rows_change(rows, line->change);
        rows_mean(rows, meaning_of_verdict(line->verdict));
        rows_text(rows, bar);
        rows_mean(rows, meaning_of_verdict(line->verdict));
        rows_text(rows, ledger_verdict_name(line->verdict));
    }
    putchar('\n');
    rows_finish(rows);
    sentence_printf(say("%s 未说明  %s 已说明  %s 科目调整；左减右增\n", "%s unexplained  %s explained  %s reclassified; left less, right more\n"),
                    change_part_sign(CHANGE_UNEXPLAINED, blocks), change_part_sign(CHANGE_EXPLAINED, blocks),
                    change_part_sign(CHANGE_RECLASSIFIED, blocks));
}

static void put_decimals(RowWriter *rows, double value, int decimals)
{
    g_autofree char *text = g_strdup_printf("%.*f", decimals, value);
    rows_text(rows, text);
}

static void add_indicator(RowWriter *rows, const Comparison *comparison, const char *department, gsize indicator, int width)
{
    const Indicator *what = &indicators[indicator];
    g_autofree double *values = g_new(double, comparison->rows->len + 1);
    gsize known = 0;
    double least = INFINITY, most = -INFINITY, own = -1;
    for (guint i = 0; i < comparison->rows->len; i++) {
        const PeerEntry *entry = g_array_index(comparison->rows, CompareRow, i).entry;
        const Measured value = entry->values[indicator];
        if (!value.known)
            continue;
        least = MIN(least, value.value);
        most = MAX(most, value.value);
        own = g_str_equal(entry->department, department) ? (double)known : own;
        values[known++] = value.value;
    }
    if (known < 2)
        return;
    rows_text(rows, say(what->zh, what->en));
    if (own >= 0)
        put_decimals(rows, values[(gsize)own], what->decimals);
    else
        rows_text(rows, "—");
    for (gsize i = 0; i < known; i++)
        values[i] = most > least ? (values[i] - least) / (most - least) : 0.5;
    g_autofree char *strip =
        strip_from_places(values, known, -1, own >= 0 ? values[(gsize)own] : -1, width, terminal_knows_blocks());
    put_decimals(rows, least, what->decimals);
    rows_text(rows, strip);
    put_decimals(rows, most, what->decimals);
}

void draw_comparison(const Comparison *comparison, const char *department, bool color)
{
    RowWriter *rows = rows_new(place_columns, G_N_ELEMENTS(place_columns), ROWS_TABLE, color);
    putchar('\n');
    for (gsize k = 0; k < COMPARED; k++)
        add_indicator(rows, comparison, department, compared_indicator(k), drawing_width(54));
    rows_finish(rows);
    if (terminal_knows_blocks())
        sentence_printf(say("● %s  • 一个部门  ⁑ 几个\n", "● %s  • a department  ⁑ several\n"), department);
    else
        sentence_printf(say("@ %s  . 一个部门  : 几个\n", "@ %s  . a department  : several\n"), department);
}

void draw_score(const Score *score, bool color)
{
    RowWriter *rows = rows_new(percentile_columns, G_N_ELEMENTS(percentile_columns), ROWS_TABLE, color);
    for (gsize i = 0; i < indicators_count; i++) {
        const Measured percentile = score->lines[i].position.percentile;
        if (!percentile.known)
            continue;
        g_autofree char *strip =
            strip_from_places(NULL, 0, 0.5, percentile.value / 100, drawing_width(40), terminal_knows_blocks());
        rows_text(rows, say(indicators[i].zh, indicators[i].en));
        rows_text(rows, strip);
        put_decimals(rows, percentile.value, 0);
    }
    putchar('\n');
    rows_finish(rows);
}
