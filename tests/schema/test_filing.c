/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/filing.h"

#include <check.h>

Suite *filing_suite(void);

static void set(char **field, const char *text)
{
    g_free(*field);
    *field = g_strdup(text);
}

/* What a row and a column say, and what their figure measures; NULL measure: no quantity. */
static const struct {
    const char *name;
    struct {
        int level;
        const char *code, *label, *project, *measure;
        Direction direction;
        Fund fund;
    } row;
    struct {
        const char *measure;
        Direction direction;
        Fund fund;
    } column;
    struct {
        const char *measure, *code, *label;
        Direction direction;
        Fund fund;
    } quantity;
} places[] = {
    {"a code row", {2, "20113", "商贸事务", "", "", 0, 0}, {"basic", DIRECTION_EXPENDITURE, FUND_GENERAL},
     {"basic", "20113", "", DIRECTION_EXPENDITURE, FUND_GENERAL}},
    {"a total row has no label of its own", {0, "", "合计", "", "", 0, 0}, {"total", DIRECTION_EXPENDITURE, FUND_ALL},
     {"total", "", "", DIRECTION_EXPENDITURE, FUND_ALL}},
    {"a project below a code is named", {4, "2011308", "招商引资", "示例项目", "", 0, 0},
     {"total", DIRECTION_EXPENDITURE, FUND_GENERAL},
     {"total", "2011308", "示例项目", DIRECTION_EXPENDITURE, FUND_GENERAL}},
    {"an unknown label is named", {2, "", "其他收入", "", "", 0, 0}, {"total", DIRECTION_REVENUE, FUND_ALL},
     {"total", "", "其他收入", DIRECTION_REVENUE, FUND_ALL}},
    {"a line with a quantity of its own", {2, "", "公务接待费", "", "reception", DIRECTION_EXPENDITURE, FUND_ALL},
     {"total", DIRECTION_NONE, FUND_GENERAL}, {"reception", "", "", DIRECTION_EXPENDITURE, FUND_GENERAL}},
    {"its part is another quantity", {2, "", "公务接待费", "", "reception", DIRECTION_EXPENDITURE, FUND_ALL},
     {"basic", DIRECTION_NONE, FUND_GENERAL}, {NULL, NULL, NULL, 0, 0}},
    {"a line that is a total", {1, "", "本年收入", "", "total", DIRECTION_REVENUE, FUND_OWN},
     {"total", DIRECTION_EXPENDITURE, FUND_ALL}, {"total", "", "", DIRECTION_REVENUE, FUND_OWN}},
    {"the column of a line that is a total", {1, "", "本年支出", "", "total", 0, FUND_ALL},
     {"project", DIRECTION_EXPENDITURE, FUND_ALL}, {"project", "", "", DIRECTION_EXPENDITURE, FUND_ALL}},
    {"a column without a measure", {2, "20113", "商贸事务", "", "", 0, 0}, {"", DIRECTION_EXPENDITURE, FUND_ALL},
     {NULL, NULL, NULL, 0, 0}},
    {"the row's direction goes before the column's", {1, "201", "", "", "", DIRECTION_CARRYOVER, FUND_ALL},
     {"total", DIRECTION_EXPENDITURE, FUND_ALL}, {"total", "201", "", DIRECTION_CARRYOVER, FUND_ALL}},
    {"the column's fund goes before the row's", {1, "201", "", "", "", 0, FUND_OWN},
     {"total", DIRECTION_REVENUE, FUND_GOVERNMENT}, {"total", "201", "", DIRECTION_REVENUE, FUND_GOVERNMENT}},
    {"the row's fund where the column has all", {1, "201", "", "", "", 0, FUND_OWN},
     {"total", DIRECTION_REVENUE, FUND_ALL}, {"total", "201", "", DIRECTION_REVENUE, FUND_OWN}},
};

START_TEST(quantity_of_a_place)
{
    g_autoptr(Table) table = table_new();
    Row *row = row_new();
    row->level = places[_i].row.level;
    set(&row->code, places[_i].row.code);
    set(&row->label, places[_i].row.label);
    set(&row->project, places[_i].row.project);
    set(&row->measure, places[_i].row.measure);
    row->direction = places[_i].row.direction;
    row->fund = places[_i].row.fund;
    g_ptr_array_add(table->rows, row);
    g_ptr_array_add(table->columns, column_new("预算数", 1, places[_i].column.direction, places[_i].column.fund,
                                               places[_i].column.measure));
    const Cell cell = {.row = 0, .column = 0};
    Quantity quantity;
    bool states = table_cell_quantity(table, &cell, &quantity);
    ck_assert_msg(states == (places[_i].quantity.measure != NULL), "%s", places[_i].name);
    if (!states)
        return;
    ck_assert_msg(g_str_equal(quantity.measure, places[_i].quantity.measure) &&
                      g_str_equal(quantity.code, places[_i].quantity.code) &&
                      g_str_equal(quantity.label, places[_i].quantity.label),
                  "%s: %s|%s|%s", places[_i].name, quantity.measure, quantity.code, quantity.label);
    ck_assert_msg(quantity.direction == places[_i].quantity.direction && quantity.fund == places[_i].quantity.fund,
                  "%s: %s %s", places[_i].name, direction_word(quantity.direction), fund_word(quantity.fund));
}
END_TEST

