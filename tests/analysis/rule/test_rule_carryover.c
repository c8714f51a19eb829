/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *rule_carryover_suite(void);

/* Carryover in a budget of 100.00; large is more than a fifth of it. */
START_TEST(is_large)
{
    static const struct {
        const char *name, *carried, *expected;
    } rows[] = {
        {"a fifth", "20.00", ""},
        {"one step more", "20.01", "carryover.large warning 总计"},
        {"all", "100.00", "carryover.large warning 总计"},
        {"none", "0.00", ""},
        {"not printed", ".", ""},
        {"not settled", "90.00?2", ""},
    };
    Bench *bench = bench_new();
    build_total(bench->filing, "100.00");
    build_row(build_table(bench->filing, "carryover"), "", "总计", rows[_i].carried);
    bench_run(bench, rule_carryover);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    g_ptr_array_set_size(bench->findings, 0);
    ck_assert(thresholds_override(bench->thresholds, "carryover.large=1", NULL));
    bench_run(bench, rule_carryover);
    bench_assert(bench, "nothing is more than all", "");
    bench_free(bench);
}
END_TEST

START_TEST(is_opaque)
{
    static const struct {
        const char *name, *label, *expected;
    } rows[] = {
        {"a purpose", "馆舍维修尾款", ""},
        {"a code for a name", "特定目标4510001D", "carryover.opaque notice 特定目标4510001D"},
        {"a number", "A0203", "carryover.opaque notice A0203"},
        {"其他", "其他项目", "carryover.opaque notice 其他项目"},
        {"涉密", "涉密项目", "carryover.opaque notice 涉密项目"},
        {"a year in front of a purpose", "2023年图书采购", ""},
        {"其他 in front of a purpose", "其他图书采购", ""},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "carryover");
    int total = build_row(table, "", "总计", "5.00");
    build_project(table, total, rows[_i].label, "5.00");
    bench_run(bench, rule_carryover);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* A sentence withholds a project by its name, or by its amount where no other project has it. */
START_TEST(is_withheld)
{
    static const struct {
        const char *name, *subject, *amount, *text, *second, *expected;
    } rows[] = {
        {"by name", "馆舍维修尾款", "9.99", "按规定不予公开", "3.00", "carryover.opaque notice 馆舍维修尾款"},
        {"by amount", "涉密项目", "2.00", "涉密项目2.00万元，不公开", "3.00", "carryover.opaque notice 馆舍维修尾款"},
        {"two of that amount", "涉密项目", "2.00", "涉密项目2.00万元，不公开", "2.00", ""},
        {"a sentence that withholds nothing", "馆舍维修尾款", "2.00", "用于馆舍维修", "3.00", ""},
        {"another amount", "涉密项目", "7.00", "涉密项目7.00万元，不公开", "3.00", ""},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "carryover");
    int total = build_row(table, "", "总计", "5.00");
    build_project(table, total, "馆舍维修尾款", "2.00");
    build_project(table, total, "图书采购", rows[_i].second);
    build_claim(bench->filing,
                (Sentence){.subject = rows[_i].subject, .amount = rows[_i].amount, .text = rows[_i].text});
    bench_run(bench, rule_carryover);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *rule_carryover_suite(void)
{
    Suite *suite = suite_create("rule_carryover");
    TCase *carryover = tcase_create("carryover");
    tcase_add_loop_test(carryover, is_large, 0, 6);
    tcase_add_loop_test(carryover, is_opaque, 0, 7);
    tcase_add_loop_test(carryover, is_withheld, 0, 5);
    suite_add_tcase(suite, carryover);
    return suite;
}
