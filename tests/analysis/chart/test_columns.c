/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/columns.h"

#include <check.h>
#include <string.h>

Suite *columns_suite(void);

START_TEST(the_widest_text_decides)
{
    g_auto(ChartColumns) columns = { 0 };
    chart_columns_init(&columns);
    ck_assert_double_eq(chart_columns_width(&columns), 0);
    guint narrow = chart_columns_add(&columns, "占比", TEXT_LABEL);
    double heading = chart_columns_width(&columns);
    chart_columns_cell(&columns, narrow, "1");
    ck_assert_double_eq(chart_columns_width(&columns), heading);
    chart_columns_cell(&columns, narrow, "1,234,567.89");
    double figures = chart_columns_width(&columns);
    ck_assert_double_gt(figures, heading);
    guint other = chart_columns_add(&columns, "占比", TEXT_LABEL);
    ck_assert_double_eq_tol(chart_columns_width(&columns), figures + heading, 1e-9);
    chart_columns_quiet(&columns, other, "—");
    ck_assert_double_eq_tol(chart_columns_width(&columns), figures + heading, 1e-9);
}
END_TEST

/* A row that a column has no cell for is left empty; hostile text stays text. */
START_TEST(rows_are_drawn)
{
    g_auto(ChartColumns) columns = { 0 };
    g_auto(Canvas) canvas = { 0 };
    chart_columns_init(&columns);
    chart_columns_add(&columns, "`甲`", TEXT_LABEL);
    chart_columns_cell(&columns, 0, "'1'");
    canvas_init(&canvas, 100);
    chart_columns_heading(&columns, &canvas, 10);
    chart_columns_row(&columns, &canvas, 0, 30);
    chart_columns_row(&columns, &canvas, 1, 50);
    ck_assert_uint_eq(canvas.n_labels, 2);
    ck_assert_ptr_nonnull(strstr(canvas.script->str, "'`甲`' at"));
    ck_assert_ptr_nonnull(strstr(canvas.script->str, "'’1’' at"));
}
END_TEST

Suite *columns_suite(void)
{
    Suite *suite = suite_create("analysis/chart/columns");
    TCase *layout = tcase_create("layout");
    tcase_add_test(layout, the_widest_text_decides);
    tcase_add_test(layout, rows_are_drawn);
    suite_add_tcase(suite, layout);
    return suite;
}
