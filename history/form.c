/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/form.h"

#include <stdlib.h>
#include <string.h>

#include "history/plain.h"
#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"

#define FORMS_FOLDER "data/forms/"

/* A form file being read: what an error message must name. */
typedef struct {
    const char *file;
    GKeyFile *keys;
} FormFile;

static bool form_refuse(const FormFile *file, const char *group, const char *key, const char *value, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("表式文件 %s 的 [%s] %s 有误：%s", "form file %s, [%s] %s is wrong: %s"), file->file, group, key, value);
    return false;
}

/* The items of a ;-list without surrounding space, NULL when the key is absent. */
static char **form_list(const FormFile *file, const char *group, const char *key)
{
    char **items = g_key_file_get_string_list(file->keys, group, key, NULL, NULL);
    for (char **item = items; item != NULL && *item != NULL; item++)
        g_strstrip(*item);
    return items;
}

static bool form_flag(const FormFile *file, const char *group, const char *key)
{
    return g_key_file_get_boolean(file->keys, group, key, NULL);
}

/* "revenue/general/total"; an empty text is no quantity. */
static bool quantity_from_text(const char *text, Direction *direction, Fund *fund, char **measure)
{
    g_auto(GStrv) words = g_strsplit(text, "/", 3);
    if (words[0] == NULL) {
        *direction = DIRECTION_NONE;
        *fund = FUND_ALL;
        *measure = g_strdup("");
        return true;
    }
    if (g_strv_length(words) != 3 || !direction_from_word(words[0], direction) || !fund_from_word(words[1], fund))
        return false;
    *measure = g_strdup(words[2]);
    return true;
}

/* "合计 = expenditure/all/total" cut at its last equals sign. */
static bool cut_assignment(const char *text, char **name, char **quantity)
{
    const char *equals = strrchr(text, '=');
    if (equals == NULL)
        return false;
    *name = g_strstrip(g_strndup(text, (gsize)(equals - text)));
    *quantity = g_strstrip(g_strdup(equals + 1));
    return true;
}

/* The headings as they are compared; the caller frees both. */
static char **headings_as_keys(char **headings)
{
    char **keys = g_new0(char *, g_strv_length(headings) + 1);
    for (guint i = 0; headings[i] != NULL; i++)
        keys[i] = label_key(headings[i]);
    return keys;
}

static bool read_columns(const FormFile *file, const char *group, FormPart *part, GError **error)
{
    g_auto(GStrv) items = form_list(file, group, "columns");
    for (char **item = items; item != NULL && *item != NULL; item++) {
        g_autofree char *path = NULL;
        g_autofree char *quantity = NULL;
        g_autofree char *measure = NULL;
        Direction direction;
        Fund fund;
        if (!cut_assignment(*item, &path, &quantity) || !quantity_from_text(quantity, &direction, &fund, &measure))
            return form_refuse(file, group, "columns", *item, error);
        g_auto(GStrv) headings = g_strsplit(path, "~", -1);
        g_ptr_array_add(part->headings, headings_as_keys(headings));
        g_ptr_array_add(part->columns, column_new(headings[0], (int)part->columns->len + 1, direction, fund, measure));
    }
    if (part->columns->len == 0 || part->columns->len > FORM_COLUMNS_MAX)
        return form_refuse(file, group, "columns", say("没有栏或超过 32 栏", "none, or more than 32"), error);
    return true;
}

static bool read_identities(const FormFile *file, const char *group, FormPart *part, GError **error)
{
    g_auto(GStrv) items = form_list(file, group, "identities");
    for (char **item = items; item != NULL && *item != NULL; item++) {
        char *rest = NULL;
        RowIdentity identity = {.total = (int)strtol(*item, &rest, 10) - 1};
        while (*rest == '=' || *rest == '+') {
            long column = strtol(rest + 1, &rest, 10);
            if (column < 1 || column > (long)part->columns->len)
                return form_refuse(file, group, "identities", *item, error);
            identity.parts |= 1u << (column - 1);
        }
        if (*rest != '\0' || identity.parts == 0 || identity.total < 0 || identity.total >= (int)part->columns->len)
            return form_refuse(file, group, "identities", *item, error);
        g_array_append_val(part->identities, identity);
    }
    return true;
}

static bool read_lines(const FormFile *file, const char *group, FormPart *part, GError **error)
{
    g_auto(GStrv) items = form_list(file, group, "lines");
    for (char **item = items; item != NULL && *item != NULL; item++) {
        g_autofree char *head = NULL;
        g_autofree char *quantity = NULL;
        char *name = NULL;
        FormLine *line = g_new0(FormLine, 1);
        g_ptr_array_add(part->lines, line);
        if (!cut_assignment(*item, &head, &quantity) ||
            !quantity_from_text(quantity, &line->direction, &line->fund, &line->measure))
            return form_refuse(file, group, "lines", *item, error);
        line->level = (int)strtol(head, &name, 10);
        line->labels = g_strsplit(g_strstrip(name), "~", -1);
    }
    return true;
}

