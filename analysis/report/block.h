/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a report is made of, in reading order: headings, paragraphs, tables, pictures, cards. The sections
 * (sections.h) append blocks; html.h and markdown.h write them. Everything given to a block is owned by it.
 */
#ifndef ANALYSIS_REPORT_BLOCK_H
#define ANALYSIS_REPORT_BLOCK_H

#include "analysis/report/table.h"

typedef enum {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_LIST,
    BLOCK_TABLE,
    BLOCK_FIGURES, /* a few figures, large */
    BLOCK_PICTURE,
    BLOCK_CARD,     /* a question or finding with all that belongs to it */
    BLOCK_EXCERPT,  /* lines of a page, the ones meant marked and linked to */
    BLOCK_CONTENTS, /* links to the headings of level 2 that follow, made by the writers */
} BlockKind;

/* One large figure: what it is, the figure, what to know about it. */
typedef struct {
    Tone tone;
    char *label;
    char *value;
    Prose *remark;
} KeyFigure;

typedef struct {
    int number;   /* of the line on its page, 0 when it is not known */
    char *anchor; /* NULL without one */
    char *text;   /* clean */
    bool marked;
    bool skipped; /* lines before this one are left out */
} ExcerptLine;

/* A chart of the report. file: name within charts/ without its ending. */
typedef struct {
    char *file;
    char *title;
    char *svg; /* NULL when it could not be drawn, */
    char *why; /* and then why */
    bool png;  /* there is a .png beside the .svg */
} Picture;

typedef struct Block Block;

typedef struct {
    GPtrArray *blocks; /* Block */
} Blocks;

struct Block {
    BlockKind kind;
    Tone tone;
    int level;        /* of a heading: 1 to 4; of a card's title: 3, or 4 within a card */
    bool ordered;     /* of a list */
    char *anchor;     /* NULL without one */
    Prose *prose;     /* heading, paragraph; title of a card or excerpt */
    GPtrArray *items; /* Prose: of a list */
    ReportTable *table;
    GPtrArray *figures;     /* KeyFigure */
    const Picture *picture; /* not owned: of the report's pictures */
    GArray *lines;          /* ExcerptLine */
    Blocks *body;           /* of a card */
};

Blocks *blocks_new(void);
void blocks_free(Blocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Blocks, blocks_free)

void blocks_heading(Blocks *blocks, int level, const char *anchor, const char *text);
void blocks_paragraph(Blocks *blocks, Tone tone, Prose *prose);
void blocks_say(Blocks *blocks, Tone tone, const char *text);

/* Adds an empty list; list_add() fills it. */
Block *blocks_list(Blocks *blocks, bool ordered);
void list_add(Block *list, Prose *item);

/* A table without rows is left out, and freed. */
void blocks_table(Blocks *blocks, ReportTable *table);

Block *blocks_figures(Blocks *blocks);
void figures_add(Block *figures, Tone tone, const char *label, const char *value, Prose *remark);

void blocks_picture(Blocks *blocks, const Picture *picture);

/* Adds a card and returns what it holds. */
Blocks *blocks_card(Blocks *blocks, Tone tone, const char *anchor, Prose *title);

/* The same within a card. */
Blocks *blocks_part_card(Blocks *card, Tone tone, const char *anchor, Prose *title);

Block *blocks_excerpt(Blocks *blocks, Prose *title);
ExcerptLine *excerpt_add(Block *excerpt, int number, const char *anchor, const char *text);

void blocks_contents(Blocks *blocks);

static inline const Block *blocks_at(const Blocks *blocks, guint index)
{
    return g_ptr_array_index(blocks->blocks, index);
}

#endif
