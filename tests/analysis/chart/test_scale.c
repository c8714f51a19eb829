/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>

#include "analysis/chart/scale.h"
#include "schema/language.h"

Suite *scale_suite(void);

static const struct {
    const char *row;
    double amount;
    bool sign;
    int decimals;
    const char *text;
} AMOUNTS[] = {
    { "zero", 0, false, 2, "0.00" },
    { "zero has no sign", 0, true, 2, "0.00" },
    { "negative zero", -0.0, true, 2, "0.00" },
    { "plain", 183.05, false, 2, "183.05" },
    { "signed", 183.05, true, 2, "+183.05" },
    { "negative", -135.47, false, 2, "−135.47" },
    { "thousands", 1700.46, false, 2, "1,700.46" },
    { "hundred thousands", 999999.99, false, 2, "999,999.99" },
    { "millions", -1234567.8, true, 2, "−1,234,567.80" },
    { "too small to print", 0.004, true, 2, "≈0" },
    { "too small, negative", -0.004, true, 2, "≈0" },
    { "just large enough", 0.0051, true, 2, "+0.01" },
    { "whole", 14362.67, false, 0, "14,363" },
    { "too small for whole", 0.4, false, 0, "≈0" },
};

START_TEST(amounts_are_printed)
{
    ChartScale scale = { 1.0, "", AMOUNTS[_i].decimals };
    g_autofree char *text = chart_amount_text(scale, AMOUNTS[_i].amount, AMOUNTS[_i].sign);
    ck_assert_msg(g_str_equal(text, AMOUNTS[_i].text), "%s: <%s>", AMOUNTS[_i].row, text);
}
END_TEST

static const struct {
    double percent;
    bool sign;
    const char *text;
} PERCENTS[] = {
    { 0, true, "0.0%" },         { 20.83, true, "+20.8%" },   { -41.6, true, "−41.6%" },
    { 69.57, false, "69.6%" },   { 999.94, true, "+999.9%" }, { 1000, true, "+1,000%" },
    { 99999, true, "+99,999%" }, { 1e12, true, ">99,999%" },  { -1e12, true, "<−99,999%" },
};

START_TEST(percents_are_printed)
{
    g_autofree char *text = chart_percent_text(PERCENTS[_i].percent, PERCENTS[_i].sign);
    ck_assert_str_eq(text, PERCENTS[_i].text);
}
END_TEST

static const struct {
    double span;
    guint parts;
    double step;
    const char *tick; /* of three steps */
} STEPS[] = {
    { 100, 5, 20, "60" },       { 100, 4, 25, "75" }, { 101.6, 4, 50, "150" },
    { 1, 4, 0.25, "0.75" },     { 3, 3, 1, "3" },     { 0.03, 3, 0.01, "0.03" },
    { 9000, 4, 2500, "7,500" }, { 11, 4, 5, "15" },   { 7, 3, 2.5, "7.5" },
};

START_TEST(steps_are_round)
{
    double step = chart_step_round(STEPS[_i].span, STEPS[_i].parts);
    /* Powers of ten are not exact in binary. */
    ck_assert_double_eq_tol(step, STEPS[_i].step, 1e-12 * STEPS[_i].step);
    g_autofree char *tick = chart_tick_text(3 * step, step);
    ck_assert_str_eq(tick, STEPS[_i].tick);
}
END_TEST

START_TEST(unit_suits_the_size)
{
    g_autoptr(Chart) chart = chart_new(CHART_TREND, "unit", "unit");
    ck_assert_str_eq(chart_scale_choose(chart, 99999.99).unit, "万元");
    ChartScale large = chart_scale_choose(chart, 100000);
    ck_assert_str_eq(large.unit, "亿元");
    g_autofree char *text = chart_amount_text(large, 123456.78, false);
    ck_assert_str_eq(text, "12.35");
    chart_set_unit(chart, "元/人");
    ck_assert_str_eq(chart_scale_choose(chart, 1e9).unit, "元/人");
    ck_assert_double_eq(chart_scale_choose(chart, 1e9).divisor, 1.0);
}
END_TEST

START_TEST(unit_follows_the_language)
{
    g_autoptr(Chart) chart = chart_new(CHART_TREND, "unit", "unit");
    language_set(LANGUAGE_EN);
    ck_assert_str_eq(chart_scale_choose(chart, 1).unit, "10,000 yuan");
    language_set(LANGUAGE_ZH);
}
END_TEST

Suite *scale_suite(void)
{
    Suite *suite = suite_create("analysis/chart/scale");
    TCase *numbers = tcase_create("numbers");
    tcase_add_loop_test(numbers, amounts_are_printed, 0, G_N_ELEMENTS(AMOUNTS));
    tcase_add_loop_test(numbers, percents_are_printed, 0, G_N_ELEMENTS(PERCENTS));
    tcase_add_loop_test(numbers, steps_are_round, 0, G_N_ELEMENTS(STEPS));
    suite_add_tcase(suite, numbers);
    TCase *units = tcase_create("units");
    tcase_add_test(units, unit_suits_the_size);
    tcase_add_test(units, unit_follows_the_language);
    suite_add_tcase(suite, units);
    return suite;
}
