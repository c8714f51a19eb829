/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report of a department's year: everything a reviewer needs, for readers without this program.
 *
 *     DIR/index.html   one page, complete in itself: style, script and pictures inside, works offline and on paper
 *     DIR/report.md    the same content as Markdown
 *     DIR/charts/      each chart as .svg, .png and .gp (its gnuplot script)
 *
 * Page one answers: how much, what changed, how much is unexplained, what does not add up, what to ask. Then the
 * questions with their evidence, all findings, the ledger, the figures, trends, what could not be read, the words
 * quoted, method and thresholds. In the language set. The filings' pages, when they were loaded with the
 * department, give the lines around each quotation.
 */
#ifndef ANALYSIS_REPORT_REPORT_H
#define ANALYSIS_REPORT_REPORT_H

#include "analysis/peers.h"
#include "analysis/report/summary.h"
#include "history/department.h"
#include "schema/thresholds.h"

/*
 * Writes the report of a year (0: the newest), seen among the peers (NULL: alone), into `folder`, which is made when
 * absent; files of an earlier report there are replaced. Without gnuplot or fonts the report is written without
 * pictures, says so, and a sentence for the user is appended to `warnings` (char*; may be NULL). Fails with
 * YUSUAN_ERROR_USAGE when there is no such year, with YUSUAN_ERROR_SYSTEM when the folder or a file cannot be written.
 */
bool report_write(const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                  const char *folder, GPtrArray *warnings, GError **error);

/* A matter to ask about, as other pages quote it. */
typedef struct {
    char *anchor; /* in the report */
    char *text;
    Severity severity;
    Amount size; /* at issue; 0 when it is none of money */
} ReportQuestion;

/* What a report comes down to. */
typedef struct {
    YearSummary summary;
    GPtrArray *questions; /* ReportQuestion: the lead of each matter, most serious first */
} ReportDigest;

void report_digest_clear(ReportDigest *digest);

/* Like report_write(); fills the digest, which the caller clears whatever comes of it. */
bool report_write_digest(const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                         const char *folder, GPtrArray *warnings, ReportDigest *digest, GError **error);

#endif
