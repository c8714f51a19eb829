/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explained.h"

#include <check.h>

#include "tests/analysis/ledger_bench.h"

Suite *explained_suite(void);

START_TEST(shares_by_year)
{
    Bench *bench = ledger_three_budgets(true);
    ledger_filing(bench, 2020, KIND_BUDGET, "80.00", "2050201 80.00");
    g_autoptr(GPtrArray) years = explained_from_department(bench->department, PHASE_APPROVED, bench->thresholds);
    ck_assert_uint_eq(years->len, 5);
    static const struct {
        int year;
        bool known;
        const char *size, *unexplained;
        double share;
    } expected[] = {
        {2020, false, "0", "0", 0},          /* the first year: its sentences imply nothing before */
        {2021, false, "0", "0", 0},          /* not filed */
        {2022, false, "0", "0", 0},          /* 2021 is not there, and 2022 says nothing of it */
        {2023, true, "30.00", "0.00", 100},
        {2024, true, "20.00", "5.00", 75},
    };
    for (guint i = 0; i < years->len; i++) {
        const ExplainedYear *year = g_ptr_array_index(years, i);
        ck_assert_int_eq(year->year, expected[i].year);
        ck_assert_int_eq(year->base_year, expected[i].year - 1);
        ck_assert_int_eq(year->known, expected[i].known);
        ck_assert_int_eq(year->why[0] == '\0', expected[i].known);
        if (!year->known)
            continue;
        ck_assert_int_eq(year->change_size.fen, build_amount(expected[i].size).fen);
        ck_assert_int_eq(year->unexplained.fen, build_amount(expected[i].unexplained).fen);
        ck_assert_double_eq_tol(year->share, expected[i].share, 1e-9); /* doubles for show */
    }
    g_autoptr(GPtrArray) none = explained_from_department(bench->department, PHASE_EXECUTED, bench->thresholds);
    ck_assert_uint_eq(none->len, 0);
    bench_free(bench);
}
END_TEST

Suite *explained_suite(void)
{
    Suite *suite = suite_create("explained");
    TCase *tests = tcase_create("explained");
    tcase_add_test(tests, shares_by_year);
    suite_add_tcase(suite, tests);
    return suite;
}
