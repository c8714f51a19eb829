/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/catalogue.h"
#include "schema/review.h"

#include "history/series.h"

/* Every rule: identifier, severity as catalogued, its name for people. */
static const RuleInfo infos[] = {
    {"sum.columns", SEVERITY_ERROR, "行不等于各栏之和", "a row is not the sum of its columns"},
    {"sum.children", SEVERITY_ERROR, "上级科目不等于下级之和", "a parent subject is not the sum of its children"},
    {"sum.total", SEVERITY_ERROR, "合计不等于各类之和", "the total is not the sum of the top level"},
    {"balance", SEVERITY_ERROR, "收支不平衡", "revenue and expenditure do not balance"},
    {"cross.table", SEVERITY_ERROR, "两表数字不一致", "two tables, two figures"},
    {"table.missing", SEVERITY_WARNING, "缺表", "a required table is absent"},
    {"table.empty-note", SEVERITY_WARNING, "空表与说明不符", "an empty table and its declaration disagree"},
    {"text.amount", SEVERITY_ERROR, "文字与表格金额不符", "the text's amount is not the table's"},
    {"text.share", SEVERITY_ERROR, "占比不可能", "the stated share is impossible"},
    {"text.growth", SEVERITY_ERROR, "增幅不可能", "the stated growth is impossible"},
    {"text.direction", SEVERITY_ERROR, "增减方向矛盾", "the words of change contradict"},
    {"text.zero-base", SEVERITY_NOTICE, "零基数的百分比", "a percentage on a zero base"},
    {"text.sum", SEVERITY_ERROR, "文字分项不等于合计", "the parts named do not add to the whole"},
    {"text.name", SEVERITY_WARNING, "单位名称不符", "another body's name"},
    {"text.weights", SEVERITY_WARNING, "绩效权重不足 100", "weights do not add to 100"},
    {"reason.missing", SEVERITY_WARNING, "重大变动未说明原因", "a material change without a reason"},
    {"reason.vague", SEVERITY_NOTICE, "原因笼统", "a reason that names no driver"},
    {"reason.contradicts", SEVERITY_WARNING, "原因与方向相反", "the reason argues the other way"},
    {"reason.other-subject", SEVERITY_WARNING, "原因说的是别的资金", "the reason speaks of another fund"},
    {"reason.reused", SEVERITY_NOTICE, "原因照抄", "a reason copied word for word"},
    {"reason.insufficient", SEVERITY_WARNING, "原因不足以解释", "the reason carries only a small part"},
    {"reclass.balanced", SEVERITY_NOTICE, "科目间调整（两边对应）", "a move confirmed on both sides"},
    {"reclass.unbalanced", SEVERITY_WARNING, "科目间调整（两边不对应）", "a move not mirrored"},
    {"year.appeared", SEVERITY_NOTICE, "新出现的科目", "a material subject starts"},
    {"year.vanished", SEVERITY_NOTICE, "消失的科目", "a material subject stops"},
    {"year.code-reused", SEVERITY_NOTICE, "编码改作他用", "a code now means another thing"},
    {"year.renamed", SEVERITY_NOTICE, "改名或改列", "renamed or recoded"},
    {"year.base-drift", SEVERITY_ERROR, "上年数与上年文件不符", "the implied base is not last year's filing"},
    {"year.restated", SEVERITY_WARNING, "重新公开或照搬旧数", "re-issued with other figures, or last year's issued again"},
    {"year.carryover-roll", SEVERITY_ERROR, "年末与次年年初结转不符", "closing and opening carryover differ"},
    {"year.staff-roll", SEVERITY_ERROR, "人数滚动不上", "staff numbers do not roll forward"},
    {"year.gap", SEVERITY_NOTICE, "中间缺年", "a year's filing is missing"},
    {"carryover.large", SEVERITY_WARNING, "结转结余过大", "large carryover"},
    {"carryover.opaque", SEVERITY_NOTICE, "结转用途不明", "carryover without a purpose"},
    {"carryover.stale", SEVERITY_WARNING, "结转超过两年", "carried over beyond two years"},
    {"three-public.increase", SEVERITY_WARNING, "“三公”经费增长", "the three public expenses rose"},
    {"execution.low", SEVERITY_WARNING, "执行偏低", "executed far below the budget"},
    {"execution.over", SEVERITY_WARNING, "执行偏高", "executed far above the budget"},
    {"target.lowered", SEVERITY_NOTICE, "绩效目标降低", "a target fell while its money did not"},
    {"target.dropped", SEVERITY_NOTICE, "绩效目标取消", "a target went while its money did not"},
    {"change.unusual", SEVERITY_WARNING, "异常变动", "an unusual change"},
    {"trend.break", SEVERITY_NOTICE, "偏离趋势", "off the trend"},
    {"share.shift", SEVERITY_NOTICE, "支出结构突变", "the structure of spending moved"},
    {"perhead.outlier", SEVERITY_NOTICE, "人均开支偏离同类", "cost per head outlies the peers"},
};

