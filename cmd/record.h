/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of `export`, a stable contract: columns in that order, later ones
 * appended, none renamed. Verbs that print the same things for people print these records for
 * programs (--format tsv|csv|json).
 *
 * Each kind of record has a function that begins its rows and one that adds what it is given.
 */
#ifndef CMD_RECORD_H
#define CMD_RECORD_H

#include "analysis/explained.h"
#include "analysis/ledger.h"
#include "analysis/statistics.h"
#include "cmd/rows.h"
#include "history/series.h"
#include "schema/finding.h"

RowWriter *cell_records_new(RowFormat format, bool color);
void cell_records_add(RowWriter *rows, const Filing *filing);

RowWriter *claim_records_new(RowFormat format, bool color);
void claim_records_add(RowWriter *rows, const Filing *filing);

RowWriter *series_records_new(RowFormat format, bool color);
void series_records_add(RowWriter *rows, const Series *series, int year); /* year 0: all of them */

RowWriter *stat_records_new(RowFormat format, bool color);
void stat_records_add(RowWriter *rows, const StatLine *line);

RowWriter *finding_records_new(RowFormat format, bool color);
void finding_records_add(RowWriter *rows, const Finding *finding);

RowWriter *ledger_records_new(RowFormat format, bool color);
void ledger_records_add(RowWriter *rows, const Ledger *ledger);

RowWriter *explained_records_new(RowFormat format, bool color);
void explained_records_add(RowWriter *rows, const char *department, const ExplainedYear *year);

/* Which colour a severity, and a verdict of the ledger, has. */
Meaning meaning_of_severity(Severity severity);
Meaning meaning_of_verdict(LedgerVerdict verdict);

#endif
