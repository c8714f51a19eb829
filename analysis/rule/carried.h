/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The projects that a budget carries money over for, and how long each has been carried: from the year that its name or a
 * sentence gives (2022年…, 均为2020年…项目), and from last year's carryover, where it stood already.
 */
#ifndef ANALYSIS_RULE_CARRIED_H
#define ANALYSIS_RULE_CARRIED_H

#include "history/figures.h"

/* Money may stand over for this many years after the one it was appropriated in: 2022 may go on into 2023. */
#define CARRIED_YEARS_ALLOWED 1

typedef struct {
    int year;              /* of appropriation, 0 when nothing says it */
    const Claim *sentence; /* that says so, NULL where the name does */
    const Filing *last;    /* whose carryover it stood in already, NULL when it did not */
    Place place;           /* there */
} CarriedAge;

typedef struct {
    Place place; /* its amount in the carryover table: settled and above zero */
    CarriedAge age;
} CarriedProject;

/*
 * Of a budget, the projects (CarriedProject) of its carryover table, in its order; none where it has no such table.
 * `last` is the budget of the year before, or NULL. The filings must outlive the array, which the caller frees.
 */
GArray *carried_projects(const Filing *filing, const Filing *last);

/* Two years: appropriated the year before last or earlier, or carried over for the second time. */
typedef enum { CARRIED_ONE_YEAR, CARRIED_TWO_YEARS, CARRIED_UNKNOWN, CARRIED_N_TIMES } CarriedTime;

CarriedTime carried_time(const CarriedAge *age, int budget_year);

#endif
