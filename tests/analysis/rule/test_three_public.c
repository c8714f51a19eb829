/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *three_public_suite(void);

static const struct {
    const char *name;
    Sentence sentence;
    const char *expected;
} cases[] = {
    {"rose",
     {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "0.01"},
     "three-public.increase warning 公务接待费"},
    {"fell", {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "-0.01"}, ""},
    {"stayed", {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .turn = TURN_SAME}, ""},
    {"new",
     {.subject = "公务用车购置费", .measure = "vehicle-purchase", .amount = "18.00", .change = "18.00"},
     "three-public.increase warning 公务用车购置费"},
    {"the whole",
     {.subject = "三公经费", .measure = "three-public", .amount = "2.62", .change = "0.10"},
     "three-public.increase warning 三公经费"},
    {"another expense", {.subject = "会议费", .measure = "meetings", .amount = "2.62", .change = "0.10"}, ""},
    {"against this year's budget",
     {.subject = "公务接待费",
      .measure = "reception",
      .amount = "0.50",
      .change = "0.10",
      .against = AGAINST_THIS_BUDGET},
     ""},
};

START_TEST(tells_a_rise)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, cases[_i].sentence);
    bench_run(bench, rule_three_public);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    g_ptr_array_set_size(bench->findings, 0);
    ck_assert(thresholds_override(bench->thresholds, "rule.three-public=0", NULL));
    bench_run(bench, rule_three_public);
    bench_assert(bench, "switched off", "");
    bench_free(bench);
}
END_TEST

/* Told twice in the text, found once; and last year's table tells where the text does not. */
START_TEST(tells_it_once)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_line(build_table(bench->filing, "three-public"), "公务接待费", "0.50 0.50");
    build_line(build_table(last, "three-public"), "公务接待费", "0.40 0.40");
    bench_run(bench, rule_three_public);
    bench_assert(bench, "the tables tell", "three-public.increase warning 公务接待费");
    ck_assert_int_eq(bench_only(bench, "three-public.increase")->base_year, 2023);
    ck_assert_int_eq(bench_only(bench, "three-public.increase")->amount.fen, build_amount("0.10").fen);
    g_ptr_array_set_size(bench->findings, 0);
    Sentence rise = {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "0.10"};
    build_claim(bench->filing, rise);
    build_claim(bench->filing, rise);
    bench_run(bench, rule_three_public);
    bench_assert(bench, "text and tables", "three-public.increase warning 公务接待费");
    bench_free(bench);
}
END_TEST

START_TEST(compares_tables)
{
    static const struct {
        const char *name, *now, *before, *expected;
    } rows[] = {
        {"less", "0.40", "0.50", ""},
        {"equal", "0.40", "0.40", ""},
        {"more by rounding only", "0.41", "0.40", ""},
        {"more", "0.42", "0.40", "three-public.increase warning 公务接待费"},
        {"not printed last year", "0.42", ".", ""},
    };
    Bench *bench = bench_new();
    build_line(build_table(bench->filing, "three-public"), "公务接待费", rows[_i].now);
    build_line(build_table(bench_add_filing(bench, 2023), "three-public"), "公务接待费", rows[_i].before);
    bench_run(bench, rule_three_public);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *three_public_suite(void)
{
    Suite *suite = suite_create("three_public");
    TCase *rises = tcase_create("rises");
    tcase_add_loop_test(rises, tells_a_rise, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(rises, tells_it_once);
    tcase_add_loop_test(rises, compares_tables, 0, 5);
    suite_add_tcase(suite, rises);
    return suite;
}
