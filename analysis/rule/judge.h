/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules that judge by statistics share: which subjects they may test, and which change is worth a finding. */
#ifndef ANALYSIS_RULE_JUDGE_H
#define ANALYSIS_RULE_JUDGE_H

#include "analysis/rule/rule.h"
#include "analysis/subject_years.h"

/* What one filing is judged with. */
typedef struct {
    RuleContext *context;
    GPtrArray *subjects; /* SubjectYears that no balanced move touches: what such a move explains is not unusual */
    Amount total;        /* of the filing; nothing is judged without it */
    double level;        /* of false discoveries */
} Judge;

/* False, with nothing to clear, when the filing prints no total or has no subject. */
bool judge_init(Judge *judge, RuleContext *context);
void judge_clear(Judge *judge);

/* The newest change of a subject; false when the year before is missing. */
bool subject_change(const SubjectYears *subject, Amount *base, Amount *change);

/* True when the change matters beside the filing's total. */
bool judge_is_material(const Judge *judge, Amount base, Amount change);

/* "2011301 行政运行", the whole by its row's name. The caller frees it. */
char *subject_years_title(const SubjectYears *subject);

/* "（可比口径）" where a confirmed move was taken out, else "". */
const char *subject_years_terms(const SubjectYears *subject);

#endif
