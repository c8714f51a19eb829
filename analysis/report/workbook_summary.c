/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What page one of the report says, as formulas over the other sheets. */
#include <string.h>

#include "analysis/report/matters.h"
#include "analysis/report/summary.h"
#include "analysis/report/workbook_parts.h"
#include "schema/language.h"

enum { COLUMNS = 6, CHART_ROWS = 14 };

static const double widths[COLUMNS] = {30, 17, 17, 17, 17, 17};

static const BookColumn figure_columns[] = {
    {"指标", "Figure", 0, LOOK_WORD}, {"数值", "Value", 0, LOOK_AMOUNT}, {"说明", "Remark", 0, LOOK_TEXT},
};
static const BookColumn year_columns[] = {
    {"年度", "Year", 0, LOOK_YEAR},      {"支出总额", "Expenditure", 0, LOOK_AMOUNT}, {"比上年增减", "Change", 0, LOOK_CHANGE},
    {"增长", "Growth", 0, LOOK_GROWTH}, {"数字来源", "Source", 0, LOOK_WORD},
};
static const BookColumn verdict_columns[] = {
    {"结论", "Verdict", 0, LOOK_WORD},       {"行数", "Lines", 0, LOOK_COUNT},
    {"变化净额", "Net change", 0, LOOK_CHANGE}, {"变化绝对值", "Absolute change", 0, LOOK_AMOUNT},
    {"其中没有说明", "Unexplained", 0, LOOK_AMOUNT},
};
static const BookColumn severity_columns[] = {
    {"程度", "Severity", 0, LOOK_WORD}, {"本年", "This year", 0, LOOK_COUNT},
    {"其中要问的", "To ask", 0, LOOK_COUNT}, {"其他年度", "Other years", 0, LOOK_COUNT},
};

static const LedgerVerdict verdicts[] = {LEDGER_UNEXPLAINED, LEDGER_CONTRADICTED, LEDGER_PARTLY,
                                         LEDGER_RECLASSIFIED, LEDGER_EXPLAINED, LEDGER_IMMATERIAL};
static const Severity severities[] = {SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTICE};

/* ---- names of cells on the other sheets ---- */

static char *ledger_column(const Workbook *workbook, int column)
{
    return range_name((SheetRange){workbook->ledger, workbook->ledger_first, column, workbook->ledger_last, column});
}

static char *published(const Workbook *workbook, int column)
{
    return range_name((SheetRange){workbook->ledger, workbook->ledger_published, column, workbook->ledger_published, column});
}

static char *findings_column(const Workbook *workbook, int column)
{
    return range_name((SheetRange){workbook->findings, workbook->findings_first, column, workbook->findings_last, column});
}

static char *total_of_year(const Workbook *workbook, int year)
{
    int column = workbook->year_column + year - workbook->first_year;
    return range_name((SheetRange){workbook->series, workbook->total_row, column, workbook->total_row, column});
}

static bool has_lines(const Workbook *workbook)
{
    return workbook->report->view->ledger != NULL && workbook->ledger_last >= workbook->ledger_first;
}

/* ---- key figures ---- */

static void put_label(const Workbook *workbook, const char *label)
{
    report_sheet_row(workbook->summary);
    report_sheet_text(workbook->summary, label);
}

static void put_remark(const Workbook *workbook, const char *remark)
{
    report_sheet_wide(workbook->summary, LOOK_TEXT, COLUMNS - 2, remark);
}

static void put_unknown(const Workbook *workbook, const char *label, const char *why)
{
    put_label(workbook, label);
    report_sheet_look(workbook->summary, LOOK_WORD);
    report_sheet_text(workbook->summary, "—");
    put_remark(workbook, why);
}

