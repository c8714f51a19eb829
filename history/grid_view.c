/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/grid_view.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "history/sheet.h"

/* Headings are no deeper than this many rows. */
#define HEADING_ROWS_MAX 12

static void view_free(gpointer data)
{
    GridView *view = data;
    g_free(view->cell_at);
    g_free(view->column_of);
    if (view->owns_texts)
        g_strfreev(view->texts);
    g_free(view);
}

int view_cell(const GridView *view, int row, int column)
{
    return view->cell_at[row * view->columns + column];
}

const char *view_text(const GridView *view, int row, int column)
{
    int cell = view_cell(view, row, column);
    return cell >= 0 ? view->texts[cell] : "";
}

bool view_begins(const GridView *view, int row, int column)
{
    int cell = view_cell(view, row, column);
    return cell >= 0 && grid_cell(view->grid, (guint)cell)->row == view->first_row + row;
}

bool view_is_tall(const GridView *view, int row, int column)
{
    int cell = view_cell(view, row, column);
    return cell >= 0 && grid_cell(view->grid, (guint)cell)->rows > 1;
}

/* How many cells with text begin or go on in a row, and the last of them. */
static int cells_in_row(const GridView *view, int row, int *only)
{
    int count = 0;
    int last = -1;
    for (int column = 0; column < view->columns; column++) {
        int cell = view_cell(view, row, column);
        if (cell < 0 || cell == last || view->texts[cell][0] == '\0')
            continue;
        count++;
        last = cell;
        *only = cell;
    }
    return count;
}

char *view_row_text(const GridView *view, int row)
{
    GString *text = g_string_new(NULL);
    int last = -1;
    for (int column = 0; column < view->columns; column++) {
        int cell = view_cell(view, row, column);
        if (cell >= 0 && cell != last && view->texts[cell][0] != '\0' && view_begins(view, row, column))
            g_string_append_printf(text, "%s%s", text->len > 0 ? "  " : "", view->texts[cell]);
        last = cell;
    }
    return g_string_free(text, FALSE);
}

bool text_is_amount(const char *text)
{
    const char *at = text + (text[0] == '-' || text[0] == '+');
    if (!g_ascii_isdigit(*at))
        return false;
    at += strspn(at, "0123456789,");
    if (*at == '.')
        at += 1 + strspn(at + 1, "0123456789");
    return *at == '\0';
}

