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

/* The sentence that names the project with the year it is of: 均为2020年馆藏数字化项目, 该项目由2020年预算安排. */
static const Claim *sentence_with_year(const Filing *filing, const char *key, int *year)
{
    static GRegex *given = NULL;
    g_autofree char *quoted = g_regex_escape_string(key, -1);
    g_autofree char *pattern = g_strconcat("(?<year>20[0-9]{2})年度?(?:的)?", quoted, NULL);
    g_autoptr(GRegex) before = g_regex_new(pattern, 0, 0, NULL);
    for (guint i = 0; before != NULL && i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        g_autofree char *text = label_key(claim->text);
        if (strstr(text, key) == NULL)
            continue;
        g_autofree char *subject = label_key(claim->subject);
        *year = year_in(before, text);
        if (*year == 0 && strstr(subject, key) != NULL)
            *year = year_in(once(&given, "(?<year>20[0-9]{2})年度?(?:预算)?(?:安排|下达|批复|提前下达|追加|立项)"), text);
        if (*year != 0)
            return claim;
    }
    return NULL;
}

typedef struct {
    int year;               /* of appropriation, 0 when nothing says it */
    const Claim *sentence;  /* that says so, NULL where the name does */
    const Filing *last;     /* whose carryover it stood in already, NULL when it did not */
    Place place;            /* there */
} Age;

/* Last year's carryover of the same name; names with years of their own must agree in them. */
static void find_in_last_year(Age *age, const Filing *last, const char *key, int year)
{
    const Table *table = carryover_table(last);
    for (int row = 0; table != NULL && row < (int)table->rows->len; row++) {
        const Cell *cell = carried(table, row);
        if (cell == NULL)
            continue;
        const char *label = table_row(table, row)->label;
        g_autofree char *other = key_of_name(label);
        int other_year = year_of_name(label);
        if (!g_str_equal(other, key) || (year != 0 && other_year != 0 && year != other_year))
            continue;
        age->last = last;
        age->place = (Place){table, cell};
        if (age->year == 0)
            age->year = other_year;
        return;
    }
}

static Age age_of_project(const RuleContext *context, const Filing *last, const char *label)
{
    Age age = {0};
    g_autofree char *plain = label_key(label);
    g_autofree char *key = key_of_name(label);
    bool generic = is_generic(key);
    age.year = year_of_name(plain);
    if (!generic && age.year == 0)
        age.sentence = sentence_with_year(context->filing, key, &age.year);
    if (!generic)
        find_in_last_year(&age, last, key, age.year);
    if (age.year < YEAR_LEAST || age.year > context->filing->fiscal_year)
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

void rule_stale(RuleContext *context)
{
    const Table *table = context->filing->kind == KIND_BUDGET ? carryover_table(context->filing) : NULL;
    const Filing *last = table != NULL ? filing_compared(context) : NULL;
    if (table == NULL)
        return;
    for (int row = 0; row < (int)table->rows->len; row++) {
        const Cell *cell = carried(table, row);
        if (cell == NULL)
            continue;
        Age age = age_of_project(context, last, table_row(table, row)->label);
        bool old = age.year != 0 && age.year + YEARS_ALLOWED < context->filing->fiscal_year;
        /* The money of last year is not what stood in last year's carryover, whatever it is called. */
        if (old || (age.last != NULL && age.year == 0))
            tell(context, (Place){table, cell}, &age, old);
    }
}
