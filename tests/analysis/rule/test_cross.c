/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *cross_suite(void);

/* One row in each of two tables. */
typedef struct {
    const char *name;
    const char *first, *code, *first_figures;
    const char *second, *second_code, *second_figures;
    const char *expected;
} CrossCase;

static const CrossCase cases[] = {
    {"the same twice", "expenditure", "201", "10.00 4.00 6.00", "revenue", "201", "10.00 10.00 10.00", ""},
    {"expenditure and revenue of a class differ", "expenditure", "201", "10.00", "revenue", "201", "12.00 12.00 12.00",
     "cross.table error 201"},
    {"apart by rounding", "expenditure", "201", "10.00", "revenue", "201", "10.01 10.01 10.01", ""},
    {"apart by one step more", "expenditure", "201", "10.00", "revenue", "201", "10.02 10.02 10.02",
     "cross.table error 201"},
    {"basic expenditure by function and by economic class", "general", "", "10.00 4.00 6.00", "basic", "", "5.00 5.00",
     "cross.table error 总计"},
    {"the same, equal", "general", "", "10.00 4.00 6.00", "basic", "", "4.00 4.00", ""},
    {"projects of tables 5 and 7", "general", "2011308", "10.00 4.00 6.00", "projects", "2011308", "7.00",
     "cross.table error 2011308"},
    {"an ambiguous figure is no second figure", "general", "2011308", "10.00 4.00 6.00?2", "projects", "2011308",
     "7.00", ""},
    {"a row left blank there", "expenditure", "201", "10.00", "revenue", "201", ".", "cross.table error 201"},
    {"zero and a figure", "general", "201", "10.00 10.00 0.00", "projects", "201", "3.00", "cross.table error 201"},
    {"general expenditure is local money and transfers", "general", "201", "10.00", "revenue", "201",
     "10.00 10.00 7.00 3.00", ""},
    {"general expenditure is more than both", "general", "201", "12.00", "revenue", "201", "10.00 10.00 7.00 3.00",
     "cross.table error 201"},
    {"the difference is the carryover", "general", "201", "12.00", "revenue", "201",
     "12.00 10.00 7.00 3.00 . . . . . . 2.00", ""},
    {"two different codes", "general", "201", "12.00", "general", "208", "10.00", ""},
};

START_TEST(compares)
{
    const CrossCase *row = &cases[_i];
    Bench *bench = bench_new();
    build_row(build_table(bench->filing, row->first), row->code, row->code[0] != '\0' ? "科目" : "总计",
              row->first_figures);
    build_row(build_table(bench->filing, row->second), row->second_code, row->second_code[0] != '\0' ? "科目" : "总计",
              row->second_figures);
    bench_run(bench, rule_cross);
    bench_assert(bench, row->name, row->expected);
    bench_free(bench);
}
END_TEST

/* The three public expenses in table 10 and by economic class in table 6; `project` is what general projects cost. */
static const struct {
    const char *name;
    const char *label, *table10, *code, *table6, *project, *expected;
} public_cases[] = {
    {"equal", "公务接待费", "0.12 0.12", "30217", "0.12 . 0.12", "0.00", ""},
    {"apart by rounding", "公务接待费", "0.13 0.13", "30217", "0.12 . 0.12", "0.00", ""},
    {"more, and nothing else pays", "公务接待费", "0.50 0.50", "30217", "0.12 . 0.12", "0.00",
     "cross.table error 公务接待费"},
    {"more, and projects may pay", "公务接待费", "0.50 0.50", "30217", "0.12 . 0.12", "9.00",
     "cross.table warning 公务接待费"},
    {"more than projects have", "公务接待费", "9.50 9.50", "30217", "0.12 . 0.12", "9.00",
     "cross.table error 公务接待费"},
    {"less than basic expenditure alone", "公务接待费", "0.05 0.05", "30217", "0.12 . 0.12", "9.00",
     "cross.table error 公务接待费"},
    {"vehicles", "公务用车运行费", "2.50 2.50", "30231", "2.40 . 2.40", "0.00", "cross.table error 公务用车运行费"},
    {"not settled by fund: the column of all funds tells", "公务接待费", "0.50 0.50?3", "30217", "0.12 . 0.12", "0.00",
     "cross.table error 公务接待费"},
    {"cut off from a finer figure", "公务接待费", "0.12 0.12", "30217", "0.1299 . 0.1299", "0.00", "cross.table notice 公务接待费"},
    {"the economic figure is not printed", "公务接待费", "0.50 0.50", "30217", ".", "0.00", ""},
};

