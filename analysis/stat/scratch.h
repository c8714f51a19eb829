/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Working space for short series without malloc.
 *
 * A statistic that has to sort keeps an array on the stack that is large enough for any series of
 * up to SHORT_SERIES years, and asks here for the space to use:
 *
 *     double stack[SHORT_SERIES];
 *     g_autofree double *heap = NULL;
 *     double *work = scratch(stack, G_N_ELEMENTS(stack), n, &heap);
 *
 * The result is `stack` while `needed` fits in `room`, else a new block that `heap` owns. The
 * contents are undefined.
 */
#ifndef YUSUAN_ANALYSIS_STAT_SCRATCH_H
#define YUSUAN_ANALYSIS_STAT_SCRATCH_H

#include <glib.h>

/* Longer than any series of yearly filings; the pairs of so many years take 16 KiB. */
#define SHORT_SERIES 64
#define SHORT_SERIES_PAIRS (SHORT_SERIES * (SHORT_SERIES - 1) / 2)

static inline double *scratch(double *stack, gsize room, gsize needed, double **heap)
{
    if (needed <= room)
        return stack;
    *heap = g_new(double, needed);
    return *heap;
}

#endif
