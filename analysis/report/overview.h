/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reports of all departments, and the overview that leads to them:
 *
 *     DIR/index.html, DIR/report.md   a row a department, those that need attention first; the largest questions of all
 *     DIR/<department>/               its own report (report.h)
 *
 * Life: overview_new() -> overview_add() for each department, which may be freed after that -> overview_write() ->
 * overview_free(). What is kept of a department is its figures and its first questions. In the language set.
 */
#ifndef ANALYSIS_REPORT_OVERVIEW_H
#define ANALYSIS_REPORT_OVERVIEW_H

#include "analysis/peers.h"
#include "history/department.h"
#include "schema/thresholds.h"

typedef struct Overview Overview;

/* Everything is written into `folder`, which is made when absent. */
Overview *overview_new(const char *folder);
void overview_free(Overview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Overview, overview_free)

/*
 * Writes the department's report of a year (0: its newest) and notes its row. One that cannot be written is noted with the
 * reason and keeps no other from being written: overview_write() tells. `warnings` as in report_write(), each once.
 */
void overview_add(Overview *overview, const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                  GPtrArray *warnings);

/* The same for one that could not even be loaded. Takes the error. */
void overview_add_failure(Overview *overview, const char *department, GError *error);

/*
 * Writes the overview. False when it, or some department's report, could not be written; the error is the first cause. A
 * department without a filing of the year asked for is no failure: the overview says so.
 */
bool overview_write(Overview *overview, GError **error);

/*
 * The name of a department's folder: its letters and digits, then '-' and 8 digits of the name's SHA-256. Safe in every
 * file system, other for every name, the same in every run. The caller frees it.
 */
char *overview_folder_name(const char *department);

#endif
