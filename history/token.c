/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/token.h"

#include <string.h>

static void token_clear(gpointer data)
{
    g_free(((Token *)data)->text);
}

static bool is_figure_byte(char c)
{
    return g_ascii_isdigit(c) || c == ',' || c == '.';
}

/* The kind of a whole word, by its spelling. */
static TokenKind kind_of(const char *text)
{
    const char *at = text;
    bool sign = *at == '-' || *at == '+';
    at += sign;
    if (*at == '\0' || strspn(text, "-") == strlen(text))
        return *text == '-' ? TOKEN_DASH : TOKEN_WORD;
    gsize digits = strspn(at, "0123456789");
    if (at[digits] == '\0')
        return sign ? TOKEN_DECIMAL : TOKEN_INTEGER;
    gsize whole = strspn(at, "0123456789,");
    if (whole == 0)
        return TOKEN_WORD;
    if (at[whole] == '\0')
        return TOKEN_DECIMAL;
    gsize decimals = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
    return decimals > 0 && at[whole + 1 + decimals] == '\0' ? TOKEN_DECIMAL : TOKEN_WORD;
}

static void add_token(GArray *tokens, const char *text, gsize bytes, int start)
{
    Token token = {.text = g_strndup(text, bytes), .start = start};
    token.kind = kind_of(token.text);
    token.end = start + (int)g_utf8_strlen(token.text, -1);
    g_array_append_val(tokens, token);
}

/* Where a word that mixes Chinese and a figure must be cut: before an amount at its end, after a code at its start. */
static gsize cut_of(const char *word, gsize bytes)
{
    gsize head = 0;
    while (head < bytes && g_ascii_isdigit(word[head]))
        head++;
    if ((head == 3 || head == 5 || head == 7) && head < bytes && (guchar)word[head] >= 0xe3)
        return head;
    gsize tail = bytes;
    while (tail > 0 && is_figure_byte(word[tail - 1]))
        tail--;
    if (tail > 0 && word[tail - 1] == '-')
        tail--;
    const char *point = memchr(word + tail, '.', bytes - tail);
    bool amount = point != NULL && point > word + tail && point + 1 < word + bytes;
    return tail > 0 && tail < bytes && amount && (guchar)word[tail - 1] >= 0x80 ? tail : bytes;
}

GArray *tokens_from_line(const char *plain)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    g_array_set_clear_func(tokens, token_clear);
    int column = 0;
    for (const char *at = plain; *at != '\0';) {
        if (*at == ' ') {
            at++;
            column++;
            continue;
        }
        /* A code, its name and an amount may all run together: each cut leaves a shorter word. */
        for (gsize bytes = strcspn(at, " "); bytes > 0;) {
            gsize cut = cut_of(at, bytes);
            add_token(tokens, at, cut, column);
            column = token_at(tokens, tokens->len - 1)->end;
            at += cut;
            bytes -= cut;
        }
    }
    return tokens;
}

guint tokens_trailing_figures(const GArray *tokens, bool integers_are_amounts)
{
    guint from = tokens->len;
    while (from > 0) {
        const Token *token = token_at(tokens, from - 1);
        bool figure = token->kind == TOKEN_DECIMAL || token->kind == TOKEN_DASH ||
                      (token->kind == TOKEN_INTEGER && (integers_are_amounts || g_str_equal(token->text, "0")));
        if (!figure)
            break;
        from--;
    }
    return from;
}

char *tokens_label(const GArray *tokens, guint from, guint to)
{
    GString *label = g_string_new(NULL);
    for (guint i = from; i < to; i++)
        g_string_append(label, token_at(tokens, i)->text);
    return g_string_free(label, FALSE);
}

bool tokens_number_columns(const GArray *tokens, guint *first, int *count)
{
    guint at = 0;
    while (at < tokens->len && (g_str_equal(token_at(tokens, at)->text, "※") ||
                                g_str_equal(token_at(tokens, at)->text, "*") ||
                                g_str_equal(token_at(tokens, at)->text, "栏次")))
        at++;
    *first = at;
    *count = 0;
    for (; at < tokens->len; at++) {
        const Token *token = token_at(tokens, at);
        if (token->kind != TOKEN_INTEGER || g_ascii_strtoll(token->text, NULL, 10) != *count + 1)
            return false;
        (*count)++;
    }
    return *count >= 2 || (*first > 0 && *count == 1);
}
