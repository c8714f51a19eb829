/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/subject.h"

#include <stdlib.h>
#include <string.h>

#include "schema/data.h"

typedef struct {
    const char *code;
    const char *name;
    int from, to;
} Entry;

typedef struct {
    GPtrArray *rows;     /* of the data file: they own the texts */
    GHashTable *by_code; /* code -> GArray of Entry */
    GHashTable *by_name; /* name -> GPtrArray of codes */
} Dictionary;

static void dictionary_add(Dictionary *dictionary, char **row)
{
    Entry entry = {row[0], row[1], row[2][0] != '\0' ? atoi(row[2]) : 0, row[3][0] != '\0' ? atoi(row[3]) : G_MAXINT};
    GArray *entries = g_hash_table_lookup(dictionary->by_code, row[0]);
    if (entries == NULL) {
        entries = g_array_new(FALSE, FALSE, sizeof(Entry));
        g_hash_table_insert(dictionary->by_code, row[0], entries);
    }
    g_array_append_val(entries, entry);
    GPtrArray *codes = g_hash_table_lookup(dictionary->by_name, row[1]);
    if (codes == NULL) {
        codes = g_ptr_array_new();
        g_hash_table_insert(dictionary->by_name, row[1], codes);
    }
    g_ptr_array_add(codes, row[0]);
}

/* Read once, kept for the life of the program. An unreadable dictionary is an empty one: codes still work. */
static Dictionary *dictionary_of(Rows rows)
{
    static Dictionary dictionaries[2];
    Dictionary *dictionary = &dictionaries[rows == ROWS_ECONOMIC];
    if (dictionary->by_code != NULL)
        return dictionary;
    dictionary->by_code = g_hash_table_new(g_str_hash, g_str_equal);
    dictionary->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    dictionary->rows = data_rows(rows == ROWS_ECONOMIC ? "data/economic.tsv" : "data/functional.tsv", 5, NULL);
    for (guint i = 0; dictionary->rows != NULL && i < dictionary->rows->len; i++)
        dictionary_add(dictionary, g_ptr_array_index(dictionary->rows, i));
    return dictionary;
}

const char *subject_name(Rows rows, const char *code, int year)
{
    const GArray *entries = g_hash_table_lookup(dictionary_of(rows)->by_code, code);
    if (entries == NULL)
        return NULL;
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (entry->from <= year && year <= entry->to)
            return entry->name;
    }
    return g_array_index(entries, Entry, 0).name;
}

bool subject_is_named(Rows rows, const char *code, const char *name)
{
    const GArray *entries = g_hash_table_lookup(dictionary_of(rows)->by_code, code);
    for (guint i = 0; entries != NULL && i < entries->len; i++)
        if (g_str_equal(g_array_index(entries, Entry, i).name, name))
            return true;
    return false;
}

bool subject_name_begins(Rows rows, const char *code, const char *text)
{
    const GArray *entries = g_hash_table_lookup(dictionary_of(rows)->by_code, code);
    for (guint i = 0; entries != NULL && i < entries->len; i++)
        if (g_str_has_prefix(g_array_index(entries, Entry, i).name, text))
            return true;
    return false;
}

/* Codes grow by two digits a level: 201, 20113, 2011301. */
static bool is_child(const char *code, const char *parent)
{
    size_t length = strlen(parent);
    return strlen(code) == (length == 0 ? 3 : length + 2) && strncmp(code, parent, length) == 0;
}

const char *subject_code(Rows rows, const char *parent, const char *name)
{
    const GPtrArray *codes = g_hash_table_lookup(dictionary_of(rows)->by_name, name);
    const char *found = NULL;
    for (guint i = 0; codes != NULL && i < codes->len; i++) {
        const char *code = g_ptr_array_index(codes, i);
        if (!is_child(code, parent) || (found != NULL && g_str_equal(found, code)))
            continue;
        if (found != NULL)
            return NULL;
        found = code;
    }
    return found;
}

bool subject_code_is_plausible(Rows rows, const char *code)
{
    size_t length = strlen(code);
    if (strspn(code, "0123456789") != length)
        return false;
    if (rows == ROWS_ECONOMIC)
        return (length == 3 || length == 5) && (code[0] == '3' || code[0] == '5');
    return (length == 3 || length == 5 || length == 7) && code[0] == '2';
}
