/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim.h"

#include <stdlib.h>
#include <string.h>

#include "history/claim_subject.h"
#include "history/clause.h"
#include "history/pattern.h"
#include "history/plain.h"
#include "schema/language.h"

/* A clause of a paragraph and the mark that ends it (0 at the end of the paragraph). */
typedef struct {
    char *text;
    gsize start, end; /* bytes of the paragraph, the mark included */
    gunichar mark;
} Piece;

typedef struct {
    Filing *filing;
    const Document *document;
    const Paragraph *paragraph;
    char *heading;          /* heading and subheading of the section */
    SubjectContext context; /* that subjects are read in */
    Claim *open;       /* the claim that clauses add to; owned by filing->claims */
    int open_index;
    char *prefix;      /* words of the clause before, when they may be the next figure's subject */
    gsize prefix_start;
    gsize claim_start; /* byte where the open claim's sentence begins */
    gsize claim_end;
    bool in_reason;
    bool reason_is_bare; /* begun without 主要原因是: gives way to one that has it */
    bool in_purpose;     /* 主要用于…: what the sentence goes on to list is no reason */
    GString *reason;
    Against inherited; /* what the comparison before was with */
    bool compares;     /* "与上年相比," stands before the clause */
    Sum *sum;          /* parts being collected, owned by filing->sums */
    int whole;         /* claim that the next 其中 splits, -1 */
    bool parts_by_paragraph; /* 其中： ended its paragraph: the parts follow, one a paragraph */
    bool paragraph_has_part;
} Scanner;

static void piece_clear(gpointer data)
{
    g_free(((Piece *)data)->text);
}

static void add_piece(GArray *pieces, const char *text, gsize start, gsize end, gunichar mark, gsize mark_bytes)
{
    Piece piece = {g_strndup(text + start, end - start), start, end + mark_bytes, mark};
    g_array_append_val(pieces, piece);
}

/* Cuts at ，。；： outside brackets, and at 、 after an amount (a list of parts). */
static GArray *pieces_of_paragraph(const char *text)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(pieces, piece_clear);
    int depth = 0;
    gsize start = 0;
    const char *at = text;
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        gsize here = (gsize)(at - text);
        if (c == 0xff08)
            depth++;
        else if (c == 0xff09 && depth > 0)
            depth--;
        bool list = c == 0x3001 && here >= 3 && (strncmp(at - 3, "元", 3) == 0 || at[-1] == '%');
        bool stop = c == 0xff0c || c == 0x3002 || c == 0xff1b || c == 0xff1a || list;
        if (c == 0x3002)
            depth = 0; /* a bracket left open does not swallow the next sentence */
        if (!stop || depth > 0)
            continue;
        gsize bytes = (gsize)(g_utf8_next_char(at) - at);
        add_piece(pieces, text, start, here, list ? 0xff0c : c, bytes);
        start = here + bytes;
    }
    if (start < (gsize)(at - text))
        add_piece(pieces, text, start, (gsize)(at - text), 0, 0);
    return pieces;
}

static void place_claim(Scanner *scanner, Claim *claim, gsize offset)
{
    const Line *line = document_line(scanner->document, paragraph_line(scanner->paragraph, offset));
    claim->page = line->page;
    claim->line = line->line;
}

static void begin_claim(Scanner *scanner, const char *words, gsize start)
{
    Claim *claim = claim_new();
    text_set(&claim->section, scanner->paragraph->section);
    claim_set_subject(&scanner->context, claim, words);
    place_claim(scanner, claim, start);
    scanner->open = claim;
    scanner->open_index = (int)scanner->filing->claims->len;
    scanner->claim_start = start;
    scanner->claim_end = start;
    g_ptr_array_add(scanner->filing->claims, claim);
}

/* Writes the sentence and reason gathered so far into the open claim. */
static void finish_claim(Scanner *scanner)
{
    if (scanner->open != NULL) {
        g_autofree char *text = g_strndup(scanner->paragraph->text + scanner->claim_start,
                                          scanner->claim_end - scanner->claim_start);
        text_set(&scanner->open->text, text);
        if (scanner->reason->len > 0)
            text_set(&scanner->open->reason, scanner->reason->str);
    }
    g_string_truncate(scanner->reason, 0);
    scanner->in_reason = false;
    scanner->in_purpose = false;
    scanner->open = NULL;
    scanner->compares = false;
}

