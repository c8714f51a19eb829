/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions of the readers: compiled on first use, kept for the life of the program. */
#ifndef HISTORY_PATTERN_H
#define HISTORY_PATTERN_H

#include <glib.h>

/* Compiles into *slot once. The patterns are ours: one that does not compile is our own mistake. */
static inline GRegex *pattern_once(GRegex **slot, const char *pattern)
{
    if (*slot == NULL) {
        *slot = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
        g_assert(*slot != NULL);
    }
    return *slot;
}

#endif
