/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores joined, and what must not be joined. The verbs' own tests compare the exports. */
#include <check.h>
#include <string.h>

#include "schema/data.h"
#include "schema/error.h"
#include "tests/schema/store_dump.h"
#include "tests/schema/store_file.h"

Suite *store_merge_suite(void);

/* A store of one filing that has something of every kind; a file of another year for each letter. */
static char *store_of(const char *name, const char *letters)
{
    char *path = scratch_path(name);
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    for (; *letters != '\0'; letters++) {
        char bytes[] = {*letters, '\0'};
        g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2000 + *letters - 'a', bytes);
        ck_assert(store_save_filings(store, file, NULL));
    }
    return path;
}

static StoreMerged merge_or_fail(const char *to, const char *from)
{
    g_autoptr(Store) store = open_or_fail(to, STORE_WRITE);
    g_autoptr(GError) error = NULL;
    StoreMerged merged;
    ck_assert_msg(store_merge(store, from, &merged, &error), "%s", error != NULL ? error->message : "");
    return merged;
}

/* Refused as an input, by name, and without a trace. */
static void refuse(const char *to, const char *from, const char *why)
{
    g_autofree char *before = store_dump(to);
    g_autoptr(Store) store = open_or_fail(to, STORE_WRITE);
    g_autoptr(GError) error = NULL;
    StoreMerged merged;
    ck_assert_msg(!store_merge(store, from, &merged, &error), "%s", why);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT), "%s: %s", why, error->message);
    ck_assert_msg(strstr(error->message, from) != NULL, "%s: %s", why, error->message);
    ck_assert(merged.files == 0 && merged.known == 0 && merged.reviews == 0);
    g_clear_pointer(&store, store_close);
    g_autofree char *after = store_dump(to);
    ck_assert_msg(g_str_equal(before, after), "%s", why);
}

START_TEST(as_if_imported)
{
    g_autofree char *first = store_of("first.db", "a");
    g_autofree char *second = store_of("second.db", "bc");
    g_autofree char *all = store_of("all.db", "abc");
    g_autofree char *to = scratch_path("to.db");
    StoreMerged merged = merge_or_fail(to, first);
    ck_assert(merged.files == 1 && merged.known == 0);
    merged = merge_or_fail(to, second);
    ck_assert(merged.files == 2 && merged.known == 0);
    g_autofree char *joined = store_dump(to);
    g_autofree char *imported = store_dump(all);
    ck_assert_str_eq(joined, imported);
    merged = merge_or_fail(to, all);
    ck_assert(merged.files == 0 && merged.known == 3);
    g_autofree char *again = store_dump(to);
    ck_assert_str_eq(again, imported);
}
END_TEST

/* Of a file in both stores, the earlier arrival and its name are kept, whichever way they are joined. */
START_TEST(the_first_arrival_counts)
{
    const char *names[] = {"early.db", "late.db"};
    char *paths[2];
    for (int i = 0; i < 2; i++) {
        paths[i] = store_of(names[i], "a");
        g_autofree char *sql = g_strdup_printf("UPDATE source SET arrived = %d, imported = 0, name = '%s.txt'", 100 + i, names[i]);
        run_sql(paths[i], sql);
    }
    merge_or_fail(paths[0], paths[1]);
    merge_or_fail(paths[1], paths[0]);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(ask(paths[i], "SELECT count(*) FROM source WHERE name = 'early.db.txt' AND arrived = 100"), 1);
        g_free(paths[i]);
    }
}
END_TEST

static void save_review(const char *path, gint64 reviewed, Decision decision, const char *note)
{
    g_autoptr(Store) store = open_or_fail(path, STORE_CHANGE);
    g_autoptr(Filing) filing = filing_new();
    Finding *finding = finding_new("text.share", SEVERITY_ERROR, filing, "支出", "");
    finding_settle_id(finding);
    g_autoptr(Review) review = review_new(finding);
    review->reviewed = reviewed;
    review->decision = decision;
    text_set(&review->note, note);
    ck_assert(store_save_review(store, review, NULL));
    ck_assert(store_save_review(store, review, NULL)); /* the same row once more is the same row */
    finding_free(finding);
}

