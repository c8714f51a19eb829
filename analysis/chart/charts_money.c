/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of a department's money over the years: totals by class, revenue by fund, and the shares of the classes.
 *
 * A year is divided only where its parts are its whole: up to the rounding of what is printed, or, of a year that has a
 * filing, less (the remainder then stands with the others). Elsewhere the whole alone is shown.
 */
#include "analysis/chart/charts_contents.h"

#include <math.h>
#include <string.h>

#include "analysis/chart/scale.h"
#include "analysis/stat/structure.h"
#include "schema/language.h"

/* More years than this are no picture any more. */
enum { MONEY_YEARS_MAX = 15, YEARS_NEEDED = 2, CLASS_DIGITS = 3 };

typedef struct {
    GPtrArray *series; /* const Series *: the parts, not owned */
    GPtrArray *labels; /* char * */
    Yardstick whole;
    Yardstick stand_in; /* of the whole, where that is not printed; measure NULL: there is none */
    bool sum_is_whole;  /* no whole is ever printed: what the parts add to is the whole */
    gint spare;         /* index of a part that the others may already hold; -1: none */
} MoneyParts;

typedef struct {
    int year;
    bool known, implied, divided;
    gint64 whole;  /* in fen */
    gint64 *parts; /* in fen, one a part */
    double moved;  /* in %; NAN */
} MoneyYear;

typedef struct {
    MoneyParts parts;
    GArray *years; /* MoneyYear: the known ones, ascending */
    int first_filed;
} Money;

static void money_year_clear(void *item)
{
    g_free(((MoneyYear *)item)->parts);
}

static void money_init(Money *money)
{
    *money = (Money){.parts = {.spare = -1}};
    money->parts.series = g_ptr_array_new();
    money->parts.labels = g_ptr_array_new_with_free_func(g_free);
    money->years = g_array_new(FALSE, TRUE, sizeof(MoneyYear));
    g_array_set_clear_func(money->years, money_year_clear);
}

static void money_clear(Money *money)
{
    g_clear_pointer(&money->parts.series, g_ptr_array_unref);
    g_clear_pointer(&money->parts.labels, g_ptr_array_unref);
    g_clear_pointer(&money->years, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Money, money_clear)

static const MoneyYear *money_year(const Money *money, guint i)
{
    return &g_array_index(money->years, MoneyYear, i);
}

/* ---- which parts ---- */

static bool is_class(const DepartmentYear *view, const Series *series, Fund fund)
{
    return department_year_compares(view, series) && series->direction == DIRECTION_EXPENDITURE &&
           series->fund == fund && g_str_equal(series->measure, "total") && strlen(series->code) == CLASS_DIGITS &&
           series->code[0] == '2';
}

/* A part that is nowhere above zero is none. */
static void part_add(MoneyParts *parts, const Series *series, const char *label)
{
    for (guint i = 0; series != NULL && i < series->points->len; i++)
        if (series_point(series, i)->amount.fen > 0) {
            g_ptr_array_add(parts->series, (gpointer)series);
            g_ptr_array_add(parts->labels, g_strdup(label[0] != '\0' ? label : series->code));
            return;
        }
}

/* How many years the classes of a fund are known in, at most. */
static guint class_years(const DepartmentYear *view, Fund fund)
{
    guint most = 0;
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        if (is_class(view, series, fund))
            most = MAX(most, series->points->len);
    }
    return most;
}

/* Of all funds together, unless only the general public budget is listed by class. */
static Fund classes_choose(MoneyParts *parts, const DepartmentYear *view)
{
    Fund fund = class_years(view, FUND_GENERAL) > class_years(view, FUND_ALL) ? FUND_GENERAL : FUND_ALL;
    parts->whole = (Yardstick){DIRECTION_EXPENDITURE, fund, "total"};
    for (guint i = 0; i < view->series->len; i++) {
        const Series *series = g_ptr_array_index(view->series, i);
        if (is_class(view, series, fund))
            part_add(parts, series, series->label);
    }
    parts->sum_is_whole = department_year_series(view, parts->whole, "") == NULL;
    return fund;
}

static void funds_choose(MoneyParts *parts, const DepartmentYear *view)
{
    static const Fund funds[] = {FUND_GENERAL, FUND_GOVERNMENT, FUND_STATE_CAPITAL, FUND_SPECIAL_ACCOUNT, FUND_OWN};
    parts->whole = (Yardstick){DIRECTION_REVENUE, FUND_ALL, "total"};
    /* A budget balances; final accounts may leave money over. */
    if (view->filing->kind == KIND_BUDGET)
        parts->stand_in = total_expenditure;
    for (guint i = 0; i < G_N_ELEMENTS(funds); i++) {
        Yardstick yardstick = {DIRECTION_REVENUE, funds[i], "total"};
        part_add(parts, department_year_series(view, yardstick, ""), fund_name(funds[i]));
    }
    guint before = parts->series->len;
    part_add(parts, department_year_series(view, total_carryover, ""), say("上年结转结余", "carryover"));
    if (parts->series->len > before && before > 0)
        parts->spare = (gint)before;
}

