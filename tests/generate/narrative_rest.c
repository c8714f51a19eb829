/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/claim.h"
#include "tests/generate/narrative.h"
#include "tests/generate/reasons.h"

/* "增加 2 人" and the like. The caller owns it. */
static char *staff_change(int change)
{
    if (change == 0)
        return g_strdup("无变化");
    return g_strdup_printf("%s%d人", change > 0 ? "增加" : "减少", ABS(change));
}

void narrative_add_opening(Narrative *narrative, const Model *model)
{
    g_autofree char *part =
        g_strdup_printf("第一部分 %d年%s部门概况", model->year, model->department);
    g_autofree char *in_post = staff_change(model->in_post_change),
                    *retired = staff_change(model->retired_change);
    narrative_part(narrative, part);
    narrative_heading(narrative, "一、主要职能");
    narrative_text(narrative, "本部门是为测试程序而虚构的，名称、数字和理由都不对应任何真实单位。");
    narrative_heading(narrative, "二、机构设置及人员情况");
    narrative_text(narrative,
                   "%s编制数%d，实有人数%d人，其中：在职%d人，%s；退休%d人，%s；离休0人，无变化。",
                   model->department, model->posts, model->in_post + model->retired, model->in_post,
                   in_post, model->retired, retired);
}

static void add_basic(Narrative *narrative, const Model *model)
{
    gint64 operating = model_economic_sum(model, "302"), all = model_economic_sum(model, "");
    g_autofree char *total = amount_in_text(all, &model->style);
    g_autofree char *personnel = amount_in_text(all - operating, &model->style);
    g_autofree char *office = amount_in_text(operating, &model->style);
    g_autoptr(GString) personnel_names = g_string_new(NULL), office_names = g_string_new(NULL);
    for (guint i = 0; i < model->economic->len; i++) {
        const EconomicLine *line = model->economic->pdata[i];
        GString *list =
            g_str_has_prefix(line->subject->code, "302") ? office_names : personnel_names;
        g_string_append_printf(list, "%s%s", list->len > 0 ? "、" : "", line->subject->name);
    }
    narrative_section(narrative, model, "六", "一般公共预算基本支出情况说明");
    narrative_text(narrative, "一般公共预算基本支出%s万元，其中：", total);
    narrative_text(narrative, "人员经费%s万元，主要包括：%s。", personnel, personnel_names->str);
    narrative_text(narrative, "公用经费%s万元，主要包括：%s。", office, office_names->str);
}

static void add_projects(Narrative *narrative, const Model *model)
{
    narrative_section(narrative, model, "七", "一般公共预算项目支出情况说明");
    if (model->projects->len == 0)
        narrative_text(narrative,
                       "没有使用一般公共预算安排项目支出，一般公共预算项目支出情况表为空表。");
    for (guint i = 0; i < model->projects->len; i++) {
        const Project *project = model->projects->pdata[i];
        gint64 yuan = 0;
        for (gsize use = 0; use < PROJECT_USES; use++)
            yuan += project->uses[use];
        g_autofree char *amount = amount_in_text(yuan, &model->style);
        narrative_text(narrative, "%u.项目名称：%s；安排资金：%s万元。", i + 1, project->name,
                       amount);
    }
}

static void add_fund(Narrative *narrative, const Model *model, const char *number, const char *fund,
                     guint funds)
{
    gint64 yuan = model_sum(model, THIS_YEAR, "", funds, USES_ALL);
    g_autofree char *amount = amount_in_text(yuan, &model->style);
    g_autofree char *about = g_strconcat(fund, "预算拨款情况说明", NULL);
    narrative_section(narrative, model, number, about);
    if (yuan == 0)
        narrative_text(narrative, "没有使用%s预算拨款安排的支出，%s预算支出情况表为空表。", fund,
                       fund);
    else
        narrative_text(narrative, "%s预算拨款安排支出%s万元。", fund, amount);
}

