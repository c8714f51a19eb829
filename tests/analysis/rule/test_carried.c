/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the age of a project is found is tested by what carryover.stale says: test_stale.c. */
#include "analysis/rule/carried.h"

#include <check.h>

#include "tests/analysis/rule/build.h"

Suite *carried_suite(void);

static const struct {
    const char *row;
    int year;
    bool stood_last_year;
    CarriedTime time; /* in the budget of 2024 */
} TIMES[] = {
    {"of last year", 2023, false, CARRIED_ONE_YEAR},
    {"of the year before it", 2022, false, CARRIED_TWO_YEARS},
    {"long ago", 2011, true, CARRIED_TWO_YEARS},
    {"of this year", 2024, false, CARRIED_ONE_YEAR},
    {"of last year, though the name stood there already", 2023, true, CARRIED_ONE_YEAR},
    {"the name stood there already", 0, true, CARRIED_TWO_YEARS},
    {"nothing tells", 0, false, CARRIED_UNKNOWN},
};

START_TEST(age_gives_the_time)
{
    g_autoptr(Filing) last = filing_new();
    CarriedAge age = {.year = TIMES[_i].year, .last = TIMES[_i].stood_last_year ? last : NULL};
    ck_assert_msg(carried_time(&age, 2024) == TIMES[_i].time, "%s", TIMES[_i].row);
}
END_TEST

START_TEST(only_budgets_with_a_table_have_projects)
{
    Bench *bench = bench_new();
    g_autoptr(GArray) none = carried_projects(bench->filing, NULL);
    ck_assert_uint_eq(none->len, 0);
    Table *table = build_table(bench->filing, "carryover");
    int total = build_row(table, "", "总计", "7.00");
    build_project(table, total, "2023年馆藏数字化", "7.00");
    build_project(table, total, "没有钱的项目", "0.00");
    g_autoptr(GArray) one = carried_projects(bench->filing, NULL);
    ck_assert_uint_eq(one->len, 1);
    ck_assert_int_eq(g_array_index(one, CarriedProject, 0).age.year, 2023);
    bench->filing->kind = KIND_ACCOUNTS;
    g_autoptr(GArray) accounts = carried_projects(bench->filing, NULL);
    ck_assert_uint_eq(accounts->len, 0);
    bench_free(bench);
}
END_TEST

Suite *carried_suite(void)
{
    Suite *suite = suite_create("carried");
    TCase *tests = tcase_create("carried");
    tcase_add_loop_test(tests, age_gives_the_time, 0, G_N_ELEMENTS(TIMES));
    tcase_add_test(tests, only_budgets_with_a_table_have_projects);
    suite_add_tcase(suite, tests);
    return suite;
}
