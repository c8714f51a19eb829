/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/rows.h"

#include <string.h>

#include "history/geometry.h"
#include "history/plain.h"
#include "history/token.h"
#include "schema/language.h"
#include "schema/subject.h"

/* How far below the top of a table or of a continued page its line of column numbers may stand. */
#define HEADER_REACH 60

typedef struct {
    const Document *document;
    const TableRange *range;
    const char *narrative;
    Filing *filing;
    PrintedTable *table;
    GHashTable *header_lines; /* squeezed lines of the first heading, to know them again on the next page */
    bool integers;            /* figures of this table may lack decimals */
    PrintedRow *current;      /* the row that text and figures still go to; owned by table->rows */
    GString *pending;         /* words whose row is not known yet */
    guint line_hint;     /* where the next label is expected in the form's lines */
    bool one_figure_a_line; /* the text prints each cell on a line of its own */
} RowReader;

static void figure_clear(gpointer data)
{
    g_free(((Figure *)data)->text);
}

static void printed_row_free(gpointer data)
{
    PrintedRow *row = data;
    g_free(row->code);
    g_free(row->label);
    g_free(row->project);
    g_free(row->group);
    g_array_unref(row->figures);
    g_free(row);
}

void printed_table_free(PrintedTable *table)
{
    if (table == NULL)
        return;
    g_ptr_array_unref(table->rows);
    g_free(table->header);
    g_free(table->note);
    g_free(table);
}

PrintedTable *printed_table_new(void)
{
    PrintedTable *table = g_new0(PrintedTable, 1);
    table->rows = g_ptr_array_new_with_free_func(printed_row_free);
    return table;
}

PrintedRow *printed_row_add(PrintedTable *table, const FormPart *part, int page, int line)
{
    PrintedRow *row = g_new0(PrintedRow, 1);
    row->part = part;
    row->side = part->side;
    row->code = g_strdup("");
    row->label = g_strdup("");
    row->project = g_strdup("");
    row->group = g_strdup("");
    row->figures = g_array_new(FALSE, FALSE, sizeof(Figure));
    g_array_set_clear_func(row->figures, figure_clear);
    row->page = page;
    row->at_line = line;
    g_ptr_array_add(table->rows, row);
    return row;
}

void printed_row_add_figure(PrintedRow *row, const char *text, int start, int end, int column)
{
    Figure figure = {g_strdup(text), start, end, column};
    g_array_append_val(row->figures, figure);
}

static PrintedRow *row_begin(RowReader *reader, const FormPart *part, const Line *line, const char *code, const char *label)
{
    PrintedRow *row = printed_row_add(reader->table, part, line->page, line->line);
    text_set(&row->code, code);
    text_set(&row->label, label);
    reader->current = row;
    return row;
}

static void row_add_figures(PrintedRow *row, const GArray *tokens, guint from, guint to)
{
    row->from_one_line = row->figures->len == 0;
    for (guint i = from; i < to; i++) {
        const Token *token = token_at(tokens, i);
        printed_row_add_figure(row, token->text, token->start, token->end, -1);
    }
}

static void row_append_label(PrintedRow *row, const char *more)
{
    char *label = g_strconcat(row->label, more, NULL);
    g_free(row->label);
    row->label = label;
}

static void doubt_line(RowReader *reader, const Line *line, const char *why)
{
    filing_add_doubt(reader->filing, line->page, line->line, reader->range->printed_title, line->text, why);
}

/* Takes "201 13 01", "2011301" or "20113" from the front; *used tells how many tokens it took. NULL when there is none. */
static char *take_code(const GArray *tokens, Rows rows, guint from, guint *used)
{
    *used = 0;
    if (from >= tokens->len || token_at(tokens, from)->kind != TOKEN_INTEGER ||
        !subject_code_is_plausible(rows, token_at(tokens, from)->text))
        return NULL;
    GString *code = g_string_new(token_at(tokens, from)->text);
    guint at = from + 1;
    gsize longest = rows == ROWS_ECONOMIC ? 5 : 7;
    while (at < tokens->len && code->len < longest && token_at(tokens, at)->kind == TOKEN_INTEGER &&
           strlen(token_at(tokens, at)->text) == 2)
        g_string_append(code, token_at(tokens, at++)->text);
    *used = at - from;
    return g_string_free(code, FALSE);
}

