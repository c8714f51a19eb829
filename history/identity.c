/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity.h"

#include <stdlib.h>
#include <string.h>

#include "history/identity_name.h"
#include "history/name_change.h"
#include "history/pattern.h"
#include "history/plain.h"
#include "schema/error.h"
#include "schema/language.h"

/* How many more headings must say the year than say another one. */
#define YEAR_MAJORITY 3
#define FIRST_YEAR 1950
#define FILE_NAME_SAYS "文件名："
#define LAST_YEAR (FIRST_YEAR + 149)

/* Votes, and the line of the first one: a document has few lines that vote. */
typedef struct {
    int count;
    const Line *line;
} Ballot;

typedef struct {
    Ballot years[LAST_YEAR - FIRST_YEAR + 1];
    Ballot sentences[LAST_YEAR - FIRST_YEAR + 1]; /* years of sentences, where no heading says one */
    Ballot columns[LAST_YEAR - FIRST_YEAR + 1];   /* years over columns of tables, where nothing else says one */
    Ballot kinds[2];
    Ballot scopes[2];
} Votes;

static void cast(Ballot *ballot, const Line *line)
{
    if (ballot->count++ == 0)
        ballot->line = line;
}

static void cast_year(Ballot *ballots, const char *year, const Line *line)
{
    int number = atoi(year);
    if (number >= FIRST_YEAR && number <= LAST_YEAR)
        cast(&ballots[number - FIRST_YEAR], line);
}

/* Headings that say year and kind: 2024年部门预算公开表, 关于某某2024年收支预算情况. */
static void vote_heading(const char *text, const Line *line, Votes *votes)
{
    static GRegex *heading;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&heading, "(?:^第[一二三四五六七八九十]+部分|关于|^)[^，。；]{0,60}?((?:19|20)[0-9]{2})年度?(?:的)?[^，。；0-9]{0,40}?(预算|决算)"),
                       text, 0, &match))
        return;
    g_autofree char *year = g_match_info_fetch(match, 1);
    g_autofree char *kind = g_match_info_fetch(match, 2);
    /* 2023年预算数 2024年预算数: headings of columns that a text has lost the grid of. */
    int end = 0;
    g_match_info_fetch_pos(match, 0, NULL, &end);
    if (g_regex_match(heading, text + end, 0, NULL) || g_str_has_prefix(text + end, "数"))
        return;
    cast_year(votes->years, year, line);
    cast(&votes->kinds[g_str_equal(kind, "决算") ? KIND_ACCOUNTS : KIND_BUDGET], line);
}

/* A wrapped sentence may begin with a year too: it compares, or has amounts. */
static bool is_heading_line(const char *text)
{
    static GRegex *start, *sentence;
    return g_regex_match(pattern_once(&start, "^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、关于|(?:19|20)[0-9]{2}年)|年度?(?:[^，。；：0-9]{0,4})(?:部门|单位)(?:预算|决算)"),
                         text, 0, NULL) &&
           !g_regex_match(pattern_once(&sentence, "。|[0-9](?:万元|元|%)|相比|持平|增加|减少|[比较与](?:上年|(?:19|20)[0-9]{2}年)|绩效目标"), text, 0, NULL);
}

/* A title without a year still says the kind: 收支预算总表, 收入支出决算总表. */
static void vote_title(const char *key, const Line *line, Votes *votes)
{
    static GRegex *title;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_str_has_suffix(key, "表") ||
        !g_regex_match(pattern_once(&title, "^[^，。；：]{0,40}(预算|决算)[^，。；：0-9]{0,8}表$"), key, 0, &match))
        return;
    g_autofree char *kind = g_match_info_fetch(match, 1);
    cast(&votes->kinds[g_str_equal(kind, "决算") ? KIND_ACCOUNTS : KIND_BUDGET], line);
}