/* ---- which years ---- */

static void parts_of_year(const MoneyParts *parts, MoneyYear *made, gint64 *sum, gint64 *slack)
{
    made->parts = g_new0(gint64, parts->series->len + 1);
    for (guint i = 0; i < parts->series->len; i++) {
        const SeriesPoint *point = series_point_of_year(g_ptr_array_index(parts->series, i), made->year);
        if (point == NULL)
            continue;
        made->parts[i] = point->amount.fen;
        made->implied = made->implied || (point->implied && point->amount.fen != 0);
        *sum += point->amount.fen;
        *slack += point->amount.step;
    }
}

static bool parts_all_positive(const MoneyParts *parts, const MoneyYear *made)
{
    for (guint i = 0; i < parts->series->len; i++)
        if (made->parts[i] < 0)
            return false;
    return true;
}

/* Some filings count the carryover within the funds it came from: then it is no part beside them. */
static void year_divide(const MoneyParts *parts, MoneyYear *made, gint64 sum, gint64 slack)
{
    if (parts->spare >= 0 && sum > made->whole + slack) {
        sum -= made->parts[parts->spare];
        made->parts[parts->spare] = 0;
    }
    bool whole = sum <= made->whole + slack && (sum >= made->whole - slack || !made->implied);
    made->divided = whole && sum > 0 && made->whole > 0 && parts_all_positive(parts, made);
}

static void year_add(Money *money, const DepartmentYear *view, int year)
{
    const MoneyParts *parts = &money->parts;
    MoneyYear made = {.year = year, .moved = NAN};
    YearFigure whole = department_year_figure(view, parts->whole, "", year);
    if (!whole.known && parts->stand_in.measure != NULL)
        whole = department_year_figure(view, parts->stand_in, "", year);
    gint64 sum = 0;
    gint64 slack = whole.known ? whole.amount.step : 1;
    made.implied = whole.known && whole.implied;
    parts_of_year(parts, &made, &sum, &slack);
    made.known = whole.known || (parts->sum_is_whole && !made.implied && sum > 0);
    made.whole = whole.known ? whole.amount.fen : sum;
    if (!made.known) {
        g_free(made.parts);
        return;
    }
    year_divide(parts, &made, sum, slack / 2);
    if (!made.implied && money->first_filed == 0)
        money->first_filed = year;
    g_array_append_val(money->years, made);
}

/* Half the sum of the absolute changes of the shares, in %. */
static double moved_between(const MoneyParts *parts, const MoneyYear *before, const MoneyYear *now)
{
    guint n = parts->series->len;
    g_autofree double *old = g_new(double, n + 1);
    g_autofree double *new = g_new(double, n + 1);
    for (guint i = 0; i < n; i++) {
        old[i] = (double)before->parts[i];
        new[i] = (double)now->parts[i];
    }
    Measured moved = structural_change(old, new, n);
    return moved.known ? 100 * moved.value : NAN;
}

static void years_collect(Money *money, const DepartmentYear *view)
{
    for (int year = view->year - MONEY_YEARS_MAX + 1; year <= view->year; year++)
        year_add(money, view, year);
    for (guint i = 1; i < money->years->len; i++) {
        const MoneyYear *before = money_year(money, i - 1);
        MoneyYear *now = &g_array_index(money->years, MoneyYear, i);
        if (before->divided && now->divided && before->year == now->year - 1)
            now->moved = moved_between(&money->parts, before, now);
    }
}

static guint years_divided(const Money *money)
{
    guint divided = 0;
    for (guint i = 0; i < money->years->len; i++)
        divided += money_year(money, i)->divided ? 1 : 0;
    return divided;
}

/* ---- the chart ---- */

static double wan_yuan(gint64 fen)
{
    return (double)fen / (double)FEN_PER_WAN_YUAN;
}

