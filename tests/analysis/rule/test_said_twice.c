/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *said_twice_suite(void);

#define FIRST {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "10.00"}

static const struct {
    const char *name;
    Sentence first, second;
    const char *expected;
} cases[] = {
    {"the same twice", FIRST, FIRST, ""},
    {"another change", FIRST, {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "13.00"}, "text.amount error 2012604"},
    {"the other way", FIRST, {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "-10.00"}, "text.amount error 2012604"},
    {"apart by rounding", FIRST, {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "10.01"}, ""},
    {"coarser, rounded", {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "9.96"},
     {.subject = "档案馆", .code = "2012604", .amount = "100", .change = "10"}, ""},
    {"coarser, cut off", {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "-9.96"},
     {.subject = "档案馆", .code = "2012604", .amount = "100", .change = "-9"}, ""},
    {"one names no amount", {.subject = "档案馆", .code = "2012604", .change = "10.00"}, {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "13.00"}, "text.amount warning 2012604"},
    {"neither names an amount", {.subject = "档案馆", .code = "2012604", .change = "10.00"}, {.subject = "档案馆", .code = "2012604", .change = "13.00"}, ""},
    {"no code, one names no amount", {.subject = "甲", .change = "10.00"}, {.subject = "甲", .amount = "100.00", .change = "13.00"}, ""},
    {"another amount: counted otherwise", FIRST, {.subject = "档案馆", .code = "2012604", .amount = "120.00", .change = "13.00"}, ""},
    {"another fund", FIRST, {.subject = "档案馆", .code = "2012604", .fund = FUND_GOVERNMENT, .amount = "100.00", .change = "13.00"}, ""},
    {"against something else", FIRST,
     {.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "13.00", .against = AGAINST_LAST_ACCOUNTS}, ""},
    {"another thing without a code", {.subject = "甲", .amount = "100.00", .change = "10.00"},
     {.subject = "乙", .amount = "100.00", .change = "13.00"}, ""},
    {"one thing without a code", {.subject = "甲", .amount = "100.00", .change = "10.00"},
     {.subject = "甲", .amount = "100.00", .change = "13.00"}, "text.amount error 甲"},
    {"nothing, twice", {.subject = "甲", .amount = "0.00", .change = "-10.00"}, {.subject = "甲", .amount = "0.00", .change = "-13.00"}, ""},
};

START_TEST(compares)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, cases[_i].first);
    build_claim(bench->filing, cases[_i].second);
    bench_run(bench, rule_said_twice);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    bench_free(bench);
}
END_TEST

/* Three sentences, the last of them wrong: told once. */
START_TEST(tells_once)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, (Sentence)FIRST);
    build_claim(bench->filing, (Sentence)FIRST);
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "13.00"});
    bench_run(bench, rule_said_twice);
    bench_assert(bench, "once", "text.amount error 2012604");
    bench_free(bench);
}
END_TEST

Suite *said_twice_suite(void)
{
    Suite *suite = suite_create("said_twice");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, compares, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, tells_once);
    suite_add_tcase(suite, all);
    return suite;
}
