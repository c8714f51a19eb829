/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/tidy.h"

#include <stdlib.h>
#include <string.h>

#include "history/figures.h"
#include "schema/error.h"
#include "schema/language.h"

enum { DEPARTMENT, YEAR, KIND, DIRECTION, MEASURE, CODE, LABEL, AMOUNT, FIELDS };

static const char *const header[FIELDS] = {"department", "fiscal_year", "kind", "direction", "measure", "code", "label", "amount"};

/* A reader of RFC 4180 records: commas, quotes doubled inside quotes, line ends inside quotes. */
typedef struct {
    const char *at;
    int line;
    bool broken; /* a quote that does not end, or ends before its field does */
} CsvReader;

static char *csv_field(CsvReader *reader)
{
    GString *field = g_string_new(NULL);
    const char *start = reader->at;
    bool quoted = *reader->at == '"';
    if (quoted)
        reader->at++;
    for (; *reader->at != '\0'; reader->at++) {
        char c = *reader->at;
        if (quoted && c == '"') {
            if (reader->at[1] != '"') {
                reader->at++;
                quoted = false;
                break;
            }
            reader->at++;
        } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
            break;
        }
        reader->line += c == '\n';
        g_string_append_c(field, c);
    }
    const char *end = reader->at;
    /* Anything between a closing quote and the next comma is kept as it stands. */
    while (*reader->at != '\0' && *reader->at != ',' && *reader->at != '\n' && *reader->at != '\r')
        g_string_append_c(field, *reader->at++);
    bool opened = start[0] == '"';
    reader->broken |= quoted || (opened && (gsize)(reader->at - end) != strspn(end, " \t"));
    return g_string_free(field, FALSE);
}

/* The next record, NULL at the end. */
static GPtrArray *csv_record(CsvReader *reader)
{
    if (*reader->at == '\0')
        return NULL;
    GPtrArray *record = g_ptr_array_new_with_free_func(g_free);
    reader->broken = false;
    for (;;) {
        g_ptr_array_add(record, csv_field(reader));
        if (*reader->at != ',')
            break;
        reader->at++;
    }
    if (*reader->at == '\r')
        reader->at++;
    if (*reader->at == '\n') {
        reader->at++;
        reader->line++;
    }
    return record;
}

static bool is_header(const GPtrArray *record)
{
    if (record == NULL || record->len < FIELDS)
        return false;
    for (guint i = 0; i < FIELDS; i++)
        if (!g_str_equal(g_strstrip(g_ptr_array_index(record, i)), header[i]))
            return false;
    return true;
}

bool text_is_tidy(const char *text)
{
    CsvReader reader = {.at = text, .line = 1};
    g_autoptr(GPtrArray) record = csv_record(&reader);
    return is_header(record);
}

/* A row that was read. */
typedef struct {
    int line;
    char *amount;
} SaidBefore;

static void said_before_free(gpointer data)
{
    g_free(((SaidBefore *)data)->amount);
    g_free(data);
}

typedef struct {
    int year;
    Kind kind;
    Direction direction;
    Amount amount;
} TidyValues;

/* Digits finer than a fen are rounded to it, half away from zero: *rounded says so. */
static bool tidy_amount(const char *text, Amount *amount, bool *rounded, GError **error)
{
    *rounded = false;
    g_autoptr(GError) first = NULL;
    if (amount_from_text(text, FEN_PER_WAN_YUAN, amount, &first))
        return true;
    const char *point = strchr(text, '.');
    if (point != NULL && strlen(point) > 7 && strspn(point + 1, "0123456789") == strlen(point + 1)) {
        g_autofree char *cut = g_strndup(text, (gsize)(point - text) + 7);
        if (amount_from_text(cut, FEN_PER_WAN_YUAN, amount, NULL)) {
            amount->fen += point[7] >= '5' ? (text[0] == '-' ? -1 : 1) : 0;
            *rounded = true;
            return true;
        }
    }
    g_propagate_error(error, g_steal_pointer(&first));
    return false;
}

static bool refuse_row(int line, const char *what, const char *value, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("第 %d 行 %s 有误：%s", "line %d, %s is wrong: %s"), line, what,
                value);
    return false;
}

/* `fields`: how many the header names. A separator of thousands without quotes is one field more. */
static bool tidy_values(const GPtrArray *record, int line, guint fields, TidyValues *values, bool *rounded, GError **error)
{
    if (record->len < FIELDS || record->len > fields)
        return refuse_row(line, say("列数", "number of fields"), "", error);
    const char *year = g_ptr_array_index(record, YEAR);
    char *rest = NULL;
    long number = strtol(year, &rest, 10);
    if (*rest != '\0' || number < 1000 || number > 9999)
        return refuse_row(line, header[YEAR], year, error);
    values->year = (int)number;
    if (((char *)g_ptr_array_index(record, DEPARTMENT))[0] == '\0')
        return refuse_row(line, header[DEPARTMENT], "", error);
    if (!kind_from_word(g_ptr_array_index(record, KIND), &values->kind))
        return refuse_row(line, header[KIND], g_ptr_array_index(record, KIND), error);
    if (!direction_from_word(g_ptr_array_index(record, DIRECTION), &values->direction) ||
        values->direction == DIRECTION_NONE)
        return refuse_row(line, header[DIRECTION], g_ptr_array_index(record, DIRECTION), error);
    if (((char *)g_ptr_array_index(record, MEASURE))[0] == '\0')
        return refuse_row(line, header[MEASURE], "", error);
    g_autoptr(GError) wrong = NULL;
    if (!tidy_amount(g_ptr_array_index(record, AMOUNT), &values->amount, rounded, &wrong))
        return refuse_row(line, header[AMOUNT], wrong->message, error);
    return true;
}