static void put_total(const Workbook *workbook)
{
    const DepartmentYear *view = workbook->report->view;
    const Ledger *ledger = view->ledger;
    g_autofree char *label = g_strdup_printf(say("%d 年支出%s", "%d expenditure, %s"), view->year, kind_name(view->filing->kind));
    YearFigure total = department_year_figure(view, total_expenditure, "", view->year);
    bool in_series = total.known && workbook->total_row >= 0;
    if (!in_series && (!has_lines(workbook) || !ledger->has_total)) {
        put_unknown(workbook, label, say("没有读到支出总额", "the total was not read"));
        return;
    }
    g_autofree char *cell = in_series ? total_of_year(workbook, view->year) : published(workbook, LEDGER_CURRENT);
    g_autofree char *remark = parts_of_total(view);
    put_label(workbook, label);
    report_sheet_amount_formula(workbook->summary, in_series ? total.amount : ledger->current_total, cell);
    put_remark(workbook, remark);
}

/* The department's change, of the totals that its filings print. */
static void put_change(const Workbook *workbook)
{
    const Ledger *ledger = workbook->report->view->ledger;
    ReportSheet *sheet = workbook->summary;
    g_autofree char *label = g_strdup_printf(say("%d 年支出总额", "%d expenditure"), workbook->report->view->base_year);
    if (!has_lines(workbook) || !ledger->base_known || !ledger->has_total) {
        put_unknown(workbook, label, ledger == NULL ? workbook->report->view->no_ledger : say("没有上年总额可比", "no total to compare with"));
        return;
    }
    g_autofree char *base = published(workbook, LEDGER_BASE);
    g_autofree char *change = published(workbook, LEDGER_CHANGE);
    put_label(workbook, label);
    report_sheet_amount_formula(sheet, ledger->base_total, base);
    put_remark(workbook, ledger->base_filed ? say("取自上年材料", "from that year's own filing")
                                            : say("由本年说明的增减推算", "implied by the changes that this filing states"));
    put_label(workbook, say("比上年增减", "Change"));
    report_sheet_look(sheet, LOOK_CHANGE);
    report_sheet_amount_formula(sheet, ledger->change_total, change);
    put_remark(workbook, "");
    int row = report_sheet_at(sheet);
    g_autofree char *growth = g_strdup_printf("B%d/B%d", row + 1, row);
    put_label(workbook, say("增长", "Growth"));
    report_sheet_look(sheet, LOOK_GROWTH);
    if (ledger->base_total.fen > 0)
        report_sheet_number_formula(sheet, (double)ledger->change_total.fen / (double)ledger->base_total.fen, growth);
    else
        report_sheet_blank(sheet);
    put_remark(workbook, "");
}

/* Sums of absolute values over the material lines. */
static void put_material(const Workbook *workbook)
{
    const Ledger *ledger = workbook->report->view->ledger;
    ReportSheet *sheet = workbook->summary;
    if (!has_lines(workbook)) {
        put_unknown(workbook, say("没有说明的变化", "Unexplained change"), say("没有可比的上年", "no year to compare with"));
        return;
    }
    g_autofree char *material = ledger_column(workbook, LEDGER_MATERIAL);
    g_autofree char *change = ledger_column(workbook, LEDGER_CHANGE);
    g_autofree char *rest = ledger_column(workbook, LEDGER_REST);
    g_autofree char *size = g_strdup_printf("SUMPRODUCT((%s=\"%s\")*ABS(%s))", material, workbook_yes(), change);
    g_autofree char *unexplained = g_strdup_printf("SUMPRODUCT((%s=\"%s\")*ABS(%s))", material, workbook_yes(), rest);
    put_label(workbook, say("重大变化合计（绝对值）", "Material changes, absolute"));
    report_sheet_amount_formula(sheet, ledger->change_size, size);
    put_remark(workbook, say("阈值见“说明”表", "thresholds: see the last sheet"));
    put_label(workbook, say("其中没有说明", "of which unexplained"));
    report_sheet_amount_formula(sheet, ledger->unexplained_total, unexplained);
    report_sheet_lead(sheet, workbook->ledger, workbook->ledger_first);
    put_remark(workbook, say("见“变动台账”表", "see the ledger"));
    int row = report_sheet_at(sheet);
    g_autofree char *share = g_strdup_printf("IF(B%d=0,1,1-B%d/B%d)", row, row + 1, row);
    put_label(workbook, say("有说明或属科目间调整的占比", "Accounted for"));
    report_sheet_look(sheet, LOOK_PERCENT);
    report_sheet_number_formula(sheet, ledger->explained_share / 100, share);
    put_remark(workbook, "");
}

