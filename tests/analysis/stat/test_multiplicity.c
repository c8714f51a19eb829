/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/multiplicity.h"

#include <check.h>
#include <glib.h>

#include "analysis/stat/mann_kendall.h"
#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *multiplicity_suite(void);

/* One product and one quotient, printed with 15 digits. */
static const double tolerance = 1e-14;

static const double eight[] = {0.01, 0.04, 0.03, 0.005, 0.55, 0.2, 0.041, 0.9};

enum { EIGHT = G_N_ELEMENTS(eight) };

START_TEST(as_in_r)
{
    Measured p[EIGHT], adjusted[EIGHT];

    for (size_t i = 0; i < EIGHT; i++)
        p[i] = measured(eight[i]);
    adjust_for_many(p, adjusted, EIGHT);
    for (size_t i = 0; i < EIGHT; i++) {
        g_autofree char *field = g_strdup_printf("%zu", i);
        assert_as_in_r("many", "eight", field, adjusted[i], tolerance);
    }
}
END_TEST

/* A test that cannot be made is none of the m. */
START_TEST(leaves_out_what_is_not_computable)
{
    Measured p[EIGHT + 3] = {{0}}, adjusted[EIGHT + 3];

    for (size_t i = 0; i < EIGHT; i++)
        p[i + 2] = measured(eight[i]);
    adjust_for_many(p, adjusted, EIGHT + 3);
    assert_none("before", adjusted[0]);
    assert_none("after", adjusted[EIGHT + 2]);
    assert_as_in_r("many", "eight", "3", adjusted[5], tolerance);
    adjust_for_many(p, adjusted, 0);
    adjust_for_many(p, adjusted, 1);
    assert_none("alone", adjusted[0]);
    p[0] = measured(0.03);
    adjust_for_many(p, adjusted, 1);
    assert_exact("one test is not adjusted", adjusted[0], 0.03);
}
END_TEST

/* Of series without any trend: the mid-p is below p, and its mean over all orders is just one half. */
START_TEST(mid_p_of_all_orders)
{
    double sum = 0;
    int orders = 0;

    for (int order = 0; order < 120; order++) {
        double values[5], left[5] = {1, 2, 3, 4, 5};
        int code = order;
        for (int i = 0; i < 5; i++) {
            const int pick = code % (5 - i);
            code /= 5 - i;
            values[i] = left[pick];
            for (int k = pick; k < 4; k++)
                left[k] = left[k + 1];
        }
        const MannKendall test = mann_kendall_from_values(values, 5);
        ck_assert(test.mid_p.known && test.mid_p.value < test.p.value);
        sum += test.mid_p.value;
        orders++;
    }
    assert_near("mean", measured(sum / orders), 0.5, 1e-12);
}
END_TEST

Suite *multiplicity_suite(void)
{
    Suite *suite = suite_create("analysis/stat/multiplicity");
    TCase *tests = tcase_create("multiplicity");

    tcase_add_test(tests, as_in_r);
    tcase_add_test(tests, leaves_out_what_is_not_computable);
    tcase_add_test(tests, mid_p_of_all_orders);
    suite_add_tcase(suite, tests);
    return suite;
}
