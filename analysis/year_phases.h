/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A quantity of a year through its phases: the budget as approved, as adjusted, and what was spent. The approved budget is that
 * of the year's budget filing, else what the accounts call it; adjusted and executed are the accounts'.
 */
#ifndef ANALYSIS_YEAR_PHASES_H
#define ANALYSIS_YEAR_PHASES_H

#include "analysis/department_year.h"

/* Years looked at, the report's and those before. */
enum { PHASES_YEARS_MOST = 15 };

typedef struct {
    int year;
    YearFigure approved, adjusted, executed;
} YearPhases;

typedef struct {
    const char *code, *label; /* of the series; not owned */
    YearPhases phases;
} SubjectPhases;

/* The figure of a series of this kind and phase, in the scope of the report's filing. */
YearFigure figure_of_phase(const DepartmentYear *view, Kind kind, Phase phase, Yardstick yardstick, const char *code, int year);

/*
 * The department's expenditure (YearPhases), years ascending; years of which nothing is known are left out. Of all funds;
 * of the general budget where only that has both a budget and accounts; *fund says which. Empty when no year has both.
 */
GArray *phases_of_years(const DepartmentYear *view, Fund *fund);

/* The newest of these years with accounts and a budget; NULL when there is none. */
const YearPhases *phases_newest(const GArray *years);

/* The classes and items of a year that have both a budget and accounts (SubjectPhases), by code. */
GArray *phases_of_subjects(const DepartmentYear *view, Fund fund, int year);

/* The budget that accounts are held against: the adjusted one, else the approved one; unknown when there is none. */
YearFigure phases_budget(const YearPhases *phases);

/* executed / budget; false when one of them is not known, or the budget is nothing. */
bool completion_of(YearFigure executed, YearFigure budget, Rate *completion);

#endif
