/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *unexplained_suite(void);

static const struct {
    const char *row;
    bool known;
    double size, unexplained;
    const char *shown, *not_shown;
} YEARS[] = {
    { "plain", true, 200, 50, "25.0%", "—" },
    { "all explained", true, 200, 0, "0.0%", "—" },
    { "nothing explained", true, 200, 200, "100.0%", "—" },
    { "moves against it", true, 200, 300, "100.0%", "150.0%" },
    { "nothing material", true, 0, 0, "—", "0.0%" },
    { "no base", false, 0, 0, "缺", "0.0%" },
};

START_TEST(years_are_told)
{
    g_autoptr(Chart) chart = chart_new(CHART_UNEXPLAINED, "unexplained", "title");
    chart_add_unexplained(chart, 2024, YEARS[_i].known, YEARS[_i].size, YEARS[_i].unexplained);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "2024"));
    ck_assert_msg(sample_script_shows(script, YEARS[_i].shown), "%s", YEARS[_i].row);
    ck_assert_msg(!sample_script_shows(script, YEARS[_i].not_shown), "%s", YEARS[_i].row);
    ck_assert((strstr(script, "$unexplained <<") != NULL) == (YEARS[_i].unexplained > 0));
}
END_TEST

START_TEST(fifteen_years_have_their_amounts)
{
    g_autoptr(Chart) chart = chart_new(CHART_UNEXPLAINED, "unexplained", "title");
    for (int i = 0; i < 15; i++)
        chart_add_unexplained(chart, 2010 + i, true, 100 + i, 50);
    g_autofree char *script = sample_script(chart);
    for (int i = 0; i < 15; i++) {
        g_autofree char *year = g_strdup_printf("%d", 2010 + i);
        ck_assert_msg(sample_script_shows(script, year), "%s", year);
    }
    ck_assert(sample_script_shows(script, "114") && sample_script_shows(script, "44%"));
}
END_TEST

Suite *unexplained_suite(void)
{
    Suite *suite = suite_create("analysis/chart/unexplained");
    TCase *years = tcase_create("years");
    tcase_add_loop_test(years, years_are_told, 0, G_N_ELEMENTS(YEARS));
    tcase_add_test(years, fifteen_years_have_their_amounts);
    suite_add_tcase(suite, years);
    return suite;
}
