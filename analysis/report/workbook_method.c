/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the other sheets hold, what their words mean, and what was cut off. Written last. */
#include <math.h>

#include "analysis/report/workbook_parts.h"
#include "schema/language.h"

enum { COLUMNS = 5 };

static const double widths[COLUMNS] = {34, 12, 12, 14, 70};

typedef struct {
    const char *zh_name, *en_name, *zh, *en;
} Meaning;

static const Meaning sheets[] = {
    {"概要", "Summary", "报告首页的数字，公式取自其他各表", "what page one says, by formulas over the other sheets"},
    {"变动台账", "Ledger", "两年之间每个科目的变化、理由和结论；变化、增长、贡献、没有说明和合计都是公式",
     "each subject's change between two years, its reason and verdict; changes, rates and sums are formulas"},
    {"序列", "Series", "每个序列各年的公布数和增长", "each series over the years, as published, with its growth"},
    {"发现", "Findings", "每条发现的算式、问题和出处，留有答复栏", "each finding with its arithmetic, question and place, and room for the answer"},
    {"单元格", "Cells", "本年和上年材料中读到的每个数字，带页码、表、行、列", "every figure read of both years, with page, table, row and column"},
};

static const Meaning verdicts[] = {
    {"已说明", "explained", "理由的方向、所指科目和所列金额都站得住", "direction, subject and amounts of the reason carry the change"},
    {"部分说明", "partly explained", "理由只支持一部分", "the reason carries a part of it"},
    {"科目调整", "reclassified", "在科目之间移动，总量没有变", "moved between subjects: the whole did not change"},
    {"未说明", "unexplained", "没有理由，或理由没有内容", "no reason, or one without content"},
    {"理由相反", "contradicted", "理由所说的方向与数字相反", "the reason argues the other way"},
    {"不重大", "immaterial", "没有达到下列阈值", "below the thresholds below"},
};

static const BookColumn source_columns[] = {
    {"文件", "File", 0, LOOK_TEXT},     {"年度", "Year", 0, LOOK_YEAR},  {"类别", "Kind", 0, LOOK_WORD},
    {"公开日期", "Published", 0, LOOK_WORD}, {"SHA-256", "SHA-256", 0, LOOK_CODE},
};

static void put_pair(ReportSheet *sheet, const char *name, const char *text)
{
    report_sheet_row(sheet);
    report_sheet_look(sheet, LOOK_TEXT);
    report_sheet_text(sheet, name);
    report_sheet_wide(sheet, LOOK_TEXT, COLUMNS - 1, text);
}

static void put_meanings(ReportSheet *sheet, const char *title, const Meaning *meanings, gsize count)
{
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, title);
    for (gsize i = 0; i < count; i++)
        put_pair(sheet, say(meanings[i].zh_name, meanings[i].en_name), say(meanings[i].zh, meanings[i].en));
}

static void put_cut(const Workbook *workbook)
{
    g_autoptr(GPtrArray) notes = report_book_notes(workbook->book);
    if (notes->len == 0)
        return;
    report_sheet_space(workbook->method, 1);
    report_sheet_line(workbook->method, LOOK_SECTION, say("本文件装不下的", "What this file could not hold"));
    for (guint i = 0; i < notes->len; i++)
        report_sheet_line(workbook->method, LOOK_NOTE, g_ptr_array_index(notes, i));
    report_sheet_line(workbook->method, LOOK_NOTE,
                      say("全部内容见 index.html 和 yusuan export。", "index.html and yusuan export have it all."));
}

static void put_thresholds(const Workbook *workbook)
{
    ReportSheet *sheet = workbook->method;
    g_autoptr(GPtrArray) listing = thresholds_listing(workbook->report->view->thresholds);
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("阈值", "Thresholds"));
    for (guint i = 0; i < listing->len; i++) {
        g_auto(GStrv) fields = g_strsplit(g_ptr_array_index(listing, i), "\t", 3);
        report_sheet_row(sheet);
        report_sheet_look(sheet, LOOK_TEXT);
        report_sheet_text(sheet, fields[0]);
        report_sheet_look(sheet, LOOK_NUMBER);
        report_sheet_number(sheet, g_strv_length(fields) > 1 ? g_ascii_strtod(fields[1], NULL) : NAN);
        report_sheet_wide(sheet, LOOK_TEXT, COLUMNS - 2, g_strv_length(fields) > 2 ? fields[2] : "");
    }
}

static void put_source(ReportSheet *sheet, const Filing *filing, const char *file, const char *sha256)
{
    if (!report_sheet_row(sheet))
        return;
    report_sheet_text(sheet, file);
    report_sheet_number(sheet, filing->fiscal_year);
    report_sheet_text(sheet, kind_name(filing->kind));
    report_sheet_text(sheet, filing->issued);
    report_sheet_text(sheet, sha256);
}

/* A row a file: a filing in several files has as many. */
static void put_sources(const Workbook *workbook)
{
    ReportSheet *sheet = workbook->method;
    const GPtrArray *filings = workbook->report->view->department->filings;
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("所依据的材料", "The filings this rests on"));
    report_sheet_small_headings(sheet, source_columns, G_N_ELEMENTS(source_columns));
    for (guint i = 0; i < filings->len; i++) {
        const Filing *filing = g_ptr_array_index(filings, i);
        if (filing->sources->len == 0)
            put_source(sheet, filing, filing->file, filing->sha256);
        for (guint k = 0; k < filing->sources->len; k++) {
            const Source *source = g_ptr_array_index(filing->sources, k);
            put_source(sheet, filing, source->file, source->sha256);
        }
    }
}

void workbook_add_method(Workbook *workbook)
{
    ReportSheet *sheet = workbook->method;
    report_sheet_widths(sheet, widths, COLUMNS);
    report_sheet_print(sheet, COLUMNS);
    report_sheet_line(sheet, LOOK_TITLE, say("说明", "Method"));
    put_meanings(sheet, say("各表", "The sheets"), sheets, G_N_ELEMENTS(sheets));
    put_meanings(sheet, say("结论", "Verdicts"), verdicts, G_N_ELEMENTS(verdicts));
    put_cut(workbook);
    put_thresholds(workbook);
    put_sources(workbook);
}
