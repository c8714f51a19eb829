/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * target.lowered, target.dropped: a performance target fell, or went, while the money it is to be reached with did not.
 * Filings print the targets of the department as a whole, so its whole expenditure is that money.
 *
 * A list that was not read, or has no name in common with last year's, is another list: said once, not once a target.
 */
#include <stdlib.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/plain.h"
#include "schema/language.h"

/* A list of targets with their names as they are compared. */
typedef struct {
    const GPtrArray *targets; /* Target */
    GPtrArray *keys;          /* char* */
    GHashTable *first;        /* key -> index + 1 of the first one of that name */
    GHashTable *several;      /* keys that several have */
} TargetList;

typedef struct {
    RuleContext *context;
    const Filing *last;
    TargetList now, before;
    Amount money, money_before;
    Place place, place_before;
} Targets;

/* What a target asks for: at least so much, or at most. */
typedef enum { ASKS_NOTHING, ASKS_AT_LEAST, ASKS_AT_MOST, ASKS_JUST } Asks;

typedef struct {
    Asks asks;
    Amount number; /* in thousandths */
    char *unit;
} Wanted;

static const struct {
    const char *words;
    Asks asks;
} comparisons[] = {
    {">=", ASKS_AT_LEAST},     {"≥", ASKS_AT_LEAST},      {"不低于", ASKS_AT_LEAST}, {"不少于", ASKS_AT_LEAST},
    {"<=", ASKS_AT_MOST},      {"≤", ASKS_AT_MOST},       {"不超过", ASKS_AT_MOST},  {"不高于", ASKS_AT_MOST},
    {">", ASKS_AT_LEAST},      {"<", ASKS_AT_MOST},       {"=", ASKS_JUST},          {"等于", ASKS_JUST},
};

/* ">=1个" -> at least, 1, 个. Nothing for a target in words (定性). The unit is the caller's. */
static Wanted wanted_from_text(const char *text)
{
    Wanted wanted = {.asks = ASKS_NOTHING};
    g_autofree char *plain = squeeze(text);
    const char *rest = plain;
    for (gsize i = 0; i < G_N_ELEMENTS(comparisons) && wanted.asks == ASKS_NOTHING; i++)
        if (g_str_has_prefix(plain, comparisons[i].words)) {
            wanted.asks = comparisons[i].asks;
            rest = plain + strlen(comparisons[i].words);
            rest += strspn(rest, "=");
        }
    gsize digits = strspn(rest, "0123456789,.");
    g_autofree char *number = g_strndup(rest, digits);
    if (digits == 0 || !amount_from_text(number, 1000, &wanted.number, NULL))
        wanted.asks = ASKS_NOTHING;
    wanted.unit = g_strdup(rest + digits);
    return wanted;
}

/*
 * True when the later one asks for less: the same unit, a lower floor or a higher ceiling. A plain number (=3) is a
 * floor, except of cost and time, of which less may be better: of those nothing is said.
 */
static bool is_lowered(const Target *now, const Target *before)
{
    Wanted mine = wanted_from_text(now->value);
    Wanted theirs = wanted_from_text(before->value);
    bool comparable = mine.asks == theirs.asks && g_str_equal(mine.unit, theirs.unit);
    bool of_cost = strstr(now->kind, "成本") != NULL || strstr(now->kind, "时效") != NULL;
    bool lower = mine.number.fen < theirs.number.fen;
    bool higher = mine.number.fen > theirs.number.fen;
    g_free(mine.unit);
    g_free(theirs.unit);
    switch (comparable ? mine.asks : ASKS_NOTHING) {
    case ASKS_AT_LEAST:
        return lower;
    case ASKS_AT_MOST:
        return higher;
    case ASKS_JUST:
        return lower && !of_cost;
    case ASKS_NOTHING:
        break;
    }
    return false;
}

static char *key_of_target(const Target *target)
{
    static GRegex *years = NULL;
    if (years == NULL)
        years = g_regex_new("20[0-9]{2}年度?", G_REGEX_OPTIMIZE, 0, NULL);
    g_autofree char *key = label_key(target->name);
    return g_regex_replace_literal(years, key, -1, 0, "", 0, NULL);
}

