/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/rows.h"

#include <stdio.h>
#include <string.h>

#include "cmd/paragraph.h"
#include "cmd/table.h"
#include "cmd/terminal.h"
#include "schema/language.h"

struct RowWriter {
    const RowColumn *columns;
    gsize count;
    RowFormat format;
    bool color;
    gsize at;         /* column of the next field */
    bool any;         /* a row has begun before */
    Meaning meaning;  /* of the next field */
    GArray *fields;   /* TableField: those of a table, row after row */
    GString *pending; /* of the other formats, not yet written */
};

#define PENDING_MOST 65536

bool row_format_from_word(const char *word, RowFormat *format)
{
    static const char *const words[] = {"table", "tsv", "csv", "json"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i], word) == 0) {
            *format = (RowFormat)i;
            return true;
        }
    return false;
}

static void field_clear(gpointer data)
{
    g_free(((TableField *)data)->text);
}

static void flush_pending(RowWriter *rows)
{
    /* Whether it arrived is asked once, at the end of the program. */
    fwrite(rows->pending->str, 1, rows->pending->len, stdout);
    g_string_truncate(rows->pending, 0);
}

static void put_tsv(GString *out, const char *value)
{
    g_autofree char *clean = harmless(value, false);
    g_string_append(out, clean);
}

/* Full-width signs begin a formula too where spreadsheets are set to Chinese or Japanese. */
static bool looks_like_formula(const char *value)
{
    return value[0] != '\0' &&
           g_utf8_strchr("=+-@\t\r＝＋－＠", -1, g_utf8_get_char(value)) != NULL;
}

