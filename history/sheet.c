/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet.h"

#include <string.h>

#include "history/grid_view.h"
#include "history/pattern.h"
#include "history/plain.h"

/* How many lines above a grid may be its caption. */
#define CAPTION_REACH 8

/* A title is no longer than this, in characters. */
#define TITLE_MAX 60

static void column_free(gpointer data)
{
    SheetColumn *column = data;
    g_free(column->path);
    g_free(column->leaf);
    g_free(column);
}

static void row_free(gpointer data)
{
    SheetRow *row = data;
    g_free(row->places);
    g_free(row);
}

void sheet_free(Sheet *sheet)
{
    if (sheet == NULL)
        return;
    g_ptr_array_unref(sheet->columns);
    g_ptr_array_unref(sheet->rows);
    g_ptr_array_unref(sheet->titles);
    g_free(sheet->caption);
    g_free(sheet->note);
    g_free(sheet->column_of);
    g_string_chunk_free(sheet->texts);
    g_free(sheet);
}

static Sheet *sheet_new(GridKind kind)
{
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->kind = kind;
    sheet->columns = g_ptr_array_new_with_free_func(column_free);
    sheet->rows = g_ptr_array_new_with_free_func(row_free);
    sheet->titles = g_ptr_array_new_with_free_func(g_free);
    sheet->caption = g_strdup("");
    sheet->note = g_strdup("");
    sheet->texts = g_string_chunk_new(1024);
    return sheet;
}

/* 编制部门：…  单位：万元, 公开01表: part of a caption, never a title. */
static bool is_caption(const char *line)
{
    static GRegex *caption;
    g_autofree char *key = squeeze(line);
    return g_regex_match(pattern_once(&caption,
                                      "单位：|^(?:预算)?(?:编制|填报|主管)?(?:部门|单位)(?:名称)?(?:（公?章）|（盖章）)"
                                      "?：|^（?(?:公开|附)?表?[0-9一二三四五六七八九十]+表?）?$|"
                                      "^(?:公开|预算|决算)?[0-9]+表$|^附[件表]?[0-9一二三四五六七八九十]*：?$|^金额"),
                         key, 0, NULL);
}

static bool may_be_title(const char *line)
{
    g_autofree char *key = squeeze(line);
    return key[0] != '\0' && g_utf8_strlen(key, -1) <= TITLE_MAX && strstr(key, "。") == NULL &&
           strstr(key, "；") == NULL;
}

/* A sentence below a table that says something of it. */
static bool is_note(const char *line)
{
    static GRegex *note;
    g_autofree char *key = squeeze(line);
    return g_regex_match(
        pattern_once(
            &note,
            "^(?:注|备注|说明|附注)[0-9]*[：、]|本表|空表|^（?(?:本|我)(?:部门|单位)(?:[0-9]{4}年度?)?(?:没有|无|未)"),
        key, 0, NULL);
}

/* A grid at the top of a page may have its title at the foot of the page before. */
static guint caption_before_page(const Document *document, const DocumentGrid *grid, guint first)
{
    guint begin = first;
    bool title = false;
    while (begin > 0 && first - begin < CAPTION_REACH) {
        const Line *line = document_line(document, begin - 1);
        if (line->grid >= 0 || line->page + 1 < grid->page || line->page == grid->page)
            break;
        g_autofree char *key = squeeze(line->text);
        bool named = g_str_has_suffix(key, "表") && may_be_title(line->text);
        if (!line->furniture && !named && !is_caption(line->text))
            break;
        title |= named;
        begin--;
    }
    return title ? begin : first;
}

/*
 * The lines above a grid that are its caption, back to the grid before or the top of the page. What ends the text
 * before is left to it: a caption has no full stop.
 */
static guint caption_begin(const Document *document, const DocumentGrid *grid)
{
    guint first = grid->first;
    while (first > 0 && grid->first - first < CAPTION_REACH) {
        const Line *line = document_line(document, first - 1);
        if (line->grid >= 0 || line->page != grid->page || (!line->furniture && !may_be_title(line->text)) ||
            is_note(line->text))
            break;
        first--;
    }
    bool top = first > 0 && document_line(document, first - 1)->page != grid->page;
    for (guint i = first; i < grid->first && top; i++)
        top = document_line(document, i)->furniture || is_caption(document_line(document, i)->text);
    return top ? caption_before_page(document, grid, first) : first;
}

static void append_key(char **text, const char *more)
{
    g_autofree char *key = squeeze(more);
    char *joined = g_strconcat(*text, key, NULL);
    g_free(*text);
    *text = joined;
}

