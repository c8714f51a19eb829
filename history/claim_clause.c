/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of clause says, written into the open claim. */
#include <string.h>

#include "history/claim_scanner.h"
#include "history/pattern.h"
#include "history/plain.h"

/* How many there are of a thing: 共4个, 8批次. */
#define COUNT "(?:共计?)?[0-9]+(?:个|批次|批|人次|人|次|辆|台)"

/* 国内公务接待8批次: the thing without its count. */
static char *without_count(const char *words)
{
    static GRegex *count;
    if (strpbrk(words, "0123456789") == NULL)
        return g_strdup(words);
    return g_regex_replace_literal(pattern_once(&count, COUNT "$"), words, -1, 0, "", 0, NULL);
}

/* 60人次（不含陪同）: a count alone names nothing. */
static bool is_count(const char *words)
{
    static GRegex *count;
    return g_regex_match(pattern_once(&count, "^(?:累计|共计?)?" COUNT "(?:（[^（）]*）)?$"), words, 0, NULL);
}

/* 涉及金额, 采购金额: the thing itself is named in the clause before, with how many of it there are. */
static char *join_prefix(const char *prefix, const char *clean)
{
    static GRegex *name, *count;
    if (prefix[0] == '\0' ||
        !g_regex_match(pattern_once(&name, "^(?:涉及|预算|价值|总价值|采购金额|由[^，。]{0,30}企业|金额)的?"), clean, 0, NULL))
        return NULL;
    g_autofree char *thing = g_regex_replace_literal(pattern_once(&count, COUNT "$|^(?:在|共?[0-9]+个)"), prefix, -1, 0, "", 0, NULL);
    return g_strconcat(thing, clean, NULL);
}

/* The subject of a clause: its own words, or else those of the clause before, or what the paragraph is about. */
static char *subject_of_clause(const Scanner *scanner, const char *own)
{
    bool prefixed = scanner->prefix[0] != '\0';
    g_autofree char *clean = subject_clean(&scanner->context, own);
    if (!subject_is_empty(clean, prefixed || scanner->topic[0] != '\0')) {
        char *joined = join_prefix(scanner->prefix, clean);
        return joined != NULL ? joined : g_steal_pointer(&clean);
    }
    return prefixed ? without_count(scanner->prefix) : g_strdup(scanner->topic);
}

static void doubt_figure(const Scanner *scanner, const Piece *piece, const char *why)
{
    const Line *line = document_line(scanner->document, paragraph_line(scanner->paragraph, piece->start));
    filing_add_doubt(scanner->filing, line->page, line->line, "", piece->text, why);
}

/*
 * Opens a claim for a clause with a subject of its own; goes on with the open one for a clause without. `against` is what
 * the clause compares with, AGAINST_NOTHING for one that does not compare.
 */
static void aim_claim(Scanner *scanner, const Clause *clause, const Piece *piece, bool with_amount, Against against)
{
    bool prefixed = scanner->prefix[0] != '\0';
    g_autofree char *subject = subject_of_clause(scanner, clause->subject);
    g_autofree char *own = subject_clean(&scanner->context, clause->subject);
    bool empty = subject_is_empty(own, prefixed || scanner->topic[0] != '\0');
    bool named = !empty || (with_amount && prefixed);
    if (scanner->open != NULL && !named && !(with_amount && scanner->open->has_amount))
        return;
    if (subject[0] == '\0' && scanner->open != NULL && !with_amount)
        return;
    gsize start = prefixed && (empty || strlen(subject) > strlen(own)) ? scanner->prefix_start : piece->start;
    finish_claim(scanner);
    bool moves = clause->kind == CLAUSE_CHANGE || clause->kind == CLAUSE_GROWTH;
    if (with_amount || subject[0] == '\0' ||
        (!resume_claim(scanner, subject, start, against) && !(moves && repeat_claim(scanner, subject, start))))
        begin_claim(scanner, subject, start);
    text_set(&scanner->prefix, "");
}

/* One claim compares with one thing: 完成预算的80%，比上年减少1.00万元 makes two. */
static void part_comparisons(Scanner *scanner, const Piece *piece, Against against)
{
    const Claim *claim = scanner->open;
    bool other = claim != NULL && claim->against != AGAINST_NOTHING && claim->against != against;
    if (other && (claim->has_base || claim->has_completion || claim->has_change || claim->turn != TURN_NONE))
        begin_second_claim(scanner, piece->start);
}

/*
 * "减少4.40万元（下降7.88%）": the rate in a bracket behind its amount; of words for rates the percent sign may be missing. NULL
 * when the text begins with no such bracket.
 */
