/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of many subjects over several years: small multiples and the heat map of growth.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>
#include <string.h>

#include "analysis/chart/scale.h"
#include "analysis/stat/stat.h"
#include "analysis/subject_years.h"
#include "schema/language.h"

enum { PANELS_MOST = 12, PANEL_YEARS_LEAST = 3, INTERVAL_YEARS_LEAST = 4, YEARS_SHOWN = 15 };

/* An interval that reaches to so many times the largest figure of all years says nothing. */
static const double VAGUE = 10;

/* No budget reaches this; pictures end before it. */
static const double BEYOND_ALL = 1e12;

/* "12.30 万元" or "1.23 亿元", for titles. */
static char *amount_said(const Chart *chart, double amount)
{
    ChartScale scale = chart_scale_choose(chart, fabs(amount));
    g_autofree char *number = chart_amount_text(scale, amount, false);
    return g_strconcat(number, " ", scale.unit, NULL);
}

/* Of all funds where the tables tell them, which is more than the sentences speak of: they mostly mean the appropriation. */
static const char *funds_said(const DepartmentYear *view)
{
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        if (series->direction == DIRECTION_EXPENDITURE && series->fund == FUND_ALL && series->code[0] != '\0' &&
            g_str_equal(series->measure, "total") && department_year_compares(view, series))
            return say("，全部资金", ", all funds");
    }
    return say("，一般公共预算", ", general public budget");
}

/* A picture of several years rests on several filings; implied years are from the one after. */
static void chart_say_years(Chart *chart, const DepartmentYear *view, int first)
{
    int filed = view->year;
    for (guint i = 0; i < view->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(view->department->filings, i);
        if (filing->kind == view->filing->kind && filing->scope == view->filing->scope && filing->fiscal_year >= first)
            filed = MIN(filed, filing->fiscal_year);
    }
    g_autofree char *subtitle = g_strdup_printf(say("%s，%d 至 %d 年%s%s", "%s, %d to %d, %s%s"), view->department->name, first,
                                                view->year, kind_name(view->filing->kind), funds_said(view));
    chart_set_subtitle(chart, subtitle);
    chart_note_years(chart, filed, view->year);
}

/* ---- multiples ---- */

typedef struct {
    const SubjectYears *subject; /* not owned */
    size_t from;                 /* first of its years that is drawn */
    ChartInterval interval;
    double beyond; /* how far the newest figure lies outside of it; signed, 0 inside */
} Candidate;

static double candidate_newest(const Candidate *candidate)
{
    return candidate->subject->values[candidate->subject->n - 1];
}

static double largest_value(const Candidate *candidate)
{
    double largest = 0;
    for (size_t i = candidate->from; i < candidate->subject->n; i++)
        largest = MAX(largest, candidate->subject->values[i]);
    return largest;
}

/* Money has two decimals: by less than the last of them no figure is outside. */
static void candidate_expect(Candidate *candidate)
{
    const SubjectYears *subject = candidate->subject;
    const size_t n = subject->n - candidate->from;
    if (n < INTERVAL_YEARS_LEAST)
        return;
    const LogTrend trend = log_trend_from_series(subject->years + candidate->from, subject->values + candidate->from, n);
    /* A past without any deviation has an interval without width, which the first deviation of any size would leave. */
    if (!trend.newest_p.known)
        return;
    const double low = floor(trend.newest.low.value * 100) / 100, high = ceil(trend.newest.high.value * 100) / 100;
    const double newest = candidate_newest(candidate);
    candidate->interval = (ChartInterval){true, subject->years[subject->n - 1], low, MIN(high, BEYOND_ALL)};
    candidate->beyond = newest > high ? newest - high : newest < low ? newest - low : 0;
    /* Of three years, a range may reach to the stars: then nothing is expected. */
    if (candidate->beyond >= 0 && candidate->beyond <= 0 && high > VAGUE * largest_value(candidate))
        candidate->interval.present = false;
}

