/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/corpus/truth.h"

#include <string.h>

#include "schema/error.h"

Truth *truth_read(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    Truth *truth = g_new0(Truth, 1);
    truth->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        (*line)[strcspn(*line, "\r")] = '\0';
        if (**line == '\0')
            continue;
        char **fields = g_strsplit(*line, "\t", -1);
        if (truth->header == NULL)
            truth->header = fields;
        else
            g_ptr_array_add(truth->rows, fields);
    }
    if (truth->header != NULL && truth_has(truth, "amount"))
        return truth;
    truth_free(truth);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, "%s: no header with a column “amount”", path);
    return NULL;
}

void truth_free(Truth *truth)
{
    if (truth == NULL)
        return;
    g_strfreev(truth->header);
    g_ptr_array_unref(truth->rows);
    g_free(truth);
}

static int column_of(const Truth *truth, const char *column)
{
    for (int i = 0; truth->header[i] != NULL; i++)
        if (g_str_equal(truth->header[i], column))
            return i;
    return -1;
}

bool truth_has(const Truth *truth, const char *column)
{
    return column_of(truth, column) >= 0;
}

const char *truth_field(const Truth *truth, guint row, const char *column)
{
    char **fields = g_ptr_array_index(truth->rows, row);
    int wanted = column_of(truth, column);
    return wanted >= 0 && wanted < (int)g_strv_length(fields) ? fields[wanted] : "";
}

char *plain_text(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *narrow = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL_COMPOSE);
    GString *plain = g_string_new(NULL);
    for (const char *at = narrow; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        bool quotes = letter == 0x201C || letter == 0x201D || letter == 0x300C || letter == 0x300D;
        if (!g_unichar_isspace(letter))
            g_string_append_unichar(plain, quotes ? '"' : letter);
    }
    return g_string_free(plain, FALSE);
}

/* The text without what the pattern matches. */
static char *without(char *text, const char *pattern)
{
    g_autofree char *old = text;
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    return g_regex_replace_literal(regex, old, -1, 0, "", 0, NULL);
}

char *plain_label(const char *text)
{
    char *label = plain_text(text);
    if (strlen(label) >= 3 && strlen(label) <= 7 && strspn(label, "0123456789") == strlen(label))
        return label;
    label = without(label, "^(收入|支出|结转):");
    label = without(label, "^其中:");
    label = without(label, "^([一二三四五六七八九十]+[、.]|[0-9]+[、.]|\\([一二三四五六七八九十0-9]+\\))");
    label = without(label, "^其中:");
    return without(label, "\\((小计|合计)\\)$");
}

char *plain_title(const char *text)
{
    char *title = without(plain_text(text), "^(表[0-9一二三四五六七八九十]+|公开[0-9]+表)");
    title = without(title, "^[0-9]{4}年度?(部门|单位)?");
    return without(title, "\"");
}

static int compare_pairs(const void *a, const void *b)
{
    guint64 x = *(const guint64 *)a;
    guint64 y = *(const guint64 *)b;
    return (x > y) - (x < y);
}

/* The different pairs of neighbours, sorted; a text of one character is a pair with nothing. */
static GArray *pairs_of(const char *text)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(guint64));
    guint64 before = 0;
    guint count = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter < 128 && strchr("/()\",", (char)letter) != NULL)
            continue;
        guint64 pair = before << 32 | letter;
        if (letter == 0x3001) /* 、 */
            continue;
        if (count++ > 0)
            g_array_append_val(pairs, pair);
        before = letter;
    }
    if (count == 1)
        g_array_append_val(pairs, before);
    qsort(pairs->data, pairs->len, sizeof(guint64), compare_pairs);
    guint kept = 0;
    for (guint i = 0; i < pairs->len; i++)
        if (kept == 0 || g_array_index(pairs, guint64, i) != g_array_index(pairs, guint64, kept - 1))
            g_array_index(pairs, guint64, kept++) = g_array_index(pairs, guint64, i);
    g_array_set_size(pairs, kept);
    return pairs;
}

double text_likeness(const char *a, const char *b)
{
    g_autoptr(GArray) x = pairs_of(a);
    g_autoptr(GArray) y = pairs_of(b);
    guint common = 0;
    for (guint i = 0, k = 0; i < x->len && k < y->len;) {
        guint64 left = g_array_index(x, guint64, i);
        guint64 right = g_array_index(y, guint64, k);
        common += left == right;
        i += left <= right;
        k += right <= left;
    }
    return x->len + y->len > 0 ? 2.0 * common / (x->len + y->len) : 1;
}
