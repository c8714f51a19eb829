/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/columns.h"

enum { COLUMN_GAP = 16 };

typedef struct {
    char *heading;
    TextStyle style;
    double width;
    GArray *cells; /* Cell */
} Column;

typedef struct {
    char *text;
    TextStyle style;
} Cell;

static void cell_clear(void *data)
{
    g_free(((Cell *)data)->text);
}

static void column_free(void *data)
{
    Column *column = data;
    g_free(column->heading);
    g_array_unref(column->cells);
    g_free(column);
}

void chart_columns_init(ChartColumns *columns)
{
    columns->columns = g_ptr_array_new_with_free_func(column_free);
}

void chart_columns_clear(ChartColumns *columns)
{
    g_clear_pointer(&columns->columns, g_ptr_array_unref);
}

guint chart_columns_add(ChartColumns *columns, const char *heading, TextStyle style)
{
    Column *column = g_new0(Column, 1);
    column->heading = g_strdup(heading);
    column->style = style;
    column->width = chart_text_width(TEXT_MUTED, heading);
    column->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    g_array_set_clear_func(column->cells, cell_clear);
    g_ptr_array_add(columns->columns, column);
    return columns->columns->len - 1;
}

static void cell_add(Column *column, const char *text, TextStyle style)
{
    Cell cell = { g_strdup(text), style };
    column->width = MAX(column->width, chart_text_width(style, text));
    g_array_append_val(column->cells, cell);
}

void chart_columns_cell(ChartColumns *columns, guint number, const char *text)
{
    Column *column = g_ptr_array_index(columns->columns, number);
    cell_add(column, text, column->style);
}

void chart_columns_quiet(ChartColumns *columns, guint number, const char *text)
{
    cell_add(g_ptr_array_index(columns->columns, number), text, TEXT_LABEL);
}

double chart_columns_width(const ChartColumns *columns)
{
    double width = 0;
    for (guint i = 0; i < columns->columns->len; i++)
        width += COLUMN_GAP + ((const Column *)g_ptr_array_index(columns->columns, i))->width;
    return width;
}

/* Texts end where their column ends; the last one at the margin. */
static void line_draw(const ChartColumns *columns, Canvas *canvas, const guint *row, double y)
{
    double right = SHEET_WIDTH - SHEET_MARGIN;
    for (guint i = columns->columns->len; i > 0; i--) {
        const Column *column = g_ptr_array_index(columns->columns, i - 1);
        const Cell *cell = row != NULL && *row < column->cells->len ? &g_array_index(column->cells, Cell, *row) : NULL;
        if (row == NULL)
            canvas_text(canvas, right, y, ALIGN_RIGHT, TEXT_MUTED, column->heading);
        else if (cell != NULL)
            canvas_text(canvas, right, y, ALIGN_RIGHT, cell->style, cell->text);
        right -= column->width + COLUMN_GAP;
    }
}

void chart_columns_heading(const ChartColumns *columns, Canvas *canvas, double y)
{
    line_draw(columns, canvas, NULL, y);
}

void chart_columns_row(const ChartColumns *columns, Canvas *canvas, guint row, double y)
{
    line_draw(columns, canvas, &row, y);
}
