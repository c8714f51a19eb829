/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/sums.h"

#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/report/sample.h"
#include "tests/analysis/rule/build.h"

Suite *sums_suite(void);

/* Rows of one table: code ("" is the total), then the figures. */
typedef struct {
    const char *name;
    const char *table;
    const char *rows[7][2];
    const char *expected;
} SumCase;

static const SumCase cases[] = {
    {"columns add up", "expenditure", {{"", "10.00 4.00 6.00"}}, ""},
    {"columns do not", "expenditure", {{"", "10.00 4.00 6.10"}}, "sum.columns error 总计"},
    /* Three figures of half a cent each: 0.015 may go missing, 0.02 may not. */
    {"rounding exactly at the border", "expenditure", {{"", "10.00 4.00 6.01"}}, ""},
    {"one step beyond", "expenditure", {{"", "10.00 4.00 6.02"}}, "sum.columns error 总计"},
    {"a blank part adds nothing", "expenditure", {{"", "10.00 10.00 ."}}, ""},
    {"a blank part that is missed", "expenditure", {{"", "10.00 4.00 ."}}, "sum.columns error 总计"},
    {"a blank total is not judged", "expenditure", {{"", ". 4.00 6.00"}}, ""},
    {"a zero is a figure", "expenditure", {{"", "0.00 0.00 0.00"}}, ""},
    {"printed in whole 万元", "expenditure", {{"", "10 4 7"}}, ""},
    {"a negative part", "expenditure", {{"", "10.00 14.00 -4.00"}}, ""},
    {"ambiguous part among parts: either place adds the same",
     "expenditure",
     {{"", "10.00 4.00?3 ."}},
     "sum.columns error 总计"},
    {"ambiguous part that may be the total", "expenditure", {{"", "10.00 4.00?1 ."}}, ""},
    {"ambiguous figure outside the identity",
     "revenue",
     {{"", "10.00 6.00 5.00 . . . . . . 4.00?11 ."}},
     "sum.columns error 总计"},
    {"nested identities are judged one by one",
     "revenue",
     {{"", "10.00 6.00 6.00 . . . . . . 3.00 . ."}},
     "sum.columns error 总计"},

    {"children add up",
     "expenditure",
     {{"201", "10.00 10.00"}, {"20113", "10.00 10.00"}, {"2011301", "4.00 4.00"}, {"2011308", "6.00 6.00"}},
     ""},
    {"children do not",
     "expenditure",
     {{"201", "10.00 10.00"}, {"20113", "10.00 10.00"}, {"2011301", "4.00 4.00"}, {"2011308", "6.10 6.10"}},
     "sum.children error 20113"},
    {"children at the border of rounding",
     "expenditure",
     {{"20113", "10.00 10.00"}, {"2011301", "4.00 4.00"}, {"2011308", "6.01 6.01"}},
     ""},
    {"children one step beyond",
     "expenditure",
     {{"20113", "10.00 10.00"}, {"2011301", "4.00 4.00"}, {"2011308", "6.02 6.02"}},
     "sum.children error 20113"},
    {"a parent without any child figure",
     "expenditure",
     {{"20113", "10.00 10.00"}, {"2011301", "."}},
     "sum.children error 20113"},
    {"a parent without rows below is not judged", "expenditure", {{"20113", "10.00 10.00"}}, ""},
    {"an ambiguous child", "expenditure", {{"20113", "10.00 10.00"}, {"2011301", "4.00?2"}}, ""},
    {"a child that may stand here", "expenditure", {{"20113", ". 10.00"}, {"2011301", "4.00?2"}}, ""},
    {"a child whose doubt is elsewhere",
     "expenditure",
     {{"20113", "10.00 10.00"}, {"2011301", "4.00 4.00?3"}},
     "sum.children error 20113"},
    {"two columns, one misprint: one finding",
     "basic",
     {{"302", "10.00 . 10.00"}, {"30201", "4.00 . 4.00"}, {"30202", "7.00 . 7.00"}},
     "sum.children error 302"},
    {"two columns, two misprints: two findings",
     "basic",
     {{"302", "10.00 2.00 8.00"}, {"30201", "5.00 1.00 4.00"}, {"30202", "5.00 5.00 ."}},
     "sum.children error 302\nsum.children error 302"},

    {"the total is the top level",
     "expenditure",
     {{"", "10.00 10.00"}, {"201", "4.00 4.00"}, {"208", "6.00 6.00"}},
     ""},
    {"the total is not",
     "expenditure",
     {{"", "10.00 10.00"}, {"201", "4.00 4.00"}, {"208", "7.00 7.00"}},
     "sum.total error 总计"},
    {"the second level does not count twice",
     "expenditure",
     {{"", "4.00 4.00"}, {"201", "4.00 4.00"}, {"20113", "4.00 4.00"}},
     ""},
};

START_TEST(adds)
{
    const SumCase *row = &cases[_i];
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, row->table);
    for (gsize i = 0; i < G_N_ELEMENTS(row->rows) && row->rows[i][0] != NULL; i++)
        build_row(table, row->rows[i][0], row->rows[i][0][0] == '\0' ? "总计" : "科目", row->rows[i][1]);
    bench_run(bench, rule_sums);
    bench_assert(bench, row->name, row->expected);
    bench_free(bench);
}
END_TEST

