/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores in the scratch folder, and what SQLite itself sees in their files. */
#ifndef TESTS_SCHEMA_STORE_FILE_H
#define TESTS_SCHEMA_STORE_FILE_H

#include <sqlite3.h>

#include "schema/store.h"
#include "tests/schema/sample.h"
#include "tests/schema/scratch.h"

/* Runs SQL on a file behind the store's back. */
static inline void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    char *message = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, sql, NULL, NULL, &message);
    ck_assert_msg(message == NULL, "%s: %s", sql, message);
    sqlite3_close(db);
}

static inline gint64 ask(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    gint64 answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return answer;
}

static inline Store *open_or_fail(const char *path, StoreMode mode)
{
    g_autoptr(GError) error = NULL;
    Store *store = store_open(path, mode, &error);
    ck_assert_msg(store != NULL, "%s", error != NULL ? error->message : "");
    return store;
}

/* A store with one filing in it; its path (the caller frees it) and the filing's id. */
static inline char *make_store(const char *name, gint64 *id)
{
    char *path = scratch_path(name);
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    ck_assert(store_save_filings(store, file, NULL));
    *id = ((Filing *)g_ptr_array_index(file, 0))->id;
    return path;
}

#endif