/* The filing of this department, year and kind, made when it is the first row of it. */
static Filing *filing_of_row(GHashTable *index, GPtrArray *filings, const GPtrArray *record, const TidyValues *values)
{
    const char *department = g_ptr_array_index(record, DEPARTMENT);
    g_autofree char *key = g_strdup_printf("%s\n%d\n%d", department, values->year, (int)values->kind);
    Filing *filing = g_hash_table_lookup(index, key);
    if (filing != NULL)
        return filing;
    filing = filing_new();
    text_set(&filing->department, department);
    text_set(&filing->form, "tidy");
    filing->fiscal_year = values->year;
    filing->kind = values->kind;
    Table *table = table_new();
    text_set(&table->form_table, "tidy");
    text_set(&table->title, "tidy");
    table->page = 1;
    g_ptr_array_add(filing->tables, table);
    g_ptr_array_add(filings, filing);
    g_hash_table_insert(index, g_steal_pointer(&key), filing);
    return filing;
}

/* The column of a direction and measure, made when it is new. */
static int tidy_column(Table *table, Direction direction, const char *measure)
{
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = table_column(table, (int)i);
        if (column->direction == direction && g_str_equal(column->measure, measure))
            return (int)i;
    }
    g_autofree char *path = g_strconcat(direction_word(direction), "/", measure, NULL);
    g_ptr_array_add(table->columns, column_new(path, (int)table->columns->len + 1, direction, FUND_ALL, measure));
    return (int)table->columns->len - 1;
}

/* The line that said this figure before with another amount, 0 for none: which of them holds nobody knows. */
static int line_of_other_amount(GHashTable *said, const GPtrArray *record, int line)
{
    g_autoptr(GString) key = g_string_new(NULL);
    for (int i = 0; i < AMOUNT; i++)
        g_string_append_printf(key, "%s\n", (const char *)g_ptr_array_index(record, (guint)i));
    const SaidBefore *before = g_hash_table_lookup(said, key->str);
    if (before != NULL)
        return g_str_equal(before->amount, g_ptr_array_index(record, AMOUNT)) ? 0 : before->line;
    SaidBefore *now = g_new0(SaidBefore, 1);
    *now = (SaidBefore){line, g_strdup(g_ptr_array_index(record, AMOUNT))};
    g_hash_table_insert(said, g_string_free(g_steal_pointer(&key), FALSE), now);
    return 0;
}

static void add_figure(Filing *filing, const GPtrArray *record, const TidyValues *values, int line)
{
    Table *table = g_ptr_array_index(filing->tables, 0);
    Row *row = row_new();
    const char *code = g_ptr_array_index(record, CODE);
    const char *label = g_ptr_array_index(record, LABEL);
    text_set(&row->code, code);
    text_set(&row->label, label);
    text_set(&row->path, label[0] != '\0' ? label : code);
    row->level = code[0] == '\0' && (label[0] == '\0' || label_is_total(label)) ? 0 : 1;
    row->page = 1;
    row->line = line;
    g_ptr_array_add(table->rows, row);
    Cell cell = {.row = (int)table->rows->len - 1,
                 .column = tidy_column(table, values->direction, g_ptr_array_index(record, MEASURE)),
                 .amount = values->amount,
                 .proof = PROOF_GRID,
                 .alternatives = g_strdup("")};
    g_array_append_val(table->cells, cell);
}

GPtrArray *filings_from_tidy(const char *text, GError **error)
{
    CsvReader reader = {.at = text, .line = 1};
    g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_autoptr(GHashTable) index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func((GDestroyNotify)g_error_free);
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, said_before_free);
    g_autoptr(GPtrArray) names = csv_record(&reader);
    for (;;) {
        int line = reader.line;
        g_autoptr(GPtrArray) record = csv_record(&reader);
        if (record == NULL)
            break;
        if (record->len == 1 && ((char *)g_ptr_array_index(record, 0))[0] == '\0')
            continue;
        TidyValues values = {0};
        bool rounded = false;
        GError *fault = NULL;
        if (reader.broken ? !refuse_row(line, say("引号", "quote"), "", &fault)
                          : !tidy_values(record, line, names->len, &values, &rounded, &fault)) {
            g_ptr_array_add(faults, fault);
            continue;
        }
        int before = line_of_other_amount(said, record, line);
        if (before > 0) {
            g_autofree char *other = g_strdup_printf(say("同第 %d 行是一项，数不同", "line %d says the same with another amount"), before);
            refuse_row(line, header[AMOUNT], other, &fault);
            g_ptr_array_add(faults, fault);
            continue;
        }
        Filing *filing = filing_of_row(index, filings, record, &values);
        add_figure(filing, record, &values, line);
        if (rounded)
            filing_add_doubt(filing, 1, line, "tidy", g_ptr_array_index(record, AMOUNT),
                             say("比分还细，已四舍五入到分", "finer than a fen: rounded to the fen"));
    }
    if (filings->len == 0) {
        if (faults->len > 0)
            g_propagate_error(error, g_error_copy(g_ptr_array_index(faults, 0)));
        else
            g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("CSV 里没有数据行", "the CSV holds no rows"));
        return NULL;
    }
    for (guint i = 0; i < faults->len; i++)
        filing_add_doubt(g_ptr_array_index(filings, 0), 1, 0, "tidy", ((GError *)g_ptr_array_index(faults, i))->message,
                         say("该行未读", "the row was not read"));
    return g_steal_pointer(&filings);
}
