/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *waterfall_suite(void);

static char *script_of(double start, double step, double end)
{
    g_autoptr(Chart) chart = chart_new(CHART_WATERFALL, "steps", "title");
    chart_set_start(chart, "2023", start);
    chart_set_end(chart, "2024", end);
    chart_add_step(chart, "步", step, CHART_STEP_EXPLAINED);
    return sample_script(chart);
}

static const struct {
    const char *row;
    double start, step, end;
    bool rest;
    bool cut;
} CASES[] = {
    { "closes", 100, 50, 150, false, false },
    { "closes but for rounding", 100, 50, 150.01, false, false },
    { "does not close", 100, 50, 151, true, false },
    { "small steps on large totals", 1000, 50, 1050, false, true },
    { "from nothing", 0, 50, 50, false, false },
    { "to nothing", 50, -50, 0, false, false },
    { "below zero", 50, -80, -30, false, false },
    { "nothing at all", 0, 0, 0, false, false },
    { "no change", 1000, 0, 1000, false, false },
};

START_TEST(ends_are_met)
{
    g_autofree char *script = script_of(CASES[_i].start, CASES[_i].step, CASES[_i].end);
    bool rest = sample_script_shows(script, "未列出的科目");
    bool cut = strstr(script, "不从零起") != NULL;
    ck_assert_msg(rest == CASES[_i].rest, "%s: %s", CASES[_i].row, script);
    ck_assert_msg(cut == CASES[_i].cut, "%s: %s", CASES[_i].row, script);
}
END_TEST

START_TEST(steps_begin_where_the_last_ended)
{
    g_autoptr(Chart) chart = chart_new(CHART_WATERFALL, "steps", "title");
    chart_set_start(chart, "2023", 100);
    chart_set_end(chart, "2024", 120);
    chart_add_step(chart, "甲", 50, CHART_STEP_UNEXPLAINED);
    chart_add_step(chart, "乙", -30, CHART_STEP_EXPLAINED);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "\n100 150 1."));
    ck_assert_ptr_nonnull(strstr(script, "\n120 150 2."));
    ck_assert_ptr_nonnull(strstr(script, "\n0 100 0."));
    ck_assert_ptr_nonnull(strstr(script, "\n0 120 3."));
    ck_assert(sample_script_shows(script, "+50.00"));
    ck_assert(sample_script_shows(script, "−30.00"));
}
END_TEST

START_TEST(legend_names_what_is_there)
{
    g_autofree char *script = script_of(100, 50, 150);
    ck_assert(sample_script_shows(script, "已说明"));
    ck_assert(!sample_script_shows(script, "未说明"));
    ck_assert(!sample_script_shows(script, "科目间调整"));
}
END_TEST

static const struct {
    const char *row;
    double parts[2]; /* unexplained, explained */
    const char *value;
    const char *bars[2]; /* from, to and the beginning of the height */
} PARTS[] = {
    { "one after the other", { 50, 30 }, "+80.00（未说明 +50.00）", { "\n100 150 1.19", "\n150 180 1.19" } },
    { "both down", { -10, -20 }, "−30.00（未说明 −10.00）", { "\n90 100 1.19", "\n70 90 1.19" } },
    { "opposed: each in a lane", { 50, -30 }, "+20.00（未说明 +50.00）", { "\n100 150 1.19", "\n120 150 1.5 " } },
    { "opposed, to nothing", { -50, 50 }, "0.00（未说明 −50.00）", { "\n50 100 1.19", "\n50 100 1.5 " } },
};

/* A subject of which a part is explained is one row. */
START_TEST(parts_share_a_row)
{
    g_autoptr(Chart) chart = chart_new(CHART_WATERFALL, "steps", "title");
    double end = 100 + PARTS[_i].parts[0] + PARTS[_i].parts[1];
    chart_set_start(chart, "2023", 100);
    chart_set_end(chart, "2024", end + 5);
    chart_add_step(chart, "甲", PARTS[_i].parts[0], CHART_STEP_UNEXPLAINED);
    chart_add_step_part(chart, PARTS[_i].parts[1], CHART_STEP_EXPLAINED);
    chart_add_step(chart, "乙", 5, CHART_STEP_EXPLAINED);
    g_autofree char *script = sample_script(chart);
    ck_assert_msg(sample_script_has(script, "set yrange [4:0]"), "%s", PARTS[_i].row);
    ck_assert_msg(sample_script_shows(script, PARTS[_i].value), "%s: %s", PARTS[_i].row, script);
    for (guint i = 0; i < 2; i++)
        ck_assert_msg(strstr(script, PARTS[_i].bars[i]) != NULL, "%s: %s", PARTS[_i].row, script);
    g_autofree char *next = g_strdup_printf("\n%g %g 2.", end, end + 5);
    ck_assert_msg(strstr(script, next) != NULL, "%s: %s", PARTS[_i].row, script);
    ck_assert_ptr_null(strstr(strstr(script, "'甲'") + 1, "'甲'"));
}
END_TEST

Suite *waterfall_suite(void)
{
    Suite *suite = suite_create("analysis/chart/waterfall");
    TCase *steps = tcase_create("steps");
    tcase_add_loop_test(steps, ends_are_met, 0, G_N_ELEMENTS(CASES));
    tcase_add_test(steps, steps_begin_where_the_last_ended);
    tcase_add_loop_test(steps, parts_share_a_row, 0, G_N_ELEMENTS(PARTS));
    tcase_add_test(steps, legend_names_what_is_there);
    suite_add_tcase(suite, steps);
    return suite;
}
