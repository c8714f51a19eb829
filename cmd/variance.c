/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "analysis/department_year.h"
#include "analysis/ledger.h"
#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "schema/language.h"

static const RowColumn columns[] = {
    {"code", ROW_TEXT, "编码", "code", 0},
    {"subject", ROW_TEXT, "科目", "subject", 36},
    {"base", ROW_NUMBER, "上年", "base", 0},
    {"current", ROW_NUMBER, "本年", "current", 0},
    {"change", ROW_NUMBER, "变动", "change", 0},
    {"growth", ROW_NUMBER, "增幅%", "growth %", 0},
    {"reclassified", ROW_NUMBER, "科目调整", "reclassified", 0},
    {"explained", ROW_NUMBER, "已说明", "explained", 0},
    {"unexplained", ROW_NUMBER, "未说明", "unexplained", 0},
    {"verdict", ROW_TEXT, "判断", "verdict", 0},
};

static void add_line(RowWriter *rows, const LedgerLine *line)
{
    rows_text(rows, line->code);
    rows_text(rows, line->subject);
    rows_amount(rows, line->base);
    rows_amount(rows, line->current);
    rows_amount(rows, line->change);
    Rate growth;
    if (growth_of_amounts(line->base, line->current, &growth))
        rows_rate(rows, growth);
    else
        rows_text(rows, say("新增", "new"));
    rows_amount(rows, line->reclassified);
    rows_amount(rows, line->explained);
    rows_mean(rows, meaning_of_verdict(line->verdict));
    rows_amount(rows, line->unexplained);
    rows_mean(rows, meaning_of_verdict(line->verdict));
    rows_text(rows, ledger_verdict_name(line->verdict));
}

static guint print_lines(const Session *session, const Ledger *ledger)
{
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), ROWS_TABLE, session->color);
    guint hidden = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (line->material || session->verbose)
            add_line(rows, line);
        else
            hidden++;
    }
    rows_finish(rows);
    return hidden;
}

/* The page of the sentence, and of which file where the filing has several. */
static void add_place(GString *text, const Filing *filing, int page)
{
    const char *file = NULL;
    int file_page = 0;
    filing_place(filing, page, &file, &file_page);
    if (filing->sources->len > 1)
        g_string_append_printf(text, say("（%s 第 %d 页）", " (%s, page %d)"), file, file_page);
    else
        g_string_append_printf(text, say("（第 %d 页）", " (page %d)"), file_page);
}

static void print_reasons(const Session *session, const Ledger *ledger)
{
    printf("\n%s\n", say("理由：", "Reasons:"));
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (!line->material && !session->verbose)
            continue;
        g_autoptr(GString) text = g_string_new(line->subject);
        g_string_append_printf(text, "%s%s", line->code[0] != '\0' ? " " : "", line->code);
        g_string_append(text, say("：", ": "));
        g_string_append(text, line->reason[0] != '\0' ? line->reason
                                                      : say("（没有说明）", "(none is given)"));
        if (line->page > 0)
            add_place(text, ledger->filing, line->page);
        paragraph_print("  - ", text->str, paper_width());
    }
}

static void print_total(const Ledger *ledger)
{
    if (ledger->has_total) {
        g_autofree char *base = amount_to_display(ledger->base_total);
        g_autofree char *current = amount_to_display(ledger->current_total);
        g_autofree char *change = amount_to_display(ledger->change_total);
        printf(say("支出合计：%s → %s，变动 %s 万元\n",
                   "Total expenditure: %s → %s, change %s 万元\n"),
               base, current, change);
    }
    g_autofree char *size = amount_to_display(ledger->change_size);
    g_autofree char *unexplained = amount_to_display(ledger->unexplained_total);
    printf(
        say("重大变动合计（绝对值）%s 万元，其中未说明 %s 万元；已说明或属科目调整的占 %.1f%%\n",
            "Material change (absolute) %s 万元, of which unexplained %s 万元; explained or "
            "reclassified %.1f %%\n"),
        size, unexplained, ledger->explained_share);
}

static void print_ledger(const Session *session, const Ledger *ledger)
{
    g_autofree char *department = harmless(ledger->department, false);
    printf(say("%s  %d 年预算对 %d 年  （万元，按未说明金额排列）\n",
               "%s  budget of %d against %d  (万元, by unexplained amount)\n"),
           department, ledger->fiscal_year, ledger->base_year);
    print_total(ledger);
    putchar('\n');
    guint hidden = print_lines(session, ledger);
    if (hidden > 0)
        printf(say("（另有 %u 项变动不重大，-v 显示）\n",
                   "(%u changes are not material; -v shows them)\n"),
               hidden);
    if (ledger->lines->len > hidden)
        print_reasons(session, ledger);
}

static bool variance_run(Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL)
        return false;
    int year = year_chosen(department, option_number(session->options, "year"));
    int base = option_number(session->options, "base");
    g_autoptr(Ledger) ledger =
        ledger_from_department(department, year, base != 0 ? base : year - 1, thresholds, error);
    if (ledger == NULL)
        return false;
    if (session->format == ROWS_TABLE) {
        print_ledger(session, ledger);
        return true;
    }
    RowWriter *rows = ledger_records_new(session->format, session->color);
    ledger_records_add(rows, ledger);
    rows_finish(rows);
    return true;
}

static const OptionSpec options[] = {
    {"year", 0, OPTION_YEAR, "YEAR", "年度；默认最新一年", "the year; default the newest"},
    {"base", 0, OPTION_YEAR, "YEAR", "对比年度；默认上年",
     "the year to compare with; default the year before"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_variance = {
    .name = "variance",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门",
    .arguments_en = "DEPT",
    .least = 1,
    .most = 1,
    .summary_zh = "变动台账：每项变动中科目调整、已说明、未说明各多少",
    .summary_en = "the ledger of change: how much is reclassified, explained, unexplained",
    .about_zh =
        "变动 = 科目调整 + 已说明 + 未说明。只列重大变动，-v 全列；“重大”的标准用 --threshold 改。",
    .about_en =
        "change = reclassified + explained + unexplained. Material changes only; -v shows all. "
        "--threshold changes what is material.",
    .example = "yusuan variance 档案数据 --year 2024",
    .options = options,
    .run = variance_run,
};
