/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/block.h"

#include "schema/clean.h"

static void key_figure_free(gpointer data)
{
    KeyFigure *figure = data;
    g_free(figure->label);
    g_free(figure->value);
    prose_free(figure->remark);
    g_free(figure);
}

static void excerpt_line_clear(gpointer data)
{
    ExcerptLine *line = data;
    g_free(line->anchor);
    g_free(line->text);
}

static void block_free(gpointer data)
{
    Block *block = data;
    g_free(block->anchor);
    prose_free(block->prose);
    g_clear_pointer(&block->items, g_ptr_array_unref);
    report_table_free(block->table);
    g_clear_pointer(&block->figures, g_ptr_array_unref);
    g_clear_pointer(&block->lines, g_array_unref);
    blocks_free(block->body);
    g_free(block);
}

Blocks *blocks_new(void)
{
    Blocks *blocks = g_new0(Blocks, 1);
    blocks->blocks = g_ptr_array_new_with_free_func(block_free);
    return blocks;
}

void blocks_free(Blocks *blocks)
{
    if (blocks == NULL)
        return;
    g_ptr_array_unref(blocks->blocks);
    g_free(blocks);
}

static Block *blocks_add(Blocks *blocks, BlockKind kind, Tone tone, const char *anchor, Prose *prose)
{
    Block *block = g_new0(Block, 1);
    block->kind = kind;
    block->tone = tone;
    block->anchor = g_strdup(anchor);
    block->prose = prose;
    g_ptr_array_add(blocks->blocks, block);
    return block;
}

void blocks_heading(Blocks *blocks, int level, const char *anchor, const char *text)
{
    blocks_add(blocks, BLOCK_HEADING, TONE_PLAIN, anchor, prose_new(text))->level = level;
}

void blocks_paragraph(Blocks *blocks, Tone tone, Prose *prose)
{
    blocks_add(blocks, BLOCK_PARAGRAPH, tone, NULL, prose);
}

void blocks_say(Blocks *blocks, Tone tone, const char *text)
{
    blocks_paragraph(blocks, tone, prose_new(text));
}

Block *blocks_list(Blocks *blocks, bool ordered)
{
    Block *list = blocks_add(blocks, BLOCK_LIST, TONE_PLAIN, NULL, NULL);
    list->ordered = ordered;
    list->items = g_ptr_array_new_with_free_func((GDestroyNotify)prose_free);
    return list;
}

void list_add(Block *list, Prose *item)
{
    g_ptr_array_add(list->items, item);
}

void blocks_table(Blocks *blocks, ReportTable *table)
{
    if (table->rows->len == 0)
        report_table_free(table);
    else
        blocks_add(blocks, BLOCK_TABLE, TONE_PLAIN, NULL, NULL)->table = table;
}

Block *blocks_figures(Blocks *blocks)
{
    Block *block = blocks_add(blocks, BLOCK_FIGURES, TONE_PLAIN, NULL, NULL);
    block->figures = g_ptr_array_new_with_free_func(key_figure_free);
    return block;
}

void figures_add(Block *figures, Tone tone, const char *label, const char *value, Prose *remark)
{
    KeyFigure *figure = g_new0(KeyFigure, 1);
    figure->tone = tone;
    figure->label = text_clean(label);
    figure->value = text_clean(value);
    figure->remark = remark;
    g_ptr_array_add(figures->figures, figure);
}

void blocks_picture(Blocks *blocks, const Picture *picture)
{
    blocks_add(blocks, BLOCK_PICTURE, TONE_PLAIN, NULL, NULL)->picture = picture;
}

static Blocks *add_card(Blocks *blocks, Tone tone, const char *anchor, Prose *title, int level)
{
    Block *card = blocks_add(blocks, BLOCK_CARD, tone, anchor, title);
    card->level = level;
    card->body = blocks_new();
    return card->body;
}

Blocks *blocks_card(Blocks *blocks, Tone tone, const char *anchor, Prose *title)
{
    return add_card(blocks, tone, anchor, title, 3);
}

Blocks *blocks_part_card(Blocks *card, Tone tone, const char *anchor, Prose *title)
{
    return add_card(card, tone, anchor, title, 4);
}

Block *blocks_excerpt(Blocks *blocks, Prose *title)
{
    Block *excerpt = blocks_add(blocks, BLOCK_EXCERPT, TONE_PLAIN, NULL, title);
    excerpt->lines = g_array_new(FALSE, TRUE, sizeof(ExcerptLine));
    g_array_set_clear_func(excerpt->lines, excerpt_line_clear);
    return excerpt;
}

/* Valid until the next one is added. */
ExcerptLine *excerpt_add(Block *excerpt, int number, const char *anchor, const char *text)
{
    ExcerptLine line = {.number = number, .anchor = g_strdup(anchor), .text = text_clean(text)};
    g_array_append_val(excerpt->lines, line);
    return &g_array_index(excerpt->lines, ExcerptLine, excerpt->lines->len - 1);
}

void blocks_contents(Blocks *blocks)
{
    blocks_add(blocks, BLOCK_CONTENTS, TONE_PLAIN, NULL, NULL);
}
