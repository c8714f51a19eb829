/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/theil_sen.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"

Suite *theil_sen_suite(void);

/* Slopes worked out by hand; NAN: not computable. */
static const struct {
    const char *label;
    size_t n;
    int years[6];
    double values[6];
    double slope, low, high;
} rows[] = {
    {"nothing", 0, {0}, {0}, NAN, NAN, NAN},
    {"one year", 1, {2024}, {7}, NAN, NAN, NAN},
    {"two years", 2, {2023, 2024}, {7, 4}, -3, NAN, NAN},
    {"two years apart", 2, {2020, 2024}, {7, 9}, 0.5, NAN, NAN},
    /* slopes 2, -1, 0.5: the interval is from the smallest to the largest */
    {"three years", 3, {2022, 2023, 2024}, {1, 3, 2}, 0.5, -1, 2},
    /* slopes 3/2, 1, 4/3: the years count, not their places */
    {"gap", 3, {2020, 2022, 2023}, {1, 4, 5}, 4.0 / 3.0, 1, 1.5},
    {"constant", 4, {2021, 2022, 2023, 2024}, {5, 5, 5, 5}, 0, 0, 0},
    {"zeros", 3, {2022, 2023, 2024}, {0, 0, 0}, 0, 0, 0},
    /* slopes of neighbours 1, 1, 1, 96, all others from 1 to 96/1: the median stays 1 */
    {"one wild year", 5, {2020, 2021, 2022, 2023, 2024}, {1, 2, 3, 4, 100}, 1, 1, 96},
    {"falling below zero", 3, {2022, 2023, 2024}, {10, 0, -10}, -10, -10, -10},
};

static void assert_near_or_none(const char *label, Measured actual, double expected)
{
    if (isnan(expected))
        assert_none(label, actual);
    else
        assert_near(label, actual, expected, 1e-15); /* one quotient */
}

START_TEST(by_hand)
{
    const TheilSen trend = theil_sen_from_series(rows[_i].years, rows[_i].values, rows[_i].n);

    assert_near_or_none(rows[_i].label, trend.slope, rows[_i].slope);
    assert_near_or_none(rows[_i].label, trend.range.low, rows[_i].low);
    assert_near_or_none(rows[_i].label, trend.range.high, rows[_i].high);
}
END_TEST

/*
 * The ranks of the interval, where the sorted slopes are plain to see. Six rising years, 15 slopes,
 * Var S = 28.33: round((15 - 10.43) / 2) = 2 and round((15 + 10.43) / 2 + 1) = 14.
 */
START_TEST(ranks_of_six_years)
{
    const int years[] = {2019, 2020, 2021, 2022, 2023, 2024};
    const double squares[] = {0, 1, 4, 9, 16, 25};
    const TheilSen trend = theil_sen_from_series(years, squares, 6);

    /* The slope from i to j is i + j: 1, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 9. */
    assert_exact("median", trend.slope, 5);
    assert_exact("second", trend.range.low, 2);
    assert_exact("fourteenth", trend.range.high, 8);
}
END_TEST

/* 64 years still fit on the stack, 65 do not; both lie on a line but for one year. */
START_TEST(long_series)
{
    const size_t n = (size_t)_i;
    int years[65];
    double values[65];

    for (size_t i = 0; i < n; i++) {
        years[i] = 1960 + (int)i;
        values[i] = 100 + 2.5 * (double)i;
    }
    values[n / 2] = -1e6;
    const TheilSen trend = theil_sen_from_series(years, values, n);
    assert_exact("slope", trend.slope, 2.5);
    assert_exact("low", trend.range.low, 2.5);
    assert_exact("high", trend.range.high, 2.5);
}
END_TEST

START_TEST(distant_years)
{
    const int years[] = {G_MININT, G_MAXINT};
    const double values[] = {0, 4294967295.0};

    assert_exact("slope", theil_sen_from_series(years, values, 2).slope, 1);
}
END_TEST

/* By hand: the slope is 2, and the one wild year cannot lift the line. */
START_TEST(start_of_the_line)
{
    const int years[] = {2019, 2020, 2022, 2023};
    const double values[] = {10, 12, 16, 99};
    const TheilSen trend = theil_sen_from_series(years, values, 3);
    assert_exact("start", theil_sen_start(&trend, years, values, 3), 10);
    assert_exact("start", theil_sen_start(&trend, years, values, 4), 10);
    assert_none("one year", theil_sen_start(&trend, years, values, 1));
    assert_none("no slope", theil_sen_start(&(TheilSen){0}, years, values, 3));
}
END_TEST

Suite *theil_sen_suite(void)
{
    Suite *suite = suite_create("analysis/stat/theil_sen");
    TCase *tests = tcase_create("slope");

    tcase_add_loop_test(tests, by_hand, 0, G_N_ELEMENTS(rows));
    tcase_add_test(tests, ranks_of_six_years);
    tcase_add_loop_test(tests, long_series, 63, 66);
    tcase_add_test(tests, start_of_the_line);
    tcase_add_test(tests, distant_years);
    suite_add_tcase(suite, tests);
    return suite;
}