static void add_three_public(Narrative *narrative, const Model *model)
{
    static const struct {
        ThreePublic expense;
        const char *name, *word;
    } PARTS[] = {{PUBLIC_ABROAD, "因公出国（境）费", "出国"},
                 {PUBLIC_PURCHASE, "公务用车购置费", "购车"},
                 {PUBLIC_RUNNING, "公务用车运行费", "用车"},
                 {PUBLIC_RECEPTION, "公务接待费", "接待"}};
    narrative_section(narrative, model, "十", "财政拨款“三公”经费预算情况说明");
    gint64 all[] = {model_public_sum(model, THIS_YEAR), model_public_sum(model, LAST_YEAR)};
    Claim *sum = narrative_claim(narrative, model, "十", "三公经费", "财政拨款“三公”经费预算数为",
                                 all[0], all[1]);
    if (change_is_material(model, all[0], all[1])) {
        g_free(sum->reason);
        sum->reason = reason_write(model, REASON_PUBLIC, "用车和接待", all[0], all[1]);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        gint64 extra = PARTS[i].expense == PUBLIC_RECEPTION ? model->reception_printed_extra : 0;
        gint64 now = model->public_expense[THIS_YEAR][PARTS[i].expense] + extra;
        gint64 base = model->public_expense[LAST_YEAR][PARTS[i].expense] + extra;
        Claim *claim =
            narrative_claim(narrative, model, "十", PARTS[i].name, PARTS[i].name, now, base);
        claim->joined = i + 1 < G_N_ELEMENTS(PARTS);
        g_free(claim->reason);
        claim->reason = reason_write(model, REASON_PUBLIC, PARTS[i].word, now, base);
    }
}

static void add_carried(Narrative *narrative, const Model *model, const NarrativeTwists *twists)
{
    gint64 yuan[] = {model_sum(model, THIS_YEAR, "", ONLY(FUND_CARRIED), USES_ALL),
                     model_sum(model, THIS_YEAR, "", ONLY(FUND_CARRIED_OTHER), USES_ALL)};
    narrative_section(narrative, model, "十一", "上年结转结余预算情况说明");
    if (model->carried->len == 0) {
        narrative_text(narrative, "没有上年结转结余，上年结转结余情况明细表为空表。");
        return;
    }
    g_autofree char *all = amount_in_text(yuan[0] + yuan[1], &model->style);
    g_autofree char *fiscal = amount_in_text(yuan[0], &model->style);
    g_autofree char *other = amount_in_text(yuan[1], &model->style);
    narrative_text(narrative, "上年结转结余%s万元，包括：财政拨款%s万元，非财政拨款%s万元。", all,
                   fiscal, other);
    for (guint i = 0; i < model->carried->len; i++) {
        const Carried *carried = model->carried->pdata[i];
        g_autofree char *amount = amount_in_text(carried->yuan, &model->style);
        if (!carried->purpose)
            narrative_text(narrative, "%u．涉密项目%s万元，按规定不公开。", i + 1, amount);
        else if (twists->carried_unnamed)
            narrative_text(narrative, "%u．%s，用于%s。", i + 1, carried->name, carried->purpose);
        else
            narrative_text(narrative, "%u．%s%s万元，用于%s。", i + 1, carried->name, amount,
                           carried->purpose);
    }
}

static void add_operating(Narrative *narrative, const Model *model)
{
    gint64 now = model_sum(model, THIS_YEAR, "", ONLY(FUND_GENERAL), ONLY(USE_OPERATING));
    gint64 base = model_sum(model, LAST_YEAR, "", ONLY(FUND_GENERAL), ONLY(USE_OPERATING));
    narrative_heading(narrative, "（一）机关运行经费情况");
    Claim *claim = narrative_claim(narrative, model, "十二（一）", "机关运行经费",
                                   "机关运行经费财政拨款预算", now, base);
    g_free(claim->reason);
    claim->reason = reason_write(model, REASON_OPERATING, "公用经费", now, base);
}

