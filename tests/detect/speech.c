/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/detect/speech.h"

#include <string.h>

#include "tests/generate/claim.h"
#include "tests/generate/figures.h"
#include "tests/generate/reasons.h"

/* {a} the amount, {r} the rate, {y} last year; up and down. */
static const char *const CHANGES[][2] = {
    {"，比上年预算增加{a}万元，增长{r}", "，比上年预算减少{a}万元，下降{r}"},
    {"，较上年增加{a}万元，增长{r}", "，较上年减少{a}万元，下降{r}"},
    {"，与上年相比增加{a}万元，增长{r}", "，与上年相比减少{a}万元，下降{r}"},
    {"，比{y}年预算增加{a}万元，增长{r}", "，比{y}年预算减少{a}万元，降低{r}"},
    {"，比上年预算数增加{a}万元，同比增长{r}", "，比上年预算数减少{a}万元，同比下降{r}"},
    {"，较上年预算增加{a}万元，增幅{r}", "，较上年预算减少{a}万元，降幅{r}"},
    {"，比上年预算增加{a}万元（增长{r}）", "，比上年预算减少{a}万元（下降{r}）"},
    {"，同比增加{a}万元，增长{r}", "，同比减少{a}万元，下降{r}"},
    {"，较{y}年预算数增加{a}万元，增幅为{r}", "，较{y}年预算数减少{a}万元，降幅为{r}"},
    {"，与上年预算数相比，增加{a}万元，增长率{r}", "，与上年预算数相比，减少{a}万元，下降率{r}"},
};
static const char *const UNCHANGED[] = {"，与上年持平", "，与上年预算数一致", "，较上年无变化", "，与{y}年预算持平", "，与上年预算相比无增减变化",
                                        "，与上年预算数相同"};
static const char *const NEW[] = {"，今年新增支出{a}万元，上年未安排", "，比上年预算增加{a}万元，上年无此项预算",
                                  "，较上年增加{a}万元，上年预算数为0", "，为本年新增支出，上年没有安排"};
static const char *const BECAUSE[] = {"，主要原因是", "。主要原因是", "，主要是", "。主要原因：", "，原因是", "。主要原因为", "，主要原因：", "。变动原因是"};
static const char *const SHARES[] = {"，占{s}", "，占{s}", "，占比{s}", "，占总额的{s}"};

const char *speech_pick(GRand *rand, const char *const *texts, gsize count)
{
    return texts[between(rand, 0, (int)count - 1)];
}

char *speech_subject(const char *code)
{
    g_autofree char *class_code = g_strndup(code, 3), *group_code = g_strndup(code, 5);
    return g_strdup_printf("%s（类）%s（款）%s（项）", catalogue_name(class_code), catalogue_name(group_code), catalogue_name(code));
}

static void fill(GString *text, const char *name, const char *value)
{
    g_string_replace(text, name, value, 0);
}