static FormPart *read_part(const FormFile *file, const char *group, Direction side, GError **error)
{
    FormPart *part = g_new0(FormPart, 1);
    part->side = side;
    part->columns = g_ptr_array_new();
    part->headings = g_ptr_array_new();
    part->identities = g_array_new(FALSE, FALSE, sizeof(RowIdentity));
    part->lines = g_ptr_array_new();
    part->projects = form_flag(file, group, "projects");
    part->totals = form_list(file, group, "total");
    g_autofree char *rows = g_key_file_get_string(file->keys, group, "rows", NULL);
    if (rows == NULL || !rows_from_word(rows, &part->rows)) {
        form_refuse(file, group, "rows", rows != NULL ? rows : "", error);
        return NULL;
    }
    g_auto(GStrv) usual = form_list(file, group, "usual");
    for (char **item = usual; item != NULL && *item != NULL; item++)
        part->usual |= 1u << (CLAMP(atoi(*item), 1, FORM_COLUMNS_MAX) - 1);
    if (!read_columns(file, group, part, error) || !read_identities(file, group, part, error) ||
        !read_lines(file, group, part, error))
        return NULL;
    return part;
}

/* The blocks side by side: left and right, and what the form names after them. */
static bool read_blocks(const FormFile *file, const char *group, FormTable *table, GError **error)
{
    static const char *const names[FORM_PARTS_MAX] = {"left", "right", "third", "fourth"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *part = g_strconcat(group, " ", names[i], NULL);
        if (i >= 2 && !g_key_file_has_group(file->keys, part))
            break;
        Direction side = i == 0 ? DIRECTION_REVENUE : DIRECTION_EXPENDITURE;
        table->parts[i] = read_part(file, part, side, error);
        if (table->parts[i] == NULL)
            return false;
        table->part_count++;
    }
    return true;
}

static bool read_table(const FormFile *file, const char *id, Form *form, GError **error)
{
    g_autofree char *group = g_strconcat("table ", id, NULL);
    FormTable *table = g_new0(FormTable, 1);
    g_ptr_array_add(form->tables, table);
    table->id = g_strdup(id);
    table->titles = form_list(file, group, "titles");
    if (table->titles == NULL)
        return form_refuse(file, group, "titles", "", error);
    table->title_lengths = g_new(gsize, g_strv_length(table->titles) + 1);
    for (guint i = 0; table->titles[i] != NULL; i++) {
        if (!g_str_has_suffix(table->titles[i], TITLE_END))
            return form_refuse(file, group, "titles", table->titles[i], error);
        table->title_lengths[i] = strlen(table->titles[i]);
    }
    table->number = g_key_file_get_integer(file->keys, group, "number", NULL);
    table->two_sided = form_flag(file, group, "sides");
    table->balance = form_flag(file, group, "balance");
    table->may_be_empty = form_flag(file, group, "empty");
    table->optional = form_flag(file, group, "optional");
    table->stands_for = g_key_file_get_string(file->keys, group, "stands-for", NULL);
    return table->two_sided ? read_blocks(file, group, table, error)
                            : (table->parts[table->part_count++] = read_part(file, group, DIRECTION_NONE, error)) != NULL;
}

/* "a/b/c + d/e/f - g/h/i" */
static GArray *terms_from_text(const char *text)
{
    GArray *terms = g_array_new(FALSE, FALSE, sizeof(Term));
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    int sign = 1;
    for (char **word = words; *word != NULL; word++) {
        Term term = {.sign = sign};
        if (g_str_equal(*word, "") || g_str_equal(*word, "+") || g_str_equal(*word, "-")) {
            sign = g_str_equal(*word, "-") ? -1 : 1;
            continue;
        }
        if (!quantity_from_text(*word, &term.direction, &term.fund, &term.measure)) {
            g_array_unref(terms);
            return NULL;
        }
        g_array_append_val(terms, term);
        sign = 1;
    }
    return terms;
}

static bool read_equations(const FormFile *file, const char *key, EquationKind kind, GPtrArray *equations, GError **error)
{
    g_auto(GStrv) items = form_list(file, "identities", key);
    for (char **item = items; item != NULL && *item != NULL; item++) {
        g_auto(GStrv) sides = g_strsplit(*item, " = ", 2);
        Equation *equation = g_new0(Equation, 1);
        equation->kind = kind;
        g_ptr_array_add(equations, equation);
        equation->rights = g_ptr_array_new();
        if (g_strv_length(sides) != 2 || (equation->left = terms_from_text(sides[0])) == NULL)
            return form_refuse(file, "identities", key, *item, error);
        g_auto(GStrv) rights = g_strsplit(sides[1], " / ", -1);
        for (char **right = rights; *right != NULL; right++) {
            GArray *terms = terms_from_text(*right);
            if (terms == NULL)
                return form_refuse(file, "identities", key, *right, error);
            g_ptr_array_add(equation->rights, terms);
        }
    }
    return true;
}