/* Words held back belong to the row they follow, unless the dictionary knows them as the start of the next one's name. */
static char *settle_pending(RowReader *reader, Rows rows, const char *code, const char *label)
{
    if (reader->pending->len == 0)
        return g_strdup(label);
    g_autofree char *joined = g_strconcat(reader->pending->str, label, NULL);
    bool next = subject_name_begins(rows, code, joined) && !subject_is_named(rows, code, label);
    /* A project may stand where the rest of the code's name would: the name's beginning alone then tells. */
    if (reader->current != NULL && reader->current->project[0] != '\0')
        next |= subject_name_begins(rows, code, reader->pending->str) && !subject_name_begins(rows, code, label);
    if (!next && reader->current != NULL)
        row_append_label(reader->current, reader->pending->str);
    g_string_truncate(reader->pending, 0);
    return next ? g_steal_pointer(&joined) : g_strdup(label);
}

static void hold_words(RowReader *reader, const char *words)
{
    g_string_append(reader->pending, words);
}

/* Figures without a label: the rest of the row above when it has none yet, else a doubt. */
static void place_bare_figures(RowReader *reader, const Line *line, const GArray *tokens, guint from)
{
    PrintedRow *row = reader->current;
    bool alone = tokens->len - from == 1;
    if (row != NULL && (row->figures->len == 0 || (alone && reader->one_figure_a_line))) {
        row_add_figures(row, tokens, from, tokens->len);
        return;
    }
    doubt_line(reader, line, say("这一行数字没有名称，不知属于哪一行", "figures without a label: which row they belong to is not known"));
}

/* The rest of a name that wrapped around its figures, as the dictionary knows it. */
static bool finishes_name(const PrintedRow *row, const FormPart *part, const char *words)
{
    g_autofree char *joined = g_strconcat(row->label, words, NULL);
    return row->code[0] != '\0' && subject_name_begins(part->rows, row->code, joined);
}

/*
 * A project stands beside its subject, whose name wrapped: its beginning was held back, and the words on the line of the
 * code are the project's. True when that is so; the row is begun then.
 */
static bool begin_wrapped_project(RowReader *reader, const FormPart *part, const Line *line, const char *code, const char *label)
{
    const char *start = reader->pending->str;
    g_autofree char *joined = g_strconcat(start, label, NULL);
    if (!part->projects || start[0] == '\0' || label[0] == '\0' || !subject_name_begins(part->rows, code, start) ||
        subject_name_begins(part->rows, code, joined) || subject_name_begins(part->rows, code, label))
        return false;
    PrintedRow *row = row_begin(reader, part, line, code, start);
    text_set(&row->project, label);
    g_string_truncate(reader->pending, 0);
    return true;
}

/* Project rows below one code: the code is printed once, in a merged cell. */
static bool begins_project_row(const RowReader *reader, const FormPart *part)
{
    return part->projects && reader->current != NULL && reader->current->figures->len > 0 &&
           (reader->current->code[0] != '\0' || reader->current->project[0] != '\0');
}

static void read_code_line(RowReader *reader, const FormPart *part, const Line *line, const GArray *tokens)
{
    guint used = 0;
    g_autofree char *code = take_code(tokens, part->rows, 0, &used);
    guint figures = tokens_trailing_figures(tokens, reader->integers);
    /* "301 14.66" cannot be: a code is followed by a name, here or on the next line. */
    figures = MAX(figures, used);
    g_autofree char *label = tokens_label(tokens, used, figures);
    if (code != NULL) {
        if (!begin_wrapped_project(reader, part, line, code, label)) {
            g_autofree char *name = settle_pending(reader, part->rows, code, label);
            row_begin(reader, part, line, code, name);
        }
        row_add_figures(reader->current, tokens, figures, tokens->len);
        return;
    }
    if (form_part_is_total(part, label)) {
        g_free(settle_pending(reader, part->rows, "", label));
        row_begin(reader, part, line, "", label)->total = true;
        row_add_figures(reader->current, tokens, figures, tokens->len);
        return;
    }
    if (label[0] == '\0') {
        place_bare_figures(reader, line, tokens, figures);
    } else if (figures == tokens->len) {
        if (reader->current != NULL && (reader->current->figures->len == 0 || finishes_name(reader->current, part, label)))
            row_append_label(reader->current, label);
        else
            hold_words(reader, label);
    } else if (begins_project_row(reader, part)) {
        g_autofree char *name = g_strconcat(reader->pending->str, label, NULL);
        PrintedRow *row = row_begin(reader, part, line, "", name);
        text_set(&row->project, name);
        g_string_truncate(reader->pending, 0);
        row_add_figures(reader->current, tokens, figures, tokens->len);
    } else if (reader->current != NULL && reader->current->figures->len == 0) {
        row_append_label(reader->current, label);
        row_add_figures(reader->current, tokens, figures, tokens->len);
    } else {
        doubt_line(reader, line, say("这一行没有科目编码", "a row without a subject code"));
    }
}