/* Goes on with a claim of this section that has an amount but no change yet: its change is said further down. */
static bool resume_claim(Scanner *scanner, const char *words, gsize start)
{
    g_autoptr(Claim) wanted = claim_new();
    claim_set_subject(&scanner->context, wanted, words);
    for (guint i = scanner->filing->claims->len; i > 0; i--) {
        Claim *claim = g_ptr_array_index(scanner->filing->claims, i - 1);
        if (!g_str_equal(claim->section, scanner->paragraph->section))
            return false;
        bool same = g_str_equal(claim->subject, wanted->subject) && g_str_equal(claim->code, wanted->code);
        if (!same || !claim->has_amount || claim->has_change || claim->turn != TURN_NONE)
            continue;
        scanner->open = claim;
        scanner->open_index = (int)i - 1;
        scanner->claim_start = start;
        scanner->claim_end = start;
        place_claim(scanner, claim, start);
        return true;
    }
    return false;
}

static void add_turn(Claim *claim, const char *turn)
{
    if (turn[0] == '\0')
        return;
    g_autofree char *joined = claim->turn_words[0] != '\0' ? g_strconcat(claim->turn_words, "|", turn, NULL)
                                                           : g_strdup(turn);
    text_set(&claim->turn_words, joined);
}

static void put_change(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    claim->has_change = true;
    claim->change = clause->amount;
    if (clause->down)
        claim->change.fen = -claim->change.fen;
    claim->against = against_from_words(scanner->filing, clause->words, scanner->inherited);
    scanner->inherited = claim->against;
    add_turn(claim, clause->turn);
    bool from_nothing = claim->has_amount && claim->amount.fen > 0 && claim->amount.fen == claim->change.fen;
    if (claim->change.fen == 0)
        claim->turn = TURN_SAME;
    else if (clause->fresh || from_nothing)
        claim->turn = TURN_NEW;
    else
        claim->turn = claim->change.fen < 0 ? TURN_DOWN : TURN_UP;
}

static void put_growth(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    claim->has_growth = true;
    claim->growth = clause->rate;
    /* 增幅-5%: the sign is printed; 下降5%: the word gives it. */
    if (clause->down && claim->growth.value > 0)
        claim->growth.value = -claim->growth.value;
    claim->growth_is_times = clause->times;
    claim->growth_bare = clause->bare;
    add_turn(claim, clause->turn);
    if (claim->against == AGAINST_NOTHING)
        claim->against = against_from_words(scanner->filing, clause->words, scanner->inherited);
    if (claim->turn == TURN_NONE)
        claim->turn = claim->growth.value == 0 ? TURN_SAME : claim->growth.value < 0 ? TURN_DOWN : TURN_UP;
}

static void put_same(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    claim->against = against_from_words(scanner->filing, clause->words, scanner->inherited);
    scanner->inherited = claim->against;
    claim->turn = TURN_SAME;
    add_turn(claim, clause->turn);
}

static void put_share(Scanner *scanner, const Clause *clause)
{
    Claim *claim = scanner->open;
    claim->has_share = true;
    claim->share = clause->rate;
    if (clause->words[0] != '\0') {
        text_set(&claim->share_of, clause->words);
    } else if (scanner->sum != NULL && scanner->whole >= 0 && scanner->whole != scanner->open_index) {
        const Claim *whole = g_ptr_array_index(scanner->filing->claims, (guint)scanner->whole);
        text_set(&claim->share_of, whole->subject);
    }
}

/* The claim just given an amount is a part of the whole being split, or may be split itself. */
static void note_part(Scanner *scanner)
{
    if (scanner->sum != NULL && scanner->sum->whole != scanner->open_index &&
        !(scanner->parts_by_paragraph && scanner->paragraph_has_part)) {
        g_array_append_val(scanner->sum->parts, scanner->open_index);
        scanner->paragraph_has_part = true;
    }
    if (scanner->sum == NULL)
        scanner->whole = scanner->open_index;
}

/* 主要包括：基本工资、津贴补贴… splits nothing: parts have amounts, in this sentence or in the paragraphs below. */
static bool names_amounts(const Scanner *scanner, const Piece *piece)
{
    static GRegex *amount;
    const char *rest = scanner->paragraph->text + piece->end;
    const char *stop = strstr(rest, "。");
    g_autofree char *sentence = stop != NULL ? g_strndup(rest, (gsize)(stop - rest)) : g_strdup(rest);
    return *rest == '\0' || g_regex_match(pattern_once(&amount, "[0-9](?:亿元|万元|元)"), sentence, 0, NULL);
}