static bool is_integer(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* 201, 20113, 2011301; a year (2024) is none. */
static bool is_code(const char *text)
{
    size_t length = strlen(text);
    return is_integer(text) && (length == 3 || length == 5 || length == 7) && text[0] != '0';
}

static bool is_total_label(const char *text)
{
    static GRegex *total;
    return g_regex_match(pattern_once(&total, "^(?:本年|当年)?(?:收入|支出)?(?:合计|总计)$"), text, 0, NULL);
}

/* Words that head columns and name no row. */
static bool reads_like_heading(const char *text)
{
    static GRegex *heading;
    return g_regex_match(pattern_once(&heading, "^(?:收入|支出|.*项目|.*科目|合计|小计|总计|.*[预决]算数|.*金额|.*名称|"
                                                ".*编码|.*代码|[类款项]|基本支出|项目支出)(?:（[^）]*）)?$"),
                         text, 0, NULL);
}

/* What stands beside column numbers: 栏次, and 类 款 项 over the digits of a code. */
static bool is_quiet_in_numbers(const char *text)
{
    static const char *const words[] = {"栏次", "行次", "类", "款", "项", "栏目", "甲", "乙"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(text, words[i]))
            return true;
    return !has_chinese(text);
}

/* "栏次 1 2 3": the line that numbers the columns, which ends the headings. */
static bool numbers_columns(const GridView *view, int row)
{
    int next = 1;
    int found = 0;
    for (int column = 0, last = -1; column < view->columns; column++) {
        int cell = view_cell(view, row, column);
        if (cell < 0 || cell == last)
            continue;
        last = cell;
        const char *text = view->texts[cell];
        if (is_integer(text)) {
            if (atoi(text) != next++)
                return false;
            found++;
        } else if (g_ascii_isdigit(text[0]) && strchr(text, '=') != NULL) {
            next++;
            found++;
        } else if (!is_quiet_in_numbers(text)) {
            return false;
        }
    }
    return found >= 2;
}

/* 一、 （一） 1. in front of a name: a row of a table, where no other cell of it reads like a heading. */
static bool is_listed(const char *text)
{
    return has_chinese(text) && skip_list_number(text) != text && !g_str_has_prefix(text, "其中") &&
           !g_str_has_prefix(text, "减") && !g_str_has_prefix(text, "加");
}

static int headings_in_row(const GridView *view, int row)
{
    int count = 0;
    for (int column = 0; column < view->columns; column++)
        count += view_begins(view, row, column) &&
                 (column == 0 || view_cell(view, row, column) != view_cell(view, row, column - 1)) &&
                 reads_like_heading(view_text(view, row, column));
    return count;
}

static bool is_body_row(const GridView *view, int row)
{
    int only = -1;
    int count = cells_in_row(view, row, &only);
    if (count == 0)
        return true;
    if (count == 1 && is_total_label(view->texts[only]))
        return true;
    bool heading = headings_in_row(view, row) >= 2;
    for (int column = 0; column < view->columns; column++) {
        const char *text = view_text(view, row, column);
        bool begins = view_begins(view, row, column);
        if (text_is_amount(text) || (begins && is_code(text)))
            return true;
        if (begins && !heading && is_listed(text))
            return true;
        /* 201一般公共服务支出: a code glued to its name. */
        if (begins && g_ascii_isdigit(text[0]) && strspn(text, "0123456789") >= 3 && strspn(text, "0123456789") != 4 &&
            has_chinese(text))
            return true;
    }
    return false;
}

static bool spans_all(const GridView *view, int row, int cell)
{
    return view_cell(view, row, 0) == cell && view_cell(view, row, view->columns - 1) == cell;
}

static bool is_single(const GridView *view, int row, int column)
{
    return column + 1 >= view->columns || view_cell(view, row, column + 1) != view_cell(view, row, column);
}

/* A title or a unit inside the grid: one cell across all of it, or alone in its row with the words of one. */
static bool is_caption_row(const GridView *view, int row)
{
    int only = -1;
    int count = cells_in_row(view, row, &only);
    if (count == 0)
        return view->grid->kind == GRID_GIVEN;
    g_autofree char *text = view_row_text(view, row);
    if (strstr(text, "单位：") != NULL && count <= 4)
        return true;
    if (count > 1 || text_is_amount(view->texts[only]))
        return false;
    const GridCell *cell = grid_cell(view->grid, (guint)only);
    bool across = spans_all(view, row, only) && cell->rows == 1;
    bool words = g_str_has_suffix(view->texts[only], "表") || g_str_has_prefix(view->texts[only], "附件") ||
                 g_str_has_prefix(view->texts[only], "编制");
    return words || (across && view->grid->kind == GRID_GIVEN && row < 4 && !is_body_row(view, row)) ||
           (view->grid->kind == GRID_GIVEN && row == 0 && view->columns > 1 && !is_body_row(view, row) &&
            is_single(view, row, 0));
}

static void find_body(GridView *view)
{
    int row = 0;
    while (row < view->rows && row < HEADING_ROWS_MAX && is_caption_row(view, row))
        row++;
    view->caption_rows = row;
    int reach = row; /* headings that span rows take those with them */
    while (row < view->rows && row < view->caption_rows + HEADING_ROWS_MAX) {
        if (row >= reach && numbers_columns(view, row)) {
            row++;
            break;
        }
        if (row >= reach && is_body_row(view, row))
            break;
        for (int column = 0; column < view->columns; column++) {
            int cell = view_cell(view, row, column);
            if (cell < 0 || !view_begins(view, row, column))
                continue;
            const GridCell *heading = grid_cell(view->grid, (guint)cell);
            reach = MAX(reach, heading->row + heading->rows - view->first_row);
            view->heading_words +=
                (column == 0 || view_cell(view, row, column - 1) != cell) && reads_like_heading(view->texts[cell]);
        }
        row++;
    }
    view->body_top = row;
}

char *view_path(const GridView *view, int column)
{
    GString *path = g_string_new(NULL);
    int last = -1;
    const char *above = "";
    for (int row = view->caption_rows; row < view->body_top; row++) {
        int cell = view_cell(view, row, column);
        if (cell < 0 || cell == last || view->texts[cell][0] == '\0' || numbers_columns(view, row))
            continue;
        last = cell;
        if (spans_all(view, row, cell) || g_str_equal(above, view->texts[cell]))
            continue;
        above = view->texts[cell];
        g_string_append_printf(path, "%s%s", path->len > 0 ? "/" : "", above);
    }
    return g_string_free(path, FALSE);
}

static int first_column_of(const GridView *view, int row, int cell)
{
    int column = 0;
    while (column + 1 < view->columns && view_cell(view, row, column) != cell)
        column++;
    return column;
}

char *view_note(const GridView *view, int row)
{
    int only = -1;
    if (cells_in_row(view, row, &only) != 1)
        return NULL;
    const char *text = view->texts[only];
    bool wide = !is_single(view, row, first_column_of(view, row, only));
    bool sentence = g_str_has_suffix(text, "。") || g_str_has_prefix(text, "注：") ||
                    g_str_has_prefix(text, "备注：") || g_str_has_prefix(text, "说明：") ||
                    strstr(text, "空表") != NULL;
    return sentence && (wide || view->grid->kind == GRID_GIVEN) ? g_strdup(text) : NULL;
}

bool view_headings_equal(const GridView *view, const GPtrArray *columns)
{
    if (view->body_top == view->caption_rows || (int)columns->len != view->columns)
        return false;
    for (int i = 0; i < view->columns; i++) {
        const SheetColumn *column = g_ptr_array_index(columns, (guint)i);
        g_autofree char *path = view_path(view, i);
        /* Without lines the first half of a wrapped name stands among the headings. */
        bool begins = view->grid->kind == GRID_SPACED && column->role == ROLE_LABEL && column->path[0] != '\0' &&
                      g_str_has_prefix(path, column->path);
        if (!begins && !g_str_equal(path, column->path))
            return false;
    }
    return true;
}

/* For each place of a grid the cell that covers it, -1 for none. */
static int *cover_places(const Grid *grid)
{
    gsize count = (gsize)grid->row_count * (gsize)grid->column_count;
    int *cell_at = g_new(int, count + 1);
    for (gsize i = 0; i < count; i++)
        cell_at[i] = -1;
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = grid_cell(grid, i);
        for (int row = cell->row; row < cell->row + cell->rows && row < grid->row_count; row++)
            for (int column = cell->column; column < cell->column + cell->columns && column < grid->column_count;
                 column++)
                cell_at[row * grid->column_count + column] = (int)i;
    }
    return cell_at;
}

