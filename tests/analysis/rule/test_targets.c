/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *targets_suite(void);

static Target *aim(Filing *filing, const char *kind, const char *name, const char *value)
{
    build_target(filing, name, "10");
    Target *target = g_ptr_array_index(filing->targets, filing->targets->len - 1);
    build_set(&target->kind, kind);
    build_set(&target->value, value);
    return target;
}

START_TEST(sees_a_lower_target)
{
    static const struct {
        const char *name, *kind, *before, *now, *expected;
    } rows[] = {
        {"the same", "数量指标", ">=100个", ">=100个", ""},
        {"higher", "数量指标", ">=100个", ">=120个", ""},
        {"lower", "数量指标", ">=100个", ">=80个", "target.lowered notice 培训人次"},
        {"signs of other make", "数量指标", "≥1,000人次", "≥980人次", "target.lowered notice 培训人次"},
        {"in words", "数量指标", "不少于100个", "不少于90个", "target.lowered notice 培训人次"},
        {"a fraction", "质量指标", ">=95.5%", ">=95%", "target.lowered notice 培训人次"},
        {"a ceiling raised", "时效指标", "<=30天", "<=45天", "target.lowered notice 培训人次"},
        {"a ceiling lowered", "时效指标", "<=30天", "<=20天", ""},
        {"just so many", "数量指标", "=5场", "=3场", "target.lowered notice 培训人次"},
        {"a lower cost is no lower target", "成本指标", "=5万元", "=3万元", ""},
        {"another unit", "数量指标", ">=100个", ">=80%", ""},
        {"another comparison", "数量指标", ">=100个", "=80个", ""},
        {"words", "效益指标", "定性", "有所提升", ""},
        {"no value", "数量指标", ">=100个", "", ""},
    };
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, "100.00");
    build_total(last, "100.00");
    aim(last, rows[_i].kind, "培训人次", rows[_i].before);
    aim(bench->filing, rows[_i].kind, "培训人次", rows[_i].now);
    bench_run(bench, rule_targets);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(weighs_the_money)
{
    static const struct {
        const char *name, *before, *now;
        bool told;
    } rows[] = {
        {"more money", "100.00", "120.00", true},
        {"as much", "100.00", "100.00", true},
        {"less by rounding only", "100.00", "99.99", true},
        {"less", "100.00", "99.90", false},
        {"unknown", ".", "100.00", false},
    };
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, rows[_i].now);
    build_total(last, rows[_i].before);
    aim(last, "数量指标", "培训人次", ">=100人");
    aim(last, "数量指标", "馆舍开放", ">=300天");
    aim(bench->filing, "数量指标", "培训人次", ">=50人");
    bench_run(bench, rule_targets);
    bench_assert(bench, rows[_i].name,
                 rows[_i].told ? "target.dropped notice 馆舍开放\ntarget.lowered notice 培训人次" : "");
    bench_free(bench);
}
END_TEST

START_TEST(sees_what_went)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, "100.00");
    build_total(last, "100.00");
    aim(last, "数量指标", "2023年接收档案数量", ">=100卷");
    aim(last, "数量指标", "档案数字化加工卷数", ">=100卷");
    aim(bench->filing, "数量指标", "档案接收数量", ">=100卷");
    aim(bench->filing, "数量指标", "数字化加工卷数", ">=100卷");
    bench_run(bench, rule_targets);
    bench_assert(bench, "in other words they are still there", "");
    aim(last, "效益指标", "读者满意率", ">=95%");
    bench_run(bench, rule_targets);
    bench_assert(bench, "one went", "target.dropped notice 读者满意率");
    const Finding *finding = bench_only(bench, "target.dropped");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_ptr_nonnull(strstr(finding->message, ">=95%"));
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 0))->file, last->file);
    bench_free(bench);
}
END_TEST

START_TEST(tells_another_list_once)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, "100.00");
    build_total(last, "100.00");
    aim(last, "数量指标", "培训人次", ">=100人");
    aim(last, "数量指标", "馆舍开放", ">=300天");
    bench_run(bench, rule_targets);
    bench_assert(bench, "no list this year: perhaps it was not read", "");
    aim(bench->filing, "质量指标", "验收合格率", ">=95%");
    bench_run(bench, rule_targets);
    bench_assert(bench, "another list", "target.dropped notice 绩效目标");
    ck_assert_uint_eq(bench_only(bench, "target.dropped")->evidence->len, 3);
    bench_free(bench);
}
END_TEST

/* 合格率 of this project and of that one: nobody knows which went on as which. */
START_TEST(leaves_names_that_several_have)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_total(bench->filing, "100.00");
    build_total(last, "100.00");
    aim(last, "质量指标", "验收合格率", ">=95%");
    aim(last, "质量指标", "验收合格率", ">=90%");
    aim(bench->filing, "质量指标", "验收合格率", ">=90%");
    bench_run(bench, rule_targets);
    bench_assert(bench, "two of one name", "");
    bench_free(bench);
}
END_TEST

START_TEST(keeps_years_and_scopes_apart)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2022);
    build_total(bench->filing, "100.00");
    build_total(last, "100.00");
    aim(last, "数量指标", "培训人次", ">=100人");
    aim(bench->filing, "数量指标", "培训人次", ">=50人");
    bench_run(bench, rule_targets);
    last->fiscal_year = 2023;
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_targets);
    bench_assert(bench, "two years ago, a unit's", "");
    bench_free(bench);
}
END_TEST

Suite *targets_suite(void)
{
    Suite *suite = suite_create("targets");
    TCase *tests = tcase_create("targets");
    tcase_add_loop_test(tests, sees_a_lower_target, 0, 14);
    tcase_add_loop_test(tests, weighs_the_money, 0, 5);
    tcase_add_test(tests, sees_what_went);
    tcase_add_test(tests, tells_another_list_once);
    tcase_add_test(tests, leaves_names_that_several_have);
    tcase_add_test(tests, keeps_years_and_scopes_apart);
    suite_add_tcase(suite, tests);
    return suite;
}