static guint count_findings(const GPtrArray *findings, Severity severity, bool asked)
{
    guint count = 0;
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        count += finding->severity == severity && (!asked || finding_is_asked(finding));
    }
    return count;
}

/* COUNTIFS over the findings of the year; `severity` is a cell or a quoted word, NULL for all. The caller frees it. */
static char *count_formula(const Workbook *workbook, const char *severity, bool asked)
{
    g_autofree char *years = findings_column(workbook, FINDING_YEAR);
    g_autofree char *of_severity = findings_column(workbook, FINDING_SEVERITY);
    g_autofree char *questions = findings_column(workbook, FINDING_QUESTION);
    g_autofree char *statuses = findings_column(workbook, FINDING_STATUS);
    GString *formula = g_string_new(NULL);
    g_string_append_printf(formula, "COUNTIFS(%s,%d", years, workbook->report->view->year);
    if (severity != NULL)
        g_string_append_printf(formula, ",%s,%s", of_severity, severity);
    if (asked)
        g_string_append_printf(formula, ",%s,\"?*\",%s,\"<>%s\"", questions, statuses, finding_status_name("accepted"));
    g_string_append_c(formula, ')');
    return g_string_free(formula, FALSE);
}

static bool has_findings(const Workbook *workbook)
{
    return workbook->findings_last >= workbook->findings_first;
}

static void put_count(const Workbook *workbook, double count, const char *severity, bool asked)
{
    ReportSheet *sheet = workbook->summary;
    report_sheet_look(sheet, LOOK_COUNT);
    if (!has_findings(workbook)) {
        report_sheet_number(sheet, 0);
        return;
    }
    g_autofree char *formula = count_formula(workbook, severity, asked);
    report_sheet_number_formula(sheet, count, formula);
}

static void put_found(const Workbook *workbook)
{
    const GPtrArray *findings = workbook->report->findings;
    guint asked = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(severities); i++)
        asked += count_findings(findings, severities[i], true);
    g_autofree char *error = g_strdup_printf("\"%s\"", severity_name(SEVERITY_ERROR));
    put_label(workbook, say("对不上的数字（处）", "Does not add up"));
    put_count(workbook, count_findings(findings, SEVERITY_ERROR, false), error, false);
    put_remark(workbook, "");
    put_label(workbook, say("要问部门的问题（条）", "Questions to ask"));
    put_count(workbook, asked, NULL, true);
    if (has_findings(workbook))
        report_sheet_lead(workbook->summary, workbook->findings, workbook->findings_first);
    put_remark(workbook, say("见“发现”表", "see the findings"));
}

static void put_key_figures(const Workbook *workbook)
{
    report_sheet_line(workbook->summary, LOOK_SECTION, say("主要数字", "Key figures"));
    report_sheet_small_headings(workbook->summary, figure_columns, 2);
    report_sheet_wide(workbook->summary, LOOK_HEADING, COLUMNS - 2, say(figure_columns[2].zh, figure_columns[2].en));
    put_total(workbook);
    put_change(workbook);
    put_material(workbook);
    put_found(workbook);
}

/* ---- questions ---- */

