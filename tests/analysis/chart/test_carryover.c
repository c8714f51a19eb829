/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *carryover_suite(void);

static char *script_of_one(ChartCarryover item)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "carryover", "title");
    item.year = 2024;
    chart_add_carryover(chart, item);
    return sample_script(chart);
}

static const struct {
    const char *row;
    double carryover, budget;
    const char *ratio; /* NULL: none */
    const char *cell;
} RATIOS[] = {
    { "plain", 1183.05, 1700.46, "69.6%", "1,183.05" },
    { "none carried over", 0, 1700.46, "0.0%", "0.00" },
    { "carryover not known", NAN, 1700.46, NULL, "—" },
    { "budget not known", 1183.05, NAN, NULL, "—" },
    { "neither known", NAN, NAN, NULL, "—" },
    { "no budget", 5, 0, NULL, "0.00" },
    { "more than the budget", 15, 10, "150.0%", "15.00" },
    { "below zero", -5, 10, "−50.0%", "−5.00" },
};

START_TEST(ratio_stands_beside)
{
    g_autofree char *script =
        script_of_one((ChartCarryover){ .carryover = RATIOS[_i].carryover, .budget = RATIOS[_i].budget });
    ck_assert_msg(sample_script_shows(script, RATIOS[_i].cell), "%s: %s", RATIOS[_i].row, script);
    if (RATIOS[_i].ratio != NULL)
        ck_assert_msg(sample_script_shows(script, RATIOS[_i].ratio), "%s: %s", RATIOS[_i].row, script);
    else
        ck_assert_msg(strstr(script, " %' at ") == NULL, "%s: %s", RATIOS[_i].row, script);
}
END_TEST

static const struct {
    const char *row;
    ChartCarryover item;
    bool two_years, one_year, unknown; /* there is a bar for it */
    const char *bar;                   /* where one of them begins and ends; NULL: not looked at */
} AGES[] = {
    { "nothing tells", { .carryover = 8, .budget = 10 }, false, false, true, "0 8 " },
    { "all of last year", { .carryover = 8, .one_year = 8, .budget = 10 }, false, true, false, "0 8 " },
    { "all too old", { .carryover = 8, .two_years = 8, .budget = 10 }, true, false, false, "0 8 " },
    { "all three, the oldest first", { .carryover = 8, .one_year = 2, .two_years = 1, .budget = 10 }, true, true, true, "3 8 " },
    { "more than the whole is cut at the whole", { .carryover = 4, .one_year = 2, .two_years = 3, .budget = 10 }, true, true,
      false, "3 4 " },
    { "a hundredth is rounding", { .carryover = 8.004, .one_year = 8, .budget = 10 }, false, true, false, NULL },
    { "none", { .carryover = 0, .budget = 10 }, false, false, false, NULL },
    { "an implied figure has no age", { .carryover = 8, .budget = 10, .carryover_implied = true }, false, false, false, "0 8 " },
};

START_TEST(ages_are_told_apart)
{
    g_autofree char *script = script_of_one(AGES[_i].item);
    ck_assert_msg((strstr(script, "$two_years <<") != NULL) == AGES[_i].two_years, "%s", AGES[_i].row);
    ck_assert_msg((strstr(script, "$one_year <<") != NULL) == AGES[_i].one_year, "%s", AGES[_i].row);
    ck_assert_msg((strstr(script, "$age_unknown <<") != NULL) == AGES[_i].unknown, "%s", AGES[_i].row);
    ck_assert_msg(sample_script_shows(script, "两年线") == AGES[_i].two_years, "%s", AGES[_i].row);
    ck_assert_msg((strstr(script, "年限不明：") != NULL) == AGES[_i].unknown, "%s", AGES[_i].row);
    if (AGES[_i].bar != NULL) {
        g_autofree char *line = g_strconcat("\n", AGES[_i].bar, NULL);
        ck_assert_msg(strstr(script, line) != NULL, "%s: %s", AGES[_i].row, script);
    }
}
END_TEST

START_TEST(only_what_is_implied_is_hollow)
{
    g_autofree char *filed = script_of_one((ChartCarryover){ .carryover = 5, .budget = 10 });
    g_autofree char *half = script_of_one((ChartCarryover){ .carryover = 5, .budget = 10, .carryover_implied = true });
    g_autofree char *whole = script_of_one(
        (ChartCarryover){ .carryover = 5, .budget = 10, .carryover_implied = true, .budget_implied = true });
    ck_assert(sample_script_shows(filed, "5.00") && strstr(filed, "空心") == NULL);
    ck_assert(sample_script_shows(half, "5.00*") && sample_script_shows(half, "10.00"));
    ck_assert(strstr(half, "$budget <<") != NULL && strstr(half, "$carryover_implied <<") != NULL);
    ck_assert(sample_script_shows(whole, "10.00*") && strstr(whole, "$budget_implied <<") != NULL);
    ck_assert_ptr_null(strstr(whole, "$budget <<"));
    ck_assert_ptr_nonnull(strstr(whole, "空心"));
}
END_TEST

START_TEST(a_large_budget_is_cut)
{
    g_autofree char *large = script_of_one((ChartCarryover){ .carryover = 5, .budget = 1000 });
    g_autofree char *small = script_of_one((ChartCarryover){ .carryover = 5, .budget = 10 });
    ck_assert(strstr(large, "带断口") != NULL && strstr(small, "带断口") == NULL);
    ck_assert(sample_script_shows(large, "1,000.00"));
}
END_TEST

START_TEST(fifteen_years_fit_and_gaps_keep_their_place)
{
    g_autoptr(Chart) chart = chart_new(CHART_CARRYOVER, "carryover", "title");
    for (int year = 2010; year <= 2024; year++)
        if (year != 2017)
            chart_add_carryover(chart, (ChartCarryover){ .year = year, .carryover = 123.45, .budget = 98765.43 });
    g_autofree char *script = sample_script(chart);
    for (int year = 2010; year <= 2024; year++) {
        g_autofree char *name = g_strdup_printf("%d", year);
        ck_assert_msg(sample_script_shows(script, name), "%s", name);
    }
    ck_assert(sample_script_has(script, "set yrange [15:0]"));
    ck_assert(sample_script_shows(script, "98,765.43") && sample_script_shows(script, "—"));
}
END_TEST

Suite *carryover_suite(void)
{
    Suite *suite = suite_create("analysis/chart/carryover");
    TCase *years = tcase_create("years");
    tcase_add_loop_test(years, ratio_stands_beside, 0, G_N_ELEMENTS(RATIOS));
    tcase_add_loop_test(years, ages_are_told_apart, 0, G_N_ELEMENTS(AGES));
    tcase_add_test(years, only_what_is_implied_is_hollow);
    tcase_add_test(years, a_large_budget_is_cut);
    tcase_add_test(years, fifteen_years_fit_and_gaps_keep_their_place);
    suite_add_tcase(suite, years);
    return suite;
}
