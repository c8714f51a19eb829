/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults between the filings of two years: year.*, carryover.*, three-public.increase, staff, targets. Drift counts in printed steps. */
#include <string.h>

#include "tests/detect/case.h"
#include "tests/detect/speech.h"
#include "tests/generate/claim.h"
#include "tests/generate/figures.h"

#define UNUSUAL "change.unusual trend.break share.shift"
#define REASONS "reason.missing reason.vague reason.insufficient"

/* Claims whose base can be checked against one printed figure of the year before. */
enum { ITEM, FUND, USE, PUBLIC, OFFICE }; /* of the last one no table of the form tells the base, only last year's sentence */
static const struct {
    const char *section, *subject;
} PLACES[] = {[ITEM] = {"五（三）", NULL}, [FUND] = {"二", "一般公共预算"}, [USE] = {"三", "基本支出"}, [PUBLIC] = {"十", "三公经费"}, [OFFICE] = {"十二（一）", "机关运行经费"}};

static Claim *drift_claim(History *history, int place)
{
    const Narrative *narrative = history_filing(history)->narrative;
    if (place != ITEM)
        return narrative_find(narrative, PLACES[place].section, PLACES[place].subject);
    guint start = (guint)between(history->rand, 0, (int)narrative->paragraphs->len - 1);
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        Claim *claim = ((Paragraph *)narrative->paragraphs->pdata[(start + i) % narrative->paragraphs->len])->claim;
        if (claim && g_str_equal(claim->section, PLACES[ITEM].section) && figure_from_yuan(claim->base) > 5000)
            return claim;
    }
    return NULL;
}

/* The base is off by so many steps; the rate follows from it, so that the sentence is right by itself. */
static bool drift(History *history, Answers *answers, int place, gint64 steps, bool innocent)
{
    Claim *claim = drift_claim(history, place);
    gint64 change = claim ? figure_from_yuan(claim->now - claim->base) : 0;
    if (!claim || figure_from_yuan(claim->base) < 100 || ABS(change) < 4 || (place == ITEM && ABS(change) < steps / 3))
        return false;
    gint64 filed = figure_from_yuan(claim->base) * 100;
    /* The printed change is the printed amount less the base meant: both are whole steps now. */
    claim->now = figure_from_yuan(claim->now) * 100;
    claim->base = filed + (chance(history->rand, 50) ? steps : -steps) * 100;
    if (claim->base <= 0 || figure_from_yuan(claim->now - claim->base) == 0)
        return false;
    g_autofree char *reason = speech_reason(history, claim);
    g_free(claim->reason);
    claim->reason = g_strdup(reason);
    if (place == PUBLIC && claim->now > claim->base)
        may(answers, history, "three-public.increase", "*");
    g_autofree char *names = place == PUBLIC ? g_strdup("三公经费|“三公”经费|财政拨款“三公”经费") : g_strdup(claim->subject);
    if (innocent)
        must_not(answers, history, "year.base-drift", "*");
    else
        must(answers, history, "year.base-drift", names, "error");
    may(answers, history, UNUSUAL, "*");
    return true;
}

static bool plant_drift_item(History *history, Answers *answers, int steps)
{
    return drift(history, answers, ITEM, steps, steps == 1);
}

static bool plant_drift_fund(History *history, Answers *answers, int steps)
{
    return drift(history, answers, FUND, steps, steps == 1);
}

static bool plant_drift_use(History *history, Answers *answers, int steps)
{
    return drift(history, answers, USE, steps, steps == 1);
}

static bool plant_drift_public(History *history, Answers *answers, int steps)
{
    return drift(history, answers, PUBLIC, steps, steps == 1);
}

static bool plant_drift_office(History *history, Answers *answers, int steps)
{
    return drift(history, answers, OFFICE, steps, steps == 1);
}

/* Two subjects become one, and nobody says so: the base is the sum of last year's two. */
static void shape_recoded(History *history, int amount)
{
    (void)amount;
    Item *gone = history_project_item(history, 1), *kept = history_project_item(history, 0);
    history->subject = history->other = NULL;
    if (!gone || !kept)
        return;
    history->subject = kept->code;
    history->other = gone->code;
    for (Fund fund = 0; fund < FUND_COUNT; fund++)
        for (Use use = 0; use < USE_COUNT; use++) {
            for (Year year = THIS_YEAR; year < YEAR_COUNT; year++) {
                kept->yuan[year][fund][use] += gone->yuan[year][fund][use];
                gone->yuan[year][fund][use] = 0;
            }
        }
}