/* What a reason speaks of: the fund, the contribution, or what the subject is for. */
static const char *word_of_claim(const Model *model, const Claim *claim, bool *people)
{
    static const struct {
        const char *subject, *word;
        bool people;
    } WORDS[] = {{"2080501", "退休费", true},         {"2080505", "养老保险缴费", true}, {"2080506", "职业年金缴费", true},
                 {"2101101", "医疗保险缴费", true},   {"2101103", "公务员医疗补助", true}, {"2210201", "住房公积金", true},
                 {"基本支出", "人员工资", true},      {"项目支出", "专项任务", false},    {"一般公共预算", "本级专项", false},
                 {"政府性基金预算", "基金项目", false}, {"单位资金", "自筹项目", false},    {"公务接待费", "接待", false},
                 {"公务用车运行费", "用车", false},   {"三公经费", "用车和接待", false},  {"机关运行经费", "水电和维修", false}};
    *people = g_str_equal(claim->subject, model->family->running);
    for (gsize i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (g_str_equal(WORDS[i].subject, claim->subject)) {
            *people = WORDS[i].people;
            return WORDS[i].word;
        }
    return *people ? "在职人员工资" : g_ascii_isdigit(claim->subject[0]) ? model->family->tasks[claim->subject[6] % 2] : "专项";
}

static const char *const PEOPLE[2][5] = {
    {"{w}标准提高，增加{a}万元", "按规定调整{w}标准，相应增加{a}万元", "一是{w}基数上调，增加{p}万元；二是补发上年差额，增加{q}万元",
     "{w}政策性调整增加{a}万元", "年度考核后晋级，{w}增加{a}万元"},
    {"上年一次性补发{w}{a}万元，本年不再安排", "{w}比例下调，减少{a}万元", "一是{w}基数核减，减少{p}万元；二是上年补缴已完成，减少{q}万元",
     "{w}由社保机构统一发放，减少{a}万元", "人员退休后{w}减少{a}万元"}};
static const char *const TASKS[2][6] = {
    {"新增{w}任务，增加{a}万元", "一是{w}范围扩大，增加{p}万元；二是服务单价上浮，增加{q}万元", "本年启动{w}二期工程，新增支出{a}万元",
     "上级追加{w}任务，相应增加{a}万元", "{w}增加{m}万元，同时日常维护减少{n}万元", "按合同支付{w}进度款，增加{a}万元"},
    {"{w}一期已验收，减少{a}万元", "一是{w}已结项，减少{p}万元；二是压缩外包服务，减少{q}万元", "上年一次性安排{w}{a}万元，本年不再安排",
     "{w}合同到期，减少{a}万元", "{w}减少{m}万元，同时日常维护增加{n}万元", "{w}已完成大部分支付，本年减少{a}万元"}};
static const char *const CARRIED_WHY[2][3] = {{"跨年支付的{w}增加{a}万元", "{w}推迟实施，结转增加{a}万元", "{w}尾款未到付款期，增加{a}万元"},
                                              {"上年{w}已按期支付，减少{a}万元", "{w}验收后付清，减少{a}万元", "加快支付{w}，结转减少{a}万元"}};
static const char *const SMALL_PEOPLE[2][5] = {
    {"{w}基数提高", "{w}标准调整，略有增加", "{w}相应增加", "正常晋级晋档，{w}增加", "新招录人员，{w}增加"},
    {"{w}基数核减", "{w}比例下调", "{w}相应减少", "上年补发{w}，本年没有此项", "人员调出，{w}减少"}};
static const char *const SMALL_TASKS[2][5] = {
    {"{w}价格上涨", "{w}工作量增加", "新增{w}内容", "{w}费用略有增加", "{w}标准提高"},
    {"{w}内容减少", "压减{w}开支", "{w}上年已完成部分内容", "{w}费用略有减少", "厉行节约，{w}减少"}};

static void fill_amounts(GString *reason, History *history, const Model *model, gint64 change)
{
    gint64 size = ABS(change), part = size * between(history->rand, 55, 80) / 100, beside = size * between(history->rand, 10, 30) / 100;
    /* Parts in whole steps, so that they add up on paper. */
    part = whole_step(part);
    beside = whole_step(beside);
    const struct {
        const char *name;
        gint64 yuan;
    } AMOUNTS[] = {{"{a}", size}, {"{p}", part}, {"{q}", size - part}, {"{m}", size + beside}, {"{n}", beside}};
    for (gsize i = 0; i < G_N_ELEMENTS(AMOUNTS); i++) {
        g_autofree char *text = amount_in_text(AMOUNTS[i].yuan, &model->style);
        fill(reason, AMOUNTS[i].name, text);
    }
}

char *speech_reason(History *history, const Claim *claim)
{
    GRand *rand = history->rand;
    const Model *model = history_model(history);
    gint64 change = claim->now - claim->base;
    bool people, down = change < 0, carried = strstr(claim->subject, "结转") != NULL;
    const char *word = word_of_claim(model, claim, &people);
    const char *form = NULL;
    if (!change_is_material(model, claim->now, claim->base))
        form = people ? PICK(rand, SMALL_PEOPLE[down]) : PICK(rand, SMALL_TASKS[down]);
    else if (carried)
        form = PICK(rand, CARRIED_WHY[down]);
    else
        form = people ? PICK(rand, PEOPLE[down]) : PICK(rand, TASKS[down]);
    GString *reason = g_string_new(form);
    fill(reason, "{w}", carried ? "采购项目" : word);
    fill_amounts(reason, history, model, change);
    return g_string_free(reason, FALSE);
}

void speech_reasons(History *history, int year)
{
    const Narrative *narrative = history->filings[year]->narrative;
    int at = history->at;
    history->at = year;
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        Claim *claim = ((Paragraph *)narrative->paragraphs->pdata[i])->claim;
        if (!claim || !claim->states_change || figure_from_yuan(claim->now - claim->base) == 0)
            continue;
        /* Words that fit any change are a fault when they stand beside a rise and beside a fall: none here. */
        bool fits_any = g_str_has_prefix(claim->reason, "根据");
        bool material = change_is_material(history->years[year], claim->now, claim->base);
        if (!fits_any && (chance(history->rand, 35) || (!material && chance(history->rand, 30))))
            continue;
        g_free(claim->reason);
        claim->reason = speech_reason(history, claim);
    }
    history->at = at;
}

