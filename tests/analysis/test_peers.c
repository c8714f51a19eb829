/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/peers.h"

#include <check.h>

#include "tests/analysis/rule/years.h"
#include "tests/analysis/stat/near.h"

Suite *peers_suite(void);

/* Twelve departments that grow by 0 to 11 %, and one more in another year and one of another scope. */
static Bench *bench_with_peers(void)
{
    Bench *bench = bench_new();
    for (int i = 0; i < 14; i++) {
        Bench *peer = bench_new();
        const double figures[] = {100, 100 + MIN(i, 11)};
        years_add_values(peer, "", "总计", figures, i == 12 ? 1 : 2);
        if (i == 12)
            peer->filing->fiscal_year = 2020;
        if (i == 13)
            peer->filing->scope = SCOPE_UNIT;
        years_add_peer(bench, peer);
        bench_free(peer);
    }
    years_add(bench, "", "总计", "100.00 104.00");
    return bench;
}

START_TEST(of_kind_scope_and_year)
{
    Bench *bench = bench_with_peers();
    const GPtrArray *entries = peers_of_filing(bench->peers, bench->filing);
    ck_assert_uint_eq(entries->len, 12);
    double values[12];
    ck_assert_uint_eq(peers_indicator(entries, indicator_find("growth"), values), 12);
    assert_near("the last one's growth", measured(values[11]), 11, 1e-12);
    ck_assert_uint_eq(peers_indicator(entries, indicator_find("execution"), values), 0);
    bench->filing->kind = KIND_ACCOUNTS;
    ck_assert_ptr_null(peers_of_filing(bench->peers, bench->filing));
    bench_free(bench);
}
END_TEST

START_TEST(standing_of_growth)
{
    Bench *bench = bench_with_peers();
    const Standing middle = peers_standing(bench->peers, bench->filing, PEER_GROWTH, "", log(1.055));
    ck_assert_uint_eq(middle.n, 12);
    assert_near("between 5 and 6 %", middle.median, (log(1.05) + log(1.06)) / 2, 1e-12);
    assert_exact("nothing unusual", middle.level, 1);
    const Standing far = peers_standing(bench->peers, bench->filing, PEER_GROWTH, "", log(2));
    assert_exact("none is as far", measured(far.share), 0);
    /* From the median of 5.5 %, 0 % is farther than 11 % by logarithms: these two are as far as the last one. */
    const Standing last = peers_standing(bench->peers, bench->filing, PEER_GROWTH, "", log(1.11));
    assert_near("two of twelve", measured(last.share), 2.0 / 12, 1e-12);
    ck_assert(far.z.value > 10 && far.level.known && far.level.value <= 0.0005);
    const Standing none = peers_standing(bench->peers, bench->filing, PEER_GROWTH, "201", 0.5);
    ck_assert_uint_eq(none.n, 0);
    assert_none("nobody has it", none.level);
    /* One more changes the spread that was worked out before. */
    Bench *late = bench_new();
    years_add(late, "", "总计", "100.00 111.00");
    years_add_peer(bench, late);
    const Standing later = peers_standing(bench->peers, bench->filing, PEER_GROWTH, "", log(1.06));
    ck_assert_uint_eq(later.n, 13);
    assert_near("now 6 %", later.median, log(1.06), 1e-12);
    bench_free(late);
    bench_free(bench);
}
END_TEST

Suite *peers_suite(void)
{
    Suite *suite = suite_create("analysis/peers");
    TCase *tests = tcase_create("peers");
    tcase_add_test(tests, of_kind_scope_and_year);
    tcase_add_test(tests, standing_of_growth);
    suite_add_tcase(suite, tests);
    return suite;
}
