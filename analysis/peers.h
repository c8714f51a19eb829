/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Peers: what the departments of one kind of filing, scope and year have in common, gathered once a run, so that each can be
 * seen among the others.
 *
 * Life: peers_new() -> peers_add() for each department, which may be freed after that -> the questions -> peers_free(). The
 * department asked about is one of the peers, if it was added. What is kept of a department is small: its indicators, and
 * the growth of each subject. A question costs a look-up; the spread of a figure is worked out once, when first asked for.
 */
#ifndef ANALYSIS_PEERS_H
#define ANALYSIS_PEERS_H

#include "analysis/indicator.h"

typedef struct Peers Peers;

/* A department's year among its peers. */
typedef struct {
    char *department;
    Measured values[INDICATORS_MOST]; /* in the order of indicators[] */
} PeerEntry;

Peers *peers_new(void);
void peers_free(Peers *peers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Peers, peers_free)

/* All its years. `findings` (of the department, NULL when not made) are what some indicators count. */
void peers_add(Peers *peers, const Department *department, const GPtrArray *findings, const Thresholds *thresholds);

/* The departments (PeerEntry, in the order added) with a filing of this one's kind, scope and year; NULL when there is none. */
const GPtrArray *peers_of_filing(const Peers *peers, const Filing *filing);

/* The values that the entries have of an indicator, in 'values' (as long as the entries); gives how many. */
gsize peers_indicator(const GPtrArray *entries, gsize indicator, double *values);

/* What single departments are held against their peers in. */
typedef enum {
    PEER_GROWTH,    /* log growth of a subject (by code, "" the whole) on the year before */
    PEER_SHIFT,     /* logarithm of the structural change index */
    PEER_PERSONNEL, /* logarithm of personnel cost per head */
    PEER_OPERATING, /* logarithm of operating cost per head */
} PeerFigure;

/*
 * `n` peers have the figure, the department's own included; `share` of them are as far from their median as it is, or farther:
 * where the tails are heavy, z and its level alone would call too many unusual. The others as in stat/position.h.
 */
typedef struct {
    gsize n;
    double share;
    Measured median;
    Measured z;
    Measured level;
} Standing;

/* How `value`, the filing's own, stands among the peers; n is 0 when none has the figure. code is "" but for growths. */
Standing peers_standing(const Peers *peers, const Filing *filing, PeerFigure figure, const char *code, double value);

#endif
