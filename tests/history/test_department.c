/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/department.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/spelling.h"
#include "tests/schema/scratch.h"

Suite *department_suite(void);

static Store *store;

/* The same department, year and kind again is a re-issue: it takes the place of the one before. */
static const struct {
    const char *department;
    int year;
    Kind kind;
} filed[] = {
    {"虚构县图书馆", 2024, KIND_BUDGET}, {"虚构县图书馆", 2023, KIND_BUDGET},   {"虚构县图书馆", 2023, KIND_ACCOUNTS},
    {"虚构县图书馆", 2024, KIND_BUDGET}, {"虚构县图书馆分馆", 2024, KIND_BUDGET}, {"虚构市档案馆", 2022, KIND_BUDGET},
};

static void set_up(void)
{
    scratch_set_up();
    g_autofree char *path = scratch_path("store.db");
    store = store_open(path, STORE_WRITE, NULL);
    ck_assert_ptr_nonnull(store);
    for (gsize i = 0; i < G_N_ELEMENTS(filed); i++) {
        Filing *filing = filing_new();
        g_free(filing->department);
        filing->department = g_strdup(filed[i].department);
        filing->fiscal_year = filed[i].year;
        filing->kind = filed[i].kind;
        g_free(filing->sha256);
        filing->sha256 = g_strdup_printf("%064d", (int)i);
        g_free(filing->file);
        filing->file = g_strdup_printf("%d.txt", (int)i);
        g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
        g_ptr_array_add(filings, filing);
        g_autoptr(GError) error = NULL;
        ck_assert_msg(store_save_filings(store, filings, &error), "%s", error != NULL ? error->message : "");
    }
}

static void tear_down(void)
{
    g_clear_pointer(&store, store_close);
    scratch_tear_down();
}

/* "name: file(year kind) … / restated", one department a line. */
static char *spell(const GPtrArray *departments)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < departments->len; i++) {
        const Department *department = g_ptr_array_index(departments, i);
        g_string_append_printf(out, "%s:", department->name);
        for (guint k = 0; k < department->filings->len; k++) {
            const Filing *filing = g_ptr_array_index(department->filings, k);
            g_string_append_printf(out, " %s(%d %s)", filing->file, filing->fiscal_year, kind_word(filing->kind));
        }
        for (guint k = 0; k < department->restated->len; k++)
            g_string_append_printf(out, " / %s", ((const Filing *)g_ptr_array_index(department->restated, k))->file);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

#define LIBRARY "虚构县图书馆: 1.txt(2023 budget) 2.txt(2023 accounts) 3.txt(2024 budget) / 0.txt\n"
#define BRANCH "虚构县图书馆分馆: 4.txt(2024 budget)\n"
#define ARCHIVE "虚构市档案馆: 5.txt(2022 budget)\n"

static const struct {
    const char *why;
    const char *wanted;
    bool unique;
    const char *departments; /* NULL: an error */
    const char *message;     /* what it names */
} asked[] = {
    {"all of them, by name", NULL, false, LIBRARY BRANCH ARCHIVE, NULL},
    {"by its name, though another's begins with it", "虚构县图书馆", true, LIBRARY, NULL},
    {"by a part that only one has", "档案", true, ARCHIVE, NULL},
    {"by a part that two have", "图书馆", false, LIBRARY BRANCH, NULL},
    {"by a part that two have, where one is wanted", "图书馆", true, NULL, "虚构县图书馆分馆"},
    {"by an id", "5", true, BRANCH, NULL},
    {"by the id of a re-issued filing", "1", true, LIBRARY, NULL},
    {"an id that is none", "99", true, NULL, "99"},
    {"a name that is none", "体育馆", false, NULL, "体育馆"},
    {"a number with words is a name", "5馆", true, NULL, "5馆"},
    {"one of all, where one is wanted", NULL, true, NULL, "虚构市档案馆"},
};

START_TEST(departments_wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) departments = departments_from_store(store, asked[_i].wanted, asked[_i].unique, &error);
    if (asked[_i].departments == NULL) {
        ck_assert_msg(departments == NULL, "%s", asked[_i].why);
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
        ck_assert_msg(strstr(error->message, asked[_i].message) != NULL, "%s: %s", asked[_i].why, error->message);
        return;
    }
    ck_assert_msg(departments != NULL, "%s: %s", asked[_i].why, error != NULL ? error->message : "");
    g_autofree char *spelt = spell(departments);
    check_spelling(asked[_i].why, spelt, asked[_i].departments);
}
END_TEST

