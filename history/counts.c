/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/counts.h"

#include <string.h>

#include "history/pattern.h"
#include "schema/amount.h"

/* Longer paragraphs are no text that was written for people. */
#define MOST_BYTES 20000

#define NUMBER "([0-9][0-9,]*)"
#define SAID "(?:数量|数|为|共计?|合计|约)*"

/* What is counted, with the words that stand before its number. No line without `mark` can fit. */
static const struct {
    const char *mark;
    const char *pattern;
    const char *label;
} counted[] = {
    {"团", "(?:出国|因公|组织|安排|参加)[^，；。]{0,24}?团组?" SAID NUMBER "个", "因公出国（境）团组"},
    {"人次", "(?:出国|团组)[^。；]{0,40}?" SAID NUMBER "人次", "因公出国（境）人次"},
    {"购置", "(?:购置|更新)(?:公务用车|车辆)" SAID NUMBER "辆", "公务用车购置数"},
    {"保有量", "保有量" SAID NUMBER "辆", "公务用车保有量"},
    {"批次", "(?:国内公务接待|公务接待|国内接待)[^，；。0-9]{0,10}?" SAID NUMBER "个?批次", "公务接待批次"},
    {"批次", "(?:国内公务接待|公务接待|国内接待)[^。；]{0,24}?批次[^。；0-9]{0,10}?" SAID NUMBER "人次", "公务接待人次"},
    {"外事接待", "外事接待[^，；。0-9]{0,10}?" SAID NUMBER "个?批次", "外事接待批次"},
};

static void read_counted(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *compiled[G_N_ELEMENTS(counted)];
    for (gsize i = 0; i < G_N_ELEMENTS(counted); i++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (strstr(paragraph->text, counted[i].mark) == NULL ||
            !g_regex_match(pattern_once(&compiled[i], counted[i].pattern), paragraph->text, 0, &match))
            continue;
        g_autofree char *number = g_match_info_fetch(match, 1);
        g_autofree char *text = g_match_info_fetch(match, 0);
        const Line *line = line_of_match(document, paragraph, match);
        Amount amount;
        if (amount_from_text(number, ONE_COUNTED, &amount, NULL))
            filing_add_item(filing, "three-public.count", counted[i].label, false, amount, line->page, line->line, text);
    }
}

/* Which stage of performance management words speak of. */
static const char *stage_of(const char *words)
{
    static const char *const stages[][2] = {{"自评", "绩效自评"}, {"跟踪", "绩效跟踪"}, {"监控", "绩效监控"}, {"编报", "编报绩效目标"},
                                            {"重点", "重点绩效评价"}, {"目标", "绩效目标"}, {"评价", "绩效评价"}};
    for (gsize i = 0; i < G_N_ELEMENTS(stages); i++)
        if (strstr(words, stages[i][0]) != NULL)
            return stages[i][1];
    return NULL;
}

/* 设定目标的项目2个，资金30.00万元: how many projects, and how much money. */
static void read_performance(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    static GRegex *projects;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&projects, "[^。；，：]{0,60}(?:，[^。；，：0-9]{0,30})?(?<![0-9])([0-9]{1,5})个(?:项目)?[^，；。0-9]{0,30}，[^，。；0-9]{0,20}([0-9][0-9,]*(?:\\.[0-9]+)?)(亿元|万元|元)"),
                  paragraph->text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *text = g_match_info_fetch(match, 0);
        g_autofree char *count = g_match_info_fetch(match, 1);
        g_autofree char *money = g_match_info_fetch(match, 2);
        g_autofree char *unit = g_match_info_fetch(match, 3);
        const char *stage = stage_of(text);
        const Line *line = line_of_match(document, paragraph, match);
        Amount amount;
        if (stage == NULL || strstr(text, "项目") == NULL)
            continue;
        if (amount_from_text(count, ONE_COUNTED, &amount, NULL))
            filing_add_item(filing, "performance.count", stage, false, amount, line->page, line->line, text);
        if (amount_from_text(money, unit_from_text(unit), &amount, NULL))
            filing_add_item(filing, "performance.money", stage, true, amount, line->page, line->line, text);
    }
}

void counts_from_paragraph(const Document *document, const Paragraph *paragraph, Filing *filing)
{
    if (strlen(paragraph->text) > MOST_BYTES)
        return;
    if (strstr(paragraph->heading, "三公") != NULL || strstr(paragraph->heading, "”经费") != NULL ||
        strstr(paragraph->subheading, "三公") != NULL)
        read_counted(document, paragraph, filing);
    if (strstr(paragraph->heading, "绩效") != NULL || strstr(paragraph->subheading, "绩效") != NULL)
        read_performance(document, paragraph, filing);
}