/* Of a class and its items, the items: the class would show the same money again. */
static bool subject_is_divided(const GPtrArray *subjects, const SubjectYears *subject)
{
    for (guint i = 0; i < subjects->len; i++) {
        const char *other = ((const SubjectYears *)g_ptr_array_index(subjects, i))->series->code;
        if (strlen(other) > strlen(subject->series->code) && g_str_has_prefix(other, subject->series->code))
            return true;
    }
    return false;
}

/* What is outside of its interval, by how far; then by the money of the newest year. */
static gint candidate_compare(gconstpointer a, gconstpointer b)
{
    const Candidate *x = a, *y = b;
    double left = fabs(x->beyond), right = fabs(y->beyond);
    if (left <= 0 && right <= 0) {
        left = candidate_newest(x);
        right = candidate_newest(y);
    }
    return (left < right) - (left > right);
}

static GArray *candidates_from_subjects(const GPtrArray *subjects)
{
    GArray *candidates = g_array_new(FALSE, TRUE, sizeof(Candidate));
    for (guint i = 0; i < subjects->len; i++) {
        const SubjectYears *subject = g_ptr_array_index(subjects, i);
        Candidate candidate = {.subject = subject};
        while (candidate.from < subject->n && subject->years[candidate.from] <= subject->years[subject->n - 1] - YEARS_SHOWN)
            candidate.from++;
        if (subject->series->code[0] == '\0' || subject->n - candidate.from < PANEL_YEARS_LEAST ||
            subject_is_divided(subjects, subject))
            continue;
        candidate_expect(&candidate);
        g_array_append_val(candidates, candidate);
    }
    g_array_sort(candidates, candidate_compare);
    return candidates;
}

static void panel_add_fit(ChartPanel *panel, const Candidate *candidate)
{
    const int *years = candidate->subject->years + candidate->from;
    const double *values = candidate->subject->values + candidate->from;
    const size_t n = candidate->subject->n - candidate->from;
    const size_t fitted = n >= INTERVAL_YEARS_LEAST ? n - 1 : n;
    const TheilSen trend = theil_sen_from_series(years, values, fitted);
    if (!trend.slope.known)
        return;
    panel->fit = (ChartFit){.present = true,
                            .intercept = theil_sen_start(&trend, years, values, fitted).value,
                            .slope = trend.slope.value,
                            .origin = years[0],
                            .first_year = years[0],
                            .last_year = years[n - 1]};
}

static void chart_add_candidate(Chart *chart, const Candidate *candidate)
{
    const SubjectYears *subject = candidate->subject;
    g_autofree char *label = subject_title(subject->series->code, subject->series->label);
    ChartPanel *panel = chart_add_panel(chart, label);
    for (size_t i = candidate->from; i < subject->n; i++) {
        const SeriesPoint *point = series_point_of_year(subject->series, subject->years[i]);
        chart_panel_add_point(panel, subject->years[i], subject->values[i], point != NULL && point->implied);
    }
    double before = 0;
    if (subject_years_value(subject, subject->years[subject->n - 1] - 1, &before)) {
        Measured growth = growth_percent(before, candidate_newest(candidate));
        panel->growth = growth.known ? growth.value : NAN;
    }
    panel->interval = candidate->interval;
    panel_add_fit(panel, candidate);
}