START_TEST(filing_of_a_year)
{
    g_autoptr(GPtrArray) departments = departments_from_store(store, "虚构县图书馆", true, NULL);
    const Department *department = g_ptr_array_index(departments, 0);
    ck_assert_str_eq(department_filing(department, 2023, KIND_ACCOUNTS)->file, "2.txt");
    ck_assert_str_eq(department_filing(department, 2024, KIND_BUDGET)->file, "3.txt");
    ck_assert_ptr_null(department_filing(department, 2024, KIND_ACCOUNTS));
    ck_assert_ptr_null(department_filing(department, 2022, KIND_BUDGET));
    department_free(NULL);
}
END_TEST

START_TEST(empty_store)
{
    g_clear_pointer(&store, store_close);
    g_autofree char *path = scratch_path("empty.db");
    store = store_open(path, STORE_WRITE, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) departments = departments_from_store(store, NULL, false, &error);
    ck_assert_ptr_nonnull(departments);
    ck_assert_uint_eq(departments->len, 0);
    ck_assert_ptr_null(departments_from_store(store, "图书馆", false, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
}
END_TEST

static void write_lineage(const char *text)
{
    g_autofree char *path = lineage_file_path(store_path(store));
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* What the user says of its subjects comes with it; of others' it does not. */
START_TEST(lineage_of_subjects)
{
    write_lineage("subject\tsame\t虚构县图书馆\t2024\t30311\t30113\t-\t-\nsubject\tkeep\t虚构市档案馆\t2024\t201\t208\t-\t-\n"
                  "subject\tapart\t-\t2024\t30311\t30311\t-\t-\n");
    g_autoptr(GPtrArray) departments = departments_from_store(store, "虚构县图书馆", true, NULL);
    const GPtrArray *lineage = ((const Department *)g_ptr_array_index(departments, 0))->lineage;
    ck_assert_uint_eq(lineage->len, 2);
    ck_assert_int_eq(((const LineageRow *)g_ptr_array_index(lineage, 0))->line, 1);
    ck_assert_int_eq(((const LineageRow *)g_ptr_array_index(lineage, 1))->line, 3);
}
END_TEST

/* A mistake in the file is told, and costs nothing but itself: mended, or left out, the store is as before. */
START_TEST(lineage_that_is_wrong)
{
    write_lineage("department\tsame\t-\t-\t虚构县图书室\t虚构县图书馆\t-\t-\n");
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(departments_from_store(store, NULL, false, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_msg(strstr(error->message, "store.db.lineage.tsv 第 1 行：库里没有部门“虚构县图书室”，相近的有：虚构县图书馆") != NULL, "%s",
                  error->message);
    ck_assert(g_setenv("YUSUAN_LINEAGE", "/dev/null", TRUE));
    g_autoptr(GPtrArray) without = departments_from_store(store, NULL, false, NULL);
    ck_assert_uint_eq(without->len, 3);
    g_unsetenv("YUSUAN_LINEAGE");
}
END_TEST

Suite *department_suite(void)
{
    Suite *suite = suite_create("department");
    TCase *choosing = tcase_create("departments");
    tcase_add_checked_fixture(choosing, set_up, tear_down);
    tcase_add_loop_test(choosing, departments_wanted, 0, G_N_ELEMENTS(asked));
    tcase_add_test(choosing, filing_of_a_year);
    tcase_add_test(choosing, empty_store);
    tcase_add_test(choosing, lineage_of_subjects);
    tcase_add_test(choosing, lineage_that_is_wrong);
    suite_add_tcase(suite, choosing);
    return suite;
}
