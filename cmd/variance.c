/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "analysis/department_year.h"
#include "analysis/explained.h"
#include "analysis/ledger.h"
#include "cmd/choose.h"
#include "cmd/drawing.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

enum { BASE_COLUMN = 2 };

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
    rows_change(rows, line->change);
    Rate growth;
    rows_mean(rows, meaning_of_change((double)line->change.fen));
    if (line->rest)
        rows_absent(rows);
    else if (growth_of_amounts(line->base, line->current, &growth))
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

/* Where nothing is material, the small changes are what there is to see. */
static bool is_shown(const Session *session, const Ledger *ledger, const LedgerLine *line)
{
    const LedgerLine *first = g_ptr_array_index(ledger->lines, 0);
    return session->verbose || line->material || !first->material;
}

static guint print_lines(const Session *session, const Ledger *ledger)
{
    RowColumn shown[G_N_ELEMENTS(columns)];
    memcpy(shown, columns, sizeof columns);
    /* 上年 and 本年 are right between neighbours of one kind only. */
    if (ledger->base_year != ledger->fiscal_year - 1 || ledger->phase != ledger->base_phase) {
        shown[BASE_COLUMN].zh = "对比数";
        shown[BASE_COLUMN + 1].zh = "本数";
    }
    RowWriter *rows = rows_new(shown, G_N_ELEMENTS(shown), ROWS_TABLE, session->color);
    guint hidden = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (is_shown(session, ledger, line))
            add_line(rows, line);
        else if (!line->rounding)
            hidden++;
    }
    rows_finish(rows);
    return hidden;
}

static void draw_lines(const Session *session, const Ledger *ledger)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i < ledger->lines->len; i++) {
        LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (is_shown(session, ledger, line))
            g_ptr_array_add(lines, line);
    }
    draw_changes(lines, session->color);
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
        if (!is_shown(session, ledger, line) || line->rest)
            continue;
        g_autoptr(GString) text = g_string_new(line->subject);
        g_string_append_printf(text, "%s%s", line->code[0] != '\0' ? " " : "", line->code);
        g_string_append(text, say("：", ": "));
        g_string_append(text, line->reason[0] != '\0' ? line->reason
                                                      : say("（没有说明）", "(none is given)"));
        if (line->page > 0)
            add_place(text, ledger->filing, line->page);
        if (line->note[0] != '\0')
            g_string_append_printf(text, say("［%s］", " [%s]"), line->note);
        paragraph_print("  - ", text->str, paper_width());
    }
}

/* The lines alone, where the base's total is not known: their change, and how much of this year they cover. */
static void print_sum_of_lines(const Ledger *ledger)
{
    Amount covered = {0, 1};
    for (guint i = 0; i < ledger->lines->len; i++)
        amount_add(covered, ((const LedgerLine *)g_ptr_array_index(ledger->lines, i))->current, &covered);
    g_autofree char *change = amount_to_display(ledger->change_total);
    g_autofree char *lines = amount_to_display(covered);
    g_autofree char *current = amount_to_display(ledger->current_total);
    sentence_printf(say("各行变动合计 %s 万元（各行本数合计 %s，部门支出合计 %s）\n",
               "The lines change by %s 万元 (they cover %s of a total of %s)\n"),
           change, lines, current);
}

static void print_total(const Ledger *ledger)
{
    if (ledger->base_known) {
        g_autofree char *base = amount_to_display(ledger->base_total);
        g_autofree char *current = amount_to_display(ledger->current_total);
        g_autofree char *change = amount_to_display(ledger->change_total);
        sentence_printf(say("支出合计：%s → %s，变动 %s 万元\n",
                   "Total expenditure: %s → %s, change %s 万元\n"),
               base, current, change);
    } else if (ledger->has_total) {
        print_sum_of_lines(ledger);
    }
    if (ledger->change_size.fen == 0) {
        puts(say("没有重大变动", "No change is material"));
        return;
    }
    g_autofree char *size = amount_to_display(ledger->change_size);
    g_autofree char *unexplained = amount_to_display(ledger->unexplained_total);
    sentence_printf(
        say("重大变动合计（绝对值）%s 万元，其中未说明 %s 万元；已说明或属科目调整的占 %.1f%%\n",
            "Material change (absolute) %s 万元, of which unexplained %s 万元; explained or "
            "reclassified %.1f %%\n"),
        size, unexplained, ledger->explained_share);
}

