/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/markdown.h"

#include <string.h>

#include "analysis/report/escape.h"
#include "schema/language.h"

/* Places that links lead to: our own names, of letters, digits and '-' only. */
static void anchor_write(GString *out, const char *anchor)
{
    if (anchor != NULL)
        g_string_append_printf(out, "<a id=\"%s\"></a>", anchor);
}

static void span_write(GString *out, const Span *span, bool number)
{
    g_autofree char *text = number ? g_strdup(span->text) : text_guard_formula(span->text);
    const char *mark = span->tone == TONE_STRONG && span->link == NULL ? "**" : "";
    const char *quote[2] = {"", ""};
    if (span->tone == TONE_QUOTE) {
        quote[0] = say("“", "\"");
        quote[1] = say("”", "\"");
    }
    g_string_append(out, mark);
    g_string_append(out, span->link != NULL ? "[" : "");
    g_string_append(out, quote[0]);
    markdown_append(out, text);
    g_string_append(out, quote[1]);
    if (span->link != NULL)
        g_string_append_printf(out, "](%s%s%s%s)", span->report != NULL ? span->report : "",
                               span->report != NULL ? "/report.md" : "", span->link[0] != '\0' ? "#" : "", span->link);
    g_string_append(out, mark);
}

static void prose_write(GString *out, const Prose *prose)
{
    for (guint i = 0; i < prose->spans->len; i++)
        span_write(out, prose_span(prose, i), false);
}

static void table_row_write(GString *out, const ReportTable *table, const ReportRow *row)
{
    g_string_append_c(out, '|');
    for (guint i = 0; i < table->columns->len; i++) {
        ColumnKind kind = report_table_column_at(table, i)->kind;
        const Prose *cell = i < row->cells->len ? g_ptr_array_index(row->cells, i) : NULL;
        g_string_append_c(out, ' ');
        for (int level = 0; kind == COLUMN_NAME && level < row->level; level++)
            g_string_append(out, "\u3000");
        const char *mark = row->total && cell != NULL && cell->spans->len > 0 ? "**" : "";
        g_string_append(out, mark);
        for (guint j = 0; cell != NULL && j < cell->spans->len; j++)
            span_write(out, prose_span(cell, j), kind == COLUMN_NUMBER);
        g_string_append_printf(out, "%s |", mark);
    }
    g_string_append_c(out, '\n');
}

static void table_write(GString *out, const ReportTable *table)
{
    anchor_write(out, table->anchor);
    g_string_append(out, "**");
    markdown_append(out, table->caption);
    g_string_append(out, "**\n\n|");
    for (guint i = 0; i < table->columns->len; i++) {
        g_string_append_c(out, ' ');
        markdown_append(out, report_table_column_at(table, i)->heading);
        g_string_append(out, " |");
    }
    g_string_append(out, "\n|");
    for (guint i = 0; i < table->columns->len; i++)
        g_string_append(out, report_table_column_at(table, i)->kind == COLUMN_NUMBER ? " ---: |" : " --- |");
    g_string_append_c(out, '\n');
    for (guint i = 0; i < table->rows->len; i++)
        table_row_write(out, table, g_ptr_array_index(table->rows, i));
    g_string_append_c(out, '\n');
}

static void list_write(GString *out, const Block *block)
{
    for (guint i = 0; i < block->items->len; i++) {
        if (block->ordered)
            g_string_append_printf(out, "%u. ", i + 1);
        else
            g_string_append(out, "- ");
        prose_write(out, g_ptr_array_index(block->items, i));
        g_string_append_c(out, '\n');
    }
    g_string_append_c(out, '\n');
}

static void figures_write(GString *out, const Block *block)
{
    for (guint i = 0; i < block->figures->len; i++) {
        const KeyFigure *figure = g_ptr_array_index(block->figures, i);
        g_string_append(out, "- ");
        markdown_append(out, figure->label);
        g_string_append(out, say("：**", ": **"));
        markdown_append(out, figure->value);
        g_string_append(out, "**");
        if (figure->remark->spans->len > 0) {
            g_string_append(out, say("（", " ("));
            prose_write(out, figure->remark);
            g_string_append(out, say("）", ")"));
        }
        g_string_append_c(out, '\n');
    }
    g_string_append_c(out, '\n');
}

static void picture_write(GString *out, const Picture *picture)
{
    g_string_append(out, "![");
    markdown_append(out, picture->title);
    g_string_append_printf(out, "](charts/%s.%s)\n\n", picture->file, picture->png ? "png" : "svg");
}

static void excerpt_write(GString *out, const Block *block)
{
    prose_write(out, block->prose);
    g_string_append_printf(out, "\n\n| %s | %s |\n| ---: | --- |\n", say("行", "Line"), say("原文", "As printed"));
    for (guint i = 0; i < block->lines->len; i++) {
        const ExcerptLine *line = &g_array_index(block->lines, ExcerptLine, i);
        bool strong = line->marked && line->text[strspn(line->text, " ")] != '\0';
        g_autofree char *text = text_guard_formula(line->text);
        g_string_append(out, line->skipped ? "| … | |\n| " : "| ");
        anchor_write(out, line->anchor);
        g_string_append_printf(out, "%d | %s", line->number, strong ? "**" : "");
        markdown_append(out, text);
        g_string_append(out, strong ? "** |\n" : " |\n");
    }
    g_string_append_c(out, '\n');
}

static void heading_write(GString *out, const Block *block)
{
    for (int i = 0; i < block->level; i++)
        g_string_append_c(out, '#');
    g_string_append_c(out, ' ');
    anchor_write(out, block->anchor);
    prose_write(out, block->prose);
    g_string_append(out, "\n\n");
}

static void blocks_write(GString *out, const Blocks *blocks)
{
    for (guint i = 0; i < blocks->blocks->len; i++) {
        const Block *block = blocks_at(blocks, i);
        switch (block->kind) {
        case BLOCK_HEADING:
            heading_write(out, block);
            break;
        case BLOCK_PARAGRAPH:
            g_string_append(out, block->tone == TONE_QUOTE ? "> " : "");
            prose_write(out, block->prose);
            g_string_append(out, "\n\n");
            break;
        case BLOCK_LIST:
            list_write(out, block);
            break;
        case BLOCK_TABLE:
            table_write(out, block->table);
            break;
        case BLOCK_FIGURES:
            figures_write(out, block);
            break;
        case BLOCK_PICTURE:
            picture_write(out, block->picture);
            break;
        case BLOCK_CARD:
            g_string_append(out, block->level == 4 ? "#### " : "### ");
            anchor_write(out, block->anchor);
            prose_write(out, block->prose);
            g_string_append(out, "\n\n");
            blocks_write(out, block->body);
            break;
        case BLOCK_EXCERPT:
            excerpt_write(out, block);
            break;
        case BLOCK_CONTENTS: /* readers of Markdown make their own */
            break;
        }
    }
}

char *markdown_from_blocks(const Blocks *blocks)
{
    GString *out = g_string_new(NULL);
    blocks_write(out, blocks);
    return g_string_free(out, FALSE);
}
