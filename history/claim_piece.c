/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim_piece.h"

#include <stdbool.h>
#include <string.h>

/* Bytes of a sentence that are looked at ahead. */
#define AHEAD 1500

static void piece_clear(gpointer data)
{
    g_free(((Piece *)data)->text);
}

static void add_piece(GArray *pieces, const char *text, gsize start, gsize end, gunichar mark, gsize mark_bytes)
{
    Piece piece = {g_strndup(text + start, end - start), start, end + mark_bytes, mark};
    g_array_append_val(pieces, piece);
}

GArray *pieces_of_paragraph(const char *text)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(pieces, piece_clear);
    int depth = 0;
    gsize start = 0;
    const char *at = text;
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        gsize here = (gsize)(at - text);
        if (c == 0xff08)
            depth++;
        else if (c == 0xff09 && depth > 0)
            depth--;
        bool list = c == 0x3001 && here >= 3 && (strncmp(at - 3, "元", 3) == 0 || at[-1] == '%');
        bool stop = c == MARK_COMMA || c == MARK_STOP || c == MARK_SEMICOLON || c == MARK_COLON || list;
        if (c == MARK_STOP)
            depth = 0; /* a bracket left open does not swallow the next sentence */
        if (!stop || depth > 0)
            continue;
        gsize bytes = (gsize)(g_utf8_next_char(at) - at);
        add_piece(pieces, text, start, here, list ? MARK_COMMA : c, bytes);
        start = here + bytes;
    }
    if (start < (gsize)(at - text))
        add_piece(pieces, text, start, (gsize)(at - text), 0, 0);
    return pieces;
}

char *rest_of_sentence(const char *text)
{
    gsize length = strnlen(text, AHEAD);
    const char *stop = g_strstr_len(text, (gssize)length, "。");
    if (stop != NULL)
        return g_strndup(text, (gsize)(stop - text));
    while (length > 0 && ((guchar)text[length] & 0xc0) == 0x80)
        length--; /* not within a character */
    return g_strndup(text, length);
}