static void begin_sum(Scanner *scanner, const Piece *piece)
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
    g_ptr_array_add(scanner->filing->sums, scanner->sum);
}

/* The subject of a clause: its own words, or else those of the clause before. */
static char *subject_of_clause(const Scanner *scanner, const char *own)
{
    static GRegex *figure_name;
    g_autofree char *clean = subject_clean(&scanner->context, own);
    if (!subject_is_empty(clean, scanner->prefix[0] != '\0')) {
        /* 涉及金额, 涉及的预算资金数: the thing itself is named in the clause before. */
        if (scanner->prefix[0] != '\0' &&
            g_regex_match(pattern_once(&figure_name, "^(?:涉及|预算|价值|总价值)的?"), clean, 0, NULL))
            return g_strconcat(scanner->prefix, clean, NULL);
        return g_steal_pointer(&clean);
    }
    return g_strdup(scanner->prefix);
}

static bool names_quantity_first(const Scanner *scanner, const Piece *piece)
{
    Clause clause;
    clause_from_text(skip_list_number(piece->text), &clause);
    bool prefixed = scanner->prefix[0] != '\0';
    bool first = clause.kind == CLAUSE_AMOUNT && subject_names_quantity(&scanner->context, clause.subject, prefixed);
    clause_clear(&clause);
    return first;
}

static void doubt_figure(const Scanner *scanner, const Piece *piece, const char *why)
{
    const Line *line = document_line(scanner->document, paragraph_line(scanner->paragraph, piece->start));
    filing_add_doubt(scanner->filing, line->page, line->line, "", piece->text, why);
}

/* Opens a claim for a clause with a subject of its own; goes on with the open one for a clause without. */
static void aim_claim(Scanner *scanner, const Clause *clause, const Piece *piece, bool with_amount)
{
    g_autofree char *subject = subject_of_clause(scanner, clause->subject);
    g_autofree char *own = subject_clean(&scanner->context, clause->subject);
    bool named = !subject_is_empty(own, scanner->prefix[0] != '\0') || (with_amount && scanner->prefix[0] != '\0');
    if (scanner->open != NULL && !named && !(with_amount && scanner->open->has_amount))
        return;
    if (subject[0] == '\0' && scanner->open != NULL && !with_amount)
        return;
    bool from_prefix = scanner->prefix[0] != '\0' && subject_is_empty(own, scanner->prefix[0] != '\0');
    gsize start = from_prefix ? scanner->prefix_start : piece->start;
    finish_claim(scanner);
    if (with_amount || subject[0] == '\0' || !resume_claim(scanner, subject, start))
        begin_claim(scanner, subject, start);
    text_set(&scanner->prefix, "");
}

static void read_clause(Scanner *scanner, const char *text, const Piece *piece, bool after_stop);

/* A clause that goes on after its figure ("…7.26万元增长1.42%") is read on. */
static void read_tail(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    static GRegex *goes_on;
    if (scanner->open != NULL)
        scanner->claim_end = piece->end; /* the tail may begin a claim of its own */
    if (clause->tail[0] != '\0' &&
        g_regex_match(pattern_once(&goes_on, "^(?:占|比|较|与|增|减|下降|上升|降|同比|完成|，)"), clause->tail, 0, NULL))
        read_clause(scanner, clause->tail, piece, false);
}

static void read_amount(Scanner *scanner, const Clause *clause, const Piece *piece)
{
    aim_claim(scanner, clause, piece, true);
    Claim *claim = scanner->open;
    claim->has_amount = clause->has_amount;
    claim->amount = clause->amount;
    note_part(scanner);
    read_tail(scanner, clause, piece);
}

static void start_reason(Scanner *scanner, const char *words)
{
    if (scanner->open == NULL || scanner->open->reason[0] != '\0')
        return;
    scanner->in_reason = true;
    scanner->reason_is_bare = false;
    g_string_assign(scanner->reason, words);
}

/* A clause of words only, in the same sentence after a change, is the reason without its usual beginning. */
static bool is_bare_reason(const Scanner *scanner, const Piece *piece, bool after_stop)
{
    const Claim *claim = scanner->open;
    return claim != NULL && !after_stop && !scanner->in_purpose && claim->turn != TURN_NONE && claim->reason[0] == '\0' &&
           piece->mark != 0xff1a && g_utf8_strlen(piece->text, -1) >= 5;
}

