/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The final accounts of one year of a history, as a web page: nine tables and what was spent of each subject's first budget. */
#ifndef TESTS_DETECT_ACCOUNTS_H
#define TESTS_DETECT_ACCOUNTS_H

#include "tests/detect/history.h"

/* HTML. What was left at the end of a year is what the next year's budget carries over. The caller owns it. */
char *accounts_print(History *history, int year);

#endif