/* A subject that is named without its code is the quantity of that code; a printed code goes before it. */
START_TEST(quantity_of_a_named_subject)
{
    g_autoptr(Table) table = table_new();
    Row *row = row_new();
    row->level = 2;
    set(&row->label, "公务接待费");
    set(&row->subject, "30217");
    g_ptr_array_add(table->rows, row);
    g_ptr_array_add(table->columns, column_new("预算数", 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    const Cell cell = {.row = 0, .column = 0};
    Quantity quantity;
    ck_assert(table_cell_quantity(table, &cell, &quantity));
    ck_assert_str_eq(quantity.code, "30217");
    ck_assert_str_eq(quantity.label, "");
    set(&row->code, "302");
    ck_assert(table_cell_quantity(table, &cell, &quantity));
    ck_assert_str_eq(quantity.code, "302");
}
END_TEST

START_TEST(equal_in_all_parts)
{
    char total[] = "total", basic[] = "basic", code[] = "201", other[] = "202", none[] = "", label[] = "示例项目";
    const Quantity first = {DIRECTION_EXPENDITURE, FUND_GENERAL, total, code, none};
    char copied[] = "total";
    const Quantity same = {DIRECTION_EXPENDITURE, FUND_GENERAL, copied, code, none};
    ck_assert(quantity_equal(&first, &same));
    ck_assert_uint_eq(quantity_hash(&first), quantity_hash(&same));
    const Quantity others[] = {
        {DIRECTION_REVENUE, FUND_GENERAL, total, code, none}, {DIRECTION_EXPENDITURE, FUND_OWN, total, code, none},
        {DIRECTION_EXPENDITURE, FUND_GENERAL, basic, code, none}, {DIRECTION_EXPENDITURE, FUND_GENERAL, total, other, none},
        {DIRECTION_EXPENDITURE, FUND_GENERAL, total, none, none}, {DIRECTION_EXPENDITURE, FUND_GENERAL, total, code, label},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        ck_assert_msg(!quantity_equal(&first, &others[i]) && !quantity_equal(&others[i], &first), "%" G_GSIZE_FORMAT, i);
        ck_assert_msg(quantity_hash(&first) != quantity_hash(&others[i]), "%" G_GSIZE_FORMAT, i);
    }
}
END_TEST

START_TEST(tables_and_cells_are_found)
{
    g_autoptr(Filing) filing = filing_new();
    ck_assert_ptr_null(filing_table(filing, "income"));
    Table *income = table_new();
    Table *outlay = table_new();
    set(&income->form_table, "income");
    set(&outlay->form_table, "outlay");
    g_ptr_array_add(filing->tables, income);
    g_ptr_array_add(filing->tables, outlay);
    ck_assert_ptr_eq(filing_table(filing, "outlay"), outlay);
    ck_assert_ptr_null(filing_table(filing, "outlays"));

    static const Cell cells[] = {{.row = 0, .column = 0, .amount = {1, 1}}, {.row = 0, .column = 2, .amount = {2, 1}},
                                 {.row = 1, .column = 1, .amount = {3, 1}}};
    for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
        Cell cell = {cells[i].row, cells[i].column, cells[i].amount, PROOF_GRID, g_strdup("")};
        g_array_append_val(outlay->cells, cell);
    }
    ck_assert_int_eq(table_cell(outlay, 0, 2)->amount.fen, 2);
    ck_assert_int_eq(table_cell(outlay, 1, 1)->amount.fen, 3);
    ck_assert_msg(table_cell(outlay, 0, 1) == NULL, "a blank is no cell");
    ck_assert_ptr_null(table_cell(outlay, 2, 0));
    ck_assert_ptr_null(table_cell(income, 0, 0));

    static const char *const paths[] = {"合计", "基本支出", "项目支出"};
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++)
        g_ptr_array_add(outlay->columns, column_new(paths[i], (int)i + 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    Cell *open = &g_array_index(outlay->cells, Cell, 1);
    open->proof = PROOF_AMBIGUOUS;
    g_free(open->alternatives);
    open->alternatives = g_strdup("基本支出|项目支出");
    ck_assert(table_place_is_certain(outlay, 0, 0) && table_place_is_certain(outlay, 1, 2));
    ck_assert_msg(!table_place_is_certain(outlay, 0, 1) && !table_place_is_certain(outlay, 0, 2), "where it may stand");
}
END_TEST

START_TEST(new_ones_are_empty)
{
    g_autoptr(Filing) filing = filing_new();
    ck_assert_str_eq(filing->department, "");
    ck_assert(filing->id == 0 && filing->tables->len == 0 && filing->claims->len == 0 && filing->doubts->len == 0);
    g_autoptr(Table) table = table_new();
    ck_assert_int_eq(table->unit, FEN_PER_WAN_YUAN);
    g_autoptr(Claim) claim = claim_new();
    ck_assert_str_eq(claim->reason, "");
    ck_assert(!claim->has_amount && !claim->has_growth && claim->against == AGAINST_NOTHING);
    filing_add_doubt(filing, 3, 7, "表名", "12.3.4", "不是数字");
    const Doubt *doubt = g_ptr_array_index(filing->doubts, 0);
    ck_assert_int_eq(doubt->page, 3);
    ck_assert_int_eq(doubt->line, 7);
    ck_assert_str_eq(doubt->text, "12.3.4");
    filing_free(NULL);
    table_free(NULL);
    claim_free(NULL);
}
END_TEST

Suite *filing_suite(void)
{
    Suite *suite = suite_create("filing");
    TCase *quantities = tcase_create("quantities");
    tcase_add_loop_test(quantities, quantity_of_a_place, 0, G_N_ELEMENTS(places));
    tcase_add_test(quantities, quantity_of_a_named_subject);
    tcase_add_test(quantities, equal_in_all_parts);
    suite_add_tcase(suite, quantities);
    TCase *values = tcase_create("values");
    tcase_add_test(values, tables_and_cells_are_found);
    tcase_add_test(values, new_ones_are_empty);
    suite_add_tcase(suite, values);
    return suite;
}
