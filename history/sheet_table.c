/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet_table.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "history/sheet_form.h"
#include "schema/language.h"
#include "schema/subject.h"

/* A sheet on its way to a table. */
typedef struct {
    const Sheet *sheet;
    const SheetMap *map;
    const FormTable *form_table;
    PrintedTable *printed;
    GPtrArray *extra; /* char*: paths of columns that the form does not know */
    int *columns;     /* of the table, for each column of the sheet; -1 where there is none */
    guint line_hint[FORM_PARTS_MAX];
    int year; /* the newest that names a row, 0 when none does */
    Filing *filing;
    const char *title;
} SheetReader;

/* A place of one row in one block: what the labels and codes there say. */
typedef struct {
    char *code, *label, *second, *group;
    int depth; /* of the label's column among those of labels, from 1 */
    int label_columns;
    int label_cell; /* that the label stands in, -1 without one */
    int code_cell;  /* the last one that a part of the code stands in */
} RowHead;

static void head_clear(RowHead *head)
{
    g_free(head->code);
    g_free(head->label);
    g_free(head->second);
    g_free(head->group);
}

static bool is_digits(const char *text)
{
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

/* Codes in three cells are joined (201 01 02); a cell that holds the whole code (2010102) counts alone. */
static void add_code(RowHead *head, const SheetPlace *place)
{
    const char *text = place->text;
    if (!is_digits(text) || place->cell == head->code_cell)
        return;
    head->code_cell = place->cell;
    bool whole = strlen(text) >= 3;
    /* A sheet that keeps its codes as numbers has 1 for 01. */
    bool short_part = strlen(text) == 1 && head->code[0] != '\0';
    char *code = whole ? g_strdup(text) : g_strconcat(head->code, short_part ? "0" : "", text, NULL);
    g_free(head->code);
    head->code = code;
}

static void join_group(RowHead *head, const char *text)
{
    if (text[0] == '\0')
        return;
    char *group = head->group[0] != '\0' ? g_strconcat(head->group, "/", text, NULL) : g_strdup(text);
    g_free(head->group);
    head->group = group;
}

/*
 * One more label: the last one that begins in the row is its own, those before it enclose it. Where projects stand
 * beside subjects the first is the subject.
 */
static void add_label(RowHead *head, const SheetPlace *place, bool projects)
{
    head->label_columns++;
    if (place->text[0] == '\0' || (head->label_cell >= 0 && place->cell == head->label_cell))
        return;
    if (projects && head->label[0] != '\0') {
        text_set(&head->second, place->text);
        return;
    }
    if (!projects && (place->tall || !place->begins)) {
        join_group(head, place->text);
        return;
    }
    join_group(head, head->label);
    text_set(&head->label, place->text);
    head->depth = head->label_columns;
    head->label_cell = place->cell;
}

/* Where the name begins behind a code, NULL without one: [201]一般公共服务支出, 201-一般公共服务支出, 2010301行政运行. */
static const char *name_behind_code(const char *label, const char **code, size_t *digits)
{
    static const char *const openings[] = {"[", "【", "〔"};
    static const char *const closings[] = {"]", "】", "〕"};
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++)
        if (g_str_has_prefix(label, openings[i])) {
            *code = label + strlen(openings[i]);
            *digits = strspn(*code, "0123456789");
            const char *rest = *code + *digits;
            return g_str_has_prefix(rest, closings[i]) ? rest + strlen(closings[i]) : NULL;
        }
    *code = label;
    *digits = strspn(label, "0123456789");
    const char *rest = label + *digits;
    return *rest == '-' || *rest == '_' ? rest + 1 : rest;
}

