/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ledger: each change, what of it is moved, explained, and not explained.
 */
#include <string.h>

#include "analysis/report/cited.h"
#include "analysis/report/sections.h"
#include "schema/language.h"

static ReportTable *ledger_table(const Ledger *ledger)
{
    g_autofree char *now = ledger_year_name(ledger->fiscal_year, ledger->phase);
    g_autofree char *base = ledger_year_name(ledger->base_year, ledger->base_phase);
    g_autofree char *caption = g_strdup_printf(
        say("%s对 %s的变动台账，按没有说明的金额排列", "Ledger: %s against %s, by unexplained amount"), now, base);
    ReportTable *table = report_table_new("ledger-table", caption);
    report_table_column(table, COLUMN_NAME, say("科目", "Subject"));
    report_table_column(table, COLUMN_NUMBER, say("上年", "Base"));
    report_table_column(table, COLUMN_NUMBER, say("本年", "Current"));
    report_table_column(table, COLUMN_NUMBER, say("变化", "Change"));
    report_table_column(table, COLUMN_NUMBER, say("增长", "Growth"));
    report_table_column(table, COLUMN_NUMBER, say("科目间调整", "Moved"));
    report_table_column(table, COLUMN_NUMBER, say("已说明", "Explained"));
    report_table_column(table, COLUMN_NUMBER, say("没有说明", "Unexplained"));
    report_table_column(table, COLUMN_CHOICE, say("结论", "Verdict"));
    report_table_column(table, COLUMN_LONG, say("部门给出的理由", "Reason given"));
    return table;
}

bool line_is_serious(const LedgerLine *line)
{
    return line->verdict == LEDGER_UNEXPLAINED || line->verdict == LEDGER_CONTRADICTED ||
           line->verdict == LEDGER_PARTLY;
}

static Prose *reason_of_line(const Report *report, const LedgerLine *line)
{
    Prose *prose = prose_new(NULL);
    if (line->reason[0] != '\0')
        prose_add(prose, TONE_QUOTE, line->reason);
    else if (!line->rest && line->change.fen != 0) /* no change needs no reason */
        prose_add(prose, TONE_MUTED, say("没有理由", "none"));
    const char *anchor = places_cite(report->places, report->view->filing, line->page, line->line, "", line->text);
    if (anchor != NULL) {
        prose_add(prose, TONE_PLAIN, " ");
        prose_add_page(prose, report, anchor, line->page);
    }
    if (line->note[0] != '\0')
        prose_addf(prose, TONE_WARNING, say("（%s）", " (%s)"), line->note);
    return prose;
}

static Prose *subject_of_line(const LedgerLine *line)
{
    g_autofree char *subject = subject_title(line->code, line->subject);
    Prose *prose = prose_new(subject);
    if (line->fund != FUND_ALL && line->fund != FUND_GENERAL && strstr(line->subject, fund_name(line->fund)) == NULL)
        prose_addf(prose, TONE_MUTED, say("（%s）", " (%s)"), fund_name(line->fund));
    return prose;
}

/* Amounts of a row show the decimals that its change was printed with, also where a reason quotes a round one. */
static Amount as_printed(const LedgerLine *line, Amount amount)
{
    amount.step = MIN(amount.step, line->change.step);
    return amount;
}

static void ledger_row(const Report *report, ReportTable *table, const LedgerLine *line)
{
    Rate growth = {0};
    report_table_row(table, 0);
    report_table_prose(table, subject_of_line(line));
    cited_amount_cell(table, line->base, cite_line_base(report, line));
    cited_amount_cell(table, line->current, cite_line_current(report, line));
    cited_change_cell(table, line->change, cite_line_change(report, line));
    if (line->rest)
        report_table_cell(table, "");
    else if (line->has_growth && growth_of_amounts(line->base, line->current, &growth))
        report_table_rate(table, true, growth, true);
    else
        report_table_cell(table, line->change.fen == 0 ? "" : say("新增", "new"));
    report_table_change(table, as_printed(line, line->reclassified));
    report_table_change(table, as_printed(line, line->explained));
    Prose *unexplained = prose_new(NULL);
    g_autofree char *amount = amount_to_change(as_printed(line, line->unexplained));
    prose_add(unexplained, line_is_serious(line) && line->unexplained.fen != 0 ? TONE_WARNING : TONE_PLAIN, amount);
    report_table_prose(table, unexplained);
    Prose *verdict = prose_new(NULL);
    prose_add(verdict, line_is_serious(line) ? TONE_WARNING : TONE_PLAIN, ledger_verdict_name(line->verdict));
    report_table_prose(table, verdict);
    report_table_prose(table, reason_of_line(report, line));
}