static void print_questions(const Session *session, const Ledger *ledger)
{
    guint number = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        bool left = line->verdict != LEDGER_EXPLAINED;
        g_autofree char *question = ledger_question(ledger, line);
        if (question[0] == '\0' || (!left && !session->verbose))
            continue;
        if (number++ == 0)
            printf("\n%s\n", say("要问部门的：", "Questions to the department:"));
        g_autofree char *lead = g_strdup_printf("  %u. ", number);
        paragraph_print(lead, question, paper_width());
    }
}

/* What is compared with what, in which scope: nobody should have to guess it. */
static void print_heading(const Session *session, const Ledger *ledger)
{
    g_autofree char *now = ledger_year_name(ledger->fiscal_year, ledger->phase);
    g_autofree char *base = ledger_year_name(ledger->base_year, ledger->base_phase);
    g_autofree char *heading = g_strdup_printf(say("%s  %s对 %s  （%s口径，万元，按未说明金额排列）",
                                                   "%s  %s against %s  (%s, 万元, by unexplained amount)"),
                                               ledger->department, now, base,
                                               ledger->scope == SCOPE_UNIT ? say("单位", "unit") : say("部门", "department"));
    heading_print(heading, session->color);
}

static void print_ledger(const Session *session, const Ledger *ledger)
{
    print_heading(session, ledger);
    print_total(ledger);
    for (guint i = 0; i < ledger->notes->len; i++)
        paragraph_print(say("注：", "Note: "), g_ptr_array_index(ledger->notes, i), paper_width());
    putchar('\n');
    guint hidden = print_lines(session, ledger);
    if (hidden > 0)
        sentence_printf(say("（另有 %u 项变动不重大，-v 显示）\n",
                   "(%u changes are not material; -v shows them)\n"),
               hidden);
    if (option_flag(session->options, "chart"))
        draw_lines(session, ledger);
    print_reasons(session, ledger);
    print_questions(session, ledger);
}

static bool phase_chosen(const Session *session, const char *option, Phase *phase)
{
    const char *word = option_text(session->options, option);
    if (word != NULL)
        *phase = strcmp(word, "executed") == 0 ? PHASE_EXECUTED : PHASE_APPROVED;
    return word != NULL;
}

/* Of final accounts without a year: the newest there are. */
static int year_of_phase(const Department *department, int year, bool chosen, Phase phase)
{
    int newest = 0;
    Kind kind = phase == PHASE_EXECUTED ? KIND_ACCOUNTS : KIND_BUDGET;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->kind == kind)
            newest = MAX(newest, filing->fiscal_year);
    }
    return year != 0 || !chosen || newest == 0 ? year_chosen(department, year) : newest;
}

/* The years and phases that were said; what was not is the usual: budget against budget, the year before. */
static Ledger *ledger_chosen(const Session *session, const Department *department,
                             const Thresholds *thresholds, GError **error)
{
    LedgerTerms terms = {0};
    bool said = phase_chosen(session, "phase", &terms.phase);
    bool base_said = phase_chosen(session, "base-phase", &terms.base_phase);
    terms.year = year_of_phase(department, option_number(session->options, "year"), said, terms.phase);
    if (!said)
        terms.phase = ledger_usual_phase(department, terms.year);
    if (!base_said)
        terms.base_phase = terms.phase;
    bool within = terms.phase == PHASE_EXECUTED && terms.base_phase == PHASE_APPROVED;
    int base = option_number(session->options, "base");
    terms.base_year = base != 0 ? base : within ? terms.year : terms.year - 1;
    if (said || base_said)
        return ledger_from_terms(department, &terms, thresholds, error);
    return ledger_from_department(department, terms.year, terms.base_year, thresholds, error);
}

