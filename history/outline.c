/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/outline.h"

#include <stdlib.h>
#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"

/* How far below a title the beginning of its table may stand, in printed lines. */
#define TITLE_REACH 6

/* How long a line that only numbers a table may be, in bytes. */
#define TABLE_NUMBER_MAX 60

/* How long what stands before a title on its line may be (department, year, number), in bytes. */
#define TITLE_LEAD_MAX 120

void outline_free(Outline *outline)
{
    if (outline == NULL)
        return;
    for (guint i = 0; i < outline->tables->len; i++)
        g_free(g_array_index(outline->tables, TableRange, i).printed_title);
    g_array_unref(outline->tables);
    g_array_unref(outline->unknown);
    g_array_unref(outline->in_table);
    g_free(outline);
}

static bool begins_with_chinese_number(const char *text)
{
    static const char numbers[] = "一二三四五六七八九十";
    for (const char *number = numbers; *number != '\0'; number += 3)
        if (strncmp(text, number, 3) == 0)
            return true;
    return false;
}

bool line_begins_section(const char *text)
{
    /* 第… or a Chinese number: their first bytes tell most lines apart. */
    const char *first = text + strspn(text, " ");
    if (!g_str_has_prefix(first, "第") && !begins_with_chinese_number(first))
        return false;
    static GRegex *section = NULL;
    if (section == NULL)
        section = g_regex_new("^\\s*(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、\\s*(关于|其他重要事项|.*情况(的)?(总体)?说明))",
                              G_REGEX_OPTIMIZE, 0, NULL);
    return g_regex_match(section, text, 0, NULL);
}

/* What may stand before a title on its line: a number (表 2), a year, a department; never a clause. */
static bool is_title_lead(const char *lead, gsize length)
{
    if (length > TITLE_LEAD_MAX)
        return false;
    g_autofree char *text = g_strndup(lead, length);
    /* Words that make the shorter title another table's: 国有资本经营预算 + 支出表. */
    static const char *const qualifiers[] = {"预算", "拨款", "基金", "经费", "资本", "公共", "财政", "项目", "基本", "采购", "运行", "专户", "功能", "经济"};
    bool whole = g_str_has_suffix(text, "综合预算"); /* 部门综合预算 + 收支总表: all money together */
    for (gsize i = 0; i < G_N_ELEMENTS(qualifiers) && !whole; i++)
        if (g_str_has_suffix(text, qualifiers[i]))
            return false;
    static const char *const clause_marks[] = {"，", "。", "；", "关于", "《", "见", "……", "..."};
    for (gsize i = 0; i < G_N_ELEMENTS(clause_marks); i++)
        if (strstr(text, clause_marks[i]) != NULL)
            return false;
    return true;
}

/* How long the title of `table` is that the squeezed line ends with, 0 when it does not. */
static gsize title_at_end(const FormTable *table, const char *key, gsize length)
{
    for (guint i = 0; table->titles[i] != NULL; i++) {
        gsize own = table->title_lengths[i];
        /* 部门收入总表 ends with 收入总表: the shorter title must not take a longer word's tail. */
        if (own <= length && memcmp(key + length - own, table->titles[i], own) == 0 && is_title_lead(key, length - own))
            return own;
    }
    return 0;
}

/* The form's table whose (longest) title the line, or the line and the next one, end with. */
const FormTable *form_table_titled(const Form *form, const char *key, gsize *length)
{
    const FormTable *best = NULL;
    *length = 0;
    if (!g_str_has_suffix(key, TITLE_END))
        return NULL;
    gsize whole = strlen(key);
    for (guint i = 0; i < form->tables->len; i++) {
        const FormTable *table = g_ptr_array_index(form->tables, i);
        gsize own = table->stands_for == NULL ? title_at_end(table, key, whole) : 0;
        if (own > *length) {
            best = table;
            *length = own;
        }
    }
    return best;
}

typedef struct {
    const FormTable *table;
    guint lines; /* 1, or 2 for a title wrapped over two lines */
    gsize length;
} TitleHit;