static char *rate_in_bracket(const char *text)
{
    static GRegex *bracket;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_str_has_prefix(text, "（") ||
        !g_regex_match(pattern_once(&bracket, "^（((?:占|同比|增|减|下降|上升|降)[^（）0-9，；]{0,12}-?[0-9.,]+(?:%|倍)|(?:同比)?(?:增长|下降|上升|增幅|降幅)[率为]{0,2}-?[0-9.,]+)）"), text, 0, &match))
        return NULL;
    return g_match_info_fetch(match, 1);
}

/* A clause that goes on after its figure ("…7.26万元增长1.42%") is read on. */
static void read_tail(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    static GRegex *goes_on;
    if (scanner->open != NULL)
        scanner->claim_end = piece->end; /* the tail may begin a claim of its own */
    g_autofree char *aside = rate_in_bracket(clause->tail);
    if (aside != NULL)
        read_clause(scanner, aside, piece, false);
    else if (clause->tail[0] != '\0' &&
             g_regex_match(pattern_once(&goes_on, "^(?:占|比|较|与|增|减|下降|上升|降|同比|完成|为年初|的?(?:主要)?原因|，)"), clause->tail, 0, NULL))
        read_clause(scanner, clause->tail, piece, false);
}

/* A clause of words only, in the same sentence after a change, is the reason without its usual beginning. */
static bool is_bare_reason(const Scanner *scanner, const Piece *piece, bool after_stop)
{
    const Claim *claim = scanner->open;
    return claim != NULL && !after_stop && !scanner->in_purpose && claim->turn != TURN_NONE && claim->reason[0] == '\0' &&
           piece->mark != MARK_COLON && g_utf8_strlen(piece->text, -1) >= 5;
}

static void read_words(Scanner *scanner, const Clause *clause, const Piece *piece, bool after_stop)
{
    if (is_bare_reason(scanner, piece, after_stop)) {
        start_reason(scanner, clause->subject);
        scanner->reason_is_bare = scanner->in_reason;
        return;
    }
    if (scanner->in_purpose && !after_stop)
        return;
    g_autofree char *clean = subject_clean(&scanner->context, clause->subject);
    if (after_stop || piece->mark == MARK_COLON || scanner->open == NULL)
        finish_claim(scanner);
    if (scanner->prefix[0] != '\0' && is_count(clean))
        return;
    char *joined = join_prefix(scanner->prefix, clean);
    if (joined == NULL)
        scanner->prefix_start = piece->start;
    text_set(&scanner->prefix, joined != NULL ? joined : clean);
    g_free(joined);
}

/* "与上年相比，增加…": the change follows. A subject before it is the next clause's. */
static void read_comparison(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    scanner->inherited = against_from_words(scanner->filing, clause->words, scanner->inherited);
    if (clause->subject[0] == '\0')
        return;
    g_autofree char *clean = subject_clean(&scanner->context, clause->subject);
    text_set(&scanner->prefix, clean);
    scanner->prefix_start = piece->start;
}

static void read_amount(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    aim_claim(scanner, clause, piece, true, AGAINST_NOTHING);
    Claim *claim = scanner->open;
    claim->has_amount = clause->has_amount;
    claim->amount = clause->amount;
    note_part(scanner);
}

static void read_change(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    Against against = against_from_words(scanner->filing, clause->words, scanner->inherited);
    if (clause->kind == CLAUSE_GROWTH && clause->words[0] == '\0' && scanner->open != NULL &&
        scanner->open->against != AGAINST_NOTHING)
        against = scanner->open->against;
    aim_claim(scanner, clause, piece, false, against);
    part_comparisons(scanner, piece, against);
    if (scanner->open == NULL)
        return;
    scanner->inherited = against;
    if (clause->kind == CLAUSE_SAME)
        put_same(scanner, clause, against);
    else if (clause->kind == CLAUSE_CHANGE && clause->has_amount)
        put_change(scanner, clause, against);
    else if (clause->kind == CLAUSE_GROWTH && !scanner->open->has_growth)
        put_growth(scanner, clause, against);
}

static void read_turn(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    g_autofree char *clean = subject_clean(&scanner->context, clause->subject);
    bool empty = subject_is_empty(clean, false);
    bool planned = scanner->open != NULL && (scanner->open->has_base || scanner->open->has_completion);
    if (!empty || !planned)
        resume_budget_claim(scanner, empty ? "" : clean, piece->start);
    if (scanner->open != NULL)
        put_turn(scanner, clause);
}

/* 今年新增支出: there was none last year. */
static void read_new(Scanner *scanner, const Clause *clause, const Piece *piece, bool after_stop)
{
    Claim *claim = scanner->open;
    if (claim == NULL || !claim->has_amount || claim->turn != TURN_NONE) {
        read_words(scanner, clause, piece, after_stop);
        return;
    }
    claim->turn = TURN_NEW;
    claim->against = against_from_words(scanner->filing, "", scanner->inherited);
}

