/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/terminal.h"
#include "cmd/verb.h"
#include "schema/language.h"
#include "schema/review.h"

#define SEVERITIES (SEVERITY_ERROR + 1)

typedef struct {
    Session *session;
    RowWriter *rows; /* NULL when findings are printed for people */
    guint count[SEVERITIES];
    guint accepted; /* not among them, and not shown without --all */
} CheckRun;

/* Where the first evidence stands, in one line. */
static char *place_of(const Finding *finding)
{
    GString *place = g_string_new(NULL);
    if (finding->evidence->len == 0)
        return g_string_free(place, FALSE);
    const Evidence *first = g_ptr_array_index(finding->evidence, 0);
    g_string_append(place, first->file);
    if (first->page > 0)
        g_string_append_printf(place, say(" 第 %d 页", ", page %d"), first->page);
    if (first->table[0] != '\0')
        g_string_append_printf(place, say("《%s》", ", %s"), first->table);
    if (first->row[0] != '\0')
        g_string_append_printf(place, say(" 行“%s”", ", row “%s”"), first->row);
    if (first->column[0] != '\0')
        g_string_append_printf(place, say(" 栏“%s”", ", column “%s”"), first->column);
    return g_string_free(place, FALSE);
}

/* What was decided about it, and whether that still holds. */
static void print_review(const Finding *finding, GHashTable *reviews)
{
    const Review *review = reviews != NULL ? g_hash_table_lookup(reviews, finding->id) : NULL;
    if (review == NULL || strcmp(finding->status, "open") == 0)
        return;
    bool changed = strcmp(finding->status, "changed") == 0;
    g_autofree char *day = day_of_moment(review->reviewed);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, say("%s（%s %s", "%s (%s, %s"), finding_status_name(finding->status), review->reviewer, day);
    if (review->until[0] != '\0')
        g_string_append_printf(text, say("，有效到 %s", ", valid until %s"), review->until);
    g_string_append_printf(text, say("）：%s%s%s", "): %s%s%s"), review->note,
                           changed ? say("；当时：", "; it said then: ") : "", changed ? review->message : "");
    paragraph_print(say("    签收：", "    Review: "), text->str, paper_width());
}

static void print_finding(const Session *session, const Finding *finding, GHashTable *reviews)
{
    const RuleInfo *info = rule_info(finding->rule);
    Meaning meaning = meaning_of_severity(finding->severity);
    bool coded = finding->code[0] != '\0' && strcmp(finding->code, finding->subject) != 0;
    g_autofree char *title =
        g_strjoin(" ", info != NULL ? say(info->title_zh, info->title_en) : finding->rule,
                  finding->subject, coded ? finding->code : NULL, NULL);
    const char *severity = severity_name(finding->severity);
    printf("\n  %s%s%s ", meaning_begin(meaning, session->color), severity, meaning_end(meaning, session->color));
    int used = 2 + columns_of(severity) + 1;
    paragraph_continue(used, 4, title, terminal_width() > 0 ? terminal_width() : G_MAXINT);
    paragraph_print("    ", finding->message, paper_width());
    if (finding->question[0] != '\0')
        paragraph_print(say("    问：", "    Ask: "), finding->question, paper_width());
    print_review(finding, reviews);
    g_autofree char *place = place_of(finding);
    g_autofree char *trail = g_strdup_printf("%s  [%s %s]", place, finding->rule, finding->id);
    printf("%s", meaning_begin(MEANING_FAINT, session->color));
    paragraph_print("    ", trail, paper_width());
    printf("%s", meaning_end(MEANING_FAINT, session->color));
}

static void print_heading(const Session *session, const Finding *finding, bool first)
{
    g_autofree char *heading = g_strdup_printf(say("%s  %d 年", "%s  %d"), finding->department, finding->fiscal_year);
    fputs(first ? "" : "\n", stdout);
    heading_print(heading, session->color);
}

/* Findings come by department, then year, then severity. */
static void check_department(CheckRun *run, const Department *department, const Peers *peers,
                             const Thresholds *thresholds, bool *any)
{
    int year = option_number(run->session->options, "year");
    char **rules = option_list(run->session->options, "rule");
    g_autoptr(GPtrArray) findings = findings_among_peers(department, peers, thresholds);
    const Finding *before = NULL;
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if ((year != 0 && finding->fiscal_year != year) || !finding_is_wanted(finding, rules))
            continue;
        bool accepted = strcmp(finding->status, "accepted") == 0;
        if (accepted)
            run->accepted++;
        else
            run->count[finding->severity]++;
        if (accepted && !option_flag(run->session->options, "all"))
            continue;
        if (run->rows != NULL) {
            finding_records_add(run->rows, finding);
            continue;
        }
        if (before == NULL || before->fiscal_year != finding->fiscal_year)
            print_heading(run->session, finding, !*any);
        print_finding(run->session, finding, department->reviews);
        before = finding;
        *any = true;
    }
}