/*
 * Names of projects wrap freely. Words that stand alone after a finished row are its rest or the start of the next
 * one: the narrative names the projects too, and tells; without it they begin the next row.
 */
static void read_project_line(RowReader *reader, const FormPart *part, const Line *line, const GArray *tokens)
{
    guint figures = tokens_trailing_figures(tokens, reader->integers);
    g_autofree char *label = tokens_label(tokens, 0, figures);
    if (form_part_is_total(part, label) && reader->table->rows->len == 0) {
        row_begin(reader, part, line, "", label)->total = true;
        row_add_figures(reader->current, tokens, figures, tokens->len);
        return;
    }
    if (label[0] == '\0' && reader->pending->len == 0) {
        place_bare_figures(reader, line, tokens, figures);
        return;
    }
    if (figures == tokens->len) {
        hold_words(reader, label);
        return;
    }
    if (reader->pending->len > 0 && reader->current != NULL && !reader->current->total) {
        g_autofree char *back = g_strconcat(reader->current->label, reader->pending->str, NULL);
        g_autofree char *forth = g_strconcat(reader->pending->str, label, NULL);
        bool belongs_back = strstr(reader->narrative, back) != NULL && strstr(reader->narrative, forth) == NULL;
        if (belongs_back && label[0] != '\0') {
            row_append_label(reader->current, reader->pending->str);
            g_string_truncate(reader->pending, 0);
        }
    }
    g_autofree char *name = g_strconcat(reader->pending->str, label, NULL);
    g_string_truncate(reader->pending, 0);
    row_begin(reader, part, line, "", name);
    row_add_figures(reader->current, tokens, figures, tokens->len);
}

/* The line of the form that a printed label means; a label cut by wrapping is known by its beginning. */
static const FormLine *line_of_label(RowReader *reader, const FormPart *part, const char *label)
{
    g_autofree char *key = label_key(skip_list_number(label));
    const FormLine *line = form_part_line(part, key, &reader->line_hint);
    if (line != NULL || strlen(key) < 12)
        return line;
    for (guint i = 0; i < part->lines->len; i++) {
        const FormLine *candidate = g_ptr_array_index(part->lines, i);
        if (!g_str_has_prefix(candidate->labels[0], key) || strlen(key) * 3 < strlen(candidate->labels[0]) * 2)
            continue;
        if (line != NULL)
            return NULL;
        line = candidate;
    }
    return line;
}

static bool line_has_label(const FormLine *line, const char *label)
{
    g_autofree char *key = label_key(skip_list_number(label));
    return g_strv_contains((const char *const *)line->labels, key);
}

static void begin_label_row(RowReader *reader, const FormPart *part, const Line *line, const char *label,
                            const FormLine *known)
{
    PrintedRow *row = row_begin(reader, part, line, "", label);
    row->line = known;
    row->total = known != NULL && known->level == 0;
}

/* Labels [from, to) of a line, with the figures that follow them up to `end`. */
static void read_label_part(RowReader *reader, const FormPart *part, const Line *line, const GArray *tokens, guint to,
                            guint end)
{
    g_autofree char *label = tokens_label(tokens, 0, to);
    g_autofree char *joined = g_strconcat(reader->pending->str, label, NULL);
    const FormLine *known = label[0] != '\0' ? line_of_label(reader, part, label) : NULL;
    /* Only the beginning of a label, and no figure yet: its rest may stand on the next line. */
    if (known != NULL && to == end && !line_has_label(known, label))
        known = NULL;
    if (known == NULL && reader->pending->len > 0 && (known = line_of_label(reader, part, joined)) != NULL)
        begin_label_row(reader, part, line, joined, known);
    else if (known != NULL || (label[0] != '\0' && to < end))
        begin_label_row(reader, part, line, label, known);
    else if (label[0] == '\0' && to < end && reader->pending->len > 0)
        begin_label_row(reader, part, line, joined, NULL); /* a label that the form does not know has its figures below */
    else if (label[0] != '\0') {
        hold_words(reader, label);
        return;
    }
    g_string_truncate(reader->pending, 0);
    if (to < end && label[0] != '\0')
        row_add_figures(reader->current, tokens, to, end);
    else if (to < end)
        place_bare_figures(reader, line, tokens, to);
}

