/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures themselves: where the money comes from, what it is for, what is carried over, the three public
 * expenses. Years stand side by side; a year that no filing covers is implied by the next one and marked so.
 */
#include <string.h>

#include "analysis/report/cited.h"
#include "analysis/report/sections.h"
#include "schema/language.h"

enum { YEARS_MAX = 6 };

/* A line of a table of years. */
typedef struct {
    const char *zh, *en;
    Yardstick yardstick;
    int level;
    bool total;
} YearLine;

static const YearLine revenue_lines[] = {
    {"一般公共预算拨款", "General public budget", {DIRECTION_REVENUE, FUND_GENERAL, "total"}, 0, false},
    {"政府性基金预算拨款", "Government funds", {DIRECTION_REVENUE, FUND_GOVERNMENT, "total"}, 0, false},
    {"国有资本经营预算拨款", "State capital", {DIRECTION_REVENUE, FUND_STATE_CAPITAL, "total"}, 0, false},
    {"财政专户", "Fiscal special account", {DIRECTION_REVENUE, FUND_SPECIAL_ACCOUNT, "total"}, 0, false},
    {"单位资金", "Own funds", {DIRECTION_REVENUE, FUND_OWN, "total"}, 0, false},
    {"上年结转结余", "Carryover", {DIRECTION_CARRYOVER, FUND_ALL, "total"}, 0, false},
    {"收入总计", "Total revenue", {DIRECTION_REVENUE, FUND_ALL, "total"}, 0, true},
};

static const YearLine expenditure_lines[] = {
    {"基本支出", "Basic expenditure", {DIRECTION_EXPENDITURE, FUND_ALL, "basic"}, 0, false},
    {"其中：人员经费（一般公共预算）",
     "of it, personnel (general budget)",
     {DIRECTION_EXPENDITURE, FUND_GENERAL, "personnel"},
     1,
     false},
    {"其中：公用经费（一般公共预算）",
     "of it, operating (general budget)",
     {DIRECTION_EXPENDITURE, FUND_GENERAL, "operating"},
     1,
     false},
    {"项目支出", "Project expenditure", {DIRECTION_EXPENDITURE, FUND_ALL, "project"}, 0, false},
    {"单位预留机动经费", "Reserve", {DIRECTION_EXPENDITURE, FUND_ALL, "reserve"}, 0, false},
    {"上缴上级支出", "Remitted to superiors", {DIRECTION_EXPENDITURE, FUND_ALL, "remitted-up"}, 0, false},
    {"经营支出", "Business expenditure", {DIRECTION_EXPENDITURE, FUND_ALL, "business"}, 0, false},
    {"对附属单位补助支出", "Subsidies to subordinates", {DIRECTION_EXPENDITURE, FUND_ALL, "subsidy-down"}, 0, false},
    {"支出总计", "Total expenditure", {DIRECTION_EXPENDITURE, FUND_ALL, "total"}, 0, true},
};

static const YearLine carryover_lines[] = {
    {"上年结转结余", "Carryover", {DIRECTION_CARRYOVER, FUND_ALL, "total"}, 0, false},
    {"其中：财政拨款", "of it, appropriation", {DIRECTION_CARRYOVER, FUND_ALL, "appropriation"}, 1, false},
    {"其中：非财政拨款", "of it, other money", {DIRECTION_CARRYOVER, FUND_ALL, "non-appropriation"}, 1, false},
    {"预算总额", "Total budget", {DIRECTION_EXPENDITURE, FUND_ALL, "total"}, 0, true},
};

static const YearLine three_public_lines[] = {
    {"因公出国（境）费", "Travel abroad", {DIRECTION_EXPENDITURE, FUND_ALL, "travel-abroad"}, 0, false},
    {"公务接待费", "Official reception", {DIRECTION_EXPENDITURE, FUND_ALL, "reception"}, 0, false},
    {"公务用车购置及运行费", "Official vehicles", {DIRECTION_EXPENDITURE, FUND_ALL, "vehicles"}, 0, false},
    {"其中：购置费", "of it, purchase", {DIRECTION_EXPENDITURE, FUND_ALL, "vehicle-purchase"}, 1, false},
    {"其中：运行费", "of it, running", {DIRECTION_EXPENDITURE, FUND_ALL, "vehicle-running"}, 1, false},
    {"“三公”经费合计", "Three public expenses", {DIRECTION_EXPENDITURE, FUND_ALL, "three-public"}, 0, true},
};

