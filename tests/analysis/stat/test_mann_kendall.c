/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/mann_kendall.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"

Suite *mann_kendall_suite(void);

/* Enough for shares of 10! and for the normal tail of GSL. */
static const double tolerance = 1e-13;

static const struct {
    const char *label;
    size_t n;
    double values[12];
    double s, tau, p; /* NAN: not computable */
    MannKendallMethod method;
} rows[] = {
    {"nothing", 0, {0}, NAN, NAN, NAN, MANN_KENDALL_NONE},
    {"one", 1, {5}, NAN, NAN, NAN, MANN_KENDALL_NONE},
    {"two", 2, {5, 6}, 1, 1, NAN, MANN_KENDALL_NONE},
    {"two equal", 2, {5, 5}, 0, 0, NAN, MANN_KENDALL_NONE},
    {"three falling", 3, {5, 4, 3}, -3, -1, 2.0 / 6, MANN_KENDALL_EXACT},
    {"three, in and out", 3, {5, 4, 6}, 1, 1.0 / 3, 1, MANN_KENDALL_EXACT},
    {"three equal", 3, {0, 0, 0}, 0, 0, NAN, MANN_KENDALL_NONE},
    {"four rising, never below 0.05", 4, {1, 2, 3, 4}, 6, 1, 2.0 / 24, MANN_KENDALL_EXACT},
    {"check value", 5, {3, 2, 0, 4, 1}, -2, -0.2, 98.0 / 120, MANN_KENDALL_EXACT},
    {"five rising", 5, {-2, -1, 0, 1, 2}, 10, 1, 2.0 / 120, MANN_KENDALL_EXACT},
    {"ten rising", 10, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 45, 1, 2.0 / 3628800, MANN_KENDALL_EXACT},
    /* Var S = (66 - 18) / 18 = 8/3, z = (2 - 1) / sqrt(8/3); 2 * pnorm(-sqrt(3/8)) in R */
    {"three, a tie", 3, {1, 1, 2}, 2, 2.0 / 3, 0.54029137460742005, MANN_KENDALL_NORMAL},
    /* S = ±1 is taken to 0 by the correction, and S = 0 is not taken past it */
    {"a tie, S of 1", 4, {1, 3, 1, 2}, 1, 1.0 / 6, 1, MANN_KENDALL_NORMAL},
    {"a tie, S of 0", 4, {1, 2, 2, 1}, 0, 0, 1, MANN_KENDALL_NORMAL},
    /* Var S = 165, z = 54 / sqrt(165); 2 * pnorm(-54 / sqrt(165)) in R */
    {"eleven rising", 11, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 55, 1, 2.6236149394587112e-05,
     MANN_KENDALL_NORMAL},
};

static void assert_near_or_none(const char *label, Measured actual, double expected)
{
    if (isnan(expected))
        assert_none(label, actual);
    else
        assert_near(label, actual, expected, tolerance);
}

START_TEST(by_hand)
{
    const MannKendall test = mann_kendall_from_values(rows[_i].values, rows[_i].n);

    assert_near_or_none(rows[_i].label, test.s, rows[_i].s);
    assert_near_or_none(rows[_i].label, test.tau, rows[_i].tau);
    assert_near_or_none(rows[_i].label, test.p, rows[_i].p);
    ck_assert_int_eq(test.method, rows[_i].method);
}
END_TEST

/* How many orders there are of each |S|, by going through all of them. */
static void orders_count(double *values, size_t fixed, size_t n, size_t *counts)
{
    if (fixed == n) {
        gint64 s = 0;
        for (size_t i = 0; i < n; i++)
            for (size_t j = i + 1; j < n; j++)
                s += values[j] > values[i] ? 1 : -1;
        counts[ABS(s)]++;
        return;
    }
    for (size_t i = fixed; i < n; i++) {
        const double first = values[fixed];
        values[fixed] = values[i];
        values[i] = first;
        orders_count(values, fixed + 1, n, counts);
        values[i] = values[fixed];
        values[fixed] = first;
    }
}

/* Puts the largest values in front, as far as `inversions` go. */
static void order_with_inversions(double *values, size_t n, size_t inversions)
{
    for (size_t i = 0; i < n; i++)
        values[i] = (double)i;
    for (size_t largest = n; inversions > 0; largest--)
        for (size_t i = n - 1; i > n - largest && inversions > 0; i--) {
            if (values[i] > values[i - 1]) {
                const double later = values[i];
                values[i] = values[i - 1];
                values[i - 1] = later;
                inversions--;
            }
        }
}

/* The exact p is the share of all orders whose |S| is as large: for n up to 8, count them. */
START_TEST(exact_p_by_enumeration)
{
    const size_t n = (size_t)_i, pairs = n * (n - 1) / 2;
    size_t counts[29] = {0}, all = 0;
    double values[8] = {0, 1, 2, 3, 4, 5, 6, 7};

    orders_count(values, 0, n, counts);
    for (size_t s = 0; s <= pairs; s++)
        all += counts[s];
    for (size_t inversions = 0; inversions <= pairs; inversions++) {
        order_with_inversions(values, n, inversions);
        const MannKendall test = mann_kendall_from_values(values, n);
        assert_exact("S", test.s, (double)pairs - 2.0 * (double)inversions);
        size_t as_large = 0;
        for (size_t s = (size_t)fabs(test.s.value); s <= pairs; s++)
            as_large += counts[s];
        assert_near("p", test.p, (double)as_large / (double)all, tolerance);
    }
}
END_TEST

START_TEST(variances)
{
    const double ties[] = {7, 3, 7, 3, 7, 1};
    double line[100];

    for (size_t i = 0; i < 100; i++)
        line[i] = (double)i;
    assert_exact("one", measured(mann_kendall_variance(ties, 1)), 0);
    assert_exact("two", measured(mann_kendall_variance(ties, 2)), 1);
    /* (6×5×17 - 3×2×11 - 2×1×9) / 18 */
    assert_near("ties of three and of two", measured(mann_kendall_variance(ties, 6)), 426.0 / 18,
                1e-15);
    assert_near("long", measured(mann_kendall_variance(line, 100)), 100.0 * 99 * 205 / 18, 1e-15);
}
END_TEST

START_TEST(order_alone_counts)
{
    const double plain[] = {3, 2, 0, 4, 1}, stretched[] = {1e9, 20, -7, 1e200, 0.01};
    const MannKendall one = mann_kendall_from_values(plain, 5);
    const MannKendall other = mann_kendall_from_values(stretched, 5);

    assert_exact("S", other.s, one.s.value);
    assert_exact("p", other.p, one.p.value);
}
END_TEST

START_TEST(words)
{
    ck_assert_str_eq(mann_kendall_method_word(MANN_KENDALL_NONE), "none");
    ck_assert_str_eq(mann_kendall_method_word(MANN_KENDALL_EXACT), "exact");
    ck_assert_str_eq(mann_kendall_method_word(MANN_KENDALL_NORMAL), "normal");
}
END_TEST

Suite *mann_kendall_suite(void)
{
    Suite *suite = suite_create("analysis/stat/mann_kendall");
    TCase *tests = tcase_create("trend");

    tcase_add_loop_test(tests, by_hand, 0, G_N_ELEMENTS(rows));
    tcase_add_loop_test(tests, exact_p_by_enumeration, 3, 9);
    tcase_add_test(tests, variances);
    tcase_add_test(tests, order_alone_counts);
    tcase_add_test(tests, words);
    suite_add_tcase(suite, tests);
    return suite;
}