static char *multiples_title(const Chart *chart, const GArray *candidates, int year)
{
    guint judged = 0, outside = 0, wide = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        judged += candidate->interval.present;
        wide += candidate->interval.present && interval_says_little(candidate->interval.low, candidate->interval.high);
        outside += fabs(candidate->beyond) > 0;
    }
    const Candidate *first = &g_array_index(candidates, Candidate, 0);
    g_autofree char *newest = amount_said(chart, candidate_newest(first));
    if (judged == 0)
        return g_strdup_printf(say("%d 年 %u 个科目，年数还不够推算区间；金额最大的是%s，%s",
                                   "%d: %u subjects, with too few years to expect a range; the largest is %s, %s"),
                               year, candidates->len, first->subject->series->label, newest);
    if (outside == 0 && wide == judged)
        return g_strdup_printf(say("%d 年可推算的 %u 个科目，区间都太宽，看不出是否异常",
                                   "%d: for each of %u subjects the range expected is too wide to tell"),
                               year, judged);
    if (outside == 0 && wide > 0)
        return g_strdup_printf(say("%d 年没有科目超出往年推算的区间；%u 个可推算的科目中 %u 个区间太宽，看不出异常",
                                   "%1$d: no subject lies outside the range expected; for %3$u of %2$u it is too wide to tell"),
                               year, judged, wide);
    if (outside == 0)
        return g_strdup_printf(say("%d 年可推算的 %u 个科目都在往年推算的区间之内",
                                   "%d: all %u subjects with a range expected lie within it"),
                               year, judged);
    g_autofree char *beyond = amount_said(chart, fabs(first->beyond));
    return g_strdup_printf(
        first->beyond > 0
            ? say("%d 年可推算的 %u 个科目中 %u 个超出往年推算的区间，最多的是%s，高出 %s",
                  "%1$d: %3$u of %2$u subjects with a range expected lie outside it; most of all %4$s, %5$s above")
            : say("%d 年可推算的 %u 个科目中 %u 个超出往年推算的区间，最多的是%s，低了 %s",
                  "%1$d: %3$u of %2$u subjects with a range expected lie outside it; most of all %4$s, %5$s below"),
        year, judged, outside, first->subject->series->label, beyond);
}

Chart *multiples_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_autoptr(GPtrArray) subjects = subject_years_from_series(view->series, view->filing);
    g_autoptr(GArray) candidates = candidates_from_subjects(subjects);
    if (candidates->len == 0)
        return chart_content_missing(error, say("没有一个科目有三年以上的数据，画不出各科目走势",
                                                "no subject is known for three years or more, so there is no course to draw"));
    Chart *chart = chart_of_year(view, CHART_MULTIPLES, "multiples", g_strdup(""));
    g_free(chart->title);
    chart->title = multiples_title(chart, candidates, view->year);
    guint shown = MIN(candidates->len, (guint)PANELS_MOST);
    chart->n_left_out = candidates->len - shown;
    int first = view->year;
    for (guint i = 0; i < shown; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        chart_add_candidate(chart, candidate);
        first = MIN(first, candidate->subject->years[candidate->from]);
    }
    chart_say_years(chart, view, first);
    return chart;
}

/* ---- heat ---- */

enum { HEAT_ROWS_MOST = 25, HEAT_COLUMNS_MOST = 14, HEAT_COLUMNS_LEAST = 2 };

/* From here on the title counts a change, in whole %. */
static const double MUCH = 20;

static bool series_is_subject(const DepartmentYear *view, const Series *series)
{
    return department_year_compares(view, series) && series->direction == DIRECTION_EXPENDITURE &&
           (series->fund == FUND_ALL || series->fund == FUND_GENERAL) && g_str_equal(series->measure, "total") &&
           series->code[0] == '2';
}

/* Also of years known under other codes only. */
static const SeriesPoint *comparable_point(const Series *series, int year)
{
    const SeriesPoint *point = series_point_of_year(series, year);
    for (guint i = 0; point == NULL && i < series->joined->len; i++)
        if (g_array_index(series->joined, SeriesPoint, i).year == year)
            point = &g_array_index(series->joined, SeriesPoint, i);
    return point;
}

static gint series_compare_codes(gconstpointer a, gconstpointer b)
{
    const Series *x = *(Series *const *)a, *y = *(Series *const *)b;
    int order = strcmp(x->code, y->code);
    return order != 0 ? order : strcmp(x->label, y->label);
}

static bool series_is_divided(const GPtrArray *all, const Series *series)
{
    for (guint i = 0; i < all->len; i++) {
        const Series *other = g_ptr_array_index(all, i);
        if (strlen(other->code) > strlen(series->code) && g_str_has_prefix(other->code, series->code))
            return true;
    }
    return false;
}

