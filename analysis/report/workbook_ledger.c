/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ledger: a row a line. The lines do not overlap, so their sum is the department's change, and no line is a sum of
 * others; what the filing prints as its total stands below the sum, to be compared with it.
 */
#include "analysis/report/workbook_parts.h"
#include "schema/language.h"

enum { PRINTED = LEDGER_VERDICT + 2 }; /* columns on paper; the others are for the screen */

static const BookColumn columns[] = {
    {"编码", "Code", 8.5, LOOK_CODE},
    {"科目", "Subject", 26, LOOK_TEXT},
    {"资金", "Fund", 12.5, LOOK_WORD},
    {"上年", "Base", 11.5, LOOK_AMOUNT},
    {"本年", "Current", 11.5, LOOK_AMOUNT},
    {"变化", "Change", 11.5, LOOK_CHANGE},
    {"增长", "Growth", 9, LOOK_GROWTH},
    {"对总额增长的贡献", "Contribution", 9.5, LOOK_GROWTH},
    {"重大", "Material", 6, LOOK_WORD},
    {"科目间调整", "Moved", 10.5, LOOK_CHANGE},
    {"已说明", "Explained", 10.5, LOOK_CHANGE},
    {"没有说明", "Unexplained", 10.5, LOOK_CHANGE},
    {"结论", "Verdict", 9, LOOK_WORD},
    {"部门给出的理由", "Reason given", 36, LOOK_TEXT},
    {"注意", "Note", 44, LOOK_TEXT},
    {"要问的", "Question", 90, LOOK_TEXT},
    {"文件", "File", 26, LOOK_TEXT},
    {"页", "Page", 6, LOOK_YEAR},
};

static const struct {
    LedgerVerdict verdict;
    Tone tone;
} tones[] = {{LEDGER_UNEXPLAINED, TONE_ERROR}, {LEDGER_CONTRADICTED, TONE_ERROR},   {LEDGER_PARTLY, TONE_WARNING},
             {LEDGER_EXPLAINED, TONE_STRONG},  {LEDGER_RECLASSIFIED, TONE_NOTICE}, {LEDGER_IMMATERIAL, TONE_MUTED}};

/* A formula of this row's cells: each %s is the next of the columns. The caller frees it. */
static char *row_formula(int row, const char *format, int a, int b, int c)
{
    g_autofree char *first = cell_name(row, a);
    g_autofree char *second = cell_name(row, b);
    g_autofree char *third = cell_name(row, c);
    g_auto(GStrv) parts = g_strsplit(format, "%s", 4);
    const char *const names[] = {first, second, third};
    GString *formula = g_string_new(parts[0]);
    for (guint i = 1; parts[i] != NULL; i++)
        g_string_append_printf(formula, "%s%s", names[i - 1], parts[i]);
    return g_string_free(formula, FALSE);
}

static void put_amount_formula(ReportSheet *sheet, Amount result, const char *format, int a, int b, int c)
{
    g_autofree char *formula = row_formula(report_sheet_at(sheet), format, a, b, c);
    report_sheet_amount_formula(sheet, result, formula);
}

static void put_growth(const Workbook *workbook, const LedgerLine *line)
{
    ReportSheet *sheet = workbook->ledger;
    g_autofree char *formula = row_formula(report_sheet_at(sheet), "%s/%s", LEDGER_CHANGE, LEDGER_BASE, 0);
    if (line->has_growth && !line->rest)
        report_sheet_number_formula(sheet, line->growth / 100, formula);
    else
        report_sheet_text(sheet, line->rest || line->change.fen == 0 ? "" : say("新增", "new"));
}

/* Of the whole growth: against the base total that stands below; a base that was reckoned back is not what it was taken of. */
static void put_contribution(const Workbook *workbook, const Ledger *ledger, const LedgerLine *line)
{
    ReportSheet *sheet = workbook->ledger;
    if (ledger->base_total.fen <= 0) {
        report_sheet_blank(sheet);
        return;
    }
    if (!ledger->base_known) {
        report_sheet_number(sheet, line->contribution / 100);
        return;
    }
    g_autofree char *change = cell_name(report_sheet_at(sheet), LEDGER_CHANGE);
    g_autofree char *within = place_name("$", workbook->ledger_published, LEDGER_BASE);
    g_autofree char *formula = g_strdup_printf("%s/%s", change, within);
    report_sheet_number_formula(sheet, line->contribution / 100, formula);
}

