/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/years.h"

Suite *share_shift_suite(void);

/* Two classes of 1000 together: the share of the second one, in tenths of a percent, year by year. */
static void add_shares(Bench *bench, const int *shares, int count)
{
    double first[16], second[16], total[16];
    for (int i = 0; i < count; i++) {
        total[i] = 1000;
        second[i] = shares[i];
        first[i] = 1000 - shares[i];
    }
    years_add_values(bench, "", "总计", total, count);
    years_add_values(bench, "201", "一般公共服务支出", first, count);
    years_add_values(bench, "208", "社会保障和就业支出", second, count);
}

START_TEST(against_its_history)
{
    static const struct {
        const char *name;
        int count;
        int shares[10];
        const char *expected;
    } rows[] = {
        /* The index is the move of one share: 1.0, 1.2, 0.9, … % a year, then 25 %. */
        {"a quarter moved", 9, {100, 110, 98, 107, 96, 107, 95, 104, 354}, "share.shift notice 208"},
        {"and back", 9, {354, 344, 356, 347, 358, 347, 359, 350, 100}, "share.shift notice 201"},
        {"as ever", 9, {100, 110, 98, 107, 96, 107, 95, 104, 116}, ""},
        {"always moving", 9, {100, 300, 90, 320, 110, 290, 80, 300, 550}, ""},
        {"unusual, but little", 9, {100, 110, 98, 107, 96, 107, 95, 104, 180}, ""},
        {"three years", 3, {100, 110, 354}, ""},
        {"two years", 2, {100, 354}, ""},
        {"one year", 1, {354}, ""},
    };
    Bench *bench = bench_new();
    add_shares(bench, rows[_i].shares, rows[_i].count);
    bench_run(bench, rule_share_shift);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(says_what_moved)
{
    Bench *bench = bench_new();
    add_shares(bench, (const int[]){100, 110, 98, 107, 96, 107, 95, 104, 354}, 9);
    bench_run(bench, rule_share_shift);
    const Finding *finding = bench_only(bench, "share.shift");
    ck_assert_ptr_nonnull(strstr(finding->message, "25.0%"));
    ck_assert_ptr_nonnull(strstr(finding->message, "社会保障和就业支出 由 10.4% 升至 35.4%"));
    ck_assert_ptr_nonnull(strstr(finding->message, "一般公共服务支出 由 89.6% 降至 64.6%"));
    bench_free(bench);
}
END_TEST

START_TEST(among_its_peers)
{
    static const struct {
        const char *name;
        int peers, now; /* our share goes from 100 to this */
        const char *expected;
    } rows[] = {
        {"a quarter moved, where the others moved one in a hundred", 24, 350, "share.shift notice 208"},
        {"like the others", 24, 112, ""},
        {"too few of them", 18, 350, ""},
    };
    Bench *bench = bench_new();
    add_shares(bench, (const int[]){100, rows[_i].now}, 2);
    years_add_peer(bench, bench);
    for (int i = 0; i < rows[_i].peers; i++) {
        Bench *peer = bench_new();
        add_shares(peer, (const int[]){200, 205 + 2 * (i % 5)}, 2);
        years_add_peer(bench, peer);
        bench_free(peer);
    }
    bench_run(bench, rule_share_shift);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *share_shift_suite(void)
{
    Suite *suite = suite_create("analysis/rule/share_shift");
    TCase *tests = tcase_create("share.shift");
    tcase_add_loop_test(tests, against_its_history, 0, 8);
    tcase_add_test(tests, says_what_moved);
    tcase_add_loop_test(tests, among_its_peers, 0, 3);
    suite_add_tcase(suite, tests);
    return suite;
}