/*
 * The subjects of any year, also those that are gone, by code; each of all funds together where a table has that. A
 * code that was given another meaning is two subjects.
 */
static GPtrArray *subjects_of_all_years(const DepartmentYear *view)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_autoptr(GHashTable) funds = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < view->series->len; i++) {
        Series *series = g_ptr_array_index(view->series, i);
        if (!series_is_subject(view, series))
            continue;
        const Series *taken = g_hash_table_lookup(funds, series->code);
        if (taken != NULL && taken->fund != series->fund)
            continue;
        g_hash_table_insert(funds, series->code, series);
        g_ptr_array_add(all, series);
    }
    GPtrArray *items = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++)
        if (!series_is_divided(all, g_ptr_array_index(all, i)))
            g_ptr_array_add(items, g_ptr_array_index(all, i));
    g_ptr_array_sort(items, series_compare_codes);
    return items;
}

/* A year of which a filing lists the subjects: then one that is not among them is nothing. */
static bool year_is_filed(const GPtrArray *subjects, int year)
{
    for (guint i = 0; i < subjects->len; i++) {
        const SeriesPoint *point = series_point_of_year(g_ptr_array_index(subjects, i), year);
        if (point != NULL && !point->implied)
            return true;
    }
    return false;
}

static ChartCell cell_of_year(const GPtrArray *subjects, const Series *series, int year)
{
    const SeriesPoint *now = comparable_point(series, year), *before = comparable_point(series, year - 1);
    const gint64 has = now != NULL ? now->comparable.fen : 0, had = before != NULL ? before->comparable.fen : 0;
    ChartCell cell = {.implied = (now != NULL && now->implied) || (before != NULL && before->implied)};
    if ((now == NULL && !year_is_filed(subjects, year)) || (before == NULL && !year_is_filed(subjects, year - 1)) ||
        has < 0 || had < 0 || (has == 0 && had == 0))
        return (ChartCell){0};
    cell.state = had == 0 ? CHART_CELL_NEW : has == 0 ? CHART_CELL_GONE : CHART_CELL_GROWTH;
    if (cell.state == CHART_CELL_GROWTH)
        cell.growth = growth_percent(amount_to_wan_yuan(before->comparable), amount_to_wan_yuan(now->comparable)).value;
    return cell;
}

/* The first year that anything can be compared with the year before; 0 when there is none. */
static int first_compared_year(const DepartmentYear *view, const GPtrArray *subjects)
{
    for (int year = view->year - HEAT_COLUMNS_MOST + 1; year <= view->year; year++)
        for (guint i = 0; i < subjects->len; i++)
            if (cell_of_year(subjects, g_ptr_array_index(subjects, i), year).state == CHART_CELL_GROWTH)
                return year;
    return 0;
}

static gint64 largest_of_years(const Series *series, int first)
{
    gint64 largest = 0;
    for (guint i = 0; i < series->points->len; i++)
        if (series_point(series, i)->year >= first - 1)
            largest = MAX(largest, series_point(series, i)->comparable.fen);
    return largest;
}

typedef struct {
    Series *series;
    gint64 fen;
} Sized;

static gint sized_compare(gconstpointer a, gconstpointer b)
{
    gint64 x = ((const Sized *)a)->fen, y = ((const Sized *)b)->fen;
    return (x < y) - (x > y);
}

