/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity.h"

#include <stdlib.h>
#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "schema/error.h"
#include "schema/language.h"

/* How many more headings must say the year than say another one. */
#define YEAR_MAJORITY 3

/* Places where the department's name stands by itself. `weight` is what one mention counts in choosing it. */
static const struct {
    const char *pattern;
    const char *mark; /* no line without this text can fit */
    const char *where;
    int weight;
} name_places[] = {
    {"(?:编制部门|编制单位|填报部门|填报单位|部门|单位名称)(?:（盖章）)?：\\s*(\\S+)", "：", "编制部门", 2},
    {"(?:部门名称|单位名称|部门\\(单位\\)名称)(?:（盖章）|（公章）)?：?\\s+(\\S+)", "名称", "部门名称", 1},
    {"^\\s*第一部分\\s*(?:[0-9]{4}\\s*年度?)?\\s*(\\S+?)(?:部门|单位)?概况", "第一部分", "标题", 2},
    {"^\\s*[一二三四五六七八九十]+、\\s*关于\\s*(\\S+?)\\s*[0-9]{4}\\s*年", "关于", "标题", 1},
};

typedef struct {
    char *name;
    int votes;
} Candidate;

static void candidate_clear(gpointer data)
{
    g_free(((Candidate *)data)->name);
}

static void add_name(Filing *filing, const char *name, const char *where, const Line *line)
{
    for (guint i = 0; i < filing->names->len; i++) {
        const PrintedName *known = g_ptr_array_index(filing->names, i);
        if (g_str_equal(known->name, name))
            return;
    }
    PrintedName *printed = g_new0(PrintedName, 1);
    printed->name = g_strdup(name);
    printed->where = g_strdup(where);
    printed->page = line->page;
    printed->line = line->line;
    g_ptr_array_add(filing->names, printed);
}

static void vote(GArray *candidates, const char *name, int weight)
{
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (g_str_equal(candidate->name, name)) {
            candidate->votes += weight;
            return;
        }
    }
    Candidate candidate = {g_strdup(name), weight};
    g_array_append_val(candidates, candidate);
}

/* A name is words of some length; 单位：万元 and the like are none. */
static bool is_body_name(const char *name)
{
    return g_utf8_strlen(name, -1) >= 3 && strstr(name, "万元") == NULL && strstr(name, "：") == NULL &&
           has_chinese(name) && strstr(name, "。") == NULL && g_utf8_strlen(name, -1) <= 60;
}

/* Where spaces are lost, the next field of the form runs on: 某某局单位：万元, 某某局部门联系人. */
static void cut_next_field(char *name)
{
    static const char *const fields[] = {"单位：", "金额单位", "部门联系人", "联系人", "联系电话", "部门负责人"};
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
        char *field = strstr(name, fields[i]);
        if (field != NULL && field > name)
            *field = '\0';
    }
}

static void find_names(const Document *document, Filing *filing)
{
    static GRegex *compiled[G_N_ELEMENTS(name_places)];
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(candidates, candidate_clear);
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        for (gsize place = 0; place < G_N_ELEMENTS(name_places); place++) {
            g_autoptr(GMatchInfo) match = NULL;
            if (strstr(line->text, name_places[place].mark) == NULL ||
                !g_regex_match(pattern_once(&compiled[place], name_places[place].pattern), line->text, 0, &match))
                continue;
            g_autofree char *name = g_match_info_fetch(match, 1);
            cut_next_field(name);
            if (!is_body_name(name))
                continue;
            vote(candidates, name, name_places[place].weight);
            add_name(filing, name, name_places[place].where, line);
            break;
        }
    }
    const Candidate *best = NULL;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (best == NULL || candidate->votes > best->votes)
            best = candidate;
    }
    if (best != NULL) {
        text_set(&filing->department, best->name);
    }
}

typedef struct {
    int years[200]; /* votes for 1950 + index */
    int kinds[2];
} Votes;

