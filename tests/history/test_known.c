/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/known.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *known_suite(void);

/* Amounts of these tests: hundredths of 万元, as a table of 万元 prints them. */
#define STEP 10000

static Row *add_row(Table *table, const char *code, const char *label)
{
    Row *row = row_new();
    g_free(row->code);
    g_free(row->label);
    row->code = g_strdup(code);
    row->label = g_strdup(label);
    g_ptr_array_add(table->rows, row);
    return row;
}

static void add_cell(Table *table, int column, gint64 hundredths, Proof proof)
{
    Cell cell = {(int)table->rows->len - 1, column, {hundredths * STEP, STEP}, proof, g_strdup("")};
    g_array_append_val(table->cells, cell);
}

/* 合计, 基本支出, 项目支出 of all funds. */
static Table *expenditure_table(TableState state)
{
    Table *table = table_new();
    table->state = state;
    g_ptr_array_add(table->columns, column_new("合计", 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    g_ptr_array_add(table->columns, column_new("基本支出", 2, DIRECTION_EXPENDITURE, FUND_ALL, "basic"));
    g_ptr_array_add(table->columns, column_new("项目支出", 3, DIRECTION_EXPENDITURE, FUND_ALL, "project"));
    return table;
}

static Quantity expenditure_of(const char *measure, const char *code)
{
    return (Quantity){DIRECTION_EXPENDITURE, FUND_ALL, (char *)measure, (char *)code, (char *)""};
}

/* "5.00", "nothing" (zero that nobody printed) or "unknown". */
static char *ask(const Known *known, const Table *except, const char *measure, const char *code)
{
    Quantity quantity = expenditure_of(measure, code);
    Amount amount;
    if (!known_amount(known, except, &quantity, &amount))
        return g_strdup("unknown");
    return amount.step == 0 ? g_strdup("nothing") : amount_to_text(amount);
}

static const struct {
    const char *why;
    const char *measure, *code;
    const char *answer;
} questions[] = {
    {"as printed", "total", "2070101", "5.00"},
    {"a blank beside it", "project", "2070101", "nothing"},
    {"a line that the table does not have", "total", "2070199", "nothing"},
    {"of another class, at a depth that it prints", "total", "2080505", "nothing"},
    {"at a depth that it does not print", "total", "20701", "unknown"},
    {"of the other classification", "total", "30101", "unknown"},
    {"a measure that it has no column for", "personnel", "2070101", "unknown"},
    {"a total that it does not print", "total", "", "unknown"},
    {"in a column that is not certain", "basic", "2070102", "unknown"},
    {"in the column where it may stand instead", "project", "2070102", "unknown"},
    {"settled beside it", "total", "2070102", "3.00"},
};

START_TEST(what_a_table_tells)
{
    g_autoptr(Table) table = expenditure_table(TABLE_READ);
    add_row(table, "2070101", "行政运行");
    add_cell(table, 0, 500, PROOF_UNIQUE);
    add_cell(table, 1, 500, PROOF_UNIQUE);
    add_row(table, "2070102", "一般行政管理事务");
    add_cell(table, 0, 300, PROOF_UNIQUE);
    add_cell(table, 1, 300, PROOF_AMBIGUOUS);
    g_autoptr(Known) known = known_new();
    known_add_table(known, table);
    g_autofree char *answer = ask(known, NULL, questions[_i].measure, questions[_i].code);
    check_spelling(questions[_i].why, answer, questions[_i].answer);
    /* A table tells nothing about itself. */
    g_autofree char *itself = ask(known, table, questions[_i].measure, questions[_i].code);
    check_spelling(questions[_i].why, itself, "unknown");
}
END_TEST

/* A table that could not be read tells nothing; one that is empty tells that there is nothing. */
static const struct {
    TableState state;
    const char *total, *item;
} states[] = {
    {TABLE_EMPTY, "nothing", "nothing"},
    {TABLE_MISSING, "unknown", "unknown"},
    {TABLE_UNREAD, "unknown", "unknown"},
    {TABLE_READ, "unknown", "unknown"}, /* not solved yet */
};

START_TEST(what_a_table_without_cells_tells)
{
    g_autoptr(Table) table = expenditure_table(states[_i].state);
    g_autoptr(Known) known = known_new();
    known_add_table(known, table);
    g_autofree char *total = ask(known, NULL, "total", "");
    g_autofree char *item = ask(known, NULL, "total", "2070101");
    check_spelling(table_state_word(states[_i].state), total, states[_i].total);
    check_spelling(table_state_word(states[_i].state), item, states[_i].item);
}
END_TEST

/* Where two tables print it, the first other one answers. */
START_TEST(two_tables)
{
    g_autoptr(Table) one = expenditure_table(TABLE_READ);
    g_autoptr(Table) other = expenditure_table(TABLE_READ);
    add_row(one, "2070101", "行政运行");
    add_cell(one, 0, 500, PROOF_UNIQUE);
    add_row(other, "2070101", "行政运行");
    add_cell(other, 0, 600, PROOF_LIKELY);
    g_autoptr(Known) known = known_new();
    known_add_table(known, one);
    known_add_table(known, other);
    g_autofree char *first = ask(known, NULL, "total", "2070101");
    g_autofree char *second = ask(known, one, "total", "2070101");
    ck_assert_str_eq(first, "5.00");
    ck_assert_str_eq(second, "6.00");
    known_free(NULL);
}
END_TEST

/* The sums for a row as "columns=amount", readings joined by '|', '<' for at most, '~' for soft. */
static char *spell_sum_list(const GArray *sums)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < sums->len; i++) {
        const SolveSum *sum = &g_array_index(sums, SolveSum, i);
        g_string_append_printf(out, "%s%s%s", i > 0 ? " " : "", sum->at_most ? "<" : "", sum->soft ? "~" : "");
        for (int k = 0; k < sum->reading_count; k++)
            g_string_append_printf(out, "%s%x=%" G_GINT64_FORMAT, k > 0 ? "|" : "", sum->readings[k].columns,
                                   sum->readings[k].value.fen / STEP);
    }
    return g_string_free(out, FALSE);
}

