/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reasons for changes, in the words that departments use. Without a fault each argues the right
 * direction, names a driver, speaks of its own subject, and accounts for the whole amount when the
 * change is material.
 */
#ifndef TESTS_GENERATE_REASONS_H
#define TESTS_GENERATE_REASONS_H

#include "tests/generate/model.h"

typedef enum {
    REASON_BASIC,     /* pay and office of those in post */
    REASON_RETIREES,  /* 2080501 */
    REASON_INSURANCE, /* contributions, also the housing fund */
    REASON_PROJECT,
    REASON_REVENUE, /* money of a fund */
    REASON_CARRIED,
    REASON_PUBLIC, /* the three public expenses */
    REASON_OPERATING,
} ReasonKind;

/*
 * kind says what the sentence is about and word what it names ("养老保险缴费", "库房改造", …). The caller
 * owns the text; it is "" when nothing changed, and now and then when the change does not matter.
 */
char *reason_write(const Model *model, ReasonKind kind, const char *word, gint64 now, gint64 base);

/*
 * Does the change matter, by the common test: 1 % of the total and 10 %, or 0.1 % and 50 %? With a
 * little margin.
 */
bool change_is_material(const Model *model, gint64 now, gint64 base);

#endif
