/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the budget to what was spent: by year, and by subject for the newest year that has both. Left out altogether where no
 * year has both: most filings come as budgets alone.
 */
#include <string.h>

#include "analysis/report/sections.h"
#include "analysis/year_phases.h"
#include "schema/language.h"

enum { CLASS_CODE_LENGTH = 3 };

/* "*" marks what is implied; nothing stands where nothing is known. */
static void figure_cell(ReportTable *table, YearFigure figure)
{
    g_autofree char *amount = figure.known ? amount_to_display(figure.amount) : NULL;
    report_table_prose(table, figure.known ? prose_printf("%s%s", amount, figure.implied ? "*" : "") : prose_new(NULL));
}

static void rate_cell(ReportTable *table, YearFigure executed, YearFigure budget)
{
    Rate rate = {0};
    bool known = completion_of(executed, budget, &rate);
    report_table_rate(table, known, rate, false);
}

static void phase_columns(ReportTable *table, const char *name, bool adjusted)
{
    report_table_column(table, COLUMN_NAME, name);
    report_table_column(table, COLUMN_NUMBER, say("年初预算", "Approved"));
    if (adjusted)
        report_table_column(table, COLUMN_NUMBER, say("调整预算", "Adjusted"));
    report_table_column(table, COLUMN_NUMBER, say("决算", "Executed"));
    report_table_column(table, COLUMN_NUMBER, say("占年初预算", "Of approved"));
    if (adjusted)
        report_table_column(table, COLUMN_NUMBER, say("占调整预算", "Of adjusted"));
}

static void phase_cells(ReportTable *table, const YearPhases *phases, bool adjusted)
{
    figure_cell(table, phases->approved);
    if (adjusted)
        figure_cell(table, phases->adjusted);
    figure_cell(table, phases->executed);
    rate_cell(table, phases->executed, phases->approved);
    if (adjusted)
        rate_cell(table, phases->executed, phases->adjusted);
}

static bool add_years(Blocks *blocks, const GArray *years)
{
    ReportTable *table = report_table_new("execution-years", say("支出：从年初预算到决算", "Expenditure: from budget to accounts"));
    bool adjusted = false, implied = false;
    for (guint i = 0; i < years->len; i++) {
        const YearPhases *phases = &g_array_index(years, YearPhases, i);
        adjusted = adjusted || phases->adjusted.known;
        implied = implied || phases->approved.implied || phases->adjusted.implied || phases->executed.implied;
    }
    phase_columns(table, say("年度", "Year"), adjusted);
    for (guint i = 0; i < years->len; i++) {
        const YearPhases *phases = &g_array_index(years, YearPhases, i);
        g_autofree char *name = g_strdup_printf(say("%d 年", "%d"), phases->year);
        report_table_row(table, 0);
        report_table_cell(table, name);
        phase_cells(table, phases, adjusted);
    }
    blocks_table(blocks, table);
    return implied;
}

static bool add_subjects(Blocks *blocks, const GArray *subjects, int year)
{
    g_autofree char *caption = g_strdup_printf(say("%d 年：按功能分类", "%d, by function"), year);
    ReportTable *table = report_table_new("execution-subjects", caption);
    bool adjusted = false, implied = false;
    for (guint i = 0; i < subjects->len; i++) {
        const YearPhases *phases = &g_array_index(subjects, SubjectPhases, i).phases;
        adjusted = adjusted || phases->adjusted.known;
        implied = implied || phases->approved.implied || phases->executed.implied;
    }
    phase_columns(table, say("科目", "Subject"), adjusted);
    for (guint i = 0; i < subjects->len; i++) {
        const SubjectPhases *subject = &g_array_index(subjects, SubjectPhases, i);
        g_autofree char *title = subject_title(subject->code, subject->label);
        report_table_row(table, strlen(subject->code) > CLASS_CODE_LENGTH ? 1 : 0);
        report_table_cell(table, title);
        phase_cells(table, &subject->phases, adjusted);
    }
    blocks_table(blocks, table);
    return implied;
}

void section_execution(Report *report, Blocks *blocks)
{
    Fund fund;
    g_autoptr(GArray) years = phases_of_years(report->view, &fund);
    const YearPhases *newest = phases_newest(years);
    if (newest == NULL)
        return;
    blocks_heading(blocks, 2, "execution", say("预算执行", "Execution of the budget"));
    if (fund != FUND_ALL)
        blocks_paragraph(blocks, TONE_PLAIN,
                         prose_printf(say("材料里能同时看到预算和决算的只有%s。", "Both budget and accounts are known of this money only: %s."),
                                      fund_name(fund)));
    report_add_picture_of_years(report, blocks, "execution");
    bool implied = add_years(blocks, years);
    g_autoptr(GArray) subjects = phases_of_subjects(report->view, fund, newest->year);
    implied = add_subjects(blocks, subjects, newest->year) || implied;
    if (implied)
        blocks_say(blocks, TONE_MUTED,
                   say("* 当年的表里没有这个数：由次年说明中的数额减去增减额推算。",
                       "* Implied: the next year's amount less the change that it states."));
}