/* Lines [first, end) above the grid, and the grid's own rows of caption, nearest first. */
static void read_caption(Sheet *sheet, const Document *document, const DocumentGrid *grid, const GridView *view)
{
    /* Below another table of the same grid there is nothing but its own rows. */
    guint first = view->first_row == 0 ? caption_begin(document, grid) : grid->first;
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = first; i < grid->first; i++)
        if (!document_line(document, i)->furniture)
            g_ptr_array_add(lines, g_strdup(document_line(document, i)->text));
    for (int row = 0; row < view->body_top; row++)
        g_ptr_array_add(lines, view_row_text(view, row));
    for (guint i = 0; i < lines->len; i++)
        append_key(&sheet->caption, g_ptr_array_index(lines, i));
    g_ptr_array_set_size(lines, (gint)lines->len - (view->body_top - view->caption_rows));
    bool nearest = true;
    for (guint i = lines->len; i > 0; i--) {
        const char *line = g_ptr_array_index(lines, i - 1);
        if (is_caption(line) || !may_be_title(line))
            continue;
        /* Line ends of a page may be far above: only the nearest words and what ends in 表 are titles. */
        if (nearest || strstr(line, "表") != NULL)
            g_ptr_array_add(sheet->titles, g_strdup(line));
        nearest = false;
    }
    sheet->first = first;
    /* A grid in which nothing is printed has no lines of its own, and may be the last thing of all. */
    const Line *top = first < document->lines->len ? document_line(document, first) : NULL;
    sheet->page = top != NULL ? top->page : grid->page;
    sheet->line = view->first_row == 0 && top != NULL ? top->line : grid->line_of_row[view->first_row];
}

/* What stands in a column below the headings. */
typedef struct {
    int amounts, codes, words;
} ColumnCount;

/* Cells that span several columns (合计 over those of the code) tell nothing of any of them. */
static ColumnCount count_column(const Sheet *sheet, guint column)
{
    ColumnCount count = {0};
    for (guint i = 0; i < sheet->rows->len; i++) {
        const SheetPlace *places = sheet_row(sheet, i)->places;
        const char *text = places[column].text;
        bool wide = places[column].cell >= 0 &&
                    ((column > 0 && places[column - 1].cell == places[column].cell) ||
                     (column + 1 < sheet->columns->len && places[column + 1].cell == places[column].cell));
        if (text[0] == '\0' || !places[column].begins || wide)
            continue;
        if (text[strspn(text, "0123456789")] == '\0' && strlen(text) <= 7)
            count.codes++;
        else if (text_is_amount(text))
            count.amounts++;
        else if (has_chinese(text))
            count.words++;
    }
    return count;
}

/* What each column is, by its headings and by what stands below them. */
static SheetRole role_of_column(const Sheet *sheet, guint index)
{
    static GRegex *code, *label, *none, *unit;
    const SheetColumn *column = sheet_column(sheet, index);
    const char *leaf = column->leaf;
    ColumnCount count = count_column(sheet, index);
    if (g_regex_match(pattern_once(&none, "^(?:序号|编号)$|行次$|栏次$|备注$|说明$|内容$|依据$|用途$|理由$|形式$|方式$"),
                      leaf, 0, NULL))
        return ROLE_NONE;
    /* The number of a unit among its department's is none of a subject. */
    if (g_regex_match(pattern_once(&unit, "^(?:预算|项目)?(?:单位|部门|部门（单位）|单位（部门）)(?:编码|代码)$"), leaf, 0, NULL))
        return ROLE_NONE;
    if (g_regex_match(pattern_once(&code, "^(?:类|款|项)$|(?:编码|代码)[类款项]*$"), leaf, 0, NULL))
        return count.amounts > count.codes ? ROLE_VALUE : count.words > count.codes + 1 ? ROLE_LABEL : ROLE_CODE;
    if (g_regex_match(pattern_once(&label, "名称|^(?:收入|支出|预算|功能|经济|支出功能|支出经济)?(?:分类)?(?:项目|科目)"
                                           "(?:（[^）]*）)?$|分类科目$|事项$|大类$|品目$|来源$|^单位$|^部门$"),
                      leaf, 0, NULL) &&
        count.amounts <= count.words)
        return ROLE_LABEL;
    if (column->path[0] == '\0' && count.amounts == 0)
        return count.codes > 0 ? ROLE_CODE : count.words > 0 ? ROLE_LABEL : ROLE_NONE;
    return count.words > count.amounts && count.words > 1 ? ROLE_LABEL : ROLE_VALUE;
}

