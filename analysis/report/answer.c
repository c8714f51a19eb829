/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page one: how much, what changed, how much of it is unexplained, what does not add up, what to ask. It must be
 * enough for a reader who reads no further.
 */
#include "analysis/report/sections.h"
#include "schema/language.h"

static guint count_severity(const GPtrArray *findings, Severity severity)
{
    guint count = 0;
    for (guint i = 0; i < findings->len; i++)
        count += ((const Finding *)g_ptr_array_index(findings, i))->severity == severity;
    return count;
}

static guint count_questions(const GPtrArray *findings)
{
    guint count = 0;
    for (guint i = 0; i < findings->len; i++)
        count += finding_is_asked(g_ptr_array_index(findings, i));
    return count;
}

static bool amount_this_year(const DepartmentYear *view, Yardstick yardstick, Amount *amount)
{
    YearFigure figure = department_year_figure(view, yardstick, "", view->year);
    *amount = figure.amount;
    return figure.known;
}

static bool total_this_year(const DepartmentYear *view, Amount *total)
{
    if (amount_this_year(view, total_expenditure, total))
        return true;
    if (view->ledger == NULL || !view->ledger->has_total)
        return false;
    *total = view->ledger->current_total;
    return true;
}

/* Basic and project expenditure, where the tables tell them apart. */
static Prose *remark_of_total(const DepartmentYear *view)
{
    Amount basic = {0};
    Amount project = {0};
    if (!amount_this_year(view, (Yardstick){DIRECTION_EXPENDITURE, FUND_ALL, "basic"}, &basic) ||
        !amount_this_year(view, (Yardstick){DIRECTION_EXPENDITURE, FUND_ALL, "project"}, &project))
        return prose_new(NULL);
    g_autofree char *first = amount_to_display(basic);
    g_autofree char *second = amount_to_display(project);
    return prose_printf(say("基本支出 %s，项目支出 %s", "basic %s, project %s"), first, second);
}

static void figure_of_total(const DepartmentYear *view, Block *figures)
{
    Amount total = {0};
    g_autofree char *label = g_strdup_printf(say("%d 年支出%s（万元）", "%d expenditure, %s (10,000 yuan)"), view->year,
                                             kind_name(view->filing->kind));
    if (!total_this_year(view, &total)) {
        figures_add(figures, TONE_WARNING, label, "—", prose_new(say("没有读到支出总额", "the total was not read")));
        return;
    }
    g_autofree char *value = amount_to_display(total);
    figures_add(figures, TONE_PLAIN, label, value, remark_of_total(view));
}

static void figure_of_change(const DepartmentYear *view, Block *figures)
{
    g_autofree char *label = g_strdup_printf(say("比 %d 年", "Against %d"), view->base_year);
    const Ledger *ledger = view->ledger;
    if (ledger == NULL || !ledger->base_known) {
        figures_add(figures, TONE_NOTICE, label, "—",
                    prose_new(ledger == NULL ? view->no_ledger : say("没有上年总额可比", "no total to compare with")));
        return;
    }
    g_autofree char *value = amount_to_change(ledger->change_total);
    g_autofree char *base = amount_to_display(ledger->base_total);
    Prose *remark = prose_new(NULL);
    Rate growth = {0};
    if (growth_of_amounts(ledger->base_total, ledger->current_total, &growth)) {
        g_autofree char *percent = percent_from_rate(growth, true);
        prose_addf(remark, TONE_PLAIN, say("%s，上年 %s", "%s on %s"), percent, base);
    }
    figures_add(figures, TONE_PLAIN, label, value, remark);
}

static void figure_of_unexplained(const DepartmentYear *view, Block *figures)
{
    const Ledger *ledger = view->ledger;
    const char *label = say("没有说明的变化", "Unexplained change");
    if (ledger == NULL) {
        figures_add(figures, TONE_NOTICE, label, "—", prose_new(say("没有可比的上年", "no year to compare with")));
        return;
    }
    g_autofree char *value = amount_to_display(ledger->unexplained_total);
    g_autofree char *size = amount_to_display(ledger->change_size);
    Prose *remark =
        prose_printf(say("重大变化合计 %s，其中 %.2f%% 有说明；", "of %s material change, %.2f%% is accounted for; "),
                     size, ledger->explained_share);
    prose_link(remark, TONE_PLAIN, "ledger", say("见变化账", "see the ledger"));
    figures_add(figures, ledger->unexplained_total.fen != 0 ? TONE_WARNING : TONE_PLAIN, label, value, remark);
}

