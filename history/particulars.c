/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/particulars.h"

#include <stdlib.h>
#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "history/token.h"

static const struct {
    const char *words;
    const char *kind;
} staff_kinds[] = {
    {"编制", "posts"}, {"实有", "present"}, {"在职", "in-post"}, {"在编", "in-post"}, {"退休", "retired"}, {"离休", "veterans"},
};

static const char *staff_kind(const char *words)
{
    for (gsize i = 0; i < G_N_ELEMENTS(staff_kinds); i++)
        if (strstr(words, staff_kinds[i].words) != NULL)
            return staff_kinds[i].kind;
    return NULL;
}

/* 在职20人，减少3人；退休22人，增加2人 */
static void read_staff(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *count;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&count, "(编制(?:人?数)?|实有(?:在职)?(?:人数|人员)?|在职(?:人员|人数)?|在编(?:人员|人数)?|退休(?:人员|人数)?|离休(?:人员|人数)?)(?:为|共|共计|总数|合计|：)*([0-9]{1,6})[人名个]?(?:[，、]?(?:较上年|比上年|较去年)?(增加|减少)(?:了)?([0-9]{1,6})[人名个])?"),
                  paragraph->text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *words = g_match_info_fetch(match, 1);
        g_autofree char *number = g_match_info_fetch(match, 2);
        g_autofree char *turn = g_match_info_fetch(match, 3);
        g_autofree char *change = g_match_info_fetch(match, 4);
        const char *kind = staff_kind(words);
        int start = 0;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        const Line *line = document_line(document, paragraph_line(paragraph, (gsize)start));
        Staff *staff = g_new0(Staff, 1);
        staff->kind = g_strdup(kind != NULL ? kind : "present");
        staff->count = g_ascii_strtoll(number, NULL, 10);
        staff->has_change = turn != NULL && turn[0] != '\0';
        staff->change = staff->has_change ? g_ascii_strtoll(change, NULL, 10) : 0;
        if (staff->has_change && g_str_equal(turn, "减少"))
            staff->change = -staff->change;
        staff->page = line->page;
        staff->line = line->line;
        staff->text = g_match_info_fetch(match, 0);
        g_ptr_array_add(filing->staff, staff);
    }
}

static void add_item(Filing *filing, const char *kind, const char *label, bool is_money, Amount amount, const Line *line,
                     const char *text)
{
    Item *item = g_new0(Item, 1);
    item->kind = g_strdup(kind);
    item->label = g_strdup(label);
    item->is_money = is_money;
    item->amount = amount;
    item->page = line->page;
    item->line = line->line;
    item->text = g_strdup(text);
    g_ptr_array_add(filing->items, item);
}

/* 1.房屋0.00平方米，价值0.00万元；车辆3辆，价值77.05万元: a thing with its count, its value, or both. */
static void read_assets(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *asset;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&asset, "(?:[0-9]{1,2}[.、])?((?:[^，；。：0-9]{0,6}[0-9]+万元)?[^，；。：0-9]{2,20}?)(?:共|为)?(?:([0-9][0-9,]*(?:\\.[0-9]+)?)(平方米|辆|台|套|台（套）|件))?，?(?:(?:总)?价值(?:为)?([0-9][0-9,]*(?:\\.[0-9]+)?)(万元|元))?(?=[，；。]|$)"),
                  paragraph->text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *label = g_match_info_fetch(match, 1);
        g_autofree char *count = g_match_info_fetch(match, 2);
        g_autofree char *value = g_match_info_fetch(match, 4);
        g_autofree char *unit = g_match_info_fetch(match, 5);
        g_autofree char *text = g_match_info_fetch(match, 0);
        int start = 0;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        const Line *line = document_line(document, paragraph_line(paragraph, (gsize)start));
        Amount amount;
        if (count != NULL && amount_from_text(count, 1000000, &amount, NULL))
            add_item(filing, "asset.count", label, false, amount, line, text);
        gint64 fen = g_strcmp0(unit, "元") == 0 ? FEN_PER_YUAN : FEN_PER_WAN_YUAN;
        if (value != NULL && value[0] != '\0' && amount_from_text(value, fen, &amount, NULL))
            add_item(filing, "asset.value", label, true, amount, line, text);
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
                add_item(filing, "target.money", label->text, true, amount, line, line->text);
    }
}

