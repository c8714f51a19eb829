/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moves between subjects that the narrative states: money that one subject's reason says went to, or came from, another.
 */
#ifndef HISTORY_MOVES_H
#define HISTORY_MOVES_H

#include "schema/filing.h"
#include "schema/thresholds.h"

typedef struct {
    const Claim *teller; /* whose reason states the move */
    const Claim *other;  /* the subject it names; NULL when the filing says nothing of its change */
    char *other_name;    /* as the reason names it */
    Amount moved;        /* as stated, else the smaller of the two changes; always positive */
    bool stated;         /* the reason gives the amount */
    bool balanced;       /* the other side mirrors it */
} Move;

/* The moves (Move) of a filing, each told once. */
GPtrArray *moves_from_filing(const Filing *filing, const Thresholds *thresholds);

/* The signed part of a claim's change that balanced moves explain; zero when none does. */
Amount moved_part(const GPtrArray *moves, const Claim *claim);

#endif
