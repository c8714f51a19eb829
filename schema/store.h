/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store: one SQLite file that keeps every filing read, and the only code that speaks to SQLite.
 *
 * Life: store_open() -> calls -> store_close(). A store opened for reading creates nothing and changes nothing.
 * All files that are saved while it is open arrived together: none of them is a later issue than another for that alone.
 * A filing is saved in one transaction: after a kill at any moment the store holds it whole or not at all.
 * Errors are YUSUAN_ERROR_STORE with the file's name and what to do.
 */
#ifndef SCHEMA_STORE_H
#define SCHEMA_STORE_H

#include <stdbool.h>

#include "schema/filing.h"
#include "schema/review.h"

typedef struct Store Store;

typedef enum {
    STORE_READ,   /* must exist */
    STORE_WRITE,  /* is created when absent, migrated when older */
    STORE_CHANGE, /* must exist, is migrated when older */
    STORE_COPY,   /* must exist; an older one is migrated in a temporary copy, itself left as it is */
} StoreMode;

Store *store_open(const char *path, StoreMode mode, GError **error);
void store_close(Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)

const char *store_path(const Store *store);

/* What one file says, in few words: enough to tell which files are one filing, and which is a re-issue of another. */
typedef struct {
    gint64 id;
    char *department; /* as this file names it */
    int fiscal_year;
    Kind kind;
    Scope scope;
    char *form;
    char *issued;
    char *file;
    char *sha256;
    char *came;  /* sorts files by their arrival, alike in all stores that hold them; those of one run by their names */
    int version; /* one more for each file of this department, year, kind, scope and form */
    int tables, cells, claims, doubts;
    char **read_tables; /* of the tables read or empty: the form's identifier, '=' and the title where it has none */
} FilingEntry;

void filing_entry_free(FilingEntry *entry);

/* True when a file with these bytes was imported before; *file is the name it had then (the caller frees it). */
bool store_knows_source(Store *store, const char *sha256, char **file, GError **error);

/*
 * Saves the filings of one file (all with its file, sha256, bytes and encoding), sets their ids. One transaction:
 * all of them are in, or none (their ids are 0 then).
 */
bool store_save_filings(Store *store, GPtrArray *filings, GError **error);

/*
 * A file that was found to be known by another name. Of the names that one run gives a file the first in their order is
 * kept, so that the order in which they are read does not matter.
 */
bool store_note_twin(Store *store, const char *sha256, const char *name, GError **error);

/* What each file says, by department, year, kind, scope, form, version. The array frees its FilingEntry elements. */
GPtrArray *store_filings(Store *store, GError **error);

/* A sentence in which a file states that its department changed its name, was formed or split off (history/name_change.h). */
typedef struct {
    gint64 filing; /* the id of its entry */
    int page, line;
    char *text;
} NameStatement;

void name_statement_free(NameStatement *statement);

/* All of them, by filing and in reading order. The array frees its elements. */
GPtrArray *store_name_statements(Store *store, GError **error);

/*
 * What one file says, as it was read; with_pages also loads the text of its pages. Nothing that is loaded can lead a reader
 * astray: a record with an index out of range, a step of nothing or a text that is no UTF-8 is refused as damaged.
 */
Filing *store_filing(Store *store, gint64 id, bool with_pages, GError **error);

/* Appends the text of all pages (char *) to an array that frees them. */
bool store_load_pages(Store *store, gint64 filing, GPtrArray *pages, GError **error);

/* The text of one page, NULL with an error when there is none. The caller frees it. */
char *store_page(Store *store, gint64 filing, int number, GError **error);

/* ---- reviews ---- */

/* Adds a review (schema/review.h), in a transaction of its own; one that is there already is no error. */
bool store_save_review(Store *store, const Review *review, GError **error);

/* The review that counts of each finding: id (char *) -> Review. The table owns both. */
GHashTable *store_reviews(Store *store, GError **error);

/* ---- whole stores ---- */

typedef struct {
    guint files, known; /* taken over, and there already */
    guint reviews;      /* taken over */
} StoreMerged;

/*
 * Takes over what another store holds: files whose bytes are not known here, and all reviews. Nothing of it depends on
 * the order in which stores are joined. One transaction: all of it, or nothing, with an error that names the other store:
 * YUSUAN_ERROR_INPUT when that one cannot be read (absent, damaged, newer, this very store, no store at all), which says
 * nothing against the next one; YUSUAN_ERROR_STORE when this one cannot be written. The other one is only read.
 */
bool store_merge(Store *store, const char *path, StoreMerged *merged, GError **error);

typedef struct {
    guint filings, reviews; /* checked and kept */
    guint made;             /* views and indices made again because they were absent or others */
    gint64 before, after;   /* bytes */
} StoreRebuilt;

/*
 * Proves that the evidence is whole (pages of the file, references, every filing as store_filing() demands) and makes
 * again what is derived of it: views, indices, SQLite's statistics, the layout of the file. Evidence is not touched. A
 * fault is YUSUAN_ERROR_STORE, and nothing is changed then.
 */
bool store_rebuild(Store *store, StoreRebuilt *rebuilt, GError **error);

#endif
