/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a store holds, as text: an outside view of whether two of them are the same. */
#ifndef TESTS_SCHEMA_STORE_DUMP_H
#define TESTS_SCHEMA_STORE_DUMP_H

#include <check.h>
#include <glib.h>
#include <sqlite3.h>

/* Runs a query and appends its results, a line each. When it was imported is left out. */
static inline void store_dump_query(sqlite3 *db, const char *sql, GString *out)
{
    sqlite3_stmt *statement = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const char *text = (const char *)sqlite3_column_text(statement, i);
            static const char *const times[] = {"imported", "arrived", "came", NULL};
            if (!g_strv_contains(times, sqlite3_column_name(statement, i)))
                g_string_append_printf(out, "%s\t", text != NULL ? text : "NULL");
        }
        g_string_append_c(out, '\n');
    }
    sqlite3_finalize(statement);
}

/* The rows of all tables, which SQLite walks by their keys. The caller frees it. */
static inline char *store_dump(const char *path)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    g_autoptr(GString) names = g_string_new(NULL);
    store_dump_query(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", names);
    GString *out = g_string_new(NULL);
    g_auto(GStrv) tables = g_strsplit_set(names->str, "\t\n", -1);
    for (char **table = tables; *table != NULL; table++) {
        g_autofree char *sql = g_strdup_printf("SELECT * FROM \"%s\"", *table);
        if (**table == '\0')
            continue;
        g_string_append_printf(out, "== %s\n", *table);
        store_dump_query(db, sql, out);
    }
    sqlite3_close(db);
    return g_string_free(out, FALSE);
}

#endif