/* A code in front of its name, in the cell of the name. */
static void split_code(RowHead *head)
{
    const char *code;
    size_t digits = 0;
    const char *name = name_behind_code(head->label, &code, &digits);
    bool length = digits == 3 || digits == 5 || digits == 7;
    /* 01行政运行 beside the cells of 201 and 20106: the item's code and its name share a cell. */
    if (digits == 2 && code == head->label && (strlen(head->code) == 3 || strlen(head->code) == 5) && has_chinese(head->label)) {
        g_autofree char *item = g_strndup(head->label, 2);
        char *joined = g_strconcat(head->code, item, NULL);
        g_free(head->code);
        head->code = joined;
        memmove(head->label, head->label + 2, strlen(head->label + 2) + 1);
        return;
    }
    if (name == NULL || head->code[0] != '\0' || !length || !has_chinese(name) || code[0] == '0' || g_str_has_prefix(name, "年"))
        return;
    g_free(head->code);
    head->code = g_strndup(code, digits);
    memmove(head->label, name, strlen(name) + 1);
}

static RowHead head_of_row(const SheetReader *reader, const SheetRow *row, int block)
{
    bool projects = reader->map->parts[block]->projects;
    RowHead head = {g_strdup(""), g_strdup(""), g_strdup(""), g_strdup(""), 0, 0, -1, -1};
    for (guint i = 0; i < reader->sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(reader->sheet, i);
        const SheetPlace *place = &row->places[i];
        if (column->block != block)
            continue;
        if (column->role == ROLE_LABEL)
            add_label(&head, place, projects);
        else if (column->role == ROLE_CODE && is_digits(place->text))
            add_code(&head, place);
        else if (column->role == ROLE_CODE && place->text[0] != '\0' && g_utf8_strlen(place->text, -1) > 1 &&
                 head.label[0] == '\0') {
            /* 合计 across the columns of the code. */
            text_set(&head.label, place->text);
            head.label_cell = place->cell;
        }
    }
    split_code(&head);
    return head;
}

static void doubt_place(const SheetReader *reader, const SheetRow *row, const char *text, const char *why)
{
    filing_add_doubt(reader->filing, row->page, row->line, reader->title, text, why);
}

static bool is_dash(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (character != '-' && character != '/' && character != 0x2014 && character != 0x2013 && character != 0x2212 &&
            character != 0x2500 && character != '*')
            return false;
    }
    return true;
}

/* An amount in a place that holds none must not pass in silence; codes, years and counts do. */
static bool holds_amount(const char *text)
{
    return text_is_amount(text) && strchr(text, '.') != NULL;
}

/* 4.46% in a column of rates is no amount, and none that is missed. */
static bool is_rate(const SheetColumn *column, const char *text)
{
    bool rates = strstr(column->path, "%") != NULL || strstr(column->path, "率") != NULL || strstr(column->path, "比") != NULL ||
                 strstr(column->path, "增减") != NULL;
    gsize length = strlen(text);
    g_autofree char *number = length > 1 && text[length - 1] == '%' ? g_strndup(text, length - 1) : NULL;
    return rates && number != NULL && text_is_amount(number);
}

static void read_figures(const SheetReader *reader, const SheetRow *row, int block, int label_cell, PrintedRow *printed)
{
    for (guint i = 0; i < reader->sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(reader->sheet, i);
        const SheetPlace *place = &row->places[i];
        if (column->block != block || column->role != ROLE_VALUE || place->text[0] == '\0' || place->cell == label_cell)
            continue;
        bool wide = i > 0 && row->places[i - 1].cell == place->cell;
        if (!place->begins || wide)
            continue; /* told where it begins */
        bool spans = i + 1 < reader->sheet->columns->len && row->places[i + 1].cell == place->cell &&
                     sheet_column(reader->sheet, i + 1)->role == ROLE_VALUE;
        if (text_is_amount(place->text) && !spans && !place->tall)
            printed_row_add_figure(printed, place->text, (int)i, (int)i + 1, reader->columns[i]);
        else if (text_is_amount(place->text))
            doubt_place(reader, row, place->text,
                        say("这个数字的单元格跨多栏或多行，不知属于哪一个",
                            "the figure's cell spans several columns or rows: which one it belongs to is not known"));
        else if (!is_dash(place->text) && !is_rate(column, place->text))
            doubt_place(reader, row, place->text,
                        say("数字栏里不是金额，未读", "no amount, in a column of figures: not read"));
    }
}

