/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside the store only: the open database and its prepared statements.
 *
 * Every statement the store ever runs is a row of one table, indexed by an enum, prepared on first use and kept.
 * Values are always bound, never printed into SQL. bind and read take a format of one letter a value:
 *   i  int      I  gint64      s  text (const char * / char **)
 */
#ifndef SCHEMA_STORE_STATEMENT_H
#define SCHEMA_STORE_STATEMENT_H

#include <sqlite3.h>

#include "schema/store.h"

typedef enum {
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_FIND_SOURCE,
    SQL_ADD_SOURCE,
    SQL_KEEP_FIRST,
    SQL_LAST_ARRIVAL,
    SQL_LIST_SOURCES,
    SQL_LIST_MEMBERS,
    SQL_ADD_REVIEW,
    SQL_LIST_REVIEWS,
    SQL_FIND_DEPARTMENT,
    SQL_ADD_DEPARTMENT,
    SQL_NEXT_VERSION,
    SQL_ADD_FILING,
    SQL_ADD_PAGE,
    SQL_ADD_TABLE,
    SQL_ADD_COLUMN,
    SQL_ADD_ROW,
    SQL_ADD_CELL,
    SQL_ADD_CLAIM,
    SQL_ADD_PART,
    SQL_ADD_STAFF,
    SQL_ADD_ITEM,
    SQL_ADD_TARGET,
    SQL_ADD_NAME,
    SQL_ADD_DOUBT,
    SQL_ADD_EVIDENCE,
    SQL_LIST_FILINGS,
    SQL_LIST_STATEMENTS,
    SQL_GET_FILING,
    SQL_GET_PAGES,
    SQL_GET_PAGE,
    SQL_GET_TABLES,
    SQL_GET_COLUMNS,
    SQL_GET_ROWS,
    SQL_GET_CELLS,
    SQL_GET_CLAIMS,
    SQL_GET_PARTS,
    SQL_GET_STAFF,
    SQL_GET_ITEMS,
    SQL_GET_TARGETS,
    SQL_GET_NAMES,
    SQL_GET_DOUBTS,
    SQL_GET_EVIDENCE,
    SQL_COUNT
} StoreSql;

struct Store {
    char *path;
    sqlite3 *db;
    gint64 moment; /* of arrival of what is saved: microseconds since 1970, 0 before anything was */
    sqlite3_stmt *statements[SQL_COUNT];
};

/* The prepared statement, reset and without bindings; NULL with an error. */
sqlite3_stmt *store_statement(Store *store, StoreSql sql, GError **error);

/* Binds all values of a statement by format, then runs it to its end. For writes. */
bool store_run(Store *store, StoreSql sql, GError **error, const char *format, ...);

/* 1 when a row is there, 0 at the end, -1 with an error. */
int store_step(Store *store, sqlite3_stmt *statement, GError **error);

/* Text of a result column, never NULL; the caller frees it. */
char *store_column_text(sqlite3_stmt *statement, int column);

/* SQL that is no row of the table: pragmas and what is read from a file. `doing` is said when it fails. */
bool store_execute(Store *store, const char *sql, const char *doing, GError **error);

/* The first column of the first row of SQL that is no row of the table. */
bool store_number(Store *store, const char *sql, gint64 *number, GError **error);

/* A new store of the newest version without a file, for its schema. */
Store *store_in_memory(GError **error);

/* A file that brought filings in: what is said of it beside them. */
typedef struct {
    const char *sha256, *name, *encoding;
    gint64 bytes;
    gint64 imported; /* seconds since 1970 */
    gint64 arrived;  /* the run's begin, microseconds since 1970 */
} Arrival;

/* Saves a file's filings and sets their ids; the caller has begun a transaction. */
bool store_add_file(Store *store, const Arrival *arrival, GPtrArray *filings, GError **error);

/* Adds a review; the caller has begun a transaction, or needs none. */
bool store_add_review(Store *store, const Review *review, GError **error);

/* Calls for each review in the store, in the order of its key, with what it may keep; false when a call says so. */
bool store_each_review(Store *store, bool (*take)(Review *review, gpointer data, GError **error), gpointer data, GError **error);

/* Says that the store holds what no import can have written. */
void store_damaged(Store *store, GError **error);

/* False when a result holds texts that are no UTF-8. */
bool store_result_is_sound(sqlite3_stmt *result);

/* Sets the error from what SQLite says, with the store's name and what to do about it. */
void store_fail(Store *store, const char *doing, GError **error);

#endif
