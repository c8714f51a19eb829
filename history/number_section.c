/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/number_section.h"

#include <string.h>

#define SECTIONS_MAX 4
#define MARKS_MAX 256

static void mark_clear(gpointer data)
{
    g_free(((FormatMark *)data)->literal);
}

static void section_free(gpointer data)
{
    FormatSection *section = data;
    g_array_unref(section->marks);
    g_free(section);
}

static FormatSection *section_add(GPtrArray *sections)
{
    FormatSection *section = g_new0(FormatSection, 1);
    section->marks = g_array_new(FALSE, TRUE, sizeof(FormatMark));
    g_array_set_clear_func(section->marks, mark_clear);
    g_ptr_array_add(sections, section);
    return section;
}

static void add_mark(FormatSection *section, MarkKind kind, char sign, int count)
{
    FormatMark mark = {kind, sign, count, NULL};
    if (section->marks->len < MARKS_MAX)
        g_array_append_val(section->marks, mark);
}

static void add_literal(FormatSection *section, const char *text, gsize length)
{
    FormatMark mark = {MARK_LITERAL, 0, 0, NULL};
    if (length == 0 || section->marks->len >= MARKS_MAX)
        return;
    mark.literal = g_strndup(text, length);
    g_array_append_val(section->marks, mark);
}

static const char *next_character(const char *at)
{
    return *at != '\0' ? g_utf8_next_char(at) : at;
}

/* [Red], [$-804], [$¥-804], [>=100], [h]: a colour, a language, a currency, a condition, hours beyond a day. */
static const char *take_bracket(FormatSection *section, const char *at)
{
    const char *end = strchr(at, ']');
    if (end == NULL)
        return at + strlen(at);
    const char *inside = at + 1;
    if (*inside == '$') {
        add_literal(section, inside + 1, strcspn(inside + 1, "-]"));
    } else if (strchr("<>=", *inside) != NULL) {
        gsize signs = strspn(inside, "<>=");
        g_strlcpy(section->comparison, inside, MIN(signs + 1, sizeof section->comparison));
        section->bound = g_ascii_strtod(inside + signs, NULL);
    } else if (strspn(inside, "hHmMsS") == (gsize)(end - inside) && end > inside) {
        add_mark(section, MARK_DATE, g_ascii_tolower(*inside), (int)(end - inside));
        section->is_date = true;
    }
    return end + 1;
}

/* Words of a format that are no letters of a date: General in two languages, AM/PM in three spellings. */
static const char *take_word(FormatSection *section, const char *at)
{
    static const struct {
        const char *word;
        MarkKind kind;
    } words[] = {
        {"General", MARK_GENERAL}, {"G/通用格式", MARK_GENERAL}, {"AM/PM", MARK_DATE}, {"A/P", MARK_DATE}, {"上午/下午", MARK_DATE},
        {"E+", MARK_POWER},        {"E-", MARK_POWER},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i].word);
        if (g_ascii_strncasecmp(at, words[i].word, length) == 0) {
            add_mark(section, words[i].kind, words[i].kind == MARK_POWER ? at[1] : 'a', 1);
            return at + length;
        }
    }
    return NULL;
}

static const char *take_date(FormatSection *section, const char *at)
{
    char letter = g_ascii_tolower(*at);
    int count = 0;
    while (g_ascii_tolower(at[count]) == letter)
        count++;
    /* e is the year in Chinese formats; weekdays (aaa) have no figures. */
    add_mark(section, MARK_DATE, letter == 'e' ? 'y' : letter, letter == 'e' ? 4 : count);
    section->is_date = true;
    return at + count;
}

