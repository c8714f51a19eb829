/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/clause.h"

#include <string.h>

#include "history/pattern.h"

/* A longer clause is no sentence; trying wordings at each of its places would take long. */
#define MOST_BYTES 2400

#define AMOUNT "(?<amount>-?[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>亿元|万元|元)"
#define RATE "(?<rate>-?[0-9][0-9,]*(?:\\.[0-9]+)?)(?<percent>%|个百分点|倍)?"
#define UP "增加|增长|上升|提高|上涨|增支|增"
#define DOWN "减少|下降|降低|压减|压缩|下调|减支|减"
#define SAID "(?:了|支出|收入|金额|额|约|为|数|经费|预算|共|共计|各)*"
/* What a change is against: 比上年预算, 较2023年决算数, 与上年相比, 同比. */
#define AGAINST "(?<against>(?:比|较|与(?=上|去年|年初|预算|决算|[0-9]{4}年|本年|本部门|本单位|同期|调整|全年|当年|执行|“?三公)|同(?=上年|去年)|和(?=上年|去年)|相较于?|对比)(?:[^，；。：增减加《]{0,24}?)(?:上年|去年|上一年|年初|预算|决算|[0-9]{4}年|本年|执行)[^，；。：增减《]{0,20}?(?:相比|比较|对比)?|同比|环比|上年同期)"

/* In the order they are tried; the first that fits says what the clause is. */
static const struct {
    ClauseKind kind;
    const char *pattern;
    bool figure; /* it cannot fit a clause without digits */
} wordings[] = {
    {CLAUSE_AMONG, "^(?:主要)?用于(?:以下|如下)(?:几个)?方面(?:的)?(?:支出)?$", false},
    {CLAUSE_PURPOSE, "^(?:主要|全部)?(?:是)?用于", false},
    /* 决算数小于预算数, alone or before 的主要原因. */
    {CLAUSE_TURN, "^(?<subject>[^，；。：]{0,60}?)(?:支出)?(?:决算|执行|实际支出|支出)数?(?<turn>小于|大于|高于|低于|超过|超出|少于|多于|等于)(?:了)?(?:年初|全年|调整后?|当年)?预算(?:安排)?数?(?<tail>(?:的?(?:主要)?原因.*)?)$", false},
    {CLAUSE_REASON, "^(?:(?:支出)?决算数?(?:大于|小于|高于|低于|与)(?:年初|调整)?预算数?(?:存在|有)?)?(?:变动|变化|增减变化|增减变动|增减|增加|减少|增长|下降|持平|上升|降低|差异|调整)?的?(?:主要)?(?:原因|缘由)(?:主要)?(?:是因为|是由于|是因|是|为|有|如下|在于)?(?:由于|因为)?(?<words>.*)$", false},
    {CLAUSE_REASON, "^(?<subject>[^，；。：]{2,60}?)" AGAINST "?(?:预算|决算)?数?(?:增加|减少|增长|下降|增减变化|增减变动|变动|变化|持平)(?:较大|较多)?的?(?:主要)?(?:原因)(?:主要)?(?:是因为|是由于|是因|是|为|有|如下|在于)?(?:由于|因为)?(?<words>.*)$", false},
    {CLAUSE_REASON, "^主要(?:是因为|是由于|是因|是|系因|系|由于|因为|因)(?!用于)(?<words>.*)$", false},
    {CLAUSE_REASON, "^(?:是)?(?:由于|因为)(?<words>.*)$", false},
    {CLAUSE_AMONG, "^(?:其中|主要?包括|包括|包含|分别为|具体为|具体是|分别是)$", false},
    /* 占年初预算的…% measures completion; 占收入预算的…% is a share. */
    {CLAUSE_COMPLETION, "^(?<subject>.*?)(?:完成|执行|占(?=(?:年初|年度|全年|调整后?|本年|当年)?(?:预算|计划)数?(?:的|[0-9]))|为(?=(?:年初|全年|调整后?|当年)?预算数?的[0-9]))(?<words>[^，；。0-9]{0,12}?(?:预算|计划)[^，；。0-9]{0,6}?)(?:的|率为|率)?" RATE "(?<tail>.*)$", true},
    {CLAUSE_COMPLETION, "^(?<subject>.*?)(?<words>预算完成率|完成率|执行率)(?:为|达)?" RATE "(?<tail>.*)$", true},
    {CLAUSE_SHARE, "^(?<subject>.*?)(?:约)?占(?<words>[^0-9，；。]*?)(?:的)?(?:比重|比例|比)?(?:为|约|的)?" RATE "(?<tail>.*)$", true},
    {CLAUSE_SAME, "^(?<subject>.*?)" AGAINST "?(?:数|数额|规模)?(?:基本)?(?<turn>持平|一致|相同|相等|无变化|无增减变化|无增减变动|无增减|没有变化|没有增减|保持不变|不变|未发生变化)(?:[0-9.]+(?:万元|元))?(?<tail>)$", false},
    {CLAUSE_NEW, "^(?:为|是|属于|系)?(?:今年|本年|本年度|当年)新增(?:的)?(?:支出|预算|收入|经费)?(?:项目|科目|支出)?$", false},
    {CLAUSE_CHANGE, "^(?<subject>.*?)" AGAINST "?(?:，)?(?:各|均|共|分别)?(?<fresh>今年新增|本年新增|新增)(?:支出|收入|预算)?(?<turn>)" AMOUNT "(?<tail>.*)$", true},
    {CLAUSE_CHANGE, "^(?<subject>.*?)" AGAINST "?(?:各|均|共|分别|净)?(?<turn>" UP "|" DOWN ")" SAID AMOUNT "(?!以上|以下)(?<tail>.*)$", true},
    {CLAUSE_GROWTH, "^(?<subject>.*?)" AGAINST "?(?:各|均|约)?(?<turn>" UP "|" DOWN "|增幅|降幅|减幅|增长率|下降率|增速|变动率|变动幅度)(?:了|为|率为|率|幅度为|幅度|约|达|至)*" RATE "(?<tail>.*)$", true},
    {CLAUSE_COMPARISON, "^(?<subject>.*?)" AGAINST "(?<![元0-9])$", false},
    {CLAUSE_BASE, "^(?<subject>.*?)(?<words>年初预算|调整预算|全年预算|年初预算安排)(?:数)?(?:安排)?(?:为|是)?" AMOUNT "(?!以上|以下)(?<tail>.*)$", true},
    {CLAUSE_AMOUNT, "^(?<subject>.*?)" AMOUNT "(?!以上|以下|以内|及以上|及以下|（含）|左右)(?<tail>.*)$", true},
};

