/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of what is said about a change: reason.*, reclass.*, and what only looks like one. */
#include <string.h>

#include "tests/detect/case.h"
#include "tests/detect/speech.h"
#include "tests/generate/claim.h"
#include "tests/generate/figures.h"

#define UNEXPLAINED "reason.missing reason.vague reason.insufficient reason.contradicts reason.other-subject"
#define UNUSUAL "change.unusual trend.break share.shift year.appeared year.vanished"

/* Changes a project item by so many thousandths of the department's total, up or down; by 11 % at the least, or less than 48 %. */
static Item *change_item(History *history, int per_mille, guint rank, bool up)
{
    Model *model = history_model(history);
    for (guint at = rank; at < rank + 3; at++) {
        Item *item = history_project_item(history, at);
        if (!item)
            return NULL;
        gint64 base = item_general(item, LAST_YEAR), by = model_total(model) * per_mille / 1000;
        bool large = by * 100 >= base * 12, small = by * 100 < base * 44;
        if (!large || (per_mille < 10 && !small) || (!up && by * 10 > base * 7))
            continue;
        item_set_general(item, up ? base + by : base - by);
        return item;
    }
    return NULL;
}

static void shape_change(History *history, int per_mille)
{
    Item *item = change_item(history, per_mille, 0, chance(history->rand, 50));
    history->subject = item ? item->code : NULL;
}

static Claim *claim_of(History *history, int year, const char *code)
{
    return code ? narrative_find(history->filings[year]->narrative, "五（三）", code) : NULL;
}

/* The claim that the change was made for, and words for it by its direction. NULL: there is none. */
static Claim *give_words(History *history, const char *const (*words)[6])
{
    Claim *claim = claim_of(history, history->at, history->subject);
    if (!claim)
        return NULL;
    g_free(claim->reason);
    claim->reason = g_strdup(words ? speech_pick(history->rand, words[claim->now < claim->base], 6) : "");
    return claim;
}