static void read_words(Scanner *scanner, const Clause *clause, const Piece *piece, bool after_stop)
{
    if (is_bare_reason(scanner, piece, after_stop)) {
        start_reason(scanner, clause->subject);
        scanner->reason_is_bare = scanner->in_reason;
        return;
    }
    g_autofree char *clean = subject_clean(&scanner->context, clause->subject);
    if (after_stop || piece->mark == 0xff1a || scanner->open == NULL)
        finish_claim(scanner);
    text_set(&scanner->prefix, clean);
    scanner->prefix_start = piece->start;
}

static void apply_clause(Scanner *scanner, Clause *clause, const Piece *piece, bool after_stop)
{
    switch (clause->kind) {
    case CLAUSE_REASON:
        start_reason(scanner, clause->words);
        return;
    case CLAUSE_PURPOSE:
        scanner->in_purpose = true;
        return;
    case CLAUSE_AMONG:
        begin_sum(scanner, piece);
        return;
    case CLAUSE_COMPARISON:
        /* "与上年相比，增加…": the change follows. A subject before it is the next clause's. */
        scanner->inherited = against_from_words(scanner->filing, clause->words, scanner->inherited);
        if (clause->subject[0] != '\0') {
            g_autofree char *clean = subject_clean(&scanner->context, clause->subject);
            text_set(&scanner->prefix, clean);
            scanner->prefix_start = piece->start;
        }
        return;
    case CLAUSE_AMOUNT:
        read_amount(scanner, clause, piece);
        return;
    case CLAUSE_TEXT:
        read_words(scanner, clause, piece, after_stop);
        return;
    case CLAUSE_CHANGE:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL && clause->has_amount)
            put_change(scanner, clause);
        break;
    case CLAUSE_GROWTH:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL && !scanner->open->has_growth)
            put_growth(scanner, clause);
        break;
    case CLAUSE_SAME:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL)
            put_same(scanner, clause);
        break;
    case CLAUSE_SHARE:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL)
            put_share(scanner, clause);
        break;
    case CLAUSE_COMPLETION:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL) {
            scanner->open->has_completion = true;
            scanner->open->completion = clause->rate;
            scanner->open->against = AGAINST_THIS_BUDGET;
        }
        break;
    case CLAUSE_BASE:
        aim_claim(scanner, clause, piece, false);
        if (scanner->open != NULL && clause->has_amount) {
            scanner->open->has_base = true;
            scanner->open->base = clause->amount;
        }
        break;
    }
    read_tail(scanner, clause, piece);
}

