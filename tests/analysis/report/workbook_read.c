/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/report/workbook_read.h"

#include <check.h>
#include <string.h>

#include "analysis/report/book_text.h"
#include "history/archive.h"

typedef struct {
    WrittenSheet *sheet;
    GPtrArray *texts; /* of the book */
    char *place;
    bool shared, inlined;
    GString *value, *formula;
} Reading;

static void cell_free(gpointer data)
{
    WrittenCell *cell = data;
    g_free(cell->formula);
    g_free(cell->text);
    g_free(cell);
}

static const char *attribute(const gchar **names, const gchar **values, const char *wanted)
{
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], wanted) == 0)
            return values[i];
    return "";
}

static void element_begins(GMarkupParseContext *context, const gchar *name, const gchar **names, const gchar **values,
                           gpointer data, GError **error)
{
    (void)context;
    (void)error;
    Reading *reading = data;
    if (strcmp(name, "c") == 0) {
        g_free(reading->place);
        reading->place = g_strdup(attribute(names, values, "r"));
        reading->shared = strcmp(attribute(names, values, "t"), "s") == 0;
        reading->inlined = strcmp(attribute(names, values, "t"), "inlineStr") == 0;
        g_string_truncate(reading->value, 0);
        g_string_truncate(reading->formula, 0);
    }
    if (strcmp(name, "si") == 0)
        g_string_truncate(reading->value, 0);
    if (strcmp(name, "row") == 0 && reading->sheet != NULL)
        reading->sheet->rows = MAX(reading->sheet->rows, atoi(attribute(names, values, "r")));
}

static void add_cell(Reading *reading)
{
    if (reading->value->len == 0 && reading->formula->len == 0)
        return;
    WrittenCell *cell = g_new0(WrittenCell, 1);
    char *end = NULL;
    if (reading->shared)
        cell->text = g_strdup(g_ptr_array_index(reading->texts, (guint)atoi(reading->value->str)));
    else if (reading->inlined)
        cell->text = g_strdup(reading->value->str);
    else
        cell->number = g_ascii_strtod(reading->value->str, &end);
    cell->has_number = end != NULL;
    ck_assert_msg(end == NULL || (*end == '\0' && end != reading->value->str), "%s: %s is no number", reading->place, reading->value->str);
    if (reading->formula->len > 0)
        cell->formula = g_strdup(reading->formula->str);
    ck_assert_msg(g_hash_table_insert(reading->sheet->cells, g_strdup(reading->place), cell), "%s twice", reading->place);
}

static void element_ends(GMarkupParseContext *context, const gchar *name, gpointer data, GError **error)
{
    (void)context;
    (void)error;
    Reading *reading = data;
    if (strcmp(name, "c") == 0)
        add_cell(reading);
    if (strcmp(name, "si") == 0)
        g_ptr_array_add(reading->texts, g_strdup(reading->value->str));
}

static void text_comes(GMarkupParseContext *context, const gchar *text, gsize length, gpointer data, GError **error)
{
    (void)error;
    Reading *reading = data;
    const char *name = g_markup_parse_context_get_element(context);
    if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        g_string_append_len(reading->value, text, (gssize)length);
    if (strcmp(name, "f") == 0)
        g_string_append_len(reading->formula, text, (gssize)length);
}

static void parse(Reading *reading, const char *xml)
{
    static const GMarkupParser parser = {.start_element = element_begins, .end_element = element_ends, .text = text_comes};
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, (GMarkupParseFlags)0, reading, NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(g_markup_parse_context_parse(context, xml, -1, &error), "%s", error != NULL ? error->message : "");
}

static char *part_of(const char *path, const char *name, bool needed)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_autoptr(GError) error = NULL;
    ArchiveUse use = {0};
    ck_assert_msg(g_file_get_contents(path, &bytes, &length, NULL), "%s", path);
    g_autoptr(Archive) archive = archive_from_bytes((const guint8 *)bytes, length, &use, &error);
    ck_assert_msg(archive != NULL, "%s", path);
    int index = archive_find(archive, name);
    if (index < 0 && !needed)
        return g_strdup("<none/>");
    ck_assert_msg(index >= 0, "%s has no %s", path, name);
    g_autoptr(GBytes) part = archive_read(archive, index, &error);
    ck_assert_msg(part != NULL, "%s", name);
    gsize size = 0;
    const char *text = g_bytes_get_data(part, &size);
    ck_assert_msg(g_utf8_validate(text, (gssize)size, NULL), "%s is no UTF-8", name);
    return g_strndup(text, size);
}

char *written_part(const char *path, const char *name)
{
    return part_of(path, name, true);
}

WrittenSheet *written_sheet(const char *path, int number)
{
    WrittenSheet *sheet = g_new0(WrittenSheet, 1);
    sheet->cells = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, cell_free);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    Reading reading = {.texts = texts, .value = g_string_new(NULL), .formula = g_string_new(NULL)};
    g_autofree char *strings = part_of(path, "xl/sharedStrings.xml", false);
    parse(&reading, strings);
    reading.sheet = sheet;
    g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%d.xml", number);
    g_autofree char *xml = written_part(path, name);
    parse(&reading, xml);
    g_string_free(reading.value, TRUE);
    g_string_free(reading.formula, TRUE);
    g_free(reading.place);
    return sheet;
}

void written_sheet_free(WrittenSheet *sheet)
{
    if (sheet == NULL)
        return;
    g_hash_table_unref(sheet->cells);
    g_free(sheet);
}

const WrittenCell *written_cell(const WrittenSheet *sheet, int row, int column)
{
    g_autofree char *place = cell_name(row, column);
    return g_hash_table_lookup(sheet->cells, place);
}

const char *written_text(const WrittenSheet *sheet, int row, int column)
{
    const WrittenCell *cell = written_cell(sheet, row, column);
    return cell != NULL && cell->text != NULL ? cell->text : "";
}

int written_row(const WrittenSheet *sheet, const char *text)
{
    for (int row = 0; row < sheet->rows; row++)
        if (strcmp(written_text(sheet, row, 0), text) == 0)
            return row;
    return -1;
}
