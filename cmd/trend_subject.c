/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/paragraph.h"
#include "cmd/spark.h"
#include "cmd/terminal.h"
#include "cmd/trend.h"
#include "history/vintage.h"
#include "schema/language.h"

/* A bar takes what the other columns leave of the line. */
#define BAR_WIDTH 40
#define BAR_LEAST 10
#define COLUMNS_BESIDE_BAR 60

static const RowColumn year_columns[] = {
    {"year", ROW_NUMBER, "年度", "year", 0},
    {"amount", ROW_NUMBER, "金额", "amount", 0},
    {"comparable", ROW_NUMBER, "可比金额", "comparable", 0},
    {"growth", ROW_NUMBER, "可比增幅%", "growth %", 0},
    {"source", ROW_TEXT, "来源", "source", 0},
    {"bar", ROW_TEXT, "", "", 0},
};

/* The same in constant prices. */
static const RowColumn real_columns[G_N_ELEMENTS(year_columns)] = {
    {"year", ROW_NUMBER, "年度", "year", 0},
    {"amount", ROW_NUMBER, "金额", "amount", 0},
    {"real", ROW_NUMBER, "不变价", "real", 0},
    {"growth", ROW_NUMBER, "实际增幅%", "real growth %", 0},
    {"source", ROW_TEXT, "来源", "source", 0},
    {"bar", ROW_TEXT, "", "", 0},
};

/* What a series measures, in words: 预算 支出 一般公共预算 合计; of budget figures in accounts, 决算·年初预算 支出 …. */
char *trend_what(const Series *series)
{
    bool budget = series->kind == KIND_ACCOUNTS && series->phase != PHASE_EXECUTED;
    return g_strdup_printf("%s%s%s %s %s %s", kind_name(series->kind), budget ? "·" : "",
                           budget ? vintage_name(series->phase) : "",
                           direction_name(series->direction), fund_name(series->fund),
                           measure_name(series->measure));
}

/* The figure that growth and bars are reckoned from: the comparable one, or the published one in constant prices. */
static Measured shown_value(const TrendView *view, const SeriesPoint *point)
{
    if (view->deflator == NULL)
        return measured(amount_to_wan_yuan(point->comparable));
    const Measured factor = deflator_factor(view->deflator, point->year, view->base);
    return factor.known ? measured(factor.value * amount_to_wan_yuan(point->amount)) : factor;
}

static double largest_of(const TrendView *view, const Series *series)
{
    double most = 0;
    for (guint i = 0; i < series->points->len; i++)
        most = MAX(most, shown_value(view, series_point(series, i)).value);
    return most;
}

static void put_growth(RowWriter *rows, const TrendView *view, const Series *series, guint index)
{
    const SeriesPoint *point = series_point(series, index);
    Measured growth = measured_none();
    if (index > 0 && point->year == series_point(series, index - 1)->year + 1) {
        const Measured before = shown_value(view, series_point(series, index - 1));
        const Measured now = shown_value(view, point);
        growth = before.known && now.known ? growth_percent(before.value, now.value) : growth;
    }
    rows_growth(rows, growth);
}

static void print_years(const TrendView *view, const Series *series)
{
    bool chart = option_flag(view->session->options, "chart");
    double most = largest_of(view, series);
    int width = CLAMP(paper_width() - COLUMNS_BESIDE_BAR, BAR_LEAST, BAR_WIDTH);
    const RowColumn *columns = view->deflator != NULL ? real_columns : year_columns;
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(year_columns) - !chart, ROWS_TABLE, view->session->color);
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        rows_integer(rows, point->year);
        rows_amount(rows, point->amount);
        if (view->deflator != NULL)
            rows_measured(rows, shown_value(view, point));
        else
            rows_amount(rows, point->comparable);
        put_growth(rows, view, series, i);
        rows_field(rows, "",
                   point->implied ? say("由下年说明推出", "implied by the next year")
                                  : say("本年文件", "filed"));
        if (!chart)
            continue;
        double ratio = most > 0 ? shown_value(view, point).value / most : 0;
        g_autofree char *bar = bar_from_ratio(ratio, width, terminal_knows_blocks());
        rows_text(rows, bar);
    }
    rows_finish(rows);
}

/* What cannot be computed is not mentioned. */
static void print_measured(const char *name, const Measured *value, int decimals, const char *unit)
{
    if (value->known)
        printf("  %s %.*f%s\n", name, decimals, value->value, unit);
}

