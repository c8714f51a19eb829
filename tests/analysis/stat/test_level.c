/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/level.h"

#include <check.h>
#include <float.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"

Suite *level_suite(void);

/*
 * Univariate data sets of NIST's Statistical Reference Datasets, with their certified mean and
 * standard deviation. Michelso: Michelson's measurements of the speed of light, 1879, in Mm/s.
 */
static const double michelso[] = {
    299.85, 299.74, 299.90, 300.07, 299.93, 299.85, 299.95, 299.98, 299.98, 299.88, 300.00, 299.98,
    299.93, 299.65, 299.76, 299.81, 300.00, 300.00, 299.96, 299.96, 299.96, 299.94, 299.96, 299.94,
    299.88, 299.80, 299.85, 299.88, 299.90, 299.84, 299.83, 299.79, 299.81, 299.88, 299.88, 299.83,
    299.80, 299.79, 299.76, 299.80, 299.88, 299.88, 299.88, 299.86, 299.72, 299.72, 299.62, 299.86,
    299.97, 299.95, 299.88, 299.91, 299.85, 299.87, 299.84, 299.84, 299.85, 299.84, 299.84, 299.84,
    299.89, 299.81, 299.81, 299.82, 299.80, 299.77, 299.76, 299.74, 299.75, 299.76, 299.91, 299.92,
    299.89, 299.86, 299.88, 299.72, 299.84, 299.85, 299.85, 299.78, 299.89, 299.84, 299.78, 299.81,
    299.76, 299.81, 299.79, 299.81, 299.82, 299.85, 299.87, 299.87, 299.81, 299.74, 299.81, 299.94,
    299.95, 299.80, 299.81, 299.87,
};

START_TEST(nist_michelso)
{
    const Level level = level_from_values(michelso, G_N_ELEMENTS(michelso));

    assert_near("mean", level.mean, 299.852400000000, 1e-14);
    /* Certified of the decimals; the doubles nearest to them are off by 1e-13 of the spread. */
    assert_near("sd", level.sd, 0.0790105478190518, 1e-12);
    assert_near("cv", level.cv, 0.0790105478190518 / 299.8524, 1e-12);
}
END_TEST

START_TEST(nist_numacc1)
{
    const double values[] = {10000001, 10000003, 10000002};
    const Level level = level_from_values(values, G_N_ELEMENTS(values));

    assert_exact("mean", level.mean, 10000002);
    assert_exact("sd", level.sd, 1);
}
END_TEST

/* NumAcc2 and NumAcc3: one value at the mean, then 500 pairs 0.1 below and above it. */
static const struct {
    const char *label;
    double mean;
    double tolerance;
} pairs_around_a_mean[] = {
    {"NumAcc2", 1.2, 1e-14},
    /* 1000000.1 as a double is off by 2e-11, which is 2e-10 of the sd of 0.1. */
    {"NumAcc3", 1000000.2, 1e-9},
};

START_TEST(nist_numacc2_and_3)
{
    const double mean = pairs_around_a_mean[_i].mean;
    double values[1001];

    values[0] = mean;
    for (size_t i = 1; i < G_N_ELEMENTS(values); i++)
        values[i] = mean + (i % 2 == 1 ? -0.1 : 0.1);
    const Level level = level_from_values(values, G_N_ELEMENTS(values));
    assert_near(pairs_around_a_mean[_i].label, level.mean, mean, 1e-14);
    assert_near(pairs_around_a_mean[_i].label, level.sd, 0.1, pairs_around_a_mean[_i].tolerance);
}
END_TEST

