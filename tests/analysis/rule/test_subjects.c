/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *subjects_suite(void);

#define ROWS 6

typedef struct {
    const char *code, *label, *amount;
} Printed;

static void print_rows(Filing *filing, const Printed *rows)
{
    build_total(filing, "1000.00");
    Table *table = build_table(filing, "general");
    build_row(table, "", "总计", "900.00");
    for (gsize i = 0; i < ROWS && rows[i].code != NULL; i++)
        build_row(table, rows[i].code, rows[i].label, rows[i].amount);
}

static const struct {
    const char *name;
    Printed then[ROWS], now[ROWS];
    const char *expected;
} steps[] = {
    {"a subject starts",
     {{"2012604", "档案馆", "60.00"}},
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "1.00"}},
     "year.appeared notice 2012699"},
    {"a subject that was there is given a project",
     {{"2012601", "行政运行", "60.00 60.00"}, {"2012604", "档案馆", "50.00 20.00 30.00"}},
     {{"2012601", "行政运行", "95.00 60.00 35.00"}, {"2012604", "档案馆", "50.00 20.00 30.00"}},
     ""},
    {"a small one starts",
     {{"2012604", "档案馆", "60.00"}},
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "0.99"}},
     ""},
    {"one stops",
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "20.00"}},
     {{"2012604", "档案馆", "60.00"}},
     "year.vanished notice 2012699"},
    {"printed as nothing it has stopped as well",
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "20.00"}},
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "0.00"}},
     "year.vanished notice 2012699"},
    {"a class with its item is told once, by the item",
     {{"201", "一般公共服务支出", "60.00"}, {"20126", "档案事务", "60.00"}, {"2012604", "档案馆", "60.00"}},
     {{"201", "一般公共服务支出", "60.00"}, {"20126", "档案事务", "60.00"}, {"2012604", "档案馆", "60.00"},
      {"221", "住房保障支出", "30.00"}, {"22102", "住房改革支出", "30.00"}, {"2210201", "住房公积金", "30.00"}},
     "year.appeared notice 2210201"},
    {"a filing that prints groups only says nothing of items",
     {{"201", "一般公共服务支出", "60.00"}, {"20126", "档案事务", "60.00"}, {"2012604", "档案馆", "60.00"}},
     {{"201", "一般公共服务支出", "60.00"}, {"20126", "档案事务", "60.00"}},
     ""},
    {"not settled is not gone",
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "20.00"}},
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "20.00?2"}},
     ""},
    {"the same name under another code has neither stopped nor started",
     {{"2010301", "行政运行", "90.00"}},
     {{"2011301", "行政运行", "95.00"}},
     "year.renamed notice 2011301"},
    {"not confirmed, both are told",
     {{"2010301", "行政运行", "90.00"}},
     {{"2011301", "行政运行", "400.00"}},
     "year.appeared notice 2011301\nyear.vanished notice 2010301"},
    {"a code that means another thing",
     {{"2012698", "乡村图书角", "60.00"}},
     {{"2012698", "水库大坝加固", "64.00"}},
     "year.code-reused notice 2012698"},
};

START_TEST(tells_of_subjects)
{
    Bench *bench = bench_new();
    print_rows(bench->filing, steps[_i].now);
    print_rows(bench_add_filing(bench, 2023), steps[_i].then);
    bench_run(bench, rule_subjects);
    bench_assert(bench, steps[_i].name, steps[_i].expected);
    bench_free(bench);
}
END_TEST

/* 30104 went into several in 2018: one notice of the revision, no death and no births. */
START_TEST(tells_a_revision_that_splits)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2017);
    bench->filing->fiscal_year = 2018;
    build_total(bench->filing, "1000.00");
    Table *then = build_table(last, "basic");
    build_row(then, "30101", "基本工资", "90.00");
    build_row(then, "30104", "其他社会保障缴费", "60.00");
    Table *now = build_table(bench->filing, "basic");
    build_row(now, "30101", "基本工资", "90.00");
    build_row(now, "30110", "职工基本医疗保险缴费", "50.00");
    build_row(now, "30112", "其他社会保障缴费", "14.00");
    bench_run(bench, rule_subjects);
    bench_assert(bench, "split", "year.renamed notice 30104");
    const Finding *finding = bench_only(bench, "year.renamed");
    ck_assert_int_eq(finding->amount.fen, build_amount("60.00").fen);
    ck_assert_ptr_nonnull(strstr(finding->message, "30110 职工基本医疗保险缴费、30112 其他社会保障缴费 之下"));
    bench_free(bench);
}
END_TEST

/* The new subject's other money stands in the table of all money only: where it came from is known all the same. */
START_TEST(tells_no_birth_of_what_moved)
{
    static const Printed then[ROWS] = {{"2012604", "档案馆", "60.00"}};
    static const Printed now[ROWS] = {{"2012604", "档案馆", "40.00"}, {"2012608", "档案服务", "25.00"}};
    Bench *bench = bench_new();
    print_rows(bench->filing, now);
    build_claim(bench->filing, (Sentence){.subject = "档案服务", .code = "2012608", .fund = FUND_GENERAL, .amount = "25.00", .change = "5.00"});
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .fund = FUND_GENERAL, .amount = "40.00", .change = "0.00"});
    Filing *last = bench_add_filing(bench, 2023);
    print_rows(last, then);
    build_row(build_table(last, "expenditure"), "2012604", "档案馆", "65.00");
    Table *all = build_table(bench->filing, "expenditure");
    build_row(all, "2012604", "档案馆", "40.00");
    build_row(all, "2012608", "档案服务", "30.00");
    bench_run(bench, rule_subjects);
    bench_assert(bench, "moved", "reclass.balanced notice 2012608");
    bench_free(bench);
}
END_TEST

/* The author's base holds another subject's money and nobody says so: no error, but told, with both places. */
START_TEST(tells_an_unstated_move)
{
    static const Printed then[ROWS] = {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "30.00"}};
    static const Printed now[ROWS] = {{"2012604", "档案馆", "100.00"}};
    Bench *bench = bench_new();
    print_rows(bench->filing, now);
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .fund = FUND_GENERAL, .amount = "100.00", .change = "10.00"});
    print_rows(bench_add_filing(bench, 2023), then);
    bench_run(bench, rule_subjects);
    bench_run(bench, rule_base_drift);
    bench_assert(bench, "a sum", "reclass.balanced notice 2012604");
    const Finding *finding = bench_only(bench, "reclass.balanced");
    ck_assert_int_eq(finding->amount.fen, build_amount("30.00").fen);
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_uint_eq(finding->evidence->len, 3);
    ck_assert_int_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 2))->filing, 2023);
    bench_free(bench);
}
END_TEST

START_TEST(is_silent_without_last_year)
{
    static const Printed now[ROWS] = {{"2012604", "档案馆", "100.00"}};
    Bench *bench = bench_new();
    print_rows(bench->filing, now);
    print_rows(bench_add_filing(bench, 2022), steps[2].then);
    bench_run(bench, rule_subjects);
    bench_assert(bench, "a gap", "");
    bench_free(bench);
}
END_TEST

Suite *subjects_suite(void)
{
    Suite *suite = suite_create("subjects");
    TCase *tests = tcase_create("subjects");
    tcase_add_loop_test(tests, tells_of_subjects, 0, G_N_ELEMENTS(steps));
    tcase_add_test(tests, tells_a_revision_that_splits);
    tcase_add_test(tests, tells_no_birth_of_what_moved);
    tcase_add_test(tests, tells_an_unstated_move);
    tcase_add_test(tests, is_silent_without_last_year);
    suite_add_tcase(suite, tests);
    return suite;
}
