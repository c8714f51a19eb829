/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far the report can be trusted: what was not read, where the figures stand, by which measure they were judged.
 */
#include "analysis/report/sections.h"
#include "schema/language.h"

/* ---- what was not read ---- */

static guint count_ambiguous(const Table *table)
{
    guint count = 0;
    for (guint i = 0; i < table->cells->len; i++)
        count += g_array_index(table->cells, Cell, i).proof == PROOF_AMBIGUOUS;
    return count;
}

static const char *state_name(TableState state)
{
    switch (state) {
    case TABLE_READ:
        return say("已读", "read");
    case TABLE_EMPTY:
        return say("空表", "empty");
    case TABLE_MISSING:
        return say("缺少", "missing");
    case TABLE_UNREAD:
        break;
    }
    return say("未能读出", "not read");
}

/* The page in its file, which is named where there are several. */
static Prose *page_of_table(const Filing *filing, const Table *table)
{
    if (table->page <= 0)
        return prose_new(NULL);
    const char *file = NULL;
    int page = 0;
    filing_place(filing, table->page, &file, &page);
    Prose *prose = prose_printf("%d", page);
    if (filing->sources->len > 1)
        prose_addf(prose, TONE_MUTED, " (%s)", file);
    return prose;
}

static void tables_read(const Report *report, Blocks *blocks)
{
    ReportTable *table = report_table_new("tables-read", say("各表的读取情况", "The tables, and how they were read"));
    report_table_column(table, COLUMN_NAME, say("表", "Table"));
    report_table_column(table, COLUMN_CHOICE, say("状态", "State"));
    report_table_column(table, COLUMN_NUMBER, say("页", "Page"));
    report_table_column(table, COLUMN_NUMBER, say("数字", "Figures"));
    report_table_column(table, COLUMN_NUMBER, say("列未定", "Column uncertain"));
    report_table_column(table, COLUMN_LONG, say("空表声明", "Declared empty"));
    const GPtrArray *tables = report->view->filing->tables;
    for (guint i = 0; i < tables->len; i++) {
        const Table *printed = g_ptr_array_index(tables, i);
        bool fault = printed->state == TABLE_MISSING || printed->state == TABLE_UNREAD;
        report_table_row(table, 0);
        report_table_cell(table, printed->title[0] != '\0' ? printed->title : printed->form_table);
        Prose *state = prose_new(NULL);
        prose_add(state, fault ? TONE_WARNING : TONE_PLAIN, state_name(printed->state));
        report_table_prose(table, state);
        report_table_prose(table, page_of_table(report->view->filing, printed));
        report_table_count(table, printed->cells->len);
        report_table_count(table, count_ambiguous(printed));
        report_table_cell(table, printed->note);
    }
    blocks_table(blocks, table);
}

/* The columns that a figure may stand in, with the one it was put into first. */
static char *columns_of_cell(const Table *printed, const Cell *cell)
{
    g_auto(GStrv) others = g_strsplit(cell->alternatives, "|", -1);
    g_autofree char *rest = g_strjoinv(say("；", "; "), others);
    const char *column = table_column(printed, cell->column)->path;
    return rest[0] == '\0' ? g_strdup(column) : g_strjoin(say("；", "; "), column, rest, NULL);
}

static void ambiguous_row(const Report *report, ReportTable *table, const Table *printed, const Cell *cell)
{
    const Row *row = table_row(printed, cell->row);
    g_autofree char *name = subject_title(row->code, row->project[0] != '\0' ? row->project : row->label);
    g_autofree char *amount = amount_to_display(cell->amount);
    g_autofree char *columns = columns_of_cell(printed, cell);
    report_table_row(table, 0);
    report_table_cell(table, name);
    report_table_cell(table, printed->title);
    report_table_cell(table, amount);
    report_table_cell(table, columns);
    report_table_prose(table, page_link(report, row->page, row->line, amount));
}

