/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rules raise findings: the place, the words, the question. */
#ifndef ANALYSIS_RULE_RAISE_H
#define ANALYSIS_RULE_RAISE_H

#include "analysis/rule/rule.h"
#include "history/figures.h"
#include "history/series.h"

/* A finding on a sentence. The context owns it; message and question are set with raise_say(). */
Finding *raise_on_claim(RuleContext *context, const char *rule, Severity severity, const Claim *claim);

/* A finding on a cell, or on a row's first cell. */
Finding *raise_on_place(RuleContext *context, const char *rule, Severity severity, Place place);

/* A finding on a table as a whole. */
Finding *raise_on_table(RuleContext *context, const char *rule, Severity severity, const Table *table);

/*
 * A finding on what a series says in the context's filing: the first settled cell that states it, and the one of last year's
 * filing beside it. NULL, and nothing raised, when no cell does.
 */
Finding *raise_on_series(RuleContext *context, const char *rule, Severity severity, const Series *series);

/* A further place of the same finding; in another filing: the year before, an earlier issue. */
void raise_add_place(RuleContext *context, Finding *finding, Place place);
void raise_add_place_of(Finding *finding, const Filing *filing, Place place);
void raise_add_claim(RuleContext *context, Finding *finding, const Claim *claim);

/* Takes both texts (either may be NULL). */
void raise_say(Finding *finding, char *message, char *question);

void raise_amount(Finding *finding, Amount amount);

/* "一般公共预算 2011301 行政运行": what a claim or cell is about, for messages. The caller frees it. */
char *claim_title(const Claim *claim);
char *place_title(Place place);

/* "201 一般公共服务支出": the same without its column, for tables where the row says all. */
char *place_subject(Place place);

#endif
