/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of the catalogue, one declaration a file of this folder. */
#ifndef ANALYSIS_RULE_CATALOGUE_H
#define ANALYSIS_RULE_CATALOGUE_H

#include "analysis/rule/rule.h"

void rule_sums(RuleContext *context);         /* sum.*, balance */
void rule_cross(RuleContext *context);        /* cross.table */
void rule_tables(RuleContext *context);       /* table.* */
void rule_amounts(RuleContext *context);      /* text.amount */
void rule_said_twice(RuleContext *context);   /* text.amount */
void rule_rates(RuleContext *context);        /* text.share, text.growth, text.zero-base */
void rule_words(RuleContext *context);        /* text.direction, text.sum, text.name, text.weights */
void rule_reasons(RuleContext *context);      /* reason.* */
void rule_moves(RuleContext *context);        /* reclass.* */
void rule_carryover(RuleContext *context);    /* carryover.large, carryover.opaque */
void rule_three_public(RuleContext *context); /* three-public.increase */
void rule_subjects(RuleContext *context);     /* year.appeared, .vanished, .renamed, .code-reused; unstated reclass.balanced */
void rule_base_drift(RuleContext *context);   /* year.base-drift */
void rule_approved(RuleContext *context);     /* year.base-drift */
void rule_restated(RuleContext *context);     /* year.restated */
void rule_department_names(RuleContext *context); /* year.renamed, of the department itself */
void rule_carryover_roll(RuleContext *context); /* year.carryover-roll */
void rule_staff_roll(RuleContext *context);     /* year.staff-roll */
void rule_gap(RuleContext *context);            /* year.gap */
void rule_stale(RuleContext *context);          /* carryover.stale */
void rule_execution(RuleContext *context);      /* execution.low, execution.over */
void rule_targets(RuleContext *context);        /* target.lowered, target.dropped */
void rule_unusual(RuleContext *context);      /* change.unusual */
void rule_trend_break(RuleContext *context);  /* trend.break */
void rule_share_shift(RuleContext *context);  /* share.shift */
void rule_per_head(RuleContext *context);     /* perhead.outlier */

#endif