/* The figures, and where they are from. `what` is said in the subtitle. */
static void money_fill(const Money *money, Chart *chart, const DepartmentYear *view, const char *what)
{
    guint n = money->parts.series->len;
    g_autofree double *amounts = g_new(double, n + 1);
    for (guint i = 0; i < n; i++)
        chart_add_money_part(chart, money->parts.labels->pdata[i]);
    for (guint i = 0; i < money->years->len; i++) {
        const MoneyYear *year = money_year(money, i);
        for (guint part = 0; part < n; part++)
            amounts[part] = wan_yuan(year->parts[part]);
        chart_add_money_year(chart, year->year, wan_yuan(year->whole), year->divided ? amounts : NULL, year->implied);
        chart_set_moved(chart, year->moved);
    }
    int first = money_year(money, 0)->year;
    int last = money_year(money, money->years->len - 1)->year;
    g_autofree char *subtitle = g_strdup_printf(say("%s，%d 至 %d 年%s，%s", "%s, %d to %d %s, %s"),
                                                view->department->name, first, last, kind_name(view->filing->kind), what);
    chart_set_subtitle(chart, subtitle);
    chart_note_years(chart, money->first_filed, last);
}

static Chart *too_few_years(guint known, const char *what, GError **error)
{
    g_autofree char *why = g_strdup_printf(say("只有 %u 年的%s；两年以上才画历年的图",
                                               "%u years of %s are known; a chart over the years takes two"),
                                           known, what);
    return chart_content_missing(error, why);
}

static double largest_whole(const Money *money)
{
    double largest = 0;
    for (guint i = 0; i < money->years->len; i++)
        largest = MAX(largest, fabs(wan_yuan(money_year(money, i)->whole)));
    return largest;
}

/* ---- totals ---- */

/* The part that changed most the way that the whole did; -1 when the ends cannot be compared by part. */
static gint part_behind(const MoneyParts *parts, const MoneyYear *first, const MoneyYear *last)
{
    gint found = -1;
    gint64 most = 0;
    gint64 sign = last->whole > first->whole ? 1 : -1;
    bool several = parts->series->len > 1;
    for (guint i = 0; several && first->divided && last->divided && i < parts->series->len; i++) {
        gint64 change = sign * (last->parts[i] - first->parts[i]);
        if (change > most) {
            most = change;
            found = (gint)i;
        }
    }
    return found;
}

static char *totals_title(const Money *money, ChartScale scale)
{
    const MoneyYear *first = money_year(money, 0);
    const MoneyYear *last = money_year(money, money->years->len - 1);
    g_autofree char *from = chart_amount_text(scale, wan_yuan(first->whole), false);
    g_autofree char *to = chart_amount_text(scale, wan_yuan(last->whole), false);
    if (first->whole == last->whole)
        return g_strdup_printf(say("%d 年支出与 %d 年持平，都是 %s %s", "Spending in %d is as in %d: %s, %s"), last->year,
                               first->year, to, scale.unit);
    bool up = last->whole > first->whole;
    g_autoptr(GString) title = g_string_new(NULL);
    g_string_printf(title,
                    up ? say("支出由 %d 年的 %s 增至 %d 年的 %s %s", "Spending up from %2$s (%1$d) to %4$s (%3$d), %5$s")
                       : say("支出由 %d 年的 %s 减至 %d 年的 %s %s", "Spending down from %2$s (%1$d) to %4$s (%3$d), %5$s"),
                    first->year, from, last->year, to, scale.unit);
    gint part = part_behind(&money->parts, first, last);
    if (part < 0)
        return g_string_free(g_steal_pointer(&title), FALSE);
    g_autofree char *change = chart_amount_text(scale, wan_yuan(last->parts[part] - first->parts[part]), true);
    g_string_append_printf(title, up ? say("，增加最多的是%s（%s）", "; most of all %s (%s)")
                                     : say("，减少最多的是%s（%s）", "; most of all %s (%s)"),
                           (const char *)money->parts.labels->pdata[part], change);
    return g_string_free(g_steal_pointer(&title), FALSE);
}

Chart *totals_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_auto(Money) money = {0};
    money_init(&money);
    Fund fund = classes_choose(&money.parts, view);
    years_collect(&money, view);
    if (money.years->len < YEARS_NEEDED)
        return too_few_years(money.years->len, say("支出总额", "total expenditure"), error);
    Chart *chart = chart_of_year(view, CHART_STACK, "totals", g_strdup(""));
    money_fill(&money, chart, view, fund == FUND_ALL ? say("支出按功能分类", "expenditure by class")
                                                     : say("一般公共预算支出按功能分类", "general public budget by class"));
    g_free(chart->title);
    chart->title = totals_title(&money, chart_scale_choose(chart, largest_whole(&money)));
    return chart;
}

/* ---- funds ---- */

static guint largest_part(const MoneyParts *parts, const MoneyYear *year)
{
    guint largest = 0;
    for (guint i = 1; i < parts->series->len; i++)
        if (year->parts[i] > year->parts[largest])
            largest = i;
    return largest;
}

