/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *chart_execution_suite(void);

static const struct {
    const char *row;
    ChartExecution item;
    const char *shown[3]; /* up to NULL */
    bool approved, adjusted, executed;
} PHASES[] = {
    { "all three", { NULL, 2024, 100, 120, 90, false, false }, { "90.0%", "75.0%", "占调整预算" }, true, true, true },
    { "no adjusted budget", { NULL, 2024, 100, NAN, 90, false, false }, { "90.0%", "完成率", NULL }, true, false, true },
    { "more than budgeted", { NULL, 2024, 100, NAN, 130, false, false }, { "130.0%", NULL }, true, false, true },
    { "accounts alone", { NULL, 2024, NAN, NAN, 90, false, false }, { "—", "90.00", NULL }, false, false, true },
    { "a budget alone", { NULL, 2024, 100, NAN, NAN, false, false }, { "—", "100.00", NULL }, true, false, false },
    { "a budget of nothing", { NULL, 2024, 0, NAN, 90, false, false }, { "—", "0.00", NULL }, true, false, true },
};

START_TEST(phases_that_are_known_are_drawn)
{
    g_autoptr(Chart) chart = chart_new(CHART_EXECUTION, "execution", "title");
    chart_add_execution(chart, PHASES[_i].item);
    g_autofree char *script = sample_script(chart);
    for (guint i = 0; i < G_N_ELEMENTS(PHASES[_i].shown) && PHASES[_i].shown[i] != NULL; i++)
        ck_assert_msg(sample_script_shows(script, PHASES[_i].shown[i]), "%s: %s", PHASES[_i].row, PHASES[_i].shown[i]);
    ck_assert_msg((strstr(script, "$approved <<") != NULL) == PHASES[_i].approved, "%s", PHASES[_i].row);
    ck_assert_msg((strstr(script, "$executed <<") != NULL) == PHASES[_i].executed, "%s", PHASES[_i].row);
    ck_assert_msg(sample_script_shows(script, "调整预算") == PHASES[_i].adjusted, "%s", PHASES[_i].row);
}
END_TEST

START_TEST(what_is_implied_is_hollow)
{
    g_autoptr(Chart) chart = chart_new(CHART_EXECUTION, "execution", "title");
    chart_add_execution(chart, (ChartExecution){ NULL, 2023, 100, NAN, 80, true, true });
    chart_add_execution(chart, (ChartExecution){ NULL, 2025, 100, NAN, 90, false, false });
    g_autofree char *script = sample_script(chart);
    ck_assert(strstr(script, "$approved_implied <<") != NULL && strstr(script, "$executed_implied <<") != NULL);
    ck_assert(sample_script_shows(script, "80.00*") && sample_script_shows(script, "2024"));
    ck_assert(sample_script_has(script, "set yrange [3:0]"));
}
END_TEST

START_TEST(subjects_stand_below_as_figures)
{
    g_autoptr(Chart) chart = chart_new(CHART_EXECUTION, "execution", "title");
    chart_add_execution(chart, (ChartExecution){ NULL, 2024, 1000, NAN, 900, false, false });
    chart_add_execution(chart, (ChartExecution){ (char *)"2070104 图书馆", 2024, 300, NAN, 210, false, false });
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "2024 年偏离预算最大的科目（按金额）"));
    ck_assert(sample_script_shows(script, "2070104 图书馆") && sample_script_shows(script, "70.0%"));
    ck_assert(sample_script_has(script, "set yrange [1:0]"));
}
END_TEST

/* The name gives way, not the figures. */
START_TEST(a_long_name_is_shortened)
{
    g_autofree char *name = g_strnfill(300, 'x');
    g_autoptr(Chart) chart = chart_new(CHART_EXECUTION, "execution", "title");
    chart_add_execution(chart, (ChartExecution){ NULL, 2024, 1000, 1100, 900, false, false });
    chart_add_execution(chart, (ChartExecution){ name, 2024, 300, 300, 210, false, false });
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_null(strstr(script, name));
    ck_assert_ptr_nonnull(strstr(script, "xxx…' at "));
}
END_TEST

Suite *chart_execution_suite(void)
{
    Suite *suite = suite_create("analysis/chart/execution");
    TCase *years = tcase_create("years");
    tcase_add_loop_test(years, phases_that_are_known_are_drawn, 0, G_N_ELEMENTS(PHASES));
    tcase_add_test(years, what_is_implied_is_hollow);
    tcase_add_test(years, subjects_stand_below_as_figures);
    tcase_add_test(years, a_long_name_is_shortened);
    suite_add_tcase(suite, years);
    return suite;
}
