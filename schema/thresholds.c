/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/thresholds.h"

#include <string.h>

#include "schema/amount.h"
#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"

#define GROUP "thresholds"

typedef struct {
    char *name;
    gint64 value;  /* thousandths */
    char *meaning; /* zh / en */
} Threshold;

struct Thresholds {
    GArray *rows; /* Threshold */
};

static void threshold_clear(gpointer data)
{
    Threshold *row = data;
    g_free(row->name);
    g_free(row->meaning);
}

static Threshold *find(const Thresholds *thresholds, const char *name)
{
    for (guint i = 0; i < thresholds->rows->len; i++) {
        Threshold *row = &g_array_index(thresholds->rows, Threshold, i);
        if (g_str_equal(row->name, name))
            return row;
    }
    return NULL;
}

static bool value_from_text(const char *text, gint64 *value)
{
    Amount amount;
    if (!amount_from_text(text, 1000, &amount, NULL) || amount.fen < 0)
        return false;
    *value = amount.fen;
    return true;
}

static bool add_row(Thresholds *thresholds, const char *name, const char *line, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(line, ";", 2);
    Threshold row = {.name = g_strdup(name)};
    bool sound = parts[0] != NULL && value_from_text(g_strstrip(parts[0]), &row.value);
    row.meaning = g_strdup(sound && parts[1] != NULL ? g_strstrip(parts[1]) : "");
    g_array_append_val(thresholds->rows, row);
    if (!sound)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("阈值文件中 %s 有误：%s", "thresholds file, %s is wrong: %s"),
                    name, line);
    return sound;
}

Thresholds *thresholds_new(GError **error)
{
    g_autoptr(Thresholds) thresholds = g_new0(Thresholds, 1);
    thresholds->rows = g_array_new(FALSE, FALSE, sizeof(Threshold));
    g_array_set_clear_func(thresholds->rows, threshold_clear);
    g_autofree char *text = data_text("data/thresholds.ini", error);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    if (text == NULL || !g_key_file_load_from_data(keys, text, (gsize)-1, G_KEY_FILE_NONE, error))
        return NULL;
    g_auto(GStrv) names = g_key_file_get_keys(keys, GROUP, NULL, error);
    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_autofree char *line = g_key_file_get_value(keys, GROUP, *name, NULL);
        if (!add_row(thresholds, *name, line, error))
            return NULL;
    }
    return names != NULL ? g_steal_pointer(&thresholds) : NULL;
}

void thresholds_free(Thresholds *thresholds)
{
    if (thresholds == NULL)
        return;
    g_array_unref(thresholds->rows);
    g_free(thresholds);
}

bool thresholds_override(Thresholds *thresholds, const char *assignment, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(assignment, "=", 2);
    Threshold *row = parts[0] != NULL ? find(thresholds, parts[0]) : NULL;
    if (row != NULL && parts[1] != NULL && value_from_text(parts[1], &row->value))
        return true;
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < thresholds->rows->len; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", g_array_index(thresholds->rows, Threshold, i).name);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("阈值“%s”有误，应为 名称=数值，名称有：%s", "threshold \"%s\" is wrong; it is NAME=VALUE, with NAME one of: %s"),
                assignment, names->str);
    g_string_free(names, TRUE);
    return false;
}

gint64 threshold(const Thresholds *thresholds, const char *name)
{
    const Threshold *row = find(thresholds, name);
    g_assert(row != NULL);
    return row->value;
}

GPtrArray *thresholds_listing(const Thresholds *thresholds)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < thresholds->rows->len; i++) {
        const Threshold *row = &g_array_index(thresholds->rows, Threshold, i);
        g_auto(GStrv) meanings = g_strsplit(row->meaning, " / ", 2);
        const char *zh = meanings[0] != NULL ? meanings[0] : "";
        const char *en = meanings[0] != NULL && meanings[1] != NULL ? meanings[1] : zh;
        bool english = language_get() == LANGUAGE_EN;
        g_ptr_array_add(lines, g_strdup_printf("%s\t%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT "\t%s", row->name,
                                               row->value / 1000, row->value % 1000, english ? en : zh));
    }
    return lines;
}
