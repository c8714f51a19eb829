/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/phrase.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "schema/data.h"
#include "schema/subject.h"

typedef struct {
    GRegex *section; /* NULL: any */
    GRegex *subject;
    Phrase phrase;
} PhraseRow;

/* Endings that say nothing about the subject. */
static const char *const endings[] = {"为",   "是",   "共",     "共计",   "合计", "安排", "约",   "达",  "数",    "预算数", "预算",
                                      "决算数", "决算", "支出预算", "支出决算", "金额", "资金", "总额", "的", "预算金额", "（小计）"};

static GRegex *whole_pattern(const char *pattern)
{
    g_autofree char *whole = g_strdup_printf("^(?:%s)$", pattern);
    return g_regex_new(whole, G_REGEX_OPTIMIZE, 0, NULL);
}

/* The rows of the data file, compiled once; a row that is wrong is left out and shows in the data's own test. */
static const GArray *phrase_rows(void)
{
    static GArray *rows = NULL;
    if (rows != NULL)
        return rows;
    rows = g_array_new(FALSE, FALSE, sizeof(PhraseRow));
    g_autoptr(GPtrArray) data = data_rows("data/phrases.tsv", 6, NULL);
    for (guint i = 0; data != NULL && i < data->len; i++) {
        char **fields = g_ptr_array_index(data, i);
        PhraseRow row = {.subject = whole_pattern(fields[1]),
                         .phrase = {.measure = g_intern_string(fields[4]), .name = g_intern_string(fields[5])}};
        if (fields[0][0] != '\0')
            row.section = g_regex_new(fields[0], G_REGEX_OPTIMIZE, 0, NULL);
        if (row.subject != NULL && direction_from_word(fields[2], &row.phrase.direction) &&
            fund_from_word(fields[3], &row.phrase.fund))
            g_array_append_val(rows, row);
    }
    return rows;
}

static bool find_phrase(const char *heading, const char *subject, Phrase *phrase)
{
    const GArray *rows = phrase_rows();
    for (guint i = 0; i < rows->len; i++) {
        const PhraseRow *row = &g_array_index(rows, PhraseRow, i);
        if (row->section != NULL && !g_regex_match(row->section, heading, 0, NULL))
            continue;
        if (g_regex_match(row->subject, subject, 0, NULL)) {
            *phrase = row->phrase;
            return true;
        }
    }
    return false;
}

bool phrase_from_subject(const char *heading, const char *subject, Phrase *phrase)
{
    g_autofree char *words = g_strdup(subject);
    for (;;) {
        if (words[0] == '\0')
            return false;
        if (find_phrase(heading, words, phrase))
            return true;
        size_t longest = 0;
        for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
            if (g_str_has_suffix(words, endings[i]))
                longest = MAX(longest, strlen(endings[i]));
        if (longest == 0)
            return false;
        words[strlen(words) - longest] = '\0';
    }
}

struct SubjectNames {
    GHashTable *codes; /* "parent code/name" -> code */
    GHashTable *alone; /* "length/name" -> code, "" when several codes of that length have the name */
};

SubjectNames *subject_names_new(const Filing *filing)
{
    SubjectNames *names = g_new0(SubjectNames, 1);
    names->codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    names->alone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        for (guint k = 0; k < table->rows->len; k++) {
            const Row *row = table_row(table, (int)k);
            size_t length = strlen(row->code);
            if (length < 3 || row->code[0] != '2' || row->label[0] == '\0')
                continue;
            g_autofree char *parent = g_strndup(row->code, length > 3 ? length - 2 : 0);
            g_hash_table_insert(names->codes, g_strconcat(parent, "/", row->label, NULL), g_strdup(row->code));
            char *key = g_strdup_printf("%zu/%s", length, row->label);
            const char *known = g_hash_table_lookup(names->alone, key);
            bool other = known != NULL && !g_str_equal(known, row->code);
            g_hash_table_insert(names->alone, key, g_strdup(other ? "" : row->code));
        }
    }
    return names;
}

void subject_names_free(SubjectNames *names)
{
    if (names == NULL)
        return;
    g_hash_table_unref(names->codes);
    g_hash_table_unref(names->alone);
    g_free(names);
}

static const char *code_of_name(const SubjectNames *names, const char *parent, const char *name)
{
    g_autofree char *key = g_strconcat(parent, "/", name, NULL);
    const char *code = g_hash_table_lookup(names->codes, key);
    return code != NULL ? code : subject_code(ROWS_FUNCTIONAL, parent, name);
}

/* The name before "（类）", "（款）" or "（项）": from the end of the part before it. NULL when the mark is absent. */
static char *part_before(const char **rest, const char *mark)
{
    const char *found = strstr(*rest, mark);
    if (found == NULL)
        return NULL;
    char *name = g_strndup(*rest, (gsize)(found - *rest));
    *rest = found + strlen(mark);
    return name;
}

/* 行政运行（项） with its class in a heading above: enough where one subject of the filing alone has that name. */
static const char *code_of_part(const SubjectNames *names, const char *subject)
{
    size_t length = g_str_has_suffix(subject, "（项）") ? 7 : g_str_has_suffix(subject, "（款）") ? 5 : 0;
    if (length == 0)
        return NULL;
    g_autofree char *name = subject_last_name(subject);
    g_autofree char *key = g_strdup_printf("%zu/%s", length, name);
    const char *code = g_hash_table_lookup(names->alone, key);
    return code != NULL && code[0] != '\0' ? code : NULL;
}

const char *subject_names_code(const SubjectNames *names, const char *subject)
{
    static const char *const marks[] = {"（类）", "（款）", "（项）"};
    const char *rest = subject;
    const char *code = "";
    bool marked = false;
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *name = part_before(&rest, marks[i]);
        if (name == NULL)
            break;
        code = code_of_name(names, code, name);
        if (code == NULL)
            return NULL;
        marked = true;
    }
    if (marked)
        return code;
    const char *part = code_of_part(names, subject);
    if (part != NULL)
        return part;
    return code_of_name(names, "", subject);
}

char *subject_last_name(const char *subject)
{
    const char *end = g_strrstr(subject, "（");
    if (end == NULL || strlen(end) != strlen("（项）"))
        return g_strdup(subject);
    g_autofree char *head = g_strndup(subject, (gsize)(end - subject));
    const char *begin = g_strrstr(head, "）");
    return g_strdup(begin != NULL ? begin + strlen("）") : head);
}
