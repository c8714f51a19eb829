/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *growth_suite(void);

static const struct {
    const char *row;
    double base, current;
    const char *rate;
    const char *change;
} RATES[] = {
    { "up", 87.45, 270.50, "+209.3%", "+183.05" },
    { "down", 50, 29.20, "−41.6%", "−20.80" },
    { "same", 5, 5, "0.0%", "0.00" },
    { "new is no rate", 0, 58.40, "新增", "+58.40" },
    { "ended", 5, 0, "−100.0%", "−5.00" },
    { "from below zero", -10, 10, "+200.0%", "+20.00" },
    { "from almost nothing", 0.01, 1000, ">99,999%", "+999.99" },
    { "zero to zero", 0, 0, "新增", "0.00" },
};

START_TEST(rates_are_shown)
{
    g_autoptr(Chart) chart = chart_new(CHART_GROWTH, "growth", "title");
    chart_add_growth(chart, "科目", RATES[_i].base, RATES[_i].current);
    g_autofree char *script = sample_script(chart);
    ck_assert_msg(sample_script_shows(script, RATES[_i].rate), "%s: %s", RATES[_i].row, script);
    ck_assert_msg(sample_script_shows(script, RATES[_i].change), "%s: %s", RATES[_i].row, script);
}
END_TEST

START_TEST(new_ones_have_no_bar)
{
    g_autoptr(Chart) chart = chart_new(CHART_GROWTH, "growth", "title");
    chart_add_growth(chart, "甲", 0, 58.40);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_null(strstr(script, "$up"));
    ck_assert(sample_script_has(script, "plot NaN"));
    ck_assert(!sample_script_shows(script, "100.0%"));
}
END_TEST

static const struct {
    const char *row;
    double rates[8]; /* in %, ended by 0 */
    bool cut;
} CUTS[] = {
    { "alike", { 5, 10, 15, 20, 25 }, false },
    { "one far off", { 5, 10, 15, 20, 209.3 }, true },
    { "one far below", { 5, -10, 15, 20, -95 }, true },
    { "no others to speak of", { 5, 10, 209.3 }, false },
    { "whatever the others are", { 5, 10, 5000 }, true },
    { "one small, others none", { 0.1, 0.1, 0.1, 0.1, 12 }, false },
    { "all large", { 200, 210, 220, 230, 240 }, false },
};

START_TEST(far_ones_are_cut_and_it_is_said)
{
    g_autoptr(Chart) chart = chart_new(CHART_GROWTH, "growth", "title");
    for (const double *rate = CUTS[_i].rates; *rate > 0 || *rate < 0; rate++)
        chart_add_growth(chart, "科目", 100, 100 + *rate);
    g_autofree char *script = sample_script(chart);
    bool said = strstr(script, "带断口的条") != NULL;
    bool drawn = strstr(script, "lw 4 dt solid lc rgb '#FFFFFF'") != NULL;
    ck_assert_msg(said == CUTS[_i].cut, "%s: %s", CUTS[_i].row, script);
    ck_assert_msg(drawn == CUTS[_i].cut, "%s: %s", CUTS[_i].row, script);
}
END_TEST

START_TEST(fastest_stands_first_and_new_last)
{
    g_autoptr(Chart) chart = chart_new(CHART_GROWTH, "growth", "title");
    chart_add_growth(chart, "新", 0, 500);
    chart_add_growth(chart, "减", 100, 80);
    chart_add_growth(chart, "增", 100, 130);
    g_autofree char *script = sample_script(chart);
    const char *up = strstr(script, "'增' at ");
    const char *down = strstr(script, "'减' at ");
    const char *fresh = strstr(script, "'新' at ");
    ck_assert(up != NULL && down != NULL && fresh != NULL);
    ck_assert(up < down && down < fresh);
}
END_TEST

Suite *growth_suite(void)
{
    Suite *suite = suite_create("analysis/chart/growth");
    TCase *rates = tcase_create("rates");
    tcase_add_loop_test(rates, rates_are_shown, 0, G_N_ELEMENTS(RATES));
    tcase_add_test(rates, new_ones_have_no_bar);
    tcase_add_loop_test(rates, far_ones_are_cut_and_it_is_said, 0, G_N_ELEMENTS(CUTS));
    tcase_add_test(rates, fastest_stands_first_and_new_last);
    suite_add_tcase(suite, rates);
    return suite;
}
