/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/ols.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"

Suite *ols_suite(void);

/* Norris, from NIST's Statistical Reference Datasets: the calibration of ozone monitors. */
static const struct {
    double y, x;
} norris[] = {
    {0.1, 0.2},     {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1},    {228.1, 226.5},
    {668.5, 666.3}, {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4},
    {0.1, 0.6},     {778.1, 775.5}, {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6},
    {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8}, {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3},
    {0.6, 0.3},     {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2}, {998.5, 999.0}, {778.9, 779.0},
    {10.2, 11.1},   {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9}, {0.2, 0.5},
};

START_TEST(nist_norris)
{
    double x[G_N_ELEMENTS(norris)], y[G_N_ELEMENTS(norris)];

    for (size_t i = 0; i < G_N_ELEMENTS(norris); i++) {
        x[i] = norris[i].x;
        y[i] = norris[i].y;
    }
    const OlsFit fit = ols_fit(x, y, G_N_ELEMENTS(norris), 0.0);
    ck_assert_uint_eq(fit.freedom, 34);
    /* Certified to 15 digits; centred sums in doubles keep 12 of a data set of this condition. */
    assert_near("intercept", fit.intercept, -0.262323073774029, 1e-12);
    assert_near("slope", fit.slope, 1.00211681802045, 1e-12);
    assert_near("error of the intercept", fit.intercept_error, 0.232818234301152, 1e-12);
    assert_near("error of the slope", fit.slope_error, 0.429796848199937e-03, 1e-12);
    assert_near("residual sd", fit.residual_sd, 0.884796396144373, 1e-12);
    assert_near("R²", fit.r_squared, 0.999993745883712, 1e-12);
}
END_TEST

/* y = 1, 3, 2, 6 over x = -3 … 0 by hand: slope 1.4, intercept 5.1, residual squares 4.2. */
static const double few_x[] = {-3, -2, -1, 0}, few_y[] = {1, 3, 2, 6};

START_TEST(by_hand)
{
    const OlsFit fit = ols_fit(few_x, few_y, 4, 0.0);
    /* qt(0.975, 2), which has a closed form: 0.95 sqrt(2 / (1 - 0.95²)). */
    const double quantile = 0.95 * sqrt(2.0 / (1.0 - 0.95 * 0.95));
    const double error = sqrt(4.2 / 2.0 / 5.0), t = 1.4 / error;

    assert_near("slope", fit.slope, 1.4, 1e-14);
    assert_near("intercept", fit.intercept, 5.1, 1e-14);
    assert_near("residual sd", fit.residual_sd, sqrt(2.1), 1e-14);
    assert_near("R²", fit.r_squared, 0.7, 1e-14);
    /* The quantile is iterated by GSL; what is left is far below any printed digit. */
    assert_near("low", fit.slope_range.low, 1.4 - quantile * error, 1e-11);
    assert_near("high", fit.slope_range.high, 1.4 + quantile * error, 1e-11);
    assert_near("p", fit.p, 1.0 - t / sqrt(2.0 + t * t), 1e-13);
    /* At x = 0 the variance is s² (1 + 1/4 + 1.5²/5) = 1.7 s². */
    const Interval next = ols_prediction_at_zero(&fit);
    assert_near("prediction, low", next.low, 5.1 - quantile * sqrt(1.7 * 2.1), 1e-11);
    assert_near("prediction, high", next.high, 5.1 + quantile * sqrt(1.7 * 2.1), 1e-11);
}
END_TEST

START_TEST(too_few_points)
{
    const double same_x[] = {5, 5, 5};
    const OlsFit none = ols_fit(few_x, few_y, 0, 0.0), one = ols_fit(few_x, few_y, 1, 0.0);
    const OlsFit two = ols_fit(few_x, few_y, 2, 0.0), column = ols_fit(same_x, few_y, 3, 0.0);

    assert_none("no point", none.slope);
    assert_none("one point", one.slope);
    assert_none("one x", column.slope);
    assert_none("one x", column.intercept);
    assert_near("two points", two.slope, 2, 1e-15);
    assert_near("two points", two.intercept, 7, 1e-15);
    assert_none("two points, error", two.slope_error);
    assert_none("two points, p", two.p);
    assert_none("two points, R²", two.r_squared);
    assert_none("two points, low", two.slope_range.low);
    assert_none("two points, prediction", ols_prediction_at_zero(&two).low);
}
END_TEST

