/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The few figures that a year comes down to: page one of a report shows them, and the overview of all departments has a
 * row of them. Both take them from here, so that they cannot differ.
 */
#ifndef ANALYSIS_REPORT_SUMMARY_H
#define ANALYSIS_REPORT_SUMMARY_H

#include "analysis/department_year.h"
#include "analysis/report/prose.h"

typedef struct {
    int year, base_year;
    Kind kind;
    bool has_total;
    Amount total; /* expenditure */
    bool has_change;
    Amount base, change; /* of the total, on the base year */
    bool has_growth;
    Rate growth;
    bool has_ledger;
    Amount change_size;     /* material changes, absolute */
    Amount unexplained;     /* of it */
    double explained_share; /* of it, in % */
    guint errors, warnings, notices;
    guint questions, matters; /* questions asked, and the matters that they come down to */
    guint unread; /* tables missing or not read, figures of uncertain column, doubts */
} YearSummary;

/* `findings` are the year's, `matters` the Matters (matters.h) of them. */
YearSummary year_summary(const DepartmentYear *view, const GPtrArray *findings, const GPtrArray *matters);

/* All of it in a sentence: 2024 年支出预算 … 万元，比上年增加 …；… The caller owns it. */
Prose *sentence_from_summary(const YearSummary *summary);

/*
 * "基本支出 6,522.75，项目支出 4,968.34，单位预留机动经费 1,886.02": what the total is made of, so that the parts that are named
 * add to it; "" where basic and project expenditure are not told apart. The caller frees it.
 */
char *parts_of_total(const DepartmentYear *view);

/* "3 处" with what counts them in the language set. The caller frees it. */
char *count_of_errors(guint errors);

#endif
