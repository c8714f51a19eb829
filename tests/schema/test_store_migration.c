/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store that the first version made: it is brought up to date, and nothing that was read is lost. */
#include <check.h>
#include <string.h>

#include "schema/data.h"
#include "schema/error.h"
#include "tests/schema/store_file.h"

Suite *store_migration_suite(void);

/* What the first version had written: a filing with a table, a claim and a page, re-issued once. */
static const char *const written =
    "INSERT INTO department VALUES (1, '虚构县图书馆');"
    "INSERT INTO source VALUES (1, 'aa', 'a.txt', 10, 'UTF-8', 0), (2, 'bb', 'b.txt', 11, 'UTF-8', 0);"
    "INSERT INTO filing VALUES (1, 1, 1, 2024, 0, 0, 'xinjiang-budget', '', 1), (2, 2, 1, 2024, 0, 0, 'xinjiang-budget', '', 2);"
    "INSERT INTO page VALUES (1, 1, '第一页'), (2, 1, '又一页');"
    "INSERT INTO printed_table VALUES (1, 1, 'expenditure', '支出表', 0, 1, 2, 1000000, ''), "
    "(2, 2, 'expenditure', '支出表', 0, 1, 2, 1000000, '');"
    "INSERT INTO printed_column VALUES (1, 0, '合计', 2, 0, 'total'), (2, 0, '合计', 2, 0, 'total');"
    "INSERT INTO printed_row VALUES (1, 0, 0, -1, 1, '207', '文化', '文化', '', 0, 0, '', 1, 3), "
    "(2, 0, 0, -1, 1, '207', '文化', '文化', '', 0, 0, '', 1, 3);"
    "INSERT INTO cell VALUES (1, 0, 0, 5000000, 10000, 1, ''), (2, 0, 0, 6000000, 10000, 1, '');"
    "INSERT INTO doubt VALUES (1, 0, 1, 4, '支出表', '1.2.3', '不是数字');";

static char *make_first_version(void)
{
    char *path = scratch_path("old.db");
    g_autofree char *sql = data_text("sql/001.sql", NULL);
    ck_assert_ptr_nonnull(sql);
    run_sql(path, sql);
    run_sql(path, written);
    run_sql(path, "PRAGMA application_id = 2037740405; PRAGMA user_version = 1");
    return path;
}

START_TEST(reading_asks_for_it)
{
    g_autofree char *path = make_first_version();
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(store_open(path, STORE_READ, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_msg(strstr(error->message, "版本较旧") != NULL, "%s", error->message);
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), 1);
}
END_TEST

START_TEST(brought_up_to_date)
{
    g_autofree char *path = make_first_version();
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), 3);
    g_autoptr(GError) error = NULL;
    g_autoptr(Filing) filing = store_filing(store, 1, true, &error);
    ck_assert_msg(filing != NULL, "%s", error != NULL ? error->message : "");
    const Table *table = g_ptr_array_index(filing->tables, 0);
    ck_assert_str_eq(table_row(table, 0)->subject, "");
    ck_assert_int_eq(g_array_index(table->cells, Cell, 0).amount.fen, 5000000);
    ck_assert_str_eq(g_ptr_array_index(filing->pages, 0), "第一页");
    ck_assert_uint_eq(filing->doubts->len, 1);
    ck_assert_uint_eq(filing->evidence->len, 0);
    ck_assert_uint_eq(filing->sources->len, 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) * 10 + sum(latest) FROM filings"), 21);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM cells WHERE latest AND amount = 6 AND filing = 2"), 1);
    g_autoptr(GPtrArray) more = sample_file("虚构县图书馆", 2025, "c");
    ck_assert(store_save_filings(store, more, &error));
}
END_TEST

/* A step that fails half-way leaves the store as it was. */
START_TEST(all_or_nothing)
{
    g_autofree char *path = make_first_version();
    run_sql(path, "CREATE TABLE identity_evidence(x)");
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(store_open(path, STORE_WRITE, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_int_eq(ask(path, "PRAGMA user_version"), 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM pragma_table_info('printed_row') WHERE name = 'subject'"), 0);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filings WHERE latest"), 1);
}
END_TEST

Suite *store_migration_suite(void)
{
    Suite *suite = suite_create("store_migration");
    TCase *tests = tcase_create("migration");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, reading_asks_for_it);
    tcase_add_test(tests, brought_up_to_date);
    tcase_add_test(tests, all_or_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
