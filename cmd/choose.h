/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what the user named to what the store holds: departments, filings, years, thresholds, rules.
 * A name that fits nothing, or several things, is YUSUAN_ERROR_USAGE with what there is instead.
 */
#ifndef CMD_CHOOSE_H
#define CMD_CHOOSE_H

#include "analysis/rule/rule.h"
#include "cmd/verb.h"
#include "history/department.h"
#include "history/holdings.h"

/* The one department that `wanted` names. */
Department *department_chosen(Session *session, const char *wanted, GError **error);

/* The same as an array of one; all departments for NULL. */
GPtrArray *departments_chosen(Session *session, const char *wanted, GError **error);

/* `year`, or the newest year with a budget (with any filing, if it has none) where it is 0. */
int year_chosen(const Department *department, int year);

/*
 * The filing meant by an id, by a part of a file's or the department's name, and a year where that is not enough
 * (0: any). Of re-issued filings the latest, unless the id says otherwise. *part is the file that was named, by its id or by
 * its name; NULL where the department was, or where the name fits several of its files.
 */
const HeldFiling *filing_chosen(const Holdings *holdings, const char *wanted, int year, const Part **part,
                                GError **error);

/* The thresholds of the data file with those of --threshold. */
Thresholds *thresholds_chosen(const Session *session, GError **error);

/* The id of a finding, or its first digits, in lower case; NULL when it cannot be one. The caller frees it. */
char *finding_id_chosen(const char *wanted, GError **error);

/* The one finding whose id begins so, with the thresholds of this run. The caller frees it. */
Finding *finding_chosen(Session *session, const char *wanted, GError **error);

/*
 * The peers that the departments are seen among: of `all`, where these are all departments of the store, else (NULL) of the
 * store, each read for it. *peers is NULL where the threshold rule.peers says not to compare.
 */
bool peers_chosen(Session *session, const GPtrArray *all, const Thresholds *thresholds, Peers **peers, GError **error);

/* Refuses a --rule that is neither a rule (text.share) nor the first part of some (text). */
bool rules_check(char **wanted, GError **error);

/* True when the finding's rule is among them, or when there are none. */
bool finding_is_wanted(const Finding *finding, char **wanted);

/* --threshold as every verb that judges takes it. */
#define THRESHOLD_OPTION                                                                           \
    {"threshold", 0, OPTION_LIST, "NAME=VALUE", "本次改用的阈值，可重复；名称见报告的方法一节",    \
     "a threshold for this run, may be repeated; the report's method section has the names"}

#endif
