/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trends: what can be said of three to ten years, and no more. A figure that cannot be computed is an empty cell.
 */
#include <math.h>
#include <string.h>

#include "analysis/report/cited.h"
#include "analysis/report/sections.h"
#include "analysis/statistics.h"
#include "schema/language.h"

enum { YEARS_FOR_A_TREND = 3 };

/* Wholes, classes and items of expenditure. The groups between class and item (20113) repeat their items. */
static bool line_is_shown(const DepartmentYear *view, const Series *series)
{
    static const char *const wholes[] = {"total", "basic", "project", "three-public", NULL};
    Yardstick yardstick = {series->direction, series->fund, series->measure};
    bool group = series->code[0] == '2' && strlen(series->code) == 5;
    bool spent = series->direction == DIRECTION_EXPENDITURE &&
                 (series->code[0] == '\0' ? g_strv_contains(wholes, series->measure)
                                          : g_str_equal(series->measure, "total") && !group);
    bool carried =
        series->direction == DIRECTION_CARRYOVER && series->code[0] == '\0' && g_str_equal(series->measure, "total");
    return series->fund == FUND_ALL && (spent || carried) && department_year_compares(view, series) &&
           department_year_series(view, yardstick, series->code) == series;
}

static char *line_name(const Series *series)
{
    static const struct {
        const char *measure, *zh, *en;
    } wholes[] = {
        {"total", "支出总额", "Total expenditure"},
        {"basic", "基本支出", "Basic expenditure"},
        {"project", "项目支出", "Project expenditure"},
        {"three-public", "“三公”经费", "Three public expenses"},
    };
    if (series->code[0] != '\0')
        return subject_title(series->code, series->label);
    if (series->direction == DIRECTION_CARRYOVER)
        return g_strdup(say("上年结转结余", "Carryover"));
    for (guint i = 0; i < G_N_ELEMENTS(wholes); i++)
        if (g_str_equal(wholes[i].measure, series->measure))
            return g_strdup(say(wholes[i].zh, wholes[i].en));
    return g_strdup(series->label);
}

static ReportTable *trends_table(void)
{
    ReportTable *table = report_table_new("trends-table", say("各科目的多年变动", "Several years, by subject"));
    report_table_column(table, COLUMN_NAME, say("科目", "Subject"));
    report_table_column(table, COLUMN_CODE, say("年份", "Years"));
    report_table_column(table, COLUMN_NUMBER, say("首年", "First"));
    report_table_column(table, COLUMN_NUMBER, say("末年", "Last"));
    report_table_column(table, COLUMN_NUMBER, say("年均增长", "Growth a year"));
    report_table_column(table, COLUMN_NUMBER, say("趋势（每年）", "Trend a year"));
    report_table_column(table, COLUMN_NUMBER, say("95% 区间", "95% interval"));
    report_table_column(table, COLUMN_NUMBER, say("M-K 检验 p", "Mann-Kendall p"));
    report_table_column(table, COLUMN_NUMBER, say("末年预测区间", "Last year expected"));
    report_table_column(table, COLUMN_TEXT, say("末年", "Last year is"));
    return table;
}

/* A slope on the logarithm as growth in % a year. */
static double slope_percent(Measured slope)
{
    return 100 * expm1(slope.value);
}

static void trend_cells(ReportTable *table, const StatRow *row)
{
    report_table_prose(table, row->cagr.known ? prose_printf("%+.2f%%", row->cagr.value) : prose_new(NULL));
    report_table_prose(table,
                       row->ols_slope.known ? prose_printf("%+.2f%%", slope_percent(row->ols_slope)) : prose_new(NULL));
    report_table_prose(table, row->ols_lo.known && row->ols_hi.known
                                  ? prose_printf(say("%+.1f%% 至 %+.1f%%", "%+.1f%% to %+.1f%%"),
                                                 slope_percent(row->ols_lo), slope_percent(row->ols_hi))
                                  : prose_new(NULL));
    if (row->mk_p.known && row->mk_p.value < 0.0005)
        report_table_cell(table, "<0.001");
    else
        report_table_prose(table, row->mk_p.known ? prose_printf("%.3f", row->mk_p.value) : prose_new(NULL));
    bool expected = row->pi_lo.known && row->pi_hi.known && row->last.known;
    g_autofree char *low = wan_yuan_to_display(row->pi_lo.value);
    g_autofree char *high = wan_yuan_to_display(row->pi_hi.value);
    report_table_prose(table, expected ? prose_printf(say("%s 至 %s", "%s to %s"), low, high) : prose_new(NULL));
    Prose *verdict = prose_new(NULL);
    if (expected && row->last.value > row->pi_hi.value)
        prose_add(verdict, TONE_WARNING, say("高出区间", "above"));
    else if (expected && row->last.value < row->pi_lo.value)
        prose_add(verdict, TONE_WARNING, say("低于区间", "below"));
    else if (expected && interval_says_little(row->pi_lo.value, row->pi_hi.value))
        prose_add(verdict, TONE_MUTED, say("区间太宽，看不出", "range too wide to tell"));
    else if (expected)
        prose_add(verdict, TONE_PLAIN, say("区间内", "within"));
    report_table_prose(table, verdict);
}

