/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/pettitt.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *pettitt_suite(void);

/* R prints 15 digits; 1 less a share close to 1 costs another three. */
static const double tolerance = 1e-11;

static const struct {
    const char *name;
    size_t n, before;
    double values[13];
} cases[] = {
    {"four rising", 4, 2, {1, 2, 3, 4}},
    {"five", 5, 1, {3, 2, 0, 4, 1}},
    {"six, a step", 6, 3, {5, 6, 4, 11, 12, 10}},
    {"seven, ties", 7, 4, {2, 2, 3, 2, 5, 5, 4}},
    {"eight, a step", 8, 4, {1, 3, 2, 4, 9, 7, 8, 6}},
    {"eight, mostly equal", 8, 7, {7, 7, 7, 7, 7, 7, 7, 9}},
    {"thirteen", 13, 7, {12, 14, 11, 13, 12.5, 15, 13.5, 19, 18, 21, 20, 22, 17}},
};

START_TEST(as_in_r)
{
    const Pettitt test = pettitt_from_values(cases[_i].values, cases[_i].n);

    assert_as_in_r("pettitt", cases[_i].name, "k", test.k, 0);
    assert_as_in_r("pettitt", cases[_i].name, "p", test.p, tolerance);
    if (test.p.value < 0.5)
        ck_assert_msg(test.before == cases[_i].before, "%s: %zu", cases[_i].name, test.before);
}
END_TEST

/* 2 / C(n, n/2) of even n: what the header says of short series, and where the exact p ends. */
START_TEST(smallest_p)
{
    static const struct {
        size_t n;
        double p;
    } rows[] = {{4, 1.0 / 3}, {5, 1.0 / 3}, {6, 1.0 / 10}, {7, 1.0 / 10}, {8, 1.0 / 35}, {10, 2.0 / 252}, {12, 2.0 / 924}};
    double values[12];

    for (size_t i = 0; i < 12; i++)
        values[i] = (double)i;
    const Pettitt test = pettitt_from_values(values, rows[_i].n);
    assert_near("the steepest step", test.p, rows[_i].p, tolerance);
}
END_TEST

START_TEST(not_computable)
{
    const double values[] = {5, 5, 5, 5};
    const double two[] = {5, 6};

    assert_none("constant", pettitt_from_values(values, 4).p);
    assert_none("constant", pettitt_from_values(values, 4).k);
    assert_none("two", pettitt_from_values(two, 2).p);
    assert_none("none", pettitt_from_values(NULL, 0).p);
}
END_TEST

/* Adding to all, turning upside down or backwards leaves K and p as they are. */
START_TEST(any_values)
{
    GRand *random = g_rand_new_with_seed(20240731);

    for (int round = 0; round < 300; round++) {
        const size_t n = (size_t)g_rand_int_range(random, 3, 10);
        double values[10], mirrored[10];
        for (size_t i = 0; i < n; i++)
            values[i] = g_rand_int_range(random, 0, 6);
        for (size_t i = 0; i < n; i++)
            mirrored[i] = 7 - values[n - 1 - i];
        const Pettitt test = pettitt_from_values(values, n);
        const Pettitt other = pettitt_from_values(mirrored, n);
        ck_assert(test.p.known == other.p.known);
        if (!test.p.known)
            continue;
        ck_assert(test.p.value > 0 && test.p.value <= 1);
        assert_exact("mirrored", other.k, test.k.value);
        assert_near("mirrored", other.p, test.p.value, tolerance);
    }
    g_rand_free(random);
}
END_TEST

Suite *pettitt_suite(void)
{
    Suite *suite = suite_create("analysis/stat/pettitt");
    TCase *tests = tcase_create("pettitt");

    tcase_add_loop_test(tests, as_in_r, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(tests, smallest_p, 0, 7);
    tcase_add_test(tests, not_computable);
    tcase_add_test(tests, any_values);
    suite_add_tcase(suite, tests);
    return suite;
}