static char *named(GMatchInfo *match, const char *name)
{
    char *text = g_match_info_fetch_named(match, name);
    return text != NULL ? text : g_strdup("");
}

static bool is_down(const char *turn)
{
    static const char *const down[] = {"减", "下降", "降", "压", "下调", "小于", "低于", "少于"};
    for (gsize i = 0; i < G_N_ELEMENTS(down); i++)
        if (g_str_has_prefix(turn, down[i]))
            return true;
    return false;
}

static void take_amount(GMatchInfo *match, Clause *clause)
{
    g_autofree char *figure = named(match, "amount");
    g_autofree char *unit = named(match, "unit");
    if (figure[0] == '\0')
        return;
    g_autoptr(GError) error = NULL;
    clause->has_amount = amount_from_text(figure, unit_from_text(unit), &clause->amount, &error);
    if (!clause->has_amount)
        clause->refused = g_strdup(error->message);
}

static void take_rate(GMatchInfo *match, Clause *clause)
{
    g_autofree char *figure = named(match, "rate");
    g_autofree char *percent = named(match, "percent");
    if (figure[0] == '\0')
        return;
    if (g_str_equal(percent, "个百分点"))
        return; /* points between two rates are neither a share nor growth */
    clause->times = g_str_equal(percent, "倍");
    clause->bare = percent[0] == '\0';
    clause->has_rate = rate_from_text(figure, clause->times ? 100 * RATE_PERCENT : RATE_PERCENT, &clause->rate);
}

/* A growth without a percent sign must be all that the clause says, else it is some other figure (增加2名). */
static bool is_stray_figure(const Clause *clause)
{
    bool rated = clause->kind == CLAUSE_GROWTH || clause->kind == CLAUSE_SHARE || clause->kind == CLAUSE_COMPLETION;
    return rated && (!clause->has_rate || (clause->bare && clause->tail[0] != '\0'));
}

/* "公务接待费0.12万元占4.58%": what the clause says first is the amount, and the rest is its tail. */
static bool passes_over_amount(const Clause *clause)
{
    static GRegex *amount;
    return g_regex_match(pattern_once(&amount, AMOUNT "(?!以上|以下|以内|及以上|及以下|（含）|左右)"), clause->subject, 0, NULL);
}

/* 填列数应与《收支预算总表》收入数一致: how a form is to be filled in is no figure of it. */
static bool is_instruction(const Clause *clause)
{
    return clause->kind == CLAUSE_SAME && (strstr(clause->subject, "应") != NULL || strstr(clause->subject, "《") != NULL);
}

static bool try_wording(gsize index, const char *text, Clause *clause)
{
    static GRegex *compiled[G_N_ELEMENTS(wordings)];
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&compiled[index], wordings[index].pattern), text, 0, &match))
        return false;
    *clause = (Clause){.kind = wordings[index].kind};
    g_autofree char *against = named(match, "against");
    g_autofree char *words = named(match, "words");
    g_autofree char *fresh = named(match, "fresh");
    clause->subject = named(match, "subject");
    bool compares = against[0] != '\0' && wordings[index].kind != CLAUSE_REASON;
    clause->words = g_strdup(compares ? against : words);
    clause->turn = named(match, "turn");
    clause->tail = named(match, "tail");
    clause->down = is_down(clause->turn);
    clause->fresh = fresh[0] != '\0';
    take_amount(match, clause);
    take_rate(match, clause);
    if (!is_stray_figure(clause) && !passes_over_amount(clause) && !is_instruction(clause))
        return true;
    clause_clear(clause);
    return false;
}

void clause_from_text(const char *text, Clause *clause)
{
    bool figures = strpbrk(text, "0123456789") != NULL;
    bool readable = strlen(text) <= MOST_BYTES;
    for (gsize i = 0; readable && i < G_N_ELEMENTS(wordings); i++)
        if ((figures || !wordings[i].figure) && try_wording(i, text, clause))
            return;
    *clause = (Clause){.kind = CLAUSE_TEXT,
                       .subject = g_strdup(text),
                       .words = g_strdup(""),
                       .turn = g_strdup(""),
                       .tail = g_strdup("")};
}

void clause_clear(Clause *clause)
{
    g_free(clause->subject);
    g_free(clause->words);
    g_free(clause->turn);
    g_free(clause->tail);
    g_free(clause->refused);
    *clause = (Clause){0};
}
