/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a store keeps that is derived is little: views, indices, SQLite's statistics, the layout of the file. Series,
 * statistics and findings are kept nowhere, and made whenever they are asked for. So most of a rebuild is a proof that
 * the evidence, of which all is made, is whole.
 */
#include "schema/error.h"
#include "schema/language.h"
#include "schema/store_statement.h"

/* Everything of the schema that is ours; SQLite's own begins with sqlite_. */
#define OBJECTS "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "

static bool check_evidence(Store *store, StoreRebuilt *rebuilt, GError **error)
{
    g_autoptr(GPtrArray) entries = store_filings(store, error);
    if (entries == NULL)
        return false;
    for (guint i = 0; i < entries->len; i++) {
        const FilingEntry *entry = g_ptr_array_index(entries, i);
        g_autoptr(Filing) filing = store_filing(store, entry->id, true, error);
        if (filing == NULL) {
            g_prefix_error(error, "%s: ", entry->file);
            return false;
        }
    }
    g_autoptr(GHashTable) reviews = store_reviews(store, error);
    rebuilt->filings = entries->len;
    rebuilt->reviews = reviews != NULL ? g_hash_table_size(reviews) : 0;
    return reviews != NULL;
}

/* A pragma that answers nothing, or "ok", when all is well. */
static bool check_by_pragma(Store *store, const char *pragma, GError **error)
{
    sqlite3_stmt *check = NULL;
    bool sound = sqlite3_prepare_v2(store->db, pragma, -1, &check, NULL) == SQLITE_OK;
    int code = sound ? sqlite3_step(check) : SQLITE_ERROR;
    if (code == SQLITE_ROW)
        sound = g_strcmp0((const char *)sqlite3_column_text(check, 0), "ok") == 0;
    else if (code != SQLITE_DONE)
        sound = false;
    sqlite3_finalize(check);
    if (!sound)
        store_damaged(store, error);
    return sound;
}

/* The SQL that made an object, NULL when there is none of that name. The caller frees it. */
static char *sql_of_object(Store *store, const char *name)
{
    sqlite3_stmt *find = NULL;
    char *sql = NULL;
    if (sqlite3_prepare_v2(store->db, OBJECTS "AND name = ?", -1, &find, NULL) == SQLITE_OK) {
        sqlite3_bind_text(find, 1, name, -1, SQLITE_STATIC);
        if (sqlite3_step(find) == SQLITE_ROW)
            sql = store_column_text(find, 2);
    }
    sqlite3_finalize(find);
    return sql;
}

/* Drops what stands in an object's place, and makes it. The names are those of our own migrations. */
static bool make_again(Store *store, const char *type, const char *name, const char *sql, bool there, GError **error)
{
    g_autofree char *drop = g_strdup_printf("DROP %s \"%s\"", type, name);
    return (!there || store_execute(store, drop, say("重建", "rebuilding"), error)) &&
           store_execute(store, sql, say("重建", "rebuilding"), error);
}

/* One object of a new store's schema against this one's. A table is evidence: it cannot be made again. */
static bool settle_object(Store *store, sqlite3_stmt *wanted, StoreRebuilt *rebuilt, GError **error)
{
    g_autofree char *type = store_column_text(wanted, 0);
    g_autofree char *name = store_column_text(wanted, 1);
    g_autofree char *sql = store_column_text(wanted, 2);
    g_autofree char *have = sql_of_object(store, name);
    if (g_strcmp0(have, sql) == 0)
        return true;
    if (g_str_equal(type, "table")) {
        store_damaged(store, error);
        return false;
    }
    rebuilt->made++;
    return make_again(store, type, name, sql, have != NULL, error);
}

static bool settle_schema(Store *store, Store *model, StoreRebuilt *rebuilt, GError **error)
{
    sqlite3_stmt *list = NULL;
    if (sqlite3_prepare_v2(model->db, OBJECTS "ORDER BY rowid", -1, &list, NULL) != SQLITE_OK) {
        store_fail(model, say("读取", "reading"), error);
        return false;
    }
    bool settled = true;
    while (settled && sqlite3_step(list) == SQLITE_ROW)
        settled = settle_object(store, list, rebuilt, error);
    sqlite3_finalize(list);
    return settled;
}

static bool make_schema(Store *store, StoreRebuilt *rebuilt, GError **error)
{
    g_autoptr(Store) model = store_in_memory(error);
    if (model == NULL || !store_run(store, SQL_BEGIN, error, ""))
        return false;
    if (settle_schema(store, model, rebuilt, error) && store_run(store, SQL_COMMIT, error, ""))
        return true;
    store_run(store, SQL_ROLLBACK, NULL, "");
    rebuilt->made = 0;
    return false;
}

static bool file_bytes(Store *store, gint64 *bytes, GError **error)
{
    return store_number(store, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", bytes, error);
}

bool store_rebuild(Store *store, StoreRebuilt *rebuilt, GError **error)
{
    *rebuilt = (StoreRebuilt){0};
    return file_bytes(store, &rebuilt->before, error) && check_by_pragma(store, "PRAGMA integrity_check(1)", error) &&
           check_by_pragma(store, "PRAGMA foreign_key_check", error) && check_evidence(store, rebuilt, error) &&
           make_schema(store, rebuilt, error) && store_execute(store, "REINDEX; ANALYZE", say("重建", "rebuilding"), error) &&
           store_execute(store, "VACUUM", say("重建", "rebuilding"), error) && file_bytes(store, &rebuilt->after, error);
}