static double share_of_part(const MoneyYear *year, guint part)
{
    return 100 * (double)year->parts[part] / (double)year->whole;
}

/* The first and the last of the divided years; NULL when there is none. */
static const MoneyYear *divided_end(const Money *money, bool last)
{
    const MoneyYear *found = NULL;
    for (guint i = 0; i < money->years->len; i++)
        if (money_year(money, i)->divided && (last || found == NULL))
            found = money_year(money, i);
    return found;
}

static char *funds_title(const Money *money)
{
    const MoneyYear *first = divided_end(money, false);
    const MoneyYear *last = divided_end(money, true);
    guint part = largest_part(&money->parts, last);
    double now = share_of_part(last, part);
    double before = share_of_part(first, part);
    const char *label = money->parts.labels->pdata[part];
    if (fabs(now - before) < 0.05)
        return g_strdup_printf(say("收入的 %.1f%% 来自%s，%d 年以来没有变", "%.1f %% of revenue is %s, as in %d"), now, label,
                               first->year);
    return g_strdup_printf(say("%d 年收入的 %.1f%% 来自%s（%d 年 %.1f%%）", "In %d, %.1f %% of revenue is %s (%d: %.1f %%)"),
                           last->year, now, label, first->year, before);
}

Chart *funds_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_auto(Money) money = {0};
    money_init(&money);
    funds_choose(&money.parts, view);
    if (money.parts.series->len == 0)
        return chart_content_missing(error, say("材料没有按资金来源列出收入", "the filings do not divide revenue by fund"));
    years_collect(&money, view);
    guint divided = years_divided(&money);
    if (divided < YEARS_NEEDED)
        return too_few_years(divided, say("按资金来源分的收入", "revenue by fund"), error);
    Chart *chart = chart_of_year(view, CHART_STACK, "funds", funds_title(&money));
    money_fill(&money, chart, view, say("收入按资金来源", "revenue by fund"));
    return chart;
}

/* ---- shares ---- */

static const MoneyYear *most_moved(const Money *money)
{
    const MoneyYear *found = NULL;
    for (guint i = 0; i < money->years->len; i++) {
        const MoneyYear *year = money_year(money, i);
        if (!isnan(year->moved) && (found == NULL || year->moved > found->moved))
            found = year;
    }
    return found;
}

/* The part whose share changed most since the year before, in points of %. */
static guint part_moved(const MoneyParts *parts, const MoneyYear *year, double *points)
{
    const MoneyYear *before = year - 1; /* moved is known between neighbours only */
    guint found = 0;
    *points = 0;
    for (guint i = 0; i < parts->series->len; i++) {
        double change = share_of_part(year, i) - share_of_part(before, i);
        if (fabs(change) > fabs(*points)) {
            *points = change;
            found = i;
        }
    }
    return found;
}

static char *shares_title(const Money *money)
{
    const MoneyYear *year = most_moved(money);
    if (year == NULL) {
        const MoneyYear *last = divided_end(money, true);
        guint part = largest_part(&money->parts, last);
        return g_strdup_printf(say("%d 年支出的 %.1f%% 是%s", "In %d, %.1f %% of expenditure is %s"), last->year,
                               share_of_part(last, part), (const char *)money->parts.labels->pdata[part]);
    }
    if (year->moved < 0.05)
        return g_strdup(say("各类支出的比重历年没有变动", "The shares of the classes never changed"));
    double points = 0;
    guint part = part_moved(&money->parts, year, &points);
    return g_strdup_printf(points > 0 ? say("结构变动最大的是 %d 年（%.1f%%）：%s的比重上升 %.1f 个百分点",
                                            "The structure moved most in %d (%.1f %%): %s gained %.1f points")
                                      : say("结构变动最大的是 %d 年（%.1f%%）：%s的比重下降 %.1f 个百分点",
                                            "The structure moved most in %d (%.1f %%): %s lost %.1f points"),
                           year->year, year->moved, (const char *)money->parts.labels->pdata[part], fabs(points));
}

Chart *shares_from_year(const DepartmentYear *view, const char *subject, GError **error)
{
    (void)subject;
    g_auto(Money) money = {0};
    money_init(&money);
    Fund fund = classes_choose(&money.parts, view);
    years_collect(&money, view);
    guint divided = years_divided(&money);
    if (divided < YEARS_NEEDED)
        return too_few_years(divided, say("按功能分类的支出", "expenditure by class"), error);
    Chart *chart = chart_of_year(view, CHART_SHARES, "shares", shares_title(&money));
    money_fill(&money, chart, view, fund == FUND_ALL ? say("各类支出的比重", "shares of expenditure by class")
                                                     : say("一般公共预算各类支出的比重", "shares of the general public budget"));
    return chart;
}
