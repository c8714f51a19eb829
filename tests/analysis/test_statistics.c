/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/statistics.h"

#include <check.h>

#include "tests/analysis/rule/build.h"

Suite *statistics_suite(void);

/* Amounts in 万元 of 2021, 2022, …; "." is a gap. */
static Series *add_series(GPtrArray *all, const char *measure, const char *code, const char *label, const char *amounts)
{
    Series *series = g_new0(Series, 1);
    series->department = g_strdup("虚构县图书馆");
    series->direction = DIRECTION_EXPENDITURE;
    series->measure = g_strdup(measure);
    series->code = g_strdup(code);
    series->label = g_strdup(label);
    series->points = g_array_new(FALSE, FALSE, sizeof(SeriesPoint));
    g_auto(GStrv) words = g_strsplit(amounts, " ", -1);
    for (int i = 0; words[i] != NULL; i++) {
        if (g_str_equal(words[i], ".") || words[i][0] == '\0')
            continue;
        SeriesPoint point = {.year = 2021 + i, .amount = build_amount(words[i])};
        g_array_append_val(series->points, point);
    }
    g_ptr_array_add(all, series);
    return series;
}

static GPtrArray *series_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)series_free);
}

/* Figures that 万元 can hold without loss, so that equality is exact. */
START_TEST(carries_points_over)
{
    g_autoptr(GPtrArray) all = series_new();
    add_series(all, "total", "", "", "100.00 . 150.00 225.00");
    g_autoptr(GArray) lines = statistics_from_series(all);
    ck_assert_uint_eq(lines->len, 1);
    const StatLine *line = &g_array_index(lines, StatLine, 0);
    ck_assert_ptr_eq(line->series, g_ptr_array_index(all, 0));
    ck_assert_uint_eq(line->row.n, 3);
    ck_assert_int_eq(line->row.first_year, 2021);
    ck_assert_int_eq(line->row.last_year, 2024);
    ck_assert(line->row.first.known && line->row.first.value == 100.0);
    ck_assert(line->row.last.known && line->row.last.value == 225.0);
    ck_assert(line->row.last_growth.known && line->row.last_growth.value == 50.0);
}
END_TEST

START_TEST(takes_shares)
{
    static const struct {
        const char *name;
        const char *total; /* NULL: no series of the total */
        const char *first_code, *second_code;
        const char *first, *second;     /* amounts; the share of the first is asked */
        double share_first, share_last; /* in %; -1: not computable. Exact in doubles. */
    } rows[] = {
        {"of the total", "200.00 400.00", "201", "208", "50.00 100.00", "10.00 10.00", 25, 25},
        {"of the top level, where no total is given", NULL, "201", "208", "50.00 300.00", "50.00 100.00", 50, 75},
        {"a deeper code counts in the whole only once", NULL, "201", "20113", "50.00 100.00", "50.00 100.00", 100, 100},
        {"of lines without codes", NULL, "", "", "25.00 50.00", "75.00 50.00", 25, 50},
        {"the total is missing in a year", ". 400.00", "201", "208", "50.00 100.00", "10.00 10.00", -1, 25},
        {"a total of zero", "0.00 400.00", "201", "208", "50.00 100.00", "10.00 10.00", -1, 25},
        {"a negative total", "-9.00 400.00", "201", "208", "50.00 100.00", "10.00 10.00", -1, 25},
    };
    g_autoptr(GPtrArray) all = series_new();
    add_series(all, "total", rows[_i].first_code, "甲", rows[_i].first);
    add_series(all, "total", rows[_i].second_code, "乙", rows[_i].second);
    if (rows[_i].total != NULL)
        add_series(all, "total", "", "总计", rows[_i].total);
    g_autoptr(GArray) lines = statistics_from_series(all);
    const StatLine *line = &g_array_index(lines, StatLine, 0);
    ck_assert_msg(line->share_first.known == (rows[_i].share_first >= 0), "%s", rows[_i].name);
    ck_assert_msg(line->share_last.known == (rows[_i].share_last >= 0), "%s", rows[_i].name);
    if (line->share_first.known)
        ck_assert_double_eq(line->share_first.value, rows[_i].share_first);
    if (line->share_last.known)
        ck_assert_double_eq(line->share_last.value, rows[_i].share_last);
}
END_TEST

/* A series that is alone is no share of itself; another measure, fund or department is another whole. */
START_TEST(keeps_families_apart)
{
    g_autoptr(GPtrArray) all = series_new();
    Series *alone = add_series(all, "total", "201", "甲", "50.00 100.00");
    Series *other = add_series(all, "total", "", "总计", "200.00 400.00");
    build_set(&other->measure, "basic");
    g_autoptr(GArray) measure = statistics_from_series(all);
    ck_assert(!g_array_index(measure, StatLine, 0).share_first.known);
    build_set(&other->measure, "total");
    other->fund = FUND_GENERAL;
    g_autoptr(GArray) fund = statistics_from_series(all);
    ck_assert(!g_array_index(fund, StatLine, 0).share_first.known);
    other->fund = alone->fund;
    build_set(&other->department, "虚构县文化馆");
    g_autoptr(GArray) department = statistics_from_series(all);
    ck_assert(!g_array_index(department, StatLine, 0).share_first.known);
    build_set(&other->department, "虚构县图书馆");
    g_autoptr(GArray) same = statistics_from_series(all);
    ck_assert_double_eq(g_array_index(same, StatLine, 0).share_first.value, 25.0);
    /* The total is all of itself. */
    ck_assert_double_eq(g_array_index(same, StatLine, 1).share_last.value, 100.0);
}
END_TEST

START_TEST(survives_empty_series)
{
    g_autoptr(GPtrArray) all = series_new();
    g_autoptr(GArray) none = statistics_from_series(all);
    ck_assert_uint_eq(none->len, 0);
    add_series(all, "total", "", "", "");
    g_autoptr(GArray) lines = statistics_from_series(all);
    const StatLine *line = &g_array_index(lines, StatLine, 0);
    ck_assert_uint_eq(line->row.n, 0);
    ck_assert(!line->row.first.known && !line->share_first.known && !line->share_last.known);
}
END_TEST

Suite *statistics_suite(void)
{
    Suite *suite = suite_create("statistics");
    TCase *statistics = tcase_create("statistics");
    tcase_add_test(statistics, carries_points_over);
    tcase_add_loop_test(statistics, takes_shares, 0, 7);
    tcase_add_test(statistics, keeps_families_apart);
    tcase_add_test(statistics, survives_empty_series);
    suite_add_tcase(suite, statistics);
    return suite;
}