static TargetList list_targets(const GPtrArray *targets)
{
    TargetList list = {targets, g_ptr_array_new_with_free_func(g_free), g_hash_table_new(g_str_hash, g_str_equal),
                       g_hash_table_new(g_str_hash, g_str_equal)};
    for (guint i = 0; i < targets->len; i++) {
        char *key = key_of_target(g_ptr_array_index(targets, i));
        g_ptr_array_add(list.keys, key);
        if (g_hash_table_contains(list.first, key))
            g_hash_table_add(list.several, key);
        else
            g_hash_table_insert(list.first, key, GUINT_TO_POINTER(i + 1));
    }
    return list;
}

static void release_targets(TargetList *list)
{
    g_hash_table_unref(list->several);
    g_hash_table_unref(list->first);
    g_ptr_array_unref(list->keys);
}

#define NO_TARGET G_MAXUINT

/* The target of the same name; of a name that holds the other, or is held by it, where none is the same. */
static guint find_target(const TargetList *list, const char *key)
{
    guint same = GPOINTER_TO_UINT(g_hash_table_lookup(list->first, key));
    if (same != 0 || key[0] == '\0')
        return same != 0 ? same - 1 : NO_TARGET;
    for (guint i = list->keys->len; i > 0; i--) {
        const char *other = g_ptr_array_index(list->keys, i - 1);
        if (other[0] != '\0' && (strstr(other, key) != NULL || strstr(key, other) != NULL))
            return i - 1;
    }
    return NO_TARGET;
}

/* The same characters, mostly: a name in other words (档案接收数量, 接收档案数量). */
static bool is_reworded(const char *a, const char *b)
{
    long longest = MAX(g_utf8_strlen(a, -1), g_utf8_strlen(b, -1));
    long common = 0;
    for (const char *at = a; *at != '\0'; at = g_utf8_next_char(at))
        common += g_utf8_strchr(b, -1, g_utf8_get_char(at)) != NULL;
    return common * 3 >= longest * 2;
}

static bool goes_on(const TargetList *list, const char *key)
{
    if (find_target(list, key) != NO_TARGET)
        return true;
    for (guint i = 0; i < list->keys->len; i++)
        if (is_reworded(key, g_ptr_array_index(list->keys, i)))
            return true;
    return false;
}

static char *money_words(const Targets *targets)
{
    g_autofree char *before = amount_to_display(targets->money_before);
    g_autofree char *now = amount_to_display(targets->money);
    return g_strdup_printf(say("支出总额 %d 年 %s 万元，%d 年 %s 万元，没有减少",
                               "expenditure was %2$s in %1$d and is %4$s in %3$d: it did not fall"),
                           targets->last->fiscal_year, before, targets->context->filing->fiscal_year, now);
}

static void add_target(Finding *finding, const Filing *filing, const Target *target)
{
    g_autofree char *text = g_strdup_printf("%s %s", target->name, target->value);
    finding_add_evidence(finding, filing, target->page, target->line, NULL, NULL, NULL, text);
}

static Finding *begin(Targets *targets, const char *rule, const char *name)
{
    Finding *finding = finding_new(rule, SEVERITY_NOTICE, targets->context->filing, name, "");
    g_ptr_array_add(targets->context->findings, finding);
    finding->base_year = targets->last->fiscal_year;
    return finding;
}

static void add_money(Targets *targets, Finding *finding)
{
    raise_add_place(targets->context, finding, targets->place);
    raise_add_place_of(finding, targets->last, targets->place_before);
}

static void tell_lowered(Targets *targets, const Target *now, const Target *before)
{
    Finding *finding = begin(targets, "target.lowered", now->name);
    add_target(finding, targets->context->filing, now);
    add_target(finding, targets->last, before);
    add_money(targets, finding);
    g_autofree char *money = money_words(targets);
    raise_say(finding,
              g_strdup_printf(say("绩效目标“%s”由 %s 降为 %s；%s", "the target \"%s\" went from %s to %s; %s"), now->name,
                              before->value, now->value, money),
              g_strdup_printf(say("资金没有减少，“%s”的目标为何由 %s 降为 %s？",
                                  "With no less money, why did the target \"%s\" go from %s to %s?"),
                              now->name, before->value, now->value));
}