static bool must_fail(const CheckRun *run)
{
    const char *wish = option_text(run->session->options, "fail-on");
    if (wish == NULL)
        return false;
    guint count = run->count[SEVERITY_ERROR];
    if (strcmp(wish, "warning") == 0)
        count += run->count[SEVERITY_WARNING];
    return count > 0;
}

static void print_count(const CheckRun *run, bool any)
{
    printf(
        say("%s合计：错误 %u，警告 %u，提示 %u\n", "%sTotal: %u errors, %u warnings, %u notices\n"),
        any ? "\n" : "", run->count[SEVERITY_ERROR], run->count[SEVERITY_WARNING],
        run->count[SEVERITY_NOTICE]);
}

/* What is left out is said, to programs on standard error. */
static void print_accepted(const CheckRun *run)
{
    if (run->accepted == 0 || (run->rows != NULL && run->session->quiet))
        return;
    bool shown = option_flag(run->session->options, "all");
    fprintf(run->rows != NULL ? stderr : stdout,
            shown ? say("另有 %u 项已签收，不计入合计\n", "%u more are accepted, and not counted\n")
                  : say("另有 %u 项已签收，不显示也不计入合计；--all 显示\n",
                        "%u more are accepted, neither shown nor counted; --all shows them\n"),
            run->accepted);
}

static bool check_run(Session *session, GError **error)
{
    if (!rules_check(option_list(session->options, "rule"), error))
        return false;
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) departments = departments_chosen(session, session->arguments[0], error);
    if (departments == NULL)
        return false;
    g_autoptr(Peers) peers = NULL;
    const GPtrArray *all = session->arguments[0] == NULL ? departments : NULL;
    if (!peers_chosen(session, all, thresholds, &peers, error))
        return false;
    CheckRun run = {.session = session};
    if (session->format != ROWS_TABLE)
        run.rows = finding_records_new(session->format, session->color);
    bool any = false;
    for (guint i = 0; i < departments->len; i++)
        check_department(&run, g_ptr_array_index(departments, i), peers, thresholds, &any);
    if (run.rows != NULL)
        rows_finish(run.rows);
    else
        print_count(&run, any);
    print_accepted(&run);
    if (must_fail(&run))
        session->status = STATUS_FOUND;
    return true;
}

static const OptionSpec options[] = {
    {"fail-on", 0, OPTION_TEXT, "error|warning", "有这样的问题时以状态 1 结束",
     "end with status 1 when there are such findings"},
    {"rule", 0, OPTION_LIST, "ID", "只看这条规则（text.share）或这类（text），可重复",
     "only this rule (text.share) or group (text); may be repeated"},
    {"year", 0, OPTION_YEAR, "YEAR", "只看这一年度", "only this year"},
    {"all", 0, OPTION_FLAG, NULL, "连同已签收的问题", "accepted findings, too"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_check = {
    .name = "check",
    .store = VERB_READS_STORE,
    .arguments_zh = "[部门]",
    .arguments_en = "[DEPT]",
    .least = 0,
    .most = 1,
    .summary_zh = "核对勾稽、文字说明和各年衔接，列出问题和该问的话",
    .summary_en = "findings of arithmetic, narrative and years, each with the question to ask",
    .about_zh =
        "部门可以是名称、名称中独有的一部分或文件编号；不写则核对全部。方括号里的编号交给 yusuan trace 和 "
        "yusuan review。已签收的问题不显示，也不使 --fail-on 报警；数字变了或签收到期，会再列出来。",
    .about_en =
        "DEPT is a name, a unique part of one, or a filing's id; without it everything is "
        "checked. The number in brackets is for `yusuan trace` and `yusuan review`. "
        "Accepted findings are neither shown nor counted by --fail-on, until their figures change or the "
        "sign-off expires.",
    .examples = {
        {"yusuan check 档案数据 --year 2024", "一个部门一年的问题", "the findings of a department and a year"},
        {"yusuan check --rule reason --format csv", "全部部门中关于理由的问题", "all findings about reasons"},
        {"yusuan check 水文站 --fail-on error",
         "脚本里用：有错误就以状态 1 结束", "in a script: status 1 when there are errors"},
    },
    .options = options,
    .paged = true,
    .run = check_run,
};