static void append_change(GString *sentence, const Claim *claim, const Model *model, GRand *rand)
{
    gint64 change = claim->now - claim->base;
    bool down = change < 0;
    g_autofree char *amount = amount_in_text(ABS(change), &model->style);
    g_autofree char *last = g_strdup_printf("%d", model->year - 1);
    g_autoptr(GString) words = g_string_new(NULL);
    if (figure_from_yuan(change) == 0) {
        g_string_assign(words, PICK(rand, UNCHANGED));
    } else if (figure_from_yuan(claim->base) == 0 && !claim->percent_on_zero) {
        g_string_assign(words, PICK(rand, NEW));
    } else {
        const char *const *pair = CHANGES[between(rand, 0, (int)G_N_ELEMENTS(CHANGES) - 1)];
        g_autofree char *right = claim->base == 0 ? g_strdup("100.00") : rate_text(ABS(change), ABS(claim->base));
        const char *rate = claim->growth ? claim->growth : right;
        bool times = strstr(rate, "倍") != NULL;
        g_autofree char *printed = g_strconcat(rate, claim->no_percent_sign || times ? "" : "%", NULL);
        /* Of a pair that contradicts itself the amount's words are kept, and the rate's are the other side's. */
        const char *mark = strstr(pair[down], "{a}"), *other = strstr(pair[!down], "{a}");
        g_string_append_len(words, pair[down], mark - pair[down]);
        g_string_append(words, claim->growth_reversed ? other : mark);
        fill(words, "{r}", printed);
    }
    fill(words, "{a}", amount);
    fill(words, "{y}", last);
    g_string_append(sentence, words->str);
}

static char *sentence_of(const Claim *claim, const Model *model, GRand *rand)
{
    GString *sentence = g_string_new(claim->lead);
    g_autofree char *amount = amount_in_text(claim->now, &model->style);
    g_autofree char *right = claim->whole ? rate_text(claim->now, claim->whole) : g_strdup("");
    const char *share = claim->share ? claim->share : right;
    g_string_append_printf(sentence, "%s万元", amount);
    if (*share) {
        g_autofree char *printed = g_strconcat(share, "%", NULL);
        g_autoptr(GString) words = g_string_new(PICK(rand, SHARES));
        fill(words, "{s}", printed);
        g_string_append(sentence, words->str);
    }
    if (claim->states_change)
        append_change(sentence, claim, model, rand);
    if (*claim->reason)
        g_string_append_printf(sentence, "%s%s", claim->joined ? BECAUSE[0] : PICK(rand, BECAUSE), claim->reason);
    return g_string_free(sentence, FALSE);
}

/* A claim becomes a text; those that share a paragraph become one. */
static void write_claims(Narrative *narrative, const Model *model, GRand *rand)
{
    g_autoptr(GString) pending = g_string_new(NULL);
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        Paragraph *paragraph = narrative->paragraphs->pdata[i];
        const Claim *claim = paragraph->claim;
        if (!claim)
            continue;
        g_autofree char *sentence = sentence_of(claim, model, rand);
        g_string_append_printf(pending, "%s%s", sentence, claim->joined ? "；" : "。");
        bool joined = claim->joined;
        paragraph->kind = PARAGRAPH_TEXT;
        g_free(paragraph->claim->subject);
        g_free(paragraph->claim->lead);
        g_free(paragraph->claim->reason);
        g_free(paragraph->claim->share);
        g_free(paragraph->claim->growth);
        g_free(paragraph->claim);
        paragraph->claim = NULL;
        if (joined) {
            g_ptr_array_remove_index(narrative->paragraphs, i--);
        } else {
            paragraph->text = g_strdup(pending->str);
            g_string_truncate(pending, 0);
        }
    }
}