/* ---- years side by side ---- */

typedef struct {
    const Report *report;
    const DepartmentYear *view;
    const YearLine *lines;
    guint n_lines;
    int years[YEARS_MAX];
    guint n_years;
    bool implied; /* some figure is */
} YearTable;

static YearFigure year_figure(const YearTable *years, guint line, int year)
{
    return department_year_figure(years->view, years->lines[line].yardstick, "", year);
}

/* The newest years up to the report's that have a figure in any line, oldest first. */
static void years_choose(YearTable *years)
{
    int chosen[YEARS_MAX];
    for (int year = years->view->year; year > years->view->year - 30 && years->n_years < YEARS_MAX; year--) {
        bool any = false;
        for (guint i = 0; i < years->n_lines && !any; i++)
            any = year_figure(years, i, year).known;
        if (any)
            chosen[years->n_years++] = year;
    }
    for (guint i = 0; i < years->n_years; i++)
        years->years[i] = chosen[years->n_years - 1 - i];
}

/* "*" marks what is implied; nothing stands where nothing is known. */
static void figure_cell(const Report *report, ReportTable *table, Yardstick yardstick, const char *code, int year)
{
    YearFigure figure = department_year_figure(report->view, yardstick, code, year);
    Prose *cell = prose_new(NULL);
    if (figure.known) {
        g_autofree char *amount = amount_to_display(figure.amount);
        g_autofree char *text = g_strconcat(amount, figure.implied ? "*" : "", NULL);
        prose_link(cell, TONE_PLAIN, cite_year_figure(report, yardstick, code, year, figure), text);
    }
    report_table_prose(table, cell);
}

static void year_change_cells(const YearTable *years, ReportTable *table, guint line)
{
    YearFigure now = year_figure(years, line, years->view->year);
    YearFigure before = year_figure(years, line, years->view->base_year);
    Amount change = {0};
    Rate growth = {0};
    if (!now.known || !before.known || !amount_subtract(now.amount, before.amount, &change))
        return;
    bool known = growth_of_amounts(before.amount, now.amount, &growth);
    report_table_change(table, change);
    report_table_rate(table, known, growth, true);
}

static void year_row(YearTable *years, ReportTable *table, guint line)
{
    bool any = false;
    for (guint i = 0; i < years->n_years && !any; i++)
        any = year_figure(years, line, years->years[i]).known;
    if (!any)
        return;
    if (years->lines[line].total)
        report_table_total_row(table);
    else
        report_table_row(table, years->lines[line].level);
    report_table_cell(table, say(years->lines[line].zh, years->lines[line].en));
    for (guint i = 0; i < years->n_years; i++) {
        YearFigure figure = year_figure(years, line, years->years[i]);
        years->implied = years->implied || figure.implied;
        figure_cell(years->report, table, years->lines[line].yardstick, "", years->years[i]);
    }
    if (years->n_years > 1)
        year_change_cells(years, table, line);
}

static bool add_year_table(const Report *report, Blocks *blocks, const char *anchor, const char *caption,
                           const YearLine *lines, guint n_lines)
{
    YearTable years = {.report = report, .view = report->view, .lines = lines, .n_lines = n_lines};
    years_choose(&years);
    if (years.n_years == 0)
        return false;
    ReportTable *table = report_table_new(anchor, caption);
    report_table_column(table, COLUMN_NAME, say("项目", "Item"));
    for (guint i = 0; i < years.n_years; i++) {
        g_autofree char *heading = g_strdup_printf(say("%d 年", "%d"), years.years[i]);
        report_table_column(table, COLUMN_NUMBER, heading);
    }
    if (years.n_years > 1) {
        report_table_column(table, COLUMN_NUMBER, say("比上年", "Change"));
        report_table_column(table, COLUMN_NUMBER, say("增长", "Growth"));
    }
    for (guint i = 0; i < n_lines; i++)
        year_row(&years, table, i);
    blocks_table(blocks, table);
    if (years.implied)
        blocks_say(blocks, TONE_MUTED,
                   say("* 当年没有材料，或当年的表里没有这个数：由次年说明中的数额减去增减额推算。",
                       "* Implied: the next year's amount less the change that it states."));
    return true;
}