static bool plant_recoded(History *history, Answers *answers, int amount)
{
    (void)amount;
    if (!history->subject || !narrative_find(history_filing(history)->narrative, "五（三）", history->subject))
        return false;
    answers_add(answers, history, history->at, "year.base-drift", history->subject, "error", "not");
    must_not(answers, history, REASONS " reason.contradicts", history->subject);
    may(answers, history, UNUSUAL " year.vanished year.base-drift reclass.balanced", "*");
    return true;
}

/* A subject of so many ten-thousandths of the total starts, or ends. */
static void shape_start(History *history, int amount)
{
    Model *model = history_model(history);
    for (int i = 0; i < FAMILY_PROJECTS && model->family->projects[i]; i++) {
        const char *code = model->family->projects[i];
        Item *item = model_find(model, code);
        if (item && (item_general(item, LAST_YEAR) != 0 || item_general(item, THIS_YEAR) != 0 || model_sum(model, LAST_YEAR, code, FUNDS_ALL, USES_ALL) != 0))
            continue;
        model_item(model, code)->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] = whole_step(model_total(model) * amount / 10000);
        history->subject = code;
        return;
    }
}

static void shape_end(History *history, int amount)
{
    Item *item = history_project_item(history, 0);
    history->subject = NULL;
    if (!item || model_sum(history_model(history), LAST_YEAR, item->code, FUNDS_ALL, USES_ALL) * 10000 < model_total(history_model(history)) * amount)
        return;
    history->subject = item->code;
    for (guint i = 0; i < history_model(history)->carried->len; i++)
        if (g_str_equal(history_model(history)->family->projects[i % 2], item->code))
            history->subject = NULL; /* money carried over keeps it alive */
    for (Fund fund = 0; fund < FUND_COUNT; fund++)
        item->yuan[THIS_YEAR][fund][USE_PROJECT] = 0;
}

static bool plant_start(History *history, Answers *answers, int amount)
{
    if (!history->subject)
        return false;
    if (amount < 10)
        must_not(answers, history, "year.appeared", history->subject);
    else
        must(answers, history, "year.appeared", history->subject, "notice");
    may(answers, history, UNUSUAL " year.appeared", "*");
    return true;
}

static bool plant_end(History *history, Answers *answers, int amount)
{
    (void)amount;
    if (!history->subject)
        return false;
    must(answers, history, "year.vanished", history->subject, "notice");
    may(answers, history, UNUSUAL " year.vanished", "*");
    return true;
}

/* From the year of the case on the item of this code has another name. */
static void rename_subject(History *history, const char *code, const char *name)
{
    for (int year = history->at; year < history->count; year++) {
        const Filing *filing = history->filings[year];
        for (guint i = 0; i < filing->tables->len; i++) {
            const Sheet *sheet = filing->tables->pdata[i];
            for (guint at = 0; at < sheet->rows->len; at++) {
                SheetRow *row = sheet->rows->pdata[at];
                for (gsize column = 0; column < sheet->column_count; column++)
                    if (g_strcmp0(row->cells[column].text, catalogue_name(code)) == 0)
                        sheet_set_text(row, column, name);
            }
        }
        for (guint i = 0; i < filing->narrative->paragraphs->len; i++) {
            Claim *claim = ((Paragraph *)filing->narrative->paragraphs->pdata[i])->claim;
            if (!claim || strcmp(claim->subject, code) != 0)
                continue;
            GString *lead = g_string_new(claim->lead);
            g_string_replace(lead, catalogue_name(code), name, 0);
            g_free(claim->lead);
            claim->lead = g_string_free(lead, FALSE);
        }
    }
}

/* amount 1: a name that means the same; 2: one that means another thing. */
static bool plant_subject_name(History *history, Answers *answers, int amount)
{
    static const char *const NAMES[][3] = {{"2010308", "信访和投诉事务", "政务公开审批"},   {"2011308", "招商引资工作", "茧丝绸管理"},
                                           {"2012604", "档案馆事务", "信息安全监管"},       {"2070104", "公共图书馆", "艺术表演团体"},
                                           {"2100408", "基本公共卫生服务项目", "妇幼保健机构"}, {"2130108", "病虫害防控", "农村道路建设"},
                                           {"2130305", "水利工程建设项目", "水土保持"},     {"2050201", "学前教育支出", "特殊教育"}};
    for (gsize i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        const Item *item = model_find(history_model(history), NAMES[i][0]);
        if (!item || item_general(item, LAST_YEAR) == 0 || item_general(item, THIS_YEAR) == 0)
            continue;
        rename_subject(history, NAMES[i][0], NAMES[i][amount]);
        must(answers, history, amount == 1 ? "year.renamed" : "year.code-reused", NAMES[i][0], "notice");
        if (amount == 1)
            must_not(answers, history, "year.code-reused year.appeared year.vanished", NAMES[i][0]);
        else
            may(answers, history, "year.appeared year.vanished year.renamed", NAMES[i][0]);
        return true;
    }
    return false;
}