/* A row of a table has two cells or more; a title or a unit says nothing of the columns below it. */
static bool is_table_row(const Grid *grid, const int *cover, char **texts, int row)
{
    int count = 0;
    for (int column = 0, last = -1; column < grid->column_count; column++) {
        int cell = cover[row * grid->column_count + column];
        if (cell < 0 || cell == last || texts[cell][0] == '\0')
            continue;
        last = cell;
        count++;
        if (strstr(texts[cell], "单位：") != NULL || strstr(texts[cell], "部门：") != NULL)
            return false;
    }
    return count >= 2;
}

/*
 * True when two things stand on either side of a column's edge in one of the rows: elsewhere the edge is another
 * table's, above or below, or falls within cells that span it.
 */
static bool column_begins(const Grid *grid, const int *cover, char **texts, int first, int end, int last, int column)
{
    if (column == 0)
        return true;
    for (int row = first; row < end; row++) {
        const int *places = &cover[row * grid->column_count];
        int cell = places[column];
        if (cell < 0 || texts[cell][0] == '\0')
            continue;
        /* What stands nearest on the left, since the column before began: places between may be blank. */
        int left = column - 1;
        while (left > last && (places[left] < 0 || texts[places[left]][0] == '\0'))
            left--;
        int before = places[left];
        if (before >= 0 && cell != before && texts[before][0] != '\0' && is_table_row(grid, cover, texts, row))
            return true;
    }
    return false;
}

