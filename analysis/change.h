/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a subject changed and whether that matters: what the reason rules, the moves and the ledger share.
 */
#ifndef ANALYSIS_CHANGE_H
#define ANALYSIS_CHANGE_H

#include "history/lexicon.h"
#include "schema/filing.h"
#include "schema/thresholds.h"

/* A change is material by its share of the department's total and by its growth, in two pairs. */
bool change_is_material(const Thresholds *thresholds, Amount total, Amount base, Amount change);

/* The base that a claim implies: amount - change. False when the claim gives no change. 持平 is a change of zero. */
bool claim_implied_base(const Claim *claim, Amount *base, Amount *change);

/*
 * True when the stated growth has the other sign than the stated change (减少 5 万元，增长 3%). The name of a rate that
 * has no direction (变动率) takes the sign of the change.
 */
bool claim_growth_opposes_change(const Claim *claim);

/*
 * True when a reason argues the other way than the change went. A move and a statement that there is nothing argue
 * neither way; nor does any reason for carryover: what was not spent there is what makes it rise.
 */
bool reason_argues_against(const ReasonReading *reading, Direction direction, Amount change);

/*
 * How much of a change the drivers that a reason names can carry, from `base`: head count by the persons it counts
 * against the staff numbers, pay, bases and prices up to the thresholds; policy, projects, moves and one-off matters
 * without limit (then the whole change). Never more than the change; signed like it.
 */
Amount change_borne_by_drivers(const Thresholds *thresholds, const Filing *filing, const ReasonReading *reading,
                               Amount base, Amount change);

/*
 * The same, where what head count can carry is known already: `head_count` in thousandths of the base. It never asks a
 * filing.
 */
Amount change_borne_with_head_count(const Thresholds *thresholds, gint64 head_count, const ReasonReading *reading,
                                    Amount base, Amount change);

/*
 * What the amounts that a reason quotes carry of the change; false when it quotes none. Several amounts that only
 * split the largest one are not added to it.
 */
bool change_borne_by_amounts(const ReasonReading *reading, Amount change, Amount *borne);

#endif
