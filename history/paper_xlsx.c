/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_xlsx.h"

#include <math.h>
#include <string.h>

#include "history/sheet_cells.h"
#include "history/workbook.h"
#include "schema/error.h"
#include "schema/language.h"

/* Larger than any row or column of a sheet, small enough to calculate with. */
#define BEYOND 10000000

/* A sheet at work. */
typedef struct {
    const Workbook *workbook;
    const char *name;
    Markup *markup;
    SheetCells *cells;
    bool has_pictures;
    guint struck;    /* cells that are struck out */
    int row, column; /* of the cell at work; cells without a reference follow the one before */
} Sheet;

/* Reads "BC12"; what is larger than any sheet becomes a place outside of it. False when it is no reference. */
static bool read_reference(const char **at, int *row, int *column)
{
    int letters = 0, number = 0;
    const char *text = *at;
    for (; g_ascii_isalpha(*text); text++)
        letters = MIN(letters * 26 + g_ascii_toupper(*text) - 'A' + 1, BEYOND);
    const char *digits = text;
    for (; g_ascii_isdigit(*text); text++)
        number = MIN(number * 10 + (*text - '0'), BEYOND);
    if (digits == *at || text == digits || number == 0)
        return false;
    *row = number - 1;
    *column = letters - 1;
    *at = text;
    return true;
}

static void read_merge(Sheet *sheet)
{
    const char *reference = markup_attribute(sheet->markup, "ref");
    int rows[2], columns[2];
    if (reference == NULL || !read_reference(&reference, &rows[0], &columns[0]) || *reference++ != ':' ||
        !read_reference(&reference, &rows[1], &columns[1]))
        return;
    sheet_cells_merge(sheet->cells, rows[0], columns[0], rows[1], columns[1]);
}

static bool add_shared(Sheet *sheet, const char *value, GError **error)
{
    char *end = NULL;
    guint64 index = g_ascii_strtoull(value, &end, 10);
    const GPtrArray *texts = sheet->workbook->texts;
    if (end != value && index < texts->len) {
        sheet_cells_add_text(sheet->cells, sheet->row, sheet->column, g_ptr_array_index(texts, (guint)index));
        return true;
    }
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                say("工作表“%s”第 %d 行的文字找不到，文件损坏：请用 Office 或 WPS 重新另存",
                    "sheet “%s” lacks a text of row %d, the file is damaged: save it again with Office or WPS"),
                sheet->name, sheet->row + 1);
    return false;
}

static void add_number(Sheet *sheet, const char *value, int style)
{
    char *end = NULL;
    double number = g_ascii_strtod(value, &end);
    if (value[strspn(value, "+-.0123456789eE")] != '\0' || end == value || *end != '\0' || !isfinite(number))
        sheet_cells_add_text(sheet->cells, sheet->row, sheet->column, value);
    else
        sheet_cells_add_number(sheet->cells, sheet->row, sheet->column, number, workbook_format(sheet->workbook, style),
                               sheet->workbook->from_1904);
}

/* By the type of the cell: n(umber), s(hared text), str and inlineStr, b(oolean), e(rror), d(ate). */
static bool add_value(Sheet *sheet, const char *type, int style, const char *value, GError **error)
{
    if (value[0] == '\0')
        return true;
    if (g_str_equal(type, "s"))
        return add_shared(sheet, value, error);
    if (g_str_equal(type, "n"))
        add_number(sheet, value, style);
    else if (g_str_equal(type, "b"))
        sheet_cells_add_text(sheet->cells, sheet->row, sheet->column, g_str_equal(value, "1") ? "TRUE" : "FALSE");
    else
        sheet_cells_add_text(sheet->cells, sheet->row, sheet->column, value);
    return true;
}

