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

/* What `import` and `list` say of a filing. */
typedef struct {
    gint64 id;
    char *department;
    int fiscal_year;
    Kind kind;
    Scope scope;
    char *form;
    char *issued;
    char *file;
    int version;
    bool latest; /* no later re-issue is known; tidy files are no re-issues of each other */
    int tables, cells, claims, doubts;
} FilingEntry;

void filing_entry_free(FilingEntry *entry);

/* True when a file with these bytes was imported before; *file is the name it had then (the caller frees it). */
bool store_knows_source(Store *store, const char *sha256, char **file, GError **error);

/*
 * Saves the filings of one file (all with its file, sha256, bytes and encoding), sets their ids. One transaction:
 * all of them are in, or none (their ids are 0 then).
 */
bool store_save_filings(Store *store, GPtrArray *filings, GError **error);

/* All filings, by department, year, kind, version. The array frees its FilingEntry elements. */
GPtrArray *store_filings(Store *store, GError **error);

/*
 * One filing as it was read; with_pages also loads the text of its pages. Nothing that is loaded can lead a reader
 * astray: a record with an index out of range, a step of nothing or a text that is no UTF-8 is refused as damaged.
 */
Filing *store_filing(Store *store, gint64 id, bool with_pages, GError **error);

/* The text of one page, NULL with an error when there is none. The caller frees it. */
char *store_page(Store *store, gint64 filing, int number, GError **error);

#endif
