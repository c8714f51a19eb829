/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/figures.h"
#include "tests/generate/sheet.h"

#define RAW_HEADER_CHARS 6 /* a header cell of raw text is broken after so many characters */
#define RAW_NAME_CHARS 13  /* and a name after so many */

/* One cell's text as printed; NULL when it is blank. The caller owns it. */
static char *cell_text(const SheetCell *cell, const Style *style)
{
    if (cell->key)
        return figure_text(cell->yuan, style->separators_in_tables);
    return cell->text ? g_strdup(cell->text) : NULL;
}

/*
 * Places the text in the line so that it begins at (or, to the right, ends before) a place, pushed
 * on if need be.
 */
static void place(GString *line, glong start, glong end, const char *text, bool right)
{
    glong length = g_utf8_strlen(text, -1), have = g_utf8_strlen(line->str, -1);
    glong from = right ? MAX(start, end - length) : start;
    from = have > 0 ? MAX(from, have + 1) : from;
    for (glong at = have; at < from; at++)
        g_string_append_c(line, ' ');
    g_string_append(line, text);
}

static char *part_of(const char *text, glong from, glong count)
{
    glong length = g_utf8_strlen(text, -1);
    return g_utf8_substring(text, MIN(from, length), MIN(from + count, length));
}

static int header_lines(const Sheet *sheet)
{
    glong most = 1;
    for (gsize i = 0; i < sheet->column_count; i++) {
        glong room = MAX(2, sheet->columns[i].width - 2);
        most = MAX(most, (g_utf8_strlen(sheet->columns[i].label, -1) + room - 1) / room);
    }
    return (int)most;
}

static void print_group_line(const Sheet *sheet, Paper *paper)
{
    g_autoptr(GString) line = g_string_new(NULL);
    glong start = 0;
    const char *before = NULL;
    for (gsize i = 0; i < sheet->column_count; i++) {
        const char *group = sheet->columns[i].group;
        if (group && g_strcmp0(group, before) != 0)
            place(line, start + 4, 0, group, false);
        before = group;
        start += sheet->columns[i].width;
    }
    if (line->len > 0)
        paper_line(paper, line->str);
}

static void print_header_in_columns(const Sheet *sheet, Paper *paper)
{
    print_group_line(sheet, paper);
    int lines = header_lines(sheet);
    for (int number = 0; number < lines; number++) {
        g_autoptr(GString) line = g_string_new(NULL);
        glong start = 0;
        for (gsize i = 0; i < sheet->column_count; i++) {
            const SheetColumn *column = &sheet->columns[i];
            glong room = MAX(2, column->width - 2);
            g_autofree char *part = part_of(column->label, number * room, room);
            if (*part)
                place(line, start + MAX(0, (column->width - g_utf8_strlen(part, -1)) / 2), 0, part,
                      false);
            start += column->width;
        }
        if (line->len > 0)
            paper_line(paper, line->str);
    }
}

static void append_word(GString *line, const char *word)
{
    g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", word);
}

static void print_pending(Paper *paper, GString *line)
{
    if (line->len > 0)
        paper_line(paper, line->str);
    g_string_truncate(line, 0);
}

/* Short labels share a line, a long one is broken over lines of its own. */
static void print_labels_raw(const Sheet *sheet, Paper *paper)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (gsize i = 0; i < sheet->column_count; i++) {
        const char *label = sheet->columns[i].label;
        glong length = g_utf8_strlen(label, -1);
        if (length <= RAW_HEADER_CHARS + 2) {
            append_word(line, label);
            continue;
        }
        print_pending(paper, line);
        for (glong at = 0; at < length; at += RAW_HEADER_CHARS) {
            g_autofree char *part = part_of(label, at, RAW_HEADER_CHARS);
            paper_line(paper, part);
        }
    }
    print_pending(paper, line);
}

/* Raw text: the groups' words, then the labels in reading order, then the columns' numbers. */
static void print_header_raw(const Sheet *sheet, Paper *paper)
{
    g_autoptr(GString) groups = g_string_new(NULL), numbers = g_string_new(NULL);
    const char *before = NULL;
    int count = 0;
    for (gsize i = 0; i < sheet->column_count; i++) {
        const SheetColumn *column = &sheet->columns[i];
        g_autofree char *number = column->truth ? g_strdup_printf("%d", ++count) : g_strdup("※");
        if (column->group && g_strcmp0(column->group, before) != 0)
            append_word(groups, column->group);
        before = column->group;
        append_word(numbers, number);
    }
    print_pending(paper, groups);
    print_labels_raw(sheet, paper);
    bool two_sided = sheet->number == 1 || sheet->number == 4;
    if (!two_sided)
        print_pending(paper, numbers);
}

static void print_header(const Sheet *sheet, Paper *paper)
{
    if (paper->layout == LAYOUT_COLUMNS)
        print_header_in_columns(sheet, paper);
    else
        print_header_raw(sheet, paper);
}

