/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arithmetic of printed digits. A printed figure x with step s stands for any true value in
 * [x - s/2, x + s/2]; a check asks whether some true values fit. It is done in exact integers, 128 bits where a
 * product needs them, and ends in one of three verdicts:
 *
 *   proved      the printed figures agree to the last digit
 *   rounding    they do not, but some true values fit
 *   impossible  no true values fit
 *
 * For rates, `units` says how many units of its last printed digit the stated rate lies from the nearest rate
 * that would have been possible: 1 is a matter of the last digit, more is wrong.
 */
#ifndef SCHEMA_VERDICT_H
#define SCHEMA_VERDICT_H

#include <stddef.h>

#include "schema/amount.h"

typedef enum { VERDICT_PROVED, VERDICT_ROUNDING, VERDICT_IMPOSSIBLE } Verdict;

/* A printed percentage in millionths of a percent: 69.58 % is 69,580,000 with a step of 10,000. */
typedef struct {
    gint64 value;
    gint64 step;
} Rate;

#define RATE_PERCENT G_GINT64_CONSTANT(1000000)

/* Reads "69.58" (percent) or, with unit 100 * RATE_PERCENT, "2.1" (times). False when it is no decimal or too fine. */
bool rate_from_text(const char *text, gint64 unit, Rate *rate);

/* "69.58", with the printed decimals. The caller frees it. */
char *rate_to_text(Rate rate);

typedef struct {
    Verdict verdict;
    gint64 units;      /* of the last digit, 0 unless impossible; G_MAXINT64 when no rate is possible */
    double low, high;  /* the possible true rates in %, to be shown, not judged with */
    bool defined;      /* false when the rate has no meaning: the base may be zero or negative */
} RateVerdict;

/* parts must add to total. The difference total - sum is stored if asked for. */
Verdict verdict_of_sum(const Amount *parts, size_t count, Amount total, gint64 *difference);

/* The same quantity printed twice. */
Verdict verdict_of_equality(Amount a, Amount b);

/* True when the coarser figure is the finer one cut off where it should have been rounded: 87.70 for 87.7080. */
bool verdict_is_cut_off(Amount coarse, Amount fine);

/* part / whole, stated in percent. */
RateVerdict verdict_of_share(Amount part, Amount whole, Rate stated);

/* change / (amount - change), stated in percent: the growth that a change claim implies. */
RateVerdict verdict_of_growth(Amount amount, Amount change, Rate stated);

/* amount / base - 1, stated in percent: growth where the sentence gives last year's amount. */
RateVerdict verdict_of_growth_on_base(Amount amount, Amount base, Rate stated);

const char *verdict_word(Verdict verdict);

#endif
