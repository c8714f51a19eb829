/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/subject_names.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "schema/subject.h"

#define LEVELS 3
/* Bytes that may follow the last mark and say nothing: 支出, 支出预算数为. */
#define TAIL_BYTES 18

static const char *const marks[LEVELS] = {"（类）", "（款）", "（项）"};

/* Classes in which a group is looked for when none is named, the usual ones first. */
static const char *const economic_classes[] = {"302", "301", "303", "310", "309", "307", "311", "312", "313", "399"};

struct SubjectNames {
    GHashTable *codes; /* name -> GPtrArray of the codes that have it, in the order of the rows */
    GHashTable *alone; /* "length/name" -> code, "" when several codes of that length have the name */
};

static void add_row(SubjectNames *names, const Row *row)
{
    size_t length = strlen(row->code);
    if (length < 3 || (row->code[0] != '2' && row->code[0] != '3') || row->label[0] == '\0')
        return;
    GPtrArray *codes = g_hash_table_lookup(names->codes, row->label);
    if (codes == NULL) {
        codes = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(names->codes, g_strdup(row->label), codes);
    }
    g_ptr_array_add(codes, g_strdup(row->code));
    if (row->code[0] != '2')
        return;
    char *key = g_strdup_printf("%zu/%s", length, row->label);
    const char *known = g_hash_table_lookup(names->alone, key);
    bool other = known != NULL && !g_str_equal(known, row->code);
    g_hash_table_insert(names->alone, key, g_strdup(other ? "" : row->code));
}

