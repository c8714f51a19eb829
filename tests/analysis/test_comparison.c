/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/comparison.h"

#include <check.h>

#include "tests/analysis/rule/years.h"
#include "tests/analysis/stat/near.h"

Suite *comparison_suite(void);

static void add_department(Bench *bench, const char *name, const char *total, const char *basic, int staff)
{
    Bench *one = bench_new();
    text_set(&one->department->name, name);
    if (total != NULL)
        build_row(build_table(one->filing, "expenditure"), "", "总计", total);
    if (basic != NULL)
        build_row(build_table(one->filing, "basic"), "", "合计", basic);
    if (staff > 0)
        build_staff(one->filing, "in-post", staff, 0);
    years_add_peer(bench, one);
    bench_free(one);
}

/* Operating cost is 2 a head, or 1 in 50 of the total; that of the last is twice as much. */
static Bench *eight_departments(bool staff_said)
{
    Bench *bench = bench_new();
    for (int i = 1; i <= 8; i++) {
        const double operating = i == 8 ? 32 * 2 : 4 * i + 0.1 * (i % 3);
        g_autofree char *name = g_strdup_printf("虚构县%d局", i);
        g_autofree char *total = g_strdup_printf("%d.00 . .", 200 * i);
        g_autofree char *basic = g_strdup_printf("%.2f 50.00 %.2f", 50 + operating, operating);
        add_department(bench, name, total, basic, staff_said ? 2 * i : 0);
    }
    return bench;
}

START_TEST(places_and_excess)
{
    Bench *bench = eight_departments(_i == 0);
    g_auto(Comparison) comparison = comparison_of_entries(peers_of_filing(bench->peers, bench->filing));
    ck_assert_uint_eq(comparison.rows->len, 8);
    ck_assert(comparison.by_staff == (_i == 0));
    ck_assert(fabs(comparison.line.slope.value - 1) < 0.03);
    const CompareRow *largest = &g_array_index(comparison.rows, CompareRow, 0);
    const CompareRow *smallest = &g_array_index(comparison.rows, CompareRow, 7);
    ck_assert_str_eq(largest->entry->department, "虚构县8局");
    ck_assert_str_eq(smallest->entry->department, "虚构县1局");
    assert_exact("the largest", largest->positions[0].percentile, 93.75);
    ck_assert_msg(fabs(largest->excess.value - 100) < 5, "%g", largest->excess.value);
    ck_assert(largest->excess_z.value > 10 && fabs(smallest->excess.value) < 5);
    ck_assert_uint_eq(largest->positions[1].n, 0); /* no growth without a year before */
    bench_free(bench);
}
END_TEST

START_TEST(too_few_for_a_line)
{
    Bench *bench = bench_new();
    add_department(bench, "虚构县乙局", "100.00 . .", "60.00 50.00 10.00", 5);
    add_department(bench, "虚构县无局", NULL, NULL, 0);
    add_department(bench, "虚构县甲局", "100.00 . .", NULL, 0);
    g_auto(Comparison) comparison = comparison_of_entries(peers_of_filing(bench->peers, bench->filing));
    assert_none("line", comparison.line.slope);
    assert_none("excess", g_array_index(comparison.rows, CompareRow, 0).excess);
    /* Of one size by name; without any figure last. */
    ck_assert_str_eq(g_array_index(comparison.rows, CompareRow, 2).entry->department, "虚构县无局");
    ck_assert_uint_eq(g_array_index(comparison.rows, CompareRow, 2).positions[0].n, 0);
    bench_free(bench);
}
END_TEST

Suite *comparison_suite(void)
{
    Suite *suite = suite_create("analysis/comparison");
    TCase *tests = tcase_create("comparison");
    tcase_add_loop_test(tests, places_and_excess, 0, 2);
    tcase_add_test(tests, too_few_for_a_line);
    suite_add_tcase(suite, tests);
    return suite;
}
