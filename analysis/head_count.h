/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A reason that names head count, held against the staff numbers that the filings state: who came or went bounds what the
 * reason can carry, and staff that did not move as the reason needs carries nothing.
 */
#ifndef ANALYSIS_HEAD_COUNT_H
#define ANALYSIS_HEAD_COUNT_H

#include "history/lexicon.h"
#include "schema/filing.h"

typedef enum {
    HEAD_COUNT_UNKNOWN,      /* the filings do not say how many there were */
    HEAD_COUNT_BORNE_OUT,    /* some staff moved the way that the reason needs */
    HEAD_COUNT_CONTRADICTED, /* none did */
} HeadCountVerdict;

typedef struct {
    HeadCountVerdict verdict;
    gint64 capacity;  /* the most it can carry, in thousandths of last year's amount; only when borne out */
    const char *kind; /* whose number was looked at: in-post | present | retired | veterans; "" when unknown */
    gint64 before, now;
} HeadCount;

/*
 * Last year's number is that of last year's filing, where `before` has it, else this year's less its stated change.
 * `rise`: the money rose. More people at work or more pensioners raise it; fewer, or people who retired, lower it. The
 * capacity is the move of the staff (of the persons that the reason counts, when they are fewer) by last year's number.
 */
HeadCount head_count_check(const Filing *now, const Filing *before, const ReasonReading *reading, const char *reason, bool rise);

/* 在职 20 → 18 人, in the language set. The caller frees it. */
char *head_count_text(const HeadCount *count);

#endif