/* A block is names and codes with the figures that follow them; the next names begin another one. */
static void deal_blocks(Sheet *sheet)
{
    int block = 0;
    bool values = false;
    for (guint i = 0; i < sheet->columns->len; i++) {
        SheetColumn *column = sheet_column(sheet, i);
        column->block = -1;
        if (column->role == ROLE_NONE)
            continue;
        if (values && column->role != ROLE_VALUE) {
            block++;
            values = false;
        }
        values |= column->role == ROLE_VALUE;
        column->block = block;
    }
    /* Names without figures behind them are remarks. */
    for (guint i = 0; i < sheet->columns->len && !values; i++) {
        SheetColumn *column = sheet_column(sheet, i);
        if (column->block == block) {
            column->block = -1;
            column->role = ROLE_NONE;
        }
    }
    sheet->block_count = block + (values ? 1 : 0);
}

static void read_headings(Sheet *sheet, const GridView *view)
{
    for (int i = 0; i < view->columns; i++) {
        SheetColumn *column = g_new0(SheetColumn, 1);
        column->path = view_path(view, i);
        const char *slash = strrchr(column->path, '/');
        column->leaf = g_strdup(slash != NULL ? slash + 1 : column->path);
        g_ptr_array_add(sheet->columns, column);
    }
}

/*
 * Names of two classifications stand side by side, 部门预算支出经济分类科目 and 政府预算支出经济分类科目: a row is the department's, and the
 * government's tells where that one is gathered.
 */
static void leave_second_classification(Sheet *sheet)
{
    bool own = false;
    for (guint i = 0; i < sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(sheet, i);
        own |= column->role != ROLE_VALUE && (strstr(column->path, "部门预算") != NULL || strstr(column->path, "部门经济") != NULL);
    }
    for (guint i = 0; i < sheet->columns->len && own; i++) {
        SheetColumn *column = sheet_column(sheet, i);
        if (column->role != ROLE_VALUE && (strstr(column->path, "政府预算") != NULL || strstr(column->path, "政府经济") != NULL))
            column->role = ROLE_NONE;
    }
}

/* Roles and blocks, by all rows read so far: a table that goes on tells more of its columns. */
static void settle_columns(Sheet *sheet)
{
    for (guint i = 0; i < sheet->columns->len; i++)
        sheet_column(sheet, i)->role = role_of_column(sheet, i);
    leave_second_classification(sheet);
    deal_blocks(sheet);
}

/* Rows of the body; a sentence that runs across all columns is a note. */
static void read_rows(Sheet *sheet, const DocumentGrid *grid, const GridView *view, int from)
{
    int last = grid->line_of_row[view->first_row];
    for (int i = from; i < view->rows; i++) {
        int line = grid->line_of_row[view->first_row + i];
        last = line > 0 ? line : last;
        g_autofree char *note = view_note(view, i);
        if (note != NULL) {
            append_key(&sheet->note, note);
            continue;
        }
        SheetRow *row = g_new0(SheetRow, 1);
        row->page = grid->page;
        row->line = last;
        row->places = g_new0(SheetPlace, view->columns + 1);
        for (int c = 0; c < view->columns; c++) {
            const char *text = view_text(view, i, c);
            row->places[c] = (SheetPlace){.text = g_string_chunk_insert_const(sheet->texts, text),
                                          .cell = view_cell(view, i, c),
                                          .begins = view_begins(view, i, c),
                                          .tall = view_is_tall(view, i, c)};
        }
        g_ptr_array_add(sheet->rows, row);
    }
}

/* Lines right below the grid that speak of it. */
static guint read_note(Sheet *sheet, const Document *document, const DocumentGrid *grid)
{
    guint end = grid->end;
    for (bool open = false; end < document->lines->len; end++) {
        const Line *line = document_line(document, end);
        if (line->grid >= 0 || line->page != grid->page || line->furniture)
            break;
        if (!open && !is_note(line->text))
            break;
        append_key(&sheet->note, line->text);
        open = !g_str_has_suffix(sheet->note, "。");
        if (end - grid->end > 6)
            break;
    }
    return end;
}

static bool rows_equal(const SheetRow *a, const SheetRow *b, guint columns)
{
    for (guint i = 0; i < columns; i++)
        if (!g_str_equal(a->places[i].text, b->places[i].text))
            return false;
    return true;
}

/* An amount that is more than nothing. */
static bool has_amount(const SheetRow *row, guint columns)
{
    for (guint i = 0; i < columns; i++)
        if (text_is_amount(row->places[i].text) && strchr(row->places[i].text, '.') != NULL &&
            strpbrk(row->places[i].text, "123456789") != NULL)
            return true;
    return false;
}

/* The same rows again, two with amounts at least: a page that is there twice, a sheet that is listed twice. */
static bool repeats(const Sheet *before, const Sheet *sheet)
{
    guint columns = sheet->columns->len;
    guint count = sheet->rows->len;
    guint amounts = 0;
    for (guint i = 0; i < count; i++)
        amounts += has_amount(sheet_row(sheet, i), columns);
    for (guint from = 0; amounts >= 2 && from + count <= before->rows->len; from++) {
        guint same = 0;
        while (same < count && rows_equal(sheet_row(before, from + same), sheet_row(sheet, same), columns))
            same++;
        if (same == count)
            return true;
    }
    return false;
}

