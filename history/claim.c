/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim.h"

#include <string.h>

#include "history/claim_scanner.h"
#include "history/pattern.h"
#include "history/plain.h"

static bool names_quantity_first(const Scanner *scanner, const Piece *piece)
{
    Clause clause;
    clause_from_text(skip_list_number(piece->text), &clause);
    bool prefixed = scanner->prefix[0] != '\0';
    bool first = clause.kind == CLAUSE_AMOUNT && subject_names_quantity(&scanner->context, clause.subject, prefixed);
    clause_clear(&clause);
    return first;
}

/* 上年无此项预算。主要原因是…: words taken for the reason give way to the sentence that says it is one. */
static void drop_bare_reason(Scanner *scanner, const Piece *piece)
{
    if (!scanner->in_reason || !scanner->reason_is_bare)
        return;
    Clause clause;
    clause_from_text(piece->text, &clause);
    bool real = clause.kind == CLAUSE_REASON;
    clause_clear(&clause);
    if (real) {
        scanner->in_reason = false;
        g_string_truncate(scanner->reason, 0);
    }
}

/* 一是…；二是…, 另一方面…: a reason in several sentences. */
static bool counts_on(const char *text)
{
    static GRegex *counted;
    return g_regex_match(pattern_once(&counted, "^(?:[（(]?[一二三四五六七八九][）)]?是|第[一二三四五六]是?|一方面|另一方面|其[一二三四五六](?:是|，|：|$)|[①-⑩])"), text, 0, NULL);
}

/* 比上年减少1.00万元 after a semicolon: the same amount is compared with something else. */
static bool compares_alone(const Clause *clause)
{
    return clause->kind == CLAUSE_CHANGE && clause->subject[0] == '\0' && clause->words[0] != '\0';
}

/* A reason ends with its sentence, or where the next subject with a figure begins after a semicolon. */
static bool reason_goes_on(const Scanner *scanner, const Piece *piece, gunichar before)
{
    if (scanner->reason->len == 0 && !scanner->reason_is_bare)
        return true;
    if (before == MARK_STOP || before == 0)
        return counts_on(piece->text);
    if (before != MARK_SEMICOLON)
        return true;
    Clause clause;
    clause_from_text(piece->text, &clause);
    bool figure = clause.kind == CLAUSE_AMOUNT || clause.kind == CLAUSE_CHANGE || clause.kind == CLAUSE_SAME ||
                  clause.kind == CLAUSE_COMPARISON || clause.kind == CLAUSE_BASE || clause.kind == CLAUSE_COMPLETION;
    bool next = figure && subject_names_quantity(&scanner->context, clause.subject, scanner->prefix[0] != '\0');
    next |= compares_alone(&clause);
    clause_clear(&clause);
    return !next;
}

static void add_to_reason(Scanner *scanner, const Piece *piece, gunichar before)
{
    if (scanner->reason->len > 0)
        g_string_append_unichar(scanner->reason, before != 0 ? before : MARK_STOP);
    g_string_append(scanner->reason, piece->text);
    scanner->claim_end = piece->end;
}

/* After a full stop only a reason, or a comparison without a subject, still speaks of the same claim. */
static bool continues_claim(const Scanner *scanner, const char *text)
{
    Clause clause;
    clause_from_text(text, &clause);
    g_autofree char *own = subject_clean(&scanner->context, clause.subject);
    bool says = clause.kind != CLAUSE_TEXT && clause.kind != CLAUSE_AMOUNT && clause.kind != CLAUSE_PURPOSE &&
                clause.kind != CLAUSE_NEW;
    bool goes_on = clause.kind == CLAUSE_REASON || clause.kind == CLAUSE_TURN || (says && subject_is_empty(own, false));
    clause_clear(&clause);
    return goes_on;
}

/*
 * A sentence of words after a change that has no reason yet, and argues one: 退休费由社保机构发放，单位支出减少。 Bare reasons
 * give way to a sentence that says it is one.
 */
