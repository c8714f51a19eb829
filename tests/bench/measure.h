/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Benchmarks measure ratios: each figure against a reference in the same run on the same machine, medians of several
 * runs. A ratio says the same on any machine; a time does not.
 *
 * A measure is a function below that prints its lines by measure_print(). To add one: write its file, name it here
 * and in the table of main.c.
 */
#ifndef TESTS_BENCH_MEASURE_H
#define TESTS_BENCH_MEASURE_H

#include <glib.h>
#include <stdbool.h>

#define MEASURE_RUNS_MAX 64

/* What the measures work with. */
typedef struct {
    const char *generator; /* build/generate-filings */
    const char *program;   /* ./yusuan */
    const char *folder;    /* empty, removed afterwards */
} Bench;

/* Seconds on a clock that only goes forward. */
double measure_now(void);

/* The middle one of `count` values (the lower middle of an even number); sorts them. 1 <= count <= MEASURE_RUNS_MAX. */
double measure_median(double *values, guint count);

/* One line: the value, its reference, how many times the reference it is, and the most it should be (0: no aim). */
void measure_print(const char *name, double value, const char *reference_name, double reference, const char *unit,
                   double most);

/* Runs a command with its output thrown away; false with an error when it does not end with status 0. */
bool measure_command(const char *const *arguments, const char *folder, GError **error);

/* PDFs into facts, against a bare pass of MuPDF over them; memory for a long one; two of them at a time. */
bool measure_paper(const Bench *bench, GError **error);

/* Import of text filings, against inserting the rows they hold. */
bool measure_import(const Bench *bench, GError **error);

/* Statistics of up to a million ten-year series, against a bare loop over GSL, and against R where it is installed. */
bool measure_statistics(const Bench *bench, GError **error);

/* All rules over 1,000, 3,000 and 10,000 filings, each against the smallest store. */
bool measure_rules(const Bench *bench, GError **error);

/* A report with all its charts, against gnuplot alone drawing the same charts. */
bool measure_report(const Bench *bench, GError **error);

/* Start-up of a verb that does nothing, against /bin/true. */
bool measure_startup(const Bench *bench, GError **error);

#endif