/* True when the grid goes on with the table before it: nothing above it names another one, and its columns are as many.
 */
static bool goes_on(const Sheet *before, const Sheet *sheet, const Document *document, const DocumentGrid *grid,
                    const GridView *view)
{
    if (before == NULL || (int)before->columns->len != view->columns)
        return false;
    for (guint i = before->end; i < sheet->first; i++)
        if (!document_line(document, i)->furniture)
            return false;
    int page = document_line(document, before->end - 1)->page;
    if (grid->page > page + 1)
        return false;
    for (guint i = 0; i < sheet->titles->len; i++) {
        g_autofree char *key = label_key(g_ptr_array_index(sheet->titles, i));
        g_autofree char *same =
            before->titles->len > 0 ? label_key(g_ptr_array_index(before->titles, 0)) : g_strdup("");
        if (strstr(key, "续表") == NULL && !g_str_equal(key, same))
            return false;
    }
    return (view->heading_words < 2 || view_headings_equal(view, before->columns)) && !repeats(before, sheet);
}

static bool has_amounts(const Sheet *sheet)
{
    for (guint i = 0; i < sheet->rows->len; i++)
        for (guint c = 0; c < sheet->columns->len; c++)
            if (sheet_column(sheet, c)->role == ROLE_VALUE && text_is_amount(sheet_row(sheet, i)->places[c].text))
                return true;
    return false;
}

/* A grid without a figure whose caption names no table and no unit is running text in a frame. */
static bool is_table(const Sheet *sheet)
{
    if (sheet->block_count == 0)
        return false;
    /* Targets are read with the text (particulars.h). */
    for (guint i = 0; i < sheet->titles->len; i++)
        if (strstr(g_ptr_array_index(sheet->titles, i), "绩效") != NULL)
            return false;
    if (has_amounts(sheet) || strstr(sheet->caption, "单位：") != NULL)
        return true;
    for (guint i = 0; i < sheet->titles->len; i++) {
        g_autofree char *key = squeeze(g_ptr_array_index(sheet->titles, i));
        if (g_str_has_suffix(key, "表"))
            return true;
    }
    return false;
}

static Sheet *sheet_from_grid(const Document *document, const DocumentGrid *grid, const GridView *view)
{
    Sheet *sheet = sheet_new(grid->grid->kind);
    sheet->grid_columns = grid->grid->column_count;
    sheet->column_of = g_memdup2(view->column_of, (gsize)view->columns * sizeof *view->column_of);
    read_caption(sheet, document, grid, view);
    read_headings(sheet, view);
    read_rows(sheet, grid, view, view->body_top);
    settle_columns(sheet);
    sheet->end = read_note(sheet, document, grid);
    return sheet;
}

/* The rows of a grid that goes on with the sheet: without its headings where they are printed again. */
static void sheet_go_on(Sheet *sheet, const Document *document, const DocumentGrid *grid, const GridView *view)
{
    bool again = view_headings_equal(view, sheet->columns);
    read_rows(sheet, grid, view, again ? view->body_top : view->caption_rows);
    settle_columns(sheet);
    if (grid->grid->kind == GRID_SPACED)
        sheet->kind = GRID_SPACED;
    sheet->end = read_note(sheet, document, grid);
}

/* Rows without headings of their own, in a grid like that of the table before them, have its columns. */
static void take_columns_of(const Sheet *open, GridView *view)
{
    int columns = open != NULL ? (int)open->columns->len : 0;
    if (open != NULL && open->grid_columns == view->grid->column_count && view->columns < columns &&
        view->caption_rows == 0 && view->heading_words < 2)
        view_take_columns(view, open->column_of, columns);
}

GPtrArray *sheets_from_document(const Document *document)
{
    GPtrArray *sheets = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
    Sheet *open = NULL; /* the table that the next grid may go on with */
    for (guint i = 0; i < document->grids->len; i++) {
        const DocumentGrid *grid = document_grid(document, i);
        g_autoptr(GPtrArray) views = views_from_grid(grid->grid);
        for (guint k = 0; k < views->len; k++) {
            GridView *view = g_ptr_array_index(views, k);
            if (k == 0)
                take_columns_of(open, view);
            Sheet *sheet = sheet_from_grid(document, grid, view);
            if (k == 0 && goes_on(open, sheet, document, grid, view)) {
                sheet_free(sheet);
                sheet_go_on(open, document, grid, view);
                continue;
            }
            open = is_table(sheet) ? sheet : NULL;
            if (open != NULL)
                g_ptr_array_add(sheets, sheet);
            else
                sheet_free(sheet);
        }
    }
    return sheets;
}
