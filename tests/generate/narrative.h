/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The explanation of a filing: headings, sentences and claims. A claim is kept as its figures until
 * it is printed, so that a fault can be planted in it, and so that what goes into the truth is what
 * stands on paper.
 */
#ifndef TESTS_GENERATE_NARRATIVE_H
#define TESTS_GENERATE_NARRATIVE_H

#include "tests/generate/model.h"
#include "tests/generate/paper.h"
#include "tests/generate/truth.h"

typedef struct {
    const char *section; /* as in the truth: 二, 五（三） */
    char *subject;       /* code, or the name of a fund or use */
    char *lead;          /* what stands before the amount */
    gint64 now, base;    /* yuan */
    gint64 whole;        /* yuan the share is of; 0: no share */
    bool states_change;
    bool joined;  /* the next claim goes on in the same paragraph */
    char *reason; /* "" for none */
    int wording;
    /* What faults change in print. */
    char *share, *growth; /* printed instead of the right ones */
    bool growth_reversed; /* 增加 … 下降 */
    bool no_percent_sign;
    bool percent_on_zero; /* 增长 100.00 % on a base of zero */
} Claim;

typedef enum { PARAGRAPH_PART, PARAGRAPH_HEADING, PARAGRAPH_TEXT, PARAGRAPH_CLAIM } ParagraphKind;

typedef struct {
    ParagraphKind kind;
    char *text; /* NULL in a claim */
    Claim *claim;
} Paragraph;

/* What a fault changes in the sentences that are no claims. All zero: nothing. */
typedef struct {
    gint64 total_extra;       /* added to the total in section 一 */
    gint64 procurement_extra; /* added to the whole of which goods, works and services are named */
    bool other_body;          /* another name in the target table */
    int weight_missing;
    bool carried_unnamed; /* section 十一 names no project's amount */
} NarrativeTwists;

typedef struct {
    GPtrArray *paragraphs; /* Paragraph */
} Narrative;

Narrative *narrative_from_model(const Model *model, const NarrativeTwists *twists);
void narrative_free(Narrative *narrative);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Narrative, narrative_free)

/* Building blocks, shared by the two files that write the sections. */
void narrative_part(Narrative *narrative, const char *text);
void narrative_heading(Narrative *narrative, const char *text);
/* 二、关于…2024年…: a heading with the department and the year. */
void narrative_section(Narrative *narrative, const Model *model, const char *number,
                       const char *about);
void narrative_text(Narrative *narrative, const char *format, ...) G_GNUC_PRINTF(2, 3);
Claim *narrative_claim(Narrative *narrative, const Model *model, const char *section,
                       const char *subject, const char *lead, gint64 now, gint64 base);

/* Part one (duties, staff); sections 六 to 十二 and part four, in narrative_rest.c. */
void narrative_add_opening(Narrative *narrative, const Model *model);
void narrative_add_rest(Narrative *narrative, const Model *model, const NarrativeTwists *twists);

/* The claim about a subject in a section, NULL when there is none. */
Claim *narrative_find(const Narrative *narrative, const char *section, const char *subject);

/*
 * Prints the paragraphs from one place up to (not with) another and records the claims among them.
 */
void narrative_print(const Narrative *narrative, guint from, guint to, const Model *model,
                     Paper *paper, Truth *truth);

/* Where the tables stand: the number of paragraphs before them. */
guint narrative_opening_length(const Narrative *narrative);

#endif
