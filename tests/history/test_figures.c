/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/figures.h"

#include <check.h>

#include "tests/analysis/rule/build.h"

Suite *figures_suite(void);

/* Tables 3, 5 and 8; 基本支出 of table 3 is not settled, table 8 is declared empty. */
static void add_tables(Filing *filing)
{
    Table *expenditure = build_table(filing, "expenditure");
    build_row(expenditure, "", "总计", "100.00 60.00?3 40.00");
    build_row(expenditure, "201", "一般公共服务支出", "100.00");
    Table *general = build_table(filing, "general");
    build_row(general, "", "总计", "90.00 60.00 30.00");
    build_row(general, "201", "一般公共服务支出", "90.00");
    build_table(filing, "government-fund")->state = TABLE_EMPTY;
    build_right_row(build_table(filing, "summary"), "201", "一般公共服务支出", "101.00");
}

START_TEST(finds_amounts)
{
    static const struct {
        const char *name;
        Direction direction;
        Fund fund;
        const char *measure, *code;
        const char *amount; /* NULL: none for sure */
        guint places;
    } rows[] = {
        {"a total", DIRECTION_EXPENDITURE, FUND_ALL, "total", "", "100.00", 1},
        {"a subject in two tables: the first one", DIRECTION_EXPENDITURE, FUND_ALL, "total", "201", "100.00", 2},
        {"of one fund", DIRECTION_EXPENDITURE, FUND_GENERAL, "total", "201", "90.00", 1},
        {"not settled", DIRECTION_EXPENDITURE, FUND_ALL, "basic", "", NULL, 1},
        {"not printed", DIRECTION_EXPENDITURE, FUND_ALL, "basic", "201", NULL, 0},
        {"of no table", DIRECTION_REVENUE, FUND_ALL, "total", "", NULL, 0},
    };
    Bench *bench = bench_new();
    add_tables(bench->filing);
    g_autoptr(Figures) figures = figures_new(bench->filing);
    Quantity quantity = quantity_of(rows[_i].direction, rows[_i].fund, rows[_i].measure, rows[_i].code);
    Amount amount = {7, 7};
    ck_assert_int_eq(figures_amount(figures, &quantity, &amount, NULL), rows[_i].amount != NULL);
    ck_assert_int_eq(amount.fen, rows[_i].amount != NULL ? build_amount(rows[_i].amount).fen : 7);
    const GArray *places = figures_places(figures, &quantity);
    ck_assert_uint_eq(places != NULL ? places->len : 0, rows[_i].places);
    bench_free(bench);
}
END_TEST

/* 项目支出 without a figure is nothing, unless figures stand under a heading that no form has. */
START_TEST(another_heading_may_hold_it)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "general");
    build_row(table, "", "总计", "90.00 90.00");
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "project", "");
    g_ptr_array_add(table->columns, column_new("专项经费", 0, DIRECTION_NONE, FUND_ALL, ""));
    Cell cell = {.row = 0, .column = (int)table->columns->len - 1, .amount = build_amount("30.00"), .alternatives = g_strdup("")};
    g_autoptr(Figures) before = figures_new(bench->filing);
    ck_assert(figures_cover(before, &quantity));
    g_array_append_val(table->cells, cell);
    g_autoptr(Figures) after = figures_new(bench->filing);
    ck_assert(!figures_cover(after, &quantity));
    Column *column = table_column(table, cell.column);
    build_set(&column->path, "2023年执行数");
    ck_assert(figures_cover(after, &quantity));
    bench_free(bench);
}
END_TEST

START_TEST(knows_what_is_nothing)
{
    static const struct {
        const char *name;
        Fund fund;
        const char *measure, *code;
        bool covered;
    } rows[] = {
        {"a class that table 5 leaves out", FUND_GENERAL, "total", "208", true},
        {"a depth that table 5 does not print", FUND_GENERAL, "total", "20801", false},
        {"an economic class is another kind of code", FUND_GENERAL, "total", "301", false},
        {"a measure of no table", FUND_GENERAL, "personnel", "208", false},
        {"a table that is declared empty", FUND_GOVERNMENT, "total", "20801", true},
        {"a table with a doubt", FUND_ALL, "project", "208", false},
    };
    Bench *bench = bench_new();
    add_tables(bench->filing);
    g_autoptr(Figures) figures = figures_new(bench->filing);
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, rows[_i].fund, rows[_i].measure, rows[_i].code);
    ck_assert_msg(figures_cover(figures, &quantity) == rows[_i].covered, "%s", rows[_i].name);
    bench_free(bench);
}
END_TEST

START_TEST(totals)
{
    Amount total;
    Bench *bench = bench_new();
    g_autoptr(Figures) none = figures_new(bench->filing);
    ck_assert(!figures_total(none, &total));
    build_row(build_table(bench->filing, "revenue"), "", "总计", "99.00");
    g_autoptr(Figures) revenue = figures_new(bench->filing);
    ck_assert(figures_total(revenue, &total));
    ck_assert_int_eq(total.fen, build_amount("99.00").fen);
    add_tables(bench->filing);
    g_autoptr(Figures) both = figures_new(bench->filing);
    ck_assert(figures_total(both, &total));
    ck_assert_int_eq(total.fen, build_amount("100.00").fen);
    bench_free(bench);
}
END_TEST

START_TEST(lists_each_quantity_once)
{
    Bench *bench = bench_new();
    add_tables(bench->filing);
    g_autoptr(Figures) figures = figures_new(bench->filing);
    const GPtrArray *quantities = figures_quantities(figures);
    /* Table 3: three of the total, one of 201, which table 1 says again; table 5: three and one. */
    ck_assert_uint_eq(quantities->len, 8);
    for (guint i = 0; i < quantities->len; i++)
        for (guint k = 0; k < i; k++)
            ck_assert(!quantity_equal(g_ptr_array_index(quantities, i), g_ptr_array_index(quantities, k)));
    bench_free(bench);
}
END_TEST

/* A figure that could not be read may be any that is missing; a remark on the table is none. */
START_TEST(doubts_what_is_nothing)
{
    static const struct {
        const char *text;
        bool covered;
    } rows[] = {{"行政运行 12.3456789", false}, {"部门支出总体情况表", true}, {"3. 其他", true}};
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "expenditure");
    build_row(table, "201", "一般公共服务支出", "100.00");
    filing_add_doubt(bench->filing, 2, 3, table->title, rows[_i].text, "虚构");
    g_autoptr(Figures) figures = figures_new(bench->filing);
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "205");
    ck_assert_int_eq(figures_cover(figures, &quantity), rows[_i].covered);
    bench_free(bench);
}
END_TEST

Suite *figures_suite(void)
{
    Suite *suite = suite_create("figures");
    TCase *figures = tcase_create("figures");
    tcase_add_loop_test(figures, finds_amounts, 0, 6);
    tcase_add_test(figures, another_heading_may_hold_it);
    tcase_add_loop_test(figures, knows_what_is_nothing, 0, 6);
    tcase_add_test(figures, totals);
    tcase_add_test(figures, lists_each_quantity_once);
    TCase *doubted = tcase_create("doubted");
    tcase_add_loop_test(doubted, doubts_what_is_nothing, 0, 3);
    suite_add_tcase(suite, doubted);
    suite_add_tcase(suite, figures);
    return suite;
}
