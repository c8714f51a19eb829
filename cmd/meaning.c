/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/meaning.h"

#include <stddef.h>

/*
 * The eight colours that every terminal has, in the shades that its user chose. Red, yellow and cyan
 * are severities; up and down take the two that are left over and judge nothing.
 */
static const char *const codes[] = {
    [MEANING_NONE] = "",           [MEANING_GOOD] = "\033[32m",    [MEANING_NOTICE] = "\033[36m",
    [MEANING_WARNING] = "\033[33m", [MEANING_ERROR] = "\033[31m",   [MEANING_WORST] = "\033[1;31m",
    [MEANING_UP] = "\033[35m",      [MEANING_DOWN] = "\033[34m",    [MEANING_FAINT] = "\033[2m",
    [MEANING_HEADING] = "\033[1m",
};

const char *meaning_begin(Meaning meaning, bool color)
{
    return color ? codes[meaning] : "";
}

const char *meaning_end(Meaning meaning, bool color)
{
    return color && meaning != MEANING_NONE ? "\033[0m" : "";
}

Meaning meaning_of_change(double change)
{
    return change > 0 ? MEANING_UP : change < 0 ? MEANING_DOWN : MEANING_NONE;
}