static void put_questions(const Workbook *workbook)
{
    const GPtrArray *matters = workbook->report->matters;
    ReportSheet *sheet = workbook->summary;
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("先问这几条", "Ask these first"));
    for (guint i = 0; i < MIN(matters->len, FIRST_QUESTIONS); i++) {
        const Finding *finding = ((const Matter *)g_ptr_array_index(matters, i))->lead;
        int row = GPOINTER_TO_INT(g_hash_table_lookup(workbook->finding_rows, finding));
        g_autofree char *text = g_strdup_printf("%u. %s", i + 1, finding->question);
        report_sheet_row(sheet);
        if (row > 0)
            report_sheet_lead(sheet, workbook->findings, row - 1);
        report_sheet_wide(sheet, LOOK_TEXT, COLUMNS, text);
    }
    if (matters->len == 0)
        report_sheet_line(sheet, LOOK_NOTE, say("没有发现需要部门回答的问题。", "Nothing was found that the department would have to answer."));
}

/* ---- tables and their charts ---- */

/* The total of a year, and in *cell where it stands: in the series, or for the base of a ledger there. */
static YearFigure figure_of_year(const Workbook *workbook, int year, char **cell)
{
    const DepartmentYear *view = workbook->report->view;
    bool filed = series_point_of_year(department_year_series(view, total_expenditure, ""), year) != NULL;
    YearFigure figure = department_year_figure(view, total_expenditure, "", year);
    if (!filed && (!has_lines(workbook) || year != view->base_year))
        figure.known = false;
    if (figure.known && cell != NULL)
        *cell = filed ? total_of_year(workbook, year) : published(workbook, LEDGER_BASE);
    return figure;
}

static void put_year(const Workbook *workbook, int year, bool first)
{
    ReportSheet *sheet = workbook->summary;
    g_autofree char *cell = NULL;
    YearFigure now = figure_of_year(workbook, year, &cell);
    YearFigure before = first ? (YearFigure){0} : figure_of_year(workbook, year - 1, NULL);
    report_sheet_row(sheet);
    report_sheet_number(sheet, year);
    if (!now.known) {
        for (gsize i = 1; i < G_N_ELEMENTS(year_columns); i++)
            report_sheet_blank(sheet);
        return;
    }
    if (now.implied)
        report_sheet_look(sheet, LOOK_IMPLIED);
    report_sheet_amount_formula(sheet, now.amount, cell);
    int row = report_sheet_at(sheet);
    Amount change = {0};
    if (before.known && before.amount.fen > 0 && amount_subtract(now.amount, before.amount, &change)) {
        g_autofree char *difference = g_strdup_printf("B%d-B%d", row + 1, row);
        g_autofree char *growth = g_strdup_printf("C%d/B%d", row + 1, row);
        report_sheet_amount_formula(sheet, change, difference);
        report_sheet_number_formula(sheet, (double)change.fen / (double)before.amount.fen, growth);
    } else {
        report_sheet_blank(sheet);
        report_sheet_blank(sheet);
    }
    report_sheet_text(sheet, now.implied ? say("由下一年说明推算", "implied by the next year") : say("当年材料", "as filed"));
}

/* The rows of the table, none for a department without a total. */
static SheetRange put_years(const Workbook *workbook)
{
    ReportSheet *sheet = workbook->summary;
    SheetRange range = {sheet, 0, 0, -1, 0};
    if (workbook->total_row < 0)
        return range;
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("各年支出总额（万元）", "Expenditure over the years (10,000 yuan)"));
    report_sheet_small_headings(sheet, year_columns, G_N_ELEMENTS(year_columns));
    range.first_row = report_sheet_at(sheet) + 1;
    int first = workbook->first_year;
    int last = workbook->last_year;
    while (first < last && !figure_of_year(workbook, first, NULL).known)
        first++;
    while (last > first && !figure_of_year(workbook, last, NULL).known)
        last--;
    for (int year = first; year <= last; year++)
        put_year(workbook, year, year == first);
    range.last_row = report_sheet_at(sheet);
    return range;
}

typedef struct {
    guint lines;
    double net, size, rest; /* fen */
} VerdictSum;

static VerdictSum sum_of_verdict(const Ledger *ledger, LedgerVerdict verdict)
{
    VerdictSum sum = {0};
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (line->verdict != verdict)
            continue;
        sum.lines++;
        sum.net += (double)line->change.fen;
        sum.size += ABS((double)line->change.fen);
        sum.rest += ABS((double)line->unexplained.fen);
    }
    return sum;
}