static void shape_department(History *history, int amount)
{
    Model *model = history_model(history);
    GString *name = g_string_new(model->department);
    if (amount == 1)
        g_string_replace(name, "局", "管理局", 0);
    else
        g_string_replace(name, "示例", "示例综合", 0);
    history->renamed = g_string_free(name, FALSE);
    g_free(model->department);
    model->department = g_strdup(history->renamed);
}

static bool plant_department(History *history, Answers *answers, int amount)
{
    (void)amount;
    static const char *const TOLD[] = {"根据机构改革方案，%s更名为%s。", "因机构改革，原%s已更名为%s。", "本部门原名称为%s，现更名为%s。"};
    GPtrArray *paragraphs = history_filing(history)->narrative->paragraphs;
    GString *text = g_string_new(PICK(history->rand, TOLD));
    g_string_replace(text, "%s", history->years[0]->department, 1);
    g_string_replace(text, "%s", history->renamed, 1);
    if (g_str_equal(history->years[0]->department, history->renamed)) {
        g_string_free(text, TRUE);
        return false;
    }
    Paragraph *paragraph = g_new0(Paragraph, 1);
    *paragraph = (Paragraph){PARAGRAPH_TEXT, g_string_free(text, FALSE), NULL};
    g_ptr_array_insert(paragraphs, 3, paragraph);
    must(answers, history, "year.renamed", "*", "notice");
    return true;
}

static bool plant_staff(History *history, Answers *answers, int people)
{
    history->missing_staff = people;
    must(answers, history, "year.staff-roll", "*", "error");
    if (history->at + 1 < history->count)
        answers_add(answers, history, history->at + 1, "year.staff-roll", "*", "", "may");
    return true;
}

static bool plant_again(History *history, Answers *answers, int amount)
{
    (void)amount;
    history->again[history->at] = true;
    must(answers, history, "year.restated", "*", "warning");
    may(answers, history, "text.amount text.sum text.share sum.children sum.columns sum.total balance cross.table year.base-drift", "*");
    return true;
}

static bool plant_gap(History *history, Answers *answers, int amount)
{
    (void)amount;
    history->absent[history->at] = true;
    for (int year = history->at; year <= history->at + 1; year++)
        answers_add(answers, history, year, "year.gap", "*", "", "may");
    answers_add(answers, history, -1, "year.gap", "*", "notice", "must");
    return true;
}

void history_carry(Model *model, int year_of_money, const char *what, Fund fund, Use use, const char *code, gint64 yuan);

/* So many thousandths of the total are carried over. */
static void shape_carried(History *history, int per_mille)
{
    Model *model = history_model(history);
    gint64 there = model_sum(model, THIS_YEAR, "", FUNDS_CARRIED, USES_ALL), rest = model_total(model) - there;
    gint64 wanted = whole_step(rest / (1000 - per_mille) * per_mille) - there;
    history_carry(model, model->year - 1, "办公业务用房改造", FUND_CARRIED, USE_PROJECT, model->family->projects[0], wanted);
}

/* What is carried over may stand under a subject that has nothing else, which starts and stops with it. */
static void may_start_and_stop(History *history, Answers *answers)
{
    may(answers, history, "year.appeared", "*");
    if (history->at + 1 < history->count)
        answers_add(answers, history, history->at + 1, "year.vanished", "*", "", "may");
}

static bool plant_carried(History *history, Answers *answers, int per_mille)
{
    if (per_mille < 200)
        must_not(answers, history, "carryover.large", "*");
    else
        must(answers, history, "carryover.large", "*", "warning");
    may_start_and_stop(history, answers);
    may(answers, history, UNUSUAL, "*");
    if (history->at + 1 < history->count)
        answers_add(answers, history, history->at + 1, "share.shift", "*", "", "may");
    return true;
}

/* Money of so many years ago; 1 is as it should be. */
static void shape_stale(History *history, int years)
{
    Model *model = history_model(history);
    history_carry(model, model->year - years, "排水管网改造", FUND_CARRIED, USE_PROJECT, model->family->projects[0],
                  whole_step(model_total(model) * between(history->rand, 4, 12) / 1000));
}

