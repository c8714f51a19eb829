/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/error.h"
#include "schema/store_statement.h"
#include "tests/schema/store_file.h"

Suite *store_suite(void);

/* "yusu", as the header of a store has it. */
#define OUR_APPLICATION_ID 0x79757375

/* The version that this program makes. */
#define NEWEST 3

/* Opening must be refused, with the file's name in the message. */
static void refuse(const char *path, StoreMode mode, const char *why)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, mode, &error);
    ck_assert_msg(store == NULL, "%s", why);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE), "%s: %s", why, error->message);
    ck_assert_msg(strstr(error->message, path) != NULL, "%s: %s", why, error->message);
}

/* --- opening --------------------------------------------------------------------------------------------------- */

START_TEST(created)
{
    g_autofree char *path = scratch_path("new.db");
    store_close(open_or_fail(path, STORE_WRITE));
    ck_assert_int_eq(ask(path, "PRAGMA application_id"), OUR_APPLICATION_ID);
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), NEWEST);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'"), 8);
    ck_assert_msg(ask(path, "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE "
                            "'sqlite%'") == 0, "all tables are strict");
    /* A second and a third time nothing is done again. */
    store_close(open_or_fail(path, STORE_WRITE));
    store_close(open_or_fail(path, STORE_READ));
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), NEWEST);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filings"), 0);
}
END_TEST

START_TEST(absent)
{
    g_autofree char *path = scratch_path("none.db");
    g_autofree char *far = g_build_filename(scratch, "no", "such", "folder", "a.db", NULL);
    refuse(path, STORE_READ, "reading what is not there");
    ck_assert_msg(!g_file_test(path, G_FILE_TEST_EXISTS), "reading creates nothing");
    refuse(far, STORE_READ, "reading in a missing folder");
    refuse(far, STORE_WRITE, "writing in a missing folder");
    refuse(scratch, STORE_READ, "a folder for reading");
    refuse(scratch, STORE_WRITE, "a folder for writing");
}
END_TEST

#define CONTENTS(text) text, sizeof(text) - 1

static const struct {
    const char *why;
    const char *contents;
    gsize length;
} strangers[] = {
    {"a short text", CONTENTS("hello\n")},
    {"a text", CONTENTS("department,fiscal_year\n甲局,2024\n甲局,2025\n甲局,2026\n甲局,2027\n甲局,2028\n甲局,2029\n")},
    {"zeros", CONTENTS("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")},
    {"the beginning of a store, and no more", CONTENTS("SQLite format 3\0\x40\0\1\1\0\x40\x20\x20\0\0\0\1")},
};

START_TEST(no_sqlite_file)
{
    g_autofree char *path = scratch_path("stranger");
    ck_assert(g_file_set_contents(path, strangers[_i].contents, (gssize)strangers[_i].length, NULL));
    refuse(path, STORE_READ, strangers[_i].why);
    refuse(path, STORE_WRITE, strangers[_i].why);
    g_autofree char *after = NULL;
    gsize length = 0;
    ck_assert(g_file_get_contents(path, &after, &length, NULL));
    ck_assert_msg(length == strangers[_i].length && memcmp(after, strangers[_i].contents, length) == 0,
                  "%s: a file that is no store stays as it is", strangers[_i].why);
}
END_TEST

static const struct {
    const char *why;
    const char *sql;
} others[] = {
    {"another program's tables", "CREATE TABLE bookmark(url TEXT)"},
    {"another program's version", "PRAGMA user_version = 7"},
    {"another program's mark alone", "PRAGMA application_id = 1196444487; CREATE TABLE t(x); DROP TABLE t"},
    {"another program's mark and tables", "PRAGMA application_id = 1196444487; CREATE TABLE t(x)"},
};

START_TEST(other_programs_file)
{
    g_autofree char *path = scratch_path("other.db");
    run_sql(path, others[_i].sql);
    gint64 objects = ask(path, "SELECT count(*) FROM sqlite_schema");
    refuse(path, STORE_READ, others[_i].why);
    refuse(path, STORE_WRITE, others[_i].why);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM sqlite_schema"), objects);
}
END_TEST

START_TEST(empty_file)
{
    g_autofree char *path = scratch_path("empty.db");
    ck_assert(g_file_set_contents(path, "", 0, NULL));
    refuse(path, STORE_READ, "an empty file holds no filings");
    store_close(open_or_fail(path, STORE_WRITE));
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), NEWEST);
}
END_TEST

START_TEST(other_version)
{
    static const int versions[] = {NEWEST + 1, 99, G_MAXINT, -1};
    for (gsize i = 0; i < G_N_ELEMENTS(versions); i++) {
        gint64 id = 0;
        g_autofree char *name = g_strdup_printf("version%" G_GSIZE_FORMAT ".db", i);
        g_autofree char *path = make_store(name, &id);
        g_autofree char *sql = g_strdup_printf("PRAGMA user_version = %d", versions[i]);
        run_sql(path, sql);
        refuse(path, STORE_READ, "a version of another yusuan");
        refuse(path, STORE_WRITE, "a version of another yusuan");
        ck_assert_int_eq(ask(path, "PRAGMA user_version"), versions[i]);
        ck_assert_int_eq(ask(path, "SELECT count(*) FROM filing"), 1);
    }
}
END_TEST

