/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/department_year.h"

#include "history/figures.h"
#include "schema/error.h"
#include "schema/language.h"

const Yardstick total_expenditure = {DIRECTION_EXPENDITURE, FUND_ALL, "total"};
const Yardstick total_carryover = {DIRECTION_CARRYOVER, FUND_ALL, "total"};

/* Of budgets, which compare with budgets; of final accounts where there is no budget. */
static int newest_year(const Department *department)
{
    int newest = 0;
    int newest_budget = 0;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        newest = MAX(newest, filing->fiscal_year);
        if (filing->kind == KIND_BUDGET)
            newest_budget = MAX(newest_budget, filing->fiscal_year);
    }
    return newest_budget != 0 ? newest_budget : newest;
}

static const Filing *filing_of_year(const Department *department, int year)
{
    const Filing *budget = department_filing(department, year, KIND_BUDGET);
    return budget != NULL ? budget : department_filing(department, year, KIND_ACCOUNTS);
}

static void fail_without_filing(const Department *department, int year, GError **error)
{
    g_autoptr(GString) years = g_string_new(NULL);
    int last = 0;
    for (guint i = 0; i < department->filings->len; i++) {
        int filed = ((const Filing *)g_ptr_array_index(department->filings, i))->fiscal_year;
        if (filed != last)
            g_string_append_printf(years, "%s%d", years->len > 0 ? " " : "", filed);
        last = filed;
    }
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("%s 没有 %d 年的公开材料；已有年份：%s", "%s has no filing of %d; years it has: %s"),
                department->name, year, years->len > 0 ? years->str : "-");
}

/* A report of an earlier year must not know what came after it. */
static void series_end_with(const GPtrArray *series, int year)
{
    for (guint i = 0; i < series->len; i++) {
        GArray *points = ((Series *)g_ptr_array_index(series, i))->points;
        while (points->len > 0 && g_array_index(points, SeriesPoint, points->len - 1).year > year)
            g_array_set_size(points, points->len - 1);
    }
}

static GHashTable *labels_of_named_lines(const Department *department)
{
    GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint f = 0; f < department->filings->len; f++) {
        const Filing *filing = g_ptr_array_index(department->filings, f);
        for (guint t = 0; t < filing->tables->len; t++) {
            const Table *table = g_ptr_array_index(filing->tables, t);
            for (guint r = 0; r < table->rows->len; r++) {
                const Row *row = table_row(table, (int)r);
                /* A tidy file has no levels: there a line called 合计 is the whole. */
                if (g_str_equal(filing->form, FORM_TIDY) && label_is_total(row->label))
                    continue;
                if (row->code[0] == '\0' && row->measure[0] == '\0' && row->level > 0)
                    g_hash_table_add(named, g_strdup(row->project[0] != '\0' ? row->project : row->label));
            }
        }
    }
    return named;
}

DepartmentYear *department_year_new(const Department *department, int year, const Thresholds *thresholds,
                                    GError **error)
{
    if (year == 0)
        year = newest_year(department);
    const Filing *filing = filing_of_year(department, year);
    if (filing == NULL) {
        fail_without_filing(department, year, error);
        return NULL;
    }
    DepartmentYear *view = g_new0(DepartmentYear, 1);
    view->department = department;
    view->thresholds = thresholds;
    view->filing = filing;
    view->year = year;
    view->base_year = year - 1;
    view->series = series_of_department(department, thresholds);
    series_end_with(view->series, year);
    view->named = labels_of_named_lines(department);
    g_autoptr(GError) none = NULL;
    view->ledger = ledger_from_department(department, year, view->base_year, thresholds, &none);
    view->no_ledger = g_strdup(none != NULL ? none->message : "");
    return view;
}

void department_year_free(DepartmentYear *view)
{
    if (view == NULL)
        return;
    g_ptr_array_unref(view->series);
    g_hash_table_unref(view->named);
    ledger_free(view->ledger);
    g_free(view->no_ledger);
    g_free(view);
}

bool department_year_compares(const DepartmentYear *view, const Series *series)
{
    Phase phase = view->filing->kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
    return series->kind == view->filing->kind && series->scope == view->filing->scope && series->phase == phase;
}

static bool series_measures(const Series *series, Yardstick yardstick, const char *code)
{
    return series->direction == yardstick.direction && series->fund == yardstick.fund &&
           g_str_equal(series->measure, yardstick.measure) && g_str_equal(series->code, code);
}