START_TEST(short_and_flat)
{
    const double values[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

    assert_none("mean of nothing", level_from_values(values, 0).mean);
    assert_exact("mean of one", level_from_values(values, 1).mean, 0.1);
    assert_none("sd of one", level_from_values(values, 1).sd);
    assert_none("cv of one", level_from_values(values, 1).cv);
    /* 0.1 is no double: a mean by plain summing would leave a spread of 1e-17. */
    assert_exact("mean of a constant", level_from_values(values, 6).mean, 0.1);
    assert_exact("sd of a constant", level_from_values(values, 6).sd, 0.0);
    assert_exact("cv of a constant", level_from_values(values, 6).cv, 0.0);
}
END_TEST

START_TEST(variation_needs_a_positive_mean)
{
    const double around_zero[] = {-2, 2}, below[] = {-3, -1};

    assert_exact("mean", level_from_values(around_zero, 2).mean, 0);
    assert_none("cv, mean 0", level_from_values(around_zero, 2).cv);
    assert_none("cv, mean below 0", level_from_values(below, 2).cv);
}
END_TEST

/* NAN in a column of expectations: not computable. */
static void assert_near_or_none(const char *label, Measured actual, double expected)
{
    if (isnan(expected))
        assert_none(label, actual);
    else
        assert_near(label, actual, expected, 4 * DBL_EPSILON); /* a quotient, a product, a log */
}

static const struct {
    const char *label;
    double before, after, percent, logarithm;
} growths[] = {
    {"up", 800, 1000, 25, 0.22314355131420976},
    {"down", 1000, 800, -20, -0.22314355131420976},
    {"same", 183.05, 183.05, 0, 0},
    {"tripled", 100, 300, 200, 1.0986122886681098},
    {"to a hundredth", 100, 1, -99, -4.605170185988091},
    {"to a billionth", 1e9, 1, -99.9999999, -20.72326583694641},
    {"a last digit", 1073741824, 1073741825, 100.0 / 1073741824, 9.313225741817976e-10},
    {"to zero", 1000, 0, -100, NAN},
    {"to below zero", 1000, -500, -150, NAN},
    {"from zero", 0, 1000, NAN, NAN},
    {"zero to zero", 0, 0, NAN, NAN},
    {"from below zero", -5, 5, NAN, NAN},
};

START_TEST(growth_of_two_figures)
{
    const double before = growths[_i].before, after = growths[_i].after;

    assert_near_or_none(growths[_i].label, growth_percent(before, after), growths[_i].percent);
    assert_near_or_none(growths[_i].label, log_growth(before, after), growths[_i].logarithm);
}
END_TEST

static const struct {
    const char *label;
    double first, last, years, percent;
} compounds[] = {
    {"one year", 800, 1000, 1, 25},
    {"doubled twice in two", 100, 400, 2, 100},
    {"halved twice in two", 400, 100, 2, -50},
    {"same", 7, 7, 9, 0},
    {"to zero", 400, 0, 3, -100},
    {"from zero", 0, 400, 3, NAN},
    {"from below zero", -1, 400, 3, NAN},
    {"to below zero", 400, -1, 3, NAN},
    {"no years between", 400, 500, 0, NAN},
};

START_TEST(compound_growth)
{
    assert_near_or_none(compounds[_i].label,
                        compound_growth_percent(compounds[_i].first, compounds[_i].last,
                                                compounds[_i].years),
                        compounds[_i].percent);
}
END_TEST

START_TEST(out_of_range_is_not_computable)
{
    const double far_apart[] = {DBL_MIN, DBL_MAX};

    assert_none("growth", growth_percent(far_apart[0], far_apart[1]));
    assert_none("log growth", log_growth(far_apart[0], far_apart[1]));
    assert_none("compound", compound_growth_percent(far_apart[0], far_apart[1], 2));
    assert_none("NaN", measured(NAN));
    assert_none("infinity", measured(-INFINITY));
    assert_none("half a range", interval(1, INFINITY).low);
}
END_TEST

START_TEST(positive_values)
{
    const double values[] = {3, 0.01, 0, 5};

    ck_assert(!values_all_positive(values, 0));
    ck_assert(values_all_positive(values, 2));
    ck_assert(!values_all_positive(values, 3));
    ck_assert(!values_all_positive(values, 4));
}
END_TEST

START_TEST(rounding_of_logarithms)
{
    const double small[] = {0, 1e-9}, large[] = {-20, 0.1};

    /* Above the noise of a few roundings, below 1e-14, the finest step that can be printed. */
    ck_assert_double_gt(log_rounding(small, 2), 4 * DBL_EPSILON);
    ck_assert_double_lt(log_rounding(small, 2), 1e-14);
    ck_assert_double_eq_tol(log_rounding(large, 2), 20 * log_rounding(small, 2), 1e-25);
}
END_TEST

Suite *level_suite(void)
{
    Suite *suite = suite_create("analysis/stat/level");
    TCase *tests = tcase_create("level");

    tcase_add_test(tests, nist_michelso);
    tcase_add_test(tests, nist_numacc1);
    tcase_add_loop_test(tests, nist_numacc2_and_3, 0, G_N_ELEMENTS(pairs_around_a_mean));
    tcase_add_test(tests, short_and_flat);
    tcase_add_test(tests, variation_needs_a_positive_mean);
    tcase_add_loop_test(tests, growth_of_two_figures, 0, G_N_ELEMENTS(growths));
    tcase_add_loop_test(tests, compound_growth, 0, G_N_ELEMENTS(compounds));
    tcase_add_test(tests, out_of_range_is_not_computable);
    tcase_add_test(tests, positive_values);
    tcase_add_test(tests, rounding_of_logarithms);
    suite_add_tcase(suite, tests);
    return suite;
}