/* Reads one form file; a line that ends in a backslash goes on in the next one. */
static Form *form_from_file(const char *name, GError **error)
{
    g_autofree char *text = data_text(name, error);
    if (text == NULL)
        return NULL;
    g_auto(GStrv) pieces = g_strsplit(text, "\\\n", -1);
    g_autofree char *joined = g_strjoinv("", pieces);
    g_autoptr(GKeyFile) keys = g_key_file_new();
    if (!g_key_file_load_from_data(keys, joined, (gsize)-1, G_KEY_FILE_NONE, error)) {
        g_prefix_error(error, "%s: ", name);
        return NULL;
    }
    FormFile file = {name, keys};
    Form *form = g_new0(Form, 1);
    form->tables = g_ptr_array_new();
    form->equal = g_ptr_array_new();
    form->within = g_ptr_array_new();
    form->id = g_key_file_get_string(keys, "form", "id", error);
    form->name = form->id != NULL ? g_key_file_get_string(keys, "form", "name", error) : NULL;
    if (form->name == NULL)
        return NULL;
    g_autofree char *kind = g_key_file_get_string(keys, "form", "kind", NULL);
    if (kind == NULL || !kind_from_word(kind, &form->kind)) {
        form_refuse(&file, "form", "kind", kind != NULL ? kind : "", error);
        return NULL;
    }
    form->projects_pay = form_flag(&file, "form", "three-public-with-projects");
    form->common = form_flag(&file, "form", "common");
    g_auto(GStrv) tables = form_list(&file, "form", "tables");
    for (char **id = tables; id != NULL && *id != NULL; id++)
        if (!read_table(&file, *id, form, error))
            return NULL;
    if (!read_equations(&file, "equal", EQUATION_SAME, form->equal, error) ||
        !read_equations(&file, "totals", EQUATION_TOTAL, form->equal, error) ||
        !read_equations(&file, "balances", EQUATION_BALANCE, form->equal, error) ||
        !read_equations(&file, "within", EQUATION_SAME, form->within, error))
        return NULL;
    return form;
}

/* Common forms come last, so that they give way where another one explains as much. */
static gint compare_forms(gconstpointer a, gconstpointer b)
{
    return (*(Form *const *)a)->common - (*(Form *const *)b)->common;
}

/* The forms are read once and kept: they are the program's vocabulary, like its word tables. */
const GPtrArray *forms_all(GError **error)
{
    static GPtrArray *forms = NULL;
    if (forms != NULL)
        return forms;
    g_auto(GStrv) names = data_names(FORMS_FOLDER, error);
    if (names == NULL)
        return NULL;
    GPtrArray *read = g_ptr_array_new();
    for (char **name = names; *name != NULL; name++) {
        Form *form = form_from_file(*name, error);
        if (form == NULL) {
            g_ptr_array_unref(read);
            return NULL;
        }
        g_ptr_array_add(read, form);
    }
    g_ptr_array_sort(read, compare_forms);
    forms = read;
    return forms;
}

bool form_table_is(const FormTable *table, const FormTable *wanted)
{
    return table == wanted || (table->stands_for != NULL && g_str_equal(table->stands_for, wanted->id));
}

const Form *form_by_id(const char *id)
{
    const GPtrArray *forms = forms_all(NULL);
    for (guint i = 0; forms != NULL && i < forms->len; i++) {
        const Form *form = g_ptr_array_index(forms, i);
        if (g_str_equal(form->id, id))
            return form;
    }
    return NULL;
}

const FormTable *form_table_by_id(const Form *form, const char *id)
{
    for (guint i = 0; i < form->tables->len; i++) {
        const FormTable *table = g_ptr_array_index(form->tables, i);
        if (g_str_equal(table->id, id))
            return table;
    }
    return NULL;
}

const FormPart *form_table_part(const FormTable *table, Direction side)
{
    return table->two_sided && side == DIRECTION_EXPENDITURE ? table->parts[1] : table->parts[0];
}

int form_table_first_column(const FormTable *table, const FormPart *part)
{
    int first = 0;
    for (int i = 0; i < table->part_count && table->parts[i] != part; i++)
        first += (int)table->parts[i]->columns->len;
    return first;
}

int form_table_columns(const FormTable *table)
{
    return form_table_first_column(table, NULL);
}

const FormLine *form_part_line(const FormPart *part, const char *label, guint *from)
{
    for (guint step = 0; step < part->lines->len; step++) {
        guint at = (*from + step) % part->lines->len;
        const FormLine *line = g_ptr_array_index(part->lines, at);
        if (g_strv_contains((const char *const *)line->labels, label)) {
            *from = at + 1;
            return line;
        }
    }
    return NULL;
}

bool form_part_is_total(const FormPart *part, const char *label)
{
    return part->totals != NULL && g_strv_contains((const char *const *)part->totals, label);
}
