/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/book_text.h"

#include <string.h>

#include "schema/clean.h"
#include "schema/language.h"

#define HEADER_MAX 60 /* letters: the limit is 255, the signs of the layout included */

/* Where a file has _x000D_, a spreadsheet reads a carriage return: its first '_' is written as _x005F_ then. */
static bool begins_escape(const char *text)
{
    if (text[0] != '_' || text[1] != 'x')
        return false;
    for (int i = 2; i < 6; i++)
        if (!g_ascii_isxdigit(text[i]))
            return false;
    return text[6] == '_';
}

/* UTF-16 units of the letter there; an escape counts with all its letters, as the library counts them. */
static int units_at(const char *at)
{
    return begins_escape(at) ? 7 : g_utf8_get_char(at) > 0xFFFF ? 2 : 1;
}

static const char *end_within(const char *text, int units)
{
    const char *at = text;
    while (*at != '\0' && (units -= units_at(at)) >= 0)
        at = g_utf8_next_char(at);
    return at;
}

char *cell_text_from_text(const char *text, int most, bool *cut)
{
    g_autofree char *clean = text_clean(text);
    const char *mark = say("……（以下略去）", "... (the rest is left out)");
    const char *end = end_within(clean, most);
    *cut = *end != '\0';
    if (*cut)
        end = end_within(clean, most - (int)g_utf8_strlen(mark, -1));
    GString *written = g_string_sized_new(strlen(clean));
    for (const char *at = clean; at < end; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (begins_escape(at))
            g_string_append(written, "_x005F_");
        else
            g_string_append_unichar(written, letter == 0xFFFE || letter == 0xFFFF ? 0xFFFD : letter);
    }
    if (*cut)
        g_string_append(written, mark);
    return g_string_free(written, FALSE);
}

char *page_header_from_text(const char *text)
{
    g_autofree char *clean = text_clean(text);
    glong letters = g_utf8_strlen(clean, -1);
    g_autofree char *first = g_utf8_substring(clean, 0, MIN(letters, HEADER_MAX));
    g_auto(GStrv) parts = g_strsplit(first, "&", -1);
    g_autofree char *harmless = g_strjoinv("&&", parts);
    return g_strconcat(harmless, letters > HEADER_MAX ? "…" : "", NULL);
}

bool text_looks_like_formula(const char *text)
{
    const char *at = text + strspn(text, " '");
    return *at != '\0' && strchr("=+-@", *at) != NULL;
}

double text_width(const char *text)
{
    double width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        width += g_unichar_iswide(g_utf8_get_char(at)) ? 2 : 1;
    return width;
}

static void append_column(GString *name, int column)
{
    if (column >= 26)
        append_column(name, column / 26 - 1);
    g_string_append_c(name, (char)('A' + column % 26));
}

char *place_name(const char *sign, int row, int column)
{
    GString *name = g_string_new(sign);
    append_column(name, column);
    g_string_append_printf(name, "%s%d", sign, row + 1);
    return g_string_free(name, FALSE);
}

char *cell_name(int row, int column)
{
    return place_name("", row, column);
}