/* The row without its name, or with what is left of it. */
static char *joined_row(const Sheet *sheet, const SheetRow *row, const Style *style, gsize from,
                        gsize to, bool name)
{
    GString *line = g_string_new(NULL);
    for (gsize i = from; i < to; i++) {
        if (i == sheet->name_column && !name)
            continue;
        g_autofree char *text = cell_text(&row->cells[i], style);
        if (text)
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", text);
    }
    return g_string_free(line, FALSE);
}

static void print_row_raw(const Sheet *sheet, const SheetRow *row, const Style *style, Paper *paper)
{
    const char *name = row->cells[sheet->name_column].text;
    bool wraps = sheet->number == 2 && name && g_utf8_strlen(name, -1) > RAW_NAME_CHARS;
    if (!wraps) {
        g_autofree char *line = joined_row(sheet, row, style, 0, sheet->column_count, true);
        paper_line(paper, line);
        return;
    }
    g_autofree char *first = part_of(name, 0, RAW_NAME_CHARS);
    g_autofree char *second = part_of(name, RAW_NAME_CHARS, 2 * RAW_NAME_CHARS);
    g_autofree char *code = joined_row(sheet, row, style, 0, sheet->name_column, false);
    g_autofree char *figures =
        joined_row(sheet, row, style, sheet->name_column, sheet->column_count, false);
    g_autofree char *both = g_strconcat(code, " ", figures, NULL);
    if (style->names_before) {
        const char *const lines[] = {first, both, second};
        for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
            paper_line(paper, lines[i]);
    } else {
        const char *const lines[] = {code, first, second, figures};
        for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
            paper_line(paper, lines[i]);
    }
}

static void print_name_part(Paper *paper, const char *name, glong from, glong count, glong indent)
{
    g_autofree char *part = part_of(name, from, count);
    g_autofree char *line = g_strdup_printf("%*s%s", (int)indent, "", part);
    paper_line(paper, line);
}

/*
 * A long name's first part stands above the figures and its second below, as a cell that is
 * centred in its row.
 */
static void print_row_in_columns(const Sheet *sheet, const SheetRow *row, const Style *style,
                                 Paper *paper)
{
    const char *name = row->cells[sheet->name_column].text;
    glong room = sheet->columns[sheet->name_column].width - 2, start = 0, name_start = 0;
    bool wraps = name && g_utf8_strlen(name, -1) > room;
    g_autoptr(GString) line = g_string_new(NULL);
    for (gsize i = 0; i < sheet->column_count; i++) {
        glong width = sheet->columns[i].width;
        g_autofree char *text = cell_text(&row->cells[i], style);
        if (i == sheet->name_column)
            name_start = start;
        if (text && !(wraps && i == sheet->name_column))
            place(line, start, start + width, text, row->cells[i].key != NULL);
        start += width;
    }
    if (wraps)
        print_name_part(paper, name, 0, room, name_start);
    paper_line(paper, line->str);
    if (wraps)
        print_name_part(paper, name, room, 3 * room, name_start);
}

static void print_head(const Sheet *sheet, const Model *model, Paper *paper, bool first)
{
    bool columns = paper->layout == LAYOUT_COLUMNS;
    paper_new_page(paper);
    g_autofree char *number = g_strdup_printf("表 %d", sheet->number);
    g_autofree char *title = g_strdup_printf("%*s%s", columns ? 34 : 0, "", sheet->title);
    g_autofree char *who =
        g_strdup_printf("编制部门：%s%*s单位：万元", model->department, columns ? 40 : 1, "");
    if (first) {
        paper_line(paper, number);
        paper_line(paper, title);
    }
    paper_line(paper, who);
    if (first || model->style.repeated_header)
        print_header(sheet, paper);
}

static void record_row(const Sheet *sheet, const SheetRow *row, Truth *truth)
{
    for (gsize i = 0; i < sheet->column_count; i++)
        if (row->cells[i].key)
            truth_cell(truth, sheet->title, row->cells[i].key, sheet->columns[i].truth,
                       row->cells[i].yuan);
}

void sheet_print(const Sheet *sheet, const Model *model, Paper *paper, Truth *truth)
{
    if (sheet->absent)
        return;
    guint rows_per_page = (guint)model->style.rows_per_page;
    for (guint i = 0; i < sheet->rows->len || i == 0; i++) {
        if (i % rows_per_page == 0)
            print_head(sheet, model, paper, i == 0);
        if (i >= sheet->rows->len)
            break;
        const SheetRow *row = sheet->rows->pdata[i];
        if (paper->layout == LAYOUT_COLUMNS)
            print_row_in_columns(sheet, row, &model->style, paper);
        else
            print_row_raw(sheet, row, &model->style, paper);
        record_row(sheet, row, truth);
    }
    if (sheet->note)
        paper_paragraph(paper, sheet->note);
}
