/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user says of names and subjects over the years: a plain file beside the store, which no rebuild touches.
 *
 * It is $YUSUAN_LINEAGE, else the store's name with ".lineage.tsv" behind it; it need not be there. One statement a line,
 * columns separated by tabs, lines that begin with # are remarks:
 *
 *     what        act     whose           year  from          to              amount  note
 *     department  same    -               2019  虚构县水务局  虚构县水利局    -       renamed
 *     department  apart   -               -     虚构县文化馆  虚构县文化馆站  -       two bodies with like names
 *     department  merged  -               2020  虚构县林业局  虚构县自然局    -       one of several that became one
 *     department  split   -               2021  虚构县建设局  虚构县住房局    -       a part that became a body of its own
 *     subject     same    虚构县水利局    2018  30311         30113           -       the whole subject goes on under another code
 *     subject     apart   -               2018  30311         30311           -       the code means another thing since
 *     subject     move    虚构县水利局    2024  2080501       2080502         11.22   so much (万元) went over
 *     subject     keep    虚构县水利局    2024  2080501       2080502         -       a move that the program found is none
 *
 * "-" stands for nothing: whose "-" holds for every department. `year` is the first fiscal year in the new shape; subjects
 * need it. Names are written as the filings print them. A `move` has an amount, a `keep` may have one.
 */
#ifndef HISTORY_LINEAGE_FILE_H
#define HISTORY_LINEAGE_FILE_H

#include <glib.h>
#include <stdbool.h>

#include "schema/amount.h"

typedef enum { LINEAGE_SAME, LINEAGE_APART, LINEAGE_MERGED, LINEAGE_SPLIT, LINEAGE_MOVE, LINEAGE_KEEP } LineageAct;

typedef struct {
    bool department; /* of departments' names, else of subjects' codes */
    LineageAct act;
    char *whose;     /* subjects: the department that it holds for, "" for all */
    int year;        /* 0 where none is given */
    char *from, *to;
    bool has_amount;
    Amount amount;
    char *note;
    int line;        /* of the file, from 1 */
} LineageRow;

/* More than this is no file that somebody wrote by hand. */
#define LINEAGE_FILE_BYTES_MOST (1024 * 1024)

void lineage_row_free(LineageRow *row);
LineageRow *lineage_row_copy(const LineageRow *row);

/* Where the file of a store stands, whether it is there or not. The caller frees it. */
char *lineage_file_path(const char *store_path);

/*
 * The statements (LineageRow, which the array frees) in the order of the file; none for a file that is not there. A file
 * that cannot be read, or a line that is none, names file, line and what to do (YUSUAN_ERROR_USAGE). So do statements
 * that contradict each other: names or codes that go on under each other in a circle, unless each step has its year
 * and the years go forward (renamed, and renamed back); the same two said to be one and to be two.
 */
GPtrArray *lineage_file_read(const char *path, GError **error);

/*
 * False, with the line that is wrong and names like it, when a row speaks of a department that is none of `names`
 * (a set of char*). An empty set knows no names, and every row is fine.
 */
bool lineage_file_check_names(const GPtrArray *rows, GHashTable *names, const char *path, GError **error);

/* The subject rows (LineageRow, copies that the array frees) that hold for a department of these names (char*). */
GPtrArray *lineage_rows_of(const GPtrArray *rows, const GPtrArray *names);

#endif
