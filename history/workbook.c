/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/workbook.h"

#include <string.h>

#include "history/number_format.h"
#include "history/table_cells.h"
#include "schema/clean.h"
#include "schema/error.h"
#include "schema/language.h"

static void sheet_free(gpointer data)
{
    WorkbookSheet *sheet = data;
    g_free(sheet->name);
    g_free(sheet->member);
    g_free(sheet);
}

void workbook_free(Workbook *workbook)
{
    if (workbook == NULL)
        return;
    g_ptr_array_unref(workbook->sheets);
    g_ptr_array_unref(workbook->texts);
    g_ptr_array_unref(workbook->formats);
    g_array_unref(workbook->struck);
    g_hash_table_unref(workbook->codes);
    g_free(workbook);
}

const char *workbook_format(const Workbook *workbook, int style)
{
    if (style < 0 || style >= (int)workbook->formats->len)
        return "General";
    return g_ptr_array_index(workbook->formats, style);
}

/* Characters that XML cannot hold are written _x000D_. All of them are white space or nothing. */
static void resolve_escapes(GString *text)
{
    for (char *at = text->str; (at = strstr(at, "_x")) != NULL;) {
        bool escape = strlen(at) >= 7 && at[6] == '_';
        for (int i = 2; escape && i < 6; i++)
            escape = g_ascii_isxdigit(at[i]);
        gsize offset = (gsize)(at - text->str);
        gint64 code = escape ? g_ascii_strtoll(at + 2, NULL, 16) : 0;
        if (escape && code < 0x20) {
            g_string_erase(text, (gssize)offset, 7);
            if (code == '\n')
                g_string_insert_c(text, (gssize)offset, '\n');
        } else if (escape && code == '_') {
            g_string_erase(text, (gssize)offset + 1, 6);
            offset++;
        } else {
            offset += 2;
        }
        at = text->str + offset;
    }
}

static bool is_false(const char *value)
{
    return value != NULL && (g_str_equal(value, "0") || g_str_equal(value, "false"));
}

/* What is struck out does not count, and the number of a note behind a figure is none of its digits. */
static void add_run(Markup *markup, GString *text, bool struck, bool raised)
{
    g_autoptr(GString) run = g_string_new("");
    markup_collect(markup, run);
    if (!struck && !(raised && text_is_note_mark(text->str, run->str)))
        g_string_append_len(text, run->str, (gssize)run->len);
}

char *workbook_text(Markup *markup)
{
    GString *text = g_string_new("");
    bool struck = false, raised = false;
    for (int depth = markup_depth(markup); markup_next_inside(markup, depth);) {
        if (markup_is(markup, "r"))
            struck = raised = false;
        else if (markup_is(markup, "strike"))
            struck = !is_false(markup_attribute(markup, "val"));
        else if (markup_is(markup, "vertAlign"))
            raised = g_strcmp0(markup_attribute(markup, "val"), "superscript") == 0;
        else if (markup_is(markup, "t"))
            add_run(markup, text, struck, raised);
        else if (markup_is(markup, "rPh") || markup_is(markup, "phoneticPr"))
            markup_skip(markup);
    }
    if (strstr(text->str, "_x") != NULL)
        resolve_escapes(text);
    return g_string_free(text, FALSE);
}

static bool read_texts(Workbook *workbook, Markup *markup, GError **error)
{
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;)
        if (event == MARKUP_OPEN && markup_is(markup, "si"))
            g_ptr_array_add(workbook->texts, workbook_text(markup));
    return markup_ended_well(markup, error);
}

bool workbook_strikes(const Workbook *workbook, int style)
{
    return style >= 0 && style < (int)workbook->struck->len && g_array_index(workbook->struck, bool, style);
}

static void add_style(Workbook *workbook, int format, bool struck)
{
    g_array_append_val(workbook->struck, struck);
    const char *code = g_hash_table_lookup(workbook->codes, GINT_TO_POINTER(format));
    g_ptr_array_add(workbook->formats, (gpointer)(code != NULL ? code : number_format_builtin(format)));
}

