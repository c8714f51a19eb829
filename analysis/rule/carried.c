/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names are compared without spaces and without the year in them. Two names whose years differ (2022年维修, 2023年维修)
 * are two appropriations, not one that came again.
 */
#include "analysis/rule/carried.h"

#include <stdlib.h>
#include <string.h>

#include "history/plain.h"

#define YEAR_LEAST 2000

static GRegex *once(GRegex **kept, const char *pattern)
{
    if (*kept == NULL)
        *kept = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
    g_assert(*kept != NULL);
    return *kept;
}

static int year_in(GRegex *pattern, const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern, text, 0, &match))
        return 0;
    g_autofree char *digits = g_match_info_fetch_named(match, "year");
    return atoi(digits);
}

/* 2022年…, （2022年度）…, …（2022年）, 2022年安排的…; not the years of a plan (2021年至2025年, 2021—2025年). */
static int year_of_name(const char *name)
{
    static GRegex *first = NULL, *bracketed = NULL, *inside = NULL;
    int year = year_in(once(&first, "^[（(\\[【]?(?<year>20[0-9]{2})(?:年度?|[）)\\]】])(?![—–~～至到-])"), name);
    if (year == 0)
        year = year_in(once(&bracketed, "[（(](?<year>20[0-9]{2})年度?(?:结转|安排|下达|预算|资金|项目)?[）)]"), name);
    if (year == 0)
        year = year_in(once(&inside, "(?<![—–~～至到-])(?<year>20[0-9]{2})年度?(?:安排|下达|提前下达|预算|追加)"), name);
    return year;
}

/* A name that many projects have, and that identifies none. */
static bool is_generic(const char *key)
{
    static GRegex *generic = NULL;
    return g_utf8_strlen(key, -1) < 4 ||
           g_regex_match(once(&generic, "^(?:上年|年末|历年)?(?:其他|其它|基本|项目|专项|人员|公用|日常公用|财政拨款|非财政拨款|特定目标类?|涉密|保密|单位|结转|结余|结转结余|结转和结余)*"
                                        "(?:支出|经费|资金|项目|结转|结余|收入|类)*$"),
                         key, 0, NULL);
}

static char *key_of_name(const char *name)
{
    static GRegex *years = NULL;
    g_autofree char *key = label_key(name);
    return g_regex_replace_literal(once(&years, "[（(\\[【]?20[0-9]{2}年度?(?:结转|安排|下达|预算|资金|项目)?[）)\\]】]|20[0-9]{2}年度?"),
                                   key, -1, 0, "", 0, NULL);
}

/* The amount carried over for the row: a settled figure above zero in the column of the total. */
static const Cell *carried_cell(const Table *table, int row)
{
    const Cell *cell = table_cell(table, row, 0);
    return table_row(table, row)->level > 0 && cell != NULL && cell->proof != PROOF_AMBIGUOUS && cell->amount.fen > 0
               ? cell
               : NULL;
}

static const Table *carryover_table(const Filing *filing)
{
    const Table *table = filing != NULL ? filing_table(filing, "carryover") : NULL;
    return table != NULL && table->state == TABLE_READ ? table : NULL;
}

/* What is looked at for each project, made once. */
typedef struct {
    const Filing *filing;
    GPtrArray *sentences; /* char*: the claims' texts as names are compared, in their order */
    const Filing *last;
    GHashTable *rows;     /* key of a name -> GArray of int: rows of last year's carryover; NULL without one */
} Register;

/* The sentence that names the project with the year it is of: 均为2020年馆藏数字化项目, 该项目由2020年预算安排. */
static void find_in_sentences(const Register *known, CarriedAge *age, const char *key)
{
    static GRegex *given = NULL;
    const GPtrArray *claims = known->filing->claims;
    g_autofree char *quoted = g_regex_escape_string(key, -1);
    g_autofree char *pattern = g_strconcat("(?<year>20[0-9]{2})年度?(?:的)?", quoted, NULL);
    g_autoptr(GRegex) before = g_regex_new(pattern, 0, 0, NULL);
    for (guint i = 0; before != NULL && i < claims->len; i++) {
        const char *text = g_ptr_array_index(known->sentences, i);
        if (strstr(text, key) == NULL)
            continue;
        const Claim *claim = g_ptr_array_index(claims, i);
        g_autofree char *subject = label_key(claim->subject);
        age->year = year_in(before, text);
        if (age->year == 0 && strstr(subject, key) != NULL)
            age->year = year_in(once(&given, "(?<year>20[0-9]{2})年度?(?:预算)?(?:安排|下达|批复|提前下达|追加|立项)"), text);
        if (age->year != 0) {
            age->sentence = claim;
            return;
        }
    }
}