/* The anchor of the whole's figure of a year, when it is this amount. */
static const char *cite_total(const Report *report, int year, Amount total)
{
    YearFigure figure = department_year_figure(report->view, total_expenditure, "", year);
    return figure.known && figure.amount.fen == total.fen ? cite_year_figure(report, total_expenditure, "", year, figure) : NULL;
}

static void ledger_total_row(const Report *report, ReportTable *table, const Ledger *ledger)
{
    if (!ledger->base_known)
        return;
    Rate growth = {0};
    bool known = growth_of_amounts(ledger->base_total, ledger->current_total, &growth);
    report_table_total_row(table);
    report_table_cell(table, say("部门支出总额", "Total expenditure"));
    cited_amount_cell(table, ledger->base_total, cite_total(report, ledger->base_year, ledger->base_total));
    cited_amount_cell(table, ledger->current_total, cite_total(report, ledger->fiscal_year, ledger->current_total));
    report_table_change(table, ledger->change_total);
    report_table_rate(table, known, growth, true);
}

static void ledger_summary(const Ledger *ledger, Blocks *blocks)
{
    g_autofree char *size = amount_to_display(ledger->change_size);
    g_autofree char *unexplained = amount_to_display(ledger->unexplained_total);
    if (ledger->change_size.fen == 0)
        blocks_say(blocks, TONE_PLAIN, say("没有重大变化。", "No change is material."));
    else
        blocks_paragraph(
            blocks, TONE_PLAIN,
            prose_printf(say("重大变化的绝对值合计 %s 万元，其中 %.2f%% 属于科目间调整或有理由支持，%s 万元没有说明。",
                             "Material changes add to %s in absolute terms; %.2f%% of that is moved or explained, %s is not."),
                         size, ledger->explained_share, unexplained));
    blocks_say(
        blocks, TONE_MUTED,
        say("变化 = 科目间调整 + 已说明 + 没有说明。理由的方向、所指科目和所列金额都站得住，才算已说明。",
            "Change = moved + explained + unexplained. A reason explains only what its direction, its subject and its "
            "amounts can carry."));
}

static bool line_is_asked_about(const Report *report, const LedgerLine *line)
{
    for (guint i = 0; i < report->findings->len; i++)
        if (line_asked_about(report, g_ptr_array_index(report->findings, i)) == line)
            return true;
    return false;
}

/* What is still to be answered of the ledger, line by line; what a card of the questions asks is not asked again. */
static void ledger_questions(const Report *report, Blocks *blocks)
{
    const Ledger *ledger = report->view->ledger;
    Block *list = NULL;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        g_autofree char *question = ledger_question(ledger, line);
        if (question[0] == '\0' || line->verdict == LEDGER_EXPLAINED || line_is_asked_about(report, line))
            continue;
        if (list == NULL) {
            blocks_say(blocks, TONE_PLAIN, say("上面没有问到、也要问的：", "To ask besides, line by line:"));
            list = blocks_list(blocks, true);
        }
        list_add(list, prose_new(question));
    }
}

void section_ledger(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "ledger", say("变动台账", "The ledger of changes"));
    const Ledger *ledger = report->view->ledger;
    if (ledger == NULL) {
        blocks_say(blocks, TONE_NOTICE, report->view->no_ledger);
        return;
    }
    ReportTable *table = ledger_table(ledger);
    for (guint i = 0; i < ledger->lines->len; i++)
        ledger_row(report, table, g_ptr_array_index(ledger->lines, i));
    if (ledger->lines->len > 0)
        ledger_total_row(report, table, ledger);
    blocks_table(blocks, table);
    ledger_summary(ledger, blocks);
    for (guint i = 0; i < ledger->notes->len; i++)
        blocks_say(blocks, TONE_NOTICE, g_ptr_array_index(ledger->notes, i));
    report_add_picture_of_years(report, blocks, "unexplained");
    ledger_questions(report, blocks);
    report_add_picture(report, blocks, "growth");
}
