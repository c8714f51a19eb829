/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/years.h"

Suite *unusual_suite(void);

/* Growths of some 3 %, unequal, in 2017 to 2023. */
#define STEADY "100.00 103.00 105.50 109.10 112.30 115.90 118.80 122.80"

START_TEST(against_its_history)
{
    static const struct {
        const char *name, *total, *figures, *expected;
    } rows[] = {
        {"doubled after steady years", "999.00", STEADY " 245.00", "change.unusual warning 2012601"},
        {"halved", "999.00", STEADY " 61.00", "change.unusual warning 2012601"},
        {"as ever", "999.00", STEADY " 126.50", ""},
        {"after wild years", "999.00", "100.00 180.00 90.00 150.00 85.00 160.00 95.00 140.00 245.00", ""},
        {"six years are enough", "999.00", "100.00 103.00 105.50 109.10 112.30 420.00", "change.unusual warning 2012601"},
        {"five are not", "999.00", "103.00 105.50 109.10 112.30 420.00", ""},
        {"two are not", "999.00", "112.30 420.00", ""},
        {"nothing to measure by", "999.00", "100.00 100.00 100.00 100.00 100.00 100.00 100.00 300.00", ""},
        {"unusual, but no matter", "999999.00", STEADY " 245.00", ""},
        {"unusual, but small", "999.00", STEADY " 131.00", ""},
        {"a zero among them", "999.00", "100.00 103.00 0.00 109.10 112.30 115.90 118.80 122.80 245.00", ""},
        {"the year before is missing", "999.00", "100.00 103.00 105.50 109.10 112.30 115.90 118.80 . 245.00", ""},
        {"a gap further back", "999.00", "100.00 103.00 105.50 . 112.30 115.90 118.80 122.80 245.00", "change.unusual warning 2012601"},
    };
    Bench *bench = bench_new();
    years_add(bench, "", "总计", rows[_i].total);
    years_add(bench, "2012601", "行政运行", rows[_i].figures);
    bench_run(bench, rule_unusual);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(says_what_is_usual)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "999.00");
    years_add(bench, "2012601", "行政运行", STEADY " 245.60");
    bench_run(bench, rule_unusual);
    const Finding *finding = bench_only(bench, "change.unusual");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_int_eq(finding->amount.fen, build_amount("122.80").fen);
    ck_assert_uint_eq(finding->evidence->len, 2); /* this year's figure and last year's */
    ck_assert_ptr_nonnull(strstr(finding->message, "122.80 → 245.60"));
    ck_assert_ptr_nonnull(strstr(finding->message, "100.00%"));
    /* Growths are 3.0, 2.4, 3.4, 2.9, 3.2, 2.5, 3.4 and 100: the median lies between 3.00 and 3.21. */
    ck_assert_ptr_nonnull(strstr(finding->message, "中位数是 3.1"));
    bench_free(bench);
}
END_TEST

/* A class that only repeats its item is not told again; one that moves otherwise is. */
START_TEST(told_once)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "999.00");
    years_add(bench, "201", "一般公共服务支出", STEADY " 245.00");
    years_add(bench, "20126", "档案事务", STEADY " 245.00");
    years_add(bench, "2012601", "行政运行", STEADY " 245.00");
    years_add(bench, "208", "社会保障和就业支出", "51.00 52.00 54.00 55.00 57.00 58.20 60.00 61.40 140.00");
    bench_run(bench, rule_unusual);
    bench_assert(bench, "told once", "change.unusual warning 2012601\nchange.unusual warning 208");
    bench_free(bench);
}
END_TEST

/* What a balanced move explains is not unusual. */
START_TEST(not_what_moved)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "999.00");
    years_add(bench, "2012601", "行政运行", STEADY " 245.00");
    build_claim(bench->filing, (Sentence){.subject = "行政运行", .code = "2012601", .amount = "245.00", .change = "122.20",
                                          .reason = "从档案馆调整到行政运行科目122.20万元"});
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .amount = "10.00", .change = "-122.20",
                                          .reason = "调整到行政运行科目122.20万元"});
    bench_run(bench, rule_unusual);
    bench_assert(bench, "moved", "");
    bench_free(bench);
}
END_TEST

