/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/caption.h"

#include <stdbool.h>
#include <string.h>

static const gunichar ELLIPSIS = 0x2026;
static const gunichar BOX = 0x25A1;

/* Marks that may not begin a line, and marks that may not end one. */
static const char CLOSING[] = "，。、；：！？）〕】》〉」』”’…％,.;:!?)]}%";
static const char OPENING[] = "（〔【《〈「『“‘([{";

static bool mark_in(const char *marks, gunichar character)
{
    return g_utf8_strchr(marks, -1, character) != NULL;
}

static bool character_hidden(gunichar character)
{
    switch (g_unichar_type(character)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT: /* zero width, and the marks that turn the direction of what follows */
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
        return true;
    default:
        return g_unichar_iszerowidth(character) && !g_unichar_ismark(character);
    }
}

static bool character_blank(gunichar character)
{
    return g_unichar_isspace(character) || character == 0x3000 || character == 0x2028 ||
           character == 0x2029;
}

/* Emoji and flags, which Chinese fonts lack: the drivers for PNG and PDF paint a missing one larger than the picture. */
static bool character_pictorial(gunichar character)
{
    return (character >= 0x1F1E6 && character <= 0x1F1FF) || (character >= 0x1F300 && character <= 0x1FAFF) ||
           character == 0x1F004 || character == 0x1F0CF || character == 0x2705 || character == 0x274C;
}

char *caption_clean(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    GString *clean = g_string_sized_new(strlen(valid));
    bool space_due = false;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (character_blank(character)) {
            space_due = clean->len > 0;
            continue;
        }
        if (character_hidden(character))
            continue;
        if (space_due)
            g_string_append_c(clean, ' ');
        space_due = false;
        bool undrawn = g_unichar_type(character) == G_UNICODE_PRIVATE_USE || character_pictorial(character);
        g_string_append_unichar(clean, undrawn ? BOX : character);
    }
    return g_string_free(clean, FALSE);
}

char *caption_quote(const char *text)
{
    g_autofree char *clean = caption_clean(text);
    g_auto(GStrv) pieces = g_strsplit(clean, "'", -1);
    g_autofree char *harmless = g_strjoinv("’", pieces);
    return g_strconcat("'", harmless, "'", NULL);
}

static double ascii_width(gunichar character)
{
    if (character == ' ' || strchr(".,:;'`|!il", (int)character) != NULL)
        return 0.32;
    if (strchr("MWmw@%", (int)character) != NULL)
        return 0.95;
    return g_unichar_isupper(character) ? 0.70 : 0.60;
}

/* Non-ASCII is taken as full width unless it is a letter of a narrow script: signs such as “ ” ×
 * come from the Chinese font. The minus sign is set as wide as a digit. */
static double character_width(gunichar character)
{
    if (character < 0x80)
        return ascii_width(character);
    if (g_unichar_iszerowidth(character))
        return 0.0;
    if (character == 0x2212)
        return 0.60;
    if (character < 0x2000 && g_unichar_isalpha(character) && !g_unichar_iswide(character))
        return 0.75;
    return 1.0;
}

double caption_width(const char *text)
{
    double width = 0.0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        width += character_width(g_utf8_get_char(at));
    return width;
}

static bool part_of_word(gunichar character)
{
    return character < 0x80 && (g_ascii_isalnum((char)character) ||
                                (character != 0 && strchr(".,-_%+/", (int)character) != NULL));
}

static bool break_allowed(const char *start, const char *at)
{
    if (at == start || *at == '\0')
        return *at == '\0';
    gunichar before = g_utf8_get_char(g_utf8_prev_char(at));
    gunichar after = g_utf8_get_char(at);
    if (after == ' ' && at[1] != '\0') /* "66.2 %": the sign stays with its number */
        after = g_utf8_get_char(at + 1) == '%' ? '%' : ' ';
    if (mark_in(CLOSING, after) || mark_in(OPENING, before) || g_unichar_ismark(after))
        return false;
    return !(part_of_word(before) && part_of_word(after));
}

/* The first character that no longer fits. */
static const char *line_limit(const char *start, double max_width)
{
    double width = 0.0;
    const char *at = start;
    while (*at != '\0') {
        width += character_width(g_utf8_get_char(at));
        if (width > max_width && at != start)
            return at;
        at = g_utf8_next_char(at);
    }
    return at;
}

/* Where the line that begins at `start` should end. */
static const char *line_end(const char *start, double max_width)
{
    const char *limit = line_limit(start, max_width);
    if (*limit == '\0')
        return limit;
    double given_up = 0.0;
    const char *at = limit;
    while (at > start && given_up < max_width / 2) {
        if (break_allowed(start, at))
            return at;
        at = g_utf8_prev_char(at);
        given_up += character_width(g_utf8_get_char(at));
    }
    return limit;
}

static char *line_shortened(const char *start, double max_width)
{
    if (caption_width(start) <= max_width)
        return g_strdup(start);
    const char *limit = line_limit(start, max_width - character_width(ELLIPSIS));
    g_autofree char *kept = g_strndup(start, (gsize)(limit - start));
    return g_strconcat(g_strchomp(kept), "…", NULL);
}

char **caption_wrap(const char *text, double max_width, guint max_lines)
{
    g_assert(max_lines > 0);
    g_autofree char *clean = caption_clean(text);
    GPtrArray *lines = g_ptr_array_new();
    const char *at = clean;
    while (lines->len + 1 < max_lines && caption_width(at) > max_width) {
        const char *end = line_end(at, max_width);
        char *line = g_strndup(at, (gsize)(end - at));
        g_ptr_array_add(lines, g_strchomp(line));
        at = end;
        while (*at == ' ')
            at++;
    }
    if (*at != '\0' || lines->len == 0)
        g_ptr_array_add(lines, line_shortened(at, max_width));
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

double caption_widest(char *const *lines)
{
    double widest = 0.0;
    for (; *lines != NULL; lines++)
        widest = MAX(widest, caption_width(*lines));
    return widest;
}
