/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/language.h"

static Language spoken = LANGUAGE_ZH;

void language_set(Language language)
{
    spoken = language;
}

Language language_get(void)
{
    return spoken;
}

const char *say(const char *zh, const char *en)
{
    return spoken == LANGUAGE_EN ? en : zh;
}

const char *say_count(unsigned count, const char *zh, const char *one, const char *several)
{
    return say(zh, count == 1 ? one : several);
}