static void tell_dropped(Targets *targets, const Target *before)
{
    Finding *finding = begin(targets, "target.dropped", before->name);
    add_target(finding, targets->last, before);
    add_money(targets, finding);
    g_autofree char *money = money_words(targets);
    raise_say(finding,
              g_strdup_printf(say("%d 年的绩效目标“%s”（%s）在 %d 年没有了；%s",
                                  "the target \"%2$s\" (%3$s) of %1$d is gone in %4$d; %5$s"),
                              targets->last->fiscal_year, before->name, before->value,
                              targets->context->filing->fiscal_year, money),
              g_strdup_printf(say("资金没有减少，为何不再设“%s”这一目标？", "With no less money, why is \"%s\" no target any more?"),
                              before->name));
}

/* Not one name is last year's: another list, said once. */
static void tell_replaced(Targets *targets)
{
    const GPtrArray *now = targets->context->filing->targets;
    const GPtrArray *before = targets->last->targets;
    Finding *finding = begin(targets, "target.dropped", "绩效目标");
    add_target(finding, targets->context->filing, g_ptr_array_index(now, 0));
    for (guint i = 0; i < before->len; i++)
        add_target(finding, targets->last, g_ptr_array_index(before, i));
    g_autofree char *money = money_words(targets);
    raise_say(finding,
              g_strdup_printf(say("%d 年的 %u 项绩效目标在 %d 年一项也没有沿用；%s",
                                  "of the targets of %d, %u in number, none is kept in %d; %s"),
                              targets->last->fiscal_year, before->len, targets->context->filing->fiscal_year, money),
              g_strdup(say("资金没有减少，为何绩效目标全部更换？", "With no less money, why were all targets replaced?")));
}

static bool has_same_money(Targets *targets)
{
    const Figures *now = figures_now(targets->context);
    const Figures *before = figures_last(targets->context);
    Quantity total = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "");
    return figures_amount(now, &total, &targets->money, &targets->place) &&
           figures_amount(before, &total, &targets->money_before, &targets->place_before) &&
           (targets->money.fen >= targets->money_before.fen ||
            verdict_of_equality(targets->money, targets->money_before) != VERDICT_IMPOSSIBLE);
}

/* Names that several targets have (合格率 of each project) do not tell which of them goes on as which. */
static bool is_lowered_in(const Targets *targets, guint before, guint now)
{
    return !g_hash_table_contains(targets->before.several, g_ptr_array_index(targets->before.keys, before)) &&
           !g_hash_table_contains(targets->now.several, g_ptr_array_index(targets->now.keys, now)) &&
           is_lowered(g_ptr_array_index(targets->now.targets, now), g_ptr_array_index(targets->before.targets, before));
}

static void check_targets(Targets *targets)
{
    bool any = false;
    for (guint i = 0; i < targets->before.keys->len && !any; i++)
        any = goes_on(&targets->now, g_ptr_array_index(targets->before.keys, i));
    if (!any) {
        tell_replaced(targets);
        return;
    }
    for (guint i = 0; i < targets->before.keys->len; i++) {
        const char *key = g_ptr_array_index(targets->before.keys, i);
        const Target *target = g_ptr_array_index(targets->before.targets, i);
        guint now = find_target(&targets->now, key);
        if (now != NO_TARGET && is_lowered_in(targets, i, now))
            tell_lowered(targets, g_ptr_array_index(targets->now.targets, now), target);
        else if (now == NO_TARGET && !goes_on(&targets->now, key))
            tell_dropped(targets, target);
    }
}

void rule_targets(RuleContext *context)
{
    Targets targets = {.context = context, .last = context->filing->targets->len > 0 ? filing_compared(context) : NULL};
    if (targets.last == NULL || targets.last->targets->len == 0 || !has_same_money(&targets))
        return;
    targets.now = list_targets(context->filing->targets);
    targets.before = list_targets(targets.last->targets);
    check_targets(&targets);
    release_targets(&targets.now);
    release_targets(&targets.before);
}
