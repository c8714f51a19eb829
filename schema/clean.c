/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/clean.h"

#include <stdbool.h>
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
