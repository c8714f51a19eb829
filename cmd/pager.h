/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long output on a terminal goes through a pager, as with git: $YUSUAN_PAGER, else $PAGER, else less,
 * which ends by itself where a screen is enough. An empty value, or cat, means none.
 */
#ifndef CMD_PAGER_H
#define CMD_PAGER_H

#include <stdbool.h>

/*
 * What is printed from now on goes to the pager, which begins with the first of it. Without one that can be
 * found (which is said on standard error, where the user named it) everything stays as it is. Ctrl-C is the pager's, too: the
 * program ends only when the pager gave the terminal back.
 */
void pager_start(void);

/* Waits until the user has read. Afterwards nothing more can be printed on standard output. */
void pager_finish(void);

/* Whether output that found no reader is no error: the user had seen enough. */
bool pager_was_used(void);

#endif
