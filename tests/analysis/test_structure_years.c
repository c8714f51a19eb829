/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/structure_years.h"

#include <check.h>

#include "tests/analysis/rule/years.h"
#include "tests/analysis/stat/near.h"

Suite *structure_years_suite(void);

static GPtrArray *series_of(Bench *bench)
{
    return series_from_filings(bench->department->filings, NULL);
}

START_TEST(of_filed_classes)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "100.00 100.00 200.00");
    years_add(bench, "201", "一般公共服务支出", "75.00 75.00 100.00");
    years_add(bench, "20126", "档案事务", "75.00 75.00 100.00");
    years_add(bench, "208", "社会保障和就业支出", "25.00 25.00 .");
    years_add(bench, "221", "住房保障支出", ". . 100.00");
    g_autoptr(GPtrArray) series = series_of(bench);
    g_auto(StructureYear) first = structure_of_year(series, KIND_BUDGET, SCOPE_DEPARTMENT, 2022);
    ck_assert_uint_eq(first.classes->len, 2);
    assert_exact("3/4 and 1/4", first.concentration.herfindahl, 0.625);
    assert_none("nothing filed before", first.change);
    g_auto(StructureYear) same = structure_of_year(series, KIND_BUDGET, SCOPE_DEPARTMENT, 2023);
    assert_exact("nothing moved", same.change, 0);
    assert_exact("nothing moved", same.distance, 0);
    /* 75 25 0 becomes 50 0 50: half of it moved. */
    g_auto(StructureYear) moved = structure_of_year(series, KIND_BUDGET, SCOPE_DEPARTMENT, 2024);
    ck_assert_uint_eq(moved.classes->len, 3);
    assert_exact("half moved", moved.change, 0.5);
    assert_exact("two halves", moved.concentration.effective, 2);
    assert_none("one class is in both years", moved.distance);
    g_auto(StructureYear) none = structure_of_year(series, KIND_ACCOUNTS, SCOPE_DEPARTMENT, 2024);
    ck_assert_uint_eq(none.classes->len, 0);
    assert_none("no accounts", none.concentration.herfindahl);
    bench_free(bench);
}
END_TEST

/* What sentences imply of one class is not the structure of that year. */
START_TEST(not_of_implied_ones)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "200.00");
    years_add(bench, "201", "一般公共服务支出", "150.00");
    years_add(bench, "208", "社会保障和就业支出", "50.00");
    build_claim(bench->filing, (Sentence){.subject = "一般公共服务支出", .code = "201", .amount = "150.00", .change = "10.00"});
    g_autoptr(GPtrArray) series = series_of(bench);
    g_auto(StructureYear) structure = structure_of_year(series, KIND_BUDGET, SCOPE_DEPARTMENT, 2024);
    assert_exact("of its own year", structure.concentration.herfindahl, 0.625);
    assert_none("the year before was not filed", structure.change);
    g_auto(StructureYear) before = structure_of_year(series, KIND_BUDGET, SCOPE_DEPARTMENT, 2023);
    assert_none("not filed", before.concentration.herfindahl);
    bench_free(bench);
}
END_TEST

Suite *structure_years_suite(void)
{
    Suite *suite = suite_create("analysis/structure_years");
    TCase *tests = tcase_create("structure");
    tcase_add_test(tests, of_filed_classes);
    tcase_add_test(tests, not_of_implied_ones);
    suite_add_tcase(suite, tests);
    return suite;
}
