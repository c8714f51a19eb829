/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/escape.h"

#include <string.h>

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
