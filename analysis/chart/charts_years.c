/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of a year's make-up and of several years: composition and trend.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>
#include <string.h>

#include "analysis/chart/scale.h"
#include "analysis/stat/stat.h"
#include "schema/error.h"
#include "schema/language.h"

/* ---- composition ---- */

static bool is_class_of(const Series *series, Fund fund)
{
    return series->direction == DIRECTION_EXPENDITURE && series->fund == fund &&
           g_str_equal(series->measure, "total") && strlen(series->code) == 3 && series->code[0] == '2';
}

typedef struct {
    const Series *largest;
    Amount amount; /* of the largest */
    double sum;
} Classes;

static Classes chart_add_classes(Chart *chart, const DepartmentYear *view, Fund fund)
{
    Classes classes = {0};
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        const SeriesPoint *point = series_point_of_year(series, view->year);
        if (!department_year_compares(view, series) || !is_class_of(series, fund) || point == NULL ||
            point->amount.fen <= 0)
            continue;
        g_autofree char *label = subject_title(series->code, series->label);
        chart_add_part(chart, label, amount_to_wan_yuan(point->amount));
        classes.sum += amount_to_wan_yuan(point->amount);
        if (classes.largest == NULL || point->amount.fen > classes.amount.fen) {
            classes.largest = series;
            classes.amount = point->amount;
        }
    }
    return classes;
}

static void composition_say(Chart *chart, const DepartmentYear *view, const Classes *classes)
{
    double share = 100 * amount_to_wan_yuan(classes->amount) / classes->sum;
    g_free(chart->title);
    chart->title = g_strdup_printf(say("%d 年支出的 %.1f%% 是%s", "In %d, %.1f %% of expenditure is %s"), view->year,
                                   share, classes->largest->label);
}

Chart *composition_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_autoptr(Chart) chart = chart_of_year(view, CHART_COMPOSITION, "composition", g_strdup(""));
    Classes classes = chart_add_classes(chart, view, FUND_ALL);
    if (classes.largest == NULL)
        classes = chart_add_classes(chart, view, FUND_GENERAL);
    if (classes.largest == NULL)
        return chart_content_missing(error, say("没有读到按功能分类的支出，画不出构成图",
                                                "no expenditure by class was read, so there is no composition"));
    composition_say(chart, view, &classes);
    return g_steal_pointer(&chart);
}

/* ---- trend ---- */

static bool series_fits(const Series *series, const char *subject, bool exactly)
{
    if (g_str_equal(series->code, subject) || g_str_equal(series->label, subject))
        return true;
    return !exactly && strstr(series->label, subject) != NULL;
}

/* By code or name; else by a part of a name that belongs to one subject only. */
static const Series *series_of_subject(const DepartmentYear *view, const char *subject, GError **error)
{
    for (int exactly = 1; exactly >= 0; exactly--) {
        const Series *found = NULL;
        bool several = false;
        for (guint i = 0; i < view->series->len; i++) {
            const Series *series = g_ptr_array_index(view->series, i);
            if (!department_year_compares(view, series) || !series_fits(series, subject, exactly == 1))
                continue;
            bool same =
                found != NULL && g_str_equal(found->code, series->code) && g_str_equal(found->label, series->label);
            several = several || (found != NULL && !same);
            /* Of one subject's many measures: expenditure of all funds. */
            bool better = series->direction == DIRECTION_EXPENDITURE && g_str_equal(series->measure, "total") &&
                          (found == NULL || series->fund < found->fund || !g_str_equal(found->measure, "total"));
            if (found == NULL || (same && better))
                found = series;
        }
        if (found != NULL && !several)
            return found;
        if (several) {
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                        say("“%s”不止一个科目，请用代码", "\"%s\" is more than one subject; name its code"), subject);
            return NULL;
        }
    }
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("没有科目“%s”", "there is no subject \"%s\""), subject);
    return NULL;
}

/* The years up to the one looked at, as statistics take them. */
typedef struct {
    GArray *years;  /* int */
    GArray *values; /* double, comparable, in 万元 */
} Points;

static void points_clear(Points *points)
{
    g_clear_pointer(&points->years, g_array_unref);
    g_clear_pointer(&points->values, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Points, points_clear)

static void points_init(Points *points, const Series *series, int last_year)
{
    points->years = g_array_new(FALSE, FALSE, sizeof(int));
    points->values = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        double value = amount_to_wan_yuan(point->comparable);
        if (point->year > last_year)
            continue;
        g_array_append_val(points->years, point->year);
        g_array_append_val(points->values, value);
    }
}

static int point_year(const Points *points, size_t index)
{
    return g_array_index(points->years, int, index);
}

