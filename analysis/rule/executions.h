/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What final accounts say was spent, each with the budget that it is held against. The budget is, in this order, the one
 * that the accounts' own sentence gives (年初预算为…，支出决算为…), the one in a column of their tables (预算数), or that of
 * the year's budget filing of the same scope.
 */
#ifndef ANALYSIS_RULE_EXECUTIONS_H
#define ANALYSIS_RULE_EXECUTIONS_H

#include "history/department.h"
#include "history/figures.h"

/* A quantity of one year's accounts with its budget. The texts are those of the filings. */
typedef struct {
    const Filing *accounts;
    Fund fund;
    const char *measure, *code;
    Phase vintage; /* of the budget: approved where only 预算 is said, */
    bool unnamed;  /* and then it is not called so */
    Amount budget, executed;
    const Claim *claim;          /* that gives both, or NULL and then */
    bool rate_only;              /* it gives no budget, but how much of it was spent */
    Place place, budget_place;   /* where they are printed */
    const Filing *budget_filing; /* the budget's filing, NULL when the accounts print it themselves */
} Execution;

/* All of the accounts' quantities that have a budget to be held against (Execution). The caller frees the array. */
GArray *executions_of(const Department *department, const Filing *accounts, const Figures *figures);

/* The one of the same quantity, NULL when there is none. */
const Execution *execution_find(const GArray *executions, const Execution *wanted);

/* One of the three public expenses, or a part of them. */
bool measure_is_three_public(const char *measure);

#endif
