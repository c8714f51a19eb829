/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/cutoff.h"

#include <check.h>
#include <glib.h>

#include "analysis/stat/robust.h"
#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *cutoff_suite(void);

/*
 * R's simulation has 300,000 samples: the share above a cut-off at 0.01 is known to 2 % of itself, which is up to 2 % of a
 * cut-off among three (there it falls with the inverse of the share), and less elsewhere. Three times that.
 */
static const double tolerance = 0.06;

static const size_t sizes[] = {3, 5, 6, 8, 10, 16, 30};

START_TEST(as_simulated_in_r)
{
    g_autofree char *n = g_strdup_printf("%zu", sizes[_i]);

    assert_as_in_r("cutoff", n, "0.2", modified_z_cutoff(sizes[_i], 0.2), tolerance / 5);
    assert_as_in_r("cutoff", n, "0.05", modified_z_cutoff(sizes[_i], 0.05), tolerance / 2);
    assert_as_in_r("cutoff", n, "0.01", modified_z_cutoff(sizes[_i], 0.01), tolerance);
}
END_TEST

/* The table holds what it says: of new samples, from another generator, the newest value passes as often as the level. */
START_TEST(of_new_samples)
{
    enum { SAMPLES = 8000 };
    const size_t n = (size_t)_i;
    const double cutoff = modified_z_cutoff(n, 0.05).value;
    GRand *random = g_rand_new_with_seed(20240731 + (guint32)n);
    int passed = 0;

    for (int sample = 0; sample < SAMPLES; sample++) {
        double values[CUTOFF_MOST];
        for (size_t i = 0; i < n; i++)
            values[i] = sqrt(-2 * log(1 - g_rand_double(random))) * cos(2 * G_PI * g_rand_double(random));
        const Spread spread = spread_from_values(values, n);
        passed += fabs(modified_z(values[n - 1], &spread, 0).value) > cutoff;
    }
    g_rand_free(random);
    /* 400 are expected, with a standard deviation of 19.5: four of them. */
    ck_assert_msg(abs(passed - SAMPLES / 20) < 78, "n = %zu: %d of %d", n, passed, SAMPLES);
}
END_TEST

START_TEST(table_is_in_order)
{
    for (size_t n = CUTOFF_LEAST; n <= CUTOFF_MOST; n++)
        for (size_t i = 1; i < cutoff_levels_count; i++) {
            ck_assert(cutoff_levels[i] < cutoff_levels[i - 1]);
            ck_assert(modified_z_cutoff(n, cutoff_levels[i]).value > modified_z_cutoff(n, cutoff_levels[i - 1]).value);
        }
    assert_exact("beyond the table", modified_z_cutoff(1000, 0.01), modified_z_cutoff(CUTOFF_MOST, 0.01).value);
    assert_none("two values", modified_z_cutoff(2, 0.05));
    assert_none("no such level", modified_z_cutoff(5, 0.04));
}
END_TEST

START_TEST(level_of_z)
{
    const double five = modified_z_cutoff(5, 0.05).value;
    assert_exact("just passed", modified_z_level(five + 0.001, 5, 1, 0), 0.05);
    assert_exact("below", modified_z_level(-(five + 0.001), 5, 1, 0), 0.05);
    assert_exact("just not passed", modified_z_level(five, 5, 1, 0), 0.1);
    assert_exact("nothing", modified_z_level(0, 5, 1, 0), 1);
    assert_exact("far beyond", modified_z_level(1e9, 5, 1, 0), 0.0001);
    assert_none("more than half the same", modified_z_level(9, 5, 0, 0));
    assert_none("rounding", modified_z_level(9, 5, 1e-16, 1e-15));
    assert_none("two values", modified_z_level(9, 2, 1, 0));
}
END_TEST

Suite *cutoff_suite(void)
{
    Suite *suite = suite_create("analysis/stat/cutoff");
    TCase *tests = tcase_create("cutoff");

    tcase_add_loop_test(tests, as_simulated_in_r, 0, G_N_ELEMENTS(sizes));
    tcase_add_loop_test(tests, of_new_samples, CUTOFF_LEAST, 11);
    tcase_add_test(tests, table_is_in_order);
    tcase_add_test(tests, level_of_z);
    suite_add_tcase(suite, tests);
    return suite;
}