START_TEST(compares_public_expenses)
{
    Bench *bench = bench_new();
    g_autofree char *general = g_strdup_printf("100.00 . %s", public_cases[_i].project);
    build_row(build_table(bench->filing, "general"), "", "总计", general);
    build_row(build_table(bench->filing, "basic"), public_cases[_i].code, "科目", public_cases[_i].table6);
    build_table(bench->filing, "government-fund")->state = TABLE_EMPTY;
    build_table(bench->filing, "state-capital")->state = TABLE_EMPTY;
    build_line(build_table(bench->filing, "three-public"), public_cases[_i].label, public_cases[_i].table10);
    bench_run(bench, rule_cross);
    bench_assert(bench, public_cases[_i].name, public_cases[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(names_both_places)
{
    Bench *bench = bench_new();
    build_row(build_table(bench->filing, "general"), "", "总计", "10.00 4.00 6.00");
    build_row(build_table(bench->filing, "basic"), "", "总计", "5.00 5.00");
    bench_run(bench, rule_cross);
    const Finding *finding = bench_only(bench, "cross.table");
    ck_assert_uint_eq(finding->evidence->len, 2);
    const Evidence *first = g_ptr_array_index(finding->evidence, 0);
    const Evidence *second = g_ptr_array_index(finding->evidence, 1);
    ck_assert_str_eq(first->table, "一般公共预算支出情况表");
    ck_assert_str_eq(second->table, "一般公共预算基本支出情况表");
    ck_assert_int_eq(finding->amount.fen, build_amount("-1.00").fen);
    bench_free(bench);
}
END_TEST

/* A quantity that differs is told once; the equations that it stands in do not tell it again. */
START_TEST(tells_a_difference_once)
{
    Bench *bench = bench_new();
    build_row(build_table(bench->filing, "expenditure"), "201", "科目", "12.00");
    build_right_row(build_table(bench->filing, "summary"), "201", "科目", "10.00");
    build_row(build_table(bench->filing, "revenue"), "201", "科目", "10.00 10.00 10.00");
    bench_run(bench, rule_cross);
    bench_assert(bench, "three tables, one of them off", "cross.table error 201");
    bench_free(bench);
}
END_TEST

/* Twice in one table is for the sums to judge: 其他 may stand in two places. */
START_TEST(compares_no_table_with_itself)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "expenditure");
    build_row(table, "201", "科目", "12.00");
    build_row(table, "201", "科目", "10.00");
    bench_run(bench, rule_cross);
    bench_assert(bench, "one table", "");
    bench_free(bench);
}
END_TEST

/* Table 1 includes what was carried over, table 3 leaves it out: the difference is just that. */
START_TEST(allows_for_carryover)
{
    static const struct {
        const char *name, *revenue, *expected;
    } rows[] = {
        {"the difference is the carryover", "12.00 10.00 10.00 . . . . . . . 2.00", ""},
        {"the carryover is another amount", "12.00 9.00 9.00 . . . . . . . 3.00", "cross.table error 201"},
        {"no carryover", "12.00 12.00 12.00", "cross.table error 201"},
    };
    Bench *bench = bench_new();
    build_right_row(build_table(bench->filing, "summary"), "201", "科目", "12.00");
    build_row(build_table(bench->filing, "expenditure"), "201", "科目", "10.00");
    build_row(build_table(bench->filing, "revenue"), "201", "科目", rows[_i].revenue);
    bench_run(bench, rule_cross);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* The foot of a two-sided table of final accounts, and what came in and went out. */
typedef struct {
    const char *name;
    const char *received, *used, *opening, *left_foot;        /* NULL: the line is not printed; "." printed blank */
    const char *spent, *distributed, *closing, *right_foot;
    const char *other;                                        /* a figure in a line that the form does not know */
    const char *expected;
} FootCase;

static const FootCase feet[] = {
    {"all adds up", "100.00", "1.00", "9.00", "110.00", "95.00", "5.00", "10.00", "110.00", NULL, ""},
    {"blank lines are nothing", "100.00", ".", "10.00", "110.00", "100.00", ".", "10.00", "110.00", NULL, ""},
    {"apart by rounding", "100.00", ".", "10.00", "110.01", "100.00", ".", "10.01", "110.01", NULL, ""},
    {"the opening is wrong, a blank line beside it", "100.00", ".", "13.00", "110.00", "100.00", ".", "10.00", "110.00", NULL,
     "balance error 本年收入合计\nsum.total error 总计"},
    {"the same, the line not printed at all", "100.00", NULL, "13.00", "110.00", "100.00", NULL, "10.00", "110.00", NULL,
     "balance error 本年收入合计\nsum.total error 总计"},
    {"the closing is wrong", "100.00", "1.00", "9.00", "110.00", "95.00", "5.00", "13.00", "110.00", NULL,
     "balance error 本年收入合计\nsum.total error 总计"},
    {"a foot is wrong", "100.00", ".", "10.00", "113.00", "100.00", ".", "10.00", "110.00", NULL, "sum.total error 总计"},
    {"a line that is not known may hold the rest", "100.00", NULL, "10.00", "113.00", "103.00", ".", "10.00", "113.00", "3.00", ""},
    {"what is not settled proves nothing", "100.00", ".", "13.00?2", "110.00", "100.00", ".", "10.00", "110.00", NULL, ""},
};

static void add_line(Table *table, Direction side, Direction direction, const char *measure, const char *label, const char *figure)
{
    if (figure == NULL)
        return;
    Row *row = row_new();
    row->side = side;
    row->parent = -1;
    row->direction = direction;
    row->page = 2;
    row->line = 10 + (int)table->rows->len;
    build_set(&row->label, label);
    build_set(&row->path, label);
    build_set(&row->measure, measure);
    g_ptr_array_add(table->rows, row);
    if (figure[0] == '.')
        return;
    bool settled = strchr(figure, '?') == NULL;
    g_autofree char *printed = g_strndup(figure, strcspn(figure, "?"));
    Cell cell = {(int)table->rows->len - 1, side == DIRECTION_REVENUE ? 0 : 1, build_amount(printed),
                 settled ? PROOF_GRID : PROOF_AMBIGUOUS, g_strdup("")};
    g_array_append_val(table->cells, cell);
}

START_TEST(adds_up_feet)
{
    const FootCase *row = &feet[_i];
    Bench *bench = bench_new();
    build_set(&bench->filing->form, "national-accounts");
    bench->filing->kind = KIND_ACCOUNTS;
    Table *table = table_new();
    build_set(&table->form_table, "summary");
    build_set(&table->title, "收入支出决算总表");
    table->state = TABLE_READ;
    table->page = 2;
    table->unit = FEN_PER_WAN_YUAN;
    g_ptr_array_add(table->columns, column_new("收入/决算数", 1, DIRECTION_REVENUE, FUND_ALL, "total"));
    g_ptr_array_add(table->columns, column_new("支出/决算数", 2, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    g_ptr_array_add(bench->filing->tables, table);
    add_line(table, DIRECTION_REVENUE, DIRECTION_REVENUE, "total", "本年收入合计", row->received);
    add_line(table, DIRECTION_REVENUE, DIRECTION_REVENUE, "surplus-used", "使用非财政拨款结余", row->used);
    add_line(table, DIRECTION_REVENUE, DIRECTION_CARRYOVER, "opening", "年初结转和结余", row->opening);
    add_line(table, DIRECTION_REVENUE, DIRECTION_NONE, "", "动用其他资金", row->other);
    add_line(table, DIRECTION_REVENUE, DIRECTION_REVENUE, "balanced", "总计", row->left_foot);
    add_line(table, DIRECTION_EXPENDITURE, DIRECTION_EXPENDITURE, "total", "本年支出合计", row->spent);
    add_line(table, DIRECTION_EXPENDITURE, DIRECTION_EXPENDITURE, "distribution", "结余分配", row->distributed);
    add_line(table, DIRECTION_EXPENDITURE, DIRECTION_CARRYOVER, "closing", "年末结转和结余", row->closing);
    add_line(table, DIRECTION_EXPENDITURE, DIRECTION_EXPENDITURE, "balanced", "总计", row->right_foot);
    bench_run(bench, rule_cross);
    bench_assert(bench, row->name, row->expected);
    bench_free(bench);
}
END_TEST

/* 人员经费 and 公用经费 as lines below a column of basic expenditure are parts of it. */
START_TEST(adds_up_basic_expenditure)
{
    static const struct {
        const char *name, *operating, *expected;
    } rows[] = {{"they make it up", "4.00", ""}, {"they do not", "7.00", "cross.table error basic"}};
    Bench *bench = bench_new();
    build_set(&bench->filing->form, "national-accounts");
    build_figure(bench->filing, quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "basic", ""), "10.00");
    Table *table = table_new();
    build_set(&table->form_table, "basic");
    build_set(&table->title, "一般公共预算财政拨款基本支出决算表");
    table->state = TABLE_READ;
    table->unit = FEN_PER_WAN_YUAN;
    g_ptr_array_add(bench->filing->tables, table);
    g_ptr_array_add(table->columns, column_new("决算数", 1, DIRECTION_EXPENDITURE, FUND_GENERAL, "basic"));
    add_line(table, DIRECTION_NONE, DIRECTION_EXPENDITURE, "personnel", "人员经费合计", "6.00");
    add_line(table, DIRECTION_NONE, DIRECTION_EXPENDITURE, "operating", "公用经费合计", rows[_i].operating);
    for (guint i = 0; i < table->cells->len; i++)
        g_array_index(table->cells, Cell, i).column = 0;
    bench_run(bench, rule_cross);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

Suite *cross_suite(void)
{
    Suite *suite = suite_create("cross");
    TCase *cross = tcase_create("cross");
    tcase_add_loop_test(cross, compares, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_loop_test(cross, compares_public_expenses, 0, (int)G_N_ELEMENTS(public_cases));
    tcase_add_test(cross, names_both_places);
    tcase_add_test(cross, tells_a_difference_once);
    tcase_add_test(cross, compares_no_table_with_itself);
    tcase_add_loop_test(cross, allows_for_carryover, 0, 3);
    TCase *sums = tcase_create("feet");
    tcase_add_loop_test(sums, adds_up_feet, 0, G_N_ELEMENTS(feet));
    tcase_add_loop_test(sums, adds_up_basic_expenditure, 0, 2);
    suite_add_tcase(suite, sums);
    suite_add_tcase(suite, cross);
    return suite;
}