static void ambiguous_cells(const Report *report, Blocks *blocks)
{
    ReportTable *table =
        report_table_new("ambiguous", say("不能确定在哪一列的数字：不据此提出问题",
                                          "Figures whose column is uncertain: no finding rests on them"));
    report_table_column(table, COLUMN_NAME, say("行", "Row"));
    report_table_column(table, COLUMN_TEXT, say("表", "Table"));
    report_table_column(table, COLUMN_NUMBER, say("金额", "Amount"));
    report_table_column(table, COLUMN_LONG, say("可能的列", "Possible columns"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    const GPtrArray *tables = report->view->filing->tables;
    for (guint t = 0; t < tables->len; t++) {
        const Table *printed = g_ptr_array_index(tables, t);
        for (guint i = 0; i < printed->cells->len; i++) {
            const Cell *cell = &g_array_index(printed->cells, Cell, i);
            if (cell->proof == PROOF_AMBIGUOUS)
                ambiguous_row(report, table, printed, cell);
        }
    }
    blocks_table(blocks, table);
}

static void doubts(const Report *report, Blocks *blocks)
{
    ReportTable *table = report_table_new("doubts", say("没有读懂的内容", "What was not understood"));
    report_table_column(table, COLUMN_NAME, say("原文", "As printed"));
    report_table_column(table, COLUMN_TEXT, say("表", "Table"));
    report_table_column(table, COLUMN_LONG, say("原因", "Why"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    const GPtrArray *list = report->view->filing->doubts;
    for (guint i = 0; i < list->len; i++) {
        const Doubt *doubt = g_ptr_array_index(list, i);
        report_table_row(table, 0);
        report_table_cell(table, doubt->text);
        report_table_cell(table, doubt->table);
        report_table_cell(table, doubt->why);
        report_table_prose(table, page_link(report, doubt->page, doubt->line, doubt->text));
    }
    blocks_table(blocks, table);
    if (list->len == 0)
        blocks_say(blocks, TONE_PLAIN,
                   say("表中印出的每个数字都已读入。", "Every figure printed in a table was read."));
}

/* Other spellings of the department's name that were, or were not, taken for it. */
static void names_taken(const Report *report, Blocks *blocks)
{
    const GPtrArray *notes = report->view->department->notes;
    for (guint i = 0; notes != NULL && i < notes->len; i++) {
        Prose *note = prose_new(g_ptr_array_index(notes, i));
        prose_add(note, TONE_PLAIN, say("。", "."));
        blocks_paragraph(blocks, TONE_NOTICE, note);
    }
}

void section_unread(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "unread", say("没有读准的内容", "What could not be read for sure"));
    names_taken(report, blocks);
    tables_read(report, blocks);
    ambiguous_cells(report, blocks);
    doubts(report, blocks);
}

void section_places(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "places", say("原文依据", "The words themselves"));
    if (!blocks_from_places(report->places, blocks))
        blocks_say(blocks, TONE_PLAIN, say("没有引用原文。", "Nothing was quoted."));
}

/* ---- method ---- */

static void add_source(ReportTable *table, const Filing *filing, const char *file, const char *sha256)
{
    report_table_row(table, 0);
    report_table_cell(table, file);
    report_table_prose(table, prose_printf("%d", filing->fiscal_year));
    report_table_cell(table, kind_name(filing->kind));
    report_table_cell(table, filing->issued);
    report_table_cell(table, sha256);
}

/* A row a file: a filing in several files has as many. */
static void add_sources(const Report *report, Blocks *blocks)
{
    ReportTable *table = report_table_new("sources", say("所依据的材料", "The filings this rests on"));
    report_table_column(table, COLUMN_NAME, say("文件", "File"));
    report_table_column(table, COLUMN_TEXT, say("年度", "Year"));
    report_table_column(table, COLUMN_TEXT, say("种类", "Kind"));
    report_table_column(table, COLUMN_TEXT, say("公开日期", "Published"));
    report_table_column(table, COLUMN_LONG, "SHA-256");
    const GPtrArray *filings = report->view->department->filings;
    for (guint i = 0; i < filings->len; i++) {
        const Filing *filing = g_ptr_array_index(filings, i);
        if (filing->sources->len == 0)
            add_source(table, filing, filing->file, filing->sha256);
        for (guint k = 0; k < filing->sources->len; k++) {
            const Source *source = g_ptr_array_index(filing->sources, k);
            add_source(table, filing, source->file, source->sha256);
        }
    }
    blocks_table(blocks, table);
}

static void add_thresholds(const Report *report, Blocks *blocks)
{
    g_autoptr(GPtrArray) listing = thresholds_listing(report->view->thresholds);
    ReportTable *table = report_table_new("thresholds", say("阈值", "Thresholds"));
    report_table_column(table, COLUMN_NAME, say("名称", "Name"));
    report_table_column(table, COLUMN_NUMBER, say("值", "Value"));
    report_table_column(table, COLUMN_LONG, say("含义", "Meaning"));
    for (guint i = 0; i < listing->len; i++) {
        g_auto(GStrv) fields = g_strsplit(g_ptr_array_index(listing, i), "\t", 3);
        report_table_row(table, 0);
        for (guint f = 0; fields[f] != NULL; f++)
            report_table_cell(table, fields[f]);
    }
    blocks_table(blocks, table);
}

void section_method(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "method", say("方法和阈值", "Method and thresholds"));
    static const struct {
        const char *zh, *en;
    } points[] = {
        {"印出的数字 x 代表 [x − 半个末位，x + 半个末位] "
         "内的任何真实值。每项核对都用整数做区间运算，得出相符、可由四舍五入造成、不可能三种结论；只有不可能才报为错误"
         "。",
         "A printed figure x stands for any true value within half a unit of its last digit. Every check is interval "
         "arithmetic in integers and ends in proved, rounding or impossible; only the impossible is an error."},
        {"占比和增长率只差末位一个单位的，列为提示，并说明可能的原因。",
         "A share or growth rate that is off by one unit of its last digit is a notice that names the likely cause."},
        {"变化达到下列阈值的，视为重大：|变化| 占部门总额的比例和 |增长| 两项都要达到，宽严两档满足一档即可。",
         "A change is material when both its share of the department's total and its growth reach the thresholds "
         "below, in "
         "either of two pairs."},
        {"上年数取自上年材料的表格；没有上年材料的，由本年说明的“比上年增加（减少）”推算，并作标记。",
         "Last year's figures come from that year's tables; without its filing they are implied by the stated changes, "
         "and "
         "marked."},
        {"空白不是零：没有印出的数不参加计算，也不写成零。", "A blank is no zero: what is not printed enters no sum."},
        {"不能确定在哪一列的数字单独列出，不作为任何错误的依据。",
         "Figures whose column is uncertain are listed apart, and no error rests on them."},
        {"发现是要问的问题，不是结论。部门的答复可能说明其中任何一条。",
         "Findings are questions, not conclusions: the department's answer may settle any of them."},
    };
    Block *list = blocks_list(blocks, false);
    for (guint i = 0; i < G_N_ELEMENTS(points); i++)
        list_add(list, prose_new(say(points[i].zh, points[i].en)));
    add_thresholds(report, blocks);
    add_sources(report, blocks);
}
