/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the store holds, as filings: the files that complement each other are one filing, a later issue takes the place
 * of an earlier one. Told from what store_filings() says of each file; nothing is loaded, nothing stored is changed.
 *
 * The files of one department, year, kind and scope are parts of one filing as long as no table is read in two of them
 * and no two of them hold a narrative. Tables and narratives that are there twice are re-issues: the later counts (by the
 * dates printed, or else by the order of arrival), the tables apart from the narrative, so that a re-issue of the tables
 * keeps the text it came without. A tidy CSV is joined with nothing.
 */
#ifndef HISTORY_HOLDINGS_H
#define HISTORY_HOLDINGS_H

#include "history/bodies.h"
#include "history/lineage_file.h"
#include "schema/store.h"

/* Fewer claims are remarks below tables; so many are a narrative. schema/sql/002.sql says the same. */
#define NARRATIVE_CLAIMS_LEAST 3

/* A file in a filing, and what of it counts there. */
typedef struct {
    const FilingEntry *entry;
    bool tables;    /* with doubts, names and whatever belongs to no sentence */
    bool narrative; /* claims, sums, staff, items, targets */
} Part;

typedef struct {
    const Body *body; /* whose it is */
    gint64 id;        /* of its first part */
    int fiscal_year;
    Kind kind;
    Scope scope;
    const char *form;   /* of the part with the most tables */
    const char *issued; /* the newest date that a part prints */
    int version;        /* 1 for the first issue */
    bool latest;        /* no part of it was re-issued later */
    int tables, cells, claims, doubts;
    GPtrArray *parts; /* Part: tables first, then by file; the same for every order of import */
} HeldFiling;

typedef struct {
    GPtrArray *entries; /* FilingEntry */
    GPtrArray *lineage; /* LineageRow: what the user's file says */
    Bodies *bodies;
    GPtrArray *filings; /* HeldFiling, by department, year, kind, scope, version */
    GHashTable *of;     /* Body -> GPtrArray of HeldFiling */
} Holdings;

/* Fails, too, on a mistake in the user's file beside the store (history/lineage_file.h). */
Holdings *holdings_from_store(Store *store, GError **error);

/*
 * Of the entries and the rows of the user's file, which it keeps references to, and of what filings state of their names
 * (NameStatement). NULL for no rows, no statements.
 */
Holdings *holdings_from_entries(GPtrArray *entries, GPtrArray *lineage, const GPtrArray *statements);

void holdings_free(Holdings *holdings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Holdings, holdings_free)

/* A department's filings (HeldFiling), in the same order. */
const GPtrArray *holdings_of_body(const Holdings *holdings, const Body *body);

/* The filing that the file with this id is a part of, the latest where there are two; NULL when there is none. */
const HeldFiling *holdings_find(const Holdings *holdings, gint64 id);

/* The names of its files in their order, joined. The caller frees it. */
char *held_filing_files(const HeldFiling *held, const char *separator);

#endif
