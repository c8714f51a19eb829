/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the charts of carryover, three public expenses and execution say of small departments. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "schema/language.h"
#include "tests/analysis/report/sample.h"

Suite *charts_phases_suite(void);

static const double HALF_A_HUNDREDTH = 0.005;

static Chart *chart_of(const Department *department, const char *name, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    return chart_from_department(department, 0, name, NULL, NULL, thresholds, error);
}

static const struct {
    const char *row, *chart, *csv;
    const char *title; /* a part of it, or of the sentence that says why there is none */
    bool drawn;
} SAID[] = {
    {"nothing carried over in any year", "carryover",
     "2023,budget,carryover,total,,,0.00\n2023,budget,expenditure,total,,,10.00\n"
     "2024,budget,carryover,total,,,0.00\n2024,budget,expenditure,total,,,10.00\n",
     "各年都没有上年结转结余", false},
    {"zero this year", "carryover",
     "2023,budget,carryover,total,,,4.00\n2023,budget,expenditure,total,,,10.00\n"
     "2024,budget,carryover,total,,,0.00\n2024,budget,expenditure,total,,,10.00\n",
     "占预算 0.0%（2023 年 40.0%）", true},
    {"not stated this year", "carryover", "2023,budget,carryover,total,,,4.00\n2024,budget,expenditure,total,,,10.00\n",
     "没有列出上年结转结余", false},
    {"hundreds of millions", "carryover",
     "2024,budget,carryover,total,,,123456.78\n2024,budget,expenditure,total,,,2345678.90\n", "12.35 亿元，占预算 5.3%", true},
    {"three public expenses of a budget", "three-public",
     "2023,budget,expenditure,three-public,,,10.00\n2024,budget,expenditure,three-public,,,8.00\n"
     "2024,budget,expenditure,reception,,,6.00\n",
     "2024 年“三公”经费预算 8.00 万元，比 2023 年减少 20.0%；75.0% 是公务接待费", true},
    {"and of accounts", "three-public",
     "2024,budget,expenditure,three-public,,,8.00\n2024,accounts,expenditure,three-public,,,6.00\n",
     "2024 年“三公”经费决算 6.00 万元，是预算的 75.0%", true},
    {"a total that no table prints", "three-public",
     "2024,budget,expenditure,travel-abroad,,,0.00\n2024,budget,expenditure,vehicles,,,1234.00\n"
     "2024,budget,expenditure,reception,,,1.00\n",
     "1,235.00 万元", true},
    {"all zero", "three-public", "2024,budget,expenditure,three-public,,,0.00\n", "都是零", false},
    {"none stated", "three-public", "2024,budget,expenditure,total,,,1.00\n", "没有列出“三公”经费", false},
    {"executed", "execution", "2024,budget,expenditure,total,,,2000.00\n2024,accounts,expenditure,total,,,1500.00\n",
     "2024 年支出决算 1,500.00 万元，完成年初预算的 75.0%", true},
    {"budgets alone", "execution", "2024,budget,expenditure,total,,,2000.00\n", "只有预算，没有决算", false},
    {"accounts alone", "execution", "2024,accounts,expenditure,total,,,2000.00\n", "没有同年的预算", false},
};

START_TEST(titles_say_what_the_figures_say)
{
    g_autoptr(Department) department = sample_tidy(SAID[_i].csv);
    g_autoptr(GError) error = NULL;
    g_autoptr(Chart) chart = chart_of(department, SAID[_i].chart, &error);
    ck_assert_msg((chart != NULL) == SAID[_i].drawn, "%s: %s", SAID[_i].row, error != NULL ? error->message : "");
    if (chart == NULL)
        ck_assert_msg(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT), "%s", SAID[_i].row);
    else
        ck_assert_msg(chart_check(chart, &error), "%s", SAID[_i].row);
    const char *said = chart != NULL ? chart->title : error->message;
    ck_assert_msg(strstr(said, SAID[_i].title) != NULL, "%s: %s", SAID[_i].row, said);
}
END_TEST