/* Where the right half of a two-sided line begins: at a class code with its name, or at the right total's label. */
static guint right_half(const FormTable *table, const GArray *tokens)
{
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = token_at(tokens, i);
        if (token->kind == TOKEN_INTEGER && strlen(token->text) == 3 &&
            subject_code_is_plausible(table->parts[1]->rows, token->text) && i + 1 < tokens->len &&
            has_chinese(token_at(tokens, i + 1)->text))
            return i;
        for (guint to = i + 1; to <= tokens->len && to <= i + 4; to++) {
            g_autofree char *label = tokens_label(tokens, i, to);
            if (form_part_is_total(table->parts[1], label))
                return i;
        }
    }
    return tokens->len;
}

static guint words_end(const GArray *tokens, guint from)
{
    while (from < tokens->len && token_at(tokens, from)->kind == TOKEN_WORD)
        from++;
    return from;
}

static void read_right_half(RowReader *reader, const FormPart *part, const Line *line, const GArray *tokens, guint from)
{
    guint used = 0;
    g_autofree char *code = take_code(tokens, part->rows, from, &used);
    guint figures = words_end(tokens, from + used);
    g_autofree char *label = tokens_label(tokens, from + used, figures);
    PrintedRow *left = reader->current;
    PrintedRow *row = row_begin(reader, part, line, code != NULL ? code : "", label);
    row->total = code == NULL;
    row_add_figures(row, tokens, figures, tokens->len);
    /* A line that has only a left half goes on with the left row above. */
    reader->current = left != NULL ? left : row;
}

static void read_two_sided_line(RowReader *reader, const FormTable *table, const Line *line, const GArray *tokens)
{
    guint right = right_half(table, tokens);
    if (right > 0) {
        guint words = words_end(tokens, 0);
        read_label_part(reader, table->parts[0], line, tokens, MIN(words, right), right);
    }
    if (right < tokens->len)
        read_right_half(reader, table->parts[1], line, tokens, right);
}

/* An amount with decimals, wherever it stands in the line. */
static bool holds_amount(const GArray *tokens)
{
    for (guint i = 0; i < tokens->len; i++)
        if (token_at(tokens, i)->kind == TOKEN_DECIMAL && strchr(token_at(tokens, i)->text, '.') != NULL)
            return true;
    return false;
}

static void read_body_line(RowReader *reader, const Line *line)
{
    g_autoptr(GArray) tokens = tokens_from_line(line->text);
    const FormTable *table = reader->range->table;
    const FormPart *part = table->parts[0];
    /* "图书馆 5.00 备注": figures in front of words are taken for a part of the name, which must not pass in silence. */
    if (!table->two_sided && holds_amount(tokens) && tokens_trailing_figures(tokens, false) == tokens->len)
        doubt_line(reader, line, say("数字后面还有文字，未作金额读", "words stand after the figures: they are not read as amounts"));
    if (table->two_sided)
        read_two_sided_line(reader, table, line, tokens);
    else if (part->rows == ROWS_PROJECTS)
        read_project_line(reader, part, line, tokens);
    else if (part->rows == ROWS_LABELS) {
        guint figures = tokens_trailing_figures(tokens, true);
        read_label_part(reader, part, line, tokens, figures, tokens->len);
    } else
        read_code_line(reader, part, line, tokens);
}

/* True when the line can only be a row of the table's body. */
static bool line_begins_row(RowReader *reader, const Line *line)
{
    g_autoptr(GArray) tokens = tokens_from_line(line->text);
    const FormTable *table = reader->range->table;
    const FormPart *part = table->parts[0];
    guint words = words_end(tokens, 0);
    g_autofree char *label = tokens_label(tokens, 0, words);
    guint used = 0;
    if (table->two_sided) {
        guint hint = 0;
        g_autofree char *key = label_key(skip_list_number(label));
        return right_half(table, tokens) < tokens->len || form_part_line(part, key, &hint) != NULL;
    }
    if (form_part_is_total(part, label))
        return words < tokens->len || tokens->len == 1 || part->rows != ROWS_LABELS;
    if (part->rows == ROWS_LABELS) {
        guint hint = 0;
        g_autofree char *key = label_key(skip_list_number(label));
        return words < tokens->len && form_part_line(part, key, &hint) != NULL;
    }
    if (part->rows == ROWS_PROJECTS)
        return words > 0 && tokens_trailing_figures(tokens, false) < tokens->len;
    g_autofree char *code = take_code(tokens, part->rows, 0, &used);
    return code != NULL;
}

