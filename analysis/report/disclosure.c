/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How well the department discloses: what the form asks for and what is there, how surely it could be read, whether the
 * tables add up, and whether material changes come with reasons.
 */
#include "analysis/indicator.h"
#include "analysis/report/sections.h"
#include "analysis/rule/sums.h"
#include "schema/language.h"

/* A line: how many, and of how many. Without a whole there is no share. */
static void count_row(ReportTable *table, const char *name, guint count, guint whole, const char *means)
{
    Rate share = {0};
    bool known = whole > 0 && share_of_amounts((Amount){count, 1}, (Amount){whole, 1}, &share);
    report_table_row(table, 1);
    report_table_cell(table, name);
    report_table_count(table, count);
    report_table_rate(table, known, share, false);
    report_table_cell(table, means);
}

/* What the lines below it are parts of. */
static void head_row(ReportTable *table, const char *name, guint count, const char *means)
{
    report_table_row(table, 0);
    report_table_cell(table, name);
    report_table_count(table, count);
    report_table_blank(table);
    report_table_cell(table, means);
}

static void rows_of_tables(const Filing *filing, ReportTable *table)
{
    static const struct {
        TableState state;
        const char *zh, *en, *means_zh, *means_en;
    } states[] = {
        {TABLE_READ, "已读", "read", "", ""},
        {TABLE_EMPTY, "空表", "empty", "声明没有支出，或表中没有数字", "declared to hold nothing, or without a figure"},
        {TABLE_MISSING, "缺少", "missing", "表式要求公开而材料中没有", "the form asks for it and the filing lacks it"},
        {TABLE_UNREAD, "未能读出", "not read", "在材料中，但没有读懂", "there, but not understood"},
    };
    guint counts[G_N_ELEMENTS(states)] = {0};
    guint whole = 0;
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *one = g_ptr_array_index(filing->tables, i);
        for (guint s = 0; one->form_table[0] != '\0' && s < G_N_ELEMENTS(states); s++)
            counts[s] += one->state == states[s].state;
        whole += one->form_table[0] != '\0';
    }
    head_row(table, say("表式要求的表", "Tables that the form asks for"), whole, "");
    for (guint s = 0; s < G_N_ELEMENTS(states); s++)
        count_row(table, say(states[s].zh, states[s].en), counts[s], whole, say(states[s].means_zh, states[s].means_en));
}

static void rows_of_proofs(const Filing *filing, ReportTable *table)
{
    static const struct {
        Proof proof;
        const char *zh, *en, *means_zh, *means_en;
    } proofs[] = {
        {PROOF_GRID, "由版面定位", "by the layout", "列由版面确定", "the layout gives the column"},
        {PROOF_UNIQUE, "唯一可能", "the only way", "没有版面，只有一种排法使各项相加", "without layout; only one assignment adds up"},
        {PROOF_LIKELY, "较有把握", "likely", "几种排法，其他数字选出一种", "several fit; other figures chose one"},
        {PROOF_AMBIGUOUS, "列未定", "uncertain", "不据此提出问题", "no finding rests on them"},
    };
    guint counts[G_N_ELEMENTS(proofs)] = {0};
    guint whole = 0;
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *one = g_ptr_array_index(filing->tables, t);
        whole += one->cells->len;
        for (guint i = 0; i < one->cells->len; i++)
            for (guint p = 0; p < G_N_ELEMENTS(proofs); p++)
                counts[p] += g_array_index(one->cells, Cell, i).proof == proofs[p].proof;
    }
    head_row(table, say("表中的数字", "Figures in the tables"), whole, "");
    for (guint p = 0; p < G_N_ELEMENTS(proofs); p++)
        count_row(table, say(proofs[p].zh, proofs[p].en), counts[p], whole, say(proofs[p].means_zh, proofs[p].means_en));
    count_row(table, say("没有读懂的内容", "Not understood"), filing->doubts->len, 0, say("逐条列在下一节", "listed in the next section"));
}

static void rows_of_sums(const Filing *filing, ReportTable *table)
{
    SumsChecked checked = sums_checked(filing);
    const guint *by = checked.by_verdict;
    guint whole = by[VERDICT_PROVED] + by[VERDICT_ROUNDING] + by[VERDICT_IMPOSSIBLE];
    head_row(table, say("核对过的合计关系", "Sums checked"), whole,
             say("各栏之和、下级之和、收支总计；没有把握的不算在内",
                 "of columns, of children, revenue against expenditure; without what is uncertain"));
    count_row(table, say("分毫不差", "exact"), by[VERDICT_PROVED], whole, "");
    count_row(table, say("相差在四舍五入之内", "within rounding"), by[VERDICT_ROUNDING], whole, "");
    count_row(table, say("对不上", "impossible"), by[VERDICT_IMPOSSIBLE], whole,
              say("一处印错可能使几个合计对不上", "one misprint may break several sums"));
}

static void indicator_row(const IndicatorYear *year, ReportTable *table, const char *id)
{
    const Indicator *indicator = &indicators[indicator_find(id)];
    Measured value = indicator->measure(year);
    report_table_row(table, 1);
    report_table_cell(table, say(indicator->zh, indicator->en));
    report_table_blank(table);
    report_table_prose(table, value.known ? prose_printf("%.2f%%", value.value) : prose_new(NULL));
    report_table_cell(table, say(indicator->means_zh, indicator->means_en));
}

/* Reasons taken over word for word from last year's filing. */
static guint count_copied(const Report *report)
{
    guint count = 0;
    for (guint i = 0; i < report->findings->len; i++) {
        const Finding *finding = g_ptr_array_index(report->findings, i);
        count += g_str_equal(finding->rule, "reason.reused") && finding->base_year != 0 && finding->evidence->len > 1 &&
                 finding->question[0] != '\0';
    }
    return count;
}

static void rows_of_reasons(const Report *report, ReportTable *table)
{
    const DepartmentYear *view = report->view;
    g_autoptr(IndicatorYear) year = indicator_year_new(view->department, view->filing, report->all_findings, view->thresholds);
    head_row(table, say("带数字的说明", "Sentences with figures"), view->filing->claims->len, "");
    indicator_row(year, table, "reasons");
    indicator_row(year, table, "adequate");
    count_row(table, say("照抄往年的理由", "Reasons copied from an earlier year"), count_copied(report), 0,
              say("与上年文件逐字相同，而今年的变化与之不合", "word for word last year's, while this year's change does not fit it"));
}

void section_disclosure(Report *report, Blocks *blocks)
{
    const Filing *filing = report->view->filing;
    blocks_heading(blocks, 2, "disclosure", say("公开质量", "Quality of disclosure"));
    ReportTable *table = report_table_new("disclosure-table", say("公开了什么，读得准不准，对不对得上，有没有理由",
                                                                  "What is disclosed, how surely it was read, whether it adds up, whether it gives reasons"));
    report_table_column(table, COLUMN_NAME, say("项目", "Item"));
    report_table_column(table, COLUMN_NUMBER, say("数量", "Number"));
    report_table_column(table, COLUMN_NUMBER, say("占比", "Share"));
    report_table_column(table, COLUMN_LONG, say("说明", "Meaning"));
    rows_of_tables(filing, table);
    rows_of_proofs(filing, table);
    rows_of_sums(filing, table);
    rows_of_reasons(report, table);
    blocks_table(blocks, table);
    blocks_say(blocks, TONE_MUTED,
               say("在同类部门中的位置见 yusuan score。", "For the place among peers see `yusuan score`."));
}
