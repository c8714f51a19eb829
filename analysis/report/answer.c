/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page one: how much, what changed, how much of it is unexplained, what does not add up, what to ask. It must be
 * enough for a reader who reads no further.
 */
#include <string.h>

#include "analysis/report/matters.h"
#include "analysis/report/sections.h"
#include "analysis/report/summary.h"
#include "schema/language.h"

static void figure_of_total(const DepartmentYear *view, const YearSummary *summary, Block *figures)
{
    g_autofree char *label = g_strdup_printf(say("%d 年支出%s（万元）", "%d expenditure, %s (10,000 yuan)"), summary->year,
                                             kind_name(summary->kind));
    if (!summary->has_total) {
        figures_add(figures, TONE_WARNING, label, "—", prose_new(say("没有读到支出总额", "the total was not read")));
        return;
    }
    g_autofree char *value = amount_to_display(summary->total);
    g_autofree char *parts = parts_of_total(view);
    figures_add(figures, TONE_PLAIN, label, value, prose_new(parts[0] != '\0' ? parts : NULL));
}

static void figure_of_change(const DepartmentYear *view, const YearSummary *summary, Block *figures)
{
    g_autofree char *label = g_strdup_printf(say("比 %d 年", "Against %d"), summary->base_year);
    if (!summary->has_change) {
        const char *why = summary->has_ledger ? say("没有上年总额可比", "no total to compare with") : view->no_ledger;
        figures_add(figures, TONE_NOTICE, label, "—", prose_new(why));
        return;
    }
    g_autofree char *value = amount_to_change(summary->change);
    g_autofree char *base = amount_to_display(summary->base);
    Prose *remark = prose_new(NULL);
    if (summary->has_growth) {
        g_autofree char *percent = percent_from_rate(summary->growth, true);
        prose_addf(remark, TONE_PLAIN, say("%s，上年 %s", "%s on %s"), percent, base);
    }
    figures_add(figures, TONE_PLAIN, label, value, remark);
}

static void figure_of_unexplained(const YearSummary *summary, Block *figures)
{
    const char *label = say("没有说明的变化", "Unexplained change");
    if (!summary->has_ledger) {
        figures_add(figures, TONE_NOTICE, label, "—", prose_new(say("没有可比的上年", "no year to compare with")));
        return;
    }
    g_autofree char *value = amount_to_display(summary->unexplained);
    g_autofree char *size = amount_to_display(summary->change_size);
    Prose *remark = summary->change_size.fen == 0
                        ? prose_new(say("没有重大变化；", "no change is material; "))
                        : prose_printf(say("重大变化合计 %s，其中 %.2f%% 有说明；", "of %s material change, %.2f%% is accounted for; "),
                                       size, summary->explained_share);
    prose_link(remark, TONE_PLAIN, "ledger", say("见变动台账", "see the ledger"));
    figures_add(figures, summary->unexplained.fen != 0 ? TONE_WARNING : TONE_PLAIN, label, value, remark);
}

static void figures_of_findings(const YearSummary *summary, Block *figures)
{
    g_autofree char *value = count_of_errors(summary->errors);
    Prose *remark = prose_printf(say("另有警告 %u、提示 %u；", "besides, warnings: %u, notices: %u; "), summary->warnings, summary->notices);
    prose_link(remark, TONE_PLAIN, "findings", say("见全部发现", "see all findings"));
    figures_add(figures, summary->errors > 0 ? TONE_ERROR : TONE_PLAIN, say("对不上的数字", "Does not add up"), value, remark);

    g_autofree char *asked = g_strdup_printf(say("%u 条", "%u"), summary->questions);
    Prose *where = prose_new(NULL);
    if (summary->matters < summary->questions)
        prose_addf(where, TONE_PLAIN, say_count(summary->matters, "归为 %u 件事；", "on %u matter; ", "on %u matters; "), summary->matters);
    prose_link(where, TONE_PLAIN, "questions", say("见问题和依据", "see questions and evidence"));
    figures_add(figures, summary->questions > 0 ? TONE_NOTICE : TONE_PLAIN, say("要问部门的问题", "Questions to ask"), asked,
                where);
}

/* （原因不足以解释，涉及 845.50 万元）, unless the question has just said it. */
static void add_ground(Prose *item, const Finding *finding, const char *said)
{
    if (!finding->has_amount || finding->amount.fen == 0) {
        prose_addf(item, TONE_MUTED, say("（%s）", " (%s)"), finding_title(finding));
        return;
    }
    g_autofree char *amount = amount_at_issue(finding);
    if (strstr(said, amount) == NULL)
        prose_addf(item, TONE_MUTED, say("（%s，涉及 %s 万元）", " (%s; %s at issue)"), finding_title(finding), amount);
}

enum { PARTS_NAMED = 5 };

/* The other questions of the matter, each in a few words; page one has room for some. */
static void add_parts(Prose *item, const Matter *matter)
{
    for (guint i = 0; i < MIN(matter->parts->len, PARTS_NAMED); i++) {
        const Finding *part = g_ptr_array_index(matter->parts, i);
        bool within = matter_part_is_within(matter, part);
        g_autofree char *anchor = finding_anchor(part);
        g_autofree char *subject = subject_title(part->code, part->subject);
        prose_add(item, TONE_PLAIN, i > 0 ? say("；", "; ") : within ? say("其中：", " Within it: ") : say("同一件事：", " The same matter: "));
        prose_link(item, TONE_PLAIN, anchor, subject);
        /* A matter of last digits is the same in each, and its amounts are next to nothing. */
        if (part->severity != SEVERITY_NOTICE || !g_str_equal(part->rule, matter->lead->rule))
            add_ground(item, part, "");
    }
    if (matter->parts->len > PARTS_NAMED)
        prose_addf(item, TONE_PLAIN, say("等，共 %u 处", " and others, %u in all"), matter->parts->len + 1);
}

static void first_questions(const Report *report, Blocks *blocks)
{
    if (report->matters->len == 0) {
        blocks_say(blocks, TONE_PLAIN,
                   say("没有发现需要部门回答的问题。", "Nothing was found that the department would have to answer."));
        return;
    }
    blocks_heading(blocks, 2, "ask-first", say("先问这几件事", "Ask these first"));
    Block *list = blocks_list(blocks, true);
    for (guint i = 0; i < MIN(report->matters->len, FIRST_QUESTIONS); i++) {
        const Matter *matter = g_ptr_array_index(report->matters, i);
        g_autofree char *anchor = finding_anchor(matter->lead);
        Prose *item = prose_new(NULL);
        prose_link(item, TONE_PLAIN, anchor, matter->lead->question);
        add_ground(item, matter->lead, matter->lead->question);
        add_parts(item, matter);
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
    YearSummary summary = year_summary(view, report->findings, report->matters);
    blocks_paragraph(blocks, TONE_STRONG, sentence_from_summary(&summary));
    Block *figures = blocks_figures(blocks);
    figure_of_total(view, &summary, figures);
    figure_of_change(view, &summary, figures);
    figure_of_unexplained(&summary, figures);
    figures_of_findings(&summary, figures);
    first_questions(report, blocks);
    report_add_picture(report, blocks, "waterfall");
    blocks_contents(blocks);
}
