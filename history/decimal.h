/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stored binary number as the decimal it was meant to be: its 15 significant digits, which is what a spreadsheet shows
 * of it at most. 9066.790000000001 is 9066.79; rounding is half up, on these digits and never on the binary number.
 */
#ifndef HISTORY_DECIMAL_H
#define HISTORY_DECIMAL_H

#include <stdbool.h>

#define DECIMAL_DIGITS 15

/* 0.DIGITS times ten to the power `point`: digits "906679", point 4. */
typedef struct {
    bool negative;
    char digits[DECIMAL_DIGITS + 2]; /* without zeros at either end; "" is zero */
    int point;
} Decimal;

/* A value that is finite. */
Decimal decimal_from_double(double value);

/* Rounds half up, away from zero, to so many places after the point (negative ones: before it). */
void decimal_round(Decimal *decimal, int places);

/* The digit for ten to the power `place`: 0 are the units, -1 the tenths. '0' where there is none. */
char decimal_digit(const Decimal *decimal, int place);

#endif