/* 某某局2024年度收入预算总计…: the year of the sentence, unless it is what it compares with. */
static void vote_sentence(const char *key, const Line *line, Votes *votes)
{
    static GRegex *said;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&said, "(?<![与比较同和（])((?:19|20)[0-9]{2})年度?(?:本|我|部门|单位)*(?:收|支|财政拨款|一般公共预算|政府性基金|国有资本|“?三公|机关运行|政府采购|预算|决算)"),
                       key, 0, &match))
        return;
    g_autofree char *year = g_match_info_fetch(match, 1);
    cast_year(votes->sentences, year, line);
}

/* 2023年执行数  2024年预算数: over columns stand the filing's year and those before it. */
static void vote_columns(const char *text, const Line *line, Votes *votes)
{
    static GRegex *heading;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_once(&heading, "((?:19|20)[0-9]{2})年度?(?:年初|部门|支出|收入|调整)?(?:预算|决算|安排)"), text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *year = g_match_info_fetch(match, 1);
        cast_year(votes->columns, year, line);
    }
}

static void vote_scope(const char *key, const Line *line, Votes *votes)
{
    static GRegex *scope;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_once(&scope, "(?:年度?[^，。；：0-9]{0,4}|^)(部门|单位)(?:预算|决算)|年(?:度)?(部门|单位)"), key, 0, &match))
        return;
    g_autofree char *first = g_match_info_fetch(match, 1);
    g_autofree char *second = g_match_info_fetch(match, 2);
    bool unit = g_strcmp0(first, "单位") == 0 || g_strcmp0(second, "单位") == 0;
    cast(&votes->scopes[unit ? SCOPE_UNIT : SCOPE_DEPARTMENT], line);
}

static void count_votes(const Document *document, Votes *votes)
{
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if (line->furniture)
            continue;
        g_autofree char *key = squeeze(line->text);
        /* Headings of columns (2023年预算数) say no filing's year; a title alone in a row of a grid does. */
        if (line->grid >= 0 && strstr(line->text, "  ") != NULL) {
            vote_columns(key, line, votes);
            continue;
        }
        if (strstr(key, "年") == NULL && strstr(key, "算") == NULL)
            continue;
        g_autofree char *title = title_over_lines(document, i, key);
        const char *text = title != NULL ? title : key;
        vote_title(text, line, votes);
        if (is_heading_line(text)) {
            vote_heading(text, line, votes);
            vote_scope(text, line, votes);
        } else {
            vote_sentence(text, line, votes);
        }
    }
}

/* The year with most votes, and the one after it; -1 for none. */
static void rank_years(const Ballot *ballots, int *best, int *second)
{
    *best = *second = -1;
    for (int i = 0; i <= LAST_YEAR - FIRST_YEAR; i++) {
        if (ballots[i].count == 0)
            continue;
        if (*best < 0 || ballots[i].count > ballots[*best].count) {
            *second = *best;
            *best = i;
        } else if (*second < 0 || ballots[i].count > ballots[*second].count) {
            *second = i;
        }
    }
}

static void keep_evidence(Filing *filing, const char *what, const Ballot *ballot)
{
    if (ballot->line != NULL)
        filing_add_evidence(filing, what, ballot->line->text, ballot->line->page, ballot->line->line);
}

static void keep_name(Filing *filing, const char *what, const char *file_name)
{
    g_autofree char *text = g_strconcat(FILE_NAME_SAYS, file_name, NULL);
    filing_add_evidence(filing, what, text, 0, 0);
}

/* 2023 in the name of a file that is one of 2024: its content counts, and it may have been put up in the wrong place. */
static void doubt_file_year(Filing *filing, const char *file_name)
{
    int named = 0;
    if (!identity_year_from_name(file_name, &named) || named == filing->fiscal_year)
        return;
    g_autofree char *text = g_strconcat(FILE_NAME_SAYS, file_name, NULL);
    g_autofree char *why = g_strdup_printf(say("文件名写 %d 年，内容是 %d 年的，按内容", "the file's name says %d, its content %d: the content counts"),
                                           named, filing->fiscal_year);
    filing_add_doubt(filing, 0, 0, "", text, why);
}

