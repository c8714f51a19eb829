/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/form.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/spelling.h"
#include "tests/schema/scratch.h"

Suite *form_suite(void);

/* The eleven tables: identifier, number, value columns of each half, what must be so in it. */
static const struct {
    const char *id;
    int number;
    guint columns[2]; /* of the right half: 0 in a one-sided table */
    bool balance, may_be_empty;
    Rows rows;
    guint identities;
} tables[] = {
    {"summary", 1, {1, 1}, true, false, ROWS_LABELS, 0},
    {"revenue", 2, {12, 0}, false, false, ROWS_FUNCTIONAL, 2},
    {"expenditure", 3, {3, 0}, false, false, ROWS_FUNCTIONAL, 1},
    {"appropriation", 4, {1, 4}, true, false, ROWS_LABELS, 0},
    {"general", 5, {3, 0}, false, false, ROWS_FUNCTIONAL, 1},
    {"basic", 6, {3, 0}, false, false, ROWS_ECONOMIC, 1},
    {"projects", 7, {11, 0}, false, true, ROWS_FUNCTIONAL, 1},
    {"government-fund", 8, {4, 0}, false, true, ROWS_FUNCTIONAL, 1},
    {"state-capital", 9, {4, 0}, false, true, ROWS_FUNCTIONAL, 1},
    {"three-public", 10, {4, 0}, false, false, ROWS_LABELS, 1},
    {"carryover", 11, {9, 0}, false, true, ROWS_PROJECTS, 3},
};

START_TEST(built_in_tables)
{
    const Form *form = sample_form();
    ck_assert_int_eq(form->kind, KIND_BUDGET);
    ck_assert_uint_eq(form->tables->len, G_N_ELEMENTS(tables));
    const FormTable *table = form_table_by_id(form, tables[_i].id);
    ck_assert_ptr_nonnull(table);
    ck_assert_ptr_eq(table, g_ptr_array_index(form->tables, _i));
    ck_assert_int_eq(table->number, tables[_i].number);
    ck_assert(table->balance == tables[_i].balance && table->may_be_empty == tables[_i].may_be_empty);
    ck_assert(table->two_sided == (tables[_i].columns[1] > 0));
    for (int side = 0; side < table->part_count; side++)
        ck_assert_uint_eq(table->parts[side]->columns->len, tables[_i].columns[side]);
    ck_assert_int_eq(table->parts[0]->rows, tables[_i].rows);
    ck_assert_uint_eq(table->parts[0]->identities->len, tables[_i].identities);
}
END_TEST

START_TEST(identities_are_columns)
{
    const FormTable *table = form_table_by_id(sample_form(), "carryover");
    const GArray *identities = table->parts[0]->identities;
    static const RowIdentity expected[] = {{0, 1u << 1 | 1u << 5}, {1, 1u << 2 | 1u << 3 | 1u << 4}, {5, 1u << 6 | 1u << 7 | 1u << 8}};
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        ck_assert_int_eq(g_array_index(identities, RowIdentity, i).total, expected[i].total);
        ck_assert_uint_eq(g_array_index(identities, RowIdentity, i).parts, expected[i].parts);
    }
    ck_assert_uint_eq(table->parts[0]->usual, 1u << 4 | 1u << 8);
}
END_TEST

/* The columns of every half measure different things: a cell's quantity must not depend on a slip of the data. */
START_TEST(columns_differ)
{
    const Form *form = sample_form();
    for (guint t = 0; t < form->tables->len; t++) {
        const FormTable *table = g_ptr_array_index(form->tables, t);
        for (int side = 0; side < table->part_count; side++)
            for (guint i = 0; i < table->parts[side]->columns->len; i++)
                for (guint k = 0; k < i; k++) {
                    const Column *a = g_ptr_array_index(table->parts[side]->columns, i);
                    const Column *b = g_ptr_array_index(table->parts[side]->columns, k);
                    ck_assert_str_ne(a->path, b->path);
                    ck_assert_msg(a->direction != b->direction || a->fund != b->fund || strcmp(a->measure, b->measure) != 0,
                                  "%s: %s and %s", table->id, a->path, b->path);
                }
    }
}
END_TEST

