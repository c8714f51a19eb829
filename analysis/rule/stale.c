/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * carryover.stale: a project in the carryover of the budget of year B that was appropriated in year B-2 or before, by
 * its name or by the sentence that names it; or one that stood in last year's carryover already, which comes to the
 * same. What is not spent by the end of the year after its appropriation is surplus (预算法 §42, 实施条例 §50), and
 * another purpose does not set the clock back.
 *
 * Names are compared without spaces and without the year in them. Two names whose years differ (2022年维修, 2023年维修)
 * are two appropriations, not one that came again.
 */
#include <stdlib.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/plain.h"
#include "schema/language.h"

/* Money may stand over for this many years after the one it was appropriated in: 2022 may go on into 2023. */
#define YEARS_ALLOWED 1

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
static const Cell *carried(const Table *table, int row)
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
    RuleContext *context;
    GPtrArray *sentences; /* char*: the claims' texts as names are compared, in their order */
    const Filing *last;
    GHashTable *rows;     /* key of a name -> GArray of int: rows of last year's carryover; NULL without one */
} Stale;

typedef struct {
    int year;               /* of appropriation, 0 when nothing says it */
    const Claim *sentence;  /* that says so, NULL where the name does */
    const Filing *last;     /* whose carryover it stood in already, NULL when it did not */
    Place place;            /* there */
} Age;

/* The sentence that names the project with the year it is of: 均为2020年馆藏数字化项目, 该项目由2020年预算安排. */
static void find_in_sentences(const Stale *stale, Age *age, const char *key)
{
    static GRegex *given = NULL;
    const GPtrArray *claims = stale->context->filing->claims;
    g_autofree char *quoted = g_regex_escape_string(key, -1);
    g_autofree char *pattern = g_strconcat("(?<year>20[0-9]{2})年度?(?:的)?", quoted, NULL);
    g_autoptr(GRegex) before = g_regex_new(pattern, 0, 0, NULL);
    for (guint i = 0; before != NULL && i < claims->len; i++) {
        const char *text = g_ptr_array_index(stale->sentences, i);
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
static void find_in_last_year(const Stale *stale, Age *age, const char *key)
{
    const GArray *rows = stale->rows != NULL ? g_hash_table_lookup(stale->rows, key) : NULL;
    const Table *table = carryover_table(stale->last);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        int row = g_array_index(rows, int, i);
        int other_year = year_of_name(table_row(table, row)->label);
        if (age->year != 0 && other_year != 0 && age->year != other_year)
            continue;
        age->last = stale->last;
        age->place = (Place){table, carried(table, row)};
        if (age->year == 0)
            age->year = other_year;
        return;
    }
}

static Age age_of_project(const Stale *stale, const char *label)
{
    Age age = {0};
    g_autofree char *plain = label_key(label);
    g_autofree char *key = key_of_name(label);
    bool generic = is_generic(key);
    age.year = year_of_name(plain);
    if (!generic && age.year == 0)
        find_in_sentences(stale, &age, key);
    if (!generic)
        find_in_last_year(stale, &age, key);
    if (age.year < YEAR_LEAST || age.year > stale->context->filing->fiscal_year)
        age.year = 0;
    return age;
}

static void tell(RuleContext *context, Place place, const Age *age, bool old)
{
    const char *label = table_row(place.table, place.cell->row)->label;
    int budget = context->filing->fiscal_year;
    Finding *finding = raise_on_place(context, "carryover.stale", SEVERITY_WARNING, place);
    raise_amount(finding, place.cell->amount);
    if (age->sentence != NULL)
        raise_add_claim(context, finding, age->sentence);
    g_autofree char *amount = amount_to_display(place.cell->amount);
    g_autoptr(GString) words = g_string_new(NULL);
    if (old)
        g_string_append_printf(words, say("，是 %d 年安排的，%d 年底应已用完", "was appropriated in %d and was to be spent by the end of %d"),
                               age->year, age->year + YEARS_ALLOWED);
    if (age->last != NULL) {
        finding->base_year = age->last->fiscal_year;
        raise_add_place_of(finding, age->last, age->place);
        g_autofree char *before = amount_to_display(age->place.cell->amount);
        g_string_append_printf(words, say("%s%d 年预算的结转中已有它（%s 万元）", "%sstood in the carryover of the budget of %d already (%s)"),
                               old ? say("；", "; ") : say("，", ""), age->last->fiscal_year, before);
    }
    raise_say(finding,
              g_strdup_printf(say("%d 年预算的上年结转项目“%s” %s 万元%s；连续两年未用完的应作为结余资金管理",
                                  "budget of %d, carried-over project \"%s\" of %s: it %s; what two years did not use up is surplus"),
                              budget, label, amount, words->str),
              old ? g_strdup_printf(say("“%s” %s 万元为何至今没有用完，为何没有按结余资金收回？（改变用途不重新计算年限。）",
                                        "\"%s\" of %s (万元): why is it still not spent, and why was it not taken back "
                                        "as surplus? (Another purpose does not set the clock back.)"),
                                    label, amount)
                  : g_strdup_printf(say("“%s” %s 万元与上一年结转的是不是同一笔资金、哪一年安排的？是则为何没有按结余资金收回？",
                                        "Is \"%s\" of %s (万元) the money that was carried over the year before, and of which "
                                        "year is it? If so, why was it not taken back as surplus?"),
                                    label, amount));
}

static void free_rows(gpointer rows)
{
    g_array_unref(rows);
}

static GHashTable *rows_by_name(const Table *table)
{
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_rows);
    for (int row = 0; row < (int)table->rows->len; row++) {
        if (carried(table, row) == NULL)
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

void rule_stale(RuleContext *context)
{
    const Table *table = context->filing->kind == KIND_BUDGET ? carryover_table(context->filing) : NULL;
    if (table == NULL)
        return;
    Stale stale = {.context = context, .last = filing_compared(context)};
    const Table *before = carryover_table(stale.last);
    stale.rows = before != NULL ? rows_by_name(before) : NULL;
    stale.sentences = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < context->filing->claims->len; i++)
        g_ptr_array_add(stale.sentences, label_key(((const Claim *)g_ptr_array_index(context->filing->claims, i))->text));
    for (int row = 0; row < (int)table->rows->len; row++) {
        const Cell *cell = carried(table, row);
        if (cell == NULL)
            continue;
        Age age = age_of_project(&stale, table_row(table, row)->label);
        bool old = age.year != 0 && age.year + YEARS_ALLOWED < context->filing->fiscal_year;
        /* The money of last year is not what stood in last year's carryover, whatever it is called. */
        if (old || (age.last != NULL && age.year == 0))
            tell(context, (Place){table, cell}, &age, old);
    }
    g_ptr_array_unref(stale.sentences);
    g_clear_pointer(&stale.rows, g_hash_table_unref);
}