static bool argues_change(const Scanner *scanner, const Piece *piece)
{
    static GRegex *argument;
    const Claim *claim = scanner->open;
    if (claim == NULL || !claim->has_change || claim->change.fen == 0 || claim->reason[0] != '\0' || scanner->in_purpose)
        return false;
    g_autofree char *sentence = rest_of_sentence(scanner->paragraph->text + piece->start);
    return strpbrk(sentence, "0123456789") == NULL && strlen(sentence) < 300 &&
           g_regex_match(pattern_once(&argument, "^(?!我们|今后|下一步|本).*(?:增加|减少|增长|下降|提高|降低|所致|导致|影响|调整)"), sentence, 0, NULL);
}

/* What the paragraph is about, when its first clause only names it: 某某（项）。, 公务接待费。 */
static void find_topic(Scanner *scanner, const Piece *piece)
{
    const char *text = skip_list_number(piece->text);
    bool names = (piece->mark == MARK_STOP || piece->mark == MARK_COLON) && strlen(text) < 240;
    Clause clause;
    clause_from_text(names ? text : "", &clause);
    g_autofree char *clean = subject_clean(&scanner->context, text);
    if (names && clause.kind == CLAUSE_TEXT && subject_names_quantity(&scanner->context, clean, false))
        text_set(&scanner->topic, clean);
    clause_clear(&clause);
}

static bool goes_on_comparing(const Piece *piece)
{
    Clause clause;
    clause_from_text(piece->text, &clause);
    bool compares = compares_alone(&clause);
    clause_clear(&clause);
    return compares;
}

static void read_piece(Scanner *scanner, const Piece *piece, gunichar before, bool first)
{
    bool after_stop = before == MARK_STOP || before == 0;
    bool argued = before == MARK_STOP && argues_change(scanner, piece);
    bool again = scanner->in_reason && before == MARK_SEMICOLON && goes_on_comparing(piece);
    int index = scanner->open_index;
    if (scanner->in_reason || (after_stop && !argued && scanner->open != NULL && !continues_claim(scanner, piece->text)))
        finish_claim(scanner);
    if (again)
        go_on_with(scanner, (guint)index, piece->start);
    if (before == MARK_STOP && !scanner->parts_by_paragraph)
        scanner->sum = NULL;
    /* Two parts' paragraphs whose lines both fill the page cannot be told from one: a sentence may begin one. */
    bool apart = before == MARK_STOP || (before == MARK_SEMICOLON && scanner->parts_by_paragraph);
    if (apart && scanner->sum != NULL && begins_part(scanner, piece->text) && names_quantity_first(scanner, piece))
        scanner->paragraph_has_part = false;
    read_clause(scanner, first ? skip_list_number(piece->text) : piece->text, piece, after_stop && !argued);
}

/* A reason may stand in the paragraph below: 主要原因： at the end of one, 二是… at the beginning of the next. */
static bool reason_awaits(const Scanner *scanner)
{
    return scanner->open != NULL && scanner->in_reason;
}

static void read_paragraph(Scanner *scanner, const Paragraph *paragraph)
{
    g_autoptr(GArray) pieces = pieces_of_paragraph(paragraph->text);
    gunichar before = 0;
    enter_list_item(scanner);
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        drop_bare_reason(scanner, piece);
        if (scanner->in_reason && reason_goes_on(scanner, piece, before)) {
            add_to_reason(scanner, piece, before);
        } else {
            if (i == 0) {
                finish_claim(scanner);
                find_topic(scanner, piece);
            }
            read_piece(scanner, piece, before, i == 0);
        }
        before = piece->mark;
    }
    if (reason_awaits(scanner))
        carry_claim(scanner);
    else
        finish_claim(scanner);
    /* 某某（类）某某（款）某某（项）：with its figures in the next paragraph. */
    bool named = before == MARK_COLON && subject_is_marked(scanner->prefix);
    if (!named)
        text_set(&scanner->prefix, "");
    text_set(&scanner->topic, "");
    scanner->prefix_start = 0;
    scanner->has_base = false;
    /* A list whose item ends in a semicolon goes on in the next paragraph. */
    if (!scanner->parts_by_paragraph && before != MARK_SEMICOLON)
        scanner->sum = NULL;
}

