/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From nominal to real terms: schema/data/deflator.tsv, a price index of each year with the year before = 100. The user may
 * replace it by a file of the same name below $YUSUAN_DATA.
 */
#ifndef ANALYSIS_DEFLATOR_H
#define ANALYSIS_DEFLATOR_H

#include <glib.h>

#include "analysis/stat/measured.h"

typedef struct Deflator Deflator;

/* A year left out, an index that is no number above 0, or no row at all is YUSUAN_ERROR_USAGE, with the year. */
Deflator *deflator_new(GError **error);
void deflator_free(Deflator *deflator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Deflator, deflator_free)

/* The years whose price level is known: from the one before the first row to that of the last. */
int deflator_first(const Deflator *deflator);
int deflator_last(const Deflator *deflator);

/* What an amount of `year` is multiplied with to be in prices of `base`. Not computable outside those years. */
Measured deflator_factor(const Deflator *deflator, int year, int base);

#endif