/* A row of the target table being put together from its lines. */
typedef struct {
    Target *target;
    GString *words;
} TargetRow;

/* ">=1 个 2024年重点工作计划": the comparison with its unit, not what the target rests on. */
static char *target_value(const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", 3);
    bool unit = parts[0] != NULL && parts[1] != NULL && parts[1][0] != '\0' && g_utf8_strlen(parts[1], -1) <= 3 &&
                !g_ascii_isdigit(parts[1][0]);
    return unit ? g_strconcat(parts[0], parts[1], NULL) : g_strdup(parts[0]);
}

static void finish_target(TargetRow *row, Filing *filing)
{
    static GRegex *value;
    if (row->target == NULL)
        return;
    g_autoptr(GMatchInfo) match = NULL;
    char *name = g_strdup(row->words->str);
    if (g_regex_match(pattern_once(&value, "(>=|<=|≥|≤|=|>|<|等于|不低于|不少于|不超过|优|良|定性)[^ ]*"), name, 0, &match)) {
        int start = 0;
        g_match_info_fetch_pos(match, 0, &start, NULL);
        g_free(row->target->value);
        row->target->value = target_value(name + start);
        name[start] = '\0';
    }
    g_free(row->target->name);
    row->target->name = squeeze(name);
    g_free(name);
    g_ptr_array_add(filing->targets, row->target);
    row->target = NULL;
    g_string_truncate(row->words, 0);
}

/* 数量指标 实施重点技改项目数 >=1个 … 30: the kind begins a row, the last bare number of the row is its weight. */
static void read_target_line(TargetRow *row, const Line *line, const GArray *tokens, Filing *filing)
{
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = token_at(tokens, i);
        bool kind = token->kind == TOKEN_WORD && g_str_has_suffix(token->text, "指标") &&
                    !g_str_equal(token->text, "一级指标") && !g_str_equal(token->text, "二级指标") &&
                    !g_str_equal(token->text, "三级指标") && g_utf8_strlen(token->text, -1) <= 10;
        if (kind) {
            finish_target(row, filing);
            row->target = g_new0(Target, 1);
            row->target->kind = g_strdup(token->text);
            row->target->name = g_strdup("");
            row->target->value = g_strdup("");
            row->target->page = line->page;
            row->target->line = line->line;
            continue;
        }
        if (row->target == NULL)
            continue;
        Amount weight;
        bool last = i + 1 == tokens->len;
        bool figure = token->kind == TOKEN_INTEGER || token->kind == TOKEN_DECIMAL;
        if (figure && last && amount_from_text(token->text, 1000, &weight, NULL) && weight.fen <= 100 * 1000 &&
            weight.fen > 0) {
            row->target->has_weight = true;
            row->target->weight = weight.fen;
        } else if (!row->target->has_weight) {
            g_string_append_printf(row->words, "%s ", token->text);
        }
    }
}

static void read_targets(const Document *document, const Narrative *narrative, Filing *filing)
{
    TargetRow row = {NULL, g_string_new(NULL)};
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
        if (listed && strstr(line->text, "三级指标") == NULL)
            read_target_line(&row, line, tokens, filing);
    }
    finish_target(&row, filing);
    g_string_free(row.words, TRUE);
}

void particulars_from_narrative(const Document *document, const Narrative *narrative, Filing *filing)
{
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        if (paragraph->part <= 1 && strstr(paragraph->text, "人") != NULL)
            read_staff(document, paragraph, filing);
        if (strstr(paragraph->subheading, "国有资产") != NULL || strstr(paragraph->heading, "国有资产占") != NULL)
            read_assets(document, paragraph, filing);
    }
    if (narrative->targets_from != G_MAXUINT)
        read_targets(document, narrative, filing);
}
