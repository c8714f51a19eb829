/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *chart_three_public_suite(void);

static const ChartPublic PLAIN = { 2023, false, false, 9, { 2, 0, 4, NAN, 3 } };

static char *script_of(ChartPublic first, const ChartPublic *second)
{
    g_autoptr(Chart) chart = chart_new(CHART_THREE_PUBLIC, "three-public", "title");
    chart_add_public(chart, first);
    if (second != NULL)
        chart_add_public(chart, *second);
    return sample_script(chart);
}

START_TEST(parts_lie_end_to_end)
{
    g_autofree char *script = script_of(PLAIN, NULL);
    ck_assert_ptr_nonnull(strstr(script, "$travel << EOD\n0 2 "));
    ck_assert_ptr_nonnull(strstr(script, "$running << EOD\n2 6 "));
    ck_assert_ptr_nonnull(strstr(script, "$reception << EOD\n6 9 "));
    ck_assert_ptr_null(strstr(script, "$purchase <<"));
    ck_assert_ptr_null(strstr(script, "$undivided <<"));
    ck_assert(sample_script_shows(script, "各年都是零：公务用车购置费。"));
    ck_assert(!sample_script_shows(script, "用车购置"));
    ck_assert(sample_script_shows(script, "2023") && !sample_script_shows(script, "2023 预算"));
}
END_TEST

static const struct {
    const char *row;
    ChartPublic item;
    const char *bar; /* NULL: none */
} WHOLES[] = {
    { "all accounted for", { 2023, false, false, 9, { 2, 0, 4, NAN, 3 } }, NULL },
    { "rounding", { 2023, false, false, 9.02, { 2, 0, 4, NAN, 3 } }, NULL },
    { "no part known", { 2023, false, false, 9, { NAN, NAN, NAN, NAN, NAN } }, "$undivided << EOD\n0 9 " },
    { "a part missing", { 2023, false, false, 9, { 2, NAN, NAN, 4, NAN } }, "$undivided << EOD\n6 9 " },
    { "implied", { 2023, false, true, 9, { 2, NAN, NAN, 4, 3 } }, "$implied << EOD\n0 9 " },
    { "implied without a total", { 2023, false, true, NAN, { 2, NAN, NAN, 4, NAN } }, "$implied << EOD\n0 6 " },
};

START_TEST(what_no_part_accounts_for_is_shown)
{
    g_autofree char *script = script_of(WHOLES[_i].item, NULL);
    if (WHOLES[_i].bar != NULL)
        ck_assert_msg(strstr(script, WHOLES[_i].bar) != NULL, "%s: %s", WHOLES[_i].row, script);
    else
        ck_assert_msg(strstr(script, "$undivided") == NULL && strstr(script, "$implied") == NULL, "%s", WHOLES[_i].row);
    ck_assert_msg((strstr(script, "空心") != NULL) == WHOLES[_i].item.implied, "%s", WHOLES[_i].row);
}
END_TEST

START_TEST(accounts_stand_below_their_budget)
{
    ChartPublic spent = { 2023, true, false, 8, { 2, 0, 4, NAN, 2 } };
    g_autofree char *script = script_of(PLAIN, &spent);
    ck_assert(sample_script_shows(script, "2023 预算") && sample_script_shows(script, "决算"));
    ck_assert(sample_script_has(script, "set yrange [2:0]"));
    ck_assert_ptr_nonnull(strstr(script, "细条为预算"));
    ChartPublic later = { 2025, true, false, 8, { 2, 0, 4, NAN, 2 } };
    g_autofree char *gap = script_of(PLAIN, &later);
    ck_assert(sample_script_shows(gap, "2024") && sample_script_shows(gap, "2025 决算") && sample_script_shows(gap, "—"));
}
END_TEST

Suite *chart_three_public_suite(void)
{
    Suite *suite = suite_create("analysis/chart/three_public");
    TCase *years = tcase_create("years");
    tcase_add_test(years, parts_lie_end_to_end);
    tcase_add_loop_test(years, what_no_part_accounts_for_is_shown, 0, G_N_ELEMENTS(WHOLES));
    tcase_add_test(years, accounts_stand_below_their_budget);
    suite_add_tcase(suite, years);
    return suite;
}
