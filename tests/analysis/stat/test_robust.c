/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/robust.h"

#include <check.h>
#include <float.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"

Suite *robust_suite(void);

static const struct {
    const char *label;
    size_t n;
    double values[6];
    double median, mad, mean_deviation;
} spreads[] = {
    {"one", 1, {7}, 7, 0, 0},
    {"two", 2, {9, 4}, 6.5, 2.5, 2.5},
    {"odd, unsorted", 5, {9, 1, 100, 4, 2}, 4, 3, 106.0 / 5},
    {"even", 4, {8, 1, 3, 2}, 2.5, 1, 2},
    {"constant", 3, {0.1, 0.1, 0.1}, 0.1, 0, 0},
    {"more than half the same", 5, {6, 6, 6, 6, 11}, 6, 0, 1},
    {"below zero", 3, {-5, 0, 4}, 0, 4, 3},
};

START_TEST(spread_by_hand)
{
    double values[6];

    for (size_t i = 0; i < spreads[_i].n; i++)
        values[i] = spreads[_i].values[i];
    const Spread spread = spread_from_values(values, spreads[_i].n);
    assert_exact(spreads[_i].label, spread.median, spreads[_i].median);
    assert_exact(spreads[_i].label, spread.mad, spreads[_i].mad);
    assert_near(spreads[_i].label, spread.mean_deviation, spreads[_i].mean_deviation, 1e-15);
    for (size_t i = 0; i < spreads[_i].n; i++)
        ck_assert_msg(!(fabs(values[i] - spreads[_i].values[i]) > 0), "the values were moved");
}
END_TEST

START_TEST(spread_of_nothing)
{
    const double values[] = {1};
    const Spread spread = spread_from_values(values, 0);

    assert_none("median", spread.median);
    assert_none("mad", spread.mad);
    assert_none("z", modified_z(1, &spread, 0));
}
END_TEST

START_TEST(spread_of_a_long_series)
{
    double values[101];

    for (size_t i = 0; i < 101; i++)
        values[i] = (double)((i * 37) % 101); /* 0 to 100, shuffled */
    const Spread spread = spread_from_values(values, 101);
    assert_exact("median", spread.median, 50);
    assert_exact("mad", spread.mad, 25);
}
END_TEST

START_TEST(z_by_hand)
{
    const double plain[] = {1, 2, 3, 4, 100}, fallback[] = {6, 6, 6, 6, 11}, flat[] = {6, 6, 6};
    const Spread spread = spread_from_values(plain, 5);
    const Spread mostly = spread_from_values(fallback, 5), none = spread_from_values(flat, 3);

    assert_near("far above", modified_z(100, &spread, 0), 0.6745 * 97, 1e-15);
    assert_near("below", modified_z(1, &spread, 0), -0.6745 * 2, 1e-15);
    assert_exact("at the median", modified_z(3, &spread, 0), 0);
    assert_near("fallback", modified_z(11, &mostly, 0), 5 / 1.253314, 1e-15);
    assert_exact("fallback, at the median", modified_z(6, &mostly, 0), 0);
    assert_none("no spread", modified_z(6, &none, 0));
    assert_none("no spread, another value", modified_z(9, &none, 0));
    /* A mad of 1 is rounding when 1 is; the mean deviation of 20 is not. */
    assert_near("mad is rounding", modified_z(100, &spread, 1), 97 / (1.253314 * 20.2), 1e-15);
    assert_none("all is rounding", modified_z(100, &spread, 50));
}
END_TEST

static const struct {
    const char *label;
    size_t n;
    int years[7];
    double values[7];
    double z; /* NAN: not computable */
} growths[] = {
    {"one year", 1, {2024}, {5}, NAN},
    {"one growth", 2, {2023, 2024}, {5, 6}, NAN},
    /* of two figures each is one MAD from the median */
    {"two growths", 3, {2022, 2023, 2024}, {4, 8, 8}, -0.6745},
    /* ln 2 times 1, 1, 2, 0, 5: median 1, mad 1 */
    {"five growths", 6, {2019, 2020, 2021, 2022, 2023, 2024}, {1, 2, 4, 16, 16, 512}, 0.6745 * 4},
    /* ln 2 times 1, 1, 1, 1, 3: mad 0, mean deviation 2/5 */
    {"fallback", 6, {2019, 2020, 2021, 2022, 2023, 2024}, {1, 2, 4, 8, 16, 128}, 5 / 1.253314},
    {"a gap before is left out", 5, {2015, 2016, 2020, 2023, 2024}, {4, 8, 9, 3, 3}, -0.6745},
    {"a gap leaves one growth", 3, {2020, 2023, 2024}, {4, 8, 9}, NAN},
    {"gap before the newest", 4, {2019, 2020, 2021, 2024}, {4, 8, 9, 9}, NAN},
    {"constant", 4, {2021, 2022, 2023, 2024}, {7, 7, 7, 7}, NAN},
    /* in doubles, these growths differ by 1e-16, and most of them are the same */
    {"growth by a tenth", 6, {2019, 2020, 2021, 2022, 2023, 2024},
     {100, 110, 121, 133.1, 146.41, 161.051}, NAN},
    {"a zero long ago", 5, {2020, 2021, 2022, 2023, 2024}, {0, 1, 2, 4, 9}, NAN},
    {"newest zero", 4, {2021, 2022, 2023, 2024}, {1, 2, 4, 0}, NAN},
    {"below zero", 4, {2021, 2022, 2023, 2024}, {1, -2, 4, 5}, NAN},
};

START_TEST(newest_growth)
{
    const Measured z = newest_growth_from_series(growths[_i].years, growths[_i].values, growths[_i].n).z;

    if (isnan(growths[_i].z))
        assert_none(growths[_i].label, z);
    else
        assert_near(growths[_i].label, z, growths[_i].z, 1e-14); /* differences of logarithms */
}
END_TEST

Suite *robust_suite(void)
{
    Suite *suite = suite_create("analysis/stat/robust");
    TCase *tests = tcase_create("robust");

    tcase_add_loop_test(tests, spread_by_hand, 0, G_N_ELEMENTS(spreads));
    tcase_add_test(tests, spread_of_nothing);
    tcase_add_test(tests, spread_of_a_long_series);
    tcase_add_test(tests, z_by_hand);
    tcase_add_loop_test(tests, newest_growth, 0, G_N_ELEMENTS(growths));
    suite_add_tcase(suite, tests);
    return suite;
}
