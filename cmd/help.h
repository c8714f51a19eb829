/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --help says: all of it comes from the tables of verb.h, in the language set, on standard
 * output.
 */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "cmd/verb.h"

#ifndef YUSUAN_VERSION
#define YUSUAN_VERSION "0.1.0"
#endif

void help_print_program(void);
void help_print_verb(const Verb *verb);
void help_print_version(void);

/* The frame of a verb's manual page (roff): cmd/pages.sh puts what yusuan.1 says of the verb where "@DESCRIPTION@" stands. */
void help_print_manual(const Verb *verb);

#endif