static bool plant_words(History *history, Answers *answers, const char *rule, const char *severity, const char *const (*words)[6])
{
    Claim *claim = give_words(history, words);
    if (!claim)
        return false;
    must(answers, history, rule, claim->subject, severity);
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* Below 10 thousandths the change is not material: silence is no fault. */
static bool plant_silent(History *history, Answers *answers, int per_mille)
{
    if (per_mille >= 10)
        return plant_words(history, answers, "reason.missing", "warning", NULL);
    Claim *claim = give_words(history, NULL);
    if (claim)
        must_not(answers, history, "reason.missing reason.vague", claim->subject);
    return claim != NULL;
}

static const char *const VAGUE[2][6] = {
    {"根据工作实际需要安排", "按照实际情况安排", "因业务开展需要", "结合单位实际测算", "按照年度工作计划安排", "据实编制预算"},
    {"根据工作实际需要安排", "按照实际情况安排", "结合单位实际情况核定", "据实编制预算", "按照年度工作计划安排", "根据实际测算"}};
static const char *const CONTRARY[2][6] = {
    {"任务减少，压减相关费用", "上年一次性项目已完成，本年不再安排", "厉行节约，压缩开支", "服务外包合同到期终止", "人员减少2人，费用下降", "检查频次减少"},
    {"任务增加，费用上升", "补助标准提高", "新增服务外包项目", "人工和材料价格上涨", "覆盖范围扩大", "新招录3人"}};
static const char *const OTHER_FUND[2][6] = {
    {"国有资本经营预算安排的支出增加", "政府性基金安排的项目增加", "单位自有资金安排的支出增加", "国有土地使用权出让收入增加", "国有资本收益增加",
     "财政专户核拨资金增加"},
    {"国有资本经营预算安排的支出减少", "政府性基金安排的项目减少", "单位自有资金安排的支出减少", "国有土地使用权出让收入减少", "国有资本收益减少",
     "财政专户核拨资金减少"}};
/* The subject is a project of a bureau; the reason is that of money for reception, cars or the retired. */
static const char *const OTHER_SUBJECT[2][6] = {
    {"公务接待批次增加", "公务用车购置增加", "退休人员生活补助标准提高", "住房公积金缴存基数提高", "因公出国团组增加", "职业年金缴费增加"},
    {"公务接待批次减少", "公务用车购置减少", "退休人员减少2人", "住房公积金缴存比例下调", "因公出国团组减少", "职业年金缴费减少"}};

static bool plant_vague(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    return plant_words(history, answers, "reason.vague", "notice", VAGUE);
}

static bool plant_contrary(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    may(answers, history, "reason.vague reason.insufficient", history->subject ? history->subject : "");
    return plant_words(history, answers, "reason.contradicts", "warning", CONTRARY);
}

static bool plant_other_fund(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    may(answers, history, "reason.vague reason.insufficient", history->subject ? history->subject : "");
    return plant_words(history, answers, "reason.other-subject", "warning", OTHER_FUND);
}

static bool plant_other_subject(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    may(answers, history, "reason.vague reason.insufficient", history->subject ? history->subject : "");
    return plant_words(history, answers, "reason.other-subject", "warning", OTHER_SUBJECT);
}

/* Amounts that bear so many % of the change; 60 and more is not a small part. */
static bool plant_covers(History *history, Answers *answers, int percent)
{
    static const char *const UP[] = {"服务采购范围扩大，增加{}万元", "新增设备维护{}万元", "其中人工成本上涨{}万元", "一是新增监测点，增加{}万元；二是其他支出增加"};
    static const char *const DOWN[] = {"上年设备采购已完成，减少{}万元", "压减外包费用{}万元", "其中印刷费减少{}万元", "一是合同到期，减少{}万元；二是其他支出减少"};
    Claim *claim = claim_of(history, history->at, history->subject);
    if (!claim)
        return false;
    gint64 change = claim->now - claim->base;
    g_autofree char *amount = amount_in_text(whole_step(ABS(change) * percent / 100), &history_model(history)->style);
    g_autoptr(GString) reason = g_string_new(change > 0 ? PICK(history->rand, UP) : PICK(history->rand, DOWN));
    g_string_replace(reason, "{}", amount, 0);
    g_free(claim->reason);
    claim->reason = g_strdup(reason->str);
    if (percent < 50)
        must(answers, history, "reason.insufficient", claim->subject, "warning");
    else
        must_not(answers, history, "reason.insufficient", claim->subject);
    may(answers, history, UNUSUAL, "*");
    return true;
}

static void shape_cover(History *history, int percent)
{
    (void)percent;
    shape_change(history, 45);
}

/* Money for the retired that more than doubles, with one retired person more. */
static void shape_retired(History *history, int amount)
{
    (void)amount;
    Model *model = history_model(history);
    Item *item = model_item(model, "2080501");
    gint64 base = item->yuan[LAST_YEAR][FUND_GENERAL][USE_PERSONNEL];
    item->yuan[THIS_YEAR][FUND_GENERAL][USE_PERSONNEL] = base * between(history->rand, 22, 31) / 10;
    history->subject = base * 100 > model_total(model) ? item->code : NULL;
    model->retired += 1 - model->retired_change;
    model->retired_change = 1;
}

static bool plant_retired(History *history, Answers *answers, int amount)
{
    static const char *const WORDS[2][6] = {
        {"退休人员增加1人", "新增退休1人", "本年退休人员比上年增加1人", "退休人员增加1人", "退休人数增加1人", "新增1名退休人员"}, {"", "", "", "", "", ""}};
    (void)amount;
    if (history_model(history)->retired < 8)
        return false;
    return plant_words(history, answers, "reason.insufficient", "warning", WORDS);
}

static void shape_two(History *history, int amount)
{
    bool up = chance(history->rand, 50);
    Item *one = change_item(history, amount, 0, up);
    Item *two = change_item(history, amount, 1, !up);
    history->subject = one && two && one != two ? one->code : NULL;
    history->other = history->subject ? two->code : NULL;
}

static const char *const SAME[] = {"人员变动和政策调整影响", "项目安排统筹调整所致", "执行新的经费管理办法", "机构职能调整后经费重新测算", "预算编制口径与项目库衔接调整"};

static bool plant_reused(History *history, Answers *answers, int amount)
{
    (void)amount;
    Claim *one = claim_of(history, history->at, history->subject), *two = claim_of(history, history->at, history->other);
    if (!one || !two)
        return false;
    const char *same = PICK(history->rand, SAME);
    g_free(one->reason);
    g_free(two->reason);
    one->reason = g_strdup(same);
    two->reason = g_strdup(same);
    g_autofree char *both = g_strdup_printf("%s|%s", one->subject, two->subject);
    must(answers, history, "reason.reused", both, "notice");
    may(answers, history, "reason.vague reason.insufficient", both);
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* Two years running with the same words. amount 1: up, then down; 2: a project that is new, twice; 3: a contribution base that rises each year. */
static void shape_copied(History *history, int amount)
{
    Model *model = history_model(history);
    Item *item = amount == 3 ? model_find(model, "2080505") : history_project_item(history, 0);
    history->subject = NULL;
    if (!item)
        return;
    gint64 base = item_general(item, LAST_YEAR);
    Item *before = model_find(history->years[history->at - 1], item->code);
    bool rose = before && item_general(before, THIS_YEAR) * 100 > item_general(before, LAST_YEAR) * 103;
    if (!rose || base * 1000 < model_total(model) * 30)
        return;
    history->subject = item->code;
    if (amount == 3)
        item->yuan[THIS_YEAR][FUND_GENERAL][USE_PERSONNEL] = base * 1135 / 1000;
    else
        item_set_general(item, amount == 1 ? base * 60 / 100 : base * 150 / 100);
}

static bool plant_copied(History *history, Answers *answers, int amount)
{
    static const char *const NEUTRAL[] = {"项目安排按新的任务清单调整", "经费测算标准和任务同步调整", "服务采购方案调整，费用变化"};
    Claim *now = claim_of(history, history->at, history->subject), *before = claim_of(history, history->at - 1, history->subject);
    if (!now || !before || figure_from_yuan(before->now - before->base) == 0)
        return false;
    const char *task = history_model(history)->family->tasks[1];
    g_autofree char *new_project = g_strdup_printf("新增%s试点项目", task);
    const char *words = amount == 1 ? PICK(history->rand, NEUTRAL) : amount == 2 ? new_project : "年度核定后养老保险缴费基数上调";
    g_free(now->reason);
    g_free(before->reason);
    now->reason = g_strdup(words);
    before->reason = g_strdup(words);
    if (amount == 3)
        must_not(answers, history, "reason.reused reason.insufficient reason.vague", now->subject);
    else
        must(answers, history, "reason.reused", now->subject, "notice");
    answers_add(answers, history, history->at - 1, "reason.vague", now->subject, "", "may");
    answers_add(answers, history, history->at - 1, "reason.insufficient", now->subject, "", "may");
    may(answers, history, "reason.vague reason.insufficient " UNUSUAL, "*");
    return true;
}

/* A move of a twelfth of the total; so many % of it arrive on the other side. */
static void shape_move(History *history, int percent)
{
    Item *from = history_project_item(history, 0), *to = history_project_item(history, 1);
    history->subject = NULL;
    if (!from || !to)
        return;
    /* The other side has a small change of its own besides. */
    gint64 left = item_general(from, LAST_YEAR), there = item_general(to, LAST_YEAR), own = there * between(history->rand, 10, 30) / 1000;
    history->amount = MAX(left * 55 / 100 / 10000, 1) * 10000;
    item_set_general(from, left - history->amount);
    item_set_general(to, there + own + history->amount * percent / 100);
    history->subject = from->code;
    history->other = to->code;
}

static char *move_words(History *history, bool leaves)
{
    static const char *const LEAVES[] = {"{a}万元调整至{s}科目", "按科目设置要求，将{a}万元调整列入{s}科目", "原在本科目的{a}万元改列{s}科目", "其中{a}万元调整到{s}列支"};
    static const char *const ARRIVES[] = {"该项资金上年列在{s}科目，本年调整至本科目", "上年在{s}科目列支的{a}万元本年调整到本科目", "由{s}科目调入{a}万元",
                                          "上年列支科目为{s}，涉及{a}万元"};
    g_autofree char *amount = amount_in_text(history->amount, &history_model(history)->style);
    g_autofree char *subject = speech_subject(leaves ? history->other : history->subject);
    GString *text = g_string_new(leaves ? PICK(history->rand, LEAVES) : PICK(history->rand, ARRIVES));
    g_string_replace(text, "{a}", amount, 0);
    g_string_replace(text, "{s}", subject, 0);
    return g_string_free(text, FALSE);
}

static bool plant_move(History *history, Answers *answers, int percent)
{
    Claim *from = claim_of(history, history->at, history->subject), *to = claim_of(history, history->at, history->other);
    if (!from || !to)
        return false;
    g_free(from->reason);
    from->reason = move_words(history, true);
    g_free(to->reason);
    to->reason = percent == 100 ? move_words(history, false) : g_strdup("日常维护费用略有变化");
    g_autofree char *both = g_strdup_printf("%s|%s", from->subject, to->subject);
    must(answers, history, percent == 100 ? "reclass.balanced" : "reclass.unbalanced", both, percent == 100 ? "notice" : "warning");
    may(answers, history, UNUSUAL, "*");
    if (percent == 100)
        must_not(answers, history, UNEXPLAINED " reclass.unbalanced year.base-drift", both);
    else
        may(answers, history, UNEXPLAINED, both);
    return true;
}

/* The same move, told of a base that was made comparable: last year's figure as it would have been in the subjects of this year. */
static bool plant_comparable(History *history, Answers *answers, int amount)
{
    (void)amount;
    if (!plant_move(history, answers, 100))
        return false;
    Claim *to = claim_of(history, history->at, history->other);
    g_autofree char *amount_text = amount_in_text(history->amount, &history_model(history)->style);
    g_autofree char *subject = speech_subject(history->subject);
    to->base += history->amount;
    g_free(to->reason);
    to->reason = g_strdup_printf("上年列在%s科目的%s万元本年调整至本科目，上年数已按同口径调整，其余为维护费用变化", subject, amount_text);
    return true;
}

#define TWO {.projects = true, .calm = true, .columns = true}
#define CALM {.projects = true, .calm = true}
const Case cases_reasons[] = {
    {"reason.missing", "below", 8, CALM, shape_change, plant_silent},
    {"reason.missing", "1.3%", 13, CALM, shape_change, plant_silent},
    {"reason.missing", "6%", 60, CALM, shape_change, plant_silent},
    {"reason.vague", "1.5%", 15, CALM, shape_change, plant_vague},
    {"reason.vague", "6%", 60, CALM, shape_change, plant_vague},
    {"reason.contradicts", "1.5%", 15, CALM, shape_change, plant_contrary},
    {"reason.contradicts", "6%", 60, CALM, shape_change, plant_contrary},
    {"reason.other-subject", "1.5%", 15, CALM, shape_change, plant_other_fund},
    {"reason.other-subject", "6%", 60, CALM, shape_change, plant_other_fund},
    {"reason.other-subject", "not-a-fund", 60, CALM, shape_change, plant_other_subject},
    {"reason.insufficient", "covers-10", 10, CALM, shape_cover, plant_covers},
    {"reason.insufficient", "covers-40", 40, CALM, shape_cover, plant_covers},
    {"reason.insufficient", "covers-70", 70, CALM, shape_cover, plant_covers},
    {"reason.insufficient", "head-count", 1, CALM, shape_retired, plant_retired},
    {"reason.reused", "other-subject", 40, TWO, shape_two, plant_reused},
    {"reason.reused", "last-turned", 1, {.projects = true, .calm = true, .middle = true}, shape_copied, plant_copied},
    {"reason.reused", "last-new-again", 2, {.projects = true, .calm = true, .middle = true}, shape_copied, plant_copied},
    {"hard.copied-still-true", "", 3, {.calm = true, .middle = true}, shape_copied, plant_copied},
    {"reclass.balanced", "", 100, CALM, shape_move, plant_move},
    {"reclass.unbalanced", "40%", 40, CALM, shape_move, plant_move},
    {"reclass.unbalanced", "0%", 0, CALM, shape_move, plant_move},
    {"hard.move-comparable", "", 100, CALM, shape_move, plant_comparable},
    {.rule = NULL},
};
