/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of bodies, printed in full in one filing and in short in the next.
 */
#ifndef HISTORY_BODY_NAME_H
#define HISTORY_BODY_NAME_H

#include <stdbool.h>

/*
 * True when two names may be one body's: equal but for the province, city or county in front, or for 中共. What is
 * left of the shorter one must say more than an office that every county has: 普陀区财政局 and 上海市普陀区财政局
 * match, 财政局 matches neither.
 */
bool body_names_match(const char *a, const char *b);

#endif
