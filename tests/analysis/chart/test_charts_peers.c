/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "tests/analysis/chart/tidy.h"

Suite *charts_peers_suite(void);

static const double HALF_A_HUNDREDTH = 0.005;

/* The whole of two years, from 100 to 100 + growth. */
static Department *grown_department(guint number, int growth)
{
    g_autofree char *name = g_strdup_printf("虚构市第%u局", number);
    g_autofree char *rows = g_strdup_printf("2023,,支出总计,100\n2024,,支出总计,%d\n2024,2010101,行政运行,%d\n", 100 + growth,
                                            100 + growth);
    return tidy_department(name, rows);
}

/* Growths of 0, 1, 2 … %; the last department grows by 50%, and is the one looked at. */
static Chart *chart_among(guint count, const Thresholds *thresholds, GError **error)
{
    g_autoptr(Peers) peers = peers_new();
    Chart *chart = NULL;
    for (guint i = 0; i < count; i++) {
        bool last = i == count - 1;
        g_autoptr(Department) department = grown_department(i, last ? 50 : (int)i);
        peers_add(peers, department, NULL, thresholds);
        if (last)
            chart = chart_from_department(department, 2024, "peers", NULL, peers, thresholds, error);
    }
    return chart;
}

START_TEST(rows_hold_the_group)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Chart) chart = chart_among(9, thresholds, &error);
    ck_assert_msg(chart != NULL, "%s", error != NULL ? error->message : "");
    ck_assert(chart_check(chart, NULL));
    ck_assert_str_eq(chart->marked, "虚构市第8局");
    ck_assert_uint_eq(chart->items->len, 1);
    const ChartPeerRow *row = &g_array_index(chart->items, ChartPeerRow, 0);
    ck_assert_uint_eq(row->values->len, 9);
    ck_assert_double_eq_tol(row->own, 50, HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(row->rank, 1, HALF_A_HUNDREDTH);
    /* Of 0 to 7 and 50. */
    ck_assert_double_eq_tol(row->lower, 2, HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(row->median, 4, HALF_A_HUNDREDTH);
    ck_assert_double_eq_tol(row->upper, 6, HALF_A_HUNDREDTH);
    ck_assert_ptr_nonnull(strstr(chart->title, "50.00%"));
}
END_TEST

static const struct {
    const char *row;
    guint count;
    bool drawn, judged;
} GROUPS[] = {
    {"alone", 1, false, false},        {"four", 4, false, false},      {"five", 5, true, false},
    {"nineteen", 19, true, false},     {"twenty", 20, true, true},
};

START_TEST(small_groups_are_told)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Chart) chart = chart_among(GROUPS[_i].count, thresholds, &error);
    ck_assert_msg((chart != NULL) == GROUPS[_i].drawn, "%s", GROUPS[_i].row);
    if (chart == NULL)
        ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
    else
        ck_assert_msg((strstr(chart->note, "不作判断") == NULL) == GROUPS[_i].judged, "%s: %s", GROUPS[_i].row, chart->note);
}
END_TEST

START_TEST(without_peers_there_is_no_picture)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) department = grown_department(1, 5);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(chart_from_department(department, 0, "peers", NULL, NULL, thresholds, &error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
}
END_TEST

/* All alike: a strip of one point says nothing. */
START_TEST(equal_departments_are_no_distribution)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Peers) peers = peers_new();
    g_autoptr(Department) own = grown_department(0, 5);
    g_autoptr(GError) error = NULL;
    peers_add(peers, own, NULL, thresholds);
    for (guint i = 1; i < 8; i++) {
        g_autoptr(Department) other = grown_department(i, 5);
        peers_add(peers, other, NULL, thresholds);
    }
    ck_assert_ptr_null(chart_from_department(own, 2024, "peers", NULL, peers, thresholds, &error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
}
END_TEST

START_TEST(only_this_chart_reads_the_store)
{
    const char *const *names = chart_names();
    for (guint i = 0; names[i] != NULL; i++)
        ck_assert_msg(chart_needs_peers(names[i]) == g_str_equal(names[i], "peers"), "%s", names[i]);
    ck_assert(!chart_needs_peers("pie"));
}
END_TEST

Suite *charts_peers_suite(void)
{
    Suite *suite = suite_create("analysis/chart/charts_peers");
    TCase *tests = tcase_create("charts of peers");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, rows_hold_the_group);
    tcase_add_loop_test(tests, small_groups_are_told, 0, G_N_ELEMENTS(GROUPS));
    tcase_add_test(tests, without_peers_there_is_no_picture);
    tcase_add_test(tests, equal_departments_are_no_distribution);
    tcase_add_test(tests, only_this_chart_reads_the_store);
    suite_add_tcase(suite, tests);
    return suite;
}