/* Last year's carryover of the same name; names with years of their own must agree in them. */
static void find_in_last_year(const Register *known, CarriedAge *age, const char *key)
{
    const GArray *rows = known->rows != NULL ? g_hash_table_lookup(known->rows, key) : NULL;
    const Table *table = carryover_table(known->last);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        int row = g_array_index(rows, int, i);
        int other_year = year_of_name(table_row(table, row)->label);
        if (age->year != 0 && other_year != 0 && age->year != other_year)
            continue;
        age->last = known->last;
        age->place = (Place){table, carried_cell(table, row)};
        if (age->year == 0)
            age->year = other_year;
        return;
    }
}

static CarriedAge age_of_project(const Register *known, const char *label)
{
    CarriedAge age = {0};
    g_autofree char *plain = label_key(label);
    g_autofree char *key = key_of_name(label);
    bool generic = is_generic(key);
    age.year = year_of_name(plain);
    if (!generic && age.year == 0)
        find_in_sentences(known, &age, key);
    if (!generic)
        find_in_last_year(known, &age, key);
    if (age.year < YEAR_LEAST || age.year > known->filing->fiscal_year)
        age.year = 0;
    return age;
}

static void free_rows(gpointer rows)
{
    g_array_unref(rows);
}

static GHashTable *rows_by_name(const Table *table)
{
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_rows);
    for (int row = 0; row < (int)table->rows->len; row++) {
        if (carried_cell(table, row) == NULL)
            continue;
        char *key = key_of_name(table_row(table, row)->label);
        GArray *same = g_hash_table_lookup(rows, key);
        if (same == NULL)
            g_hash_table_insert(rows, g_strdup(key), same = g_array_new(FALSE, FALSE, sizeof(int)));
        g_array_append_val(same, row);
        g_free(key);
    }
    return rows;
}

static Register register_open(const Filing *filing, const Filing *last)
{
    Register known = {.filing = filing, .last = last, .sentences = g_ptr_array_new_with_free_func(g_free)};
    const Table *before = carryover_table(last);
    known.rows = before != NULL ? rows_by_name(before) : NULL;
    for (guint i = 0; i < filing->claims->len; i++)
        g_ptr_array_add(known.sentences, label_key(((const Claim *)g_ptr_array_index(filing->claims, i))->text));
    return known;
}

GArray *carried_projects(const Filing *filing, const Filing *last)
{
    GArray *projects = g_array_new(FALSE, FALSE, sizeof(CarriedProject));
    const Table *table = filing->kind == KIND_BUDGET ? carryover_table(filing) : NULL;
    if (table == NULL)
        return projects;
    Register known = register_open(filing, last);
    for (int row = 0; row < (int)table->rows->len; row++) {
        const Cell *cell = carried_cell(table, row);
        if (cell == NULL)
            continue;
        CarriedProject project = {.place = {table, cell}, .age = age_of_project(&known, table_row(table, row)->label)};
        g_array_append_val(projects, project);
    }
    g_ptr_array_unref(known.sentences);
    g_clear_pointer(&known.rows, g_hash_table_unref);
    return projects;
}

CarriedTime carried_time(const CarriedAge *age, int budget_year)
{
    if (age->year != 0)
        return age->year + CARRIED_YEARS_ALLOWED < budget_year ? CARRIED_TWO_YEARS : CARRIED_ONE_YEAR;
    /* The money of last year is not what stood in last year's carryover, whatever it is called. */
    return age->last != NULL ? CARRIED_TWO_YEARS : CARRIED_UNKNOWN;
}