/* The form's line of this name, within what encloses it or alone. */
static const FormLine *line_of_head(SheetReader *reader, const FormPart *part, const RowHead *head)
{
    int index = 0;
    while (index + 1 < reader->form_table->part_count && reader->form_table->parts[index] != part)
        index++;
    guint *hint = &reader->line_hint[index];
    g_autofree char *label = label_key(skip_list_number(head->label));
    if (head->group[0] != '\0') {
        g_autofree char *group = label_key(head->group);
        g_autofree char *path = g_strconcat(group, "/", label, NULL);
        const FormLine *line = form_part_line(part, path, hint);
        if (line != NULL)
            return line;
    }
    return form_part_line(part, label, hint);
}

/* The total is what the form calls so; else its one line of the top level, or a row of that name. */
static bool is_total(const FormPart *part, const FormLine *line, const char *label)
{
    static GRegex *total;
    g_autofree char *key = label_key(label);
    if (part->totals != NULL || line == NULL)
        return form_part_is_total(part, key) ||
               (part->lines->len == 0 && g_regex_match(pattern_once(&total, "^(?:合计|总计)$"), key, 0, NULL));
    guint tops = 0;
    for (guint i = 0; i < part->lines->len; i++)
        tops += ((const FormLine *)g_ptr_array_index(part->lines, i))->level == 0;
    return line->level == 0 && tops == 1;
}

static void read_row(SheetReader *reader, const SheetRow *row, int block)
{
    const FormPart *part = reader->map->parts[block];
    RowHead head = head_of_row(reader, row, block);
    PrintedRow *printed = printed_row_add(reader->printed, part, row->page, row->line);
    text_set(&printed->code, head.code);
    text_set(&printed->label, head.label);
    text_set(&printed->group, head.group);
    if (part->lines->len > 0)
        printed->line = line_of_head(reader, part, &head);
    if (part->projects && head.second[0] != '\0')
        text_set(&printed->project, head.second);
    if (head.label_columns > 1 && !part->projects && part->rows == ROWS_LABELS && printed->line == NULL)
        printed->depth = MAX(head.depth, 1);
    /* A table of a single row prints no name for it. */
    bool nameless = head.label[0] == '\0' && head.code[0] == '\0' && head.label_columns == 0;
    int year = year_of_label(head.label);
    bool newest = year != 0 && year == reader->year && part->rows == ROWS_LABELS;
    printed->total = nameless || newest || (head.code[0] == '\0' && is_total(part, printed->line, head.label));
    read_figures(reader, row, block, head.label_cell, printed);
    bool blank = head.label[0] == '\0' && head.code[0] == '\0';
    if (printed->figures->len == 0 && (blank || nameless))
        g_ptr_array_remove_index(reader->printed->rows, reader->printed->rows->len - 1);
    head_clear(&head);
}

/* Figures where no block is, or none that the form has. */
static void tell_stray(SheetReader *reader, const SheetRow *row)
{
    for (guint i = 0; i < reader->sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(reader->sheet, i);
        const SheetPlace *place = &row->places[i];
        bool nowhere = column->block < 0 || column->role != ROLE_VALUE || reader->map->parts[column->block] == NULL;
        bool first = i == 0 || row->places[i - 1].cell != place->cell;
        if (!nowhere || !first || !place->begins || !holds_amount(place->text))
            continue;
        reader->printed->strange_figures = true;
        doubt_place(reader, row, place->text, say("数字不在数字栏，未读", "a figure outside the columns of figures: not read"));
    }
}

/* The same label spans into the next block (支出合计 over names and figures of two): it is that block's. */
static bool row_is_of_next_block(const SheetReader *reader, const SheetRow *row, int block)
{
    bool spans = false;
    bool figure = false;
    for (guint i = 0; i < reader->sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(reader->sheet, i);
        const SheetPlace *place = &row->places[i];
        if (column->block != block)
            continue;
        figure |= column->role == ROLE_VALUE && text_is_amount(place->text);
        for (guint k = i + 1; k < reader->sheet->columns->len; k++)
            spans |= column->role == ROLE_LABEL && place->cell >= 0 && row->places[k].cell == place->cell &&
                     sheet_column(reader->sheet, k)->block > block;
    }
    return spans && !figure;
}