/* Two years of our own, `count` peers besides whose growths are some 3 %. */
static void run_among(Bench *bench, int count, const char *own)
{
    years_add(bench, "", "总计", "900.00 999.00");
    years_add(bench, "2012601", "行政运行", own);
    years_add_peer(bench, bench);
    for (int i = 0; i < count; i++) {
        Bench *peer = bench_new();
        text_set(&peer->department->name, "虚构县同类局");
        const double figures[] = {200, 200 * (1.03 + 0.004 * (i % 7 - 3))};
        years_add(peer, "", "总计", "900.00 999.00");
        years_add_values(peer, "2012601", "行政运行", figures, 2);
        years_add_peer(bench, peer);
        bench_free(peer);
    }
    bench_run(bench, rule_unusual);
}

START_TEST(among_its_peers)
{
    static const struct {
        const char *name, *own;
        int count;
        const char *expected;
    } rows[] = {
        {"doubled where the others grew by 3 %", "100.00 200.00", 24, "change.unusual warning 2012601"},
        {"grew like them", "100.00 103.10", 24, ""},
        {"too few peers", "100.00 200.00", 18, ""},
        {"no peers", "100.00 200.00", 0, ""},
        {"nothing last year", "0.00 200.00", 24, ""},
    };
    Bench *bench = bench_new();
    run_among(bench, rows[_i].count, rows[_i].own);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/*
 * Departments without anything unusual: their growths are normal, each subject with a spread of its own. With false
 * discoveries held at 5 %, about one department in twenty may have a finding, and this one in far fewer, since a
 * change must be large as well: of 60, at most 8 (three standard deviations above 3).
 */
START_TEST(false_alarms)
{
    enum { DEPARTMENTS = 60, SUBJECTS = 12, YEARS = 9 };
    GRand *random = g_rand_new_with_seed(20240731);
    int alarmed = 0;

    for (int department = 0; department < DEPARTMENTS; department++) {
        Bench *bench = bench_new();
        years_add(bench, "", "总计", "999.00");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            double values[YEARS] = {80};
            for (int year = 1; year < YEARS; year++)
                values[year] = values[year - 1] * exp(0.03 + (0.02 + 0.02 * subject) * years_noise(random));
            g_autofree char *code = g_strdup_printf("20126%02d", subject + 1);
            years_add_values(bench, code, "示例科目", values, YEARS);
        }
        bench_run(bench, rule_unusual);
        alarmed += bench->findings->len > 0;
        bench_free(bench);
    }
    g_rand_free(random);
    ck_assert_msg(alarmed <= 8, "%d of %d", alarmed, DEPARTMENTS);
}
END_TEST

/*
 * Departments of two years whose subjects differ in their steadiness, each among all others. One in forty is expected to be
 * called unusual by chance: of 40, at most 4.
 */
START_TEST(false_alarms_among_peers)
{
    enum { DEPARTMENTS = 40, SUBJECTS = 8 };
    GRand *random = g_rand_new_with_seed(20240731);
    Bench *benches[DEPARTMENTS];
    g_autoptr(Peers) peers = peers_new();
    int alarmed = 0;

    for (int department = 0; department < DEPARTMENTS; department++) {
        Bench *bench = benches[department] = bench_new();
        years_add(bench, "", "总计", "900.00 999.00");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            const double spread = 0.01 + 0.11 * g_rand_double(random);
            const double values[] = {90, 90 * exp(0.03 + spread * years_noise(random))};
            g_autofree char *code = g_strdup_printf("20126%02d", subject + 1);
            years_add_values(bench, code, "示例科目", values, 2);
        }
        peers_add(peers, bench->department, NULL, bench->thresholds);
    }
    for (int department = 0; department < DEPARTMENTS; department++) {
        benches[department]->peers = peers;
        bench_run(benches[department], rule_unusual);
        alarmed += benches[department]->findings->len > 0;
        benches[department]->peers = NULL;
        bench_free(benches[department]);
    }
    g_rand_free(random);
    ck_assert_msg(alarmed <= 4, "%d of %d", alarmed, DEPARTMENTS);
}
END_TEST

Suite *unusual_suite(void)
{
    Suite *suite = suite_create("analysis/rule/unusual");
    TCase *tests = tcase_create("change.unusual");
    tcase_add_loop_test(tests, against_its_history, 0, 13);
    tcase_add_test(tests, says_what_is_usual);
    tcase_add_test(tests, told_once);
    tcase_add_test(tests, not_what_moved);
    tcase_add_loop_test(tests, among_its_peers, 0, 5);
    tcase_add_test(tests, false_alarms);
    tcase_add_test(tests, false_alarms_among_peers);
    suite_add_tcase(suite, tests);
    return suite;
}