static char *sums_for(const Known *known, const char *form_table, const char *code)
{
    const Form *form = sample_form();
    const FormPart *part = form_table_by_id(form, form_table)->parts[0];
    g_autoptr(Table) asking = table_new();
    const Row *row = add_row(asking, code, "");
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(SolveSum));
    known_sums(known, form, part, asking, row, sums);
    return spell_sum_list(sums);
}

/* Table 3 prints 行政运行; table 5 asks. Its general fund has columns of its own, so that nothing is said about them. */
START_TEST(sums_of_a_row)
{
    g_autoptr(Table) table = expenditure_table(TABLE_READ);
    add_row(table, "2070101", "行政运行");
    add_cell(table, 0, 500, PROOF_UNIQUE);
    add_cell(table, 1, 500, PROOF_UNIQUE);
    g_autoptr(Known) known = known_new();
    g_autofree char *nothing = sums_for(known, "expenditure", "2070101");
    ck_assert_str_eq(nothing, "");
    known_add_table(known, table);
    /* The same quantities: total 5.00 in column 1, basic 5.00 in column 2, no project in column 3. */
    g_autofree char *same = sums_for(known, "expenditure", "2070101");
    ck_assert_str_eq(same, "1=500 2=500 4=0");
    g_autofree char *general = sums_for(known, "general", "2070101");
    ck_assert_str_eq(general, "");
    /* Table 2's total revenue for a code is its expenditure: the form says so. */
    g_autofree char *revenue = sums_for(known, "revenue", "2070101");
    ck_assert_str_eq(revenue, "1=500");
}
END_TEST

Suite *known_suite(void)
{
    Suite *suite = suite_create("known");
    TCase *telling = tcase_create("known");
    tcase_add_loop_test(telling, what_a_table_tells, 0, G_N_ELEMENTS(questions));
    tcase_add_loop_test(telling, what_a_table_without_cells_tells, 0, G_N_ELEMENTS(states));
    tcase_add_test(telling, two_tables);
    tcase_add_test(telling, sums_of_a_row);
    suite_add_tcase(suite, telling);
    return suite;
}