/* 2023年 above 2024年 in a table whose columns tell the rest: the newest row is the filing's. */
static int newest_year_of_rows(const Sheet *sheet)
{
    int newest = 0;
    for (guint i = 0; i < sheet->rows->len; i++)
        for (guint c = 0; c < sheet->columns->len; c++)
            if (sheet_column(sheet, c)->role == ROLE_LABEL)
                newest = MAX(newest, year_of_label(sheet_row(sheet, i)->places[c].text));
    return newest;
}

static void read_rows(SheetReader *reader)
{
    reader->year = newest_year_of_rows(reader->sheet);
    for (int block = 0; block < reader->sheet->block_count; block++)
        for (guint i = 0; i < reader->sheet->rows->len && reader->map->parts[block] != NULL; i++) {
            const SheetRow *row = sheet_row(reader->sheet, i);
            if (!row_is_of_next_block(reader, row, block))
                read_row(reader, row, block);
        }
    for (guint i = 0; i < reader->sheet->rows->len; i++)
        tell_stray(reader, sheet_row(reader->sheet, i));
}

/* Columns of the table for those of the sheet: the form's, and behind them what it does not know. */
static void place_columns(SheetReader *reader)
{
    int known = form_table_columns(reader->form_table);
    for (guint i = 0; i < reader->sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(reader->sheet, i);
        reader->columns[i] = -1;
        if (column->role != ROLE_VALUE || column->block < 0 || reader->map->parts[column->block] == NULL)
            continue;
        if (reader->map->columns[i] >= 0) {
            reader->columns[i] = form_table_first_column(reader->form_table, reader->map->parts[column->block]) +
                                 reader->map->columns[i];
            continue;
        }
        reader->columns[i] = known + (int)reader->extra->len;
        g_ptr_array_add(reader->extra, column->path);
    }
}

/* Tables that no form has: rows by their codes, or by their names. */
static const FormTable *unknown_table(const Sheet *sheet)
{
    static FormTable tables[3];
    static const Rows rows[3] = {ROWS_LABELS, ROWS_FUNCTIONAL, ROWS_ECONOMIC};
    if (tables[0].id == NULL)
        for (int i = 0; i < 3; i++) {
            FormPart *part = g_new0(FormPart, 1);
            part->rows = rows[i];
            part->columns = g_ptr_array_new();
            part->headings = g_ptr_array_new();
            part->identities = g_array_new(FALSE, FALSE, sizeof(RowIdentity));
            part->lines = g_ptr_array_new();
            tables[i] = (FormTable){.id = g_strdup(""), .number = G_MAXINT, .parts = {part}, .part_count = 1};
        }
    for (guint i = 0; i < sheet->rows->len; i++)
        for (guint c = 0; c < sheet->columns->len; c++) {
            const char *text = sheet_row(sheet, i)->places[c].text;
            if (sheet_column(sheet, c)->role == ROLE_CODE && strlen(text) >= 3 && is_digits(text))
                return &tables[text[0] == '2' ? 1 : 2];
        }
    return &tables[0];
}

/* The title of a table that no form has: without number, year and quotation marks around it. */
static char *bare_title(const Sheet *sheet)
{
    static GRegex *lead;
    if (sheet->titles->len == 0)
        return g_strdup(say("（无标题的表）", "(a table without a title)"));
    g_autofree char *key = squeeze(g_ptr_array_index(sheet->titles, 0));
    return g_regex_replace_literal(
        pattern_once(&lead,
                     "^(?:(?:公开|附|附件|预算)?(?:表[0-9一二三四五六七八九十]+(?:[-－][0-9]+)?[：、.]?|[0-9一二三四五六七八九十]+(?:表|[：、.])))?"
                     "(?:(?:19|20)[0-9]{2}年度?)?"),
        key, -1, 0, "", 0, NULL);
}

/* Columns of another year are understood, though the form has none for them. */
static bool columns_are_understood(const SheetReader *reader)
{
    int year = sheet_heading_year(reader->sheet);
    for (guint i = 0; i < reader->extra->len; i++)
        if (!heading_is_of_other_year(g_ptr_array_index(reader->extra, i), year))
            return false;
    return true;
}