static TitleHit title_on_line(const Form *form, const Document *document, guint index)
{
    TitleHit hit = {NULL, 1, 0};
    const Line *line = document_line(document, index);
    /* A title ends here or on the next line: most lines need no closer look. */
    bool here = strstr(line->text, TITLE_END) != NULL;
    bool below = index + 1 < document->lines->len && strstr(document_line(document, index + 1)->text, TITLE_END) != NULL;
    if (!here && !below)
        return hit;
    g_autofree char *key = label_key(line->text);
    if (strlen(key) > TITLE_LEAD_MAX + 60 || line->furniture)
        return hit;
    hit.table = form_table_titled(form, key, &hit.length);
    if (hit.table != NULL || index + 1 >= document->lines->len)
        return hit;
    const Line *next = document_line(document, index + 1);
    g_autofree char *tail = label_key(next->text);
    /* A wrapped title: this line begins it, the next line is its short rest. */
    if (next->page != line->page || strlen(tail) > 30 || strlen(key) < 12)
        return hit;
    g_autofree char *joined = g_strconcat(key, tail, NULL);
    const FormTable *table = form_table_titled(form, joined, &hit.length);
    if (table != NULL && hit.length > strlen(tail) + 9) {
        hit.table = table;
        hit.lines = 2;
    }
    return hit;
}

static bool line_begins_table(const char *text)
{
    static GRegex *start = NULL;
    if (start == NULL)
        start = g_regex_new("单位\\s*：|编制(部门|单位)|※|科目编码|功能分类|经济分类|^\\s*(项\\s*目|收\\s*入|科\\s*目)\\s|预算数",
                            G_REGEX_OPTIMIZE, 0, NULL);
    return g_regex_match(start, text, 0, NULL);
}

static bool title_has_body(const Form *form, const Document *document, guint index)
{
    for (guint i = index, seen = 0; i < document->lines->len && seen < TITLE_REACH; i++, seen++) {
        if (title_on_line(form, document, i).table != NULL)
            return false;
        const char *text = document_line(document, i)->text;
        if (line_begins_section(text))
            return false;
        if (line_begins_table(text))
            return true;
    }
    return false;
}

char *title_as_printed(const char *line, gsize length)
{
    g_autofree char *key = squeeze(line);
    /* Quotation marks are part of the printed title: walk back over the title's characters, skipping them. */
    g_autofree char *bare = label_key(line);
    const char *want = bare + strlen(bare) - length;
    glong keep = g_utf8_strlen(want, -1);
    const char *at = key + strlen(key);
    while (keep > 0 && at > key) {
        at = g_utf8_prev_char(at);
        char one[7] = {0};
        g_unichar_to_utf8(g_utf8_get_char(at), one);
        g_autofree char *plain = label_key(one);
        keep -= plain[0] != '\0';
    }
    /* “三公”经费…: a mark that opens right before the title is its own. */
    if (at > key && g_str_has_prefix(g_utf8_prev_char(at), "“"))
        at = g_utf8_prev_char(at);
    return g_strdup(at);
}

/* The title itself, without what stands before it. */
static char *printed_title(const Document *document, guint index, TitleHit hit)
{
    const char *text = document_line(document, index)->text;
    g_autofree char *joined = hit.lines == 2 ? g_strconcat(text, document_line(document, index + 1)->text, NULL) : g_strdup(text);
    return title_as_printed(joined, hit.length);
}

/* "表 2", alone on the line above a title: its number, 0 when the line is none, -1 when the number is not read. */
static int table_number(const char *text)
{
    static GRegex *number = NULL;
    g_autoptr(GMatchInfo) match = NULL;
    if (strlen(text) > TABLE_NUMBER_MAX || !g_regex_match(pattern_once(&number, "^\\s*(?:附?表|公开)\\s*([0-9]+|[一二三四五六七八九十]+)\\s*表?[：:、]?\\s*$"), text, 0, &match))
        return 0;
    g_autofree char *digits = g_match_info_fetch(match, 1);
    return g_ascii_isdigit(digits[0]) ? atoi(digits) : -1;
}

/* The number of another table than the open one: what follows is not its continuation, even when no title is known. */
static bool numbers_another_table(const TableRange *open, const char *text)
{
    int number = table_number(text);
    return number > 0 && open != NULL && open->end == 0 && number != open->table->number;
}

/* Ends what is open: a table, and a table that is not known. */
static void end_range(Outline *outline, guint end)
{
    if (outline->tables->len > 0) {
        TableRange *open = &g_array_index(outline->tables, TableRange, outline->tables->len - 1);
        if (open->end == 0)
            open->end = end;
    }
    if (outline->unknown->len > 0) {
        LineRange *open = &g_array_index(outline->unknown, LineRange, outline->unknown->len - 1);
        if (open->end == 0)
            open->end = end;
    }
}