static void put_place(const Workbook *workbook, const LedgerLine *line)
{
    const char *file = "";
    int page = 0;
    if (line->page > 0)
        filing_place(workbook->report->view->filing, line->page, &file, &page);
    report_sheet_text(workbook->ledger, file);
    if (page > 0)
        report_sheet_number(workbook->ledger, page);
    else
        report_sheet_blank(workbook->ledger);
}

static void put_line(const Workbook *workbook, const Ledger *ledger, const LedgerLine *line)
{
    ReportSheet *sheet = workbook->ledger;
    if (!report_sheet_row(sheet))
        return;
    report_sheet_text(sheet, line->code);
    report_sheet_text(sheet, line->subject);
    report_sheet_text(sheet, line->rest ? "" : fund_name(line->fund));
    report_sheet_amount(sheet, line->base);
    report_sheet_amount(sheet, line->current);
    put_amount_formula(sheet, line->change, "%s-%s", LEDGER_CURRENT, LEDGER_BASE, 0);
    put_growth(workbook, line);
    put_contribution(workbook, ledger, line);
    report_sheet_text(sheet, line->material ? workbook_yes() : "");
    report_sheet_amount(sheet, line->reclassified);
    report_sheet_amount(sheet, line->explained);
    put_amount_formula(sheet, line->unexplained, "%s-%s-%s", LEDGER_CHANGE, LEDGER_MOVED, LEDGER_SAID);
    report_sheet_text(sheet, ledger_verdict_name(line->verdict));
    report_sheet_text(sheet, line->reason);
    report_sheet_text(sheet, line->note);
    g_autofree char *question = ledger_question(ledger, line);
    report_sheet_text(sheet, question);
    put_place(workbook, line);
}

/* ---- sums ---- */

static double sum_of(const Ledger *ledger, int column)
{
    long double fen = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        fen += (long double)(column == LEDGER_BASE      ? line->base.fen
                             : column == LEDGER_CURRENT ? line->current.fen
                             : column == LEDGER_CHANGE  ? line->change.fen
                             : column == LEDGER_MOVED   ? line->reclassified.fen
                             : column == LEDGER_SAID    ? line->explained.fen
                                                        : line->unexplained.fen);
    }
    return (double)(fen / FEN_PER_WAN_YUAN);
}

/* A row of sums by the function ("SUM", or "SUBTOTAL(109" for what the filter shows), over the same rows. */
static void put_sums(const Workbook *workbook, const Ledger *ledger, const char *label, const char *function)
{
    static const int summed[] = {LEDGER_BASE, LEDGER_CURRENT, LEDGER_CHANGE, 0, 0, 0, LEDGER_MOVED, LEDGER_SAID, LEDGER_REST};
    ReportSheet *sheet = workbook->ledger;
    report_sheet_row(sheet);
    report_sheet_total(sheet);
    report_sheet_blank(sheet);
    report_sheet_text(sheet, label);
    report_sheet_blank(sheet);
    for (guint i = 0; i < G_N_ELEMENTS(summed); i++) {
        int column = summed[i];
        if (column == 0) {
            report_sheet_blank(sheet);
            continue;
        }
        g_autofree char *first = cell_name(workbook->ledger_first, column);
        g_autofree char *last = cell_name(workbook->ledger_last, column);
        g_autofree char *formula = g_strdup_printf("%s%s:%s)", function, first, last);
        report_sheet_number_formula(sheet, sum_of(ledger, column), formula);
    }
}

static void put_amount_if(ReportSheet *sheet, bool known, Amount amount)
{
    if (known)
        report_sheet_amount(sheet, amount);
    else
        report_sheet_blank(sheet);
}

/* The totals that the tables print. */
static void put_published(const Workbook *workbook, const Ledger *ledger)
{
    ReportSheet *sheet = workbook->ledger;
    report_sheet_row(sheet);
    report_sheet_total(sheet);
    report_sheet_blank(sheet);
    report_sheet_text(sheet, ledger->base_known ? say("部门支出总额（表内）", "Total expenditure, as filed")
                                                : say("部门支出总额（上年为推算）", "Total expenditure, base reckoned back"));
    report_sheet_blank(sheet);
    put_amount_if(sheet, ledger->base_total.fen > 0 || ledger->base_known, ledger->base_total);
    put_amount_if(sheet, ledger->has_total, ledger->current_total);
    if (!ledger->base_known || !ledger->has_total)
        return;
    put_amount_formula(sheet, ledger->change_total, "%s-%s", LEDGER_CURRENT, LEDGER_BASE, 0);
    g_autofree char *growth = row_formula(report_sheet_at(sheet), "%s/%s", LEDGER_CHANGE, LEDGER_BASE, 0);
    if (ledger->base_total.fen > 0)
        report_sheet_number_formula(sheet, (double)ledger->change_total.fen / (double)ledger->base_total.fen, growth);
}