static void put_verdict(const Workbook *workbook, LedgerVerdict verdict)
{
    ReportSheet *sheet = workbook->summary;
    VerdictSum sum = sum_of_verdict(workbook->report->view->ledger, verdict);
    g_autofree char *column = ledger_column(workbook, LEDGER_VERDICT);
    g_autofree char *change = ledger_column(workbook, LEDGER_CHANGE);
    g_autofree char *rest = ledger_column(workbook, LEDGER_REST);
    report_sheet_row(sheet);
    report_sheet_text(sheet, ledger_verdict_name(verdict));
    g_autofree char *here = cell_name(report_sheet_at(sheet), 0);
    g_autofree char *count = g_strdup_printf("COUNTIF(%s,%s)", column, here);
    g_autofree char *net = g_strdup_printf("SUMIF(%s,%s,%s)", column, here, change);
    g_autofree char *size = g_strdup_printf("SUMPRODUCT((%s=%s)*ABS(%s))", column, here, change);
    g_autofree char *left = g_strdup_printf("SUMPRODUCT((%s=%s)*ABS(%s))", column, here, rest);
    report_sheet_number_formula(sheet, sum.lines, count);
    report_sheet_number_formula(sheet, sum.net / FEN_PER_WAN_YUAN, net);
    report_sheet_number_formula(sheet, sum.size / FEN_PER_WAN_YUAN, size);
    report_sheet_number_formula(sheet, sum.rest / FEN_PER_WAN_YUAN, left);
}

/* A row of sums over the rows of a small table. */
static void put_sum_row(ReportSheet *sheet, SheetRange rows, const double *sums, int count)
{
    report_sheet_row(sheet);
    report_sheet_total(sheet);
    report_sheet_text(sheet, say("合计", "Sum"));
    for (int i = 0; i < count; i++) {
        g_autofree char *first = cell_name(rows.first_row, i + 1);
        g_autofree char *last = cell_name(rows.last_row, i + 1);
        g_autofree char *formula = g_strdup_printf("SUM(%s:%s)", first, last);
        report_sheet_number_formula(sheet, sums[i], formula);
    }
}

static SheetRange put_verdicts(const Workbook *workbook)
{
    ReportSheet *sheet = workbook->summary;
    SheetRange range = {sheet, 0, 0, -1, 0};
    if (!has_lines(workbook))
        return range;
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("变化按结论分（万元）", "Changes by verdict (10,000 yuan)"));
    report_sheet_small_headings(sheet, verdict_columns, G_N_ELEMENTS(verdict_columns));
    range.first_row = report_sheet_at(sheet) + 1;
    double sums[4] = {0};
    for (gsize i = 0; i < G_N_ELEMENTS(verdicts); i++) {
        VerdictSum sum = sum_of_verdict(workbook->report->view->ledger, verdicts[i]);
        put_verdict(workbook, verdicts[i]);
        sums[0] += sum.lines;
        sums[1] += sum.net / FEN_PER_WAN_YUAN;
        sums[2] += sum.size / FEN_PER_WAN_YUAN;
        sums[3] += sum.rest / FEN_PER_WAN_YUAN;
    }
    range.last_row = report_sheet_at(sheet);
    put_sum_row(sheet, range, sums, G_N_ELEMENTS(sums));
    return range;
}

static void put_severity(const Workbook *workbook, Severity severity, double *sums)
{
    const Report *report = workbook->report;
    ReportSheet *sheet = workbook->summary;
    const double counts[] = {count_findings(report->findings, severity, false), count_findings(report->findings, severity, true),
                             count_findings(report->earlier, severity, false)};
    report_sheet_row(sheet);
    report_sheet_text(sheet, severity_name(severity));
    g_autofree char *here = cell_name(report_sheet_at(sheet), 0);
    g_autofree char *this_year = cell_name(report_sheet_at(sheet), 1);
    g_autofree char *column = findings_column(workbook, FINDING_SEVERITY);
    g_autofree char *others = g_strdup_printf("COUNTIF(%s,%s)-%s", column, here, this_year);
    put_count(workbook, counts[0], here, false);
    put_count(workbook, counts[1], here, true);
    report_sheet_number_formula(sheet, counts[2], others);
    for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
        sums[i] += counts[i];
}

