/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *carryover_suite(void);

static char *script_of_one(double carryover, double budget, bool implied)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "carryover", "title");
    chart_add_carryover(chart, 2024, carryover, budget, implied);
    return sample_script(chart);
}

static const struct {
    const char *row;
    double carryover, budget;
    const char *ratio; /* NULL: none */
    const char *cell;
} RATIOS[] = {
    { "plain", 1183.05, 1700.46, "69.6 %", "1,183.05" },
    { "none carried over", 0, 1700.46, "0.0 %", "0.00" },
    { "carryover not known", NAN, 1700.46, NULL, "—" },
    { "budget not known", 1183.05, NAN, NULL, "—" },
    { "neither known", NAN, NAN, NULL, "—" },
    { "no budget", 5, 0, NULL, "0.00" },
    { "more than the budget", 15, 10, "150.0 %", "15.00" },
};

START_TEST(ratio_stands_above)
{
    g_autofree char *script = script_of_one(RATIOS[_i].carryover, RATIOS[_i].budget, false);
    ck_assert_msg(sample_script_shows(script, RATIOS[_i].cell), "%s: %s", RATIOS[_i].row, script);
    if (RATIOS[_i].ratio != NULL)
        ck_assert_msg(sample_script_shows(script, RATIOS[_i].ratio), "%s: %s", RATIOS[_i].row,
                      script);
    else
        ck_assert_msg(strstr(script, " %' at ") == NULL, "%s: %s", RATIOS[_i].row, script);
}
END_TEST

START_TEST(implied_years_are_hollow)
{
    g_autofree char *filed = script_of_one(5, 10, false);
    g_autofree char *implied = script_of_one(5, 10, true);
    ck_assert(sample_script_shows(filed, "2024") && !sample_script_shows(filed, "2024*"));
    ck_assert(sample_script_shows(implied, "2024*"));
    ck_assert_ptr_null(strstr(filed, "$budget_implied"));
    ck_assert_ptr_null(strstr(implied, "$budget <<"));
    ck_assert_ptr_null(strstr(filed, "空心"));
    ck_assert_ptr_nonnull(strstr(implied, "空心"));
}
END_TEST

START_TEST(years_without_room_are_named_as_missing)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "carryover", "title");
    for (int year = 2000; year <= 2024; year++)
        chart_add_carryover(chart, year, 100, 12345.67, false);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "2024"));
    ck_assert(!sample_script_shows(script, "2000"));
    ck_assert_ptr_nonnull(strstr(script, "更早的 "));
    ck_assert(sample_script_shows(script, "12,346")); /* decimals go before years do */
}
END_TEST

START_TEST(gaps_keep_their_place)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "carryover", "title");
    chart_add_carryover(chart, 2021, 1, 10, false);
    chart_add_carryover(chart, 2024, 2, 10, false);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_has(script, "set xrange [2020.5:2024.5]"));
}
END_TEST

Suite *carryover_suite(void)
{
    Suite *suite = suite_create("analysis/chart/carryover");
    TCase *years = tcase_create("years");
    tcase_add_loop_test(years, ratio_stands_above, 0, G_N_ELEMENTS(RATIOS));
    tcase_add_test(years, implied_years_are_hollow);
    tcase_add_test(years, years_without_room_are_named_as_missing);
    tcase_add_test(years, gaps_keep_their_place);
    suite_add_tcase(suite, years);
    return suite;
}