static char *staff_words(int change, const char *against, const char *counter)
{
    if (change == 0)
        return g_strdup_printf("%s无变化", against);
    return g_strdup_printf("%s%s%d%s", against, change > 0 ? "增加" : "减少", ABS(change), counter);
}

static char *staff_sentence(const Model *model, int in_post, int way)
{
    static const char *const AGAINST[] = {"", "比上年", "较上年", "比上年"};
    const char *counter = way == 3 ? "名" : "人";
    g_autofree char *post = staff_words(model->in_post_change, AGAINST[way], counter);
    g_autofree char *retired = staff_words(model->retired_change, AGAINST[way], counter);
    switch (way) {
    case 0:
        return g_strdup_printf("%s编制数%d，实有人数%d人，其中：在职%d人，%s；退休%d人，%s；离休0人，无变化。", model->department, model->posts,
                               in_post + model->retired, in_post, post, model->retired, retired);
    case 1:
        return g_strdup_printf("%s核定编制%d名，在职人员%d人，%s；退休人员%d人，%s；无离休人员。", model->department, model->posts, in_post, post,
                               model->retired, retired);
    case 2:
        return g_strdup_printf("%s人员编制%d个，实有人员%d人，其中：在职%d人，%s；退休%d人，%s。", model->department, model->posts,
                               in_post + model->retired, in_post, post, model->retired, retired);
    default:
        return g_strdup_printf("%s编制%d名，其中在职%d名，%s；退休%d名，%s。", model->department, model->posts, in_post, post, model->retired,
                               retired);
    }
}

static void set_text(Paragraph *paragraph, char *text)
{
    g_free(paragraph->text);
    paragraph->text = text;
}

static void write_staff(const Narrative *narrative, const Model *model, int off, int way)
{
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        Paragraph *paragraph = narrative->paragraphs->pdata[i];
        if (paragraph->text && strstr(paragraph->text, "编制数")) {
            set_text(paragraph, staff_sentence(model, model->in_post + off, way));
            return;
        }
    }
}

/* A target's value of the year; a target that is gone gives its place, and its weight, to another. */
static void write_targets(const Narrative *narrative, const int values[3])
{
    static const char *const FIRST[] = {"产出 数量指标", "产出 质量指标", "效益 社会效益"};
    static const char *const INSTEAD[] = {"产出 时效指标 按期完成率 ＞=95%", "产出 成本指标 成本控制率 ＜=100%", "效益 满意度 群众满意度 ＞=90%"};
    static const char *const UNITS[] = {"个", "%", "人次"};
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        Paragraph *paragraph = narrative->paragraphs->pdata[i];
        for (gsize at = 0; paragraph->text && at < G_N_ELEMENTS(FIRST); at++) {
            if (!g_str_has_prefix(paragraph->text, FIRST[at]))
                continue;
            const char *weight = strrchr(paragraph->text, ' '), *value = strstr(paragraph->text, "＞=");
            g_autofree char *lead = g_strndup(paragraph->text, (gsize)(value - paragraph->text));
            char *text = values[at] ? g_strdup_printf("%s＞=%d%s%s", lead, values[at], UNITS[at], weight)
                                    : g_strdup_printf("%s%s", INSTEAD[at], weight);
            set_text(paragraph, text);
            break;
        }
    }
}

void speech_finish(History *history, int year)
{
    Filing *filing = history->filings[year];
    int way = (int)(g_str_hash(history->years[0]->department) % 4);
    write_staff(filing->narrative, filing->model, year == history->at ? history->missing_staff : 0, way);
    write_targets(filing->narrative, history->targets[year]);
    write_claims(filing->narrative, filing->model, history->rand);
}