/* What the lines' sum leaves of the published total: nothing, or a figure was misread. */
static void put_difference(const Workbook *workbook, const Ledger *ledger)
{
    static const int compared[] = {LEDGER_BASE, LEDGER_CURRENT, LEDGER_CHANGE};
    const Amount published[] = {ledger->base_total, ledger->current_total, ledger->change_total};
    ReportSheet *sheet = workbook->ledger;
    report_sheet_row(sheet);
    report_sheet_total(sheet);
    report_sheet_blank(sheet);
    report_sheet_text(sheet, say("差额（应为零）", "Difference, to be zero"));
    report_sheet_blank(sheet);
    for (guint i = 0; i < G_N_ELEMENTS(compared); i++) {
        g_autofree char *whole = cell_name(workbook->ledger_published, compared[i]);
        g_autofree char *sum = cell_name(workbook->ledger_sum, compared[i]);
        g_autofree char *formula = g_strdup_printf("ROUND(%s-%s,6)", whole, sum);
        double difference = amount_to_wan_yuan(published[i]) - sum_of(ledger, compared[i]);
        report_sheet_number_formula(sheet, (double)(gint64)(difference * 1e6 + (difference < 0 ? -0.5 : 0.5)) / 1e6, formula);
    }
}

static void put_totals(Workbook *workbook, const Ledger *ledger)
{
    put_sums(workbook, ledger, say("合计", "Sum"), "SUM(");
    put_sums(workbook, ledger, say("其中：筛选后显示的行", "of which the rows shown by the filter"), "SUBTOTAL(109,");
    put_published(workbook, ledger);
    if (ledger->base_known && ledger->has_total)
        put_difference(workbook, ledger);
}

void workbook_add_ledger(Workbook *workbook)
{
    const Ledger *ledger = workbook->report->view->ledger;
    ReportSheet *sheet = workbook->ledger;
    workbook->ledger_last = -1;
    if (ledger == NULL) {
        report_sheet_line(sheet, LOOK_TITLE, say("变动台账", "The ledger of changes"));
        report_sheet_line(sheet, LOOK_NOTE, workbook->report->view->no_ledger);
        return;
    }
    g_autofree char *now = ledger_year_name(ledger->fiscal_year, ledger->phase);
    g_autofree char *base = ledger_year_name(ledger->base_year, ledger->base_phase);
    g_autofree char *title = g_strdup_printf(say("%s对 %s的变动台账", "Ledger: %s against %s"), now, base);
    report_sheet_line(sheet, LOOK_TITLE, title);
    report_sheet_line(sheet, LOOK_NOTE,
                      say("金额单位：万元。各行互不重复，合计就是部门的变化；变化 = 科目间调整 + 已说明 + 没有说明。改动“已说明”，其余随公式变动。",
                          "Amounts in 10,000 yuan. Lines do not overlap: their sum is the department's change. Change = moved + "
                          "explained + unexplained; change what is explained, and the rest follows."));
    report_sheet_headings(sheet, columns, G_N_ELEMENTS(columns), 2);
    workbook->ledger_first = report_sheet_at(sheet) + 1;
    workbook->ledger_published = workbook->ledger_first + (int)ledger->lines->len + 2;
    for (guint i = 0; i < ledger->lines->len; i++)
        put_line(workbook, ledger, g_ptr_array_index(ledger->lines, i));
    workbook->ledger_last = report_sheet_at(sheet);
    report_sheet_filter(sheet);
    for (guint i = 0; i < G_N_ELEMENTS(tones); i++)
        report_sheet_mark(sheet, LEDGER_VERDICT, workbook->ledger_first, workbook->ledger_last,
                          ledger_verdict_name(tones[i].verdict), tones[i].tone);
    workbook->ledger_sum = workbook->ledger_last + 1;
    if (ledger->lines->len > 0)
        put_totals(workbook, ledger);
    report_sheet_print(sheet, PRINTED);
    report_sheet_space(sheet, 1);
    for (guint i = 0; i < ledger->notes->len; i++)
        report_sheet_line(sheet, LOOK_NOTE, g_ptr_array_index(ledger->notes, i));
}
