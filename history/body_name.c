/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/body_name.h"

#include <glib.h>
#include <string.h>

/* So many characters say which body is meant without naming a place. */
#define TELLING_LENGTH 6

/* The longest name of a place in front: 新疆维吾尔自治区伊犁哈萨克自治州某某县. */
#define PLACE_LENGTH_MAX 24

static bool ends_a_place(gunichar letter)
{
    static const char letters[] = "省市区县州旗";
    return g_utf8_strchr(letters, -1, letter) != NULL;
}

static const char *without_party(const char *name)
{
    static const char *const prefixes[] = {"中国共产党", "中共"};
    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(name, prefixes[i]))
            return name + strlen(prefixes[i]);
    return name;
}

/* 普陀区 in 普陀区财政局: two characters or more, the last of which ends a place, and something behind it. */
static bool names_place(const char *name)
{
    int count = 0;
    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at), count++)
        if (count > 0 && ends_a_place(g_utf8_get_char(at)) && *g_utf8_next_char(at) != '\0')
            return true;
    return false;
}

static bool is_place(const char *head, const char *end)
{
    glong length = g_utf8_strlen(head, end - head);
    return length >= 2 && length <= PLACE_LENGTH_MAX && ends_a_place(g_utf8_get_char(g_utf8_prev_char(end)));
}

bool body_names_match(const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return true;
    const char *longer = without_party(a);
    const char *shorter = without_party(b);
    if (strlen(longer) < strlen(shorter)) {
        const char *swap = longer;
        longer = shorter;
        shorter = swap;
    }
    if (!names_place(shorter) && g_utf8_strlen(shorter, -1) < TELLING_LENGTH)
        return false;
    const char *tail = longer + strlen(longer) - strlen(shorter);
    return strcmp(tail, shorter) == 0 && (tail == longer || is_place(longer, tail));
}
