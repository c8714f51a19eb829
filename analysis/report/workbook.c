/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/workbook.h"

#include "analysis/report/workbook_parts.h"
#include "schema/language.h"

const char *workbook_yes(void)
{
    return say("是", "yes");
}

char *workbook_cell_key(const char *file, int page, const char *table, const char *row, const char *column)
{
    return g_strdup_printf("%s\n%d\n%s\n%s\n%s", file, page, table, row, column);
}

/* About how many rows there will be: the cells are nearly all of them. */
static gsize count_rows(const Report *report)
{
    const DepartmentYear *view = report->view;
    gsize rows = report->all_findings->len + view->series->len;
    for (guint f = 0; f < view->department->filings->len; f++) {
        const Filing *filing = g_ptr_array_index(view->department->filings, f);
        if (filing->fiscal_year != view->year && filing->fiscal_year != view->base_year)
            continue;
        for (guint t = 0; t < filing->tables->len; t++)
            rows += ((const Table *)g_ptr_array_index(filing->tables, t))->cells->len;
    }
    return rows;
}

static ReportBook *book_for_report(const Report *report, const char *path, const BookLimits *limits, GError **error)
{
    const DepartmentYear *view = report->view;
    g_autofree char *title = g_strdup_printf(say("%s %d 年%s审查底稿", "%s: working papers on the %d %s"), view->department->name,
                                             view->year, kind_name(view->filing->kind));
    g_autofree char *year = g_strdup_printf(say("%d 年%s", "%d %s"), view->year, kind_name(view->filing->kind));
    /* The year first: a long name is cut. */
    g_autofree char *header = g_strdup_printf("%s · %s", year, view->department->name);
    const BookAbout about = {.title = title, .header = header, .day = view->filing->issued, .year = view->year};
    return report_book_new(path, &about, limits, count_rows(report), error);
}

bool workbook_from_report(const Report *report, const char *path, const BookLimits *limits, GError **error)
{
    Workbook workbook = {.report = report};
    workbook.book = book_for_report(report, path, limits != NULL ? limits : &excel_limits, error);
    if (workbook.book == NULL)
        return false;
    workbook.summary = report_sheet_new(workbook.book, say("概要", "Summary"));
    workbook.ledger = report_sheet_new(workbook.book, say("变动台账", "Ledger"));
    workbook.series = report_sheet_new(workbook.book, say("序列", "Series"));
    workbook.findings = report_sheet_new(workbook.book, say("发现", "Findings"));
    workbook.cells = report_sheet_new(workbook.book, say("单元格", "Cells"));
    workbook.method = report_sheet_new(workbook.book, say("说明", "Method"));
    workbook.texts = g_string_chunk_new(1024);
    workbook.finding_rows = g_hash_table_new(NULL, NULL);
    workbook.cell_rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    workbook_add_ledger(&workbook);
    workbook_add_series(&workbook);
    workbook_add_cells(&workbook);
    workbook_add_findings(&workbook);
    workbook_add_summary(&workbook);
    workbook_add_method(&workbook);
    bool done = report_book_close(workbook.book, error);
    g_hash_table_unref(workbook.cell_rows);
    g_hash_table_unref(workbook.finding_rows);
    g_string_chunk_free(workbook.texts);
    return done;
}