/* ---- by class ---- */

typedef struct {
    Yardstick total, basic, project;
} ClassColumns;

static const ClassColumns functional_columns = {{DIRECTION_EXPENDITURE, FUND_ALL, "total"},
                                                {DIRECTION_EXPENDITURE, FUND_ALL, "basic"},
                                                {DIRECTION_EXPENDITURE, FUND_ALL, "project"}};
static const ClassColumns economic_columns = {{DIRECTION_EXPENDITURE, FUND_GENERAL, "basic"},
                                              {DIRECTION_EXPENDITURE, FUND_GENERAL, "personnel"},
                                              {DIRECTION_EXPENDITURE, FUND_GENERAL, "operating"}};

static gint compare_codes(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const Series *const *)a)->code, (*(const Series *const *)b)->code);
}

/* Series of one classification (codes begin with 2, or with 3) that have a figure this year, by code. */
static GPtrArray *classes_of_year(const DepartmentYear *view, Yardstick yardstick, char classification)
{
    GPtrArray *classes = g_ptr_array_new();
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        /* Groups between class and item (20113) say nothing that their items do not. */
        bool level = strlen(series->code) == 3 || strlen(series->code) == (classification == '2' ? 7 : 5);
        if (level && series->code[0] == classification && series_point_of_year(series, view->year) != NULL &&
            department_year_series(view, yardstick, series->code) == series)
            g_ptr_array_add(classes, (gpointer)series);
    }
    g_ptr_array_sort(classes, compare_codes);
    return classes;
}

typedef struct {
    const Report *report;
    const DepartmentYear *view;
    const ClassColumns *columns;
    bool with_base; /* some class is known in the year before, too */
} ClassTable;

static void class_row(const ClassTable *classes, ReportTable *table, const char *code)
{
    const DepartmentYear *view = classes->view;
    YearFigure now = department_year_figure(view, classes->columns->total, code, view->year);
    YearFigure whole = department_year_figure(view, classes->columns->total, "", view->year);
    Rate share = {0};
    bool known = now.known && whole.known && share_of_amounts(now.amount, whole.amount, &share);
    figure_cell(classes->report, table, classes->columns->basic, code, view->year);
    figure_cell(classes->report, table, classes->columns->project, code, view->year);
    figure_cell(classes->report, table, classes->columns->total, code, view->year);
    report_table_rate(table, known, share, false);
    if (classes->with_base)
        figure_cell(classes->report, table, classes->columns->total, code, view->base_year);
}

static ReportTable *class_table(const ClassTable *classes, bool functional)
{
    ReportTable *table =
        report_table_new(functional ? "functional" : "economic",
                         functional ? say("支出：按功能分类", "Expenditure by function")
                                    : say("一般公共预算基本支出：按经济分类",
                                          "Basic expenditure of the general budget, by economic class"));
    g_autofree char *base = g_strdup_printf(say("%d 年合计", "%d total"), classes->view->base_year);
    report_table_column(table, COLUMN_NAME, say("科目", "Subject"));
    report_table_column(table, COLUMN_NUMBER, functional ? say("基本支出", "Basic") : say("人员经费", "Personnel"));
    report_table_column(table, COLUMN_NUMBER, functional ? say("项目支出", "Project") : say("公用经费", "Operating"));
    report_table_column(table, COLUMN_NUMBER, say("合计", "Total"));
    report_table_column(table, COLUMN_NUMBER, say("占比", "Share"));
    if (classes->with_base)
        report_table_column(table, COLUMN_NUMBER, base);
    return table;
}

static void add_class_table(const Report *report, Blocks *blocks, const ClassColumns *columns, bool functional)
{
    const DepartmentYear *view = report->view;
    g_autoptr(GPtrArray) list = classes_of_year(view, columns->total, functional ? '2' : '3');
    ClassTable classes = {report, view, columns, false};
    for (guint i = 0; i < list->len; i++)
        classes.with_base |= series_point_of_year(g_ptr_array_index(list, i), view->base_year) != NULL;
    ReportTable *table = class_table(&classes, functional);
    for (guint i = 0; i < list->len; i++) {
        const Series *series = g_ptr_array_index(list, i);
        g_autofree char *subject = subject_title(series->code, series->label);
        report_table_row(table, strlen(series->code) > 3 ? 1 : 0);
        report_table_cell(table, subject);
        class_row(&classes, table, series->code);
    }
    if (list->len > 0 && department_year_series(view, columns->total, "") != NULL) {
        report_table_total_row(table);
        report_table_cell(table, say("合计", "Total"));
        class_row(&classes, table, "");
    }
    blocks_table(blocks, table);
}

