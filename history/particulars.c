/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/particulars.h"

#include <stdlib.h>
#include <string.h>

#include "history/counts.h"
#include "history/pattern.h"
#include "history/plain.h"
#include "history/token.h"

static const struct {
    const char *words;
    const char *kind;
} staff_kinds[] = {
    {"编制", "posts"},   {"实有在职", "in-post"}, {"实有", "present"},  {"在职", "in-post"},
    {"在编", "in-post"}, {"退休", "retired"},     {"离休", "veterans"},
};

static const char *staff_kind(const char *words)
{
    for (gsize i = 0; i < G_N_ELEMENTS(staff_kinds); i++)
        if (strstr(words, staff_kinds[i].words) != NULL)
            return staff_kinds[i].kind;
    return NULL;
}

/* 在职20人，减少3人；退休22人，增加2人；离休0人，无变化 */
static void read_staff(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *count;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&count, "(编制(?:人?数)?|实有(?:在职)?(?:人数|人员)?|在职(?:人员|人数)?|在编(?:人员|人数)?|退休(?:人员|人数)?|离休(?:人员|人数)?)(?:为|共|共计|总数|合计|：)*([0-9]{1,6}+)(?!名?人员|名在职)[人名个]?(?:[，、]?(?:较上年|比上年|较去年|与上年|与去年)?(?:(增加|减少)(?:了)?([0-9]{1,6})[人名个]|(?:相比)?(无变化|没有变化|无增减|无增减变化|保持不变|持平|一致|相同)))?"),
                  paragraph->text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *words = g_match_info_fetch(match, 1);
        g_autofree char *number = g_match_info_fetch(match, 2);
        g_autofree char *turn = g_match_info_fetch(match, 3);
        g_autofree char *change = g_match_info_fetch(match, 4);
        g_autofree char *same = g_match_info_fetch(match, 5);
        const char *kind = staff_kind(words);
        const Line *line = line_of_match(document, paragraph, match);
        Staff *staff = g_new0(Staff, 1);
        staff->kind = g_strdup(kind != NULL ? kind : "present");
        staff->count = g_ascii_strtoll(number, NULL, 10);
        bool changed = turn != NULL && turn[0] != '\0';
        staff->has_change = changed || (same != NULL && same[0] != '\0');
        staff->change = changed ? g_ascii_strtoll(change, NULL, 10) : 0;
        if (changed && g_str_equal(turn, "减少"))
            staff->change = -staff->change;
        staff->page = line->page;
        staff->line = line->line;
        staff->text = g_match_info_fetch(match, 0);
        g_ptr_array_add(filing->staff, staff);
    }
}

/* 某某局共有车辆: the thing, without whose it is. */
static const char *thing_of(const char *words)
{
    static const char *const owns[] = {"共有", "拥有", "现有", "购置"};
    for (gsize i = 0; i < G_N_ELEMENTS(owns); i++) {
        const char *found = strstr(words, owns[i]);
        if (found != NULL && found[strlen(owns[i])] != '\0')
            return found + strlen(owns[i]);
    }
    return words;
}

/* 部门预算安排购置车辆1辆: the sentence tells what is to be bought, not what there is. */
static bool is_planned(const char *text, int at)
{
    const char *begin = text;
    for (const char *stop = strstr(text, "。"); stop != NULL && stop - text < at; stop = strstr(stop + 1, "。"))
        begin = stop;
    const char *buys = strstr(begin, "安排购置");
    const char *end = strstr(begin + 1, "。");
    return buys != NULL && (end == NULL || buys < end);
}

