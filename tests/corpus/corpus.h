/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder of real filings, read and held against what must be true of it: the identities of the forms, and the truth
 * files found beside it. What a filing's file says of itself is gathered in a FileReport; print.c shows them.
 *
 *   main.c -> read.c -> identity.c (sums), equation.c (across tables), cells.c and claims.c (truth.c) -> print.c
 */
#ifndef TESTS_CORPUS_CORPUS_H
#define TESTS_CORPUS_CORPUS_H

#include <glib.h>
#include <stdbool.h>

#include "cmd/rows.h"
#include "schema/filing.h"

typedef enum {
    IDENTITY_COLUMNS,  /* a row is the sum of its columns */
    IDENTITY_CHILDREN, /* a subject is the sum of those below it */
    IDENTITY_TOTAL,    /* the total is the sum of the top level */
    IDENTITY_BALANCE,  /* revenue is expenditure */
    IDENTITY_EQUATION, /* what the form says of quantities */
    IDENTITY_SAME,     /* one quantity in two tables */
    IDENTITY_KINDS,
} IdentityKind;

/* One that could be checked: no figure of it is ambiguous. The strings are its own. */
typedef struct {
    IdentityKind kind;
    Verdict verdict;
    int page;
    char *table, *row, *column;
    char *figures; /* "3.00 = 1.00 + 1.50 (2.50)" */
} Identity;

/* What a comparison with a truth file came to. */
typedef struct {
    bool known; /* there is a truth file */
    guint want, got, hit;
    GPtrArray *differences; /* char* */
    GPtrArray *notes;       /* char*: what is worth a look and no difference */
} CellScore;

typedef struct {
    bool known;
    guint want, found, amount, figures, reason;
    GPtrArray *differences; /* char* */
} ClaimScore;

typedef struct {
    char *path, *name; /* name: without the folders above the corpus */
    GPtrArray *filings; /* Filing; NULL when refused */
    char *message;      /* why it was refused */
    double milliseconds; /* of processor time, reading alone */
    GArray *identities;  /* Identity */
    CellScore cells;
    ClaimScore claims;
} FileReport;

void file_report_free(FileReport *report);

/* Reads a file in a process of its own. Never NULL. */
FileReport *file_report_read(const char *path, const char *name);

/* Adds every identity of the filing that can be checked. */
void identities_add_sums(const Filing *filing, GArray *identities);
void identities_add_equations(const Filing *filing, GArray *identities);

/* Takes the strings. */
void identity_add(GArray *identities, Identity identity);

const char *identity_name(IdentityKind kind);

/* A row's code, else its label. */
const char *row_name(const Row *row);

/* Compare with the truth in a file. False when it cannot be read. */
bool cells_compare(const GPtrArray *filings, const char *truth, CellScore *score, GError **error);
bool claims_compare(const GPtrArray *filings, const char *truth, ClaimScore *score, GError **error);

typedef struct {
    RowFormat format;
    bool verbose; /* all differences, not the first */
} PrintOptions;

/* All that is to be said of the corpus. `missed`: truth files (char*) of no file. */
void corpus_print(const GPtrArray *reports, const GPtrArray *missed, PrintOptions options);

#endif
