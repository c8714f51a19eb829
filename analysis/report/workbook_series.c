/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The series: a row a series, a block of columns for the published figures, one for their growth, one for comparable ones. */
#include <string.h>

#include "analysis/report/workbook_parts.h"
#include "history/vintage.h"
#include "schema/language.h"

#define PRINT_WIDTH 190 /* digits that fit on a page across and can be read */

static const BookColumn names[] = {
    {"类别", "Kind", 6, LOOK_WORD},       {"阶段", "Phase", 9, LOOK_WORD}, {"范围", "Scope", 6, LOOK_WORD},
    {"收支", "Direction", 8.5, LOOK_WORD},  {"资金", "Fund", 13, LOOK_WORD},  {"指标", "Measure", 20, LOOK_TEXT},
    {"编码", "Code", 9, LOOK_CODE},     {"名称", "Label", 32, LOOK_TEXT},
};

static bool point_differs(const SeriesPoint *point)
{
    return !point->has_comparable || point->comparable.fen != point->amount.fen;
}

/* The years from the first to the last one of any series; false when there is none. */
static bool find_years(Workbook *workbook)
{
    const GPtrArray *all = workbook->report->view->series;
    workbook->first_year = G_MAXINT;
    workbook->last_year = G_MININT;
    for (guint i = 0; i < all->len; i++) {
        const Series *series = g_ptr_array_index(all, i);
        const GArray *const parts[] = {series->points, series->joined};
        for (guint p = 0; p < G_N_ELEMENTS(parts); p++)
            for (guint k = 0; k < parts[p]->len; k++) {
                int year = g_array_index(parts[p], SeriesPoint, k).year;
                workbook->first_year = MIN(workbook->first_year, year);
                workbook->last_year = MAX(workbook->last_year, year);
            }
    }
    return workbook->first_year <= workbook->last_year;
}

/* Comparable figures are shown where any differs from the published one. */
static bool has_comparable(const GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const Series *series = g_ptr_array_index(all, i);
        if (series->joined->len > 0)
            return true;
        for (guint k = 0; k < series->points->len; k++)
            if (point_differs(series_point(series, k)))
                return true;
    }
    return false;
}

static void add_years(Workbook *workbook, GArray *columns, int from, const char *block, BookColumn like)
{
    for (int year = from; year <= workbook->last_year; year++) {
        g_autofree char *heading = g_strdup_printf("%d%s", year, block);
        like.zh = like.en = g_string_chunk_insert_const(workbook->texts, heading);
        g_array_append_val(columns, like);
    }
}

static const SeriesPoint *joined_point(const Series *series, int year)
{
    for (guint i = 0; i < series->joined->len; i++)
        if (g_array_index(series->joined, SeriesPoint, i).year == year)
            return &g_array_index(series->joined, SeriesPoint, i);
    return NULL;
}

static void put_names(ReportSheet *sheet, const Series *series)
{
    report_sheet_text(sheet, kind_name(series->kind));
    report_sheet_text(sheet, vintage_name(series->phase));
    report_sheet_text(sheet, series->scope == SCOPE_UNIT ? say("单位", "unit") : say("部门", "department"));
    report_sheet_text(sheet, direction_name(series->direction));
    report_sheet_text(sheet, fund_name(series->fund));
    report_sheet_text(sheet, measure_name(series->measure));
    report_sheet_text(sheet, series->code);
    report_sheet_text(sheet, series->label);
}

static void put_published(const Workbook *workbook, const Series *series)
{
    for (int year = workbook->first_year; year <= workbook->last_year; year++) {
        const SeriesPoint *point = series_point_of_year(series, year);
        if (point != NULL && point->implied)
            report_sheet_look(workbook->series, LOOK_IMPLIED);
        if (point != NULL)
            report_sheet_amount(workbook->series, point->amount);
        else
            report_sheet_blank(workbook->series);
    }
}

static void put_growth(const Workbook *workbook, const Series *series)
{
    ReportSheet *sheet = workbook->series;
    for (int year = workbook->first_year + 1; year <= workbook->last_year; year++) {
        const SeriesPoint *before = series_point_of_year(series, year - 1);
        const SeriesPoint *point = series_point_of_year(series, year);
        if (before == NULL || point == NULL || before->amount.fen <= 0) {
            report_sheet_blank(sheet);
            continue;
        }
        int column = workbook->year_column + year - workbook->first_year;
        g_autofree char *now = cell_name(report_sheet_at(sheet), column);
        g_autofree char *last = cell_name(report_sheet_at(sheet), column - 1);
        g_autofree char *formula = g_strdup_printf("%s/%s-1", now, last);
        report_sheet_number_formula(sheet, (double)point->amount.fen / (double)before->amount.fen - 1, formula);
    }
}