static void figures_of_findings(const Report *report, Block *figures)
{
    guint errors = count_severity(report->findings, SEVERITY_ERROR);
    guint warnings = count_severity(report->findings, SEVERITY_WARNING);
    guint notices = count_severity(report->findings, SEVERITY_NOTICE);
    g_autofree char *value = g_strdup_printf(say("%u 处", "%u"), errors);
    Prose *remark = prose_printf(say("另有警告 %u、提示 %u；", "and %u warnings, %u notices; "), warnings, notices);
    prose_link(remark, TONE_PLAIN, "findings", say("见全部发现", "see all findings"));
    figures_add(figures, errors > 0 ? TONE_ERROR : TONE_PLAIN, say("对不上的数字", "Does not add up"), value, remark);

    guint questions = count_questions(report->findings);
    g_autofree char *asked = g_strdup_printf(say("%u 条", "%u"), questions);
    Prose *where = prose_new(NULL);
    prose_link(where, TONE_PLAIN, "questions", say("见问题和依据", "see questions and evidence"));
    figures_add(figures, questions > 0 ? TONE_NOTICE : TONE_PLAIN, say("要问部门的问题", "Questions to ask"), asked,
                where);
}

static void first_questions(const Report *report, Blocks *blocks)
{
    if (count_questions(report->findings) == 0) {
        blocks_say(blocks, TONE_PLAIN,
                   say("没有发现需要部门回答的问题。", "Nothing was found that the department would have to answer."));
        return;
    }
    blocks_heading(blocks, 2, "ask-first", say("先问这几条", "Ask these first"));
    Block *list = blocks_list(blocks, true);
    for (guint i = 0; i < report->findings->len && list->items->len < FIRST_QUESTIONS; i++) {
        const Finding *finding = g_ptr_array_index(report->findings, i);
        if (!finding_is_asked(finding))
            continue;
        g_autofree char *anchor = finding_anchor(finding);
        Prose *item = prose_new(NULL);
        prose_link(item, TONE_PLAIN, anchor, finding->question);
        if (finding->has_amount && finding->amount.fen != 0) {
            g_autofree char *amount = amount_at_issue(finding);
            prose_addf(item, TONE_MUTED, say("（%s，涉及 %s 万元）", " (%s; %s at issue)"), finding_title(finding),
                       amount);
        } else {
            prose_addf(item, TONE_MUTED, say("（%s）", " (%s)"), finding_title(finding));
        }
        list_add(list, item);
    }
}

Prose *prose_of_sources(const Report *report)
{
    const DepartmentYear *view = report->view;
    g_autofree char *files = filing_files(view->filing, say("、", ", "));
    Prose *prose = prose_printf(say("依据：%s", "Source: %s"), files);
    if (view->filing->issued[0] != '\0')
        prose_addf(prose, TONE_PLAIN, say("（%s 公开）", " (published %s)"), view->filing->issued);
    prose_add(prose, TONE_PLAIN, say("。", ". "));
    if (view->ledger != NULL && department_filing(view->department, view->base_year, view->filing->kind) == NULL)
        prose_addf(prose, TONE_PLAIN,
                   say("%d 年的数由本年说明中的增减推算。",
                       "The figures of %d are implied by the changes that this filing states. "),
                   view->base_year);
    else if (view->ledger != NULL)
        prose_addf(prose, TONE_PLAIN, say("%d 年的数取自当年材料。", "Those of %d are from that year's own filing. "),
                   view->base_year);
    prose_add(prose, TONE_PLAIN, say("金额单位：万元。", "Amounts in 10,000 yuan."));
    return prose;
}

void section_answer(Report *report, Blocks *blocks)
{
    const DepartmentYear *view = report->view;
    g_autofree char *title = g_strdup_printf(say("%s %d 年%s审查报告", "%s: review of the %d %s"),
                                             view->department->name, view->year, kind_name(view->filing->kind));
    blocks_heading(blocks, 1, "top", title);
    blocks_paragraph(blocks, TONE_MUTED, prose_of_sources(report));
    for (guint i = 0; i < report->warnings->len; i++)
        blocks_say(blocks, TONE_WARNING, g_ptr_array_index(report->warnings, i));
    Block *figures = blocks_figures(blocks);
    figure_of_total(view, figures);
    figure_of_change(view, figures);
    figure_of_unexplained(view, figures);
    figures_of_findings(report, figures);
    first_questions(report, blocks);
    report_add_picture(report, blocks, "waterfall");
    blocks_contents(blocks);
}
