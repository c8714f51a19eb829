/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The question on a line of the ledger: what changed, what the filing says of it, what is left, what to supply.
 */
#include <string.h>

#include "analysis/department_year.h"
#include "analysis/ledger.h"
#include "history/lexicon.h"
#include "schema/language.h"

/* What bears each driver out. The first that a reason names are asked for. */
static const struct {
    guint drivers;
    const char *zh, *en;
} papers[] = {
    {DRIVER_HEAD_COUNT, "两年末各类人员数和进出人员名单", "staff of each kind at both year ends, and who came and went"},
    {DRIVER_PAY, "调资文件和调资前后的人均标准", "the order on pay and the rates before and after"},
    {DRIVER_BASE, "缴费基数、比例调整前后的数和人数", "contribution bases and rates before and after, and for how many persons"},
    {DRIVER_PRICE, "价格或标准调整前后的数和数量", "prices before and after, and quantities"},
    {DRIVER_POLICY, "所依据政策的文号和测算表", "number and date of the policy and the reckoning"},
    {DRIVER_PROJECT_NEW, "新增项目的名称、金额和立项批复", "the new projects with their amounts and approvals"},
    {DRIVER_PROJECT_FINISHED, "完成项目的名称、上年金额和验收材料", "the finished projects with last year's amounts and acceptance"},
    {DRIVER_RECLASSIFICATION | DRIVER_TRANSFER, "调整的金额和另一边的科目或单位", "the amount moved and the subject or body on the other side"},
    {DRIVER_ONE_OFF, "一次性事项的内容和金额", "the one-off matter and its amount"},
    {DRIVER_WORK_LOAD, "工作量两年的数和单价", "the work load of both years and its unit cost"},
    {DRIVER_CARRYOVER, "结转项目的名称、年份和金额", "the projects carried over, with year and amount"},
};

char *ledger_papers(const LedgerLine *line)
{
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++)
        if (line->drivers & papers[i].drivers)
            g_string_append_printf(text, "%s%s", text->len > 0 ? say("、", "; ") : "", say(papers[i].zh, papers[i].en));
    if (text->len == 0)
        g_string_append(text, say("逐项构成、测算依据和批准文件", "its components one by one, how they were reckoned and who approved them"));
    return g_string_free(text, FALSE);
}

static char *size_of(Amount amount)
{
    amount.fen = ABS(amount.fen);
    return amount_to_display(amount);
}

/* 行政运行 2010201：2024 年预算 120.00 万元，比 2023 年预算的 100.00 万元增加 20.00 万元（20.00%）。 */
static void add_change(GString *text, const Ledger *ledger, const LedgerLine *line)
{
    g_autofree char *title = subject_title(line->code, line->subject);
    g_autofree char *now = ledger_year_name(ledger->fiscal_year, ledger->phase);
    g_autofree char *then = ledger_year_name(ledger->base_year, ledger->base_phase);
    g_autofree char *current = amount_to_display(line->current);
    g_autofree char *base = amount_to_display(line->base);
    g_autofree char *change = size_of(line->change);
    bool rose = line->change.fen > 0;
    g_string_append_printf(text, say("%s：%s %s 万元，比 %s的 %s 万元%s %s 万元", "%s: %s %s 万元, against %s %s 万元, %s by %s 万元"), title, now,
                           current, then, base, rose ? say("增加", "up") : say("减少", "down"), change);
    Rate growth;
    if (growth_of_amounts(line->base, line->current, &growth)) {
        growth.value = ABS(growth.value);
        g_autofree char *percent = rate_to_text(growth);
        g_string_append_printf(text, say("（%s%%）", " (%s %%)"), percent);
    }
    g_string_append(text, say("。", ". "));
}

static void add_what_is_said(GString *text, const LedgerLine *line)
{
    if (line->wider)
        return;
    if (line->reason[0] == '\0') {
        g_string_append(text, say("材料没有说明原因。", "The filing gives no reason. "));
        return;
    }
    g_string_append_printf(text, say("材料说：“%s”。", "The filing says: “%s”. "), line->reason);
    if (line->verdict == LEDGER_CONTRADICTED)
        g_string_append(text, say("这个理由说的是相反的方向。", "That argues the other way. "));
    else if (line->drivers == 0 && line->note[0] == '\0' && !line->quantified)
        g_string_append(text, say("其中没有指明具体事项。", "It names nothing definite. "));
}