static void put_csv(GString *out, const char *value, RowKind kind)
{
    bool formula = kind == ROW_TEXT && looks_like_formula(value);
    bool quoted = strpbrk(value, "\",\r\n") != NULL;
    g_string_append(out, quoted ? "\"" : "");
    g_string_append(out, formula ? "'" : "");
    for (const char *at = value; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append(out, quoted ? "\"" : "");
}

static void put_json_text(GString *out, const char *value)
{
    g_autofree char *valid = g_utf8_make_valid(value, -1);
    g_string_append_c(out, '"');
    for (const char *at = valid; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            g_string_append_printf(out, "\\%c", *at);
        else if ((guchar)*at < 0x20 || *at == 0x7f)
            g_string_append_printf(out, "\\u%04x", (guint)(guchar)*at);
        else
            g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

static void put_json(RowWriter *rows, const char *value, RowKind kind)
{
    if (rows->at == 0)
        g_string_append(rows->pending, rows->any ? ",\n{" : "\n{");
    else
        g_string_append(rows->pending, ", ");
    put_json_text(rows->pending, rows->columns[rows->at].name);
    g_string_append(rows->pending, ": ");
    if (kind == ROW_NUMBER)
        g_string_append(rows->pending, value[0] != '\0' ? value : "null");
    else
        put_json_text(rows->pending, value);
    if (rows->at + 1 == rows->count)
        g_string_append_c(rows->pending, '}');
}

static void put_separated(RowWriter *rows, const char *value, RowKind kind)
{
    bool csv = rows->format == ROWS_CSV;
    if (rows->at > 0)
        g_string_append_c(rows->pending, csv ? ',' : '\t');
    if (csv)
        put_csv(rows->pending, value, kind);
    else
        put_tsv(rows->pending, value);
    if (rows->at + 1 == rows->count)
        g_string_append(rows->pending, csv ? "\r\n" : "\n");
}

static void put_kept(RowWriter *rows, const char *shown)
{
    TableField field = {.text = harmless(shown, false), .meaning = rows->meaning};
    g_array_append_val(rows->fields, field);
}

static void put(RowWriter *rows, const char *plain, const char *shown)
{
    RowKind kind = rows->columns[rows->at].kind;
    switch (rows->format) {
    case ROWS_TABLE:
        put_kept(rows, shown);
        break;
    case ROWS_JSON:
        put_json(rows, plain, kind);
        break;
    case ROWS_TSV:
    case ROWS_CSV:
        put_separated(rows, plain, kind);
        break;
    }
    rows->any = true;
    rows->meaning = MEANING_NONE;
    rows->at = (rows->at + 1) % rows->count;
    if (rows->at == 0 && rows->pending->len > PENDING_MOST)
        flush_pending(rows);
}

RowWriter *rows_new(const RowColumn *columns, gsize count, RowFormat format, bool color)
{
    RowWriter *rows = g_new0(RowWriter, 1);
    *rows = (RowWriter){.columns = columns, .count = count, .format = format, .color = color};
    rows->pending = g_string_new(NULL);
    rows->fields = g_array_new(FALSE, FALSE, sizeof(TableField));
    g_array_set_clear_func(rows->fields, field_clear);
    if (format == ROWS_JSON)
        g_string_append_c(rows->pending, '[');
    else if (format != ROWS_TABLE)
        for (rows->at = 0; rows->at < count; rows->at++)
            put_separated(rows, columns[rows->at].name, ROW_TEXT);
    rows->at = 0;
    return rows;
}

static const char *heading_of(const RowColumn *column)
{
    return column->zh != NULL ? say(column->zh, column->en) : column->name;
}

static void print_table(RowWriter *rows)
{
    /* The headings become the first row, so that one loop measures and one prints. */
    g_autoptr(GArray) headings = g_array_new(FALSE, FALSE, sizeof(TableField));
    for (gsize i = 0; i < rows->count; i++) {
        TableField field = {.text = g_strdup(heading_of(&rows->columns[i])), .meaning = MEANING_HEADING};
        g_array_append_val(headings, field);
    }
    g_array_prepend_vals(rows->fields, headings->data, headings->len);
    table_print(rows->columns, rows->count, rows->fields, terminal_width(), rows->color);
}

void rows_drop(RowWriter *rows)
{
    g_string_free(rows->pending, TRUE);
    g_array_unref(rows->fields);
    g_free(rows);
}

void rows_finish(RowWriter *rows)
{
    /* A row half done would shift all fields after it. */
    g_assert(rows->at == 0);
    if (rows->format == ROWS_TABLE && rows->any)
        print_table(rows);
    if (rows->format == ROWS_JSON)
        g_string_append(rows->pending, rows->any ? "\n]\n" : "]\n");
    flush_pending(rows);
    rows_drop(rows);
}

void rows_text(RowWriter *rows, const char *value)
{
    put(rows, value, value);
}

void rows_field(RowWriter *rows, const char *plain, const char *shown)
{
    put(rows, plain, shown);
}

void rows_absent(RowWriter *rows)
{
    put(rows, "", "");
}

void rows_mean(RowWriter *rows, Meaning meaning)
{
    rows->meaning = meaning;
}

void rows_integer(RowWriter *rows, gint64 value)
{
    char text[24];
    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
    put(rows, text, text);
}

void rows_truth(RowWriter *rows, bool value)
{
    put(rows, value ? "true" : "false", value ? "✓" : "");
}

void rows_amount(RowWriter *rows, Amount amount)
{
    g_autofree char *plain = amount_to_text(amount);
    g_autofree char *shown = rows->format == ROWS_TABLE ? amount_to_display(amount) : NULL;
    put(rows, plain, shown != NULL ? shown : plain);
}

void rows_change(RowWriter *rows, Amount change)
{
    rows->meaning = meaning_of_change(amount_to_wan_yuan(change));
    rows_amount(rows, change);
}

void rows_growth(RowWriter *rows, Measured growth)
{
    rows->meaning = growth.known ? meaning_of_change(growth.value) : MEANING_NONE;
    rows_measured(rows, growth);
}

void rows_rate(RowWriter *rows, Rate rate)
{
    g_autofree char *text = rate_to_text(rate);
    put(rows, text, text);
}

void rows_real(RowWriter *rows, double value)
{
    char plain[G_ASCII_DTOSTR_BUF_SIZE], shown[64];
    g_ascii_formatd(plain, sizeof plain, "%.15g", value);
    g_ascii_formatd(shown, sizeof shown, "%.2f", value);
    put(rows, plain, strcmp(shown, "-0.00") == 0 ? "0.00" : shown);
}

void rows_measured(RowWriter *rows, Measured value)
{
    if (value.known)
        rows_real(rows, value.value);
    else
        rows_absent(rows);
}

void rows_positive(RowWriter *rows, int value)
{
    if (value > 0)
        rows_integer(rows, value);
    else
        rows_absent(rows);
}