static void read_clause(Scanner *scanner, const char *text, const Piece *piece, bool after_stop)
{
    Clause clause;
    clause_from_text(text, &clause);
    scanner->in_purpose &= !after_stop;
    if (clause.refused != NULL)
        doubt_figure(scanner, piece, clause.refused);
    /* Budgets have one phase: 年初预算为 there is the amount itself. */
    if (clause.kind == CLAUSE_BASE && scanner->filing->kind == KIND_BUDGET)
        clause.kind = CLAUSE_AMOUNT;
    apply_clause(scanner, &clause, piece, after_stop);
    clause_clear(&clause);
    if (scanner->open != NULL)
        scanner->claim_end = piece->end;
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

/* A reason ends with its sentence, or where the next subject with a figure begins after a semicolon. */
static bool reason_goes_on(const Scanner *scanner, const Piece *piece, gunichar before)
{
    if (before == 0x3002)
        return false;
    if (before != 0xff1b)
        return true;
    Clause clause;
    clause_from_text(piece->text, &clause);
    bool figure = clause.kind == CLAUSE_AMOUNT || clause.kind == CLAUSE_CHANGE || clause.kind == CLAUSE_SAME ||
                  clause.kind == CLAUSE_COMPARISON;
    bool next = figure && subject_names_quantity(&scanner->context, clause.subject, scanner->prefix[0] != '\0');
    clause_clear(&clause);
    return !next;
}

static void add_to_reason(Scanner *scanner, const Piece *piece, gunichar before)
{
    if (scanner->reason->len > 0)
        g_string_append_unichar(scanner->reason, before);
    g_string_append(scanner->reason, piece->text);
    scanner->claim_end = piece->end;
}

/* After a full stop only a reason, or a comparison without a subject, still speaks of the same claim. */
static bool continues_claim(const char *text)
{
    Clause clause;
    clause_from_text(text, &clause);
    bool goes_on = clause.kind == CLAUSE_REASON ||
                   (clause.kind != CLAUSE_TEXT && clause.kind != CLAUSE_AMOUNT && clause.kind != CLAUSE_PURPOSE &&
                    clause.subject[0] == '\0');
    clause_clear(&clause);
    return goes_on;
}

static void read_paragraph(Scanner *scanner, const Paragraph *paragraph)
{
    g_autoptr(GArray) pieces = pieces_of_paragraph(paragraph->text);
    gunichar before = 0;
    scanner->paragraph_has_part = false;
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        drop_bare_reason(scanner, piece);
        if (scanner->in_reason && reason_goes_on(scanner, piece, before)) {
            add_to_reason(scanner, piece, before);
            before = piece->mark;
            continue;
        }
        bool after_stop = before == 0x3002 || before == 0;
        if (scanner->in_reason || (after_stop && scanner->open != NULL && !continues_claim(piece->text)))
            finish_claim(scanner);
        if (before == 0x3002 && !scanner->parts_by_paragraph)
            scanner->sum = NULL;
        /* Two parts' paragraphs whose lines both fill the page cannot be told from one: a sentence may begin one. */
        if (before == 0x3002 && names_quantity_first(scanner, piece))
            scanner->paragraph_has_part = false;
        const char *text = i == 0 ? skip_list_number(piece->text) : piece->text;
        read_clause(scanner, text, piece, after_stop);
        before = piece->mark;
    }
    finish_claim(scanner);
    /* 某某（类）某某（款）某某（项）：with its figures in the next paragraph. */
    if (before != 0xff1a || strstr(scanner->prefix, "（类）") == NULL)
        text_set(&scanner->prefix, "");
    scanner->prefix_start = 0;
    if (!scanner->parts_by_paragraph)
        scanner->sum = NULL;
}

/* Sections whose figures are no claims: what things mean, what is owned. */
static bool is_outside(const Paragraph *paragraph)
{
    return strstr(paragraph->heading, "名词解释") != NULL || strstr(paragraph->subheading, "国有资产") != NULL ||
           strstr(paragraph->heading, "国有资产占") != NULL;
}

static void enter_section(Scanner *scanner, const Paragraph *paragraph)
{
    scanner->paragraph = paragraph;
    g_free(scanner->heading);
    scanner->heading = g_strconcat(paragraph->heading, paragraph->subheading, NULL);
    if (scanner->filing->department[0] != '\0') {
        /* 某某政府采购中心: the department's own name must not decide what a section is about. */
        g_auto(GStrv) pieces = g_strsplit(scanner->heading, scanner->filing->department, -1);
        g_free(scanner->heading);
        scanner->heading = g_strjoinv("", pieces);
    }
    scanner->context.heading = scanner->heading;
}

void claims_from_narrative(const Document *document, const Narrative *narrative, Filing *filing)
{
    g_autoptr(SubjectNames) names = subject_names_new(filing);
    Scanner scanner = {.filing = filing,
                       .document = document,
                       .context = {filing, names, ""},
                       .heading = g_strdup(""),
                       .prefix = g_strdup(""),
                       .reason = g_string_new(NULL),
                       .whole = -1};
    bool glossary = false;
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        if (paragraph->is_heading) {
            if (strstr(paragraph->text, "部分") != NULL)
                glossary = strstr(paragraph->text, "名词解释") != NULL;
            /* A new section: parts named by paragraph, and what was compared with, belong to the last one. */
            scanner.sum = NULL;
            scanner.parts_by_paragraph = false;
            scanner.whole = -1;
            scanner.inherited = AGAINST_NOTHING;
            continue;
        }
        if (glossary || is_outside(paragraph))
            continue;
        enter_section(&scanner, paragraph);
        read_paragraph(&scanner, paragraph);
    }
    for (guint i = filing->sums->len; i > 0; i--)
        if (((const Sum *)g_ptr_array_index(filing->sums, i - 1))->parts->len < 2)
            g_ptr_array_remove_index(filing->sums, i - 1);
    g_free(scanner.heading);
    g_free(scanner.prefix);
    g_string_free(scanner.reason, TRUE);
}