static void add_parts(GString *text, const LedgerLine *line)
{
    g_autofree char *moved = size_of(line->reclassified);
    g_autofree char *borne = size_of(line->explained);
    g_autofree char *left = size_of(line->unexplained);
    if (line->reclassified.fen == 0 && line->explained.fen == 0) {
        g_string_append_printf(text, say("%s 万元全部没有说明。", "All of the %s 万元 is unexplained. "), left);
        return;
    }
    if (line->reclassified.fen != 0)
        g_string_append_printf(text, say("科目调整 %s 万元%s，", "%s 万元 was moved %s; "), moved,
                               line->reclassified.fen > 0 ? say("（调入）", "here") : say("（调出）", "away"));
    if (line->explained.fen != 0)
        g_string_append_printf(text, line->quantified ? say("所列金额支持 %s 万元，", "its amounts carry %s 万元; ")
                                                      : say("按一般幅度估算，所说因素最多支持 %s 万元，",
                                                            "by the usual measure what it names carries %s 万元 at the most; "), borne);
    g_string_append_printf(text, say("尚有%s %s 万元没有说明。", "%s%s 万元 is left unexplained. "),
                           (line->unexplained.fen > 0) == (line->change.fen > 0) ? "" : say("反方向的", "the other way, "), left);
}

static void add_request(GString *text, const Ledger *ledger, const LedgerLine *line)
{
    g_autofree char *wanted = ledger_papers(line);
    g_autofree char *then = ledger_year_name(ledger->base_year, ledger->base_phase);
    if (line->verdict == LEDGER_CONTRADICTED)
        g_string_append(text, say("真正的原因是什么？", "What is the real reason? "));
    else if (line->base.fen == 0 && line->reclassified.fen == 0)
        g_string_append_printf(text, say("%s没有这一项：为什么新增，以前在哪里列支？", "The %s does not have it: why now, and where was it paid from before? "), then);
    else if (line->current.fen == 0 && line->reclassified.fen == 0)
        g_string_append(text, say("这一项是取消、完成，还是并入了别的科目？", "Was it dropped, finished, or put elsewhere? "));
    else if (line->explained.fen == 0 && line->reclassified.fen == 0)
        g_string_append(text, say("变动的原因是什么？", "What is the reason? "));
    else
        g_string_append(text, say("其余部分是什么？", "What is the rest? "));
    g_string_append_printf(text, say("请提供%s。", "Please supply %s."), wanted);
}

static void add_request_on_rest(GString *text, const Ledger *ledger, const LedgerLine *line)
{
    g_autofree char *left = size_of(line->change);
    if (line->note[0] == '\0' && ledger->base_filed)
        g_string_append_printf(text, say("这 %s 万元不在所列任何科目和资金里，请说明是哪些科目、哪项资金的变动。",
                                         "These %s 万元 are in none of the subjects and funds listed: which ones are they?"), left);
    else if (line->note[0] == '\0')
        g_string_append_printf(text, say("材料没有逐科目说明这 %s 万元，请补充各科目的上年数、增减额和原因。",
                                         "The filing does not tell these %s 万元 by subject: please supply last year's figure, the change and its reason for each."), left);
}

/* A reason that carries everything by a driver without bound and without a figure is believed, and its papers are asked for. */
static void add_request_for_proof(GString *text, const LedgerLine *line)
{
    g_autofree char *wanted = ledger_papers(line);
    g_string_append_printf(text, say("理由没有列金额，请提供%s。", "The reason gives no amounts: please supply %s."), wanted);
}

char *ledger_question(const Ledger *ledger, const LedgerLine *line)
{
    bool left = line->verdict == LEDGER_PARTLY || line->verdict == LEDGER_UNEXPLAINED || line->verdict == LEDGER_CONTRADICTED;
    bool unproved = line->verdict == LEDGER_EXPLAINED && !line->quantified && line->explained.fen != 0;
    if (!left && !unproved)
        return g_strdup("");
    GString *text = g_string_new(NULL);
    add_change(text, ledger, line);
    if (!line->rest)
        add_what_is_said(text, line);
    if (line->note[0] != '\0')
        g_string_append_printf(text, say("%s。", "%s. "), line->note);
    if (left && !line->rest)
        add_parts(text, line);
    if (line->rest)
        add_request_on_rest(text, ledger, line);
    else if (left)
        add_request(text, ledger, line);
    else
        add_request_for_proof(text, line);
    return g_string_free(text, FALSE);
}
