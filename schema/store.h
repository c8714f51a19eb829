/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store: one SQLite file that keeps every filing read, and the only code that speaks to SQLite.
 *
 * Life: store_open() -> calls -> store_close(). A store opened for reading creates nothing and changes nothing.
 * A filing is saved in one transaction: after a kill at any moment the store holds it whole or not at all.
 * Errors are YUSUAN_ERROR_STORE with the file's name and what to do.
 */
#ifndef SCHEMA_STORE_H
#define SCHEMA_STORE_H

#include <stdbool.h>

#include "schema/filing.h"

typedef struct Store Store;

typedef enum {
    STORE_READ,  /* must exist */
    STORE_WRITE, /* is created when absent, migrated when older */
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

#endif
