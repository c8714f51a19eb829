/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/years.h"

Suite *per_head_suite(void);

/* Table 6: basic expenditure, of which personnel and operating. */
static void add_costs(Bench *bench, double personnel, double operating, int staff)
{
    g_autofree char *figures = g_strdup_printf("%.2f %.2f %.2f", personnel + operating, personnel, operating);
    build_row(build_table(bench->filing, "basic"), "", "合计", figures);
    if (staff > 0)
        build_staff(bench->filing, "in-post", staff, 0);
}

START_TEST(against_its_peers)
{
    static const struct {
        const char *name;
        int peers;
        double personnel, operating;
        int staff;
        const char *expected;
    } rows[] = {
        /* The others: 20 to 23 of personnel a head, 2.0 to 2.6 of operating. */
        {"operating cost four times theirs", 24, 430, 200, 20, "perhead.outlier notice 人均公用经费"},
        {"personnel cost half of theirs", 24, 200, 45, 20, "perhead.outlier notice 人均人员经费"},
        {"like them", 24, 430, 45, 20, ""},
        {"too few peers", 18, 430, 200, 20, ""},
        {"no peers", 0, 430, 200, 20, ""},
        {"staff not said", 24, 430, 200, 0, ""},
    };
    Bench *bench = bench_new();
    add_costs(bench, rows[_i].personnel, rows[_i].operating, rows[_i].staff);
    years_add_peer(bench, bench);
    for (int i = 0; i < rows[_i].peers; i++) {
        Bench *peer = bench_new();
        add_costs(peer, 10 * (20 + 0.5 * (i % 7)), 10 * (2 + 0.1 * (i % 7)), 10);
        years_add_peer(bench, peer);
        bench_free(peer);
    }
    bench_run(bench, rule_per_head);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(without_peers)
{
    Bench *bench = bench_new();
    add_costs(bench, 430, 200, 20);
    bench_run(bench, rule_per_head);
    bench_assert(bench, "alone", "");
    bench_free(bench);
}
END_TEST

Suite *per_head_suite(void)
{
    Suite *suite = suite_create("analysis/rule/per_head");
    TCase *tests = tcase_create("perhead.outlier");
    tcase_add_loop_test(tests, against_its_peers, 0, 6);
    tcase_add_test(tests, without_peers);
    suite_add_tcase(suite, tests);
    return suite;
}