/* All the same up to rounding: slope 0, and p and R² are 0/0. */
static const struct {
    const char *label;
    size_t n;
    double y[4], rounding;
} flats[] = {
    {"two", 2, {0.1, 0.1}, 0.0},
    {"three", 3, {0.1, 0.1, 0.1}, 0.0},
    {"noise", 4, {5, 5 + 2e-15, 5 - 1e-15, 5}, 1e-14},
};

START_TEST(flat)
{
    const char *label = flats[_i].label;
    const OlsFit fit = ols_fit(few_x, flats[_i].y, flats[_i].n, flats[_i].rounding);

    assert_exact(label, fit.slope, 0);
    assert_near(label, fit.intercept, flats[_i].y[0], 1e-15);
    assert_none(label, fit.p);
    assert_none(label, fit.r_squared);
    if (flats[_i].n < 3) {
        assert_none(label, fit.slope_range.low);
    } else {
        assert_exact(label, fit.slope_range.low, 0);
        assert_exact(label, fit.slope_range.high, 0);
    }
}
END_TEST

START_TEST(variation_above_the_rounding_counts)
{
    const double y[] = {5, 5 + 2e-15, 5 - 1e-15, 5};
    const OlsFit fit = ols_fit(few_x, y, 4, 1e-16);

    ck_assert(fit.p.known && fit.r_squared.known);
    ck_assert_double_gt(fit.slope_error.value, 0);
}
END_TEST

START_TEST(points_on_a_line)
{
    /* 0.1 more each year; in doubles the steps differ by 1e-17. */
    const double y[] = {0.1, 0.2, 0.30000000000000004, 0.4};
    const OlsFit fit = ols_fit(few_x, y, 4, 1e-15);

    assert_near("slope", fit.slope, 0.1, 1e-14);
    assert_exact("error", fit.slope_error, 0);
    assert_exact("low", fit.slope_range.low, fit.slope.value);
    assert_exact("high", fit.slope_range.high, fit.slope.value);
    assert_exact("p", fit.p, 0);
    assert_exact("R²", fit.r_squared, 1);
    assert_exact("prediction", ols_prediction_at_zero(&fit).low, fit.intercept.value);
}
END_TEST

START_TEST(no_relation_has_no_negative_share)
{
    const double x[] = {1, 2, 3}, y[] = {0.1, 0.4, 0.1};
    const OlsFit fit = ols_fit(x, y, 3, 0.0);

    /* 1 less a quotient of sums that are equal but for a last bit, here to the wrong side. */
    ck_assert_double_eq_tol(fit.slope.value, 0, 1e-16);
    ck_assert_double_eq_tol(fit.p.value, 1, 1e-15);
    ck_assert(fit.r_squared.value >= 0 && fit.r_squared.value < 1e-15);
}
END_TEST

START_TEST(more_points_than_quantiles_kept)
{
    double x[200], y[200];

    for (size_t i = 0; i < 200; i++) {
        x[i] = (double)i;
        y[i] = (double)i + (i % 2 == 0 ? 1 : -1);
    }
    const OlsFit fit = ols_fit(x, y, 200, 0.0);
    const double reach = fit.slope_range.high.value - fit.slope.value;
    ck_assert_uint_eq(fit.freedom, 198);
    /* qt(0.975, 198) in R 4.2.2: 1.9720174778363129 */
    ck_assert_double_eq_tol(reach / fit.slope_error.value, 1.9720174778363129, 1e-10);
}
END_TEST

static const int years[] = {2019, 2020, 2021, 2022, 2023, 2024};