static bool read_cell(Sheet *sheet, GError **error)
{
    Markup *markup = sheet->markup;
    const char *reference = markup_attribute(markup, "r");
    const char *given = markup_attribute(markup, "t");
    int style = markup_number(markup, "s", 0);
    sheet->column++;
    if (reference != NULL)
        read_reference(&reference, &sheet->row, &sheet->column);
    g_autofree char *type = g_strdup(given != NULL ? given : "n");
    g_autoptr(GString) value = g_string_new("");
    g_autoptr(GString) formula = g_string_new(NULL);
    bool computed = false;
    for (int depth = markup_depth(markup); markup_next_inside(markup, depth);) {
        if (markup_is(markup, "v")) {
            computed = true;
            markup_collect(markup, value);
        } else if (markup_is(markup, "f")) {
            g_string_assign(formula, "=");
            markup_collect(markup, formula);
        } else if (markup_is(markup, "is")) {
            g_autofree char *text = workbook_text(markup);
            g_string_append(value, text);
        } else {
            markup_skip(markup);
        }
    }
    if (formula->len > 0 && !computed) {
        /* Whoever opens the sheet sees a value, but the file does not hold it. */
        sheet_cells_add_text(sheet->cells, sheet->row, sheet->column, formula->str);
        return true;
    }
    bool struck = value->len > 0 && workbook_strikes(sheet->workbook, style);
    sheet->struck += struck;
    return struck || add_value(sheet, type, style, value->str, error);
}

static void read_view(Sheet *sheet)
{
    const char *zeros = markup_attribute(sheet->markup, "showZeros");
    if (zeros != NULL && (g_str_equal(zeros, "0") || g_str_equal(zeros, "false")))
        sheet_cells_hide_zeros(sheet->cells);
}

static bool read_sheet(Sheet *sheet, GError **error)
{
    sheet->row = -1;
    for (MarkupEvent event; (event = markup_next(sheet->markup)) != MARKUP_END;) {
        if (event != MARKUP_OPEN)
            continue;
        if (markup_is(sheet->markup, "row")) {
            sheet->row = CLAMP(markup_number(sheet->markup, "r", sheet->row + 2), 1, BEYOND) - 1;
            sheet->column = -1;
        } else if (markup_is(sheet->markup, "c")) {
            if (!read_cell(sheet, error))
                return false;
        } else if (markup_is(sheet->markup, "mergeCell")) {
            read_merge(sheet);
        } else if (markup_is(sheet->markup, "sheetView")) {
            read_view(sheet);
        } else if (markup_is(sheet->markup, "drawing") || markup_is(sheet->markup, "picture")) {
            sheet->has_pictures = true;
        }
    }
    return markup_ended_well(sheet->markup, error);
}

static bool add_sheet(Paper *paper, Office *office, const Workbook *workbook, const WorkbookSheet *of, GError **error)
{
    g_autoptr(Markup) markup = office_part(office, of->member, error);
    g_autoptr(SheetCells) cells = sheet_cells_new();
    Sheet sheet = {.workbook = workbook, .name = of->name, .markup = markup, .cells = cells};
    if (markup == NULL || !read_sheet(&sheet, error))
        return false;
    paper_page_from_sheet(paper, of->name, cells)->has_pictures = sheet.has_pictures;
    if (sheet.struck > 0) {
        g_autofree char *fault =
            g_strdup_printf(say("有 %u 个单元格被划掉，没有读", "%u cells are struck out, not read"), sheet.struck);
        paper_add_fault(paper, (int)paper->pages->len, fault);
    }
    return true;
}

Paper *paper_from_xlsx(const guint8 *bytes, gsize length, GError **error)
{
    g_autoptr(Office) office = office_from_bytes(bytes, length, error);
    g_autoptr(Workbook) workbook = office != NULL ? workbook_from_office(office, error) : NULL;
    if (workbook == NULL)
        return NULL;
    g_autoptr(Paper) paper = paper_new();
    for (guint i = 0; i < workbook->sheets->len; i++)
        if (!add_sheet(paper, office, workbook, g_ptr_array_index(workbook->sheets, i), error))
            return NULL;
    if (workbook->missing > 0) {
        g_autofree char *fault = g_strdup_printf(say("工作簿里有 %u 张工作表不在文件里，没有读", "%u sheets of the workbook are not in the file"),
                                                 workbook->missing);
        paper_add_fault(paper, 0, fault);
    }
    return g_steal_pointer(&paper);
}
