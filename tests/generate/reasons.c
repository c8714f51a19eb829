/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/reasons.h"

#include "tests/generate/figures.h"

#define VARIANTS 3

/* {} stands for the word. */
static const char *const UP[][VARIANTS] = {
    [REASON_BASIC] = {"在职人员工资标准调整，{}增加", "晋级晋档和缴费基数提高，{}相应增加",
                      "津贴补贴标准提高，{}增加"},
    [REASON_RETIREES] = {"退休人员生活补贴标准提高", "退休费标准调整，{}增加",
                         "按政策提高退休人员补贴"},
    [REASON_INSURANCE] = {"{}基数提高", "年度核定后{}基数上调", "工资上调带动{}基数提高"},
    [REASON_PROJECT] = {"新增{}项目", "{}任务量增加", "{}合同价格上涨"},
    [REASON_REVENUE] = {"新增{}项目", "{}安排的项目扩大范围", "{}支持的任务量增加"},
    [REASON_CARRIED] = {"{}跨年支付，结转增加", "{}推迟实施，资金结转到本年",
                        "{}尾款未到付款期，结转增加"},
    [REASON_PUBLIC] = {"{}任务增加", "{}价格上涨", "新增{}任务"},
    [REASON_OPERATING] = {"水电和取暖价格上涨，{}增加", "新增办公场所，{}增加",
                          "维修任务增加，{}增加"},
};
static const char *const DOWN[][VARIANTS] = {
    [REASON_BASIC] = {"上年一次性补发工资本年不再安排，{}减少", "津贴补贴标准下调，{}减少",
                      "缴费比例下调，{}减少"},
    [REASON_RETIREES] = {"上年一次性退休补贴本年不再安排", "退休人员补贴标准下调，{}减少",
                         "上年补发退休费，本年不再安排"},
    [REASON_INSURANCE] = {"{}比例下调", "{}基数核减", "按政策调低{}比例，支出减少"},
    [REASON_PROJECT] = {"{}项目已完成，本年减少", "{}范围缩小，费用减少",
                        "{}一次性采购上年已完成，本年减少"},
    [REASON_REVENUE] = {"{}支持的项目到期，本年减少", "{}安排的项目已完成",
                        "{}一次性项目本年不再安排"},
    [REASON_CARRIED] = {"{}上年已支付大部分合同款，结转减少", "{}验收后付清，结转减少",
                        "{}按期支付，结转减少"},
    [REASON_PUBLIC] = {"{}任务减少", "按政策压减{}", "{}次数减少"},
    [REASON_OPERATING] = {"差旅任务减少，{}减少", "印刷改为集中办理，{}减少",
                          "会议合并召开，{}减少"},
};

bool change_is_material(const Model *model, gint64 now, gint64 base)
{
    gint64 total = model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
    gint64 change = ABS(now - base);
    bool large = change * 1000 >= total * 9 && change * 100 >= ABS(base) * 9;
    bool steep = change * 10000 >= total * 9 && change * 100 >= ABS(base) * 45;
    return large || steep;
}

/* Staff numbers explain a small change of pay, when they moved the same way. NULL: they do not. */
static char *staff_reason(const Model *model, ReasonKind kind, const char *word, gint64 change)
{
    bool retired = kind == REASON_RETIREES;
    int people = retired ? model->retired_change : model->in_post_change;
    bool carries = kind == REASON_BASIC || kind == REASON_INSURANCE || retired;
    if (!carries || people == 0 || (people > 0) != (change > 0) || !chance(model->rand, 40))
        return NULL;
    const char *moved = people > 0 ? "增加" : "减少";
    return g_strdup_printf("%s人员%s%d人，%s相应%s", retired ? "退休" : "在职", moved, ABS(people),
                           word, moved);
}

char *reason_write(const Model *model, ReasonKind kind, const char *word, gint64 now, gint64 base)
{
    gint64 change = now - base;
    bool material = change_is_material(model, now, base);
    if (figure_from_yuan(change) == 0 || (!material && chance(model->rand, 20)))
        return g_strdup("");
    char *staff = material ? NULL : staff_reason(model, kind, word, change);
    if (staff)
        return staff;
    if (!material && chance(model->rand, 8))
        return g_strdup_printf("根据%s实际情况安排", word);
    const char *form = (change > 0 ? UP : DOWN)[kind][between(model->rand, 0, VARIANTS - 1)];
    GString *reason = g_string_new(form);
    g_string_replace(reason, "{}", word, 0);
    if (material) {
        g_autofree char *amount = figure_text(ABS(change), model->style.separators_in_text);
        g_string_append_printf(reason, "，其中%s%s%s万元", word, change > 0 ? "增加" : "减少",
                               amount);
    }
    return g_string_free(reason, FALSE);
}
