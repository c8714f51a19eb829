/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/paragraph.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/meaning.h"
#include "cmd/terminal.h"

#define PAPER_WIDTH 100
#define NARROWEST 40

/* Bidirectional marks, overrides and isolates let a text, or what stands beside it, show another order than it has. */
static bool steers_terminal(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c || c == 0x2028 || c == 0x2029;
}

char *harmless(const char *text, bool lines)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_sized_new(strlen(valid) + 1);
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\t' || (c == '\n' && !lines) || c == '\r')
            g_string_append_c(out, ' ');
        else if (steers_terminal(c) && c != '\n')
            g_string_append(out, "\xef\xbf\xbd");
        else
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

int paper_width(void)
{
    int width = terminal_width();
    return width > 0 ? width : PAPER_WIDTH;
}

static int width_of(gunichar c)
{
    char bytes[7] = {0};
    g_unichar_to_utf8(c, bytes);
    return columns_of(bytes);
}

static bool must_not_begin_line(gunichar c)
{
    return g_utf8_strchr("，。；：、！？）》」』”’％%,.;:!?)]}", -1, c) != NULL;
}

static bool must_not_end_line(gunichar c)
{
    return g_utf8_strchr("（《「『“‘([{", -1, c) != NULL;
}

/* May a line end between these two characters? */
static bool may_break(gunichar before, gunichar after)
{
    if (before == ' ')
        return true;
    if (must_not_begin_line(after) || must_not_end_line(before) || after == ' ')
        return false;
    return g_unichar_iswide(before) || g_unichar_iswide(after);
}

const char *paragraph_line_end(const char *text, int width)
{
    const char *end = NULL;
    int used = 0;
    gunichar before = 0;
    const char *at = text;
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (before != 0 && may_break(before, c))
            end = at;
        used += width_of(c);
        /* A space at the very end of the line needs no place. */
        if (used > width && c != ' ')
            return end != NULL ? end : at > text ? at : g_utf8_next_char(at);
        before = c;
    }
    return at;
}

void paragraph_continue(int used, int indent, const char *text, int width)
{
    g_autofree char *clean = harmless(text, false);
    int room = MAX(width - used, NARROWEST / 2);
    const char *at = clean + strspn(clean, " ");
    if (*at == '\0')
        putchar('\n');
    while (*at != '\0') {
        const char *end = paragraph_line_end(at, room);
        const char *last = end;
        while (last > at && last[-1] == ' ')
            last--;
        printf("%.*s\n", (int)(last - at), at);
        at = end + strspn(end, " ");
        room = MAX(width - indent, NARROWEST / 2);
        if (*at != '\0')
            printf("%*s", indent, "");
    }
}

void paragraph_print(const char *lead, const char *text, int width)
{
    int indent = columns_of(lead);
    fputs(lead, stdout);
    paragraph_continue(indent, indent, text, width);
}

void sentence_print(const char *text)
{
    int width = terminal_width();
    g_auto(GStrv) sentences = g_strsplit(text, "\n", -1);
    for (char **one = sentences; *one != NULL; one++)
        if (one[1] != NULL || (*one)[0] != '\0' || one == sentences)
            paragraph_print("", *one, width > 0 ? width : G_MAXINT);
}

void sentence_printf(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    sentence_print(text);
}

void heading_print(const char *text, bool color)
{
    g_autofree char *clean = harmless(text, false);
    fputs(meaning_begin(MEANING_HEADING, color), stdout);
    sentence_print(clean);
    fputs(meaning_end(MEANING_HEADING, color), stdout);
}
