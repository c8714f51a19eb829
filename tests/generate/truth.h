/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is true of a generated filing: its cells, its claims, and what is wrong with it. Collected
 * while the filing is printed, so that truth and paper cannot drift apart. Written as three TSV
 * files beside the filing:
 *
 *   NAME.cells.tsv     table, row, column, amount
 *   NAME.claims.tsv    section, subject, amount, share, delta, growth, reason (yes|no), reason_text
 *   NAME.findings.tsv  rule, subject, planted (what was done), severity, kind (planted|follows)
 */
#ifndef TESTS_GENERATE_TRUTH_H
#define TESTS_GENERATE_TRUTH_H

#include <glib.h>
#include <stdbool.h>

typedef struct Truth Truth;

Truth *truth_new(void);
void truth_free(Truth *truth);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Truth, truth_free)

/* A printed cell; the amount in yuan is rounded here just as it is on paper. */
void truth_cell(Truth *truth, const char *table, const char *row, const char *column, gint64 yuan);

/* A stated share or change; texts as printed without separators, "" where the sentence has none. */
void truth_claim(Truth *truth, const char *section, const char *subject, const char *amount,
                 const char *share, const char *delta, const char *growth, const char *reason);

void truth_finding(Truth *truth, const char *rule, const char *subject, const char *planted,
                   const char *severity);

/* A finding that must follow from the planted one, as one wrong digit breaks more than one sum. */
void truth_finding_follows(Truth *truth, const char *rule, const char *subject, const char *planted,
                           const char *severity);

/* Writes the three files; error: that of the file system. */
bool truth_write(const Truth *truth, const char *folder, const char *name, GError **error);

#endif