static TableWork *work_from_sheet(const Sheet *sheet, const SheetMatch *match, gint64 usual_unit, Filing *filing)
{
    const FormTable *form_table = match->table != NULL ? match->table : unknown_table(sheet);
    g_autofree char *title = match->table != NULL ? g_strdup(match->title) : bare_title(sheet);
    g_autoptr(SheetMap) map = sheet_map_new(sheet, form_table);
    g_autoptr(GPtrArray) extra = g_ptr_array_new();
    g_autofree int *columns = g_new(int, sheet->columns->len + 1);
    SheetReader reader = {.sheet = sheet,
                          .map = map,
                          .form_table = form_table,
                          .printed = printed_table_new(),
                          .extra = extra,
                          .columns = columns,
                          .filing = filing,
                          .title = title};
    reader.printed->placed = true;
    reader.printed->spaced = sheet->kind == GRID_SPACED;
    reader.printed->header = g_strdup(sheet->caption);
    reader.printed->note = g_strdup(sheet->note);
    reader.printed->unit = unit_from_caption(sheet->caption);
    if (reader.printed->unit == 0)
        reader.printed->unit = usual_unit;
    place_columns(&reader);
    read_rows(&reader);
    reader.printed->complete = columns_are_understood(&reader);
    TableWork *work = table_work_new(form_table, reader.printed, title, sheet->page, sheet->line, filing);
    for (guint i = 0; i < extra->len; i++)
        g_ptr_array_add(work->table->columns, column_new(g_ptr_array_index(extra, i), 0, DIRECTION_NONE, FUND_ALL, ""));
    table_work_make_rows(work);
    if (match->table == NULL)
        filing_add_doubt(
            filing, sheet->page, sheet->line, title, title,
            say("表式里没有这张表，按印出的栏目读", "the form has no such table: read by the headings it prints"));
    return work;
}

/* The unit that all tables which say one agree on; 0 when they do not. */
static gint64 common_unit(const GPtrArray *sheets)
{
    gint64 common = 0;
    for (guint i = 0; i < sheets->len; i++) {
        gint64 unit = unit_from_caption(((const Sheet *)g_ptr_array_index(sheets, i))->caption);
        if (unit != 0 && common != 0 && unit != common)
            return 0;
        common = unit != 0 ? unit : common;
    }
    return common;
}

static void clear_match(gpointer data)
{
    sheet_match_clear(data);
}

/*
 * A sheet that only resembles a table which another one has by its very title is a table of its own: 项目支出预算表 beside
 * 支出预算表.
 */
static bool is_anothers_table(const GArray *matches, guint index)
{
    const SheetMatch *own = &g_array_index(matches, SheetMatch, index);
    for (guint i = 0; i < matches->len && own->table != NULL && !own->titled; i++) {
        const SheetMatch *other = &g_array_index(matches, SheetMatch, i);
        if (i != index && other->table == own->table && other->titled)
            return true;
    }
    return false;
}

GPtrArray *works_from_sheets(const GPtrArray *sheets, const Form *form, Filing *filing)
{
    GPtrArray *works = g_ptr_array_new();
    gint64 unit = common_unit(sheets);
    g_autoptr(GArray) matches = g_array_new(FALSE, TRUE, sizeof(SheetMatch));
    g_array_set_clear_func(matches, clear_match);
    g_array_set_size(matches, sheets->len);
    for (guint i = 0; form != NULL && i < sheets->len; i++)
        g_array_index(matches, SheetMatch, i) = sheet_match(g_ptr_array_index(sheets, i), form);
    for (guint i = 0; i < sheets->len; i++) {
        static const SheetMatch unknown = {0};
        const SheetMatch *match = is_anothers_table(matches, i) ? &unknown : &g_array_index(matches, SheetMatch, i);
        g_ptr_array_add(works, work_from_sheet(g_ptr_array_index(sheets, i), match, unit, filing));
    }
    return works;
}