/*
 * The cell of a row in a column of the view, which may be several of the grid: none of its rows prints in two of them, but
 * where lines are lost a heading in the middle and figures at the right stand in different ones.
 */
static int cell_of_place(const GridView *view, const int *cover, int row, int column)
{
    int across = view->grid->column_count;
    const int *places = cover + (view->first_row + row) * across;
    int first = view->column_of[column];
    int end = column + 1 < view->columns ? view->column_of[column + 1] : across;
    for (int at = first; at < end; at++)
        if (places[at] >= 0 && view->texts[places[at]][0] != '\0')
            return places[at];
    return places[first];
}

static void fill_places(GridView *view, const int *cover)
{
    g_free(view->cell_at);
    view->cell_at = g_new(int, (gsize)view->rows *(gsize)view->columns + 1);
    for (int row = 0; row < view->rows; row++)
        for (int column = 0; column < view->columns; column++)
            view->cell_at[row * view->columns + column] = cell_of_place(view, cover, row, column);
    view->heading_words = 0;
    find_body(view);
}

/* Looks at rows [first, end) of the grid with the columns that these rows have. */
static GridView *view_new(const Grid *grid, const int *cover, char **texts, int first, int end)
{
    GridView *view = g_new0(GridView, 1);
    view->grid = grid;
    view->first_row = first;
    view->rows = end - first;
    view->texts = texts;
    view->column_of = g_new(int, grid->column_count + 1);
    for (int column = 0; column < grid->column_count; column++) {
        int last = view->columns > 0 ? view->column_of[view->columns - 1] : 0;
        if (column_begins(grid, cover, texts, first, end, last, column))
            view->column_of[view->columns++] = column;
    }
    fill_places(view, cover);
    return view;
}

void view_take_columns(GridView *view, const int *column_of, int columns)
{
    g_autofree int *cover = cover_places(view->grid);
    g_free(view->column_of);
    view->column_of = g_memdup2(column_of, (gsize)columns * sizeof *column_of);
    view->columns = columns;
    fill_places(view, cover);
}

/* （123.45） is how accountants print -123.45. */
static char *plain_amount(char *text)
{
    static GRegex *negative;
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_str_has_prefix(text, "（") ||
        !g_regex_match(pattern_once(&negative, "^（([0-9][0-9,]*\\.[0-9]+)）$"), text, 0, &match))
        return text;
    g_autofree char *figure = g_match_info_fetch(match, 1);
    g_free(text);
    return g_strconcat("-", figure, NULL);
}

static char **plain_texts(const Grid *grid)
{
    char **texts = g_new0(char *, grid->cells->len + 1);
    for (guint i = 0; i < grid->cells->len; i++) {
        g_autofree char *plain = plain_from_text(grid_cell(grid, i)->text);
        texts[i] = plain_amount(squeeze(plain));
    }
    return texts;
}

/* A row that is nothing but a title, below another table's rows, begins the next table of the same grid. */
static bool begins_table(const GridView *view, int row)
{
    int only = -1;
    return cells_in_row(view, row, &only) == 1 && g_str_has_suffix(view->texts[only], "表") &&
           g_utf8_strlen(view->texts[only], -1) >= 4;
}

GPtrArray *views_from_grid(const Grid *grid)
{
    GPtrArray *views = g_ptr_array_new_with_free_func(view_free);
    if (grid->row_count == 0 || grid->column_count == 0)
        return views;
    g_autofree int *cover = cover_places(grid);
    char **texts = plain_texts(grid);
    GridView *whole = view_new(grid, cover, texts, 0, grid->row_count);
    int first = 0;
    for (int row = whole->body_top + 1; row < whole->rows; row++)
        if (begins_table(whole, row)) {
            g_ptr_array_add(views, view_new(grid, cover, texts, first, row));
            first = row;
        }
    if (first == 0) {
        g_ptr_array_add(views, whole);
    } else {
        g_ptr_array_add(views, view_new(grid, cover, texts, first, grid->row_count));
        view_free(whole);
    }
    ((GridView *)g_ptr_array_index(views, 0))->owns_texts = true;
    return views;
}
