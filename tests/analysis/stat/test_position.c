/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/position.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *position_suite(void);

static const double tolerance = 1e-13; /* printed with 15 digits */

static const double group[] = {14.2, 11.8, 12.6, 30.9, 13.3, 12.6, 9.7, 12.1, 13.9, 12.2, 13.0};

static const struct {
    size_t own;
    double level; /* from the row of 11 in cutoff_table.h: 1.342 for 0.2, 1.9 for 0.1, 2.49 for 0.05, 3.354 for 0.02, … */
} places[] = {{0, 0.2}, {2, 1}, {3, 0.0001}, {6, 0.05}};

START_TEST(as_in_r)
{
    const Position position = position_in_group(group, G_N_ELEMENTS(group), group[places[_i].own]);
    g_autofree char *name = g_strdup_printf("%zu", places[_i].own);

    ck_assert_uint_eq(position.n, 11);
    assert_as_in_r("position", name, "rank", position.rank, 0);
    assert_as_in_r("position", name, "percentile", position.percentile, tolerance);
    assert_as_in_r("position", name, "median", position.median, 0);
    assert_as_in_r("position", name, "z", position.z, tolerance);
    assert_exact("level", position.level, places[_i].level);
}
END_TEST

/* R: quantile(c(14.2, 11.8, 12.6, 30.9, 13.3, 12.6, 9.7, 12.1, 13.9, 12.2, 13.0)); the same of the first four */
START_TEST(quartiles_as_in_r)
{
    const Quartiles all = quartiles_of_group(group, G_N_ELEMENTS(group));
    ck_assert_double_eq_tol(all.lower.value, 12.15, tolerance * 100);
    ck_assert_double_eq_tol(all.median.value, 12.6, tolerance * 100);
    ck_assert_double_eq_tol(all.upper.value, 13.6, tolerance * 100);
    const Quartiles four = quartiles_of_group(group, 4);
    ck_assert_double_eq_tol(four.lower.value, 12.4, tolerance * 100);
    ck_assert_double_eq_tol(four.median.value, 13.4, tolerance * 100);
    ck_assert_double_eq_tol(four.upper.value, 18.375, tolerance * 100);
    const Quartiles one = quartiles_of_group(group, 1);
    assert_exact("one", one.lower, 14.2);
    assert_exact("one", one.upper, 14.2);
    assert_none("none", quartiles_of_group(group, 0).median);
}
END_TEST

START_TEST(small_groups)
{
    const double equal[] = {5, 5, 5, 5};
    const Position alone = position_in_group(equal, 1, 5);
    assert_exact("alone", alone.rank, 1);
    assert_none("alone", alone.percentile);
    assert_none("alone", alone.z);
    const Position two = position_in_group(equal, 2, 5);
    assert_exact("two", two.rank, 1.5);
    assert_exact("two", two.percentile, 50);
    assert_none("two", two.z);
    const Position all_equal = position_in_group(equal, 4, 5);
    assert_exact("all equal", all_equal.median, 5);
    assert_none("all equal", all_equal.z);
    assert_none("all equal", all_equal.level);
    /* More than half the same: a z, by the fallback, but no level. */
    const double mostly[] = {5, 5, 5, 9};
    const Position odd = position_in_group(mostly, 4, 9);
    ck_assert(odd.z.known && odd.z.value > 0);
    assert_none("mostly equal", odd.level);
    ck_assert_uint_eq(position_in_group(equal, 0, 5).n, 0);
}
END_TEST

Suite *position_suite(void)
{
    Suite *suite = suite_create("analysis/stat/position");
    TCase *tests = tcase_create("position");

    tcase_add_loop_test(tests, as_in_r, 0, G_N_ELEMENTS(places));
    tcase_add_test(tests, quartiles_as_in_r);
    tcase_add_test(tests, small_groups);
    suite_add_tcase(suite, tests);
    return suite;
}