START_TEST(reading_changes_nothing)
{
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    gsize before_length = 0;
    gsize after_length = 0;
    ck_assert(g_file_get_contents(path, &before, &before_length, NULL));
    for (int times = 0; times < 2; times++) {
        g_autoptr(Store) store = open_or_fail(path, STORE_READ);
        g_autoptr(Filing) filing = store_filing(store, id, true, NULL);
        ck_assert_ptr_nonnull(filing);
    }
    ck_assert(g_file_get_contents(path, &after, &after_length, NULL));
    ck_assert(before_length == after_length && memcmp(before, after, before_length) == 0);
    g_autoptr(GDir) folder = g_dir_open(scratch, 0, NULL);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;)
        ck_assert_msg(g_str_equal(name, "a.db"), "reading leaves %s behind", name);
    g_autoptr(Store) store = open_or_fail(path, STORE_READ);
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2025, "b");
    g_autoptr(GError) error = NULL;
    ck_assert(!store_save_filings(store, file, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
}
END_TEST

/* The superuser may write everywhere, so this says something only for others. */
START_TEST(not_to_be_written)
{
    if (geteuid() == 0)
        return;
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    ck_assert_int_eq(g_chmod(path, 0444), 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_WRITE, &error);
    if (store != NULL) {
        g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2025, "b");
        ck_assert(!store_save_filings(store, file, &error));
    }
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_int_eq(g_chmod(path, 0644), 0);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filing"), 1);
}
END_TEST

/* --- writing that fails ---------------------------------------------------------------------------------------- */

START_TEST(locked_by_another)
{
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    sqlite3_busy_timeout(store->db, 20); /* not the seconds that a user would wait */
    sqlite3 *other = NULL;
    ck_assert_int_eq(sqlite3_open(path, &other), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2025, "b");
    g_autoptr(GError) error = NULL;
    ck_assert(!store_save_filings(store, file, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_msg(strstr(error->message, path) != NULL && strstr(error->message, "另一个程序正在写入") != NULL, "%s",
                  error->message);
    g_autoptr(Filing) filing = store_filing(store, id, true, NULL);
    ck_assert_msg(filing != NULL, "what is there can be read meanwhile");
    ck_assert_int_eq(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    g_clear_error(&error);
    ck_assert_msg(store_save_filings(store, file, &error), "and once it is free, the same save goes through");
}
END_TEST

/* How many rows all tables of the evidence hold. */
static gint64 count_rows(const char *path)
{
    static const char *const tables[] = {"department", "source",     "filing", "page",  "printed_table", "printed_column",
                                         "printed_row", "cell",      "claim",  "staff", "claim_part",    "item",
                                         "target",      "printed_name", "doubt"};
    gint64 count = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", tables[i]);
        count += ask(path, sql);
    }
    return count;
}

START_TEST(rollback_leaves_nothing)
{
    g_autofree char *path = scratch_path("a.db");
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    g_ptr_array_add(file, sample_filing("虚构县文化馆", 2024, "a"));
    Filing *second = g_ptr_array_index(file, 1);
    Table *table = g_ptr_array_index(second->tables, 0);
    sample_add_cell(table, 0, 0, 1, 1, PROOF_UNIQUE, ""); /* a second figure in one cell: the table refuses it */
    g_autoptr(GError) error = NULL;
    ck_assert(!store_save_filings(store, file, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_int_eq(count_rows(path), 0);
    for (guint i = 0; i < file->len; i++)
        ck_assert_msg(((Filing *)g_ptr_array_index(file, i))->id == 0, "what is not saved has no id");
    ck_assert(!store_knows_source(store, second->sha256, NULL, NULL));
    g_array_set_size(table->cells, table->cells->len - 1);
    g_clear_error(&error);
    ck_assert_msg(store_save_filings(store, file, &error), "%s", error != NULL ? error->message : "");
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_uint_eq(entries->len, 2);
}
END_TEST

/* A filing that fills some hundred kilobytes. */
static GPtrArray *large_file(int year)
{
    g_autofree char *bytes = g_strdup_printf("large %d", year);
    GPtrArray *file = sample_file("虚构县图书馆", year, bytes);
    Filing *filing = g_ptr_array_index(file, 0);
    for (int page = 0; page < 40; page++)
        g_ptr_array_add(filing->pages, g_strnfill(10000, (char)('a' + page % 26)));
    return file;
}

/*
 * Files may grow no further in the middle of a save. Run in a child: the limit holds for the process. Returns the number
 * of the step that went wrong, 0 for none.
 */
static int fill_the_disk(const char *path)
{
    g_autoptr(Store) store = store_open(path, STORE_WRITE, NULL);
    g_autoptr(GPtrArray) first = sample_file("虚构县图书馆", 2020, "a");
    if (store == NULL || !store_save_filings(store, first, NULL))
        return 1;
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 400000; /* the first filing fits, the large ones do not all */
    setrlimit(RLIMIT_FSIZE, &limit);
    int saved = 0;
    g_autoptr(GError) error = NULL;
    for (int year = 2021; year < 2031 && error == NULL; year++) {
        g_autoptr(GPtrArray) file = large_file(year);
        saved += store_save_filings(store, file, &error);
    }
    if (error == NULL || !g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE))
        return 2;
    g_autoptr(Filing) loaded = store_filing(store, ((Filing *)g_ptr_array_index(first, 0))->id, true, NULL);
    if (loaded == NULL || loaded->claims->len != 3)
        return 3;
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    if (entries == NULL || (int)entries->len != saved + 1)
        return 4;
    limit.rlim_cur = before;
    setrlimit(RLIMIT_FSIZE, &limit);
    g_autoptr(GPtrArray) last = large_file(2040);
    return store_save_filings(store, last, NULL) ? 0 : 5;
}

/* Runs one of this suite's functions in a process of its own and returns its result. */
static int in_child(int (*work)(const char *path), const char *path)
{
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0)
        _exit(work(path));
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status), "the child died of signal %d", WTERMSIG(status));
    return WEXITSTATUS(status);
}

