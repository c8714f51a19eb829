/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *tables_suite(void);

static const struct {
    const char *name;
    TableState state;
    const char *note, *expected;
} cases[] = {
    {"read", TABLE_READ, "", ""},
    {"read, with a note on something else", TABLE_READ, "单位：万元，金额保留两位小数", ""},
    {"read, and declared empty", TABLE_READ, "没有此项支出，本表为空表。",
     "table.empty-note warning 政府性基金预算支出情况表"},
    {"read, and declared 为空", TABLE_READ, "本表为空", "table.empty-note warning 政府性基金预算支出情况表"},
    {"empty, and declared so", TABLE_EMPTY, "没有此项支出，本表为空表。", ""},
    {"empty without a word", TABLE_EMPTY, "", "table.empty-note warning 政府性基金预算支出情况表"},
    {"missing", TABLE_MISSING, "", "table.missing warning 政府性基金预算支出情况表"},
    {"not read: a doubt of ours, no fault of theirs", TABLE_UNREAD, "", ""},
};

START_TEST(looks)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "government-fund");
    table->state = cases[_i].state;
    build_set(&table->note, cases[_i].note);
    bench_run(bench, rule_tables);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    build_set(&bench->filing->form, "");
    g_ptr_array_set_size(bench->findings, 0);
    bench_run(bench, rule_tables);
    bench_assert(bench, "without a form nothing is required", "");
    bench_free(bench);
}
END_TEST

Suite *tables_suite(void)
{
    Suite *suite = suite_create("tables");
    TCase *tables = tcase_create("tables");
    tcase_add_loop_test(tables, looks, 0, (int)G_N_ELEMENTS(cases));
    suite_add_tcase(suite, tables);
    return suite;
}
