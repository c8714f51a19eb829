/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/wording.h"

#include <stdbool.h>
#include <string.h>

/* One wording stands for a few hundred texts at the most. */
#define MOST_TEXTS 2000
#define MOST_DEPTH 8

typedef struct {
    const char *at;
    int depth;
    bool wrong;
} Parser;

static GPtrArray *texts_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static void add_all(GPtrArray *to, const GPtrArray *from)
{
    for (guint i = 0; i < from->len; i++)
        g_ptr_array_add(to, g_strdup(g_ptr_array_index(from, i)));
}

/* Every text of `heads` followed by every one of `tails`; takes both. */
static GPtrArray *joined(Parser *parser, GPtrArray *heads, GPtrArray *tails)
{
    GPtrArray *out = texts_new();
    parser->wrong |= heads->len * tails->len > MOST_TEXTS;
    for (guint i = 0; !parser->wrong && i < heads->len; i++)
        for (guint k = 0; k < tails->len; k++)
            g_ptr_array_add(out, g_strconcat(g_ptr_array_index(heads, i), g_ptr_array_index(tails, k), NULL));
    g_ptr_array_unref(heads);
    g_ptr_array_unref(tails);
    return out;
}

static GPtrArray *parse_choice(Parser *parser);

static GPtrArray *parse_atom(Parser *parser)
{
    if (*parser->at == '(') {
        parser->at++;
        parser->wrong |= ++parser->depth > MOST_DEPTH;
        GPtrArray *inner = parser->wrong ? texts_new() : parse_choice(parser);
        parser->depth--;
        parser->wrong |= *parser->at != ')';
        parser->at += *parser->at == ')';
        return inner;
    }
    GPtrArray *one = texts_new();
    const char *next = g_utf8_next_char(parser->at);
    parser->wrong |= *parser->at == '?' || *parser->at == '*';
    g_ptr_array_add(one, g_strndup(parser->at, (gsize)(next - parser->at)));
    parser->at = next;
    return one;
}

/* An atom and what may follow it: nothing, ? or *. */
static GPtrArray *parse_repeated(Parser *parser)
{
    GPtrArray *atom = parse_atom(parser);
    char mark = *parser->at;
    if (mark != '?' && mark != '*')
        return atom;
    parser->at++;
    GPtrArray *out = texts_new();
    g_ptr_array_add(out, g_strdup(""));
    add_all(out, atom);
    if (mark == '*') {
        GPtrArray *twice = joined(parser, g_ptr_array_ref(atom), g_ptr_array_ref(atom));
        add_all(out, twice);
        g_ptr_array_unref(twice);
    }
    g_ptr_array_unref(atom);
    return out;
}

static GPtrArray *parse_row(Parser *parser)
{
    GPtrArray *texts = texts_new();
    g_ptr_array_add(texts, g_strdup(""));
    while (!parser->wrong && *parser->at != '\0' && *parser->at != '|' && *parser->at != ')')
        texts = joined(parser, texts, parse_repeated(parser));
    return texts;
}

static GPtrArray *parse_choice(Parser *parser)
{
    GPtrArray *texts = parse_row(parser);
    while (!parser->wrong && *parser->at == '|') {
        parser->at++;
        GPtrArray *more = parse_row(parser);
        add_all(texts, more);
        g_ptr_array_unref(more);
    }
    return texts;
}

GPtrArray *wording_texts(const char *wording)
{
    Parser parser = {.at = wording};
    GPtrArray *texts = parse_choice(&parser);
    if (!parser.wrong && *parser.at == '\0' && texts->len <= MOST_TEXTS)
        return texts;
    g_ptr_array_unref(texts);
    return NULL;
}
