/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *stale_suite(void);

static Table *carry(Filing *filing, const char *name, const char *figures)
{
    Table *table = filing_table(filing, "carryover");
    if (table == NULL) {
        table = build_table(filing, "carryover");
        build_row(table, "", "总计", "50.00 50.00 . . 50.00");
    }
    build_project(table, 0, name, figures);
    return table;
}

/* In the budget of 2024: what was appropriated in 2022 should have been used up by the end of 2023. */
START_TEST(knows_the_year_by_the_name)
{
    static const struct {
        const char *name, *project, *figures, *expected;
    } rows[] = {
        {"last year's", "2023年馆舍维修", "5.00 5.00", ""},
        {"two years old", "2022年馆舍维修", "5.00 5.00", "carryover.stale warning 2022年馆舍维修"},
        {"older", "2019年馆舍维修", "5.00 5.00", "carryover.stale warning 2019年馆舍维修"},
        {"of a year", "2021年度图书采购", "5.00 5.00", "carryover.stale warning 2021年度图书采购"},
        {"in brackets, behind", "图书采购（2021年）", "5.00 5.00", "carryover.stale warning 图书采购（2021年）"},
        {"spaces", "2021 年图书采购", "5.00 5.00", "carryover.stale warning 2021 年图书采购"},
        {"said to be given", "中央2021年提前下达公共文化补助", "5.00 5.00", "carryover.stale warning 中央2021年提前下达公共文化补助"},
        {"a plan's years", "2021年至2025年发展规划编制", "5.00 5.00", ""},
        {"a plan's years, with a dash", "2021—2025年发展规划编制", "5.00 5.00", ""},
        {"no year", "馆舍维修", "5.00 5.00", ""},
        {"a year to come", "2030年远景规划", "5.00 5.00", ""},
        {"a number that is no year", "2019号仓库维修", "5.00 5.00", ""},
        {"nothing is left of it", "2021年图书采购", "0.00 0.00", ""},
        {"a blank", "2021年图书采购", ".", ""},
        {"not settled", "2021年图书采购", "5.00?6", ""},
    };
    Bench *bench = bench_new();
    carry(bench->filing, rows[_i].project, rows[_i].figures);
    bench_run(bench, rule_stale);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(knows_the_year_by_a_sentence)
{
    static const struct {
        const char *name, *subject, *text, *expected;
    } rows[] = {
        {"in front of its name", "上年结转结余", "上年结转结余5.00万元，均为2021年馆舍维修项目", "carryover.stale warning 馆舍维修项目"},
        {"last year's", "上年结转结余", "上年结转结余5.00万元，均为2023年馆舍维修项目", ""},
        {"appropriated in", "馆舍维修项目", "馆舍维修项目5.00万元，由2021年预算安排", "carryover.stale warning 馆舍维修项目"},
        {"of another one", "图书采购", "馆舍维修项目以外，图书采购3.00万元，由2021年预算安排", ""},
        {"a year of something else", "馆舍维修项目", "馆舍维修项目5.00万元，馆舍建于2001年", ""},
    };
    Bench *bench = bench_new();
    carry(bench->filing, "馆舍维修项目", "5.00 5.00");
    build_claim(bench->filing, (Sentence){.subject = rows[_i].subject, .amount = "5.00", .text = rows[_i].text});
    bench_run(bench, rule_stale);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(sees_it_again)
{
    static const struct {
        const char *name, *now, *before, *expected;
    } rows[] = {
        {"the same name", "馆舍维修项目", "馆舍维修项目", "carryover.stale warning 馆舍维修项目"},
        {"spaces", "馆舍维修项目", "馆舍 维修项目", "carryover.stale warning 馆舍维修项目"},
        {"only last year's had its year", "馆舍维修项目", "2022年馆舍维修项目", "carryover.stale warning 馆舍维修项目"},
        {"another name", "馆舍维修项目", "图书采购项目", ""},
        {"each year's own appropriation", "2023年馆舍维修", "2022年馆舍维修", ""},
        {"this year's name says that it is last year's money", "2023年馆舍维修", "馆舍维修", ""},
        {"names that many have", "项目支出结转", "项目支出结转", ""},
        {"withheld ones", "涉密项目", "涉密项目", ""},
        {"the code of a project", "特定目标4510001D", "特定目标4510001D", "carryover.stale warning 特定目标4510001D"},
    };
    Bench *bench = bench_new();
    carry(bench->filing, rows[_i].now, "5.00 5.00");
    carry(bench_add_filing(bench, 2023), rows[_i].before, "8.00 8.00");
    bench_run(bench, rule_stale);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(shows_both_years)
{
    Bench *bench = bench_new();
    carry(bench->filing, "2020年馆舍维修", "5.00 5.00");
    carry(bench_add_filing(bench, 2023), "2020年馆舍维修", "8.00 8.00");
    bench_run(bench, rule_stale);
    const Finding *finding = bench_only(bench, "carryover.stale");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_int_eq(finding->amount.fen, build_amount("5.00").fen);
    ck_assert_uint_eq(finding->evidence->len, 2);
    ck_assert_ptr_nonnull(strstr(finding->message, "2020 年安排的，2021 年底应已用完"));
    ck_assert_ptr_nonnull(strstr(finding->message, "2023 年预算的结转中已有它（8.00 万元）"));
    bench_free(bench);
}
END_TEST

START_TEST(keeps_years_and_scopes_apart)
{
    Bench *bench = bench_new();
    carry(bench->filing, "馆舍维修项目", "5.00 5.00");
    Filing *last = bench_add_filing(bench, 2022);
    carry(last, "馆舍维修项目", "8.00 8.00");
    bench_run(bench, rule_stale);
    bench_assert(bench, "the year between is missing", "");
    last->fiscal_year = 2023;
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_stale);
    bench_assert(bench, "a unit's", "");
    bench_free(bench);
}
END_TEST

Suite *stale_suite(void)
{
    Suite *suite = suite_create("stale");
    TCase *tests = tcase_create("stale");
    tcase_add_loop_test(tests, knows_the_year_by_the_name, 0, 15);
    tcase_add_loop_test(tests, knows_the_year_by_a_sentence, 0, 5);
    tcase_add_loop_test(tests, sees_it_again, 0, 9);
    tcase_add_test(tests, shows_both_years);
    tcase_add_test(tests, keeps_years_and_scopes_apart);
    suite_add_tcase(suite, tests);
    return suite;
}