START_TEST(no_such_form)
{
    ck_assert_ptr_null(form_by_id("none"));
    ck_assert_ptr_null(form_table_by_id(sample_form(), "none"));
}
END_TEST

START_TEST(lines_of_a_label_table)
{
    const FormTable *table = form_table_by_id(sample_form(), "summary");
    const FormPart *left = form_table_part(table, DIRECTION_REVENUE);
    ck_assert_ptr_eq(left, table->parts[0]);
    ck_assert_ptr_eq(form_table_part(table, DIRECTION_EXPENDITURE), table->parts[1]);
    ck_assert_ptr_eq(form_table_part(form_table_by_id(sample_form(), "general"), DIRECTION_EXPENDITURE),
                     form_table_by_id(sample_form(), "general")->parts[0]);

    /* The same label stands twice: once for this year's money, once for what was carried over. */
    guint from = 0;
    const FormLine *line = form_part_line(left, "一般公共预算拨款", &from);
    ck_assert_int_eq(line->direction, DIRECTION_REVENUE);
    line = form_part_line(left, "上年结转结余", &from);
    ck_assert_int_eq(line->level, 1);
    line = form_part_line(left, "一般公共预算拨款", &from);
    ck_assert_int_eq(line->direction, DIRECTION_CARRYOVER);
    ck_assert_int_eq(line->fund, FUND_GENERAL);
    /* It is found behind the cursor, too. */
    line = form_part_line(left, "本年收入", &from);
    ck_assert_ptr_nonnull(line);
    ck_assert_str_eq(line->measure, "current");
    /* Other wordings of a label, and one that the form does not have. */
    ck_assert_ptr_nonnull(form_part_line(left, "财政专户管理资金", &from));
    guint kept = from;
    ck_assert_ptr_null(form_part_line(left, "捐赠", &from));
    ck_assert_uint_eq(from, kept);

    ck_assert(form_part_is_total(table->parts[1], "支出总计"));
    ck_assert(!form_part_is_total(table->parts[1], "总计"));
    ck_assert(!form_part_is_total(left, "收入总计")); /* a label table's total is one of its lines */
}
END_TEST

START_TEST(equations)
{
    const Form *form = sample_form();
    const Equation *first = g_ptr_array_index(form->equal, 0);
    const Term *left = &g_array_index(first->left, Term, 0);
    ck_assert_uint_eq(first->left->len, 1);
    ck_assert_int_eq(left->direction, DIRECTION_EXPENDITURE);
    ck_assert_int_eq(left->sign, 1);
    const Equation *second = g_ptr_array_index(form->equal, 1);
    ck_assert_uint_eq(second->rights->len, 3); /* three readings that are right */
    const Equation *bound = g_ptr_array_index(form->within, 0);
    const GArray *right = g_ptr_array_index(bound->rights, 0);
    ck_assert_uint_eq(bound->left->len, 2);
    ck_assert_int_eq(g_array_index(right, Term, 0).sign, 1);
    ck_assert_int_eq(g_array_index(right, Term, 1).sign, -1);
    ck_assert_str_eq(g_array_index(right, Term, 1).measure, "basic");
}
END_TEST

/* What stands in place of the built-in form, and the words of the refusal. */
#define HEAD "[form]\nid=x\nname=x\nkind=budget\ntables=a\n"
#define TABLE HEAD "[table a]\nnumber=1\ntitles=甲表\nrows=functional\n"