/* The series of the share explained, in the phase that was said; in both else. */
static void print_years(const Session *session, const Department *department, const Thresholds *thresholds)
{
    static const Phase phases[] = {PHASE_APPROVED, PHASE_EXECUTED};
    Phase wanted = PHASE_APPROVED;
    bool said = phase_chosen(session, "phase", &wanted);
    int only = option_number(session->options, "year");
    g_autoptr(GString) gaps = g_string_new(NULL);
    RowWriter *rows = explained_records_new(session->format, session->color);
    for (gsize p = 0; p < G_N_ELEMENTS(phases); p++) {
        if (said && phases[p] != wanted)
            continue;
        g_autoptr(GPtrArray) years = explained_from_department(department, phases[p], thresholds);
        for (guint i = 0; i < years->len; i++) {
            const ExplainedYear *year = g_ptr_array_index(years, i);
            if (only != 0 && year->year != only)
                continue;
            explained_records_add(rows, department->name, year);
            if (!year->known)
                g_string_append_printf(gaps, "%d: %s\n", year->year, year->why);
        }
    }
    rows_finish(rows);
    if (session->format == ROWS_TABLE)
        fputs(gaps->str, stdout);
}

static bool variance_run(Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL)
        return false;
    if (option_flag(session->options, "years")) {
        if (option_number(session->options, "base") != 0 || option_text(session->options, "base-phase") != NULL) {
            g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                                say("--years 总是逐年同上年比，不能同 --base、--base-phase 一起用",
                                    "--years compares each year with the one before: not with --base or --base-phase"));
            return false;
        }
        print_years(session, department, thresholds);
        return true;
    }
    g_autoptr(Ledger) ledger = ledger_chosen(session, department, thresholds, error);
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
    {"base", 0, OPTION_YEAR, "YEAR", "对比年度，可以不相邻；默认上年（决算对本年预算时是本年）",
     "the year to compare with, any earlier one; default the year before (the same year for executed against approved)"},
    {"phase", 0, OPTION_TEXT, "approved|executed", "口径：预算或决算；默认预算（没有预算的年度是决算）",
     "budget or final accounts; default budget, final accounts for a year without one"},
    {"base-phase", 0, OPTION_TEXT, "approved|executed", "对比年度的口径；默认同 --phase",
     "the same of the year to compare with; default as --phase"},
    {"chart", 0, OPTION_FLAG, NULL, "画出各项变动，已说明和未说明的分开", "draw the changes, explained and unexplained parts told apart"},
    {"years", 0, OPTION_FLAG, NULL, "逐年列出已说明的比例", "the share explained, year by year"},
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
        "变动 = 科目调整 + 已说明 + 未说明。只列重大变动，-v 全列；“重大”的标准用 --threshold 改。"
        "任何两年、预算或决算都可以比，但部门口径和单位口径不混；隔年比较时各年的理由只算各年的变动。",
    .about_en =
        "change = reclassified + explained + unexplained. Material changes only; -v shows all. "
        "--threshold changes what is material. Any two years, budgets or final accounts, within one "
        "scope; between distant years each year's reasons count for that year's part.",
    .examples = {
        {"yusuan variance 档案数据 --year 2024", "2024 年预算对上年", "the budget of 2024 against the year before"},
        {"yusuan variance 档案数据 --year 2024 --base 2019 --chart", "隔几年比，并画出横条", "across years, with bars"},
        {"yusuan variance 档案数据 --years", "逐年：说明了多少", "year by year: how much is explained"},
    },
    .options = options,
    .paged = true,
    .run = variance_run,
};