const Doubt *identity_file_year_doubt(const Filing *filing)
{
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        if (doubt->page == 0 && g_str_has_prefix(doubt->text, FILE_NAME_SAYS))
            return doubt;
    }
    return NULL;
}

static bool settle_year(const Votes *votes, const char *file_name, Filing *filing, GError **error)
{
    const Ballot *ballots = votes->years;
    int best = -1;
    int second = -1;
    rank_years(ballots, &best, &second);
    if (best < 0) {
        ballots = votes->sentences;
        rank_years(ballots, &best, &second);
    }
    if (best < 0) {
        ballots = votes->columns;
        for (int i = 0; i <= LAST_YEAR - FIRST_YEAR; i++)
            best = ballots[i].count > 0 ? i : best;
    }
    if (best < 0 && identity_year_from_name(file_name, &filing->fiscal_year)) {
        keep_name(filing, "fiscal_year", file_name);
        return true;
    }
    if (best < 0) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("标题里没有年度，不知是哪一年的文件", "no heading says the year: which one it is for is not known"));
        return false;
    }
    if (second >= 0 && ballots[best].count < YEAR_MAJORITY * ballots[second].count) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("年度自相矛盾：%d 年 %d 处，%d 年 %d 处", "the year is contradictory: %d in %d headings, %d in %d"),
                    best + FIRST_YEAR, ballots[best].count, second + FIRST_YEAR, ballots[second].count);
        return false;
    }
    filing->fiscal_year = best + FIRST_YEAR;
    doubt_file_year(filing, file_name);
    keep_evidence(filing, "fiscal_year", &ballots[best]);
    return true;
}

static void settle_kind(const Votes *votes, const char *file_name, Filing *filing)
{
    bool said = votes->kinds[KIND_BUDGET].count + votes->kinds[KIND_ACCOUNTS].count > 0;
    bool accounts = votes->kinds[KIND_ACCOUNTS].count > votes->kinds[KIND_BUDGET].count;
    if (!said && strstr(file_name, "算") != NULL) {
        accounts = strstr(file_name, "决算") != NULL;
        keep_name(filing, "kind", file_name);
    }
    filing->kind = accounts ? KIND_ACCOUNTS : KIND_BUDGET;
    keep_evidence(filing, "kind", &votes->kinds[filing->kind]);
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

bool identity_year_from_name(const char *file_name, int *year)
{
    int found = 0;
    for (const char *at = file_name; *at != '\0';) {
        gsize digits = strspn(at, "0123456789");
        int number = digits == 4 ? atoi(at) : 0;
        bool said = number >= 1990 && number <= LAST_YEAR;
        if (said && found != 0 && found != number)
            return false;
        found = said ? number : found;
        at += digits > 0 ? digits : 1;
    }
    if (found != 0)
        *year = found;
    return found != 0;
}

bool identity_from_named_document(const Document *document, const char *file_name, Filing *filing, GError **error)
{
    Votes votes = {0};
    department_from_document(document, filing);
    count_votes(document, &votes);
    if (filing->department[0] == '\0') {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                            say("找不到编制部门的名称", "no department is named (编制部门)"));
        return false;
    }
    bool unit = votes.scopes[SCOPE_UNIT].count > votes.scopes[SCOPE_DEPARTMENT].count;
    filing->scope = unit ? SCOPE_UNIT : SCOPE_DEPARTMENT;
    keep_evidence(filing, "scope", &votes.scopes[filing->scope]);
    settle_kind(&votes, file_name, filing);
    find_issued(document, filing);
    name_changes_from_document(document, filing);
    return settle_year(&votes, file_name, filing, error);
}

bool identity_from_document(const Document *document, Filing *filing, GError **error)
{
    return identity_from_named_document(document, "", filing, error);
}