/* The formats that stand before cellXfs, and the styles of cells in it (not those of named styles). */
static bool read_styles(Workbook *workbook, Markup *markup, GError **error)
{
    bool in_cells = false, in_fonts = false;
    g_autoptr(GArray) fonts = g_array_new(FALSE, TRUE, sizeof(bool)); /* which of them strike out */
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;) {
        if (event != MARKUP_TEXT && markup_is(markup, "cellXfs"))
            in_cells = event == MARKUP_OPEN;
        if (event != MARKUP_TEXT && markup_is(markup, "fonts"))
            in_fonts = event == MARKUP_OPEN;
        if (event != MARKUP_OPEN)
            continue;
        const char *code = markup_is(markup, "numFmt") ? markup_attribute(markup, "formatCode") : NULL;
        gpointer id = GINT_TO_POINTER(markup_number(markup, "numFmtId", 0));
        if (code != NULL && !g_hash_table_contains(workbook->codes, id))
            g_hash_table_insert(workbook->codes, id, g_strdup(code));
        if (in_fonts && markup_is(markup, "font"))
            g_array_set_size(fonts, fonts->len + 1);
        else if (in_fonts && fonts->len > 0 && markup_is(markup, "strike"))
            g_array_index(fonts, bool, fonts->len - 1) = !is_false(markup_attribute(markup, "val"));
        int font = markup_number(markup, "fontId", -1);
        if (in_cells && markup_is(markup, "xf"))
            add_style(workbook, GPOINTER_TO_INT(id), font >= 0 && font < (int)fonts->len && g_array_index(fonts, bool, font));
    }
    return markup_ended_well(markup, error);
}

static bool is_true(const char *value)
{
    return value != NULL && (g_str_equal(value, "1") || g_str_equal(value, "true"));
}

static void add_sheet(Workbook *workbook, const Office *office, Markup *markup)
{
    const char *state = markup_attribute(markup, "state");
    const char *id = markup_attribute(markup, "id");
    const char *name = markup_attribute(markup, "name");
    const char *member = id != NULL ? g_hash_table_lookup(office->by_id, id) : NULL;
    bool shown = state == NULL || g_str_equal(state, "visible");
    workbook->missing += shown && member == NULL;
    if (member == NULL || !shown)
        return;
    WorkbookSheet *sheet = g_new0(WorkbookSheet, 1);
    sheet->name = text_clean(name != NULL ? name : "");
    sheet->member = g_strdup(member);
    g_ptr_array_add(workbook->sheets, sheet);
}

static bool read_sheets(Workbook *workbook, Office *office, Markup *markup, GError **error)
{
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;) {
        if (event == MARKUP_OPEN && markup_is(markup, "workbookPr"))
            workbook->from_1904 = is_true(markup_attribute(markup, "date1904"));
        if (event == MARKUP_OPEN && markup_is(markup, "sheet"))
            add_sheet(workbook, office, markup);
    }
    return markup_ended_well(markup, error);
}

static bool read_shared(Workbook *workbook, Office *office, GError **error)
{
    const char *texts = office_member(office, "sharedStrings");
    const char *styles = office_member(office, "styles");
    g_autoptr(Markup) text_part = texts != NULL ? office_part(office, texts, error) : NULL;
    if (texts != NULL && (text_part == NULL || !read_texts(workbook, text_part, error)))
        return false;
    g_autoptr(Markup) style_part = styles != NULL ? office_part(office, styles, error) : NULL;
    return styles == NULL || (style_part != NULL && read_styles(workbook, style_part, error));
}

Workbook *workbook_from_office(Office *office, GError **error)
{
    g_autoptr(Workbook) workbook = g_new0(Workbook, 1);
    workbook->sheets = g_ptr_array_new_with_free_func(sheet_free);
    workbook->texts = g_ptr_array_new_with_free_func(g_free);
    workbook->formats = g_ptr_array_new();
    workbook->struck = g_array_new(FALSE, FALSE, sizeof(bool));
    workbook->codes = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    g_autoptr(Markup) markup = office_part(office, office->main, error);
    if (markup == NULL || !read_sheets(workbook, office, markup, error) || !read_shared(workbook, office, error))
        return NULL;
    return g_steal_pointer(&workbook);
}
