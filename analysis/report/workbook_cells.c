/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every cell that was read of the filings of the year and of the year before: the figures all others rest on. */
#include "analysis/report/workbook_parts.h"
#include "schema/language.h"

static const BookColumn columns[] = {
    {"文件", "File", 38, LOOK_TEXT},  {"年度", "Year", 6, LOOK_YEAR},      {"类别", "Kind", 6, LOOK_WORD},
    {"页", "Page", 6, LOOK_YEAR},     {"表", "Table", 26, LOOK_TEXT},      {"左右", "Side", 9, LOOK_WORD},
    {"路径", "Path", 40, LOOK_TEXT},  {"行", "Row", 22, LOOK_TEXT},        {"列", "Column", 22, LOOK_TEXT},
    {"金额", "Amount", 14, LOOK_AMOUNT}, {"表内单位", "Unit", 8, LOOK_WORD}, {"读法", "Proof", 8, LOOK_WORD},
    {"也可能在", "May stand in", 24, LOOK_TEXT},
};

enum { PROOF_COLUMN = 11 };

static const char *proof_name(Proof proof)
{
    switch (proof) {
    case PROOF_GRID:
        return say("版面", "grid");
    case PROOF_UNIQUE:
        return say("唯一", "unique");
    case PROOF_LIKELY:
        return say("较可能", "likely");
    case PROOF_AMBIGUOUS:
        break;
    }
    return say("待定", "ambiguous");
}

static const char *unit_name(gint64 unit)
{
    return unit == FEN_PER_YUAN ? "元" : unit == FEN_PER_YI_YUAN ? "亿元" : "万元";
}

static void put_cell(Workbook *workbook, const Filing *filing, const Table *table, const Cell *cell)
{
    ReportSheet *sheet = workbook->cells;
    const Row *row = table_row(table, cell->row);
    const char *column = table_column(table, cell->column)->path;
    const char *label = row->code[0] != '\0' ? row->code : row->label;
    const char *file = NULL;
    int page = 0;
    if (!report_sheet_row(sheet))
        return;
    filing_place(filing, row->page, &file, &page);
    report_sheet_text(sheet, file);
    report_sheet_number(sheet, filing->fiscal_year);
    report_sheet_text(sheet, kind_name(filing->kind));
    if (page > 0)
        report_sheet_number(sheet, page);
    else
        report_sheet_blank(sheet);
    report_sheet_text(sheet, table->title);
    report_sheet_text(sheet, direction_name(row->side));
    report_sheet_text(sheet, row->path);
    report_sheet_text(sheet, label);
    report_sheet_text(sheet, column);
    report_sheet_amount(sheet, cell->amount);
    report_sheet_text(sheet, unit_name(table->unit));
    report_sheet_text(sheet, proof_name(cell->proof));
    report_sheet_text(sheet, cell->alternatives);
    char *key = workbook_cell_key(file, page, table->title, label, column);
    if (g_hash_table_contains(workbook->cell_rows, key))
        g_free(key);
    else
        g_hash_table_insert(workbook->cell_rows, key, GINT_TO_POINTER(report_sheet_at(sheet) + 1));
}

static void put_filing(Workbook *workbook, const Filing *filing)
{
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint c = 0; c < table->cells->len; c++)
            put_cell(workbook, filing, table, &g_array_index(table->cells, Cell, c));
    }
}

void workbook_add_cells(Workbook *workbook)
{
    const DepartmentYear *view = workbook->report->view;
    ReportSheet *sheet = workbook->cells;
    g_autofree char *title = g_strdup_printf(say("%d 年和 %d 年材料中读到的每个单元格", "Every cell read of the filings of %d and %d"),
                                             view->year, view->base_year);
    report_sheet_line(sheet, LOOK_TITLE, title);
    report_sheet_line(sheet, LOOK_NOTE,
                      say("金额已换算为万元。读法：版面 = 由格线或位置确定；唯一 = 只有一种放法讲得通；较可能 = 几种放法中依据较多的；待定 = 不作任何错误的依据。",
                          "Amounts in 10,000 yuan. Proof: grid, by lines or position; unique, only one column fits; likely, the best "
                          "founded of several; ambiguous, used by no error."));
    report_sheet_headings(sheet, columns, G_N_ELEMENTS(columns), 0);
    int first = report_sheet_at(sheet) + 1;
    for (int year = view->year; year >= view->base_year; year--)
        for (guint f = 0; f < view->department->filings->len; f++) {
            const Filing *filing = g_ptr_array_index(view->department->filings, f);
            if (filing->fiscal_year == year)
                put_filing(workbook, filing);
        }
    report_sheet_filter(sheet);
    report_sheet_mark(sheet, PROOF_COLUMN, first, report_sheet_at(sheet), proof_name(PROOF_AMBIGUOUS), TONE_WARNING);
    report_sheet_print(sheet, G_N_ELEMENTS(columns));
}
