/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of a table as words, figures and dashes with their places. Chinese text that runs into a figure
 * ("合计1,183.05") is cut there, and so is a code that runs into its name ("2011301行政运行").
 */
#ifndef HISTORY_TOKEN_H
#define HISTORY_TOKEN_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    TOKEN_WORD,
    TOKEN_INTEGER, /* digits only: a code, a count, an amount without decimals */
    TOKEN_DECIMAL, /* an amount: with decimals, separators or a sign */
    TOKEN_DASH,    /* a dash printed for nothing: it holds its column */
} TokenKind;

typedef struct {
    TokenKind kind;
    char *text;
    int start, end; /* character positions in the line, end excluded */
} Token;

/* The tokens of a line in plain spelling (Token by value; the array frees their texts). */
GArray *tokens_from_line(const char *plain);

static inline const Token *token_at(const GArray *tokens, guint index)
{
    return &g_array_index(tokens, Token, index);
}

/* Where the run of figures that ends the line begins; tokens->len when the line ends in a word. */
guint tokens_trailing_figures(const GArray *tokens, bool integers_are_amounts);

/* All words and figures of [from, to) as one label: joined, without spaces. The caller frees it. */
char *tokens_label(const GArray *tokens, guint from, guint to);

/* True for "※ ※ 1 2 3 … n", the line that numbers the columns; *count is n, *first the token of column 1. */
bool tokens_number_columns(const GArray *tokens, guint *first, int *count);

#endif