/* Takes what stands at `at`; returns what follows. */
static const char *take_mark(FormatSection *section, const char *at)
{
    const char *next = next_character(at);
    switch (*at) {
    case '"': {
        gsize length = strcspn(next, "\"");
        add_literal(section, next, length);
        return next[length] == '"' ? next + length + 1 : next + length;
    }
    case '\\':
    case '!': {
        const char *after = next_character(next);
        add_literal(section, next, (gsize)(after - next));
        return after;
    }
    case '_': /* a space as wide as the next character; a filling of it */
    case '*':
        return next_character(next);
    case '[':
        return take_bracket(section, at);
    case '0':
    case '#':
    case '?':
        add_mark(section, MARK_DIGIT, *at, 1);
        return next;
    case '.':
        add_mark(section, MARK_POINT, '.', 1);
        return next;
    case ',':
        add_mark(section, MARK_COMMA, ',', 1);
        return next;
    case '%':
        add_mark(section, MARK_PERCENT, '%', 1);
        return next;
    case '@':
        add_mark(section, MARK_GENERAL, '@', 1);
        return next;
    }
    const char *after = take_word(section, at);
    if (after != NULL)
        return after;
    if (strchr("yYmMdDhHsSeE", *at) != NULL)
        return take_date(section, at);
    add_literal(section, at, (gsize)(next - at));
    return next;
}

GPtrArray *sections_from_format(const char *format)
{
    GPtrArray *sections = g_ptr_array_new_with_free_func(section_free);
    FormatSection *section = section_add(sections);
    for (const char *at = format; *at != '\0';) {
        if (*at == ';') {
            if (sections->len == SECTIONS_MAX)
                break;
            section = section_add(sections);
            at++;
        } else {
            at = take_mark(section, at);
        }
    }
    return sections;
}

/* Where a second (before) or an hour (behind) stands next, m means minutes. */
static bool means_minutes(const FormatSection *section, guint at)
{
    for (guint i = at; i-- > 0;) {
        const FormatMark *mark = &g_array_index(section->marks, FormatMark, i);
        if (mark->kind == MARK_DATE && mark->sign != 'a') {
            if (mark->sign == 'h')
                return true;
            break;
        }
    }
    for (guint i = at + 1; i < section->marks->len; i++) {
        const FormatMark *mark = &g_array_index(section->marks, FormatMark, i);
        if (mark->kind == MARK_DATE && mark->sign != 'a')
            return mark->sign == 's';
    }
    return false;
}

void append_date(GString *out, const FormatSection *section, double serial, bool from_1904)
{
    gint64 seconds = (gint64)(serial * 86400 + (serial < 0 ? -0.5 : 0.5));
    g_autoptr(GDateTime) first =
        from_1904 ? g_date_time_new_utc(1904, 1, 1, 0, 0, 0) : g_date_time_new_utc(1899, 12, 30, 0, 0, 0);
    g_autoptr(GDateTime) time = g_date_time_add_seconds(first, (double)seconds);
    for (guint i = 0; time != NULL && i < section->marks->len; i++) {
        const FormatMark *mark = &g_array_index(section->marks, FormatMark, i);
        int width = MIN(mark->count, 2);
        if (mark->kind == MARK_LITERAL)
            g_string_append(out, mark->literal);
        else if (mark->kind == MARK_POINT || mark->kind == MARK_COMMA || mark->kind == MARK_PERCENT)
            g_string_append_c(out, mark->sign);
        else if (mark->kind != MARK_DATE)
            continue;
        else if (mark->sign == 'y' && mark->count <= 2)
            g_string_append_printf(out, "%02d", g_date_time_get_year(time) % 100);
        else if (mark->sign == 'y')
            g_string_append_printf(out, "%04d", g_date_time_get_year(time));
        else if (mark->sign == 'd' && mark->count <= 2)
            g_string_append_printf(out, "%0*d", width, g_date_time_get_day_of_month(time));
        else if (mark->sign == 'h')
            g_string_append_printf(out, "%0*d", width, g_date_time_get_hour(time));
        else if (mark->sign == 's')
            g_string_append_printf(out, "%0*d", width, g_date_time_get_second(time));
        else if (mark->sign == 'm' && means_minutes(section, i))
            g_string_append_printf(out, "%0*d", width, g_date_time_get_minute(time));
        else if (mark->sign == 'm')
            g_string_append_printf(out, "%0*d", width, g_date_time_get_month(time));
    }
}
