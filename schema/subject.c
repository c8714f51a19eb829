/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/subject.h"

#include <stdlib.h>
#include <string.h>

#include "schema/data.h"

typedef struct {
    const char *code;
    const char *name;
    int from, to;
    bool reused; /* the code meant another thing in the entry before */
} Entry;

typedef struct {
    GPtrArray *rows;     /* of the data file: they own the texts */
    GHashTable *by_code; /* code -> GArray of Entry */
    GHashTable *by_name; /* name -> GPtrArray of codes */
    GArray *successions; /* Succession */
} Dictionary;

static void dictionary_add(Dictionary *dictionary, char **row)
{
    Entry entry = {row[0], row[1], row[2][0] != '\0' ? atoi(row[2]) : 0, row[3][0] != '\0' ? atoi(row[3]) : G_MAXINT,
                   strstr(row[4], "code re-used") != NULL};
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

static void add_succession(Dictionary *dictionary, Succession step)
{
    for (guint i = 0; i < dictionary->successions->len; i++) {
        const Succession *known = &g_array_index(dictionary->successions, Succession, i);
        if (g_str_equal(known->from, step.from) && g_str_equal(known->to, step.to))
            return;
    }
    g_array_append_val(dictionary->successions, step);
}

/*
 * "30113 since", "30110, 30111 and 30112 since", "20131 to 20136 since", "30102 or 303 since": where the row's spending
 * went; "30311 before", "part of 30104 before": where it came from. Numbers that no row has as its code are left out.
 */
static void read_note(Dictionary *dictionary, char **row)
{
    const char *note = row[4];
    bool since = strstr(note, " since") != NULL, before = strstr(note, " before") != NULL;
    if (!since && !before)
        return;
    g_auto(GStrv) words = g_strsplit_set(note, " ,;", -1);
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    for (char **word = words; *word != NULL; word++) {
        gpointer key = NULL;
        if (g_hash_table_lookup_extended(dictionary->by_code, *word, &key, NULL))
            g_ptr_array_add(codes, key);
    }
    bool part = codes->len > 1 || strstr(note, "part of") != NULL || strstr(note, " or ") != NULL;
    for (guint i = 0; i < codes->len; i++) {
        const char *other = g_ptr_array_index(codes, i);
        if (since)
            add_succession(dictionary, (Succession){atoi(row[3]) + 1, row[0], other, part});
        else
            add_succession(dictionary, (Succession){atoi(row[2]), other, row[0], part});
    }
}

static gint compare_successions(gconstpointer a, gconstpointer b)
{
    const Succession *x = a, *y = b;
    int order = strcmp(x->from, y->from);
    return order != 0 ? order : strcmp(x->to, y->to);
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
    dictionary->successions = g_array_new(FALSE, FALSE, sizeof(Succession));
    for (guint i = 0; dictionary->rows != NULL && i < dictionary->rows->len; i++)
        read_note(dictionary, g_ptr_array_index(dictionary->rows, i));
    g_array_sort(dictionary->successions, compare_successions);
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

bool subject_has_name(Rows rows, const char *name)
{
    return g_hash_table_contains(dictionary_of(rows)->by_name, name);
}

bool subject_name_begins(Rows rows, const char *code, const char *text)
{
    const GArray *entries = g_hash_table_lookup(dictionary_of(rows)->by_code, code);
    for (guint i = 0; entries != NULL && i < entries->len; i++)
        if (g_str_has_prefix(g_array_index(entries, Entry, i).name, text))
            return true;
    return false;
}

bool subject_is_child(const char *code, const char *parent)
{
    size_t length = strlen(parent);
    return strncmp(code, parent, length) == 0 && strlen(code) == (length == 0 ? 3 : length + 2);
}

const char *subject_code(Rows rows, const char *parent, const char *name)
{
    const GPtrArray *codes = g_hash_table_lookup(dictionary_of(rows)->by_name, name);
    const char *found = NULL;
    for (guint i = 0; codes != NULL && i < codes->len; i++) {
        const char *code = g_ptr_array_index(codes, i);
        if (!subject_is_child(code, parent) || (found != NULL && g_str_equal(found, code)))
            continue;
        if (found != NULL)
            return NULL;
        found = code;
    }
    return found;
}

const GArray *subject_successions(Rows rows)
{
    return dictionary_of(rows)->successions;
}

bool subject_was_reused(Rows rows, const char *code, const char *earlier, const char *later)
{
    const GArray *entries = g_hash_table_lookup(dictionary_of(rows)->by_code, code);
    bool seen = false, reused = false;
    for (guint i = 0; entries != NULL && i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        reused |= seen && entry->reused;
        if (seen && g_str_equal(entry->name, later))
            return reused;
        seen |= g_str_equal(entry->name, earlier);
    }
    return false;
}

Rows subject_rows(const char *code)
{
    return code[0] == '3' || code[0] == '5' ? ROWS_ECONOMIC : ROWS_FUNCTIONAL;
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
