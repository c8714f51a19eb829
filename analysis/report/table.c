/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/table.h"

#include "schema/clean.h"

static void column_clear(gpointer data)
{
    g_free(((ReportColumn *)data)->heading);
}

static void row_free(gpointer data)
{
    ReportRow *row = data;
    g_ptr_array_unref(row->cells);
    g_free(row);
}

ReportTable *report_table_new(const char *anchor, const char *caption)
{
    ReportTable *table = g_new0(ReportTable, 1);
    table->anchor = g_strdup(anchor);
    table->caption = text_clean(caption);
    table->columns = g_array_new(FALSE, TRUE, sizeof(ReportColumn));
    g_array_set_clear_func(table->columns, column_clear);
    table->rows = g_ptr_array_new_with_free_func(row_free);
    return table;
}

void report_table_free(ReportTable *table)
{
    if (table == NULL)
        return;
    g_free(table->anchor);
    g_free(table->caption);
    g_array_unref(table->columns);
    g_ptr_array_unref(table->rows);
    g_free(table);
}

void report_table_column(ReportTable *table, ColumnKind kind, const char *heading)
{
    ReportColumn column = {kind, text_clean(heading)};
    g_array_append_val(table->columns, column);
}

void report_table_row(ReportTable *table, int level)
{
    ReportRow *row = g_new0(ReportRow, 1);
    row->level = level;
    row->cells = g_ptr_array_new_with_free_func((GDestroyNotify)prose_free);
    g_ptr_array_add(table->rows, row);
}

void report_table_total_row(ReportTable *table)
{
    report_table_row(table, 0);
    ReportRow *row = g_ptr_array_index(table->rows, table->rows->len - 1);
    row->total = true;
}

void report_table_prose(ReportTable *table, Prose *cell)
{
    g_assert(table->rows->len > 0);
    ReportRow *row = g_ptr_array_index(table->rows, table->rows->len - 1);
    g_assert(row->cells->len < table->columns->len);
    g_ptr_array_add(row->cells, cell);
}

void report_table_cell(ReportTable *table, const char *text)
{
    report_table_prose(table, prose_new(text));
}

void report_table_blank(ReportTable *table)
{
    report_table_prose(table, prose_new(NULL));
}

void report_table_amount(ReportTable *table, Amount amount)
{
    g_autofree char *text = amount_to_display(amount);
    report_table_cell(table, text);
}

void report_table_change(ReportTable *table, Amount change)
{
    g_autofree char *text = amount_to_change(change);
    report_table_cell(table, text);
}

void report_table_rate(ReportTable *table, bool known, Rate rate, bool sign)
{
    g_autofree char *text = known ? percent_from_rate(rate, sign) : NULL;
    report_table_prose(table, prose_new(text));
}

void report_table_count(ReportTable *table, gint64 count)
{
    report_table_prose(table, prose_printf("%" G_GINT64_FORMAT, count));
}

char *amount_to_change(Amount change)
{
    g_autofree char *text = amount_to_display(change);
    return g_strconcat(change.fen > 0 ? "+" : "", text, NULL);
}

char *percent_from_rate(Rate rate, bool sign)
{
    g_autofree char *text = rate_to_text(rate);
    return g_strconcat(sign && rate.value > 0 ? "+" : "", text, "%", NULL);
}