START_TEST(exponential_series)
{
    const double values[] = {100, 110, 121, 133.1, 146.41, 161.051};
    const LogTrend trend = log_trend_from_series(years, values, 6);

    assert_near("slope", trend.fit.slope, log(1.1), 1e-14);
    assert_near("newest of the trend", trend.fit.intercept, log(1.61051), 1e-14);
    assert_exact("p", trend.fit.p, 0);
    assert_exact("R²", trend.fit.r_squared, 1);
    assert_near("expected, low", trend.newest.low, 161.051, 1e-13);
    assert_near("expected, high", trend.newest.high, 161.051, 1e-13);
}
END_TEST

START_TEST(constant_series_expects_itself)
{
    /* The range must come back to the last bit, or a constant series would lie outside of it. */
    const double values[] = {183.05, 183.05, 183.05, 183.05};
    const LogTrend trend = log_trend_from_series(years, values, 4);

    assert_exact("slope", trend.fit.slope, 0);
    assert_none("p", trend.fit.p);
    assert_exact("expected, low", trend.newest.low, 183.05);
    assert_exact("expected, high", trend.newest.high, 183.05);
}
END_TEST

START_TEST(newest_year_has_no_say_in_its_range)
{
    const double calm[] = {100, 104, 103, 108, 112, 115}, wild[] = {100, 104, 103, 108, 112, 900};
    const LogTrend one = log_trend_from_series(years, calm, 6);
    const LogTrend other = log_trend_from_series(years, wild, 6);

    /* Not quite to the last bit: what counts as rounding depends on the whole series. */
    assert_near("low", one.newest.low, other.newest.low.value, 1e-14);
    assert_near("high", one.newest.high, other.newest.high.value, 1e-14);
    ck_assert(calm[5] > one.newest.low.value && calm[5] < one.newest.high.value);
    ck_assert(wild[5] > other.newest.high.value);
}
END_TEST

START_TEST(real_years_count)
{
    const int gap[] = {2010, 2020};
    const double values[] = {100, 200};

    assert_near("ten years", log_trend_from_series(gap, values, 2).fit.slope, log(2) / 10, 1e-14);
    assert_near("one year", log_trend_from_series(years, values, 2).fit.slope, log(2), 1e-14);
}
END_TEST

START_TEST(no_logarithms)
{
    const double zero[] = {5, 0, 3, 4}, below[] = {5, 2, 3, -4}, apart[] = {1e-300, 1, 2, 1e300};

    assert_none("empty", log_trend_from_series(years, zero, 0).fit.slope);
    assert_none("a zero", log_trend_from_series(years, zero, 4).fit.slope);
    assert_none("a zero", log_trend_from_series(years, zero, 4).newest.low);
    assert_none("below zero", log_trend_from_series(years, below, 4).fit.slope);
    assert_none("below zero", log_trend_from_series(years, below, 4).newest.high);
    assert_none("overflow", log_trend_from_series(years, apart, 4).fit.slope);
    assert_none("three years", log_trend_from_series(years, below, 3).newest.low);
}
END_TEST

Suite *ols_suite(void)
{
    Suite *suite = suite_create("analysis/stat/ols");
    TCase *line = tcase_create("line"), *trend = tcase_create("log trend");

    tcase_add_test(line, nist_norris);
    tcase_add_test(line, by_hand);
    tcase_add_test(line, too_few_points);
    tcase_add_loop_test(line, flat, 0, G_N_ELEMENTS(flats));
    tcase_add_test(line, variation_above_the_rounding_counts);
    tcase_add_test(line, points_on_a_line);
    tcase_add_test(line, no_relation_has_no_negative_share);
    tcase_add_test(line, more_points_than_quantiles_kept);
    suite_add_tcase(suite, line);
    tcase_add_test(trend, exponential_series);
    tcase_add_test(trend, constant_series_expects_itself);
    tcase_add_test(trend, newest_year_has_no_say_in_its_range);
    tcase_add_test(trend, real_years_count);
    tcase_add_test(trend, no_logarithms);
    suite_add_tcase(suite, trend);
    return suite;
}
