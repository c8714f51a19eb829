/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The drawing of peers.c; its name in tests differs, for a suite's name stands for itself.
 */
#include <check.h>
#include <math.h>
#include <string.h>

#include "tests/analysis/chart/samples.h"

Suite *peer_strips_suite(void);

static Chart *peers_of(const double *values, guint n, double own)
{
    Chart *chart = chart_new(CHART_PEERS, "peers", "title");
    ChartPeerRow *row = chart_add_peer_row(chart, "结转率", "%", 2);
    g_array_append_vals(row->values, values, n);
    row->own = own;
    row->lower = values[n / 4];
    row->median = values[n / 2];
    row->upper = values[3 * n / 4];
    row->rank = 1;
    return chart;
}

START_TEST(the_department_is_drawn_once)
{
    g_autoptr(Chart) chart = peers_of((const double[]){1, 3, 5, 7, 9}, 5, 7);
    chart_set_marked(chart, "某市示例局");
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "$own1 << EOD\n7 0\nEOD\n"));
    ck_assert_ptr_nonnull(strstr(script, "$peers1 << EOD\n1 0\n3 0\n5 0\n9 0\nEOD\n"));
    ck_assert(sample_script_shows(script, "某市示例局") && sample_script_shows(script, "7.00%"));
    ck_assert(sample_script_shows(script, "1 / 5"));
}
END_TEST

START_TEST(equal_ones_stand_beside_each_other)
{
    g_autoptr(Chart) chart = peers_of((const double[]){1, 2, 2, 2, 9}, 5, 9);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "\n2 0\n2 7\n2 -7\n"));
}
END_TEST

/* Quartiles 3 and 7: the strip ends at 19, and says so. */
START_TEST(far_ones_stand_at_the_end)
{
    g_autoptr(Chart) chart = peers_of((const double[]){1, 3, 5, 7, 1e6}, 5, 5);
    g_autofree char *script = sample_script(chart);
    ck_assert(sample_script_shows(script, "≥ 19.00") && sample_script_shows(script, "1.00"));
    ck_assert_ptr_nonnull(strstr(script, "\n19 0\nEOD\n"));
    ck_assert_ptr_nonnull(strstr(script, "都画在端点上"));
}
END_TEST

START_TEST(very_many_are_thinned_and_told)
{
    g_autofree double *values = g_new(double, 2000);
    for (guint i = 0; i < 2000; i++)
        values[i] = i;
    g_autoptr(Chart) chart = peers_of(values, 2000, 3);
    g_autofree char *script = sample_script(chart);
    ck_assert_ptr_nonnull(strstr(script, "均匀取 300 个"));
    ck_assert_uint_lt(strlen(script), 20000);
}
END_TEST

START_TEST(all_equal_and_one_alone)
{
    g_autoptr(Chart) equal = peers_of((const double[]){4, 4, 4, 4, 4}, 5, 4);
    g_autoptr(Chart) alone = peers_of((const double[]){4}, 1, 4);
    g_autofree char *first = sample_script(equal);
    g_autofree char *second = sample_script(alone);
    ck_assert_ptr_nonnull(strstr(first, "$own1 << EOD\n4 0\nEOD\n"));
    ck_assert_ptr_null(strstr(second, "$peers1"));
}
END_TEST

START_TEST(broken_rows_are_refused)
{
    g_autoptr(Chart) infinite = peers_of((const double[]){1, INFINITY}, 2, 1);
    g_autoptr(Chart) unknown = peers_of((const double[]){1, 2}, 2, NAN);
    g_autoptr(Chart) empty = chart_new(CHART_PEERS, "peers", "title");
    ck_assert(!chart_check(infinite, NULL) && !chart_check(unknown, NULL) && !chart_check(empty, NULL));
    chart_add_peer_row(empty, "a", "", 0);
    ck_assert(!chart_check(empty, NULL));
}
END_TEST

Suite *peer_strips_suite(void)
{
    Suite *suite = suite_create("analysis/chart/peers");
    TCase *tests = tcase_create("peers");
    tcase_add_test(tests, the_department_is_drawn_once);
    tcase_add_test(tests, equal_ones_stand_beside_each_other);
    tcase_add_test(tests, far_ones_stand_at_the_end);
    tcase_add_test(tests, very_many_are_thinned_and_told);
    tcase_add_test(tests, all_equal_and_one_alone);
    tcase_add_test(tests, broken_rows_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