void section_structure(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "structure", say("收支和构成", "Revenue, expenditure and what they are made of"));
    add_year_table(report, blocks, "revenue", say("收入来源", "Revenue by source"), revenue_lines,
                   G_N_ELEMENTS(revenue_lines));
    report_add_picture_of_years(report, blocks, "funds");
    add_year_table(report, blocks, "expenditure", say("支出", "Expenditure"), expenditure_lines,
                   G_N_ELEMENTS(expenditure_lines));
    report_add_picture_of_years(report, blocks, "totals");
    add_class_table(report, blocks, &functional_columns, true);
    report_add_picture(report, blocks, "composition");
    report_add_picture_of_years(report, blocks, "shares");
    add_class_table(report, blocks, &economic_columns, false);
}

/* ---- carryover ---- */

/* The projects that the money is carried over for, as the carryover table names them. */
static void add_carried_projects(Report *report, Blocks *blocks)
{
    const Table *printed = filing_table(report->view->filing, "carryover");
    ReportTable *table = report_table_new("carried-projects", say("结转结余的项目", "What it is carried over for"));
    report_table_column(table, COLUMN_NAME, say("项目", "Project"));
    report_table_column(table, COLUMN_NUMBER, say("金额", "Amount"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    for (guint i = 0; printed != NULL && i < printed->rows->len; i++) {
        const Row *row = table_row(printed, (int)i);
        const Cell *cell = printed->columns->len > 0 ? table_cell(printed, (int)i, 0) : NULL;
        if (row->level == 0 || cell == NULL)
            continue;
        g_autofree char *amount = amount_to_display(cell->amount);
        const char *anchor = places_cite(report->places, report->view->filing, row->page, row->line, row->path, amount);
        Prose *place = prose_new(NULL);
        prose_add_page(place, report, anchor, row->page);
        report_table_row(table, 0);
        report_table_cell(table, row->label[0] != '\0' ? row->label : row->project);
        report_table_cell(table, amount);
        report_table_prose(table, place);
    }
    blocks_table(blocks, table);
}

static void carryover_share(const DepartmentYear *view, Blocks *blocks)
{
    YearFigure carried = department_year_figure(view, total_carryover, "", view->year);
    YearFigure total = department_year_figure(view, total_expenditure, "", view->year);
    Rate share = {0};
    if (!carried.known || !total.known || !share_of_amounts(carried.amount, total.amount, &share))
        return;
    g_autofree char *amount = amount_to_display(carried.amount);
    g_autofree char *percent = percent_from_rate(share, false);
    blocks_paragraph(blocks, TONE_PLAIN,
                     prose_printf(say("%d 年预算中有 %s 万元是以前年度结转下来的，占 %s。",
                                      "Of the %d budget, %s is carried over from earlier years: %s."),
                                  view->year, amount, percent));
}

void section_carryover(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "carryover", say("上年结转结余", "Carryover"));
    if (department_year_series(report->view, total_carryover, "") == NULL) {
        blocks_say(blocks, TONE_PLAIN, say("材料没有列出结转结余。", "The filings state no carryover."));
        return;
    }
    add_year_table(report, blocks, "carryover-years", say("结转结余与预算总额", "Carryover and the total budget"),
                   carryover_lines, G_N_ELEMENTS(carryover_lines));
    carryover_share(report->view, blocks);
    report_add_picture(report, blocks, "carryover");
    add_carried_projects(report, blocks);
}

void section_three_public(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "three-public", say("“三公”经费", "The three public expenses"));
    if (!add_year_table(report, blocks, "three-public-years",
                        say("财政拨款“三公”经费", "From the fiscal appropriation"), three_public_lines,
                        G_N_ELEMENTS(three_public_lines)))
        blocks_say(blocks, TONE_PLAIN, say("材料没有列出“三公”经费。", "The filings state none."));
    report_add_picture_of_years(report, blocks, "three-public");
}
