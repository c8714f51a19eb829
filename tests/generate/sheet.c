/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/sheet.h"

static void row_free(gpointer data)
{
    SheetRow *row = data;
    for (gsize i = 0; i < SHEET_COLUMNS; i++)
        g_free(row->cells[i].text);
    g_free(row);
}

Sheet *sheet_new(int number, const char *title, const SheetColumn *columns, gsize column_count,
                 gsize name_column)
{
    g_assert(column_count <= SHEET_COLUMNS);
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->number = number;
    sheet->title = g_strdup(title);
    sheet->columns = columns;
    sheet->column_count = column_count;
    sheet->name_column = name_column;
    sheet->rows = g_ptr_array_new_with_free_func(row_free);
    sheet->keys = g_string_chunk_new(1024);
    return sheet;
}

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    g_free(sheet->title);
    g_free(sheet->note);
    g_ptr_array_unref(sheet->rows);
    g_string_chunk_free(sheet->keys);
    g_free(sheet);
}

SheetRow *sheet_add_row(Sheet *sheet)
{
    SheetRow *row = g_new0(SheetRow, 1);
    g_ptr_array_add(sheet->rows, row);
    return row;
}

void sheet_set_text(SheetRow *row, gsize column, const char *text)
{
    g_free(row->cells[column].text);
    row->cells[column].text = g_strdup(text);
}

void sheet_set_amount(Sheet *sheet, SheetRow *row, gsize column, const char *key, gint64 yuan)
{
    row->cells[column].key = g_string_chunk_insert_const(sheet->keys, key);
    row->cells[column].yuan = yuan;
}

SheetRow *sheet_find_row(const Sheet *sheet, const char *key)
{
    for (guint i = 0; i < sheet->rows->len; i++) {
        SheetRow *row = sheet->rows->pdata[i];
        for (gsize column = 0; column < sheet->column_count; column++)
            if (row->cells[column].key && g_str_equal(row->cells[column].key, key))
                return row;
    }
    return NULL;
}
