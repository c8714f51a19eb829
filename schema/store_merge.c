/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joining stores. What another store holds goes the way that a file goes: loaded, with all checks, and saved, so that
 * nothing comes in that no import can have written, and a merged store is what one import of all files makes.
 */
#include <sys/stat.h>

#include "schema/error.h"
#include "schema/language.h"
#include "schema/store_statement.h"

typedef struct {
    Store *to, *from;
    StoreMerged *merged;
} Merge;

/* The other store's fault is not this one's: it is told as that of an input. */
static void blame_input(GError **error, GError *fault)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, fault->message);
    g_error_free(fault);
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool check_other(const Store *store, const char *path, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("没有库文件 %s", "no store %s"), path);
    else if (g_file_test(path, G_FILE_TEST_IS_DIR))
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("%s 是文件夹，不是库文件", "%s is a folder, not a store"), path);
    else if (is_same_file(store_path(store), path))
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("%s 就是要并入的库本身", "%s is the very store to merge into"), path);
    else
        return true;
    return false;
}

/* SQLite's own look at every page, which reading row by row would not take. */
static bool check_pages(Store *from, GError **error)
{
    sqlite3_stmt *check = NULL;
    bool sound = sqlite3_prepare_v2(from->db, "PRAGMA quick_check(1)", -1, &check, NULL) == SQLITE_OK &&
                 sqlite3_step(check) == SQLITE_ROW &&
                 g_strcmp0((const char *)sqlite3_column_text(check, 0), "ok") == 0;
    sqlite3_finalize(check);
    if (!sound)
        store_damaged(from, error);
    return sound;
}

/* The filings that a source holds, as its reader gave them. */
static GPtrArray *load_file(Store *from, gint64 source, const Arrival *arrival, GError **error)
{
    g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    sqlite3_stmt *list = store_statement(from, SQL_LIST_MEMBERS, error);
    if (list == NULL)
        return NULL;
    sqlite3_bind_int64(list, 1, source);
    int more;
    while ((more = store_step(from, list, error)) == 1) {
        g_autofree char *member = store_column_text(list, 1);
        Filing *filing = store_filing(from, sqlite3_column_int64(list, 0), true, error);
        if (filing == NULL) {
            sqlite3_reset(list);
            return NULL;
        }
        text_set(&filing->member, member);
        text_set(&filing->file, arrival->name);
        g_ptr_array_add(filings, filing);
    }
    return more == 0 ? g_steal_pointer(&filings) : NULL;
}

/* A file that is in both: which name and time it keeps does not depend on who came first. */
static bool merge_known(Merge *merge, const Arrival *arrival, GError **error)
{
    merge->merged->known++;
    return store_run(merge->to, SQL_KEEP_FIRST, error, "sIIs", arrival->sha256, arrival->imported, arrival->arrived,
                     arrival->name);
}

static bool merge_file(Merge *merge, gint64 source, const Arrival *arrival, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if (store_knows_source(merge->to, arrival->sha256, NULL, &fault))
        return merge_known(merge, arrival, error);
    if (fault != NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    g_autoptr(GPtrArray) filings = load_file(merge->from, source, arrival, &fault);
    if (filings == NULL) {
        blame_input(error, g_steal_pointer(&fault));
        return false;
    }
    merge->merged->files++;
    return store_add_file(merge->to, arrival, filings, error);
}

static bool merge_files(Merge *merge, GError **error)
{
    g_autoptr(GError) fault = NULL;
    sqlite3_stmt *list = store_statement(merge->from, SQL_LIST_SOURCES, &fault);
    int more = list != NULL ? 0 : -1;
    while (list != NULL && (more = store_step(merge->from, list, &fault)) == 1) {
        if (!store_result_is_sound(list) || sqlite3_column_int64(list, 3) < 0) {
            store_damaged(merge->from, &fault);
            more = -1;
            break;
        }
        g_autofree char *sha256 = store_column_text(list, 1);
        g_autofree char *name = store_column_text(list, 2);
        g_autofree char *encoding = store_column_text(list, 4);
        Arrival arrival = {sha256, name, encoding, sqlite3_column_int64(list, 3), sqlite3_column_int64(list, 5),
                           sqlite3_column_int64(list, 6)};
        if (!merge_file(merge, sqlite3_column_int64(list, 0), &arrival, error)) {
            sqlite3_reset(list);
            return false;
        }
    }
    if (list != NULL)
        sqlite3_reset(list);
    if (more < 0)
        blame_input(error, g_steal_pointer(&fault));
    return more == 0;
}

static bool collect_review(Review *review, gpointer data, GError **error)
{
    (void)error;
    g_ptr_array_add(data, review);
    return true;
}

static bool merge_reviews(Merge *merge, GError **error)
{
    g_autoptr(GPtrArray) reviews = g_ptr_array_new_with_free_func((GDestroyNotify)review_free);
    g_autoptr(GError) fault = NULL;
    if (!store_each_review(merge->from, collect_review, reviews, &fault)) {
        blame_input(error, g_steal_pointer(&fault));
        return false;
    }
    for (guint i = 0; i < reviews->len; i++) {
        if (!store_add_review(merge->to, g_ptr_array_index(reviews, i), error))
            return false;
        merge->merged->reviews += sqlite3_changes(merge->to->db) > 0;
    }
    return true;
}

static bool merge_all(Merge *merge, GError **error)
{
    if (!store_run(merge->to, SQL_BEGIN, error, ""))
        return false;
    if (merge_files(merge, error) && merge_reviews(merge, error) && store_run(merge->to, SQL_COMMIT, error, ""))
        return true;
    store_run(merge->to, SQL_ROLLBACK, NULL, "");
    *merge->merged = (StoreMerged){0};
    return false;
}

bool store_merge(Store *store, const char *path, StoreMerged *merged, GError **error)
{
    *merged = (StoreMerged){0};
    if (!check_other(store, path, error))
        return false;
    g_autoptr(GError) fault = NULL;
    g_autoptr(Store) from = store_open(path, STORE_COPY, &fault);
    /* One moment of the other store, should somebody be importing into it. */
    if (from == NULL || !check_pages(from, &fault) || !store_execute(from, "BEGIN", say("读取", "reading"), &fault)) {
        blame_input(error, g_steal_pointer(&fault));
        return false;
    }
    Merge merge = {store, from, merged};
    return merge_all(&merge, error);
}
