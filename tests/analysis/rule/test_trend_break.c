/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <math.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/years.h"

Suite *trend_break_suite(void);

START_TEST(outside_what_was_expected)
{
    static const struct {
        const char *name, *total, *figures, *expected;
    } rows[] = {
        {"far above", "999.00", "100.00 103.00 105.50 109.10 112.30 115.90 200.00", "trend.break notice 2012601"},
        {"far below", "999.00", "100.00 103.00 105.50 109.10 112.30 115.90 60.00", "trend.break notice 2012601"},
        {"on it", "999.00", "100.00 103.00 105.50 109.10 112.30 115.90 119.30", ""},
        {"outside, but by little", "999.00", "100.00 103.00 105.50 109.10 112.30 115.90 126.00", ""},
        {"outside, but no matter", "999999.00", "100.00 103.00 105.50 109.10 112.30 115.90 200.00", ""},
        {"a wide interval", "999.00", "100.00 160.00 90.00 170.00 100.00 180.00 250.00", ""},
        {"five years", "999.00", "100.00 103.00 105.50 109.10 250.00", "trend.break notice 2012601"},
        {"four years", "999.00", "103.00 105.50 109.10 250.00", ""},
        {"three years", "999.00", "105.50 109.10 250.00", ""},
        /* Without any spread before, every cent is off the trend. */
        {"constant before", "999.00", "100.00 100.00 100.00 100.00 100.00 200.00", ""},
        {"a zero before", "999.00", "100.00 0.00 105.50 109.10 112.30 200.00", ""},
        {"a gap before", "999.00", "100.00 103.00 . 109.10 112.30 115.90 200.00", "trend.break notice 2012601"},
    };
    Bench *bench = bench_new();
    years_add(bench, "", "总计", rows[_i].total);
    years_add(bench, "2012601", "行政运行", rows[_i].figures);
    bench_run(bench, rule_trend_break);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* The interval is that of R: exp(predict(lm(log(y) ~ x), data.frame(x = 2024), interval = "prediction")) for the six years
   before gives 118.0890 and 120.2559. */
START_TEST(says_where_it_should_lie)
{
    Bench *bench = bench_new();
    years_add(bench, "", "总计", "999.00");
    years_add(bench, "2012601", "行政运行", "100.00 103.00 105.50 109.10 112.30 115.90 200.00");
    bench_run(bench, rule_trend_break);
    const Finding *finding = bench_only(bench, "trend.break");
    ck_assert_int_eq(finding->base_year, 2018);
    ck_assert_ptr_nonnull(strstr(finding->message, "[118.09, 120.26]"));
    ck_assert_ptr_nonnull(strstr(finding->message, "2018–2023"));
    bench_free(bench);
}
END_TEST

/* A subject off with p = 0.0131 (R: predict() with se.fit, pt()) is nothing among thirty others, and something alone. */
START_TEST(among_many)
{
    for (int others = 0; others <= 30; others += 30) {
        Bench *bench = bench_new();
        GRand *random = g_rand_new_with_seed(20240731);
        years_add(bench, "", "总计", "999.00");
        for (int i = 0; i < others; i++) {
            double values[6];
            for (int year = 0; year < 6; year++)
                values[year] = 100 * exp(0.03 * year + 0.05 * years_noise(random));
            values[5] = exp(0.15) * 100; /* on the trend */
            g_autofree char *code = g_strdup_printf("20801%02d", i + 1);
            years_add_values(bench, code, "示例科目", values, 6);
        }
        years_add(bench, "2012601", "行政运行", "100.00 108.00 104.00 116.00 113.00 160.00");
        bench_run(bench, rule_trend_break);
        bench_assert(bench, others > 0 ? "among thirty" : "alone", others > 0 ? "" : "trend.break notice 2012601");
        g_rand_free(random);
        bench_free(bench);
    }
}
END_TEST

Suite *trend_break_suite(void)
{
    Suite *suite = suite_create("analysis/rule/trend_break");
    TCase *tests = tcase_create("trend.break");
    tcase_add_loop_test(tests, outside_what_was_expected, 0, 12);
    tcase_add_test(tests, says_where_it_should_lie);
    tcase_add_test(tests, among_many);
    suite_add_tcase(suite, tests);
    return suite;
}