/* The checks, in the order a reviewer would make them. */
static const RuleCheck checks[] = {
    rule_sums, rule_cross, rule_tables, rule_amounts, rule_said_twice, rule_rates, rule_words,
    rule_reasons, rule_moves, rule_carryover, rule_three_public, rule_subjects, rule_base_drift, rule_approved, rule_restated,
    rule_department_names,
    rule_carryover_roll, rule_staff_roll, rule_gap, rule_stale, rule_execution, rule_targets,
    rule_unusual, rule_trend_break, rule_share_shift, rule_per_head,
};

const RuleInfo *rule_infos(gsize *count)
{
    *count = G_N_ELEMENTS(infos);
    return infos;
}

const RuleInfo *rule_info(const char *id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(infos); i++)
        if (g_str_equal(infos[i].id, id))
            return &infos[i];
    return NULL;
}

/* True when two findings say the same of the same thing: a sentence that stands twice is one fault with two places. */
static bool says_the_same(const Finding *a, const Finding *b)
{
    return g_str_equal(a->rule, b->rule) && a->severity == b->severity && a->fiscal_year == b->fiscal_year &&
           g_str_equal(a->subject, b->subject) && g_str_equal(a->code, b->code) && g_str_equal(a->message, b->message);
}

/* Findings of one filing, from index `first` on, that repeat an earlier one become further places of it. */
static void merge_repeated(GPtrArray *findings, guint first)
{
    for (guint i = findings->len; i > first + 1; i--) {
        Finding *finding = g_ptr_array_index(findings, i - 1);
        Finding *same = NULL;
        for (guint k = first; k + 1 < i && same == NULL; k++)
            if (says_the_same(g_ptr_array_index(findings, k), finding))
                same = g_ptr_array_index(findings, k);
        if (same == NULL)
            continue;
        g_ptr_array_extend_and_steal(same->evidence, g_ptr_array_ref(finding->evidence));
        finding->evidence = g_ptr_array_new();
        g_ptr_array_remove_index(findings, i - 1);
    }
}

GPtrArray *findings_of_department(const Department *department, const Thresholds *thresholds)
{
    return findings_among_peers(department, NULL, thresholds);
}

GPtrArray *findings_among_peers(const Department *department, const Peers *peers, const Thresholds *thresholds)
{
    GPtrArray *findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    g_autoptr(Lineage) lineage = lineage_from_department(department, thresholds);
    g_autoptr(GPtrArray) series = series_from_filings(department->filings, lineage);
    for (guint i = 0; i < department->filings->len; i++) {
        RuleContext context = {.department = department, .filing = g_ptr_array_index(department->filings, i), .lineage = lineage,
                               .thresholds = thresholds, .findings = findings, .series = series,
                               .peers = peers};
        guint first = findings->len;
        for (gsize check = 0; check < G_N_ELEMENTS(checks); check++)
            checks[check](&context);
        rule_context_clear(&context);
        merge_repeated(findings, first);
    }
    findings_settle_ids(findings);
    findings_review(findings, department->reviews);
    g_ptr_array_sort(findings, finding_compare);
    return findings;
}
