/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/head_count.h"

#include <string.h>

#include "schema/language.h"

static const struct {
    const char *kind;
    bool retired;
    const char *zh, *en;
} kinds[] = {
    {"in-post", false, "在职", "in post"},
    {"present", false, "实有人数", "present"},
    {"retired", true, "退休", "retired"},
    {"veterans", true, "离休", "retired veterans"},
};

static const Staff *staff_of_kind(const Filing *filing, const char *kind)
{
    for (guint i = 0; filing != NULL && i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        if (g_str_equal(staff->kind, kind))
            return staff;
    }
    return NULL;
}

/* Both years' numbers of a kind; false where the filings do not tell them. */
static bool numbers_of(const Filing *now, const Filing *before, const char *kind, HeadCount *count)
{
    const Staff *this_year = staff_of_kind(now, kind);
    const Staff *last_year = staff_of_kind(before, kind);
    if (this_year == NULL || (last_year == NULL && !this_year->has_change))
        return false;
    count->kind = kind;
    count->now = this_year->count;
    count->before = last_year != NULL ? last_year->count : this_year->count - this_year->change;
    return true;
}

/*
 * Whether a move of this kind of staff bears the reason out. Who is not named may be anybody: 人员增加 may be pensioners,
 * 人员退休 takes people from work and from their pay.
 */
static bool supports(const HeadCount *count, bool retired, bool names_retired, bool names_in_post, bool rise)
{
    bool rose = count->now > count->before;
    if (count->now == count->before)
        return false;
    if (!retired)
        return rose == rise;
    if (names_in_post && !names_retired)
        return false;
    return rose == rise || (rose && !rise && names_retired);
}

static gint64 capacity_of(const HeadCount *count, gint64 persons)
{
    gint64 moved = ABS(count->now - count->before);
    if (persons > 0)
        moved = MIN(moved, persons);
    return count->before > 0 ? moved * 1000 / count->before : 1000;
}

HeadCount head_count_check(const Filing *now, const Filing *before, const ReasonReading *reading, const char *reason, bool rise)
{
    bool names_retired = reading->retired || strstr(reason, "退休") != NULL || strstr(reason, "离休") != NULL;
    bool names_in_post = strstr(reason, "在职") != NULL || strstr(reason, "在编") != NULL;
    HeadCount first = {HEAD_COUNT_UNKNOWN, 0, "", 0, 0};
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        HeadCount count = {0};
        /* Pensioners that a reason counts are borne out by pensioners only. */
        if ((reading->retired && !kinds[i].retired) || !numbers_of(now, before, kinds[i].kind, &count))
            continue;
        if (first.kind[0] == '\0')
            first = count; /* shown when none bears it out */
        if (!supports(&count, kinds[i].retired, names_retired, names_in_post, rise))
            continue;
        count.verdict = HEAD_COUNT_BORNE_OUT;
        count.capacity = capacity_of(&count, reading->persons);
        return count;
    }
    first.verdict = first.kind[0] != '\0' ? HEAD_COUNT_CONTRADICTED : HEAD_COUNT_UNKNOWN;
    return first;
}

char *head_count_text(const HeadCount *count)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_equal(kinds[i].kind, count->kind))
            return g_strdup_printf(say("%s %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT " 人", "%s %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT),
                                   say(kinds[i].zh, kinds[i].en), count->before, count->now);
    return g_strdup("");
}
