/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which vintage of a quantity a figure is: the budget as approved (年初预算数), as adjusted (调整预算数, 全年预算数), or what
 * was executed (决算数). Forms of final accounts mark columns of budget figures by a measure that ends in MEASURE_BUDGETED,
 * so that within a filing they are never taken for the executed figure; over the years they are the same quantity.
 */
#ifndef HISTORY_VINTAGE_H
#define HISTORY_VINTAGE_H

#include <stdbool.h>

#include "schema/filing.h"

#define MEASURE_BUDGETED "-budgeted"

/* The vintage of a budget that words name; false when they name none (预算数). */
bool vintage_from_words(const char *words, Phase *phase);

/*
 * The vintage of a figure of this measure in this column (NULL: of a sentence), and in *plain the measure without its
 * mark; the caller frees it. A heading that says only 预算数 is what the filing's sentences call it, else the approved
 * budget.
 */
Phase vintage_of_figure(const Filing *filing, const Column *column, const char *measure, char **plain);

/* The vintage and the amount of the budget that a sentence of final accounts compares with: 年初预算为…，支出决算为…. */
bool vintage_of_claim(const Claim *claim, Phase *phase);

/* For people, in the language set: 年初预算, 调整预算, 决算. */
const char *vintage_name(Phase phase);

#endif
