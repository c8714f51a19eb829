/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Money as printed: an exact number of fen (1/100 yuan) with the step of its last printed digit.
 *
 * "1,183.05" in a table of 万元 is 1,183,050,000 fen with a step of 10,000 fen (0.01 万元 = 100 yuan).
 * The printed figure stands for any true value in [fen - step/2, fen + step/2]; verdict.h judges with that.
 * No floating point touches an amount on its way to a verdict.
 */
#ifndef SCHEMA_AMOUNT_H
#define SCHEMA_AMOUNT_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    gint64 fen;  /* the printed value */
    gint64 step; /* one unit of its last printed digit, > 0 */
} Amount;

/* Units a form may be printed in, as fen per unit. */
#define FEN_PER_YUAN G_GINT64_CONSTANT(100)
#define FEN_PER_WAN_YUAN (10000 * FEN_PER_YUAN)
#define FEN_PER_YI_YUAN (10000 * FEN_PER_WAN_YUAN)

/* The unit that "元", "万元" or "亿元" names; 万元 for any other word and for NULL, as the forms print it. */
gint64 unit_from_text(const char *unit);

/*
 * Reads a printed decimal such as "1,183.05", "-0.30", "0" in the given unit. Separators must group by three.
 * Fails with YUSUAN_ERROR_INPUT when the text is no decimal, when it does not fit 64 bits of fen, or when it
 * has digits finer than a fen; *amount is untouched then.
 */
bool amount_from_text(const char *text, gint64 unit, Amount *amount, GError **error);

/*
 * The amount in 万元, plain, with as many decimals as its step needs: what was printed in 万元 comes out as it
 * was printed, what was printed in yuan comes out without loss. The caller frees it.
 */
char *amount_to_text(Amount amount);

/* The same with thousands separators, for people; zeros beyond the second decimal are left out. The caller frees it. */
char *amount_to_display(Amount amount);

/*
 * The same rounded to the second decimal where it is 1 万元 or more and was printed finer (in yuan), for sentences. The caller
 * frees it.
 */
char *amount_in_brief(Amount amount);

/* A figure of statistics in 万元, with two decimals and thousands separators: "10,441.83". The caller frees it. */
char *wan_yuan_to_display(double wan_yuan);

/* a - b and a + b with the coarser step; false when the result does not fit. */
bool amount_subtract(Amount a, Amount b, Amount *difference);
bool amount_add(Amount a, Amount b, Amount *sum);

/* For pictures and statistics only. */
double amount_to_wan_yuan(Amount amount);

#endif
