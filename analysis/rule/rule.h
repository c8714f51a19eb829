/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogue of rules. Each is one file in this folder and one row of the table in catalogue.c:
 *
 *   1. write analysis/rule/NAME.c with one function of the type RuleCheck,
 *   2. declare it in catalogue.h and add its row to the table in catalogue.c,
 *   3. add its thresholds to schema/data/thresholds.ini,
 *   4. add tests/analysis/rule/test_NAME.c with a filing that has the fault and one that has not.
 *
 * A rule looks at one department and adds findings. It raises no error on a cell whose reading is ambiguous, and
 * none that rounding explains (schema/verdict.h).
 */
#ifndef ANALYSIS_RULE_RULE_H
#define ANALYSIS_RULE_RULE_H

#include "analysis/peers.h"
#include "history/lineage.h"
#include "schema/finding.h"
#include "schema/thresholds.h"

typedef struct {
    const Department *department;
    const Filing *filing; /* the one to check; rules over several years look at department->filings */
    const Lineage *lineage; /* of the department's subjects */
    const Thresholds *thresholds;
    GPtrArray *findings; /* Finding: rules append */
    const GPtrArray *series; /* Series of all the department's filings */
    const Peers *peers;      /* NULL where the department is not seen among others */
    struct RuleCache *cache; /* what several rules ask for, made once (years.h); NULL at first, rule_context_clear() at last */
} RuleContext;

/* Frees what was made for the rules of this context. */
void rule_context_clear(RuleContext *context);

typedef void (*RuleCheck)(RuleContext *context);

/* A row of the catalogue. Several identifiers may share a check: they are found on the same way. */
typedef struct {
    const char *id;
    Severity severity;      /* as catalogued; a rule may lower it (a last digit is a notice) */
    const char *title_zh;   /* 行与栏不合计 */
    const char *title_en;
} RuleInfo;

/* The row of an identifier, NULL when there is none. */
const RuleInfo *rule_info(const char *id);
const RuleInfo *rule_infos(gsize *count);

/* All findings (Finding, sorted by finding_compare) of a department, in the language set. */
GPtrArray *findings_of_department(const Department *department, const Thresholds *thresholds);

/* The same with those that need the departments around it. With peers NULL it is the same. */
GPtrArray *findings_among_peers(const Department *department, const Peers *peers, const Thresholds *thresholds);

#endif
