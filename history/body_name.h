/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of public bodies as filings print them: with and without the province or county in front, the party's name
 * before it, in full or in short. Names come squeezed.
 */
#ifndef HISTORY_BODY_NAME_H
#define HISTORY_BODY_NAME_H

#include <stdbool.h>

/*
 * True when two names are of one body: 某某市某某区财政局 and 某某区财政局, 中共某某县委员会组织部 and 某某县委组织部.
 * A name without any place (财政局) is too little to be known by: it matches itself alone.
 */
bool body_names_match(const char *a, const char *b);

/* What it compares: the name with its full forms (人民政府) in short (政府). The caller frees it. */
char *body_name_in_short(const char *name);

/* The places that a name begins with (示例市虚构区 of 示例市虚构区财政局), "" when it begins with none. The caller frees it. */
char *body_name_places(const char *name);

/* True for words that may be a body's name: they end like one, and begin like no sentence. 某某区 is a place. */
bool body_name_is_plausible(const char *name);

#endif
