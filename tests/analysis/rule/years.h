/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments of several years, for the rules that judge by statistics. */
#ifndef TESTS_ANALYSIS_RULE_YEARS_H
#define TESTS_ANALYSIS_RULE_YEARS_H

#include "tests/analysis/rule/build.h"

/*
 * Prints a subject's figures in the budgets that end with 2024, in table 3; budgets that are not there yet are added. "." leaves
 * a year out. The total (code "") comes first.
 */
void years_add(Bench *bench, const char *code, const char *label, const char *figures);

/* The same of doubles, printed with two decimals. */
void years_add_values(Bench *bench, const char *code, const char *label, const double *values, int count);

/* Adds a department to the peers of another one (or of itself, as one of its own). */
void years_add_peer(Bench *bench, const Bench *peer);

/* A normal variate of mean 0 and standard deviation 1. */
double years_noise(GRand *random);

#endif
