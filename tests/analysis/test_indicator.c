/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/indicator.h"

#include <check.h>
#include <string.h>

#include "tests/analysis/rule/years.h"
#include "tests/analysis/stat/near.h"

Suite *indicator_suite(void);

static Measured measured_of(Bench *bench, const Filing *filing, const char *id)
{
    gsize index = indicator_find(id);
    ck_assert_uint_lt(index, indicators_count);
    g_autoptr(IndicatorYear) year = indicator_year_new(bench->department, filing, bench->findings, bench->thresholds);
    return indicators[index].measure(year);
}

/* Figures whose quotients doubles hold exactly. */
START_TEST(of_a_full_filing)
{
    static const struct {
        const char *id;
        double value;
    } rows[] = {
        {"total", 400},           {"growth", 25},         {"project-share", 25},       {"carryover-ratio", 12.5},
        {"three-public", -50},    {"tables", 75},         {"personnel-per-head", 20},  {"operating-per-head", 5},
        {"reasons", 50},          {"errors", 0},          {"adequate", 100},           {"targets", 4},
        {"quantified", 75},       {"kept", 50},           {"weights", 90},             {"small-firms", 40},
    };
    Bench *bench = bench_new();
    Filing *filing = bench->filing;
    build_row(build_table(filing, "expenditure"), "", "总计", "400.00 300.00 100.00");
    build_row(build_table(bench_add_filing(bench, 2023), "expenditure"), "", "总计", "320.00 300.00 20.00");
    build_row(build_table(filing, "basic"), "", "合计", "300.00 200.00 50.00");
    build_staff(filing, "in-post", 10, 0);
    build_row(build_table(filing, "carryover"), "", "总计", "50.00");
    Table *missing = build_table(filing, "projects");
    missing->state = TABLE_MISSING;
    build_claim(filing, (Sentence){.subject = "“三公”经费", .measure = "three-public", .amount = "0.10", .change = "-0.10"});
    build_claim(filing, (Sentence){.subject = "行政运行", .code = "2012601", .amount = "200.00", .change = "60.00", .reason = "新增项目"});
    build_claim(filing, (Sentence){.subject = "档案馆", .code = "2012604", .amount = "100.00", .change = "60.00"});
    build_claim(filing, (Sentence){.subject = "采购", .measure = "procurement", .amount = "50.00"});
    build_claim(filing, (Sentence){.subject = "采购", .measure = "procurement-small-medium", .amount = "20.00"});
    Filing *last = (Filing *)(gpointer)department_filing(bench->department, 2023, KIND_BUDGET);
    for (int i = 0; i < 4; i++) {
        g_autofree char *name = g_strdup_printf("示例指标%d", i);
        build_target(filing, name, i < 3 ? "30" : NULL);
        text_set(&((Target *)g_ptr_array_index(filing->targets, (guint)i))->value, i < 3 ? "＞=1个" : "良好");
        if (i % 2 == 0)
            build_target(last, name, NULL);
    }
    build_target(last, "不再有的指标", NULL);
    build_target(last, "也不再有的指标", NULL);
    assert_exact(rows[_i].id, measured_of(bench, filing, rows[_i].id), rows[_i].value);
    bench_free(bench);
}
END_TEST

/* What a filing does not say is not computable; the errors there are none of are counted. */
START_TEST(of_an_empty_filing)
{
    Bench *bench = bench_new();
    for (gsize i = 0; i < indicators_count; i++)
        if (strcmp(indicators[i].id, "errors") != 0)
            assert_none(indicators[i].id, measured_of(bench, bench->filing, indicators[i].id));
    bench_free(bench);
}
END_TEST

START_TEST(carried_again)
{
    Bench *bench = bench_new();
    Table *now = build_table(bench->filing, "carryover");
    build_row(now, "", "总计", "40.00");
    build_row(now, "2012604", "甲工程", "10.00");
    build_row(now, "2012604", "乙工程", "30.00");
    Table *before = build_table(bench_add_filing(bench, 2023), "carryover");
    build_row(before, "", "总计", "12.00");
    build_row(before, "2012604", "甲工程", "12.00");
    assert_exact("a quarter", measured_of(bench, bench->filing, "carryover-again"), 25);
    bench_free(bench);
}
END_TEST

START_TEST(executed)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "200.00");
    Filing *accounts = bench_add_filing(bench, 2024);
    accounts->kind = KIND_ACCOUNTS;
    build_total(accounts, "150.00");
    assert_exact("of the budget's filing", measured_of(bench, accounts, "execution"), 75);
    assert_none("a budget is not executed", measured_of(bench, bench->filing, "execution"));
    bench->filing->scope = SCOPE_UNIT;
    assert_none("a unit's budget", measured_of(bench, accounts, "execution"));
    bench_free(bench);
}
END_TEST

START_TEST(merit_by_direction)
{
    const double values[] = {80, 90, 95, 104, 130};
    const Indicator *low = &indicators[indicator_find("carryover-ratio")];
    const Indicator *near = &indicators[indicator_find("execution")];
    assert_exact("the lowest", indicator_merit(low, values, 5, 80), 90);
    assert_exact("the highest", indicator_merit(low, values, 5, 130), 10);
    assert_exact("4 off", indicator_merit(near, values, 5, 104), 90);
    assert_exact("30 off", indicator_merit(near, values, 5, 130), 10);
    assert_none("neither", indicator_merit(&indicators[indicator_find("total")], values, 5, 80));
    assert_none("alone", indicator_merit(low, values, 1, 80));
}
END_TEST

/* Each indicator that may be weighed has its weight, and no weight is of none; together they make 1. */
START_TEST(weights)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GPtrArray) lines = thresholds_listing(thresholds);
    double sum = 0;
    guint weighed = 0, listed = 0;
    for (gsize i = 0; i < indicators_count; i++) {
        sum += indicator_weight(&indicators[i], thresholds);
        weighed += indicators[i].weighted;
        ck_assert_msg(!indicators[i].weighted || indicators[i].better != BETTER_NEITHER, "%s", indicators[i].id);
    }
    for (guint i = 0; i < lines->len; i++)
        listed += g_str_has_prefix(g_ptr_array_index(lines, i), "weight.") ? 1 : 0;
    ck_assert_uint_eq(weighed, listed);
    ck_assert(fabs(sum - 1) < 1e-12);
    ck_assert_uint_eq(indicator_find("none"), indicators_count);
}
END_TEST

Suite *indicator_suite(void)
{
    Suite *suite = suite_create("analysis/indicator");
    TCase *tests = tcase_create("indicators");
    tcase_add_loop_test(tests, of_a_full_filing, 0, 16);
    tcase_add_test(tests, of_an_empty_filing);
    tcase_add_test(tests, carried_again);
    tcase_add_test(tests, executed);
    tcase_add_test(tests, merit_by_direction);
    tcase_add_test(tests, weights);
    suite_add_tcase(suite, tests);
    return suite;
}
