/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *base_drift_suite(void);

/* This year's sentence on 2012604, and the figure that last year's table 5 prints for it. */
static Filing *filings_of_two_years(Bench *bench, const char *amount, const char *change, const char *filed)
{
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .fund = FUND_GENERAL, .amount = amount, .change = change});
    Filing *last = bench_add_filing(bench, 2023);
    Table *table = build_table(last, "general");
    build_row(table, "", "总计", "300.00");
    build_row(table, "2012604", "档案馆", filed);
    return last;
}

START_TEST(compares_the_implied_base)
{
    static const struct {
        const char *name, *amount, *change, *filed, *expected;
    } rows[] = {
        {"the same figure", "100.00", "10.00", "90.00", ""},
        /* Three printed figures with half a step of 0.01 each: 0.015 is just within, 0.02 is beyond. */
        {"rounding", "100.00", "10.00", "90.01", ""},
        {"beyond rounding", "100.00", "10.00", "90.02", "year.base-drift error 2012604"},
        {"far off", "100.00", "10.00", "80.00", "year.base-drift error 2012604"},
        {"a fall", "100.00", "-10.00", "110.00", ""},
        {"a coarser sentence", "100", "10", "90.40", ""},
        {"not settled last year", "100.00", "10.00", "80.00?2", ""},
        {"cut off from figures in yuan", "100.00", "-10.00", "110.0118", ""},
        {"not even cut off", "100.00", "-10.00", "110.0201", "year.base-drift error 2012604"},
        {"nothing filed last year", "100.00", "10.00", ".", ""},
    };
    Bench *bench = bench_new();
    filings_of_two_years(bench, rows[_i].amount, rows[_i].change, rows[_i].filed);
    bench_run(bench, rule_base_drift);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* A growth without a change is reckoned on last year's own figure. */
START_TEST(reckons_a_growth)
{
    static const struct {
        const char *name, *amount, *growth, *filed, *expected;
    } rows[] = {
        {"it fits", "110.00", "10.00", "100.00", ""},
        {"cut off", "110.00", "9.99", "100.00", ""},
        {"beyond the last digit", "110.00", "9.90", "100.00", "year.base-drift error 2012604"},
        {"a fall called a rise", "90.00", "10.00", "100.00", "year.base-drift error 2012604"},
        {"on nothing", "90.00", "100.00", "0.00", ""},
    };
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .fund = FUND_GENERAL, .amount = rows[_i].amount,
                                          .growth = rows[_i].growth});
    Table *table = build_table(bench_add_filing(bench, 2023), "general");
    build_row(table, "2012604", "档案馆", rows[_i].filed);
    bench_run(bench, rule_base_drift);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* What last year's tables do not print is held against its text; a warning where this year's says it counts otherwise. */
START_TEST(compares_texts_where_no_table_prints_it)
{
    static const struct {
        const char *name, *last, *again, *text, *expected;
    } rows[] = {
        {"the same", "90.00", NULL, "", ""},
        {"another", "80.00", NULL, "", "year.base-drift error 机关运行经费"},
        {"counted otherwise", "80.00", NULL, "今年统计口径变化", "year.base-drift warning 机关运行经费"},
        {"the text disagrees with itself", "80.00", "90.00", "", ""},
    };
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence){.subject = "机关运行经费", .measure = "administrative", .amount = "100.00", .change = "10.00", .text = rows[_i].text});
    Filing *last = bench_add_filing(bench, 2023);
    build_claim(last, (Sentence){.subject = "机关运行经费", .measure = "administrative", .amount = rows[_i].last});
    if (rows[_i].again != NULL)
        build_claim(last, (Sentence){.subject = "机关运行经费", .measure = "administrative", .amount = rows[_i].again});
    bench_run(bench, rule_base_drift);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_years)
{
    Bench *bench = bench_new();
    filings_of_two_years(bench, "100.00", "10.00", "80.00");
    bench_run(bench, rule_base_drift);
    const Finding *finding = bench_only(bench, "year.base-drift");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_int_eq(finding->amount.fen, build_amount("10.00").fen);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->row, "2012604");
    ck_assert_ptr_nonnull(strstr(finding->message, "90.00"));
    ck_assert_ptr_nonnull(strstr(finding->message, "80.00"));
    bench_free(bench);
}
END_TEST