/* The subjects with anything to show from `first` on, by code; of too many the largest. */
static GPtrArray *subjects_shown(const DepartmentYear *view, const GPtrArray *subjects, int first, guint *left_out)
{
    g_autoptr(GArray) sized = g_array_new(FALSE, FALSE, sizeof(Sized));
    for (guint i = 0; i < subjects->len; i++) {
        Sized one = {g_ptr_array_index(subjects, i), largest_of_years(g_ptr_array_index(subjects, i), first)};
        bool any = false;
        for (int year = first; year <= view->year && !any; year++)
            any = cell_of_year(subjects, one.series, year).state != CHART_CELL_UNKNOWN;
        if (any)
            g_array_append_val(sized, one);
    }
    g_array_sort(sized, sized_compare);
    guint shown = MIN(sized->len, (guint)HEAT_ROWS_MOST);
    *left_out = sized->len - shown;
    GPtrArray *rows = g_ptr_array_new();
    for (guint i = 0; i < shown; i++)
        g_ptr_array_add(rows, g_array_index(sized, Sized, i).series);
    g_ptr_array_sort(rows, series_compare_codes);
    return rows;
}

static void heat_add_row(Chart *chart, const DepartmentYear *view, const GPtrArray *subjects, const Series *series)
{
    g_autofree char *label =
        series->code[0] != '\0' ? subject_title(series->code, series->label) : g_strdup(say("支出总额", "Total expenditure"));
    ChartHeatRow *row = chart_add_heat_row(chart, label);
    row->whole = series->code[0] == '\0';
    for (int year = chart->first_year; year <= view->year; year++) {
        ChartCell cell = cell_of_year(subjects, series, year);
        g_array_append_val(row->cells, cell);
    }
}

/* How the newest year compares: counted over all subjects, also those that are not drawn. */
static char *heat_title(const DepartmentYear *view, const GPtrArray *subjects)
{
    const Series *largest = NULL;
    gint64 most = 0;
    double rate = 0;
    guint compared = 0, much = 0;
    for (guint i = 0; i < subjects->len; i++) {
        const Series *series = g_ptr_array_index(subjects, i);
        ChartCell cell = cell_of_year(subjects, series, view->year);
        if (cell.state != CHART_CELL_GROWTH)
            continue;
        gint64 change = ABS(comparable_point(series, view->year)->comparable.fen -
                            comparable_point(series, view->year - 1)->comparable.fen);
        compared++;
        much += fabs(round(cell.growth)) >= MUCH;
        if (largest == NULL || change > most) {
            largest = series;
            most = change;
            rate = cell.growth;
        }
    }
    if (largest == NULL)
        return g_strdup_printf(say("%d 年没有一个科目与上年可比", "In %d no subject can be compared with the year before"), view->year);
    g_autofree char *percent = chart_percent_text(rate, true);
    if (much == 0)
        return g_strdup_printf(say("%d 年可比的 %u 个科目增减都不到 20%%；金额变动最大的是%s（%s）",
                                   "%d: none of %u comparable subjects moved by 20 %% or more; the most money: %s (%s)"),
                               view->year, compared, largest->label, percent);
    return g_strdup_printf(say("%d 年可比的 %u 个科目中 %u 个增减 20%% 以上；金额变动最大的是%s（%s）",
                               "%1$d: %3$u of %2$u comparable subjects moved by 20 %% or more; the most money: %4$s (%5$s)"),
                           view->year, compared, much, largest->label, percent);
}

Chart *heat_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_autoptr(GPtrArray) subjects = subjects_of_all_years(view);
    int first = first_compared_year(view, subjects);
    if (first == 0 || view->year - first + 1 < HEAT_COLUMNS_LEAST)
        return chart_content_missing(error, say("可与上年比较的不足两年，画不出各科目历年增幅",
                                                "fewer than two years can be compared with the year before them: no growth by subject and year"));
    Chart *chart = chart_of_year(view, CHART_HEAT, "heat", heat_title(view, subjects));
    chart->first_year = first;
    const Series *whole = department_year_series(view, total_expenditure, "");
    if (whole != NULL)
        heat_add_row(chart, view, subjects, whole);
    g_autoptr(GPtrArray) rows = subjects_shown(view, subjects, first, &chart->n_left_out);
    for (guint i = 0; i < rows->len; i++)
        heat_add_row(chart, view, subjects, g_ptr_array_index(rows, i));
    chart_say_years(chart, view, first);
    return chart;
}
