/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lexicon.h"

#include <stdlib.h>

#include "schema/data.h"
#include "schema/language.h"

static const struct {
    const char *key;
    const char *zh, *en;
} drivers[] = {
    {"head-count", "人员增减", "head count"},      {"pay", "工资标准", "pay"},
    {"base", "缴费基数", "contribution base"},     {"policy", "政策", "policy"},
    {"price", "价格或标准", "price or standard"},                    {"project-new", "新增项目", "new project"},
    {"project-finished", "项目完成", "finished project"}, {"reclassification", "科目调整", "reclassification"},
    {"transfer", "单位间划转", "transfer between units"}, {"one-off", "一次性事项", "one-off"},
    {"carryover", "结转", "carryover"},            {"work-load", "工作量", "work load"},
    {"other", "具体事项", "a named component"},
};

typedef enum { ENTRY_UP, ENTRY_DOWN, ENTRY_DRIVER, ENTRY_VAGUE, ENTRY_NONE, ENTRY_FUND } EntryKind;

typedef struct {
    EntryKind kind;
    guint bit; /* of the driver or fund */
    GRegex *pattern;
} Entry;

static bool entry_kind(const char *word, EntryKind *kind)
{
    static const char *const words[] = {"up", "down", "driver", "vague", "none", "fund"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_str_equal(words[i], word)) {
            *kind = (EntryKind)i;
            return true;
        }
    return false;
}

static guint entry_bit(EntryKind kind, const char *key)
{
    Fund fund;
    if (kind == ENTRY_FUND)
        return fund_from_word(key, &fund) ? 1u << fund : 0;
    for (gsize i = 0; i < G_N_ELEMENTS(drivers); i++)
        if (g_str_equal(drivers[i].key, key))
            return 1u << i;
    return 0;
}

/* The lexicon, compiled once. Rows that are wrong are left out; the data's own test finds them. */
static const GArray *entries(void)
{
    static GArray *compiled = NULL;
    if (compiled != NULL)
        return compiled;
    compiled = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_autoptr(GPtrArray) rows = data_rows("data/reasons.tsv", 4, NULL);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        Entry entry = {0};
        if (!entry_kind(row[0], &entry.kind))
            continue;
        entry.bit = entry_bit(entry.kind, row[1]);
        entry.pattern = g_regex_new(row[2], G_REGEX_OPTIMIZE, 0, NULL);
        if (entry.pattern != NULL)
            g_array_append_val(compiled, entry);
    }
    return compiled;
}

static void read_amounts(const char *reason, ReasonReading *reading)
{
    static GRegex *amount = NULL;
    if (amount == NULL)
        amount = g_regex_new("([0-9][0-9,]*(?:\\.[0-9]+)?)(亿元|万元|元)", G_REGEX_OPTIMIZE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(amount, reason, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *figure = g_match_info_fetch(match, 1);
        g_autofree char *unit = g_match_info_fetch(match, 2);
        Amount value;
        if (amount_from_text(figure, unit_from_text(unit), &value, NULL))
            g_array_append_val(reading->amounts, value);
    }
}

/* 增加2名退休人员, 退休人员增加2名, 人员减少3人, 新增3名在职人员. */
static void read_persons(const char *reason, ReasonReading *reading)
{
    static GRegex *persons = NULL, *pensioners = NULL;
    if (persons == NULL) {
        persons = g_regex_new("([0-9]{1,5})(?:名|人|个)(退休)?", G_REGEX_OPTIMIZE, 0, NULL);
        pensioners = g_regex_new("退休(?:人员|人数|干部|职工)(?:净)?(?:增加|减少|新增)(?:了)?[0-9]{1,5}(?:名|人|个)", G_REGEX_OPTIMIZE, 0, NULL);
    }
    reading->retired |= g_regex_match(pensioners, reason, 0, NULL) != FALSE;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(persons, reason, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *count = g_match_info_fetch(match, 1);
        g_autofree char *retired = g_match_info_fetch(match, 2);
        reading->persons += atoi(count);
        reading->retired |= retired != NULL && retired[0] != '\0';
    }
}

ReasonReading *reason_read(const char *reason)
{
    ReasonReading *reading = g_new0(ReasonReading, 1);
    reading->amounts = g_array_new(FALSE, FALSE, sizeof(Amount));
    for (guint i = 0; i < entries()->len; i++) {
        const Entry *entry = &g_array_index(entries(), Entry, i);
        if (!g_regex_match(entry->pattern, reason, 0, NULL))
            continue;
        reading->up |= entry->kind == ENTRY_UP;
        reading->down |= entry->kind == ENTRY_DOWN;
        reading->vague |= entry->kind == ENTRY_VAGUE;
        reading->none |= entry->kind == ENTRY_NONE;
        if (entry->kind == ENTRY_DRIVER)
            reading->drivers |= entry->bit;
        if (entry->kind == ENTRY_FUND)
            reading->funds |= entry->bit;
    }
    read_amounts(reason, reading);
    if (reading->drivers & DRIVER_HEAD_COUNT)
        read_persons(reason, reading);
    return reading;
}

void reason_reading_free(ReasonReading *reading)
{
    if (reading == NULL)
        return;
    g_array_unref(reading->amounts);
    g_free(reading);
}

char *driver_names(guint bits)
{
    GString *names = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(drivers); i++)
        if (bits & (1u << i))
            g_string_append_printf(names, "%s%s", names->len > 0 ? say("、", ", ") : "", say(drivers[i].zh, drivers[i].en));
    return g_string_free(names, FALSE);
}