static const struct {
    const char *why;
    const char *file;
    const char *message; /* NULL: it is a form */
} files[] = {
    {"the least there can be", TABLE "columns=合计 = expenditure/all/total\n", NULL},
    {"a line goes on in the next one", TABLE "columns=\\\n 合计 = expenditure/all/total;\\\n 基本 = \nidentities=1=2\n", NULL},
    {"empty", "", "form"},
    {"no key file", "有一张表", "xinjiang-budget.form"},
    {"without an identifier", "[form]\nname=x\n", "id"},
    {"of no kind", "[form]\nid=x\nname=x\nkind=plan\n", "[form] kind"},
    {"a table that is not described", HEAD, "[table a] titles"},
    {"rows of no kind", HEAD "[table a]\ntitles=甲表\nrows=others\n", "[table a] rows"},
    {"no columns", TABLE, "[table a] columns"},
    {"a column that measures nothing known", TABLE "columns=合计 = spending/all/total\n", "[table a] columns"},
    {"a column without an equals sign", TABLE "columns=合计\n", "[table a] columns"},
    {"an identity of a column that is not there", TABLE "columns=合计 = expenditure/all/total\nidentities=1=2\n", "[table a] identities"},
    {"an identity of column nought", TABLE "columns=合计 = expenditure/all/total\nidentities=0=1\n", "[table a] identities"},
    {"an identity of words", TABLE "columns=合计 = expenditure/all/total\nidentities=合计\n", "[table a] identities"},
    {"an identity of a column past counting", TABLE "columns=合计 = expenditure/all/total\nidentities=1=99999999999999999999\n",
     "[table a] identities"},
    {"a line that measures nothing known", TABLE "columns=合计 = expenditure/all/total\nlines=1 合计 = 5\n", "[table a] lines"},
    {"one half of two", HEAD "[table a]\ntitles=甲表\nsides=true\n", "[table a left] rows"},
    {"an equation without its other side",
     TABLE "columns=合计 = expenditure/all/total\n[identities]\nequal=expenditure/all/total\n", "[identities] equal"},
    {"an equation of something else", TABLE "columns=合计 = expenditure/all/total\n[identities]\nwithin=expenditure/all/total = 5\n",
     "[identities] within"},
};

/* Forms are read once in the life of a program: Check runs each of these in a process of its own. */
START_TEST(form_files)
{
    if (g_strcmp0(g_getenv("CK_FORK"), "no") == 0)
        return;
    g_autofree char *folder = scratch_path("data");
    g_autofree char *forms = g_build_filename(folder, "forms", NULL);
    g_autofree char *path = g_build_filename(forms, "xinjiang-budget.form", NULL);
    ck_assert_int_eq(g_mkdir_with_parents(forms, 0700), 0);
    ck_assert(g_file_set_contents(path, files[_i].file, -1, NULL));
    g_setenv("YUSUAN_DATA", scratch, TRUE);
    g_autoptr(GError) error = NULL;
    const GPtrArray *read = forms_all(&error);
    g_remove(path);
    g_rmdir(forms);
    if (files[_i].message == NULL) {
        ck_assert_msg(read != NULL, "%s: %s", files[_i].why, error != NULL ? error->message : "");
        ck_assert_ptr_nonnull(form_by_id("x"));
        return;
    }
    ck_assert_msg(read == NULL && error != NULL, "%s", files[_i].why);
    ck_assert_msg(strstr(error->message, files[_i].message) != NULL, "%s: %s", files[_i].why, error->message);
}
END_TEST

Suite *form_suite(void)
{
    Suite *suite = suite_create("form");
    TCase *built_in = tcase_create("built in");
    tcase_add_loop_test(built_in, built_in_tables, 0, G_N_ELEMENTS(tables));
    tcase_add_test(built_in, identities_are_columns);
    tcase_add_test(built_in, columns_differ);
    tcase_add_test(built_in, no_such_form);
    tcase_add_test(built_in, lines_of_a_label_table);
    tcase_add_test(built_in, equations);
    suite_add_tcase(suite, built_in);
    TCase *reading = tcase_create("files");
    tcase_add_checked_fixture(reading, scratch_set_up, scratch_tear_down);
    tcase_add_loop_test(reading, form_files, 0, G_N_ELEMENTS(files));
    suite_add_tcase(suite, reading);
    return suite;
}