SubjectNames *subject_names_new(const Filing *filing)
{
    SubjectNames *names = g_new0(SubjectNames, 1);
    names->codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    names->alone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        for (guint k = 0; k < table->rows->len; k++)
            add_row(names, table_row(table, (int)k));
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

/* As the filing's tables print it last, or the dictionary has it. */
static const char *code_of_exact_name(const SubjectNames *names, Rows rows, const char *parent, const char *name)
{
    const GPtrArray *codes = g_hash_table_lookup(names->codes, name);
    for (guint i = codes != NULL ? codes->len : 0; i > 0; i--) {
        const char *code = g_ptr_array_index(codes, i - 1);
        if (code[0] == (rows == ROWS_ECONOMIC ? '3' : '2') && subject_is_child(code, parent))
            return code;
    }
    return subject_code(rows, parent, name);
}

/* The code of a name below `parent`; 支出 at its end may be there or not: 一般公共服务, 对个人和家庭的补助支出. */
static const char *code_of_name(const SubjectNames *names, Rows rows, const char *parent, const char *name)
{
    const char *code = code_of_exact_name(names, rows, parent, name);
    if (code != NULL || name[0] == '\0')
        return code;
    g_autofree char *other = g_str_has_suffix(name, "支出") ? g_strndup(name, strlen(name) - strlen("支出"))
                                                            : g_strconcat(name, "支出", NULL);
    return code_of_exact_name(names, rows, parent, other);
}

bool subject_is_marked(const char *subject)
{
    for (gsize i = 0; i < LEVELS; i++)
        if (strstr(subject, marks[i]) != NULL)
            return true;
    return false;
}

/* A name between marks as the dictionaries spell it: without a code, a dash or a list number in front. */
static char *clean_name(const char *start, gsize length)
{
    g_autofree char *name = g_strndup(start, length);
    const char *at = skip_list_number(name);
    at += strspn(at, "0123456789-.—");
    g_autoptr(GString) text = g_string_new(at);
    g_string_replace(text, "其它", "其他", 0);
    return g_strdup(text->str);
}

/* The names before the marks, NULL for a mark that is absent. False without any mark. */
static bool cut_at_marks(const char *subject, char *parts[LEVELS])
{
    const char *rest = subject;
    bool any = false;
    for (gsize i = 0; i < LEVELS; i++) {
        const char *found = strstr(rest, marks[i]);
        parts[i] = found != NULL ? clean_name(rest, (gsize)(found - rest)) : NULL;
        rest = found != NULL ? found + strlen(marks[i]) : rest;
        any |= found != NULL;
    }
    return any;
}

/* The group of this name in any class: the only one in the functional, the most usual one in the economic classification. */
static const char *group_anywhere(const SubjectNames *names, Rows rows, const char *name)
{
    const char *found = NULL;
    if (rows == ROWS_ECONOMIC) {
        for (gsize i = 0; found == NULL && i < G_N_ELEMENTS(economic_classes); i++)
            found = code_of_name(names, rows, economic_classes[i], name);
        return found;
    }
    for (int class = 201; class <= 234; class++) {
        char parent[4];
        g_snprintf(parent, sizeof parent, "%d", class);
        const char *code = code_of_name(names, rows, parent, name);
        if (code != NULL && found != NULL)
            return NULL;
        found = code != NULL ? code : found;
    }
    return found;
}

/* 行政运行（项） alone: enough where one subject of the filing alone has that name, or one of the class does. */
static const char *item_alone(const SubjectNames *names, const char *class_code, const char *name)
{
    g_autofree char *key = g_strdup_printf("7/%s", name);
    const char *code = g_hash_table_lookup(names->alone, key);
    if (code != NULL && code[0] != '\0' && g_str_has_prefix(code, class_code))
        return code;
    const char *found = NULL;
    for (int group = 1; class_code[0] == '2' && group < 100; group++) {
        char parent[8];
        g_snprintf(parent, sizeof parent, "%.3s%02d", class_code, group);
        code = code_of_name(names, ROWS_FUNCTIONAL, parent, name);
        if (code != NULL && found != NULL)
            return NULL;
        found = code != NULL ? code : found;
    }
    return found;
}

static const char *group_alone(const SubjectNames *names, Rows rows, const char *name)
{
    g_autofree char *key = g_strdup_printf("5/%s", name);
    const char *code = rows == ROWS_FUNCTIONAL ? g_hash_table_lookup(names->alone, key) : NULL;
    return code != NULL && code[0] != '\0' ? code : group_anywhere(names, rows, name);
}

static const char *code_of_parts(const SubjectNames *names, Rows rows, const char *class_code, char *const parts[LEVELS])
{
    const char *code = class_code[0] == (rows == ROWS_ECONOMIC ? '3' : '2') ? class_code : "";
    if (parts[0] != NULL)
        code = code_of_name(names, rows, "", parts[0]);
    if (code != NULL && parts[1] != NULL) {
        const char *group = code[0] != '\0' ? code_of_name(names, rows, code, parts[1]) : NULL;
        code = group == NULL && parts[0] == NULL ? group_alone(names, rows, parts[1]) : group;
    }
    if (code == NULL || parts[2] == NULL)
        return code;
    return strlen(code) == 5 ? code_of_name(names, rows, code, parts[2]) : item_alone(names, code, parts[2]);
}

static const char *code_of_marked(const SubjectNames *names, const char *class_code, bool economic, char *const parts[LEVELS])
{
    bool first = economic && parts[2] == NULL;
    const char *code = code_of_parts(names, first ? ROWS_ECONOMIC : ROWS_FUNCTIONAL, class_code, parts);
    bool other = code == NULL && (economic || class_code[0] == '3') && parts[2] == NULL;
    return other ? code_of_parts(names, first ? ROWS_FUNCTIONAL : ROWS_ECONOMIC, class_code, parts) : code;
}

static bool is_code(const char *digits, gsize length, bool economic)
{
    g_autofree char *code = g_strndup(digits, length);
    return length >= 5 && (subject_code_is_plausible(ROWS_FUNCTIONAL, code) ||
                           (economic && code[0] == '3' && subject_code_is_plausible(ROWS_ECONOMIC, code)));
}

/* 2010601行政运行, 行政运行（2010601）: the code as printed. */
static const char *printed_code(const char *subject, bool economic)
{
    static const char *const units[] = {"年", "万", "元", "人", "个", "名", "辆", "平", "次", "台", "户", "公"};
    const char *dot = subject + strspn(subject, "0123456789");
    bool listed = *dot == '.' && dot > subject && dot - subject <= 2; /* 1.2010601行政运行 */
    const char *digits = listed ? dot + 1 : subject;
    gsize length = strspn(digits, "0123456789");
    const char *open = g_strrstr(subject, "（");
    if (length == 0 && open != NULL && g_str_has_suffix(subject, "）")) {
        digits = open + strlen("（");
        length = strspn(digits, "0123456789");
        return g_str_equal(digits + length, "）") && is_code(digits, length, economic) ? digits : NULL;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_str_has_prefix(digits + length, units[i]))
            return NULL;
    return has_chinese(digits + length) && is_code(digits, length, economic) ? digits : NULL;
}

/* A name without marks: a class, or in a section by the economic classification one of its groups. */
static const char *code_of_bare(const SubjectNames *names, const char *subject, const char *class_code, bool economic)
{
    const char *digits = printed_code(subject, economic);
    if (digits != NULL) {
        g_autofree char *code = g_strndup(digits, strspn(digits, "0123456789"));
        return g_intern_string(code);
    }
    const char *code = code_of_exact_name(names, ROWS_FUNCTIONAL, "", subject);
    if (code != NULL || !economic)
        return code;
    code = code_of_exact_name(names, ROWS_ECONOMIC, "", subject);
    if (code == NULL && class_code[0] == '3')
        code = code_of_exact_name(names, ROWS_ECONOMIC, class_code, subject);
    return code != NULL ? code : group_anywhere(names, ROWS_ECONOMIC, subject);
}

/*
 * The code that the subject itself prints: 其他档案事务支出（2012699）, 201（类）26（款）04（项）档案馆. NULL when it prints none that the
 * classification knows.
 */
static const char *code_as_printed(const char *subject, bool economic)
{
    static GRegex *behind, *marked;
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *code = NULL;
    if (g_regex_match(pattern_once(&behind, "（([23][0-9]{2}(?:[0-9]{2}){0,2})）[^（）]{0,8}$"), subject, 0, &match)) {
        code = g_match_info_fetch(match, 1);
    } else {
        g_clear_pointer(&match, g_match_info_unref);
        if (g_regex_match(pattern_once(&marked, "^(?:[0-9]{1,2}\\.)?([23][0-9]{2})（类）([0-9]{2})（款）(?:([0-9]{2})（项）)?"), subject, 0, &match))
            code = g_match_info_expand_references(match, "\\1\\2\\3", NULL);
    }
    bool known = code != NULL && subject_name(code[0] == '3' && economic ? ROWS_ECONOMIC : ROWS_FUNCTIONAL, code, 0) != NULL;
    return known ? g_intern_string(code) : NULL;
}

const char *subject_names_code(const SubjectNames *names, const char *subject, const char *class_code, bool economic)
{
    const char *printed = code_as_printed(subject, economic);
    if (printed != NULL)
        return printed;
    char *parts[LEVELS];
    if (!cut_at_marks(subject, parts))
        return subject[0] != '\0' ? code_of_bare(names, subject, class_code, economic) : NULL;
    bool ends = false; /* words after the last mark are another subject's: …（项）中的信息化经费 */
    for (gsize i = 0; i < LEVELS; i++) {
        const char *last = g_strrstr(subject, marks[i]);
        ends |= last != NULL && strlen(last + strlen(marks[i])) <= TAIL_BYTES && strstr(last, "中") == NULL;
    }
    const char *code = ends ? code_of_marked(names, class_code, economic, parts) : NULL;
    for (gsize i = 0; i < LEVELS; i++)
        g_free(parts[i]);
    return code;
}

char *subject_last_name(const char *subject)
{
    char *parts[LEVELS];
    cut_at_marks(subject, parts);
    char *name = NULL;
    for (gsize i = LEVELS; i > 0; i--) {
        if (name == NULL)
            name = g_steal_pointer(&parts[i - 1]);
        g_free(parts[i - 1]);
    }
    return name != NULL ? name : clean_name(subject, strlen(subject));
}
