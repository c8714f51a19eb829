/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/escape.h"

#include <string.h>

/* Marks that reorder or hide what follows them: a reader must see the letters in the order they stand. */
static bool is_hidden_mark(gunichar letter)
{
    return (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2060 && letter <= 0x206F) || letter == 0x061C || letter == 0xFEFF;
}

static bool is_break(gunichar letter)
{
    return g_unichar_iscntrl(letter) || letter == 0x2028 || letter == 0x2029;
}

char *text_clean(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (is_hidden_mark(letter))
            continue;
        g_string_append_unichar(clean, is_break(letter) ? ' ' : letter);
    }
    return g_string_free(clean, FALSE);
}

char *text_guard_formula(const char *text)
{
    const char *at = text + strspn(text, " ");
    bool sign = *at == '+' || *at == '-';
    bool formula = *at == '=' || *at == '@' || (sign && at[1] != '\0' && !g_ascii_isdigit(at[1]));
    return formula && at[1] != '\0' ? g_strconcat("'", text, NULL) : g_strdup(text);
}

void html_append(GString *html, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        switch (*at) {
        case '&':
            g_string_append(html, "&amp;");
            break;
        case '<':
            g_string_append(html, "&lt;");
            break;
        case '>':
            g_string_append(html, "&gt;");
            break;
        case '"':
            g_string_append(html, "&quot;");
            break;
        case '\'':
            g_string_append(html, "&#39;");
            break;
        case '`':
            g_string_append(html, "&#96;");
            break;
        default:
            g_string_append_c(html, *at);
        }
    }
}

/* What begins a block when it stands first: lists, headings, quotations, rules; and "1." or "1)". */
static const char *append_block_start(GString *markdown, const char *text)
{
    if (strchr("-+=", text[0]) != NULL && text[0] != '\0' && !g_ascii_isdigit(text[1])) {
        g_string_append_c(markdown, '\\');
        g_string_append_c(markdown, text[0]);
        return text + 1;
    }
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || (text[digits] != '.' && text[digits] != ')') || g_ascii_isdigit(text[digits + 1]))
        return text;
    g_string_append_len(markdown, text, (gssize)digits);
    g_string_append_c(markdown, '\\');
    g_string_append_c(markdown, text[digits]);
    return text + digits + 1;
}

void markdown_append(GString *markdown, const char *text)
{
    const char *at = text;
    if (markdown->len == 0 || strchr("\n ", markdown->str[markdown->len - 1]) != NULL)
        at = append_block_start(markdown, text);
    for (; *at != '\0'; at++) {
        /* "://" and "www." would be taken for links. */
        bool address = (*at == ':' && g_str_has_prefix(at, "://")) ||
                       (*at == '.' && at - text >= 3 && g_ascii_strncasecmp(at - 3, "www", 3) == 0);
        if (*at == '<' || *at == '>') {
            /* Also where a reader of Markdown does not know the backslash. */
            g_string_append(markdown, *at == '<' ? "&lt;" : "&gt;");
            continue;
        }
        if (strchr("\\`*_[]|~&$#!", *at) != NULL || address)
            g_string_append_c(markdown, '\\');
        g_string_append_c(markdown, *at);
    }
}
