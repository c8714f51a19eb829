/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/record.h"
#include "cmd/trend.h"
#include "schema/error.h"
#include "schema/language.h"

/* Codes up to this length are classes: what the overview shows. */
#define CLASS_DIGITS 3

/* What most people mean by a subject's figure: all funds together, and not a part of it. */
static bool is_whole(const Series *series)
{
    return series->fund == FUND_ALL && strcmp(series->measure, "total") == 0;
}

/* The overview leaves out what is below a class, parts of wholes, and series of one year. */
static bool is_overview(const Series *series)
{
    return is_whole(series) && strlen(series->code) <= CLASS_DIGITS && series->points->len > 1;
}

static bool is_subject(const Series *series, const char *subject)
{
    return strcmp(series->code, subject) == 0 ||
           (subject[0] != '\0' && strstr(series->label, subject) != NULL);
}

/* The lines of a subject: its wholes, where there are any and no one asked for all of them. */
static void keep_subject(const GArray *lines, const char *subject, bool all, GArray *kept)
{
    for (int wholes = !all; wholes >= 0 && kept->len == 0; wholes--)
        for (guint i = 0; i < lines->len; i++) {
            StatLine line = g_array_index(lines, StatLine, i);
            if (is_subject(line.series, subject) && (!wholes || is_whole(line.series)))
                g_array_append_val(kept, line);
        }
}

static void keep_overview(const GArray *lines, bool all, GArray *kept)
{
    for (guint i = 0; i < lines->len; i++) {
        StatLine line = g_array_index(lines, StatLine, i);
        if (all || is_overview(line.series))
            g_array_append_val(kept, line);
    }
}

static void print_records(const Session *session, const GArray *lines)
{
    RowWriter *rows = stat_records_new(session->format, session->color);
    for (guint i = 0; i < lines->len; i++)
        stat_records_add(rows, &g_array_index(lines, StatLine, i));
    rows_finish(rows);
}

/* The newest year of the department that the price table reaches. */
static int newest_priced_year(const GPtrArray *series, const Deflator *deflator)
{
    int newest = 0;
    for (guint i = 0; i < series->len; i++) {
        const Series *one = g_ptr_array_index(series, i);
        if (one->points->len > 0)
            newest = MAX(newest, series_point(one, one->points->len - 1)->year);
    }
    return CLAMP(newest, deflator_first(deflator), deflator_last(deflator));
}

/* Whether real terms are asked for, and in whose prices: *deflator is NULL when they are not. */
static bool prices_chosen(TrendView *view, Deflator **deflator, GError **error)
{
    const int year = option_number(view->session->options, "prices");
    *deflator = NULL;
    if (year == 0 && !option_flag(view->session->options, "real"))
        return true;
    g_autoptr(Deflator) prices = deflator_new(error);
    if (prices == NULL)
        return false;
    view->base = year != 0 ? year : newest_priced_year(view->series, prices);
    if (view->base < deflator_first(prices) || view->base > deflator_last(prices)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("没有 %d 年的价格指数；有 %d 至 %d 年", "no price index reaches %d; there are those of %d to %d"),
                    view->base, deflator_first(prices), deflator_last(prices));
        return false;
    }
    view->deflator = *deflator = g_steal_pointer(&prices);
    return true;
}

static bool keep_lines(const TrendView *view, const GArray *lines, const char *subject, GArray *kept, GError **error)
{
    bool all = option_flag(view->session->options, "all");
    if (subject == NULL) {
        keep_overview(lines, all, kept);
        return true;
    }
    keep_subject(lines, subject, all, kept);
    if (kept->len > 0)
        return true;
    g_set_error(
        error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
        say("%s 没有编码或名称是“%s”的科目", "%s has no subject with the code or name “%s”"),
        view->department->name, subject);
    return false;
}

static bool trend_run(Session *session, GError **error)
{
    const char *subject = session->arguments[1];
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL)
        return false;
    g_autoptr(Thresholds) thresholds = thresholds_new(error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) series = series_of_department(department, thresholds);
    g_autoptr(Deflator) deflator = NULL;
    TrendView view = {.session = session, .department = department, .series = series};
    if (!prices_chosen(&view, &deflator, error))
        return false;
    g_autoptr(GArray) lines = statistics_in_real_terms(series, view.deflator, view.base);
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(StatLine));
    if (!keep_lines(&view, lines, subject, kept, error))
        return false;
    if (session->format != ROWS_TABLE)
        print_records(session, kept);
    else if (subject != NULL)
        trend_print_subjects(&view, kept);
    else
        trend_print_overview(&view, kept, lines->len - kept->len);
    return true;
}

static const OptionSpec options[] = {
    {"chart", 0, OPTION_FLAG, NULL, "逐年列出时画出横条", "draw a bar for each year of a subject"},
    {"real", 0, OPTION_FLAG, NULL, "按不变价（居民消费价格指数，data/deflator.tsv）", "in real terms (consumer prices, data/deflator.tsv)"},
    {"prices", 0, OPTION_YEAR, "YEAR", "按这一年的价格；默认最新一年", "in prices of this year; default the newest"},
    {"all", 0, OPTION_FLAG, NULL, "连同下级科目、分项、分资金和只有一年的序列",
     "lower subjects, parts, single funds and years, too"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_trend = {
    .name = "trend",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门 [科目]",
    .arguments_en = "DEPT [SUBJECT]",
    .least = 1,
    .most = 2,
    .summary_zh = "各科目的增幅、占比和趋势统计",
    .summary_en = "growth, shares and trend statistics of each subject",
    .about_zh =
        "科目是编码或名称的一部分；写了科目就逐年列出。--format tsv、csv、json 输出 export stats 的各列，"
        "--real 时各金额为不变价。",
    .about_en =
        "SUBJECT is a code or a part of a name; with it the years are listed. --format tsv, "
        "csv, json give the columns of `export stats`, with --real in constant prices.",
    .examples = {
        {"yusuan trend 档案数据", "各类的走势", "the course of each class"},
        {"yusuan trend 档案数据 档案馆 --chart", "一个科目逐年列出，画横条", "one subject year by year, with bars"},
        {"yusuan trend 档案数据 208 --real", "按不变价", "in real terms"},
    },
    .options = options,
    .paged = true,
    .run = trend_run,
};
