/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small filings made by hand, for the suites of analysis/: every figure is written as it would be printed, in 万元.
 * A test makes a department, adds what the rule is to look at, runs one rule and asks what it found:
 *
 *     Bench *bench = bench_new();
 *     Table *table = build_table(bench->filing, "expenditure");
 *     build_row(table, "", "总计", "10.00 4.00 6.00");
 *     bench_run(bench, rule_sums);
 *     bench_assert(bench, "sum.columns error 总计");
 *     bench_free(bench);
 */
#ifndef TESTS_ANALYSIS_RULE_BUILD_H
#define TESTS_ANALYSIS_RULE_BUILD_H

#include "history/figures.h"
#include "analysis/rule/rule.h"

/* A department (虚构县图书馆) with a budget of 2024, the thresholds as shipped, and what was found so far. */
typedef struct {
    Department *department;
    Filing *filing; /* of 2024; owned by the department */
    Thresholds *thresholds;
    GPtrArray *findings; /* Finding */
    Peers *peers;        /* NULL, unless the test gives it some */
} Bench;

Bench *bench_new(void);
void bench_free(Bench *bench);

/* The same department's filing of another year, or an earlier version of this year's; owned by the department. */
Filing *bench_add_filing(Bench *bench, int year);
Filing *bench_add_restated(Bench *bench);

/* Runs one rule on the filing of 2024; what it finds is added. */
void bench_run(Bench *bench, RuleCheck check);

/*
 * What was found, one finding a line: "rule severity subject", by rule, then subject. The subject is the code where
 * there is one. `name` is the case's, for the message. Checked against what is expected; "" expects nothing.
 */
void bench_assert(const Bench *bench, const char *name, const char *expected);

/* The only finding of a rule; the test fails unless there is just one. */
const Finding *bench_only(const Bench *bench, const char *rule);

Amount build_amount(const char *text);
Rate build_rate(const char *text);

/* A table of the form, with its title and columns, nothing in it. Owned by the filing. */
Table *build_table(Filing *filing, const char *form_table);

/*
 * A row below the last one that its code begins with; without a code it is the total, level 0. Figures go column by
 * column: "10.00 . 6.00" leaves the second blank, "6.00?2" stands there but might stand in column 2 (ambiguous).
 * Gives the row's index.
 */
int build_row(Table *table, const char *code, const char *label, const char *figures);

/* A project's row below another row, and a row of a label table or of the left half of a two-sided one. */
int build_project(Table *table, int parent, const char *name, const char *figures);
int build_line(Table *table, const char *label, const char *figure);

/* The right half of a two-sided table: as build_row(), from the half's first column. */
int build_right_row(Table *table, const char *code, const char *label, const char *figures);

/*
 * What a sentence says. What is left out it does not say; measure is "total" when there is a code. against is last
 * year's budget when there is a change or growth.
 */
typedef struct {
    const char *subject, *code, *measure, *section, *share_of, *turn_words, *reason, *text;
    Direction direction; /* expenditure when left out */
    Fund fund;
    const char *amount, *share, *change, *growth, *base, *completion;
    Against against;
    Turn turn; /* by the change when left out */
    bool bare, times;
} Sentence;

/* Owned by the filing. */
Claim *build_claim(Filing *filing, Sentence sentence);

/* The claims [whole + 1, whole + count] are the parts of the claim at `whole`. */
void build_sum(Filing *filing, int whole, int count);

void build_staff(Filing *filing, const char *kind, gint64 count, gint64 change);
void build_target(Filing *filing, const char *name, const char *weight);
void build_item(Filing *filing, const char *kind, const char *amount);
void build_name(Filing *filing, const char *where, const char *name);

/*
 * A table of one figure that states this quantity, whatever the form prints; "6.00?2" is not settled. Gives the
 * table, with its title 虚构表.
 */
Table *build_figure(Filing *filing, Quantity quantity, const char *figure);

/* Tables 1 and 3 with this total and nothing else: what shares and materiality are reckoned against. */
void build_total(Filing *filing, const char *total);

/* Replaces a text that a struct owns. */
void build_set(char **field, const char *text);

#endif