static void print_interval(const char *name, const Measured *low, const Measured *high,
                           const char *unit)
{
    if (low->known && high->known)
        printf("  %s [%.2f, %.2f]%s\n", name, low->value, high->value, unit);
}

/* 偶然水平 0.05 is a bound from the table of cut-offs; 1 means that even one in five is not reached. */
static void print_newest(const StatRow *row)
{
    print_measured(say("末年增幅的稳健 z", "robust z of the newest growth"), &row->last_z, 2, "");
    if (row->last_z_level.known)
        printf(row->last_z_level.value < 1 ? say("  　偶然达到这样大的机会不到 %g\n", "    as large by chance in less than %g\n")
                                           : say("  　并不少见\n", "    not rare\n"),
               row->last_z_level.value);
    print_interval(say("由前几年预测末年，95%", "newest year as predicted by those before, 95 %"),
                   &row->pi_lo, &row->pi_hi, say(" 万元", " 万元"));
    if (row->pi_p.known) {
        g_autofree char *p = p_value_text(row->pi_p.value);
        printf(say("  　末年偏离的 p %s\n", "    p of the newest year %s\n"), p);
    }
}

/* A steady trend has another level at its end than at its beginning, too. */
static const char *step_word(const StatRow *row)
{
    if (row->pettitt_p.value >= TREND_SIGNIFICANT)
        return row->n < 8 ? say("期数不足，不能认定突变", "too short to show a break") : say("没有突变", "no break");
    if (row->mk_p.known && row->mk_p.value < TREND_SIGNIFICANT)
        return say("前后水平不同，但持续升降也会这样", "another level, as a steady trend has, too");
    return say("有突变", "a break");
}

static void print_tests(const StatRow *row)
{
    if (row->mk_p.known) {
        g_autofree char *p = p_value_text(row->mk_p.value);
        printf(say("  Mann–Kendall S = %.0f，p %s（%s）：%s\n",
                   "  Mann–Kendall S = %.0f, p %s (%s): %s\n"),
               row->mk_s.value, p, mann_kendall_method_word(row->mk_method), trend_word(row));
    }
    if (row->pettitt_p.known) {
        g_autofree char *p = p_value_text(row->pettitt_p.value);
        printf(say("  Pettitt K = %.0f，p %s：%s\n", "  Pettitt K = %.0f, p %s: %s\n"), row->pettitt_k.value, p, step_word(row));
    }
    if (row->pettitt_p.known && row->pettitt_p.value < TREND_SIGNIFICANT)
        print_measured(say("　新水平起于", "  the new level begins in"), &row->pettitt_year, 0, "");
}

static void print_statistics(const StatLine *line)
{
    const StatRow *row = &line->row;
    print_measured(say("年均增幅", "growth a year"), &row->cagr, 2, " %");
    print_measured(say("变异系数", "coefficient of variation"), &row->cv, 3, "");
    print_measured(say("对数线性斜率（每年）", "log-linear slope a year"), &row->ols_slope, 4, "");
    print_measured(say("　拟合优度 R²", "  R²"), &row->r2, 3, "");
    print_measured(say("Theil–Sen 斜率", "Theil–Sen slope"), &row->sen_slope, 2,
                   say(" 万元/年", " 万元 a year"));
    print_interval(say("　95% 区间", "  95 % interval"), &row->sen_lo, &row->sen_hi, "");
    print_tests(row);
    print_newest(row);
    if (line->share_first.known && line->share_last.known)
        printf(say("  %s %.2f%% → %.2f%%\n", "  %s %.2f %% → %.2f %%\n"), say("占合计的比重", "share of the total"),
               line->share_first.value, line->share_last.value);
}

void trend_print_subjects(const TrendView *view, const GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const StatLine *line = &g_array_index(lines, StatLine, i);
        bool coded = line->series->code[0] != '\0';
        g_autofree char *what = trend_what(line->series);
        g_autofree char *title = g_strconcat(line->series->label, coded ? " " : "",
                                             line->series->code, "  ", what, NULL);
        fputs(i > 0 ? "\n" : "", stdout);
        heading_print(title, view->session->color);
        print_years(view, line->series);
        print_statistics(line);
    }
    if (view->deflator != NULL && !view->session->quiet)
        printf(say("\n统计按 %d 年不变价（居民消费价格指数）。\n", "\nStatistics in prices of %d (consumer prices).\n"), view->base);
}