const Series *department_year_series(const DepartmentYear *view, Yardstick yardstick, const char *code)
{
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        bool named = code[0] == '\0' && g_hash_table_contains(view->named, series->label);
        if (!named && department_year_compares(view, series) && series_measures(series, yardstick, code))
            return series;
    }
    return NULL;
}

const SeriesPoint *series_point_of_year(const Series *series, int year)
{
    for (guint i = 0; series != NULL && i < series->points->len; i++)
        if (series_point(series, i)->year == year)
            return series_point(series, i);
    return NULL;
}

/* A whole, and what stands for it in the year before when this year the two are the same. */
static const struct {
    Yardstick whole, same;
} stand_ins[] = {
    {{DIRECTION_REVENUE, FUND_GENERAL, "total"}, {DIRECTION_REVENUE, FUND_GENERAL, "local"}},
    {{DIRECTION_REVENUE, FUND_GOVERNMENT, "total"}, {DIRECTION_REVENUE, FUND_GOVERNMENT, "local"}},
    {{DIRECTION_REVENUE, FUND_STATE_CAPITAL, "total"}, {DIRECTION_REVENUE, FUND_STATE_CAPITAL, "local"}},
    {{DIRECTION_CARRYOVER, FUND_ALL, "total"}, {DIRECTION_CARRYOVER, FUND_ALL, "appropriation"}},
    {{DIRECTION_REVENUE, FUND_ALL, "total"}, {DIRECTION_EXPENDITURE, FUND_ALL, "total"}},
};

static bool yardstick_equal(Yardstick a, Yardstick b)
{
    return a.direction == b.direction && a.fund == b.fund && g_str_equal(a.measure, b.measure);
}

static YearFigure figure_of_series(const DepartmentYear *view, Yardstick yardstick, const char *code, int year)
{
    const SeriesPoint *point = series_point_of_year(department_year_series(view, yardstick, code), year);
    YearFigure figure = {0};
    if (point != NULL)
        figure = (YearFigure){true, point->implied, point->amount};
    return figure;
}

static YearFigure figure_of_base_year(const DepartmentYear *view, Yardstick yardstick)
{
    const Ledger *ledger = view->ledger;
    if (yardstick_equal(yardstick, total_expenditure) && ledger != NULL && ledger->base_known)
        return (YearFigure){true, true, ledger->base_total};
    YearFigure now = figure_of_series(view, yardstick, "", view->year);
    for (guint i = 0; i < G_N_ELEMENTS(stand_ins); i++) {
        if (!yardstick_equal(yardstick, stand_ins[i].whole))
            continue;
        YearFigure same = figure_of_series(view, stand_ins[i].same, "", view->year);
        if (!now.known || !same.known || now.amount.fen != same.amount.fen)
            continue;
        YearFigure before = department_year_figure(view, stand_ins[i].same, "", view->base_year);
        before.implied = true;
        return before;
    }
    return (YearFigure){0};
}

YearFigure department_year_figure(const DepartmentYear *view, Yardstick yardstick, const char *code, int year)
{
    YearFigure figure = figure_of_series(view, yardstick, code, year);
    if (figure.known || code[0] != '\0' || year != view->base_year)
        return figure;
    return figure_of_base_year(view, yardstick);
}

char *subject_title(const char *code, const char *name)
{
    if (code[0] == '\0' || g_str_has_prefix(name, code))
        return g_strdup(name[0] != '\0' ? name : code);
    return name[0] != '\0' ? g_strdup_printf("%s %s", code, name) : g_strdup(code);
}

/* 100 part / whole in hundredths, half away from zero. */
static bool ratio_in_percent(__int128 part, gint64 whole, Rate *rate)
{
    if (whole <= 0)
        return false;
    __int128 twice = 2 * part * 10000;
    __int128 hundredths = (twice + (part < 0 ? -(__int128)whole : (__int128)whole)) / (2 * (__int128)whole);
    const gint64 step = RATE_PERCENT / 100;
    if (hundredths > G_MAXINT64 / step || hundredths < G_MININT64 / step)
        return false;
    *rate = (Rate){(gint64)hundredths * step, step};
    return true;
}

bool growth_of_amounts(Amount before, Amount after, Rate *growth)
{
    return ratio_in_percent((__int128)after.fen - before.fen, before.fen, growth);
}

bool share_of_amounts(Amount part, Amount whole, Rate *share)
{
    return ratio_in_percent(part.fen, whole.fen, share);
}