/* Last year's subject and one that is gone this year make up the base: recoded, not drifted. */
START_TEST(looks_for_the_sum_first)
{
    Bench *bench = bench_new();
    Filing *last = filings_of_two_years(bench, "100.00", "10.00", "60.00");
    build_row(filing_table(last, "general"), "2012699", "其他档案事务支出", "30.00");
    Table *now = build_table(bench->filing, "general");
    build_row(now, "2012604", "档案馆", "100.00");
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "60 and 30 are 90", "");
    /* Still filed this year, the other subject's money cannot be part of this one's base. */
    build_row(now, "2012699", "其他档案事务支出", "30.00");
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "the other one lives on", "year.base-drift error 2012604");
    bench_free(bench);
}
END_TEST

/* This year's author compared with last year's filing before it was re-issued: a question, no error. */
START_TEST(knows_the_issue_before)
{
    Bench *bench = bench_new();
    Filing *last = filings_of_two_years(bench, "100.00", "10.00", "80.00");
    Filing *earlier = bench_add_restated(bench);
    earlier->fiscal_year = last->fiscal_year;
    build_row(build_table(earlier, "general"), "2012604", "档案馆", "90.00");
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "as first issued", "year.base-drift warning 2012604");
    earlier->fiscal_year--;
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "that of another year", "year.base-drift error 2012604\nyear.base-drift warning 2012604");
    bench_free(bench);
}
END_TEST

/* Of nine subjects that are gone two make up the difference, as some two or three of nine do anyway: asked, not joined. */
START_TEST(doubts_sums_of_many)
{
    static const char *const gone[] = {"31.17", "58.02", "12.44", "47.91", "22.63", "9.35", "38.78", "51.56", "17.20"};
    Bench *bench = bench_new();
    Filing *last = filings_of_two_years(bench, "300.00", "10.00", "200.81");
    for (gsize i = 0; i < G_N_ELEMENTS(gone); i++) {
        g_autofree char *code = g_strdup_printf("20126%02u", (guint)(20 + i));
        build_row(filing_table(last, "general"), code, "专项", gone[i]);
    }
    build_row(build_table(bench->filing, "general"), "2012604", "档案馆", "300.00");
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "31.17 and 58.02", "year.base-drift warning 2012604");
    const Finding *finding = bench_only(bench, "year.base-drift");
    ck_assert_ptr_nonnull(strstr(finding->message, "2012620 专项 31.17、2012621 专项 58.02"));
    bench_free(bench);
}
END_TEST

START_TEST(needs_the_same_kind_and_scope)
{
    Bench *bench = bench_new();
    Filing *last = filings_of_two_years(bench, "100.00", "10.00", "80.00");
    last->kind = KIND_ACCOUNTS;
    bench_run(bench, rule_base_drift);
    last->kind = KIND_BUDGET;
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_base_drift);
    last->scope = SCOPE_DEPARTMENT;
    last->fiscal_year = 2022;
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "accounts, a unit, the year before last", "");
    bench_free(bench);
}
END_TEST

/* The same change told in two sections is one finding. */
START_TEST(tells_once)
{
    Bench *bench = bench_new();
    filings_of_two_years(bench, "100.00", "10.00", "80.00");
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .fund = FUND_GENERAL, .amount = "100.00", .change = "10.00"});
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "twice said", "year.base-drift error 2012604");
    bench_free(bench);
}
END_TEST

Suite *base_drift_suite(void)
{
    Suite *suite = suite_create("base_drift");
    TCase *tests = tcase_create("base_drift");
    tcase_add_loop_test(tests, compares_the_implied_base, 0, 10);
    tcase_add_loop_test(tests, reckons_a_growth, 0, 5);
    tcase_add_loop_test(tests, compares_texts_where_no_table_prints_it, 0, 4);
    tcase_add_test(tests, shows_both_years);
    tcase_add_test(tests, looks_for_the_sum_first);
    tcase_add_test(tests, knows_the_issue_before);
    tcase_add_test(tests, doubts_sums_of_many);
    tcase_add_test(tests, needs_the_same_kind_and_scope);
    tcase_add_test(tests, tells_once);
    suite_add_tcase(suite, tests);
    return suite;
}