/* 1.房屋0.00平方米，价值0.00万元；车辆3辆，价值77.05万元: a thing with its count, its value, or both. */
static void read_assets(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *asset;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&asset, "、?(?:[0-9]{1,2}[.、])?((?:[^，；。：0-9]{0,6}[0-9]+万元?)?[^，；。：0-9]{2,40}?)(?:共|为)?(?:([0-9][0-9,]*(?:\\.[0-9]+)?)(平方米|辆|台|套|台（套）|件))?，?(?:(?:总)?价值(?:为)?([0-9][0-9,]*(?:\\.[0-9]+)?)(万元|元))?(?=等?[，；。、]|$)"),
                  paragraph->text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *words = g_match_info_fetch(match, 1);
        const char *label = thing_of(words);
        g_autofree char *count = g_match_info_fetch(match, 2);
        g_autofree char *value = g_match_info_fetch(match, 4);
        g_autofree char *unit = g_match_info_fetch(match, 5);
        g_autofree char *whole = g_match_info_fetch(match, 0);
        const char *text = g_str_has_prefix(whole, "、") ? whole + strlen("、") : whole;
        int start = 0;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        const Line *line = document_line(document, paragraph_line(paragraph, (gsize)start));
        Amount amount;
        bool planned = is_planned(paragraph->text, start);
        if (count != NULL && amount_from_text(count, ONE_COUNTED, &amount, NULL))
            filing_add_item(filing, planned ? "asset.planned" : "asset.count", label, false, amount, line->page, line->line, text);
        if (value != NULL && value[0] != '\0' && amount_from_text(value, unit_from_text(unit), &amount, NULL))
            filing_add_item(filing, "asset.value", label, true, amount, line->page, line->line, text);
    }
}

/* 上级安排 0.00, 本级安排 1,700.41, 其他 0.05: where the money behind the targets comes from. */
static void read_target_money(const Line *line, const GArray *tokens, Filing *filing)
{
    static const char *const sources[] = {"上级安排", "本级安排", "其他", "其他资金", "财政拨款", "资金总额"};
    for (guint i = 0; i + 1 < tokens->len; i++) {
        const Token *label = token_at(tokens, i);
        const Token *figure = token_at(tokens, i + 1);
        Amount amount;
        for (gsize k = 0; k < G_N_ELEMENTS(sources); k++)
            if (g_str_equal(label->text, sources[k]) && figure->kind == TOKEN_DECIMAL &&
                amount_from_text(figure->text, FEN_PER_WAN_YUAN, &amount, NULL))
                filing_add_item(filing, "target.money", label->text, true, amount, line->page, line->line, line->text);
    }
}

/* A row of the target table being put together from its lines. */
typedef struct {
    Target *target;
    GString *words;
    bool kind_printed; /* its kind stands in front of it; else words after a weight began it */
} TargetRow;

/* ">=1 个 2024年重点工作计划": the comparison with its unit, not what the target rests on. */
static char *target_value(const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", 3);
    bool unit = parts[0] != NULL && parts[1] != NULL && parts[1][0] != '\0' && g_utf8_strlen(parts[1], -1) <= 3 &&
                !g_ascii_isdigit(parts[1][0]);
    return unit ? g_strconcat(parts[0], parts[1], NULL) : g_strdup(parts[0]);
}

static void target_discard(Target *target)
{
    g_free(target->kind);
    g_free(target->name);
    g_free(target->value);
    g_free(target);
}

static void finish_target(TargetRow *row, Filing *filing)
{
    static GRegex *value;
    if (row->target == NULL)
        return;
    g_autoptr(GMatchInfo) match = NULL;
    char *name = g_strdup(row->words->str);
    if (g_regex_match(pattern_once(&value, "(>=|<=|≥|≤|=|>|<|等于|不低于|不少于|不超过|定性)[^ ]*"), name, 0, &match)) {
        int start = 0;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        g_free(row->target->value);
        row->target->value = target_value(name + start);
        name[start] = '\0';
    }
    g_free(row->target->name);
    row->target->name = squeeze(name);
    g_free(name);
    /* Words that come to nothing are a level's heading, or a note below the table. */
    bool empty = row->target->name[0] == '\0' && !row->target->has_weight;
    bool note = !row->kind_printed && !row->target->has_weight && row->target->value[0] == '\0';
    if (empty || note)
        target_discard(row->target);
    else
        g_ptr_array_add(filing->targets, row->target);
    row->target = NULL;
    g_string_truncate(row->words, 0);
}

/* The first level of targets, printed before the second one or merged over several rows. */
static bool is_first_level(const char *text)
{
    static const char *const words[] = {"产出", "产出指标", "效益", "效益指标", "满意度", "满意度指标", "成本", "成本指标", "履职效能", "运行成本", "管理效率", "社会效应", "可持续性"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(text, words[i]))
            return true;
    return false;
}

static bool is_second_level(const char *text)
{
    static const char *const words[] = {"社会效益", "经济效益", "生态效益", "可持续影响", "服务对象满意度"};
    if (g_str_has_suffix(text, "指标") && !g_str_has_suffix(text, "级指标") && g_utf8_strlen(text, -1) <= 10)
        return true;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(text, words[i]))
            return true;
    return false;
}