static void add_procurement(Narrative *narrative, const Model *model, const NarrativeTwists *twists)
{
    GRand *rand = model->rand;
    gint64 goods = between(rand, 1, 8000) * 100, works = between(rand, 0, 3000) * 100,
           services = between(rand, 1, 9000) * 100;
    gint64 all = goods + works + services, small = all * between(rand, 40, 100) / 10000 * 100;
    g_autofree char *whole = amount_in_text(all + twists->procurement_extra, &model->style);
    g_autofree char *first = amount_in_text(goods, &model->style),
                    *second = amount_in_text(works, &model->style),
                    *third = amount_in_text(services, &model->style),
                    *reserved = amount_in_text(small, &model->style);
    narrative_heading(narrative, "（二）政府采购情况");
    narrative_text(narrative,
                   "政府采购预算%s万元，其中：政府采购货物预算%s万元，政府采购工程预算%"
                   "s万元，政府采购服务预算%s万元。",
                   whole, first, second, third);
    narrative_text(narrative, "面向中小企业预留政府采购项目预算%s万元。", reserved);
}

static void add_assets(Narrative *narrative, const Model *model)
{
    GRand *rand = model->rand;
    if (chance(rand, 25))
        return;
    narrative_heading(narrative, "（三）国有资产占用使用情况");
    narrative_text(
        narrative,
        "%d年底占用使用的国有资产：房屋%d平方米，价值%d.%02d万元；车辆%d辆，价值%d.%02d万元；"
        "办公家具价值%d.%02d万元。",
        model->year - 1, between(rand, 0, 9000), between(rand, 0, 900), between(rand, 0, 99),
        between(rand, 0, 6), between(rand, 5, 120), between(rand, 0, 99), between(rand, 2, 40),
        between(rand, 0, 99));
}

/* The table of targets: weights add to 100, now and then with 10 of them kept for execution. */
static void add_targets(Narrative *narrative, const Model *model, const NarrativeTwists *twists)
{
    GRand *rand = model->rand;
    bool reserve = chance(rand, 30);
    int left = (reserve ? 90 : 100) - twists->weight_missing, first = between(rand, 2, 4) * 10;
    int second = between(rand, 1, 2) * 10;
    narrative_heading(narrative, "（四）预算绩效情况");
    narrative_heading(narrative, "部门整体绩效目标表");
    g_autofree char *name = g_strdup_printf(
        "部门名称（盖章） %s", twists->other_body ? "某某县示例经济协作办公室" : model->department);
    narrative_heading(narrative, name);
    narrative_heading(narrative, "一级指标 二级指标 三级指标 指标值 分值权重");
    const int weights[] = {first, second, left - first - second};
    static const struct {
        const char *what, *unit;
        int low, high;
    } TARGETS[] = {{"产出 数量指标 完成任务数", "个", 3, 60},
                   {"产出 质量指标 验收合格率", "%", 90, 99},
                   {"效益 社会效益 服务人次", "人次", 100, 4000}};
    for (gsize i = 0; i < G_N_ELEMENTS(weights); i++) {
        g_autofree char *line = g_strdup_printf("%s ＞=%d%s %d", TARGETS[i].what,
                                                between(rand, TARGETS[i].low, TARGETS[i].high),
                                                TARGETS[i].unit, weights[i]);
        narrative_heading(narrative, line);
    }
    if (reserve)
        narrative_heading(narrative, "管理 预算执行 预算执行率 ＞=95% 10");
}

static void add_closing(Narrative *narrative, const Model *model)
{
    g_autofree char *date =
        g_strdup_printf("%d年02月%02d日", model->year, between(model->rand, 1, 28));
    if (chance(model->rand, 70)) {
        narrative_part(narrative, "第四部分 名词解释");
        narrative_text(narrative, "一、基本支出：维持机构运转的人员经费和公用经费。");
        narrative_text(narrative, "二、项目支出：为完成特定任务另行安排的支出。");
    }
    narrative_heading(narrative, model->department);
    narrative_heading(narrative, date);
}

void narrative_add_rest(Narrative *narrative, const Model *model, const NarrativeTwists *twists)
{
    add_basic(narrative, model);
    add_projects(narrative, model);
    add_fund(narrative, model, "八", "政府性基金", FUNDS_GOVERNMENT);
    add_fund(narrative, model, "九", "国有资本经营", FUNDS_CAPITAL);
    add_three_public(narrative, model);
    add_carried(narrative, model, twists);
    narrative_heading(narrative, "十二、其他重要事项的情况说明");
    add_operating(narrative, model);
    add_procurement(narrative, model, twists);
    add_assets(narrative, model);
    add_targets(narrative, model, twists);
    add_closing(narrative, model);
}