/* The project of 2020 stands in the carryover of 2021, 2022 and 2023; in 2021 it may. */
START_TEST(carryover_has_ages)
{
    static const int years[] = {2019, 2020, 2021, 2022, 2023, 2024, 0};
    static const struct {
        int year;
        double carryover, one_year, two_years;
    } ages[] = {{2019, 8.43, 8.43, 0},   {2020, 6.50, 6.50, 0}, {2021, 21.24, 21.24, 0},
                {2022, 14.86, 0, 14.86}, {2023, 9.62, 0, 9.62}, {2024, 12.15, 12.15, 0}};
    g_autoptr(Department) department = sample_archive(years);
    g_autoptr(Chart) chart = chart_of(department, "carryover", NULL);
    ck_assert_ptr_nonnull(chart);
    guint seen = 0;
    for (guint i = 0; i < chart->items->len; i++) {
        const ChartCarryover *item = &g_array_index(chart->items, ChartCarryover, i);
        for (guint k = 0; k < G_N_ELEMENTS(ages); k++) {
            if (ages[k].year != item->year)
                continue;
            ck_assert_double_eq_tol(item->carryover, ages[k].carryover, HALF_A_HUNDREDTH);
            ck_assert_double_eq_tol(item->one_year, ages[k].one_year, HALF_A_HUNDREDTH);
            ck_assert_double_eq_tol(item->two_years, ages[k].two_years, HALF_A_HUNDREDTH);
            seen++;
        }
    }
    ck_assert_uint_eq(seen, G_N_ELEMENTS(ages));
}
END_TEST

START_TEST(subjects_are_the_farthest)
{
    g_autoptr(Department) department =
        sample_tidy("2024,budget,expenditure,total,,,2000.00\n2024,accounts,expenditure,total,,,1500.00\n"
                    "2024,budget,expenditure,total,207,文化,1000.00\n2024,accounts,expenditure,total,207,文化,300.00\n"
                    "2024,budget,expenditure,total,2070104,图书馆,500.00\n2024,accounts,expenditure,total,2070104,图书馆,300.00\n"
                    "2024,budget,expenditure,total,2070105,文化展示,50.00\n2024,accounts,expenditure,total,2070105,文化展示,650.00\n"
                    "2024,budget,expenditure,total,2070106,艺术,5.00\n2024,accounts,expenditure,total,2070106,艺术,5.00\n");
    g_autoptr(Chart) chart = chart_of(department, "execution", NULL);
    ck_assert_ptr_nonnull(chart);
    /* The year, then items only, and none that was spent as budgeted. */
    ck_assert_uint_eq(chart->items->len, 3);
    ck_assert_str_eq(g_array_index(chart->items, ChartExecution, 1).label, "2070105 文化展示");
    ck_assert_str_eq(g_array_index(chart->items, ChartExecution, 2).label, "2070104 图书馆");
}
END_TEST

START_TEST(titles_follow_the_language)
{
    for (guint i = 0; i < G_N_ELEMENTS(SAID); i++) {
        g_autoptr(Department) department = sample_tidy(SAID[i].csv);
        g_autoptr(GError) error = NULL;
        language_set(LANGUAGE_EN);
        g_autoptr(Chart) chart = chart_of(department, SAID[i].chart, &error);
        language_set(LANGUAGE_ZH);
        for (const char *at = chart != NULL ? chart->title : error->message; *at != '\0'; at = g_utf8_next_char(at))
            ck_assert_msg(!g_unichar_iswide(g_utf8_get_char(at)), "%s", chart != NULL ? chart->title : error->message);
    }
}
END_TEST

Suite *charts_phases_suite(void)
{
    Suite *suite = suite_create("charts_phases");
    TCase *tests = tcase_create("charts_phases");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, titles_say_what_the_figures_say, 0, G_N_ELEMENTS(SAID));
    tcase_add_test(tests, carryover_has_ages);
    tcase_add_test(tests, subjects_are_the_farthest);
    tcase_add_test(tests, titles_follow_the_language);
    suite_add_tcase(suite, tests);
    return suite;
}
