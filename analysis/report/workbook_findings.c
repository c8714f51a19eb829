/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings, those of the year first: each with its question, room for the answer, and a link to its cell. */
#include "analysis/report/workbook_parts.h"
#include "schema/language.h"
#include "schema/review.h"

enum { PRINTED = 13 };

static const BookColumn columns[] = {
    {"编号", "Id", 13.5, LOOK_CODE},           {"程度", "Severity", 7, LOOK_WORD},      {"类型", "What", 16, LOOK_TEXT},
    {"年度", "Year", 6, LOOK_YEAR},          {"科目", "Subject", 18, LOOK_TEXT},      {"编码", "Code", 8.5, LOOK_CODE},
    {"涉及金额", "Amount", 12, LOOK_AMOUNT}, {"发现", "Finding", 42, LOOK_TEXT},      {"要问部门的问题", "Question", 42, LOOK_TEXT},
    {"页", "Page", 5, LOOK_YEAR},            {"状态", "Status", 8, LOOK_WORD},        {"部门答复", "Answer", 17, LOOK_INPUT},
    {"审查意见", "Conclusion", 17, LOOK_INPUT}, {"规则", "Rule", 18, LOOK_WORD},      {"对比年度", "Base year", 7, LOOK_YEAR},
    {"文件", "File", 38, LOOK_TEXT},         {"表", "Table", 28, LOOK_TEXT},          {"行", "Row", 16, LOOK_CODE},
    {"列", "Column", 22, LOOK_TEXT},         {"原文", "Words", 44, LOOK_TEXT},
};

static const struct {
    Severity severity;
    Tone tone;
} tones[] = {{SEVERITY_ERROR, TONE_ERROR}, {SEVERITY_WARNING, TONE_WARNING}, {SEVERITY_NOTICE, TONE_NOTICE}};

static void put_positive(ReportSheet *sheet, int number)
{
    if (number > 0)
        report_sheet_number(sheet, number);
    else
        report_sheet_blank(sheet);
}

/* The row of the first of its cells that the workbook holds, 0 for none. */
static int row_of_cell(const Workbook *workbook, const Finding *finding)
{
    for (guint i = 0; i < finding->evidence->len; i++) {
        const Evidence *evidence = g_ptr_array_index(finding->evidence, i);
        g_autofree char *key =
            workbook_cell_key(evidence->file, evidence->page, evidence->table, evidence->row, evidence->column);
        int row = GPOINTER_TO_INT(g_hash_table_lookup(workbook->cell_rows, key));
        if (row > 0)
            return row;
    }
    return 0;
}

static void put_place(ReportSheet *sheet, const Evidence *place)
{
    report_sheet_text(sheet, place != NULL ? place->file : "");
    report_sheet_text(sheet, place != NULL ? place->table : "");
    report_sheet_text(sheet, place != NULL ? place->row : "");
    report_sheet_text(sheet, place != NULL ? place->column : "");
    report_sheet_text(sheet, place != NULL ? place->text : "");
}

static void put_finding(Workbook *workbook, const Finding *finding)
{
    ReportSheet *sheet = workbook->findings;
    const Evidence *place = finding->evidence->len > 0 ? g_ptr_array_index(finding->evidence, 0) : NULL;
    int cell = row_of_cell(workbook, finding);
    if (!report_sheet_row(sheet))
        return;
    g_hash_table_insert(workbook->finding_rows, (gpointer)finding, GINT_TO_POINTER(report_sheet_at(sheet) + 1));
    report_sheet_text(sheet, finding->id);
    report_sheet_text(sheet, severity_name(finding->severity));
    report_sheet_text(sheet, finding_title(finding));
    report_sheet_number(sheet, finding->fiscal_year);
    report_sheet_text(sheet, finding->subject);
    report_sheet_text(sheet, finding->code);
    if (finding->has_amount)
        report_sheet_amount(sheet, finding->amount);
    else
        report_sheet_blank(sheet);
    report_sheet_text(sheet, finding->message);
    report_sheet_text(sheet, finding->question);
    if (cell > 0)
        report_sheet_lead(sheet, workbook->cells, cell - 1);
    put_positive(sheet, place != NULL ? place->page : 0);
    report_sheet_text(sheet, finding_status_name(finding->status));
    report_sheet_blank(sheet);
    report_sheet_blank(sheet);
    report_sheet_text(sheet, finding->rule);
    put_positive(sheet, finding->base_year);
    put_place(sheet, place);
}

void workbook_add_findings(Workbook *workbook)
{
    const Report *report = workbook->report;
    ReportSheet *sheet = workbook->findings;
    report_sheet_line(sheet, LOOK_TITLE, say("发现", "Findings"));
    report_sheet_line(sheet, LOOK_NOTE,
                      say("金额单位：万元。发现是要问的问题，不是结论。本年的在前；带下划线的页码通到“单元格”表。“部门答复”和“审查意见”两栏留待填写。",
                          "Amounts in 10,000 yuan. A finding is a question, not a conclusion. Those of the year come first; an underlined "
                          "page leads to the cell. Answer and conclusion are left to be filled in."));
    report_sheet_headings(sheet, columns, G_N_ELEMENTS(columns), 2);
    workbook->findings_first = report_sheet_at(sheet) + 1;
    const GPtrArray *const parts[] = {report->findings, report->earlier};
    for (guint p = 0; p < G_N_ELEMENTS(parts); p++)
        for (guint i = 0; i < parts[p]->len; i++)
            put_finding(workbook, g_ptr_array_index(parts[p], i));
    workbook->findings_last = report_sheet_at(sheet);
    report_sheet_filter(sheet);
    for (guint i = 0; i < G_N_ELEMENTS(tones); i++)
        report_sheet_mark(sheet, FINDING_SEVERITY, workbook->findings_first, workbook->findings_last,
                          severity_name(tones[i].severity), tones[i].tone);
    report_sheet_print(sheet, PRINTED);
}