/* A figure in the table leads to where it is printed, where it is the published one. */
static void point_cell(const Report *report, ReportTable *table, const Series *series, const SeriesPoint *point)
{
    Yardstick yardstick = {series->direction, series->fund, series->measure};
    YearFigure figure = {true, point->implied, point->comparable};
    const char *anchor = point->amount.fen == point->comparable.fen
                             ? cite_year_figure(report, yardstick, series->code, point->year, figure)
                             : NULL;
    cited_amount_cell(table, point->comparable, anchor);
}

static void trend_row(const Report *report, ReportTable *table, const StatLine *line)
{
    const Series *series = line->series;
    g_autofree char *name = line_name(series);
    if (series->code[0] == '\0')
        report_table_total_row(table);
    else
        report_table_row(table, strlen(series->code) > 3 ? 1 : 0);
    report_table_cell(table, name);
    report_table_prose(table, prose_printf("%d–%d", line->row.first_year, line->row.last_year));
    point_cell(report, table, series, series_point(series, 0));
    point_cell(report, table, series, series_point(series, series->points->len - 1));
    trend_cells(table, &line->row);
}

static guint longest_series(const DepartmentYear *view)
{
    guint longest = 0;
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        if (line_is_shown(view, series))
            longest = MAX(longest, series->points->len);
    }
    return longest;
}

void section_trends(Report *report, Blocks *blocks)
{
    const DepartmentYear *view = report->view;
    blocks_heading(blocks, 2, "trends", say("多年趋势", "Trends"));
    guint longest = longest_series(view);
    if (longest < YEARS_FOR_A_TREND) {
        blocks_paragraph(
            blocks, TONE_PLAIN,
            prose_printf(
                say("库里只有 %u 年的数据，三年以上才谈得上趋势。导入更早年度的材料后，这里会列出每个科目的趋势。",
                    "Only %u years are known. Trends take three years or more: import earlier filings and "
                    "they will be listed here."),
                longest));
        return;
    }
    report_add_picture(report, blocks, "trend");
    report_add_picture_of_years(report, blocks, "multiples");
    report_add_picture_of_years(report, blocks, "heat");
    g_autoptr(GArray) statistics = statistics_from_series(view->series);
    ReportTable *table = trends_table();
    for (guint i = 0; i < statistics->len; i++) {
        const StatLine *line = &g_array_index(statistics, StatLine, i);
        if (line->row.n >= YEARS_FOR_A_TREND && line_is_shown(view, line->series))
            trend_row(report, table, line);
    }
    blocks_table(blocks, table);
    blocks_say(
        blocks, TONE_MUTED,
        say("趋势是对数线性拟合的斜率，区间按 t 分布；Mann–Kendall "
            "检验在十年以内且没有相等值时用精确分布，四年及以下不可能达到 "
            "0.05。末年预测区间由之前各年推算，连末年至少四年；上限超过下限四倍的，落在里面说明不了什么。算不出的留空。",
            "The trend is the slope of a log-linear fit, its interval from Student's t. Mann-Kendall is exact up to "
            "ten "
            "years without ties; four years or fewer can never reach 0.05. The range expected comes from the years "
            "before, four with the last; where its end is more than four times its start, lying within it says nothing. What "
            "cannot be computed is left empty."));
}