static void put_severities(const Workbook *workbook)
{
    ReportSheet *sheet = workbook->summary;
    if (!has_findings(workbook))
        return;
    report_sheet_space(sheet, 1);
    report_sheet_line(sheet, LOOK_SECTION, say("发现按程度分", "Findings by severity"));
    report_sheet_small_headings(sheet, severity_columns, G_N_ELEMENTS(severity_columns));
    int first = report_sheet_at(sheet) + 1;
    double sums[3] = {0};
    for (gsize i = 0; i < G_N_ELEMENTS(severities); i++)
        put_severity(workbook, severities[i], sums);
    put_sum_row(sheet, (SheetRange){sheet, first, 0, report_sheet_at(sheet), 0}, sums, G_N_ELEMENTS(sums));
}

static void draw_years(const Workbook *workbook, SheetRange years, int row)
{
    if (years.last_row < years.first_row)
        return;
    const BookChart chart = {
        .kind = BOOK_COLUMNS,
        .title = say("各年支出总额（万元）", "Expenditure (10,000 yuan)"),
        .description = say("各年支出总额，一年一柱", "Total expenditure, a column a year"),
        .categories = years,
        .series = {{say("支出总额", "expenditure"), {years.sheet, years.first_row, 1, years.last_row, 1}}},
        .row = row,
        .width = 450,
        .height = 280,
    };
    report_sheet_chart(workbook->summary, &chart);
}

static void draw_verdicts(const Workbook *workbook, SheetRange rows, int row)
{
    if (rows.last_row < rows.first_row)
        return;
    const BookChart chart = {
        .kind = BOOK_COLUMNS,
        .title = say("变化按结论分（绝对值，万元）", "Changes by verdict, absolute (10,000 yuan)"),
        .description = say("每种结论的变化和其中没有说明的部分", "Changes of each verdict, and what of them is unexplained"),
        .categories = rows,
        .series = {{say("变化", "change"), {rows.sheet, rows.first_row, 3, rows.last_row, 3}},
                   {say("没有说明", "unexplained"), {rows.sheet, rows.first_row, 4, rows.last_row, 4}}},
        .row = row,
        .column = 3,
        .width = 360,
        .height = 280,
    };
    report_sheet_chart(workbook->summary, &chart);
}

void workbook_add_summary(Workbook *workbook)
{
    const DepartmentYear *view = workbook->report->view;
    ReportSheet *sheet = workbook->summary;
    report_sheet_widths(sheet, widths, COLUMNS);
    report_sheet_print(sheet, COLUMNS);
    report_sheet_upright(sheet);
    g_autofree char *title = g_strdup_printf(say("%s %d 年%s审查底稿", "%s: working papers on the %d %s"), view->department->name,
                                             view->year, kind_name(view->filing->kind));
    report_sheet_line(sheet, LOOK_TITLE, title);
    g_autoptr(Prose) sources = prose_of_sources(workbook->report);
    g_autofree char *source = prose_text(sources);
    report_sheet_row(sheet);
    report_sheet_wide(sheet, LOOK_REMARK, COLUMNS, source);
    report_sheet_space(sheet, 1);
    put_key_figures(workbook);
    put_questions(workbook);
    int charts = report_sheet_at(sheet) + 2;
    bool drawn = workbook->total_row >= 0 || has_lines(workbook);
    report_sheet_space(sheet, drawn ? CHART_ROWS + 1 : 0);
    SheetRange years = put_years(workbook);
    SheetRange rows = put_verdicts(workbook);
    put_severities(workbook);
    draw_years(workbook, years, charts);
    draw_verdicts(workbook, rows, charts);
}
