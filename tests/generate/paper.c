/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/paper.h"

#include <string.h>

#define LINE_WIDTH 62 /* half widths: 31 Chinese characters */
#define INDENT_WIDTH 4

Paper *paper_new(Layout layout)
{
    Paper *paper = g_new0(Paper, 1);
    paper->layout = layout;
    paper->text = g_string_new(NULL);
    paper->page = 1;
    paper->lines_per_page = 32;
    return paper;
}

void paper_free(Paper *paper)
{
    if (!paper)
        return;
    g_string_free(paper->text, TRUE);
    g_free(paper);
}

void paper_new_page(Paper *paper)
{
    if (paper->line_on_page == 0)
        return;
    paper->page++;
    paper->line_on_page = 0;
    g_string_append(paper->text, paper->layout == LAYOUT_RAW ? " " : "\f");
}

void paper_line(Paper *paper, const char *line)
{
    g_string_append(paper->text, line);
    g_string_append(paper->text, paper->layout == LAYOUT_RAW ? "\n\n" : "\n");
    paper->line_on_page++;
}

/* A full page of running text ends here, perhaps with its number, wherever the sentence is. */
static void turn_full_page(Paper *paper)
{
    if (paper->line_on_page < paper->lines_per_page)
        return;
    if (paper->page_numbers && paper->page % 2 == 0) {
        g_autofree char *number =
            g_strdup_printf("%*s%d", paper->layout == LAYOUT_COLUMNS ? 36 : 0, "", paper->page);
        paper_line(paper, number);
    }
    paper_new_page(paper);
}

static bool is_chinese(gunichar c)
{
    return c >= 0x4e00 && c <= 0x9fff;
}

/* Characters of one number, code or rate: never parted by a line break. */
static bool is_of_number(gunichar c)
{
    return c < 0x80 && (g_ascii_isalnum((char)c) || strchr(".,%-=", (int)c));
}

char *text_with_spaced_digits(const char *text)
{
    GString *spaced = g_string_new(NULL);
    gunichar before = 0;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool c_is_digit = c < 0x80 && g_ascii_isalnum((char)c);
        bool before_is_digit = before < 0x80 && (g_ascii_isalnum((char)before) || before == '%');
        if ((before && is_chinese(before) && c_is_digit) ||
            (before_is_digit && before && is_chinese(c)))
            g_string_append_c(spaced, ' ');
        g_string_append_unichar(spaced, c);
        before = c;
    }
    return g_string_free(spaced, FALSE);
}

/* The next piece that is kept on one line; an opening mark stays with what it opens. */
static const char *piece_end(const char *at)
{
    const char *end = g_utf8_next_char(at);
    if ((g_str_has_prefix(at, "（") || g_str_has_prefix(at, "“")) && *end)
        return piece_end(end);
    if (!is_of_number(g_utf8_get_char(at)))
        return end;
    while (*end && is_of_number(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    return end;
}

static int width_of(const char *from, const char *end)
{
    int width = 0;
    for (const char *at = from; at < end; at = g_utf8_next_char(at))
        width += g_utf8_get_char(at) > 0x2000 ? 2 : 1;
    return width;
}

static bool may_start_line(gunichar c)
{
    static const char *const CLOSING = "，。；：、）”";
    return g_utf8_strchr(CLOSING, -1, c) == NULL;
}

static void finish_line(Paper *paper, GString *line, int indent)
{
    g_strchomp(line->str);
    turn_full_page(paper);
    g_autofree char *whole =
        g_strdup_printf("%*s%s", paper->layout == LAYOUT_COLUMNS ? indent : 0, "", line->str);
    paper_line(paper, whole);
    g_string_truncate(line, 0);
}

static void print_text(Paper *paper, const char *text, int indent)
{
    g_autoptr(GString) line = g_string_new(NULL);
    int width = indent, first = indent;
    for (const char *at = text, *end; *at; at = end) {
        end = piece_end(at);
        int piece = width_of(at, end);
        if (width + piece > LINE_WIDTH && line->len > 0 && may_start_line(g_utf8_get_char(at))) {
            finish_line(paper, line, first);
            width = first = 0;
        }
        if (line->len == 0 && *at == ' ')
            continue;
        g_string_append_len(line, at, end - at);
        width += piece;
    }
    if (line->len > 0)
        finish_line(paper, line, first);
}

/* Now and then a line is set so tight that the spaces around digits are gone. */
static void print_spaced(Paper *paper, const char *text, int indent)
{
    paper->paragraphs++;
    g_autofree char *spaced = text_with_spaced_digits(text);
    bool tight = !paper->spaced_digits || paper->paragraphs % 5 == 3;
    print_text(paper, tight ? text : spaced, indent);
}

void paper_paragraph(Paper *paper, const char *text)
{
    print_spaced(paper, text, INDENT_WIDTH);
}

void paper_heading(Paper *paper, const char *text)
{
    print_spaced(paper, text, 0);
}