/* Headings that say year and kind: 2024年部门预算公开表, 关于某某2024年收支预算情况. */
static void vote_year(const char *text, Votes *votes)
{
    static GRegex *heading;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&heading, "(?:^第[一二三四五六七八九十]+部分|关于|^)[^，。；]{0,60}?((?:19|20)[0-9]{2})年度?(?:的)?[^，。；0-9]{0,40}?(预算|决算)"),
                       text, 0, &match))
        return;
    g_autofree char *year = g_match_info_fetch(match, 1);
    g_autofree char *kind = g_match_info_fetch(match, 2);
    int index = atoi(year) - 1950;
    if (index >= 0 && index < (int)G_N_ELEMENTS(votes->years))
        votes->years[index]++;
    votes->kinds[g_str_equal(kind, "决算") ? KIND_ACCOUNTS : KIND_BUDGET]++;
}

static bool is_heading_line(const char *text)
{
    static GRegex *start;
    return g_regex_match(pattern_once(&start, "^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、关于|(?:19|20)[0-9]{2}年)|年度?(?:部门|单位)(?:预算|决算)"),
                         text, 0, NULL) &&
           strstr(text, "。") == NULL;
}

static bool settle_year(const Votes *votes, Filing *filing, GError **error)
{
    int best = -1;
    int second = -1;
    for (int i = 0; i < (int)G_N_ELEMENTS(votes->years); i++) {
        if (votes->years[i] == 0)
            continue;
        if (best < 0 || votes->years[i] > votes->years[best]) {
            second = best;
            best = i;
        } else if (second < 0 || votes->years[i] > votes->years[second]) {
            second = i;
        }
    }
    if (best < 0) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("标题里没有年度，不知是哪一年的文件", "no heading says the year: which one it is for is not known"));
        return false;
    }
    if (second >= 0 && votes->years[best] < YEAR_MAJORITY * votes->years[second]) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("年度自相矛盾：%d 年 %d 处，%d 年 %d 处", "the year is contradictory: %d in %d headings, %d in %d"),
                    best + 1950, votes->years[best], second + 1950, votes->years[second]);
        return false;
    }
    filing->fiscal_year = best + 1950;
    filing->kind = votes->kinds[KIND_ACCOUNTS] > votes->kinds[KIND_BUDGET] ? KIND_ACCOUNTS : KIND_BUDGET;
    return true;
}

/* The date under the last page: 2024年02月19日. */
static void find_issued(const Document *document, Filing *filing)
{
    static GRegex *date;
    for (guint i = document->lines->len; i > 0 && i + 12 > document->lines->len; i--) {
        g_autofree char *key = squeeze(document_line(document, i - 1)->text);
        g_autoptr(GMatchInfo) match = NULL;
        if (!g_regex_match(pattern_once(&date, "^((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日$"), key, 0, &match))
            continue;
        g_autofree char *year = g_match_info_fetch(match, 1);
        g_autofree char *month = g_match_info_fetch(match, 2);
        g_autofree char *day = g_match_info_fetch(match, 3);
        g_free(filing->issued);
        filing->issued = g_strdup_printf("%s-%02d-%02d", year, atoi(month), atoi(day));
        return;
    }
}

bool identity_from_document(const Document *document, Filing *filing, GError **error)
{
    Votes votes = {0};
    int unit_words = 0;
    int department_words = 0;
    find_names(document, filing);
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if (line->furniture)
            continue;
        g_autofree char *key = squeeze(line->text);
        if (!is_heading_line(key))
            continue;
        vote_year(key, &votes);
        unit_words += strstr(key, "年单位预算") != NULL || strstr(key, "年单位决算") != NULL ||
                      strstr(key, "年度单位") != NULL;
        department_words += strstr(key, "年部门") != NULL || strstr(key, "年度部门") != NULL;
    }
    if (filing->department[0] == '\0') {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("找不到编制部门的名称", "no department is named (编制部门)"));
        return false;
    }
    filing->scope = unit_words > department_words ? SCOPE_UNIT : SCOPE_DEPARTMENT;
    find_issued(document, filing);
    return settle_year(&votes, filing, error);
}