static void put_comparable(const Workbook *workbook, const Series *series)
{
    for (int year = workbook->first_year; year <= workbook->last_year; year++) {
        const SeriesPoint *point = series_point_of_year(series, year);
        if (point == NULL)
            point = joined_point(series, year);
        if (point != NULL && point->has_comparable)
            report_sheet_amount(workbook->series, point->comparable);
        else
            report_sheet_blank(workbook->series);
    }
}

/* The total first, then what is compared with this filing, then the other vintages. */
static int place_of(const DepartmentYear *view, const Series *series)
{
    if (series == department_year_series(view, total_expenditure, ""))
        return 0;
    return department_year_compares(view, series) ? 1 : 2;
}

static void put_series(Workbook *workbook, bool comparable)
{
    const DepartmentYear *view = workbook->report->view;
    const Series *total = department_year_series(view, total_expenditure, "");
    for (int place = 0; place <= 2; place++)
        for (guint i = 0; i < view->series->len; i++) {
            const Series *series = g_ptr_array_index(view->series, i);
            bool nothing = series->points->len == 0 && series->joined->len == 0;
            if (nothing || place_of(view, series) != place || !report_sheet_row(workbook->series))
                continue;
            if (series == total) {
                workbook->total_row = report_sheet_at(workbook->series);
                report_sheet_total(workbook->series);
            }
            put_names(workbook->series, series);
            put_published(workbook, series);
            put_growth(workbook, series);
            if (comparable)
                put_comparable(workbook, series);
        }
}

static void add_chart(const Workbook *workbook)
{
    int first = workbook->year_column;
    int last = first + workbook->last_year - workbook->first_year;
    if (workbook->total_row < 0)
        return;
    const BookChart chart = {
        .kind = BOOK_LINE,
        .title = say("部门支出总额（万元）", "Total expenditure (10,000 yuan)"),
        .description = say("部门支出总额，各年一点", "Total expenditure, a point a year"),
        .categories = {workbook->series, workbook->year_heading, first, workbook->year_heading, last},
        .series = {{say("支出总额", "total"), {workbook->series, workbook->total_row, first, workbook->total_row, last}}},
        .row = report_sheet_at(workbook->series) + 2,
        .width = 760,
        .height = 300,
    };
    report_sheet_chart(workbook->series, &chart);
}

/* As many blocks as a page can show. */
static int printed_columns(const GArray *columns, const int *ends, int count)
{
    double width = 0;
    int printed = ends[0];
    int column = 0;
    for (int i = 0; i < count; i++) {
        for (; column < ends[i]; column++)
            width += g_array_index(columns, BookColumn, column).width;
        if (width <= PRINT_WIDTH)
            printed = ends[i];
    }
    return printed;
}

void workbook_add_series(Workbook *workbook)
{
    ReportSheet *sheet = workbook->series;
    workbook->total_row = -1;
    workbook->year_column = G_N_ELEMENTS(names);
    report_sheet_line(sheet, LOOK_TITLE, say("各年数字", "Figures over the years"));
    if (!find_years(workbook)) {
        report_sheet_line(sheet, LOOK_NOTE, say("没有可比的数字。", "There are no figures to compare."));
        return;
    }
    bool comparable = has_comparable(workbook->report->view->series);
    report_sheet_line(sheet, LOOK_NOTE,
                      say("金额单位：万元，照各年公布数。空格是没有公布，不是零；斜体是由下一年说明推算的。第一行的图在表的下方。",
                          "Amounts in 10,000 yuan, as each year published them. Blank is not published, which is no zero; italics are "
                          "implied by the next year's text. The chart of the first row stands below the table."));
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(BookColumn));
    g_array_append_vals(columns, names, G_N_ELEMENTS(names));
    add_years(workbook, columns, workbook->first_year, "", (BookColumn){.width = 11.5, .look = LOOK_AMOUNT});
    int ends[] = {(int)columns->len, 0, 0}; /* of the blocks */
    add_years(workbook, columns, workbook->first_year + 1, say(" 比上年", " growth"), (BookColumn){.width = 9.5, .look = LOOK_GROWTH});
    ends[1] = (int)columns->len;
    if (comparable)
        add_years(workbook, columns, workbook->first_year, say(" 可比口径", " comparable"), (BookColumn){.width = 11.5, .look = LOOK_AMOUNT});
    ends[2] = (int)columns->len;
    report_sheet_headings(sheet, (const BookColumn *)(const void *)columns->data, (int)columns->len, (int)G_N_ELEMENTS(names));
    workbook->year_heading = report_sheet_at(sheet);
    put_series(workbook, comparable);
    report_sheet_filter(sheet);
    report_sheet_print(sheet, printed_columns(columns, ends, G_N_ELEMENTS(ends)));
    add_chart(workbook);
}
