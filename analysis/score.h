/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scorecard of a department's year: every indicator with its place among the peers, and a composite of those that are
 * better high or low, with the weights that the user can set.
 */
#ifndef ANALYSIS_SCORE_H
#define ANALYSIS_SCORE_H

#include "analysis/peers.h"
#include "analysis/stat/position.h"

typedef struct {
    Measured value;
    Position position; /* among the peers that have the indicator, itself included; n is 0 without a value */
    Measured merit;    /* 0 to 100, 100 the best; with peers.least peers or more */
    double weight;     /* 0 for an indicator that does not enter the composite */
} ScoreLine;

/*
 * composite: the mean of the merits by weight. Not computable when less than half of the weight has a merit: a composite of
 * what happens to be known would compare nothing.
 */
typedef struct {
    gsize peers;                      /* departments of the same kind, scope and year, itself included */
    ScoreLine lines[INDICATORS_MOST]; /* in the order of indicators[] */
    Measured composite;
    double weight, weight_known; /* of all indicators, and of those with a merit */
} Score;

/* The department's filing must be among the peers: peers_add() was called for the department. */
Score score_of_filing(const Peers *peers, const Department *department, const Filing *filing, const Thresholds *thresholds);

#endif