static bool plant_stale(History *history, Answers *answers, int years)
{
    g_autofree char *name = g_strdup_printf("%d年排水管网改造", history_model(history)->year - years);
    if (years == 1)
        must_not(answers, history, "carryover.stale", "*");
    else
        must(answers, history, "carryover.stale", name, "warning");
    may_start_and_stop(history, answers);
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* The same line in two years' tables. */
static void shape_again(History *history, int amount)
{
    (void)amount;
    const Model *before = history->years[history->at - 1];
    Model *model = history_model(history);
    if (before->carried->len == 0)
        return;
    const Carried *old = before->carried->pdata[0];
    Carried *now = g_memdup2(old, sizeof *old);
    now->name = g_strdup(old->name);
    now->purpose = g_strdup(old->purpose);
    now->yuan = whole_step(old->yuan * 9 / 10);
    model_item(model, model->family->projects[0])->yuan[THIS_YEAR][now->fund][now->use] += now->yuan;
    g_ptr_array_add(model->carried, now);
    history->subject = now->name;
}

static bool plant_seen_again(History *history, Answers *answers, int amount)
{
    (void)amount;
    if (!history->subject)
        return false;
    must(answers, history, "carryover.stale", history->subject, "warning");
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* amount 1: a code for a name, withheld in the text; 2: a name that says nothing. */
static void shape_opaque(History *history, int amount)
{
    Model *model = history_model(history);
    if (model->carried->len == 0)
        return;
    Carried *carried = model->carried->pdata[0];
    g_free(carried->name);
    g_free(carried->purpose);
    carried->name = amount == 1 ? g_strdup_printf("特定目标%d%c", between(history->rand, 1000000, 9999999), 'A' + between(history->rand, 0, 25))
                                : g_strdup("其他项目");
    carried->purpose = amount == 1 ? NULL : g_strdup("其他支出");
    history->subject = carried->name;
}

static bool plant_opaque(History *history, Answers *answers, int amount)
{
    (void)amount;
    if (!history->subject)
        return false;
    must(answers, history, "carryover.opaque", history->subject, "notice");
    return true;
}

/* Reception rises by so many thousandths; by one step if that is more. */
static void shape_public(History *history, int per_mille)
{
    Model *model = history_model(history);
    gint64 base = model->public_expense[LAST_YEAR][PUBLIC_RECEPTION];
    model->public_expense[THIS_YEAR][PUBLIC_RECEPTION] = base + MAX(whole_step(base * per_mille / 1000), 100);
}

static bool plant_public(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    Claim *claim = narrative_find(history_filing(history)->narrative, "十", "公务接待费");
    if (!claim || figure_from_yuan(claim->base) == 0)
        return false;
    must(answers, history, "three-public.increase", "公务接待费", "warning");
    may(answers, history, "three-public.increase", "*");
    return true;
}

/* The money behind the targets: that of projects, as table 3 and table 5 have it. */
static bool money_fell(const Model *model)
{
    return model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_PROJECT) < model_sum(model, LAST_YEAR, "", FUNDS_ALL, USES_PROJECT) ||
           model_sum(model, THIS_YEAR, "", FUNDS_GENERAL, USES_PROJECT) < model_sum(model, LAST_YEAR, "", FUNDS_GENERAL, USES_PROJECT);
}

/* A target falls by so many %. */
static bool plant_lowered(History *history, Answers *answers, int percent)
{
    int which = between(history->rand, 0, 1) * 2;
    for (int year = history->at; year < history->count; year++)
        history->targets[year][which] = MAX(1, history->targets[year][which] * (100 - percent) / 100);
    if (history->targets[history->at][which] >= history->targets[history->at - 1][which] || money_fell(history_model(history)))
        return false;
    must(answers, history, "target.lowered", "*", "notice");
    return true;
}

static bool plant_dropped(History *history, Answers *answers, int which)
{
    for (int year = history->at; year < history->count; year++)
        history->targets[year][which] = 0;
    if (money_fell(history_model(history)))
        return false;
    must(answers, history, "target.dropped", "*", "notice");
    return true;
}

/* Its money falls by as much: the projects of all subjects to a half. */
static void shape_less_money(History *history, int percent)
{
    Model *model = history_model(history);
    for (guint i = 0; i < model->items->len; i++) {
        Item *item = model->items->pdata[i];
        for (Fund fund = 0; fund < FUND_CARRIED; fund++)
            item->yuan[THIS_YEAR][fund][USE_PROJECT] = whole_step(item->yuan[LAST_YEAR][fund][USE_PROJECT] * (100 - percent) / 100);
    }
}

static bool plant_lowered_with_money(History *history, Answers *answers, int percent)
{
    for (int year = history->at; year < history->count; year++)
        history->targets[year][0] = MAX(1, history->targets[year][0] * (100 - percent) / 100);
    must_not(answers, history, "target.lowered", "*");
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* Two faults in one filing. */
static bool plant_drift_and_staff(History *history, Answers *answers, int people)
{
    return plant_drift_item(history, answers, 500) && plant_staff(history, answers, people);
}

static void shape_stale_and_public(History *history, int years)
{
    shape_stale(history, years);
    shape_public(history, 200);
}

static bool plant_stale_and_public(History *history, Answers *answers, int years)
{
    return plant_public(history, answers, 200) && plant_stale(history, answers, years);
}

#define CALM {.projects = true, .calm = true}
#define EXACTLY {.decimals = true}
const Case cases_years[] = {
    {"two.in-one", "drift+staff", 2, {0}, NULL, plant_drift_and_staff},
    {"two.in-one", "stale+public", 3, {0}, shape_stale_and_public, plant_stale_and_public},
    {"year.base-drift", "in", 1, EXACTLY, NULL, plant_drift_item},
    {"year.base-drift", "edge", 2, EXACTLY, NULL, plant_drift_item},
    {"year.base-drift", "1", 100, {0}, NULL, plant_drift_item},
    {"year.base-drift", "20", 2000, {0}, NULL, plant_drift_item},
    {"year.base-drift", "fund-in", 1, EXACTLY, NULL, plant_drift_fund},
    {"year.base-drift", "fund-edge", 2, EXACTLY, NULL, plant_drift_fund},
    {"year.base-drift", "fund-5", 500, {0}, NULL, plant_drift_fund},
    {"year.base-drift", "use-edge", 2, EXACTLY, NULL, plant_drift_use},
    {"year.base-drift", "use-5", 500, {0}, NULL, plant_drift_use},
    {"year.base-drift", "public-edge", 2, EXACTLY, NULL, plant_drift_public},
    {"year.base-drift", "text-edge", 2, EXACTLY, NULL, plant_drift_office},
    {"hard.recoded", "", 0, CALM, shape_recoded, plant_recoded},
    {"year.appeared", "small", 4, {.calm = true}, shape_start, plant_start},
    {"year.appeared", "3%", 300, {.calm = true}, shape_start, plant_start},
    {"year.vanished", "3%", 300, CALM, shape_end, plant_end},
    {"year.renamed", "subject", 1, CALM, NULL, plant_subject_name},
    {"year.renamed", "department", 1, {0}, shape_department, plant_department},
    {"year.code-reused", "", 2, CALM, NULL, plant_subject_name},
    {"year.staff-roll", "1", 1, {0}, NULL, plant_staff},
    {"year.staff-roll", "-3", -3, {0}, NULL, plant_staff},
    {"year.restated", "", 0, {0}, NULL, plant_again},
    {"year.gap", "", 0, {.middle = true, .years = 4}, NULL, plant_gap},
    {"carryover.large", "19%", 190, {0}, shape_carried, plant_carried},
    {"carryover.large", "21%", 210, {0}, shape_carried, plant_carried},
    {"carryover.large", "60%", 600, {0}, shape_carried, plant_carried},
    {"carryover.stale", "1-year", 1, {0}, shape_stale, plant_stale},
    {"carryover.stale", "2-years", 2, {0}, shape_stale, plant_stale},
    {"carryover.stale", "4-years", 4, {0}, shape_stale, plant_stale},
    {"carryover.stale", "again", 0, {.carried = true}, shape_again, plant_seen_again},
    {"carryover.opaque", "withheld", 1, {.carried = true}, shape_opaque, plant_opaque},
    {"carryover.opaque", "nothing-said", 2, {.carried = true}, shape_opaque, plant_opaque},
    {"three-public.increase", "edge", 0, {0}, shape_public, plant_public},
    {"three-public.increase", "5%", 50, {0}, shape_public, plant_public},
    {"three-public.increase", "30%", 300, {0}, shape_public, plant_public},
    {"target.lowered", "15%", 15, {.calm = true}, NULL, plant_lowered},
    {"target.lowered", "50%", 50, {.calm = true}, NULL, plant_lowered},
    {"hard.lowered-with-money", "", 40, {.calm = true, .projects = true}, shape_less_money, plant_lowered_with_money},
    {"target.dropped", "quantity", 0, {.calm = true}, NULL, plant_dropped},
    {"target.dropped", "effect", 2, {.calm = true}, NULL, plant_dropped},
    {.rule = NULL},
};
