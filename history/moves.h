/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Moves between subjects that the narrative states: money that one subject's reason says went to, or came from, another.
 *
 * A side mirrors a move in one of two ways: its change holds the amount; or its sentence compares with a base on the new
 * footing (上年数已按同口径调整), so that the base, amount - change, differs from last year's own figure by the amount.
 */
#ifndef HISTORY_MOVES_H
#define HISTORY_MOVES_H

#include "history/figures.h"
#include "schema/thresholds.h"

typedef struct {
    const Claim *teller; /* whose reason states the move */
    const Claim *other;  /* the subject it names; NULL when the filing says nothing of its change */
    char *other_name;    /* as the reason names it */
    Amount moved;        /* as stated, else the smaller of the two changes; always positive */
    bool stated;         /* the reason gives the amount */
    bool balanced;       /* the other side mirrors it */
    bool out;            /* it left the teller's subject; else it came there */
    bool teller_restated, other_restated; /* that side's base holds the move already, its change does not */
} Move;

/* The moves (Move) of a filing, each told once. `then`: last year's figures of its kind and scope, NULL when there are none. */
GPtrArray *moves_from_filing(const Filing *filing, const Figures *then, const Thresholds *thresholds);

/* The signed part of a claim's change that balanced moves explain; zero when none does. */
Amount moved_part(const GPtrArray *moves, const Claim *claim);

#endif