/* The line after the column numbers, if such a line stands within reach; else `from`. */
static guint after_column_numbers(RowReader *reader, guint from)
{
    const Line *top = document_line(reader->document, from);
    for (guint i = from; i < reader->range->end && i < from + HEADER_REACH; i++) {
        const Line *line = document_line(reader->document, i);
        if (line->page != top->page)
            break;
        g_autoptr(GArray) tokens = tokens_from_line(line->text);
        guint first = 0;
        int count = 0;
        if (tokens_number_columns(tokens, &first, &count)) {
            reader->table->column_count = count;
            return i + 1;
        }
        /* Headings hold words that name rows too (合计): only a row with figures ends the search. */
        if (tokens_trailing_figures(tokens, false) < tokens->len && line_begins_row(reader, line))
            break;
    }
    return from;
}

/* Figures among the headings stand in rows that nothing here knows. */
static void tell_figures_above_body(RowReader *reader, guint body)
{
    for (guint i = reader->range->first; i < body; i++) {
        const Line *line = document_line(reader->document, i);
        g_autoptr(GArray) tokens = tokens_from_line(line->text);
        if (line->furniture || !holds_amount(tokens))
            continue;
        reader->table->strange_figures = true;
        doubt_line(reader, line, say("这一行有数字，但不像这张表的任何一行", "a line with figures that is like no row of this table"));
    }
}

static guint body_begin(RowReader *reader)
{
    const TableRange *range = reader->range;
    if (range->first >= range->end) {
        reader->table->header = g_strdup("");
        return range->end;
    }
    guint body = after_column_numbers(reader, range->first);
    if (body == range->first)
        while (body < range->end && !line_begins_row(reader, document_line(reader->document, body)))
            body++;
    /* A table without rows: its note comes right after the headings. */
    if (body == range->end)
        for (body = range->first; body < range->end; body++)
            if (strstr(document_line(reader->document, body)->text, "。") != NULL ||
                strstr(document_line(reader->document, body)->text, "没有") != NULL)
                break;
    GString *header = g_string_new(NULL);
    for (guint i = range->title; i < body; i++) {
        char *key = squeeze(document_line(reader->document, i)->text);
        g_string_append(header, key);
        g_hash_table_add(reader->header_lines, key);
    }
    reader->table->header = g_string_free(header, FALSE);
    tell_figures_above_body(reader, body);
    return body;
}

/* On a page that continues the table: past its repeated heading. */
static guint skip_repeated_header(RowReader *reader, guint index)
{
    guint body = after_column_numbers(reader, index);
    while (body == index && index < reader->range->end) {
        g_autofree char *key = squeeze(document_line(reader->document, index)->text);
        if (!g_hash_table_contains(reader->header_lines, key) && strstr(key, "续表") == NULL)
            break;
        body = ++index;
    }
    return body;
}

gint64 unit_from_caption(const char *header)
{
    static const struct {
        const char *text;
        gint64 unit;
    } units[] = {{"单位：万元", FEN_PER_WAN_YUAN},
                 {"单位：人民币万元", FEN_PER_WAN_YUAN},
                 {"单位：亿元", FEN_PER_YI_YUAN},
                 {"单位：千元", 1000 * FEN_PER_YUAN},
                 {"单位：元", FEN_PER_YUAN},
                 {"单位：人民币元", FEN_PER_YUAN}};
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        if (strstr(header, units[i].text) != NULL)
            return units[i].unit;
    return 0;
}

/*
 * Where every figure with a point has two decimals, a number without any belongs to a name (2023年…专项资金).
 * Codes do not count: they stand before names.
 */
static bool integers_are_amounts(const RowReader *reader, guint body)
{
    guint decimals = 0;
    for (guint i = body; i < reader->range->end; i++) {
        g_autoptr(GArray) tokens = tokens_from_line(document_line(reader->document, i)->text);
        for (guint k = 0; k < tokens->len; k++) {
            const Token *token = token_at(tokens, k);
            const char *point = token->kind == TOKEN_DECIMAL ? strchr(token->text, '.') : NULL;
            if (point == NULL)
                continue;
            if (strlen(point) != 3)
                return true;
            decimals++;
        }
    }
    return decimals < 3;
}