/* A number whose title follows belongs to a known table after all. */
static void drop_empty_unknown(Outline *outline)
{
    for (guint i = outline->unknown->len; i > 0; i--) {
        const LineRange *range = &g_array_index(outline->unknown, LineRange, i - 1);
        if (range->end <= range->first)
            g_array_remove_index(outline->unknown, i - 1);
    }
}

static void mark_lines(Outline *outline, guint first, guint end)
{
    for (guint i = first; i < end; i++)
        g_array_index(outline->in_table, bool, i) = true;
}

/* A heading that ends a table: the next part of the filing, its text, or the target table. */
static bool line_ends_tables(const char *text)
{
    if (line_begins_section(text))
        return true;
    if (strstr(text, "表") == NULL)
        return false;
    g_autofree char *key = squeeze(text);
    return g_str_has_suffix(key, "绩效目标表") || g_str_has_suffix(key, "绩效目标申报表");
}

static Outline *outline_new(const Document *document, const Form *form)
{
    Outline *outline = g_new0(Outline, 1);
    outline->form = form;
    outline->tables = g_array_new(FALSE, TRUE, sizeof(TableRange));
    outline->unknown = g_array_new(FALSE, TRUE, sizeof(LineRange));
    outline->in_table = g_array_sized_new(FALSE, TRUE, sizeof(bool), document->lines->len);
    g_array_set_size(outline->in_table, document->lines->len);
    return outline;
}

Outline *outline_from_sheets(const Document *document, const GPtrArray *sheets, const Form *form)
{
    Outline *outline = outline_new(document, form);
    for (guint i = 0; i < sheets->len; i++) {
        const Sheet *sheet = g_ptr_array_index(sheets, i);
        mark_lines(outline, sheet->first, sheet->end);
    }
    return outline;
}

static Outline *outline_by_form(const Document *document, const Form *form)
{
    Outline *outline = outline_new(document, form);
    for (guint i = 0; i < document->lines->len; i++) {
        const char *text = document_line(document, i)->text;
        const TableRange *open = outline->tables->len > 0
                                     ? &g_array_index(outline->tables, TableRange, outline->tables->len - 1)
                                     : NULL;
        bool another = numbers_another_table(open, text);
        if (another || line_ends_tables(text)) {
            end_range(outline, i);
            if (another) {
                LineRange unknown = {.first = i};
                g_array_append_val(outline->unknown, unknown);
            }
            continue;
        }
        TitleHit hit = title_on_line(form, document, i);
        if (hit.table == NULL || !title_has_body(form, document, i + hit.lines))
            continue;
        TableRange *last = outline->tables->len > 0
                               ? &g_array_index(outline->tables, TableRange, outline->tables->len - 1)
                               : NULL;
        /* The title again on a later page of the same table goes on with it. */
        if (last != NULL && last->end == 0 && last->table == hit.table)
            continue;
        guint top = i > 0 && table_number(document_line(document, i - 1)->text) != 0 ? i - 1 : i;
        end_range(outline, top);
        TableRange range = {.table = hit.table,
                            .printed_title = printed_title(document, i, hit),
                            .top = top,
                            .title = i,
                            .first = i + hit.lines};
        g_array_append_val(outline->tables, range);
    }
    end_range(outline, document->lines->len);
    for (guint i = 0; i < outline->tables->len; i++) {
        const TableRange *range = &g_array_index(outline->tables, TableRange, i);
        mark_lines(outline, range->top, range->end);
    }
    drop_empty_unknown(outline);
    for (guint i = 0; i < outline->unknown->len; i++) {
        const LineRange *range = &g_array_index(outline->unknown, LineRange, i);
        mark_lines(outline, range->first, range->end);
    }
    return outline;
}

/* How many different tables of its form the outline found. */
static guint distinct_tables(const Outline *outline)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < outline->tables->len; i++)
        g_hash_table_add(seen, (gpointer)g_array_index(outline->tables, TableRange, i).table);
    return g_hash_table_size(seen);
}

Outline *outline_from_document(const Document *document, const GPtrArray *forms)
{
    Outline *best = NULL;
    guint most = 1;
    for (guint i = 0; i < forms->len; i++) {
        Outline *outline = outline_by_form(document, g_ptr_array_index(forms, i));
        guint found = distinct_tables(outline);
        if (found > most) {
            most = found;
            outline_free(best);
            best = outline;
        } else {
            outline_free(outline);
        }
    }
    return best;
}