/* The one that counts, as "note" of the only finding. */
static char *note_that_counts(const char *path)
{
    g_autoptr(Store) store = open_or_fail(path, STORE_READ);
    g_autoptr(GHashTable) reviews = store_reviews(store, NULL);
    ck_assert_uint_eq(g_hash_table_size(reviews), 1);
    GHashTableIter iter;
    gpointer review;
    g_hash_table_iter_init(&iter, reviews);
    ck_assert(g_hash_table_iter_next(&iter, NULL, &review));
    return g_strdup(((const Review *)review)->note);
}

static const struct {
    const char *why;
    gint64 first, second;
    Decision decisions[2];
    const char *counts;
} ties[] = {
    {"the later", 5, 6, {DECISION_REOPEN, DECISION_ACCEPT}, "second"},
    {"the later, which is the first", 7, 6, {DECISION_ACCEPT, DECISION_REOPEN}, "first"},
    {"at one moment: that it is open", 5, 5, {DECISION_REOPEN, DECISION_ACCEPT}, "first"},
    {"at one moment and alike: by their words", 5, 5, {DECISION_ACCEPT, DECISION_ACCEPT}, "second"},
};

START_TEST(reviews)
{
    for (int order = 0; order < 2; order++) {
        g_autofree char *first = store_of("first.db", "a");
        g_autofree char *second = store_of("second.db", "b");
        g_autofree char *to = scratch_path("to.db");
        save_review(first, ties[_i].first, ties[_i].decisions[0], "first");
        save_review(second, ties[_i].second, ties[_i].decisions[1], "second");
        ck_assert_uint_eq(merge_or_fail(to, order == 0 ? first : second).reviews, 1);
        ck_assert_uint_eq(merge_or_fail(to, order == 0 ? second : first).reviews, 1);
        ck_assert_uint_eq(merge_or_fail(to, first).reviews, 0);
        g_autofree char *counts = note_that_counts(to);
        ck_assert_msg(g_str_equal(counts, ties[_i].counts), "%s: %s", ties[_i].why, counts);
        ck_assert_int_eq(ask(to, "SELECT count(*) FROM review"), 2);
        ck_assert_int_eq(ask(to, "SELECT count(*) FROM reviews"), 1);
        g_autofree char *sql = g_strdup_printf("SELECT note = '%s' FROM reviews", ties[_i].counts);
        ck_assert_msg(ask(to, sql) == 1, "the view says the same: %s", ties[_i].why);
        g_unlink(first);
        g_unlink(second);
        g_unlink(to);
    }
}
END_TEST

/* An older store is brought up to date in a copy, and stays as it is. */
START_TEST(an_older_version)
{
    g_autofree char *old = scratch_path("old.db");
    g_autofree char *sql = data_text("sql/001.sql", NULL);
    run_sql(old, sql);
    run_sql(old, "INSERT INTO department VALUES (1, '虚构县图书馆');"
                 "INSERT INTO source VALUES (1, 'aa', 'a.txt', 10, 'UTF-8', 7), (2, 'bb', 'b.txt', 11, 'UTF-8', 7);"
                 "INSERT INTO filing VALUES (1, 1, 1, 2024, 0, 0, 'xinjiang-budget', '', 1), "
                 "(2, 2, 1, 2024, 0, 0, 'xinjiang-budget', '', 2);"
                 "PRAGMA application_id = 2037740405; PRAGMA user_version = 1");
    g_autofree char *to = scratch_path("to.db");
    ck_assert_uint_eq(merge_or_fail(to, old).files, 2);
    ck_assert_int_eq(ask(old, "PRAGMA user_version"), 1);
    ck_assert_int_eq(ask(old, "SELECT count(*) FROM pragma_table_info('source') WHERE name = 'arrived'"), 0);
    /* The order they came in is that of the old store. */
    ck_assert_int_eq(ask(to, "SELECT count(*) FROM source WHERE (sha256 = 'aa' AND arrived = 7000001) OR (sha256 = 'bb' AND arrived = 7000002)"), 2);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(store_open(old, STORE_READ, &error));
}
END_TEST

START_TEST(what_is_refused)
{
    g_autofree char *to = store_of("to.db", "a");
    g_autofree char *missing = scratch_path("missing.db");
    refuse(to, missing, "missing");
    refuse(to, scratch, "a folder");
    refuse(to, to, "itself");
    g_autofree char *newer = store_of("newer.db", "b");
    run_sql(newer, "PRAGMA user_version = 99");
    refuse(to, newer, "newer");
    g_autofree char *other = scratch_path("other.db");
    run_sql(other, "CREATE TABLE t(a)");
    refuse(to, other, "another program's");
    g_autofree char *text = scratch_path("text.db");
    ck_assert(g_file_set_contents(text, "my shopping list, which is long enough to be no SQLite file at all, and more", -1, NULL));
    refuse(to, text, "a text");
    g_autofree char *empty = scratch_path("empty.db");
    ck_assert(g_file_set_contents(empty, "", 0, NULL));
    refuse(to, empty, "empty");
    ck_assert_int_eq(ask(newer, "PRAGMA user_version"), 99);
}
END_TEST

