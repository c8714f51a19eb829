/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *approved_suite(void);

#define YEAR 2023

static const struct {
    const char *name, *text, *base, *filed;
    int year;
    Scope scope;
    const char *expected;
} cases[] = {
    {"the same figure", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "100.00", YEAR, SCOPE_DEPARTMENT, ""},
    {"another figure", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "130.00", YEAR, SCOPE_DEPARTMENT, "year.base-drift error 2012604"},
    {"apart by rounding", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "100.0049", YEAR, SCOPE_DEPARTMENT, ""},
    {"cut off", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "100.0099", YEAR, SCOPE_DEPARTMENT, ""},
    {"not settled", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "130.00?2", YEAR, SCOPE_DEPARTMENT, ""},
    {"the adjusted budget is another", "调整预算数为100.00万元，支出决算为98.00万元。", "100.00", "130.00", YEAR, SCOPE_DEPARTMENT, ""},
    {"a budget of which it is not said", "预算数为100.00万元，支出决算为98.00万元。", "100.00", "130.00", YEAR, SCOPE_DEPARTMENT, ""},
    {"of another year", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "130.00", YEAR - 1, SCOPE_DEPARTMENT, ""},
    {"of another scope", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", "130.00", YEAR, SCOPE_UNIT, ""},
    {"the budget does not print it", "年初预算为100.00万元，支出决算为98.00万元。", "100.00", ".", YEAR, SCOPE_DEPARTMENT, ""},
};

START_TEST(compares)
{
    Bench *bench = bench_new();
    bench->filing->fiscal_year = YEAR;
    bench->filing->kind = KIND_ACCOUNTS;
    build_claim(bench->filing, (Sentence){.subject = "档案馆", .code = "2012604", .amount = "98.00", .base = cases[_i].base,
                                          .against = AGAINST_THIS_BUDGET, .text = cases[_i].text});
    Filing *budget = bench_add_filing(bench, cases[_i].year);
    budget->kind = KIND_BUDGET;
    budget->scope = cases[_i].scope;
    build_row(build_table(budget, "general"), "2012604", "档案馆", cases[_i].filed);
    bench_run(bench, rule_approved);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *approved_suite(void)
{
    Suite *suite = suite_create("approved");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, compares, 0, G_N_ELEMENTS(cases));
    suite_add_tcase(suite, all);
    return suite;
}
