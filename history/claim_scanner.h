/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state in which a narrative is scanned for claims, and the steps of the scan: claim_open.c begins and ends claims,
 * claim_part.c collects the parts of a whole, claim_clause.c finds the claim that a clause speaks of, claim_put.c and
 * claim_reason.c write into it what it says. Only claim.c and these files use it.
 */
#ifndef HISTORY_CLAIM_SCANNER_H
#define HISTORY_CLAIM_SCANNER_H

#include "history/claim_piece.h"
#include "history/claim_subject.h"
#include "history/clause.h"
#include "history/narrative.h"

typedef struct {
    Filing *filing;
    const Document *document;
    const Paragraph *paragraph;
    char *heading; /* heading and subheading of the section, and the sentence that leads a list of items */
    char *lead;
    SubjectContext context; /* that subjects are read in */

    Claim *open; /* the claim that clauses add to; owned by filing->claims */
    int open_index;
    guint section_from; /* first claim of the section: earlier ones are not gone on with */
    char *prefix;       /* words of the clause before, when they may be the next figure's subject */
    gsize prefix_start;
    char *topic; /* what the paragraph is about, named before its first full stop: 某某（项）。 */
    gsize claim_start; /* byte where the open claim's sentence begins */
    gsize claim_end;
    char *told; /* the open claim's words in paragraphs before this one, "" mostly */

    bool in_reason;
    bool reason_is_bare; /* begun without 主要原因是: gives way to one that has it */
    bool in_purpose;     /* 主要用于…: what the sentence goes on to list is no reason */
    GString *reason;
    GPtrArray *shared; /* claims that the reason is given for beside the open one */

    Against inherited; /* what the comparison before was with */
    bool has_base;     /* a base named in brackets before its change: 与2016年相比（…为8.07万元），增加… */
    Amount base;

    Sum *sum;  /* parts being collected, owned by filing->sums */
    int whole; /* claim that the next 其中 splits, -1 */
    bool parts_by_paragraph; /* 其中： ended its paragraph: the parts follow, one a paragraph */
    int whole_level;         /* list level of the paragraph that splits; of its parts' paragraphs, 0 before the first */
    int part_level;
    bool paragraph_has_part;
} Scanner;

/* claim_open.c */
void begin_claim(Scanner *scanner, const char *words, gsize start);
/* Opens another claim about the subject of the open one, with the same amount: it is compared with two things. */
void begin_second_claim(Scanner *scanner, gsize start);
/* Opens another claim about these words with the amount that a claim of the section gave; false when none did. */
bool repeat_claim(Scanner *scanner, const char *words, gsize start);
/* Opens a finished claim again: what follows belongs to it too. */
void go_on_with(Scanner *scanner, guint index, gsize start);
/* Goes on with a claim of this section about these words that takes a change of this kind (has none yet). */
bool resume_claim(Scanner *scanner, const char *words, gsize start, Against against);
/* Goes on with the claim of this section that was compared with this year's budget; of the open subject without words. */
bool resume_budget_claim(Scanner *scanner, const char *words, gsize start);
/* Writes the sentence and reason gathered so far into the open claim, and closes it. */
void finish_claim(Scanner *scanner);
/* Keeps the open claim over the end of its paragraph. */
void carry_claim(Scanner *scanner);

/* claim_part.c */
void begin_sum(Scanner *scanner, const Piece *piece);
void end_sum(Scanner *scanner);
/* The claim just given an amount is a part of the whole being split, or may be split itself. */
void note_part(Scanner *scanner);
/* A paragraph of another list level begins: 1. below （一） are parts, the next （二） is none. */
void enter_list_item(Scanner *scanner);
/* False for a text with a list number of another level than the parts'. */
bool begins_part(const Scanner *scanner, const char *text);

/* claim_put.c: what a clause says, into the open claim */
void put_change(Scanner *scanner, const Clause *clause, Against against);
void put_growth(Scanner *scanner, const Clause *clause, Against against);
void put_same(Scanner *scanner, const Clause *clause, Against against);
void put_turn(Scanner *scanner, const Clause *clause);
void put_share(Scanner *scanner, const Clause *clause);
void put_planned(Scanner *scanner, const Clause *clause);

/* claim_reason.c */
void start_reason(Scanner *scanner, const char *words);
/* Opens the claim of the section that a reason with a subject of its own speaks of. */
void aim_reason(Scanner *scanner, const char *words, const Piece *piece);

/* claim_clause.c */
void read_clause(Scanner *scanner, const char *text, const Piece *piece, bool after_stop);

#endif