START_TEST(full_disk)
{
    g_autofree char *path = scratch_path("a.db");
    int step = in_child(fill_the_disk, path);
    ck_assert_msg(step == 0, "step %d", step);
    ck_assert_int_eq(ask(path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filings WHERE fiscal_year IN (2020, 2040)"), 2);
    ck_assert_msg(ask(path, "SELECT count(*) FROM source") == ask(path, "SELECT count(*) FROM filing"),
                  "no source without its filing");
    /* Each large filing that is in is in with all of its pages. */
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filing AS f WHERE fiscal_year > 2020 AND 42 <> (SELECT count(*) FROM "
                               "page AS p WHERE p.filing_id = f.id)"), 0);
}
END_TEST

/* Saves until it is killed. */
static void save_for_ever(const char *path)
{
    g_autoptr(Store) store = store_open(path, STORE_WRITE, NULL);
    for (int year = 1; store != NULL; year++) {
        g_autoptr(GPtrArray) file = large_file(year);
        if (!store_save_filings(store, file, NULL))
            break;
    }
}

START_TEST(killed_import)
{
    g_autofree char *path = scratch_path("a.db");
    store_close(open_or_fail(path, STORE_WRITE));
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        save_for_ever(path);
        _exit(1);
    }
    /* Some filings later, at whatever it is doing. */
    gint64 saved = 0;
    for (int wait = 0; wait < 1000 && saved < 5; wait++) {
        g_usleep(5000);
        saved = ask(path, "SELECT count(*) FROM filing");
    }
    kill(child, SIGKILL);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_int_ge(entries->len, (int)saved);
    ck_assert_int_ge((int)saved, 5);
    for (guint i = 0; i < entries->len; i++) {
        const FilingEntry *entry = g_ptr_array_index(entries, i);
        g_autoptr(Filing) filing = store_filing(store, entry->id, true, NULL);
        ck_assert_ptr_nonnull(filing);
        ck_assert_msg(filing->pages->len == 42 && filing->doubts->len == 1, "half a filing");
    }
    ck_assert_int_eq(ask(path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
}
END_TEST

Suite *store_suite(void)
{
    Suite *suite = suite_create("store");
    TCase *opening = tcase_create("opening");
    tcase_add_checked_fixture(opening, scratch_set_up, scratch_tear_down);
    tcase_add_test(opening, created);
    tcase_add_test(opening, absent);
    tcase_add_loop_test(opening, no_sqlite_file, 0, G_N_ELEMENTS(strangers));
    tcase_add_loop_test(opening, other_programs_file, 0, G_N_ELEMENTS(others));
    tcase_add_test(opening, empty_file);
    tcase_add_test(opening, other_version);
    tcase_add_test(opening, reading_changes_nothing);
    tcase_add_test(opening, not_to_be_written);
    suite_add_tcase(suite, opening);
    TCase *failing = tcase_create("failing writes");
    tcase_add_checked_fixture(failing, scratch_set_up, scratch_tear_down);
    tcase_set_timeout(failing, 60);
    tcase_add_test(failing, locked_by_another);
    tcase_add_test(failing, rollback_leaves_nothing);
    tcase_add_test(failing, full_disk);
    tcase_add_test(failing, killed_import);
    suite_add_tcase(suite, failing);
    return suite;
}