/* Notes stand under or in place of the rows: sentences, from their first line to the full stop. */
static bool take_note(RowReader *reader, guint index, GString *note)
{
    const Line *line = document_line(reader->document, index);
    bool open = note->len > 0 && !g_str_has_suffix(note->str, "。");
    bool begins = strstr(line->text, "。") != NULL || g_str_has_prefix(line->text + strspn(line->text, " "), "注：") ||
                  strstr(line->text, "为空表") != NULL ||
                  (strstr(line->text, "没有") != NULL && strstr(line->text, "年") != NULL) ||
                  strstr(line->text, "未安排") != NULL;
    if (!open && !begins)
        return false;
    g_autofree char *text = squeeze(line->text);
    g_string_append(note, text);
    return true;
}

/* The heading's own first lines in the middle of the body: a new page that the text does not mark. */
static bool begins_header_again(const RowReader *reader, const Line *line)
{
    if (strstr(line->text, "单位：") == NULL && strstr(line->text, "编制部门") == NULL)
        return false;
    g_autofree char *key = squeeze(line->text);
    return g_hash_table_contains(reader->header_lines, key);
}

static void read_lines(RowReader *reader, guint body)
{
    g_autoptr(GString) note = g_string_new(NULL);
    for (guint i = body; i < reader->range->end; i++) {
        const Line *line = document_line(reader->document, i);
        if (i > body && (line->first_of_page || begins_header_again(reader, line))) {
            i = skip_repeated_header(reader, i);
            if (i >= reader->range->end)
                break;
            line = document_line(reader->document, i);
        }
        if (line->furniture || take_note(reader, i, note))
            continue;
        read_body_line(reader, line);
    }
    reader->table->note = g_string_free(g_steal_pointer(&note), FALSE);
    if (reader->pending->len > 0 && reader->current != NULL && reader->range->table->parts[0]->rows != ROWS_LABELS)
        row_append_label(reader->current, reader->pending->str);
}

/* In texts that print each cell on its own line, most lines of figures hold one. */
static bool prints_one_figure_a_line(const RowReader *reader, guint body)
{
    guint alone = 0;
    guint together = 0;
    for (guint i = body; i < reader->range->end; i++) {
        g_autoptr(GArray) tokens = tokens_from_line(document_line(reader->document, i)->text);
        guint figures = tokens->len - tokens_trailing_figures(tokens, true);
        alone += figures == 1 && tokens->len == 1;
        together += figures > 1;
    }
    return alone > together;
}

/* The narrative calls the subject by the whole label: 档案馆事务（项）. */
static bool is_name_in_full(const PrintedRow *row, const char *narrative)
{
    static const char *const levels[] = {"（类）", "（款）", "（项）"};
    g_autofree char *name = g_strconcat(row->label, levels[CLAMP((int)strlen(row->code) / 2 - 1, 0, 2)], NULL);
    return strstr(narrative, name) != NULL;
}

/*
 * 行政运行某某项目经费: the subject's name, then the project's. The dictionary knows where the first one ends; but a
 * subject may have another name in the filing than there.
 */
static void split_project(PrintedRow *row, const FormPart *part, const char *narrative)
{
    if (!part->projects || row->code[0] == '\0' || row->project[0] != '\0')
        return;
    gsize cut = 0;
    for (const char *at = row->label; *at != '\0'; at = g_utf8_next_char(at)) {
        gsize length = (gsize)(g_utf8_next_char(at) - row->label);
        g_autofree char *head = g_strndup(row->label, length);
        if (subject_is_named(part->rows, row->code, head))
            cut = length;
    }
    if (cut == 0 || row->label[cut] == '\0' || is_name_in_full(row, narrative))
        return;
    text_set(&row->project, row->label + cut);
    row->label[cut] = '\0';
}

PrintedTable *printed_table_from_range(const Document *document, const TableRange *range, const char *narrative,
                                       Filing *filing)
{
    PrintedTable *table = printed_table_new();
    g_autoptr(GHashTable) header_lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) pending = g_string_new(NULL);
    RowReader reader = {.document = document,
                        .range = range,
                        .narrative = narrative,
                        .filing = filing,
                        .table = table,
                        .header_lines = header_lines,
                        .pending = pending};
    guint body = body_begin(&reader);
    table->unit = unit_from_caption(table->header);
    reader.integers = integers_are_amounts(&reader, body);
    reader.one_figure_a_line = prints_one_figure_a_line(&reader, body);
    read_lines(&reader, body);
    for (guint i = 0; i < table->rows->len; i++)
        split_project(g_ptr_array_index(table->rows, i), range->table->parts[0], narrative);
    for (int side = 0; side < range->table->part_count; side++)
        geometry_place_figures(document, range, range->table->parts[side], table);
    return table;
}
