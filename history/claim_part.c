/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that a sentence, or the paragraphs below it, divide a whole into. */
#include <string.h>

#include "history/claim_scanner.h"
#include "history/pattern.h"

/* A list level deeper than all numbered ones. */
#define LEVEL_NONE 9

/* 一、 is 1, （一） 2, 1. 3, （1） 4, ① 5; a paragraph without a number is deeper than all. */
static int list_level(const char *text)
{
    static GRegex *levels;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&levels, "^(?:([一二三四五六七八九十]{1,3}、)|(（[一二三四五六七八九十]{1,3}）)|([0-9]{1,2}[.、．])|(（[0-9]{1,2}）)|([①-⑳]))"), text, 0, &match))
        return LEVEL_NONE;
    return g_match_info_get_match_count(match) - 1;
}

/* 主要包括：基本工资、津贴补贴… splits nothing: parts have amounts, in this sentence or in the paragraphs below. */
static bool names_amounts(const Scanner *scanner, const Piece *piece)
{
    static GRegex *amount;
    const char *rest = scanner->paragraph->text + piece->end;
    g_autofree char *sentence = rest_of_sentence(rest);
    return *rest == '\0' || g_regex_match(pattern_once(&amount, "[0-9](?:亿元|万元|元)"), sentence, 0, NULL);
}

void begin_sum(Scanner *scanner, const Piece *piece)
{
    if (!names_amounts(scanner, piece))
        return;
    int whole = scanner->sum != NULL && !scanner->parts_by_paragraph ? scanner->sum->whole : scanner->open_index;
    if (scanner->open == NULL && scanner->sum == NULL)
        whole = scanner->whole;
    if (whole < 0)
        return;
    scanner->whole = whole;
    scanner->sum = sum_new(whole);
    scanner->parts_by_paragraph = piece->end == strlen(scanner->paragraph->text);
    scanner->paragraph_has_part = scanner->parts_by_paragraph;
    scanner->whole_level = list_level(scanner->paragraph->text);
    scanner->part_level = 0;
    g_ptr_array_add(scanner->filing->sums, scanner->sum);
}

void end_sum(Scanner *scanner)
{
    scanner->sum = NULL;
    scanner->parts_by_paragraph = false;
}

void note_part(Scanner *scanner)
{
    if (scanner->sum != NULL && scanner->sum->whole != scanner->open_index &&
        !(scanner->parts_by_paragraph && scanner->paragraph_has_part)) {
        g_array_append_val(scanner->sum->parts, scanner->open_index);
        scanner->paragraph_has_part = true;
    }
    if (scanner->sum == NULL)
        scanner->whole = scanner->open_index;
}

bool begins_part(const Scanner *scanner, const char *text)
{
    int level = list_level(text);
    return level == LEVEL_NONE || scanner->part_level == 0 || level == scanner->part_level;
}

void enter_list_item(Scanner *scanner)
{
    scanner->paragraph_has_part = false;
    if (scanner->sum == NULL || !scanner->parts_by_paragraph)
        return;
    int level = list_level(scanner->paragraph->text);
    bool above = scanner->whole_level < LEVEL_NONE && level <= scanner->whole_level;
    if (above || (scanner->part_level > 0 && level < scanner->part_level)) {
        end_sum(scanner);
        return;
    }
    if (scanner->part_level == 0)
        scanner->part_level = level;
    scanner->paragraph_has_part = level != scanner->part_level; /* a part's parts, or words beside the list */
}