/* The first file of a damaged store is sound: it must not come in either. */
START_TEST(damaged_inside)
{
    static const char *const damages[] = {
        "UPDATE cell SET step = 0 WHERE table_id = (SELECT max(table_id) FROM cell)",
        "UPDATE claim_part SET claim = 999",
        "UPDATE source SET bytes = -1 WHERE id = 2",
        "UPDATE source SET name = CAST(x'ff' AS TEXT) WHERE id = 2",
        "UPDATE printed_row SET level = 2000000000",
        "INSERT INTO review VALUES ('x', 1, 7, '', '', '', '', '', '', 2024, '', '', NULL, NULL, '')",
        "PRAGMA foreign_keys = OFF; DELETE FROM department",
    };
    g_autofree char *to = store_of("to.db", "z");
    for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autofree char *from = store_of("from.db", "ab");
        run_sql(from, damages[i]);
        refuse(to, from, damages[i]);
        g_unlink(from);
    }
}
END_TEST

/* ---- rebuilding ---- */

START_TEST(rebuilt)
{
    g_autofree char *path = store_of("a.db", "ab");
    save_review(path, 5, DECISION_ACCEPT, "x");
    g_autofree char *before = store_dump(path);
    run_sql(path, "DROP VIEW cells; DROP VIEW parts; CREATE VIEW parts AS SELECT 1 AS mine; CREATE VIEW mine AS SELECT 2 AS two; "
                  "DROP INDEX filing_of_source");
    g_autoptr(Store) store = open_or_fail(path, STORE_CHANGE);
    g_autoptr(GError) error = NULL;
    StoreRebuilt done;
    ck_assert_msg(store_rebuild(store, &done, &error), "%s", error != NULL ? error->message : "");
    ck_assert(done.filings == 2 && done.reviews == 1 && done.made == 3 && done.before > 0 && done.after > 0);
    ck_assert(store_rebuild(store, &done, &error) && done.made == 0);
    g_clear_pointer(&store, store_close);
    run_sql(path, "DROP TABLE sqlite_stat1");
    g_autofree char *after = store_dump(path);
    ck_assert_str_eq(before, after);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM cells WHERE latest"), 8);
    ck_assert_int_eq(ask(path, "SELECT two FROM mine"), 2);
}
END_TEST

START_TEST(nothing_to_rebuild)
{
    static const char *const damages[] = {
        "PRAGMA foreign_keys = OFF; DELETE FROM department",
        "UPDATE cell SET step = 0 WHERE table_id = (SELECT max(table_id) FROM cell)",
        "ALTER TABLE staff ADD COLUMN other TEXT",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autofree char *path = store_of("a.db", "ab");
        run_sql(path, damages[i]);
        run_sql(path, "DROP VIEW cells");
        g_autoptr(Store) store = open_or_fail(path, STORE_CHANGE);
        g_autoptr(GError) error = NULL;
        StoreRebuilt done;
        ck_assert_msg(!store_rebuild(store, &done, &error), "%s", damages[i]);
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
        ck_assert_int_eq(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'cells'"), 0);
        g_clear_pointer(&store, store_close);
        g_unlink(path);
    }
}
END_TEST

Suite *store_merge_suite(void)
{
    Suite *suite = suite_create("store_merge");
    TCase *tests = tcase_create("merge");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, as_if_imported);
    tcase_add_test(tests, the_first_arrival_counts);
    tcase_add_loop_test(tests, reviews, 0, G_N_ELEMENTS(ties));
    tcase_add_test(tests, an_older_version);
    tcase_add_test(tests, what_is_refused);
    tcase_add_test(tests, damaged_inside);
    suite_add_tcase(suite, tests);
    TCase *rebuild = tcase_create("rebuild");
    tcase_add_checked_fixture(rebuild, scratch_set_up, scratch_tear_down);
    tcase_add_test(rebuild, rebuilt);
    tcase_add_test(rebuild, nothing_to_rebuild);
    suite_add_tcase(suite, rebuild);
    return suite;
}
