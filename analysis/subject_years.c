/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/subject_years.h"

#include <string.h>

#include "analysis/statistics.h"

/* A functional code begins with 2; 301 and its like are objects of expenditure, which other tables repeat. */
static bool is_subject(const Series *series, const Filing *filing)
{
    const Phase phase = filing->kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
    return series->kind == filing->kind && series->phase == phase && series->scope == filing->scope &&
           series->direction == DIRECTION_EXPENDITURE &&
           (series->fund == FUND_ALL || series->fund == FUND_GENERAL) && g_str_equal(series->measure, "total") &&
           (series->code[0] == '2' || series_is_total(series));
}

static SubjectYears *subject_new(const Series *series, const Filing *filing)
{
    SubjectYears *subject = g_new0(SubjectYears, 1);
    subject->series = series;
    guint first = series->points->len > SUBJECT_YEARS_MOST ? series->points->len - SUBJECT_YEARS_MOST : 0;
    bool filed = false;
    for (guint i = first; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        if (point->year > filing->fiscal_year)
            break;
        filed = point->year == filing->fiscal_year && !point->implied;
        subject->years[subject->n] = point->year;
        subject->moved |= point->has_comparable && point->comparable.fen != point->amount.fen;
        subject->values[subject->n++] = amount_to_wan_yuan(point->comparable);
    }
    if (!filed)
        g_clear_pointer(&subject, g_free);
    return subject;
}

const SubjectYears *subject_years_find(const GPtrArray *subjects, const char *code)
{
    for (guint i = 0; i < subjects->len; i++) {
        const SubjectYears *subject = g_ptr_array_index(subjects, i);
        if (g_str_equal(subject->series->code, code))
            return subject;
    }
    return NULL;
}

GPtrArray *subject_years_from_series(const GPtrArray *series, const Filing *filing)
{
    GPtrArray *subjects = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    /* Series come by fund, all of them together first: what comes later for the same code is a part of it. */
    for (guint i = 0; i < series->len; i++) {
        const Series *one = g_ptr_array_index(series, i);
        if (!is_subject(one, filing) || g_hash_table_contains(taken, one->code))
            continue;
        SubjectYears *subject = subject_new(one, filing);
        if (subject == NULL)
            continue;
        g_hash_table_add(taken, one->code);
        g_ptr_array_add(subjects, subject);
    }
    return subjects;
}

static const SeriesPoint *point_of(const SubjectYears *subject, int year)
{
    for (guint i = 0; i < subject->series->points->len; i++)
        if (series_point(subject->series, i)->year == year)
            return series_point(subject->series, i);
    return NULL;
}

const SeriesPoint *subject_years_newest(const SubjectYears *subject)
{
    return point_of(subject, subject->years[subject->n - 1]);
}

const SeriesPoint *subject_years_before(const SubjectYears *subject)
{
    return point_of(subject, subject->years[subject->n - 1] - 1);
}

bool subject_years_value(const SubjectYears *subject, int year, double *value)
{
    for (size_t i = 0; i < subject->n; i++)
        if (subject->years[i] == year) {
            *value = subject->values[i];
            return true;
        }
    return false;
}