START_TEST(says_the_arithmetic)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "expenditure");
    build_row(table, "", "总计", "1,700.46 517.41 1,283.05");
    bench_run(bench, rule_sums);
    const Finding *finding = bench_only(bench, "sum.columns");
    ck_assert(strstr(finding->message, "517.41 + 1,283.05 = 1,800.46") != NULL);
    ck_assert_int_eq(finding->amount.fen, build_amount("-100.00").fen);
    /* The total, and each part, with where they stand. */
    ck_assert_uint_eq(finding->evidence->len, 3);
    const Evidence *first = g_ptr_array_index(finding->evidence, 0);
    ck_assert_str_eq(first->column, "合计");
    ck_assert_str_eq(first->text, "1,700.46");
    ck_assert_int_eq(first->page, table->page);
    bench_free(bench);
}
END_TEST

/* Both halves of table 1: totals that agree, totals that do not, and a half that is not printed. */
START_TEST(balances)
{
    static const struct {
        const char *name, *left, *right, *expected;
    } totals[] = {
        {"equal", "10.00", "10.00", ""},
        {"apart by rounding", "10.00", "10.01", ""},
        {"apart by more", "10.00", "10.02", "balance error 收入总计"},
        {"no expenditure total", "10.00", ".", ""},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "summary");
    build_line(table, "收入总计", totals[_i].left);
    build_right_row(table, "", "支出总计", totals[_i].right);
    bench_run(bench, rule_sums);
    bench_assert(bench, totals[_i].name, totals[_i].expected);
    bench_free(bench);
}
END_TEST

/* Lines of the summary: 其中 lines need not be filled in, but what is filled in must add up. */
START_TEST(adds_labels)
{
    static const struct {
        const char *name, *whole, *part, *expected;
    } lines[] = {
        {"no part is filled in", "10.00", ".", ""},
        {"the part is the whole", "10.00", "10.00", ""},
        {"the part is less", "10.00", "9.00", "sum.children error 单位资金"},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "summary");
    build_line(table, "单位资金", lines[_i].whole);
    build_line(table, "事业收入", lines[_i].part);
    bench_run(bench, rule_sums);
    bench_assert(bench, lines[_i].name, lines[_i].expected);
    bench_free(bench);
}
END_TEST

/* A line that no form names may be the missing part, or hold the others; what it does not explain is said. */
START_TEST(unknown_lines_may_explain)
{
    static const struct {
        const char *name, *part, *unknown, *expected;
    } lines[] = {
        {"the unknown line is what is missing", "6.00", "4.00", ""},
        {"it holds the known one, beside another", "10.00", "10.00", ""},
        {"it does not explain the gap", "6.00", "3.00", "sum.children error 单位资金"},
        {"nothing is unknown", "6.00", ".", "sum.children error 单位资金"},
    };
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "summary");
    build_line(table, "单位资金", "10.00");
    build_line(table, "事业收入", lines[_i].part);
    Row *row = table_row(table, build_line(table, "其他收入", lines[_i].unknown));
    build_set(&row->label, "虚构收入");
    build_set(&row->measure, "");
    row->parent = -1;
    bench_run(bench, rule_sums);
    bench_assert(bench, lines[_i].name, lines[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(leaves_alone_what_no_form_describes)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "expenditure");
    build_row(table, "", "总计", "10.00 4.00 7.00");
    build_set(&table->form_table, "");
    bench_run(bench, rule_sums);
    bench_assert(bench, "a table the form does not know", "");
    build_set(&table->form_table, "expenditure");
    table->state = TABLE_UNREAD;
    bench_run(bench, rule_sums);
    bench_assert(bench, "a table that could not be read", "");
    table->state = TABLE_READ;
    build_set(&bench->filing->form, "");
    bench_run(bench, rule_sums);
    bench_assert(bench, "a filing without a form", "");
    bench_free(bench);
}
END_TEST

/* The sums that are counted are those that are judged: what is broken moves from one count to the other. */
START_TEST(checked_sums_are_counted)
{
    g_autoptr(Department) bureau = sample_bureau();
    Filing *filing = g_ptr_array_index(bureau->filings, 0);
    SumsChecked sound = sums_checked(filing);
    ck_assert_uint_gt(sound.by_verdict[VERDICT_PROVED], 50);
    ck_assert_uint_eq(sound.by_verdict[VERDICT_IMPOSSIBLE], 0);
    Table *table = g_ptr_array_index(filing->tables, 1);
    g_array_index(table->cells, Cell, 0).amount.fen += 100000;
    SumsChecked broken = sums_checked(filing);
    guint before = sound.by_verdict[VERDICT_PROVED] + sound.by_verdict[VERDICT_ROUNDING];
    guint after = broken.by_verdict[VERDICT_PROVED] + broken.by_verdict[VERDICT_ROUNDING];
    ck_assert_uint_gt(broken.by_verdict[VERDICT_IMPOSSIBLE], 0);
    ck_assert_uint_eq(after + broken.by_verdict[VERDICT_IMPOSSIBLE], before);
}
END_TEST

START_TEST(a_filing_without_a_form_has_no_sums)
{
    g_autoptr(Filing) filing = filing_new();
    SumsChecked checked = sums_checked(filing);
    ck_assert_uint_eq(checked.by_verdict[VERDICT_PROVED] + checked.by_verdict[VERDICT_IMPOSSIBLE], 0);
}
END_TEST

Suite *sums_suite(void)
{
    Suite *suite = suite_create("sums");
    TCase *sums = tcase_create("sums");
    tcase_add_loop_test(sums, adds, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(sums, says_the_arithmetic);
    tcase_add_loop_test(sums, balances, 0, 4);
    tcase_add_loop_test(sums, adds_labels, 0, 3);
    tcase_add_loop_test(sums, unknown_lines_may_explain, 0, 4);
    tcase_add_test(sums, leaves_alone_what_no_form_describes);
    tcase_add_test(sums, checked_sums_are_counted);
    tcase_add_test(sums, a_filing_without_a_form_has_no_sums);
    suite_add_tcase(suite, sums);
    return suite;
}