static void apply_clause(Scanner *scanner, const Clause *clause, const Piece *piece, bool after_stop)
{
    switch (clause->kind) {
    case CLAUSE_REASON:
        aim_reason(scanner, clause->subject, piece);
        start_reason(scanner, clause->words);
        return;
    case CLAUSE_PURPOSE:
        scanner->in_purpose = true;
        return;
    case CLAUSE_AMONG:
        begin_sum(scanner, piece);
        return;
    case CLAUSE_COMPARISON:
        read_comparison(scanner, clause, piece);
        return;
    case CLAUSE_TEXT:
        read_words(scanner, clause, piece, after_stop);
        return;
    case CLAUSE_NEW:
        read_new(scanner, clause, piece, after_stop);
        return;
    case CLAUSE_AMOUNT:
        read_amount(scanner, clause, piece);
        break;
    case CLAUSE_CHANGE:
    case CLAUSE_GROWTH:
    case CLAUSE_SAME:
        read_change(scanner, clause, piece);
        break;
    case CLAUSE_TURN:
        read_turn(scanner, clause, piece);
        break;
    case CLAUSE_SHARE:
        aim_claim(scanner, clause, piece, false, AGAINST_NOTHING);
        if (scanner->open != NULL)
            put_share(scanner, clause);
        break;
    case CLAUSE_COMPLETION:
    case CLAUSE_BASE:
        aim_claim(scanner, clause, piece, clause->kind == CLAUSE_BASE, AGAINST_THIS_BUDGET);
        if (scanner->open != NULL)
            put_planned(scanner, clause);
        break;
    }
    read_tail(scanner, clause, piece);
}

/* 支出预算为5.00万元，支出决算为4.00万元: in final accounts the first is what the second is measured by. */
static bool is_planned(const Scanner *scanner, const Clause *clause, const Piece *piece)
{
    static GRegex *planned, *spent;
    if (clause->kind != CLAUSE_AMOUNT || scanner->filing->kind != KIND_ACCOUNTS ||
        !g_regex_match(pattern_once(&planned, "(?<!采购)预算(?:数|安排)?(?:为|是)?$"), clause->subject, 0, NULL))
        return false;
    g_autofree char *sentence = rest_of_sentence(scanner->paragraph->text + piece->end);
    return g_regex_match(pattern_once(&spent, "决算(?:数|支出)?(?:为|是)?[0-9]|^(?:实际)?支出(?:为)?[0-9]|完成"), sentence, 0, NULL);
}

/* Takes a bracket with an amount out of a clause: what it says is an aside. NULL when there is none. */
static char *without_aside(Scanner *scanner, const char *text)
{
    static GRegex *aside, *base;
    g_autoptr(GMatchInfo) match = NULL;
    if (strstr(text, "（") == NULL ||
        !g_regex_match(pattern_once(&aside, "（([^（）]*[0-9](?:万元|亿元|元)[^（）]*)）"), text, 0, &match))
        return NULL;
    g_autofree char *said = g_match_info_fetch(match, 1);
    Clause clause;
    clause_from_text(said, &clause);
    g_autofree char *this_year = g_strdup_printf("%d年", scanner->filing->fiscal_year);
    if (clause.has_amount && clause.kind == CLAUSE_AMOUNT && strstr(said, this_year) == NULL &&
        g_regex_match(pattern_once(&base, "上年|去年|(?:19|20)[0-9]{2}年"), said, 0, NULL)) {
        scanner->has_base = true;
        scanner->base = clause.amount;
    }
    clause_clear(&clause);
    return g_regex_replace_literal(aside, text, -1, 0, "", 0, NULL);
}

void read_clause(Scanner *scanner, const char *text, const Piece *piece, bool after_stop)
{
    Clause clause;
    g_autofree char *bare = without_aside(scanner, text);
    clause_from_text(bare != NULL ? bare : text, &clause);
    scanner->in_purpose &= !after_stop;
    if (clause.refused != NULL)
        doubt_figure(scanner, piece, clause.refused);
    /* Budgets have one phase: 年初预算为 there is the amount itself. */
    if (clause.kind == CLAUSE_BASE && scanner->filing->kind == KIND_BUDGET)
        clause.kind = CLAUSE_AMOUNT;
    if (is_planned(scanner, &clause, piece))
        clause.kind = CLAUSE_BASE;
    apply_clause(scanner, &clause, piece, after_stop);
    clause_clear(&clause);
    if (scanner->open != NULL)
        scanner->claim_end = piece->end;
}