/* A line through the years before the newest, which then stands beside what they let expect. */
static void trend_add_fit(Chart *chart, const Points *points)
{
    size_t n = points->values->len;
    size_t fitted = n >= 4 ? n - 1 : n;
    const int *years = (const int *)(const void *)points->years->data;
    const double *values = (const double *)(const void *)points->values->data;
    LogTrend trend = log_trend_from_series(years, values, fitted);
    LogTrend whole = log_trend_from_series(years, values, n);
    if (trend.fit.slope.known && values[0] > 0) {
        ChartFit fit = {.intercept = log(values[0]) + trend.fit.intercept.value,
                        .slope = trend.fit.slope.value,
                        .origin = years[fitted - 1],
                        .first_year = years[0],
                        .last_year = years[n - 1]};
        chart_set_fit(chart, CHART_FIT_LOG_LINEAR, fit);
    }
    if (whole.newest.low.known && whole.newest.high.known)
        chart_set_interval(chart, years[n - 1], whole.newest.low.value, whole.newest.high.value);
}

static char *trend_title(const char *what, const Points *points, const Interval *expected)
{
    size_t n = points->values->len;
    double newest = g_array_index(points->values, double, n - 1);
    int year = point_year(points, n - 1);
    double largest = newest;
    for (size_t i = 0; i < n; i++)
        largest = MAX(largest, g_array_index(points->values, double, i));
    g_autofree char *amount = chart_wan_yuan_said(newest, largest, false);
    if (expected->low.known) {
        g_autofree char *low = chart_wan_yuan_said(expected->low.value, largest, false);
        g_autofree char *high = chart_wan_yuan_said(expected->high.value, largest, false);
        if (newest > expected->high.value)
            return g_strdup_printf(say("%d 年%s %s，高出往年推算的区间（至 %s）",
                                       "%d %s: %s, above the range expected (to %s)"),
                                   year, what, amount, high);
        if (newest < expected->low.value)
            return g_strdup_printf(say("%d 年%s %s，低于往年推算的区间（自 %s）",
                                       "%d %s: %s, below the range expected (from %s)"),
                                   year, what, amount, low);
        if (interval_says_little(expected->low.value, expected->high.value))
            return g_strdup_printf(say("%d 年%s %s；往年起伏大或年数少，推算的区间太宽，看不出是否异常",
                                       "%d %s: %s; the range expected is too wide to tell whether that is unusual"),
                                   year, what, amount);
        return g_strdup_printf(say("%d 年%s %s，在往年推算的区间之内", "%d %s: %s, within the range expected"), year, what,
                               amount);
    }
    Measured pace =
        compound_growth_percent(g_array_index(points->values, double, 0), newest, year - point_year(points, 0));
    if (!pace.known)
        return g_strdup_printf(say("%d 至 %d 年%s", "%d to %d: %s"), point_year(points, 0), year, what);
    return g_strdup_printf(say("%d 至 %d 年%s年均变动 %+.1f%%", "%d to %d: %s changed by %+.1f %% a year"),
                           point_year(points, 0), year, what, pace.value);
}

static Chart *trend_draw(const DepartmentYear *view, const Series *series, const char *what, const Points *points)
{
    LogTrend whole = log_trend_from_series((const int *)(const void *)points->years->data,
                                           (const double *)(const void *)points->values->data, points->values->len);
    Chart *chart = chart_of_year(view, CHART_TREND, "trend", trend_title(what, points, &whole.newest));
    int first_filed = 0;
    for (guint i = 0; i < points->years->len; i++) {
        const SeriesPoint *point = series_point_of_year(series, point_year(points, i));
        if (!point->implied && first_filed == 0)
            first_filed = point->year;
        chart_add_point(chart, point->year, g_array_index(points->values, double, i), point->implied);
    }
    chart_note_years(chart, first_filed, point_year(points, points->years->len - 1));
    trend_add_fit(chart, points);
    g_autofree char *subtitle =
        g_strdup_printf(say("%s，%s，%d 至 %d 年", "%s, %s, %d to %d"), view->department->name, what,
                        point_year(points, 0), point_year(points, points->years->len - 1));
    chart_set_subtitle(chart, subtitle);
    return chart;
}

Chart *trend_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    const Series *series =
        subject != NULL ? series_of_subject(view, subject, error) : department_year_series(view, total_expenditure, "");
    if (series == NULL && subject != NULL)
        return NULL;
    g_auto(Points) points = {0};
    guint n = 0;
    if (series != NULL) {
        points_init(&points, series, view->year);
        n = points.years->len;
    }
    if (n < 3) {
        g_autofree char *why = g_strdup_printf(
            say("只有 %u 年的数据；三年以上才画趋势", "only %u years are known; a trend takes at least three"), n);
        return chart_content_missing(error, why);
    }
    g_autofree char *named = subject != NULL ? subject_title(series->code, series->label) : NULL;
    return trend_draw(view, series, named != NULL ? named : say("支出总额", "total expenditure"), &points);
}