/* Sections whose figures are no claims: what things mean, what is owned, what the body is there for. */
static bool is_outside(const Paragraph *paragraph)
{
    static const char *const headings[] = {"名词解释", "国有资产占", "主要职能", "主要职责", "工作任务", "机构设置", "专业名词"};
    for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
        if (strstr(paragraph->heading, headings[i]) != NULL)
            return true;
    return strstr(paragraph->subheading, "国有资产") != NULL;
}

/* The department's own name must not decide what a section is about: 某某政府采购中心. */
static char *without_department(const Filing *filing, const char *text)
{
    if (filing->department[0] == '\0')
        return g_strdup(text);
    g_auto(GStrv) pieces = g_strsplit(text, filing->department, -1);
    return g_strjoinv("", pieces);
}

static void enter_paragraph(Scanner *scanner, const Paragraph *paragraph)
{
    scanner->paragraph = paragraph;
    g_autofree char *heading = g_strconcat(paragraph->heading, paragraph->subheading, scanner->lead, NULL);
    g_free(scanner->heading);
    scanner->heading = without_department(scanner->filing, heading);
    scanner->context.heading = scanner->heading;
}

/* A new section: parts named by paragraph, and what was compared with, belong to the last one. */
static void enter_heading(Scanner *scanner, const Paragraph *paragraph)
{
    finish_claim(scanner);
    end_sum(scanner);
    scanner->whole = -1;
    scanner->inherited = AGAINST_NOTHING;
    scanner->section_from = scanner->filing->claims->len;
    text_set(&scanner->lead, "");
    enter_paragraph(scanner, paragraph);
    const char *class_code = subject_class_of_heading(&scanner->context, paragraph->text);
    scanner->context.class_code = class_code != NULL ? class_code : "";
}

/* 财政拨款支出主要内容如下： says of the items below what a heading would. */
static void note_lead(Scanner *scanner, const Paragraph *paragraph)
{
    const char *text = paragraph->text;
    if (g_str_has_suffix(text, "：") && strlen(text) < 120 && strstr(text, "元") == NULL && strstr(text, "财政拨款") != NULL)
        text_set(&scanner->lead, text);
}

static void scan(Scanner *scanner, const Narrative *narrative)
{
    bool glossary = false;
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        if (paragraph->is_heading) {
            if (strstr(paragraph->text, "部分") != NULL)
                glossary = strstr(paragraph->text, "名词解释") != NULL;
            enter_heading(scanner, paragraph);
        } else if (!glossary && !is_outside(paragraph)) {
            enter_paragraph(scanner, paragraph);
            read_paragraph(scanner, paragraph);
            note_lead(scanner, paragraph);
        }
    }
    finish_claim(scanner);
}

static void drop_small_sums(Filing *filing)
{
    for (guint i = filing->sums->len; i > 0; i--)
        if (((const Sum *)g_ptr_array_index(filing->sums, i - 1))->parts->len < 2)
            g_ptr_array_remove_index(filing->sums, i - 1);
}

void claims_from_narrative(const Document *document, const Narrative *narrative, Filing *filing)
{
    g_autoptr(SubjectNames) names = subject_names_new(filing);
    Scanner scanner = {.filing = filing,
                       .document = document,
                       .context = {filing, names, "", ""},
                       .heading = g_strdup(""),
                       .lead = g_strdup(""),
                       .prefix = g_strdup(""),
                       .topic = g_strdup(""),
                       .told = g_strdup(""),
                       .reason = g_string_new(NULL),
                       .shared = g_ptr_array_new(),
                       .whole = -1};
    scan(&scanner, narrative);
    drop_small_sums(filing);
    g_free(scanner.heading);
    g_free(scanner.lead);
    g_free(scanner.prefix);
    g_free(scanner.topic);
    g_free(scanner.told);
    g_string_free(scanner.reason, TRUE);
    g_ptr_array_unref(scanner.shared);
}