static void begin_target(TargetRow *row, const Line *line, const char *kind, bool kind_printed, Filing *filing)
{
    finish_target(row, filing);
    row->kind_printed = kind_printed;
    row->target = g_new0(Target, 1);
    row->target->kind = g_strdup(kind);
    row->target->name = g_strdup("");
    row->target->value = g_strdup("");
    row->target->page = line->page;
    row->target->line = line->line;
}

/* A bare number that ends a line, and is not what a comparison compares with, is a weight. */
static bool is_weight(const GArray *tokens, guint index, Amount *weight)
{
    const Token *token = token_at(tokens, index);
    const char *before = index > 0 ? token_at(tokens, index - 1)->text : "";
    bool compared = before[0] != '\0' && strchr("<>=", before[strlen(before) - 1]) != NULL;
    return (token->kind == TOKEN_INTEGER || token->kind == TOKEN_DECIMAL) && index + 1 == tokens->len && !compared &&
           amount_from_text(token->text, 1000, weight, NULL) && weight->fen > 0 && weight->fen <= 100 * 1000;
}

/*
 * 数量指标 实施重点技改项目数 >=1个 … 30: the kind begins a row, its weight ends it; words after a weight begin the next
 * row, whether its kind is printed or merged with the one above.
 */
static void read_target_line(TargetRow *row, const Line *line, const GArray *tokens, Filing *filing)
{
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = token_at(tokens, i);
        Amount weight;
        bool done = row->target == NULL || row->target->has_weight;
        if (is_second_level(token->text)) {
            begin_target(row, line, token->text, true, filing);
        } else if (is_first_level(token->text)) {
            if (done)
                begin_target(row, line, token->text, true, filing);
        } else if (row->target != NULL && !done && is_weight(tokens, i, &weight)) {
            row->target->has_weight = true;
            row->target->weight = weight.fen;
        } else if (token->kind == TOKEN_WORD || !done) {
            if (done && (row->target == NULL || !has_chinese(token->text)))
                continue;
            if (done) {
                g_autofree char *kind = g_strdup(row->target->kind);
                begin_target(row, line, kind, false, filing);
            }
            g_string_append_printf(row->words, "%s ", token->text);
        }
    }
}

/* 预算执行率 … 10: points kept for how the budget is carried out, beside the targets. */
static bool read_reserve(const Line *line, const GArray *tokens, Filing *filing)
{
    Amount points;
    if (strstr(line->text, "执行率") == NULL || tokens->len < 2 || !is_weight(tokens, tokens->len - 1, &points))
        return false;
    filing_add_item(filing, "target.reserve", "预算执行率", false, points, line->page, line->line, line->text);
    return true;
}

static void read_targets(const Document *document, const Narrative *narrative, Filing *filing)
{
    TargetRow row = {NULL, g_string_new(NULL), false};
    bool listed = false;
    for (guint i = narrative->targets_from; i < narrative->targets_to && i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if (line->furniture)
            continue;
        g_autoptr(GArray) tokens = tokens_from_line(line->text);
        if (!listed)
            read_target_money(line, tokens, filing);
        listed |= strstr(line->text, "三级指标") != NULL || strstr(line->text, "分值") != NULL ||
                  strstr(line->text, "权重") != NULL;
        if (read_reserve(line, tokens, filing) || strstr(line->text, "三级指标") != NULL)
            continue;
        if (listed)
            read_target_line(&row, line, tokens, filing);
    }
    finish_target(&row, filing);
    g_string_free(row.words, TRUE);
}

void particulars_from_narrative(const Document *document, const Narrative *narrative, Filing *filing)
{
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        /* 在职31名: people need not be called so. */
        if (paragraph->part <= 1 && (strstr(paragraph->text, "人") != NULL || strstr(paragraph->text, "在职") != NULL))
            read_staff(document, paragraph, filing);
        if (strstr(paragraph->subheading, "国有资产") != NULL || strstr(paragraph->heading, "国有资产占") != NULL)
            read_assets(document, paragraph, filing);
        counts_from_paragraph(document, paragraph, filing);
    }
    if (narrative->targets_from != G_MAXUINT)
        read_targets(document, narrative, filing);
}
